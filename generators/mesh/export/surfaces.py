"""What 3D files know of a part: metallic-roughness numbers and pictures.

Source: https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html#materials
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generators.errors import GenerationFailed
from generators.mesh.mesh import Floats, Mesh
from generators.mesh.prop import Finish, Part, Prop

__all__ = [
    "Artworks",
    "Surface",
    "check_artworks",
    "linear",
    "painted",
    "standing_y_up",
    "surface_of",
    "used_uv",
]

Artworks = Mapping[str, Image.Image]
"""Pictures by the name of the artwork area they are printed on."""

_ROUGHNESS: dict[Finish, float] = {
    "matte": 0.65, "satin": 0.4, "gloss": 0.16, "metal": 0.26, "brushed_metal": 0.38,
    "chrome": 0.04, "glass": 0.03, "frosted_glass": 0.35, "liquid": 0.02, "paper": 0.88,
    "kraft": 0.92, "fabric": 0.95, "ceramic": 0.22, "rubber": 0.7, "clay": 0.88, "wood": 0.55,
    "holographic": 0.18, "screen": 0.2,
}  # fmt: skip
_METALS = frozenset({"metal", "brushed_metal", "chrome", "holographic"})
_CLEAR = frozenset({"glass", "frosted_glass", "liquid"})
_COATED = frozenset({"gloss", "ceramic"})


@dataclass(frozen=True)
class Surface:
    """How a part looks, in the terms 3D files share.

    Attributes:
        name: Unique for what it says.
        color: Linear RGB, 0–1.
        metallic: 0 or 1.
        roughness: 0–1.
        transmission: 0, or 1 for glass and liquids.
        coat: 0, or 1 for lacquer and glaze.
        glows: Whether it gives light of its own.
        artwork: The area whose picture covers it, or empty.
    """

    name: str
    color: tuple[float, float, float]
    metallic: float
    roughness: float
    transmission: float
    coat: float
    glows: bool
    artwork: str


def surface_of(part: Part, artworks: Artworks) -> Surface:
    """Return what a part is made of; without a picture for its area it is of plain color."""
    material = part.material
    finish = material.finish
    artwork = material.artwork if material.artwork in artworks else ""
    name = f"{finish}_{material.color[1:].lower()}" + (f"_{artwork}" if artwork else "")
    return Surface(
        name=name,
        color=linear(material.color),
        metallic=1.0 if finish in _METALS else 0.0,
        roughness=_ROUGHNESS[finish],
        transmission=1.0 if finish in _CLEAR else 0.0,
        coat=1.0 if finish in _COATED else 0.0,
        glows=finish == "screen",
        artwork=artwork,
    )


def linear(color: str) -> tuple[float, float, float]:
    """Return a hex color as linear RGB.

    >>> linear("#FFFFFF")
    (1.0, 1.0, 1.0)
    """
    r, g, b = (_linear(int(color[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return r, g, b


def _linear(value: float) -> float:
    if value <= 0.04045:
        return round(value / 12.92, 6)
    return round(float(((value + 0.055) / 1.055) ** 2.4), 6)


def painted(part: Part, artworks: Artworks) -> bytes:
    """Return the picture of a part as PNG: its artwork over its own color, opaque.

    Raises:
        GenerationFailed: There is no picture for its area.
    """
    if part.material.artwork not in artworks:
        raise GenerationFailed(f"no picture for the artwork area {part.material.artwork!r}")
    over = artworks[part.material.artwork].convert("RGBA")
    ground = Image.new("RGBA", over.size, part.material.color)
    ground.alpha_composite(over)
    stream = io.BytesIO()
    ground.convert("RGB").save(stream, format="PNG", compress_level=6)
    return stream.getvalue()


def standing_y_up(mesh: Mesh, cm_to: float) -> tuple[Floats, Floats, NDArray[np.int64]]:
    """Return vertices, normals and faces with y up and the front at +z.

    Faces without area are left out; so are vertices no face names.

    Args:
        mesh: z up, cm.
        cm_to: What a centimeter is in the file.
    """
    corners = mesh.vertices[mesh.faces]
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    faces = mesh.faces[np.linalg.norm(cross, axis=1) > 1e-12]
    used, index = np.unique(faces, return_inverse=True)
    turned = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, -1.0], [0.0, 1.0, 0.0]])
    return (
        mesh.vertices[used] @ turned * cm_to,
        mesh.normals[used] @ turned,
        index.reshape(-1, 3).astype(np.int64),
    )


def used_uv(mesh: Mesh) -> Floats:
    """Return the artwork coordinates of the vertices that `standing_y_up` keeps."""
    assert mesh.uv is not None
    corners = mesh.vertices[mesh.faces]
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    kept: Floats = mesh.uv[np.unique(mesh.faces[np.linalg.norm(cross, axis=1) > 1e-12])]
    return kept


def check_artworks(prop: Prop, artworks: Artworks) -> None:
    """Refuse pictures for areas a prop does not have.

    Raises:
        GenerationFailed: An area has no such name; the message lists those there are.
    """
    known = [area.name for area in prop.artwork]
    for name in artworks:
        if name not in known:
            there = f"there are {', '.join(known)}" if known else "it has none"
            raise GenerationFailed(f"{prop.name} has no artwork area {name!r}; {there}")
