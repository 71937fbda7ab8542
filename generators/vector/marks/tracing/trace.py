"""trace: a flat picture as filled outlines, a shape for each of its colors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from compositor.document import Shape, SolidPaint
from compositor.geometry import Affine, Path
from generators.vector.marks.mark import LIVE_AREA, Mark, MarkInks, filled
from generators.vector.marks.tracing.outline import outline_of
from generators.vector.marks.tracing.picture import (
    CannotTrace,
    Cover,
    color_covers,
    read_picture,
)
from generators.vector.marks.tracing.rings import rings_of

__all__ = ["Traced", "mark_from_trace", "trace"]

_TOLERANCE_PX = 0.7
_LEAST_OF_SIDE = 0.012
"""Side of the smallest part that is kept, over the picture's short side."""
_MOST_NODES = 1200
_INSIDE = 0.92
"""Part of a color's rim that lies in another one: it is painted over it, not beside it."""


@dataclass(frozen=True, kw_only=True)
class Traced:
    """A picture as outlines.

    Attributes:
        shapes: Bottom first, in px of the picture, filled for the nonzero rule.
        width: Of the picture, px.
        height: Of the picture, px.
    """

    shapes: tuple[Shape, ...]
    width: float
    height: float

    @property
    def node_count(self) -> int:
        """On-curve points a designer would see."""
        return sum(shape.path.node_count for shape in self.shapes)

    @property
    def area(self) -> Path:
        """The outlines of all shapes as one."""
        return Path.join(shape.path for shape in self.shapes)


def trace(
    picture: bytes, *, most_colors: int = 8, tolerance_px: float = _TOLERANCE_PX
) -> Traced:
    """Return a flat picture as outlines of few nodes, smooth where they are no corners.

    The ground, what most of the rim has, becomes no shape. A color inside another one is
    painted over it, so that no light shows between the two.

    Args:
        picture: Bytes of a PNG, JPEG or WebP; transparency counts as white.
        most_colors: Of shapes, 1–8.
        tolerance_px: Largest distance of the outline from the picture's edges, 0.3–4.

    Raises:
        CannotTrace: It is no flat drawing; the message says why.
    """
    if not 1 <= most_colors <= 8:
        raise CannotTrace(f"most_colors is {most_colors}; say 1 to 8")
    if not 0.3 <= tolerance_px <= 4:
        raise CannotTrace(f"tolerance_px is {tolerance_px:g}; say 0.3 to 4")
    pixels = read_picture(picture)
    height, width = pixels.shape[:2]
    covers = color_covers(pixels, most_colors)
    least = (_LEAST_OF_SIDE * min(width, height)) ** 2
    shapes: list[Shape] = []
    for k, (color, cover) in enumerate(covers):
        whole = cover.copy()
        for _, over in covers[k + 1 :]:
            if _is_inside(over, cover):
                whole = np.minimum(1.0, whole + over)
        rings = rings_of(whole, max(4.0, least))
        path = Path.join(outline_of(ring, tolerance_px) for ring in rings)
        if not path.is_empty:
            shapes.append(Shape(path=path, fill=SolidPaint(color=color)))
    traced = Traced(shapes=tuple(shapes), width=float(width), height=float(height))
    if not shapes:
        raise CannotTrace("nothing in the picture is large enough to trace")
    if traced.node_count > _MOST_NODES:
        raise CannotTrace(
            f"the outlines would have {traced.node_count} nodes, more than {_MOST_NODES}; the "
            "picture is too busy or too rough for a mark"
        )
    return traced


def mark_from_trace(traced: Traced, inks: MarkInks, concept: str) -> Mark:
    """Return a trace as a mark: its largest color in main, the next in spark, others in tint.

    Args:
        traced: What was traced.
        inks: The mark's paints.
        concept: One sentence on the idea.
    """
    paints = (inks.main, inks.spark, inks.tint)
    place = Affine.fitting(traced.area.bounds, LIVE_AREA)
    shapes = tuple(
        filled(shape.path.transformed(place), paints[min(i, 2)])
        for i, shape in enumerate(traced.shapes)
    )
    return Mark(
        shapes=shapes,
        construction="traced",
        concept=concept,
        stroke_u=5.0,
        has_round_ends=False,
        facts={"colors": len(shapes), "traced_nodes": traced.node_count},
    )


def _is_inside(over: Cover, under: Cover) -> bool:
    """Whether a color lies in another one: nearly all of its rim borders it."""
    own = over > 0.5
    grown = own.copy()
    for _ in range(2):
        wide = grown.copy()
        wide[1:] |= grown[:-1]
        wide[:-1] |= grown[1:]
        wide[:, 1:] |= grown[:, :-1]
        wide[:, :-1] |= grown[:, 1:]
        grown = wide
    rim = grown & ~own
    total = int(rim.sum())
    return total > 0 and float((under[rim] > 0.5).mean()) >= _INSIDE
