"""Saliency: where the eye goes in a finished picture, measured on its pixels.

Three cues that need no training are joined. What differs from the colors along the edges of
the picture is figure, not ground; what differs from what lies around it, at three sizes, is
seen first; and detail holds the eye. One edge may belong to the figure itself, so of the
four the most different is left out.

Sources: center and surround at several scales: L. Itti, C. Koch, E. Niebur, A Model of
Saliency-Based Visual Attention for Rapid Scene Analysis, IEEE PAMI 20 (1998),
https://doi.org/10.1109/34.730558; the edges as ground: Y. Wei et al., Geodesic Saliency Using
Background Priors, ECCV 2012, https://doi.org/10.1007/978-3-642-33712-3_3; color differences
in OKLab: https://bottosson.github.io/posts/oklab/
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["GRID", "edge_energy", "saliency", "shrunk"]

Grid = NDArray[np.float64]

GRID = 96
"""Longest side of the grid that is measured, in cells: a thumbnail, as the eye scans it."""
_EDGE = 3
"""Cells along each side that count as its edge."""
_SURROUNDS = ((1, 6), (2, 12), (4, 24))
"""Radii of center and surround, in cells."""
_WEIGHTS = (0.55, 0.3, 0.15)
"""Of ground, surround and detail."""
_FLAT = 0.012
"""Differences in OKLab below which nothing stands out."""
_FAR = 0.22
"""A difference in OKLab from which a thing fully stands out."""


def saliency(pixels: NDArray[np.uint8], longest: int = GRID) -> Grid:
    """Return how much each place draws the eye, 0–1, on a grid of the picture's shape.

    Args:
        pixels: (height, width, 3 or more) sRGB; opacity is not looked at.
        longest: Cells of the longer side.
    """
    lab = _oklab(shrunk(pixels, longest))
    figure = _apart_from_edges(lab)
    around = np.zeros_like(figure)
    for center, surround in _SURROUNDS:
        around += np.linalg.norm(_blurred(lab, center) - _blurred(lab, surround), axis=2)
    detail = _blurred(_slope(lab[..., 0])[..., None], 2)[..., 0]
    if max(float(figure.max()), float(around.max())) < _FLAT:
        return np.zeros_like(figure)
    cues = (_capped(figure, _FAR), _capped(around, 1.2 * _FAR), _capped(detail, 0.35 * _FAR))
    joined = sum(weight * cue for weight, cue in zip(_WEIGHTS, cues, strict=True))
    found = _blurred(np.asarray(joined)[..., None], 1)[..., 0]
    top = float(np.percentile(found, 99.5))
    # A faint picture stays faint: it is stretched, but never to more than twice.
    return np.asarray(np.clip(found / max(top, 0.5), 0.0, 1.0))


def edge_energy(pixels: NDArray[np.uint8], longest: int = GRID) -> Grid:
    """Return the lightness step from cell to cell, 0–1, on the grid of `saliency`."""
    light = shrunk(pixels, longest)[..., :3] @ np.array([0.299, 0.587, 0.114])
    return _slope(light)


def shrunk(pixels: NDArray[np.uint8], longest: int) -> Grid:
    """Return block means of the colors, 0–1; the longer side becomes `longest` or less."""
    colors = pixels[..., :3].astype(np.float64) / 255
    height, width = colors.shape[:2]
    step = max(1, -(-max(height, width) // longest))
    rows, columns = max(1, height // step), max(1, width // step)
    kept = colors[: rows * step, : columns * step]
    if kept.shape[0] < step or kept.shape[1] < step:
        return colors
    return np.asarray(kept.reshape(rows, step, columns, step, -1).mean(axis=(1, 3)))


def _apart_from_edges(lab: Grid) -> Grid:
    """How far each place is from the colors along the edges, the least alike edge left out."""
    height, width = lab.shape[:2]
    depth = max(1, min(_EDGE, height // 4, width // 4))
    sides = (lab[:depth], lab[-depth:], lab[:, :depth], lab[:, -depth:])
    distances = []
    for side in sides:
        colors = side.reshape(-1, 3)
        # A few typical colors of the edge: a ground may fade from one to another.
        order = np.argsort(colors[:, 0], kind="stable")
        typical = [part.mean(axis=0) for part in np.array_split(colors[order], 4) if len(part)]
        each = [np.linalg.norm(lab - color, axis=2) for color in typical]
        distances.append(np.min(each, axis=0))
    stacked = np.sort(np.stack(distances), axis=0)
    return np.asarray(stacked[:3].mean(axis=0))


def _slope(light: Grid) -> Grid:
    """How much lightness changes from cell to cell; nothing on a grid of one row or column."""
    if min(light.shape) < 2:
        return np.zeros_like(light)
    down, across = np.gradient(light)
    return np.asarray(np.hypot(down, across))


def _capped(values: Grid, full: float) -> Grid:
    return np.asarray(np.clip(values / full, 0.0, 1.0))


def _blurred(values: Grid, radius: int) -> Grid:
    """Return box means over (2 · radius + 1) squares, the rim repeated."""
    side = 2 * radius + 1
    padded = np.pad(values, ((radius, radius), (radius, radius), (0, 0)), mode="edge")
    sums = np.cumsum(np.cumsum(padded, axis=0), axis=1)
    sums = np.pad(sums, ((1, 0), (1, 0), (0, 0)))
    found = (
        sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    )
    return np.asarray(found / side**2)


_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def _oklab(colors: Grid) -> Grid:
    linear = np.where(colors <= 0.04045, colors / 12.92, ((colors + 0.055) / 1.055) ** 2.4)
    return np.asarray(np.cbrt(linear @ _TO_LMS.T) @ _TO_LAB.T)
