"""Implements: nail polish, a medical cross, balance scales, an umbrella, gears."""

from __future__ import annotations

import math
from itertools import pairwise

from compositor.geometry import Box
from compositor.geometry.boolean import difference, intersection, outline_stroke, union
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along, down, glass_bands
from generators.vector.motifs.sketch import Sketch

__all__ = ["care_cross", "gear", "nail_polish", "scales", "umbrella"]


def nail_polish(request: MotifRequest) -> Sketch:
    """Return a bottle of polish, a second one lying, a drop of color."""
    e = Easel(request)
    lacquer, second = e.main(), e.palette.accent
    dark = e.local("#2B2530", 0.04)
    e.group = "pool"
    pool = traced("560,900 720,860 900,880 980,930 880,972 660,976 540,950")
    e.add(pool, second, "plane", e.light(700, 900, 120, 24, 0.8))
    e.group = "lying"
    bottle = traced("640,700! 760,640 880,660 930,760 900,870 780,910 660,900!")
    e.add(bottle, second, "round", e.light(740, 700, 70, 40, 0.8))
    cap = placed(rounded_rectangle(Box(-170, -58, 340, 116), 40), 560, 820, turn_deg=-14)
    e.group = "standing"
    glass = d("M170 560C150 640 140 860 190 950L490 950C540 860 530 640 510 560"
              "C480 500 200 500 170 560Z")  # fmt: skip
    t = e.tones(lacquer)
    e.add(
        glass,
        lacquer,
        "matte",
        along(
            (150, 520), (530, 950), [(0, t.glow), (0.3, t.light), (0.7, t.base), (1, t.deep)]
        ),
        *glass_bands(glass, lacquer),
    )
    e.gleam(
        d("M214 600C206 700 206 800 222 900L252 900C240 800 240 700 252 596Z"),
        down(
            Box(200, 590, 60, 310), [(0, WHITE.with_opacity(0.9)), (1, WHITE.with_opacity(0.1))]
        ),
    )
    e.add(rounded_rectangle(Box(262, 470, 156, 64), 14), e.local("#E4C27A", 0.02), "metal")
    stem = d("M256 480L272 120C276 84 404 84 408 120L424 480Z")
    e.add(
        stem,
        dark,
        "tube",
        lines=(curve((300, 130), (292, 460)),),
        line_color=WHITE.with_opacity(0.35),
    )
    e.group = "cap"
    e.add(intersection(cap, rectangle(Box(380, 600, 270, 400))), dark, "plane")
    return e.sketch(1020, 1020, 972, (340, 640), contact=Box(180, 948, 720, 34))


def care_cross(request: MotifRequest) -> Sketch:
    """Return a rounded cross of glass with a pulse line and a leaf."""
    e = Easel(request)
    color = e.main()
    t = e.tones(color)
    cross = union(
        rounded_rectangle(Box(340, 100, 320, 800), 120),
        rounded_rectangle(Box(100, 340, 800, 320), 120),
    )
    e.add(cross, color, "matte", along((200, 120), (800, 900), [
        (0, t.glow), (0.4, t.light), (0.75, t.base), (1, t.shade)]))  # fmt: skip
    e.gleam(
        rounded_rectangle(Box(372, 132, 120, 400), 60),
        down(
            Box(372, 132, 120, 400), [(0, WHITE.with_opacity(0.7)), (1, WHITE.with_opacity(0))]
        ),
    )
    beat = d("M180 510L360 510L430 400L520 640L590 470L640 510L820 510")
    e.inside(outline_stroke(beat, 34, join="miter"), WHITE, "plane")
    return e.sketch(1000, 1000, 930, (500, 500), floats=True)


def scales(request: MotifRequest) -> Sketch:
    """Return balance scales in brass, level."""
    e = Easel(request)
    brass = e.local("#D3A552", 0.05)
    t = e.tones(brass)
    e.group = "base"
    e.add(
        d("M330 940L670 940C660 880 580 860 540 850L460 850C420 860 340 880 330 940Z"),
        brass,
        "metal",
    )
    e.add(d("M484 220L516 220L534 860L466 860Z"), brass, "metal")
    e.group = "beam"
    beam = blob(
        (110, 270),
        (300, 220),
        (500, 236),
        (700, 220),
        (890, 270),
        (700, 258),
        (500, 276),
        (300, 258),
    )
    e.add(beam, brass, "metal")
    e.add(circle(500, 230, 52), t.light, "round", e.light(484, 212, 20, 18, 0.8))
    e.add(traced("500,80! 526,130 500,180 474,130"), brass, "metal")
    for x in (130, 870):
        e.group = "pan"
        e.strokes(t.deep, 7, d(f"M{x} 270L{x - 116} 610"), d(f"M{x} 270L{x + 116} 610"),
                  d(f"M{x} 270L{x} 600"))  # fmt: skip
        e.add(d(f"M{x - 140} 606C{x - 110} 740 {x + 110} 740 {x + 140} 606Z"), brass, "metal")
        e.add(ellipse(x, 606, 140, 26), t.light, "plane")
    return e.sketch(1040, 1000, 944, (500, 400), contact=Box(330, 930, 340, 24))


def umbrella(request: MotifRequest) -> Sketch:
    """Return an open umbrella, its handle curved."""
    e = Easel(request)
    cloth = e.main()
    e.group = "handle"
    e.add(
        ribbon(
            [(500, 100), (500, 820), (500, 880), (560, 930), (620, 870)], (18, 22, 24, 26, 24)
        ),
        e.local("#6B4630", 0.03),
        "tube",
    )
    e.group = "canopy"
    tips = [60, 236, 412, 588, 764, 940]
    tones = (e.tones(cloth).light, cloth, e.palette.accent, cloth, e.tones(cloth).shade)
    for (a, b), tone in zip(pairwise(tips), tones, strict=True):
        lift = [500 + (x - 500) * 0.78 for x in (a, b)]
        panel = blob(
            (500, 110, 0),
            (lift[1], 230),
            (b, 520, 0),
            ((a + b) / 2, 470),
            (a, 520, 0),
            (lift[0], 230),
        )
        e.add(panel, tone, "plane")
    e.add(ribbon([(500, 120), (500, 50)], (20, 10)), e.local("#6B4630", 0.03))
    return e.sketch(1000, 1000, 960, (500, 320), floats=True)


def gear(request: MotifRequest) -> Sketch:
    """Return two gears that mesh."""
    e = Easel(request)
    for x, y, r, teeth, color, turn in ((390, 420, 300, 14, e.main(), 0.0),
                                        (750, 720, 190, 9, e.palette.accent, 8.0)):  # fmt: skip
        points = []
        for k in range(teeth * 4):
            a = 2 * math.pi * (k / (teeth * 4)) + math.radians(turn)
            reach = r * (1.12 if k % 4 in (1, 2) else 0.94)
            points.append(f"{x + reach * math.cos(a):.1f},{y + reach * math.sin(a):.1f}!")
        body = difference(traced(" ".join(points)), circle(x, y, r * 0.34))
        t = e.tones(color)
        e.add(
            body,
            color,
            "matte",
            along(
                (x - r, y - r),
                (x + r, y + r),
                [(0, t.glow), (0.35, t.base), (0.5, t.light), (0.7, t.base), (1, t.deep)],
            ),
        )
        e.inside(difference(circle(x, y, r * 0.74), circle(x, y, r * 0.42)), t.shade, "plane")
        for k in range(6):
            hole = placed(circle(0, -r * 0.58, r * 0.09), x, y, turn_deg=60 * k)
            e.inside(hole, t.deep, "plane")
    return e.sketch(1000, 960, 930, (420, 440), floats=True)
