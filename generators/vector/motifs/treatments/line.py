"""Line: one weight, round ends, paper inside; a spot of color where the subject wants it."""

from __future__ import annotations

from compositor.document import Layer, Shape, Stroke, solid
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.treatments.grouping import is_sliver, layered, parts_for

__all__ = ["WEIGHT_PX", "line"]

WEIGHT_PX = 8.5
"""Of every outline, on the 1000 px scale."""

_MANY = 8
"""Lines inside one part, beyond which they are hatching and drawn lighter."""


def line(sketch: Sketch, request: MotifRequest) -> tuple[Layer, ...]:
    """Return the sketch as an even line drawing on the palette's ground."""
    return layered((part, _shapes(part, request)) for part in parts_for(sketch, "line"))


def _shapes(part: Part, request: MotifRequest) -> tuple[Shape, ...]:
    palette = request.palette
    stroke = Stroke(paint=palette.paint("ink"), width=WEIGHT_PX)
    fill = solid(part.color) if part.spot else palette.paint("ground")
    if part.form == "glass" and not part.spot:
        shapes = []
    else:
        shapes = [Shape(path=part.path, fill=fill)]
    if part.outline and not (part.spot and is_sliver(part.path)):
        shapes.append(Shape(path=part.path, stroke=stroke))
    many = len(part.lines) > _MANY
    detail = stroke.model_copy(update={"width": WEIGHT_PX * 0.55}) if many else stroke
    shapes += [Shape(path=mark, stroke=detail) for mark in part.lines]
    return tuple(shapes)
