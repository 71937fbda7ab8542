"""Abstract pictures: a luminous sphere with its rings, and great planes in hard light."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.boolean import difference, intersection, union
from compositor.geometry.shapes import circle, ellipse, rectangle
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.tones import between, glow, linear, lit, shaded, toned
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["monument", "orb"]


def orb(sheet: Sheet) -> Stage:
    """One great lit sphere in the hero's place, rings of light and bodies around it."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    hero = sheet.hero or Box(0.15 * w, 0.3 * h, 0.7 * w, 0.6 * h)
    at = hero.center
    radius = sheet.fitting_radius(at.x, at.y, 0.46 * min(hero.width * 1.1, hero.height * 1.25))
    first, second, third = (*tones.vivid, *tones.vivid, *tones.vivid)[:3]
    low = toned(first, 0.20, 1.0) if tones.is_dark else tones.field(0.9, 1.4)
    sheet.fill("air", linear([tones.ground, between(tones.ground, low, 0.8)], sheet.box, 90))
    for color, dx, dy, reach in (
        (first, -0.5, -0.3, 2.0),
        (second, 0.6, 0.4, 2.2),
        (third, 0.5, -0.7, 1.6),
    ):
        x, y = at.x + dx * radius, at.y + dy * radius
        tint = color if tones.is_dark else lit(color, 0.16)
        sheet.fill("haze", glow(tint, x, y, reach * radius, strength=0.42))
    rings = [(1.95, 0.52, -18.0), (1.62, 0.40, -18.0), (1.34, 0.30, -18.0)]
    for front in (False, True):
        if front:
            _sphere(sheet, at, radius, (first, second, third))
        for k, (rx, ry, turn) in enumerate(rings):
            band = difference(
                ellipse(at.x, at.y, radius * rx, radius * ry),
                ellipse(
                    at.x, at.y - 0.012 * radius, radius * (rx - 0.035), radius * (ry - 0.030)
                ),
            )
            half = Box(
                at.x - 3 * radius, at.y if front else at.y - 3 * radius, 6 * radius, 3 * radius
            )
            part = intersection(band, rectangle(half)).transformed(Affine.rotation(turn, at))
            ends = (third, lit(second, 0.12), first)
            paint = linear([ends[k], lit(ends[k - 1], 0.1), ends[k - 2]], part.bounds, 0)
            sheet.add(f"ring {k}", [filled(part, paint)], opacity=0.9 - 0.18 * k)
    for k, (turn, share) in enumerate(
        ((205.0, 0.15), (318.0, 0.09), (52.0, 0.20), (132.0, 0.06))
    ):
        a = math.radians(turn)
        rx, ry, _ = rings[k % 3]
        spot = Affine.rotation(-18.0, at).apply(
            (at.x + radius * rx * math.cos(a), at.y + radius * ry * math.sin(a))
        )
        if sheet.is_free(spot.x, spot.y, share * radius):
            _ball(sheet, spot, share * radius, (second, third, first, second)[k])
    dust = [
        circle(x, y, float(rng.uniform(0.08, 0.3)) * unit)
        for x, y in sheet.scatter(70, 3.4 * unit, clear=2 * unit)
        if math.hypot(x - at.x, y - at.y) > 1.05 * radius
    ]
    if dust:
        bright = lit(first, 0.3) if tones.is_dark else shaded(first, 0.04)
        sheet.add("dust", [filled(Path.join(dust), bright)], opacity=0.55)
    return Stage(ground_y=None, shadow=tones.deep(), backlit=tones.is_dark)


def _sphere(sheet: Sheet, at: Point, radius: float, colors: tuple[Color, Color, Color]) -> None:
    first, second, third = colors
    body = circle(at.x, at.y, radius)
    base = toned(first, 0.60 if not sheet.tones.is_dark else 0.48, 1.1)
    sheet.add("sphere shade", [filled(body.moved(0, 0.05 * radius), sheet.tones.shadow(0.30))],
              blur=0.10 * radius, blend="multiply")  # fmt: skip
    shapes = [
        filled(body, linear([lit(base, 0.16), base, shaded(base, 0.18)], body.bounds, 62)),
        filled(
            body,
            glow(
                toned(second, 0.74, 1.1),
                at.x + 0.42 * radius,
                at.y + 0.40 * radius,
                0.95 * radius,
                strength=0.85,
            ),
        ),
        filled(
            body,
            glow(
                toned(third, 0.80, 1.0),
                at.x - 0.10 * radius,
                at.y + 0.86 * radius,
                0.70 * radius,
                strength=0.75,
            ),
        ),
        filled(
            body,
            glow(
                lit(base, 0.38),
                at.x - 0.40 * radius,
                at.y - 0.44 * radius,
                0.62 * radius,
                strength=0.95,
            ),
        ),
    ]
    sheet.add("sphere", shapes)
    waves: list[Shape] = []
    for k in range(7):
        y = at.y + radius * (-0.55 + 0.2 * k)
        swell = 0.16 * radius
        path = Path.from_svg(
            f"M{at.x - radius} {y}C{at.x - 0.4 * radius} {y - swell * (1 + 0.2 * k)} "
            f"{at.x + 0.2 * radius} {y + swell * 1.6} {at.x + radius} {y - 0.5 * swell}"
        )
        waves.append(
            stroked(path, Color(255, 255, 255).with_opacity(0.42 - 0.03 * k), 0.018 * radius)
        )
    sheet.add(
        "sphere lines",
        waves,
        clip=body,
        blend="soft-light" if not sheet.tones.is_dark else "screen",
        opacity=0.8,
    )
    rim = difference(body, body.moved(-0.035 * radius, -0.045 * radius))
    sheet.add(
        "rim light", [filled(rim, Color(255, 255, 255).with_opacity(0.5))], blur=0.02 * radius
    )


def _ball(sheet: Sheet, at: Point, r: float, color: Color) -> None:
    body = circle(at.x, at.y, r)
    sheet.add(
        "ball",
        [
            filled(
                body, linear([lit(color, 0.12), color, shaded(color, 0.14)], body.bounds, 60)
            ),
            filled(
                body,
                glow(lit(color, 0.3), at.x - 0.35 * r, at.y - 0.4 * r, 0.7 * r, strength=0.9),
            ),
        ],
    )


def monument(sheet: Sheet) -> Stage:
    """Planes, an arch and a sun of color, cut by one hard diagonal light."""
    tones = sheet.tones
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    hero = sheet.hero or Box(0.15 * w, 0.3 * h, 0.7 * w, 0.6 * h)
    first, second, third = (*tones.vivid, *tones.vivid, *tones.vivid)[:3]
    wall = tones.field(0.55, 1.2)
    sheet.fill("wall", linear([lit(wall, 0.02), shaded(wall, 0.03)], sheet.box, 78))
    floor_y = ground_y - 0.02 * h
    floor = Box(-2, floor_y, w + 4, h - floor_y + 2)
    deep = toned(first, 0.42 if not tones.is_dark else 0.24, 1.0)
    r = 0.34 * min(hero.width, hero.height * 1.2)
    sun = circle(hero.center.x + 0.24 * hero.width, hero.y + 0.36 * hero.height, r)
    sheet.add(
        "sun",
        [
            filled(
                sun, linear([lit(second, 0.06), second, shaded(second, 0.05)], sun.bounds, 70)
            )
        ],
    )
    slab = Box(
        hero.x,
        hero.y + 0.16 * hero.height,
        0.52 * hero.width,
        floor_y - hero.y - 0.16 * hero.height,
    )
    main = toned(first, 0.62 if not tones.is_dark else 0.45, 1.05)
    arch_w = 0.56 * slab.width
    gate = Box(slab.x + 0.22 * slab.width, slab.y + 0.34 * slab.height, arch_w, slab.height)
    crown = circle(gate.x + arch_w / 2, gate.y + arch_w / 2, arch_w / 2)
    shaft = Box(gate.x, gate.y + arch_w / 2, arch_w, floor_y - gate.y - arch_w / 2)
    opening = union(crown, rectangle(shaft))
    side = Path.polygon(
        [
            (slab.right, slab.y),
            (slab.right + 0.13 * slab.width, slab.y + 0.06 * slab.height),
            (slab.right + 0.13 * slab.width, floor_y),
            (slab.right, floor_y),
        ]
    )
    sheet.add(
        "slab side",
        [filled(side, linear([shaded(main, 0.20), shaded(main, 0.12)], side.bounds, 90))],
    )
    face = rectangle(slab)
    sheet.add(
        "slab", [filled(face, linear([lit(main, 0.10), main, shaded(main, 0.04)], slab, 60))]
    )
    light = Path.polygon(
        [
            (slab.x, slab.y),
            (slab.x + 0.8 * slab.width, slab.y),
            (slab.x, slab.y + 0.9 * slab.height),
        ]
    )
    sheet.add("light on slab", [filled(light, lit(main, 0.14))], clip=face)
    sheet.add("gate", [filled(opening, linear([deep, shaded(deep, 0.06)], opening.bounds, 90))])
    reveal = difference(opening, opening.moved(0.16 * arch_w, 0.05 * arch_w))
    sheet.add("reveal", [filled(reveal, lit(main, 0.05))])
    sheet.add(
        "floor",
        [
            filled(
                rectangle(floor), linear([shaded(wall, 0.06), wall, lit(wall, 0.02)], floor, 90)
            )
        ],
    )
    cast = Path.polygon(
        [
            (slab.x, floor_y),
            (slab.right + 0.13 * slab.width, floor_y),
            (slab.right + 0.75 * slab.width, h + 2),
            (slab.x + 0.4 * slab.width, h + 2),
        ]
    )
    sheet.add("cast shadow", [filled(cast, shaded(wall, 0.16).with_opacity(0.55))],
              clip=rectangle(floor), blend="multiply")  # fmt: skip
    drum_w, drum_x = 0.26 * hero.width, hero.x + 0.66 * hero.width
    drum_y = floor_y - 0.30 * hero.height
    foot = ellipse(drum_x + drum_w / 2, floor_y, drum_w / 2, drum_w * 0.12)
    body = union(rectangle(Box(drum_x, drum_y, drum_w, floor_y - drum_y)), foot)
    tone = toned(third, 0.72 if not tones.is_dark else 0.52, 1.0)
    sheet.add(
        "drum",
        [
            filled(body, linear([lit(tone, 0.10), tone, shaded(tone, 0.16)], body.bounds, 0)),
            filled(
                ellipse(drum_x + drum_w / 2, drum_y, drum_w / 2, drum_w * 0.12), lit(tone, 0.10)
            ),
        ],
    )
    _ball(sheet, Point(drum_x + drum_w / 2, drum_y - 0.36 * drum_w), 0.36 * drum_w, first)
    return Stage(ground_y=ground_y, shadow=shaded(wall, 0.30))
