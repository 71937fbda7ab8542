"""App icon and favicon: a mark on a tile of one color, optically centered."""

from __future__ import annotations

from typing import Literal

from brand_kits.variants.flat import moved_paint
from compositor.document import Paint, Shape
from compositor.geometry import Affine, Box, Path
from compositor.geometry.shapes import rectangle, superellipse

__all__ = ["centered", "icon_shapes"]

_EXPONENT = 5.0
"""Of the superellipse: near what phones cut icons to. Source: design rules, logo commons."""
_MARK_SHARE = 0.6
_WIDE_SHARE = 0.68
_TOWARD_WEIGHT = 0.5
"""Part of the way from the middle of the box to the center of gravity."""


def icon_shapes(
    shapes: tuple[Shape, ...],
    ground: Paint,
    side: float,
    *,
    form: Literal["superellipse", "square"] = "superellipse",
) -> tuple[Shape, ...]:
    """Return a tile of `side` px with the mark on it.

    Args:
        shapes: The mark, flat, painted for the ground.
        ground: Of the tile.
        side: Of the tile, px.
        form: superellipse, or square for stores that cut the corners themselves.
    """
    half = side / 2
    outline = (
        superellipse(half, half, half, half, _EXPONENT)
        if form == "superellipse"
        else rectangle(Box(0, 0, side, side))
    )
    return (Shape(path=outline, fill=ground), *centered(shapes, side, _share(shapes)))


def centered(shapes: tuple[Shape, ...], side: float, share: float) -> tuple[Shape, ...]:
    """Return shapes as large as a share of a square, their weight near its middle."""
    ink = Path.join(shape.path for shape in shapes)
    box = ink.bounds
    room = side * share
    scale = min(room / box.width, room / box.height)
    x, y = _weight(ink)
    x = box.center.x + (x - box.center.x) * _TOWARD_WEIGHT
    y = box.center.y + (y - box.center.y) * _TOWARD_WEIGHT
    # What leans must not reach the rim: the offset ends where the room does, with a tenth more.
    dx = _held(side / 2 - x * scale, box.x * scale, box.right * scale, side, share)
    dy = _held(side / 2 - y * scale, box.y * scale, box.bottom * scale, side, share)
    place = Affine(scale, 0, 0, scale, dx, dy)
    return tuple(
        shape.model_copy(
            update={
                "path": shape.path.transformed(place),
                "fill": moved_paint(shape.fill, place) if shape.fill else None,
            }
        )
        for shape in shapes
    )


def _held(wanted: float, start: float, stop: float, side: float, share: float) -> float:
    rim = side * max(0.0, (1 - share) / 2 - 0.05)
    return min(max(wanted, rim - start), side - rim - stop)


def _share(shapes: tuple[Shape, ...]) -> float:
    box = Path.join(shape.path for shape in shapes).bounds
    aspect = max(box.width / box.height, box.height / box.width)
    return _WIDE_SHARE if aspect > 1.35 else _MARK_SHARE


def _weight(area: Path) -> tuple[float, float]:
    """The center of gravity, by Green's theorem; eyes count negative."""
    total = sx = sy = 0.0
    for contour in area.flattened(8):
        for a, b in zip(contour, [*contour[1:], contour[0]], strict=True):
            cross = a.x * b.y - b.x * a.y
            total += cross
            sx += (a.x + b.x) * cross
            sy += (a.y + b.y) * cross
    if abs(total) < 1e-9:
        return area.bounds.center
    return sx / (3 * total), sy / (3 * total)
