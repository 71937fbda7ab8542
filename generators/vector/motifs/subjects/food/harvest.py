"""Harvest: apple, cherries, tomato, mango, pumpkin, mushrooms, crab, shrimp."""

from __future__ import annotations

import math

from compositor.geometry import Box
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.easel import Easel
from generators.vector.motifs.forms import blob, curve, mirrored, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.subjects.flowers.foliage import leaf_parts

__all__ = ["apple", "cherry", "crab", "mango", "mushroom", "pumpkin", "shrimp", "tomato"]

_GREEN = "#5E8F4E"


def apple(request: MotifRequest) -> Sketch:
    """Return a red apple with a leaf."""
    e = Easel(request)
    skin = e.local("#CF3B34", 0.03)
    e.group = "fruit"
    body = traced(
        "500,270 400,220 250,250 150,400 150,580 250,800 380,900 450,900 500,876 550,900 "
        "620,900 750,800 850,580 850,400 750,250 600,220"
    )
    e.add(body, skin, "round", e.shadow(700, 800, 300, 240, skin, 0.5),
          e.light(300, 420, 110, 170, 0.55))  # fmt: skip
    e.inside(
        intersection(body, ellipse(500, 256, 120, 32)),
        e.tones(skin).shade,
        "plane",
        outline=False,
        only=("flat", "cut_paper"),
    )
    e.add(
        ribbon([(502, 290), (500, 190), (540, 90)], (30, 24, 34)),
        e.local("#6B4A2C", 0.03),
        "tube",
    )
    e.extend(leaf_parts((512, 200), (800, 90), 130, e.local(_GREEN), -0.14))
    return e.sketch(1000, 960, 910, (460, 520), contact=Box(360, 884, 300, 36))


def cherry(request: MotifRequest) -> Sketch:
    """Return two cherries on their stalks."""
    e = Easel(request)
    skin, stalk = e.local("#B91F36", 0.02), e.local("#6F8B3C", 0.03)
    e.group = "stalks"
    e.add(ribbon([(310, 560), (400, 330), (600, 110)], (14, 15, 26)), stalk, "tube")
    e.add(ribbon([(700, 610), (690, 360), (606, 110)], (14, 15, 26)), stalk, "tube")
    e.extend(leaf_parts((600, 120), (190, 150), 170, e.local(_GREEN), 0.14))
    e.extend(
        leaf_parts((604, 116), (880, 210), 120, e.local(_GREEN).shifted(lightness=0.05), -0.1)
    )
    e.group = "fruit"
    for x, y, r in ((310, 720, 212), (710, 750, 198)):
        body = traced(f"{x},{y - 0.84 * r} {x + 0.62 * r},{y - 0.9 * r} {x + r},{y - 0.1 * r} "
                      f"{x + 0.7 * r},{y + 0.76 * r} {x},{y + r} {x - 0.7 * r},{y + 0.76 * r} "
                      f"{x - r},{y - 0.1 * r} {x - 0.62 * r},{y - 0.9 * r}")  # fmt: skip
        e.add(body, skin, "round", e.shadow(x + 80, y + 110, r, r * 0.7, skin, 0.6),
              e.light(x - 76, y - 70, 62, 52, 0.95))  # fmt: skip
        e.inside(ellipse(x, y - 0.8 * r, 40, 12), e.tones(skin).deep, "plane", outline=False,
                 only=("flat", "cut_paper"))  # fmt: skip
    return e.sketch(1000, 1000, 950, (400, 680))


def tomato(request: MotifRequest) -> Sketch:
    """Return a ripe tomato before a cut half."""
    e = Easel(request)
    skin, flesh = e.local("#DC3B26", 0.02), e.local("#F0674A", 0.02)
    green = e.local("#4F8A3A", 0.03)
    e.group = "half"
    e.add(circle(690, 560, 240), skin, "round")
    e.inside(circle(690, 560, 214), flesh, "plane")
    pulp, seed = e.local("#F79A6B", 0.02), e.local("#F9E2A5", 0.01)
    for k in range(4):
        room = placed(
            traced("34,-46 110,-96 176,-40 176,40 110,96 34,46"), 690, 560, turn_deg=90 * k + 30
        )
        e.inside(room, pulp, "round")
        for dx, dy in ((84, -36), (120, 6), (80, 34), (136, -40), (140, 40)):
            e.inside(
                placed(ellipse(dx, dy, 15, 9), 690, 560, turn_deg=90 * k + 30),
                seed,
                "plane",
                outline=False,
            )
    e.group = "whole"
    body = traced(
        "370,270 250,250 120,340 70,520 120,720 260,840 "
        "380,850 500,840 640,720 690,520 640,340 "
        "510,250"
    )
    e.add(
        body,
        skin,
        "round",
        e.shadow(540, 760, 300, 190, skin, 0.55),
        e.light(230, 420, 110, 120, 0.65),
    )
    for turn in (-160, -110, -62, -14, 28, 190):
        e.extend(leaf_parts((378, 300), (378 + 170 * math.cos(math.radians(turn)),
                 300 + 84 * math.sin(math.radians(turn))), 50, green, 0.12))  # fmt: skip
    e.add(ribbon([(378, 310), (376, 240), (408, 180)], (28, 24, 30)), green, "tube")
    return e.sketch(1000, 930, 870, (380, 560))


def mango(request: MotifRequest) -> Sketch:
    """Return a mango and a cheek of one, cut in cubes."""
    e = Easel(request)
    skin, flesh = e.local("#F2A72E", 0.02), e.local("#FBC02D", 0.01)
    e.group = "whole"
    body = traced(
        "250,230 400,170 600,230 700,420 680,620 560,760 380,780 200,700 110,540 130,350"
    )
    e.add(body, skin, "round", e.shadow(560, 720, 300, 180, e.local("#C9512B", 0.02), 0.7),
          e.light(280, 340, 130, 110, 0.6))  # fmt: skip
    e.gleam(body, e.shadow(640, 300, 220, 240, e.local("#D6442E", 0), 0.5))
    e.add(
        ribbon([(330, 210), (330, 140), (370, 84)], (26, 22, 26)),
        e.local("#6F5A33", 0.03),
        "tube",
    )
    e.extend(leaf_parts((340, 130), (640, 60), 96, e.local(_GREEN), -0.1))
    e.group = "cheek"
    e.add(placed(ellipse(0, 34, 300, 190), 650, 700, turn_deg=-12), skin, "round")
    face = placed(ellipse(0, 0, 292, 168), 650, 690, turn_deg=-12)
    e.add(face, flesh, "plane")
    for row in range(-2, 3):
        for col in range(-3, 4):
            x, y = 82 * col + (row % 2) * 12, 68 * row
            if (x / 268) ** 2 + (y / 150) ** 2 < 0.86:
                cube = placed(
                    traced(
                        f"{x - 36},{y - 26} {x},{y - 36} "
                        f"{x + 36},{y - 26} {x + 34},{y + 26} "
                        f"{x},{y + 32} {x - 34},{y + 26}"
                    ),
                    650,
                    690,
                    turn_deg=-12,
                )
                e.inside(cube, flesh, "round", e.light(*cube.bounds.center, 30, 22, 0.4))
    return e.sketch(1000, 960, 905, (560, 560))


def pumpkin(request: MotifRequest) -> Sketch:
    """Return a ribbed pumpkin; carved with a face if "carved" or "halloween" is asked for."""
    e = Easel(request)
    skin = e.local("#E57F26", 0.03)
    t = e.tones(skin)
    e.group = "pumpkin"
    for dx, rx in ((-270, 190), (270, 190), (-150, 220), (150, 220), (0, 210)):
        rib = ellipse(500 + dx, 580 - (20 if abs(dx) < 200 else 0), rx, 330 - abs(dx) * 0.2)
        e.add(rib, skin.shifted(lightness=-0.00012 * abs(dx)), "round",
              e.shadow(500 + dx + 90, 830, 200, 150, skin, 0.5))  # fmt: skip
    e.group = "stalk"
    e.add(
        blob(
            (430, 280),
            (470, 200),
            (480, 120),
            (560, 70, 0),
            (610, 110, 0),
            (552, 160),
            (560, 220),
            (590, 290),
            (500, 306),
        ),
        e.local("#6E7F3A", 0.03),
        "tube",
    )
    e.extend(leaf_parts((560, 260), (800, 160), 130, e.local(_GREEN), -0.2))
    if request.has("carved", "halloween"):
        glow = e.local("#FFD45C", 0)
        e.group = "face"
        for path in (
            traced("330,440! 430,540! 270,560!"),
            traced("670,440! 570,540! 730,560!"),
            traced("500,580! 540,640! 460,640!"),
            traced(
                "270,660! 350,690 390,740! 430,704 500,716! 560,704 610,744! 650,692 730,660! "
                "690,780 560,840 440,840 310,780"
            ),
        ):
            e.inside(path, glow, "plane", line_color=t.deep)
    return e.sketch(1000, 960, 905, (500, 580), contact=Box(250, 880, 500, 40))


def mushroom(request: MotifRequest) -> Sketch:
    """Return a large mushroom and a small one."""
    e = Easel(request)
    cap, stem = e.local("#A8683F", 0.04), e.local("#F6EBD8", 0.02)
    for k, (x, y, s) in enumerate(((700, 500, 0.62), (400, 330, 1.0))):
        e.group = f"mushroom {k}"

        def at(
            dx: float, dy: float, x: float = x, y: float = y, s: float = s
        ) -> tuple[float, float]:
            return x + dx * s, y + dy * s

        body = blob(
            at(-92, 60),
            at(-80, 300),
            at(-130, 520),
            at(0, 580),
            at(130, 520),
            at(80, 300),
            at(92, 60),
        )
        e.add(body, stem, "tube", e.shadow(*at(20, 90), 150 * s, 110 * s, stem, 0.7))
        under = ellipse(x, y + 86 * s, 300 * s, 76 * s)
        e.add(under, e.tones(stem).shade, "plane", lines=tuple(
            curve(at(0, 60), at(dx, 90 + 60 * (1 - abs(dx) / 300)))
            for dx in (-260, -190, -110, -40, 40, 110, 190, 260)),
            line_color=e.tones(stem).deep, line_width=4)  # fmt: skip
        dome = blob(
            (*at(-330, 96), 0),
            at(-320, -60),
            at(-200, -210),
            at(0, -260),
            at(200, -210),
            at(320, -60),
            (*at(330, 96), 0),
            at(180, 60),
            at(0, 46),
            at(-180, 60),
        )
        e.add(dome, cap, "round", e.light(*at(-130, -130), 130 * s, 80 * s, 0.6))
        for dx, dy, r in (
            (-190, -40, 40),
            (-40, -150, 52),
            (130, -60, 44),
            (240, 20, 26),
            (40, 0, 30),
        ):
            spot = ellipse(*at(dx, dy), r * s, r * 0.74 * s)
            e.inside(intersection(spot, dome), stem, "round", outline=False)
    return e.sketch(1000, 960, 910, (420, 330), contact=Box(290, 880, 540, 36))


def crab(request: MotifRequest) -> Sketch:
    """Return a steamed crab seen from above, claws raised."""
    e = Easel(request)
    shell = e.local("#E0642C", 0.02)
    t = e.tones(shell)
    e.group = "legs"
    for k, (knee, foot, y) in enumerate(
        (
            ((130, 520), (40, 640), 560),
            ((140, 620), (56, 760), 620),
            ((190, 710), (120, 860), 670),
            ((270, 770), (230, 900), 700),
        )
    ):
        leg = ribbon([(330, y), knee, foot], (54, 46, 10))
        e.add(leg, shell.shifted(lightness=-0.02 * k), "tube")
        e.add(mirrored(leg, 500), shell.shifted(lightness=-0.02 * k), "tube")
    e.group = "claws"
    arm = ribbon([(320, 500), (170, 420), (150, 300)], (70, 66, 60))
    claw = blob(
        (120, 330),
        (60, 220),
        (100, 90),
        (220, 30, 0),
        (180, 130),
        (196, 190, 0),
        (250, 130),
        (290, 90, 0),
        (300, 220),
        (230, 330),
    )
    for path in (arm, claw):
        e.add(path, shell, "round")
        e.add(mirrored(path, 500), shell, "round")
    fluff = e.local("#6B4A2C", 0.02)
    for side in (0, 1):
        tuft = traced("130,300 176,268 236,284 262,330 200,352 146,344")
        e.add(mirrored(tuft, 500) if side else tuft, fluff, "round")
    e.group = "shell"
    body = traced(
        "500,380 640,386 760,440 800,540 760,680 640,770 "
        "500,790 360,770 240,680 200,540 240,440 360,386"
    )
    e.add(
        body,
        shell,
        "round",
        e.shadow(600, 740, 300, 130, shell, 0.6),
        e.light(400, 470, 160, 60, 0.6),
    )
    e.strokes(
        t.deep,
        9,
        curve((430, 540), (420, 620), (460, 690)),
        curve((570, 540), (580, 620), (540, 690)),
        curve((300, 560), (350, 600), (360, 660)),
        curve((700, 560), (650, 600), (640, 660)),
    )
    for x in (430, 570):
        e.add(ribbon([(x, 400), (x + (x - 500) * 0.2, 330)], (24, 22)), shell, "tube")
        e.add(circle(x + (x - 500) * 0.22, 318, 27), e.local("#231A18", 0), "round",
              e.light(x - 8, 308, 8, 8, 1))  # fmt: skip
    return e.sketch(1000, 950, 905, (500, 560), floats=True)


def shrimp(request: MotifRequest) -> Sketch:
    """Return a curled prawn with its fan of a tail."""
    e = Easel(request)
    shell = e.local("#F07A4C", 0.02)
    t = e.tones(shell)
    e.group = "feelers"
    e.strokes(
        t.shade,
        9,
        curve((700, 250), (860, 130), (980, 150)),
        curve((690, 230), (760, 70), (900, 20)),
        curve((720, 290), (880, 260), (990, 320)),
    )
    e.group = "tail"
    for turn in (-40, -8, 26):
        fan = placed(
            blob((0, 0, 0), (70, -50), (190, -46), (210, 0), (190, 46), (70, 50)),
            470,
            800,
            turn_deg=turn,
        )
        e.add(
            fan,
            shell,
            "plane",
            lines=(placed(curve((30, 0), (180, 0)), 470, 800, turn_deg=turn),),
            line_color=t.deep,
            line_width=6,
        )
    e.group = "legs"
    for x, y in ((580, 350), (510, 350), (440, 380), (390, 440)):
        e.add(ribbon([(x, y), (x + 66, y + 60), (x + 50, y + 130)], (30, 24, 6)), shell, "tube")
    e.group = "body"
    outer = ribbon(
        [(690, 270), (520, 220), (330, 280), (220, 440), (220, 620), (320, 760), (480, 806)],
        (150, 216, 236, 226, 196, 150, 84),
        spacing=16,
    )
    e.add(outer, shell, "round", e.light(380, 260, 170, 90, 0.6))
    for a, b in (((480, 122), (530, 330)), ((310, 176), (420, 350)), ((170, 300), (336, 420)),
                 ((104, 480), (318, 510)), ((116, 660), (300, 594)), ((222, 800), (336, 680)),
                 ((360, 866), (420, 752))):  # fmt: skip
        bend = ((a[0] + b[0]) / 2 - 26, (a[1] + b[1]) / 2 - 4)
        e.strokes(t.deep, 8, curve(a, bend, b))
    e.group = "head"
    head = blob(
        (540, 130), (700, 150), (860, 250, 0), (780, 300), (700, 356), (560, 346), (500, 240)
    )
    e.add(head, shell, "round", e.light(620, 190, 120, 50, 0.6))
    e.inside(circle(716, 232, 30), e.local("#231A18", 0), "round", e.light(708, 222, 9, 9, 1))
    return e.sketch(1020, 960, 910, (560, 300), floats=True)
