"""Sheets of paper, card, foil and cloth: an outline bent into space, with thickness."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generators.mesh.mesh import Mesh, merged

__all__ = ["Bend", "Outline", "Sheet", "flat", "rectangle", "sheet", "surface_of", "trapezoid"]

Floats = NDArray[np.float64]
Indices = NDArray[np.int32]
Bend = Callable[[Floats], Floats]
"""Where points of the flat sheet go: (n, 2) across and up, cm, to (n, 3)."""


@dataclass(frozen=True, eq=False)
class Outline:
    """A sheet before it is bent, as rows from bottom to top.

    Attributes:
        heights: (k,) rising, cm; x is across, zero in the middle.
        left: (k,) where each row begins.
        right: (k,) where it ends.
    """

    heights: Floats
    left: Floats
    right: Floats

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, width and height, cm."""
        left, bottom = float(self.left.min()), float(self.heights[0])
        return left, bottom, float(self.right.max()) - left, float(self.heights[-1]) - bottom


@dataclass(frozen=True, eq=False)
class Sheet:
    """The sides of a sheet; together they are watertight.

    Attributes:
        front: With uv over the box of its outline.
        back: The same, as seen from behind.
        edge: What is between.
    """

    front: Mesh
    back: Mesh
    edge: Mesh

    @property
    def solid(self) -> Mesh:
        """All sides as one."""
        return merged([self.front, self.back, self.edge])

    @property
    def rest(self) -> Mesh:
        """All but the front."""
        return merged([self.back, self.edge])

    def moved(self, matrix: Floats) -> Sheet:
        """Return the sheet under a 4 × 4 affine matrix."""
        return Sheet(self.front.moved(matrix), self.back.moved(matrix), self.edge.moved(matrix))


def _corner_rows(radius: float) -> tuple[Floats, Floats]:
    """Return heights and insets of a quarter circle, from its end at the edge inward."""
    turns = np.linspace(0, np.pi / 2, 9)
    return radius * (1 - np.cos(turns)), radius * (1 - np.sin(turns))


def rectangle(
    width: float, height: float, radius: float = 0.0, *, rows: int = 2, top_only: bool = False
) -> Outline:
    """Return a rectangle with round corners, its bottom edge on zero."""
    return trapezoid(width, width, height, radius, rows=rows, top_only=top_only)


def trapezoid(
    bottom: float,
    top: float,
    height: float,
    radius: float = 0.0,
    *,
    rows: int = 2,
    top_only: bool = False,
) -> Outline:
    """Return a trapezoid with round corners, its bottom edge on zero."""
    heights = np.linspace(0, height, max(2, rows))
    insets = np.zeros_like(heights)
    if radius > 0:
        rise, inset = _corner_rows(radius)
        inner = heights[(heights > radius) & (heights < height - radius)]
        low_rise, low_inset = (np.zeros(1), np.zeros(1)) if top_only else (rise, inset)
        if top_only:
            inner = heights[(heights > 1e-9) & (heights < height - radius)]
        heights = np.concatenate([low_rise, inner, (height - rise)[::-1]])
        insets = np.concatenate([low_inset, np.zeros_like(inner), inset[::-1]])
    half = (bottom + (top - bottom) * heights / height) / 2 - insets
    return Outline(heights, -half, half)


def flat(points: Floats) -> Floats:
    """Lie flat: across is x, up is y."""
    return np.column_stack([points, np.zeros(len(points))])


def _normals(bend: Bend, points: Floats) -> Floats:
    step = 1e-4
    across = bend(points + np.array([step, 0.0])) - bend(points - np.array([step, 0.0]))
    up = bend(points + np.array([0.0, step])) - bend(points - np.array([0.0, step]))
    normals = np.cross(across, up)
    unit: Floats = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-15)
    return unit


def _edge(front: Floats, back: Floats, rows: int, columns: int) -> Mesh:
    """Return the strip around the sheet, each side with its own normals."""
    index = np.arange(rows * columns).reshape(rows, columns)
    strips = []
    for line in (index[0], index[:, -1], index[-1, ::-1], index[::-1, 0]):
        top, low = front[line], back[line]
        along = np.gradient(top, axis=0)
        normals = np.cross(along, top - low)
        lengths = np.linalg.norm(normals, axis=1, keepdims=True)
        if lengths.max() < 1e-15:
            continue
        fallback = normals[int(lengths.argmax())]
        normals = np.where(lengths > 1e-12, normals, fallback)
        normals /= np.linalg.norm(normals, axis=1, keepdims=True)
        count = len(line)
        first = np.arange(count - 1)
        faces = np.vstack(
            [
                np.column_stack([first, first + count, first + count + 1]),
                np.column_stack([first, first + count + 1, first + 1]),
            ]
        ).astype(np.int32)
        vertices = np.vstack([top, low])
        faces = _real(vertices, faces)
        if len(faces):
            strips.append(Mesh(vertices, faces, np.vstack([normals, normals])))
    return merged(strips)


def _real(vertices: Floats, faces: Indices) -> Indices:
    a, b, c = (vertices[faces[:, k]] for k in range(3))
    return np.ascontiguousarray(faces[np.linalg.norm(np.cross(b - a, c - a), axis=1) > 1e-13])


def _ways(
    points: Floats, front: Floats, outline: Outline, columns: int
) -> tuple[Floats, Floats]:
    """Return uv of the points by way covered on the front: folds stretch no artwork."""
    flat_grid = points.reshape(-1, columns, 2)
    grid = front.reshape(-1, columns, 3)
    widest = int(np.argmax(outline.right - outline.left))
    middle = columns // 2
    u = np.interp(points[:, 0], flat_grid[widest, :, 0], _shares(grid[widest]))
    v = np.interp(points[:, 1], outline.heights, _shares(grid[:, middle]))
    return u, 1 - v


def _shares(line: Floats) -> Floats:
    """Return how much of a line of points is behind each of them, 0–1."""
    way = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    shares: Floats = way / way[-1]
    return shares


def surface_of(points: Floats, uv: Floats | None = None) -> Mesh:
    """Return the smooth surface over a (rows, columns, 3) grid of points.

    Args:
        points: Rows run up and columns right, as seen from outside.
        uv: (rows, columns, 2); None spreads it evenly over the grid.
    """
    rows, columns = points.shape[:2]
    normals = np.cross(np.gradient(points, axis=1), np.gradient(points, axis=0))
    if np.allclose(points[:, 0], points[:, -1], atol=1e-9):
        around = points[:, 1] - points[:, -2]
        ends = np.cross(around, np.gradient(points, axis=0)[:, 0])
        normals[:, 0] = normals[:, -1] = ends
    normals = normals.reshape(-1, 3)
    lengths = np.linalg.norm(normals, axis=1, keepdims=True)
    normals = np.where(lengths > 1e-12, normals, normals.sum(axis=0))
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    if uv is None:
        u, v = np.meshgrid(np.linspace(0, 1, columns), np.linspace(1, 0, rows))
        uv = np.dstack([u, v])
    vertices = points.reshape(-1, 3)
    faces = _real(vertices, _grid(rows, columns))
    return Mesh(vertices, faces, normals, uv.reshape(-1, 2))


def _grid(rows: int, columns: int) -> Indices:
    low = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).ravel()
    up = low + columns
    return np.vstack(
        [np.column_stack([low, low + 1, up + 1]), np.column_stack([low, up + 1, up])]
    ).astype(np.int32)


def sheet(
    outline: Outline,
    bend: Bend = flat,
    *,
    thickness: float = 0.03,
    columns: int | Floats = 2,
) -> Sheet:
    """Return a sheet.

    Args:
        outline: Before it is bent.
        bend: Where its middle goes; the front is on the side from which across runs right
            when up runs up.
        thickness: cm.
        columns: Points across, or where they lie in shares of the width; for sheets bent
            across.
    """
    rows = len(outline.heights)
    share = np.linspace(0, 1, max(2, columns)) if isinstance(columns, int) else columns
    across = outline.left[:, None] + (outline.right - outline.left)[:, None] * share
    points = np.column_stack([across.ravel(), np.repeat(outline.heights, len(share))])
    normals = _normals(bend, points)
    middle = bend(points)
    front, back = middle + normals * thickness / 2, middle - normals * thickness / 2
    u, v = _ways(points, front, outline, len(share))
    faces = _grid(rows, len(share))
    return Sheet(
        Mesh(front, _real(front, faces), normals, np.column_stack([u, v])),
        Mesh(back, _real(back, faces)[:, ::-1].copy(), -normals, np.column_stack([1 - u, v])),
        _edge(front, back, rows, len(share)),
    )
