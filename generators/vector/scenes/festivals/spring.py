"""春节 in red and gold: a round gate in a red wall, plum branches, firecrackers."""

from __future__ import annotations

import math
from itertools import pairwise

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.tones import between, linear, lit, shaded, toned
from generators.vector.scenes.landscapes import ridge
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["spring_festival_cn"]

_GOLD = "#E8BE6A"
_RED = "#B3261E"


def spring_festival_cn(sheet: Sheet) -> Stage:
    """春节: a red wall with a round gate, plum branches, firecrackers, gold below."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    gold = _gold(sheet)
    red = between(Color.from_hex(_RED), tones.vivid[0], 0.12)
    if not 18 < red.oklch.hue_deg < 33:
        red = Color.from_hex(_RED)
    red = toned(red, 0.46 if not tones.is_dark else 0.36, 1.0)
    sheet.fill("wall", linear([lit(red, 0.05), red, shaded(red, 0.07)], sheet.box, 75))
    at = sheet.hero.center if sheet.hero else Point(0.5 * w, 0.58 * h)
    reach = 0.43 * min(w, 0.9 * h)
    cy = min(at.y, ground_y - 0.62 * reach)
    reach = sheet.fitting_radius(at.x, cy, reach)
    inner = toned(gold, 0.93, 0.45)
    gate = circle(at.x, cy, reach)
    sheet.add(
        "gate shadow",
        [filled(circle(at.x, cy, 1.10 * reach), shaded(red, 0.12))],
        blur=1.5 * unit,
    )
    sheet.add(
        "gate rim",
        [
            filled(
                circle(at.x, cy, 1.07 * reach),
                linear([lit(gold, 0.08), gold, shaded(gold, 0.12)], gate.bounds, 60),
            )
        ],
    )
    sheet.add("gate", [filled(gate, linear([inner, shaded(inner, 0.05)], gate.bounds, 80))])
    hills = [
        ridge(sheet, cy + reach * (0.28 + 0.22 * k), reach * 0.16, 3, 2.0 + k) for k in range(2)
    ]
    sheet.add(
        "hills",
        [filled(hill, inner.mixed(red, 0.16 + 0.14 * k)) for k, hill in enumerate(hills)],
        clip=gate,
    )
    _plum(sheet, Point(at.x + reach * 1.25, cy - reach * 0.95), -1, red, gold)
    for x, top, count in ((0.085 * w, 0.0, 9), (0.925 * w, 0.0, 7)):
        _firecrackers(sheet, x, top, count, gold)
    floor = Box(-2, ground_y - 0.035 * h, w + 4, h)
    sheet.add(
        "step",
        [
            filled(
                rectangle(floor),
                linear([shaded(red, 0.04), shaded(red, 0.12)], Box(0, floor.y, w, h - floor.y)),
            )
        ],
    )
    sheet.add("step edge", [filled(rectangle(Box(-2, floor.y, w + 4, 0.45 * unit)), gold)])
    coins = [
        (
            float(rng.uniform(0.04, 0.96)) * w,
            float(rng.uniform(ground_y + 0.03 * h, 1.0 * h)),
            float(rng.uniform(0.5, 1.0)) * unit,
        )
        for _ in range(16)
    ]
    confetti = [
        filled(ellipse(x, y, r, r * 0.42), lit(gold, float(rng.uniform(-0.02, 0.08))))
        for x, y, r in coins
    ]
    sheet.add("gold leaf", confetti)
    return Stage(ground_y=ground_y, shadow=shaded(red, 0.22), depth=0.02 * h)


def _plum(sheet: Sheet, at: Point, way: int, red: Color, gold: Color) -> None:
    """Hang a plum branch in blossom across the gate."""
    rng, unit = sheet.rng, sheet.unit
    twigs: list[Shape] = []
    flowers: list[tuple[float, float, float]] = []
    bark = shaded(red, 0.24)
    for heading, length in ((168, 30.0), (150, 21.0), (186, 24.0)):
        x, y, turn = at.x, at.y, math.radians(heading if way < 0 else 180 - heading)
        points = [Point(x, y)]
        for k in range(9):
            turn += float(rng.normal(0, 0.22))
            x += length / 9 * unit * math.cos(turn)
            y += length / 9 * unit * math.sin(turn)
            points.append(Point(x, y))
            if k > 1:
                flowers.append(
                    (
                        x + float(rng.normal(0, 0.7)) * unit,
                        y + float(rng.normal(0, 0.7)) * unit,
                        float(rng.choice([0.8, 1.3, 1.7])) * unit,
                    )
                )
        for k, (a, b) in enumerate(pairwise(points)):
            twigs.append(
                stroked(Path.polygon([a, b], closed=False), bark, unit * (0.85 - 0.075 * k))
            )
    kept = [f for f in flowers if sheet.is_free(f[0], f[1], 2 * f[2])]
    if sheet.is_free(at.x - 12 * unit, at.y, 8 * unit):
        sheet.add("plum branch", twigs)
        blossoms: list[Shape] = []
        for x, y, r in kept:
            phase = float(rng.uniform(0, 7))
            petals = [
                circle(
                    x + 0.62 * r * math.cos(phase + k * 1.2566),
                    y + 0.62 * r * math.sin(phase + k * 1.2566),
                    0.5 * r,
                )
                for k in range(5)
            ]
            pink = lit(toned(red, 0.66, 0.9), float(rng.uniform(0, 0.12)))
            blossoms += [filled(Path.join(petals), pink), filled(circle(x, y, 0.24 * r), gold)]
        sheet.add("plum blossoms", blossoms)


def _firecrackers(sheet: Sheet, x: float, top: float, count: int, gold: Color) -> None:
    """Hang a string of firecrackers from the upper edge."""
    unit, red = sheet.unit, Color.from_hex("#D93A2B")
    shapes: list[Shape] = [
        stroked(
            Path.polygon([(x, top - 4), (x, top + (count + 1) * 2.6 * unit)], closed=False),
            gold,
            0.2 * unit,
        )
    ]
    for k in range(count):
        y = top + (k + 1) * 2.6 * unit
        if not sheet.is_free(x, y, 2.2 * unit):
            continue
        for way in (-1, 1):
            roll = rounded_rectangle(Box(-0.55 * unit, 0, 1.1 * unit, 2.9 * unit), 0.2 * unit)
            cap = rectangle(Box(-0.55 * unit, 0.35 * unit, 1.1 * unit, 0.32 * unit))
            place = Path.join([roll]).mapped(lambda p: p)
            from_place = _hung(place, x, y, way)
            shapes.append(
                filled(
                    from_place,
                    linear([lit(red, 0.10), red, shaded(red, 0.10)], from_place.bounds, 0),
                )
            )
            shapes.append(filled(_hung(cap, x, y, way), gold))
    sheet.add("firecrackers", shapes)


def _hung(path: Path, x: float, y: float, way: int) -> Path:
    """Return a roll turned out to one side of its string."""
    turn = math.radians(-34.0 * way)
    cos, sin = math.cos(turn), math.sin(turn)
    return path.mapped(lambda p: (x + p[0] * cos - p[1] * sin, y + p[0] * sin + p[1] * cos))


def _gold(sheet: Sheet) -> Color:
    return between(Color.from_hex(_GOLD), sheet.tones.warmest, 0.3)
