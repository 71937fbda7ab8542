"""Roaming animals in profile: whale, owl, deer, elephant, dinosaur."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Path
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import curve, mirrored, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.subjects.flowers.foliage import leaf_parts

__all__ = ["beady_eye", "deer", "dinosaur", "elephant", "owl", "whale"]

_DARK = Color.from_hex("#2A2430")


def beady_eye(e: Easel, x: float, y: float, r: float) -> None:
    """Draw a dark round eye with one light in it."""
    e.inside(circle(x, y, r), _DARK, "matte")
    e.inside(circle(x + r * 0.3, y - r * 0.36, r * 0.34), WHITE, "matte", outline=False)


def whale(request: MotifRequest) -> Sketch:
    """Return a great whale, its flukes raised, blowing."""
    e = Easel(request)
    skin, belly = e.local("#3F6E9E", 0.12), e.local("#F1F5F7", 0.02)
    t = e.tones(skin)
    e.group = "spout"
    spray = e.local("#A9D3EA", 0.1)
    for dots in (
        ((760, 330), (750, 210), (660, 130), (600, 190)),
        ((772, 330), (790, 210), (880, 130), (940, 190)),
        ((766, 330), (768, 220), (772, 110)),
    ):
        e.add(ribbon(dots, (22, 26, 22, 12)), spray, "plane", solid=False)
    e.group = "flukes"
    fluke = traced(
        "150,470! 60,360 20,230 50,190! 130,240 180,330 "
        "200,330 240,230 330,170 370,210! 330,330 250,470!"
    )
    e.add(
        fluke,
        skin,
        "round",
        lines=(
            curve((190, 450), (150, 340), (80, 240)),
            curve((210, 450), (260, 330), (330, 230)),
        ),
        line_color=t.deep,
        line_width=6,
    )
    e.group = "body"
    body = traced(
        "140,420 260,400 380,520 520,420 700,340 860,370 970,480 "
        "980,620 880,760 680,830 440,810 260,720 160,580"
    )
    e.add(
        body,
        skin,
        "round",
        e.light(700, 410, 220, 70, 0.4),
        e.shadow(560, 840, 400, 130, skin, 0.5),
    )
    under = intersection(body, traced("330,700 560,680 800,640 1000,600 1000,900 300,900"))
    e.inside(under, belly, "round")
    e.strokes(e.tones(belly).deep, 6, *(
        _pleat(y) for y in (0, 34, 68)))  # fmt: skip
    e.group = "fin"
    e.add(traced("560,680! 640,660 700,700 690,800 600,900 540,910! 560,820"), t.shade, "round")
    beady_eye(e, 836, 570, 25)
    e.strokes(t.deep, 7, curve((980, 590), (900, 640), (800, 640)))
    return e.sketch(1020, 940, 900, (780, 540), floats=True)


def _pleat(lower: float) -> Path:
    """Return one pleat of the throat."""
    return curve((560, 724 + lower), (720, 706 + lower), (900 - 0.5 * lower, 664 + lower))


def owl(request: MotifRequest) -> Sketch:
    """Return an owl on a branch, seen from the front."""
    e = Easel(request)
    brown, cream = e.local("#8A6242", 0.06), e.local("#F4E4C6", 0.02)
    t = e.tones(brown)
    e.group = "body"
    body = traced(
        "450,110 560,130 640,90! 690,200 710,340 730,540 690,740 "
        "580,850 450,876 320,850 210,740 170,540 190,340 "
        "210,200 260,90! 340,130"
    )
    e.add(body, brown, "round", e.shadow(600, 800, 260, 170, brown, 0.6))
    breast = ellipse(450, 650, 180, 210)
    e.inside(breast, cream, "round", outline=False)
    feathers = [
        curve((x - 24, y), (x, y + 24), (x + 24, y))
        for row, y in enumerate(range(540, 820, 62))
        for x in range(330 + (28 if row % 2 else 0), 580, 58)
        if ((x - 450) / 160) ** 2 + ((y - 650) / 190) ** 2 < 1
    ]
    e.strokes(e.tones(cream).deep, 8, *feathers)
    for side in (0, 1):
        wing = traced("196,420 140,560 150,740 230,850! 290,720 290,560 260,450")
        e.add(mirrored(wing, 450) if side else wing, t.shade, "round")
    e.group = "face"
    for x in (336.0, 564.0):
        e.inside(circle(x, 320, 128), cream, "round")
        e.inside(circle(x, 320, 76), e.local("#F2B63C", 0.02), "round")
        beady_eye(e, x, 320, 46)
    e.add(traced("450,350! 490,390 450,470! 410,390"), e.local("#E39A2E", 0.02), "round")
    e.strokes(
        t.deep,
        14,
        curve((240, 190), (340, 210), (440, 300)),
        curve((660, 190), (560, 210), (460, 300)),
    )
    e.group = "branch"
    e.add(
        ribbon([(60, 890), (300, 870), (600, 890), (880, 850)], (44, 50, 46, 30)),
        e.local("#6B4A32", 0.05),
        "tube",
    )
    e.extend(leaf_parts((760, 860), (880, 740), 70, e.local("#6C9A4E", 0.05), 0.1))
    for x in (370.0, 530.0):
        for k in (-1, 0, 1):
            e.add(ellipse(x + 30 * k, 872, 17, 32), e.local("#E39A2E", 0.02), "round")
    return e.sketch(930, 960, 925, (450, 330), floats=True)


def deer(request: MotifRequest) -> Sketch:
    """Return the head and neck of a stag, turned to the right, antlers spread."""
    e = Easel(request)
    coat, cream = e.local("#A96C3F", 0.05), e.local("#F3E2C6", 0.02)
    horn = e.local("#7A5A3C", 0.04)
    e.group = "antlers"
    beam = [ribbon([(430, 370), (360, 270), (330, 150), (390, 30)], (40, 34, 28, 12)),
            ribbon([(352, 250), (270, 210), (220, 120)], (28, 22, 9)),
            ribbon([(332, 160), (260, 110), (250, 30)], (24, 18, 8)),
            ribbon([(400, 330), (430, 250), (420, 190)], (26, 18, 8))]  # fmt: skip
    for path in beam:
        e.add(mirrored(path, 500), horn.shifted(lightness=-0.03), "tube")
        e.add(path, horn, "tube")
    e.group = "ears"
    ear = traced("400,420! 280,360 180,380 130,430! 220,490 330,490 410,470!")
    for path in (ear, mirrored(ear, 500)):
        e.add(path, coat, "round")
    inner = traced("380,430! 280,400 190,426! 260,462 350,466")
    for path in (inner, mirrored(inner, 500)):
        e.inside(path, e.local("#E9B9A0", 0.02), "plane")
    e.group = "neck"
    neck = traced("400,560 600,560 680,760 740,950! 260,950! 320,760")
    e.add(neck, coat, "round", e.shadow(500, 640, 150, 120, coat, 0.8))
    e.inside(
        intersection(neck, traced("430,690 500,720 570,690 600,960! 400,960!")),
        cream,
        "round",
        outline=False,
    )
    e.group = "head"
    head = traced(
        "500,340 600,370 640,470 610,600 580,720 550,800 "
        "500,820 450,800 420,720 390,600 360,470 400,370"
    )
    e.add(
        head,
        coat,
        "round",
        e.light(440, 430, 80, 90, 0.4),
        e.shadow(590, 700, 120, 160, coat, 0.5),
    )
    muzzle = intersection(head, traced("440,690 500,670 560,690 600,830! 400,830!"))
    e.inside(muzzle, cream, "round", outline=False)
    e.add(
        traced("456,730 500,718 544,730 536,772 500,790 464,772"),
        _DARK,
        "round",
        e.light(484, 736, 18, 9, 0.7),
    )
    for x in (416.0, 584.0):
        e.inside(ellipse(x, 522, 24, 30), _DARK, "matte")
        e.inside(circle(x - 6, 511, 9), WHITE, "matte", outline=False)
    e.inside(
        traced("470,350 500,344 530,350 520,440 500,500 480,440"),
        e.tones(coat).shade,
        "plane",
        outline=False,
    )
    return e.sketch(1000, 990, 950, (500, 520))


def elephant(request: MotifRequest) -> Sketch:
    """Return an elephant walking to the right, trunk raised."""
    e = Easel(request)
    skin = e.local("#8C97A8", 0.1)
    t = e.tones(skin)
    far = skin.shifted(lightness=-0.08)
    e.group = "far legs"
    for x in (300, 620):
        e.add(
            traced(
                f"{x - 60},600 {x + 70},600 {x + 64},860! "
                f"{x + 56},900 {x - 56},900 {x - 60},860!"
            ),
            far,
            "round",
        )
    e.group = "tail"
    e.add(ribbon([(110, 470), (60, 580), (70, 690)], (26, 20, 14)), skin, "tube")
    e.group = "body"
    body = traced(
        "330,230 500,240 640,300 700,420 700,600 640,690 "
        "460,710 280,700 150,660 100,520 130,340 220,254"
    )
    e.add(
        body,
        skin,
        "round",
        e.shadow(420, 720, 320, 130, skin, 0.6),
        e.light(300, 320, 170, 80, 0.4),
    )
    for x in (200, 520):
        leg = traced(
            f"{x - 76},560 {x + 84},560 {x + 76},880! {x + 70},918 {x - 66},918 {x - 72},880!"
        )
        e.add(leg, skin, "round", e.shadow(x + 60, 800, 60, 200, skin, 0.5))
        for k in (-1, 0, 1):
            e.inside(ellipse(x + 44 * k, 906, 19, 13), e.local("#F4EBDD", 0.02), "plane")
    e.group = "trunk"
    trunk = ribbon(
        [(780, 430), (860, 590), (960, 600), (990, 460), (950, 360)], (150, 110, 84, 66, 56)
    )
    e.add(
        trunk,
        skin,
        "round",
        lines=tuple(
            curve(a, b)
            for a, b in (
                ((800, 560), (858, 510)),
                ((850, 620), (884, 550)),
                ((920, 640), (920, 570)),
            )
        ),
        line_color=t.shade,
        line_width=7,
    )
    e.add(
        ribbon([(800, 560), (880, 690), (950, 690)], (40, 32, 10)),
        e.local("#FBF3E2", 0.02),
        "round",
    )
    e.group = "head"
    head = traced("700,190 810,220 870,320 860,460 790,560 680,580 600,500 590,330 630,230")
    e.add(head, skin, "round", e.light(740, 270, 110, 70, 0.45))
    ear = traced("640,230 700,300 700,450 640,580 540,640 440,560 420,400 480,260 560,210")
    e.add(ear, t.shade, "round")
    e.inside(
        placed(ear, 570 - 0.72 * 570, 420 - 0.72 * 420, scale=0.72),
        e.local("#E3AFA5", 0.06),
        "round",
        outline=False,
    )
    beady_eye(e, 792, 372, 20)
    return e.sketch(1040, 960, 920, (700, 400))


def dinosaur(request: MotifRequest) -> Sketch:
    """Return a friendly long-tailed dinosaur with plates down its back."""
    e = Easel(request)
    skin, belly, plate = e.local("#6FA65A", 0.12), e.local("#F3EAC8", 0.02), e.palette.accent
    e.group = "plates"
    spine = ((640, 110), (540, 130), (450, 220), (390, 340), (310, 450), (220, 570), (130, 690))
    for k, (x, y) in enumerate(spine):
        size = (46, 62, 74, 78, 70, 54, 38)[k]
        turn = (-10, -30, -52, -58, -50, -46, -50)[k]
        e.add(
            placed(
                traced(f"{-size},{size * 0.6} 0,{-size}! {size},{size * 0.6}"),
                x,
                y,
                turn_deg=turn,
            ),
            plate,
            "plane",
        )
    e.group = "far leg"
    e.add(
        traced("590,640 700,640 720,860! 760,900 740,918 610,918 590,860"),
        skin.shifted(lightness=-0.08),
        "round",
    )
    e.group = "body"
    tail_and_trunk = ribbon(
        [(40, 790), (200, 740), (350, 620), (470, 560), (560, 430), (620, 260)],
        (8, 110, 230, 330, 290, 200, 170),
        spacing=16,
    )
    e.add(tail_and_trunk, skin, "round", e.light(430, 460, 120, 130, 0.35))
    e.inside(
        intersection(
            tail_and_trunk, traced("520,420 640,300 760,420 720,640 560,760 440,740 520,600")
        ),
        belly,
        "round",
        outline=False,
    )
    leg = traced(
        "330,620 470,590 560,680 540,800 560,880 590,900 "
        "576,920! 400,920! 390,880 350,800 300,720"
    )
    e.add(leg, skin, "round", e.shadow(480, 880, 120, 120, skin, 0.5))
    for k in range(3):
        e.inside(ellipse(560 - 44 * k, 908, 15, 12), e.local("#F7F1DC", 0.02), "plane")
    e.group = "head"
    head = traced(
        "520,210 560,110 680,70 800,110 900,190 930,270 880,330 740,340 620,350 540,310"
    )
    e.add(head, skin, "round", e.light(660, 130, 120, 50, 0.45))
    e.strokes(e.tones(skin).deep, 8, curve((930, 270), (840, 290), (730, 270)))
    e.inside(circle(880, 206, 10), e.tones(skin).deep, "plane", outline=False)
    beady_eye(e, 700, 176, 30)
    e.add(ribbon([(640, 480), (740, 520), (770, 580)], (62, 50, 34)), skin, "tube")
    for x, y in ((280, 610), (330, 560), (420, 520), (230, 690)):
        e.inside(circle(x, y, 17), e.tones(skin).shade, "plane", outline=False)
    return e.sketch(990, 960, 920, (700, 240))
