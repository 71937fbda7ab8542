"""Market: a crate heaped with vegetables and fruit, and single ones of them."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.geometry import Box
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import circle, ellipse, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, leaf, placed, ribbon, scallop, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import down
from generators.vector.motifs.sketch import Sketch

__all__ = ["chili", "market_basket", "strawberry", "watermelon"]


def market_basket(request: MotifRequest) -> Sketch:
    """Return a slatted crate: leaves behind, roots and fruits heaped over its edge."""
    e = Easel(request)
    wood = e.local("#C68B4F", 0.04)
    e.group = "back"
    e.add(rounded_rectangle(Box(150, 560, 800, 180), 16), e.tones(wood).deep, "plane")
    e.group = "leaves"
    _leek(e, 250, 560, -14)
    _leek(e, 330, 540, -2)
    _carrot(e, 880, 380, 24)
    _carrot(e, 800, 350, 10)
    _lettuce(e, 560, 350, 190)
    _broccoli(e, 330, 470, 120)
    _baguette(e, 706, 380, 16)
    e.group = "fruit"
    _aubergine(e, 820, 560, 64)
    _pepper(e, 660, 560, e.local("#F2B632", 0.02))
    _pepper(e, 470, 570, e.local("#DF4B34", 0.02))
    _apple(e, 250, 600, 84, e.local("#8DB843", 0.03))
    _tomato(e, 370, 630, 84)
    _tomato(e, 560, 650, 74)
    _lemon(e, 716, 656)
    _tomato(e, 836, 650, 70)
    e.group = "crate"
    front = rounded_rectangle(Box(120, 690, 860, 270), 14)
    e.add(front, e.tones(wood).deep, "plane")
    for index in range(3):
        y = 690 + index * 92
        board = rounded_rectangle(Box(120, y, 860, 80), 10)
        grain = tuple(
            curve((140, y + 14 + 14 * k), (420, y + 20 + 12 * k), (960, y + 12 + 15 * k))
            for k in range(5)
        )
        e.inside(
            board,
            wood,
            "plane",
            down(Box(120, y, 860, 80), [(0, e.tones(wood).light), (1, e.tones(wood).base)]),
            e.shadow(550, 690, 460, 60 if index == 0 else 1, wood, 0.5),
            fine=grain,
            line_color=e.tones(wood).shade.with_opacity(0.5),
            line_width=2.5,
        )
    for x in (120, 910):
        post = rounded_rectangle(Box(x, 676, 70, 290), 10)
        e.inside(post, e.tones(wood).light, "plane")
        for y in (730, 822, 914):
            e.inside(circle(x + 35, y, 8), e.tones(wood).deep, "plane")
    tag = rounded_rectangle(Box(440, 778, 220, 104), 12)
    e.inside(tag, e.local("#FFF6E2", 0), "plane")
    leafy = e.local("#5E9B4A", 0.1)
    e.inside(leaf((480, 850), (620, 800), 56, 0.1)[0], leafy, "plane")
    return e.sketch(1100, 1010, 966, (560, 560), contact=Box(120, 950, 860, 30))


def _leek(e: Easel, x: float, y: float, turn: float) -> None:
    green = e.local("#6FA653", 0.05)
    blades = ((-34, -300, 0), (8, -360, 1), (46, -290, 0))
    for tip_x, tip_y, light in blades:
        blade = ribbon([(0, 40), (tip_x * 0.4, tip_y * 0.5), (tip_x, tip_y)], (46, 54, 44, 8))
        tone = e.tones(green).light if light else green
        e.add(placed(blade, x, y, turn_deg=turn), tone, "tube")


def _carrot(e: Easel, x: float, y: float, turn: float) -> None:
    green, orange = e.local("#4F9446", 0.04), e.local("#F0842E", 0.02)
    for dx, tip in ((-60, -250), (-20, -290), (24, -270), (62, -220)):
        stem = ribbon([(0, 0), (dx * 0.3, tip * 0.5), (dx, tip)], (16, 14, 10))
        e.add(placed(stem, x, y, turn_deg=turn), green, "plane")
        for k in range(5):
            share = 0.45 + 0.12 * k
            reach = 54 - 7 * k
            for side in (-1, 1):
                at = (dx * share**1.4, tip * share)
                tip_at = (at[0] + side * reach, at[1] - reach * 0.7)
                tuft = leaf(at, tip_at, 26, 0.1)[0]
                e.add(placed(tuft, x, y, turn_deg=turn), e.tones(green).base, "plane")
    root = traced("0,-30! 52,-20 62,40 44,200 10,330 0,360 -10,330 -44,200 -62,40 -52,-20")
    body = placed(root, x, y, turn_deg=turn)
    rings = tuple(
        placed(curve((-50 + 6 * k, 30 + 52 * k), (-8, 40 + 52 * k)), x, y, turn_deg=turn)
        for k in range(4)
    )
    e.add(body, orange, "tube", lines=rings, line_color=e.tones(orange).deep, line_width=4)


def _lettuce(e: Easel, x: float, y: float, radius: float) -> None:
    green = e.local("#7DB54A", 0.04)
    t = e.tones(green)
    rng = e.request.rng(3)
    for ring, (share, tone) in enumerate(
        ((1.0, t.shade), (0.82, t.base), (0.62, t.light), (0.4, t.glow))
    ):
        cloud = scallop(
            (x, y + 30 * ring), (radius * share, radius * 0.86 * share),
            bumps=11 - ring, depth=0.75, rng=rng,
        )  # fmt: skip
        e.add(cloud, tone, "round", solid=ring == 0)
    for a in range(-4, 5):
        turn = math.radians(-90 + a * 19)
        reach = radius * (0.92 - 0.02 * abs(a))
        end = (x + reach * math.cos(turn), y + 40 + reach * math.sin(turn))
        e.strokes(t.glow, 5, curve((x, y + 150), ((x + end[0]) / 2, end[1] + 70), end))


def _broccoli(e: Easel, x: float, y: float, radius: float) -> None:
    green = e.local("#3F8446", 0.04)
    rng = e.request.rng(5)
    e.add(traced(f"{x - 40},{y + 20}! {x + 40},{y + 20}! {x + 26},{y + 150}! "
                 f"{x - 26},{y + 150}!"), e.local("#9CC06A", 0.02), "tube")  # fmt: skip
    for dx, dy, r in ((-62, 10, 62), (62, 14, 60), (-30, -50, 64), (36, -46, 66), (0, 8, 70)):
        k = radius / 120
        place = (x + dx * k, y + dy * k)
        cloud = scallop(place, (r * k, r * 0.86 * k), bumps=10, depth=0.8, rng=rng)
        buds = tuple(
            circle(place[0] + float(rng.uniform(-0.6, 0.6)) * r * k,
                   place[1] + float(rng.uniform(-0.6, 0.5)) * r * k, 5)
            for _ in range(9)
        )  # fmt: skip
        e.add(
            cloud, green, "round", fine=buds,
            line_color=e.tones(green).light, line_width=4,
        )  # fmt: skip


def _baguette(e: Easel, x: float, y: float, turn: float) -> None:
    crust = e.local("#D79A52", 0.02)
    loaf = traced("-58,300 -62,0 -46,-240 0,-290 46,-240 62,0 58,300")
    e.add(placed(loaf, x, y, turn_deg=turn), crust, "tube")
    for k in range(5):
        cut = traced(f"-44,{190 - 92 * k} 0,{150 - 92 * k} 46,{110 - 92 * k} "
                     f"40,{140 - 92 * k} 0,{178 - 92 * k} -36,{212 - 92 * k}")  # fmt: skip
        e.inside(placed(cut, x, y, turn_deg=turn), e.local("#F8DDA6", 0), "plane")


def _aubergine(e: Easel, x: float, y: float, turn: float) -> None:
    purple = e.local("#5B3470", 0.03)
    body = traced("-40,-130 0,-150 40,-130 64,-40 92,70 60,150 0,170 -60,150 -92,70 -64,-40")
    e.add(placed(body, x, y, turn_deg=turn), purple, "round")
    shine = placed(traced("-44,-60 -30,-66 -40,40 -58,70 -62,30"), x, y, turn_deg=turn)
    e.gleam(shine, e.light(x, y, 160, 160, 0.55))
    cap = traced("0,-196! 18,-160 50,-112! 24,-122 0,-92! -24,-122 -50,-112! -18,-160")
    e.add(placed(cap, x, y, turn_deg=turn), e.local("#5E8F4A", 0.03), "plane")


def _pepper(e: Easel, x: float, y: float, color: Color) -> None:
    t = e.tones(color)
    for side in (-1, 1):
        lobe = blob((x, y - 84), (x + side * 70, y - 96), (x + side * 118, y - 30),
                    (x + side * 96, y + 80), (x + side * 48, y + 116), (x, y + 96))  # fmt: skip
        e.add(lobe, color, "round")
    e.add(traced(f"{x - 44},{y - 80} {x},{y - 92} {x + 44},{y - 80} {x + 56},{y + 40} "
                 f"{x},{y + 124} {x - 56},{y + 40}"), color, "tube")  # fmt: skip
    e.gleam(ellipse(x - 66, y - 30, 18, 46), e.light(x - 66, y - 30, 20, 50, 0.85))
    e.strokes(t.deep, 3, curve((x - 46, y - 66), (x - 58, y + 10), (x - 34, y + 84)))
    green = e.local("#5C9440", 0.03)
    e.add(ellipse(x, y - 86, 44, 16), e.tones(green).shade, "plane")
    e.add(ribbon([(x, y - 84), (x + 4, y - 128), (x + 26, y - 152)], (30, 24, 28)), green)


def _apple(e: Easel, x: float, y: float, r: float, color: Color) -> None:
    body = blob((x, y - r * 0.8), (x + r * 0.6, y - r), (x + r, y - r * 0.2),
                (x + r * 0.7, y + r * 0.8), (x, y + r * 0.86), (x - r * 0.7, y + r * 0.8),
                (x - r, y - r * 0.2), (x - r * 0.6, y - r))  # fmt: skip
    e.add(body, color, "round", e.light(x - r * 0.4, y - r * 0.4, r * 0.3, r * 0.24, 0.7))
    e.add(ribbon([(x, y - r * 0.7), (x + 6, y - r * 1.25)], (9, 12)), e.local("#6B4A2C", 0))


def _tomato(e: Easel, x: float, y: float, r: float) -> None:
    red = e.local("#E0402F", 0.02)
    e.add(
        ellipse(x, y, r, r * 0.9), red, "round",
        e.light(x - 0.36 * r, y - 0.38 * r, 0.3 * r, 0.2 * r, 0.85),
    )  # fmt: skip
    green = e.local("#4F8F43", 0.03)
    for k in range(5):
        sepal = leaf((0, 0), (0, -0.56 * r), 0.2 * r, 0.12)[0]
        turned = placed(sepal, x + 0.06 * r, y - 0.62 * r, turn_deg=72 * k + 12)
        e.add(turned, green, "plane", solid=False)


def _lemon(e: Easel, x: float, y: float) -> None:
    yellow = e.local("#F5CF3E", 0.01)
    fruit = traced("-104,0 -84,-14 -40,-62 40,-62 84,-16 106,-4 86,16 40,62 -40,62 -84,16")
    e.add(placed(fruit, x, y, turn_deg=-14), yellow, "round", e.light(x - 30, y - 30, 40, 22))


def watermelon(request: MotifRequest) -> Sketch:
    """Return a wedge of watermelon before a half."""
    e = Easel(request)
    rind, flesh = e.local("#3E8E4C", 0.03), e.local("#EF4B54", 0.03)
    dark = e.local("#2B2022", 0)
    e.group = "half"
    e.add(circle(420, 480, 360), rind, "round")
    e.inside(ellipse(470, 486, 306, 342), e.local("#EAF3CF", 0), "plane")
    e.inside(ellipse(474, 488, 282, 318), flesh, "round")
    rng = e.request.rng(2)
    for ring, count in ((0.42, 9), (0.7, 15)):
        for k in range(count):
            a = 2 * math.pi * (k + float(rng.uniform(-0.15, 0.15))) / count
            at = (474 + 282 * ring * math.cos(a), 488 + 318 * ring * math.sin(a))
            seed = leaf((0, -18), (0, 18), 18)[0]
            e.inside(placed(seed, *at, turn_deg=math.degrees(a) + 90), dark, "round")
    e.group = "wedge"
    e.add(d("M470 840C600 980 900 960 1010 760L1030 800C920 1010 560 1010 440 860Z"), rind)
    e.add(d("M486 826C610 960 890 940 996 750L1010 760C900 960 600 980 470 840Z"), WHITE)
    cut = d("M690 420L486 826C610 950 890 940 996 750Z")
    e.add(cut, flesh, "plane", e.light(660, 560, 120, 160, 0.28))
    for x, y, turn in ((650, 700, 10), (740, 620, -8), (780, 780, -14), (870, 720, -30),
                       (610, 810, 16), (700, 560, 0)):  # fmt: skip
        e.inside(placed(leaf((0, -20), (0, 20), 20)[0], x, y, turn_deg=turn), dark, "round")
    return e.sketch(1080, 1000, 950, (560, 500), contact=Box(240, 920, 700, 34))


def strawberry(request: MotifRequest) -> Sketch:
    """Return a strawberry, and a cut one before it."""
    e = Easel(request)
    red, green = e.local("#E2363F", 0.03), e.local("#5C9A45", 0.03)
    body = traced("0,-250 190,-270 320,-150 310,40 180,270 0,400 -180,270 -310,40 "
                  "-320,-150 -190,-270")  # fmt: skip
    e.group = "whole"
    whole = placed(body, 420, 480, turn_deg=-8)
    e.add(whole, red, "round", e.light(320, 360, 110, 90, 0.6))
    for row in range(6):
        for k in range(6 - row % 2):
            at = (-250 + 100 * k + 50 * (row % 2), -150 + 84 * row)
            seed = placed(leaf((0, -17), (0, 17), 20)[0], *at)
            inside = intersection(placed(seed, 420, 480, turn_deg=-8), whole)
            if inside.bounds.height > 26:
                e.inside(inside, e.local("#FFDF8A", 0), "plane")
    for k in range(7):
        sepal = leaf((0, 0), (0, -210), 86, 0.12)[0]
        turn = -110 + 37 * k
        e.add(placed(sepal, 405, 232, turn_deg=turn), green, "plane", solid=True)
    e.add(ribbon([(405, 230), (398, 150), (430, 90)], (34, 28, 30)), green, "tube")
    e.group = "cut"
    half = placed(body, 760, 700, turn_deg=24, scale=0.66)
    e.add(half, red, "plane")
    e.inside(placed(body, 760, 700, turn_deg=24, scale=0.58), e.local("#F77A78", 0), "plane")
    e.inside(placed(body, 752, 700, turn_deg=24, scale=0.3), e.local("#FFE9DF", 0), "plane")
    for k in range(4):
        sepal = leaf((0, 0), (0, -110), 46, 0.1)[0]
        e.add(placed(sepal, 832, 520, turn_deg=-60 + 48 * k), green, "plane")
    return e.sketch(1040, 1000, 950, (440, 480), contact=Box(330, 905, 560, 40))


def chili(request: MotifRequest) -> Sketch:
    """Return two plump red chillies crossed, and a slice of one."""
    e = Easel(request)
    red, green = e.local("#D9291F", 0.03), e.local("#4E8A3B", 0.03)
    pods = (
        (((700, 270), (640, 430), (480, 590), (250, 690), (90, 680)), (150, 186, 176, 104, 6),
         ((720, 230), (790, 150), (880, 130)), red.shifted(lightness=-0.05)),
        (((330, 260), (360, 450), (480, 640), (690, 790), (900, 810)), (160, 200, 190, 112, 6),
         ((320, 220), (270, 120), (180, 80)), red),
    )  # fmt: skip
    for index, (spine, widths, stalk, color) in enumerate(pods):
        e.group = f"pod {index}"
        path = ribbon(spine, widths, spacing=16)
        e.add(
            path, color, "round", e.shadow(spine[3][0], spine[3][1] + 60, 260, 130, color, 0.5)
        )
        side = [(x - 34, y + 6) for x, y in spine[:4]]
        shine = ribbon(side, (6, 26, 18, 4))
        e.gleam(shine, e.light(*shine.bounds.center, 120, 190, 0.95))
        e.add(ribbon(stalk, (40, 32, 44)), green, "tube")
        (x, y), (nx, ny) = spine[0], spine[1]
        turn = math.degrees(math.atan2(ny - y, nx - x)) - 90
        cap = traced(
            "-96,40 -88,-30 -40,-64 40,-64 88,-30 96,40 60,14 34,62 0,20 -34,62 -60,14"
        )
        e.add(placed(cap, x, y, turn_deg=turn), green, "round")
    return e.sketch(1000, 900, 860, (480, 500), floats=True)
