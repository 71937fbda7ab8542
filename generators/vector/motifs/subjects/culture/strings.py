"""Strings and keys: grand piano, violin."""

from __future__ import annotations

from compositor.geometry import Box
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import Easel
from generators.vector.motifs.forms import curve, mirrored, placed, ribbon, spiral, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Sketch

__all__ = ["piano", "violin"]


def piano(request: MotifRequest) -> Sketch:
    """Return a grand piano with its lid up, seen from the keys."""
    e = Easel(request)
    black, gold, ivory = (
        e.local("#26242B", 0.06),
        e.local("#D9AE55", 0.02),
        e.local("#FAF7EF", 0.01),
    )
    t = e.tones(black)
    e.group = "lid"
    e.add(
        traced("200,470! 250,180 420,90 640,80 820,150! 900,300 890,470!"),
        t.shade,
        "plane",
        e.light(420, 200, 260, 120, 0.35),
    )
    e.inside(
        traced("240,470! 290,220 440,140 630,130 780,190! 850,320 840,470!"),
        e.local("#B4793F", 0.05),
        "plane",
        fine=tuple(curve((300 + 54 * k, 470), (340 + 46 * k, 190)) for k in range(10)),
        line_color=e.local("#E7C27A", 0.02),
        line_width=4,
    )
    e.add(ribbon([(760, 470), (700, 300)], (13, 13)), gold, "tube")
    e.group = "legs"
    for x in (190, 850):
        e.add(traced(f"{x - 32},640! {x + 32},640! {x + 20},900! {x - 20},900!"), black, "tube")
        e.add(circle(x, 912, 24), gold, "round")
    e.add(traced("490,660! 550,660! 540,880! 500,880!"), black, "tube")
    for x in (486, 520, 554):
        e.add(rounded_rectangle(Box(x - 13, 872, 26, 26), 8), gold, "round")
    e.group = "case"
    e.add(
        traced("120,440! 920,440! 930,560! 110,560!"),
        black,
        "plane",
        e.light(340, 460, 260, 40, 0.5),
    )
    e.add(traced("80,560! 960,560! 960,690! 80,690!"), t.light, "plane")
    e.group = "keys"
    keys = rectangle(Box(140, 576, 760, 92))
    e.inside(
        keys,
        ivory,
        "plane",
        fine=tuple(curve((140 + 40 * k, 576), (140 + 40 * k, 668)) for k in range(1, 19)),
        line_color=e.tones(ivory).deep,
        line_width=4,
    )
    for k in range(18):
        if k % 7 not in (2, 6):
            e.inside(rectangle(Box(168 + 40 * k, 576, 24, 56)), black, "plane", outline=False)
    e.group = "stand"
    e.add(traced("360,300! 680,300! 700,448! 340,448!"), black, "plane")
    e.inside(
        traced("396,318! 510,324! 510,436! 384,430!"),
        ivory,
        "plane",
        lines=tuple(curve((408, y), (496, y + 3)) for y in (350, 376, 402)),
        line_color=t.base,
        line_width=4,
    )
    e.inside(
        traced("516,324! 644,318! 656,430! 516,436!"),
        ivory,
        "plane",
        lines=tuple(curve((530, y + 3), (632, y)) for y in (350, 376, 402)),
        line_color=t.base,
        line_width=4,
    )
    return e.sketch(1040, 980, 935, (520, 500), contact=Box(160, 905, 720, 34))


def violin(request: MotifRequest) -> Sketch:
    """Return a violin with its bow laid across behind it."""
    e = Easel(request)
    wood, dark = e.local("#B0602C", 0.03), e.local("#2D2226", 0.03)
    t = e.tones(wood)
    turn, cx, cy = 28.0, 480.0, 560.0

    e.group = "bow"
    e.add(
        ribbon([(120, 180), (500, 560), (900, 930)], (17, 15, 20)),
        e.local("#6B3A22", 0.03),
        "tube",
    )
    e.strokes(e.local("#F5EFE2", 0.02), 7, curve((100, 214), (880, 962)))
    e.group = "neck"
    e.add(
        placed(traced("-28,-560! 28,-560! 34,-200! -34,-200!"), cx, cy, turn_deg=turn),
        wood,
        "tube",
    )
    e.add(placed(spiral((0, -590), 46, 1.3), cx, cy, turn_deg=turn), wood, "tube", solid=False)
    e.add(
        placed(circle(0, -590, 48), cx, cy, turn_deg=turn),
        wood,
        "round",
        lines=(placed(spiral((0, -590), 34, 1.4), cx, cy, turn_deg=turn),),
        line_color=t.deep,
        line_width=8,
    )
    for y, side in ((-520, -1), (-480, 1), (-440, -1), (-400, 1)):
        e.add(
            placed(
                ribbon([(side * 20, y), (side * 74, y - 8)], (18, 30)), cx, cy, turn_deg=turn
            ),
            dark,
            "round",
        )
    e.group = "body"
    body = traced(
        "0,-250 110,-236 166,-160 150,-70 104,0! 128,60 104,110! "
        "190,170 222,270 180,370 80,410 0,416 -80,410 -180,370 "
        "-222,270 -190,170 -104,110! -128,60 -104,0! -150,-70 -166,-160 -110,-236"
    )
    put = placed(body, cx, cy, turn_deg=turn)
    e.add(
        put,
        wood,
        "round",
        e.light(cx - 60, cy - 60, 150, 200, 0.35),
        e.shadow(cx + 40, cy + 300, 240, 160, wood, 0.5),
    )
    e.strokes(t.deep, 5, placed(placed(body, 0, 12, scale=0.93), cx, cy, turn_deg=turn))
    hole = ribbon([(86, -10), (70, 40), (96, 90), (80, 150)], (8, 15, 15, 8))
    for path in (hole, mirrored(hole, 0)):
        e.inside(placed(path, cx, cy + 40, turn_deg=turn), dark, "plane", outline=False)
    e.group = "fittings"
    e.inside(
        placed(traced("-26,-540! 26,-540! 38,70! -38,70!"), cx, cy, turn_deg=turn), dark, "tube"
    )
    e.inside(
        placed(traced("-54,232! 54,232! 30,404! -30,404!"), cx, cy, turn_deg=turn), dark, "tube"
    )
    e.inside(
        placed(traced("-66,120! 66,120! 74,146! -74,146!"), cx, cy, turn_deg=turn),
        e.local("#E9CF9B", 0.02),
        "plane",
    )
    e.strokes(
        e.local("#EFE7D6", 0.02),
        4,
        *(
            placed(curve((x * 0.55, -540), (x, 130), (x * 0.9, 240)), cx, cy, turn_deg=turn)
            for x in (-27, -9, 9, 27)
        ),
    )
    e.inside(placed(ellipse(-96, 300, 62, 46), cx, cy, turn_deg=turn), dark, "round")
    e.gleam(
        intersection(
            put, placed(ribbon([(-150, -150), (-120, -60)], (20, 12)), cx, cy, turn_deg=turn)
        ),
        e.light(cx - 60, cy - 180, 60, 90, 0.7),
    )
    return e.sketch(1000, 1030, 985, (430, 560), floats=True)
