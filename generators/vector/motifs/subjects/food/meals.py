"""Meals: noodle bowl, dumplings, burger."""

from __future__ import annotations

import math

from compositor.geometry import Box
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import circle, ellipse, rounded_rectangle
from generators.vector.motifs.easel import Easel
from generators.vector.motifs.forms import blob, curve, d, lathe, placed, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import down
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.subjects.tea.ware import steam

__all__ = ["burger", "dumpling", "noodle_bowl"]


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
