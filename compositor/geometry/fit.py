"""Few nodes for the same outline: runs of small segments become cubics that join smoothly.

What comes out of Boolean operations and stroke outlines is correct but no designer would
keep it: circles in thirty quadratics, straight edges in three pieces. Lengths are the path's.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from compositor.geometry.path import Path, Segment

__all__ = ["cleaned", "fitted_curve", "signed_area"]

Vector = NDArray[np.float64]

_CURVE_STEPS = 10
_LONGEST_FACET = 1.0
"""A straight piece up to this long between two slight turns counts as part of a curve."""


def cleaned(
    path: Path, tolerance: float = 0.08, *, corner_deg: float = 16.0, least_area: float = 1.2
) -> Path:
    """Return the same area in as few nodes as the tolerance allows.

    Corners stay corners, straight edges stay straight, and every other node is smooth.

    Args:
        path: Closed contours; open ones are returned as they are.
        tolerance: Largest distance a curve may move.
        corner_deg: A turn of more than this is a corner.
        least_area: Contours that enclose less are slivers, and dropped.
    """
    kept: list[Path] = []
    for contour in path.contours():
        if contour.segments[-1][0] != "Z":
            kept.append(contour)
            continue
        if abs(signed_area(contour)) >= least_area:
            kept.append(_cleaned_contour(contour, tolerance, corner_deg))
    return Path.join(kept)


def signed_area(contour: Path) -> float:
    """Return the area inside one contour; negative when it turns the other way.

    Exact, by Green's theorem on the control points of each segment.
    """
    twice = 0.0
    x0 = y0 = first_x = first_y = 0.0
    for verb, n in contour.segments:
        if verb == "M":
            x0, y0 = first_x, first_y = n
            continue
        ends = (first_x, first_y) if verb == "Z" else n
        x, y = ends[-2:]
        chord = x0 * y - x * y0
        if verb == "C":
            x1, y1, x2, y2 = n[:4]
            twice += 0.3 * (
                2 * (x0 * y1 - x1 * y0)
                + (x0 * y2 - x2 * y0)
                + chord / 3
                + (x1 * y2 - x2 * y1)
                + (x1 * y - x * y1)
                + 2 * (x2 * y - x * y2)
            )
        elif verb == "Q":
            x1, y1 = n[:2]
            twice += (2 * (x0 * y1 - x1 * y0) + chord + 2 * (x1 * y - x * y1)) / 3
        else:
            twice += chord
        x0, y0 = x, y
    return (twice + x0 * first_y - first_x * y0) / 2


def fitted_curve(
    points: Sequence[tuple[float, float]] | Vector,
    tolerance: float,
    start: tuple[float, float] | None = None,
    end: tuple[float, float] | None = None,
) -> list[Segment]:
    """Return cubics through a run of points, smooth where they meet; no leading ``M``.

    Args:
        points: Two or more, in order.
        tolerance: Largest distance from a point to the curve.
        start: Direction in which the run leaves its first point; estimated when missing.
        end: Direction in which it arrives at its last point.

    Source: P. J. Schneider, "An Algorithm for Automatically Fitting Digitized Curves",
    Graphics Gems, 1990.
    """
    run = np.asarray(points, dtype=np.float64)
    first = _unit(np.asarray(start)) if start is not None else _unit(run[1] - run[0])
    last = _unit(np.asarray(end)) if end is not None else _unit(run[-1] - run[-2])
    segments: list[Segment] = []
    _fit(run, first, last, tolerance, segments, 0)
    return segments


class _Piece:
    """One segment of a contour: its points sampled, its directions at both ends."""

    def __init__(self, control: Vector) -> None:
        self.is_line = len(control) == 2
        self.control = control
        self.length = float(np.linalg.norm(control[-1] - control[0]))
        self.leaves = _direction(control)
        self.arrives = -_direction(control[::-1])
        turn = math.radians(_turn_deg(self.leaves, self.arrives))
        self.bend = 0.0 if self.is_line else turn / max(self.length, 1e-9)

    def sampled(self) -> Vector:
        """Points along it, without the first."""
        if self.is_line:
            return self.control[1:]
        return np.array([_at(self.control, i / _CURVE_STEPS) for i in range(1, 11)])


def _cleaned_contour(contour: Path, tolerance: float, corner_deg: float) -> Path:
    pieces = _pieces(contour)
    if len(pieces) < 2:
        return contour
    count = len(pieces)
    breaks = [i for i in range(count) if _is_break(pieces[i - 1], pieces[i], corner_deg)]
    if not breaks:
        return _smooth_loop(pieces, tolerance)
    segments: list[Segment] = []
    origin = pieces[breaks[0]].control[0]
    segments.append(("M", (float(origin[0]), float(origin[1]))))
    for k, at in enumerate(breaks):
        stop = breaks[(k + 1) % len(breaks)] + (count if k + 1 == len(breaks) else 0)
        run = [pieces[i % count] for i in range(at, stop)]
        if len(run) == 1 and run[0].is_line:
            end = run[0].control[-1]
            segments.append(("L", (float(end[0]), float(end[1]))))
            continue
        points = np.vstack([run[0].control[:1], *[p.sampled() for p in run]])
        before, after = pieces[at - 1], pieces[stop % count]
        leaves = _shared(before, run[0], corner_deg, run[0].leaves)
        arrives = _shared(run[-1], after, corner_deg, run[-1].arrives)
        _fit(_thinned(points), leaves, arrives, tolerance, segments, 0)
    segments.append(("Z", ()))
    return _merged_lines(Path(tuple(segments)))


def _shared(before: _Piece, after: _Piece, corner_deg: float, own: Vector) -> Vector:
    """The direction both pieces take where they meet: the straight one's, else the middle."""
    if _turn_deg(before.arrives, after.leaves) >= corner_deg:
        return own
    if before.is_line and before.length > _LONGEST_FACET:
        return before.arrives
    if after.is_line and after.length > _LONGEST_FACET:
        return after.leaves
    return _unit(before.arrives + after.leaves)


def _smooth_loop(pieces: list[_Piece], tolerance: float) -> Path:
    """A contour without corners, cut at its extremes, as type designers set their nodes."""
    points = _thinned(np.vstack([p.sampled() for p in pieces]))
    if np.linalg.norm(points[0] - points[-1]) < 1e-6:
        points = points[:-1]
    top, right = int(np.argmin(points[:, 1])), int(np.argmax(points[:, 0]))
    low, left = int(np.argmax(points[:, 1])), int(np.argmin(points[:, 0]))
    cuts: list[int] = sorted({top, right, low, left})
    count = len(points)
    near = max(2, count // 24)
    spread = [c for i, c in enumerate(cuts) if (c - cuts[i - 1]) % count > near or i == 0]
    if len(spread) < 2:
        spread = [spread[0], (spread[0] + count // 2) % count]
    tangents = {c: _unit(points[(c + 1) % count] - points[c - 1]) for c in spread}
    for c in spread:
        # At an extreme the tangent is level or upright.
        t = tangents[c]
        flat = (
            np.array([np.sign(t[0]), 0.0])
            if abs(t[0]) > abs(t[1])
            else np.array([0.0, np.sign(t[1])])
        )
        if _turn_deg(t, flat) < 12:
            tangents[c] = flat
    segments: list[Segment] = [
        ("M", (float(points[spread[0]][0]), float(points[spread[0]][1])))
    ]
    for k, at in enumerate(spread):
        stop = spread[(k + 1) % len(spread)]
        last = stop if stop > at else stop + count
        run = np.array([points[i % count] for i in range(at, last + 1)])
        _fit(run, tangents[at], tangents[stop], tolerance, segments, 0)
    segments.append(("Z", ()))
    return Path(tuple(segments))


def _pieces(contour: Path) -> list[_Piece]:
    found: list[_Piece] = []
    start = at = np.zeros(2)
    for verb, numbers in contour.segments:
        ends = [
            np.array(numbers[i : i + 2], dtype=np.float64) for i in range(0, len(numbers), 2)
        ]
        if verb == "M":
            start = at = ends[0]
            continue
        control = np.array([at, *ends]) if ends else np.array([at, start])
        if float(np.abs(control - control[0]).max()) > 1e-3:
            found.append(_Piece(control))
            at = control[-1]
    return found


def _is_break(before: _Piece, after: _Piece, corner_deg: float) -> bool:
    turn = _turn_deg(before.arrives, after.leaves)
    if turn > corner_deg:
        return True
    long_before = before.is_line and before.length > _LONGEST_FACET
    long_after = after.is_line and after.length > _LONGEST_FACET
    if long_before or long_after:
        return True
    # Where one arc gives way to a much tighter one, a designer sets a node.
    low, high = sorted((before.bend, after.bend))
    return min(before.length, after.length) > _LONGEST_FACET and high > 2 * low + 0.004


def _merged_lines(contour: Path) -> Path:
    """Straight edges in one piece each."""
    segments = list(contour.segments)
    at = 1
    while at + 1 < len(segments):
        here, following = segments[at], segments[at + 1]
        if here[0] == "L" and following[0] == "L":
            x0, y0 = segments[at - 1][1][-2:]
            (x1, y1), (x2, y2) = here[1], following[1]
            a, b = np.array([x1 - x0, y1 - y0]), np.array([x2 - x1, y2 - y1])
            if np.linalg.norm(a) < 1e-9 or _turn_deg(_unit(a), _unit(b)) < 0.5:
                del segments[at]
                continue
        at += 1
    return Path(tuple(segments))


def _fit(
    points: Vector,
    first: Vector,
    last: Vector,
    tolerance: float,
    segments: list[Segment],
    depth: int,
) -> None:
    if len(points) < 2:
        return
    chord = float(np.linalg.norm(points[-1] - points[0]))
    if len(points) == 2:
        third = chord / 3
        _append(segments, points[0] + first * third, points[-1] - last * third, points[-1])
        return
    lengths = np.linalg.norm(np.diff(points, axis=0), axis=1)
    share = np.concatenate([[0.0], np.cumsum(lengths)])
    share = share / max(share[-1], 1e-12)
    control = _bezier_for(points, share, first, last)
    error, worst = _error(points, control, share)
    for _ in range(6):
        if error <= tolerance:
            break
        share = _reparametrized(points, control, share)
        control = _bezier_for(points, share, first, last)
        error, worst = _error(points, control, share)
    if error <= tolerance or depth > 10:
        _append(segments, control[1], control[2], control[3])
        return
    worst = min(max(worst, 1), len(points) - 2)
    middle = _unit(points[worst + 1] - points[worst - 1])
    _fit(points[: worst + 1], first, middle, tolerance, segments, depth + 1)
    _fit(points[worst:], middle, last, tolerance, segments, depth + 1)


def _append(segments: list[Segment], one: Vector, two: Vector, end: Vector) -> None:
    numbers = (one[0], one[1], two[0], two[1], end[0], end[1])
    segments.append(("C", tuple(float(n) for n in numbers)))


def _bezier_for(points: Vector, share: Vector, first: Vector, last: Vector) -> Vector:
    """The cubic with these end directions nearest to the points, by least squares."""
    t = share[:, None]
    b0, b1 = (1 - t) ** 3, 3 * t * (1 - t) ** 2
    b2, b3 = 3 * t**2 * (1 - t), t**3
    one, two = b1 * first, b2 * -last
    rest = points - (points[0] * (b0 + b1) + points[-1] * (b2 + b3))
    c00, c01, c11 = (one * one).sum(), (one * two).sum(), (two * two).sum()
    x0, x1 = (one * rest).sum(), (two * rest).sum()
    bottom = c00 * c11 - c01 * c01
    chord = float(np.linalg.norm(points[-1] - points[0]))
    least = 0.05 * chord
    alpha = (x0 * c11 - x1 * c01) / bottom if abs(bottom) > 1e-12 else 0.0
    beta = (c00 * x1 - c01 * x0) / bottom if abs(bottom) > 1e-12 else 0.0
    longest = 1.6 * float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())
    if not (least < alpha < longest and least < beta < longest):
        alpha = beta = chord / 3
    return np.array(
        [points[0], points[0] + first * alpha, points[-1] - last * beta, points[-1]]
    )


def _error(points: Vector, control: Vector, share: Vector) -> tuple[float, int]:
    gaps = np.linalg.norm(_along(control, share) - points, axis=1)
    worst = int(np.argmax(gaps))
    return float(gaps[worst]), worst


def _reparametrized(points: Vector, control: Vector, share: Vector) -> Vector:
    """One Newton step of every parameter towards its nearest point on the curve."""
    t = share[:, None]
    away = _along(control, share) - points
    d1 = 3 * np.diff(control, axis=0)
    d2 = 2 * np.diff(d1, axis=0)
    slope = d1[0] * (1 - t) ** 2 + 2 * d1[1] * t * (1 - t) + d1[2] * t**2
    bend = d2[0] * (1 - t) + d2[1] * t
    bottom = (slope * slope).sum(axis=1) + (away * bend).sum(axis=1)
    step = (away * slope).sum(axis=1) / np.where(np.abs(bottom) < 1e-9, 1.0, bottom)
    moved = np.clip(share - np.where(np.abs(bottom) < 1e-9, 0.0, step), 0, 1)
    moved[0], moved[-1] = 0.0, 1.0
    return np.maximum.accumulate(moved)


def _along(control: Vector, share: Vector) -> Vector:
    t = share[:, None]
    curve: Vector = (
        control[0] * (1 - t) ** 3
        + control[1] * 3 * t * (1 - t) ** 2
        + control[2] * 3 * t**2 * (1 - t)
        + control[3] * t**3
    )
    return curve


def _thinned(points: Vector) -> Vector:
    """The points without repeats."""
    keep = [0]
    for i in range(1, len(points)):
        if float(np.linalg.norm(points[i] - points[keep[-1]])) > 1e-4:
            keep.append(i)
    if keep[-1] != len(points) - 1:
        keep[-1] = len(points) - 1
    return points[keep]


def _at(control: Vector, t: float) -> Vector:
    work = control
    while len(work) > 1:
        work = work[:-1] + (work[1:] - work[:-1]) * t
    point: Vector = work[0]
    return point


def _direction(control: Vector) -> Vector:
    """In which direction a curve leaves its first point."""
    for point in control[1:]:
        if float(np.linalg.norm(point - control[0])) > 1e-4:
            return _unit(point - control[0])
    return np.array([1.0, 0.0])


def _unit(vector: Vector) -> Vector:
    length = float(np.linalg.norm(vector))
    return vector / length if length > 1e-12 else np.array([1.0, 0.0])


def _turn_deg(first: Vector, second: Vector) -> float:
    return math.degrees(math.acos(max(-1.0, min(1.0, float(first @ second)))))
