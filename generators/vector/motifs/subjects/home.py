"""Home: armchair, lamp, potted plant, house, candle and key."""

from __future__ import annotations

import math

from compositor.geometry import Box
from compositor.geometry.boolean import difference
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, lathe, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, down, glow
from generators.vector.motifs.sketch import LabelPlace, Sketch
from generators.vector.motifs.subjects.flowers.foliage import leaf_parts
from generators.vector.motifs.subjects.flowers.petal import greens

__all__ = ["candle", "chair", "house", "key", "lamp", "plant_pot"]


def chair(request: MotifRequest) -> Sketch:
    """Return a round-backed lounge chair on wooden legs."""
    e = Easel(request)
    cloth, wood = e.main(), e.local("#9A6238", 0.04)
    e.group = "legs"
    for dots in (
        [(300, 640), (250, 900)],
        [(720, 640), (770, 900)],
        [(380, 620), (360, 850)],
        [(640, 620), (660, 850)],
    ):
        e.add(ribbon(dots, (40, 20)), wood, "tube")
    e.group = "back"
    back = blob(
        (220, 560),
        (200, 380),
        (250, 210),
        (380, 130),
        (510, 110),
        (640, 130),
        (770, 210),
        (820, 380),
        (800, 560),
        (510, 640),
    )
    e.add(
        back,
        cloth,
        "round",
        e.shadow(620, 560, 300, 140, cloth),
        e.light(370, 220, 130, 80, 0.35),
        fine=(
            curve((420, 130), (400, 320), (410, 540)),
            curve((600, 130), (620, 320), (610, 540)),
        ),
    )
    e.group = "arms"
    for side in (0, 1):
        x = 196 if side == 0 else 824
        arm = ribbon(
            [(x, 470), (x - 14 + 28 * side, 560), (x + 60 - 120 * side, 680)], (96, 112, 120)
        )
        e.add(
            arm,
            cloth,
            "round",
            e.light(x - 10, 470, 50, 40, 0.35),
            e.shadow(x + 30, 700, 90, 80, cloth),
        )
    e.group = "seat"
    seat = blob(
        (270, 560),
        (510, 526),
        (750, 560),
        (776, 620),
        (750, 690),
        (510, 716),
        (270, 690),
        (244, 620),
    )
    e.add(
        seat,
        e.tones(cloth).light,
        "plane",
        e.shadow(540, 720, 260, 60, cloth),
        e.light(420, 570, 160, 30, 0.4),
    )
    e.group = "cushion"
    e.add(
        blob(
            (420, 400, 0),
            (520, 420),
            (620, 384, 0),
            (606, 480),
            (640, 580, 0),
            (530, 566),
            (430, 600, 0),
            (446, 500),
        ),
        e.palette.accent,
        "round",
        e.shadow(580, 570, 90, 60, e.palette.accent),
    )
    return e.sketch(1020, 950, 905, (510, 420), contact=Box(240, 888, 540, 30))


def lamp(request: MotifRequest) -> Sketch:
    """Return a floor-standing table lamp, lit."""
    e = Easel(request)
    shade, brass = e.main(), e.local("#C9A35A", 0.02)
    t = e.tones(shade)
    warm = e.local("#FFE7B0", 0)
    e.gleam(ellipse(450, 480, 430, 430), glow((450, 470), (430, 430), warm, 0.6))
    e.group = "stand"
    e.add(
        lathe([(20, 500, 0), (18, 620), (70, 720), (86, 800), (60, 880), (40, 900, 0)], 450),
        e.palette.accent,
        "tube",
        e.light(420, 780, 20, 60, 0.6),
    )
    e.add(rounded_rectangle(Box(330, 896, 240, 34), 14), brass, "metal")
    e.add(rounded_rectangle(Box(432, 470, 36, 60), 6), brass, "metal")
    e.group = "shade"
    cone = d("M330 120L570 120L730 486C650 520 250 520 170 486Z")
    e.add(
        cone,
        shade,
        "matte",
        down(cone.bounds, [(0, t.shade), (0.5, t.base), (1, t.light.mixed(warm, 0.5))]),
        across(
            cone.bounds,
            [
                (0, t.deep.with_opacity(0.45)),
                (0.3, WHITE.with_opacity(0.15)),
                (0.5, warm.with_opacity(0.35)),
                (1, t.deep.with_opacity(0.5)),
            ],
        ),
        fine=tuple(d(f"M{350 + 33 * i} 124L{206 + 81 * i} 500") for i in range(7)),
        line_color=t.shade.with_opacity(0.5),
        line_width=2.5,
    )
    e.inside(d("M170 486C250 520 650 520 730 486C650 458 250 458 170 486Z"), warm, "matte")
    e.strokes(brass, 5, curve((560, 500), (566, 570), (560, 640)))
    e.inside(circle(560, 648, 11), brass, "round")
    return e.sketch(900, 980, 930, (450, 320), contact=Box(330, 914, 240, 26))


def plant_pot(request: MotifRequest) -> Sketch:
    """Return a leafy plant in a pot."""
    e = Easel(request)
    pot = e.local("#C9744F", 0.3)
    green = greens(e.palette.primary, e.palette.accent2)
    leaves = (
        (-150, 330, 100),
        (-118, 380, 118),
        (-60, 380, 118),
        (-30, 330, 100),
        (-92, 440, 120),
        (-170, 240, 84),
        (-10, 240, 84),
        (-136, 250, 92),
        (-48, 250, 92),
    )
    for i, (angle, reach, width) in enumerate(leaves):
        a = math.radians(angle)
        base = (450 + 30 * math.cos(a), 610)
        tip = (450 + reach * 1.05 * math.cos(a), 600 + reach * 1.2 * math.sin(a))
        e.parts += leaf_parts(
            base,
            tip,
            width,
            green.shifted(lightness=0.03 * ((i * 2) % 5 - 2)),
            0.1 if math.cos(a) > 0 else -0.1,
        )
    e.group = "pot"
    body = d(
        "M250 620L650 620L602 900C598 920 584 930 560 930L340 930C316 930 302 920 298 900Z"
    )
    e.add(
        body,
        pot,
        "tube",
        e.shadow(500, 940, 260, 110, pot),
        e.shadow(450, 640, 230, 40, pot, 0.8),
    )
    e.add(
        rounded_rectangle(Box(226, 566, 448, 84), 20),
        pot,
        "tube",
        e.light(320, 590, 60, 18, 0.5),
    )
    return e.sketch(900, 980, 930, (450, 400), contact=Box(300, 912, 300, 30))


def house(request: MotifRequest) -> Sketch:
    """Return a small house with a pitched roof, lit windows and a tree."""
    e = Easel(request)
    roof, wall, warm = e.main(), e.local("#FBF3E6", 0.04), e.local("#FFD98A", 0)
    r, w = e.tones(roof), e.tones(wall)
    green = greens(e.palette.primary, e.palette.accent2)
    e.group = "tree"
    e.add(rectangle(Box(866, 640, 24, 220)), e.local("#7A5236"), "tube")
    e.add(
        blob(
            (878, 280), (960, 400), (976, 560), (930, 680), (826, 680), (780, 560), (796, 400)
        ),
        green,
        "round",
        e.shadow(930, 600, 90, 140, green),
    )
    e.group = "house"
    e.add(rectangle(Box(600, 170, 84, 180)), w.shade, "plane")
    e.add(
        d("M180 440L450 190L720 440L720 860L180 860Z"),
        wall,
        "plane",
        e.shadow(700, 700, 220, 300, wall, 0.5),
        e.shadow(450, 440, 330, 60, wall, 0.5),
    )
    e.add(
        d(
            "M130 470C116 484 96 466 108 450L420 150C438 134 462 134 480 150"
            "L792 450C804 466 784 484 770 470L450 216Z"
        ),
        roof,
        "plane",
        e.light(300, 280, 160, 60, 0.35),
        shades=(d("M450 140L820 480L770 490L450 216Z"),),
        hatch=False,
    )
    door = d("M398 860L398 660C398 600 502 600 502 660L502 860Z")
    e.inside(door, e.palette.accent, "plane")
    e.inside(circle(484, 748, 8), warm, "matte")
    for x in (236, 552):
        e.inside(
            rounded_rectangle(Box(x, 560, 112, 130), 10),
            warm,
            "plane",
            glow((x + 40, 600), (70, 70), WHITE, 0.7),
            lines=(d(f"M{x + 56} 560L{x + 56} 690"), d(f"M{x} 625L{x + 112} 625")),
            line_color=w.glow,
            line_width=8,
        )
    e.inside(
        circle(450, 360, 46),
        warm,
        "plane",
        lines=(d("M450 314L450 406"), d("M404 360L496 360")),
        line_color=w.glow,
        line_width=7,
    )
    e.group = "shrubs"
    for x, rx in ((150, 96), (716, 80)):
        e.add(
            blob(
                (x - rx, 862, 0),
                (x - rx * 0.9, 790),
                (x - rx * 0.3, 750),
                (x + rx * 0.4, 766),
                (x + rx, 820),
                (x + rx, 862, 0),
            ),
            r.base.mixed(green, 0.85),
            "plane",
            e.shadow(x + 30, 862, rx, 40, green),
        )
    return e.sketch(1040, 910, 862, (450, 540), contact=Box(90, 848, 880, 26))


def candle(request: MotifRequest) -> Sketch:
    """Return a scented candle in a glass, lit."""
    e = Easel(request)
    wax, glass = e.local("#FFF6E6", 0.08), e.main()
    t = e.tones(glass)
    warm = e.local("#FFD27A", 0)
    e.gleam(circle(400, 260, 340), glow((400, 250), (340, 340), warm, 0.65))
    e.group = "jar"
    jar = rounded_rectangle(Box(170, 430, 460, 480), 50)
    e.add(
        jar,
        glass,
        "matte",
        across(
            jar.bounds,
            [
                (0, t.deep),
                (0.08, t.light),
                (0.2, t.base),
                (0.8, t.shade),
                (0.92, t.light),
                (1, t.deep),
            ],
        ),
        glow((400, 450), (260, 180), warm, 0.75),
    )
    e.add(ellipse(400, 436, 228, 54), t.light, "plane")
    e.inside(ellipse(400, 440, 204, 44), wax, "plane", glow((400, 440), (170, 36), warm, 0.9))
    e.strokes(e.local("#3A2D2A", 0), 9, curve((400, 440), (398, 404), (404, 380)))
    e.group = "flame"
    e.add(
        blob((402, 190, 0), (440, 270), (452, 340), (402, 400), (352, 340), (366, 270)),
        e.local("#F79A2E", 0),
        "plane",
        solid=False,
    )
    e.inside(
        blob((402, 280, 0), (424, 330), (426, 364), (402, 394), (378, 364), (382, 330)),
        e.local("#FFF0B8", 0),
        "matte",
        outline=False,
    )
    paper = e.local("#FFFBF2", 0)
    e.group = "label"
    e.inside(rounded_rectangle(Box(270, 590, 260, 180), 8), paper, "plane")
    from_box = Box(282, 610, 236, 140)
    return e.sketch(
        800, 960, 910, (400, 520), contact=Box(190, 892, 420, 32), label=_label(e, from_box)
    )


def _label(e: Easel, box: Box) -> LabelPlace:
    return LabelPlace(box=box, color=e.tones(e.main()).deep, max_size=64)


def key(request: MotifRequest) -> Sketch:
    """Return a key with a round bow, lying slantwise."""
    e = Easel(request)
    metal = e.local("#D9B25F", 0.04)
    bow = difference(circle(300, 300, 190), circle(270, 270, 84))
    shaft = d(
        "M398 440L440 398L846 804L846 880L770 880L770 822L712 822L712 764L654 764L654 696Z"
    )
    t = e.tones(metal)
    ramp = [(0, t.glow), (0.3, t.base), (0.5, t.shade), (0.62, t.light), (1, t.deep)]
    e.add(
        shaft,
        metal,
        "matte",
        across(shaft.bounds, ramp),
        lines=(d("M470 440L820 790"),),
        line_color=t.deep.with_opacity(0.5),
        line_width=5,
    )
    e.add(
        bow,
        metal,
        "matte",
        across(bow.bounds, ramp),
        fine=(circle(300, 300, 168),),
        line_color=t.deep.with_opacity(0.4),
        line_width=4,
    )
    e.gleam(bow, e.light(210, 200, 90, 60, 0.8))
    return e.sketch(960, 960, 900, (300, 300), floats=True)
