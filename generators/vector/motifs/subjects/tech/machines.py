"""Machines: a toy robot, a drone, bank cards, toy blocks."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.boolean import difference
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle, star
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import curve, d, placed, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along, down, glow
from generators.vector.motifs.sketch import Sketch

__all__ = ["bank_card", "drone", "robot_toy", "toy_blocks"]


def robot_toy(request: MotifRequest) -> Sketch:
    """Return a friendly robot, one arm raised in greeting."""
    e = Easel(request)
    shell, second = e.main(), e.palette.accent
    pale, dark = e.local("#F4F6F9", 0.02), e.local("#25283A", 0.03)
    light = e.palette.accent2.mixed(WHITE, 0.45)
    e.group = "legs"
    for x in (390, 610):
        e.add(ribbon([(x, 820), (x, 930)], (70, 66)), e.tones(pale).shade, "tube")
        foot = rounded_rectangle(Box(x - 92, 918, 184, 92), 44)
        e.add(foot, second, "plane", e.light(x - 40, 934, 60, 20, 0.6))
    e.group = "arms"
    e.add(
        ribbon([(270, 640), (170, 560), (130, 420)], (62, 56, 52)), e.tones(pale).shade, "tube"
    )
    e.add(
        ribbon([(730, 640), (830, 700), (850, 800)], (62, 56, 52)), e.tones(pale).shade, "tube"
    )
    for x, y, turn in ((126, 370, -12), (852, 850, 176)):
        claw = difference(circle(0, 0, 74), rounded_rectangle(Box(-26, -90, 52, 92), 22))
        e.add(placed(claw, x, y, turn_deg=turn), second, "plane")
    e.group = "body"
    body = rounded_rectangle(Box(270, 560, 460, 300), 92)
    e.add(body, shell, "plane", e.light(360, 600, 140, 60, 0.5))
    panel = rounded_rectangle(Box(350, 640, 300, 160), 38)
    e.inside(panel, pale, "plane")
    e.inside(rounded_rectangle(Box(384, 672, 110, 24), 12), light, "plane")
    e.inside(rounded_rectangle(Box(384, 712, 70, 24), 12), second, "plane")
    e.inside(circle(580, 720, 48), second, "round", e.light(564, 702, 20, 16, 0.8))
    e.group = "head"
    e.add(ribbon([(500, 190), (500, 90)], (18, 16)), e.tones(pale).shade, "tube")
    e.add(circle(500, 76, 42), second, "round", e.light(486, 62, 16, 14, 0.9))
    for x in (188, 752):
        e.add(rounded_rectangle(Box(x, 310, 60, 140), 28), second, "plane")
    head = rounded_rectangle(Box(220, 176, 560, 400), 150)
    e.add(head, shell, "plane", e.light(340, 230, 170, 60, 0.55))
    face = rounded_rectangle(Box(284, 256, 432, 250), 108)
    e.inside(
        face, dark, "plane",
        along((284, 256), (716, 506), [
            (0, e.tones(dark).glow), (0.34, e.tones(dark).light), (0.36, dark), (1, dark),
        ]),
    )  # fmt: skip
    for x in (396, 604):
        eye = rounded_rectangle(Box(x - 34, 326, 68, 92), 34)
        e.inside(eye, light, "matte", glow((x, 360), (60, 70), WHITE, 0.7))
    e.strokes(light, 15, curve((452, 440), (500, 466), (548, 440)))
    return e.sketch(1000, 1060, 1008, (500, 380), contact=Box(300, 992, 400, 30))


def drone(request: MotifRequest) -> Sketch:
    """Return a quadcopter seen from the front, a camera below."""
    e = Easel(request)
    shell, dark = e.local("#EDF0F4", 0.04), e.local("#262A35", 0.03)
    e.group = "rotors"
    for x, y, k in ((170, 250, 1.0), (930, 250, 1.0), (300, 180, 0.7), (800, 180, 0.7)):
        e.add(ellipse(x, y, 168 * k, 26 * k), dark.with_opacity(0.28), "glass", spot=False)
        for side in (-1, 1):
            blade = d(
                f"M{x} {y - 9}C{x + side * 60 * k} {y - 22} {x + side * 150 * k} {y - 10} "
                f"{x + side * 164 * k} {y}C{x + side * 100 * k} {y + 12} {x} {y + 9} "
                f"{x} {y + 9}Z"
            )
            e.add(blade, dark, "plane")
        e.add(rounded_rectangle(Box(x - 22 * k, y - 12, 44 * k, 110 * k), 14), dark, "tube")
    e.group = "arms"
    for side in (-1, 1):
        far = [(550 + side * 90, 320), (550 + side * 180, 280), (550 + side * 250, 250)]
        e.add(ribbon(far, (54, 40, 34)), e.tones(shell).shade, "tube")
        near = [(550 + side * 110, 370), (550 + side * 270, 350), (550 + side * 380, 320)]
        e.add(ribbon(near, (74, 58, 46)), shell, "tube")
        leg = [(550 + side * 120, 420), (550 + side * 200, 520), (550 + side * 210, 610)]
        e.add(ribbon(leg, (34, 26, 22)), dark, "tube")
    e.group = "body"
    body = d("M390 330C400 280 470 256 550 256C630 256 700 280 710 330C716 390 690 440 550 440"
             "C410 440 384 390 390 330Z")  # fmt: skip
    e.add(body, shell, "round", e.light(490, 290, 110, 40, 0.8))
    e.inside(d("M430 350C470 330 630 330 670 350C660 396 440 396 430 350Z"), dark, "plane")
    for x in (470, 630):
        e.inside(circle(x, 360, 13), e.palette.accent, "round")
    e.group = "camera"
    e.add(rounded_rectangle(Box(486, 430, 128, 110), 36), dark, "plane")
    e.inside(circle(550, 488, 42), e.tones(dark).deep, "round")
    e.inside(circle(550, 488, 26), e.palette.primary, "round", e.light(540, 476, 10, 10, 0.9))
    return e.sketch(1100, 700, 630, (550, 380), floats=True)


def bank_card(request: MotifRequest) -> Sketch:
    """Return two bank cards fanned, chip and waves, light sliding over them."""
    e = Easel(request)
    front, back = e.main(), e.palette.accent
    white = WHITE.with_opacity

    def put(path: Path, turn: float, dx: float, dy: float) -> Path:
        return path.moved(dx, dy).transformed(Affine.rotation(turn, Point(520 + dx, 420 + dy)))

    card = rounded_rectangle(Box(90, 150, 860, 540), 56)
    for color, turn, dx, dy, group in ((back, 9.0, 60.0, -70.0, "back"),
                                       (front, -12.0, -20.0, 90.0, "front")):  # fmt: skip
        e.group = group
        face = put(card, turn, dx, dy)
        t = e.tones(color)
        e.add(
            face, color, "matte",
            along((90 + dx, 100 + dy), (950 + dx, 760 + dy), [
                (0, t.light), (0.45, t.base), (1, t.shade),
            ]),
            glow((300 + dx, 200 + dy), (420, 300), e.palette.accent2, 0.45),
            glow((860 + dx, 640 + dy), (480, 300), t.glow, 0.5),
            lines=(face,), line_color=white(0.35), line_width=3,
        )  # fmt: skip
        if group == "back":
            continue
        metal = e.local("#EBCB86", 0)
        chip = rounded_rectangle(Box(180, 320, 150, 118), 22)
        cuts = tuple(
            put(line, turn, dx, dy)
            for line in (d("M180 379L330 379"), d("M255 320L255 438"),
                         rounded_rectangle(Box(220, 350, 70, 58), 16))
        )  # fmt: skip
        e.inside(put(chip, turn, dx, dy), metal, "metal", lines=cuts, line_width=4,
                 line_color=e.tones(metal).deep)  # fmt: skip
        waves = [
            curve((390 + 30 * k, 340 - 8 * k), (406 + 36 * k, 379), (390 + 30 * k, 418 + 8 * k))
            for k in range(3)
        ]
        e.strokes(WHITE, 10, *[put(wave, turn, dx, dy) for wave in waves])
        for group_of in range(4):
            for dot in range(4):
                spot = circle(200 + 140 * group_of + 26 * dot, 540, 9)
                e.inside(put(spot, turn, dx, dy), WHITE, "matte", outline=False)
        for k, tone in ((0, e.palette.accent), (1, e.palette.accent2)):
            e.inside(put(circle(780 + 70 * k, 580, 58), turn, dx, dy), tone.with_opacity(0.85),
                     "matte")  # fmt: skip
        band = put(d("M520 150L640 150L380 690L260 690Z"), turn, dx, dy)
        e.gleam(band, along((300, 400), (560, 460), [(0, white(0)), (0.5, white(0.28)),
                                                     (1, white(0))]))  # fmt: skip
    return e.sketch(1060, 960, 900, (500, 480), floats=True)


def toy_blocks(request: MotifRequest) -> Sketch:
    """Return wooden blocks built into a gate, with a ball and a star."""
    e = Easel(request)
    p = e.palette
    warm = e.local("#F2C14E", 0.05)
    e.group = "base"
    _block(e, Box(120, 700, 240, 240), p.primary)
    _block(e, Box(620, 700, 240, 240), p.accent2)
    _block(e, Box(140, 470, 200, 230), warm)
    _block(e, Box(640, 470, 200, 230), p.accent)
    e.group = "arch"
    arch = difference(
        d("M110 470L110 380C110 210 270 120 490 120C710 120 870 210 870 380L870 470Z"),
        d("M350 470C350 400 410 350 490 350C570 350 630 400 630 470Z"),
    )
    e.add(
        arch,
        p.primary,
        "plane",
        down(arch.bounds, [(0, WHITE.with_opacity(0.3)), (0.5, WHITE.with_opacity(0))]),
    )
    e.inside(star(240, 820, 78, 36, 5), WHITE, "plane")
    e.inside(difference(circle(740, 820, 74), circle(740, 820, 42)), WHITE, "plane")
    e.inside(rectangle(Box(190, 560, 100, 26)), WHITE, "plane")
    e.inside(rectangle(Box(227, 523, 26, 100)), WHITE, "plane")
    e.inside(d("M740 510L800 640L680 640Z"), WHITE, "plane")
    e.group = "ball"
    ball = circle(490, 850, 92)
    e.add(ball, p.accent, "round", e.light(456, 812, 34, 26, 0.85))
    e.group = "roof"
    e.add(d("M490 10L580 120L400 120Z"), warm, "plane")
    return e.sketch(980, 1000, 942, (490, 460), contact=Box(120, 924, 740, 28))


def _block(e: Easel, box: Box, color: Color) -> None:
    e.add(rounded_rectangle(box, 24), color, "plane", down(box, [
        (0, WHITE.with_opacity(0.28)), (0.3, WHITE.with_opacity(0)),
        (1, e.tones(color).deep.with_opacity(0.3)),
    ]))  # fmt: skip
