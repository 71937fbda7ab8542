"""Grouping: shapes of parts gathered into one layer per run of the same group."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import groupby, pairwise

from compositor.document import Shape, VectorLayer
from compositor.geometry import Path
from generators.vector.motifs.sketch import Part, Sketch

__all__ = ["is_sliver", "layered", "parts_for"]

_SLIVER_PX = 19.0
"""What is thinner would be all outline and no body under a pen."""

_ROUND = 0.7
"""Share of a disc's compactness from which a small thing, such as an eye, keeps its outline."""


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


def is_sliver(path: Path) -> bool:
    """Whether an outline is so thin that a pen should draw it in one go, not around it."""
    area = around = 0.0
    for line in path.flattened(4):
        ring = [*line, line[0]]
        area += sum(a.x * b.y - b.x * a.y for a, b in pairwise(ring)) / 2
        around += sum(math.dist(a, b) for a, b in pairwise(ring))
    if around <= 0:
        return False
    is_round = 4 * math.pi * abs(area) / around**2 > _ROUND
    return not is_round and 2 * abs(area) / around < _SLIVER_PX
