"""Marks to stay clear of: shapes a user supplies, compared with a new mark.

A distance is a warning for people to look at, never a statement about rights.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import NamedTuple

import numpy as np
from PIL import Image, UnidentifiedImageError

from compositor.errors import InvalidValue
from compositor.geometry import Box, Path
from compositor.geometry.boolean import simplify, union
from compositor.geometry.shapes import ellipse, rounded_rectangle
from generators.vector.marks.distinct.shape import (
    GRID_PX,
    Numbers,
    ShapeTrait,
    shape_distance,
    traits_of,
    traits_of_pixels,
)

__all__ = ["SIMILAR", "KnownMark", "read_known_marks", "similar_marks"]

SIMILAR = 0.4
"""Nearer than this, a person should look at both marks."""

_ELEMENT = re.compile(r"<(path|circle|ellipse|rect|polygon)\b([^>]*)>", re.DOTALL)
_ATTRIBUTE = re.compile(r"([a-z]+[a-z-]*)\s*=\s*[\"']([^\"']*)[\"']", re.DOTALL)
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_MOST_BYTES = 5_000_000
_MOST_SIDE_PX = 6000
_OFF_PAPER = 0.25
"""How far from the corners' color a pixel of a picture without transparency is ink, 0–1."""


class KnownMark(NamedTuple):
    """A supplied mark: its file's name and its shape."""

    name: str
    trait: ShapeTrait


def read_known_marks(place: FilePath) -> tuple[KnownMark, ...]:
    """Return the marks in one SVG or PNG file, or in all of those in a folder, by name.

    Raises:
        InvalidValue: There is nothing to read there, or a file has no shape that can be read.
    """
    if place.is_dir():
        files = sorted(f for f in place.iterdir() if f.suffix.lower() in _READERS)
        if not files:
            raise InvalidValue(f"{place} holds no SVG or PNG file of a mark")
    elif place.is_file() and place.suffix.lower() in _READERS:
        files = [place]
    else:
        raise InvalidValue(f"{place} is no folder and no SVG or PNG file of a mark")
    return tuple(KnownMark(file.name, _trait_in(file)) for file in files)


def similar_marks(
    trait: ShapeTrait, known: tuple[KnownMark, ...]
) -> tuple[tuple[str, float], ...]:
    """Return the supplied marks that look alike, nearest first, with their distances."""
    found = [(mark.name, shape_distance(mark.trait, trait)) for mark in known]
    return tuple(sorted((f for f in found if f[1] < SIMILAR), key=lambda pair: pair[1]))


def _trait_in(file: FilePath) -> ShapeTrait:
    if file.stat().st_size > _MOST_BYTES:
        raise InvalidValue(f"{file.name} is over {_MOST_BYTES // 10**6} MB; make it smaller")
    return _READERS[file.suffix.lower()](file)


def _trait_in_svg(file: FilePath) -> ShapeTrait:
    """From filled paths and plain shapes."""
    area = Path()
    try:
        for shape in _shapes(file.read_text("utf-8", errors="replace")):
            part = simplify(shape)
            area = union(area, part) if area.segments else part
    except (InvalidValue, ValueError, KeyError) as error:
        raise InvalidValue(
            f"{file.name}: {error}; save it with curves and lines only, strokes expanded"
        ) from error
    if not area.segments:
        raise InvalidValue(f"{file.name} has no filled shape; convert its parts to outlines")
    return traits_of(area)


def _shapes(text: str) -> Iterator[Path]:
    for name, inside in _ELEMENT.findall(text):
        given = dict(_ATTRIBUTE.findall(inside))
        if given.get("fill") == "none":
            continue
        if name == "path":
            yield Path.from_svg(given["d"])
        elif name == "polygon":
            numbers = [float(n) for n in _NUMBER.findall(given["points"])]
            yield Path.polygon(list(zip(numbers[::2], numbers[1::2], strict=True)))
        else:
            n = {key: float(value) for key, value in given.items() if _is_number(value)}
            if name == "rect":
                box = Box(n.get("x", 0), n.get("y", 0), n["width"], n["height"])
                yield rounded_rectangle(box, n.get("rx", 0))
            else:
                rx, ry = n.get("r", n.get("rx", 0)), n.get("r", n.get("ry", 0))
                yield ellipse(n.get("cx", 0), n.get("cy", 0), rx, ry)


def _is_number(value: str) -> bool:
    return bool(_NUMBER.fullmatch(value.strip()))


def _trait_in_png(file: FilePath) -> ShapeTrait:
    """From what is opaque, or from what differs from the paper at the corners."""
    try:
        with Image.open(file) as image:
            if max(image.size) > _MOST_SIDE_PX:
                raise InvalidValue(f"{file.name} is over {_MOST_SIDE_PX} px; make it smaller")
            pixels = np.asarray(image.convert("RGBA"), dtype=np.float64) / 255
    except (UnidentifiedImageError, OSError) as error:
        raise InvalidValue(f"{file.name} is no PNG picture that can be read") from error
    ink = pixels[..., 3]
    if float(ink.min()) > 0.5:
        corners = pixels[[0, 0, -1, -1], [0, -1, 0, -1], :3]
        paper = np.median(corners, axis=0)
        ink = (np.abs(pixels[..., :3] - paper).max(axis=2) > _OFF_PAPER).astype(np.float64)
    shown = ink > 0.5
    if not shown.any():
        raise InvalidValue(f"{file.name} is empty; its mark must differ from its ground")
    rows, columns = np.flatnonzero(shown.any(axis=1)), np.flatnonzero(shown.any(axis=0))
    cut = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return traits_of_pixels(_squared(cut))


def _squared(cut: Numbers) -> Numbers:
    """The cut-out in the middle of a square of the size traits are taken at."""
    side = max(cut.shape)
    square = np.zeros((side, side))
    top, left = (side - cut.shape[0]) // 2, (side - cut.shape[1]) // 2
    square[top : top + cut.shape[0], left : left + cut.shape[1]] = cut
    small = Image.fromarray((square * 255).round().astype(np.uint8), "L").resize(
        (GRID_PX, GRID_PX), Image.Resampling.BOX
    )
    return np.asarray(small, dtype=np.float64) / 255


_READERS = {".svg": _trait_in_svg, ".png": _trait_in_png}
