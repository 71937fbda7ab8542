"""Flat: editorial vector with form shading, three to five tones to a material."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import Layer, Shape, Stroke, solid
from compositor.geometry.boolean import intersection
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import form_paint, rim_shapes
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.tones import tones_of
from generators.vector.motifs.treatments.grouping import layered, parts_for

__all__ = ["flat"]

_RIM_FORMS = ("round", "tube", "plane")
_RIM_FROM_PX = 70.0


def flat(sketch: Sketch, request: MotifRequest) -> tuple[Layer, ...]:
    """Return the sketch shaded: fills, glazes, cut shadows and lights, rims, seams."""
    ground = request.palette.ground
    return layered((part, _shapes(part, ground)) for part in parts_for(sketch, "flat"))


def _shapes(part: Part, ground: Color) -> tuple[Shape, ...]:
    tones = tones_of(part.color)
    shapes = [Shape(path=part.path, fill=form_paint(part.form, part.path, part.color))]
    shapes += [Shape(path=part.path, fill=paint) for paint in part.paints]
    shapes += [
        Shape(path=intersection(part.path, shade), fill=solid(tones.deep.with_opacity(0.3)))
        for shade in part.shades
    ]
    shapes += [
        Shape(path=intersection(part.path, light), fill=solid(tones.glow.with_opacity(0.75)))
        for light in part.lights
    ]
    box = part.path.bounds
    if part.form in _RIM_FORMS and min(box.width, box.height) >= _RIM_FROM_PX:
        shapes += rim_shapes(part.path, part.color)
    if part.solid and part.form != "glass" and _is_lost(part.color, ground):
        shapes.append(Shape(path=part.path, stroke=_stroke(tones.deep.with_opacity(0.55), 2.5)))
    shapes += [
        Shape(path=line, stroke=_stroke(part.line_color or tones.deep, part.line_width))
        for line in (*part.lines, *part.fine)
    ]
    return tuple(shapes)


def _stroke(color: Color, width: float) -> Stroke:
    return Stroke(paint=solid(color), width=width)


def _is_lost(color: Color, ground: Color) -> bool:
    """Whether a material would melt into the ground without an edge."""
    return abs(color.oklch.lightness - ground.oklch.lightness) < 0.09 and (
        abs(color.oklch.chroma - ground.oklch.chroma) < 0.06
    )
