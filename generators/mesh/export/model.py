"""Saving a prop as a 3D file, by suffix."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from compositor.errors import UnsupportedFormat
from generators.mesh.export.glb import glb_bytes
from generators.mesh.export.obj import obj_files
from generators.mesh.export.stl import printable, stl_bytes
from generators.mesh.export.surfaces import Artworks, check_artworks
from generators.mesh.export.usdz import write_usdz
from generators.mesh.prop import Prop

__all__ = ["MODEL_WRITERS", "ModelFile", "save_model"]


@dataclass(frozen=True)
class ModelFile:
    """What was saved.

    Attributes:
        paths: The file asked for first, then those beside it.
        left_out: Parts the format cannot hold.
    """

    paths: tuple[Path, ...]
    left_out: tuple[str, ...] = ()


def save_model(prop: Prop, path: Path, artworks: Artworks | None = None) -> ModelFile:
    """Save a prop; the suffix of the path says as what. Nothing is left behind on failure.

    Args:
        prop: What to save.
        path: Ends in .glb, .obj, .stl or .usdz; an existing file is replaced.
        artworks: Pictures by artwork area; areas without one stay plain.

    Raises:
        UnsupportedFormat: Another suffix.
        GenerationFailed: An artwork area is not on the prop, or the format cannot hold it.
        NotReady: The format needs an extra.
        OSError: The file cannot be written.
    """
    write = MODEL_WRITERS.get(path.suffix.lower())
    if write is None:
        known = ", ".join(MODEL_WRITERS)
        raise UnsupportedFormat(f"no 3D file ends in {path.suffix!r}; use one of {known}")
    pictures = {} if artworks is None else artworks
    check_artworks(prop, pictures)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".model-") as name:
        workshop = Path(name)
        made = write(prop, pictures, workshop, path.stem)
        placed = []
        for file in made.paths:
            target = path.parent / (path.name if file == made.paths[0] else file.name)
            shutil.move(file, target)
            placed.append(target)
    return ModelFile(tuple(placed), made.left_out)


def _glb(prop: Prop, artworks: Artworks, folder: Path, stem: str) -> ModelFile:
    path = folder / f"{stem}.glb"
    path.write_bytes(glb_bytes(prop, artworks))
    return ModelFile((path,))


def _obj(prop: Prop, artworks: Artworks, folder: Path, stem: str) -> ModelFile:
    paths = []
    for name, data in obj_files(prop, artworks, stem).items():
        (folder / name).write_bytes(data)
        paths.append(folder / name)
    return ModelFile(tuple(paths))


def _stl(prop: Prop, artworks: Artworks, folder: Path, stem: str) -> ModelFile:
    del artworks
    found = printable(prop)
    path = folder / f"{stem}.stl"
    path.write_bytes(stl_bytes(found.mesh))
    return ModelFile((path,), found.left_out)


def _usdz(prop: Prop, artworks: Artworks, folder: Path, stem: str) -> ModelFile:
    parts = folder / "parts"
    parts.mkdir()
    path = folder / f"{stem}.usdz"
    write_usdz(prop, artworks, path, parts)
    return ModelFile((path,))


MODEL_WRITERS: dict[str, Callable[[Prop, Artworks, Path, str], ModelFile]] = {
    ".glb": _glb,
    ".obj": _obj,
    ".stl": _stl,
    ".usdz": _usdz,
}
"""Formats by suffix."""
