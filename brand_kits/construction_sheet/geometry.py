"""What a mark is made of: circles its curves lie on, edges and their angles, stroke and gap.

Nothing here is decoration: a circle is listed because curves of the outline lie on it to a
tenth of a unit, an angle because edges run along it. Lengths are in u.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from brand_kits.variants.flat import flat_shapes, ink_of
from brand_kits.variants.thickness import thickness
from compositor.document import GroupLayer, Layer, Paint, VectorLayer
from compositor.geometry import Path, Point
from compositor.typography.fonts import FontSet

__all__ = ["Circle", "Construction", "Edge", "construction_of"]

_OFF_CIRCLE_U = 0.12
_SAME_U = 0.6
_LEAST_SWEEP_DEG = 18.0
_LEAST_ARC_U = 4.0
_LARGEST_RADIUS_U = 140.0
_LEAST_EDGE_U = 7.0
_SAME_DEG = 1.2
_WIDEST_U = 14.0


class Circle(NamedTuple):
    """A circle and how much of the outline lies on it, degrees; 360 is all of it."""

    x: float
    y: float
    radius: float
    sweep_deg: float


class Edge(NamedTuple):
    """A straight edge; its angle is from the horizontal, 0–180, counted against the clock."""

    start: Point
    stop: Point
    angle_deg: float

    @property
    def length(self) -> float:
        """How long it is, u."""
        return math.dist(self.start, self.stop)


@dataclass(frozen=True, kw_only=True)
class Construction:
    """The geometry of a mark.

    Attributes:
        circles: Longest arcs first.
        edges: Slanted ones only, longest first, one for each line.
        angles_deg: Of the edges, longest total first, to a half degree.
        stroke_u: Narrowest stroke.
        gap_u: Narrowest gap; None where nothing stands near anything.
        lines: Center lines of strokes, or outlines of areas: what the sheet draws fine.
        node_count: On-curve points.
    """

    circles: tuple[Circle, ...]
    edges: tuple[Edge, ...]
    angles_deg: tuple[float, ...]
    stroke_u: float
    gap_u: float | None
    lines: tuple[Path, ...]
    node_count: int


def construction_of(mark: GroupLayer, fonts: FontSet, ground: Paint) -> Construction:
    """Return the construction of a mark drawn on its grid."""
    lines = _lines(mark)
    circles: list[Circle] = []
    edges: list[Edge] = []
    for path in lines:
        at = start = Point(0.0, 0.0)
        for verb, numbers in path.segments:
            ends = [Point(numbers[i], numbers[i + 1]) for i in range(0, len(numbers), 2)]
            if verb == "M":
                at = start = ends[0]
                continue
            if verb in ("L", "Z"):
                stop = ends[0] if ends else start
                if math.dist(at, stop) >= _LEAST_EDGE_U:
                    edges.append(Edge(at, stop, _angle(at, stop)))
                at = stop
                continue
            found = _circle([at, *ends])
            if found is not None:
                circles.append(found)
            at = ends[-1]
    thin = thickness(ink_of(flat_shapes(mark, fonts, ground=ground)), widest=_WIDEST_U)
    slanted = _distinct(edges)
    return Construction(
        circles=_merged(circles),
        edges=slanted,
        angles_deg=_angles(edges),
        stroke_u=thin.stroke,
        gap_u=thin.gap if thin.gap < _WIDEST_U else None,
        lines=lines,
        node_count=sum(path.node_count for path in lines),
    )


def _lines(layer: Layer) -> tuple[Path, ...]:
    if isinstance(layer, GroupLayer):
        found = [path for child in layer.children for path in _lines(child)]
        return tuple(path.transformed(layer.transform) for path in found)
    if isinstance(layer, VectorLayer):
        return tuple(shape.path.transformed(layer.transform) for shape in layer.shapes)
    return ()


def _circle(control: list[Point]) -> Circle | None:
    """The circle a curve lies on, or None when it lies on none."""
    samples = [_at(control, i / 8) for i in range(9)]
    middle = _through(samples[0], samples[4], samples[8])
    if middle is None:
        return None
    x, y, radius = middle
    if radius > _LARGEST_RADIUS_U:
        return None
    if max(abs(math.dist((x, y), p) - radius) for p in samples) > _OFF_CIRCLE_U:
        return None
    chord = min(1.0, math.dist(samples[0], samples[8]) / (2 * radius))
    sweep = math.degrees(2 * math.asin(chord))
    if sweep < _LEAST_SWEEP_DEG or math.radians(sweep) * radius < _LEAST_ARC_U:
        return None
    return Circle(x, y, radius, sweep)


def _merged(circles: list[Circle]) -> tuple[Circle, ...]:
    kept: list[Circle] = []
    for one in circles:
        for i, other in enumerate(kept):
            if (
                math.dist((one.x, one.y), (other.x, other.y)) < _SAME_U
                and abs(one.radius - other.radius) < _SAME_U
            ):
                total = min(360.0, other.sweep_deg + one.sweep_deg)
                kept[i] = other._replace(sweep_deg=total)
                break
        else:
            kept.append(one)
    kept.sort(key=lambda c: -c.sweep_deg * c.radius)
    return tuple(kept)


def _distinct(edges: list[Edge]) -> tuple[Edge, ...]:
    """Slanted edges, one for each infinite line."""
    kept: list[Edge] = []
    for edge in sorted(edges, key=lambda e: -e.length):
        if min(edge.angle_deg % 90, 90 - edge.angle_deg % 90) < _SAME_DEG:
            continue
        if not any(_same_line(edge, other) for other in kept):
            kept.append(edge)
    return tuple(kept)


def _same_line(first: Edge, second: Edge) -> bool:
    turn = abs(first.angle_deg - second.angle_deg) % 180
    if min(turn, 180 - turn) > _SAME_DEG:
        return False
    (x1, y1), (x2, y2) = second.start, second.stop
    px, py = first.start
    off = abs((x2 - x1) * (y1 - py) - (x1 - px) * (y2 - y1)) / second.length
    return off < _SAME_U


def _angles(edges: list[Edge]) -> tuple[float, ...]:
    totals: dict[float, float] = {}
    for edge in edges:
        if min(edge.angle_deg % 90, 90 - edge.angle_deg % 90) < _SAME_DEG:
            continue
        near = next((a for a in totals if abs(a - edge.angle_deg) <= _SAME_DEG), None)
        key = round(edge.angle_deg * 2) / 2 if near is None else near
        totals[key] = totals.get(key, 0.0) + edge.length
    return tuple(sorted(totals, key=lambda a: (-totals[a], a)))


def _angle(start: Point, stop: Point) -> float:
    return math.degrees(math.atan2(start.y - stop.y, stop.x - start.x)) % 180


def _through(a: Point, b: Point, c: Point) -> tuple[float, float, float] | None:
    d = 2 * (a.x * (b.y - c.y) + b.x * (c.y - a.y) + c.x * (a.y - b.y))
    if abs(d) < 1e-6:
        return None
    aa, bb, cc = a.x**2 + a.y**2, b.x**2 + b.y**2, c.x**2 + c.y**2
    x = (aa * (b.y - c.y) + bb * (c.y - a.y) + cc * (a.y - b.y)) / d
    y = (aa * (c.x - b.x) + bb * (a.x - c.x) + cc * (b.x - a.x)) / d
    return x, y, math.dist((x, y), a)


def _at(control: list[Point], t: float) -> Point:
    work = [(p.x, p.y) for p in control]
    while len(work) > 1:
        work = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(work)]
    return Point(*work[0])
