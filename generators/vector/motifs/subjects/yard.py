"""Out in the yard and on the road: crane truck, tractor, solar panel, map pin, robot arm."""

from __future__ import annotations

from compositor.geometry import Box
from compositor.geometry.boolean import difference
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import curve, d, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along
from generators.vector.motifs.sketch import Sketch

__all__ = ["crane_truck", "map_pin", "robot_arm", "solar_panel", "tractor"]


def _wheel(e: Easel, x: float, y: float, r: float) -> None:
    rubber, rim = e.local("#2C2A30", 0.05), e.local("#D5D8DE", 0.05)
    e.add(
        circle(x, y, r),
        rubber,
        "round",
        e.light(x - 0.3 * r, y - 0.4 * r, 0.4 * r, 0.3 * r, 0.3),
    )
    e.inside(circle(x, y, 0.56 * r), rim, "round")
    e.inside(circle(x, y, 0.2 * r), e.tones(rim).deep, "plane")


def crane_truck(request: MotifRequest) -> Sketch:
    """Return a crane truck, its boom raised, a load on the hook."""
    e = Easel(request)
    color, dark = e.main(), e.local("#33313A", 0.06)
    glass = e.local("#BFE0F2", 0.04)
    e.group = "boom"
    e.strokes(dark, 10, curve((1010, 150), (1010, 420)))
    boom = traced("300,560! 1000,110! 1040,140! 1030,170! 380,640!")
    braces = tuple(
        curve((360 + 110 * k, 570 - 70 * k), (420 + 110 * k, 560 - 72 * k)) for k in range(5)
    )
    e.add(boom, color, "plane", lines=braces, line_width=9)
    e.inside(traced("640,350! 1000,118! 1030,152! 700,380!"), e.palette.accent, "plane")
    e.add(difference(circle(1010, 446, 34), circle(1010, 446, 16)), dark, "plane", solid=False)
    e.add(
        rounded_rectangle(Box(930, 480, 160, 90), 10),
        e.local("#C99A63", 0.05),
        "plane",
        solid=False,
    )
    e.group = "truck"
    e.add(traced("80,690! 1060,690! 1080,790! 60,790!"), dark, "plane")
    e.add(
        traced("220,520! 430,520! 470,700! 180,700!"),
        color,
        "plane",
        e.light(300, 560, 80, 50, 0.5),
    )
    cab = traced("780,480! 960,480! 1070,600 1084,770! 760,770!")
    e.add(cab, color, "plane", e.shadow(960, 760, 220, 110, color, 0.6))
    e.inside(traced("820,520! 940,520! 1024,620! 820,620!"), glass, "plane")
    e.inside(rounded_rectangle(Box(1040, 690, 46, 34), 12), e.local("#FFE08A", 0), "plane")
    e.inside(rounded_rectangle(Box(820, 650, 60, 16), 8), dark, "plane", outline=False)
    e.group = "wheels"
    for x in (210, 400, 900):
        _wheel(e, x, 810, 92)
    return e.sketch(1140, 920, 902, (600, 600))


def tractor(request: MotifRequest) -> Sketch:
    """Return a tractor, its great wheel behind."""
    e = Easel(request)
    color, dark, glass = e.main(), e.local("#33313A", 0.06), e.local("#BFE0F2", 0.04)
    e.group = "exhaust"
    e.add(rounded_rectangle(Box(800, 260, 40, 220), 12), dark, "tube")
    e.group = "body"
    e.add(
        traced("560,470! 980,480! 1020,540 1020,700! 520,720!"),
        color,
        "plane",
        e.light(760, 510, 180, 40, 0.6),
        e.shadow(820, 700, 260, 70, color, 0.6),
    )
    e.inside(rounded_rectangle(Box(930, 540, 70, 110), 12), dark, "plane")
    vents = tuple(curve((680 + 56 * k, 560), (680 + 56 * k, 650)) for k in range(4))
    e.strokes(e.tones(color).deep, 15, *vents)
    e.group = "cab"
    e.add(traced("250,180! 590,180! 640,480! 620,620! 220,620!"), color, "plane")
    e.inside(traced("300,230! 440,230! 440,450! 284,450!"), glass, "plane")
    e.inside(traced("466,230! 560,230! 596,470! 466,450!"), glass, "plane")
    e.add(rounded_rectangle(Box(210, 136, 430, 62), 26), e.palette.accent, "plane")
    e.group = "wheels"
    e.add(
        traced("120,560! 200,400 330,350 470,400 540,520! 420,470 260,480!"),
        e.palette.accent,
        "plane",
    )
    _wheel(e, 310, 700, 230)
    treads = tuple(
        placed(curve((0, -226), (16, -190)), 310, 700, turn_deg=30.0 * k) for k in range(12)
    )
    e.strokes(e.local("#55525C", 0.05), 20, *treads)
    _wheel(e, 900, 800, 130)
    return e.sketch(1080, 960, 930, (520, 520))


def solar_panel(request: MotifRequest) -> Sketch:
    """Return a solar panel turned to the sun."""
    e = Easel(request)
    cells, steel = e.local("#24549B", 0.35), e.local("#B9C0CA", 0.06)
    t = e.tones(cells)
    e.group = "sun"
    sun = e.local("#F7BE3F", 0.05)
    for k in range(10):
        e.add(
            placed(
                ribbon([(0, -176), (0, -205), (0, -236)], (22, 26, 22)),
                780,
                240,
                turn_deg=36.0 * k,
            ),
            sun,
            "plane",
            solid=False,
        )
    e.add(circle(780, 240, 132), sun, "round", e.light(740, 200, 50, 40, 0.7))
    e.group = "stand"
    e.add(ribbon([(480, 640), (500, 760), (510, 920)], (60, 54, 54)), steel, "tube")
    e.add(rounded_rectangle(Box(340, 900, 340, 50), 18), steel, "tube")
    e.group = "panel"
    e.add(traced("200,340! 820,430! 940,760! 60,680!"), steel, "plane")

    def at(u: float, v: float) -> tuple[float, float]:
        top = (216 + 590 * u, 362 + 86 * u)
        low = (92 + 814 * u, 660 + 74 * u)
        return top[0] + (low[0] - top[0]) * v, top[1] + (low[1] - top[1]) * v

    for row in range(3):
        for column in range(5):
            u, v, du, dv = column / 5 + 0.008, row / 3 + 0.012, 0.184, 0.308
            corners = (at(u, v), at(u + du, v), at(u + du, v + dv), at(u, v + dv))
            cell = traced(" ".join(f"{x:.1f},{y:.1f}!" for x, y in corners))
            shine = along(corners[0], corners[2], [(0, t.light), (0.5, t.base), (1, t.deep)])
            e.inside(cell, cells, "matte", shine)
    e.gleam(
        traced("330,360! 460,380! 400,700! 240,690!"),
        along(
            (330, 360),
            (330, 700),
            [(0, WHITE.with_opacity(0.4)), (1, WHITE.with_opacity(0.03))],
        ),
    )
    return e.sketch(1040, 980, 950, (500, 540))


def map_pin(request: MotifRequest) -> Sketch:
    """Return a map folded in three, a route on it, and a great pin."""
    e = Easel(request)
    paper, color = e.local("#F6F0E2", 0.05), e.main()
    t = e.tones(paper)
    e.group = "map"
    for k, (path, tone) in enumerate(
        (
            ("80,640! 360,560! 360,900! 40,960!", paper),
            ("360,560! 640,640! 660,970! 360,900!", t.shade),
            ("640,640! 920,560! 960,890! 660,970!", paper),
        )
    ):
        e.add(traced(path), tone, "plane")
        del k
    e.inside(
        traced("80,760 180,700 280,740 360,690! 360,640! 360,560! 90,636!"),
        e.palette.accent2.mixed(paper, 0.45),
        "plane",
        outline=False,
    )
    route = curve((150, 860), (260, 800), (330, 860), (430, 850), (500, 800))
    far = curve((500, 800), (620, 840), (720, 760), (830, 780))
    e.strokes(color, 17, route, far)
    e.inside(circle(840, 780, 30), e.palette.accent, "plane")
    e.group = "pin"
    e.add(
        ellipse(500, 806, 70, 20),
        t.deep,
        "plane",
        solid=False,
        outline=False,
        only=("flat", "cut_paper"),
    )
    pin = d(
        "M500 800C440 640 260 520 260 320C260 180 366 70 500 70C634 70 740 180 740 320C740 "
        "520 560 640 500 800Z"
    )
    e.add(pin, color, "round", e.light(390, 220, 90, 80, 0.7))
    e.add(circle(500, 316, 104), e.palette.on_primary, "plane", solid=False)
    return e.sketch(1000, 1000, 970, (500, 360))


def robot_arm(request: MotifRequest) -> Sketch:
    """Return an industrial arm, its gripper open over a part."""
    e = Easel(request)
    color, dark, steel = e.main(), e.local("#34323B", 0.06), e.local("#C3C9D2", 0.05)
    e.group = "base"
    e.add(traced("150,860! 530,860! 570,950! 110,950!"), dark, "plane")
    e.add(rounded_rectangle(Box(220, 740, 240, 140), 40), steel, "tube")
    e.group = "arm"
    e.add(
        ribbon([(340, 760), (300, 580), (270, 400)], (160, 140, 120)),
        color,
        "tube",
        e.light(270, 560, 40, 140, 0.5),
    )
    e.add(
        ribbon([(270, 380), (470, 250), (700, 250)], (130, 116, 96)),
        color,
        "tube",
        e.light(470, 230, 150, 26, 0.5),
    )
    for x, y, r in ((340, 750, 98), (270, 390, 104), (712, 254, 78)):
        e.add(circle(x, y, r), steel, "round", e.light(x - 30, y - 34, 36, 30, 0.8))
        e.inside(circle(x, y, 0.5 * r), dark, "round")
        e.inside(circle(x, y, 0.22 * r), e.palette.accent, "plane")
    e.group = "gripper"
    e.add(ribbon([(716, 300), (716, 380), (716, 440)], (70, 66, 80)), dark, "tube")
    claw = d("M690 430L560 520L560 650L610 670L620 550L716 480Z")
    for path in (claw, placed(claw, 0, 0).mapped(lambda p: (1432 - p[0], p[1]))):
        e.add(path, steel, "plane")
    e.group = "part"
    hexagon = traced("716,600! 800,650! 800,740! 716,790! 632,740! 632,650!")
    e.add(difference(hexagon, circle(716, 696, 38)), e.palette.accent, "plane", solid=True)
    e.strokes(e.palette.muted, 11, curve((560, 950), (760, 950), (950, 950)))
    e.add(rectangle(Box(610, 900, 320, 50)), dark, "plane")
    return e.sketch(1000, 990, 950, (420, 480))
