"""Flacon: a perfume bottle with its collar, cap and the light that falls through it."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import Paint
from compositor.geometry import Box, Point
from compositor.geometry.shapes import rounded_rectangle
from generators.vector.motifs.forms import curve
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, down, glow, metal_paint
from generators.vector.motifs.sketch import LabelPlace, Part, Sketch
from generators.vector.motifs.subjects.perfumery.round_glass import round_body
from generators.vector.motifs.subjects.perfumery.square_glass import square_body
from generators.vector.motifs.tones import natural_color, tones_of

__all__ = ["perfume_bottle"]

_WHITE = Color(255, 255, 255)
_CX = 400.0


def perfume_bottle(request: MotifRequest) -> Sketch:
    """Return a flacon: square and faceted, or "round"."""
    liquid = natural_color(request.attributes, _liquid(request))
    body = round_body(liquid) if request.has("round") else square_body(liquid)
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
    """The primary; in a dark room of the same hue, champagne, so that the glass is seen."""
    tone, ground = request.palette.primary.oklch, request.palette.ground.oklch
    apart = abs((tone.hue_deg - ground.hue_deg + 180) % 360 - 180)
    if request.palette.is_dark and apart < 60 and not 20 < tone.hue_deg < 110:
        return Color.from_oklch(0.80, 0.10, 62)
    return Color.from_oklch(
        min(0.8, max(0.66, tone.lightness)), max(0.07, min(0.14, tone.chroma)), tone.hue_deg
    )


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
    body_paint: tuple[Paint, ...]
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
