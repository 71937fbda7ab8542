"""Larder: bananas, a pineapple, cheese, a frying pan."""

from __future__ import annotations

import math

from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.easel import Easel
from generators.vector.motifs.forms import blob, curve, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.subjects.flowers.foliage import leaf_parts

__all__ = ["banana", "cheese", "pan", "pineapple"]


def banana(request: MotifRequest) -> Sketch:
    """Return a hand of three bananas."""
    e = Easel(request)
    skin, tip = e.local("#F6CE3F", 0.02), e.local("#6B5230", 0.02)
    spines = (
        (((560, 150), (760, 300), (830, 520), (740, 760)), -0.06),
        (((520, 160), (600, 380), (580, 620), (420, 830)), -0.02),
        (((480, 150), (420, 380), (280, 560), (80, 660)), 0.03),
    )
    for index, (spine, lift) in enumerate(spines):
        e.group = f"banana {index}"
        tone = skin.shifted(lightness=lift)
        e.add(ribbon(spine, (66, 150, 178, 160, 60), spacing=14), tone, "round",
              e.shadow(spine[2][0], spine[2][1] + 60, 170, 140, tone, 0.5))  # fmt: skip
        ridge = [(x + 26, y + 8) for x, y in spine]
        e.strokes(e.tones(tone).shade, 8, curve(*ridge))
        e.add(circle(spine[3][0], spine[3][1], 26), tip, "round")
    e.group = "stalk"
    e.add(
        traced("440,200! 470,90 480,40! 560,34! 570,100 610,210! 530,230"),
        tip.mixed(skin, 0.4),
        "tube",
    )
    return e.sketch(960, 900, 860, (480, 450), floats=True)


def pineapple(request: MotifRequest) -> Sketch:
    """Return a pineapple with its crown."""
    e = Easel(request)
    skin, green = e.local("#E0A032", 0.02), e.local("#5E8F4E", 0.04)
    t = e.tones(skin)
    e.group = "crown"
    for turn, reach in (
        (-58, 270),
        (58, 270),
        (-38, 330),
        (38, 330),
        (-19, 370),
        (19, 370),
        (0, 400),
    ):
        a = math.radians(turn - 90)
        end = (500 + reach * math.cos(a), 400 + reach * math.sin(a))
        e.extend(
            leaf_parts(
                (500, 420), end, 92, green.shifted(lightness=0.0006 * abs(turn)), 0.0022 * turn
            )
        )
    e.group = "fruit"
    body = traced(
        "500,370 660,400 750,520 770,680 720,860 610,960 "
        "500,976 390,960 280,860 230,680 250,520 340,400"
    )
    e.add(
        body,
        skin,
        "round",
        e.shadow(640, 860, 260, 190, skin, 0.5),
        e.light(390, 530, 110, 120, 0.4),
    )
    for k in range(-7, 8):
        for lean in (-1, 1):
            x = 500 + 92 * k
            cut = ribbon([(x - lean * 200, 340), (x, 660), (x + lean * 200, 1000)], (9, 9, 9))
            e.inside(intersection(cut, body), t.shade, "plane", outline=False)
    for row in range(7):
        for k in range(7):
            x, y = 224 + 92 * k + (46 if row % 2 else 0), 430 + 74 * row
            if ((x - 500) / 230) ** 2 + ((y - 680) / 270) ** 2 < 1:
                e.strokes(t.deep, 7, curve((x - 12, y + 6), (x, y - 8), (x + 12, y + 6)))
    return e.sketch(1000, 1020, 976, (500, 640))


def cheese(request: MotifRequest) -> Sketch:
    """Return a wedge of holed cheese."""
    e = Easel(request)
    paste = e.local("#F6C547", 0.02)
    t = e.tones(paste)
    e.group = "wedge"
    e.add(traced("90,520! 560,250! 740,230! 940,400! 930,500! 92,540!"), t.light, "plane")
    face = traced("90,526! 940,410! 930,800! 100,850!")
    e.add(face, paste, "plane", e.shadow(760, 800, 320, 170, paste, 0.4))
    for x, y, r in (
        (230, 690, 74),
        (440, 600, 48),
        (520, 760, 84),
        (720, 590, 70),
        (800, 750, 44),
        (350, 800, 30),
        (640, 690, 26),
    ):
        hole = intersection(ellipse(x, y, r, r * 0.86), face)
        e.inside(hole, t.shade, "round")
        inner = intersection(ellipse(x + r * 0.16, y + r * 0.16, r * 0.8, r * 0.66), face)
        e.inside(inner, t.base, "plane", outline=False)
    for x, y, rx in ((520, 390, 54), (700, 330, 40), (760, 400, 28)):
        e.inside(ellipse(x, y, rx, rx * 0.4), t.shade, "round")
    return e.sketch(1020, 920, 860, (520, 560))


def pan(request: MotifRequest) -> Sketch:
    """Return an iron pan with a fried egg and herbs."""
    e = Easel(request)
    iron, grip = e.local("#3B3F47", 0.06), e.local("#A66F3F", 0.03)
    white, yolk = e.local("#FDFAF3", 0.01), e.local("#F6B52E", 0.01)
    e.group = "handle"
    e.add(ribbon([(660, 360), (980, 130)], (76, 66)), grip, "tube")
    e.inside(circle(950, 152, 16), e.tones(grip).deep, "plane")
    e.group = "pan"
    e.add(ellipse(430, 560, 400, 320), e.tones(iron).deep, "round")
    e.add(ellipse(430, 530, 400, 320), iron, "round")
    e.inside(
        ellipse(430, 536, 346, 270),
        e.tones(iron).shade,
        "plane",
        e.light(300, 400, 220, 120, 0.14),
    )
    e.group = "egg"
    albumen = traced(
        "210,520 260,400 380,360 480,400 600,390 650,500 "
        "600,610 500,640 420,700 300,660 240,610"
    )
    e.inside(albumen, white, "round", e.shadow(480, 660, 220, 80, white, 0.5))
    e.inside(circle(430, 520, 92), yolk, "round", e.light(400, 486, 36, 28, 0.95))
    e.group = "herbs"
    green = e.local("#5E9A45", 0.03)
    for x, y, turn in ((640, 650, 20), (250, 720, 70), (560, 330, -30), (170, 500, 10)):
        path = placed(blob((-34, 0, 0), (0, -16), (34, 0, 0), (0, 16)), x, y, turn_deg=turn)
        e.inside(path, green, "plane")
    e.gleam(
        difference(ellipse(430, 530, 400, 320), ellipse(434, 540, 396, 316)),
        e.light(200, 340, 260, 200, 0.8),
    )
    return e.sketch(1060, 920, 880, (430, 530))
