"""Paths for text on circles and arcs, upright at the top or at the bottom."""

from __future__ import annotations

from typing import Literal

from compositor.document.text import TextPath
from compositor.geometry import Point
from compositor.geometry.shapes import arc

__all__ = ["on_arc", "on_circle"]


def on_circle(
    center: Point,
    radius: float,
    at: Literal["top", "bottom"] = "top",
    *,
    middle_deg: float = 0.0,
) -> TextPath:
    """Return a whole circle whose middle of text is at the top or the bottom of it.

    At the top letters stand outside the circle; at the bottom they stand inside, so that
    both read from left to right. Give the layer `align="center"`.

    Args:
        center: Of the circle, px of the layer.
        radius: Of the baseline, px.
        at: Which of them.
        middle_deg: Turns the middle clockwise from there.
    """
    if at == "top":
        first = 90.0 + middle_deg
        return TextPath(outline=arc(*center, radius, first, first + 360), start=0.5)
    first = 270.0 + middle_deg
    return TextPath(outline=arc(*center, radius, first, first - 360), start=0.5)


def on_arc(
    center: Point, radius: float, *, sweep_deg: float = 120.0, up: bool = True
) -> TextPath:
    """Return an arc around a center, its middle above it (`up`) or below; for centered text.

    Args:
        center: Of the circle it is part of, px of the layer.
        radius: Of the baseline, px.
        sweep_deg: How far it goes.
        up: Whether the middle rises (a bridge) or hangs (a smile).
    """
    half = sweep_deg / 2
    if up:
        return TextPath(outline=arc(*center, radius, -90 - half, -90 + half), start=0.5)
    return TextPath(outline=arc(*center, radius, 90 + half, 90 - half), start=0.5)
