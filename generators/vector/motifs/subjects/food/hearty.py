"""Hearty food: pizza, sushi, fried chicken, skewers, steak."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.geometry import Box
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import circle, ellipse, rounded_rectangle
from generators.vector.motifs.easel import Easel
from generators.vector.motifs.forms import blob, curve, placed, ribbon, scallop, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.subjects.flowers.foliage import leaf_parts

__all__ = ["fried_chicken", "pizza", "skewers", "steak", "sushi"]


def pizza(request: MotifRequest) -> Sketch:
    """Return a slice of pizza with salami and basil, its cheese running over."""
    e = Easel(request)
    crust, cheese = e.local("#D9994C", 0.02), e.local("#F8C94F", 0.02)
    sauce, salami = e.local("#C2402B", 0.02), e.local("#B9352C", 0.02)
    e.group = "slice"
    e.add(traced("130,270! 500,196 870,270! 520,936! 492,936!"), sauce, "plane")
    melt = traced(
        "150,262! 500,200 850,262! 742,500 736,590 "
        "708,604 690,560 640,670 596,740 590,836 566,850 "
        "548,800 512,906! 488,906! 430,786 424,720 "
        "396,700 376,706 320,580 312,640 286,640 270,520"
    )
    e.add(melt, cheese, "plane", e.light(360, 330, 230, 130, 0.6),
          e.shadow(620, 700, 170, 210, cheese, 0.4))  # fmt: skip
    e.group = "salami"
    for x, y, r in ((340, 392, 88), (610, 372, 92), (500, 590, 82), (700, 300, 40)):
        disc = intersection(scallop((x, y), (r * 0.95, r * 0.88), bumps=13, depth=0.1), melt)
        dots = tuple(
            circle(x + dx * r, y + dy * r, 6)
            for dx, dy in ((-0.4, -0.2), (0.3, -0.35), (0.1, 0.3), (-0.2, 0.45), (0.5, 0.15))
        )
        e.inside(disc, salami, "round", e.light(x - 26, y - 34, 44, 30, 0.5), lines=dots,
                 line_color=e.tones(salami).glow, line_width=7)  # fmt: skip
    green = e.local("#4E8F3F", 0.03)
    for a, b in (((450, 470), (380, 540)), ((452, 474), (540, 444)), ((520, 720), (470, 780))):
        e.extend(leaf_parts(a, b, 52, green, 0.1))
    e.group = "crust"
    e.add(
        ribbon(
            [(108, 276), (300, 196), (500, 172), (700, 196), (892, 276)],
            (96, 118, 122, 118, 96),
        ),
        crust,
        "round",
        e.light(400, 150, 300, 40, 0.7),
    )
    return e.sketch(1000, 980, 940, (500, 450), floats=True)


def sushi(request: MotifRequest) -> Sketch:
    """Return a salmon nigiri before two maki rolls on a wooden board."""
    e = Easel(request)
    rice, nori = e.local("#FBF8F1", 0.01), e.local("#24342E", 0.03)
    salmon, wood = e.local("#F0805A", 0.02), e.local("#C79A62", 0.04)
    e.group = "board"
    for x in (170, 760):
        e.add(rounded_rectangle(Box(x, 770, 90, 70), 8), e.tones(wood).shade, "plane")
    e.add(
        rounded_rectangle(Box(60, 706, 900, 84), 16),
        wood,
        "plane",
        fine=(
            curve((90, 740), (400, 748), (930, 736)),
            curve((90, 766), (500, 762), (930, 770)),
        ),
        line_color=e.tones(wood).shade,
        line_width=5,
    )
    e.group = "rolls"
    for x, tint in ((660, "#F0805A"), (846, "#8DB255")):
        side = rounded_rectangle(Box(x - 120, 470, 240, 246), 60)
        e.add(side, nori, "tube")
        e.add(ellipse(x, 480, 122, 66), nori, "plane")
        e.inside(scallop((x, 480), (104, 52), bumps=16, depth=0.22), rice, "plane")
        core = e.local(tint, 0.02)
        e.inside(ellipse(x - 8, 480, 46, 25), core, "round")
        e.inside(ellipse(x + 34, 474, 24, 14), e.local("#F7C948", 0.02), "round")
    e.group = "nigiri"
    block = traced(
        "110,560 140,470 300,440 470,470 520,560 530,660 480,712 300,722 130,712 86,650"
    )
    e.add(
        block,
        rice,
        "round",
        fine=tuple(
            placed(
                ellipse(0, 0, 17, 7),
                140 + (k * 67) % 360,
                600 + (k * 41) % 92,
                turn_deg=(k * 53) % 70 - 35,
            )
            for k in range(17)
        ),
        line_color=e.tones(rice).deep,
        line_width=3,
    )
    top = traced(
        "58,560 96,440 260,370 430,386 556,470 590,566 560,606 470,566 300,540 150,566 86,604"
    )
    e.add(top, salmon, "round", e.light(250, 420, 180, 50, 0.6))
    for k in range(6):
        x = 130 + 80 * k
        stripe = ribbon([(x + 46, 376), (x + 12, 470), (x + 20, 580)], (10, 15, 8))
        e.inside(intersection(stripe, top), e.tones(salmon).glow, "plane", outline=False)
    e.inside(
        intersection(
            traced("286,360! 366,366! 376,730! 272,730!"),
            blob(
                (276, 372, 0),
                (330, 366),
                (372, 376, 0),
                (384, 560),
                (378, 722, 0),
                (268, 722, 0),
                (262, 560),
            ),
        ),
        nori,
        "plane",
    )
    return e.sketch(1020, 880, 840, (330, 540), contact=Box(170, 820, 680, 34))


def fried_chicken(request: MotifRequest) -> Sketch:
    """Return two crisp drumsticks crossed, one before the other."""
    e = Easel(request)
    gold, bone = e.local("#D88A33", 0.02), e.local("#FBF3E3", 0.02)
    for k, (x, y, turn, tone) in enumerate(
        ((620, 440, 34, gold.shifted(lightness=-0.05)), (410, 430, -30, gold))
    ):
        e.group = f"leg {k}"
        e.add(placed(ribbon([(0, 120), (0, 290), (0, 420)], (62, 52, 58)), x, y, turn_deg=turn),
              bone, "tube")  # fmt: skip
        for side in (-1, 1):
            e.add(placed(circle(side * 34, 436, 44), x, y, turn_deg=turn), bone, "round")
        fleshy = blob(
            (0, -330),
            (120, -310),
            (206, -190),
            (200, -50),
            (130, 90),
            (80, 190),
            (0, 220),
            (-80, 190),
            (-130, 90),
            (-200, -50),
            (-206, -190),
            (-120, -310),
        )
        crust = placed(fleshy, x, y, turn_deg=turn)
        t = e.tones(tone)
        e.add(crust, tone, "round", e.shadow(x + 90, y + 90, 240, 220, tone, 0.55))
        rng = request.rng(11 + k)
        for _ in range(26):
            a, r = rng.uniform(0, 2 * math.pi), rng.uniform(0.1, 0.92)
            at = (170 * r * math.cos(a), -110 + 180 * r * math.sin(a))
            size = float(rng.uniform(15, 30))
            crumb = placed(
                scallop(at, (size, size * 0.8), bumps=5, depth=0.4), x, y, turn_deg=turn
            )
            e.inside(crumb, t.light if rng.uniform() > 0.4 else t.shade, "round", outline=False)
        curls = tuple(
            placed(curve((dx - 30, dy), (dx, dy - 24), (dx + 34, dy - 4)), x, y, turn_deg=turn)
            for dx, dy in (
                (-80, -200),
                (50, -230),
                (-30, -90),
                (96, -110),
                (-60, 40),
                (30, 100),
            )
        )
        e.strokes(t.deep.mixed(tone, 0.3), 6, *curls)
    return e.sketch(1000, 960, 900, (420, 380), floats=True)


def skewers(request: MotifRequest) -> Sketch:
    """Return three skewers of meat, pepper and mushroom, fanned."""
    e = Easel(request)
    wood, char = e.local("#D2A566", 0.02), e.local("#7E3B22", 0.02)
    kinds = ("#A9522D", "#5E9B45", "#B85C33", "#E3B23C", "#9C4A2A", "#C63A2C")
    for k, (turn, x) in enumerate(((-20, 300), (20, 700), (0, 500))):
        e.group = f"skewer {k}"
        e.add(
            placed(
                traced("-11,-500! 0,-540! 11,-500! 11,430! -11,430!"), x, 540, turn_deg=turn
            ),
            wood,
            "tube",
        )
        for n in range(5):
            tint = e.local(kinds[(n * 2 + k) % 6], 0.02)
            meat = kinds[(n * 2 + k) % 6] in ("#A9522D", "#B85C33", "#9C4A2A")
            w, y = (94 if meat else 86), -330 + 128 * n
            shape = traced(
                f"{-w},-44 {-w * 0.6},-66 {w * 0.5},-64 {w},-38 {w * 0.96},42 {w * 0.5},64 "
                f"{-w * 0.6},62 {-w * 0.96},36"
            )
            put = placed(shape.moved(0, y), x, 540, turn_deg=turn)
            stripes = (
                tuple(
                    placed(
                        curve((-46 + 42 * s, y - 44), (-34 + 42 * s, y + 42)),
                        x,
                        540,
                        turn_deg=turn,
                    )
                    for s in range(3)
                )
                if meat
                else ()
            )
            e.add(
                put,
                tint,
                "round",
                lines=stripes,
                line_color=char.mixed(tint, 0.25),
                line_width=10,
            )
    return e.sketch(1000, 1060, 1000, (500, 500), floats=True)


def steak(request: MotifRequest) -> Sketch:
    """Return a T-bone steak with grill marks, rosemary on it."""
    e = Easel(request)
    fat, meat = e.local("#F6E3CC", 0.02), e.local("#B04A38", 0.02)
    t = e.tones(meat)
    e.group = "plate"
    plate = e.local("#FAF8F3", 0.02)
    e.add(ellipse(510, 560, 480, 330), plate, "round")
    e.inside(ellipse(510, 552, 380, 250), e.tones(plate).shade, "plane", outline=False)
    e.inside(ellipse(510, 556, 372, 243), plate, "plane")
    e.group = "steak"
    rim = traced(
        "180,470 230,330 400,270 600,280 770,350 840,480 800,620 690,690 560,660 470,700 "
        "330,720 220,630"
    )
    e.add(rim.moved(8, 26), e.tones(e.local("#8A3427", 0.02)).shade, "plane")
    e.add(rim, fat, "plane")
    face = traced(
        "212,476 258,350 408,300 598,310 748,372 806,484 770,600 684,656 566,626 462,668 "
        "338,684 246,614"
    )
    e.inside(
        face,
        meat,
        "round",
        e.shadow(640, 620, 300, 140, meat, 0.5),
        e.light(400, 380, 170, 80, 0.35),
    )
    e.inside(
        intersection(
            traced(
                "480,296! 540,300! 530,420 560,480 700,470! 720,520! 560,540 520,640! "
                "470,650! 492,500 470,410"
            ),
            face,
        ),
        fat,
        "plane",
    )
    for k in range(5):
        x = 286 + 110 * k
        mark = intersection(
            ribbon([(x - 10, 330), (x - 60, 480), (x - 100, 640)], (26, 30, 26)), face
        )
        e.inside(mark, t.deep.mixed(Color.from_hex("#2A1410"), 0.5), "plane", outline=False)
    e.group = "rosemary"
    green = e.local("#5F7F4A", 0.03)
    e.add(ribbon([(560, 640), (660, 560), (800, 500)], (10, 10, 6)), green, "tube")
    for k in range(9):
        x, y = 580 + 24 * k, 622 - 15 * k
        for side in (-1, 1):
            e.add(
                ribbon([(x, y), (x + 20 + side * 6, y + side * 40 - 14)], (6, 15, 4)),
                green,
                "plane",
            )
    e.gleam(face, e.light(330, 420, 60, 40, 0.5), e.light(640, 380, 80, 30, 0.4))
    return e.sketch(1020, 930, 890, (480, 480))
