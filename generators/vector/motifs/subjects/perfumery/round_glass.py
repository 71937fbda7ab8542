"""Round glass: a lens-shaped flacon."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry.boolean import intersection
from generators.vector.motifs.forms import blob, d
from generators.vector.motifs.shading import across, down, glow
from generators.vector.motifs.sketch import Part
from generators.vector.motifs.tones import tones_of

__all__ = ["round_body"]

_WHITE = Color(255, 255, 255)


def round_body(liquid: Color) -> list[Part]:
    """Return a lens of glass about a lens of liquid."""
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
