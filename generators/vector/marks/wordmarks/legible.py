"""Legibility: whether a redrawn letter still reads as the letter it was."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from compositor.geometry import Affine, Box, Path
from compositor.geometry.shapes import rectangle
from generators.vector.marks.wordmarks.scan import Grid, ink_area, raster

__all__ = ["FLOOR", "KEPT_FLOOR", "WHITE_FLOOR", "Reading", "read_against"]

_PX = 32
FLOOR = 0.58
"""Least overlap with the original at 32 px; strokes are two to five px there."""
KEPT_FLOOR = 0.5
"""Least part of any component's ink that must be near ink again."""
WHITE_FLOOR = 0.45
"""Least part of any counter that stays open: a character is read by its white as well."""


class Reading(NamedTuple):
    """How a letter reads after an edit.

    Attributes:
        overlap: Ink both share over ink either has, at 32 px, 0–1.
        kept: The least part of any separate component that is still there, 0–1.
        white: The least part of the white around, and of any counter, that is still white.
    """

    overlap: float
    kept: float
    white: float

    @property
    def is_legible(self) -> bool:
        """Whether it passes the floors."""
        return self.overlap >= FLOOR and self.kept >= KEPT_FLOOR and self.white >= WHITE_FLOOR


def read_against(original: Path, edited: Path, *, matches_box: bool = False) -> Reading:
    """Return how an edited letter reads beside its original.

    Args:
        original: As the face draws it.
        edited: As it is now.
        matches_box: Compare within their own boxes: the structure was condensed or extended.
    """
    box = original.bounds
    side = max(box.width, box.height) * 1.06
    frame = Box(box.center.x - side / 2, box.center.y - side / 2, side, side)
    if edited.is_empty:
        return Reading(0.0, 0.0, 0.0)
    if matches_box:
        now = edited.bounds
        fit = Affine(
            box.width / now.width,
            0,
            0,
            box.height / now.height,
            box.x - now.x * box.width / now.width,
            box.y - now.y * box.height / now.height,
        )
        edited = edited.transformed(fit)
    before, after = raster(original, frame, _PX), raster(edited, frame, _PX)
    either = float(np.maximum(before, after).sum())
    overlap = float(np.minimum(before, after).sum()) / either if either else 0.0
    near = _grown(after)
    whole = ink_area(original)
    kept = 1.0
    around = raster(rectangle(box), frame, _PX) * (1 - before)
    total = float(around.sum())
    white = float(np.minimum(around, 1 - after).sum()) / total if total > 1 else 1.0
    for contour in original.contours():
        is_ink = ink_area(contour) * whole > 0
        alone = raster(contour, frame, _PX) * ((before if is_ink else 1 - before) > 0.05)
        total = float(alone.sum())
        if total <= 0.6:
            continue
        if is_ink:
            kept = min(kept, float(np.minimum(alone, near).sum()) / total)
        else:
            alone = np.minimum(alone, 1 - before)
            total = float(alone.sum())
            share = float(np.minimum(alone, 1 - after).sum()) / total if total > 0.3 else 1.0
            white = min(white, share)
    return Reading(overlap, kept, white)


def _grown(grid: Grid) -> Grid:
    """Every cell takes the most ink of itself and its four neighbors, neighbors at 0.8."""
    out = grid.copy()
    out[1:] = np.maximum(out[1:], 0.8 * grid[:-1])
    out[:-1] = np.maximum(out[:-1], 0.8 * grid[1:])
    out[:, 1:] = np.maximum(out[:, 1:], 0.8 * grid[:, :-1])
    out[:, :-1] = np.maximum(out[:, :-1], 0.8 * grid[:, 1:])
    return out
