"""Stage: what a finished setting tells whoever places heroes in it."""

from __future__ import annotations

from dataclasses import dataclass

from compositor.color import Color
from generators.vector.patterns.sheet import Sheet

__all__ = ["Stage", "floor_line"]


@dataclass(frozen=True, kw_only=True)
class Stage:
    """Where heroes stand and how they are lit; light falls from the upper left.

    Attributes:
        ground_y: Height of the floor under the main hero, px; None when things float.
        shadow: Color of cast shadows, opaque.
        depth: How far down a nearer thing may stand, px.
        reflects: Whether the floor mirrors, 0–1.
        is_fast: Whether things leap and tilt here.
        backlit: Whether the setting is darker than the hero, so a rim of light helps.
    """

    ground_y: float | None
    shadow: Color
    depth: float = 0.0
    reflects: float = 0.0
    is_fast: bool = False
    backlit: bool = False


def floor_line(sheet: Sheet, default: float = 0.84) -> float:
    """Return where heroes stand: just above the foot of the hero box."""
    if sheet.hero is None:
        return sheet.height * default
    return sheet.hero.bottom - 0.02 * sheet.hero.height
