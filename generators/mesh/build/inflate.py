"""Inflation: flat regions become balloons and cushions.

The height is that of a soap film under pressure: ∇²u = −2 inside, u = 0 on the outline. The
solid is where z² < u, so a stroke of even width swells to a round tube, wide parts swell more
than narrow ones, and no ridge shows anywhere.
Source: https://en.wikipedia.org/wiki/Poisson%27s_equation
"""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.ndimage import (
    distance_transform_edt,
    gaussian_filter,
    map_coordinates,
    spline_filter,
)
from scipy.sparse import coo_matrix
from scipy.sparse.linalg import spsolve

from generators.errors import GenerationFailed
from generators.mesh.build.extrude import Region, grown, polygons
from generators.mesh.build.surface import surface
from generators.mesh.mesh import Floats, Mesh

__all__ = ["film", "inflate", "signed_distance"]

_MAX_CELLS = 900
_FACES = 60_000
_FACES_TO_CELLS = 9.6
"""Faces of a balloon for each cell its region covers."""
_GROWN = 0.5


def inflate(region: Region, *, fullness: float = 1.0, cell: float = 0.0) -> Mesh:
    """Return a watertight balloon of a region, standing, its middle at y = 0.

    Artwork coordinates cover the region's box, seen from the front.

    Args:
        region: Its outline, x right and y up, cm.
        fullness: Thickness relative to round tubes; less gives a cushion.
        cell: Size of a mesh cell, cm; 0 takes one that fits the region.

    Raises:
        GenerationFailed: The region is empty.
    """
    if not polygons(region):
        raise GenerationFailed("nothing to inflate; give a region with an area")
    low_x, low_y, high_x, high_y = region.bounds
    span = max(high_x - low_x, high_y - low_y)
    fitting = np.sqrt(_FACES_TO_CELLS * region.area / _FACES)
    cell = max(cell or fitting, span / _MAX_CELLS)
    # Hairlines thinner than a cell would tear; half a cell more on all sides holds them.
    region = grown(region, _GROWN * cell)
    u, origin = film(region, cell)
    # Sharp corners of the outline leave kinks that no balloon has.
    smooth = spline_filter(gaussian_filter(u, 0.9), order=3)
    flat = fullness**2

    def field(places: Floats) -> Floats:
        at = (places[:, [0, 2]] - origin) / cell
        height = map_coordinates(smooth, at.T, order=3, prefilter=False, mode="nearest")
        value: Floats = flat * height - places[:, 1] ** 2
        return value

    thick = fullness * float(np.sqrt(max(u.max(), 1e-9)))
    low = np.array([origin[0] + cell, -thick - 2.5 * cell, origin[1] + cell])
    high = np.array(
        [
            origin[0] + cell * (u.shape[0] - 2),
            thick + 2.5 * cell,
            origin[1] + cell * (u.shape[1] - 2),
        ]
    )
    mesh = surface(field, low, high, cell)
    uv = np.column_stack(
        [
            (mesh.vertices[:, 0] - low_x) / max(high_x - low_x, 1e-9),
            (high_y - mesh.vertices[:, 2]) / max(high_y - low_y, 1e-9),
        ]
    )
    return Mesh(mesh.vertices, mesh.faces, mesh.normals, np.clip(uv, 0.0, 1.0))


def film(region: Region, cell: float, *, margin: int = 4) -> tuple[Floats, Floats]:
    """Return the film's u on a grid (x, y), negative outside; and the grid's origin, cm."""
    distance, origin = signed_distance(region, cell, margin=margin)
    inside = distance > 0
    if not inside.any():
        raise GenerationFailed("the outline is finer than the mesh; make it larger or bolder")
    number = np.full(inside.shape, -1, dtype=np.int64)
    number[inside] = np.arange(int(inside.sum()))
    i, j = np.nonzero(inside)
    own = number[i, j]
    diagonal = np.zeros(len(own))
    rows, columns, values = [], [], []
    here = distance[i, j]
    for di, dj in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        there = distance[i + di, j + dj]
        neighbor = number[i + di, j + dj]
        is_in = neighbor >= 0
        # Where the outline cuts the edge, the film is zero there, not at the next point.
        reach = np.where(is_in, 1.0, here / np.maximum(here - there, 1e-12))
        diagonal += 1.0 / np.maximum(reach, 0.08)
        rows.append(own[is_in])
        columns.append(neighbor[is_in])
        values.append(np.full(int(is_in.sum()), -1.0))
    rows.append(own)
    columns.append(own)
    values.append(diagonal)
    matrix = coo_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns)))
    ).tocsc()
    solved = spsolve(matrix, np.full(len(own), 2.0 * cell * cell))
    u = np.zeros(inside.shape)
    u[inside] = np.maximum(solved, 1e-9)
    return _continued(u, distance, inside), origin


def signed_distance(region: Region, cell: float, *, margin: int) -> tuple[Floats, Floats]:
    """Return distances to the outline on a grid (x, y), positive inside; and its origin."""
    low_x, low_y, high_x, high_y = region.bounds
    origin = np.array([low_x, low_y]) - margin * cell
    counts = np.ceil((np.array([high_x, high_y]) - origin) / cell).astype(int) + margin + 1
    x = origin[0] + cell * np.arange(counts[0])
    y = origin[1] + cell * np.arange(counts[1])
    grid_x, grid_y = np.meshgrid(x, y, indexing="ij")
    shapely.prepare(region)
    inside = shapely.contains_xy(region, grid_x.ravel(), grid_y.ravel()).reshape(grid_x.shape)
    rough = (distance_transform_edt(inside) + distance_transform_edt(~inside)) * cell
    near = rough < 2.5 * cell
    points = shapely.points(grid_x[near], grid_y[near])
    outline = shapely.boundary(region)
    shapely.prepare(outline)
    rough[near] = np.maximum(shapely.distance(outline, points), 1e-9)
    return np.where(inside, rough, -rough), origin


def _continued(u: Floats, distance: Floats, inside: NDArray[np.bool_]) -> Floats:
    """Return u carried on below zero outside with the slope it has at the outline."""
    slope = np.where(inside, u / np.maximum(distance, 1e-9), 0.0)
    least = _least_positive(distance, inside)
    # A point of the grid that lies on the outline itself says nothing of the slope there.
    rim = inside & (distance > 0.1 * least) & (distance < np.sqrt(2.0) * 1.5 * least)
    source = ~rim
    nearest = distance_transform_edt(source, return_distances=False, return_indices=True)
    carried = slope[nearest[0], nearest[1]]
    flattest = 0.25 * float(np.median(slope[rim]))
    continued: Floats = np.where(inside, u, distance * np.maximum(carried, flattest))
    return continued


def _least_positive(distance: Floats, inside: NDArray[np.bool_]) -> float:
    """Return a distance that every part of the rim has points within: one cell or so."""
    return float(np.median(distance[inside & (distance_transform_edt(inside) < 1.5)]))
