"""Loop subdivision: four triangles for one, smoothed.

Source: Charles Loop, Smooth Subdivision Surfaces Based on Triangles, 1987.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generators.mesh.mesh import Floats, Indices

__all__ = ["subdivided"]


def subdivided(values: Floats, faces: Indices) -> tuple[Floats, Indices]:
    """Return values at the vertices of the finer mesh, and its faces.

    Outlines become smooth curves that do not depend on the inside.

    Args:
        values: (n, k) of each vertex: places, artwork coordinates, or both side by side.
        faces: (m, 3).
    """
    count = len(values)
    sides = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    tips = np.concatenate([faces[:, 2], faces[:, 0], faces[:, 1]])
    edges, number, uses = np.unique(
        np.sort(sides, axis=1), axis=0, return_inverse=True, return_counts=True
    )
    number = number.reshape(-1)
    a, b = edges.T
    is_inner = uses == 2
    across = np.zeros((len(edges), values.shape[1]))
    np.add.at(across, number, values[tips])
    middle = (values[a] + values[b]) / 2
    middle[is_inner] = 0.75 * middle[is_inner] + across[is_inner] / 8
    kept = _kept(values, edges, is_inner, count)
    i, j, k = (count + number.reshape(3, -1)).astype(np.int32)
    x, y, z = faces.T
    finer = np.concatenate(
        [
            np.stack([x, i, k], axis=1),
            np.stack([y, j, i], axis=1),
            np.stack([z, k, j], axis=1),
            np.stack([i, j, k], axis=1),
        ]
    )
    return np.vstack([kept, middle]), finer.astype(np.int32)


def _kept(values: Floats, edges: Indices, is_inner: NDArray[np.bool_], count: int) -> Floats:
    """Return where the vertices of the coarse mesh go."""
    sums, degrees = _neighbors(values, edges, count)
    beta = (0.625 - (0.375 + 0.25 * np.cos(2 * np.pi / np.maximum(degrees, 1))) ** 2) / (
        np.maximum(degrees, 1)
    )
    moved = values * (1 - degrees * beta)[:, None] + beta[:, None] * sums
    rim_sums, rim_degrees = _neighbors(values, edges[~is_inner], count)
    on_rim = rim_degrees > 0
    moved[on_rim] = values[on_rim]
    plain = rim_degrees == 2
    moved[plain] = 0.75 * values[plain] + rim_sums[plain] / 8
    return moved


def _neighbors(values: Floats, edges: Indices, count: int) -> tuple[Floats, Floats]:
    sums = np.zeros((count, values.shape[1]))
    np.add.at(sums, edges[:, 0], values[edges[:, 1]])
    np.add.at(sums, edges[:, 1], values[edges[:, 0]])
    degrees = np.bincount(edges.ravel(), minlength=count).astype(float)
    return sums, degrees
