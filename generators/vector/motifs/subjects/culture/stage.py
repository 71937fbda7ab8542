"""Stage and screen: opera mask, two masks, reel and clapper, palette, saxophone, shoes."""

from __future__ import annotations

import math

from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import curve, d, mirrored, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along
from generators.vector.motifs.sketch import Sketch

__all__ = ["ballet_shoes", "film_set", "opera_mask", "palette_brushes", "saxophone"]


def opera_mask(request: MotifRequest) -> Sketch:
    """Return a painted face of Beijing opera with pheasant plumes and pompoms."""
    e = Easel(request)
    red, black = e.local("#C8261F", 0.03), e.local("#1D1B22", 0)
    gold = e.local("#E5B44A", 0.02)

    e.group = "plumes"
    plume = ribbon([(400, 260), (260, 60), (90, 40), (30, 190)], (20, 34, 26, 6))
    for side in _both(plume):
        bars = tuple(
            intersection(side, d(f"M{x} 0L{x + 14} 0L{x + 14} 400L{x} 400Z"))
            for x in range(40, 1000, 44)
        )
        e.add(side, e.local("#D9A441", 0.02), "tube")
        for bar in bars:
            e.inside(bar, black, "matte", outline=False)
    e.group = "crown"
    e.add(traced("210,380! 250,230 380,170 500,150 620,170 750,230 790,380!"), gold, "metal")
    for x, y, r in (
        (260, 270, 46),
        (350, 200, 50),
        (500, 160, 62),
        (650, 200, 50),
        (740, 270, 46),
    ):
        e.add(circle(x, y, r), e.palette.primary if r < 60 else red, "round",
              e.light(x - r * 0.3, y - r * 0.3, r * 0.35, r * 0.3, 0.7))  # fmt: skip
    _painted_face(e)
    e.group = "tassels"
    for x in (150, 850):
        e.add(circle(x, 420, 40), gold, "round")
        e.add(ribbon([(x, 450), (x, 700), (x, 860)], (40, 52, 64)), red, "tube",
              fine=tuple(d(f"M{x + k} 480L{x + k * 1.3} 880") for k in (-16, -6, 6, 16)),
              line_color=e.tones(red).deep, line_width=3)  # fmt: skip
    return e.sketch(1000, 1010, 980, (500, 580), floats=True)


def _both(path: Path) -> tuple[Path, Path]:
    return path, mirrored(path, 500)


def _painted_face(e: Easel) -> None:
    """Paint the face: both halves alike, the brows and eyes black, the cheeks red."""
    red, black = e.local("#C8261F", 0.03), e.local("#1D1B22", 0)
    white, gold = e.local("#FBF7EE", 0), e.local("#E5B44A", 0.02)
    e.group = "face"
    face = traced("200,380! 300,320 500,300 700,320 800,380! 820,560 760,760 640,920 500,980 "
                  "360,920 240,760 180,560")  # fmt: skip
    e.add(face, white, "round")
    for part in _both(traced("200,380! 330,326 440,310 452,420 420,470 300,440 214,500")):
        e.inside(part, red, "plane")
    for part in _both(
        traced("190,560 240,600 330,640 420,700 440,790 380,880! 300,840 230,740")
    ):
        e.inside(part, red, "plane")
    e.inside(traced("500,300! 536,420 520,560 500,600! 480,560 464,420"), red, "plane")
    e.inside(traced("500,330 514,400 500,460 486,400"), gold, "plane")
    for part in _both(traced("240,520! 300,440 400,440 466,500! 452,580 380,610 300,590")):
        e.inside(part, black, "plane")
    for part in _both(traced("300,540! 360,506 430,540! 362,566")):
        e.inside(part, white, "plane")
    for part in _both(circle(366, 536, 19)):
        e.inside(part, black, "matte")
    for part in _both(
        ribbon([(470, 440), (380, 400), (290, 420), (250, 470)], (10, 26, 24, 4))
    ):
        e.inside(part, black, "plane")
    for part in _both(traced("440,720! 470,640 490,560! 488,720!")):
        e.inside(part, e.tones(white).shade, "plane")
    for part in _both(ellipse(478, 726, 20, 12)):
        e.inside(part, black, "matte")
    e.inside(
        traced("410,810! 460,784 500,800 540,784 590,810! 550,850 500,862 450,850"),
        red,
        "plane",
    )
    for part in _both(ribbon([(500, 770), (420, 760), (350, 800)], (20, 18, 4))):
        e.inside(part, black, "plane")


def film_set(request: MotifRequest) -> Sketch:
    """Return a reel, a clapperboard before it, and a box of popcorn."""
    e = Easel(request)
    steel, dark = e.local("#AEB6C2", 0.06), e.local("#22242D", 0.04)
    e.group = "film"
    film = ribbon([(560, 640), (820, 720), (960, 860), (1060, 850)], (110, 104, 100, 96))
    e.add(film, dark, "plane")
    e.group = "reel"
    e.add(circle(430, 380, 350), dark, "plane")
    disc = circle(430, 380, 326)
    for k in range(5):
        a = math.radians(72 * k - 90)
        disc = difference(disc, circle(430 + 190 * math.cos(a), 380 + 190 * math.sin(a), 92))
    t = e.tones(steel)
    e.inside(disc, steel, "matte", along((150, 120), (720, 660), [
        (0, t.glow), (0.32, t.base), (0.48, t.glow), (0.62, t.base), (1, t.deep)]))  # fmt: skip
    e.inside(circle(430, 380, 60), t.shade, "round")
    e.inside(circle(430, 380, 22), dark, "plane")
    e.group = "clapper"
    board = placed(rounded_rectangle(Box(-300, -150, 600, 360), 22), 400, 760, turn_deg=-5)
    e.add(board, dark, "plane")
    for y, text in ((-60, 520), (20, 360), (100, 440)):
        bar = placed(rectangle(Box(-260, y, text, 12)), 400, 760, turn_deg=-5)
        e.inside(bar, e.local("#E9EAEE", 0), "matte", outline=False)
    for turn, y in ((-5, 590), (-20, 520)):
        stick = placed(rounded_rectangle(Box(-306, -42, 612, 84), 14), 394, y, turn_deg=turn)
        e.add(stick, dark, "plane")
        for k in range(5):
            slash = placed(d(f"M{-270 + 124 * k} 42L{-216 + 124 * k} -42L{-156 + 124 * k} -42"
                             f"L{-210 + 124 * k} 42Z"), 394, y, turn_deg=turn)  # fmt: skip
            e.inside(intersection(slash, stick), WHITE, "plane")
    e.group = "popcorn"
    rng = e.request.rng(4)
    corn = e.local("#FBE3A6", 0.01)
    for x, y in (
        (760, 560),
        (840, 530),
        (920, 556),
        (980, 590),
        (800, 500),
        (890, 480),
        (720, 600),
    ):
        puff = ribbon([(x - 20, y), (x, y - 10), (x + 20, y + 4)], (60, 74, 58))
        e.add(puff, corn.mixed(WHITE, float(rng.uniform(0, 0.5))), "round")
    tub = d("M680 590L1030 590L984 960L726 960Z")
    e.add(tub, e.palette.primary, "tube")
    for k in range(3):
        stripe = d(
            f"M{738 + 100 * k} 590L{790 + 100 * k} 590L{796 + 72 * k} 960L{760 + 72 * k} 960Z"
        )
        e.inside(intersection(stripe, tub), WHITE, "tube")
    e.group = "edge"
    return e.sketch(1080, 1010, 966, (460, 520), contact=Box(130, 946, 850, 28))


def palette_brushes(request: MotifRequest) -> Sketch:
    """Return a painter's palette with paint, and brushes across it."""
    e = Easel(request)
    wood = e.local("#D9A566", 0.03)
    p = e.palette
    e.group = "palette"
    plate = difference(
        traced(
            "500,180 760,190 940,330 960,560 860,720 700,700 620,760 640,880 480,930 240,880 "
            "90,700 80,480 200,280"
        ),
        ellipse(560, 640, 64, 48),
    )
    grain = tuple(
        curve((120, 420 + 60 * k), (480, 380 + 66 * k), (900, 430 + 56 * k)) for k in range(7)
    )
    e.add(plate, wood, "plane", fine=tuple(grain[:4]), line_width=3,
          line_color=e.tones(wood).shade.with_opacity(0.5))  # fmt: skip
    colors = (
        p.primary,
        p.accent,
        p.accent2,
        e.local("#F4C542", 0),
        e.local("#3F6FC4", 0.05),
        WHITE,
    )
    places = ((250, 620), (220, 460), (340, 330), (520, 280), (700, 330), (810, 460))
    rng = e.request.rng(2)
    for (x, y), color in zip(places, colors, strict=True):
        r = 70 + float(rng.uniform(-8, 12))
        dab = traced(
            f"{x},{y - r} {x + r * 0.9},{y - r * 0.4} {x + r * 1.1},{y + r * 0.3} "
            f"{x + r * 0.2},{y + r * 0.8} {x - r},{y + r * 0.5} {x - r * 0.9},{y - r * 0.5}"
        )
        e.inside(
            dab, color, "round", e.light(x - r * 0.3, y - r * 0.35, r * 0.4, r * 0.26, 0.85)
        )
    e.group = "brushes"
    for x0, y0, x1, y1, color in (
        (380, 800, 940, 90, p.primary),
        (480, 850, 1040, 260, p.accent2),
    ):
        dx, dy = x1 - x0, y1 - y0
        e.add(
            ribbon(
                [(x0 + dx * 0.22, y0 + dy * 0.22), (x0 + dx * 0.6, y0 + dy * 0.6), (x1, y1)],
                (30, 40, 14),
            ),
            e.local("#5A3A2A", 0.05),
            "tube",
        )
        e.add(
            ribbon(
                [(x0 + dx * 0.12, y0 + dy * 0.12), (x0 + dx * 0.24, y0 + dy * 0.24)], (44, 34)
            ),
            e.local("#D5D9E0", 0),
            "metal",
        )
        e.add(
            ribbon(
                [
                    (x0 - dx * 0.02, y0 - dy * 0.02),
                    (x0 + dx * 0.06, y0 + dy * 0.06),
                    (x0 + dx * 0.13, y0 + dy * 0.13),
                ],
                (6, 56, 44),
            ),
            color,
            "round",
        )
    return e.sketch(1080, 980, 930, (480, 520), floats=True)


def saxophone(request: MotifRequest) -> Sketch:
    """Return an alto saxophone, bell to the right."""
    e = Easel(request)
    brass = e.local("#E2AC47", 0.03)
    t = e.tones(brass)
    e.group = "neck"
    e.add(
        ribbon([(330, 190), (300, 110), (220, 96), (120, 150)], (52, 48, 44, 34)), brass, "tube"
    )
    e.add(ribbon([(130, 146), (70, 190)], (40, 26)), e.local("#23232A", 0), "tube")
    e.group = "tube"
    horn = ribbon(
        [
            (340, 180),
            (380, 420),
            (430, 680),
            (500, 860),
            (620, 900),
            (720, 800),
            (760, 620),
            (800, 470),
        ],
        (58, 74, 96, 120, 142, 150, 168, 190),
    )
    e.add(horn, brass, "matte", along((300, 500), (560, 440), [
        (0, t.deep), (0.2, t.glow), (0.45, t.base), (0.75, t.shade), (1, t.light)]),
        along((560, 0), (900, 0), [(0, t.base.with_opacity(0)), (0.2, t.deep), (0.4, t.glow),
                                   (0.65, t.base), (1, t.deep)]))  # fmt: skip
    e.group = "bell"
    bell = traced("690,520! 640,420 560,330! 760,300 1010,390! 940,450 890,560!")
    e.add(
        bell,
        brass,
        "matte",
        along(
            (600, 340),
            (960, 520),
            [(0, t.shade), (0.25, t.glow), (0.55, t.base), (0.8, t.deep), (1, t.light)],
        ),
    )
    e.add(placed(ellipse(0, 0, 232, 66), 786, 346, turn_deg=11), t.light, "metal")
    e.inside(placed(ellipse(0, 4, 196, 46), 786, 350, turn_deg=11), t.deep, "plane")
    e.group = "keys"
    for k in range(6):
        x, y = 384 + 15 * k, 330 + 78 * k
        e.add(ellipse(x, y, 38, 32), t.light, "metal", lines=(ellipse(x, y, 20, 16),))
    for k in range(3):
        x, y = 500 + 30 * k, 420 + 90 * k
        e.strokes(t.deep, 12, curve((x - 90, y - 30), (x - 40, y - 50), (x, y)))
    for x, y in ((600, 790), (690, 700)):
        e.inside(circle(x, y, 50), t.light, "metal")
    e.strokes(t.glow, 8, curve((350, 240), (396, 520), (450, 740)))
    return e.sketch(1060, 1010, 975, (560, 520), floats=True)


def ballet_shoes(request: MotifRequest) -> Sketch:
    """Return a pair of pointe shoes hung from a nail by their ribbons."""
    e = Easel(request)
    satin = e.local("#F0A9B4", 0.06)
    t = e.tones(satin)
    sole = traced(
        "-62,-250! -104,-190 -112,-60 -104,80 -96,200 -84,320 -74,392! 74,392! 84,320 96,200 "
        "104,80 112,-60 104,-190 62,-250! 0,-268"
    )
    mouth = traced("0,-226 60,-200 80,-90 66,40 34,120 0,146 -34,120 -66,40 -80,-90 -60,-200")
    toe = traced("-88,270! -40,248 40,248 88,270! 74,392! -74,392!")
    e.group = "ribbons"
    for side in (-1, 1):
        for x, y in ((-96, 470), (96, 500)):
            foot = (500 + side * 158 + x, y)
            strap = ribbon(
                [foot, (500 + side * 90 + 0.4 * x, 290), (500 + side * 8, 90)], (34, 38, 26)
            )
            e.add(strap, t.light, "plane")
    e.add(circle(500, 84, 30), e.local("#D9B566", 0.03), "round")
    for side in (1, -1):
        e.group = f"shoe {side}"

        def put(path: Path, side: int = side) -> Path:
            return placed(path, 500 + side * 158, 600 - 34 * side, turn_deg=-7.0 * side)

        x = 500 + side * 158
        e.add(put(sole), satin, "round", e.light(x - 50, 640, 40, 220, 0.6))
        e.inside(put(mouth), t.deep, "plane", e.light(x, 660, 60, 70, 0.25))
        e.inside(put(toe), t.light, "plane")
        pleats = [put(curve((0.5 * k, 170), (0.8 * k, 210), (k, 244))) for k in (-44, 0, 44)]
        e.strokes(t.shade, 7, *pleats)
    return e.sketch(1000, 1060, 1030, (500, 600), floats=True)
