"""Skies: five hours of the day and rain, a moon in its phases, clouds, stars, fireworks."""

from __future__ import annotations

import math
from typing import Literal

from compositor.color import Color
from compositor.geometry import Box, Path, Point
from compositor.geometry.boolean import difference, union
from compositor.geometry.shapes import circle, ellipse
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.strokes import ribbon
from generators.vector.patterns.tones import between, glow, linear, lit, shaded, toned

__all__ = ["Hour", "bursts", "cumulus", "moon", "paint_sky", "stars"]

Hour = Literal["dawn", "noon", "night"]

_RAMPS: dict[Hour, tuple[str, ...]] = {
    "dawn": ("#5D76B4", "#A9A6D3", "#F2B9B4", "#FFD9AE", "#FFEFD2"),
    "noon": ("#3F8FD8", "#79B8EC", "#B5DBF6", "#E6F4FB"),
    "night": ("#070B22", "#111A44", "#24306E", "#46508F"),
}
"""From the top of the sky to the horizon; the palette pulls each a little."""


def paint_sky(sheet: Sheet, hour: Hour, horizon: float, pull: float = 0.22) -> list[Color]:
    """Lay the sky of an hour down to the horizon and return its colors, top first."""
    tones = sheet.tones
    ramp = [between(Color.from_hex(code), tones.hue_source, pull) for code in _RAMPS[hour]]
    if hour == "night":
        ramp = [toned(color, color.oklch.lightness, 0.9) for color in ramp]
    elif tones.is_dark:
        ramp = [shaded(color, 0.14) for color in ramp]
    sheet.fill("sky", linear(ramp, Box(0, 0, sheet.width, max(1.0, horizon)), 90))
    return ramp


def cumulus(sheet: Sheet, x: float, y: float, width: float, color: Color) -> None:
    """Lay one heap cloud: flat foot, round heads, lit from the upper left."""
    rng = sheet.rng
    heads: list[Path] = []
    count = 6
    for k in range(count):
        share = (k + 0.5) / count
        r = width * (0.09 + 0.13 * math.sin(math.pi * share) * float(rng.uniform(0.75, 1.2)))
        heads.append(circle(x + (share - 0.5) * width * 0.86, y - r * 0.75, r))
    foot = ellipse(x, y - 0.02 * width, 0.52 * width, 0.075 * width)
    body = union(foot, *heads)
    box = body.bounds
    light = lit(color, 0.06)
    shade = difference(body, body.moved(-0.035 * width, -0.05 * width))
    sheet.add(
        "cloud",
        [
            filled(body, linear([light, color, shaded(color, 0.06)], box, 75)),
            filled(shade, shaded(color, 0.09).with_opacity(0.45)),
        ],
        opacity=0.94,
    )


def stars(sheet: Sheet, horizon: float, color: Color, count: int = 150) -> None:
    """Strew stars above the horizon, denser towards the top."""
    found = [
        circle(
            x, y, sheet.unit * float(sheet.rng.choice([0.10, 0.16, 0.28], p=[0.6, 0.3, 0.1]))
        )
        for x, y in sheet.scatter(count, 1.6 * sheet.unit, clear=0.5 * sheet.unit)
        if y < horizon * (0.55 + 0.4 * float(sheet.rng.random()))
    ]
    if found:
        sheet.add("stars", [filled(Path.join(found), color)], opacity=0.9)


def moon(sheet: Sheet, at: Point, radius: float, phase: float) -> None:
    """Hang a moon: 0 is the thinnest crescent, 1 is full; the dark part is just seen."""
    tones = sheet.tones
    bright = lit(tones.light(), 0.01)
    sheet.fill("moon halo", glow(bright, at.x, at.y, radius * 3.4, strength=0.42))
    disc = circle(at.x, at.y, radius)
    if phase < 0.98:
        sheet.add("earthshine", [filled(disc, bright.with_opacity(0.10))])
        disc = difference(
            disc, circle(at.x - radius * (0.42 + 1.5 * phase), at.y - 0.12 * radius, radius)
        )
    seas = [
        circle(at.x + radius * dx, at.y + radius * dy, radius * r)
        for dx, dy, r in ((0.42, 0.1, 0.2), (0.15, 0.5, 0.13), (0.62, -0.3, 0.1))
    ]
    shapes = [filled(disc, linear([bright, shaded(bright, 0.05)], disc.bounds, 60))]
    if phase > 0.3:
        shapes.append(filled(Path.join(seas), shaded(bright, 0.07).with_opacity(0.6)))
    sheet.add("moon", shapes)


def bursts(sheet: Sheet, places: list[tuple[float, float, float]]) -> None:
    """Set off fireworks at (x, y, radius): streaks that fall a little, bright at their tips."""
    rng, tones = sheet.rng, sheet.tones
    colors = [toned(c, 0.80, 1.1) for c in tones.vivid]
    gold = Color.from_oklch(0.86, 0.11, 85)
    for index, (x, y, radius) in enumerate(places):
        color = gold if index % 3 == 0 else colors[index % len(colors)]
        sheet.add(
            "burst glow",
            [
                filled(
                    circle(x, y, radius * 1.5), glow(color, x, y, radius * 1.5, strength=0.34)
                )
            ],
            blend="screen",
        )
        streaks: list[Path] = []
        tips: list[Path] = []
        for ring, (share, count) in enumerate(((1.0, 34), (0.74, 26), (0.46, 18))):
            for k in range(count):
                angle = 2 * math.pi * (k + 0.5 * ring) / count + float(rng.normal(0, 0.05))
                reach = radius * share * float(rng.uniform(0.70, 1.08))
                course = []
                for step in range(9):
                    t = 0.22 + 0.78 * step / 8
                    fall = 0.24 * radius * t * t
                    course.append(
                        Point(
                            x + reach * t * math.cos(angle),
                            y + reach * t * math.sin(angle) + fall,
                        )
                    )
                thick = max(0.12 * sheet.unit, 0.013 * radius)

                def width_at(part: float, thick: float = thick) -> float:
                    return thick * (0.15 + 0.85 * part)

                streaks.append(ribbon(course, width_at))
                tips.append(circle(*course[-1], thick * 1.25))
        light = lit(color, 0.10)
        sheet.add(
            "burst",
            [
                filled(Path.join(streaks), glow(light, x, y, radius * 1.25, strength=1.0)),
                filled(Path.join(streaks), color.with_opacity(0.55)),
                filled(Path.join(tips), light),
            ],
        )
        trail = Path.polygon(
            [(x, y + 0.1 * radius), (x + 0.05 * radius, y + 2.1 * radius)], closed=False
        )
        sheet.add("rise", [stroked(trail, color.with_opacity(0.22), 0.14 * sheet.unit)])
