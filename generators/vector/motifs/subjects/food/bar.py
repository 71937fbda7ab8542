"""Bar: cocktail, two champagne flutes, hop cones."""

from __future__ import annotations

import math
from itertools import pairwise

from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import circle, ellipse, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, leaf, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along, down, glass_bands, glow
from generators.vector.motifs.sketch import Sketch

__all__ = ["champagne", "cocktail", "hop"]


def cocktail(request: MotifRequest) -> Sketch:
    """Return a tall drink in sunset layers: ice, a slice of orange, a paper parasol."""
    e = Easel(request)
    orange = e.local("#F59B2D", 0.02)
    e.group = "parasol"
    e.add(d("M590 480L752 130L764 136L604 486Z"), e.local("#C79B5B", 0), "plane")
    shades = (e.palette.primary, e.local("#FFF6E6", 0), e.palette.accent)
    rim = [-210.0, -130.0, -44.0, 44.0, 130.0, 210.0]
    for k, (a, b) in enumerate(pairwise(rim)):
        sag = 66 - 0.0009 * (a + b) ** 2 / 4
        wing = blob((0, -120, 0), (b * 0.72, -40), (b, 50, 0), ((a + b) / 2, sag), (a, 50, 0),
                    (a * 0.72, -40))  # fmt: skip
        e.add(placed(wing, 752, 190, turn_deg=25), shades[k % 3], "plane")
    e.group = "slice"
    e.add(circle(250, 330, 150), orange, "plane")
    e.inside(circle(250, 330, 128), e.local("#FFE8BE", 0), "plane")
    for k in range(8):
        segment = traced("0,-12! 40,-100 0,-116 -40,-100")
        e.inside(placed(segment, 250, 330, turn_deg=45 * k), e.tones(orange).light, "plane")
    e.group = "drink"
    glass = d("M250 300L750 300L690 880C684 930 640 950 500 950C360 950 316 930 310 880Z")
    inner = d("M276 360L724 360L668 868C662 905 620 920 500 920C380 920 338 905 332 868Z")
    e.add(glass, e.local("#EAF4F6", 0.02).with_opacity(0.5), "glass", spot=False)
    e.inside(
        inner, orange, "matte",
        down(inner.bounds, [
            (0, e.local("#FFD866", 0)), (0.4, e.local("#FFA23C", 0)),
            (0.72, e.local("#F2604D", 0.02)), (1, e.local("#C22B5B", 0.04)),
        ]),
        glow((420, 500), (130, 260), WHITE, 0.35),
    )  # fmt: skip
    for x, y, turn in ((400, 420, 14), (560, 440, -20), (470, 540, 40), (620, 560, 8)):
        cube = placed(rounded_rectangle(Box(-62, -62, 124, 124), 22), x, y, turn_deg=turn)
        e.inside(
            intersection(cube, inner), WHITE.with_opacity(0.45), "glass",
            along((x - 60, y - 60), (x + 60, y + 60), [
                (0, WHITE.with_opacity(0.8)), (0.45, WHITE.with_opacity(0.1)),
                (1, WHITE.with_opacity(0.4)),
            ]),
        )  # fmt: skip
    e.gleam(glass, *glass_bands(glass, e.local("#BFD8E0", 0)))
    mint = e.local("#5FA562", 0.02)
    for tip, width in (((470, 190), 80), ((560, 230), 70), ((400, 240), 70)):
        shape, vein = leaf((490, 380), tip, width, 0.1)
        e.add(shape, mint, "plane", lines=(vein,), line_color=e.tones(mint).deep, line_width=3)
    e.add(d("M600 420L690 60L716 66L628 424Z"), e.palette.accent2, "tube")
    return e.sketch(1000, 1010, 948, (500, 560), contact=Box(330, 930, 340, 30))


def champagne(request: MotifRequest) -> Sketch:
    """Return two flutes touching, wine alive with bubbles."""
    e = Easel(request)
    wine = e.local("#F0C879", 0.03)
    rng = e.request.rng(6)
    for side in (-1, 1):
        lean = -9 * side

        def put(path: Path, side: int = side, lean: int = lean) -> Path:
            moved = path.moved(500 + 244 * side, 0)
            return moved.transformed(Affine.rotation(lean, Point(500 + 244 * side, 1130)))

        e.group = "flute"
        foot = put(ellipse(0, 1120, 150, 26))
        stem = put(d("M-12 700C-12 900 -14 1060 -60 1116L60 1116C14 1060 12 900 12 700Z"))
        cup = put(d("M-104 130C-128 400 -110 620 -20 716L20 716C110 620 128 400 104 130Z"))
        fill = put(d("M-112 300C-118 470 -98 610 -16 696L16 696C98 610 118 470 112 300Z"))
        clear = e.local("#D8DCE2", 0.08)
        e.add(foot, clear.with_opacity(0.9), "glass", *glass_bands(foot, clear), spot=False)
        e.add(stem, clear.with_opacity(0.9), "glass", *glass_bands(stem, clear), spot=False)
        e.add(cup, clear.with_opacity(0.8), "glass", spot=False)
        e.strokes(e.tones(clear).shade, 4, cup, stem, foot, only=("flat", "cut_paper"))
        t = e.tones(wine)
        e.inside(
            fill, wine, "matte",
            down(fill.bounds, [(0, t.glow), (0.5, t.base), (1, t.shade)]),
            glow((fill.bounds.x + 50, 440), (60, 200), WHITE, 0.6),
        )  # fmt: skip
        for _ in range(22):
            x, y = float(rng.uniform(-76, 76)), float(rng.uniform(330, 640))
            if abs(x) < 96 * (1 - ((y - 300) / 420) ** 2):
                e.inside(put(circle(x, y, float(rng.uniform(4, 11)))), WHITE, "plane",
                         outline=False)  # fmt: skip
        e.inside(put(ellipse(0, 300, 112, 17)), t.glow, "plane")
        e.gleam(cup, *glass_bands(cup, e.local("#B9AE96", 0.05)))
        e.strokes(WHITE, 5, put(ellipse(0, 130, 104, 16)))
    e.group = "spark"
    for x, y, k in ((500, 90, 1.0), (420, 30, 0.5), (590, 20, 0.6)):
        star = traced(f"{x},{y - 70 * k}! {x + 9 * k},{y - 9 * k} {x + 60 * k},{y}! "
                      f"{x + 9 * k},{y + 9 * k} {x},{y + 70 * k}! {x - 9 * k},{y + 9 * k} "
                      f"{x - 60 * k},{y}! {x - 9 * k},{y - 9 * k}")  # fmt: skip
        e.add(star, e.local("#F2CF7A", 0), "plane", solid=False)
    return e.sketch(1000, 1180, 1130, (500, 420), contact=Box(130, 1108, 740, 34))


def hop(request: MotifRequest) -> Sketch:
    """Return two hop cones on a bine with leaves."""
    e = Easel(request)
    green = e.local("#86AE4C", 0.03)
    stalk = e.tones(green).deep
    e.group = "bine"
    e.add(ribbon([(160, 60), (420, 120), (620, 90), (860, 160)], (26, 22, 20, 10)), stalk)
    e.group = "leaves"
    for base, tip, width in (((300, 100), (90, 330), 150), ((700, 110), (930, 330), 150),
                             ((520, 110), (600, 6), 80)):  # fmt: skip
        shape, vein = leaf(base, tip, width, 0.08)
        e.add(shape, e.tones(green).shade, "plane", lines=(vein,),
              line_color=e.tones(green).light)  # fmt: skip
    for x, top, scale, turn in ((650, 130, 0.82, -10), (400, 120, 1.0, 6)):
        e.group = "cone"
        rows = 7
        outline = traced("0,-10! 150,60 210,220 170,440 70,620 0,700! -70,620 -170,440 "
                         "-210,220 -150,60")  # fmt: skip
        e.add(
            placed(outline, x, top, turn_deg=turn, scale=scale), e.tones(green).shade, "round"
        )
        for row in range(rows, -1, -1):
            y = 40 + row * 78
            half = 200 * math.sin(math.pi * min(0.96, 0.14 + row / (rows + 1.4))) ** 0.8
            count = 2 + (row % 2)
            for k in range(count):
                dx = (k - (count - 1) / 2) * half * (0.92 if count == 3 else 1.05)
                scale_ = leaf((dx * 0.6, y - 50), (dx * 0.9, y + 130), half * 0.98, 0.0)[0]
                fade = min(1.0, row / rows)
                tone = e.tones(green).light.mixed(green, fade)
                e.inside(
                    placed(scale_, x, top, turn_deg=turn, scale=scale), tone, "plane",
                    lines=(placed(curve((dx * 0.6, y - 40), (dx * 0.85, y + 100)), x, top,
                                  turn_deg=turn, scale=scale),),
                    line_color=e.tones(green).shade, line_width=3,
                )  # fmt: skip
    return e.sketch(1000, 900, 860, (480, 420), floats=True)
