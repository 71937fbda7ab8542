"""Branches of an outline: what ends freely and hangs on the rest, such as prongs of antlers.

Found on a thinned raster of the area, given back as the strokes that cover them. Lengths in u.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import skia
from numpy.typing import NDArray

from compositor.geometry import Box, Path

__all__ = ["Branch", "branches_of"]

_Bitmap = NDArray[np.bool_]
_Place = tuple[int, int]

_PX_PER_U = 3.0
_NEXT = ((0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1))
_RING = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))
_FORK = 3
_LEAST_OF_WIDTH = 1.15
"""A branch shorter than this many widths is a corner, no branch."""


class Branch(NamedTuple):
    """A free end.

    Attributes:
        points: From its tip to the fork it hangs on.
        width: Of a stroke that covers it.
        trunk: Through the fork, along what stays; empty where more than one branch would stay.
        trunk_width: Of a stroke along that.
    """

    points: tuple[tuple[float, float], ...]
    width: float
    trunk: tuple[tuple[float, float], ...]
    trunk_width: float

    def mirrored(self, axis: float) -> Branch:
        """Return the branch that faces it about an upright axis."""
        return self._replace(
            points=tuple((2 * axis - x, y) for x, y in self.points),
            trunk=tuple((2 * axis - x, y) for x, y in self.trunk),
        )

    @property
    def length(self) -> float:
        """Along it."""
        return sum(math.dist(a, b) for a, b in zip(self.points, self.points[1:], strict=False))

    @property
    def middle(self) -> tuple[float, float]:
        """Half way between its ends."""
        (x0, y0), (x1, y1) = self.points[0], self.points[-1]
        return (x0 + x1) / 2, (y0 + y1) / 2


def branches_of(area: Path) -> list[Branch]:
    """Return the free ends of an area, shortest first."""
    box = area.bounds.inset(-2)
    bitmap = _raster(area, box)
    depth = _depth(bitmap)
    bones = _thinned(bitmap)
    found = []
    for row, column in np.argwhere(bones):
        start = int(row), int(column)
        if _ways(bones, start) != 1:
            continue
        line = _followed(bones, start)
        if line is None:
            continue
        half = float(np.median([depth[p] for p in line]))
        trunk = float(depth[line[-1]])
        if len(line) - trunk < _LEAST_OF_WIDTH * 2 * half:
            continue
        tip = _beyond(line, half * 1.6)
        points = [tip, *(_middle(p) for p in line[:: max(1, round(half / 2))])]
        points.append(_middle(line[-1]))
        stays = _through(bones, line, round(2.6 * trunk) + 2)
        steady = float(np.median([depth[p] for p in stays])) if stays else trunk
        found.append(
            Branch(
                _placed(points, box),
                (2 * half + 2.4) / _PX_PER_U,
                _placed([_middle(p) for p in stays[:: max(1, len(stays) // 6)]], box),
                (2 * steady - 0.8) / _PX_PER_U,
            )
        )
    return sorted(found, key=lambda b: (round(b.length, 3), b.points))


def _raster(area: Path, box: Box) -> _Bitmap:
    wide, high = (max(4, math.ceil(v * _PX_PER_U)) for v in (box.width, box.height))
    outline = skia.Path()
    outline.setFillType(skia.PathFillType.kWinding)
    for line in area.flattened(12):
        outline.addPoly(
            [skia.Point((p.x - box.x) * _PX_PER_U, (p.y - box.y) * _PX_PER_U) for p in line],
            close=True,
        )
    surface = skia.Surface(wide, high)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorWHITE)
    canvas.drawPath(outline, skia.Paint(Color=skia.ColorBLACK, AntiAlias=True))
    pixels: _Bitmap = surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., 0] < 128
    return np.pad(pixels[1:-1, 1:-1], 1)


def _depth(bitmap: _Bitmap) -> NDArray[np.float64]:
    """How many pixels every inked one is from the rim, by peeling."""
    depth = np.zeros(bitmap.shape)
    left = bitmap.copy()
    turn = 0
    while left.any():
        depth[left] += 1
        around = left.copy()
        shifts = _NEXT[:4] if turn % 2 else _NEXT
        for dr, dc in shifts:
            around &= np.roll(left, (dr, dc), axis=(0, 1))
        left, turn = around, turn + 1
    return depth


def _thinned(bitmap: _Bitmap) -> _Bitmap:
    """One pixel wide lines in the middle of the ink.

    Source: T. Y. Zhang, C. Y. Suen, "A Fast Parallel Algorithm for Thinning Digital Patterns",
    Communications of the ACM, 1984.
    """
    left = bitmap.copy()
    changed = True
    while changed:
        changed = False
        for first in (True, False):
            p = [np.roll(left, (-dr, -dc), axis=(0, 1)) for dr, dc in _RING]
            count = np.sum(p, axis=0)
            rises = np.sum([~p[i] & p[(i + 1) % 8] for i in range(8)], axis=0)
            north, east, south, west = p[0], p[2], p[4], p[6]
            if first:
                free = ~(north & east & south) & ~(east & south & west)
            else:
                free = ~(north & east & west) & ~(north & south & west)
            gone = left & (count >= 2) & (count <= 6) & (rises == 1) & free
            if gone.any():
                left &= ~gone
                changed = True
    return left


def _ways(bones: _Bitmap, at: _Place) -> int:
    """How many lines meet in a place: 1 at an end, 3 or more at a fork."""
    ring = [bool(bones[at[0] + dr, at[1] + dc]) for dr, dc in _RING]
    return sum(1 for a, b in zip(ring, [*ring[1:], ring[0]], strict=True) if b and not a)


def _followed(bones: _Bitmap, start: _Place) -> list[_Place] | None:
    """Places from a free end to the first fork; None when there is none."""
    line = [start]
    seen = {start}
    while True:
        places = [(line[-1][0] + dr, line[-1][1] + dc) for dr, dc in _NEXT]
        ahead = [p for p in places if bones[p] and p not in seen]
        if not ahead:
            return None
        line.append(ahead[0])
        seen.update(ahead)
        if any(_ways(bones, p) >= _FORK for p in ahead):
            return line


def _through(bones: _Bitmap, line: list[_Place], reach: int) -> list[_Place]:
    """Places to both sides of a fork, the branch left out; nothing if it has more ways."""
    own, fork = set(line[:-1]), line[-1]
    sides: list[list[_Place]] = []
    taken = {fork, *own}
    for start in _beside_of(bones, fork):
        if start in taken or any(start in s for s in sides):
            continue
        side, seen = [start], {*taken, *_beside_of(bones, fork)}
        while len(side) < reach:
            ahead = [p for p in _beside_of(bones, side[-1]) if p not in seen]
            if not ahead:
                break
            seen.update(ahead)
            side.append(ahead[0])
        if len(side) >= reach // 3:
            sides.append(side)
    if len(sides) != 2:
        return []
    return [*sides[0][::-1], fork, *sides[1]]


def _beside_of(bones: _Bitmap, at: _Place) -> list[_Place]:
    return [(at[0] + r, at[1] + c) for r, c in _NEXT if bones[at[0] + r, at[1] + c]]


def _middle(place: _Place) -> tuple[float, float]:
    return place[1] + 0.5, place[0] + 0.5


def _placed(points: list[tuple[float, float]], box: Box) -> tuple[tuple[float, float], ...]:
    return tuple((box.x + x / _PX_PER_U, box.y + y / _PX_PER_U) for x, y in points)


def _beyond(line: list[_Place], reach: float) -> tuple[float, float]:
    """A point past the tip, so that the whole of it is covered."""
    tip, inner = line[0], line[min(len(line) - 1, 6)]
    dr, dc = tip[0] - inner[0], tip[1] - inner[1]
    size = math.hypot(dr, dc) or 1.0
    return tip[1] + 0.5 + dc / size * reach, tip[0] + 0.5 + dr / size * reach
