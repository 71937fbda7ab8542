"""Chinese signs: 祥云, 海水江崖, 窗棂, 爆竹, 粽子, 汤圆."""

from __future__ import annotations

import math

from compositor.geometry import Box
from compositor.geometry.boolean import difference, intersection, union
from compositor.geometry.shapes import arc, circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import Easel
from generators.vector.motifs.forms import curve, d, lathe, leaf, placed, ribbon, spiral, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.subjects.tea.ware import steam

__all__ = ["firecrackers", "lucky_cloud", "sea_cliff", "tangyuan", "window_lattice", "zongzi"]


def lucky_cloud(request: MotifRequest) -> Sketch:
    """Return a 祥云: three coiled heads and a tail drawn out by the wind."""
    e = Easel(request)
    color, gold = e.main(), e.local("#E3B65C", 0.05)
    heads = ((300, 430, 150), (500, 300, 205), (705, 420, 150))
    tail = d(
        "M160 480C180 620 420 640 640 610C900 576 1060 640 1240 560C1100 556 1010 500 900 "
        "450L200 400Z"
    )
    body = union(tail, *(circle(x, y, r) for x, y, r in heads))
    e.group = "cloud"
    e.add(
        body,
        color,
        "plane",
        e.light(420, 220, 240, 120, 0.5),
        e.shadow(700, 640, 420, 70, color, 0.5),
    )
    coils = [
        spiral((x, y + 6), r * 0.80, 1.55, start_deg=160 if x < 400 else 30 if x > 600 else 150)
        for x, y, r in heads
    ]
    sweeps = [
        curve((250, 560), (520, 572), (840, 536), (1080, 566)),
        curve((840, 486), (930, 512), (1010, 536)),
    ]
    e.strokes(gold, 15, *coils, *sweeps)
    return e.sketch(1280, 720, 640, (500, 380), floats=True)


def sea_cliff(request: MotifRequest) -> Sketch:
    """Return 海水江崖: three rocks that stand in rolling water, the sun behind."""
    e = Easel(request)
    sea, rock, sun = e.main(), e.palette.accent2.mixed(e.main(), 0.25), e.local("#E2574A", 0.08)
    foam, gold = e.tones(e.main()).glow, e.local("#E3B65C", 0.05)
    e.group = "sun"
    e.add(circle(500, 300, 190), sun, "plane", e.light(440, 220, 120, 90, 0.5))
    e.group = "rocks"
    for x, top, half, shift in (
        (300, 330, 120, 0.05),
        (700, 330, 120, 0.05),
        (500, 190, 150, 0.0),
    ):
        color = rock.shifted(lightness=shift)
        for k, share in enumerate((1.0, 0.66, 0.33)):
            peak = d(
                f"M{x} {top + 120 * k}C{x + half * share * 0.5} {top + 90 + 120 * k} "
                f"{x + half * share * 0.9} {top + 320} {x + half * share * 1.1} 800"
                f"L{x - half * share * 1.1} 800C{x - half * share * 0.9} {top + 320} "
                f"{x - half * share * 0.5} {top + 90 + 120 * k} {x} {top + 120 * k}Z"
            )
            tone = (color, color.mixed(gold, 0.55), color.shifted(lightness=0.10))[k]
            (e.add if k == 0 else e.inside)(peak, tone, "plane")
    e.group = "waves"
    frame = rectangle(Box(60, 300, 880, 660))
    for row in range(4):
        y, r = 700.0 + 84 * row, 116.0
        for k in range(6):
            cx = 60 + (k + 0.5 * (row % 2)) * 176
            scale = intersection(circle(cx, y + 40, r), frame)
            tone = sea.shifted(lightness=0.05 - 0.03 * row)
            shares = [s for s in (0.78, 0.54, 0.30) if 60 + r * s < cx < 940 - r * s]
            rings = tuple(arc(cx, y + 40, r * s, 184, 356) for s in shares if row < 3)
            e.add(scale, tone, "plane", lines=rings, line_color=foam, line_width=9)
    for x, way in ((250, 1), (750, -1)):
        curl = spiral((x, 668), 74, 1.4, start_deg=200 if way > 0 else -20)
        e.strokes(foam, 15, curl)
    return e.sketch(1000, 1000, 960, (500, 420), floats=True)


def window_lattice(request: MotifRequest) -> Sketch:
    """Return 窗棂: a round window, its frame and bars of wood, paper behind."""
    e = Easel(request)
    wood, paper = e.local("#7A4B33", 0.12), e.local("#FBF3E1", 0.03)
    e.group = "paper"
    e.add(circle(500, 500, 430), paper, "plane", e.light(380, 360, 300, 260, 0.7))
    pane = circle(500, 500, 392)
    e.group = "bars"

    def bar(x1: float, y1: float, x2: float, y2: float, width: float = 26) -> None:
        piece = intersection(
            ribbon([(x1, y1), ((x1 + x2) / 2, (y1 + y2) / 2), (x2, y2)], (width, width, width)),
            pane,
        )
        e.inside(piece, wood, "matte", outline=False)

    for k in (-1, 1):
        bar(500 + k * 170, 60, 500 + k * 170, 940)
        bar(60, 500 + k * 170, 940, 500 + k * 170)
    for a, b in ((0, 1), (1, 0)):
        for k in (-1, 1):
            bar(500 + a * k * 392, 500 + b * k * 392, 500 + a * k * 170, 500 + b * k * 170)
            bar(
                500 + a * 85 + b * k * 290,
                500 + b * 85 + a * k * 290,
                500 - a * 85 + b * k * 290,
                500 - b * 85 + a * k * 290,
            )
    begonia = union(
        *(
            circle(500 + 66 * math.cos(q), 500 + 66 * math.sin(q), 76)
            for q in (0, math.pi / 2, math.pi, 3 * math.pi / 2)
        )
    )
    inner = union(
        *(
            circle(500 + 66 * math.cos(q), 500 + 66 * math.sin(q), 50)
            for q in (0, math.pi / 2, math.pi, 3 * math.pi / 2)
        )
    )
    e.inside(difference(begonia, inner), e.palette.primary, "plane")
    e.group = "frame"
    rim = difference(circle(500, 500, 450), circle(500, 500, 388))
    e.add(
        rim,
        wood,
        "plane",
        e.light(260, 220, 160, 140, 0.5),
        e.shadow(760, 800, 260, 200, wood, 0.6),
    )
    e.strokes(e.tones(wood).light, 7, circle(500, 500, 420))
    return e.sketch(1000, 1000, 950, (500, 500), floats=True)


def firecrackers(request: MotifRequest) -> Sketch:
    """Return 爆竹: two strings of red rolls from a knot, tassels below."""
    e = Easel(request)
    red, gold = e.local("#D5332B", 0.04), e.local("#E9BE5E", 0.03)
    e.group = "knot"
    for side in (-1, 1):
        e.add(
            placed(
                difference(ellipse(0, 0, 92, 58), ellipse(0, 0, 54, 26)),
                500 + side * 86,
                120,
                turn_deg=side * -24,
            ),
            red,
            "tube",
        )
    e.add(traced("500,60! 560,120! 500,180! 440,120!"), gold, "plane")
    for side in (-1, 1):
        x = 500 + side * 150
        e.group = f"string {side}"
        e.strokes(gold, 12, curve((500, 170), (500 + side * 110, 230), (x, 330), (x, 900)))
        for k in range(5):
            y = 300 + 116 * k
            for way in (1, -1):
                roll = placed(
                    rounded_rectangle(Box(-36, 0, 72, 178), 16),
                    x + way * 8,
                    y,
                    turn_deg=-34 * way,
                )
                e.add(roll, red, "plane", e.light(x + way * 50, y + 60, 22, 60, 0.5))
                for top in (22, 132):
                    cap = placed(
                        rectangle(Box(-36, top, 72, 20)), x + way * 8, y, turn_deg=-34 * way
                    )
                    e.inside(cap, gold, "plane", outline=False)
        tassel = d(f"M{x - 26} 930L{x + 26} 930L{x + 40} 1060L{x - 40} 1060Z")
        threads = tuple(curve((x + k, 950), (x + 1.4 * k, 1050)) for k in (-10, 10))
        e.add(tassel, gold, "plane", lines=threads)
    return e.sketch(1000, 1080, 1060, (500, 560), floats=True)


def zongzi(request: MotifRequest) -> Sketch:
    """Return 粽子: a wrapped one tied with string before an open one that shows its rice."""
    e = Easel(request)
    green, rice = e.local("#5F8F4E", 0.06), e.local("#F7EBCB", 0.02)
    string = e.local("#D9B36A", 0.03)
    t = e.tones(green)
    e.group = "open"
    for tip, width, bend in (
        ((960, 330), 150, 0.1),
        ((1010, 560), 150, -0.05),
        ((560, 250), 140, -0.1),
    ):
        outline, vein = leaf((720, 820), tip, width, bend)
        e.add(outline, green.shifted(lightness=0.05), "plane", lines=(vein,))
    bare = traced("720,290! 900,640 930,780! 730,850 560,790! 590,560")
    shade, light = e.shadow(800, 800, 220, 100, rice, 0.6), e.light(680, 470, 70, 120, 0.8)
    e.add(bare, rice, "round", shade, light)
    for x, y in ((720, 520), (800, 660), (660, 680)):
        date = e.local("#8F2D2A", 0.03)
        e.inside(ellipse(x, y, 40, 28), date, "round", e.light(x - 10, y - 8, 12, 8, 0.8))
    e.group = "wrapped"
    body = traced("400,250! 470,330 690,760 700,850! 560,930 200,930 80,850! 110,740 330,330")
    shade, light = e.shadow(560, 900, 300, 140, green, 0.7), e.light(300, 480, 110, 170, 0.5)
    e.add(body, green, "plane", shade, light)
    face = traced("400,250! 470,330 690,760 700,850! 560,930! 450,640")
    e.inside(face, t.shade, "plane")
    veins = (
        curve((400, 260), (300, 560), (150, 880)),
        curve((400, 260), (370, 600), (300, 920)),
        curve((410, 270), (520, 560), (640, 880)),
    )
    e.strokes(t.light, 7, *veins)
    for dots in (
        ((150, 720), (360, 660), (620, 740)),
        ((210, 610), (380, 560), (560, 620)),
    ):
        e.inside(ribbon(dots, (22, 22, 22)), string, "tube")
    for way in (-1, 1):
        loop = difference(ellipse(0, 0, 66, 30), ellipse(0, 0, 42, 12))
        e.inside(placed(loop, 386 + way * 62, 632, turn_deg=way * -24), string, "plane")
    return e.sketch(1040, 1000, 930, (400, 620))


def tangyuan(request: MotifRequest) -> Sketch:
    """Return 汤圆: a bowl of round dumplings, osmanthus on top."""
    e = Easel(request)
    ware, white = e.main(), e.local("#FCF8F0", 0.02)
    e.extend(steam(500, 190, 150, e.palette.muted))
    t = e.tones(ware)
    e.group = "bowl"
    cup = lathe([(430, 430, 0), (410, 560), (330, 740), (190, 820), (170, 850, 0)], 500)
    e.add(cup, ware, "tube", e.shadow(560, 840, 330, 110, ware, 0.6))
    e.add(rounded_rectangle(Box(340, 840, 320, 60), 18), t.shade, "tube")
    e.add(ellipse(500, 430, 432, 124), t.light, "plane")
    soup = e.local("#F3E3C6", 0.02)
    e.inside(ellipse(500, 438, 396, 102), soup, "plane", e.light(380, 410, 200, 50, 0.8))
    e.group = "dumplings"
    for x, y, r in (
        (410, 360, 84),
        (588, 360, 84),
        (290, 404, 88),
        (706, 400, 88),
        (360, 452, 92),
        (640, 450, 92),
        (500, 432, 104),
    ):
        light = e.light(x - 30, y - 36, 34, 26, 0.9)
        e.add(circle(x, y, r), white, "round", light, e.shadow(x + 26, y + 50, 80, 46, white))
    petal = e.local("#E8B23C", 0.04)
    for dx, dy, turn in (
        (470.0, 392.0, 20),
        (540, 410, -30),
        (660, 430, 50),
        (330, 430, -10),
        (590, 340, 0),
    ):
        e.inside(
            placed(ellipse(0, 0, 17, 8), dx, dy, turn_deg=turn), petal, "plane", outline=False
        )
    e.group = "rim"
    inner = union(ellipse(500, 430, 404, 108), rectangle(Box(0, 0, 1000, 430)))
    rim = difference(ellipse(500, 430, 432, 124), inner)
    e.inside(rim, t.light, "plane")
    coils = [spiral((240 + 130 * k, 650), 44, 1.3, start_deg=190) for k in range(5)]
    e.strokes(t.glow, 12, *coils)
    return e.sketch(1000, 930, 900, (500, 430))
