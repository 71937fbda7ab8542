"""Sport: a runner, balls, a medal, a day at the beach."""

from __future__ import annotations

import math
from itertools import pairwise

from compositor.color import Color
from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse, regular_polygon, star
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along, down
from generators.vector.motifs.sketch import Sketch

__all__ = ["basketball", "beach_set", "football", "medal", "runner"]


def runner(request: MotifRequest) -> Sketch:
    """Return a runner in full stride to the right, wind behind."""
    e = Easel(request)
    skin, hair = e.local("#D99A72", 0.02), e.local("#2C2228", 0.02)
    shirt, shorts, shoe = e.palette.primary, e.local("#23242E", 0.05), e.palette.accent
    e.group = "wind"
    for y, x, length in ((300, 20, 200), (420, -10, 150), (560, 40, 210), (690, 0, 130)):
        streak = ribbon([(x + 20, y), (x + 20 + length, y - 12)], (2, 12, 3))
        e.add(streak, e.palette.accent, "matte", solid=False)
    e.group = "far limbs"
    far = e.tones(skin).shade
    e.add(ribbon([(560, 340), (660, 430), (770, 400)], (66, 56, 40)), far, "tube")
    e.add(ribbon([(470, 590), (340, 690), (330, 720)], (112, 92, 76)), far, "tube")
    e.add(ribbon([(335, 690), (210, 700), (130, 650)], (76, 70, 42)), far, "tube")
    _shoe(e, 112, 636, 118, e.tones(shoe).shade)
    e.group = "near leg"
    e.add(ribbon([(500, 580), (640, 640), (724, 690)], (124, 108, 84)), skin, "tube")
    e.add(ribbon([(716, 680), (700, 800), (740, 920)], (84, 78, 44)), skin, "tube")
    _shoe(e, 744, 940, 10, shoe)
    e.group = "shorts"
    e.add(
        traced("400,540! 560,530! 690,610 700,680! 590,710! 500,650 420,720! 330,690! 380,610"),
        shorts,
        "plane",
    )
    e.group = "torso"
    torso = traced("470,270! 560,250 640,300 620,400 570,550! 400,556! 400,440 430,340")
    e.add(torso, shirt, "plane", e.light(470, 330, 60, 110, 0.35),
          lines=(curve((452, 330), (470, 420), (440, 540)),))  # fmt: skip
    bib = placed(d("M-70 -50L70 -50L70 50L-70 50Z"), 510, 420, turn_deg=10)
    e.inside(bib, WHITE, "plane")
    e.inside(placed(d("M-44 -20L44 -20L44 -6L-44 -6Z"), 510, 424, turn_deg=10), shorts, "matte")
    e.group = "head"
    e.add(ribbon([(560, 290), (600, 210)], (72, 64)), far, "tube")
    e.add(ellipse(620, 150, 80, 94), skin, "round")
    e.add(traced("694,166 712,178 690,192"), skin, "plane", solid=False, outline=False)
    e.add(
        traced("520,170! 536,80 610,36 690,60 706,110 660,104 610,120 590,170 560,216 530,210"),
        hair,
        "plane",
    )
    e.add(ribbon([(540, 130), (470, 120), (400, 170), (360, 150)], (40, 52, 40, 8)), hair)
    e.add(ribbon([(548, 118), (620, 92), (700, 112)], (26, 28, 24)), e.palette.accent, "plane")
    e.strokes(hair, 6, curve((662, 148), (672, 142), (682, 148)))
    e.group = "near arm"
    e.add(ribbon([(490, 320), (390, 440), (360, 470)], (80, 66, 58)), skin, "tube")
    e.add(ribbon([(364, 470), (470, 510), (560, 470)], (58, 52, 36)), skin, "tube")
    e.add(circle(572, 462, 32), skin, "round")
    e.add(ribbon([(520, 300), (470, 344), (440, 384)], (104, 98, 92)), shirt, "plane")
    return e.sketch(880, 1020, 970, (560, 420), contact=Box(640, 954, 200, 26))


def _shoe(e: Easel, x: float, y: float, turn: float, color: Color) -> None:
    upper = traced("-58,-44! -20,-46 20,-20 92,-4 104,18! -64,20! -66,-10")
    e.add(placed(upper, x, y, turn_deg=turn), color, "plane")
    sole = traced("-66,14! 106,12! 104,34 70,40 -50,40 -68,34")
    e.add(placed(sole, x, y, turn_deg=turn), WHITE, "plane")


def basketball(request: MotifRequest) -> Sketch:
    """Return a basketball, its seams turned a little."""
    e = Easel(request)
    skin, dark = e.local("#E47A2E", 0.03), e.local("#2A1D18", 0)
    ball = circle(500, 500, 440)
    e.add(ball, skin, "round", e.light(340, 320, 190, 140, 0.5))
    seams = (
        curve((90, 620), (420, 520), (900, 320)), curve((330, 94), (480, 460), (640, 918)),
        curve((120, 290), (330, 380), (390, 640), (250, 860)),
        curve((760, 144), (640, 330), (690, 560), (916, 640)),
    )  # fmt: skip
    e.strokes(dark, 15, *seams)
    rng = e.request.rng(1)
    grain = []
    for _ in range(260):
        a, r = float(rng.uniform(0, 2 * math.pi)), 425 * math.sqrt(float(rng.uniform(0, 1)))
        grain.append(circle(500 + r * math.cos(a), 500 + r * math.sin(a), 3))
    e.inside(
        Path(),
        skin,
        "matte",
        fine=tuple(grain),
        line_color=e.tones(skin).deep.with_opacity(0.4),
        line_width=3,
    )
    return e.sketch(1000, 980, 942, (500, 500), contact=Box(340, 926, 320, 30))


def football(request: MotifRequest) -> Sketch:
    """Return a football of pentagons."""
    e = Easel(request)
    white, dark = e.local("#FAFAF8", 0), e.local("#22242C", 0.05)
    ball = circle(500, 500, 440)
    e.add(ball, white, "round", e.shadow(640, 700, 380, 340, white, 0.5))
    patch = regular_polygon(0, 0, 140, 5)
    e.inside(placed(patch, 480, 470, turn_deg=8), dark, "plane")
    for k in range(5):
        a = math.radians(-82 + 72 * k)
        near = (480 + 138 * math.cos(a), 470 + 138 * math.sin(a))
        far = (480 + 262 * math.cos(a), 470 + 262 * math.sin(a))
        e.strokes(e.tones(white).deep, 8, d(f"M{near[0]} {near[1]}L{far[0]} {far[1]}"))
        out = placed(regular_polygon(0, 0, 140, 5), 480 + 390 * math.cos(a),
                     470 + 390 * math.sin(a), turn_deg=math.degrees(a) + 8)  # fmt: skip
        e.inside(intersection(out, ball), dark, "plane")
        b = math.radians(-46 + 72 * k)
        mid = (480 + 330 * math.cos(b), 470 + 330 * math.sin(b))
        e.strokes(e.tones(white).deep, 8, d(f"M{far[0]} {far[1]}L{mid[0]} {mid[1]}"))
        c = math.radians(-10 + 72 * k)
        nxt = (480 + 262 * math.cos(c), 470 + 262 * math.sin(c))
        e.strokes(e.tones(white).deep, 8, d(f"M{nxt[0]} {nxt[1]}L{mid[0]} {mid[1]}"))
    e.gleam(ball, e.light(330, 300, 180, 140, 0.7))
    return e.sketch(1000, 980, 942, (500, 500), contact=Box(340, 926, 320, 30))


def medal(request: MotifRequest) -> Sketch:
    """Return a gold medal on a striped ribbon."""
    e = Easel(request)
    gold = e.local("#E8B84A", 0.02)
    t = e.tones(gold)
    e.group = "ribbon"
    for outline, color in (
        ("M180 40L400 40L560 470L420 520Z", e.palette.primary),
        ("M820 40L600 40L440 470L580 520Z", e.tones(e.palette.primary).shade),
    ):
        e.add(d(outline), color, "plane")
    e.inside(d("M262 40L318 40L506 490L462 504Z"), WHITE, "plane")
    e.inside(d("M738 40L682 40L494 490L538 504Z"), e.tones(WHITE).shade, "plane")
    e.group = "medal"
    e.add(difference(circle(500, 500, 58), circle(500, 500, 34)), t.shade, "metal")
    disc = circle(500, 740, 240)
    e.add(disc, gold, "matte", along((330, 560), (680, 930), [
        (0, t.glow), (0.3, t.base), (0.46, t.glow), (0.6, t.base), (1, t.deep)]))  # fmt: skip
    e.inside(difference(circle(500, 740, 210), circle(500, 740, 196)), t.deep, "matte")
    e.inside(star(500, 740, 120, 54, 5), t.glow, "plane", e.shadow(540, 790, 80, 60, gold, 0.4))
    for k in range(14):
        for side in (-1, 1):
            a = math.radians(90 + side * (20 + 10.5 * k))
            frond = traced("0,-18! 9,0 0,18! -9,0")
            at = (500 + 166 * math.cos(a), 740 + 166 * math.sin(a))
            e.inside(placed(frond, *at, turn_deg=math.degrees(a) + side * 30), t.shade, "plane")
    return e.sketch(1000, 1000, 980, (500, 740), floats=True)


def beach_set(request: MotifRequest) -> Sketch:
    """Return a parasol on a hump of sand with a ball, a board and a starfish."""
    e = Easel(request)
    sand = e.local("#F1D7A2", 0.02)
    p = e.palette
    e.group = "board"
    board = placed(
        traced("0,-400! 92,-220 104,40 80,300 0,380! -80,300 -104,40 -92,-220"),
        900,
        560,
        turn_deg=14,
    )
    e.add(board, p.accent2, "plane")
    e.inside(intersection(board, placed(d("M-26 -420L26 -420L26 400L-26 400Z"), 900, 560,
                                        turn_deg=14)), WHITE, "plane")  # fmt: skip
    e.group = "pole"
    e.add(d("M486 180L514 176L640 900L610 904Z"), e.local("#F6F2EA", 0.02), "tube")
    e.group = "parasol"
    cone = (480.0, 120.0)
    rim = [(90.0, 520.0), (250.0, 480.0), (430.0, 446.0), (620.0, 424.0), (790.0, 420.0),
           (930.0, 430.0)]  # fmt: skip
    for k, (a, b) in enumerate(pairwise(rim)):
        sag = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 30)
        bulge = [
            ((cone[0] * 0.55 + q[0] * 0.45), (cone[1] * 0.55 + q[1] * 0.45) - 70)
            for q in (a, b)
        ]
        panel = blob((*cone, 0), bulge[1], (*b, 0), sag, (*a, 0), bulge[0])
        tone = (p.primary, e.local("#FFF8EA", 0))[k % 2]
        shade = e.tones(tone)
        e.add(panel, tone, "matte", along((90, 300), (930, 420), [
            (0, shade.glow), (0.4, shade.base), (1, shade.shade)]))  # fmt: skip
    e.add(circle(478, 108, 20), p.accent, "round")
    e.group = "sand"
    dune = blob((20, 960, 0), (180, 880), (420, 836), (700, 850), (960, 890), (1120, 960, 0))
    e.add(
        dune,
        sand,
        "matte",
        down(dune.bounds, [(0, e.tones(sand).glow), (1, e.tones(sand).shade)]),
    )
    e.group = "ball"
    ball = circle(300, 800, 120)
    e.add(ball, WHITE, "round")
    for k, tone in enumerate((p.primary, p.accent, p.accent2)):
        wedge = traced("0,0! 60,-60 60,-130! 0,-150 -40,-130! -20,-60")
        e.inside(
            intersection(placed(wedge, 280, 770, turn_deg=120 * k + 20), ball), tone, "plane"
        )
    e.gleam(ball, e.shadow(350, 870, 120, 100, WHITE, 0.4), e.light(256, 750, 50, 40, 0.8))
    e.group = "star"
    e.add(
        placed(star(0, 0, 74, 34, 5), 720, 880, turn_deg=12), e.local("#F2714F", 0.03), "plane"
    )
    return e.sketch(1140, 1000, 954, (520, 440), contact=Box(60, 944, 1020, 22))
