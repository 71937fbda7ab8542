"""Finery: a watch, a cut stone, a satin bow."""

from __future__ import annotations

import math

from compositor.geometry import Box, Path
from compositor.geometry.shapes import circle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import curve, d, mirrored, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along
from generators.vector.motifs.sketch import Sketch

__all__ = ["bow", "gem", "watch"]


def watch(request: MotifRequest) -> Sketch:
    """Return a wristwatch seen from the front, at ten past ten."""
    e = Easel(request)
    strap, gold, face = e.main(), e.local("#DDB562", 0.03), e.local("#FBF7EF", 0.02)
    s = e.tones(strap)
    e.group = "strap"
    for path in (
        d("M370 360L398 40C400 16 600 16 602 40L630 360Z"),
        d("M370 700L396 1030C400 1064 600 1064 604 1030L630 700Z"),
    ):
        stitches = tuple(
            curve((500 + k * 84, path.bounds.y + 40), (500 + k * 100, path.bounds.bottom - 40))
            for k in (-1, 1)
        )
        e.add(path, strap, "tube", lines=stitches, line_color=s.light, line_width=5)
    e.group = "case"
    e.add(rounded_rectangle(Box(776, 500, 70, 70), 16), gold, "metal")
    e.add(circle(500, 535, 290), gold, "metal")
    e.inside(circle(500, 535, 252), face, "plane", e.shadow(560, 640, 240, 200, face, 0.4))
    ticks = []
    for k in range(12):
        a = math.pi * k / 6
        r1, r2 = 224, (178 if k % 3 == 0 else 200)
        ticks.append(
            ribbon(
                [
                    (500 + r1 * math.sin(a), 535 - r1 * math.cos(a)),
                    (500 + (r1 + r2) / 2 * math.sin(a), 535 - (r1 + r2) / 2 * math.cos(a)),
                    (500 + r2 * math.sin(a), 535 - r2 * math.cos(a)),
                ],
                (14, 14, 14),
            )
        )
    for tick in ticks:
        e.inside(tick, e.local("#2B2830", 0.05), "plane", outline=False)
    dark = e.local("#2B2830", 0.05)
    for a, reach, wide in ((-0.98, 130, 24), (1.05, 186, 18)):
        e.inside(
            ribbon(
                [
                    (500 - 20 * math.sin(a), 535 + 20 * math.cos(a)),
                    (500 + reach * 0.5 * math.sin(a), 535 - reach * 0.5 * math.cos(a)),
                    (500 + reach * math.sin(a), 535 - reach * math.cos(a)),
                ],
                (wide, wide, wide * 0.6),
            ),
            dark,
            "plane",
            outline=False,
        )
    e.inside(circle(500, 535, 20), gold, "round")
    e.gleam(
        d("M330 400C380 330 450 300 520 296L420 640C340 620 300 500 330 400Z"),
        along(
            (330, 320), (460, 640), [(0, WHITE.with_opacity(0.6)), (1, WHITE.with_opacity(0))]
        ),
    )
    return e.sketch(1000, 1080, 1060, (500, 535), floats=True)


def gem(request: MotifRequest) -> Sketch:
    """Return a cut stone from the side, its facets light and dark."""
    e = Easel(request)
    ice = e.main()
    t = e.tones(ice)
    e.group = "gem"
    outline = d("M60 380L250 140L750 140L940 380L500 920Z")
    e.add(outline, ice, "plane")
    facets = (
        ("M60 380L250 140L330 380Z", t.light), ("M250 140L500 140L330 380Z", t.glow),
        ("M500 140L670 380L330 380Z", t.light), ("M500 140L750 140L670 380Z", t.base),
        ("M750 140L940 380L670 380Z", t.shade), ("M60 380L330 380L500 920Z", t.base),
        ("M330 380L670 380L500 920Z", t.light), ("M670 380L940 380L500 920Z", t.deep),
    )  # fmt: skip
    for path, tone in facets:
        e.inside(d(path), tone, "plane")
    e.gleam(outline, e.light(330, 300, 240, 180, 0.6))
    for x, y, r in ((880, 170, 76), (130, 640, 48)):
        star = traced(
            f"{x},{y - r}! {x + 0.14 * r},{y - 0.14 * r} "
            f"{x + r},{y}! {x + 0.14 * r},{y + 0.14 * r} "
            f"{x},{y + r}! {x - 0.14 * r},{y + 0.14 * r} "
            f"{x - r},{y}! {x - 0.14 * r},{y - 0.14 * r}"
        )
        e.add(star, e.palette.accent, "plane", solid=False)
    return e.sketch(1000, 980, 920, (500, 420), floats=True)


def bow(request: MotifRequest) -> Sketch:
    """Return a satin bow with two loops and two tails."""
    e = Easel(request)
    satin = e.main()
    t = e.tones(satin)
    e.group = "tails"
    tail = traced(
        "500,430! 430,560 330,700 210,860! 300,850! 350,930! 470,760 540,600 560,470!"
    )
    for path in (tail, mirrored(tail, 500)):
        e.add(path, satin, "plane", e.shadow(500, 520, 190, 130, satin, 0.8))
    e.group = "loops"
    loop = traced("500,390! 380,230 180,130 70,210 50,400 90,580 230,600 390,520 500,450!")
    hollow = traced("470,400! 360,320 230,270 170,330 180,430 260,470 380,450 470,420!")
    for side in (1, -1):

        def put(path: Path, side: int = side) -> Path:
            return path if side > 0 else mirrored(path, 500)

        cx = 500 - side * 250
        e.add(put(loop), satin, "round", e.light(cx, 230, 130, 70, 0.7))
        e.inside(put(hollow), t.deep, "plane")
        e.strokes(
            t.shade,
            8,
            put(curve((440, 400), (330, 300), (230, 230))),
            put(curve((440, 460), (330, 520), (230, 545))),
        )
    e.group = "knot"
    e.add(
        traced("430,350 500,330 570,350 590,420 570,500 500,520 430,500 410,420"),
        satin,
        "round",
        e.light(470, 380, 50, 40, 0.8),
        lines=(
            curve((460, 360), (450, 420), (462, 490)),
            curve((540, 360), (552, 420), (540, 490)),
        ),
    )
    return e.sketch(1000, 960, 930, (500, 420), floats=True)
