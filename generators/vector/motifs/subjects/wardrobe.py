"""Wardrobe: glasses, a hat, a jacket, a necklace, a chef's hat, a graduation cap."""

from __future__ import annotations

import math

from compositor.geometry import Box
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, mirrored, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along
from generators.vector.motifs.sketch import LabelPlace, Sketch

__all__ = ["chef_hat", "glasses", "graduation_cap", "hat", "jacket", "necklace"]


def glasses(request: MotifRequest) -> Sketch:
    """Return spectacles with tinted round lenses, one temple folded behind."""
    e = Easel(request)
    rim, lens = e.main(), e.local("#BFD9E6", 0.25)
    e.group = "temples"
    for dots in (
        ((120, 300), (60, 200), (230, 110), (420, 130)),
        ((980, 300), (1040, 200), (870, 110), (680, 130)),
    ):
        e.add(ribbon(dots, (34, 30, 26, 30)), e.tones(rim).shade, "tube")
    for x in (310.0, 790.0):
        e.group = f"lens {x:.0f}"
        glass = traced(
            f"{x - 190},290 {x - 100},220 {x + 90},216 {x + 188},280 "
            f"{x + 190},420 {x + 90},540 {x - 60},550 "
            f"{x - 170},460"
        )
        frame = placed(glass, x - 1.15 * x, 380 - 1.15 * 380, scale=1.15)
        e.add(frame, rim, "round")
        e.inside(
            glass,
            lens,
            "plane",
            along(
                (x - 160, 240),
                (x + 140, 540),
                [
                    (0, WHITE.with_opacity(0.85)),
                    (0.35, lens),
                    (0.36, lens.shifted(lightness=-0.06)),
                    (1, e.tones(lens).shade),
                ],
            ),
        )
        e.gleam(
            traced(f"{x - 110},460! {x + 10},250! {x + 60},250! {x - 70},490!"),
            e.light(x - 30, 370, 130, 160, 0.7),
        )
    e.group = "bridge"
    e.add(ribbon([(500, 340), (550, 290), (600, 340)], (36, 30, 36)), rim, "tube")
    return e.sketch(1100, 640, 600, (550, 380), floats=True)


def hat(request: MotifRequest) -> Sketch:
    """Return a wide-brimmed straw hat with a ribbon."""
    e = Easel(request)
    straw, band = e.local("#E6C58A", 0.04), e.main()
    t = e.tones(straw)
    e.group = "brim"
    brim = traced(
        "30,560 120,470 320,420 520,410 740,420 940,470 "
        "1030,560 960,660 760,730 520,750 290,730 100,660"
    )
    e.add(brim, straw, "round", e.shadow(640, 730, 460, 100, straw, 0.6))
    e.strokes(t.shade, 6, *(ellipse(530, 576, 490 - 46 * k, 160 - 17 * k) for k in range(4)))
    e.group = "crown"
    crown = traced(
        "290,590! 300,400 360,230 470,190 540,214 620,190 "
        "720,240 770,400 780,590! 650,632 530,640 410,630"
    )
    e.add(
        crown,
        straw,
        "round",
        e.light(430, 290, 110, 90, 0.5),
        fine=tuple(curve((300, y), (530, y + 40), (770, y)) for y in (300, 360, 420)),
        line_color=t.shade,
        line_width=5,
    )
    ribbon_band = intersection(
        crown, traced("250,470! 530,530 820,470! 820,590! 530,650 250,590!")
    )
    e.inside(ribbon_band, band, "tube")
    e.group = "bow"
    for side in (-1, 1):
        e.add(
            blob(
                (740, 560, 0),
                (740 + side * 60, 490),
                (740 + side * 120, 530),
                (740 + side * 100, 600),
                (740 + side * 50, 594),
            ),
            band,
            "round",
        )
    e.add(ribbon([(744, 570), (800, 640), (850, 730)], (34, 36, 44)), band, "plane")
    e.add(circle(740, 562, 26), band, "round")
    return e.sketch(1060, 820, 770, (530, 420))


def jacket(request: MotifRequest) -> Sketch:
    """Return a zipped jacket, hood up, with two pockets."""
    e = Easel(request)
    cloth = e.main()
    t = e.tones(cloth)
    e.group = "sleeves"
    sleeve = traced("270,280! 160,340 80,520 40,760! 70,800 170,820! 220,640 280,500!")
    for path in (sleeve, mirrored(sleeve, 500)):
        e.add(path, cloth, "plane", e.shadow(path.bounds.center.x, 760, 120, 200, cloth, 0.5))
    cuff = traced("40,748! 174,786! 164,850! 34,808!")
    for path in (cuff, mirrored(cuff, 500)):
        e.add(path, t.deep, "tube")
    e.group = "hood"
    e.add(
        traced("330,250 350,120 430,60 500,50 570,60 650,120 670,250 600,330 400,330"),
        t.shade,
        "round",
    )
    e.inside(traced("390,240 410,150 500,110 590,150 610,240 560,320 440,320"), t.deep, "round")
    e.group = "body"
    body = traced(
        "260,280! 360,240 430,300 500,330 570,300 640,240 "
        "740,280! 760,520 752,880! 500,910 248,880! 240,520"
    )
    e.add(
        body,
        cloth,
        "plane",
        e.light(350, 420, 120, 200, 0.3),
        e.shadow(680, 780, 180, 220, cloth, 0.5),
    )
    e.inside(traced("248,830! 500,862 752,830! 752,900! 500,926 248,900!"), t.deep, "tube")
    for side in (-1, 1):
        pocket = traced(
            f"{500 + side * 70},640! {500 + side * 200},600! "
            f"{500 + side * 210},770! {500 + side * 70},800!"
        )
        e.inside(pocket, t.light, "plane")
    e.strokes(e.local("#E8E4DA", 0.02), 12, curve((500, 330), (502, 620), (500, 900)))
    e.strokes(t.deep, 4, *(curve((492, y), (510, y)) for y in range(350, 900, 22)))
    e.add(rounded_rectangle(Box(486, 410, 28, 60), 10), e.local("#C9CDD4", 0.02), "metal")
    for x in (440, 560):
        e.strokes(
            e.local("#F6F2E8", 0.02),
            9,
            curve((x, 310), (x + (x - 500) * 0.1, 400), (x - 4, 470)),
        )
    place = LabelPlace(box=Box(290, 470, 420, 110), color=e.palette.on_primary, max_size=90)
    return e.sketch(1000, 960, 930, (500, 450), label=place, floats=True)


def necklace(request: MotifRequest) -> Sketch:
    """Return a string of pearls with a cut stone in a gold setting."""
    e = Easel(request)
    pearl, gold, stone = e.local("#F8F1E8", 0.02), e.local("#E2B663", 0.02), e.main()
    dots = []
    for k in range(31):
        x = 500 + 390 * math.sin(math.radians(-150 + 300 * k / 30))
        y = 400 + 390 * math.cos(math.radians(-150 + 300 * k / 30))
        dots.append((x, y, 23 + 17 * math.sin(math.pi * k / 30)))
    e.group = "string"
    e.strokes(gold, 6, curve(*((x, y) for x, y, _ in dots)))
    e.group = "pearls"
    for x, y, r in dots:
        if abs(x - 500) > 30 or y < 500:
            e.add(
                circle(x, y, r),
                pearl,
                "round",
                e.light(x - r * 0.35, y - r * 0.4, r * 0.4, r * 0.34, 1.0),
                e.shadow(x + r * 0.3, y + r * 0.6, r, r * 0.6, e.local("#C9A9A0", 0.05), 0.5),
            )
    e.group = "pendant"
    e.add(circle(500, 800, 24), gold, "round")
    drop = traced("500,800! 600,890 610,990 550,1050 500,1062 450,1050 390,990 400,890")
    e.add(drop, gold, "round")
    gem = placed(drop, 500 - 0.8 * 500, 952 - 0.8 * 952, scale=0.8)
    t = e.tones(stone)
    e.inside(gem, stone, "round")
    for text, tone in (
        ("500,832! 560,900 530,940! 470,940! 440,900", t.glow),
        ("470,940! 530,940! 520,1010! 480,1010!", t.light),
        ("530,940! 574,930! 570,990! 520,1010!", t.shade),
        ("470,940! 426,930! 430,990! 480,1010!", t.light),
    ):
        e.inside(intersection(traced(text), gem), tone, "plane")
    return e.sketch(1000, 1100, 1070, (500, 900), floats=True)


def chef_hat(request: MotifRequest) -> Sketch:
    """Return a cook's tall hat with a whisk and a ladle crossed behind."""
    e = Easel(request)
    white, steel, wood = (
        e.local("#FCFAF5", 0.02),
        e.local("#B9C0CA", 0.04),
        e.local("#A66F3F", 0.04),
    )
    e.group = "tools"
    for side in (-1, 1):
        e.add(
            ribbon([(500 + side * 120, 700), (500 - side * 250, 960)], (30, 44)), wood, "tube"
        )
        e.add(
            ribbon([(500 + side * 120, 700), (500 + side * 330, 540)], (22, 22)), steel, "tube"
        )
    e.group = "hat"
    puff = traced(
        "250,560 130,470 120,330 230,220 350,230 420,120 580,120 "
        "650,230 770,220 880,330 870,470 750,560 640,600 360,600"
    )
    e.add(
        puff,
        white,
        "round",
        e.shadow(640, 560, 300, 120, white, 0.6),
        lines=(
            curve((350, 240), (390, 330), (380, 400)),
            curve((650, 240), (610, 330), (620, 400)),
            curve((500, 300), (496, 400)),
        ),
        line_color=e.tones(white).deep,
        line_width=8,
    )
    band = traced("250,540! 500,580 750,540! 740,760! 500,800 260,760!")
    e.add(
        band,
        white,
        "tube",
        fine=tuple(curve((270 + 46 * k, 570), (276 + 45 * k, 760)) for k in range(11)),
        line_color=e.tones(white).shade,
        line_width=5,
    )
    e.inside(
        intersection(band, traced("240,700! 500,742 760,700! 760,820! 240,820!")),
        e.main(),
        "tube",
    )
    return e.sketch(1000, 1000, 965, (500, 420), floats=True)


def graduation_cap(request: MotifRequest) -> Sketch:
    """Return a mortarboard with its tassel, on a rolled diploma."""
    e = Easel(request)
    cloth, gold, paper = e.main(), e.local("#E9B949", 0.02), e.local("#FBF4E2", 0.02)
    e.group = "diploma"
    roll = placed(rounded_rectangle(Box(-330, -62, 660, 124), 40), 500, 820, turn_deg=-8)
    e.add(roll, paper, "plane", e.shadow(500, 880, 340, 60, paper, 0.6))
    e.add(
        placed(ellipse(-326, 0, 28, 62), 500, 820, turn_deg=-8),
        e.tones(paper).shade,
        "plane",
        lines=(placed(ellipse(-326, 0, 13, 34), 500, 820, turn_deg=-8),),
        line_color=e.tones(paper).deep,
        line_width=6,
    )
    e.inside(
        placed(rounded_rectangle(Box(-30, -64, 60, 128), 8), 500, 820, turn_deg=-8),
        e.palette.accent,
        "tube",
    )
    e.group = "cap"
    e.add(
        traced("290,460! 710,460! 720,640 640,700 500,720 360,700 280,640"),
        e.tones(cloth).shade,
        "tube",
    )
    board = traced("500,180! 930,380! 500,580! 70,380!")
    e.add(board.moved(0, 22), e.tones(cloth).deep, "plane")
    e.add(board, cloth, "plane", e.light(380, 310, 200, 90, 0.35))
    e.group = "tassel"
    e.inside(circle(500, 380, 22), gold, "round")
    e.strokes(gold, 11, curve((500, 380), (700, 420), (830, 450), (838, 620)))
    e.add(circle(838, 630, 22), gold, "round")
    e.add(
        traced("814,646! 862,646! 880,780! 796,780!"),
        gold,
        "tube",
        fine=tuple(curve((838 + dx * 0.6, 656), (838 + dx, 774)) for dx in (-22, -8, 8, 22)),
        line_color=e.tones(gold).deep,
        line_width=5,
    )
    e.gleam(difference(board, board.moved(0, 10)), e.light(300, 300, 260, 120, 0.5))
    return e.sketch(1000, 960, 920, (500, 400), contact=Box(190, 890, 620, 34))
