"""Pantry: honey, olive oil, milk, eggs, a bowl of laba congee."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.geometry import Box, Path
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, lathe, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, glass_bands
from generators.vector.motifs.sketch import LabelPlace, Sketch
from generators.vector.motifs.subjects.flowers.foliage import leaf_parts
from generators.vector.motifs.subjects.tea.ware import steam

__all__ = ["congee", "egg", "honey", "milk", "olive_oil"]


def honey(request: MotifRequest) -> Sketch:
    """Return a jar of honey with a comb on its label, and a dipper that drips."""
    e = Easel(request)
    amber, wood = e.local("#E8961E", 0.02), e.local("#C08A4E", 0.03)
    t = e.tones(amber)
    e.group = "jar"
    body = lathe(
        [(210, 300, 0), (272, 350), (300, 450), (300, 800), (276, 890), (230, 912, 0)], 400
    )
    e.add(body, amber, "tube", e.shadow(560, 860, 300, 180, amber, 0.5),
          e.light(400, 640, 220, 240, 0.35))  # fmt: skip
    e.gleam(body, *glass_bands(body, amber))
    e.add(rounded_rectangle(Box(176, 262, 448, 56), 20), e.local("#F1B347", 0.02), "tube")
    e.group = "lid"
    e.add(rounded_rectangle(Box(168, 150, 464, 124), 26), e.main(), "tube",
          fine=tuple(curve((196 + 34 * k, 176), (196 + 34 * k, 254)) for k in range(13)),
          line_color=e.tones(e.main()).shade, line_width=6)  # fmt: skip
    e.group = "label"
    e.inside(rounded_rectangle(Box(168, 480, 464, 300), 20), e.local("#FFF6E0", 0.02), "tube")
    for x, y in ((400, 552), (354, 632), (446, 632)):
        comb = _hexagon(x, y, 50)
        e.inside(comb, amber, "plane", e.light(x - 14, y - 16, 30, 26, 0.5))
    e.group = "dipper"
    e.add(ribbon([(960, 130), (880, 320), (800, 520)], (30, 34, 34)), wood, "tube")
    for k in range(5):
        w = (84, 122, 134, 122, 84)[k]
        ring = placed(
            rounded_rectangle(Box(-w / 2, -20, w, 40), 20),
            806 - 17 * k,
            516 + 41 * k,
            turn_deg=22,
        )
        e.add(ring, wood, "tube")
    drip = blob((716, 560, 0), (760, 640), (766, 740), (748, 800), (722, 860), (700, 800),
                (690, 740), (700, 660))  # fmt: skip
    e.add(drip, t.base, "round", e.light(716, 700, 20, 80, 0.8))
    e.add(ellipse(730, 898, 130, 26), t.base, "plane", e.light(700, 890, 70, 10, 0.7))
    place = LabelPlace(box=Box(190, 690, 420, 84), color=e.local("#5A3310", 0), max_size=70)
    return e.sketch(1000, 960, 915, (400, 560), label=place, contact=Box(140, 886, 560, 40))


def _hexagon(x: float, y: float, r: float) -> Path:
    """Return a hexagon standing on its point."""
    dots = [(x + r * math.sin(math.radians(60 * k)), y - r * math.cos(math.radians(60 * k)), 0)
            for k in range(6)]  # fmt: skip
    return blob(*dots)


def olive_oil(request: MotifRequest) -> Sketch:
    """Return a square-shouldered bottle of green-gold oil, a branch of olives at its foot."""
    e = Easel(request)
    oil, dark = e.local("#A9A52C", 0.02), e.local("#5D6B26", 0.03)
    t = e.tones(oil)
    e.group = "bottle"
    body = lathe([(46, 120, 0), (46, 280), (62, 340), (136, 420), (168, 500), (168, 900),
                  (156, 934, 0)], 360)  # fmt: skip
    e.add(body, oil, "tube", e.shadow(480, 900, 200, 260, oil, 0.55))
    e.gleam(body, *glass_bands(body, oil))
    full = intersection(body, rectangle(Box(0, 350, 800, 600)))
    e.inside(full, t.base, "tube", e.light(330, 640, 110, 240, 0.4), outline=False)
    e.group = "stopper"
    e.add(rounded_rectangle(Box(300, 96, 120, 44), 14), e.local("#F1EBDD", 0.02), "tube")
    e.add(rounded_rectangle(Box(318, 30, 84, 76), 14), e.local("#B98A55", 0.03), "tube")
    e.group = "label"
    label = rounded_rectangle(Box(216, 540, 288, 300), 14)
    e.inside(label, e.local("#FBF6E6", 0.03), "tube")
    e.inside(placed(ellipse(0, 0, 34, 48), 372, 630, turn_deg=24), dark, "round",
             e.light(360, 610, 14, 16, 0.7))  # fmt: skip
    for start, tip in (
        ((330, 586), (262, 594)),
        ((352, 578), (304, 562)),
        ((392, 586), (462, 580)),
    ):
        e.inside(leaf_parts(start, tip, 26, dark, 0.1)[0].path, dark, "plane", outline=False)
    e.group = "branch"
    stem = e.local("#7A6A45", 0.03)
    e.add(
        ribbon([(480, 930), (640, 850), (800, 800), (930, 690)], (16, 16, 13, 7)), stem, "tube"
    )
    green = e.local("#7C8F4A", 0.04)
    for start, tip, bend in (
        ((610, 866), (560, 700), -0.1),
        ((690, 836), (700, 650), -0.1),
        ((780, 806), (840, 640), 0.1),
        ((860, 756), (960, 790), 0.1),
        ((930, 690), (960, 560), 0.06),
        ((740, 822), (850, 930), 0.1),
    ):
        e.extend(leaf_parts(start, tip, 52, green, bend))
    for x, y, turn, tone in ((640, 900, -20, dark), (560, 888, 12, e.local("#8B9B3C", 0.02)),
                             (754, 880, 18, e.local("#4A2C3F", 0.03))):  # fmt: skip
        e.add(placed(ellipse(0, 0, 56, 70), x, y, turn_deg=turn), tone, "round",
              e.light(x - 18, y - 26, 20, 22, 0.85))  # fmt: skip
    place = LabelPlace(box=Box(232, 706, 256, 110), color=e.local("#3F471B", 0), max_size=84)
    return e.sketch(1000, 990, 940, (360, 600), label=place, contact=Box(190, 908, 660, 44))


def milk(request: MotifRequest) -> Sketch:
    """Return a glass bottle of milk with a foil cap, and a glass poured from it."""
    e = Easel(request)
    white = e.local("#FCFBF6", 0.01)
    shade = Color.from_hex("#DCE4EE")
    ramp = [
        (0, shade),
        (0.2, WHITE),
        (0.55, white),
        (0.9, shade),
        (1, Color.from_hex("#C6D2E0")),
    ]
    e.group = "bottle"
    body = lathe([(74, 130, 0), (74, 200), (92, 300), (172, 420), (186, 500), (186, 880),
                  (166, 926, 0)], 380)  # fmt: skip
    e.add(body, white, "matte", across(body.bounds, ramp))
    e.gleam(ribbon([(248, 470), (236, 640), (244, 840)], (14, 26, 14)), across(
        Box(230, 470, 30, 370), [(0, WHITE), (1, WHITE)]))  # fmt: skip
    e.add(rounded_rectangle(Box(292, 70, 176, 76), 22), e.main(), "tube",
          fine=tuple(curve((306 + 18 * k, 84), (306 + 18 * k, 136)) for k in range(9)),
          line_color=e.tones(e.main()).shade, line_width=5)  # fmt: skip
    e.group = "label"
    band = intersection(body, traced("100,560! 380,590 660,560! 660,790! 380,820 100,790!"))
    e.inside(band, e.main(), "tube")
    for x, y, w, h in ((270, 640, 54, 38), (470, 740, 62, 40), (330, 770, 40, 24)):
        spot = blob(
            (x - w, y),
            (x - w * 0.3, y - h),
            (x + w * 0.8, y - h * 0.7),
            (x + w, y + h * 0.4),
            (x, y + h),
            (x - w * 0.8, y + h * 0.7),
        )
        e.inside(intersection(spot, band), WHITE.with_opacity(0.9), "plane", outline=False)
    e.group = "glass"
    glass = lathe([(130, 560, 0), (104, 926, 0)], 740)
    e.add(glass, shade.mixed(WHITE, 0.5), "tube")
    poured = intersection(glass, rectangle(Box(500, 640, 500, 300)))
    e.inside(poured, white, "matte", across(poured.bounds, ramp))
    e.inside(ellipse(740, 640, 122, 20), WHITE, "plane")
    e.strokes(Color.from_hex("#9FB0C6"), 5, ellipse(740, 560, 130, 20))
    place = LabelPlace(box=Box(206, 620, 348, 130), color=e.palette.on_primary, max_size=100)
    return e.sketch(960, 980, 930, (380, 640), label=place, contact=Box(200, 904, 660, 40))


def egg(request: MotifRequest) -> Sketch:
    """Return three eggs in a nest of straw."""
    e = Easel(request)
    shell, straw = e.local("#E3B384", 0.02), e.local("#CFA453", 0.03)
    shapes = (
        (300, 440, -14, shell.shifted(lightness=-0.02)),
        (690, 440, 16, e.local("#F6EBDD", 0.01)),
        (496, 400, 2, shell.shifted(lightness=0.03)),
    )
    e.group = "eggs"
    for x, y, turn, tone in shapes:
        path = placed(blob((0, -246), (118, -150), (176, 40), (120, 190), (0, 232), (-120, 190),
                           (-176, 40), (-118, -150)), x, y, turn_deg=turn)  # fmt: skip
        e.add(path, tone, "round", e.shadow(x + 90, y + 190, 190, 170, tone, 0.5),
              e.light(x - 66, y - 100, 62, 88, 0.7))  # fmt: skip
    e.group = "nest"
    nest = traced(
        "90,560! 260,600 500,618 740,600 910,560! 860,720 720,810 500,836 280,810 140,720"
    )
    e.add(nest, e.tones(straw).shade, "plane")
    t = e.tones(straw)
    for k in range(26):
        y = 580 + (k * 37) % 210
        reach = 400 - max(0, y - 660) * 1.1
        x = 500 + ((k * 83) % 160 - 80)
        lift = 40 - (k * 53) % 80
        line = [
            (x - reach, y - 14 + lift * 0.4),
            (x - reach * 0.3, y + 30),
            (x + reach * 0.4, y + 26),
            (x + reach, y - 14 - lift * 0.4),
        ]
        e.add(ribbon(line, (7, 15, 15, 6)), (t.light, t.base, t.glow)[k % 3], "plane",
              outline=k % 3 == 0, solid=k % 4 == 0)  # fmt: skip
    return e.sketch(1000, 880, 838, (500, 420))


def congee(request: MotifRequest) -> Sketch:
    """Return a bowl of laba congee: rice gone red, with jujubes, beans, lotus seeds."""
    e = Easel(request)
    ware, pulp = e.main(), e.local("#A5563F", 0.02)
    t = e.tones(ware)
    e.extend(steam(440, 250, 150, e.palette.muted))
    e.group = "bowl"
    bowl = lathe([(410, 430, 0), (386, 570), (290, 730), (180, 800), (168, 862, 0)], 500)
    e.add(
        bowl, ware, "tube", e.shadow(580, 830, 330, 130, ware), e.light(270, 540, 60, 140, 0.5)
    )
    for k in range(7):
        x = 190 + 104 * k
        y = 590 + 26 * math.sin(math.pi * k / 6)
        knot = d(f"M{x - 40} {y}L{x} {y - 40}L{x + 40} {y}L{x} {y + 40}Z")
        e.inside(
            intersection(knot, bowl), e.tones(ware).glow.mixed(e.palette.accent, 0.3), "plane"
        )
    e.add(ellipse(500, 430, 412, 112), t.light, "plane")
    e.inside(ellipse(500, 434, 372, 92), pulp, "plane", e.shadow(400, 372, 380, 60, pulp))
    soup = e.tones(pulp)
    e.group = "grains"
    for k in range(46):
        a, r = math.radians(137.5 * k), math.sqrt((k + 0.5) / 46)
        at = (500 + 340 * r * math.cos(a), 436 + 76 * r * math.sin(a))
        grain = placed(ellipse(0, 0, 17, 8), *at, turn_deg=47.0 * k)
        e.inside(grain, soup.light if k % 2 else e.local("#E7C7A4", 0), "plane", outline=False)
    e.group = "treasures"
    things = ((360, 404, 66, 38, -12, "#8E1F22"), (560, 388, 70, 38, 10, "#9C2526"),
              (470, 456, 60, 34, -4, "#7E1A1F"), (660, 434, 36, 27, 8, "#F3E6C8"),
              (250, 440, 34, 25, -8, "#F3E6C8"), (420, 366, 32, 22, 0, "#F3E6C8"),
              (600, 470, 32, 20, 20, "#C9862F"), (300, 474, 30, 20, -20, "#54713A"),
              (730, 400, 30, 18, 30, "#4A2A3A"), (520, 426, 26, 17, 0, "#C9862F"),
              (690, 474, 26, 17, 10, "#4A2A3A"), (390, 470, 26, 17, 30, "#E8B93B"))  # fmt: skip
    for x, y, rx, ry, turn, tint in things:
        tone = e.local(tint, 0.01)
        lines = (
            placed(curve((-rx * 0.6, 0), (0, -ry * 0.3), (rx * 0.6, 0)), x, y, turn_deg=turn),
        )
        e.inside(
            placed(ellipse(0, 0, rx, ry), x, y, turn_deg=turn),
            tone,
            "round",
            e.light(x - rx * 0.3, y - ry * 0.45, rx * 0.4, ry * 0.3, 0.7),
            lines=lines if rx > 50 else (),
            line_color=e.tones(tone).deep,
            line_width=5,
        )
    e.group = "spoon"
    spoon = e.local("#F6F3EC", 0.02)
    e.add(
        ribbon([(700, 420), (800, 300), (940, 210)], (36, 34, 48)),
        spoon,
        "tube",
        along(
            (700, 420), (940, 210), [(0, WHITE.with_opacity(0.5)), (1, WHITE.with_opacity(0))]
        ),
    )
    e.inside(placed(ellipse(0, 0, 82, 44), 670, 430, turn_deg=-18), spoon, "round")
    e.inside(placed(ellipse(0, 0, 60, 28), 668, 430, turn_deg=-18), pulp, "plane")
    return e.sketch(1000, 920, 868, (500, 430), contact=Box(300, 840, 400, 40))
