"""Safe areas: what a platform leaves uncovered, and geometries drawn into it.

The words and the subject move inside; whatever reaches an edge of the page still does.
"""

from __future__ import annotations

from typing import NamedTuple

from compositor.geometry import Box, Size
from compositor.layout.arrangement import Geometry

__all__ = ["EDGE", "NOTHING_COVERED", "SafeArea", "live_size", "moved_inside"]

EDGE = 0.035
"""No composition puts words nearer to an edge of the page than this part of it."""


class SafeArea(NamedTuple):
    """What is covered at each edge, as parts of the page's width or height."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    @property
    def is_whole_page(self) -> bool:
        """Whether every composition keeps inside it anyway."""
        return max(self) <= EDGE

    def box(self, size: Size) -> Box:
        """Return the uncovered part of a page, px."""
        return Box(
            self.left * size.width,
            self.top * size.height,
            (1 - self.left - self.right) * size.width,
            (1 - self.top - self.bottom) * size.height,
        )


NOTHING_COVERED = SafeArea()


def live_size(size: Size, safe: SafeArea) -> Size:
    """Return the page that a composition should think it is on, px."""
    if safe.is_whole_page:
        return size
    across = _span(safe.left, safe.right)
    down = _span(safe.top, safe.bottom)
    whole = 1 - 2 * EDGE
    return Size(
        size.width * (across[1] - across[0]) / whole,
        size.height * (down[1] - down[0]) / whole,
    )


def moved_inside(geometry: Geometry, safe: SafeArea) -> Geometry:
    """Return the geometry with words and subject inside the safe area."""
    if safe.is_whole_page:
        return geometry
    across = _span(safe.left, safe.right)
    down = _span(safe.top, safe.bottom)

    def moved(box: Box) -> Box:
        x, right = _moved(box.x, across), _moved(box.right, across)
        y, bottom = _moved(box.y, down), _moved(box.bottom, down)
        return Box(x, y, right - x, bottom - y)

    return geometry.moved(moved)


def _span(start: float, end: float) -> tuple[float, float]:
    return max(EDGE, start), 1 - max(EDGE, end)


def _moved(part: float, span: tuple[float, float]) -> float:
    """Edges of the page stay; what lies between is drawn together piece by piece."""
    low, high = span
    if part <= 0 or part >= 1:
        return part
    if part < EDGE:
        return part * low / EDGE
    if part > 1 - EDGE:
        return 1 - (1 - part) * (1 - high) / EDGE
    return low + (part - EDGE) / (1 - 2 * EDGE) * (high - low)
