"""Point, Size and Box: where things are, in px, y pointing down."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Box", "Point", "Size"]


class Point(NamedTuple):
    """A place, in px from the top left."""

    x: float
    y: float


class Size(NamedTuple):
    """A width and a height, in px."""

    width: float
    height: float

    @property
    def shorter(self) -> float:
        """The shorter side."""
        return min(self.width, self.height)

    @property
    def aspect(self) -> float:
        """Width divided by height."""
        return self.width / self.height


class Box(NamedTuple):
    """An upright rectangle: left, top, width, height, in px."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The bottom edge."""
        return self.y + self.height

    @property
    def center(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    @property
    def size(self) -> Size:
        """Width and height."""
        return Size(self.width, self.height)

    @property
    def area(self) -> float:
        """Area in px²; an inverted box counts as empty."""
        return max(0.0, self.width) * max(0.0, self.height)

    @property
    def is_empty(self) -> bool:
        """Whether it covers nothing."""
        return self.width <= 0 or self.height <= 0

    def inset(self, dx: float, dy: float | None = None) -> Box:
        """Return the box with every edge moved inwards (outwards when negative)."""
        dy = dx if dy is None else dy
        return Box(self.x + dx, self.y + dy, self.width - 2 * dx, self.height - 2 * dy)

    def moved(self, dx: float, dy: float) -> Box:
        """Return the box displaced."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def intersection(self, other: Box) -> Box:
        """Return what both cover; possibly empty, never negative in size."""
        left, top = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Box(left, top, max(0.0, right - left), max(0.0, bottom - top))

    def union(self, other: Box) -> Box:
        """Return the smallest box that covers both; an empty one does not count."""
        if self.is_empty:
            return other
        if other.is_empty:
            return self
        left, top = min(self.x, other.x), min(self.y, other.y)
        right, bottom = max(self.right, other.right), max(self.bottom, other.bottom)
        return Box(left, top, right - left, bottom - top)

    def covers(self, other: Box, tolerance_px: float = 0.01) -> bool:
        """Whether the other box lies inside this one."""
        return (
            other.x >= self.x - tolerance_px
            and other.y >= self.y - tolerance_px
            and other.right <= self.right + tolerance_px
            and other.bottom <= self.bottom + tolerance_px
        )

    def fraction(self, x: float, y: float, width: float, height: float) -> Box:
        """Return the part of this box given in fractions of its own size."""
        return Box(
            self.x + x * self.width,
            self.y + y * self.height,
            width * self.width,
            height * self.height,
        )

    def fitted(self, aspect: float) -> Box:
        """Return the largest centered box of that width-to-height ratio inside this one."""
        width = min(self.width, self.height * aspect)
        height = width / aspect
        center = self.center
        return Box(center.x - width / 2, center.y - height / 2, width, height)
