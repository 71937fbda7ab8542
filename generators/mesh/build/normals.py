"""Normals: smooth where faces meet gently, split where they meet at a crease."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from generators.mesh.mesh import Floats, Indices, Mesh

__all__ = ["corner_normals", "shaded"]


def shaded(
    vertices: Floats,
    faces: Indices,
    *,
    crease_deg: float = 35.0,
    uv: Floats | None = None,
    weight: Floats | None = None,
) -> Mesh:
    """Return a mesh whose vertices are doubled along creases.

    Args:
        vertices: (n, 3), each place once.
        faces: (m, 3), counter-clockwise from outside.
        crease_deg: Faces that meet at more than this keep an edge between them.
        uv: (n, 2), carried along.
        weight: (m,) how much each face pulls the normals at its corners; flat faces beside
            a rounding want a large one, or the rounding bleeds into them.
    """
    group, normals = corner_normals(vertices, faces, crease_deg=crease_deg, weight=weight)
    count = int(group.max()) + 1
    source = np.zeros(count, dtype=np.int64)
    source[group] = faces.ravel()
    return Mesh(
        vertices[source],
        group.reshape(-1, 3).astype(np.int32),
        normals,
        None if uv is None else uv[source],
    )


def corner_normals(
    vertices: Floats,
    faces: Indices,
    *,
    crease_deg: float,
    weight: Floats | None = None,
) -> tuple[NDArray[np.int64], Floats]:
    """Return, for the corners of all faces in order, which normal each takes; and normals."""
    corners = vertices[faces]
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    flat = cross / np.maximum(np.linalg.norm(cross, axis=1, keepdims=True), 1e-15)
    group = _corner_groups(faces, flat, np.cos(np.radians(crease_deg)))
    pull = _angles(corners) * (1.0 if weight is None else weight[:, None])
    normals = np.zeros((int(group.max()) + 1, 3))
    np.add.at(normals, group, (flat[:, None, :] * pull[:, :, None]).reshape(-1, 3))
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    lost = length[:, 0] < 1e-12
    normals[lost] = (0.0, 0.0, 1.0)
    length[lost] = 1.0
    return group, normals / length


def _corner_groups(faces: Indices, flat: Floats, limit: float) -> NDArray[np.int64]:
    """Number the fans of faces that share a vertex and no crease."""
    count = len(faces)
    index = np.arange(count)
    starts = np.concatenate([faces[:, 0], faces[:, 1], faces[:, 2]])
    ends = np.concatenate([faces[:, 1], faces[:, 2], faces[:, 0]])
    owner = np.concatenate([index, index, index])
    slot = np.repeat([0, 1, 2], count)
    low, high = np.minimum(starts, ends), np.maximum(starts, ends)
    order = np.lexsort((high, low))
    low, high = low[order], high[order]
    first = np.flatnonzero((low[1:] == low[:-1]) & (high[1:] == high[:-1]))
    one, two = order[first], order[first + 1]
    gentle = np.einsum("ij,ij->i", flat[owner[one]], flat[owner[two]]) > limit
    one, two = one[gentle], two[gentle]
    start_one, end_one = owner[one] * 3 + slot[one], owner[one] * 3 + (slot[one] + 1) % 3
    start_two, end_two = owner[two] * 3 + slot[two], owner[two] * 3 + (slot[two] + 1) % 3
    opposed = starts[one] == ends[two]
    left = np.concatenate([start_one, end_one])
    right = np.concatenate(
        [np.where(opposed, end_two, start_two), np.where(opposed, start_two, end_two)]
    )
    graph = coo_matrix((np.ones(len(left)), (left, right)), shape=(3 * count, 3 * count))
    found: NDArray[np.int64] = connected_components(graph, directed=False)[1].astype(np.int64)
    return found


def _angles(corners: Floats) -> Floats:
    """Return the angle of each corner, (m, 3) rad."""
    found = np.empty(corners.shape[:2])
    for i in range(3):
        u = corners[:, (i + 1) % 3] - corners[:, i]
        v = corners[:, (i + 2) % 3] - corners[:, i]
        size = np.linalg.norm(u, axis=1) * np.linalg.norm(v, axis=1)
        cosine = np.einsum("ij,ij->i", u, v) / np.maximum(size, 1e-15)
        found[:, i] = np.arccos(np.clip(cosine, -1.0, 1.0))
    return found
