"""Drinks: coffee, beans, milk tea, wine, beer and a bottle."""

from __future__ import annotations

import math

from compositor.geometry import Box
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, lathe, placed, ribbon, scallop
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, down, glass_bands, glow
from generators.vector.motifs.sketch import LabelPlace, Sketch
from generators.vector.motifs.subjects.tea import steam

__all__ = ["beer_mug", "coffee_bean", "coffee_cup", "milk_tea", "wine_bottle", "wine_glass"]


def _bean(e: Easel, x: float, y: float, size: float, turn: float) -> None:
    brown = e.local("#6B3F28", 0.06)
    body = blob(
        (0, -1),
        (0.52, -0.82),
        (0.68, -0.1),
        (0.55, 0.7),
        (0, 1),
        (-0.55, 0.7),
        (-0.68, -0.1),
        (-0.52, -0.82),
    )
    seam = curve((0.06, -0.94), (-0.2, -0.4), (0.18, 0.1), (-0.1, 0.6), (0.02, 0.94))
    e.add(
        placed(body, x, y, turn_deg=turn, scale=size),
        brown,
        "round",
        e.light(x - size * 0.3, y - size * 0.4, size * 0.4, size * 0.32, 0.35),
        e.shadow(x + size * 0.4, y + size * 0.5, size * 0.8, size * 0.7, brown, 0.8),
        lines=(placed(seam, x, y, turn_deg=turn, scale=size),),
        line_color=e.tones(brown).deep,
        line_width=max(4.0, size * 0.07),
    )


def coffee_bean(request: MotifRequest) -> Sketch:
    """Return three roasted beans."""
    e = Easel(request)
    for x, y, size, turn in ((640, 330, 250, 28), (300, 420, 220, -34), (520, 690, 210, 74)):
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


def wine_glass(request: MotifRequest) -> Sketch:
    """Return a stemmed glass of wine."""
    e = Easel(request)
    wine = e.local("#8E1F3C", 0.1)
    t = e.tones(wine)
    bowl = lathe(
        [(150, 110, 0), (188, 260), (200, 380), (164, 510), (70, 590), (22, 620), (16, 680)],
        350,
    )
    bowl = d(bowl.to_svg())
    glass = lathe(
        [
            (150, 110, 0),
            (188, 260),
            (200, 380),
            (164, 510),
            (70, 590),
            (20, 640),
            (14, 760),
            (18, 900),
            (60, 950),
            (150, 972, 0),
        ],
        350,
    )
    e.group = "wine"
    fill = intersection(
        lathe(
            [(140, 120, 0), (178, 260), (190, 380), (154, 504), (60, 580), (10, 600, 0)], 350
        ),
        d("M0 360C200 340 500 380 700 360L700 700L0 700Z"),
    )
    e.add(
        fill,
        wine,
        "matte",
        across(
            fill.bounds,
            [(0, t.deep), (0.2, t.light), (0.45, t.base), (0.8, t.shade), (1, t.deep)],
        ),
        glow((440, 520), (90, 60), t.glow, 0.7),
        solid=False,
    )
    e.inside(ellipse(350, 364, 188, 16), t.light, "plane")
    e.group = "glass"
    e.add(
        glass,
        WHITE,
        "glass",
        *glass_bands(bowl, e.palette.muted),
        fine=(glass,),
        line_color=e.palette.muted.with_opacity(0.6),
        line_width=3,
        spot=False,
    )
    e.inside(
        ellipse(350, 110, 150, 18),
        WHITE,
        "glass",
        fine=(ellipse(350, 110, 150, 18),),
        line_color=e.palette.muted.with_opacity(0.7),
        line_width=3,
        spot=False,
    )
    shine = blob((214, 190, 0), (182, 330), (212, 470, 0), (200, 340), (236, 190))
    e.gleam(
        shine, down(shine.bounds, [(0, WHITE.with_opacity(0.9)), (1, WHITE.with_opacity(0.2))])
    )
    return e.sketch(700, 1010, 974, (350, 400), contact=Box(210, 956, 280, 26), glow=t.light)


def beer_mug(request: MotifRequest) -> Sketch:
    """Return a mug of beer with a high head of foam."""
    e = Easel(request)
    beer, foam = e.local("#EFA72E", 0.03), e.local("#FFF8E8", 0)
    t = e.tones(beer)
    e.group = "handle"
    handle = difference(
        rounded_rectangle(Box(560, 350, 250, 420), 110),
        rounded_rectangle(Box(560, 414, 184, 292), 70),
    )
    e.add(
        handle,
        e.palette.surface.mixed(beer, 0.15),
        "plane",
        e.light(700, 380, 90, 40, 0.9),
        e.shadow(780, 640, 60, 160, beer, 0.4),
    )
    mug = rounded_rectangle(Box(160, 250, 470, 690), 46)
    e.group = "beer"
    e.add(mug, e.palette.surface.mixed(beer, 0.2), "tube")
    inner = rounded_rectangle(Box(190, 290, 410, 600), 30)
    e.inside(
        inner,
        beer,
        "matte",
        across(
            inner.bounds,
            [(0, t.deep), (0.12, t.light), (0.4, t.base), (0.8, t.shade), (1, t.deep)],
        ),
        glow((400, 860), (220, 90), t.glow, 0.8),
    )
    for i in range(16):
        x, y, r = 220 + (i * 97) % 350, 430 + (i * 131) % 420, 5 + (i * 7) % 9
        e.inside(circle(x, y, r), t.glow.with_opacity(0.7), "matte", outline=i % 3 == 0)
    for x in (258.0, 366.0, 474.0):
        flute = rounded_rectangle(Box(x, 470, 58, 360), 29)
        e.inside(
            flute,
            t.light.with_opacity(0.5),
            "matte",
            across(
                flute.bounds,
                [
                    (0, WHITE.with_opacity(0.5)),
                    (0.3, WHITE.with_opacity(0)),
                    (1, t.deep.with_opacity(0.35)),
                ],
            ),
        )
    e.group = "foam"
    for x, y, rx, ry in ((240, 240, 110, 84), (550, 246, 106, 80), (400, 196, 150, 112)):
        e.add(
            scallop((x, y), (rx, ry), bumps=9, depth=0.5, rng=request.rng(int(x))),
            foam,
            "round",
            e.light(x - 30, y - 30, 60, 40, 0.9),
        )
    drip = blob(
        (150, 262),
        (400, 236),
        (640, 262),
        (640, 320),
        (604, 344),
        (570, 316),
        (530, 372),
        (486, 330),
        (400, 320),
        (360, 410),
        (310, 336),
        (250, 330),
        (214, 380),
        (168, 330),
    )
    e.add(drip, foam, "plane", e.shadow(400, 380, 280, 60, foam, 0.4), outline=True)
    return e.sketch(860, 990, 940, (400, 500), contact=Box(180, 922, 430, 34))


def wine_bottle(request: MotifRequest) -> Sketch:
    """Return a labeled bottle of wine, oil or liquor."""
    e = Easel(request)
    glass = e.local("#2F4A38", 0.35)
    t = e.tones(glass)
    body = lathe(
        [(52, 90, 0), (52, 330), (60, 380), (150, 480), (158, 540), (158, 960), (146, 984, 0)],
        300,
    )
    e.add(
        body,
        glass,
        "matte",
        across(
            body.bounds,
            [
                (0, t.deep),
                (0.1, t.shade),
                (0.18, t.glow),
                (0.24, t.light),
                (0.3, t.base),
                (0.78, t.shade),
                (0.9, t.light),
                (1, t.deep),
            ],
        ),
    )
    cap = rounded_rectangle(Box(242, 60, 116, 190), 10)
    e.add(cap, e.palette.accent, "metal")
    label = rectangle(Box(142, 590, 316, 270))
    paper = e.local("#FBF5E8", 0.02)
    e.inside(
        label,
        paper,
        "matte",
        across(
            label.bounds,
            [
                (0, e.tones(paper).deep.with_opacity(0.7)),
                (0.25, WHITE.with_opacity(0.6)),
                (0.5, WHITE.with_opacity(0)),
                (1, e.tones(paper).deep.with_opacity(0.8)),
            ],
        ),
    )
    e.inside(rectangle(Box(142, 612, 316, 10)), e.palette.accent, "matte", outline=False)
    e.inside(rectangle(Box(142, 828, 316, 10)), e.palette.accent, "matte", outline=False)
    e.gleam(
        rounded_rectangle(Box(190, 500, 16, 440), 8),
        along(
            (190, 500), (190, 940), [(0, WHITE.with_opacity(0.6)), (1, WHITE.with_opacity(0.1))]
        ),
    )
    return e.sketch(
        600,
        1030,
        984,
        (300, 700),
        contact=Box(160, 966, 280, 28),
        label=LabelPlace(
            box=Box(160, 650, 280, 150),
            color=e.palette.primary if e.palette.primary.oklch.lightness < 0.6 else t.deep,
            max_size=76,
        ),
    )
