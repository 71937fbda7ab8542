"""The pattern: the mark repeated on a half-drop grid, every few in the spark or as a rest."""

from __future__ import annotations

import math

from brand_kits.kit import BrandKit
from brand_kits.lockup import mark_ink, placed_mark
from brand_kits.recolor import LogoInks
from compositor.document import GroupLayer, Layer, SolidPaint, solid
from compositor.geometry import Affine, Box
from compositor.geometry.shapes import rectangle

__all__ = ["pattern"]


def pattern(
    kit: BrandKit,
    box: Box,
    inks: LogoInks,
    prefix: str,
    *,
    rows: int = 3,
    strength: float = 1.0,
) -> GroupLayer:
    """Return the mark tiled over a box and cropped by it.

    Args:
        kit: The brand.
        box: What it covers.
        inks: Its paints and ground.
        prefix: Of ids.
        rows: How many marks stand in the height.
        strength: 1 full color, less mixes it into the ground.
    """
    cell = box.height / rows
    ink = mark_ink(kit)
    columns = math.ceil(box.width / cell) + 1
    can_turn = kit.can_turn and 0.85 < ink.width / ink.height < 1.18
    children: list[Layer] = []
    for column in range(-1, columns):
        for row in range(-1, rows + 1):
            x = box.x + column * cell
            y = box.y + row * cell + (cell / 2 if column % 2 else 0)
            spot = Box(x, y, cell, cell).inset(cell * 0.14)
            if spot.intersection(box).is_empty:
                continue
            lit = (column * 2 + row * 3) % 7 == 0
            paints = _toned(inks, strength, lit=lit)
            layer = placed_mark(kit, paints, spot, f"{prefix}{column + 1}-{row + 1}-")
            if can_turn and (column + row) % 2:
                layer = layer.model_copy(
                    update={"transform": layer.transform.then(Affine.rotation(90, spot.center))}
                )
            children.append(layer.model_copy(update={"role": "decoration"}))
    return GroupLayer(
        id=f"{prefix}pattern",
        name="Pattern",
        role="decoration",
        clip=rectangle(box),
        children=tuple(children),
    )


def _toned(inks: LogoInks, strength: float, *, lit: bool) -> LogoInks:
    def tone(paint: SolidPaint) -> SolidPaint:
        if strength >= 1:
            return paint
        return solid(inks.ground.color.mixed(paint.color, strength))

    main = inks.spark if lit else inks.main
    spark = inks.main if lit else inks.spark
    return LogoInks(
        tone(main), tone(spark), tone(inks.tint), inks.name, inks.quiet, inks.ground
    )
