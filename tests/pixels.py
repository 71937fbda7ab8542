"""Pictures written as text, after WeasyPrint: one letter a pixel, so a failure can be read."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["PIXELS", "as_text"]

PIXELS = {
    "_": (255, 255, 255, 255),
    "R": (255, 0, 0, 255),
    "G": (0, 255, 0, 255),
    "B": (0, 0, 255, 255),
    "K": (0, 0, 0, 255),
    ".": (0, 0, 0, 0),
}


def as_text(pixels: NDArray[np.uint8]) -> str:
    """Return one letter per pixel, ``z`` for a color that has none."""
    names: dict[tuple[int, ...], str] = {color: letter for letter, color in PIXELS.items()}
    rows = [
        "".join(names.get(tuple(int(c) for c in pixel), "z") for pixel in row) for row in pixels
    ]
    return "\n".join(rows)
