"""元宵: a street of lanterns at night and their light in the water."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.patterns.inlay import lay_motif
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.tones import glow, linear, lit, shaded
from generators.vector.scenes.skies import paint_sky, stars
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["lantern_fair_cn"]

_GOLD = "#E8BE6A"


def lantern_fair_cn(sheet: Sheet) -> Stage:
    """元宵: a street of lanterns at night, two rows that grow as they come near."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    sky = paint_sky(sheet, "night", ground_y, 0.2)
    warm = Color.from_oklch(0.82, 0.14, 70)
    at = sheet.hero.center if sheet.hero else Point(0.5 * w, 0.55 * h)
    stars(sheet, 0.5 * h, tones.light(), 60)
    sheet.fill(
        "street glow",
        glow(warm, at.x, ground_y - 0.08 * h, 0.66 * max(w, 0.7 * h), strength=0.5),
    )
    roofs = sky[0].mixed(sky[1], 0.4)
    for side in (-1, 1):
        for k in range(4):
            share = k / 3
            x = at.x + side * w * (0.17 + 0.30 * share**1.3)
            _eaves(
                sheet,
                x,
                ground_y - (0.10 + 0.17 * share) * h,
                side,
                (0.10 + 0.16 * share) * w,
                roofs.mixed(warm, 0.16 * (1 - share)),
            )
    for k in range(5):
        share = k / 4
        y = ground_y - 0.14 * h - share**1.2 * 0.34 * h
        spread = (0.11 + 0.40 * share) * w
        size = unit * (1.3 + 4.6 * share)
        for side in (-1, 1):
            x = at.x + side * spread
            if sheet.is_free(x, y, 1.5 * size):
                _lit_lantern(sheet, x, y, size, warm)
    water = Box(-2, ground_y - 0.05 * h, w + 4, h)
    deep = shaded(sky[1], 0.03)
    sheet.add(
        "water",
        [
            filled(
                rectangle(water),
                linear([deep.mixed(warm, 0.28), deep, sky[0]], Box(0, water.y, w, h - water.y)),
            )
        ],
    )
    ripples = [
        filled(
            ellipse(
                at.x + float(rng.normal(0, 0.3)) * w,
                water.y + (h - water.y) * ((k + 0.6) / 30),
                unit * float(rng.uniform(1.5, 7)),
                0.16 * unit,
            ),
            warm.with_opacity(float(rng.uniform(0.15, 0.55))),
        )
        for k in range(30)
    ]
    sheet.add("lights in the water", ripples, blend="screen")
    for x, y, size in (
        (0.10 * w, 0.94 * h, 3.4),
        (0.88 * w, 0.965 * h, 4.2),
        (0.74 * w, 0.90 * h, 2.2),
    ):
        hero = sheet.hero or Box(0, 0, 0, 0)
        if sheet.is_free(x, y, size * unit) and not (
            sheet.occupied and hero.covers(Box(x, y, 0, 0))
        ):
            sheet.add(
                "lamp glow",
                [
                    filled(
                        circle(x, y, 2.2 * size * unit),
                        glow(warm, x, y, 2.2 * size * unit, strength=0.6),
                    )
                ],
                blend="screen",
            )
            lay_motif(sheet, "lotus", (x, y, size * unit))
    return Stage(
        ground_y=ground_y,
        shadow=shaded(sky[0], 0.05),
        depth=0.02 * h,
        reflects=0.18,
        backlit=True,
    )


def _lit_lantern(sheet: Sheet, x: float, y: float, size: float, warm: Color) -> None:
    red = Color.from_oklch(0.58, 0.20, 28)
    sheet.add(
        "lantern glow",
        [filled(circle(x, y, 2.4 * size), glow(warm, x, y, 2.4 * size, strength=0.5))],
        blend="screen",
    )
    body = ellipse(x, y, size, 0.86 * size)
    ribs = Path.join([ellipse(x, y, size * k, 0.86 * size) for k in (0.35, 0.7)])
    gold = Color.from_hex(_GOLD)
    caps = Path.join(
        [
            rounded_rectangle(
                Box(x - 0.42 * size, y + s * 0.86 * size - 0.1 * size, 0.84 * size, 0.2 * size),
                0.05 * size,
            )
            for s in (-1, 1)
        ]
    )
    tassel = Path.join(
        [
            Path.polygon(
                [(x + k * 0.08 * size, y + 0.95 * size), (x + k * 0.11 * size, y + 1.8 * size)],
                closed=False,
            )
            for k in (-1, 0, 1)
        ]
    )
    thread = Path.polygon([(x, y - 0.9 * size), (x, y - 2.4 * size)], closed=False)
    sheet.add(
        "lantern",
        [
            stroked(thread, gold.with_opacity(0.7), 0.04 * size),
            filled(body, linear([lit(red, 0.12), red, shaded(red, 0.12)], body.bounds, 70)),
            filled(body, glow(warm, x, y + 0.1 * size, 0.85 * size, strength=0.8)),
            stroked(ribs, shaded(red, 0.10).with_opacity(0.55), 0.035 * size),
            filled(caps, gold),
            stroked(tassel, gold, 0.05 * size),
        ],
    )


def _eaves(sheet: Sheet, x: float, y: float, side: int, reach: float, color: Color) -> None:
    """Draw a roof seen from the street, its corner swung up."""
    s = side
    roof = Path.from_svg(
        f"M{x - s * 0.35 * reach} {y - 0.06 * reach}C{x} {y + 0.06 * reach} "
        f"{x + s * 0.5 * reach} {y - 0.1 * reach} {x + s * 1.6 * reach} {y - 0.55 * reach}"
        f"L{x + s * 1.6 * reach} {y + 0.02 * reach}L{x + s * 0.02 * reach} {y + 0.14 * reach}Z"
    )
    wall = rectangle(
        Box(
            min(x + s * 0.12 * reach, x + s * 1.6 * reach),
            y + 0.05 * reach,
            1.48 * reach,
            sheet.height - y,
        )
    )
    sheet.add(
        "street",
        [
            filled(wall, linear([color, shaded(color, 0.04)], Box(0, y, 10, sheet.height - y))),
            filled(roof, shaded(color, 0.06)),
        ],
    )
