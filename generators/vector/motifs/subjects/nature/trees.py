"""Trees: a round broadleaf, bamboo, a Christmas tree, a cactus."""

from __future__ import annotations

import math

from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.easel import Easel
from generators.vector.motifs.forms import blob, curve, placed, ribbon, scallop, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.subjects.flowers.foliage import leaf_parts

__all__ = ["bamboo", "cactus", "christmas_tree", "tree"]


def tree(request: MotifRequest) -> Sketch:
    """Return an old broadleaf tree with a full crown."""
    e = Easel(request)
    green, bark = e.local("#5B944C", 0.06), e.local("#7A553A", 0.04)
    e.group = "trunk"
    trunk = blob(
        (330, 950, 0),
        (420, 880),
        (440, 740),
        (430, 560),
        (500, 480),
        (570, 560),
        (560, 740),
        (580, 880),
        (680, 950, 0),
        (560, 930),
        (500, 950),
        (440, 930),
    )
    e.add(
        trunk,
        bark,
        "tube",
        lines=(curve((470, 900), (480, 740), (474, 620)), curve((530, 880), (524, 760))),
        line_color=e.tones(bark).deep,
        line_width=7,
    )
    e.add(ribbon([(500, 660), (400, 560), (330, 520)], (46, 36, 26)), bark, "tube")
    e.add(ribbon([(510, 640), (620, 560), (690, 510)], (44, 34, 24)), bark, "tube")
    e.group = "crown"
    for x, y, r, tone in (
        (270, 430, 190, -0.07),
        (730, 430, 190, -0.08),
        (500, 470, 190, -0.1),
        (360, 280, 190, 0.0),
        (640, 280, 190, -0.02),
        (500, 220, 190, 0.05),
    ):
        mass = green.shifted(lightness=tone)
        puff = scallop((x, y), (r, r * 0.84), bumps=11, depth=0.34)
        e.add(
            puff,
            mass,
            "round",
            e.light(x - 60, y - 70, 110, 80, 0.28),
            e.shadow(x + 60, y + 120, 180, 100, mass, 0.5),
        )
        e.strokes(
            e.tones(mass).deep,
            6,
            *(
                curve((x + dx - 20, y + dy), (x + dx, y + dy + 16), (x + dx + 22, y + dy))
                for dx, dy in ((-70, -20), (30, -60), (70, 40))
            ),
        )
    return e.sketch(1000, 1000, 955, (500, 330), contact=ellipse(500, 948, 210, 24).bounds)


def bamboo(request: MotifRequest) -> Sketch:
    """Return three canes of bamboo with leaves."""
    e = Easel(request)
    green = e.local("#6F9F4C", 0.06)
    e.group = "canes"
    for x, lean, w, tone in ((690, 60, 54, -0.06), (300, -40, 60, -0.02), (480, 20, 76, 0.03)):
        cane, t = green.shifted(lightness=tone), e.tones(green.shifted(lightness=tone))
        for k in range(5):
            y0, y1 = 980 - 196 * k, 980 - 196 * (k + 1) + 8
            x0, x1 = x + lean * k / 4, x + lean * (k + 1) / 4
            h = w / 2
            part = traced(
                f"{x0 - h},{y0}! {x0 - h * 0.9},{(y0 + y1) / 2} {x1 - h},{y1}! {x1 + h},{y1}! "
                f"{x1 + h * 0.9},{(y0 + y1) / 2} {x0 + h},{y0}!"
            )
            e.add(part, cane, "tube")
            e.add(
                blob((x1 - h * 1.12, y1), (x1, y1 + 12), (x1 + h * 1.12, y1), (x1, y1 - 12)),
                t.light,
                "plane",
            )
    e.group = "twigs"
    for base, tips in (
        ((500, 420), ((760, 300), (820, 430), (700, 520))),
        ((484, 620), ((240, 500), (170, 620), (270, 720))),
        ((280, 300), ((80, 170), (60, 300), (160, 400))),
        ((730, 230), ((930, 110), (960, 240), (880, 340))),
    ):
        for k, tip in enumerate(tips):
            e.extend(leaf_parts(base, tip, 58, green.shifted(lightness=-0.03 * k), 0.06))
    return e.sketch(1000, 1010, 985, (490, 480), contact=ellipse(490, 980, 290, 20).bounds)


def christmas_tree(request: MotifRequest) -> Sketch:
    """Return a fir with baubles, a garland and a star."""
    e = Easel(request)
    green = e.local("#2F7A4D", 0.06)
    gold = e.local("#F2C04A", 0.02)
    e.group = "trunk"
    e.add(traced("440,840! 560,840! 570,950! 430,950!"), e.local("#7A4F33", 0.03), "tube")
    tiers = (
        "500,430! 700,700 880,860! 740,884 620,860 500,890 380,860 260,884 120,860! 300,700",
        "500,270! 660,490 800,640! 680,662 590,640 500,668 410,640 320,662 200,640! 340,490",
        "500,120! 610,290 720,420! 620,442 560,422 500,446 440,422 380,442 280,420! 390,290",
    )
    for k, text in enumerate(tiers):
        e.group = f"tier {k}"
        tone = green.shifted(lightness=0.03 * k)
        path = traced(text)
        box = path.bounds
        e.add(
            path,
            tone,
            "plane",
            e.shadow(600, box.bottom, 320, 120, tone, 0.5),
            e.light(420, box.y + 140, 90, 100, 0.25),
        )
        snow = e.local("#FDFDFD", 0)
        wave = ribbon(
            [
                (box.x + 40, box.bottom - 60),
                (500, box.bottom - 96),
                (box.right - 40, box.bottom - 150),
            ],
            (14, 18, 14),
        )
        e.inside(intersection(wave, path), gold, "tube", outline=False)
        for j, share in enumerate((0.2, 0.42, 0.62, 0.82)):
            x = box.x + share * box.width
            y = box.bottom - 36 - 44 * math.sin(math.pi * share)
            tint = (e.palette.accent, e.local("#D2413A", 0.02), gold, snow)[(j + k) % 4]
            e.inside(circle(x, y, 25), tint, "round", e.light(x - 8, y - 9, 9, 8, 0.9))
    e.group = "star"
    points = []
    for k in range(10):
        a, r = math.radians(-90 + 36 * k), 84 if k % 2 == 0 else 38
        points.append((500 + r * math.cos(a), 116 + r * math.sin(a), 0))
    e.add(blob(*points), gold, "round", e.light(480, 90, 40, 34, 0.8))
    return e.sketch(1000, 990, 950, (500, 400), contact=ellipse(500, 944, 130, 20).bounds)


def cactus(request: MotifRequest) -> Sketch:
    """Return a cactus with two arms and a flower, in a pot."""
    e = Easel(request)
    green, pot = e.local("#5C9A63", 0.06), e.main()
    t = e.tones(green)
    e.group = "cactus"
    for dots, w in (
        (((300, 300), (290, 470), (400, 520), (500, 520)), (110, 116, 110, 100)),
        (((720, 220), (736, 400), (640, 460), (500, 460)), (104, 112, 104, 96)),
    ):
        e.add(ribbon(dots, w), green, "round")
    stem = ribbon([(500, 150), (500, 420), (500, 720)], (190, 220, 210))
    e.add(stem, green, "tube")
    e.strokes(
        t.deep, 6, *(curve((x, 130 + abs(x - 500) * 0.5), (x, 680)) for x in (450, 500, 550))
    )
    prick = [
        curve((x - 12, y - 8), (x, y), (x + 12, y - 8))
        for x in (424, 476, 526, 578)
        for y in range(200, 660, 92)
    ]
    e.strokes(t.glow, 5, *prick)
    e.group = "flower"
    for k in range(6):
        e.add(
            placed(ellipse(0, -48, 28, 48), 500, 116, turn_deg=-75 + 30 * k),
            e.palette.accent,
            "round",
        )
    e.group = "pot"
    e.add(traced("310,690! 690,690! 650,950! 500,966 350,950!"), pot, "tube")
    e.add(traced("280,640! 720,640! 712,716! 288,716!"), e.tones(pot).light, "tube")
    return e.sketch(1000, 1000, 960, (500, 400))
