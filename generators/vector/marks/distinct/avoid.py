"""Marks to stay clear of: shapes a user supplies, compared with a new mark.

A distance is a warning for people to look at, never a statement about rights.
"""

from __future__ import annotations

import re
from pathlib import Path as FilePath
from typing import NamedTuple

from compositor.errors import InvalidValue
from compositor.geometry import Path
from compositor.geometry.boolean import simplify, union
from generators.vector.marks.distinct.shape import ShapeTrait, shape_distance, traits_of

__all__ = ["SIMILAR", "KnownMark", "read_known_marks", "similar_marks"]

SIMILAR = 0.4
"""Nearer than this, a person should look at both marks."""

_PATH_DATA = re.compile(r"<path\b[^>]*?\bd\s*=\s*[\"']([^\"']+)[\"']", re.DOTALL)
_MOST_BYTES = 1_000_000


class KnownMark(NamedTuple):
    """A supplied mark: its file's name and its shape."""

    name: str
    trait: ShapeTrait


def read_known_marks(folder: FilePath) -> tuple[KnownMark, ...]:
    """Return the marks in a folder's SVG files, by name; only path outlines are read.

    Raises:
        InvalidValue: The folder is not there, or a file has no outline that can be read.
    """
    if not folder.is_dir():
        raise InvalidValue(f"{folder} is no folder; give one that holds SVG files")
    return tuple(
        KnownMark(file.name, traits_of(_area_in(file))) for file in sorted(folder.glob("*.svg"))
    )


def similar_marks(
    trait: ShapeTrait, known: tuple[KnownMark, ...]
) -> tuple[tuple[str, float], ...]:
    """Return the supplied marks that look alike, nearest first, with their distances."""
    found = [(mark.name, shape_distance(mark.trait, trait)) for mark in known]
    return tuple(sorted((f for f in found if f[1] < SIMILAR), key=lambda pair: pair[1]))


def _area_in(file: FilePath) -> Path:
    if file.stat().st_size > _MOST_BYTES:
        raise InvalidValue(f"{file.name} is over a megabyte; simplify it")
    area = Path()
    for data in _PATH_DATA.findall(file.read_text("utf-8", errors="replace")):
        try:
            part = simplify(Path.from_svg(data))
        except InvalidValue as error:
            raise InvalidValue(
                f"{file.name}: {error}; save it with curves and lines only, strokes expanded"
            ) from error
        area = union(area, part) if area.segments else part
    if not area.segments:
        raise InvalidValue(f"{file.name} has no path; convert its shapes to outlines")
    return area
