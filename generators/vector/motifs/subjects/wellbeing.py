"""Well-being: a pulse, capsules, stacked stones, a feeding bottle, a pine."""

from __future__ import annotations

from compositor.geometry import Box
from compositor.geometry.boolean import intersection, outline_stroke, union
from compositor.geometry.shapes import ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import (
    curve,
    d,
    lathe,
    leaf,
    placed,
    ribbon,
    scallop,
    traced,
)
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import glass_bands
from generators.vector.motifs.sketch import LabelPlace, Sketch

__all__ = ["feeding_bottle", "pill_bottle", "pine", "pulse", "zen_stones"]


def pulse(request: MotifRequest) -> Sketch:
    """Return a heart with its beat drawn across it."""
    e = Easel(request)
    red = e.lively("#D2413A")
    e.group = "heart"
    shape = d(
        "M500 880C380 780 90 610 90 370C90 220 200 130 320 130C400 130 466 172 500 240C534 "
        "172 600 130 680 130C800 130 910 220 910 370C910 610 620 780 500 880Z"
    )
    e.add(shape, red, "round", e.light(300, 280, 130, 100, 0.6))
    beat = d("M30 500L290 500L370 360L470 660L560 400L620 500L970 500")
    line = outline_stroke(beat, 40, join="miter")
    e.inside(line, WHITE, "plane")
    return e.sketch(1000, 960, 880, (500, 480), floats=True)


def pill_bottle(request: MotifRequest) -> Sketch:
    """Return a supplement jar with a plain label and capsules before it."""
    e = Easel(request)
    amber, cap = e.local("#B5652B", 0.12), e.local("#F7F6F2", 0.02)
    e.group = "jar"
    jar = rounded_rectangle(Box(220, 290, 480, 600), 70)
    e.add(jar, amber, "tube", *glass_bands(jar, amber), e.shadow(520, 880, 260, 90, amber, 0.6))
    e.add(
        rounded_rectangle(Box(230, 120, 460, 176), 30),
        cap,
        "tube",
        fine=tuple(curve((256 + 34 * k, 140), (256 + 34 * k, 276)) for k in range(13)),
        line_width=4,
    )
    label = intersection(jar, rectangle(Box(200, 420, 520, 320)))
    e.inside(label, WHITE.mixed(e.palette.ground, 0.15), "plane")
    e.inside(
        intersection(jar, rectangle(Box(200, 680, 520, 60))), e.main(), "plane", outline=False
    )
    for tip, bend in (((380, 480), 0.12), ((540, 470), -0.12)):
        outline, vein = leaf((460, 650), tip, 90, bend)
        e.inside(outline, e.main(), "plane", lines=(vein,), line_color=WHITE, line_width=5)
    e.group = "capsules"
    for x, y, turn, color in (
        (760, 850, -28, e.palette.primary),
        (610, 920, 12, e.palette.accent),
        (860, 920, 20, e.palette.accent2),
    ):
        pill = placed(rounded_rectangle(Box(-110, -46, 220, 92), 46), x, y, turn_deg=turn)
        e.add(pill, color, "round", e.light(x - 30, y - 24, 60, 16, 0.8))
        half = intersection(pill, placed(rectangle(Box(0, -60, 130, 120)), x, y, turn_deg=turn))
        e.inside(half, WHITE, "round", e.shadow(x + 60, y + 40, 80, 30, WHITE, 0.6))
    place = LabelPlace(box=Box(250, 560, 420, 90), color=e.palette.ink, max_size=80)
    return e.sketch(1000, 1000, 960, (460, 560), label=place, contact=Box(220, 900, 700, 56))


def zen_stones(request: MotifRequest) -> Sketch:
    """Return five round stones in balance and a sprig."""
    e = Easel(request)
    stone = e.local("#8B8F94", 0.18)
    e.group = "sprig"
    for tip, wide, bend in (
        ((850, 420), 70, 0.2),
        ((900, 560), 74, 0.1),
        ((760, 330), 60, 0.2),
    ):
        outline, vein = leaf((700, 800), tip, wide, bend)
        e.add(outline, e.local("#6E9C6A", 0.12), "plane", lines=(vein,))
    e.group = "stones"
    for k, (x, y, rx, ry) in enumerate(
        (
            (500, 830, 380, 110),
            (480, 650, 300, 96),
            (530, 490, 226, 80),
            (490, 356, 160, 66),
            (512, 246, 104, 54),
        )
    ):
        color = stone.shifted(lightness=(-0.10, 0.02, -0.04, 0.10, 0.02)[k])
        body = placed(
            traced(
                f"{-rx},0 {-0.72 * rx},{-0.74 * ry} 0,{-ry} {0.74 * rx},{-0.7 * ry} "
                f"{rx},{0.06 * ry} {0.7 * rx},{0.8 * ry} 0,{ry} {-0.74 * rx},{0.78 * ry}"
            ),
            x,
            y,
        )
        e.add(
            body,
            color,
            "round",
            e.light(x - 0.35 * rx, y - 0.45 * ry, 0.4 * rx, 0.3 * ry, 0.6),
            e.shadow(x + 0.2 * rx, y + 0.9 * ry, 0.8 * rx, 0.4 * ry, color, 0.7),
        )
    return e.sketch(1000, 980, 936, (500, 540))


def feeding_bottle(request: MotifRequest) -> Sketch:
    """Return a baby's bottle of milk, a heart among its marks."""
    e = Easel(request)
    ring, milk, teat = e.main(), e.local("#FFFaf0", 0.02), e.local("#F4CFA8", 0.04)
    e.group = "bottle"
    body = lathe(
        [(200, 400, 0), (226, 470), (210, 620), (232, 780), (226, 930), (180, 970, 0)], 500
    )
    clear = e.local("#DCE9F2", 0.05)
    e.add(body, clear, "plane")
    fill = intersection(body, rectangle(Box(200, 540, 600, 460)))
    e.inside(fill, milk, "plane", e.shadow(640, 900, 150, 260, milk, 0.4))
    e.gleam(body, *glass_bands(body, clear))
    marks = tuple(curve((610, 600 + 70 * k), (680, 600 + 70 * k)) for k in range(5))
    e.strokes(e.tones(ring).base, 11, *marks)
    heart = d(
        "M420 800C380 764 320 720 320 660C320 624 346 604 374 604C394 604 410 616 420 634"
        "C430 616 446 604 466 604C494 604 520 624 520 660C520 720 460 764 420 800Z"
    )
    e.inside(heart, ring, "plane")
    e.group = "cap"
    e.add(
        rounded_rectangle(Box(276, 310, 448, 110), 34),
        ring,
        "tube",
        fine=tuple(curve((306 + 32 * k, 326), (306 + 32 * k, 404)) for k in range(13)),
        line_width=4,
    )
    e.add(
        lathe([(26, 60, 0), (60, 90), (70, 150), (120, 230), (180, 310, 0)], 500),
        teat,
        "round",
        e.light(460, 160, 30, 60, 0.7),
    )
    return e.sketch(1000, 1010, 970, (500, 560))


def pine(request: MotifRequest) -> Sketch:
    """Return 松: an old pine, its trunk bent, needles in flat clouds."""
    e = Easel(request)
    bark, green = e.local("#6B4A36", 0.08), e.local("#3F7A5E", 0.14)
    t = e.tones(green)
    e.group = "trunk"
    trunk = ribbon(
        [(420, 940), (470, 820), (380, 660), (440, 500), (560, 400), (540, 250)],
        (130, 104, 92, 78, 60, 36),
    )
    scales = tuple(
        curve((x - 26, y), (x, y + 14), (x + 24, y - 2))
        for x, y in ((440, 900), (440, 800), (400, 720), (396, 640), (440, 540))
    )
    e.add(trunk, bark, "tube", lines=scales, line_width=8)
    for dots, width in (
        (((410, 640), (600, 610), (780, 640)), (56, 44, 24)),
        (((430, 520), (300, 460), (170, 470)), (50, 38, 22)),
    ):
        e.add(ribbon(dots, width), bark, "tube")
    e.group = "needles"
    for k, (x, y, rx, ry) in enumerate(
        (
            (800, 590, 190, 86),
            (180, 420, 176, 80),
            (640, 420, 200, 92),
            (380, 300, 180, 84),
            (560, 180, 220, 96),
        )
    ):
        tone = green.shifted(lightness=(-0.04, -0.02, 0.0, 0.02, 0.05)[k])
        crown = union(
            scallop((x, y - 6), (rx, ry * 0.72), bumps=11, depth=0.5, rng=request.rng(k)),
            ellipse(x, y + 8, rx * 0.92, ry * 0.62),
        )
        needles = tuple(
            curve((x + q * rx * 0.22, y + ry * 0.35), (x + q * rx * 0.27, y - ry * 0.34))
            for q in (-3, -2, -1, 0, 1, 2, 3)
        )
        e.add(
            crown,
            tone,
            "plane",
            e.light(x - 0.3 * rx, y - 0.5 * ry, 0.6 * rx, 0.4 * ry, 0.35),
            e.shadow(x, y + ry, 0.9 * rx, 0.5 * ry, tone, 0.7),
            lines=needles,
            line_color=t.light,
            line_width=7,
        )
    e.group = "ground"
    e.add(traced("220,990! 330,940 520,930 700,960 780,990!"), e.tones(bark).shade, "plane")
    return e.sketch(1000, 1010, 985, (500, 420))
