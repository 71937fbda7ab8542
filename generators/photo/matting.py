"""Matting: from a likelihood to a soft edge, and the colors under it.

Closed-form matting, solved on the band that is neither surely subject nor surely ground, so
that a large picture costs what its edge is long. Our own rather than PyMatting's: that one
solves for every pixel and brings a compiler that works for minutes on its first import.

Sources: A. Levin, D. Lischinski, Y. Weiss, A Closed-Form Solution to Natural Image Matting,
IEEE PAMI 30 (2008), eq. 12, https://doi.org/10.1109/TPAMI.2007.1177; M. Forte, Approximate
Fast Foreground Colour Estimation, ICIP 2021, https://doi.org/10.1109/ICIP42928.2021.9506164
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.linalg import LinearOperator, cg

__all__ = ["matte_of", "trimap_of", "unmixed"]

Map = NDArray[np.float32]
Pixels = NDArray[np.uint8]

_SURE = 0.85
_SURE_NOT = 0.12
_SOLID = 0.985
"""A matte from here on is solid, and below its complement empty: a solver leaves dust."""
_EPSILON = 1e-6
"""How little the colors of a window may vary before they say nothing."""
_ROUNDS = 400
_WIDE_PX = 45
_NARROW_PX = 3


def trimap_of(likely: Map) -> Map:
    """Return 1 where surely subject, 0 where surely not, 0.5 between."""
    reach = max(3, round(min(likely.shape) / 110)) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    inside = cv2.erode((likely > _SURE).astype(np.uint8), kernel)
    outside = cv2.erode((likely < _SURE_NOT).astype(np.uint8), kernel)
    unsure = np.full(likely.shape, 0.5, np.float32)
    unsure[outside > 0] = 0.0
    unsure[inside > 0] = 1.0
    return unsure


def matte_of(pixels: Pixels, trimap: Map) -> Map:
    """Return the matte, (h, w) 0–1.

    Args:
        pixels: (h, w, 3) sRGB.
        trimap: As `trimap_of` makes it.
    """
    unknown = trimap == 0.5
    count = int(unknown.sum())
    if not count or not (trimap == 1).any() or not (trimap == 0).any():
        return np.where(unknown, 1.0 if (trimap == 1).any() else 0.0, trimap).astype(np.float32)
    height, width = trimap.shape
    rows, columns, values = _affinities(pixels, unknown)
    size = height * width
    affine = sparse.csr_matrix((values, (rows, columns)), shape=(size, size))
    flat = unknown.ravel()
    degree = np.asarray(affine.sum(axis=1)).ravel()
    inner = sparse.diags(degree[flat]) - affine[flat][:, flat]
    pull = affine[flat][:, ~flat] @ trimap.ravel()[~flat].astype(np.float64)
    diagonal = np.maximum(inner.diagonal(), 1e-9)
    ease = LinearOperator(inner.shape, matvec=lambda vector: vector / diagonal)
    first = cv2.blur(trimap, (15, 15)).ravel()[flat].astype(np.float64)
    solved, _unsolved = cg(inner, pull, x0=first, rtol=1e-4, maxiter=_ROUNDS, M=ease)
    matte = trimap.astype(np.float64).ravel()
    matte[flat] = np.clip(solved, 0, 1)
    found = matte.reshape(height, width)
    found = np.where(found >= _SOLID, 1.0, np.where(found <= 1 - _SOLID, 0.0, found))
    return found.astype(np.float32)


def _affinities(
    pixels: Pixels, unknown: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Return how much pixels of a 3 × 3 window hold together, summed over windows.

    Only windows that touch the unknown are looked at.
    """
    height, width = unknown.shape
    touched = cv2.dilate(unknown.astype(np.uint8), np.ones((3, 3), np.uint8))[1:-1, 1:-1] > 0
    index = np.arange(height * width).reshape(height, width)
    members = sliding_window_view(index, (3, 3))[touched].reshape(-1, 9)
    colors = pixels.reshape(-1, 3)[members] / 255.0
    centered = colors - colors.mean(axis=1, keepdims=True)
    spread = np.einsum("wia,wib->wab", centered, centered) / 9 + np.eye(3) * (_EPSILON / 9)
    alike = np.einsum("wia,wab,wjb->wij", centered, np.linalg.inv(spread), centered)
    weights = (1 + alike) / 9
    rows = np.repeat(members, 9, axis=1).ravel()
    columns = np.tile(members, (1, 9)).ravel()
    return rows, columns, weights.ravel()


def unmixed(pixels: Pixels, matte: Map) -> Pixels:
    """Return the subject's own colors, (h, w, 3); where the matte is solid, bytes as given."""
    soft = (matte > 0) & (matte < 1)
    if not soft.any():
        return pixels.copy()
    told: Map = np.asarray(pixels / 255, np.float32)
    share: Map = np.asarray(matte[..., None], np.float32)
    front = back = told
    for radius in (_WIDE_PX, _NARROW_PX):
        front, back = _parted(told, front, back, share, radius)
    made = np.round(np.clip(front, 0, 1) * 255).astype(np.uint8)
    return np.where((matte >= 1)[..., None], pixels, made)


def _parted(told: Map, front: Map, back: Map, share: Map, radius: int) -> tuple[Map, Map]:
    """Return front and back colors, evened over a radius and then held to what is seen."""
    side = (2 * radius + 1, 2 * radius + 1)
    weight = cv2.blur(share, side)[..., None]
    near_front = cv2.blur(front * share, side) / (weight + 1e-5)
    near_back = cv2.blur(back * (1 - share), side) / (1 - weight + 1e-5)
    missed = told - share * near_front - (1 - share) * near_back
    front = np.asarray(np.clip(near_front + share * missed, 0, 1), np.float32)
    return front, np.asarray(near_back, np.float32)
