"""Festive and money: lantern, gift, envelope, coin, ribbon rosette, heart."""

from __future__ import annotations

import math

from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle, star
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, placed
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, down, glow
from generators.vector.motifs.sketch import LabelPlace, Sketch

__all__ = ["coin", "envelope", "gift", "heart", "lantern", "rosette"]


def lantern(request: MotifRequest) -> Sketch:
    """Return a round silk lantern with a tassel, lit from within."""
    e = Easel(request)
    silk, gold = e.local("#D2342C", 0.12), e.local("#E6B84C", 0)
    t = e.tones(silk)
    warm = e.local("#FFD27A", 0)
    e.gleam(circle(450, 410, 430), glow((450, 410), (430, 430), warm, 0.4))
    e.strokes(gold, 7, d("M450 20L450 130"))
    e.group = "tassel"
    threads = tuple(
        curve((420 + 12 * i, 790), (416 + 13 * i, 880), (408 + 15 * i, 980)) for i in range(6)
    )
    e.strokes(silk, 8, *threads)
    e.add(circle(450, 740, 28), gold, "round")
    e.add(rounded_rectangle(Box(414, 764, 72, 40), 12), gold, "plane")
    e.strokes(gold, 6, d("M450 690L450 720"))
    e.group = "silk"
    body = ellipse(450, 410, 330, 262)
    e.add(
        body,
        silk,
        "matte",
        glow((450, 420), (330, 262), warm, 0.75),
        across(
            body.bounds,
            [
                (0, t.deep.with_opacity(0.8)),
                (0.25, t.deep.with_opacity(0)),
                (0.7, t.deep.with_opacity(0)),
                (1, t.deep.with_opacity(0.85)),
            ],
        ),
        e.light(330, 290, 100, 70, 0.4),
    )
    ribs = [ellipse(450, 410, rx, 262) for rx in (238, 140, 46)]
    e.strokes(t.deep.with_opacity(0.6), 4, *ribs)
    e.strokes(
        gold,
        4,
        curve((130, 350), (450, 330), (770, 350)),
        curve((130, 470), (450, 490), (770, 470)),
    )
    e.group = "caps"
    for y, flip in ((136, 1), (640, -1)):
        cap = d(
            f"M330 {y + 24 + 22 * flip}L350 {y + 24 - 22 * flip}"
            f"L550 {y + 24 - 22 * flip}L570 {y + 24 + 22 * flip}Z"
        )
        e.add(cap, gold, "metal")
    text = LabelPlace(box=Box(290, 300, 320, 220), color=gold, max_size=210)
    return e.sketch(900, 1000, 990, (450, 410), floats=True, label=text)


def gift(request: MotifRequest) -> Sketch:
    """Return a wrapped box with a full bow."""
    e = Easel(request)
    paper, band = e.main(), e.palette.accent
    t, b = e.tones(paper), e.tones(band)
    e.group = "box"
    body = rectangle(Box(170, 430, 560, 430))
    e.add(
        body,
        paper,
        "plane",
        e.shadow(450, 430, 300, 60, paper, 0.9),
        e.shadow(720, 760, 200, 240, paper, 0.4),
    )
    spots = [ellipse(220 + (i * 101) % 470, 510 + (i * 73) % 310, 13, 13) for i in range(20)]
    for spot in spots:
        if abs(spot.bounds.center.x - 450) > 80:
            e.inside(spot, t.light, "matte", outline=False)
    e.inside(rectangle(Box(396, 430, 108, 430)), band, "tube")
    e.group = "lid"
    e.add(rounded_rectangle(Box(136, 340, 628, 110), 14), t.light, "plane")
    e.inside(rectangle(Box(390, 340, 120, 110)), band, "tube")
    e.group = "bow"
    for s in (-1, 1):
        tail = blob(
            (450, 330, 0),
            (450 + s * 90, 380),
            (450 + s * 190, 440),
            (450 + s * 214, 500, 0),
            (450 + s * 150, 480),
            (450 + s * 110, 524, 0),
            (450 + s * 60, 430),
        )
        e.add(tail, b.shade, "plane")
        loop = blob(
            (450, 320, 0),
            (450 + s * 70, 200),
            (450 + s * 190, 130),
            (450 + s * 266, 170),
            (450 + s * 250, 270),
            (450 + s * 150, 330),
        )
        e.add(
            loop,
            band,
            "plane",
            e.light(450 + s * 180, 180, 70, 40, 0.6),
            e.shadow(450 + s * 60, 310, 110, 60, band, 0.9),
        )
        hole = blob(
            (450 + s * 60, 296, 0),
            (450 + s * 110, 226),
            (450 + s * 190, 186),
            (450 + s * 220, 206),
            (450 + s * 196, 262),
            (450 + s * 130, 298),
        )
        e.inside(hole, b.deep, "plane")
    e.add(
        rounded_rectangle(Box(402, 262, 96, 96), 34),
        b.light,
        "round",
        e.shadow(470, 350, 50, 40, band),
    )
    return e.sketch(900, 910, 860, (450, 330), contact=Box(170, 846, 560, 28))


def envelope(request: MotifRequest) -> Sketch:
    """Return an opened envelope with a letter, sealed with a heart."""
    e = Easel(request)
    paper = e.main().mixed(WHITE, 0.25)
    t = e.tones(paper)
    e.group = "back"
    e.add(
        d("M100 380L480 110C492 102 508 102 520 110L900 380L900 820L100 820Z"), t.shade, "plane"
    )
    e.group = "letter"
    white = e.local("#FFFDF8", 0)
    e.add(rounded_rectangle(Box(180, 180, 640, 520), 14), white, "plane")
    e.strokes(
        e.palette.muted.with_opacity(0.6),
        9,
        d("M250 270L620 270"),
        d("M250 330L750 330"),
        d("M250 390L700 390"),
    )
    e.group = "front"
    e.add(d("M100 388L470 640L100 820Z"), t.base, "plane")
    e.add(d("M900 388L530 640L900 820Z"), t.base, "plane")
    e.add(
        d(
            "M100 800L462 560C484 545 516 545 538 560L900 800"
            "C900 826 884 840 860 840L140 840C116 840 100 826 100 800Z"
        ),
        t.light,
        "plane",
        e.shadow(500, 850, 400, 70, paper, 0.4),
    )
    e.group = "seal"
    red = e.palette.accent
    e.add(circle(500, 640, 76), red, "round", e.shadow(530, 680, 70, 60, red))
    e.inside(
        d(
            "M500 686C460 652 450 636 450 618C450 600 464 590 478 590"
            "C488 590 496 596 500 606C504 596 512 590 522 590"
            "C536 590 550 600 550 618C550 636 540 652 500 686Z"
        ),
        e.tones(red).glow,
        "plane",
    )
    return e.sketch(1000, 890, 840, (500, 560), contact=Box(120, 826, 760, 26))


def coin(request: MotifRequest) -> Sketch:
    """Return gold coins: one facing us, a stack beside it."""
    e = Easel(request)
    gold = e.local("#E8B63E", 0.02)
    t = e.tones(gold)
    e.group = "stack"
    for i in range(6):
        y = 800 - i * 62
        x = 700 + (i % 3) * 10 - 8
        edge = d(
            f"M{x - 190} {y}L{x - 190} {y + 50}"
            f"C{x - 190} {y + 120} {x + 190} {y + 120} {x + 190} {y + 50}"
            f"L{x + 190} {y}Z"
        )
        e.add(
            edge,
            gold,
            "metal",
            fine=tuple(
                d(f"M{x - 160 + 20 * k} {y + 34}L{x - 160 + 20 * k} {y + 74}")
                for k in range(17)
            ),
            line_color=t.deep.with_opacity(0.35),
            line_width=3,
        )
        e.add(
            ellipse(x, y, 190, 58),
            t.light,
            "plane",
            fine=(ellipse(x, y, 150, 42),),
            line_color=t.shade,
            line_width=5,
        )
    e.group = "coin"
    e.add(circle(340, 560, 286), t.shade, "plane")
    e.add(
        circle(322, 556, 282),
        gold,
        "plane",
        along(
            (120, 340),
            (540, 780),
            [(0, t.glow), (0.35, t.base), (0.5, t.glow), (0.58, t.base), (1, t.shade)],
        ),
    )
    ring = difference(circle(322, 556, 236), circle(322, 556, 222))
    e.inside(ring, t.shade, "matte", outline=False)
    if request.has("eastern"):
        _cash_face(e)
    else:
        e.inside(
            star(322, 556, 132, 60, 5), t.glow, "plane", e.shadow(370, 620, 90, 70, gold, 0.4)
        )
        dots = [
            circle(322 + 196 * math.cos(0.3 * k), 556 + 196 * math.sin(0.3 * k), 7)
            for k in range(21)
        ]
        e.inside(Path.join(dots), t.shade, "matte", outline=False)
    e.gleam(circle(322, 556, 282), e.light(210, 430, 110, 80, 0.7))
    return e.sketch(960, 930, 900, (322, 556), contact=Box(190, 872, 680, 34))


def _cash_face(e: Easel) -> None:
    """A square hole and four marks, as old cash had them."""
    t = e.tones(e.local("#E8B63E", 0.02))
    square = difference(
        rounded_rectangle(Box(222, 456, 200, 200), 14),
        rounded_rectangle(Box(252, 486, 140, 140), 6),
    )
    e.inside(square, t.shade, "plane")
    e.inside(rounded_rectangle(Box(252, 486, 140, 140), 6), t.deep, "plane")
    for x, y in ((322, 396), (322, 716), (162, 556), (482, 556)):
        e.inside(
            placed(blob((0, -34, 0), (26, 0), (0, 34, 0), (-26, 0)), x, y), t.shade, "plane"
        )


def rosette(request: MotifRequest) -> Sketch:
    """Return a prize rosette with two tails."""
    e = Easel(request)
    main, second = e.main(), e.palette.accent
    e.group = "tails"
    for s in (-1, 1):
        e.add(
            d(
                f"M{450 + s * 10} 520L{450 + s * 150} 500L{450 + s * 240} 930"
                f"L{450 + s * 160} 880L{450 + s * 110} 950Z"
            ),
            second,
            "plane",
            e.shadow(450 + s * 80, 560, 110, 90, second, 0.8),
        )
    e.group = "pleats"
    for i in range(24):
        wedge = d("M0 0L-44 -330C-20 -352 20 -352 44 -330Z")
        e.add(
            placed(wedge, 450, 380, turn_deg=15 * i),
            main if i % 2 else e.tones(main).light,
            "plane",
            outline=i % 2 == 0,
        )
    e.group = "medal"
    e.add(circle(450, 380, 216), second, "plane")
    e.inside(circle(450, 380, 190), e.local("#FFFBF0", 0.02), "round", outline=True)
    points = [
        (
            450 + (110 if i % 2 == 0 else 48) * math.sin(math.pi * i / 5),
            380 - (110 if i % 2 == 0 else 48) * math.cos(math.pi * i / 5),
        )
        for i in range(10)
    ]
    if not request.label:
        e.inside(d("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"), main, "plane")
    label = LabelPlace(box=Box(300, 300, 300, 160), color=e.tones(main).deep, max_size=120)
    return e.sketch(900, 990, 960, (450, 380), floats=True, label=label)


def heart(request: MotifRequest) -> Sketch:
    """Return a glossy heart."""
    e = Easel(request)
    red = e.lively("#D2413A")
    shape = d(
        "M500 880C380 780 90 610 90 370C90 220 200 130 320 130"
        "C400 130 466 172 500 240C534 172 600 130 680 130"
        "C800 130 910 220 910 370C910 610 620 780 500 880Z"
    )
    e.add(
        shape,
        red,
        "round",
        e.light(290, 290, 130, 100, 0.75),
        e.shadow(700, 760, 420, 300, red, 0.5),
        glow((800, 400), (60, 150), e.tones(red).glow, 0.35),
    )
    shine = blob((190, 400, 0), (186, 300), (250, 214), (320, 196, 0), (262, 250), (222, 320))
    e.gleam(
        shine, down(shine.bounds, [(0, WHITE.with_opacity(0.9)), (1, WHITE.with_opacity(0.3))])
    )
    return e.sketch(1000, 960, 890, (500, 450), floats=True)
