"""Cups: coffee, beans and milk tea."""

from __future__ import annotations

import math

from compositor.geometry import Box
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, d, lathe, placed, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import down, glass_bands
from generators.vector.motifs.sketch import LabelPlace, Sketch
from generators.vector.motifs.subjects.tea.ware import steam

__all__ = ["coffee_bean", "coffee_cup", "milk_tea"]


def _bean(e: Easel, x: float, y: float, size: float, turn: float) -> None:
    brown = e.local("#6B3F28", 0.06)
    body = blob((0, -1), (0.46, -0.84), (0.70, -0.3), (0.70, 0.3), (0.46, 0.84), (0, 1),
                (-0.46, 0.84), (-0.70, 0.3), (-0.70, -0.3), (-0.46, -0.84))  # fmt: skip
    seam = ribbon(
        [(0.03, -0.97), (-0.13, -0.5), (0.0, 0.0), (0.13, 0.5), (-0.03, 0.97)],
        (0.05, 0.11, 0.13, 0.11, 0.05),
        spacing=0.05,
    )
    e.add(
        placed(body, x, y, turn_deg=turn, scale=size),
        brown,
        "round",
        e.light(x - size * 0.3, y - size * 0.4, size * 0.4, size * 0.32, 0.35),
        e.shadow(x + size * 0.4, y + size * 0.5, size * 0.8, size * 0.7, brown, 0.8),
    )
    dark, pale = e.tones(brown).deep, brown.mixed(e.local("#E9C39A", 0), 0.5)
    e.inside(placed(seam, x - 0.05 * size, y, turn_deg=turn, scale=size), dark, "plane",
             outline=False, only=("flat", "cut_paper"))  # fmt: skip
    e.inside(placed(seam, x, y, turn_deg=turn, scale=size), pale, "plane", outline=False)


def coffee_bean(request: MotifRequest) -> Sketch:
    """Return three roasted beans."""
    e = Easel(request)
    for x, y, size, turn in ((640, 320, 240, 32), (290, 400, 220, -38), (510, 680, 220, 68)):
        _bean(e, x, y, size, turn)
    return e.sketch(940, 940, 900, (500, 480), floats=True)


def coffee_cup(request: MotifRequest) -> Sketch:
    """Return a cup of coffee with latte art on a saucer."""
    e = Easel(request)
    ware = e.main()
    t = e.tones(ware)
    coffee, milk = e.local("#7A4A2C", 0.04), e.local("#F6E3C8", 0)
    e.extend(steam(440, 200, 170, e.palette.muted))
    e.group = "saucer"
    e.add(lathe([(370, 740, 0), (350, 780), (200, 820), (150, 826, 0)], 440), ware, "tube")
    e.add(ellipse(440, 740, 372, 62), t.light, "plane", e.shadow(480, 750, 280, 46, ware, 0.7))
    e.group = "handle"
    e.add(
        difference(ellipse(742, 510, 128, 118), ellipse(734, 508, 76, 68)),
        ware,
        "round",
        e.shadow(780, 590, 120, 70, ware),
    )
    e.group = "cup"
    cup = lathe(
        [(296, 350, 0), (288, 470), (246, 620), (170, 710), (120, 736), (112, 752, 0)], 440
    )
    e.add(
        cup,
        ware,
        "tube",
        e.shadow(480, 760, 260, 110, ware, 0.6),
        e.light(270, 480, 46, 130, 0.6),
    )
    e.add(ellipse(440, 350, 298, 72), t.glow, "plane")
    e.inside(
        ellipse(440, 354, 268, 58), coffee, "plane", e.shadow(360, 320, 260, 40, coffee, 0.7)
    )
    heart = blob(
        (440, 398, 0),
        (350, 372),
        (310, 346),
        (340, 326),
        (400, 326),
        (440, 342, 0),
        (480, 326),
        (540, 326),
        (570, 346),
        (530, 372),
    )
    e.inside(heart, milk, "plane", outline=False)
    e.inside(
        blob(
            (440, 386, 0),
            (386, 366),
            (362, 350),
            (390, 340),
            (440, 356, 0),
            (490, 340),
            (518, 350),
            (494, 366),
        ),
        coffee.mixed(milk, 0.35),
        "matte",
        outline=False,
    )
    e.group = "beans"
    for x, y, turn in ((760, 806, 60), (846, 822, 110), (110, 816, 20)):
        _bean(e, x, y, 36, turn)
    return e.sketch(
        940,
        880,
        826,
        (440, 430),
        contact=Box(200, 806, 480, 34),
        label=LabelPlace(
            box=Box(270, 500, 340, 100),
            color=t.glow if ware.oklch.lightness < 0.7 else t.deep,
            max_size=80,
        ),
    )


def milk_tea(request: MotifRequest) -> Sketch:
    """Return a tall cup of bubble tea with a straw."""
    e = Easel(request)
    tea, pearl = e.local("#D9A577", 0.06), e.local("#3B241C", 0)
    t = e.tones(tea)
    e.group = "straw"
    straw = ribbon([(470, 260), (520, 30)], (44, 44))
    e.add(straw, e.palette.accent, "plane")
    cup = d("M170 250L630 250L572 930C568 962 548 976 516 976L284 976C252 976 232 962 228 930Z")
    e.group = "tea"
    fill = intersection(cup, rectangle(Box(0, 330, 800, 700)))
    e.add(
        fill,
        tea,
        "matte",
        down(
            Box(0, 330, 10, 640),
            [(0, e.local("#FBF0DF", 0)), (0.3, t.light), (0.65, t.base), (1, t.shade)],
        ),
        solid=False,
    )
    swirl = intersection(
        cup,
        blob(
            (150, 330),
            (300, 380),
            (360, 480),
            (300, 560),
            (420, 600),
            (520, 500),
            (470, 420),
            (600, 380),
            (660, 330),
        ),
    )
    e.inside(swirl, e.local("#FFF8EC", 0).with_opacity(0.75), "matte", outline=False)
    for i in range(21):
        row, k = divmod(i, 7)
        x = 274 + k * 42 + 16 * (row % 2)
        y = 940 - row * 42 - 7 * math.sin(k * 2.0)
        e.inside(circle(x, y, 25), pearl, "round", e.light(x - 8, y - 9, 8, 7, 0.7))
    e.group = "ice"
    for x, y, turn in ((300, 380, 14), (430, 360, -20), (520, 430, 30)):
        e.inside(
            placed(rounded_rectangle(Box(-44, -44, 88, 88), 16), x, y, turn_deg=turn),
            WHITE.with_opacity(0.55),
            "matte",
            e.light(x - 10, y - 12, 30, 30, 0.8),
        )
    e.group = "cup"
    e.add(
        cup,
        WHITE,
        "glass",
        *glass_bands(cup, tea),
        fine=(cup,),
        line_color=t.deep.with_opacity(0.4),
        line_width=3,
        spot=False,
    )
    e.group = "lid"
    lid = rounded_rectangle(Box(146, 222, 508, 44), 16)
    dome = d("M176 224C186 120 300 84 400 84C500 84 614 120 624 224Z")
    e.add(
        dome,
        WHITE,
        "glass",
        *glass_bands(dome, tea),
        spot=False,
        fine=(dome,),
        line_color=t.deep.with_opacity(0.4),
        line_width=3,
    )
    e.add(lid, e.palette.primary, "plane")
    tone = e.palette.primary
    return e.sketch(
        800,
        1020,
        976,
        (400, 560),
        contact=Box(240, 956, 320, 32),
        label=LabelPlace(box=Box(262, 600, 276, 120), color=e.tones(tone).deep, max_size=84),
    )
