"""Volumes: buildings as masses in hard sun: arches and stairs, a water-town house, a temple."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import curve, d, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, down
from generators.vector.motifs.sketch import Sketch

__all__ = ["arch_building", "inn", "temple"]


def arch_building(request: MotifRequest) -> Sketch:
    """Return a still life of architecture: a wall of arches, a drum, stairs, a sphere."""
    e = Easel(request)
    wall = _plaster(e.palette.primary)
    drum = _plaster(e.palette.accent)
    pale = e.local("#F3EEE6", 0.04)
    e.group = "tower"
    _mass(e, Box(600, 60, 250, 900), pale, depth=90)
    for row in range(4):
        opening = _arch(690, 150 + 190 * row, 92, 130)
        e.inside(opening, e.tones(pale).deep, "plane")
        e.inside(intersection(opening, rectangle(Box(600, 150 + 190 * row, 112, 130))),
                 e.tones(pale).shade, "plane")  # fmt: skip
    e.group = "wall"
    _mass(e, Box(90, 300, 470, 660), wall, depth=70)
    gate = _arch(200, 500, 240, 460)
    t = e.tones(wall)
    e.inside(gate, t.deep, "plane", along((200, 500), (440, 960), [
        (0, t.deep), (0.5, t.deep), (1, t.shade),
    ]))  # fmt: skip
    reveal = difference(gate, gate.moved(56, 18))
    e.inside(reveal, t.light, "plane")
    e.inside(intersection(gate, d("M256 960L500 700L500 960Z")), t.base, "plane", outline=False)
    e.inside(circle(325, 396, 46), t.deep, "plane")
    e.inside(intersection(circle(325, 396, 46), circle(345, 408, 46)), t.shade, "plane")
    e.group = "stairs"
    stone = e.tones(pale).light
    for step in range(7):
        x, y = 330 + 62 * step, 960 - 52 * (step + 1)
        e.add(rectangle(Box(x, y, 680 - 62 * step, 52)), stone, "plane", solid=True)
        e.inside(rectangle(Box(x, y, 680 - 62 * step, 12)), WHITE, "plane", outline=False)
        e.inside(rectangle(Box(x, y + 12, 20, 40)), e.tones(pale).shade, "plane", outline=False)
    e.group = "drum"
    body = d("M800 640L800 930C800 970 1020 970 1020 930L1020 640Z")
    e.add(body, drum, "tube", e.shadow(1020, 800, 60, 260, drum, 0.5))
    e.add(ellipse(910, 640, 110, 30), e.tones(drum).light, "plane")
    e.group = "sphere"
    e.add(circle(910, 548, 92), e.palette.accent2, "round", e.light(876, 510, 34, 28, 0.7))
    return e.sketch(1100, 1000, 962, (460, 560), contact=Box(90, 946, 930, 26))


def _plaster(color: Color) -> Color:
    """A wall's color: never so dark or so pale that its own shadow is lost."""
    tone = color.oklch
    return Color.from_oklch(
        min(0.8, max(0.58, tone.lightness)), min(0.15, tone.chroma), tone.hue_deg
    )


def _arch(x: float, y: float, width: float, height: float) -> Path:
    r = width / 2
    return d(
        f"M{x} {y + height}L{x} {y + r}C{x} {y + r * 0.448} {x + r * 0.448} {y} {x + r} {y}"
        f"C{x + r * 1.552} {y} {x + width} {y + r * 0.448} {x + width} {y + r}"
        f"L{x + width} {y + height}Z"
    )


def _mass(e: Easel, box: Box, color: Color, depth: float) -> None:
    """A block lit from the left: front, and its shaded right side falling back."""
    t = e.tones(color)
    side = d(
        f"M{box.right} {box.y}L{box.right + depth} {box.y + depth * 0.5}L{box.right + depth} "
        f"{box.bottom}L{box.right} {box.bottom}Z"
    )
    e.add(side, t.deep, "plane", across(side.bounds, [(0, t.deep), (1, t.shade)]))
    e.add(rectangle(box), color, "matte", along((box.x, box.y), (box.right, box.bottom), [
        (0, t.glow), (0.4, t.light), (1, t.base),
    ]))  # fmt: skip


def inn(request: MotifRequest) -> Sketch:
    """Return a house by the water: white walls, horse-head gables, black tiles, a lantern."""
    e = Easel(request)
    white, tile = e.local("#F6F3EC", 0.03), e.local("#3A4148", 0.05)
    wood, red = e.local("#7A4A30", 0.03), e.local("#C93A2C", 0.03)
    t = e.tones(tile)
    e.group = "willow"
    e.add(ribbon([(1010, 900), (990, 600), (930, 330)], (46, 34, 22)), e.local("#6B5540", 0.03))
    willow = e.local("#8FAE6B", 0.08)
    for k in range(9):
        x = 820 + 34 * k
        strand = ribbon([(940, 320), (x, 330 + 20 * abs(k - 4)), (x + 14 * (k - 4), 640)],
                        (6, 16, 20, 5))  # fmt: skip
        e.add(strand, willow, "plane")
    e.group = "house"
    e.add(rectangle(Box(150, 420, 700, 480)), white, "matte", down(Box(150, 420, 700, 480), [
        (0, e.tones(white).light), (0.7, white), (1, e.tones(white).shade),
    ]))  # fmt: skip
    for left, top, right in ((110, 300, 330), (680, 300, 900)):
        steps = d(
            f"M{left + 40} 900L{left + 40} {top + 70}L{left + 80} {top + 70}L{left + 80} {top}"
            f"L{right - 80} {top}L{right - 80} {top + 70}L{right - 40} {top + 70}"
            f"L{right - 40} 900Z"
        )
        e.add(steps, e.tones(white).light, "plane")
        for x, y, w in ((left + 20, top + 46, 74), (right - 94, top + 46, 74),
                        (left + 56, top - 26, right - left - 112)):  # fmt: skip
            _eave(e, Box(x, y, w, 34), tile)
    roof = d("M250 330C400 322 600 322 760 330L800 440C640 424 370 424 210 440Z")
    ridges = tuple(curve((262 + 26 * k, 332), (224 + 30 * k, 436)) for k in range(20))
    e.add(roof, tile, "plane", fine=ridges, line_color=t.deep, line_width=5)
    e.add(
        d("M236 322C400 300 610 300 774 322L778 340C610 320 400 320 232 340Z"), t.shade, "plane"
    )
    e.group = "openings"
    e.inside(_arch(440, 620, 130, 280), wood, "plane")
    e.inside(_arch(455, 640, 100, 260), e.tones(wood).deep, "plane")
    for x in (230, 730):
        e.inside(rectangle(Box(x - 40, 600, 90, 120)), wood, "plane")
        e.strokes(e.local("#F0DDB0", 0), 5, *[d(f"M{x - 40 + 22 * k} 600L{x - 40 + 22 * k} 720")
                                              for k in range(5)])  # fmt: skip
    glow_window = rounded_rectangle(Box(345, 500, 310, 76), 6)
    e.inside(glow_window, e.local("#F7D58A", 0), "plane")
    e.strokes(wood, 7, *[d(f"M{345 + 44 * k} 500L{345 + 44 * k} 576") for k in range(8)])
    for x in (400, 610):
        e.inside(ellipse(x, 660, 30, 36), red, "round", e.light(x, 664, 18, 22, 0.6))
    e.group = "bank"
    e.add(rectangle(Box(60, 890, 1000, 40)), e.local("#B8B2A6", 0.04), "plane")
    e.add(d("M60 930L1060 930L1020 1000L100 1000Z"), e.tones(e.local("#8FA8AC", 0.06)).base)
    ripples = [
        curve((200 + 160 * k, 960), (270 + 160 * k, 954), (340 + 160 * k, 960))
        for k in range(5)
    ]
    e.strokes(WHITE, 5, *ripples)
    return e.sketch(1140, 1040, 1000, (500, 560), contact=Box(100, 986, 920, 24))


def _eave(e: Easel, box: Box, tile: Color) -> None:
    x, y, r, b = box.x, box.y, box.right, box.bottom
    path = d(
        f"M{x - 16} {y + 4}C{x} {y + 16} {x + 10} {y} {x + 26} {y}L{r - 26} {y}"
        f"C{r - 10} {y} {r} "
        f"{y + 16} {r + 16} {y + 4}L{r + 6} {b}L{x - 6} {b}Z"
    )
    e.add(path, tile, "plane")


def temple(request: MotifRequest) -> Sketch:
    """Return a hall of two sweeping roofs on red columns."""
    e = Easel(request)
    red, tile = e.local("#B9382B", 0.05), e.local("#D99A34", 0.05)
    stone = e.local("#E9E2D4", 0.03)
    t = e.tones(tile)
    e.group = "terrace"
    for k in range(3):
        e.add(rectangle(Box(120 - 40 * k, 830 + 40 * k, 860 + 80 * k, 42)), stone, "plane")
    e.group = "hall"
    e.add(rectangle(Box(230, 560, 640, 280)), e.tones(red).deep, "plane")
    for k in range(6):
        e.add(rectangle(Box(222 + 122 * k, 540, 38, 300)), red, "tube")
    for k in range(5):
        grille = Box(276 + 122 * k, 610, 56, 230)
        e.inside(rectangle(grille), e.local("#8C2A22", 0.03), "plane")
        e.strokes(
            e.local("#E3B765", 0),
            4,
            d(f"M{grille.center.x} 610L{grille.center.x} 840"),
            *[d(f"M{grille.x} {640 + 40 * j}L{grille.right} {640 + 40 * j}") for j in range(3)],
        )
    e.add(rectangle(Box(210, 520, 680, 44)), e.palette.accent2, "plane")
    e.add(rectangle(Box(330, 330, 440, 70)), red, "plane")
    e.group = "roofs"
    for top, half, reach, low in ((380, 300, 500, 540), (160, 200, 350, 350)):
        roof = d(
            f"M{550 - half} {top}L{550 + half} {top}C{550 + half + 60} {low - 40} "
            f"{550 + reach - 60} {low - 14} {550 + reach} {low - 60}L{550 + reach - 10} {low}"
            f"C{550 + 200} {low + 24} {550 - 200} {low + 24} {550 - reach + 10} {low}"
            f"L{550 - reach} {low - 60}C{550 - reach + 60} {low - 14} {550 - half - 60} "
            f"{low - 40} {550 - half} {top}Z"
        )
        rows = tuple(
            curve((550 + half * k / 9, top + 8), (550 + (reach - 30) * k / 9, low - 4))
            for k in range(-9, 10)
        )
        e.add(roof, tile, "plane", e.light(480, top + 30, half, 60, 0.35), fine=rows,
              line_color=t.deep, line_width=5)  # fmt: skip
        e.add(rounded_rectangle(Box(550 - half - 20, top - 24, 2 * half + 40, 34), 12), t.shade)
    return e.sketch(1100, 1000, 952, (550, 480), contact=Box(40, 940, 1020, 22))
