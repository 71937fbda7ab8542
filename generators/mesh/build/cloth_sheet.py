"""Flat sheets of triangles, and the lengths that cloth keeps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import Delaunay

from generators.mesh.build.extrude import Region, polygons
from generators.mesh.mesh import Floats, Indices

__all__ = ["Sheet", "flat_sheet"]

Links = tuple[NDArray[np.int64], NDArray[np.int64], Floats]
"""Pairs of points without a point in common, and their distances at rest."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """A flat sheet.

    Attributes:
        points: (n, 2), cm.
        faces: (m, 3), counter-clockwise.
        rim: (n,) whether a point lies on the outline.
        stretch: Edges, in groups that can be solved at once.
        bend: Points across an edge from one another, likewise.
        seam: Points a little way from one another along the outline, likewise.
    """

    points: Floats
    faces: Indices
    rim: NDArray[np.bool_]
    stretch: tuple[Links, ...]
    bend: tuple[Links, ...]
    seam: tuple[Links, ...]

    def straighten(
        self, places: Floats, free: Floats, *, slack: float, stiffness: float, seam: float
    ) -> None:
        """Move places, in place, toward the distances they keep."""
        for links in self.stretch:
            _keep(places, free, links, 1.0 + slack, 1.0)
        for links in self.bend:
            _keep(places, free, links, 1.0 + slack, stiffness)
        # Thread is stiffer than cloth: a seam bows in one sweep instead of many scallops.
        for links in self.seam if seam else ():
            _keep(places, free, links, 1.0 + slack, seam)


def flat_sheet(region: Region, cell: float, *, seed: int = 0) -> Sheet:
    """Return a region in triangles of about one size.

    Args:
        region: Outline with holes, cm.
        cell: Edge length, cm.
        seed: Moves the inner points a little, so that folds do not follow a grid.
    """
    rims = []
    outlines = []
    for polygon in polygons(region):
        rings = [
            _even(np.asarray(ring.coords), cell)
            for ring in (polygon.exterior, *polygon.interiors)
        ]
        rims.extend(rings)
        outlines.append(shapely.Polygon(rings[0], rings[1:]))
    sampled = shapely.MultiPolygon(outlines).buffer(0)
    rim = np.concatenate(rims)
    inner = _inner(sampled, cell, seed)
    points = np.concatenate([rim, inner])
    faces = Delaunay(points).simplices
    middle = points[faces].mean(axis=1)
    faces = faces[shapely.contains_xy(sampled, middle[:, 0], middle[:, 1])]
    corners = points[faces]
    u, v = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    cross = u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]
    faces = np.where((cross < 0)[:, None], faces[:, ::-1], faces)[np.abs(cross) > 1e-9]
    used, renamed = np.unique(faces, return_inverse=True)
    faces = renamed.reshape(-1, 3).astype(np.int32)
    points = points[used]
    return Sheet(
        points,
        faces,
        used < len(rim),
        _grouped(points, _edges(faces)),
        _grouped(points, _across(faces)),
        _grouped(points, _along(rims, used)),
    )


def _along(rims: list[Floats], used: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return pairs of points two and four steps from one another along the outline."""
    found: list[NDArray[np.int64]] = []
    start = 0
    for ring in rims:
        index = start + np.arange(len(ring))
        found.extend(np.stack([index, np.roll(index, -step)], axis=1) for step in (2, 4))
        start += len(ring)
    every = np.concatenate(found)
    number = np.full(max(int(used.max()), int(every.max())) + 1, -1, dtype=np.int64)
    number[used] = np.arange(len(used))
    named: NDArray[np.int64] = number[every]
    return named[(named >= 0).all(axis=1)]


def _even(ring: Floats, cell: float) -> Floats:
    """Return a closed ring at even distances, its sharp corners kept."""
    line = shapely.LinearRing(ring)
    count = max(8, round(line.length / cell))
    at = np.linspace(0, line.length, count, endpoint=False)
    points: Floats = shapely.get_coordinates(shapely.line_interpolate_point(line, at))
    return points


def _inner(region: Region, cell: float, seed: int) -> Floats:
    low_x, low_y, high_x, high_y = region.bounds
    row = cell * np.sqrt(3) / 2
    rows = np.arange(low_y, high_y, row)
    columns = np.arange(low_x, high_x, cell)
    x, y = np.meshgrid(columns, rows)
    x = x + (np.arange(len(rows)) % 2 * cell / 2)[:, None]
    points = np.column_stack([x.ravel(), y.ravel()])
    points += np.random.default_rng(seed).uniform(-0.14, 0.14, points.shape) * cell
    inside = shapely.contains_xy(region, points[:, 0], points[:, 1])
    points = points[inside]
    gap = shapely.distance(shapely.boundary(region), shapely.points(points))
    kept: Floats = points[gap > 0.6 * cell]
    return kept


def _edges(faces: Indices) -> NDArray[np.int64]:
    pairs = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    return np.unique(np.sort(pairs.astype(np.int64), axis=1), axis=0)


def _across(faces: Indices) -> NDArray[np.int64]:
    """Return the pairs of corners that face each other over an inner edge."""
    pairs = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    tips = np.concatenate([faces[:, 2], faces[:, 0], faces[:, 1]]).astype(np.int64)
    pairs = np.sort(pairs.astype(np.int64), axis=1)
    order = np.lexsort((tips, pairs[:, 1], pairs[:, 0]))
    pairs, tips = pairs[order], tips[order]
    same = (pairs[1:] == pairs[:-1]).all(axis=1)
    return np.column_stack([tips[:-1][same], tips[1:][same]])


def _grouped(points: Floats, pairs: NDArray[np.int64]) -> tuple[Links, ...]:
    """Return pairs in groups where no point comes twice (greedy coloring)."""
    busy: list[set[int]] = [set() for _ in range(len(points))]
    colors = np.empty(len(pairs), dtype=np.int64)
    for index, (a, b) in enumerate(pairs.tolist()):
        color = 0
        while color in busy[a] or color in busy[b]:
            color += 1
        busy[a].add(color)
        busy[b].add(color)
        colors[index] = color
    groups = []
    for color in range(int(colors.max()) + 1 if len(colors) else 0):
        a, b = pairs[colors == color].T
        groups.append((a, b, np.linalg.norm(points[a] - points[b], axis=1)))
    return tuple(groups)


def _keep(places: Floats, free: Floats, links: Links, ratio: float, share: float) -> None:
    a, b, length = links
    gap = places[b] - places[a]
    size = np.sqrt(np.einsum("ij,ij->i", gap, gap))
    wa, wb = free[a], free[b]
    pull = share * (1.0 - ratio * length / np.maximum(size, 1e-9))
    step = gap * (pull[:, None] / np.maximum(wa + wb, 1e-9))
    places[a] += wa * step
    places[b] -= wb * step
