"""Meals: noodle bowl, dumplings, burger, bread, croissant, ice cream."""

from __future__ import annotations

import math

from compositor.geometry import Box
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import circle, ellipse, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, lathe, placed, ribbon, scallop
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, down
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.subjects.tea import steam

__all__ = ["bread", "burger", "croissant", "dumpling", "ice_cream", "noodle_bowl"]


def noodle_bowl(request: MotifRequest) -> Sketch:
    """Return a bowl of noodle soup with an egg, greens and chopsticks."""
    e = Easel(request)
    ware, broth, noodle = e.main(), e.local("#C9772F"), e.local("#F3D28A", 0.04)
    t, n = e.tones(ware), e.tones(noodle)
    e.extend(steam(480, 230, 170, e.palette.muted))
    e.group = "bowl"
    bowl = lathe([(400, 420, 0), (372, 560), (270, 720), (170, 790), (160, 840, 0)], 500)
    e.add(
        bowl, ware, "tube", e.shadow(560, 820, 320, 120, ware), e.light(280, 520, 60, 130, 0.5)
    )
    band = intersection(
        bowl, d("M60 500C300 560 700 560 940 500L940 548C700 608 300 608 60 548Z")
    )
    e.inside(band, e.palette.accent, "tube")
    e.add(ellipse(500, 420, 402, 92), t.light, "plane")
    e.inside(ellipse(500, 424, 366, 76), broth, "plane", e.shadow(420, 370, 360, 60, broth))
    e.group = "noodles"
    mound = blob(
        (190, 432),
        (250, 372),
        (400, 340),
        (560, 338),
        (700, 362),
        (780, 410),
        (760, 448),
        (640, 478),
        (460, 486),
        (280, 470),
    )
    e.inside(mound, n.shade, "plane", e.shadow(520, 480, 300, 50, noodle))
    for i in range(13):
        x = 206 + i * 44
        dip = 26 * math.sin(i * 1.3)
        line = [
            (x, 440 - abs(i - 6) * 2),
            (x + 40, 374 + dip * 0.4),
            (x + 110, 392 + dip),
            (x + 150, 452 - abs(i - 6) * 2),
        ]
        e.inside(
            ribbon(line, (9, 15, 15, 9)),
            noodle if i % 2 else n.light,
            "plane",
            outline=i % 2 == 0,
        )
    e.group = "toppings"
    white = e.local("#FFF9EE", 0)
    e.inside(placed(ellipse(0, 0, 92, 66), 640, 392, turn_deg=-12), white, "round")
    e.inside(
        placed(ellipse(0, 0, 50, 38), 646, 394, turn_deg=-12),
        e.local("#F0A02C", 0),
        "round",
        e.light(632, 380, 20, 14, 0.9),
    )
    meat = e.local("#D98368")
    for x, y, turn in ((310, 404, 14), (372, 426, -6)):
        e.inside(
            placed(ellipse(0, 0, 84, 50), x, y, turn_deg=turn),
            meat,
            "round",
            lines=(placed(ellipse(0, 2, 54, 28), x, y, turn_deg=turn),),
            line_color=e.tones(meat).light,
            line_width=7,
        )
    green = e.local("#6FA34A", 0.05)
    for x, y in ((470, 360), (520, 380), (486, 404), (550, 356), (438, 390), (560, 412)):
        e.inside(
            circle(x, y, 15),
            green,
            "round",
            lines=(circle(x, y, 6),),
            line_color=e.tones(green).light,
            line_width=4,
        )
    e.group = "chopsticks"
    wood = e.local("#8A4B32")
    for shift in (0, 46):
        e.add(
            ribbon(
                [(560 + shift, 410), (760 + shift * 0.6, 220), (980 + shift * 0.2, 30 + shift)],
                (9, 15, 21),
            ),
            wood,
            "plane",
        )
    return e.sketch(1040, 900, 840, (500, 420))


def dumpling(request: MotifRequest) -> Sketch:
    """Return dumplings in a bamboo steamer."""
    e = Easel(request)
    wood, dough = e.local("#D9A86A"), e.local("#FBF3E4", 0.03)
    w, t = e.tones(wood), e.tones(dough)
    e.extend(steam(500, 240, 170, e.palette.muted))
    e.group = "steamer"
    side = d("M80 480L80 640C80 760 920 760 920 640L920 480Z")
    e.add(
        side,
        wood,
        "tube",
        down(
            Box(0, 480, 10, 260),
            [
                (0, w.deep.with_opacity(0.2)),
                (0.5, w.deep.with_opacity(0)),
                (1, w.deep.with_opacity(0.5)),
            ],
        ),
        lines=(
            curve((82, 580), (300, 664), (500, 676), (700, 664), (918, 580)),
            curve((82, 610), (300, 694), (500, 706), (700, 694), (918, 610)),
        ),
        line_width=5,
    )
    e.add(ellipse(500, 480, 420, 128), w.light, "plane")
    e.inside(
        ellipse(500, 484, 384, 108),
        w.shade,
        "plane",
        e.shadow(500, 420, 360, 70, wood),
        fine=tuple(curve((130 + 74 * i, 440 - 0), (140 + 74 * i, 540)) for i in range(11)),
        line_color=w.deep.with_opacity(0.4),
    )
    e.group = "dumplings"
    body = blob(
        (-122, 40),
        (-100, -30),
        (-40, -70),
        (0, -80),
        (40, -70),
        (100, -30),
        (122, 40),
        (70, 74),
        (0, 82),
        (-70, 74),
    )
    crest = blob(
        (-104, -26),
        (-84, -64),
        (-60, -52),
        (-46, -92),
        (-22, -70),
        (0, -104),
        (20, -72),
        (46, -92),
        (58, -54),
        (86, -64),
        (104, -26),
        (56, -56),
        (0, -66),
        (-56, -56),
    )
    for x, y in ((500, 400), (300, 446), (700, 446), (396, 512), (604, 512)):
        e.add(
            placed(body, x, y),
            dough,
            "round",
            e.shadow(x + 50, y + 70, 120, 60, dough, 0.7),
            e.light(x - 40, y - 20, 50, 34, 0.9),
            lines=tuple(
                placed(curve((s * 18, -62), (s * 22, -30), (s * 34, -4)), x, y)
                for s in (-3, -1, 1, 3)
            ),
            line_color=t.shade,
            line_width=5,
        )
        e.add(placed(crest, x, y), t.light, "plane")
    return e.sketch(1000, 800, 730, (500, 450))


def burger(request: MotifRequest) -> Sketch:
    """Return a tall burger: bun, cheese, patty, lettuce, tomato."""
    e = Easel(request)
    bun, meat = e.local("#D98E3F", 0.06), e.local("#6E3B26", 0.05)
    b = e.tones(bun)
    e.group = "bottom bun"
    e.add(
        blob(
            (140, 690, 0),
            (860, 690, 0),
            (872, 740),
            (830, 820),
            (700, 840),
            (300, 840),
            (170, 820),
            (128, 740),
        ),
        bun,
        "plane",
        e.shadow(600, 850, 400, 90, bun),
    )
    e.group = "lettuce"
    green = e.local("#7DB343", 0.04)
    wave = [(120 + 36 * i, 668 + (34 if i % 2 else 0) + 8 * math.sin(i * 2)) for i in range(22)]
    e.add(
        blob((110, 640), (500, 610), (890, 640), *reversed(wave)),
        green,
        "plane",
        e.shadow(500, 630, 400, 24, green),
    )
    e.group = "patty"
    e.add(
        rounded_rectangle(Box(116, 560, 768, 100), 50),
        meat,
        "plane",
        e.shadow(640, 660, 360, 60, meat),
        e.light(280, 580, 120, 18, 0.3),
    )
    e.group = "cheese"
    cheese = e.local("#F6B73C", 0)
    e.add(
        d("M130 540L870 540L900 566L790 582L700 650L610 578L420 584L300 668L210 580L100 566Z"),
        cheese,
        "plane",
        e.shadow(500, 545, 380, 20, cheese, 0.5),
    )
    e.group = "tomato"
    red = e.local("#DB4632", 0)
    for x in (150, 400, 650):
        e.add(
            rounded_rectangle(Box(x, 500, 210, 44), 22),
            red,
            "plane",
            e.light(x + 50, 510, 50, 8, 0.6),
        )
    e.group = "top bun"
    top = blob(
        (118, 500, 0),
        (130, 380),
        (230, 260),
        (400, 196),
        (600, 196),
        (770, 260),
        (870, 380),
        (882, 500, 0),
        (800, 522),
        (500, 530),
        (200, 522),
    )
    e.add(
        top,
        bun,
        "round",
        e.light(340, 290, 190, 80, 0.55),
        e.shadow(700, 500, 300, 110, bun),
        e.shadow(500, 540, 400, 50, bun, 0.5),
    )
    seed = e.local("#FBE8C0", 0)
    for x, y, turn in (
        (330, 270, -30),
        (440, 236, 10),
        (560, 250, 30),
        (660, 300, 50),
        (400, 326, -10),
        (530, 330, 20),
        (270, 350, -40),
        (740, 380, 40),
        (620, 400, 10),
        (470, 410, -15),
        (340, 430, -20),
    ):
        e.inside(
            placed(
                blob((0, -17), (9, 0), (6, 13), (0, 16), (-6, 13), (-9, 0)), x, y, turn_deg=turn
            ),
            seed,
            "plane",
            outline=True,
        )
    e.strokes(b.glow, 5, only=())
    return e.sketch(1000, 880, 840, (500, 480))


def croissant(request: MotifRequest) -> Sketch:
    """Return a croissant, horns down, baked in bands."""
    e = Easel(request)
    crust = e.local("#D58B3C", 0.05)
    t = e.tones(crust)
    bands = (
        (
            blob(
                (60, 640), (96, 560), (190, 500), (260, 560), (230, 660), (150, 730), (84, 720)
            ),
            0.0,
        ),
        (
            blob(
                (940, 640),
                (904, 560),
                (810, 500),
                (740, 560),
                (770, 660),
                (850, 730),
                (916, 720),
            ),
            -0.03,
        ),
        (
            blob(
                (170, 520),
                (260, 390),
                (360, 360),
                (420, 470),
                (360, 600),
                (250, 650),
                (190, 600),
            ),
            0.02,
        ),
        (
            blob(
                (830, 520),
                (740, 390),
                (640, 360),
                (580, 470),
                (640, 600),
                (750, 650),
                (810, 600),
            ),
            -0.02,
        ),
        (
            blob(
                (330, 420),
                (400, 310),
                (500, 284),
                (600, 310),
                (670, 420),
                (640, 560),
                (500, 610),
                (360, 560),
            ),
            0.03,
        ),
    )
    for path, lift in bands:
        c, box = crust.shifted(lightness=lift), path.bounds
        lines = tuple(
            curve(
                (box.x + box.width * s, box.y + box.height * 0.2),
                (box.x + box.width * (0.5 + (s - 0.5) * 1.25), box.center.y),
                (box.x + box.width * (0.5 + (s - 0.5) * 1.1), box.bottom - box.height * 0.16),
            )
            for s in (0.3, 0.5, 0.7)
        )
        e.add(
            path,
            c,
            "round",
            e.light(
                box.x + 0.36 * box.width,
                box.y + 0.26 * box.height,
                0.34 * box.width,
                0.2 * box.height,
                0.6,
            ),
            e.shadow(
                box.center.x + 30, box.bottom, 0.6 * box.width, 0.36 * box.height, c, 0.85
            ),
            fine=lines,
            line_color=t.deep.with_opacity(0.35),
            line_width=6,
        )
    return e.sketch(1000, 780, 720, (500, 440))


def bread(request: MotifRequest) -> Sketch:
    """Return a scored country loaf and two slices."""
    e = Easel(request)
    crust, crumb = e.local("#BF7A3A", 0.05), e.local("#F7E3BF", 0)
    e.group = "loaf"
    loaf = blob(
        (150, 600),
        (130, 470),
        (220, 330),
        (420, 260),
        (640, 270),
        (800, 350),
        (860, 480),
        (840, 620),
        (720, 680),
        (480, 696),
        (250, 680),
    )
    e.add(
        loaf,
        crust,
        "round",
        e.light(380, 340, 200, 80, 0.5),
        e.shadow(640, 690, 360, 150, crust),
    )
    for x in (320, 460, 600):
        cut = blob(
            (x - 30, 560, 0), (x - 6, 440), (x + 56, 330, 0), (x + 44, 450), (x + 10, 560)
        )
        e.inside(cut, crumb, "plane", e.shadow(x + 30, 470, 20, 110, crumb, 0.5))
    e.group = "slices"
    piece = blob(
        (-150, 120),
        (-162, 0),
        (-180, -70),
        (-120, -140),
        (0, -156),
        (120, -140),
        (180, -70),
        (162, 0),
        (150, 120),
        (120, 148),
        (-120, 148),
    )
    for x, y, turn in ((690, 620, 12), (560, 650, -4)):
        e.add(placed(piece, x, y, turn_deg=turn), crust, "plane")
        e.inside(
            placed(piece, x, y, turn_deg=turn, scale=0.87),
            crumb,
            "plane",
            e.shadow(x + 60, y + 90, 130, 90, crumb, 0.3),
            outline=False,
            fine=tuple(
                placed(ellipse(dx, dy, 9, 6), x, y, turn_deg=turn)
                for dx, dy in ((-60, -50), (30, -80), (70, 10), (-20, 30), (-80, 70), (40, 90))
            ),
            line_color=e.tones(crumb).deep,
            line_width=3,
        )
    return e.sketch(1000, 860, 800, (520, 520))


def ice_cream(request: MotifRequest) -> Sketch:
    """Return two scoops on a waffle cone."""
    e = Easel(request)
    cone = e.local("#DDA25A", 0.03)
    t = e.tones(cone)
    e.group = "cone"
    body = d("M250 520L550 520L424 966C414 994 386 994 376 966Z")
    waffle = [d(f"M{250 + 60 * i} 520L{480 + 40 * i} 960") for i in range(-3, 6)] + [
        d(f"M{550 - 60 * i} 520L{320 - 40 * i} 960") for i in range(-3, 6)
    ]
    lines = []
    for line in waffle:
        pts = [p for p in _dense(line) if _inside_cone(p)]
        if len(pts) > 1:
            lines.append(
                d(f"M{pts[0][0]:.1f} {pts[0][1]:.1f}L{pts[-1][0]:.1f} {pts[-1][1]:.1f}")
            )
    e.add(
        body,
        cone,
        "tube",
        e.shadow(400, 520, 170, 80, cone, 0.8),
        lines=tuple(lines),
        line_color=t.deep.with_opacity(0.55),
        line_width=4,
    )
    for (x, y, r), color in (((400, 250, 150), e.palette.accent2), ((400, 420, 186), e.main())):
        e.group = "scoop"
        tint = color.mixed(WHITE, 0.25)
        ball = scallop(
            (x, y), (r, r * 0.86), bumps=13, depth=0.22, rng=request.rng(61 + int(y))
        )
        drip = blob(
            (x - r * 0.98, y + r * 0.3),
            (x - r * 0.8, y + r * 0.78),
            (x - r * 0.5, y + r * 0.56),
            (x - r * 0.2, y + r * 0.86),
            (x + r * 0.1, y + r * 0.6),
            (x + r * 0.42, y + r * 0.94),
            (x + r * 0.66, y + r * 0.58),
            (x + r * 0.98, y + r * 0.3),
            (x, y),
        )
        e.add(drip, tint, "plane")
        e.add(
            ball,
            tint,
            "round",
            e.light(x - 60, y - 70, 60, 44, 0.9),
            e.shadow(x + 70, y + 110, 150, 100, tint),
        )
    e.group = "topping"
    cherry = e.local("#C8323A", 0)
    e.strokes(e.local("#5C7A3A"), 7, curve((410, 96), (424, 50), (470, 24)))
    e.add(circle(404, 120, 44), cherry, "round", e.light(388, 104, 16, 12, 0.95))
    for i in range(14):
        x, y = 300 + (i * 71) % 210, 196 + (i * 53) % 130
        stick = rounded_rectangle(Box(-14, -4, 28, 8), 4)
        e.inside(
            placed(stick, x, y, turn_deg=i * 47),
            (e.palette.accent, e.palette.primary, WHITE)[i % 3],
            "matte",
            outline=False,
        )
    e.gleam(
        body,
        across(
            body.bounds,
            [
                (0, WHITE.with_opacity(0.3)),
                (0.3, WHITE.with_opacity(0)),
                (1, WHITE.with_opacity(0)),
            ],
        ),
    )
    return e.sketch(800, 1020, 990, (400, 330), floats=True)


def _dense(line: object) -> list[tuple[float, float]]:
    (x1, y1), (x2, y2) = line.points()  # type: ignore[attr-defined]  # a path of one line
    return [(x1 + (x2 - x1) * i / 60, y1 + (y2 - y1) * i / 60) for i in range(61)]


def _inside_cone(p: tuple[float, float]) -> bool:
    share = (p[1] - 520) / 460
    return 0 <= share <= 1 and abs(p[0] - 400) <= 146 * (1 - share)
