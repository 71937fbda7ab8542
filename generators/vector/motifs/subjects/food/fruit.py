"""Fruit: orange, lemon, peach, grapes and avocado, with a leaf each."""

from __future__ import annotations

import math

from compositor.geometry import Path
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, placed, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import glow
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.subjects.flowers.foliage import leaf_parts

__all__ = ["avocado", "grape", "lemon", "orange", "peach"]

_GREEN = "#5E8F4E"


def _citrus_face(e: Easel, x: float, y: float, r: float, peel: str, flesh: str) -> None:
    rind, pulp = e.local(peel, 0.03), e.local(flesh, 0.02)
    pith = e.local("#FFF6DF", 0)
    t = e.tones(pulp)
    e.group = "slice"
    e.add(
        circle(x, y, r),
        rind,
        "round",
        e.shadow(x + r * 0.5, y + r * 0.7, r, r * 0.7, rind, 0.5),
    )
    e.inside(circle(x, y, r * 0.93), pith, "plane", outline=False)
    for i in range(10):
        a = math.radians(36 * i + 8)
        wedge = blob(
            (r * 0.1, 0, 0),
            (r * 0.5, -r * 0.15),
            (r * 0.8, -r * 0.21),
            (r * 0.86, 0),
            (r * 0.8, r * 0.21),
            (r * 0.5, r * 0.15),
        )
        path = placed(wedge, x, y, turn_deg=math.degrees(a))
        veins = tuple(
            placed(
                curve(
                    (r * 0.3, s * r * 0.05), (r * 0.55, s * r * 0.09), (r * 0.72, s * r * 0.11)
                ),
                x,
                y,
                turn_deg=math.degrees(a),
            )
            for s in (-1, 0, 1)
        )
        e.inside(
            path,
            pulp,
            "matte",
            glow(
                (x + r * 0.7 * math.cos(a), y + r * 0.7 * math.sin(a)),
                (r * 0.3, r * 0.3),
                t.shade,
                0.5,
            ),
            glow(
                (x + r * 0.35 * math.cos(a), y + r * 0.35 * math.sin(a)),
                (r * 0.28, r * 0.28),
                t.glow,
                0.7,
            ),
            fine=veins,
            line_color=t.glow.with_opacity(0.6),
            line_width=3,
            outline=True,
        )


def orange(request: MotifRequest) -> Sketch:
    """Return a whole orange behind a cut half."""
    e = Easel(request)
    skin = e.local("#F08A24", 0.03)
    e.group = "fruit"
    e.extend(leaf_parts((400, 210), (660, 96), 110, e.local(_GREEN), -0.16))
    e.add(
        circle(400, 480, 290),
        skin,
        "round",
        e.light(290, 350, 110, 90, 0.5),
        e.shadow(520, 680, 260, 170, skin),
        fine=tuple(circle(250 + (i * 89) % 320, 290 + (i * 67) % 380, 3) for i in range(22)),
        line_color=e.tones(skin).shade.with_opacity(0.6),
        line_width=3,
    )
    e.inside(
        blob((372, 214), (400, 200), (430, 214), (418, 236), (384, 236)),
        e.local("#7A8F3E"),
        "plane",
    )
    _citrus_face(e, 650, 600, 232, "#F08A24", "#F9A63C")
    return e.sketch(940, 880, 832, (600, 560))


def lemon(request: MotifRequest) -> Sketch:
    """Return a lemon and a slice of one."""
    e = Easel(request)
    skin = e.local("#F5CB33", 0.02)
    e.group = "fruit"
    e.extend(leaf_parts((190, 300), (330, 90), 110, e.local(_GREEN), 0.16))
    e.extend(
        leaf_parts((190, 300), (70, 120), 80, e.local(_GREEN).shifted(lightness=0.05), -0.1)
    )
    body = blob(
        (150, 330),
        (200, 280),
        (300, 250),
        (470, 250),
        (620, 340),
        (690, 450),
        (740, 500),
        (752, 540),
        (720, 560),
        (640, 560),
        (500, 640),
        (340, 620),
        (220, 520),
        (170, 410),
    )
    e.add(
        body,
        skin,
        "round",
        e.light(330, 340, 130, 70, 0.75),
        e.shadow(520, 600, 280, 110, skin, 0.7),
        fine=tuple(circle(260 + (i * 97) % 380, 300 + (i * 61) % 260, 3) for i in range(20)),
        line_color=e.tones(skin).shade,
        line_width=3,
    )
    _citrus_face(e, 620, 680, 190, "#F2C22C", "#FADF6B")
    return e.sketch(880, 920, 872, (520, 540))


def peach(request: MotifRequest) -> Sketch:
    """Return a ripe peach with its cleft and leaves."""
    e = Easel(request)
    skin, blush = e.local("#F7B187", 0.04), e.local("#E8546B", 0.04)
    body = blob(
        (450, 250),
        (560, 206),
        (690, 240),
        (770, 360),
        (770, 540),
        (680, 710),
        (540, 800),
        (450, 830),
        (370, 800),
        (220, 710),
        (130, 540),
        (134, 360),
        (214, 240),
        (340, 206),
    )
    cleft = curve((452, 252), (520, 360), (540, 520), (500, 700), (450, 826))
    e.group = "leaves"
    e.extend(leaf_parts((450, 250), (760, 110), 130, e.local(_GREEN), -0.18))
    e.group = "fruit"
    side = blob(
        (452, 252, 0),
        (560, 206),
        (690, 240),
        (770, 360),
        (770, 540),
        (680, 710),
        (540, 800),
        (450, 828, 0),
        (500, 700),
        (540, 520),
        (520, 360),
    )
    e.add(
        body,
        skin,
        "round",
        glow((300, 660), (340, 300), blush, 0.9),
        glow((260, 420), (200, 220), blush, 0.5),
        e.light(280, 330, 110, 90, 0.5),
        lines=(cleft,),
        line_color=blush.shifted(lightness=-0.1).with_opacity(0.6),
        line_width=5,
    )
    e.inside(
        side,
        skin,
        "round",
        glow((720, 600), (220, 300), blush, 0.95),
        glow((540, 460), (60, 260), blush, 0.5),
        e.light(640, 330, 90, 70, 0.45),
        outline=False,
    )
    e.group = "leaves"
    e.add(
        ribbon([(452, 262), (446, 200), (470, 150)], (24, 16, 18)), e.local("#7A5A3A"), "tube"
    )
    e.extend(
        leaf_parts((448, 240), (180, 90), 120, e.local(_GREEN).shifted(lightness=0.05), 0.16)
    )
    return e.sketch(900, 900, 832, (450, 480))


def grape(request: MotifRequest) -> Sketch:
    """Return a bunch of grapes under a leaf."""
    e = Easel(request)
    skin = e.local("#6B4A9B", 0.15)
    e.group = "stalk"
    e.add(ribbon([(450, 250), (440, 150), (480, 60)], (22, 20, 26)), e.local("#7A5A3A"), "tube")
    e.group = "grapes"
    r = 70.0
    for row, (count, y) in enumerate(
        ((3, 300), (5, 372), (4, 456), (5, 530), (4, 612), (3, 694), (2, 774), (1, 850))
    ):
        for i in range(count):
            x = 450 + (i - (count - 1) / 2) * 112 + 8 * math.sin(row * 2.1 + i * 1.7)
            c = skin.shifted(
                lightness=0.055 * math.sin(row * 1.9 + i * 2.3), hue_deg=6 * math.cos(i + row)
            )
            e.add(
                circle(x, y, r),
                c,
                "round",
                e.shadow(x + 26, y + 34, 66, 54, c, 0.8),
                e.light(x - 22, y - 26, 22, 18, 0.75),
                glow((x + 20, y + 44), (34, 16), e.tones(c).glow, 0.6),
            )
    e.group = "leaf"
    leaf = blob(
        (450, 210, 0),
        (360, 150),
        (270, 170, 0),
        (260, 130),
        (150, 170, 0),
        (180, 260),
        (110, 330, 0),
        (220, 340),
        (250, 420, 0),
        (320, 350),
        (400, 360, 0),
        (420, 280),
    )
    green = e.local(_GREEN)
    e.add(
        leaf,
        green,
        "plane",
        e.shadow(380, 340, 160, 90, green, 0.5),
        lines=(
            curve((446, 214), (320, 250), (160, 300)),
            curve((360, 240), (280, 200), (220, 180)),
            curve((340, 250), (290, 310), (260, 390)),
        ),
        line_color=e.tones(green).glow,
        line_width=4,
    )
    e.strokes(
        e.local(_GREEN),
        7,
        curve(
            (470, 180), (560, 150), (600, 210), (560, 250), (540, 210), (600, 170), (690, 190)
        ),
    )
    return e.sketch(900, 960, 920, (450, 500), floats=True)


def avocado(request: MotifRequest) -> Sketch:
    """Return half an avocado with its stone before a whole one."""
    e = Easel(request)
    skin, flesh, rim = (
        e.local("#3F5D34", 0.04),
        e.local("#F2EBA8", 0.02),
        e.local("#A9C45C", 0.02),
    )
    pear: Path = blob(
        (0, -330),
        (92, -290),
        (150, -170),
        (220, -20),
        (262, 130),
        (210, 290),
        (70, 360),
        (-70, 360),
        (-210, 290),
        (-262, 130),
        (-220, -20),
        (-150, -170),
        (-92, -290),
    )
    e.group = "whole"
    e.add(
        placed(pear, 600, 470, turn_deg=16),
        skin,
        "round",
        e.light(520, 330, 70, 120, 0.35),
        e.shadow(740, 640, 200, 200, skin),
        fine=tuple(
            ellipse(480 + (i * 83) % 280, 260 + (i * 59) % 420, 5, 4) for i in range(24)
        ),
        line_color=e.tones(skin).light,
        line_width=3,
    )
    e.group = "half"
    x, y, turn = 380, 500, -8.0
    e.add(placed(pear, x, y, turn_deg=turn), skin, "plane")
    e.inside(placed(pear, x, y, turn_deg=turn, scale=0.94), rim, "plane", outline=False)
    e.inside(
        placed(pear, x, y, turn_deg=turn, scale=0.84),
        flesh,
        "matte",
        e.shadow(x + 90, y + 200, 240, 260, rim, 0.35),
        e.light(x - 60, y - 120, 100, 160, 0.6),
        outline=False,
    )
    stone = e.local("#7B4A2B", 0.03)
    e.inside(ellipse(x + 16, y + 130, 138, 142), e.tones(flesh).shade, "matte", outline=False)
    e.inside(
        ellipse(x + 10, y + 120, 130, 134),
        stone,
        "round",
        e.light(x - 30, y + 70, 44, 38, 0.6),
        e.shadow(x + 70, y + 200, 120, 110, stone),
    )
    e.gleam(ellipse(x - 40, y + 62, 26, 18), glow((x - 40, y + 62), (26, 18), WHITE, 0.9))
    return e.sketch(980, 920, 860, (380, 560), contact=None)
