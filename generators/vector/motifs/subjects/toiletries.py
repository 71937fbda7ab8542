"""Toiletries and bottles: pump bottle, soap, cream tube, water bottle, whisky, baijiu."""

from __future__ import annotations

from compositor.geometry import Box
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, lathe, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, glass_bands
from generators.vector.motifs.sketch import LabelPlace, Sketch

__all__ = ["baijiu", "cream_tube", "pump_bottle", "soap", "water_bottle", "whisky"]


def pump_bottle(request: MotifRequest) -> Sketch:
    """Return a shampoo bottle with a pump, and suds at its foot."""
    e = Easel(request)
    body_color, cap = e.main(), e.local("#FAF8F3", 0.03)
    e.group = "pump"
    e.add(rounded_rectangle(Box(470, 130, 60, 130), 8), cap, "tube")
    e.add(
        traced("300,60! 330,40 560,40 620,70 620,130! 400,130! 380,118 300,120!"), cap, "round"
    )
    e.add(
        rounded_rectangle(Box(420, 220, 160, 84), 16),
        cap,
        "tube",
        fine=tuple(curve((436 + 16 * k, 236), (436 + 16 * k, 292)) for k in range(9)),
        line_color=e.tones(cap).shade,
        line_width=5,
    )
    e.group = "bottle"
    bottle = lathe(
        [
            (70, 296, 0),
            (110, 310),
            (200, 370),
            (220, 450),
            (220, 900),
            (196, 944),
            (150, 954, 0),
        ],
        500,
    )
    e.add(bottle, body_color, "tube", e.shadow(620, 880, 190, 260, body_color, 0.45))
    e.gleam(
        ribbon([(332, 470), (326, 660), (334, 860)], (14, 24, 12)),
        e.light(330, 660, 60, 260, 0.9),
    )
    label = rounded_rectangle(Box(330, 520, 340, 290), 22)
    e.inside(label, cap, "tube")
    for x, y, r in ((440, 596, 26), (500, 576, 36), (560, 600, 24)):
        e.inside(
            circle(x, y, r),
            body_color.mixed(WHITE, 0.55),
            "round",
            e.light(x - 8, y - 10, 12, 10, 0.9),
        )
    e.group = "suds"
    foam = e.local("#F3F8FC", 0.08)
    for x, y, r in (
        (250, 920, 54),
        (330, 940, 40),
        (700, 936, 46),
        (776, 904, 62),
        (846, 946, 34),
        (190, 954, 30),
        (830, 780, 30),
        (770, 700, 20),
        (216, 790, 24),
    ):
        e.add(
            circle(x, y, r),
            foam,
            "round",
            e.light(x - r * 0.3, y - r * 0.4, r * 0.4, r * 0.34, 1.0),
        )
    place = LabelPlace(box=Box(346, 650, 308, 130), color=e.palette.ink, max_size=90)
    return e.sketch(1000, 1010, 965, (500, 600), label=place, contact=Box(230, 935, 560, 40))


def soap(request: MotifRequest) -> Sketch:
    """Return two bars of soap with bubbles and a leaf pressed into one."""
    e = Easel(request)
    first, second = e.main().mixed(WHITE, 0.45), e.palette.accent.mixed(WHITE, 0.45)
    for k, (y, x, tone, turn) in enumerate(((690, 520, second, 3), (500, 470, first, -5))):
        e.group = f"bar {k}"
        bar = placed(rounded_rectangle(Box(-350, -120, 700, 250), 96), x, y, turn_deg=turn)
        e.add(bar, e.tones(tone).shade, "round")
        top = placed(rounded_rectangle(Box(-350, -130, 700, 200), 92), x, y - 20, turn_deg=turn)
        e.add(top, tone, "round", e.light(x - 140, y - 110, 220, 50, 0.7))
        e.inside(
            placed(rounded_rectangle(Box(-250, -88, 500, 116), 54), x, y - 20, turn_deg=turn),
            e.tones(tone).light,
            "plane",
            lines=(placed(curve((-150, -30), (0, -40), (150, -30)), x, y - 20, turn_deg=turn),)
            if k
            else (),
            line_color=e.tones(tone).shade,
            line_width=9,
        )
    e.group = "bubbles"
    air = e.local("#E6F2F8", 0.1)
    for x, y, r in (
        (800, 330, 84),
        (900, 470, 46),
        (690, 250, 40),
        (210, 300, 52),
        (300, 240, 26),
        (870, 240, 26),
        (130, 430, 30),
    ):
        e.add(
            circle(x, y, r),
            air,
            "round",
            e.light(x - r * 0.34, y - r * 0.38, r * 0.42, r * 0.34, 1.0),
            e.shadow(x + r * 0.4, y + r * 0.5, r * 0.8, r * 0.6, e.palette.accent2, 0.3),
        )
    place = LabelPlace(box=Box(250, 408, 430, 110), color=e.tones(first).deep, max_size=90)
    return e.sketch(1000, 900, 850, (470, 480), label=place, contact=Box(190, 812, 660, 44))


def cream_tube(request: MotifRequest) -> Sketch:
    """Return a tube standing on its cap, a swirl of cream beside it."""
    e = Easel(request)
    skin, cap = e.main(), e.local("#FAF6EF", 0.03)
    t = e.tones(skin)
    e.group = "tube"
    tube = traced("190,60! 640,60! 630,300 590,560 560,740! 270,740! 240,560 200,300")
    e.add(
        tube,
        skin,
        "matte",
        across(
            tube.bounds,
            [
                (0, t.shade),
                (0.16, t.light),
                (0.3, t.glow),
                (0.46, t.base),
                (0.85, t.shade),
                (1, t.base),
            ],
        ),
    )
    e.add(
        rectangle(Box(186, 44, 458, 56)),
        t.shade,
        "plane",
        fine=tuple(curve((202 + 27 * k, 52), (202 + 27 * k, 94)) for k in range(17)),
        line_color=t.base,
        line_width=5,
    )
    e.inside(
        intersection(tube, rectangle(Box(100, 640, 700, 34))),
        e.palette.accent,
        "tube",
        outline=False,
    )
    e.inside(circle(416, 300, 74), cap, "plane")
    e.inside(circle(416, 300, 40), e.palette.accent, "plane", outline=False)
    e.group = "cap"
    e.add(traced("262,740! 568,740! 556,930! 274,930!"), cap, "tube")
    e.group = "cream"
    cream = e.local("#FFFAF2", 0.02)
    swirl = ((770, 890, 190, 62), (776, 820, 142, 54), (770, 760, 96, 44), (780, 706, 52, 34))
    for x, y, rx, ry in swirl:
        e.add(
            ellipse(x, y, rx, ry),
            cream,
            "round",
            e.shadow(x + 40, y + ry, rx, ry * 0.7, cream, 0.6),
        )
    e.add(
        blob((734, 700), (760, 640), (820, 590, 0), (820, 660), (822, 712), (780, 726)),
        cream,
        "round",
    )
    place = LabelPlace(box=Box(250, 430, 330, 140), color=e.palette.on_primary, max_size=100)
    return e.sketch(1000, 990, 945, (420, 480), label=place, contact=Box(260, 918, 690, 40))


def water_bottle(request: MotifRequest) -> Sketch:
    """Return a clear bottle of water with ribs and a label of hills."""
    e = Easel(request)
    water, cap = e.local("#9CD0EE", 0.06), e.main()
    e.group = "bottle"
    bottle = lathe(
        [
            (66, 150, 0),
            (66, 210),
            (110, 290),
            (186, 400),
            (190, 470),
            (176, 560),
            (192, 640),
            (192, 740),
            (178, 800),
            (190, 870),
            (170, 944),
            (120, 960, 0),
        ],
        500,
    )
    e.add(bottle, water, "tube")
    e.inside(
        intersection(bottle, rectangle(Box(200, 300, 600, 700))),
        water.shifted(lightness=-0.02),
        "tube",
        outline=False,
    )
    e.gleam(bottle, *glass_bands(bottle, water))
    for y in (420, 840, 896):
        e.strokes(e.tones(water).glow, 7, curve((322, y), (500, y + 18), (678, y)))
    e.group = "cap"
    e.add(
        rounded_rectangle(Box(424, 62, 152, 100), 18),
        cap,
        "tube",
        fine=tuple(curve((438 + 16 * k, 80), (438 + 16 * k, 150)) for k in range(9)),
        line_color=e.tones(cap).shade,
        line_width=5,
    )
    e.group = "label"
    band = intersection(bottle, traced("200,500! 500,530 800,500! 800,780! 500,812 200,780!"))
    e.inside(band, e.local("#F8FBFD", 0.02), "tube")
    for text, tone in (
        ("280,790! 400,610! 460,680 540,570! 640,700 720,790! 500,820", cap.mixed(WHITE, 0.35)),
        ("280,800! 380,710 480,750 600,700 720,800! 500,830", cap),
    ):
        e.inside(intersection(traced(text), band), tone, "plane", outline=False)
    place = LabelPlace(box=Box(330, 530, 340, 84), color=e.palette.ink, max_size=76)
    return e.sketch(1000, 1010, 970, (500, 560), label=place, contact=Box(320, 945, 370, 34))


def whisky(request: MotifRequest) -> Sketch:
    """Return a square whisky bottle and a tumbler with ice."""
    e = Easel(request)
    amber, dark = e.local("#B5651D", 0.02), e.local("#2E2420", 0.03)
    e.group = "bottle"
    bottle = traced(
        "300,120! 420,120! 420,270! 436,340 480,372 536,384! 560,412! 560,930! "
        "544,948! 176,948! 160,930! 160,412! 184,384! 240,372 284,340 300,270!"
    )
    e.add(
        bottle,
        amber,
        "tube",
        e.shadow(520, 860, 160, 320, amber, 0.5),
        e.light(260, 640, 70, 250, 0.4),
    )
    e.gleam(bottle, *glass_bands(bottle, amber))
    e.add(rounded_rectangle(Box(288, 50, 144, 110), 16), dark, "tube")
    e.group = "label"
    e.inside(rounded_rectangle(Box(196, 540, 328, 270), 6), e.local("#F4E8CE", 0.02), "plane")
    e.inside(rounded_rectangle(Box(216, 560, 288, 230), 4), e.local("#F4E8CE", 0.02), "plane")
    e.inside(rectangle(Box(216, 744, 288, 20)), e.main(), "plane", outline=False)
    e.group = "tumbler"
    glass = e.local("#DCE7EE", 0.04)
    cup = lathe([(180, 600, 0), (166, 800), (156, 930), (146, 950, 0)], 770)
    e.add(cup, glass, "tube")
    drink = intersection(cup, rectangle(Box(500, 730, 600, 190)))
    e.inside(drink, amber, "tube", e.light(720, 800, 70, 60, 0.5))
    for x, y, turn in ((710, 716, -12), (820, 740, 18)):
        e.inside(
            placed(rounded_rectangle(Box(-66, -62, 132, 124), 20), x, y, turn_deg=turn),
            e.local("#F4FAFC", 0.02).with_opacity(0.82),
            "plane",
            e.light(x - 20, y - 26, 40, 30, 0.9),
        )
    e.strokes(e.tones(glass).deep, 6, ellipse(770, 602, 180, 30))
    place = LabelPlace(box=Box(224, 590, 272, 130), color=dark, max_size=90)
    return e.sketch(1000, 1000, 955, (380, 640), label=place, contact=Box(170, 930, 750, 36))


def baijiu(request: MotifRequest) -> Sketch:
    """Return a porcelain spirits bottle with a red stopper cloth, and two small cups."""
    e = Easel(request)
    clay, red = e.local("#F7F4EC", 0.02), e.local("#C02F28", 0.05)
    gold = e.local("#D9AE55", 0.02)
    e.group = "bottle"
    bottle = lathe(
        [
            (52, 210, 0),
            (48, 290),
            (70, 350),
            (170, 450),
            (214, 570),
            (206, 760),
            (170, 880),
            (150, 950, 0),
        ],
        420,
    )
    e.add(
        bottle,
        clay,
        "tube",
        e.shadow(560, 860, 170, 260, clay, 0.6),
        e.light(320, 590, 50, 150, 0.9),
    )
    e.group = "cloth"
    e.add(
        traced(
            "336,120 370,60 420,48 470,60 504,120 490,200! "
            "540,270! 480,262 420,290 360,262 300,270! 350,200!"
        ),
        red,
        "round",
    )
    e.strokes(gold, 11, curve((352, 196), (420, 212), (488, 196)))
    e.group = "label"
    lozenge = traced("420,490! 550,640! 420,790! 290,640!")
    e.inside(lozenge, red, "plane")
    e.inside(
        placed(lozenge, 420 - 0.86 * 420, 640 - 0.86 * 640, scale=0.86),
        red,
        "plane",
        line_color=gold,
    )
    e.strokes(gold, 7, placed(lozenge, 420 - 0.86 * 420, 640 - 0.86 * 640, scale=0.86))
    for y, w in ((880, 168), (926, 152)):
        e.strokes(red, 9, curve((420 - w, y), (420, y + 16), (420 + w, y)))
    e.group = "cups"
    for x, y, s in ((870, 850, 0.8), (720, 880, 1.0)):
        cup = lathe(
            [
                (96 * s, y - 110 * s, 0),
                (86 * s, y - 30 * s),
                (44 * s, y + 36 * s),
                (50 * s, y + 66 * s, 0),
            ],
            x,
        )
        e.add(cup, clay, "tube")
        e.add(ellipse(x, y - 110 * s, 96 * s, 24 * s), e.tones(clay).shade, "plane")
        e.inside(ellipse(x, y - 106 * s, 82 * s, 17 * s), e.local("#EAF1F3", 0.02), "plane")
        e.strokes(
            red, 6, curve((x - 88 * s, y - 70 * s), (x, y - 54 * s), (x + 88 * s, y - 70 * s))
        )
    place = LabelPlace(box=Box(348, 570, 144, 140), color=gold, max_size=90)
    return e.sketch(1000, 1000, 955, (420, 620), label=place, contact=Box(260, 926, 660, 40))
