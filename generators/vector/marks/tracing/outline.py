"""Outline of one ring: its corners found, straight pieces made straight, the rest few cubics.

Lengths are in px of the picture.
"""

from __future__ import annotations

import math

import numpy as np

from compositor.geometry import Path
from compositor.geometry.fit import fitted_curve
from compositor.geometry.path import Segment
from compositor.geometry.shapes import ellipse
from generators.vector.marks.tracing.rings import Ring
from generators.vector.marks.wordmarks.few_nodes import with_few_nodes

__all__ = ["outline_of"]

_STEP_PX = 1.0
_REACH_PX = 4.5
"""How far to both sides a corner is looked for."""
_CORNER_DEG = 42.0
_SIDE_PX = (2.5, 9.0)
"""Where the lines are measured that meet in a corner."""
_BLUNT = 2
_MOST_PULL_PX = 3.0
_LEAST_LINE_PX = 12.0
_LINE_OF_RING = 0.045
_LINE_NEAR_PX, _LINE_MEAN_PX = 0.5, 0.13
_LEVEL_DEG = 1.2
_AXIAL_DEG = 14.0
_ROUND_PX = 0.75


def outline_of(ring: Ring, tolerance_px: float) -> Path:
    """Return a closed outline that stays within a distance of the ring.

    Args:
        ring: Points about one px apart, closed.
        tolerance_px: Largest distance.
    """
    whole = _as_ellipse(ring)
    if whole is not None:
        return whole
    points = _evenly(ring)
    corners = _corners(points)
    if not corners:
        return _smooth(points, tolerance_px)
    sharp = {i: _meeting(points, i) for i in corners}
    count = len(points)
    segments: list[Segment] = [("M", _xy(sharp[corners[0]]))]
    perimeter = count * _STEP_PX
    for k, start in enumerate(corners):
        stop = corners[(k + 1) % len(corners)]
        last = stop if stop > start else stop + count
        run = _unblunted(points[np.arange(start, last + 1) % count], sharp[start], sharp[stop])
        segments += _run_segments(run, tolerance_px, perimeter)
    segments.append(("Z", ()))
    return with_few_nodes(_levelled(Path(tuple(segments))), 0.5 * tolerance_px)


def _as_ellipse(ring: Ring) -> Path | None:
    """A circle or upright ellipse, where the ring is one."""
    low, high = ring.min(axis=0), ring.max(axis=0)
    middle, (rx, ry) = (low + high) / 2, (high - low) / 2
    if min(rx, ry) < 2:
        return None
    if abs(rx - ry) < 0.02 * (rx + ry) + 0.3:
        rx = ry = (rx + ry) / 2
    away = np.hypot((ring[:, 0] - middle[0]) / rx, (ring[:, 1] - middle[1]) / ry)
    if float(np.abs(away - 1).max()) * min(rx, ry) > min(_ROUND_PX, 0.12 * min(rx, ry)):
        return None
    path = ellipse(float(middle[0]), float(middle[1]), float(rx), float(ry))
    return path if _turns_right(ring) == _turns_right(_points_of(path)) else _reversed(path)


def _evenly(ring: Ring) -> Ring:
    """The ring with points a step apart."""
    closed = np.vstack([ring, ring[:1]])
    long = np.hypot(*np.diff(closed, axis=0).T)
    ends = np.concatenate([[0.0], np.cumsum(long)])
    count = max(12, round(float(ends[-1]) / _STEP_PX))
    at = np.arange(count) * float(ends[-1]) / count
    return np.stack([np.interp(at, ends, closed[:, c]) for c in range(2)], axis=1)


def _corners(points: Ring) -> list[int]:
    """Where the outline turns by more than a curve would, sharpest of each neighborhood."""
    count = len(points)
    reach = max(2, min(round(_REACH_PX / _STEP_PX), count // 6))
    turn = np.zeros(count)
    for wide in (reach, max(2, reach - 2)):
        back = points - np.roll(points, wide, axis=0)
        ahead = np.roll(points, -wide, axis=0) - points
        cross = back[:, 0] * ahead[:, 1] - back[:, 1] * ahead[:, 0]
        angle = np.abs(np.arctan2(cross, (back * ahead).sum(axis=1)))
        turn = np.maximum(turn, angle) if not turn.any() else np.minimum(turn, angle)
    found: list[int] = []
    for i in np.argsort(-turn, kind="stable"):
        if turn[i] < math.radians(_CORNER_DEG):
            break
        apart = (min((int(i) - j) % count, (j - int(i)) % count) for j in found)
        if all(a > reach for a in apart):
            found.append(int(i))
    return sorted(found)


def _meeting(points: Ring, at: int) -> Ring:
    """Where the lines of both sides meet, if that is near: pixels blunt a corner."""
    count = len(points)
    here: Ring = points[at]
    near, far = (round(v / _STEP_PX) for v in _SIDE_PX)
    far = min(far, count // 8)
    if far - near < 3:
        return here
    lines = [
        _line_through(points[(at + sign * np.arange(near, far + 1)) % count])
        for sign in (-1, 1)
    ]
    (p, u), (q, v) = lines
    bottom = float(u[0] * v[1] - u[1] * v[0])
    if abs(bottom) < 0.25:
        return here
    t = float((q[0] - p[0]) * v[1] - (q[1] - p[1]) * v[0]) / bottom
    meeting: Ring = p + t * u
    return meeting if float(np.hypot(*(meeting - here))) < _MOST_PULL_PX else here


def _unblunted(run: Ring, first: Ring, last: Ring) -> Ring:
    """A run between two corners without the points beside them, which pixels blunt."""
    skip = min(_BLUNT, max(0, (len(run) - 6) // 2))
    return np.vstack([first, run[1 + skip : len(run) - 1 - skip], last])


def _line_through(points: Ring) -> tuple[Ring, Ring]:
    middle = points.mean(axis=0)
    _, _, ways = np.linalg.svd(points - middle)
    return middle, ways[0]


def _run_segments(
    run: Ring,
    tolerance: float,
    perimeter: float,
    ends: tuple[Ring, Ring] | None = None,
) -> list[Segment]:
    """Segments of a run: lines, and curves that leave lines along them.

    Args:
        run: From its first corner to its last, or once around a ring without corners.
        tolerance: Largest distance.
        perimeter: Of the whole ring.
        ends: Directions at the first and the last point, where they are known.
    """
    if ends is None and float(np.abs(_off_chord(run)).max()) <= max(
        _LINE_NEAR_PX, 0.8 * tolerance
    ):
        return [("L", _xy(run[-1]))]
    lines = _straights(run, max(_LEAST_LINE_PX, _LINE_OF_RING * perimeter))
    segments: list[Segment] = []
    at, way = 0, None if ends is None else ends[0]
    final = len(run) - 1
    for start, stop in [*lines, (final, final)]:
        out = _unit(run[stop] - run[start]) if stop > start else None
        if start > at:
            piece = run[at : start + 1]
            leaves = way if way is not None else _leaves(piece)
            closing = out if out is not None else ends[1] if ends is not None else None
            arrives = closing if closing is not None else -_leaves(piece[::-1])
            segments += _curve_segments(piece, leaves, arrives, tolerance)
        if out is not None:
            segments.append(("L", _xy(run[stop])))
        at, way = stop, out
    return segments


def _curve_segments(
    piece: Ring, leaves: Ring, arrives: Ring, tolerance: float
) -> list[Segment]:
    """A curve, with nodes where it is level or upright, as type designers set them."""
    cuts = [0]
    for axis in (0, 1):
        way = np.sign(np.diff(_calm(piece[:, axis])))
        turns = np.nonzero(way[1:] * way[:-1] < 0)[0] + 1
        cuts += [int(t) for t in turns]
    near = max(5, len(piece) // 12)
    kept = [0]
    for cut in sorted(cuts[1:]):
        if cut - kept[-1] >= near and len(piece) - 1 - cut >= near:
            kept.append(cut)
    ways = [leaves, *(_tangent_in(piece, cut) for cut in kept[1:]), arrives]
    segments: list[Segment] = []
    for k, start in enumerate(kept):
        stop = kept[k + 1] if k + 1 < len(kept) else len(piece) - 1
        run = piece[start : stop + 1]
        segments += fitted_curve(run, tolerance, _xy(ways[k]), _xy(ways[k + 1]))
    return segments


def _calm(values: Ring) -> Ring:
    """Values smoothed over five points, so that noise makes no extremes."""
    padded = np.pad(values, 2, mode="edge")
    return np.convolve(padded, np.full(5, 0.2), mode="valid")


def _tangent_in(piece: Ring, at: int) -> Ring:
    low, high = max(0, at - 4), min(len(piece) - 1, at + 4)
    return _axial(_unit(piece[high] - piece[low]))


def _straights(run: Ring, least_px: float) -> list[tuple[int, int]]:
    """The longest straight pieces of a run, in order, not overlapping."""
    steps = math.ceil(least_px / _STEP_PX)
    found: list[tuple[int, int]] = []
    start = 0
    while start + steps < len(run):
        stop = start + steps
        if not _is_straight(run[start : stop + 1]):
            start += 1
            continue
        while stop + 1 < len(run) and _is_straight(run[start : stop + 2]):
            stop += 1
        # Its ends already bend a little.
        trim = 0 if stop - start < steps + 4 else 1
        head = 0 if start == 0 else trim
        tail = 0 if stop == len(run) - 1 else trim
        found.append((start + head, stop - tail))
        start = stop + 1
    return found


def _is_straight(points: Ring) -> bool:
    off = _off_chord(points)
    return float(np.abs(off).max()) <= _LINE_NEAR_PX and abs(float(off.mean())) <= _LINE_MEAN_PX


def _off_chord(points: Ring) -> Ring:
    way = _unit(points[-1] - points[0])
    off: Ring = (points - points[0]) @ np.array([-way[1], way[0]])
    return off


def _leaves(points: Ring) -> Ring:
    """The direction in which a run leaves its first point: the tangent of a parabola there."""
    reach = min(len(points) - 1, round(_SIDE_PX[1] / _STEP_PX))
    half = max(1, reach // 2)
    near, far = points[half] - points[0], points[reach] - points[0]
    bend = reach / half
    return _unit(near * bend * bend - far)


def _smooth(points: Ring, tolerance: float) -> Path:
    """A ring without corners, begun on top, or where a level stretch there ends."""
    count = len(points)
    same = np.nonzero(points[:, 1] < points[:, 1].min() + 0.2)[0]
    offsets = (same - same[0] + count // 2) % count - count // 2
    is_level = offsets.max() - offsets.min() > _LEAST_LINE_PX
    start = int(same[0] + (offsets.max() if is_level else np.round(offsets.mean()))) % count
    run = points[np.arange(start, start + count + 1) % count]
    way = _axial(_unit(points[(start + 4) % count] - points[(start - 4) % count]))
    segments = _run_segments(run, tolerance, count * _STEP_PX, (way, way))
    closed = Path((("M", _xy(run[0])), *segments, ("Z", ())))
    return with_few_nodes(_levelled(closed), 0.5 * tolerance)


def _axial(way: Ring) -> Ring:
    """A direction, made level or upright where it nearly is."""
    for axis in (0, 1):
        if abs(way[axis]) > math.cos(math.radians(_AXIAL_DEG)):
            return np.where(np.arange(2) == axis, np.sign(way), 0.0)
    return way


def _levelled(path: Path) -> Path:
    """Nearly level and nearly upright lines made so, their ends moved by halves."""
    moved = [list(numbers) for _, numbers in path.segments]
    verbs = [verb for verb, _ in path.segments]
    ends = len(verbs) - 1
    for k in range(1, ends):
        if verbs[k] != "L":
            continue
        a, b = moved[k - 1], moved[k]
        dx, dy = b[-2] - a[-2], b[-1] - a[-1]
        for axis, (long, off) in ((1, (dx, dy)), (0, (dy, dx))):
            if abs(long) > 4 and abs(off) < abs(long) * math.tan(math.radians(_LEVEL_DEG)):
                middle = (a[-2 + axis] + b[-2 + axis]) / 2
                for numbers, was in ((a, a[-2 + axis]), (b, b[-2 + axis])):
                    if len(numbers) == 6:
                        numbers[2 + axis] += middle - was
                    numbers[-2 + axis] = middle
    if ends > 1 and math.dist(moved[0], moved[ends - 1][-2:]) < 1.5:
        moved[0] = moved[ends - 1][-2:]
    return Path(tuple((v, tuple(n)) for v, n in zip(verbs, moved, strict=True)))


def _reversed(path: Path) -> Path:
    points = [p for verb, n in path.segments for p in zip(n[::2], n[1::2], strict=True)]
    back = points[::-1]
    segments: list[Segment] = [("M", back[0])]
    for k in range(1, len(back) - 1, 3):
        a, b, c = back[k : k + 3]
        segments.append(("C", (*a, *b, *c)))
    segments.append(("Z", ()))
    return Path(tuple(segments))


def _points_of(path: Path) -> Ring:
    return np.array([(p.x, p.y) for line in path.flattened(6) for p in line])


def _turns_right(points: Ring) -> bool:
    x, y = points.T
    return float(x @ np.roll(y, -1) - y @ np.roll(x, -1)) > 0


def _unit(vector: Ring) -> Ring:
    long = float(np.hypot(*vector))
    return vector / long if long > 1e-12 else np.array([1.0, 0.0])


def _xy(point: Ring) -> tuple[float, float]:
    return float(point[0]), float(point[1])
