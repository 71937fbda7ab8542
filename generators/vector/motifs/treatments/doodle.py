"""Doodle: a pen with pressure and wobble; color laid in loosely, beside its outline."""

from __future__ import annotations

import numpy as np

from compositor.document import Layer, Shape, solid
from compositor.geometry import Path
from compositor.geometry.boolean import intersection
from generators.vector.motifs.ink import Pen, curl_lines, hatch_lines, ink
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.treatments.grouping import is_sliver, layered, parts_for

__all__ = ["doodle"]

OUTLINE = Pen(width=9.5)
DETAIL = Pen(width=6.5, wobble=1.6, taper=22.0)
HATCH = Pen(width=4.2, wobble=1.2, taper=20.0, overshoot=0.0)
SLIP = (9.0, 7.0)
"""How far color lies beside its outline, px."""


def doodle(sketch: Sketch, request: MotifRequest) -> tuple[Layer, ...]:
    """Return the sketch drawn by hand on the palette's ground."""
    parts = parts_for(sketch, "doodle")
    return layered(
        (part, _shapes(part, request, request.rng(100 + i))) for i, part in enumerate(parts)
    )


def _shapes(part: Part, request: MotifRequest, rng: np.random.Generator) -> tuple[Shape, ...]:
    palette = request.palette
    pen = palette.paint("ink")
    shapes = []
    if part.color.opacity > 0 and (part.form != "glass" or part.spot):
        shapes.append(Shape(path=part.path, fill=palette.paint("ground")))
    if part.spot:
        box = part.path.bounds
        slip = min(1.0, max(box.width, box.height) / 240)
        shapes.append(
            Shape(path=part.path.moved(SLIP[0] * slip, SLIP[1] * slip), fill=solid(part.color))
        )
    strokes: list[Path] = []
    if part.curls:
        strokes += _wool(part, request, rng)
    elif part.outline and not (part.spot and is_sliver(part.path)):
        strokes.append(ink(part.path, _scaled(OUTLINE, part.path), rng))
        box = part.path.bounds
        if request.detail > 0.5 and box.width * box.height > 60_000:
            again = Pen(width=4.0, wobble=5.0, taper=60.0, overshoot=-1)
            strokes.append(ink(part.path, again, rng))
    if part.hatch and request.detail > 0.3:
        for shade in part.shades:
            lines = hatch_lines(intersection(part.path, shade), rng=rng)
            strokes += [ink(mark, HATCH, rng) for mark in lines]
    strokes += [ink(mark, _scaled(DETAIL, mark), rng) for mark in part.lines]
    shapes += [Shape(path=stroke, fill=pen) for stroke in strokes]
    return tuple(shapes)


def _wool(part: Part, request: MotifRequest, rng: np.random.Generator) -> list[Path]:
    found = []
    for cx, cy, rx, ry in part.curls:
        ring, inner = curl_lines((cx, cy), (rx, ry), rng, detail=request.detail)
        found.append(ink(ring, Pen(width=8.0, wobble=1.0, pressure=0.5), rng))
        found += [ink(curl, Pen(width=5.6, wobble=0.6, taper=16), rng) for curl in inner]
    return found


def _scaled(pen: Pen, path: Path) -> Pen:
    """Return the pen held lighter for small things, so that they stay open."""
    size = max(path.bounds.width, path.bounds.height)
    ease = min(1.0, 0.55 + size / 320)
    return Pen(
        pen.width * ease,
        pen.wobble * ease,
        pen.pressure,
        pen.overshoot * ease,
        pen.taper * ease,
    )
