"""Pastimes and tools: tent, rackets, skateboard, megaphone, battery, tools, microscope."""

from __future__ import annotations

import math

from compositor.geometry import Box
from compositor.geometry.boolean import difference, intersection, union
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Sketch

__all__ = [
    "battery",
    "megaphone",
    "microscope",
    "shuttlecock",
    "skateboard",
    "tennis",
    "tent",
    "tools",
]


def tent(request: MotifRequest) -> Sketch:
    """Return a ridge tent with its door open and lamplight inside, a small fire before it."""
    e = Easel(request)
    cloth, light = e.main(), e.local("#FFD98A", 0)
    t = e.tones(cloth)
    e.group = "tent"
    e.strokes(t.deep, 7, curve((150, 560), (30, 820)), curve((880, 480), (1030, 800)))
    e.add(traced("430,200! 760,150! 960,780! 700,860!"), t.shade, "plane")
    e.add(
        traced("430,200! 700,860! 110,860!"), cloth, "plane", e.light(330, 420, 120, 200, 0.3)
    )
    door = traced("426,330! 560,860! 260,860!")
    e.inside(door, t.deep, "plane", e.light(410, 780, 190, 260, 0.0))
    e.inside(intersection(door, circle(410, 800, 190)), light, "round", outline=False)
    for text in (
        "426,320! 340,560 250,860! 210,860! 330,520",
        "426,320! 500,560 566,860! 606,860! 520,540",
    ):
        e.inside(traced(text), t.light, "plane")
    e.strokes(t.light, 8, curve((430, 200), (760, 150)))
    e.add(ribbon([(424, 212), (438, 160)], (15, 13)), e.local("#8A5A38", 0.03), "tube")
    e.group = "fire"
    wood = e.local("#7A4E30", 0.03)
    for x, tone, s in ((830, "#EE6C2B", 1.0), (832, "#F8B13C", 0.62), (834, "#FFE9A0", 0.32)):
        flame = placed(
            blob(
                (0, 0),
                (-74, -50),
                (-60, -140),
                (-20, -190),
                (0, -270, 0),
                (40, -190),
                (76, -110),
                (60, -30),
            ),
            x,
            880,
            scale=s,
        )
        e.add(flame, e.local(tone, 0), "round")
    for dots in (((740, 900), (920, 856)), ((740, 860), (920, 904))):
        e.add(ribbon(dots, (34, 34)), wood, "tube")
    return e.sketch(1060, 960, 905, (430, 560), contact=Box(120, 860, 820, 50))


def tennis(request: MotifRequest) -> Sketch:
    """Return a racket with a ball."""
    e = Easel(request)
    frame, ball, string = e.main(), e.local("#D6E34B", 0.02), e.local("#F4F1E6", 0.02)
    turn, cx, cy = 38.0, 540.0, 400.0

    e.group = "racket"
    e.add(
        placed(traced("-30,470! 30,470! 34,800! -34,800!"), cx, cy, turn_deg=turn),
        e.local("#3A3A42", 0.05),
        "tube",
        fine=tuple(
            placed(curve((-30, 500 + 44 * k), (30, 524 + 44 * k)), cx, cy, turn_deg=turn)
            for k in range(7)
        ),
        line_color=e.local("#6A6A74", 0.02),
        line_width=6,
    )
    for side in (-1, 1):
        e.add(
            placed(
                ribbon([(side * 120, 270), (side * 60, 380), (0, 480)], (40, 40, 52)),
                cx,
                cy,
                turn_deg=turn,
            ),
            frame,
            "tube",
        )
    hoop = ellipse(0, 0, 268, 336)
    mesh = placed(ellipse(0, 0, 236, 302), cx, cy, turn_deg=turn)
    lines = []
    for k in range(-6, 7):
        x = 36 * k
        h = 300 * math.sqrt(max(0.0, 1 - (x / 236) ** 2))
        lines.append(placed(curve((x, -h), (x, h)), cx, cy, turn_deg=turn))
    for k in range(-8, 9):
        y = 36 * k
        w = 236 * math.sqrt(max(0.0, 1 - (y / 302) ** 2))
        lines.append(placed(curve((-w, y), (w, y)), cx, cy, turn_deg=turn))
    e.strokes(e.tones(string).deep, 5, *lines)
    ring = difference(placed(hoop, cx, cy, turn_deg=turn), mesh)
    e.add(ring, frame, "round", e.light(420, 200, 200, 120, 0.5))
    e.group = "ball"
    e.add(circle(780, 760, 128), ball, "round", e.light(740, 710, 50, 40, 0.6))
    e.strokes(
        WHITE,
        13,
        curve((680, 700), (760, 740), (784, 840), (760, 884)),
        curve((800, 636), (810, 720), (876, 760), (906, 750)),
    )
    return e.sketch(1000, 1040, 1000, (560, 400), floats=True)


def shuttlecock(request: MotifRequest) -> Sketch:
    """Return a feathered shuttlecock flying down to the left."""
    e = Easel(request)
    white, cork, band = e.local("#FBFAF6", 0.02), e.local("#E9D6B4", 0.03), e.main()
    cx, cy, turn = 330.0, 720.0, 40.0
    e.group = "feathers"
    for dx in (-3, 3, -2, 2, -1, 1, 0):
        a = dx * 9.0
        vane = blob(
            (-18, -90, 0),
            (-70, -300),
            (-74, -520),
            (0, -600, 0),
            (74, -520),
            (70, -300),
            (18, -90, 0),
        )
        path = placed(placed(vane, 0, 0, turn_deg=a), cx, cy, turn_deg=turn)
        e.add(
            path,
            white if dx % 2 else e.tones(white).light,
            "plane",
            e.shadow(*path.bounds.center, 60, 200, white, 0.25),
            lines=(
                placed(
                    placed(curve((0, -90), (0, -580)), 0, 0, turn_deg=a), cx, cy, turn_deg=turn
                ),
            ),
            line_color=e.tones(white).deep,
            line_width=6,
        )
    for r in (210, 300):
        e.strokes(
            band,
            10,
            placed(
                curve((-0.42 * r, -r), (0, -r * 1.08), (0.42 * r, -r)), cx, cy, turn_deg=turn
            ),
        )
    e.group = "cork"
    e.add(
        placed(
            traced("-112,-60! 112,-60! 116,40 60,130 0,150 -60,130 -116,40"),
            cx,
            cy,
            turn_deg=turn,
        ),
        cork,
        "round",
        e.light(300, 690, 70, 50, 0.5),
    )
    e.add(
        placed(traced("-118,-84! 118,-84! 118,-30! -118,-30!"), cx, cy, turn_deg=turn),
        band,
        "tube",
    )
    return e.sketch(1000, 1000, 960, (500, 500), floats=True)


def skateboard(request: MotifRequest) -> Sketch:
    """Return a skateboard standing on its tail, its painted belly to us."""
    e = Easel(request)
    deck, wheel = e.main(), e.local("#FBF3DD", 0.02)
    metal = e.local("#AEB4BE", 0.04)
    turn, cx, cy = 18.0, 500.0, 520.0
    e.group = "deck"
    board = placed(
        traced(
            "-130,-330 -110,-440 0,-490 110,-440 130,-330 134,0 "
            "130,330 110,440 0,490 -110,440 -130,330 -134,0"
        ),
        cx,
        cy,
        turn_deg=turn,
    )
    e.add(board, deck, "round", e.light(430, 300, 120, 200, 0.3))
    for k, tone in enumerate((e.palette.accent, e.palette.accent2, e.local("#FBF3DD", 0.02))):
        bolt = placed(
            traced("40,-220! -96,20! -6,20! -50,220! 104,-60! 10,-60!"),
            cx,
            cy,
            turn_deg=turn,
            scale=1.0 - 0.24 * k,
        )
        e.inside(intersection(bolt, board), tone, "plane", outline=k == 0)
    for y in (-300, 300):
        e.group = f"truck {y}"
        e.add(
            placed(rounded_rectangle(Box(-150, y - 24, 300, 48), 20), cx, cy, turn_deg=turn),
            metal,
            "metal",
        )
        e.inside(
            placed(rounded_rectangle(Box(-54, y - 60, 108, 120), 20), cx, cy, turn_deg=turn),
            metal,
            "plane",
        )
        for side in (-1, 1):
            e.add(
                placed(
                    rounded_rectangle(Box(side * 172 - 44, y - 62, 88, 124), 34),
                    cx,
                    cy,
                    turn_deg=turn,
                ),
                wheel,
                "round",
            )
            e.inside(placed(circle(side * 172, y, 17), cx, cy, turn_deg=turn), metal, "round")
    return e.sketch(1000, 1060, 1020, (500, 500), floats=True)


def megaphone(request: MotifRequest) -> Sketch:
    """Return a megaphone calling to the right."""
    e = Easel(request)
    horn, grip = e.main(), e.palette.accent
    e.group = "handle"
    e.add(
        traced("330,560! 450,540! 500,860! 470,890 400,900 370,880!"),
        e.tones(grip).shade,
        "tube",
    )
    e.group = "horn"
    e.add(traced("130,400! 330,350! 350,600! 150,600!"), grip, "tube")
    e.add(ellipse(140, 500, 44, 102), e.tones(grip).shade, "plane")
    cone = traced("320,340! 520,290 700,160! 760,480 720,800! 540,650 340,610!")
    e.add(
        cone,
        horn,
        "plane",
        e.light(480, 340, 160, 60, 0.5),
        e.shadow(560, 680, 220, 110, horn, 0.5),
    )
    e.add(placed(ellipse(0, 0, 92, 330), 716, 480, turn_deg=-4), e.tones(horn).light, "round")
    e.inside(placed(ellipse(0, 0, 68, 290), 722, 480, turn_deg=-4), e.tones(horn).deep, "plane")
    e.inside(placed(ellipse(0, 0, 34, 90), 700, 480, turn_deg=-4), horn, "round")
    e.group = "calls"
    for dots in (((850, 300), (960, 220)), ((880, 470), (1010, 460)), ((850, 640), (960, 710))):
        e.add(ribbon(dots, (22, 30)), e.palette.accent2, "plane")
    return e.sketch(1060, 960, 915, (600, 480), floats=True)


def battery(request: MotifRequest) -> Sketch:
    """Return a battery pack charged to four fifths, a bolt on it."""
    e = Easel(request)
    case, green, glass = e.local("#2F3742", 0.12), e.main(), e.local("#E8EEF3", 0.04)
    e.group = "case"
    e.add(rounded_rectangle(Box(400, 60, 200, 90), 24), e.local("#B9C0CA", 0.04), "metal")
    e.add(rounded_rectangle(Box(230, 126, 540, 810), 84), case, "tube")
    e.inside(rounded_rectangle(Box(278, 176, 444, 710), 52), glass, "plane")
    inner = rounded_rectangle(Box(278, 176, 444, 710), 52)
    for k in range(4):
        cell = intersection(rounded_rectangle(Box(306, 732 - 142 * k, 388, 122), 24), inner)
        e.inside(cell, green.shifted(lightness=0.03 * k), "tube")
    e.inside(
        traced("560,300! 360,570! 480,570! 430,800! 650,500! 524,500!"),
        e.palette.accent,
        "plane",
        e.light(470, 420, 120, 120, 0.5),
    )
    return e.sketch(1000, 990, 950, (500, 540))


def tools(request: MotifRequest) -> Sketch:
    """Return a hammer and a spanner crossed."""
    e = Easel(request)
    steel, wood = e.local("#AEB6C2", 0.06), e.local("#C58A4A", 0.03)
    e.group = "spanner"
    jaw = difference(
        circle(0, -380, 132),
        union(placed(rectangle(Box(-52, -130, 104, 150)), 0, -400), circle(0, -380, 50)),
    )
    bar = traced("-48,-280! 48,-280! 42,380 0,420 -42,380!")
    ring = difference(circle(0, 390, 100), circle(0, 390, 50))
    for path in (bar, jaw, ring):
        e.add(placed(path, 500, 520, turn_deg=42), steel, "metal" if path is bar else "round")
    e.group = "hammer"
    e.add(
        placed(traced("-34,-380! 34,-380! 44,430 0,460 -44,430!"), 500, 520, turn_deg=-42),
        wood,
        "tube",
        fine=(placed(curve((-10, -200), (-6, 400)), 500, 520, turn_deg=-42),),
        line_color=e.tones(wood).shade,
        line_width=6,
    )
    e.add(
        placed(traced("-40,130! 40,130! 48,430 0,462 -48,430!"), 500, 520, turn_deg=-42),
        e.main(),
        "tube",
    )
    head = placed(
        traced(
            "-190,-400! -120,-420 60,-410 150,-380 230,-290! "
            "140,-320 60,-300 -110,-290 -190,-300!"
        ),
        500,
        520,
        turn_deg=-42,
    )
    e.add(head, e.tones(steel).shade, "round", e.light(200, 260, 80, 60, 0.6))
    e.add(
        placed(rounded_rectangle(Box(-232, -424, 62, 150), 16), 500, 520, turn_deg=-42),
        steel,
        "metal",
    )
    return e.sketch(1000, 1000, 960, (500, 450), floats=True)


def microscope(request: MotifRequest) -> Sketch:
    """Return a laboratory microscope."""
    e = Easel(request)
    body, dark = e.local("#F2F5F8", 0.05), e.local("#3A4250", 0.1)
    accent = e.main()
    e.group = "foot"
    e.add(
        traced("220,900! 260,840 400,820 640,820 780,840 820,900! 810,936! 230,936!"),
        dark,
        "tube",
    )
    e.group = "arm"
    arm = ribbon(
        [(640, 860), (760, 700), (770, 500), (660, 330), (540, 270)], (120, 110, 106, 104, 96)
    )
    e.add(
        arm,
        body,
        "round",
        e.light(740, 480, 60, 150, 0.5),
        e.shadow(700, 760, 140, 140, body, 0.5),
    )
    e.add(circle(740, 650, 66), accent, "round", e.light(720, 628, 24, 20, 0.7))
    e.inside(circle(740, 650, 30), e.tones(accent).shade, "plane")
    e.group = "tube"
    turn, cx, cy = -24.0, 450.0, 330.0
    e.add(
        placed(rounded_rectangle(Box(-62, -300, 124, 90), 20), cx, cy, turn_deg=turn),
        dark,
        "tube",
    )
    e.add(
        placed(rectangle(Box(-48, -214, 96, 60)), cx, cy, turn_deg=turn),
        e.local("#B9C0CA", 0.03),
        "metal",
    )
    e.add(
        placed(rounded_rectangle(Box(-82, -160, 164, 330), 30), cx, cy, turn_deg=turn),
        body,
        "tube",
    )
    e.inside(
        placed(rectangle(Box(-82, -40, 164, 56)), cx, cy, turn_deg=turn),
        accent,
        "tube",
        outline=False,
    )
    e.add(
        placed(traced("-70,170! 70,170! 52,240! -52,240!"), cx, cy, turn_deg=turn), dark, "tube"
    )
    e.add(
        placed(traced("-36,238! 36,238! 26,330! -26,330!"), cx, cy, turn_deg=turn),
        e.local("#B9C0CA", 0.03),
        "metal",
    )
    e.group = "stage"
    e.add(rounded_rectangle(Box(300, 700, 430, 40), 14), dark, "tube")
    e.add(rounded_rectangle(Box(470, 682, 190, 20), 6), e.local("#A9D5EE", 0.05), "plane")
    e.add(ellipse(556, 690, 26, 9), accent, "plane")
    e.add(traced("470,760! 590,760! 560,820! 500,820!"), e.local("#B9C0CA", 0.03), "tube")
    return e.sketch(1000, 980, 945, (500, 450), contact=Box(230, 920, 580, 36))
