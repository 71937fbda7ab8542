"""More rooms: a shelf on a wall, and a window with rain on it."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.patterns.inlay import lay_motif
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.tones import glow, linear, lit, shaded, toned
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["rain_window", "shelf"]


def shelf(sheet: Sheet) -> Stage:
    """A long shelf on a plain wall, books and a plant at its far end, soft daylight."""
    tones, unit, w, h = sheet.tones, sheet.unit, sheet.width, sheet.height
    ground_y = min(floor_line(sheet), 0.90 * h)
    at = sheet.hero.center if sheet.hero else Point(0.5 * w, 0.5 * h)
    wall = tones.field(0.65)
    sheet.fill("wall", linear([lit(wall, 0.03), wall, shaded(wall, 0.05)], sheet.box, 60))
    day = tones.light() if not tones.is_dark else toned(tones.warmest, 0.62, 0.5)
    beam = Path.polygon(
        [
            (at.x - 0.62 * w, -4),
            (at.x + 0.06 * w, -4),
            (at.x + 0.52 * w, ground_y),
            (at.x - 0.16 * w, ground_y),
        ]
    )
    sheet.add(
        "daylight",
        [
            filled(
                beam,
                linear(
                    [day.with_opacity(0.42), day.with_opacity(0.08)], Box(0, 0, w, ground_y)
                ),
            )
        ],
        blur=5.0 * unit,
        blend="screen" if tones.is_dark else "normal",
    )
    wood = (
        toned(tones.vivid[0], 0.74, 0.55)
        if not tones.is_dark
        else toned(tones.vivid[0], 0.34, 0.6)
    )
    thick = 0.030 * h
    top = ground_y - 0.012 * h
    sheet.add(
        "shelf shadow",
        [
            filled(
                rectangle(Box(-4, top + thick, w + 8, 0.11 * h)),
                linear(
                    [tones.shadow(0.40), tones.shadow(0.0)], Box(0, top + thick, w, 0.10 * h)
                ),
            )
        ],
        blend="multiply",
    )
    sheet.add(
        "shelf",
        [
            filled(
                rectangle(Box(-4, top, w + 8, 0.022 * h)),
                linear([lit(wood, 0.07), lit(wood, 0.11)], Box(0, top, w, 0.022 * h)),
            ),
            filled(
                rectangle(Box(-4, top + 0.022 * h, w + 8, thick)),
                linear([wood, shaded(wood, 0.08)], Box(0, top + 0.022 * h, w, thick)),
            ),
        ],
    )
    right = at.x < 0.55 * w
    x = 0.90 * w if right else 0.10 * w
    hero = sheet.hero if sheet.hero is not None and sheet.occupied else Box(0, 0, 0, 0)
    if not hero.covers(Box(x, top - 2, 0, 0)) and sheet.is_free(x, top - 9 * unit, 9 * unit):
        way = 1 if right else -1
        _books(sheet, x - way * 8.5 * unit - 5.0 * unit, top)
        lay_motif(
            sheet,
            "plant_pot",
            (x + (3.2 if right else -3.2) * unit, top - 5.6 * unit, 6.2 * unit),
        )
    frame_x = 0.14 * w if right else 0.86 * w
    frame = Box(frame_x - 9 * unit, top - 0.52 * h, 18 * unit, 24 * unit)
    if (
        all(frame.intersection(box).is_empty for box in sheet.calm)
        and frame.intersection(hero).is_empty
    ):
        _picture(sheet, frame, wood)
    return Stage(ground_y=ground_y, shadow=shaded(wood, 0.34), depth=0.0)


def _books(sheet: Sheet, x: float, top: float) -> None:
    tones, unit = sheet.tones, sheet.unit
    shapes: list[Shape] = []
    for k, (wide, tall) in enumerate(((2.4, 14.6), (1.8, 12.6), (2.8, 15.8), (2.0, 11.6))):
        color = (tones.vivid[k % len(tones.vivid)], tones.field(1.0))[k == 1]
        box = Box(x, top - tall * unit, wide * unit, tall * unit)
        shapes.append(
            filled(
                rounded_rectangle(box, 0.15 * unit),
                linear([lit(color, 0.07), color, shaded(color, 0.08)], box, 0),
            )
        )
        shapes.append(
            filled(
                rectangle(
                    Box(x + 0.2 * unit, box.y + 1.2 * unit, (wide - 0.4) * unit, 0.25 * unit)
                ),
                lit(color, 0.2),
            )
        )
        x += (wide + 0.08) * unit
    sheet.add("books", shapes)


def _picture(sheet: Sheet, frame: Box, wood: Color) -> None:
    tones, unit = sheet.tones, sheet.unit
    sheet.add(
        "frame shadow",
        [filled(rectangle(frame.moved(0.6 * unit, 0.9 * unit)), tones.shadow(0.3))],
        blur=1.0 * unit,
        blend="multiply",
    )
    inner = frame.inset(0.7 * unit, 0.7 * unit)
    low, wide = inner.bottom, inner.width
    sun = circle(inner.x + 0.72 * wide, inner.y + 0.26 * inner.height, 0.13 * wide)
    far = ellipse(inner.x + 0.82 * wide, low, 0.62 * wide, 0.44 * inner.height)
    near = ellipse(inner.x + 0.12 * wide, low, 0.70 * wide, 0.30 * inner.height)
    sheet.add("frame", [filled(rectangle(frame), shaded(wood, 0.10))])
    sheet.add(
        "print",
        [
            filled(rectangle(inner), tones.field(0.05)),
            filled(sun, tones.vivid[-1]),
            filled(far, toned(tones.vivid[0], 0.76, 0.6)),
            filled(near, toned(tones.vivid[0], 0.56, 0.8)),
        ],
        clip=rectangle(inner),
    )


def rain_window(sheet: Sheet) -> Stage:
    """Rain on the glass in the evening: lights of the street out of focus, drops that run."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    hue = tones.hue_source
    dusk = [toned(hue, 0.34, 0.5), toned(hue, 0.46, 0.6), toned(hue, 0.28, 0.6)]
    if tones.is_dark:
        dusk = [toned(hue, 0.14, 0.7), toned(hue, 0.26, 0.8), toned(hue, 0.12, 0.7)]
    sheet.fill("street", linear(dusk, Box(0, 0, w, ground_y)))
    colors = [*(toned(c, 0.78, 0.9) for c in tones.vivid), Color.from_oklch(0.84, 0.10, 75)]
    for size, count in ((7.5, 5), (4.6, 9), (2.6, 14)):
        for x, y in sheet.scatter(count, size * 1.5 * unit, clear=0.6 * size * unit):
            if y > ground_y - 0.06 * h:
                continue
            color = colors[int(rng.integers(len(colors)))]
            disc = circle(x, y, size * unit * float(rng.uniform(0.8, 1.2)))
            ring = glow(color, x, y, disc.bounds.width * 0.62, strength=0.75)
            sheet.add(
                "light out of focus",
                [filled(disc, ring)],
                blur=0.22 * size * unit,
                blend="screen",
            )
    drops: list[Shape] = []
    bright = tones.light()
    for x, y in sheet.scatter(150, 2.0 * unit, clear=0.8 * unit):
        if y > ground_y - 0.045 * h:
            continue
        r = unit * float(rng.choice([0.22, 0.38, 0.62, 0.95], p=[0.42, 0.32, 0.18, 0.08]))
        if r > 0.9 * unit:
            trail = rounded_rectangle(
                Box(x - 0.3 * r, y - 9 * unit, 0.6 * r, 9 * unit), 0.3 * r
            )
            drops.append(
                filled(
                    trail,
                    linear([bright.with_opacity(0), bright.with_opacity(0.22)], trail.bounds),
                )
            )
        body = ellipse(x, y, 0.86 * r, r)
        drops.append(
            filled(
                body,
                linear([dusk[2].with_opacity(0.75), bright.with_opacity(0.55)], body.bounds),
            )
        )
        drops.append(
            filled(
                ellipse(x - 0.28 * r, y - 0.36 * r, 0.22 * r, 0.28 * r),
                bright.with_opacity(0.9),
            )
        )
    sheet.add("drops", drops)
    wood = (
        toned(tones.vivid[0], 0.42, 0.5)
        if not tones.is_dark
        else toned(tones.vivid[0], 0.20, 0.6)
    )
    sill = Box(-2, ground_y - 0.045 * h, w + 4, h)
    sheet.add(
        "sill",
        [
            filled(
                rectangle(sill),
                linear(
                    [lit(wood, 0.13), wood, shaded(wood, 0.06)], Box(0, sill.y, w, h - sill.y)
                ),
            )
        ],
    )
    sheet.add(
        "sill edge", [filled(rectangle(Box(-2, sill.y, w + 4, 0.35 * unit)), lit(wood, 0.24))]
    )
    at = sheet.hero.center.x if sheet.hero else w / 2
    warm = Color.from_oklch(0.82, 0.09, 72)
    sheet.add(
        "lamp on the sill",
        [filled(rectangle(sill), glow(warm, at, ground_y, 0.55 * w, 0.13 * h, 0.5))],
        blend="screen",
    )
    return Stage(
        ground_y=ground_y,
        shadow=shaded(wood, 0.22),
        depth=0.03 * h,
        reflects=0.12,
        backlit=True,
    )
