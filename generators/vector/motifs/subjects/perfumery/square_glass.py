"""Square glass: a faceted flacon, thick at its foot."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Box, Path
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.forms import d
from generators.vector.motifs.shading import across, along, down, glow
from generators.vector.motifs.sketch import Part
from generators.vector.motifs.tones import tones_of

__all__ = ["square_body"]

_WHITE = Color(255, 255, 255)
_CX = 400.0


def square_body(liquid: Color) -> list[Part]:
    """Return four bevels about a chamber of liquid, light caught in the foot."""
    t = tones_of(liquid)
    outer = d(
        "M236 392L564 392C576 392 584 396 592 404L624 440C630 447 634 456 634 466L634 968"
        "C634 996 616 1014 588 1014L212 1014C184 1014 166 996 166 968L166 466"
        "C166 456 170 447 176 440L208 404C216 396 224 392 236 392Z"
    )
    box = outer.bounds
    chamber = rounded_rectangle(Box(222, 452, 356, 482), 26)
    inside = chamber.bounds
    surface_y = 540.0
    fluid = intersection(chamber, rectangle(Box(200, surface_y, 400, 500)))
    left = d(
        "M166 466C166 456 170 447 176 440L208 404L222 478L222 908L180 1004"
        "C171 996 166 984 166 968Z"
    )
    right = d(
        "M634 466C634 456 630 447 624 440L592 404L578 478L578 908L620 1004"
        "C629 996 634 984 634 968Z"
    )
    top = d(
        "M208 404C216 396 224 392 236 392L564 392C576 392 584 396 592 404"
        "L578 466C560 452 552 452 540 452L260 452C248 452 240 452 222 466Z"
    )
    foot = d(
        "M180 1004L222 908C232 934 246 934 260 934L540 934"
        "C554 934 568 934 578 908L620 1004C612 1011 601 1014 588 1014L212 1014"
        "C199 1014 188 1011 180 1004Z"
    )
    glass = t.base.mixed(_WHITE, 0.55)
    clear = _WHITE.with_opacity(0)
    parts = [
        Part(
            path=outer,
            color=glass,
            group="glass",
            form="glass",
            paints=(
                down(
                    box,
                    [
                        (0, _WHITE.with_opacity(0.55)),
                        (0.5, glass.with_opacity(0.25)),
                        (1, t.shade.with_opacity(0.35)),
                    ],
                ),
            ),
        ),
        Part(
            path=fluid,
            color=liquid,
            group="liquid",
            form="matte",
            outline=False,
            spot=True,
            solid=False,
            paints=(
                down(
                    Box(inside.x, surface_y, inside.width, 400),
                    [
                        (0, t.light),
                        (0.35, t.base),
                        (0.8, t.shade),
                        (1, t.deep.mixed(t.shade, 0.4)),
                    ],
                ),
                glow((500, 880), (190, 130), t.glow, 0.85),
                glow((300, 640), (90, 180), t.glow, 0.4),
                across(
                    inside,
                    [
                        (0, t.deep.with_opacity(0.55)),
                        (0.08, t.shade.with_opacity(0.1)),
                        (0.5, clear),
                        (0.9, t.deep.with_opacity(0.12)),
                        (1, t.deep.with_opacity(0.6)),
                    ],
                ),
            ),
        ),
        Part(
            path=ellipse(_CX, surface_y, 178, 9),
            color=t.glow,
            group="liquid",
            form="matte",
            outline=False,
            solid=False,
            only=("flat", "cut_paper"),
        ),
        Part(
            path=d("M395 400L405 400L407 890L400 902L393 890Z"),
            color=_WHITE.with_opacity(0.5),
            group="tube",
            form="matte",
            solid=False,
            only=("flat",),
            paints=(
                across(
                    Box(393, 0, 14, 10),
                    [
                        (0, t.deep.with_opacity(0.35)),
                        (0.4, clear),
                        (1, _WHITE.with_opacity(0.5)),
                    ],
                ),
            ),
        ),
        Part(
            path=left,
            color=glass,
            group="facets",
            form="glass",
            solid=False,
            paints=(
                across(
                    Box(166, 0, 56, 10),
                    [
                        (0, t.shade.with_opacity(0.55)),
                        (0.25, _WHITE.with_opacity(0.9)),
                        (0.5, _WHITE.with_opacity(0.35)),
                        (0.72, t.deep.with_opacity(0.5)),
                        (0.84, _WHITE.with_opacity(0.7)),
                        (1, t.base.with_opacity(0.3)),
                    ],
                ),
            ),
        ),
        Part(
            path=right,
            color=glass,
            group="facets",
            form="glass",
            solid=False,
            paints=(
                across(
                    Box(578, 0, 56, 10),
                    [
                        (0, t.base.with_opacity(0.5)),
                        (0.2, t.deep.with_opacity(0.65)),
                        (0.45, t.shade.with_opacity(0.4)),
                        (0.62, _WHITE.with_opacity(0.75)),
                        (0.75, t.light.with_opacity(0.3)),
                        (1, t.deep.with_opacity(0.7)),
                    ],
                ),
            ),
        ),
        Part(
            path=top,
            color=glass,
            group="facets",
            form="glass",
            solid=False,
            paints=(
                along(
                    (240, 392),
                    (520, 470),
                    [
                        (0, _WHITE.with_opacity(0.9)),
                        (0.4, _WHITE.with_opacity(0.25)),
                        (0.55, t.shade.with_opacity(0.4)),
                        (0.7, _WHITE.with_opacity(0.75)),
                        (1, t.shade.with_opacity(0.3)),
                    ],
                ),
            ),
        ),
        Part(
            path=foot,
            color=glass,
            group="facets",
            form="glass",
            solid=False,
            paints=(
                along(
                    (200, 934),
                    (620, 1010),
                    [
                        (0, _WHITE.with_opacity(0.7)),
                        (0.2, t.shade.with_opacity(0.35)),
                        (0.38, t.deep.with_opacity(0.55)),
                        (0.52, t.base.with_opacity(0.4)),
                        (0.66, _WHITE.with_opacity(0.95)),
                        (0.8, t.light.with_opacity(0.5)),
                        (1, t.deep.with_opacity(0.55)),
                    ],
                ),
                down(
                    Box(0, 934, 10, 80),
                    [
                        (0, t.deep.with_opacity(0.35)),
                        (0.3, clear),
                        (0.8, clear),
                        (1, t.deep.with_opacity(0.5)),
                    ],
                ),
            ),
        ),
    ]
    shine = d(
        "M250 478L296 478L262 900L246 900C240 900 238 896 238 888L238 490"
        "C238 482 242 478 250 478Z"
    )
    strip = d("M556 500L564 500L564 880L552 904Z")
    for path, opacity in ((shine, 0.5), (strip, 0.55)):
        parts.append(
            Part(
                path=path,
                color=_WHITE,
                group="shine",
                form="glass",
                solid=False,
                outline=False,
                only=("flat",),
                paints=(
                    down(
                        path.bounds,
                        [
                            (0, _WHITE.with_opacity(opacity)),
                            (0.6, _WHITE.with_opacity(opacity * 0.4)),
                            (1, clear),
                        ],
                    ),
                ),
            )
        )
    edges = (
        d("M222 478L208 404"),
        d("M578 478L592 404"),
        d("M222 908L180 1004"),
        d("M578 908L620 1004"),
    )
    parts.append(
        Part(
            path=Path(),
            color=_WHITE,
            group="shine",
            solid=False,
            lines=edges,
            line_color=_WHITE.with_opacity(0.9),
            line_width=2.5,
            only=("flat",),
        )
    )
    parts.append(
        Part(
            path=outer,
            color=glass,
            group="edge",
            form="glass",
            solid=False,
            outline=False,
            only=("flat",),
            paints=(),
            lines=(outer,),
            line_color=t.deep.with_opacity(0.5),
            line_width=2.5,
        )
    )
    return parts
