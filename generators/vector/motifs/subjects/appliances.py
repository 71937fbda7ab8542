"""Things about the house: washing machine, kettle, hair dryer, light bulb, padlock, globe."""

from __future__ import annotations

from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference, intersection, union
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, lathe, placed, ribbon, spiral, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, glow
from generators.vector.motifs.sketch import Sketch

__all__ = ["globe", "hair_dryer", "kettle", "light_bulb", "padlock", "washing_machine"]


def washing_machine(request: MotifRequest) -> Sketch:
    """Return a front loader at work: a round door, water and foam, a dial."""
    e = Easel(request)
    body, water = e.local("#F2F3F5", 0.05), e.main()
    t = e.tones(body)
    e.group = "body"
    e.add(
        rounded_rectangle(Box(110, 70, 780, 860), 60),
        body,
        "plane",
        e.shadow(860, 780, 260, 420, body, 0.5),
    )
    for x in (170, 750):
        e.add(rounded_rectangle(Box(x, 926, 80, 34), 10), e.local("#4A4D55", 0.05), "tube")
    e.inside(rounded_rectangle(Box(150, 110, 700, 130), 30), t.shade.mixed(body, 0.5), "plane")
    e.inside(rounded_rectangle(Box(180, 140, 190, 70), 18), WHITE, "plane")
    e.inside(circle(530, 175, 48), e.palette.accent, "round", e.light(514, 158, 18, 16, 0.8))
    e.inside(rounded_rectangle(Box(630, 146, 190, 58), 14), e.local("#2B2F3A", 0.1), "plane")
    e.strokes(e.palette.accent, 10, curve((660, 176), (700, 176), (790, 176)))
    e.group = "door"
    e.inside(circle(500, 590, 290), e.local("#C9CED6", 0.06), "metal")
    drum = circle(500, 590, 236)
    e.inside(drum, e.local("#2B3340", 0.15), "plane")
    wave = intersection(
        drum, d("M200 600C290 540 360 640 460 590C560 540 640 640 800 570L800 860L200 860Z")
    )
    e.inside(wave, water, "plane", e.light(420, 640, 150, 70, 0.5))
    for x, y, r in (
        (380, 560, 44),
        (450, 520, 34),
        (560, 540, 48),
        (640, 510, 30),
        (500, 470, 20),
    ):
        e.inside(
            intersection(drum, circle(x, y, r)),
            WHITE.mixed(water, 0.12),
            "round",
            e.light(x - 12, y - 14, 14, 12, 0.9),
        )
    e.gleam(
        d("M330 470C370 410 430 380 490 372L470 420C410 440 380 480 360 520Z"),
        along(
            (330, 380),
            (480, 520),
            [(0, WHITE.with_opacity(0.75)), (1, WHITE.with_opacity(0.1))],
        ),
    )
    return e.sketch(1000, 1000, 960, (500, 560))


def kettle(request: MotifRequest) -> Sketch:
    """Return a pour-over kettle with a swan neck, a thread of steam."""
    e = Easel(request)
    color, dark = e.main(), e.local("#3A2E28", 0.06)
    e.group = "handle"
    grip = ribbon(
        [(300, 400), (150, 400), (110, 560), (160, 720), (250, 760)], (56, 60, 58, 56, 52)
    )
    e.add(grip, dark, "tube")
    e.group = "spout"
    neck = ribbon(
        [(690, 770), (800, 760), (830, 600), (850, 420), (960, 350)], (86, 70, 50, 40, 32)
    )
    e.add(neck, color, "tube")
    e.group = "body"
    body = lathe([(190, 380, 0), (206, 470), (262, 700), (268, 800), (252, 850, 0)], 480)
    e.add(
        body,
        color,
        "tube",
        e.light(370, 600, 50, 200, 0.6),
        e.shadow(600, 840, 240, 100, color, 0.6),
    )
    e.add(lathe([(260, 846, 0), (250, 880), (236, 892, 0)], 480), dark, "tube")
    e.group = "lid"
    e.add(lathe([(196, 352, 0), (204, 372), (198, 396, 0)], 480), e.tones(color).shade, "tube")
    e.add(lathe([(40, 300, 0), (150, 318), (190, 356, 0)], 480), color, "tube")
    e.add(lathe([(30, 226, 0), (58, 256), (30, 300, 0)], 480), dark, "round")
    e.group = "steam"
    wisp = e.palette.muted.with_opacity(0.7)
    e.strokes(wisp, 13, curve((940, 290), (910, 220), (970, 160), (930, 80)))
    return e.sketch(1000, 940, 892, (480, 560))


def hair_dryer(request: MotifRequest) -> Sketch:
    """Return a hair dryer blowing, its warm air in three swept lines."""
    e = Easel(request)
    color, dark = e.main(), e.local("#2F2B33", 0.06)
    t = e.tones(color)
    e.group = "handle"
    e.add(traced("560,520! 740,520! 800,900 770,940 640,940 620,900!"), dark, "tube")
    e.inside(rounded_rectangle(Box(628, 610, 60, 110), 28), e.palette.accent, "plane")
    e.strokes(dark, 22, curve((706, 936), (716, 1000), (800, 1010), (860, 970)))
    e.group = "barrel"
    barrel = traced("330,250! 560,220 800,220 900,300 910,420 800,520 560,520 330,470!")
    e.add(
        barrel,
        color,
        "plane",
        e.light(560, 280, 240, 60, 0.7),
        e.shadow(640, 510, 300, 80, color, 0.7),
    )
    e.add(traced("240,230! 340,250! 340,470! 240,490!"), t.shade, "plane")
    e.inside(circle(790, 370, 112), t.shade, "round")
    e.inside(
        circle(790, 370, 82),
        dark,
        "plane",
        lines=(spiral((790, 370), 66, 2.4),),
        line_color=t.light,
        line_width=7,
    )
    e.group = "air"
    air = e.palette.accent2
    for y, reach in ((290, 0), (360, -40), (430, 0)):
        e.strokes(air, 20, curve((190, y), (150, y - 14), (100, y + 12), (60 - reach * 0.4, y)))
    return e.sketch(980, 1040, 940, (600, 400), floats=True)


def light_bulb(request: MotifRequest) -> Sketch:
    """Return a lit bulb; a leaf grows where the filament was."""
    e = Easel(request)
    glass, steel = e.local("#FFE79A", 0.05), e.local("#B9BFC9", 0.05)
    e.group = "glow"
    e.gleam(circle(500, 400, 470), glow((500, 400), (470, 470), glass, 0.6))
    e.group = "bulb"
    bulb = d(
        "M500 90C310 90 180 230 180 410C180 540 250 610 310 690C340 730 350 760 354 800L646 "
        "800C650 760 660 730 690 690C750 610 820 540 820 410C820 230 690 90 500 90Z"
    )
    t = e.tones(glass)
    e.add(
        bulb,
        glass,
        "matte",
        glow((430, 330), (420, 460), WHITE, 0.8),
        across(
            bulb.bounds,
            [
                (0, t.shade.with_opacity(0.5)),
                (0.2, t.base.with_opacity(0)),
                (0.8, t.base.with_opacity(0)),
                (1, t.shade.with_opacity(0.6)),
            ],
        ),
    )
    green = e.local("#4E9A5B", 0.12)
    e.inside(
        ribbon([(500, 800), (496, 650), (504, 520)], (26, 22, 18)),
        e.tones(green).shade,
        "plane",
    )
    for path in (
        traced("500,600! 400,590 320,520 290,420! 390,420 470,480"),
        traced("504,540! 520,440 590,360 700,330! 700,430 620,520"),
    ):
        e.inside(path, green, "plane")
    e.gleam(
        d("M264 400C270 290 330 210 420 176C360 240 320 320 312 430Z"),
        along(
            (270, 200),
            (400, 420),
            [(0, WHITE.with_opacity(0.85)), (1, WHITE.with_opacity(0.2))],
        ),
    )
    e.group = "cap"
    for k, wide in enumerate((300, 300, 280)):
        e.add(rounded_rectangle(Box(500 - wide / 2, 800 + 54 * k, wide, 60), 24), steel, "tube")
    e.add(
        d("M400 962L600 962C590 1010 540 1024 500 1024C460 1024 410 1010 400 962Z"),
        e.local("#4A4D55", 0.05),
        "tube",
    )
    for x1, y1, x2, y2 in (
        (60, 400, 130, 400),
        (870, 400, 940, 400),
        (176, 130, 226, 176),
        (824, 130, 774, 176),
    ):
        e.strokes(e.palette.accent, 22, curve((x1, y1), (x2, y2)))
    return e.sketch(1000, 1040, 1024, (500, 420), floats=True)


def padlock(request: MotifRequest) -> Sketch:
    """Return a padlock, shut, with a keyhole."""
    e = Easel(request)
    color, steel = e.main(), e.local("#C3C9D2", 0.05)
    e.group = "shackle"
    arch = difference(
        union(circle(500, 350, 260), rectangle(Box(240, 350, 520, 220))),
        union(circle(500, 350, 170), rectangle(Box(330, 350, 340, 300))),
    )
    e.add(arch, steel, "metal")
    e.group = "body"
    body = rounded_rectangle(Box(150, 440, 700, 500), 90)
    e.add(
        body,
        color,
        "plane",
        e.shadow(780, 880, 360, 220, color, 0.6),
        e.light(330, 560, 240, 120, 0.6),
    )
    t = e.tones(color)
    e.inside(
        difference(
            rounded_rectangle(Box(196, 486, 608, 408), 60),
            rounded_rectangle(Box(212, 502, 576, 376), 50),
        ),
        t.light,
        "plane",
        outline=False,
    )
    hole = union(circle(500, 640, 66), d("M470 660L530 660L560 800L440 800Z"))
    e.inside(hole, e.local("#26222C", 0.06), "plane")
    return e.sketch(1000, 980, 940, (500, 640))


def globe(request: MotifRequest) -> Sketch:
    """Return a globe on its stand, its axis aslant."""
    e = Easel(request)
    sea, land, brass = e.main(), e.palette.accent2, e.local("#D3A552", 0.04)
    e.group = "stand"
    e.add(lathe([(40, 850, 0), (60, 900), (220, 930), (240, 970, 0)], 500), brass, "tube")
    ring = difference(circle(500, 450, 420), circle(500, 450, 376))
    half = intersection(
        ring, Path.polygon([(620, -20), (1100, -20), (1100, 1000), (300, 1000)])
    )
    e.add(half, brass, "metal")
    e.add(ribbon([(500, 800), (500, 840), (500, 880)], (52, 46, 60)), brass, "tube")
    e.group = "globe"
    ball = circle(500, 450, 340)
    e.add(ball, sea, "round", e.light(370, 290, 150, 120, 0.6))
    for path in (
        blob(
            (330, 200),
            (470, 180),
            (520, 260),
            (450, 340),
            (470, 430),
            (400, 480),
            (330, 420),
            (270, 330),
        ),
        blob((430, 520), (520, 500), (560, 580), (520, 700), (450, 740), (410, 640)),
        blob(
            (600, 230), (720, 250), (810, 360), (800, 480), (700, 440), (640, 500), (580, 380)
        ),
    ):
        e.inside(intersection(ball, path), land, "plane")
    lines = tuple(placed(ellipse(0, 0, r, 340), 500, 450, turn_deg=20) for r in (120, 250))
    belts = tuple(
        placed(curve((-q, k), (0, k + 44), (q, k)), 500, 450, turn_deg=20)
        for k, q in ((-150, 300), (20, 338), (180, 284))
    )
    e.strokes(e.tones(sea).light.with_opacity(0.55), 5, *lines, *belts)
    for x, y in ((628, 94), (374, 806)):
        e.add(circle(x, y, 34), brass, "round", solid=False)
    return e.sketch(1000, 1000, 970, (500, 430))
