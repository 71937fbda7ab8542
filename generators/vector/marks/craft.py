"""Craft in numbers: what a drawing teacher would measure on a finished mark. Lengths in u."""

from __future__ import annotations

import math
from dataclasses import dataclass

from compositor.geometry import Affine, Path
from compositor.geometry.boolean import difference, intersection, offset
from compositor.geometry.corners import kink_count
from compositor.geometry.fit import signed_area
from generators.vector.marks.mark import LIVE_AREA, Mark, center_of_weight, ink_path

__all__ = ["Craft", "measured", "sliver_count", "thin_share"]

MIN_STROKE_U = 3.2
MIN_GAP_U = 2.4


@dataclass(frozen=True)
class Craft:
    """A mark's numbers.

    Attributes:
        nodes: On-curve points.
        slivers: Pieces so thin for their length that they read as dirt.
        thin_share: Share of the ink thinner than the least stroke.
        tight_share: Share of the ink's own area that would fill up, were gaps under the
            least gap to close.
        overlap_u2: Area painted twice.
        off_center_u: From the center of weight to the middle of the box.
        is_live: Whether all ink lies in the live area.
        kinks: Nodes of filled outlines that are neither smooth nor a corner.
    """

    nodes: int
    slivers: int
    thin_share: float
    tight_share: float
    overlap_u2: float
    off_center_u: float
    is_live: bool
    kinks: int


def measured(mark: Mark) -> Craft:
    """Return the numbers of a finished mark."""
    ink = ink_path(mark.shapes)
    x, y = center_of_weight(ink)
    total = _area(ink)
    closed = difference(offset(offset(ink, MIN_GAP_U / 2), -MIN_GAP_U / 2), offset(ink, 0.12))
    fills = [s.path for s in mark.shapes if s.fill is not None]
    overlap = 0.0
    for i, below in enumerate(fills):
        for above in fills[i + 1 :]:
            if below.bounds.intersection(above.bounds).is_empty:
                continue
            # A hair less: edges that merely touch are no overlap.
            overlap += _area(intersection(below, offset(above, -0.1)))
    return Craft(
        nodes=mark.node_count,
        slivers=sliver_count(ink),
        thin_share=thin_share(ink),
        tight_share=_area(closed) / total,
        overlap_u2=overlap,
        off_center_u=math.hypot(x - 48, y - 48),
        is_live=LIVE_AREA.covers(ink.bounds, 0.25),
        kinks=sum(kink_count(path) for path in fills),
    )


def sliver_count(ink: Path) -> int:
    """Return how many pieces have too little area for the length of their edge.

    A bar of width w has area / perimeter near w / 2; a disc of diameter d has d / 4.
    """
    count = 0
    for contour in ink.contours():
        area = signed_area(contour)
        if area > 0 and area / _perimeter(contour) < 0.7:
            count += 1
    return count


def thin_share(ink: Path, least_u: float = MIN_STROKE_U) -> float:
    """Return the share of ink that a round brush of the least stroke cannot reach.

    Pointed tips are thin by nature; what counts is how much of the mark they are.
    """
    # Off the axes: edges that coincide with a mirror line trip the Boolean engine.
    ink = ink.transformed(Affine.rotation(17.3))
    core = offset(ink, -least_u / 2)
    if core.is_empty:
        return 1.0
    total = max(_area(ink), 1e-6)
    # Nearly equal outlines can trip the Boolean engine: of two brushes the better counts.
    brushes = (offset(core, least_u / 2 + slack) for slack in (0.1, 0.23))
    return min(min(1.0, _area(difference(ink, brush)) / total) for brush in brushes)


def _area(path: Path) -> float:
    return abs(sum(signed_area(c) for c in path.contours()))


def _perimeter(contour: Path) -> float:
    line = contour.flattened(8)[0]
    return sum(math.dist(a, b) for a, b in zip(line, [*line[1:], line[0]], strict=True))
