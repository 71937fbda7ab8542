"""Sound: headphone and boombox."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Affine, Box, Point
from compositor.geometry.boolean import difference
from compositor.geometry.shapes import circle, ellipse, rounded_rectangle
from generators.vector.motifs.forms import curve, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import down, glow
from generators.vector.motifs.sketch import LabelPlace, Part, Sketch
from generators.vector.motifs.tones import natural_color, tones_of

__all__ = ["boombox", "headphone"]

_WHITE = Color(255, 255, 255)


def headphone(request: MotifRequest) -> Sketch:
    """Return over-ear headphones, seen a little from the left."""
    palette = request.palette
    main = natural_color(request.attributes, palette.primary)
    t, dark = tones_of(main), Color.from_hex("#2B2933")
    band = ribbon(
        [(232, 560), (214, 360), (320, 170), (510, 110), (700, 170), (800, 360), (786, 560)],
        (44, 50, 66, 74, 66, 50, 44),
    )
    pad = ribbon(
        [(300, 300), (380, 210), (510, 176), (640, 210), (716, 300)], (30, 46, 52, 46, 30)
    )
    parts = [
        Part(path=pad, color=dark, group="band", form="round", spot=True),
        Part(
            path=band,
            color=main,
            group="band",
            form="plane",
            spot=True,
            paints=(
                glow((400, 140), (190, 60), t.glow, 0.9),
                glow((800, 420), (70, 220), t.deep, 0.7),
            ),
        ),
    ]
    for cx, face in ((246.0, 1), (774.0, -1)):
        arm = ribbon([(cx, 480), (cx + face * 6, 560)], (46, 60))
        cushion = ellipse(cx + face * 54, 650, 78, 158)
        cup = ellipse(cx, 650, 104, 172)
        plate = ellipse(cx - face * 16, 650, 74, 136)
        ring = ellipse(cx - face * 18, 650, 44, 88)
        parts += [
            Part(
                path=arm, color=Color.from_hex("#C9CDD6"), group="cups", form="metal", spot=True
            ),
            Part(
                path=cushion,
                color=dark,
                group="cups",
                spot=True,
                paints=(glow((cx + face * 60, 580), (50, 90), tones_of(dark).glow, 0.5),),
            ),
            Part(
                path=cup,
                color=main,
                group="cups",
                spot=True,
                paints=(glow((cx + 50, 760), (110, 120), t.deep, 0.7),),
            ),
            Part(
                path=plate,
                color=t.light,
                group="cups",
                form="plane",
                spot=True,
                solid=False,
                paints=(
                    glow((cx - 40, 560), (60, 70), t.glow, 0.9),
                    glow((cx + 40, 740), (70, 90), t.shade, 0.8),
                ),
            ),
            Part(
                path=ring,
                color=palette.accent,
                group="cups",
                form="plane",
                spot=True,
                solid=False,
            ),
        ]
    return Sketch(
        parts=tuple(parts),
        width=1020,
        height=900,
        ground_y=822,
        focus=Point(300, 640),
        contact=Box(170, 806, 690, 30),
    )


def boombox(request: MotifRequest) -> Sketch:
    """Return a portable stereo with two speakers and a cassette door."""
    palette = request.palette
    main = natural_color(request.attributes, palette.primary)
    t, dark = tones_of(main), Color.from_hex("#26242E")
    silver = Color.from_hex("#D7DBE2")
    case = rounded_rectangle(Box(70, 270, 960, 440), 56)
    handle = difference(
        rounded_rectangle(Box(210, 130, 680, 220), 60),
        rounded_rectangle(Box(266, 184, 568, 220), 34),
    )
    antenna = ribbon([(880, 280), (1010, 60)], (9, 6))
    panel = rounded_rectangle(Box(100, 300, 900, 90), 24)
    door = rounded_rectangle(Box(412, 424, 276, 190), 22)
    window = rounded_rectangle(Box(446, 470, 208, 84), 42)
    parts = [
        Part(path=antenna, color=silver, group="antenna", form="metal", spot=True),
        Part(path=circle(1010, 58, 10), color=silver, group="antenna", spot=True),
        Part(path=handle, color=dark, group="handle", form="plane", spot=True),
        Part(
            path=case,
            color=main,
            group="case",
            form="plane",
            spot=True,
            paints=(
                down(
                    case.bounds,
                    [
                        (0, t.glow.with_opacity(0.7)),
                        (0.07, t.base.with_opacity(0)),
                        (0.9, t.deep.with_opacity(0.1)),
                        (1, t.deep.with_opacity(0.7)),
                    ],
                ),
            ),
        ),
        Part(path=panel, color=silver, group="panel", form="plane", spot=True, solid=False),
        Part(path=door, color=dark, group="deck", form="plane", spot=True, solid=False),
        Part(
            path=window,
            color=tones_of(palette.accent2).light,
            group="deck",
            form="plane",
            spot=True,
            solid=False,
        ),
    ]
    for x in (486.0, 614.0):
        parts += [
            Part(
                path=circle(x, 512, 30),
                color=_WHITE,
                group="deck",
                form="matte",
                spot=True,
                solid=False,
            ),
            Part(
                path=circle(x, 512, 12),
                color=dark,
                group="deck",
                form="matte",
                spot=True,
                solid=False,
            ),
        ]
    for i in range(6):
        parts.append(
            Part(
                path=rounded_rectangle(Box(418 + i * 45, 636, 38, 34), 8),
                color=palette.accent if i == 1 else silver,
                group="keys",
                form="plane",
                spot=True,
                solid=False,
            )
        )
    for x in (246.0, 854.0):
        parts += [
            Part(
                path=circle(x, 550, 148),
                color=silver,
                group="speakers",
                form="metal",
                spot=True,
                solid=False,
            ),
            Part(
                path=circle(x, 550, 128),
                color=dark,
                group="speakers",
                spot=True,
                solid=False,
                fine=tuple(circle(x, 550, r) for r in (112, 96, 80)),
                line_color=tones_of(dark).light.with_opacity(0.6),
                line_width=3,
            ),
            Part(
                path=circle(x, 550, 58),
                color=palette.accent,
                group="speakers",
                spot=True,
                solid=False,
                paints=(glow((x - 18, 526), (30, 26), _WHITE, 0.7),),
            ),
        ]
    for i, x in enumerate((130.0, 190.0, 250.0)):
        parts.append(
            Part(
                path=circle(x + 20, 345, 22),
                color=dark,
                group="knobs",
                spot=True,
                solid=False,
                lines=(curve((x + 20, 345), (x + 20 + (i - 1) * 9, 329)),),
                line_color=_WHITE,
                line_width=4,
            )
        )
    meter = rounded_rectangle(Box(690, 322, 280, 46), 12)
    parts.append(
        Part(path=meter, color=dark, group="meter", form="matte", spot=True, solid=False)
    )
    for i in range(11):
        color = palette.accent if i > 7 else palette.accent2
        parts.append(
            Part(
                path=rounded_rectangle(Box(704 + i * 23.6, 332, 15, 26), 3),
                color=color.with_opacity(1 if i < 9 else 0.35),
                group="meter",
                form="matte",
                spot=True,
                outline=False,
                solid=False,
            )
        )
    return Sketch(
        parts=tuple(parts),
        width=1100,
        height=780,
        ground_y=712,
        focus=Point(550, 520),
        contact=Box(100, 696, 900, 30),
        label=LabelPlace(
            box=Box(300, 312, 370, 66), color=dark, transform=Affine(), max_size=56
        ),
    )
