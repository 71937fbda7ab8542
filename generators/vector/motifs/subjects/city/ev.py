"""Electric: a low flush car with light bars, and a bicycle."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.geometry import Box
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import curve, d, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along, down, glow
from generators.vector.motifs.sketch import Sketch

__all__ = ["bicycle", "ev_car"]

_BODY = (
    "M66 368C54 320 58 268 84 246C106 230 146 222 186 212C290 148 430 92 606 86"
    "C768 80 892 118 1002 204C1092 212 1184 238 1228 284C1250 314 1254 352 1242 392L1216 404"
    "L100 404C80 398 70 386 66 368Z"
)
_GLASS = (
    "M292 198C396 138 500 106 608 103C742 99 856 132 958 203C946 216 800 224 640 226"
    "C480 227 350 222 292 198Z"
)


def ev_car(request: MotifRequest) -> Sketch:
    """Return an electric car in profile, facing right: one line from nose to tail."""
    e = Easel(request)
    paint = _lacquer(e)
    t = e.tones(paint)
    dark = e.local("#16181F", 0.03)
    k = e.tones(dark)
    white = WHITE.with_opacity
    e.group = "body"
    body = d(_BODY)
    box = body.bounds
    e.add(
        body, paint, "matte",
        down(box, [
            (0, t.glow), (0.24, t.light), (0.44, t.base), (0.52, t.glow), (0.56, t.base),
            (0.74, t.shade), (0.86, t.deep), (1, t.shade),
        ]),
        along((64, 0), (1258, 0), [
            (0, t.deep.with_opacity(0.75)), (0.2, t.base.with_opacity(0)),
            (0.72, t.base.with_opacity(0)), (0.9, white(0.35)), (1, t.deep.with_opacity(0.6)),
        ]),
    )  # fmt: skip
    e.inside(traced("110,282! 300,262 640,248 1000,252 1190,270! 1000,262 640,260 300,276"),
             t.glow, "matte", outline=False, only=("flat", "cut_paper"))  # fmt: skip
    e.gleam(
        d("M150 330C420 300 900 296 1180 320C900 312 420 320 150 350Z"),
        along((150, 0), (1180, 0), [(0, white(0)), (0.5, white(0.7)), (1, white(0))]),
    )
    sill = traced("80,378! 300,372 1010,372 1252,376! 1236,404! 96,404!")
    e.inside(sill, dark, "plane")
    e.group = "cabin"
    glass = d(_GLASS)
    sky = e.palette.accent2.mixed(WHITE, 0.35)
    e.inside(
        glass, dark, "matte",
        along((380, 120), (900, 240), [
            (0, k.base), (0.3, k.light.mixed(sky, 0.5)), (0.38, sky), (0.44, k.light),
            (0.7, k.base), (1, k.glow.mixed(sky, 0.3)),
        ]),
    )  # fmt: skip
    e.inside(d("M612 100L628 100L622 228L604 228Z"), dark, "plane")
    e.strokes(
        t.deep,
        2.5,
        curve((612, 228), (604, 300), (612, 376)),
        curve((372, 222), (352, 290), (404, 376)),
        curve((950, 206), (944, 290), (890, 376)),
    )
    for x in (520, 820):
        e.strokes(t.deep, 5, d(f"M{x} 262L{x + 58} 260"))
    e.group = "lights"
    front, tail = e.local("#E9FBFF", 0), e.local("#FF3B47", 0)
    e.inside(d("M1096 246C1160 254 1208 272 1232 298L1236 310C1204 282 1156 264 1094 256Z"),
             front, "matte", outline=False)  # fmt: skip
    e.gleam(ellipse(1206, 286, 120, 60), glow((1206, 286), (120, 60), front, 0.85))
    e.inside(d("M70 290C76 270 86 258 104 252L196 232L198 242L112 264C96 268 88 280 84 296Z"),
             tail, "matte", outline=False)  # fmt: skip
    e.gleam(ellipse(110, 266, 90, 56), glow((110, 266), (90, 56), tail, 0.6))
    e.group = "wheels"
    for hub in (276.0, 1018.0):
        e.inside(intersection(body, circle(hub, 372, 124)), k.deep, "plane")
        _wheel(e, hub, 372.0, dark)
    glow_color = e.palette.accent.mixed(WHITE, 0.2)
    return e.sketch(
        1320, 520, 480, (700, 260), contact=Box(130, 466, 1060, 26), glow=glow_color
    )


def _lacquer(e: Easel) -> Color:
    """The primary as a car is sprayed: bright metal where it is pale or very dark."""
    asked = e.main()
    if asked.oklch.lightness > 0.86 or asked.oklch.lightness < 0.24:
        return asked.mixed(Color.from_hex("#B9C4D4"), 0.7)
    return asked


def _wheel(e: Easel, x: float, y: float, dark: Color) -> None:
    rim = e.local("#C9D0DA", 0.02)
    e.add(circle(x, y, 108), dark, "plane")
    e.inside(circle(x, y, 88), e.tones(dark).light, "plane")
    for i in range(10):
        blade = traced("-10,-14! 10,-14! 26,-84 2,-86!")
        e.inside(placed(blade, x, y, turn_deg=36 * i), rim, "plane", outline=i % 2 == 0)
    e.strokes(rim, 5, circle(x, y, 86))
    e.inside(circle(x, y, 17), e.tones(rim).light, "round")


def bicycle(request: MotifRequest) -> Sketch:
    """Return a city bicycle, facing right, flowers in its basket."""
    e = Easel(request)
    frame, dark = e.main(), e.local("#2B2A31", 0.02)
    t = e.tones(frame)
    rear, front, crank = (270.0, 620.0), (860.0, 620.0), (520.0, 640.0)
    seat, head = (430.0, 330.0), (790.0, 300.0)
    e.group = "wheels"
    for x, y in (rear, front):
        e.add(difference(circle(x, y, 214), circle(x, y, 192)), dark, "plane")
        e.inside(
            difference(circle(x, y, 190), circle(x, y, 180)), e.local("#CBD0D8", 0), "metal"
        )
        spokes = [
            d(f"M{x} {y}L{x + 184 * math.cos(a):.1f} {y + 184 * math.sin(a):.1f}")
            for a in [math.pi * i / 9 for i in range(18)]
        ]
        e.strokes(e.local("#9AA0AA", 0), 2.5, *spokes)
        e.inside(circle(x, y, 20), e.local("#CBD0D8", 0), "metal")
    e.group = "frame"
    tubes = ((rear, crank), (rear, seat), (seat, crank), (crank, head),
             ((448, 404), (800, 360)), (head, front))  # fmt: skip
    for a, b in tubes:
        e.add(ribbon([a, b], (27, 25)), frame, "tube")
    e.add(ribbon([head, (770, 200), (700, 190)], (22, 20, 20)), e.local("#CBD0D8", 0), "metal")
    e.add(ribbon([(716, 192), (640, 212)], (32, 30)), e.local("#7A4A2E", 0.02), "tube")
    e.add(ribbon([seat, (418, 280)], (20, 20)), e.local("#CBD0D8", 0), "metal")
    e.add(traced("320,262 400,246 500,262 520,276 440,290 350,300"), e.local("#7A4A2E", 0.02),
          "plane")  # fmt: skip
    e.group = "crank"
    e.add(difference(circle(*crank, 62), circle(*crank, 40)), t.deep, "plane")
    e.add(ribbon([crank, (560, 750)], (18, 16)), dark, "plane")
    e.add(ribbon([(520, 756), (604, 748)], (22, 22)), dark, "plane")
    e.strokes(dark, 6, d(f"M{rear[0]} 596L{crank[0]} 580M{rear[0]} 646L{crank[0]} 702"))
    e.group = "basket"
    wicker = e.local("#C99A5B", 0.02)
    rng = e.request.rng(4)
    for x, y in ((800, 130), (860, 90), (930, 100), (980, 140), (880, 150)):
        e.add(ribbon([(x, y), ((x + 880) / 2, 240)], (8, 10)), e.local("#5F9A54", 0.03))
        color = (e.palette.primary, e.palette.accent, WHITE)[int(rng.integers(3))]
        for k in range(6):
            petal = traced("0,-6! 24,-34 0,-58 -24,-34")
            e.add(placed(petal, x, y, turn_deg=60 * k), color, "plane", solid=k == 0)
        e.inside(circle(x, y, 15), e.local("#F1C24B", 0), "round")
    basket = traced("770,200! 1000,200! 964,350! 806,350!")
    weave = tuple(
        curve((774 + 8 * i, 226 + 30 * i), (998 - 8 * i, 226 + 30 * i)) for i in range(4)
    )
    e.add(basket, wicker, "plane", lines=weave, line_color=e.tones(wicker).deep, line_width=7)
    return e.sketch(1120, 880, 834, (560, 420), contact=Box(200, 818, 740, 26))
