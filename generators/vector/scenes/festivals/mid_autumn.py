"""中秋: the great moon, osmanthus, a pavilion far off."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import circle, ellipse, rectangle
from generators.vector.patterns.eastern import cloud_shapes
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.tones import between, glow, linear, lit, shaded, toned
from generators.vector.scenes.foliage import painted_branch
from generators.vector.scenes.landscapes import ridge
from generators.vector.scenes.skies import paint_sky, stars
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["mid_autumn_cn"]

_GOLD = "#E8BE6A"


def mid_autumn_cn(sheet: Sheet) -> Stage:
    """中秋: a great moon over cloud banks, osmanthus hanging in, a pavilion far off."""
    tones, unit, rng, w, h = sheet.tones, sheet.unit, sheet.rng, sheet.width, sheet.height
    ground_y = floor_line(sheet)
    sky = paint_sky(sheet, "night", ground_y, 0.3)
    gold = _gold(sheet)
    stars(sheet, 0.6 * h, tones.light(), 90)
    at = sheet.hero.center if sheet.hero else Point(0.5 * w, 0.55 * h)
    radius = 0.42 * min(w, 0.85 * h)
    my = min(at.y - 0.02 * h, ground_y - 0.55 * radius)
    radius = sheet.fitting_radius(at.x, my, radius)
    disc = circle(at.x, my, radius)
    glowing = toned(gold, 0.94, 0.55)
    sheet.fill("halo", glow(glowing, at.x, my, 2.0 * radius, strength=0.55))
    sheet.add(
        "moon",
        [
            filled(
                disc,
                linear([lit(glowing, 0.02), glowing, shaded(glowing, 0.07)], disc.bounds, 65),
            )
        ],
    )
    seas = [
        ellipse(at.x + dx * radius, my + dy * radius, r * radius, 0.7 * r * radius)
        for dx, dy, r in (
            (-0.4, -0.35, 0.24),
            (0.3, -0.5, 0.16),
            (0.5, 0.05, 0.22),
            (-0.15, -0.02, 0.12),
        )
    ]
    sheet.add(
        "moon seas",
        [filled(Path.join(seas), shaded(glowing, 0.06))],
        opacity=0.55,
        blur=0.8 * unit,
    )
    hill = sky[-1].mixed(sky[0], 0.35)
    for k in range(3):
        ridge_line = ridge(
            sheet, ground_y - (0.10 - 0.05 * k) * h, (0.06 - 0.012 * k) * h, 3, 2.0 + k
        )
        tone = hill.mixed(sky[0], 0.28 * k)
        sheet.add(
            f"hill {k}",
            [
                filled(
                    ridge_line,
                    linear([lit(tone, 0.05), tone], Box(0, ridge_line.bounds.y, w, 0.16 * h)),
                )
            ],
        )
        if k == 0:
            _pavilion(
                sheet,
                (0.12 if at.x > 0.4 * w else 0.86) * w,
                ground_y - 0.115 * h,
                3.4 * unit,
                shaded(tone, 0.10),
                gold,
            )
    body = sky[2].mixed(tones.light(), 0.16)
    for x, y, size, mirrored in (
        (0.02 * w, ground_y - 0.03 * h, 8.5, False),
        (0.98 * w, ground_y - 0.06 * h, 9.5, True),
        (0.13 * w, my - 0.4 * radius, 4.4, False),
        (0.90 * w, my + 0.1 * radius, 5.0, True),
    ):
        if sheet.is_free(x, y, 1.7 * size * unit):
            sheet.add("cloud", cloud_shapes(x, y, size * unit, (body, gold), mirrored=mirrored))
    _osmanthus(sheet, Point(1.02 * w, -0.01 * h), gold)
    del rng
    return Stage(ground_y=ground_y, shadow=shaded(sky[0], 0.03), depth=0.02 * h, backlit=False)


def _osmanthus(sheet: Sheet, at: Point, gold: Color) -> None:
    rng, unit, h = sheet.rng, sheet.unit, sheet.height
    green = Color.from_oklch(0.42, 0.07, 160)
    shapes: list[Shape] = []
    for heading in (112, 134, 152, 172):
        shapes += painted_branch(rng, (at.x, at.y), heading, 0.27 * h, "ficus", green)
    kept = [s for s in shapes if sheet.is_free(*s.path.bounds.center, 1.2 * unit)]
    sheet.add("osmanthus", kept)
    florets = [
        circle(
            s.path.bounds.center.x + float(rng.normal(0, 1.2)) * unit,
            s.path.bounds.center.y + float(rng.normal(0, 1.2)) * unit,
            0.34 * unit,
        )
        for s in kept
        if s.fill is not None
    ]
    if florets:
        sheet.add("florets", [filled(Path.join(florets), lit(gold, 0.05))])


def _pavilion(sheet: Sheet, x: float, y: float, s: float, dark: Color, warm: Color) -> None:
    shapes: list[Shape] = []
    for tier in range(2):
        level, half = y - 1.15 * s * tier, s * (1.0 - 0.25 * tier)
        roof = Path.from_svg(
            f"M{x - 1.5 * half} {level - 0.75 * s}C{x - 0.9 * half} {level - 0.72 * s} "
            f"{x - 0.4 * half} {level - 0.95 * s} {x} {level - 1.35 * s}C{x + 0.4 * half} "
            f"{level - 0.95 * s} {x + 0.9 * half} {level - 0.72 * s} {x + 1.5 * half} "
            f"{level - 0.75 * s}L{x + 1.1 * half} {level - 0.55 * s}L{x - 1.1 * half} "
            f"{level - 0.55 * s}Z"
        )
        shapes += [
            filled(
                rectangle(Box(x - 0.7 * half, level - 0.6 * s, 1.4 * half, 0.62 * s)),
                warm.with_opacity(0.9),
            )
        ]
        posts = [
            rectangle(Box(x + k * 0.62 * half - 0.06 * s, level - 0.6 * s, 0.12 * s, 0.62 * s))
            for k in (-1, -0.33, 0.33, 1)
        ]
        shapes += [filled(Path.join(posts), dark), filled(roof, dark)]
    shapes.append(filled(rectangle(Box(x - 1.2 * s, y, 2.4 * s, 0.25 * s)), dark))
    sheet.add("pavilion", shapes)


def _gold(sheet: Sheet) -> Color:
    return between(Color.from_hex(_GOLD), sheet.tones.warmest, 0.3)
