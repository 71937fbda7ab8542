"""Hairlines of a construction sheet: thin lines, small crosses, lines through two points."""

from __future__ import annotations

from compositor.document import Shape, SolidPaint, Stroke
from compositor.geometry import Box, Path
from compositor.geometry.shapes import line as straight

__all__ = ["across", "cross", "hair"]


def hair(
    path: Path, paint: SolidPaint, width: float, *, dashes: tuple[float, ...] = ()
) -> Shape:
    """Return a thin line of a paint."""
    stroke = Stroke(paint=paint, width=width, cap="butt", join="miter", dashes=dashes)
    return Shape(path=path, stroke=stroke)


def cross(x: float, y: float, reach: float) -> Path:
    """Return an upright cross about a point."""
    return Path.join(
        [straight(x - reach, y, x + reach, y), straight(x, y - reach, x, y + reach)]
    )


def across(start: tuple[float, float], stop: tuple[float, float], room: Box) -> Path | None:
    """Return the line through two points, as long as a box holds it."""
    dx, dy = stop[0] - start[0], stop[1] - start[1]
    low, high = -1e9, 1e9
    for origin, step, near, far in (
        (start[0], dx, room.x, room.right),
        (start[1], dy, room.y, room.bottom),
    ):
        if abs(step) < 1e-9:
            continue
        a, b = sorted(((near - origin) / step, (far - origin) / step))
        low, high = max(low, a), min(high, b)
    if low >= high:
        return None
    return straight(
        start[0] + dx * low, start[1] + dy * low, start[0] + dx * high, start[1] + dy * high
    )
