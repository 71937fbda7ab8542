"""Corners of outlines: where they turn, how to round them, and how to keep ink out of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from compositor.geometry.boolean import difference, union
from compositor.geometry.path import Path, Segment
from compositor.geometry.shapes import circle

__all__ = ["Corner", "corners", "kink_count", "rounded_corners", "with_ink_traps"]

_SMOOTH_DEG = 2.5
_CORNER_DEG = 16.0

Point2 = tuple[float, float]


@dataclass(frozen=True)
class Corner:
    """A node of a closed contour.

    Attributes:
        x: Where it is.
        y: The same, downwards.
        turn_deg: How far the outline turns there; positive is clockwise, 0 is smooth.
        is_of_lines: Whether two straight edges meet there.
    """

    x: float
    y: float
    turn_deg: float
    is_of_lines: bool


def corners(path: Path, least_deg: float = _CORNER_DEG) -> tuple[Corner, ...]:
    """Return the nodes of the closed contours that turn by at least that many degrees."""
    found = []
    for contour in path.contours():
        if contour.segments[-1][0] != "Z":
            continue
        pieces = _pieces(contour)
        for before, after in zip([pieces[-1], *pieces[:-1]], pieces, strict=True):
            turn = _turn_deg(before, after)
            if abs(turn) >= least_deg:
                found.append(Corner(*after[0], turn, len(before) == len(after) == 2))
    return tuple(found)


def kink_count(path: Path) -> int:
    """Return how many nodes are neither smooth nor honest corners: bumps in a curve."""
    return sum(
        1
        for c in corners(path, _SMOOTH_DEG)
        if abs(c.turn_deg) < _CORNER_DEG and not c.is_of_lines
    )


def rounded_corners(path: Path, radius: float, *, least_deg: float = _CORNER_DEG) -> Path:
    """Return the outline with its corners replaced by arcs that join smoothly on both sides.

    A larger radius never gives a sharper corner. Where edges are too short for the radius,
    the corner takes what half of the shorter edge allows.
    """
    if radius <= 0:
        return path
    return Path.join(
        _rounded(c, radius, least_deg) if c.segments[-1][0] == "Z" else c
        for c in path.contours()
    )


def with_ink_traps(path: Path, size: float, *, widest_deg: float = 75.0) -> Path:
    """Return the area with a small round bite in each narrow inner corner.

    At 16 px such corners fill up; the bite keeps them looking sharp.

    Args:
        path: The area, outer contours clockwise.
        size: Diameter of the bite.
        widest_deg: Inner corners wider open than this need none.
    """
    traps = Path()
    for corner in corners(path):
        if corner.turn_deg < 0 and 180 + corner.turn_deg <= widest_deg:
            bite = circle(corner.x, corner.y, size / 2)
            traps = union(traps, bite) if traps.segments else bite
    return difference(path, traps) if traps.segments else path


def _rounded(contour: Path, radius: float, least_deg: float) -> Path:
    pieces = _pieces(contour)
    count = len(pieces)
    if count < 2:
        return contour
    lengths = [_length(p) for p in pieces]
    cuts: list[float] = []
    for i in range(count):
        turn = abs(_turn_deg(pieces[i - 1], pieces[i]))
        if turn < least_deg:
            cuts.append(0.0)
            continue
        # A needle's point would need all its length; it gets a tip instead.
        reach = radius * min(2.4, math.tan(math.radians(min(turn, 179.0)) / 2))
        cuts.append(min(reach, 0.49 * lengths[i - 1], 0.49 * lengths[i]))
    trimmed = [
        _trimmed(piece, cuts[i], cuts[(i + 1) % count], lengths[i])
        for i, piece in enumerate(pieces)
    ]
    segments: list[Segment] = [("M", trimmed[0][0])]
    for i, piece in enumerate(trimmed):
        segments.append(_segment(piece))
        following = trimmed[(i + 1) % count]
        if cuts[(i + 1) % count] > 0:
            segments.append(("C", _arc_between(piece, following)))
    segments.append(("Z", ()))
    return Path(tuple(segments))


def _arc_between(before: list[Point2], after: list[Point2]) -> tuple[float, ...]:
    """The cubic from the end of one piece to the start of the next, along both tangents."""
    a, b = before[-1], after[0]
    u, v = _heading(before[::-1]), _heading(after)
    u = (-u[0], -u[1])
    cross = u[0] * v[1] - u[1] * v[0]
    turn = math.acos(max(-1.0, min(1.0, u[0] * v[0] + u[1] * v[1])))
    chord = math.dist(a, b)
    if abs(cross) < 1e-6 or turn < 1e-3:
        handle = chord / 3
    else:
        # Radius of the circle through both ends with that turn, then its Bezier handle.
        handle = chord / (2 * math.sin(turn / 2)) * 4 / 3 * math.tan(turn / 4)
    return (
        a[0] + u[0] * handle,
        a[1] + u[1] * handle,
        b[0] - v[0] * handle,
        b[1] - v[1] * handle,
        b[0],
        b[1],
    )


def _pieces(contour: Path) -> list[list[Point2]]:
    """Control points of every segment that goes anywhere, the closing line included."""
    found: list[list[Point2]] = []
    start = at = (0.0, 0.0)
    for verb, n in contour.segments:
        if verb == "M":
            start = at = (n[0], n[1])
            continue
        ends = [(n[i], n[i + 1]) for i in range(0, len(n), 2)] or [start]
        if max(math.dist(at, p) for p in ends) > 1e-3:
            found.append([at, *ends])
            at = ends[-1]
    return found


def _segment(piece: list[Point2]) -> Segment:
    flat = tuple(value for point in piece[1:] for value in point)
    return ("L" if len(piece) == 2 else "Q" if len(piece) == 3 else "C", flat)


def _length(piece: list[Point2]) -> float:
    if len(piece) == 2:
        return math.dist(*piece)
    points = [_split(piece, i / 12)[0][-1] for i in range(13)]
    return sum(math.dist(a, b) for a, b in pairwise(points))


def _trimmed(piece: list[Point2], head: float, tail: float, length: float) -> list[Point2]:
    """The piece without so much of its length at either end."""
    if length <= 1e-9:
        return piece
    kept = piece
    if tail > 0:
        kept = _split(kept, 1 - tail / length)[0]
    if head > 0:
        kept = _split(kept, head / max(length - tail, 1e-9))[1]
    return kept


def _split(piece: list[Point2], t: float) -> tuple[list[Point2], list[Point2]]:
    """Both halves at a parameter, by de Casteljau."""
    left, right = [piece[0]], [piece[-1]]
    work = piece
    while len(work) > 1:
        work = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(work)]
        left.append(work[0])
        right.append(work[-1])
    return left, right[::-1]


def _heading(piece: list[Point2]) -> Point2:
    x, y = piece[0]
    for px, py in piece[1:]:
        length = math.hypot(px - x, py - y)
        if length > 1e-4:
            return (px - x) / length, (py - y) / length
    return 1.0, 0.0


def _turn_deg(before: list[Point2], after: list[Point2]) -> float:
    back = _heading(before[::-1])
    u, v = (-back[0], -back[1]), _heading(after)
    cross, dot = u[0] * v[1] - u[1] * v[0], u[0] * v[0] + u[1] * v[1]
    return math.degrees(math.atan2(cross, dot))
