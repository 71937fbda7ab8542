"""Work and play: column, framed picture, tower crane, game controller."""

from __future__ import annotations

from compositor.geometry import Box
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import circle, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, mirrored, spiral
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, down, glow
from generators.vector.motifs.sketch import Sketch

__all__ = ["column", "game_controller", "picture_frame", "tower_crane"]


def column(request: MotifRequest) -> Sketch:
    """Return an Ionic column on its steps."""
    e = Easel(request)
    stone = e.local("#EFE7DA", 0.08)
    t = e.tones(stone)
    e.group = "base"
    for x, y, w in ((180, 900, 540), (220, 850, 460)):
        e.add(rectangle(Box(x, y, w, 52)), stone, "plane", spot=False)
    e.add(rounded_rectangle(Box(268, 806, 364, 48), 22), stone, "tube", spot=False)
    e.group = "shaft"
    shaft = d("M306 270L594 270L616 808L284 808Z")
    e.add(shaft, stone, "tube", spot=False)
    for i in range(7):
        left = 328 + i * 35
        foot = 450 + (left - 450) * 1.14
        flute = d(f"M{left} 300L{left + 20} 300L{foot + 23} 790L{foot} 790Z")
        ramp = [(0, t.deep.with_opacity(0.75)), (0.6, t.shade.with_opacity(0.3)), (1, t.glow)]
        e.inside(flute, t.shade, "matte", across(flute.bounds, ramp), spot=False)
    e.group = "capital"
    e.add(rounded_rectangle(Box(216, 182, 468, 92), 46), stone, "plane", spot=False)
    for side in (-1, 1):
        x = 450 + side * 222
        e.add(circle(x, 250, 78), stone, "round", spot=False)
        curl = spiral((x, 250), 60, 1.9, start_deg=-90)
        if side > 0:
            curl = mirrored(curl, x)
        e.strokes(t.deep, 9, curl)
    e.add(rectangle(Box(190, 130, 520, 56)), e.palette.primary, "plane")
    e.gleam(
        shaft,
        down(
            shaft.bounds,
            [
                (0, t.deep.with_opacity(0.5)),
                (0.1, WHITE.with_opacity(0)),
                (1, WHITE.with_opacity(0)),
            ],
        ),
    )
    return e.sketch(900, 990, 952, (450, 250), contact=Box(190, 936, 520, 28))


def picture_frame(request: MotifRequest) -> Sketch:
    """Return a framed landscape on a wall, lit from above."""
    e = Easel(request)
    wood = e.local("#C99A4B", 0.03)
    t = e.tones(wood)
    e.group = "frame"
    for points, tone in (
        ("M90 110L910 110L830 190L170 190Z", t.light),
        ("M910 110L910 810L830 730L830 190Z", t.shade),
        ("M910 810L90 810L170 730L830 730Z", t.deep),
        ("M90 810L90 110L170 190L170 730Z", t.base),
    ):
        e.add(d(points), tone, "plane")
    e.add(
        rectangle(Box(170, 190, 660, 540)),
        e.local("#FFFDF7", 0.01),
        "plane",
        e.shadow(500, 180, 360, 60, wood, 0.4),
    )
    e.group = "picture"
    box = Box(240, 260, 520, 400)
    view = rectangle(box)
    sky = e.palette.accent2.mixed(WHITE, 0.55)
    e.inside(view, sky, "matte", down(box, [(0, e.tones(sky).shade), (1, e.tones(sky).glow)]))
    e.inside(circle(610, 400, 62), e.palette.accent, "plane")
    for shift, color in (
        (0, e.palette.primary.mixed(sky, 0.5)),
        (80, e.palette.primary),
        (150, e.tones(e.palette.primary).deep),
    ):
        hill = blob(
            (200, 760, 0),
            (200, 470 + shift, 0),
            (320, 420 + shift),
            (450, 500 + shift),
            (580, 440 + shift),
            (700, 520 + shift),
            (800, 470 + shift, 0),
            (800, 760, 0),
        )
        e.inside(intersection(view, hill), color, "plane")
    return e.sketch(1000, 880, 820, (500, 450), floats=True)


def tower_crane(request: MotifRequest) -> Sketch:
    """Return a tower crane lifting a beam."""
    e = Easel(request)
    steel = e.local("#F0B23C", 0.06)
    dark = e.local("#2E2D36", 0.05)
    t = e.tones(steel)
    e.group = "cables"
    e.strokes(
        dark,
        5,
        d("M340 130L140 290"),
        d("M340 130L860 290"),
        d("M740 320L740 640"),
        d("M740 640L660 720"),
        d("M740 640L820 720"),
    )
    e.group = "mast"
    e.add(d("M306 330L374 330L386 900L294 900Z"), steel, "tube")
    cross = [
        d(f"M304 {380 + 86 * i}L378 {440 + 86 * i}M378 {380 + 86 * i}L304 {440 + 86 * i}")
        for i in range(6)
    ]
    e.strokes(t.deep, 8, *cross)
    e.add(d("M340 120L372 330L308 330Z"), steel, "plane")
    e.group = "jib"
    e.add(d("M90 284L950 284L950 328L90 328Z"), steel, "plane")
    e.strokes(
        t.deep,
        6,
        *[d(f"M{150 + 56 * i} 326L{178 + 56 * i} 286L{206 + 56 * i} 326") for i in range(14)],
    )
    e.add(rounded_rectangle(Box(96, 326, 120, 110), 10), dark, "plane")
    e.add(rounded_rectangle(Box(372, 330, 100, 106), 12), e.palette.primary, "plane")
    e.inside(
        rounded_rectangle(Box(390, 346, 68, 48), 8),
        e.palette.accent2.mixed(WHITE, 0.5),
        "plane",
    )
    e.group = "load"
    e.add(rounded_rectangle(Box(716, 306, 48, 32), 8), dark, "plane")
    e.add(rectangle(Box(630, 716, 220, 46)), e.palette.primary, "plane")
    e.group = "base"
    e.add(rounded_rectangle(Box(220, 890, 240, 60), 10), dark, "plane")
    return e.sketch(1040, 1000, 950, (500, 300), contact=Box(220, 936, 240, 24))


def game_controller(request: MotifRequest) -> Sketch:
    """Return a game controller with sticks and buttons."""
    e = Easel(request)
    shell, dark = e.main(), e.local("#25242D", 0.06)
    t = e.tones(shell)
    e.group = "shoulders"
    for x in (220, 640):
        e.add(rounded_rectangle(Box(x, 176, 180, 90), 36), dark, "plane")
    e.group = "shell"
    body = blob(
        (300, 210),
        (420, 226),
        (520, 230),
        (620, 226),
        (740, 210),
        (850, 250),
        (930, 400),
        (980, 600),
        (950, 730),
        (860, 750),
        (780, 670),
        (700, 570),
        (520, 556),
        (340, 570),
        (260, 670),
        (180, 750),
        (90, 730),
        (60, 600),
        (110, 400),
        (190, 250),
    )
    e.add(
        body,
        shell,
        "round",
        e.light(330, 270, 200, 60, 0.45),
        glow((840, 650), (160, 150), t.deep, 0.7),
        e.shadow(520, 600, 260, 70, shell, 0.6),
    )
    e.group = "pad"
    e.inside(rounded_rectangle(Box(232, 300, 52, 150), 14), dark, "plane")
    e.inside(rounded_rectangle(Box(183, 349, 150, 52), 14), dark, "plane")
    e.group = "buttons"
    for x, y, color in (
        (790, 300, e.palette.accent),
        (860, 372, e.palette.accent2),
        (720, 372, WHITE),
        (790, 444, e.tones(e.palette.accent).light),
    ):
        e.inside(circle(x, y, 34), color, "round", e.light(x - 10, y - 12, 14, 11, 0.8))
    e.inside(rounded_rectangle(Box(440, 300, 60, 26), 13), t.deep, "plane")
    e.inside(rounded_rectangle(Box(540, 300, 60, 26), 13), t.deep, "plane")
    for x in (400, 640):
        e.inside(circle(x, 480, 74), t.deep, "plane")
        e.inside(
            circle(x, 472, 56),
            dark,
            "round",
            e.light(x - 16, 452, 24, 18, 0.4),
            lines=(circle(x, 472, 34),),
            line_color=e.tones(dark).light,
            line_width=5,
        )
    e.strokes(t.deep, 4, curve((470, 250), (520, 256), (570, 250)))
    return e.sketch(1040, 800, 752, (520, 400), contact=Box(100, 736, 840, 24))
