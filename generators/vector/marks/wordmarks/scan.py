"""Rows through outlines: where ink begins and ends, stems, edges' profiles, small rasters.

Outlines here are at 1000 to the em, y down, for the nonzero rule.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from compositor.geometry import Box, Path

__all__ = [
    "Grid",
    "depth_down",
    "depth_up",
    "has_ink",
    "ink_area",
    "is_free",
    "profile",
    "raster",
    "spans",
    "stem_of",
    "top_of",
]

Grid = NDArray[np.float64]


@lru_cache(maxsize=2048)
def _edges(path: Path) -> Grid:
    """(x0, y0, x1, y1) of every straight piece of the flattened outline."""
    rows: list[tuple[float, float, float, float]] = []
    for line in path.flattened(6):
        if line and line[0] != line[-1]:
            line.append(line[0])
        rows.extend((a.x, a.y, b.x, b.y) for a, b in pairwise(line) if a.y != b.y)
    return np.array(rows, dtype=np.float64).reshape(-1, 4)


def spans(path: Path, y: float) -> list[tuple[float, float]]:
    """Return where a row crosses ink, from left to right."""
    edges = _edges(path)
    if not len(edges):
        return []
    y0, y1 = edges[:, 1], edges[:, 3]
    hit = edges[((y0 <= y) & (y1 > y)) | ((y1 <= y) & (y0 > y))]
    if not len(hit):
        return []
    xs = hit[:, 0] + (y - hit[:, 1]) / (hit[:, 3] - hit[:, 1]) * (hit[:, 2] - hit[:, 0])
    turn = np.where(hit[:, 3] > hit[:, 1], 1, -1)
    found: list[tuple[float, float]] = []
    winding, start = 0, 0.0
    for i in np.argsort(xs, kind="stable"):
        if winding == 0:
            start = float(xs[i])
        winding += int(turn[i])
        if winding == 0 and xs[i] > start:
            if found and start - found[-1][1] < 1e-6:
                found[-1] = (found[-1][0], float(xs[i]))
            else:
                found.append((start, float(xs[i])))
    return found


def profile(path: Path, rows: Grid) -> tuple[Grid, Grid]:
    """Return the left and the right end of the ink in every row; NaN where there is none."""
    left = np.full(len(rows), np.nan)
    right = np.full(len(rows), np.nan)
    for i, y in enumerate(rows):
        found = spans(path, float(y))
        if found:
            left[i], right[i] = found[0][0], found[-1][1]
    return left, right


def stem_of(path: Path, share: float = 0.5) -> float:
    """Return the width of the first stroke in the row at that share of the height."""
    box = path.bounds
    found = spans(path, box.y + box.height * share)
    return found[0][1] - found[0][0] if found else 0.0


@lru_cache(maxsize=256)
def raster(path: Path, box: Box, size: int) -> Grid:
    """Return how much ink is in each cell of a size × size grid over a box, 0–1."""
    grid = np.zeros((size, size))
    columns = np.arange(size)
    scale = size / box.width
    sub = 3
    for row in range(size):
        for part in range(sub):
            y = box.y + (row + (part + 0.5) / sub) / size * box.height
            for start, end in spans(path, y):
                a, b = (start - box.x) * scale, (end - box.x) * scale
                cover = np.minimum(b, columns + 1) - np.maximum(a, columns)
                grid[row] += np.clip(cover, 0.0, 1.0) / sub
    return np.clip(grid, 0.0, 1.0)


def ink_area(path: Path) -> float:
    """Return the signed area of an outline by Green's theorem; holes count against."""
    total = 0.0
    for line in path.flattened(6):
        for a, b in zip(line, [*line[1:], line[0]], strict=True):
            total += a.x * b.y - b.x * a.y
    return total / 2


def has_ink(path: Path, x: float, y: float) -> bool:
    """Return whether a point is inked."""
    return any(a <= x <= b for a, b in spans(path, y))


def depth_down(path: Path, x: float, top: float) -> float:
    """Return how far ink goes down from a y at an x."""
    y = top + 1.5
    while has_ink(path, x, y) and y - top < 400:
        y += 1.5
    return y - top - 0.75


def top_of(path: Path, x: float, y: float) -> float:
    """Return where the ink above a point ends."""
    while has_ink(path, x, y - 1.5) and y > -2000:
        y -= 1.5
    return y


def depth_up(path: Path, x: float, bottom: float) -> float:
    """Return how far ink goes up from the bottom at an x."""
    y = bottom - 1.5
    while has_ink(path, x, y) and bottom - y < 400:
        y -= 1.5
    return bottom - y - 0.75


def is_free(rest: Path, box: Box) -> bool:
    """Return whether a disc in the box meets no ink."""
    radius = box.width / 2
    for k in range(9):
        y = box.y + (k + 0.5) / 9 * box.height
        half = math.sqrt(max(0.0, radius**2 - (y - box.center.y) ** 2))
        low, high = box.center.x - half, box.center.x + half
        if any(a < high and b > low for a, b in spans(rest, y)):
            return False
    return True
