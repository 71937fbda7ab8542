"""Controls: a picture becomes what a ControlNet reads: edges, strokes, or a map as it is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from generators.order import Control

__all__ = ["control_picture", "edges"]

_LOW, _HIGH = 0.08, 0.18
"""Steps of lightness (0–1) an edge goes on at, and begins at."""

_LINE_SHARE = 0.35
"""A black picture with at most this share of light px is taken for a finished drawing."""


def control_picture(
    control: Control, picture: Image.Image, size: tuple[int, int]
) -> Image.Image:
    """Return what the ControlNet reads, in a size.

    Edges and scribbles are found unless the picture already is a drawing in white on black.
    Depth and pose pictures are maps already, and are taken as they are.
    """
    fitting = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    if control.kind not in ("canny", "scribble") or _is_drawing(fitting):
        return fitting
    lines = edges(np.asarray(fitting.convert("L"), np.float32) / np.float32(255))
    if control.kind == "scribble":
        lines = ndimage.binary_dilation(lines, iterations=2)
    return Image.fromarray(lines.astype(np.uint8) * 255).convert("RGB")


def _is_drawing(picture: Image.Image) -> bool:
    light = np.asarray(picture.convert("L"))
    ends = np.mean((light < 40) | (light > 215))
    return bool(ends > 0.9 and np.median(light) < 40 and np.mean(light > 128) < _LINE_SHARE)


def edges(light: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Return where the edges of a picture are, one px wide.

    Args:
        light: Lightness, 0–1, shape (height, width).

    Source:
        Canny, A Computational Approach to Edge Detection, IEEE PAMI 8 (1986).
    """
    smooth = ndimage.gaussian_filter(light, 1.4)
    across, down = ndimage.sobel(smooth, axis=1) / 4, ndimage.sobel(smooth, axis=0) / 4
    strength = np.hypot(across, down)
    sector = np.rint(np.arctan2(down, across) / (np.pi / 4)).astype(int) % 4
    ridge = np.zeros(light.shape, bool)
    for number, (dx, dy) in enumerate(((1, 0), (1, 1), (0, 1), (-1, 1))):
        ahead = np.roll(strength, (-dy, -dx), (0, 1))
        behind = np.roll(strength, (dy, dx), (0, 1))
        ridge |= (sector == number) & (strength >= ahead) & (strength > behind)
    ridge[[0, -1], :] = ridge[:, [0, -1]] = False
    pieces, _ = ndimage.label(ridge & (strength > _LOW), np.ones((3, 3)))
    begun = np.unique(pieces[ridge & (strength > _HIGH)])
    found: NDArray[np.bool_] = np.isin(pieces, begun[begun > 0])
    return found
