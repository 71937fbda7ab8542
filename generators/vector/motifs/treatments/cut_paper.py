"""Cut paper: every part a sheet of its own, lying on the one below with a small shadow."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import Layer, Shadow, Shape, Stroke, VectorLayer, solid
from compositor.geometry.boolean import intersection
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.tones import tones_of
from generators.vector.motifs.treatments.grouping import parts_for

__all__ = ["cut_paper"]

_SHADOW_FROM_PX2 = 900.0


def cut_paper(sketch: Sketch, request: MotifRequest) -> tuple[Layer, ...]:
    """Return the sketch as layered sheets, the light from the upper left."""
    dark = request.palette.ink if not request.palette.is_dark else request.palette.ground
    return tuple(
        _sheet(part, index, dark)
        for index, part in enumerate(parts_for(sketch, "cut_paper"))
        if part.lines or part.fine or not part.path.is_empty
    )


def _sheet(part: Part, index: int, dark: Color) -> VectorLayer:
    tones, box = tones_of(part.color), part.path.bounds
    color = (
        part.color.with_opacity(part.color.opacity * (0.6 if part.spot else 0.2))
        if part.form == "glass"
        else part.color
    )
    fill = (
        along(
            (box.x, box.y),
            (box.right, box.bottom + 1),
            [(0, tones.light.mixed(color, 0.55)), (1, color.mixed(tones.shade, 0.3))],
        )
        if part.form != "glass"
        else solid(color)
    )
    shapes = [Shape(path=part.path, fill=fill)]
    shapes += [
        Shape(path=cut, fill=solid(tones.shade))
        for cut in (intersection(part.path, shade) for shade in part.shades)
        if not cut.is_empty
    ]
    shapes += [
        Shape(
            path=mark,
            stroke=Stroke(paint=solid(part.line_color or tones.deep), width=part.line_width),
        )
        for mark in (*part.lines, *part.fine)
    ]
    lift = min(1.0, 0.4 + (box.width * box.height) ** 0.5 / 500)
    shadow = Shadow(dx=3 * lift, dy=6 * lift, blur=5.5 * lift, color=dark.with_opacity(0.34))
    casts = part.solid and box.area > _SHADOW_FROM_PX2
    return VectorLayer(
        id=f"{index:02d}-{part.group}",
        name=part.group,
        role="visual",
        shapes=tuple(shapes),
        effects=(shadow,) if casts else (),
    )
