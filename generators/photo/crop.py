"""Smart crop: the part of a photograph of a given shape that keeps what the eye goes to."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from compositor.geometry import Box
from compositor.saliency import saliency
from generators.errors import GenerationFailed

__all__ = ["smart_crop"]

_STEPS = 24
_SIZES = (1.0, 0.9, 0.8)
"""Of the largest crop that fits; smaller ones must win by keeping nearly all."""
_KEEP = 0.97


def smart_crop(pixels: NDArray[np.uint8], aspect: float, keep: Box | None = None) -> Box:
    """Return the crop in fractions of the photograph.

    Args:
        pixels: (h, w, 3 or more) sRGB.
        aspect: Width over height of the crop.
        keep: A box in fractions that should stay inside, such as a found product.

    Raises:
        GenerationFailed: The aspect is not a positive number.
    """
    if not np.isfinite(aspect) or not 0.02 <= aspect <= 50:
        raise GenerationFailed(
            f"an aspect of {aspect} is none; use width over height, 0.02 to 50"
        )
    height, width = pixels.shape[:2]
    eye = saliency(pixels) + 0.02
    if keep is not None:
        eye = eye + _inside(keep, eye.shape) * 2
    total = np.pad(eye.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    full_wide = min(1.0, aspect * height / width)
    full_tall = min(1.0, width / (aspect * height))
    best = (-1.0, Box(0, 0, full_wide, full_tall))
    for size in _SIZES:
        wide, tall = full_wide * size, full_tall * size
        for x in np.linspace(0, 1 - wide, _STEPS):
            for y in np.linspace(0, 1 - tall, _STEPS):
                box = Box(float(x), float(y), wide, tall)
                worth = _worth(total, box, size)
                if worth > best[0] + 1e-9:
                    best = (worth, box)
    return best[1]


def _worth(total: NDArray[np.float64], box: Box, size: float) -> float:
    """Return the share of the eye's attention kept, and how well it is centered."""
    rows, columns = total.shape[0] - 1, total.shape[1] - 1
    top, bottom = round(box.y * rows), round((box.y + box.height) * rows)
    left, right = round(box.x * columns), round((box.x + box.width) * columns)
    whole = total[-1, -1]

    def mass(y0: int, y1: int, x0: int, x1: int) -> float:
        return float(total[y1, x1] - total[y0, x1] - total[y1, x0] + total[y0, x0])

    kept = mass(top, bottom, left, right)
    middle_x, middle_y = (left + right) // 2, (top + bottom) // 2
    lean_x = abs(mass(top, bottom, left, middle_x) / kept - 0.5)
    lean_y = abs(mass(top, middle_y, left, right) / kept - 0.5)
    share = float(kept / whole)
    if size < 1 and share < _KEEP:
        return -1.0
    return share - 0.12 * (lean_x + lean_y) + (0.02 * (1 - size) if size < 1 else 0.0)


def _inside(box: Box, shape: tuple[int, ...]) -> NDArray[np.float64]:
    rows, columns = shape[0], shape[1]
    found = np.zeros((rows, columns))
    top, bottom = int(box.y * rows), int(np.ceil((box.y + box.height) * rows))
    left, right = int(box.x * columns), int(np.ceil((box.x + box.width) * columns))
    found[max(0, top) : bottom, max(0, left) : right] = 1
    return found
