"""Sweets: donut, cookies, chocolate bar, lollipop, popcorn."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference, intersection, union
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, placed, ribbon, scallop, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along
from generators.vector.motifs.sketch import LabelPlace, Sketch

__all__ = ["chocolate", "cookie", "donut", "lollipop", "popcorn"]


def donut(request: MotifRequest) -> Sketch:
    """Return an iced ring with sprinkles, seen from a little above."""
    e = Easel(request)
    dough, icing = e.local("#E0A45C", 0.03), e.main()
    e.group = "dough"
    hole = ellipse(500, 476, 122, 92)
    ring = difference(ellipse(500, 520, 420, 376), hole)
    e.add(ring, dough, "round", e.shadow(620, 840, 420, 190, dough, 0.7))
    e.group = "icing"
    edge = []
    for k in range(22):
        a = math.radians(360 / 22 * k)
        reach = (1.0, 0.9, 0.98, 0.88)[k % 4] if math.sin(a) > -0.2 else 0.95
        edge.append((500 + 384 * reach * math.cos(a), 482 + 338 * reach * math.sin(a)))
    glaze = difference(blob(*edge), ellipse(500, 476, 146, 114))
    e.inside(glaze, icing, "round", e.light(330, 300, 170, 90, 0.55),
             e.shadow(640, 740, 330, 130, icing, 0.45))  # fmt: skip
    shine = ribbon([(214, 470), (250, 330), (370, 232)], (8, 34, 8))
    e.gleam(shine, e.light(280, 330, 160, 160, 0.9))
    tints = (e.palette.accent, WHITE, e.palette.accent2, e.local("#F6CE4B", 0.05))
    e.group = "sprinkles"
    for k in range(30):
        a, reach = math.radians(137.5 * k), (0.62, 0.76, 0.9)[k % 3]
        x, y = 500 + 330 * reach * math.cos(a), 478 + 288 * reach * math.sin(a)
        grain = placed(rounded_rectangle(Box(-27, -9, 54, 18), 9), x, y, turn_deg=67.0 * k)
        e.inside(grain, tints[k % 4], "round", outline=False)
    return e.sketch(1000, 930, 890, (500, 480))


def cookie(request: MotifRequest) -> Sketch:
    """Return a bitten chocolate-chip cookie leaning on a whole one."""
    e = Easel(request)
    dough, chip = e.local("#D69A55", 0.03), e.local("#553019", 0.02)
    e.group = "behind"
    _biscuit(e, (660, 620, 268), dough.shifted(lightness=-0.05), chip, ())
    e.group = "front"
    bites = ((640, 176, 92), (716, 262, 84), (556, 120, 70))
    _biscuit(e, (396, 470, 340), dough, chip, bites)
    e.group = "crumbs"
    for x, y, r in ((770, 170, 26), (846, 252, 17), (700, 96, 15), (862, 140, 11)):
        e.add(scallop((x, y), (r, r), bumps=6, depth=0.3), dough, "round")
    return e.sketch(1000, 930, 880, (390, 460))


def _biscuit(
    e: Easel,
    place: tuple[float, float, float],
    dough: Color,
    chip: Color,
    bites: tuple[tuple[float, float, float], ...],
) -> None:
    x, y, r = place
    whole = scallop((x, y), (r * 0.97, r * 0.97), bumps=17, depth=0.16)
    for bite in bites:
        whole = difference(whole, circle(*bite))
    t = e.tones(dough)
    e.add(whole, dough, "round", e.shadow(x + r * 0.5, y + r * 0.8, r, r * 0.6, dough, 0.6),
          fine=tuple(
              curve((x + r * 0.8 * math.cos(a), y + r * 0.8 * math.sin(a)),
                    (x + r * 0.7 * math.cos(a + 0.3), y + r * 0.7 * math.sin(a + 0.3)))
              for a in (0.4, 1.5, 2.6, 3.7, 4.4)
          ), line_color=t.shade, line_width=6)  # fmt: skip
    spots = ((-0.42, -0.46, 1.0), (0.12, -0.30, 0.9), (-0.62, 0.06, 0.8), (-0.12, 0.06, 1.15),
             (0.44, 0.10, 0.95), (-0.36, 0.50, 1.0), (0.16, 0.52, 0.85), (0.56, 0.48, 0.7),
             (0.46, -0.44, 0.6), (-0.08, -0.72, 0.7))  # fmt: skip
    for k, (dx, dy, size) in enumerate(spots):
        at, s = (x + dx * r, y + dy * r), r * 0.125 * size
        lump = placed(
            blob(
                (-s, 0), (-0.5 * s, -0.9 * s), (0.6 * s, -0.8 * s), (s, 0.2 * s), (0, 0.9 * s)
            ),
            *at,
            turn_deg=50.0 * k,
        )
        if intersection(lump, whole).bounds.area > 0.8 * lump.bounds.area:
            e.inside(
                lump,
                chip,
                "round",
                e.light(at[0] - s * 0.3, at[1] - s * 0.4, s * 0.5, s * 0.4, 0.7),
            )


def chocolate(request: MotifRequest) -> Sketch:
    """Return a bar of chocolate half out of its foil and sleeve, one corner broken off."""
    e = Easel(request)
    cocoa, sleeve = e.local("#5A321D", 0.02), e.main()
    foil, t = e.local("#D9DDE4", 0.05), e.tones(cocoa)
    turn = -9.0

    def put(path: Path) -> Path:
        return placed(path, 480, 500, turn_deg=turn)

    e.group = "bar"
    bar = difference(
        rounded_rectangle(Box(-250, -430, 500, 560), 18),
        traced(
            "130,-460! 300,-460! 300,-240! 240,-262 204,-300 190,-330 150,-372", closed=True
        ),
    )
    e.add(put(bar), cocoa, "plane", e.shadow(560, 480, 260, 260, cocoa, 0.4))
    for row in range(4):
        for col in range(3):
            x, y = -234 + 158 * col, -414 + 132 * row
            if (row, col) == (0, 2):
                continue
            e.inside(put(rounded_rectangle(Box(x, y, 146, 120), 12)), t.light, "plane",
                     outline=False)  # fmt: skip
            e.inside(put(rounded_rectangle(Box(x + 9, y + 9, 137, 111), 12)), t.shade, "plane",
                     outline=False)  # fmt: skip
            e.inside(put(rounded_rectangle(Box(x + 18, y + 18, 110, 84), 8)), cocoa, "plane")
    e.group = "foil"
    zigzag = [(-268 + 44 * k, (-4 if k % 2 else -58), 0) for k in range(13)]
    foil_path = blob(*zigzag, (262, 120, 0), (-268, 120, 0))
    e.add(
        put(foil_path),
        foil,
        "matte",
        along(
            (300, 420),
            (640, 560),
            [
                (0, e.tones(foil).glow),
                (0.3, e.tones(foil).shade),
                (0.5, WHITE),
                (0.7, e.tones(foil).shade),
                (1, e.tones(foil).light),
            ],
        ),
    )
    e.group = "sleeve"
    wrap = rounded_rectangle(Box(-272, 40, 544, 400), 10)
    e.add(put(wrap), sleeve, "plane", e.shadow(640, 900, 260, 220, sleeve, 0.6))
    e.inside(put(rectangle(Box(-272, 70, 544, 16))), e.palette.accent, "plane", outline=False)
    e.inside(put(rectangle(Box(-272, 392, 544, 16))), e.palette.accent, "plane", outline=False)
    e.group = "piece"
    piece = placed(rounded_rectangle(Box(-76, -66, 152, 132), 14), 800, 250, turn_deg=24)
    e.add(piece, cocoa, "plane")
    inner = placed(rounded_rectangle(Box(-54, -44, 108, 86), 8), 796, 246, turn_deg=24)
    e.inside(inner, t.light, "plane")
    place = LabelPlace(box=Box(280, 650, 460, 160), color=e.palette.on_primary, max_size=110)
    return e.sketch(1000, 1000, 950, (470, 430), label=place, floats=True)


def lollipop(request: MotifRequest) -> Sketch:
    """Return a swirled lollipop with a bow, and a wrapped sweet beside it."""
    e = Easel(request)
    red, second = e.main(), e.local("#FFF6F0", 0.04)
    e.group = "stick"
    stick = ribbon([(440, 560), (452, 760), (462, 960)], (26, 26, 26))
    e.add(stick, e.local("#F4EEE4", 0.02), "tube")
    e.group = "sweet"
    disc = circle(430, 340, 300)
    e.add(disc, red, "round")
    for k in range(6):
        a = math.radians(60 * k)
        dots = [(430 + 300 * s * math.cos(a + 2.1 * s), 340 + 300 * s * math.sin(a + 2.1 * s))
                for s in (0.03, 0.3, 0.6, 0.85, 1.06)]  # fmt: skip
        arm = ribbon(dots, (12, 62, 116, 150, 176))
        tint = second if k % 2 else e.palette.accent
        e.inside(intersection(arm, disc), tint, "plane", outline=False)
    e.inside(difference(disc, circle(430, 340, 292)), e.tones(red).shade, "plane")
    e.gleam(disc, e.light(330, 220, 190, 150, 0.75), e.shadow(590, 540, 230, 170, red, 0.28))
    e.group = "bow"
    bow = e.palette.accent2
    for side in (-1, 1):
        loop = blob((444, 700, 0), (444 + side * 90, 640), (444 + side * 150, 690),
                    (444 + side * 130, 760), (444 + side * 60, 742))  # fmt: skip
        e.add(loop, bow, "round")
    e.add(circle(444, 702, 30), bow, "round")
    e.group = "wrapped"
    for side in (-1, 1):
        fan = placed(
            traced("0,0! 120,-86! 104,-40! 138,0! 104,42! 120,88!"),
            790 + side * 78,
            800,
            turn_deg=-24 + (180 if side < 0 else 0),
        )
        e.add(fan, e.palette.accent, "plane")
    ball = circle(790, 800, 104)
    e.add(ball, e.palette.accent, "round")
    for k in (-1, 0, 1):
        stripe = placed(ribbon([(k * 70 - 20, -120), (k * 70 + 10, 0), (k * 70 - 20, 120)],
                               (22, 30, 22)), 790, 800, turn_deg=-24)  # fmt: skip
        e.inside(intersection(stripe, ball), second, "plane", outline=False)
    e.gleam(ball, e.light(756, 756, 60, 46, 0.8))
    return e.sketch(1000, 1000, 965, (430, 340), contact=Box(420, 940, 90, 30))


def popcorn(request: MotifRequest) -> Sketch:
    """Return a striped tub heaped with popcorn."""
    e = Easel(request)
    red, cream = e.main(), e.local("#FFF4D6", 0.01)
    t = e.tones(cream)
    e.group = "corn"
    heap = [(500, 150), (390, 190), (610, 190), (300, 262), (700, 262), (450, 240), (560, 250),
            (250, 352), (750, 352), (360, 330), (500, 330), (640, 330), (300, 410), (700, 410),
            (420, 410), (580, 410), (200, 130), (812, 170)]  # fmt: skip
    for k, (x, y) in enumerate(heap):
        puff = placed(
            union(union(circle(-34, 6, 46), circle(34, 10, 44)), union(circle(2, -34, 46),
                  circle(6, 34, 40))), x, y, turn_deg=73.0 * k)  # fmt: skip
        e.add(puff, cream if k % 3 else e.local("#FBE3A0", 0), "round",
              e.shadow(x + 24, y + 34, 60, 46, cream, 0.5))  # fmt: skip
        curl = placed(curve((-22, 6), (0, -12), (22, 2)), x, y, turn_deg=73.0 * k)
        e.strokes(t.deep.mixed(e.local("#D9982E", 0), 0.6), 6, curl)
    e.group = "tub"
    tub = traced("170,420! 830,420! 740,950! 500,968 260,950!")
    e.add(tub, red, "plane")
    for k in range(4):
        a, b = 170 + 660 / 7 * (2 * k), 170 + 660 / 7 * (2 * k + 1)
        low = [260 + (480 / 660) * (v - 170) for v in (a, b)]
        if k:
            band = traced(f"{a},420! {b},420! {low[1]},958! {low[0]},958!")
            e.inside(intersection(band, tub), cream, "plane", outline=False)
    e.gleam(tub, e.shadow(830, 760, 190, 400, red, 0.3), e.light(280, 560, 120, 300, 0.35))
    rim = traced("160,400! 840,400! 832,444! 168,444!")
    e.add(rim, e.tones(red).light, "plane")
    place = LabelPlace(box=Box(330, 600, 340, 150), color=e.palette.ink, max_size=110)
    return e.sketch(1000, 1000, 965, (500, 420), label=place)
