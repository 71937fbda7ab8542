"""What the peers need on disk: the pictures, and the same faces as static files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final, TypedDict

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from bench.poster_scene.elements import GRAIN_SRC, PHOTO_SRC
from bench.poster_scene.pictures import grain_png, photo_jpeg
from compositor.typography.face import Face
from compositor.typography.fonts import default_fonts

__all__ = ["PeerFont", "write_peer_files"]

_FACES: Final = (
    ("Inter", 400, 24.0),
    ("Inter", 700, 24.0),
    ("Playfair Display", 700, 96.0),
    ("Noto Serif SC", 400, 24.0),
    ("Noto Serif SC", 900, 212.0),
)
"""Family, weight, and a size in px that picks the optical size."""


class PeerFont(TypedDict):
    """A static font file."""

    name: str
    weight: int
    path: str


def write_peer_files(folder: Path) -> Path:
    """Write pictures, and fonts not yet there; return the JSON file that lists the fonts."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / PHOTO_SRC).write_bytes(photo_jpeg())
    (folder / GRAIN_SRC).write_bytes(grain_png())
    listed: list[PeerFont] = []
    for family, weight, size_px in _FACES:
        face = default_fonts().face(family, weight, size_px=size_px)
        suffix = ".otf" if face.data[:4] == b"OTTO" else ".ttf"
        path = folder / f"{family.replace(' ', '')}-{weight}{suffix}"
        if not path.exists():
            _write_static(face, path)
        listed.append({"name": family, "weight": weight, "path": str(path.resolve())})
    index = folder / "fonts.json"
    index.write_text(json.dumps(listed, indent=1))
    return index


def _write_static(face: Face, path: Path) -> None:
    part = path.with_suffix(".part")
    part.write_bytes(face.data)
    if face.axes:
        font = TTFont(part)
        instancer.instantiateVariableFont(font, face.axes, inplace=True, static=True)
        font.save(part)
    part.replace(path)
