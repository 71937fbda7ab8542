"""A city by day or night: four rows of buildings, signs, and a street that shines."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import circle, rectangle, rounded_rectangle
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.tones import glow, linear, lit, shaded, toned
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["city_skyline"]


def city_skyline(sheet: Sheet) -> Stage:
    """Buildings fading into the air before a great disc of sun or moon."""
    tones, w, h = sheet.tones, sheet.width, sheet.height
    ground_y = floor_line(sheet)
    low = tones.field(0.85) if not tones.is_dark else toned(tones.air, 0.36, 1.0)
    sheet.fill("sky", linear([tones.field(0.0), low], Box(0, 0, w, ground_y), 90))
    at = sheet.hero.center if sheet.hero else Point(w / 2, h / 2)
    base = min(ground_y - 0.02 * h, h)
    free = sheet.free
    top = free.y + 0.06 * free.height if free.width > 0.6 * w else 0.16 * h
    _disc(sheet, Point(at.x - 0.10 * w, max(top + 0.2 * min(w, h), base - 0.42 * h)), low)
    near = (
        toned(tones.vivid[0], 0.40, 0.85) if not tones.is_dark else toned(tones.air, 0.15, 0.8)
    )
    for i in range(4):
        share = i / 3
        color = low.mixed(near, 0.22 + 0.74 * share)
        tall = min(0.50 * h * (1 - 0.36 * share), base - top)
        shapes, panes, signs = _row(
            sheet, base, tall, (5.0 + 4.4 * share) * sheet.unit, (color, share)
        )
        sheet.add(f"buildings {i}", shapes)
        sheet.add(f"windows {i}", panes, opacity=0.30 + 0.55 * share)
        _neon(sheet, signs, i)
        haze = Box(-2, base - tall * 0.5, w + 4, tall * 0.5)
        if i < 3:
            paint = linear([low.with_opacity(0), low.with_opacity(0.75)], haze)
            sheet.add(f"haze {i}", [filled(rectangle(haze), paint)])
    _street(sheet, base, near, at)
    return Stage(
        ground_y=ground_y, shadow=shaded(near, 0.12), depth=0.03 * h,
        reflects=0.3 if tones.is_dark else 0.12, backlit=tones.is_dark,
    )  # fmt: skip


def _disc(sheet: Sheet, at: Point, low: Color) -> None:
    tones = sheet.tones
    radius = sheet.fitting_radius(at.x, at.y, 0.27 * min(sheet.width, sheet.height))
    spark = tones.vivid[-1]
    bright = toned(spark, 0.74 if tones.is_dark else 0.84, 1.0)
    sheet.fill("disc glow", glow(bright, at.x, at.y, radius * 2.6, strength=0.5))
    disc = circle(at.x, at.y, radius)
    sheet.add(
        "disc", [filled(disc, linear([bright, bright.mixed(low, 0.75)], disc.bounds, 90))]
    )


def _row(
    sheet: Sheet, base: float, tall: float, wide: float, look: tuple[Color, float]
) -> tuple[list[Shape], list[Shape], list[Box]]:
    """Return buildings, lit panes and places for signs, from left to right."""
    rng, unit = sheet.rng, sheet.unit
    color, share = look
    shapes: list[Shape] = []
    panes: list[Path] = []
    signs: list[Box] = []
    x = -wide
    while x < sheet.width + wide:
        width = wide * float(rng.uniform(0.7, 1.7))
        box = Box(x, base - tall * float(rng.uniform(0.42, 1.0)), width, 0)
        box = Box(x, box.y, width, base - box.y + 2)
        shapes.append(
            filled(
                _building(box, int(rng.integers(5)), base),
                linear([lit(color, 0.04), color], box, 0),
            )
        )
        if share > 0.3:
            panes += _panes(sheet, box)
        if share > 0.6 and rng.random() < 0.34 and box.height > 14 * unit:
            signs.append(
                Box(
                    x + width * 0.78,
                    box.y + 3 * unit,
                    2.4 * unit,
                    min(box.height * 0.5, 12 * unit),
                )
            )
        x += width * float(rng.uniform(0.86, 1.02))
    bright = toned(sheet.tones.vivid[-1], 0.86, 0.9)
    return shapes, [filled(Path.join(panes), bright)] if panes else [], signs


def _building(box: Box, roof: int, base: float) -> Path:
    x, width = box.x, box.width
    if roof == 0:
        return Path.polygon(
            [(x, base), (x, box.y), (x + width, box.y + width * 0.35), (x + width, base)]
        )
    extra = {
        1: Box(x + width * 0.25, box.y - width * 0.3, width * 0.5, width * 0.3 + 2),
        2: Box(x + width * 0.46, box.y - width * 0.7, width * 0.07, width * 0.7 + 2),
    }.get(roof)
    return rectangle(box) if extra is None else Path.join([rectangle(box), rectangle(extra)])


def _panes(sheet: Sheet, box: Box) -> list[Path]:
    """Return lit windows in whole storeys, as people leave them on."""
    rng, pitch = sheet.rng, 1.3 * sheet.unit
    found: list[Path] = []
    for row in range(int(box.height / pitch) - 1):
        if rng.random() < 0.35:
            continue
        for column in range(int(box.width / pitch) - 1):
            if rng.random() < 0.34:
                pane = Box(
                    box.x + (column + 0.7) * pitch,
                    box.y + (row + 1.0) * pitch,
                    pitch * 0.52,
                    pitch * 0.6,
                )
                found.append(rectangle(pane))
    return found


def _neon(sheet: Sheet, signs: list[Box], row: int) -> None:
    """Hang upright signs on the nearest buildings; at night they glow."""
    tones, unit = sheet.tones, sheet.unit
    colors = tones.vivid
    for k, box in enumerate(signs):
        color = toned(colors[(k + row) % len(colors)], 0.74 if tones.is_dark else 0.66, 1.1)
        frame = rounded_rectangle(box, 0.5 * unit)
        if tones.is_dark:
            wide = box.inset(-5 * unit)
            halo = glow(color, *box.center, wide.width / 2 + 2 * unit, wide.height / 2, 0.6)
            sheet.add("neon glow", [filled(rectangle(wide), halo)], blend="screen")
        marks = [
            rounded_rectangle(
                Box(
                    box.x + 0.5 * unit,
                    box.y + (0.8 + 2.1 * i) * unit,
                    box.width - unit,
                    1.2 * unit,
                ),
                0.2 * unit,
            )
            for i in range(int((box.height / unit - 0.8) / 2.1))
        ]
        shapes = [stroked(frame, color, 0.28 * unit)]
        if marks:
            shapes.append(filled(Path.join(marks), color))
        sheet.add("neon", shapes)


def _street(sheet: Sheet, base: float, near: Color, at: Point) -> None:
    """Lay the street; at night wet, with the lights drawn out in it."""
    tones, rng, unit, w, h = sheet.tones, sheet.rng, sheet.unit, sheet.width, sheet.height
    street = Box(-2, base, w + 4, h - base + 2)
    if street.height < 3:
        return
    sheet.add(
        "street",
        [filled(rectangle(street), linear([shaded(near, 0.02), lit(near, 0.06)], street))],
    )
    shine = linear([near.with_opacity(0), near.with_opacity(0.9)], street)
    for i in range(16):
        x = float(rng.uniform(0, 1)) * w
        color = toned(tones.vivid[i % len(tones.vivid)], 0.72, 1.0)
        long = street.height * float(rng.uniform(0.4, 0.95))
        streak = glow(color, x, base, unit * float(rng.uniform(0.8, 2.6)), long, 0.75)
        sheet.add(
            "reflection",
            [filled(rectangle(street), streak)],
            blend="screen",
            opacity=0.8 if tones.is_dark else 0.25,
        )
    sheet.add("street fade", [filled(rectangle(street), shine)], opacity=0.5)
    lanes = [
        Path.polygon(
            [
                (at.x + k * 0.08 * w, base),
                (at.x + k * 0.08 * w + 0.3 * unit, base),
                (at.x + k * 0.5 * w + 1.6 * unit, h),
                (at.x + k * 0.5 * w, h),
            ]
        )
        for k in (-3, -1.5, 1.5, 3)
    ]
    sheet.add("lanes", [filled(Path.join(lanes), lit(near, 0.28))], opacity=0.35)
    sheet.add(
        "kerb",
        [filled(rectangle(Box(-2, base - 0.2 * unit, w + 4, 0.5 * unit)), lit(near, 0.2))],
        opacity=0.7,
    )
