"""Feast: hot pot, cake, moon cakes."""

from __future__ import annotations

import math

from compositor.geometry import Affine, Box
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import curve, d, leaf, placed, ribbon, scallop, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, down, glow
from generators.vector.motifs.sketch import Sketch

__all__ = ["cake", "hotpot", "mooncake"]


def hotpot(request: MotifRequest) -> Sketch:
    """Return a copper pot parted in two: red broth and white, steam and chopsticks."""
    e = Easel(request)
    copper = e.local("#C9783C", 0.02)
    t = e.tones(copper)
    e.group = "steam"
    for x, lean in ((360, -30), (540, 20), (720, -10)):
        wisp = ribbon(
            [(x, 330), (x + 50, 230), (x - 40 + lean, 140), (x + 20 + lean, 20)],
            (10, 46, 40, 6),
        )
        e.add(
            wisp, WHITE.with_opacity(0.5), "glass", glow((x, 170), (120, 170), WHITE, 0.8),
            solid=False, outline=True, only=("flat", "line", "doodle"), spot=False,
        )  # fmt: skip
    e.group = "pot"
    for x in (70, 1010):
        e.add(difference(ellipse(x, 470, 74, 58), ellipse(x, 470, 42, 30)), copper, "metal")
    bowl = d("M100 410C100 640 190 800 340 830L740 830C890 800 980 640 980 410Z")
    e.add(bowl, copper, "metal", e.shadow(540, 850, 460, 130, copper, 0.8))
    for row in range(3):
        y = 560 + 80 * row
        dents = tuple(ellipse(210 + 88 * k + 30 * (row % 2), y, 26, 20) for k in range(8))
        e.inside(
            intersection(bowl, rectangle(Box(0, 500, 1080, 330))), t.base.with_opacity(0),
            "glass", fine=dents, line_color=t.deep.with_opacity(0.3), line_width=4,
            outline=False,
        )  # fmt: skip
    e.add(rounded_rectangle(Box(330, 820, 420, 60), 14), t.shade, "metal")
    e.add(ellipse(540, 410, 446, 150), copper, "metal")
    e.inside(ellipse(540, 414, 414, 128), t.deep, "plane")
    e.group = "broth"
    pool = ellipse(540, 424, 396, 114)
    red, pale = e.local("#C8281B", 0.02), e.local("#F6E7C4", 0.01)
    e.inside(pool, red, "plane", glow((700, 400), (240, 80), e.tones(red).glow, 0.5))
    half = d("M540 310C660 340 640 400 540 424C440 450 420 510 540 540L100 540L100 300Z")
    e.inside(intersection(pool, half), pale, "plane", e.light(330, 390, 180, 50, 0.8))
    wall = ribbon([(540, 306), (630, 352), (540, 424), (450, 490), (540, 540)], (20, 20, 20))
    e.inside(intersection(wall, ellipse(540, 424, 414, 128)), t.light, "tube")
    e.group = "food"
    oil = e.local("#F08A2A", 0.02)
    for x, y, r in ((720, 380, 30), (820, 430, 24), (640, 480, 26), (760, 490, 18),
                    (690, 430, 14), (850, 380, 16)):  # fmt: skip
        e.inside(ellipse(x, y, r * 1.4, r * 0.6), oil, "round")
    for x, y, turn in ((800, 396, 20), (690, 466, -40), (880, 436, 70)):
        pod = ribbon([(-50, 6), (0, -10), (52, 8)], (8, 24, 20, 5))
        e.inside(placed(pod, x, y, turn_deg=turn), e.tones(red).light, "tube")
    green = e.local("#5FA04A", 0.03)
    for x, y in ((300, 400), (400, 370), (270, 450), (380, 460)):
        ring = difference(ellipse(x, y, 24, 12), ellipse(x, y, 11, 5))
        e.inside(ring, green, "plane")
    cap = e.local("#B98250", 0.02)
    for x, y, k in ((340, 424, 1.0), (450, 400, 0.8)):
        e.inside(ellipse(x, y, 52 * k, 26 * k), cap, "round")
        slit = d(f"M{x - 26 * k} {y}L{x + 26 * k} {y}M{x} {y - 14 * k}L{x} {y + 14 * k}")
        e.strokes(e.local("#F4E3C8", 0), 6, slit)
    e.group = "chopsticks"
    for dx in (0, 46):
        stick = d(f"M{600 + dx} 400L{960 + dx} 60L{976 + dx} 74L{610 + dx} 408Z")
        e.add(stick, e.local("#5A2F22", 0.02), "plane")
    meat = e.local("#E58A80", 0.02)
    slice_ = traced("560,330 640,322 690,350 676,410 640,396 618,430 580,402 548,420 540,370")
    e.add(slice_, meat, "plane", solid=False)
    e.strokes(e.local("#FBE6DD", 0), 9, curve((562, 352), (610, 356), (668, 372)),
              curve((556, 384), (600, 380), (650, 392)))  # fmt: skip
    return e.sketch(1100, 920, 876, (540, 420), contact=Box(250, 856, 580, 34))


def cake(request: MotifRequest) -> Sketch:
    """Return a cake of two tiers with dripping icing, berries and candles."""
    e = Easel(request)
    sponge, icing = e.local("#FFF3E0", 0.03), e.palette.primary
    berry = e.local("#DE3A45", 0.03)
    e.group = "stand"
    e.add(d("M440 930L560 930L600 1010L400 1010Z"), e.local("#F4F1EC", 0.03), "tube")
    e.add(ellipse(500, 900, 420, 60), e.local("#FBF9F5", 0.03), "plane")
    rng = e.request.rng(4)
    for left, top, width, height in ((170, 620, 660, 250), (280, 390, 440, 230)):
        e.group = "tier"
        right, middle = left + width, left + width / 2
        tier = d(f"M{left} {top}L{left} {top + height}C{left} {top + height + 60} {right} "
                 f"{top + height + 60} {right} {top + height}L{right} {top}Z")  # fmt: skip
        e.add(tier, sponge, "tube", e.shadow(middle, top + height + 60, width / 2, 70, sponge))
        edge = f"M{left} {top}"
        count = width // 60
        for k in range(count):
            x = left + 60 * k
            low = (
                top
                + 60
                + float(rng.uniform(10, 90))
                + 26 * math.sin(math.pi * (k + 0.5) / count)
            )
            edge += f"L{x} {top + 40}C{x} {low} {x + 60} {low} {x + 60} {top + 44}"
        drip = d(edge + f"L{right} {top}Z")
        e.add(drip, icing, "plane")
        e.add(ellipse(middle, top, width / 2, 56), e.tones(icing).light, "plane")
        for k in range(7):
            pearl_x = left + width * (k + 0.5) / 7
            pearl = circle(
                pearl_x, top + height + 34 + 20 * math.sin(math.pi * (k + 0.5) / 7), 19
            )
            e.inside(pearl, WHITE, "round")
    e.group = "top"
    for x in (410, 500, 590):
        e.add(rounded_rectangle(Box(x - 11, 214, 22, 150), 6), e.palette.accent, "tube")
        flame = traced(f"{x},130! {x + 24},180 {x + 14},210 {x},214 {x - 14},210 {x - 24},180")
        e.add(flame, e.local("#FFC24A", 0), "round", e.light(x, 194, 16, 26, 0.9))
    for x, y in ((350, 370), (450, 384), (550, 384), (650, 370)):
        fruit = traced(f"{x},{y + 44} {x + 44},{y - 6} {x + 30},{y - 44} {x - 30},{y - 44} "
                       f"{x - 44},{y - 6}")  # fmt: skip
        e.add(fruit, berry, "round", e.light(x - 14, y - 18, 16, 14, 0.8))
    return e.sketch(1000, 1060, 1006, (500, 560), contact=Box(390, 994, 220, 26))


def mooncake(request: MotifRequest) -> Sketch:
    """Return two moon cakes on a plate, one cut open to its yolk."""
    e = Easel(request)
    crust = e.local("#C9843C", 0.02)
    t = e.tones(crust)
    plate = e.palette.accent2.mixed(WHITE, 0.45)
    e.group = "plate"
    e.add(ellipse(540, 800, 500, 130), plate, "plane")
    e.inside(ellipse(540, 792, 420, 98), e.tones(plate).light, "plane")
    e.group = "whole"
    side = scallop((440, 660), (286, 150), bumps=18, depth=0.4)
    e.add(side, t.shade, "plane")
    e.add(rectangle(Box(146, 520, 588, 140)), t.shade, "plane", solid=True, outline=False)
    for k in range(15):
        x = 150 + 41 * k
        sag = 150 * math.sqrt(max(0.0, 1 - ((x - 440) / 300) ** 2))
        e.strokes(t.deep, 6, curve((x, 540 + sag * 0.9), (x, 650 + sag)))
    top = scallop((440, 520), (286, 150), bumps=18, depth=0.4)
    e.add(top, crust, "round", e.light(330, 440, 160, 60, 0.45))
    rings = (ellipse(440, 520, 240, 120), ellipse(440, 520, 120, 58))
    e.strokes(t.deep, 8, *rings)
    for k in range(8):
        petal = leaf((440, 520), (440, 400), 74)[0]
        turned = placed(petal.moved(-440, -520), 0, 0, turn_deg=45 * k)
        flat = turned.transformed(Affine(1.9, 0, 0, 0.95, 440, 520))
        e.inside(flat, t.light, "plane", lines=(flat,), line_color=t.deep, line_width=5)
    e.inside(ellipse(440, 520, 46, 23), t.base, "round")
    e.group = "cut"
    e.add(
        d("M640 640C640 560 760 500 900 520L940 560L940 760C900 830 700 830 640 760Z"), t.shade
    )
    face = rounded_rectangle(Box(650, 610, 300, 190), 46)
    e.add(face, crust, "plane")
    e.inside(rounded_rectangle(Box(672, 632, 256, 148), 34), e.local("#7A3A22", 0.02), "plane")
    yolk = e.local("#F5A02B", 0)
    e.inside(circle(800, 706, 62), yolk, "round", e.light(780, 684, 30, 24, 0.6))
    e.add(
        d("M650 650C640 570 760 520 900 536C950 546 960 590 950 660C930 610 690 590 650 650Z"),
        e.tones(crust).light,
        "plane",
    )
    paint = down(face.bounds, [(0, WHITE.with_opacity(0.2)), (1, WHITE.with_opacity(0))])
    e.gleam(face, paint, across(face.bounds, [(0, WHITE.with_opacity(0.15)),
                                              (1, WHITE.with_opacity(0))]))  # fmt: skip
    return e.sketch(1080, 980, 920, (460, 580), contact=Box(120, 900, 840, 32))
