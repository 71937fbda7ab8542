"""Care, safety and sport: shield, flask, tooth, stethoscope, dumbbell, scissors."""

from __future__ import annotations

from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, placed, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, down, glass_bands, glow
from generators.vector.motifs.sketch import Sketch

__all__ = ["dumbbell", "flask", "scissors", "shield", "stethoscope", "tooth"]


def shield(request: MotifRequest) -> Sketch:
    """Return a bevelled shield with a check mark."""
    e = Easel(request)
    main = e.main()
    t = e.tones(main)
    outer = d(
        "M500 70C620 150 740 180 860 180C870 500 780 790 500 930"
        "C220 790 130 500 140 180C260 180 380 150 500 70Z"
    )
    inner = placed(outer.moved(-500, -500), 500, 492, scale=0.84)
    half = intersection(inner, d("M500 0L1000 0L1000 1000L500 1000Z"))
    e.add(
        outer,
        t.light,
        "plane",
        along((160, 120), (840, 860), [(0, t.glow), (0.4, t.light), (1, t.shade)]),
    )
    e.inside(inner, main, "plane", outline=True)
    e.inside(half, t.shade, "plane", outline=False)
    check = d("M322 480L388 414L462 488L632 318L698 384L462 620Z")
    e.inside(check, e.local("#FFFFFF", 0), "matte", e.shadow(600, 600, 200, 160, WHITE, 0.4))
    e.gleam(inner, e.light(360, 300, 160, 120, 0.4))
    return e.sketch(1000, 1000, 960, (500, 470), floats=True)


def flask(request: MotifRequest) -> Sketch:
    """Return a conical flask with a bubbling liquid."""
    e = Easel(request)
    liquid = e.main()
    t = e.tones(liquid)
    glass = d(
        "M370 130L370 380L150 800C120 860 160 930 230 930L670 930"
        "C740 930 780 860 750 800L530 380L530 130Z"
    )
    e.group = "liquid"
    fill = intersection(
        placed(glass.moved(-450, -560), 450, 562, scale=0.94),
        d("M0 600C150 570 300 640 450 600C600 566 750 630 900 600L900 1000L0 1000Z"),
    )
    e.add(
        fill,
        liquid,
        "matte",
        down(fill.bounds, [(0, t.light), (0.5, t.base), (1, t.shade)]),
        glow((580, 850), (180, 110), t.glow, 0.7),
        solid=False,
    )
    for x, y, r in (
        (360, 760, 34),
        (470, 700, 22),
        (540, 820, 44),
        (420, 860, 18),
        (620, 760, 16),
        (300, 840, 20),
    ):
        e.inside(
            circle(x, y, r),
            t.glow.with_opacity(0.55),
            "matte",
            e.light(x - r * 0.3, y - r * 0.3, r * 0.5, r * 0.5, 0.8),
        )
    e.group = "glass"
    e.add(
        glass,
        WHITE,
        "glass",
        *glass_bands(glass, e.palette.muted),
        fine=(glass,),
        line_color=e.palette.muted.with_opacity(0.65),
        line_width=4,
        spot=False,
    )
    e.add(rounded_rectangle(Box(336, 96, 228, 52), 24), e.palette.accent, "plane")
    shine = blob((380, 470, 0), (300, 620), (230, 790, 0), (250, 790), (330, 640), (400, 490))
    e.gleam(
        shine, down(shine.bounds, [(0, WHITE.with_opacity(0.8)), (1, WHITE.with_opacity(0.2))])
    )
    for x, y, r in ((450, 50, 16), (500, 14, 10)):
        e.add(circle(x, y + 14, r), t.light, "round", solid=False)
    return e.sketch(900, 980, 930, (450, 760), contact=Box(190, 912, 520, 30), glow=t.light)


def tooth(request: MotifRequest) -> Sketch:
    """Return a clean, shining tooth."""
    e = Easel(request)
    white = e.local("#FCFDFD", 0.01)
    t = e.tones(white)
    shape = blob(
        (450, 190),
        (350, 140),
        (220, 130),
        (130, 220),
        (120, 370),
        (180, 540),
        (220, 720),
        (250, 860),
        (320, 880),
        (360, 780),
        (390, 650),
        (450, 600),
        (510, 650),
        (540, 780),
        (580, 880),
        (650, 860),
        (680, 720),
        (720, 540),
        (780, 370),
        (770, 220),
        (680, 130),
        (550, 140),
    )
    e.add(
        shape,
        white,
        "round",
        e.shadow(640, 560, 230, 380, white, 0.8),
        e.light(280, 280, 110, 110, 0.9),
        e.shadow(450, 640, 100, 110, white, 0.4),
        fine=(curve((300, 250), (450, 300), (600, 250)),),
        line_color=t.shade,
        line_width=9,
        spot=False,
    )
    shine = blob((190, 370, 0), (186, 270), (250, 200, 0), (228, 280))
    e.gleam(shine, down(shine.bounds, [(0, WHITE), (1, WHITE.with_opacity(0.6))]))
    for x, y, s in ((800, 150, 84), (866, 290, 44), (90, 620, 50)):
        star = blob(
            (x, y - s, 0),
            (x + s * 0.14, y - s * 0.14, 0),
            (x + s, y, 0),
            (x + s * 0.14, y + s * 0.14, 0),
            (x, y + s, 0),
            (x - s * 0.14, y + s * 0.14, 0),
            (x - s, y, 0),
            (x - s * 0.14, y - s * 0.14, 0),
        )
        e.add(star, e.palette.primary, "plane", solid=False)
    return e.sketch(940, 940, 890, (450, 400), floats=True)


def stethoscope(request: MotifRequest) -> Sketch:
    """Return a stethoscope whose tube curls into the chest piece."""
    e = Easel(request)
    tube, metal = e.main(), e.local("#C6CBD4", 0)
    e.group = "ear tubes"
    for s in (-1, 1):
        e.add(
            ribbon(
                [
                    (400 + s * 150, 90),
                    (400 + s * 176, 200),
                    (400 + s * 150, 320),
                    (400 + s * 60, 430),
                ],
                (20, 22, 24, 26),
            ),
            metal,
            "tube",
        )
        e.add(ellipse(400 + s * 146, 76, 26, 34), e.local("#2D2C36", 0.05), "round")
    e.group = "tube"
    e.add(ribbon([(336, 410), (400, 470), (464, 410)], (40, 52, 40)), tube, "round")
    e.add(
        ribbon(
            [
                (400, 460),
                (396, 620),
                (420, 800),
                (540, 880),
                (680, 820),
                (730, 660),
                (720, 560),
            ],
            (42, 40, 40, 40, 40, 40, 36),
        ),
        tube,
        "round",
        e.light(430, 700, 40, 120, 0.4),
    )
    e.group = "chest piece"
    e.add(circle(720, 460, 122), metal, "metal")
    e.inside(circle(720, 460, 92), e.palette.accent, "round", e.light(690, 430, 40, 34, 0.7))
    e.inside(circle(720, 460, 40), metal, "plane")
    return e.sketch(940, 960, 930, (720, 460), floats=True)


def dumbbell(request: MotifRequest) -> Sketch:
    """Return a dumbbell lying slantwise: two plates a side, a knurled bar."""
    e = Easel(request)
    iron, steel = e.main(), e.local("#C3C8D1", 0)
    t, s = e.tones(iron), e.tones(steel)

    def put(path: Path) -> Path:
        return placed(path, 500, 500, turn_deg=-28)

    def across_bar(half: float) -> tuple[tuple[float, float], tuple[float, float]]:
        ends = put(Path.polygon([(0, -half), (0, half)], closed=False)).points()
        return (ends[0].x, ends[0].y), (ends[1].x, ends[1].y)

    shine = [(0, s.shade), (0.3, WHITE), (0.55, s.base), (1, s.deep)]
    knurl = tuple(put(d(f"M{-110 + 24 * i} -30L{-98 + 24 * i} 30")) for i in range(10))
    bar = put(rounded_rectangle(Box(-450, -32, 900, 64), 22))
    e.add(bar, steel, "matte", along(*across_bar(32), shine), fine=knurl, line_color=s.deep)
    for side in (-1, 1):
        for x, half, wide, color in (
            (376, 150, 84, iron.shifted(lightness=-0.06)),
            (276, 224, 104, iron),
            (188, 74, 40, steel),
        ):
            box = Box(side * x - wide / 2, -half, wide, 2 * half)
            c = e.tones(color)
            ramp = [(0, c.light), (0.18, c.glow), (0.36, c.base), (0.8, c.shade), (1, c.deep)]
            plate = put(rounded_rectangle(box, 0.32 * wide))
            e.add(plate, color, "matte", along(*across_bar(half), ramp))
            if wide > 100:
                groove = Box(box.x + 0.40 * wide, -half + 26, 0.20 * wide, 2 * half - 52)
                e.inside(put(rounded_rectangle(groove, 10)), t.deep, "plane", outline=False)
    return e.sketch(1000, 1000, 800, (500, 500), floats=True)


def scissors(request: MotifRequest) -> Sketch:
    """Return open scissors."""
    e = Easel(request)
    grip, steel = e.main(), e.local("#CBD0D8", 0)
    s = e.tones(steel)
    blade = blob((0, 40, 0), (44, -80), (30, -300), (0, -470, 0), (-26, -300), (-34, -60))
    handle = difference(
        blob(
            (0, 60),
            (60, 110),
            (130, 230),
            (120, 340),
            (40, 390),
            (-40, 340),
            (-50, 220),
            (-34, 110),
        ),
        blob((34, 180), (84, 240), (84, 310), (36, 340), (-2, 310), (0, 230)),
    )
    for flip in (-1, 1):
        e.group = "left" if flip < 0 else "right"

        def put(path: Path, flip: int = flip) -> Path:
            turned = placed(path, 0, 0, turn_deg=20)
            return (mirrored_about_origin(turned) if flip < 0 else turned).moved(480, 540)

        b = put(blade)
        e.add(
            put(mirrored_about_origin(handle)),
            grip,
            "round",
            e.light(480 - flip * 130, 760, 60, 70, 0.3),
        )
        e.add(
            b,
            steel,
            "matte",
            across(b.bounds, [(0, s.deep), (0.4, WHITE), (0.6, s.base), (1, s.shade)]),
        )
    e.group = "screw"
    e.add(
        circle(480, 520, 30),
        e.palette.accent,
        "round",
        lines=(d("M464 536L496 504"),),
        line_width=6,
    )
    return e.sketch(960, 1000, 960, (480, 520), floats=True)


def mirrored_about_origin(path: Path) -> Path:
    """Return the path reflected left to right about x = 0."""
    return path.mapped(lambda p: (-p[0], p[1]))
