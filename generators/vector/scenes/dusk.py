"""Dusk: a low sun on the sea, palms, and sand to stand on."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import circle, ellipse, rectangle
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.tones import between, glow, linear, lit, shaded
from generators.vector.scenes.foliage import leaf
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["sea_sunset"]

_SKY = ("#3B2A6B", "#8C3F86", "#E5627A", "#F99A63", "#FFD48A")
"""The evening sky from its top to the horizon; the palette pulls it a little."""


def sea_sunset(sheet: Sheet) -> Stage:
    """A great sun touching the sea, its path of light, clouds in bars, palms and sand."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    pull = tones.hue_source
    sky = [between(Color.from_hex(code), pull, 0.16) for code in _SKY]
    if not tones.is_dark:
        sky = [lit(sky[1], 0.16), lit(sky[2], 0.10), lit(sky[3], 0.06), lit(sky[4], 0.03)]
    horizon = min(0.62 * h, ground_y - 0.10 * h)
    at = _sun_place(sheet, horizon)
    sheet.fill("sky", linear(sky, Box(0, 0, w, horizon), 90))
    radius = 0.20 * min(w, h)
    sun = Color.from_hex("#FFE9B0")
    sheet.fill("sun glow", glow(sun, at.x, at.y, 1.0 * max(w, h) * 0.7, strength=0.55))
    disc = circle(at.x, at.y, radius)
    sheet.add("sun", [filled(disc, linear([lit(sun, 0.05), sky[-2]], disc.bounds, 90))])
    bars: list[Shape] = []
    for _ in range(9):
        x, y = float(rng.uniform(-0.1, 1.1)) * w, float(rng.uniform(0.30, 0.98)) * horizon
        if sheet.calmness(x, y, 8) > 0.2:
            continue
        rx = float(rng.uniform(0.10, 0.30)) * w
        bars.append(
            filled(ellipse(x, y, rx, 0.5 * unit), lit(sky[-2], 0.04).with_opacity(0.55))
        )
    sheet.add("cloud bars", bars, blur=0.4 * unit)
    sea = Box(-2, horizon, w + 4, h - horizon + 2)
    deep = between(sky[0], pull, 0.2)
    sheet.add("sea", [filled(rectangle(sea), linear([sky[-2], sky[2], deep], sea, 90))])
    _glitter(sheet, at, horizon, sun)
    sand = _sand(sheet, ground_y, sky[-1])
    _palms(sheet, horizon, shaded(deep, 0.12))
    return Stage(
        ground_y=ground_y, shadow=shaded(sand, 0.42), depth=0.04 * h, backlit=tones.is_dark
    )


def _sun_place(sheet: Sheet, horizon: float) -> Point:
    middle = sheet.hero.center.x if sheet.hero else 0.5 * sheet.width
    side = 0.36 if middle >= 0.5 * sheet.width else 0.64
    x = side * sheet.width if sheet.occupied else middle
    return Point(x, horizon - 0.02 * sheet.height)


def _glitter(sheet: Sheet, at: Point, horizon: float, sun: Color) -> None:
    """Lay the sun's path: short bars of light, wider and farther apart as they come near."""
    rng = sheet.rng
    bars: list[Shape] = []
    depth = sheet.height - horizon
    for k in range(46):
        share = (k / 45) ** 1.5
        y = horizon + share * depth
        spread = (0.05 + 0.24 * share) * sheet.width
        for _ in range(2):
            x = at.x + float(rng.normal(0, 0.45)) * spread
            rx = spread * float(rng.uniform(0.16, 0.5))
            bars.append(
                filled(
                    ellipse(x, y, rx, (0.08 + 0.4 * share) * sheet.unit),
                    sun.with_opacity(0.75 - 0.45 * share),
                )
            )
    sheet.add("glitter", bars, blend="screen")


def _sand(sheet: Sheet, ground_y: float, warm: Color) -> Color:
    w, h = sheet.width, sheet.height
    sand = between(warm, Color.from_hex("#F3D9A4"), 0.6)
    if sheet.tones.is_dark:
        sand = shaded(sand, 0.16)
    top = ground_y - 0.055 * h
    shore = Path.from_svg(
        f"M-4 {top + 0.02 * h}C{0.3 * w} {top - 0.03 * h} {0.6 * w} {top + 0.035 * h} "
        f"{w + 4} {top}"
        f"L{w + 4} {h + 4}L-4 {h + 4}Z"
    )
    foam = shore.moved(0, -0.008 * h)
    sheet.add("foam", [filled(foam, lit(sand, 0.12).with_opacity(0.8))], blur=0.2 * sheet.unit)
    sheet.add(
        "sand",
        [filled(shore, linear([lit(sand, 0.04), sand, shaded(sand, 0.10)], shore.bounds, 90))],
    )
    return sand


def _palms(sheet: Sheet, horizon: float, dark: Color) -> None:
    """Hang two palms into the picture from the side away from the copy."""
    w, h = sheet.width, sheet.height
    side = min(w, h)
    for x, y, size, way in (
        (0.02 * w, horizon + 0.02 * h, 0.62, 1),
        (0.99 * w, horizon, 0.44, -1),
    ):
        crown = Point(x + way * 0.16 * side * size, max(0.16 * h, y - 0.72 * side * size))
        if not sheet.is_free(crown.x, crown.y, 0.24 * side * size):
            continue
        thick = 0.016 * side * size
        trunk = Path.from_svg(
            f"M{x - thick} {y}C{x} {(y + crown.y) / 2} {crown.x - thick * 2} {crown.y + 40} "
            f"{crown.x} {crown.y}L{crown.x + thick} {crown.y}C{crown.x + thick} {crown.y + 60} "
            f"{x + thick * 3} {(y + crown.y) / 2} {x + thick * 2.4} {y}Z"
        )
        shapes = [filled(trunk, dark)]
        for k in range(9):
            heading = -170 + 22 * k
            reach = side * size * (0.36 - 0.02 * abs(k - 4))
            a = math.radians(heading)
            tip = (crown.x + reach * math.cos(a), crown.y + reach * (math.sin(a) + 0.30))
            tilt = math.degrees(math.atan2(tip[1] - crown.y, tip[0] - crown.x))
            shapes.append(filled(leaf(crown.x, crown.y, reach, reach * 0.2, tilt, 0.16), dark))
        sheet.add("palm", shapes)
