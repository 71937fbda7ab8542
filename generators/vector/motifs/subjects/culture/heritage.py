"""Heritage: folding fan, writing brush with ink, dragon boat, kite, red drum."""

from __future__ import annotations

import math

from compositor.geometry import Box
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import (
    blob,
    curve,
    mirrored,
    placed,
    ribbon,
    traced,
)
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Sketch

__all__ = ["dragon_boat", "drum", "folding_fan", "kite", "writing_brush"]


def folding_fan(request: MotifRequest) -> Sketch:
    """Return an open folding fan painted with hills and a sun, a tassel below."""
    e = Easel(request)
    paper, wood = e.local("#FBF3E2", 0.04), e.local("#8A5A38", 0.04)
    hill, sun = e.palette.primary, e.palette.accent
    cx, cy, outer, inner = 600.0, 740.0, 640.0, 300.0
    first, last = 202.0, 338.0

    def at(deg: float, r: float) -> tuple[float, float]:
        return cx + r * math.cos(math.radians(deg)), cy + r * math.sin(math.radians(deg))

    e.group = "sticks"
    for k in range(13):
        a = first + (last - first) * k / 12
        e.add(
            ribbon([at(a + 180, 40), at(a, inner + 30)], (26, 18)),
            wood if k % 2 else e.tones(wood).light,
            "tube",
        )
    e.group = "leaf"
    steps = [first + (last - first) * k / 24 for k in range(25)]
    rim = [(*at(a, outer - (10 if k % 2 else 0)), 0) for k, a in enumerate(steps)]
    low = [(*at(a, inner), 0) for a in reversed(steps)]
    leaf = blob(*rim, *low)
    e.add(leaf, paper, "plane")
    e.inside(intersection(circle(770, 270, 66), leaf), sun, "plane", outline=False)
    for points, tone in (
        (
            (
                (60, 560),
                (280, 380),
                (420, 450),
                (560, 330),
                (700, 460),
                (860, 370),
                (1140, 560),
            ),
            0.62,
        ),
        (
            (
                (40, 640),
                (260, 480),
                (400, 520),
                (570, 420),
                (720, 530),
                (900, 460),
                (1160, 640),
            ),
            0.25,
        ),
    ):
        ridge = blob(
            (points[0][0], 900, 0), *((x, y) for x, y in points), (points[-1][0], 900, 0)
        )
        e.inside(intersection(ridge, leaf), hill.mixed(paper, tone), "plane", outline=False)
    for k, a in enumerate(steps[:-1]):
        if k % 2 == 0:
            fold = blob(
                (*at(a, outer), 0),
                (*at(steps[k + 1], outer - 10), 0),
                (*at(steps[k + 1], inner), 0),
                (*at(a, inner), 0),
            )
            e.inside(
                intersection(fold, leaf),
                e.tones(paper).deep.with_opacity(0.12),
                "matte",
                outline=False,
            )
    e.strokes(
        e.tones(paper).deep, 4, *(curve(at(a, inner), at(a, outer - 8)) for a in steps[1:-1])
    )
    e.group = "guards"
    for a in (first, last):
        e.add(ribbon([at(a + 180, 44), at(a, outer)], (34, 30)), wood, "tube")
    e.add(circle(cx, cy, 22), e.local("#E2B663", 0.02), "round")
    e.group = "tassel"
    e.strokes(sun, 7, curve((cx, cy + 16), (cx + 10, cy + 60), (cx, cy + 92)))
    e.add(circle(cx, cy + 100, 20), sun, "round")
    e.add(
        traced(
            f"{cx - 22},{cy + 116}! {cx + 22},{cy + 116}! "
            f"{cx + 34},{cy + 220}! {cx - 34},{cy + 220}!"
        ),
        sun,
        "tube",
        fine=tuple(
            curve((cx + dx * 0.6, cy + 124), (cx + dx, cy + 214)) for dx in (-18, -6, 6, 18)
        ),
        line_color=e.tones(sun).deep,
        line_width=4,
    )
    return e.sketch(1200, 1000, 970, (600, 400), floats=True)


def writing_brush(request: MotifRequest) -> Sketch:
    """Return a writing brush on its rest, an ink stone, and one stroke."""
    e = Easel(request)
    cane, hair = e.local("#B98A52", 0.04), e.local("#3A3436", 0.02)
    stone, ink = e.local("#4A4A52", 0.06), e.local("#1C1B20", 0.02)
    e.group = "stone"
    e.add(
        rounded_rectangle(Box(90, 640, 480, 250), 60).moved(0, 22), e.tones(stone).deep, "plane"
    )
    e.add(rounded_rectangle(Box(90, 640, 480, 250), 60), stone, "plane")
    e.inside(rounded_rectangle(Box(130, 672, 400, 186), 44), e.tones(stone).shade, "plane")
    pool = traced("150,760 200,690 320,680 420,720 500,780 440,840 300,850 190,830")
    e.inside(pool, ink, "plane", e.light(260, 720, 110, 24, 0.5))
    e.group = "stroke"
    e.add(
        ribbon([(640, 860), (730, 830), (830, 850), (950, 820)], (26, 54, 44, 8)),
        ink,
        "plane",
        solid=False,
    )
    e.group = "brush"
    e.add(
        ribbon([(330, 740), (372, 650), (426, 560)], (6, 70, 62)),
        hair,
        "round",
        lines=(curve((344, 716), (398, 592)), curve((372, 690), (414, 590))),
        line_color=e.tones(hair).light,
        line_width=5,
    )
    e.add(ribbon([(414, 580), (446, 524)], (66, 60)), e.palette.accent, "tube")
    e.add(ribbon([(440, 534), (640, 190), (720, 56)], (56, 50, 46)), cane, "tube")
    for x, y in ((520, 398), (622, 222)):
        e.strokes(e.tones(cane).deep, 6, curve((x - 24, y - 16), (x, y + 4), (x + 24, y + 14)))
    loop = e.palette.accent
    e.strokes(loop, 8, curve((722, 52), (770, 20), (800, 60), (760, 90), (726, 66)))
    return e.sketch(1000, 960, 915, (480, 500), contact=Box(100, 880, 460, 34))


def dragon_boat(request: MotifRequest) -> Sketch:
    """Return a dragon boat with its oars out, on two waves."""
    e = Easel(request)
    hull, gold = e.local("#C8372D", 0.06), e.local("#EDB944", 0.02)
    green, water = e.local("#3E8E6A", 0.06), e.local("#3F86B8", 0.15)
    e.group = "flags"
    for x in (330, 480, 630):
        e.add(ribbon([(x, 620), (x - 6, 330)], (12, 10)), e.local("#8A5A38", 0.03), "tube")
        e.add(
            traced(
                f"{x - 6},330! {x - 120},360 {x - 190},330! {x - 160},390! "
                f"{x - 190},440! {x - 110},430 {x - 8},460!"
            ),
            (e.palette.accent, gold, green)[(x // 150) % 3],
            "plane",
        )
    e.group = "tail"
    e.add(
        ribbon([(150, 640), (90, 540), (110, 430), (60, 360)], (96, 70, 50, 10)), green, "tube"
    )
    for x, y, turn in ((70, 430, -60), (60, 520, -80)):
        e.add(placed(traced("-30,20 0,-70! 30,20"), x, y, turn_deg=turn), gold, "plane")
    e.group = "hull"
    body = traced(
        "110,600! 260,650 480,664 700,640 860,560! 850,700 760,800 560,830 320,820 170,740"
    )
    e.add(body, hull, "round", e.shadow(480, 840, 380, 110, hull, 0.6))
    scales = [
        curve((x - 26, y), (x, y + 26), (x + 26, y))
        for row, y in enumerate((690, 726, 762))
        for x in range(250 + 26 * (row % 2), 760, 52)
    ]
    e.strokes(gold, 6, *scales)
    e.inside(
        intersection(
            body,
            ribbon([(110, 610), (300, 668), (480, 682), (700, 658), (870, 570)], (26, 26, 26)),
        ),
        gold,
        "tube",
        outline=False,
    )
    e.group = "neck"
    e.add(
        ribbon([(780, 660), (860, 560), (850, 440), (800, 360)], (150, 126, 106, 90)),
        green,
        "round",
    )
    for x, y, turn in ((740, 330, -40), (770, 420, -70), (766, 510, -80)):
        e.add(placed(traced("-36,30 0,-76! 36,30"), x, y, turn_deg=turn), gold, "plane")
    e.group = "head"
    e.add(ribbon([(850, 250), (800, 150), (740, 90)], (30, 22, 6)), gold, "tube")
    e.add(ribbon([(880, 250), (860, 130), (820, 50)], (30, 22, 6)), gold, "tube")
    e.add(traced("820,400! 900,430 1000,450 1010,490 900,500 810,460"), hull, "round")
    head = traced(
        "740,300 800,230 890,230 950,290 1040,310 1070,360 1040,410! 940,420 860,430 770,400"
    )
    e.add(head, green, "round", e.light(850, 260, 100, 40, 0.5))
    for x in (930, 966, 1002):
        e.add(traced(f"{x - 13},410! {x + 13},408! {x},446!"), WHITE.mixed(gold, 0.06), "plane")
    e.inside(circle(886, 300, 32), WHITE, "matte")
    e.inside(circle(894, 302, 18), e.local("#231A18", 0), "matte", outline=False)
    e.strokes(e.tones(green).deep, 9, curve((840, 262), (880, 246), (924, 268)))
    e.inside(circle(1034, 340, 11), e.tones(green).deep, "plane", outline=False)
    e.strokes(gold, 9, curve((1050, 380), (1100, 430), (1080, 510)))
    e.add(
        traced("790,430 760,520 800,570! 820,500 850,540! 860,440"),
        e.local("#F7F1E2", 0.02),
        "plane",
    )
    e.group = "oars"
    for x in (280, 420, 560, 700):
        e.add(ribbon([(x, 640), (x - 70, 900)], (15, 15)), e.local("#B98652", 0.03), "tube")
        e.add(
            placed(ellipse(0, 0, 26, 60), x - 76, 906, turn_deg=15),
            e.local("#B98652", 0.03),
            "round",
        )
    e.group = "water"
    for y, tone in ((820, water), (876, e.tones(water).light)):
        crest = [
            (0, y),
            *((60 + 110 * k, y + (24 if k % 2 else -24)) for k in range(10)),
            (1120, y),
        ]
        e.add(blob((0, 960, 0), *crest, (1120, 960, 0)), tone, "plane")
    return e.sketch(1120, 970, 940, (800, 400), floats=True)


def kite(request: MotifRequest) -> Sketch:
    """Return a swallow kite with painted wings and a line."""
    e = Easel(request)
    body, wing = e.main(), e.palette.accent
    paper = e.local("#FFF8EC", 0.02)
    e.strokes(e.tones(paper).deep, 6, curve((500, 560), (640, 760), (560, 880), (700, 990)))
    e.group = "tails"
    tail = traced("470,560! 380,700 300,880 220,960! 330,900 400,860 420,930! 480,780 500,640!")
    for path in (tail, mirrored(tail, 500)):
        e.add(path, body, "plane", e.shadow(500, 620, 120, 120, body, 0.5))
        e.inside(intersection(path, path.moved(0, 90)), wing, "plane", outline=False)
    e.group = "wings"
    side = traced("490,330! 380,230 220,180 60,220! 100,330 220,420 360,460 490,450!")
    for path in (side, mirrored(side, 500)):
        e.add(path, body, "plane")
    for path in (side, mirrored(side, 500)):
        x = 250 if path is side else 750
        for r, tone in ((96, paper), (70, wing), (40, paper), (18, body)):
            e.inside(intersection(circle(x, 318, r), path), tone, "plane", outline=r == 96)
    e.group = "body"
    e.add(
        traced("500,250 570,320 580,450 540,580 500,610 460,580 420,450 430,320"), body, "round"
    )
    e.inside(
        traced("500,390 540,430 530,540 500,570 470,540 460,430"),
        paper,
        "plane",
        lines=tuple(curve((470, y), (500, y + 16), (530, y)) for y in (440, 480, 520)),
        line_color=wing,
        line_width=8,
    )
    e.group = "head"
    e.add(circle(500, 236, 92), body, "round")
    e.add(traced("470,160! 500,90 530,160!"), e.local("#F2B63C", 0.02), "plane")
    for eye in (462.0, 538.0):
        e.inside(circle(eye, 226, 30), paper, "plane")
        e.inside(circle(eye, 226, 14), e.local("#231A18", 0), "matte", outline=False)
    return e.sketch(1000, 1000, 960, (500, 330), floats=True)


def drum(request: MotifRequest) -> Sketch:
    """Return a great red drum on its stand, two sticks laid on it."""
    e = Easel(request)
    red, gold, skin = (
        e.local("#C4342B", 0.04),
        e.local("#E8B548", 0.02),
        e.local("#F6E6C6", 0.02),
    )
    wood = e.local("#6E3B26", 0.03)
    e.group = "stand"
    for x in (230, 770):
        e.add(ribbon([(x + (500 - x) * 0.2, 640), (x, 930)], (44, 50)), wood, "tube")
    e.add(ribbon([(240, 850), (500, 866), (760, 850)], (34, 36, 34)), wood, "tube")
    e.group = "body"
    e.add(
        traced("150,330! 100,460 100,600 170,760! 500,820 830,760! 900,600 900,460 850,330!"),
        red,
        "tube",
        e.shadow(620, 800, 360, 130, red, 0.5),
    )
    for k in range(15):
        a = math.radians(8 + 164 * k / 14)
        e.inside(circle(500 - 352 * math.cos(a), 372 + 96 * math.sin(a), 15), gold, "round")
        e.inside(circle(500 - 330 * math.cos(a), 700 + 76 * math.sin(a), 15), gold, "round")
    e.add(difference(circle(500, 610, 74), circle(500, 610, 44)), gold, "round")
    e.inside(circle(500, 552, 30), gold, "round")
    e.group = "skin"
    e.add(ellipse(500, 330, 360, 104), e.tones(red).deep, "plane")
    e.add(ellipse(500, 316, 350, 98), skin, "plane", e.light(400, 280, 160, 40, 0.6))
    e.strokes(red, 9, ellipse(500, 316, 120, 33))
    e.group = "sticks"
    for dots in (((250, 110), (450, 290)), ((790, 90), (560, 300))):
        e.add(ribbon(dots, (26, 26)), wood, "tube")
        e.add(circle(*dots[0], 32), e.palette.accent, "round")
    return e.sketch(1000, 990, 950, (500, 400), contact=Box(190, 925, 620, 34))
