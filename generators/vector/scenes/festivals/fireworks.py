"""New Year's night: fireworks over a city and the water before it."""

from __future__ import annotations

import numpy as np

from compositor.color import Color
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import ellipse, rectangle
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.tones import glow, linear, shaded, toned
from generators.vector.scenes.skies import bursts, moon, paint_sky, stars
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["fireworks_night"]


def fireworks_night(sheet: Sheet) -> Stage:
    """Fireworks over a city across the water, their light in it."""
    tones, unit, rng, w, h = sheet.tones, sheet.unit, sheet.rng, sheet.width, sheet.height
    ground_y = floor_line(sheet)
    horizon = min(0.66 * h, ground_y - 0.08 * h)
    sky = paint_sky(sheet, "night", horizon, 0.3)
    stars(sheet, horizon, tones.light(), 60)
    moon(sheet, Point(0.86 * w, 0.10 * h), 0.04 * min(w, h), 0.3) if sheet.is_free(
        0.86 * w, 0.10 * h, 0.1 * w
    ) else None
    places = []
    for x, y, size in (
        (0.30, 0.44, 15),
        (0.72, 0.30, 21),
        (0.53, 0.66, 9),
        (0.09, 0.60, 8),
        (0.93, 0.58, 10),
    ):
        px, py = x * w + float(rng.normal(0, 0.02)) * w, y * horizon / 0.66
        radius = size * unit
        if sheet.is_free(px, py, 0.8 * radius):
            places.append((px, py, radius))
    bursts(sheet, places)
    dark = sky[0].mixed(sky[1], 0.5)
    towers: list[Path] = []
    panes: list[Path] = []
    x = -2.0
    while x < w:
        wide = unit * float(rng.uniform(2.2, 5.5))
        tall = unit * float(rng.uniform(3, 13)) * (1.3 - abs(x / w - 0.5))
        towers.append(rectangle(Box(x, horizon - tall, wide, tall + 2)))
        for row in range(int(tall / unit) - 1):
            lit_row = rng.random(int(wide / unit)) < 0.35
            y = horizon - tall + (row + 0.6) * unit
            panes += [
                rectangle(Box(x + (k + 0.3) * unit, y, 0.35 * unit, 0.45 * unit))
                for k in np.flatnonzero(lit_row).tolist()
            ]
        x += wide
    warm = Color.from_oklch(0.84, 0.11, 80)
    sheet.add("city", [filled(Path.join(towers), dark)])
    sheet.add("windows", [filled(Path.join(panes), warm)] if panes else [], opacity=0.7)
    water = Box(-2, horizon, w + 4, h - horizon + 2)
    sheet.add(
        "water",
        [filled(rectangle(water), linear([sky[2].mixed(dark, 0.4), dark, sky[0]], water))],
    )
    for px, _, radius in places:
        color = toned(tones.vivid[int(px) % len(tones.vivid)], 0.74, 1.0)
        sheet.add(
            "light in the water",
            [
                filled(
                    rectangle(water),
                    glow(color, px, horizon, 0.7 * radius, 0.9 * water.height, 0.4),
                )
            ],
            blend="screen",
        )
    strokes = [
        ellipse(
            float(rng.uniform(0, 1)) * w,
            horizon + water.height * ((k + 0.5) / 30) ** 1.3,
            unit * float(rng.uniform(1, 6)),
            0.10 * unit,
        )
        for k in range(30)
    ]
    sheet.add("ripples", [filled(Path.join(strokes), sky[-1])], opacity=0.45)
    return Stage(
        ground_y=ground_y,
        shadow=shaded(sky[0], 0.03),
        depth=0.02 * h,
        reflects=0.2,
        backlit=True,
    )
