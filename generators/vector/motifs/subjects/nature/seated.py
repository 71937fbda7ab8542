"""Seated animals, one build for all: panda, tiger, lion, fox, cow."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.geometry import Path
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, mirrored, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.subjects.flowers.foliage import leaf_parts

__all__ = ["cow", "fox", "lion", "panda", "tiger"]

_DARK = Color.from_hex("#2A2430")
_CX = 450.0


def _pair(
    e: Easel, path: Path, color: Color, form: str = "round", *, inside: bool = False
) -> None:
    for one in (path, mirrored(path, _CX)):
        if inside:
            e.inside(one, color, "plane" if form == "plane" else "round")
        else:
            e.add(one, color, "plane" if form == "plane" else "round")


def _body(e: Easel, fur: Color, limbs: Color, belly: Color) -> Path:
    """Draw the trunk, the feet and the forelegs, and return the trunk."""
    e.group = "body"
    trunk = traced(
        "450,430 590,470 676,600 700,760 650,890 450,930 250,890 200,760 224,600 310,470"
    )
    e.add(trunk, fur, "round", e.shadow(580, 870, 280, 170, fur))
    e.inside(intersection(trunk, ellipse(450, 740, 168, 200)), belly, "round", outline=False)
    _pair(e, traced("190,800 260,770 340,820 366,900 320,950 200,952 150,900"), limbs)
    leg = traced("372,600 420,620 438,740 440,890 424,948 340,950 316,910 336,780 330,660")
    _pair(e, leg, limbs)
    e.strokes(e.tones(limbs).deep, 6, *(
        curve((x, 916), (x - 2, 944)) for x in (356, 388, 512, 544)))  # fmt: skip
    return trunk


def _face(e: Easel, eye: tuple[float, float], nose_y: float, *, nose: Color = _DARK) -> None:
    """Draw eyes, nose and mouth; `eye` is how far from the middle, and how high."""
    dx, y = eye
    for x in (_CX - dx, _CX + dx):
        e.inside(ellipse(x, y, 25, 30), _DARK, "matte")
        e.inside(circle(x - 7, y - 11, 9), WHITE, "matte", outline=False)
        e.inside(circle(x + 8, y + 10, 4), WHITE, "matte", outline=False)
    tip = blob((408, nose_y - 20), (450, nose_y - 32), (492, nose_y - 20), (478, nose_y + 10),
               (450, nose_y + 26), (422, nose_y + 10))  # fmt: skip
    e.inside(tip, nose, "plane", e.light(438, nose_y - 16, 16, 8, 0.7))
    e.strokes(
        _DARK,
        7,
        d(f"M450 {nose_y + 24}L450 {nose_y + 48}"),
        curve(
            (394, nose_y + 50),
            (422, nose_y + 72),
            (450, nose_y + 48),
            (478, nose_y + 72),
            (506, nose_y + 50),
        ),
    )


_HEAD = "450,120 610,150 716,262 722,390 640,496 450,536 260,496 178,390 184,262 290,150"


def panda(request: MotifRequest) -> Sketch:
    """Return a panda sitting with a stalk of bamboo."""
    e = Easel(request)
    white, black = e.local("#FAF7F1", 0.01), e.local("#322E36", 0.04)
    green = e.local("#6BA04A", 0.04)
    e.group = "ears"
    _pair(e, circle(240, 176, 84), black)
    _body(e, white, black, e.tones(white).light)
    e.group = "shoulders"
    _pair(e, traced("330,500 400,520 392,640 330,640 240,640 216,600 250,530"), black)
    e.group = "head"
    head = traced(_HEAD)
    e.add(head, white, "round", e.shadow(600, 500, 240, 110, white, 0.6))
    _pair(e, placed(ellipse(0, 0, 66, 86), 322, 320, turn_deg=28), black, inside=True)
    for x in (334.0, 566.0):
        e.inside(circle(x, 316, 27), WHITE, "matte", outline=False)
    _face(e, (114, 318), 398)
    e.group = "bamboo"
    stalk = ribbon([(700, 930), (640, 700), (596, 470)], (44, 42, 38))
    e.add(stalk, green, "tube")
    for x, y in ((676, 836), (650, 736), (624, 620), (606, 520)):
        e.strokes(e.tones(green).deep, 8, curve((x - 24, y + 6), (x, y + 8), (x + 24, y - 4)))
    for base, tip, bend in (
        ((610, 520), (800, 420), 0.1),
        ((612, 530), (820, 540), -0.08),
        ((600, 480), (700, 330), 0.1),
    ):
        e.extend(leaf_parts(base, tip, 56, green, bend))
    e.group = "paw"
    e.add(traced("480,640 560,640 660,670 684,730 640,776 540,764 470,720"), black, "round")
    return e.sketch(900, 1000, 952, (450, 330))


def tiger(request: MotifRequest) -> Sketch:
    """Return a tiger cub sitting."""
    e = Easel(request)
    fur, cream = e.local("#EE9A3A", 0.03), e.local("#FFF4E2", 0.01)
    stripe = e.local("#3A2A28", 0.02)
    e.group = "tail"
    tail = ribbon([(640, 880), (800, 900), (850, 780), (810, 650)], (64, 60, 56, 54))
    e.add(tail, fur, "tube")
    for x, y, w in ((770, 902, 20), (848, 830, 22), (838, 728, 22)):
        e.inside(
            intersection(ribbon([(x - 60, y - 20), (x + 60, y + 14)], (w, w)), tail),
            stripe,
            "plane",
        )
    e.group = "ears"
    _pair(e, circle(246, 180, 84), fur)
    _pair(e, circle(252, 190, 46), cream, "plane", inside=True)
    trunk = _body(e, fur, fur, cream)
    for y, reach in ((560, 90), (650, 80), (740, 66)):
        band = ribbon(
            [(180, y - 24), (180 + reach, y), (190 + reach * 1.5, y - 6)], (34, 26, 4)
        )
        for one in (band, mirrored(band, _CX)):
            e.inside(intersection(one, trunk), stripe, "plane", outline=False)
    e.group = "head"
    head = traced(_HEAD)
    e.add(
        head, fur, "round", e.light(350, 220, 130, 80, 0.35), e.shadow(600, 500, 240, 110, fur)
    )
    e.inside(
        intersection(
            traced("450,370 540,380 640,430 650,500 450,560 250,500 260,430 360,380"), head
        ),
        cream,
        "round",
        outline=False,
    )
    _pair(e, intersection(ellipse(320, 262, 52, 34), head), cream, "plane", inside=True)
    for dots, widths in ((((450, 110), (450, 210)), (40, 8)),
                         (((390, 116), (404, 186)), (30, 6)),
                    (((510, 116), (496, 186)), (30, 6)), (((170, 330), (262, 346)), (34, 6)),
                    (((176, 420), (270, 420)), (34, 6)), (((730, 330), (638, 346)), (34, 6)),
                    (((724, 420), (630, 420)), (34, 6))):  # fmt: skip
        e.inside(intersection(ribbon(dots, widths), head), stripe, "plane", outline=False)
    _face(e, (124, 330), 414, nose=e.local("#C96A5C", 0.02))
    return e.sketch(900, 1000, 952, (450, 330))


def lion(request: MotifRequest) -> Sketch:
    """Return a lion sitting, with a full mane."""
    e = Easel(request)
    fur, mane = e.local("#E9B45C", 0.03), e.local("#A8602C", 0.03)
    cream = e.local("#FFF1DA", 0.01)
    e.group = "tail"
    e.add(ribbon([(650, 880), (800, 900), (840, 780)], (44, 40, 36)), fur, "tube")
    e.add(traced("840,640 890,720 880,790 836,810 800,780 800,710"), mane, "round")
    _body(e, fur, fur, e.tones(fur).light)
    e.group = "mane"
    locks = []
    for k in range(18):
        a = math.radians(20 * k)
        for reach, turn in ((382 if k % 2 else 346, 0.0), (300, 10.0)):
            b = a + math.radians(turn)
            locks.append((450 + reach * math.cos(b), 344 + reach * 0.96 * math.sin(b)))
    ring = blob(*locks)
    e.add(ring, mane, "round", e.shadow(600, 600, 300, 140, mane, 0.6), lines=tuple(
        curve((450 + 250 * math.cos(a), 344 + 240 * math.sin(a)),
              (450 + 322 * math.cos(a + 0.06), 344 + 306 * math.sin(a + 0.06)))
        for a in (math.radians(24 * k) for k in range(15))),
        line_color=e.tones(mane).deep, line_width=8)  # fmt: skip
    e.group = "head"
    _pair(e, circle(256, 200, 62), fur)
    _pair(e, circle(260, 206, 34), mane, "plane", inside=True)
    head = placed(traced(_HEAD), 62, 50, scale=0.862)
    e.add(head, fur, "round", e.light(370, 250, 110, 70, 0.35))
    e.inside(ellipse(450, 446, 122, 84), cream, "round", outline=False)
    _face(e, (108, 336), 404, nose=e.local("#8A4A3A", 0.02))
    e.strokes(
        e.tones(fur).deep,
        5,
        *(
            circle(x, y, 3)
            for x, y in ((390, 452), (370, 470), (396, 478), (510, 452), (530, 470), (504, 478))
        ),
    )
    return e.sketch(900, 1000, 952, (450, 340))


def fox(request: MotifRequest) -> Sketch:
    """Return a fox sitting, its brush curled to the side."""
    e = Easel(request)
    fur, white = e.local("#E2752D", 0.03), e.local("#FFF7EC", 0.01)
    dark = e.local("#3B2A2A", 0.02)
    e.group = "tail"
    brush = traced(
        "600,900 720,930 860,880 900,740 850,590 770,520! 780,640 730,720 640,770 590,830"
    )
    e.add(brush, fur, "round", e.shadow(760, 900, 180, 120, fur, 0.5))
    e.inside(
        intersection(
            brush, traced("700,480! 960,480! 930,660! 860,630! 830,690! 780,640! 740,690!")
        ),
        white,
        "round",
    )
    _body(e, fur, dark, white)
    e.group = "breast"
    e.inside(
        traced(
            "330,500 450,560 570,500 560,620 500,700! "
            "480,660! 450,740! 420,660! 400,700! 340,620"
        ),
        white,
        "round",
        outline=False,
    )
    e.group = "ears"
    ear = traced("200,300! 206,150 232,50! 320,110 400,210!")
    _pair(e, ear, fur)
    _pair(e, traced("238,260! 236,170 250,110! 306,160 350,214!"), dark, "plane", inside=True)
    e.group = "head"
    head = traced(
        "450,160 570,180 680,270 760,400! 640,440 560,520 "
        "450,566 340,520 260,440 140,400! 220,270 330,180"
    )
    e.add(
        head, fur, "round", e.light(360, 240, 130, 70, 0.4), e.shadow(580, 500, 220, 110, fur)
    )
    cheek = traced("146,400! 260,372 360,392 420,450 450,566 340,520 260,440")
    _pair(e, intersection(cheek, head), white, "plane", inside=True)
    _face(e, (112, 350), 506)
    return e.sketch(930, 1000, 952, (450, 340))


def cow(request: MotifRequest) -> Sketch:
    """Return a spotted calf sitting, a bell at its neck."""
    e = Easel(request)
    white, black = e.local("#FBF8F2", 0.01), e.local("#37323A", 0.04)
    pink, horn = e.local("#F2B8AC", 0.02), e.local("#E8D3A8", 0.02)
    e.group = "ears"
    _pair(e, traced("230,260 120,190 40,220 50,300 130,350 230,340"), black)
    _pair(e, traced("200,272 130,230 84,250 100,296 160,316"), pink, "plane", inside=True)
    _pair(e, traced("310,170 270,120 262,50 300,20! 322,80 372,130"), horn)
    trunk = _body(e, white, white, e.tones(white).light)
    for spot in (
        "200,560 290,540 330,640 280,720 190,700",
        "600,620 700,600 720,760 640,800 580,720",
    ):
        e.inside(intersection(traced(spot), trunk), black, "round", outline=False)
    _pair(e, traced("318,900 340,890 430,892 440,910 426,950 338,950"), black, inside=True)
    e.group = "head"
    head = traced(
        "450,120 590,140 676,240 690,360 640,500 450,560 260,500 210,360 224,240 310,140"
    )
    e.add(head, white, "round", e.shadow(600, 500, 220, 110, white, 0.5))
    patch = traced("210,230 300,120 400,150 420,260 380,380 290,420 200,380")
    e.inside(intersection(patch, head), black, "round", outline=False)
    e.inside(circle(330, 316, 34), white, "matte", outline=False)
    muzzle = traced("450,380 580,390 650,450 626,530 450,570 274,530 250,450 320,390")
    e.add(muzzle, pink, "round", e.shadow(560, 550, 180, 60, pink, 0.6))
    for x in (386.0, 514.0):
        e.inside(ellipse(x, 452, 17, 24), e.tones(pink).deep, "plane", outline=False)
    for x in (330.0, 570.0):
        e.inside(ellipse(x, 316, 25, 30), _DARK, "matte")
        e.inside(circle(x - 7, 305, 9), WHITE, "matte", outline=False)
    e.strokes(e.tones(pink).deep, 7, curve((390, 514), (450, 534), (510, 514)))
    e.group = "bell"
    e.add(traced("270,556 450,610 630,556 640,592 450,650 260,592"), e.palette.accent, "tube")
    gold = e.local("#E8B844", 0.02)
    e.add(traced("450,612 500,630 520,700 540,724! 360,724! 380,700 400,630"), gold, "metal")
    e.add(circle(450, 734, 20), gold, "round")
    return e.sketch(900, 1000, 952, (450, 330))
