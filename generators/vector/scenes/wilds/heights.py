"""Above the clouds at sunrise, and hills under a moon in any phase."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import circle, ellipse, rectangle
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.strokes import blob
from generators.vector.patterns.tones import glow, linear, lit, shaded
from generators.vector.scenes.landscapes import ridge
from generators.vector.scenes.skies import moon, paint_sky, stars
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["cloud_sea", "crescent_night"]


def cloud_sea(sheet: Sheet) -> Stage:
    """Sunrise above the clouds: rolling banks, peaks that stand out of them like islands."""
    tones, rng, w, h = sheet.tones, sheet.rng, sheet.width, sheet.height
    ground_y = floor_line(sheet)
    horizon = min(0.52 * h, ground_y - 0.2 * h)
    sky = paint_sky(sheet, "night" if tones.is_dark else "dawn", horizon)
    at = sheet.hero.center if sheet.hero else Point(0.5 * w, 0.5 * h)
    sx = at.x + (0.22 if at.x < 0.6 * w else -0.22) * w
    radius = sheet.fitting_radius(sx, horizon - 0.07 * h, 0.13 * min(w, h))
    sun = tones.light() if tones.is_dark else Color.from_hex("#FFF3D6")
    sheet.fill("glow", glow(lit(sky[-1], 0.05), sx, horizon, 0.6 * w, strength=0.8))
    sheet.add("sun", [filled(circle(sx, horizon - 0.07 * h, radius), sun)])
    rock = sky[0].mixed(tones.deep(), 0.45)
    for k in range(6):
        share = k / 5
        level = horizon + (1.02 * h - horizon) * share**1.1
        tone = lit(sky[-1], 0.03).mixed(sky[1], 0.12 + 0.34 * share)
        if k in (1, 2, 3):
            peak = ridge(sheet, level + 0.03 * h, h * (0.10 + 0.03 * k), 4, 2.4)
            color = rock.mixed(sky[-2], 0.62 - 0.2 * k)
            box = Box(0, peak.bounds.y, w, 0.2 * h)
            sheet.add(
                f"peaks {k}", [filled(peak, linear([color, color.mixed(tone, 0.9)], box))]
            )
        _bank(sheet, level, 0.045 * h * (0.7 + 0.9 * share), tone)
    del rng
    return Stage(ground_y=ground_y, shadow=shaded(sky[1], 0.12), depth=0.02 * h)


def _bank(sheet: Sheet, level: float, tall: float, tone: Color) -> None:
    """Lay one bank of cloud across the picture, its heads lit."""
    rng, w, h = sheet.rng, sheet.width, sheet.height
    heads: list[Shape] = []
    x = -tall
    while x < w + 2 * tall:
        r = tall * float(rng.uniform(0.55, 1.25))
        y = level + tall * 0.4 * math.sin(x / w * 7 + level)
        heads.append(
            filled(
                circle(x, y, r),
                linear([lit(tone, 0.05), tone], Box(x - r, y - r, 2 * r, 2 * r), 80),
            )
        )
        x += r * float(rng.uniform(0.7, 1.15))
    foot = Box(-2, level, w + 4, h - level + 4)
    sheet.add("cloud heads", heads, blur=0.35 * sheet.unit)
    sheet.add(
        "cloud bank",
        [
            filled(
                rectangle(foot),
                linear([tone.with_opacity(0), tone, tone], Box(0, level, w, 3 * tall)),
            )
        ],
    )


def crescent_night(sheet: Sheet) -> Stage:
    """Hills under a moon whose phase changes with the seed, a river of light, one lit house."""
    tones, unit, w, h = sheet.tones, sheet.unit, sheet.width, sheet.height
    ground_y = floor_line(sheet)
    horizon = min(0.60 * h, ground_y - 0.14 * h)
    sky = paint_sky(sheet, "night", horizon)
    stars(sheet, horizon, tones.light(), 190)
    at = sheet.hero.center if sheet.hero else Point(0.5 * w, 0.5 * h)
    mx = at.x + (0.24 if at.x < 0.6 * w else -0.24) * w
    my = max(0.10 * h, horizon - 0.30 * h)
    radius = sheet.fitting_radius(mx, my, 0.11 * min(w, h))
    moon(sheet, Point(mx, my), radius, float(sheet.rng.choice([0.08, 0.3, 0.62, 1.0])))
    near = shaded(sky[0], 0.02)
    for k in range(4):
        share = k / 3
        level = horizon + (ground_y - horizon) * share
        tone = lit(sky[-1], 0.07).mixed(near, 0.22 + 0.74 * share)
        hill = ridge(sheet, level, h * (0.10 - 0.05 * share), 3, 1.8 + 0.5 * k)
        box = Box(0, hill.bounds.y, w, 0.16 * h)
        sheet.add(f"hill {k}", [filled(hill, linear([lit(tone, 0.05), tone], box))])
        if k == 1:
            x = 0.16 * w if at.x > 0.4 * w else 0.80 * w
            y, s = level + 0.012 * h, 2.4 * unit
            house = Path.from_svg(
                f"M{x} {y}V{y - s}L{x + 0.8 * s} {y - 1.6 * s}L{x + 1.6 * s} {y - s}V{y}Z"
            )
            window = rectangle(Box(x + 0.55 * s, y - 0.75 * s, 0.5 * s, 0.5 * s))
            warm = Color.from_oklch(0.86, 0.12, 82)
            sheet.add("house", [filled(house, shaded(tone, 0.08)), filled(window, warm)])
            halo = ellipse(x + 0.8 * s, y - 0.5 * s, 2 * s, 2 * s)
            sheet.add(
                "lamp glow",
                [filled(halo, glow(warm, x + 0.8 * s, y - 0.5 * s, 2 * s, strength=0.5))],
                blend="screen",
            )
    mist = blob(at.x, ground_y, 0.7 * w, 0.02 * h, sheet.rng, 0.1, 9)
    sheet.add("ground mist", [filled(mist, sky[-1].with_opacity(0.35))], blur=1.6 * unit)
    return Stage(ground_y=ground_y, shadow=shaded(near, 0.08), depth=0.02 * h, backlit=True)
