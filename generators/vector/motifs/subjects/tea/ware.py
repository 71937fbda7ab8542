"""Ware: the lidded bowl and the pot, and the steam above them."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.document import LinearGradient
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.forms import blob, curve, d, lathe, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, down, glow
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.subjects.flowers.foliage import leaf_parts
from generators.vector.motifs.tones import natural_color, tones_of

__all__ = ["gaiwan", "porcelain", "steam", "teapot"]

_WHITE = Color(255, 255, 255)


def porcelain(request: MotifRequest) -> Color:
    """Return the white of glazed ware, a little of the palette in it."""
    return natural_color(
        request.attributes, Color.from_hex("#F7F5EF").mixed(request.palette.primary, 0.04)
    )


def steam(x: float, y: float, height: float, color: Color) -> list[Part]:
    """Return two rising wisps above (x, y)."""
    parts = []
    for dx, lift, width in ((-26.0, 1.0, 16.0), (30.0, 0.78, 12.0)):
        h = height * lift
        path = ribbon(
            [
                (x + dx, y),
                (x + dx - 26, y - 0.3 * h),
                (x + dx + 24, y - 0.62 * h),
                (x + dx - 4, y - h),
            ],
            (2, width, width * 0.9, 1),
        )
        fade = down(
            path.bounds,
            [
                (0, color.with_opacity(0)),
                (0.5, color.with_opacity(0.55)),
                (1, color.with_opacity(0.05)),
            ],
        )
        parts.append(
            Part(
                path=path,
                color=color.with_opacity(0),
                form="glass",
                group="steam",
                paints=(fade,),
                solid=False,
                outline=False,
                only=("flat",),
            )
        )
        wisp = curve(
            (x + dx, y),
            (x + dx - 26, y - 0.3 * h),
            (x + dx + 24, y - 0.62 * h),
            (x + dx - 4, y - h),
        )
        parts.append(
            Part(
                path=Path(),
                color=color,
                group="steam",
                lines=(wisp,),
                line_color=color,
                line_width=6,
                solid=False,
                only=("line", "doodle", "cut_paper"),
            )
        )
    return parts


def gaiwan(request: MotifRequest) -> Sketch:
    """Return a lidded bowl on its saucer, steam rising."""
    palette = request.palette
    ware, paint = porcelain(request), palette.primary
    t = tones_of(ware)
    saucer = lathe([(330, 760, 0), (318, 790), (210, 822), (130, 832, 0), (130, 846, 0)], 450)
    saucer_top = ellipse(450, 760, 330, 44)
    bowl = lathe(
        [(296, 384, 0), (284, 470), (236, 600), (150, 700), (118, 730, 0), (122, 758, 0)], 450
    )
    lid = lathe([(52, 236, 0), (92, 256), (206, 306), (266, 372), (268, 392, 0)], 450)
    knob = lathe([(58, 196, 0), (60, 210), (46, 226), (50, 244, 0)], 450)
    mouth = ellipse(450, 386, 296, 34)

    def sheen(path: Path) -> LinearGradient:
        return across(
            path.bounds,
            [
                (0, t.shade.with_opacity(0.85)),
                (0.1, t.shade.with_opacity(0.2)),
                (0.22, _WHITE.with_opacity(0.95)),
                (0.34, _WHITE.with_opacity(0.2)),
                (0.66, t.shade.with_opacity(0.25)),
                (0.9, t.deep.with_opacity(0.6)),
                (1, t.shade.with_opacity(0.5)),
            ],
        )

    band = curve((163, 424), (300, 446), (450, 452), (600, 446), (737, 424))
    branch = curve((330, 640), (400, 570), (480, 540), (560, 520))
    parts = steam(450, 170, 150, palette.muted)
    parts += [
        Part(
            path=saucer,
            color=ware,
            group="saucer",
            form="matte",
            paints=(sheen(saucer), glow((480, 840), (200, 30), t.deep, 0.5)),
        ),
        Part(
            path=saucer_top,
            color=ware,
            group="saucer",
            form="matte",
            paints=(glow((500, 764), (220, 30), t.deep, 0.75), sheen(saucer_top)),
        ),
        Part(
            path=bowl,
            color=ware,
            group="bowl",
            form="matte",
            paints=(
                sheen(bowl),
                glow((450, 770), (200, 90), t.deep, 0.45),
                glow((450, 380), (300, 60), t.deep, 0.35),
            ),
            lines=(band,),
            line_color=paint,
            line_width=7,
        ),
        Part(path=mouth, color=t.shade, group="bowl", form="matte", solid=False),
    ]
    for x, y, turn, size in (
        (392, 580, -60, 80),
        (470, 545, 15, 84),
        (450, 548, -110, 70),
        (540, 522, -20, 76),
        (350, 622, 30, 60),
    ):
        tip = (x + size * math.cos(math.radians(turn)), y + size * math.sin(math.radians(turn)))
        parts += [
            Part(
                path=part.path,
                color=paint,
                form="matte",
                group="painting",
                spot=True,
                solid=False,
                outline=False,
            )
            for part in leaf_parts((x, y), tip, size * 0.42, paint, 0.1)
        ]
    parts.append(
        Part(
            path=Path(),
            color=paint,
            group="painting",
            lines=(branch,),
            line_color=paint,
            line_width=5,
            solid=False,
        )
    )
    rim = curve((186, 388), (320, 412), (450, 416), (580, 412), (714, 388))
    parts += [
        Part(
            path=lid,
            color=ware,
            group="lid",
            form="matte",
            paints=(sheen(lid), glow((560, 380), (170, 60), t.deep, 0.5)),
            lines=(rim,),
            line_color=paint,
            line_width=6,
        ),
        Part(path=knob, color=ware, group="lid", form="matte", paints=(sheen(knob),)),
        Part(
            path=ellipse(450, 196, 58, 12),
            color=ware,
            group="lid",
            form="matte",
            lines=(ellipse(450, 196, 44, 8),),
            line_color=paint,
            line_width=4,
            paints=(glow((480, 200), (40, 10), t.deep, 0.5),),
        ),
    ]
    return Sketch(
        parts=tuple(parts),
        width=900,
        height=880,
        ground_y=846,
        focus=Point(450, 480),
        contact=Box(300, 826, 300, 30),
    )


def teapot(request: MotifRequest) -> Sketch:
    """Return a round clay teapot, spout to the right."""
    tone = request.palette.primary.oklch
    clay = natural_color(
        request.attributes,
        Color.from_oklch(
            min(0.56, max(0.4, tone.lightness)), min(0.11, tone.chroma), tone.hue_deg
        ),
    )
    t = tones_of(clay)
    handle = ribbon(
        [(286, 330), (176, 290), (112, 380), (130, 500), (214, 580), (292, 590)],
        (30, 36, 40, 38, 32, 34),
    )
    spout = blob(
        (660, 470),
        (750, 470),
        (812, 400),
        (846, 318),
        (866, 290, 0),
        (912, 306, 0),
        (896, 380),
        (846, 500),
        (770, 580),
        (680, 640),
    )
    body = lathe(
        [
            (120, 262, 0),
            (206, 286),
            (282, 380),
            (300, 480),
            (262, 610),
            (170, 694),
            (126, 704, 0),
            (130, 722, 0),
        ],
        470,
    )
    lid = lathe([(40, 206, 0), (94, 222), (132, 250), (136, 272, 0)], 470)
    parts = [
        Part(
            path=handle,
            color=clay,
            group="handle",
            spot=True,
            paints=(glow((150, 560), (120, 120), t.deep, 0.5),),
        ),
        Part(
            path=spout,
            color=clay,
            group="spout",
            form="plane",
            spot=True,
            paints=(
                glow((830, 540), (80, 130), t.deep, 0.5),
                glow((670, 600), (90, 130), t.deep, 0.5),
            ),
        ),
        Part(
            path=ellipse(889, 299, 25, 8),
            color=t.deep,
            group="spout",
            form="matte",
            spot=True,
            solid=False,
        ),
        Part(
            path=body,
            color=clay,
            group="body",
            spot=True,
            paints=(
                glow((600, 660), (230, 170), t.deep, 0.75),
                glow((378, 380), (90, 70), t.glow, 0.7),
                glow((660, 700), (60, 120), t.light, 0.35),
            ),
            shades=(d("M340 268C420 300 540 300 620 268L640 286C560 322 400 322 320 290Z"),),
            lines=(curve((172, 470), (330, 500), (470, 506), (620, 500), (768, 470)),),
            line_width=3.5,
        ),
        Part(
            path=lid,
            color=clay,
            group="lid",
            spot=True,
            paints=(
                glow((540, 262), (90, 40), t.deep, 0.5),
                glow((420, 230), (40, 18), t.glow, 0.7),
            ),
        ),
        Part(
            path=circle(470, 184, 30),
            color=clay,
            group="lid",
            spot=True,
            paints=(glow((460, 174), (14, 12), t.glow, 0.8),),
        ),
    ]
    parts += steam(884, 280, 150, request.palette.muted)
    return Sketch(
        parts=tuple(parts),
        width=960,
        height=760,
        ground_y=722,
        focus=Point(470, 450),
        contact=Box(330, 704, 290, 30),
    )
