"""Surfaces of scalar fields: the places where a field crosses zero, as triangles.

Surface nets: one vertex for each cell the surface passes, at the mean of its crossings, then
drawn onto the field by a few Newton steps.
Source: Gibson, Constrained Elastic Surface Nets, 1998.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from generators.mesh.mesh import Floats, Indices, Mesh

__all__ = ["Field", "surface", "surface_net"]

Field = Callable[[Floats], Floats]
"""Places (n, 3), cm, to values (n,); positive inside."""


def surface(field: Field, low: Floats, high: Floats, cell: float) -> Mesh:
    """Return the closed surface of a smooth field.

    Args:
        field: Positive inside, negative on the whole box around it.
        low: Lowest corner of the box searched, cm.
        high: Highest corner.
        cell: Size of a cell, cm.
    """
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    counts = np.maximum(np.ceil((high - low) / cell).astype(int) + 1, 3)
    axes = [low[i] + cell * np.arange(counts[i]) for i in range(3)]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1)
    values = field(grid.reshape(-1, 3)).reshape(tuple(counts))
    vertices, faces = surface_net(values)
    start = places = low + cell * vertices
    for _ in range(4):
        slope = _gradient(field, places, cell * 0.05)
        size = np.maximum(np.einsum("ij,ij->i", slope, slope), 1e-12)
        step = -(field(places) / size)[:, None] * slope
        length = np.linalg.norm(step, axis=1, keepdims=True)
        places = places + step * np.minimum(1.0, 0.35 * cell / np.maximum(length, 1e-12))
        places = start + np.clip(places - start, -0.7 * cell, 0.7 * cell)
    slope = _gradient(field, places, cell * 0.05)
    normals = -slope / np.maximum(np.linalg.norm(slope, axis=1, keepdims=True), 1e-12)
    # Where the field has a kink its slope says nothing; the faces around do.
    shape = _face_normals(places, faces)
    lost = np.einsum("ij,ij->i", normals, shape) < 0.8
    normals[lost] = shape[lost]
    return Mesh(places, faces, normals)


def surface_net(values: Floats) -> tuple[Floats, Indices]:
    """Return vertices in cells of the grid and triangles, counter-clockwise from outside."""
    inside = values > 0
    total = np.zeros((*(n - 1 for n in values.shape), 3))
    crossings = np.zeros(total.shape[:3], dtype=np.int32)
    for axis in range(3):
        _add_crossings(values, inside, axis, total, crossings)
    has = crossings > 0
    number: NDArray[np.int64] = np.full(has.shape, -1, dtype=np.int64)
    number[has] = np.arange(int(has.sum()))
    vertices = total[has] / crossings[has][:, None]
    quads = [_quads(inside, number, axis) for axis in range(3)]
    faces = np.concatenate([np.concatenate([q[:, [0, 1, 2]], q[:, [0, 2, 3]]]) for q in quads])
    return vertices, faces.astype(np.int32)


def _add_crossings(
    values: Floats,
    inside: NDArray[np.bool_],
    axis: int,
    total: Floats,
    crossings: Indices,
) -> None:
    """Add where edges along an axis cross zero to the four cells around each."""
    v, s = np.moveaxis(values, axis, 0), np.moveaxis(inside, axis, 0)
    change = s[1:] != s[:-1]
    a, b = v[:-1][change], v[1:][change]
    i, j, k = np.nonzero(change)
    at = np.stack([i + a / (a - b), j.astype(float), k.astype(float)], axis=1)
    places = np.empty_like(at)
    others = [n for n in range(3) if n != axis]
    places[:, axis], places[:, others[0]], places[:, others[1]] = at.T
    sums, counts = np.moveaxis(total, axis, 0), np.moveaxis(crossings, axis, 0)
    for dj in (0, 1):
        for dk in (0, 1):
            jj, kk = j - dj, k - dk
            ok = (jj >= 0) & (kk >= 0) & (jj < sums.shape[1]) & (kk < sums.shape[2])
            # An edge meets each of its cells once, so no index comes twice.
            sums[i[ok], jj[ok], kk[ok]] += places[ok]
            counts[i[ok], jj[ok], kk[ok]] += 1


def _quads(inside: NDArray[np.bool_], number: NDArray[np.int64], axis: int) -> Indices:
    s, n = np.moveaxis(inside, axis, 0), np.moveaxis(number, axis, 0)
    change = s[1:] != s[:-1]
    change[:, 0, :] = change[:, :, 0] = change[:, -1, :] = change[:, :, -1] = False
    i, j, k = np.nonzero(change)
    ring = np.stack([n[i, j - 1, k - 1], n[i, j, k - 1], n[i, j, k], n[i, j - 1, k]], axis=1)
    # Axes 0 and 2 keep their two others in right-handed order when moved to front; 1 does not.
    turned = s[:-1][change] if axis != 1 else ~s[:-1][change]
    ring[~turned] = ring[~turned][:, ::-1]
    return ring.astype(np.int32)


def _face_normals(places: Floats, faces: Indices) -> Floats:
    """Return normals of vertices as the mean of the faces around them."""
    corners = places[faces]
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    total = np.zeros_like(places)
    for i in range(3):
        np.add.at(total, faces[:, i], cross)
    size = np.linalg.norm(total, axis=1, keepdims=True)
    total[size[:, 0] < 1e-14] = (0.0, 0.0, 1.0)
    normals: Floats = total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-14)
    return normals


def _gradient(field: Field, places: Floats, step: float) -> Floats:
    found = np.empty_like(places)
    for axis in range(3):
        ahead = np.zeros(3)
        ahead[axis] = step
        found[:, axis] = (field(places + ahead) - field(places - ahead)) / (2 * step)
    return found
