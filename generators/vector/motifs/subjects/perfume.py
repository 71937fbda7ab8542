"""Perfume: cut-glass flacons; light bends in the glass and falls through on the ground."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Box, Path, Point
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.forms import blob, curve, d
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, down, glow, metal_paint
from generators.vector.motifs.sketch import LabelPlace, Part, Sketch
from generators.vector.motifs.tones import natural_color, tones_of

__all__ = ["perfume_bottle"]

_WHITE = Color(255, 255, 255)
_CX = 400.0


def perfume_bottle(request: MotifRequest) -> Sketch:
    """Return a flacon: square and faceted, or "round"."""
    liquid = natural_color(request.attributes, _liquid(request))
    body = _round_body(liquid) if request.has("round") else _square_body(liquid)
    parts = body + _collar(request) + _cap(request)
    round_one = request.has("round")
    return Sketch(
        parts=tuple(parts),
        width=800,
        height=1100,
        ground_y=1020,
        focus=Point(_CX, 640),
        contact=Box(200, 1000, 400, 36) if not round_one else Box(250, 1002, 300, 34),
        glow=tones_of(liquid).light,
        label=LabelPlace(
            box=Box(270, 640, 260, 110),
            color=tones_of(liquid).deep.shifted(lightness=-0.15),
            max_size=64,
        ),
    )


def _liquid(request: MotifRequest) -> Color:
    tone = request.palette.primary.oklch
    return Color.from_oklch(
        min(0.8, max(0.66, tone.lightness)), max(0.07, min(0.14, tone.chroma)), tone.hue_deg
    )


def _square_body(liquid: Color) -> list[Part]:
    t = tones_of(liquid)
    outer = d(
        "M236 392L564 392C576 392 584 396 592 404L624 440C630 447 634 456 634 466L634 968"
        "C634 996 616 1014 588 1014L212 1014C184 1014 166 996 166 968L166 466C166 456 170 447 176 440L208 404C216 396 224 392 236 392Z"
    )
    box = outer.bounds
    chamber = rounded_rectangle(Box(222, 452, 356, 482), 26)
    inside = chamber.bounds
    surface_y = 540.0
    fluid = intersection(chamber, rectangle(Box(200, surface_y, 400, 500)))
    left = d(
        "M166 466C166 456 170 447 176 440L208 404L222 478L222 908L180 1004C171 996 166 984 166 968Z"
    )
    right = d(
        "M634 466C634 456 630 447 624 440L592 404L578 478L578 908L620 1004C629 996 634 984 634 968Z"
    )
    top = d(
        "M208 404C216 396 224 392 236 392L564 392C576 392 584 396 592 404L578 466C560 452 552 452 540 452L260 452C248 452 240 452 222 466Z"
    )
    foot = d(
        "M180 1004L222 908C232 934 246 934 260 934L540 934C554 934 568 934 578 908L620 1004C612 1011 601 1014 588 1014L212 1014C199 1014 188 1011 180 1004Z"
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
        "M250 478L296 478L262 900L246 900C240 900 238 896 238 888L238 490C238 482 242 478 250 478Z"
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


def _round_body(liquid: Color) -> list[Part]:
    t = tones_of(liquid)
    outer = blob(
        (340, 404),
        (300, 424),
        (190, 500),
        (128, 650),
        (150, 820),
        (240, 960),
        (300, 1006),
        (400, 1016),
        (500, 1006),
        (560, 960),
        (650, 820),
        (672, 650),
        (610, 500),
        (500, 424),
        (460, 404),
        (400, 400),
    )
    inner = blob(
        (400, 452),
        (300, 474),
        (212, 546),
        (172, 660),
        (192, 806),
        (270, 912),
        (400, 950),
        (530, 912),
        (608, 806),
        (628, 660),
        (588, 546),
        (500, 474),
    )
    fluid = intersection(inner, d("M100 590C250 572 520 612 700 584L700 1000L100 1000Z"))
    glass = t.base.mixed(_WHITE, 0.55)
    box = outer.bounds
    clear = _WHITE.with_opacity(0)
    crescent = blob(
        (214, 560, 0), (168, 680), (206, 838, 0), (226, 800), (214, 690), (262, 560)
    )
    spark = blob((584, 560, 0), (626, 660), (600, 800, 0), (604, 700))
    return [
        Part(
            path=outer,
            color=glass,
            group="glass",
            form="glass",
            paints=(
                across(
                    box,
                    [
                        (0, t.deep.with_opacity(0.55)),
                        (0.06, _WHITE.with_opacity(0.7)),
                        (0.14, glass.with_opacity(0.2)),
                        (0.86, glass.with_opacity(0.2)),
                        (0.94, _WHITE.with_opacity(0.6)),
                        (1, t.deep.with_opacity(0.6)),
                    ],
                ),
                glow((400, 1010), (220, 60), _WHITE, 0.9),
                glow((470, 1000), (120, 40), t.base, 0.7),
            ),
        ),
        Part(
            path=fluid,
            color=liquid,
            group="liquid",
            form="matte",
            spot=True,
            outline=False,
            solid=False,
            paints=(
                down(fluid.bounds, [(0, t.light), (0.4, t.base), (1, t.shade)]),
                glow((400, 760), (260, 210), t.base, 0.2),
                across(
                    inner.bounds,
                    [
                        (0, t.deep.with_opacity(0.75)),
                        (0.14, t.shade.with_opacity(0.2)),
                        (0.5, clear),
                        (0.85, t.deep.with_opacity(0.2)),
                        (1, t.deep.with_opacity(0.75)),
                    ],
                ),
                glow((500, 880), (170, 90), t.glow, 0.9),
            ),
        ),
        Part(
            path=inner,
            color=glass,
            group="glass wall",
            form="glass",
            solid=False,
            paints=(
                down(inner.bounds, [(0, _WHITE.with_opacity(0.5)), (0.3, clear), (1, clear)]),
            ),
            lines=(inner,),
            line_color=_WHITE.with_opacity(0.65),
            line_width=2.5,
        ),
        Part(
            path=crescent,
            color=_WHITE,
            group="shine",
            form="glass",
            solid=False,
            outline=False,
            only=("flat",),
            paints=(
                down(
                    crescent.bounds,
                    [(0, _WHITE.with_opacity(0.85)), (1, _WHITE.with_opacity(0.15))],
                ),
            ),
        ),
        Part(
            path=spark,
            color=_WHITE,
            group="shine",
            form="glass",
            solid=False,
            outline=False,
            only=("flat",),
            paints=(
                down(
                    spark.bounds, [(0, _WHITE.with_opacity(0.6)), (1, _WHITE.with_opacity(0.1))]
                ),
            ),
        ),
        Part(
            path=outer,
            color=glass,
            group="edge",
            form="glass",
            solid=False,
            outline=False,
            only=("flat",),
            lines=(outer,),
            line_color=t.deep.with_opacity(0.45),
            line_width=2.5,
        ),
    ]


def _collar(request: MotifRequest) -> list[Part]:
    gold = _metal(request)
    ring = rounded_rectangle(Box(330, 336, 140, 34), 8)
    neck = rounded_rectangle(Box(344, 366, 112, 32), 4)
    return [
        Part(path=neck, color=gold, group="collar", form="metal", spot=True),
        Part(
            path=ring,
            color=gold,
            group="collar",
            form="metal",
            spot=True,
            lines=(curve((334, 346), (466, 346)), curve((334, 360), (466, 360))),
            line_color=tones_of(gold).deep.with_opacity(0.5),
            line_width=2,
        ),
    ]


def _cap(request: MotifRequest) -> list[Part]:
    gold = _metal(request)
    dark = request.palette.ink if not request.palette.is_dark else request.palette.surface
    t, g = tones_of(dark), tones_of(gold)
    body = rounded_rectangle(Box(300, 118, 200, 220), 18)
    top = rounded_rectangle(Box(300, 96, 200, 58), 18)
    clear = _WHITE.with_opacity(0)
    sheen = across(
        body.bounds,
        [
            (0, _WHITE.with_opacity(0.1)),
            (0.08, _WHITE.with_opacity(0.5)),
            (0.16, _WHITE.with_opacity(0.08)),
            (0.3, _WHITE.with_opacity(0.22)),
            (0.33, clear),
            (0.8, clear),
            (0.9, _WHITE.with_opacity(0.3)),
            (1, clear),
        ],
    )
    if request.has("metal_cap", "gold"):
        body_paint = (metal_paint(body.bounds, gold),)
    else:
        body_paint = (down(body.bounds, [(0, t.light), (0.4, t.base), (1, t.shade)]), sheen)
    line = rounded_rectangle(Box(300, 306, 200, 20), 4)
    return [
        Part(path=body, color=dark, group="cap", form="matte", paints=body_paint, spot=True),
        Part(
            path=top,
            color=t.light,
            group="cap",
            form="matte",
            spot=True,
            paints=(
                along((300, 96), (500, 150), [(0, t.glow), (0.4, t.light), (1, t.base)]),
                glow((360, 104), (90, 24), _WHITE, 0.5),
            ),
        ),
        Part(
            path=line,
            color=gold,
            group="cap",
            form="metal",
            spot=True,
            lines=(),
            line_color=g.deep,
            solid=False,
        ),
    ]


def _metal(request: MotifRequest) -> Color:
    if request.has("silver"):
        return Color.from_hex("#C9CED6")
    accent = request.palette.accent.oklch
    warm = 40 < accent.hue_deg < 110
    return Color.from_oklch(0.78, 0.1, accent.hue_deg) if warm else Color.from_hex("#D8B56A")
