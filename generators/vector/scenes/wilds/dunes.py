"""Desert: dunes with a knife edge between sun and shade."""

from __future__ import annotations

import math

import numpy as np

from compositor.color import Color
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import circle, smooth_curve
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.tones import between, glow, linear, lit, shaded, toned
from generators.vector.scenes.skies import moon, paint_sky, stars
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["desert"]


def desert(sheet: Sheet) -> Stage:
    """Dunes with a knife edge between sun and shade, a great low sun, one far caravan."""
    tones, unit, rng, w, h = sheet.tones, sheet.unit, sheet.rng, sheet.width, sheet.height
    ground_y = floor_line(sheet)
    horizon = min(0.58 * h, ground_y - 0.18 * h)
    sky = paint_sky(sheet, "night" if tones.is_dark else "dawn", horizon, 0.35)
    sand = between(Color.from_hex("#E2A566"), tones.warmest, 0.35)
    sand = sky[-1].mixed(sand, 0.3) if tones.is_dark else toned(sand, 0.78, 1.0)
    at = sheet.hero.center if sheet.hero else Point(0.5 * w, 0.5 * h)
    radius = sheet.fitting_radius(at.x + 0.14 * w, horizon - 0.08 * h, 0.17 * min(w, h))
    if tones.is_dark:
        stars(sheet, horizon, tones.light())
        moon(sheet, Point(at.x + 0.2 * w, horizon - 0.15 * h), 0.6 * radius, 0.25)
    else:
        sun = lit(sky[-1], 0.04)
        sheet.fill(
            "sun glow",
            glow(sun, at.x + 0.14 * w, horizon - 0.08 * h, radius * 3.2, strength=0.6),
        )
        sheet.add("sun", [filled(circle(at.x + 0.14 * w, horizon - 0.08 * h, radius), sun)])
    for k in range(4):
        share = k / 3
        level = horizon + (ground_y - 0.02 * h - horizon) * share**1.1
        tall = h * (0.05 + 0.075 * share)
        crest_x = w * (0.25 + 0.55 * ((k * 0.62 + float(rng.uniform(0, 0.25))) % 1.0))
        tone = sand.mixed(sky[-1], 0.55 * (1 - share))
        _dune(sheet, level, tall, crest_x, tone)
    _caravan(sheet, horizon + 0.028 * h, unit, shaded(sand, 0.3))
    return Stage(ground_y=ground_y, shadow=shaded(sand, 0.36), depth=0.04 * h)


def _dune(sheet: Sheet, level: float, tall: float, crest_x: float, tone: Color) -> None:
    w, h = sheet.width, sheet.height
    peak = level - tall
    body = Path.from_svg(
        f"M-4 {level}C{crest_x * 0.4} {level - 0.1 * tall} {crest_x * 0.75} "
        f"{peak + 0.05 * tall} {crest_x} {peak}"
        f"C{crest_x + 0.16 * w} {peak + 0.25 * tall} {crest_x + 0.3 * w} "
        f"{level + 0.1 * tall} {w + 4} {level}"
        f"L{w + 4} {h + 4}L-4 {h + 4}Z"
    )
    shade = Path.from_svg(
        f"M{crest_x} {peak}C{crest_x + 0.16 * w} {peak + 0.25 * tall} {crest_x + 0.3 * w} "
        f"{level + 0.1 * tall} {w + 4} {level}"
        f"L{w + 4} {h + 4}L{crest_x + 0.02 * w} {h + 4}"
        f"C{crest_x - 0.16 * w} {level + 1.9 * tall} {crest_x + 0.10 * w} "
        f"{level + 0.5 * tall} {crest_x} {peak}Z"
    )
    box = Box(0, peak, w, 2.6 * tall)
    sheet.add(
        "dune",
        [
            filled(body, linear([lit(tone, 0.05), tone], box)),
            filled(shade, linear([shaded(tone, 0.13), shaded(tone, 0.03)], box)),
        ],
    )
    ripples = [
        smooth_curve(
            [
                (
                    float(x) * crest_x,
                    level + tall * (0.35 + 0.32 * k) + 0.10 * tall * math.sin(5 * float(x) + k),
                )
                for x in np.linspace(-0.02, 0.86, 7)
            ]
        )
        for k in range(4)
    ]
    sheet.add(
        "ripples",
        [stroked(Path.join(ripples), shaded(tone, 0.06), 0.14 * sheet.unit)],
        opacity=0.5,
    )


def _caravan(sheet: Sheet, y: float, unit: float, color: Color) -> None:
    x0 = sheet.width * (
        0.16 if sheet.hero is None or sheet.hero.center.x > 0.4 * sheet.width else 0.7
    )
    camels: list[Path] = []
    for k in range(4):
        x, s = x0 + k * 2.9 * unit, 0.9 * unit
        camels.append(
            Path.from_svg(
                f"M{x} {y}L{x} {y - 0.9 * s}Q{x + 0.25 * s} {y - 1.3 * s} {x + 0.5 * s} "
                f"{y - 1.05 * s}"
                f"Q{x + 0.75 * s} {y - 1.65 * s} {x + 1.0 * s} {y - 1.05 * s}Q{x + 1.3 * s} "
                f"{y - 0.95 * s} "
                f"{x + 1.45 * s} {y - 1.5 * s}L{x + 1.85 * s} {y - 1.45 * s}L{x + 1.65 * s} "
                f"{y - 1.25 * s}"
                f"Q{x + 1.45 * s} {y - 0.75 * s} {x + 1.2 * s} {y - 0.7 * s}L{x + 1.2 * s} "
                f"{y}L{x + 1.05 * s} {y}"
                f"L{x + 1.0 * s} {y - 0.55 * s}L{x + 0.2 * s} {y - 0.55 * s}L{x + 0.15 * s} "
                f"{y}Z"
            )
        )
    sheet.add("caravan", [filled(Path.join(camels), color)])
