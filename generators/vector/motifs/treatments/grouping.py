"""Grouping: shapes of parts gathered into one layer per run of the same group."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from compositor.document import Shape, VectorLayer
from generators.vector.motifs.sketch import Part, Sketch

__all__ = ["layered", "parts_for"]


def parts_for(sketch: Sketch, treatment: str) -> tuple[Part, ...]:
    """Return the parts that appear in a treatment."""
    return tuple(part for part in sketch.parts if not part.only or treatment in part.only)


def layered(finished: Iterable[tuple[Part, tuple[Shape, ...]]]) -> tuple[VectorLayer, ...]:
    """Return one vector layer for each run of parts of the same group, in order."""
    layers: list[VectorLayer] = []
    for index, (group, run) in enumerate(groupby(finished, key=lambda item: item[0].group)):
        shapes = tuple(shape for _, found in run for shape in found if not shape.path.is_empty)
        if shapes:
            layers.append(
                VectorLayer(id=f"{index:02d}-{group}", name=group, role="visual", shapes=shapes)
            )
    return tuple(layers)
