"""Outdoors, near to far: misty mountains, moonlit sea, fields, a night or day city, space."""

from __future__ import annotations

import math

import numpy as np

from compositor.color import Color
from compositor.document import LinearGradient, Stop
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.shapes import circle, ellipse, rectangle, smooth_curve
from generators.vector.patterns.noise import fractal_noise
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.strokes import blob
from generators.vector.patterns.tones import between, glow, linear, lit, shaded, toned
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["field", "mountain_mist", "ridge", "sea_moon", "space"]


def ridge(sheet: Sheet, level: float, height: float, rough: int, peaks: float) -> Path:
    """Return a mountain line across the picture, closed far below it."""
    w, h = sheet.width, sheet.height
    count = 72
    heights = fractal_noise(sheet.rng, (1, count), (1, peaks), rough, 0.46)[0]
    points = [
        (w * (i / (count - 1) * 1.08 - 0.04), level - height * float(v))
        for i, v in enumerate(heights)
    ]
    line = smooth_curve(points, tension=0.42).to_svg()
    return Path.from_svg(f"{line}L{w * 1.05} {h * 1.1}L{-w * 0.05} {h * 1.1}Z")


def fading(
    color: Color, top: float, bottom: float, strong: float, weak: float
) -> LinearGradient:
    """Return a color that thins out downwards, as ink into mist."""
    places = ((0.0, 1.0), (0.3, 0.72), (0.6, 0.32), (1.0, 0.0))
    return LinearGradient(
        x1=0,
        y1=top,
        x2=0,
        y2=bottom,
        stops=tuple(
            Stop(offset=o, color=color.with_opacity(weak + (strong - weak) * k))
            for o, k in places
        ),
    )


def mountain_mist(sheet: Sheet) -> Stage:
    """Ranges that pale with distance, mist in the valleys, a disc of sun behind."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    free = sheet.free
    sky, low = tones.field(0.05), tones.field(0.5)
    if tones.is_dark:
        low = toned(tones.air, 0.56, 0.7)
    sheet.fill("sky", linear([sky, low], sheet.box, 90))
    horizon = max(free.y + 0.20 * free.height, 0.34 * h) if free.width > 0.6 * w else 0.46 * h
    sun_y, sun_r = horizon - 0.02 * h, 0.115 * min(w, h)
    first = 0.24 if sheet.hero is not None and sheet.hero.center.x > w / 2 else 0.74
    places = [w * x for x in (first, 1 - first, 0.5, 0.62, 0.38, 0.88)]
    sun_x = next((x for x in places if sheet.is_free(x, sun_y, sun_r * 1.15)), places[0])
    spark = tones.vivid[-1]
    if sheet.is_free(sun_x, sun_y, sun_r):
        sheet.fill("sun halo", glow(spark, sun_x, sun_y, sun_r * 3.4, strength=0.25))
        sheet.add(
            "sun",
            [
                filled(
                    circle(sun_x, sun_y, sun_r),
                    linear(
                        [spark, spark.mixed(low, 0.45)],
                        Box(sun_x - sun_r, sun_y - sun_r, 2 * sun_r, 2 * sun_r),
                    ),
                )
            ],
        )
    dark = toned(tones.vivid[0], 0.36, 0.9) if not tones.is_dark else shaded(tones.ground, 0.04)
    count = 6
    for i in range(count):
        share = i / (count - 1)
        level = horizon + (h * 1.02 - horizon) * share**1.15
        tall = h * (0.085 + 0.085 * math.sin(math.pi * min(1, share + 0.15)))
        color = low.mixed(dark, 0.16 + 0.74 * share**1.2)
        path = ridge(sheet, level, tall, 3 + i // 2, 2.2 + 0.8 * share)
        top = path.bounds.y
        thin = 1.0 if i == count - 1 else 0.10 + 0.50 * share**2
        ink = fading(color, top, top + h * (0.26 + 0.10 * share), 0.97, thin)
        sheet.add(f"range {i}", [filled(path, low), filled(path, ink)])
        if i >= 3:
            sheet.add(
                f"pines {i}",
                [filled(_pines(sheet, path, (0.5 + 0.45 * (i - 3)) * unit), color)],
            )
        mist = [
            filled(ellipse(x, y, rx, rx * 0.16), glow(low, x, y, rx, rx * 0.16, 0.85))
            for x, y, rx in [
                (
                    float(rng.uniform(0, 1)) * w,
                    level + tall * 0.75,
                    float(rng.uniform(0.4, 0.75)) * w,
                )
                for _ in range(3)
            ]
        ]
        if i < count - 1:
            sheet.add(f"mist {i}", mist, opacity=0.9)
    birds = [
        _bird(
            sun_x + (0.16 + 0.05 * i) * w * (1 if sun_x < w / 2 else -1),
            sun_y - (0.05 + 0.017 * (i % 3)) * h,
            1.1 * unit,
        )
        for i in range(5)
    ]
    free_birds = [b for b in birds if sheet.is_free(*b.bounds.center, 2 * unit)]
    if free_birds:
        sheet.add("birds", [stroked(Path.join(free_birds), dark, 0.22 * unit)], opacity=0.8)
    return Stage(ground_y=_shore(sheet, dark), shadow=shaded(dark, 0.12), depth=0.02 * h)


def _pines(sheet: Sheet, hill: Path, size: float) -> Path:
    """Return small pines in two or three clumps along the crest of a hill."""
    crest = [p for p in hill.flattened(3)[0] if 0 < p.x < sheet.width and p.y < sheet.height]
    trees: list[Path] = []
    for _ in range(3 if crest else 0):
        middle = int(sheet.rng.integers(0, max(1, len(crest))))
        for _ in range(int(sheet.rng.integers(3, 8))):
            at = crest[min(len(crest) - 1, max(0, middle + int(sheet.rng.normal(0, 5))))]
            tall = size * float(sheet.rng.uniform(2.4, 5.0))
            foot = at.y + tall * 0.12
            for k in range(3):
                top, half = foot - tall * (0.42 + 0.29 * k), tall * (0.20 - 0.045 * k)
                trees.append(
                    Path.polygon(
                        [
                            (at.x, top - tall * 0.16),
                            (at.x + half, top + tall * 0.34),
                            (at.x - half, top + tall * 0.34),
                        ]
                    )
                )
    return Path.join(trees)


def _bird(x: float, y: float, size: float) -> Path:
    return Path.from_svg(
        f"M{x - size} {y - size * 0.35}Q{x - size * 0.4} {y - size * 0.5} {x} {y}"
        f"Q{x + size * 0.5} {y - size * 0.55} {x + size} {y - size * 0.25}"
    )


def sea_moon(sheet: Sheet) -> Stage:
    """A full moon over open water, its light broken into strokes, far islands."""
    tones, w, h = sheet.tones, sheet.width, sheet.height
    free = sheet.free
    horizon = 0.60 * h if free.y < 0.4 * h else max(0.60 * h, free.y + 0.45 * free.height)
    hue = tones.air
    high, low = (
        (tones.ground, toned(hue, 0.34, 0.9))
        if tones.is_dark
        else (tones.field(0.1), tones.field(0.9))
    )
    sheet.fill("sky", linear([high, low], Box(0, 0, w, horizon), 90))
    at = sheet.hero.center if sheet.hero else Point(w * 0.5, horizon * 0.62)
    radius = 0.23 * min(w, h)
    mx, my = at.x - 0.06 * w, min(horizon - radius * 0.75, max(at.y - 0.1 * h, radius))
    radius = sheet.fitting_radius(mx, my, radius)
    moon = lit(tones.light(), 0.01)
    sheet.fill("moon halo", glow(moon, mx, my, radius * 3.2, strength=0.6))
    disc = circle(mx, my, radius)
    sheet.add("moon", [filled(disc, linear([moon, between(moon, low, 0.25)], disc.bounds, 60))])
    deep = toned(hue, 0.20, 0.9) if tones.is_dark else toned(hue, 0.55, 0.9)
    for i, tone in enumerate((low.mixed(deep, 0.35), low.mixed(deep, 0.6))):
        x = w * (0.62 * i - 0.05)
        island = smooth_curve(
            [
                (x, horizon),
                (x + 0.15 * w, horizon - 0.035 * h),
                (x + 0.24 * w, horizon - 0.018 * h),
                (x + 0.41 * w, horizon),
            ]
        )
        sheet.add(f"island {i}", [filled(island, tone)])
    water = Box(-2, horizon, w + 4, h - horizon + 2)
    sheet.add("water", [filled(rectangle(water), linear([low.mixed(deep, 0.35), deep], water))])
    _glints(sheet, Point(mx, horizon), radius, moon)
    _swell(sheet, horizon, deep)
    return Stage(ground_y=_shore(sheet, deep), shadow=shaded(deep, 0.2), depth=0.02 * h)


def _glints(sheet: Sheet, foot: Point, radius: float, moon: Color) -> None:
    """Break the moon's light into strokes that widen towards us."""
    rng, unit = sheet.rng, sheet.unit
    glints = []
    for _ in range(90):
        share = float(rng.uniform(0, 1)) ** 1.4
        y = foot.y + (sheet.height - foot.y) * (0.02 + 0.98 * share)
        spread = radius * (0.5 + 1.9 * share)
        x = foot.x + float(rng.normal(0, 0.5)) * spread
        length = unit * (1.5 + 9.5 * share) * float(rng.uniform(0.5, 1.3))
        away = abs(x - foot.x) / (spread + 1)
        stroke = ellipse(x, y, length, unit * (0.12 + 0.5 * share))
        glints.append(filled(stroke, moon.with_opacity(max(0.1, 0.85 - 0.45 * away))))
    sheet.add("glints", glints)


def _swell(sheet: Sheet, horizon: float, deep: Color) -> None:
    w, h = sheet.width, sheet.height
    for i in range(4):
        level = horizon + (h - horizon) * (0.35 + 0.2 * i)
        phase = float(sheet.rng.uniform(0, 6))
        crest = [
            (float(x) * w, level + 0.008 * h * math.sin(phase + float(x) * 9) * (1 + i))
            for x in np.linspace(-0.05, 1.05, 14)
        ]
        tone = deep.mixed(shaded(deep, 0.06), i / 3)
        body = f"{smooth_curve(crest).to_svg()}L{w * 1.06} {h * 1.05}L{-w * 0.06} {h * 1.05}Z"
        paint = linear(
            [tone.with_opacity(0.6), tone.with_opacity(0.05)], Box(0, level, w, 0.2 * h)
        )
        sheet.add(f"swell {i}", [filled(Path.from_svg(body), paint)])


def _shore(sheet: Sheet, deep: Color) -> float:
    """Return where heroes stand, having drawn the rock shelf they stand on."""
    w, h = sheet.width, sheet.height
    level = floor_line(sheet)
    if sheet.hero is None or not sheet.occupied:
        return level
    rng = sheet.rng
    left = sheet.hero.center.x < w / 2
    fall = [0.0, 0.004, -0.002, 0.012, 0.05, 0.12]
    places = [-0.05, 0.18, 0.42, 0.72, 0.90, 1.08]
    points = [
        (
            w * (x if left else 1 - x),
            level - 0.028 * h + h * (drop + float(rng.normal(0, 0.002))),
        )
        for x, drop in zip(places, fall, strict=True)
    ]
    rim = smooth_curve(sorted(points), tension=0.4)
    rock = shaded(deep, 0.10)
    body = Path.from_svg(f"{rim.to_svg()}L{w * 1.1} {h * 1.1}L{-w * 0.1} {h * 1.1}Z")
    box = Box(0, level - 0.03 * h, w, h - level + 0.03 * h)
    sheet.add("shore", [filled(body, linear([lit(rock, 0.06), rock, shaded(rock, 0.03)], box))])
    sheet.add("shore rim", [stroked(rim, lit(rock, 0.22), 0.25 * sheet.unit)], opacity=0.6)
    return level


def field(sheet: Sheet) -> Stage:
    """Rolling ground in planted rows under a high sky with a few long clouds."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    horizon = min(0.62 * h, ground_y - 0.16 * h)
    sheet.fill("sky", linear([tones.field(0.55), tones.field(0.0)], Box(0, 0, w, horizon), 90))
    spark = tones.warmest
    sun_x = w * (0.78 if sheet.hero is None or sheet.hero.center.x < 0.6 * w else 0.22)
    sun_r = 0.10 * min(w, h)
    sun_y = max(horizon - 1.9 * sun_r, sun_r)
    if sheet.is_free(sun_x, sun_y, sun_r * 1.1):
        sheet.fill(
            "sun halo", glow(toned(spark, 0.85, 0.8), sun_x, sun_y, sun_r * 3, strength=0.5)
        )
        sheet.add(
            "sun",
            [
                filled(
                    circle(sun_x, sun_y, sun_r), toned(spark, max(0.7, spark.oklch.lightness))
                )
            ],
        )
    clouds = []
    for x, y in sheet.scatter(7, 0.2 * w, clear=4 * unit):
        if y < horizon * 0.85 and math.dist((x, y), (sun_x, sun_y)) > sun_r + 12 * unit:
            clouds.append(
                blob(x, y, float(rng.uniform(5, 11)) * unit, 1.25 * unit, rng, 0.25, 9)
            )
    if clouds:
        sheet.add(
            "clouds", [filled(Path.join(clouds), lit(tones.field(0.0), 0.03))], opacity=0.9
        )
    green = tones.vivid[0]
    near = toned(green, 0.52 if not tones.is_dark else 0.36, 0.9)
    for i in range(5):
        share = i / 4
        level = horizon + (h - horizon) * (0.02 + 0.78 * share**1.25)
        color = tones.field(0.8).mixed(near, 0.28 + 0.68 * share)
        path = ridge(sheet, level, h * (0.028 + 0.028 * share), 2, 1.5 + 0.4 * i)
        top = path.bounds.y
        sheet.add(
            f"hill {i}",
            [
                filled(
                    path,
                    linear(
                        [lit(color, 0.05), color, shaded(color, 0.04)], Box(0, top, w, h * 0.24)
                    ),
                )
            ],
        )
        if i in (1, 3):
            rows = []
            vanish = Point(w * (0.3 if i == 1 else 0.62), level - 0.16 * h)
            for k in range(-14, 15):
                foot = vanish.x + k * w * 0.16
                rows.append(
                    smooth_curve(
                        [
                            (vanish.x + k * w * 0.012, level - 0.01 * h),
                            ((vanish.x + foot) / 2 + 0.02 * w, level + 0.10 * h),
                            (foot, level + 0.34 * h),
                        ]
                    )
                )
            sheet.add(
                f"rows {i}",
                [stroked(Path.join(rows), shaded(color, 0.05), 0.35 * unit)],
                clip=path,
                opacity=0.7,
            )
        if i == 1:
            trees = [
                ellipse(x * w, level - 0.012 * h, 1.1 * unit * s, 1.9 * unit * s)
                for x, s in ((0.12, 1.0), (0.16, 0.7), (0.81, 1.2), (0.86, 0.8), (0.90, 1.0))
            ]
            sheet.add("trees", [filled(Path.join(trees), shaded(color, 0.09))])
    return Stage(ground_y=ground_y, shadow=shaded(near, 0.24), depth=0.05 * h)


def space(sheet: Sheet) -> Stage:
    """Stars in three sizes, a nebula, a ringed planet lit from the upper left."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    hue = tones.hue_source
    night = tones.ground if tones.is_dark else tones.field(0.4)
    sheet.fill("night", linear([night, tones.field(0.7)], sheet.box, 70))
    star = tones.light() if tones.is_dark else toned(hue, 0.62, 1.0)
    second = tones.vivid[1 % len(tones.vivid)]
    for i, color in enumerate((hue, second, hue)):
        x, y = float(rng.uniform(0.1, 0.95)) * w, float(rng.uniform(0.3, 0.9)) * h
        tint = toned(color, 0.42, 1.1) if tones.is_dark else toned(color, 0.88, 0.8)
        paint = glow(tint, x, y, 0.55 * max(w, h), 0.24 * max(w, h), 0.55)
        sheet.add(
            f"nebula {i}",
            [filled(rectangle(sheet.box), paint)],
            blend="screen" if tones.is_dark else "normal",
        )
    for size, count, opacity in ((0.12, 220, 0.6), (0.22, 70, 0.85), (0.42, 16, 1.0)):
        stars = [
            circle(x, y, size * unit * float(rng.uniform(0.7, 1.3)))
            for x, y in sheet.scatter(count, 1.5 * unit, clear=0)
        ]
        kept = [
            s for s in stars if sheet.calmness(*s.bounds.center, reach=3) < 0.3 or size < 0.2
        ]
        sheet.add("stars", [filled(Path.join(kept), star)], opacity=opacity)
    at = sheet.hero.center if sheet.hero else Point(0.7 * w, 0.66 * h)
    px, r = (w * 0.14, 0.30 * min(w, h)) if at.x > w * 0.5 else (w * 0.88, 0.30 * min(w, h))
    py = h * 0.93
    body = circle(px, py, r)
    tint = toned(second, 0.62 if tones.is_dark else 0.74, 1.0)
    sheet.add(
        "planet",
        [filled(body, linear([lit(tint, 0.16), tint, shaded(tint, 0.30)], body.bounds, 50))],
    )
    rim = body.transformed(Affine.translation(-0.06 * r, -0.06 * r))
    sheet.add(
        "planet rim", [stroked(body, lit(tint, 0.25).with_opacity(0.5), 0.2 * unit)], clip=rim
    )
    ring = Path.join(
        [ellipse(px, py, r * 1.9, r * 0.42), ellipse(px, py, r * 1.55, r * 0.30)]
    ).transformed(Affine.rotation(-18, Point(px, py)))
    sheet.add("ring", [filled(ring, lit(tint, 0.18).with_opacity(0.75), "evenodd")])
    return Stage(ground_y=None, shadow=toned(hue, 0.1), backlit=tones.is_dark)
