"""Few nodes: smooth runs of an outline redrawn with as few curves as stay within a distance.

Corners and the points where a curve starts or ends keep their place and direction; only nodes
between them go. Lengths are the path's; the outline has closed contours.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from compositor.geometry import Path
from compositor.geometry.path import Segment, Verb

__all__ = ["with_few_nodes"]

Points = NDArray[np.complex128]

_SAMPLES = 6
"""Of a curve's inside; of a line, a third of them."""
_MOST_MERGED = 14
_SMOOTH = math.radians(11)
_MOST_TURN = math.radians(118)
"""A single curve that turns further no longer follows an arc."""
_LEAST_HANDLE = 0.04
_MOST_HANDLE = 1.4
_ROUNDS = 3


class _Run(NamedTuple):
    """A line or curve: all its points, the first included, and its directions at the ends."""

    points: tuple[complex, ...]
    leaves: complex
    arrives: complex
    samples: Points
    """Along it, without its first point."""

    @property
    def is_line(self) -> bool:
        return len(self.points) == 2

    @property
    def length(self) -> float:
        return abs(self.points[-1] - self.points[0])


def with_few_nodes(path: Path, tolerance: float) -> Path:
    """Return the outline with every smooth run in as few curves as the tolerance allows.

    Args:
        path: Closed contours.
        tolerance: How far the new outline may be from the old one.
    """
    segments: list[Segment] = []
    for contour in path.contours():
        runs = _runs(contour)
        if len(runs) < 2:
            segments += contour.segments
            continue
        segments += _written(_merged(runs, tolerance))
    return Path(tuple(segments))


def _merged(runs: list[_Run], tolerance: float) -> list[_Run]:
    """Begin at a corner, or where two runs differ most, and take as much as fits each time."""
    count = len(runs)
    turns = [_turn(runs[i - 1].arrives, runs[i].leaves) for i in range(count)]
    first = max(range(count), key=lambda i: (abs(turns[i]), runs[i].length, -i))
    runs = runs[first:] + runs[:first]
    turns = turns[first:] + turns[:first]
    found: list[_Run] = []
    at = 0
    while at < count:
        best, reach = runs[at], 1
        stop = at + 1
        while stop < count and stop - at < _MOST_MERGED and abs(turns[stop]) < _SMOOTH:
            stop += 1
        for end in range(at + 2, stop + 1):
            one = _as_one(runs[at:end], tolerance)
            if one is None:
                if end > at + reach + 2:
                    break
                continue
            best, reach = one, end - at
        found.append(best)
        at += reach
    return found


def _as_one(runs: Sequence[_Run], tolerance: float) -> _Run | None:
    """The runs as one line or curve, if it stays near enough."""
    first, last = runs[0].points[0], runs[-1].points[-1]
    points = np.concatenate([[first], *(run.samples for run in runs)])
    chord = last - first
    size = abs(chord)
    if size < 1e-9:
        return None
    away = float(np.abs(((points - first) * np.conj(chord)).imag).max()) / size
    if away <= tolerance * 0.6 and all(run.is_line for run in runs):
        unit = chord / size
        return _Run((first, last), unit, unit, points[1:])
    leaves, arrives = runs[0].leaves, runs[-1].arrives
    total = sum(
        abs(_turn(a, b))
        for run, after in zip(runs, [*runs[1:], None], strict=True)
        for a, b in (
            (run.leaves, run.arrives),
            *(((run.arrives, after.leaves),) if after is not None else ()),
        )
    )
    if total > _MOST_TURN:
        return None
    share = np.concatenate([[0.0], np.cumsum(np.abs(np.diff(points)))])
    length = float(share[-1])
    share = share / length
    for turn in range(_ROUNDS):
        control = _curve(points, share, leaves, arrives, length)
        if control is None:
            return None
        gaps = np.abs(_along(control, share) - points)
        worst = float(gaps.max())
        if worst <= tolerance:
            return _Run(tuple(complex(c) for c in control), leaves, arrives, points[1:])
        if worst > 6 * tolerance or turn == _ROUNDS - 1:
            return None
        share = _nearer(points, control, share)
    return None


def _curve(
    points: Points, share: NDArray[np.float64], leaves: complex, arrives: complex, length: float
) -> Points | None:
    """The cubic with these directions nearest to the points, by least squares.

    Source: P. J. Schneider, "An Algorithm for Automatically Fitting Digitized Curves",
    Graphics Gems, 1990.
    """
    back = 1 - share
    b1, b2 = 3 * share * back**2, 3 * share**2 * back
    start, end = points[0], points[-1]
    rest = points - start * (back**3 + b1) - end * (b2 + share**3)
    c00, c11 = float((b1 * b1).sum()), float((b2 * b2).sum())
    c01 = -float((b1 * b2).sum()) * (leaves * arrives.conjugate()).real
    x0 = float((b1 * (rest * leaves.conjugate()).real).sum())
    x1 = -float((b2 * (rest * arrives.conjugate()).real).sum())
    bottom = c00 * c11 - c01 * c01
    if abs(bottom) < 1e-12:
        return None
    one, two = (x0 * c11 - x1 * c01) / bottom, (c00 * x1 - c01 * x0) / bottom
    least, most = _LEAST_HANDLE * length, _MOST_HANDLE * length
    if not (least < one < most and least < two < most):
        return None
    return np.array([start, start + leaves * one, end - arrives * two, end])


def _along(control: Points, share: NDArray[np.float64]) -> Points:
    back = 1 - share
    found: Points = (
        control[0] * back**3
        + control[1] * 3 * share * back**2
        + control[2] * 3 * share**2 * back
        + control[3] * share**3
    )
    return found


def _nearer(points: Points, control: Points, share: NDArray[np.float64]) -> NDArray[np.float64]:
    """Every parameter one Newton step nearer to its point's foot on the curve."""
    back = 1 - share
    away = _along(control, share) - points
    d1 = 3 * np.diff(control)
    d2 = 2 * np.diff(d1)
    slope = d1[0] * back**2 + 2 * d1[1] * share * back + d1[2] * share**2
    bend = d2[0] * back + d2[1] * share
    bottom = (slope * slope.conj()).real + (away * bend.conj()).real
    step = (away * slope.conj()).real / np.where(np.abs(bottom) < 1e-9, np.inf, bottom)
    moved = np.clip(share - step, 0.0, 1.0)
    moved[0], moved[-1] = 0.0, 1.0
    return np.maximum.accumulate(moved)


def _sampled(points: tuple[complex, ...]) -> Points:
    """Points evenly along the parameter, without the first."""
    steps = _SAMPLES // 3 if len(points) == 2 else _SAMPLES
    t = np.arange(1, steps + 1) / steps
    work = [np.full(steps, p) for p in points]
    while len(work) > 1:
        work = [a + (b - a) * t for a, b in pairwise(work)]
    return work[0]


def _runs(contour: Path) -> list[_Run]:
    found: list[_Run] = []
    at = start = 0j
    for verb, n in contour.segments:
        ends = [complex(n[i], n[i + 1]) for i in range(0, len(n), 2)]
        if verb == "M":
            at = start = ends[0]
            continue
        points = (at, *(ends or [start]))
        if max(abs(p - at) for p in points) > 1e-6:
            ways = _heading(points), -_heading(points[::-1])
            found.append(_Run(points, *ways, _sampled(points)))
        at = points[-1]
    return found


def _heading(points: tuple[complex, ...]) -> complex:
    for other in points[1:]:
        way = other - points[0]
        if abs(way) > 1e-6:
            return way / abs(way)
    return 1 + 0j


def _turn(before: complex, after: complex) -> float:
    way = after * before.conjugate()
    return math.atan2(way.imag, way.real)


def _written(runs: list[_Run]) -> list[Segment]:
    segments: list[Segment] = [("M", (runs[0].points[0].real, runs[0].points[0].imag))]
    for i, run in enumerate(runs):
        if run.is_line and i == len(runs) - 1:
            break
        verb: Verb = ("L", "Q", "C")[len(run.points) - 2]
        segments.append((verb, tuple(v for p in run.points[1:] for v in (p.real, p.imag))))
    segments.append(("Z", ()))
    return segments
