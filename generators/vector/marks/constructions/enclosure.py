"""enclosure: a tile with the brand's symbol knocked out of it; an app icon by birth."""

from __future__ import annotations

from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference
from compositor.geometry.corners import rounded_corners
from compositor.geometry.shapes import circle, superellipse
from generators.vector.marks.constructions.symbol import symbol_for
from generators.vector.marks.mark import Mark, MarkRequest, filled, finished

__all__ = ["TILES", "draw"]

TILES = ("tile", "circle", "arch", "shield")
_SHARE = {"tile": 0.66, "circle": 0.6, "arch": 0.6, "shield": 0.58}
_LIFT = {"tile": 0.0, "circle": 0.0, "arch": 5.0, "shield": -4.0}
_ARCH = "M8 88 L8 46 C8 25 26 8 48 8 C70 8 88 25 88 46 L88 88 Z"
_SHIELD = "M48 8 L84 16 L84 48 C84 68 70 81 48 88 C26 81 12 68 12 48 L12 16 Z"


def draw(request: MarkRequest) -> Mark:
    """Return a tile with the symbol cut out; the variant picks its shape.

    Raises:
        CannotDraw: There is neither a subject we can draw nor a name.
    """
    shape = TILES[request.variant % len(TILES)]
    tile = _tile(shape, request.roundness)
    side = 80 * _SHARE[shape]
    room = Box(48 - side / 2, 48 - side / 2 + _LIFT[shape], side, side)
    symbol = symbol_for(request, room)
    body = difference(tile, symbol.main)
    inks = request.inks
    shapes = []
    if symbol.spark.is_empty:
        shapes.append(filled(body, inks.main))
    else:
        shapes.append(filled(difference(body, symbol.spark), inks.main))
        shapes.append(filled(symbol.spark, inks.spark))
    share = symbol.whole.bounds.area / tile.bounds.area
    mark = Mark(
        shapes=tuple(shapes),
        construction="enclosure",
        concept=symbol.idea,
        subject=symbol.name,
        stroke_u=8.0,
        has_round_ends=request.roundness >= 0.5,
        facts={"style": "tile", "tile": shape, "symbol_share": round(share, 3)},
    )
    return finished(mark)


def _tile(shape: str, roundness: float) -> Path:
    """The container; rounder means softer corners, a circle stays one."""
    r = min(1.0, max(0.0, roundness))
    if shape == "circle":
        return circle(48, 48, 40)
    if shape == "tile":
        return superellipse(48, 48, 40, 40, 7.0 - 3.0 * r)
    outline = Path.from_svg(_ARCH if shape == "arch" else _SHIELD)
    return rounded_corners(outline, 1.0 + 7.0 * r)
