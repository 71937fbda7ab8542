"""Work on outlines that keeps their nodes few: corners, stroke ends, weight, tidying.

Outlines are simplified, at 1000 to the em, y down.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from compositor.geometry import Path
from compositor.geometry.boolean import simplify
from compositor.geometry.path import Segment, Verb
from generators.vector.marks.wordmarks.scan import ink_area

__all__ = ["cut_ends", "emboldened", "leaned", "rounded", "straightened", "tidied"]

_XY = tuple[float, float]
_SLIVER_AREA = 220.0
_SLIVER_WIDTH = 7.0


class _Piece(NamedTuple):
    """A line or curve with all its points, the first included."""

    points: tuple[_XY, ...]

    @property
    def start(self) -> _XY:
        return self.points[0]

    @property
    def end(self) -> _XY:
        return self.points[-1]

    @property
    def length(self) -> float:
        walk = sum(math.dist(a, b) for a, b in zip(self.points, self.points[1:], strict=False))
        return (walk + math.dist(self.start, self.end)) / 2

    @property
    def is_line(self) -> bool:
        return len(self.points) == 2

    def heading(self, *, at_end: bool) -> _XY:
        """Unit direction of travel at an end."""
        order = self.points[::-1] if at_end else self.points
        for other in order[1:]:
            dx, dy = other[0] - order[0][0], other[1] - order[0][1]
            size = math.hypot(dx, dy)
            if size > 1e-6:
                sign = -1 if at_end else 1
                return sign * dx / size, sign * dy / size
        return 0.0, 0.0

    def without(self, share: float, *, at_end: bool) -> _Piece:
        """The piece shortened by a share of its parameter."""
        if share <= 0:
            return self
        t = 1 - share if at_end else share
        first, second = _split(self.points, t)
        return _Piece(first if at_end else second)


def rounded(path: Path, radius: float, *, inner: float = 0.35, least: float = 0.0) -> Path:
    """Return the path with its corners turned into arcs; a radius too large is cut down.

    Args:
        path: What to round.
        radius: Of corners that stick out.
        inner: Radius of corners that go in, over that.
        least: An arc that would be smaller costs nodes and is not seen; its corner stays.
    """
    if radius <= 0:
        return path
    sign = 1 if ink_area(path) > 0 else -1

    def work(pieces: list[_Piece]) -> list[_Piece]:
        count = len(pieces)
        trims: list[float] = []
        turns: list[float] = []
        for i, piece in enumerate(pieces):
            after = pieces[(i + 1) % count]
            turn = _turn(piece, after)
            turns.append(turn)
            if abs(turn) < math.radians(24):
                trims.append(0.0)
                continue
            asked = radius * (1.0 if turn * sign > 0 else inner)
            reach = asked * min(1.6, math.tan(min(abs(turn), 2.7) / 2))
            reach = min(reach, 0.5 * piece.length, 0.5 * after.length)
            trims.append(reach if reach >= least else 0.0)
        made: list[_Piece] = []
        cut = [_shortened(p, trims[i - 1], trims[i]) for i, p in enumerate(pieces)]
        for i, piece in enumerate(cut):
            if math.dist(piece.start, piece.end) > 0.4:
                made.append(piece)
            if trims[i] > 0:
                after = cut[(i + 1) % count]
                made.append(_arc(piece.end, pieces[i].end, after.start, abs(turns[i])))
        return made

    return _reworked(path, work)


def cut_ends(path: Path, stem: float, angle_deg: float, *, reach: float = 1.0) -> Path:
    """Return the path with its flat stroke ends cut along one direction, inwards only.

    Args:
        path: What to cut.
        stem: Width of its strokes; shorter and longer edges are no stroke ends.
        angle_deg: Of the cut, rising to the right, against the horizontal.
        reach: 0 leaves the ends as they are, 1 cuts them fully.
    """
    sign = 1 if ink_area(path) > 0 else -1
    cx, cy = math.cos(math.radians(angle_deg)), -math.sin(math.radians(angle_deg))

    def work(pieces: list[_Piece]) -> list[_Piece]:
        count = len(pieces)
        made = list(pieces)
        if count < 4:
            return made
        for i, piece in enumerate(pieces):
            before, after = pieces[i - 1], pieces[(i + 1) % count]
            if not (piece.is_line and 0.4 * stem < piece.length < 1.7 * stem):
                continue
            turns = _turn(before, piece) * sign, _turn(piece, after) * sign
            if not all(math.radians(55) < t < math.radians(125) for t in turns):
                continue
            ex, ey = piece.heading(at_end=False)
            along, across = ex * cx + ey * cy, (ex * cy - ey * cx) * sign
            if abs(along) < 0.68:
                continue
            slope = across / along
            shift = min(abs(slope), 1.0) * piece.length * reach
            if shift < 4 or shift > 0.6 * min(before.length, after.length):
                continue
            # The cut leans into the stroke at the corner its direction points to.
            if slope > 0:
                made[(i + 1) % count] = _shortened(made[(i + 1) % count], shift, 0.0)
            else:
                made[i - 1] = _shortened(made[i - 1], 0.0, shift)
            made[i] = _Piece((made[i - 1].end, made[(i + 1) % count].start))
        return made

    return _reworked(path, work)


def emboldened(path: Path, dx: float, dy: float) -> Path:
    """Return the path with every edge moved outwards: upright edges by dx, level ones by dy.

    Node for node; negative distances thin it.
    Source: FT_Outline_EmboldenXY, https://freetype.org/freetype2/docs/reference/
    """
    sign = 1 if ink_area(path) > 0 else -1
    contours: list[Path] = []
    for contour in path.contours():
        points = [tuple(p) for p in contour.points()]
        moved = _pushed([(p[0], p[1]) for p in points], dx, dy, sign)
        segments: list[Segment] = []
        at = 0
        for verb, numbers in contour.segments:
            n = len(numbers) // 2
            segments.append((verb, tuple(v for p in moved[at : at + n] for v in p)))
            at += n
        contours.append(Path(tuple(segments)))
    return Path.join(contours)


def leaned(path: Path, slant_deg: float) -> Path:
    """Return the path sheared to the right about y = 0."""
    slope = math.tan(math.radians(slant_deg))
    return path.mapped(lambda p: (p[0] - slope * p[1], p[1])) if slant_deg else path


def straightened(path: Path, tolerance: float) -> Path:
    """Return the path redrawn with straight lines only, nearly level ones made level."""
    contours: list[Path] = []
    for line in path.flattened(8):
        points = [(p.x, p.y) for p in line]
        if points[0] == points[-1]:
            points.pop()
        if len(points) < 3:
            continue
        far = max(range(len(points)), key=lambda i: math.dist(points[0], points[i]))
        ring = _thinned(points[: far + 1], tolerance)[:-1]
        ring += _thinned([*points[far:], points[0]], tolerance)[:-1]
        if len(ring) >= 3:
            contours.append(Path.polygon(ring))
    return simplify(Path.join(contours)) if contours else path


def tidied(path: Path, *, drops_specks: bool = True) -> Path:
    """Return the area without needless nodes, and without specks and hair cracks.

    Args:
        path: What to tidy.
        drops_specks: Whether specks and cracks go; not from a face's own letters.
    """
    kept: list[Path] = []
    for contour in path.contours():
        area = abs(ink_area(contour))
        box = contour.bounds
        around = 2 * (box.width + box.height)
        if not drops_specks:
            kept.append(contour)
            continue
        if area < _SLIVER_AREA or around <= 0 or 2 * area / around < _SLIVER_WIDTH / 2:
            continue
        kept.append(contour)
    return _reworked(Path.join(kept), _plain_pieces)


def _plain_pieces(pieces: list[_Piece]) -> list[_Piece]:
    """Drop pieces too short to see and join lines that go on in the same direction."""
    made: list[_Piece] = []
    start: _XY | None = None
    for given in pieces:
        points = given.points if start is None else (start, *given.points[1:])
        if _Piece(points).length < 2.0:
            start = points[0]
            continue
        start = None
        flat = len(points) == 2 or _is_flat(points)
        piece = _Piece((points[0], points[-1]) if flat else points)
        if made and flat and made[-1].is_line and abs(_turn(made[-1], piece)) < 0.012:
            made[-1] = _Piece((made[-1].start, piece.end))
        else:
            made.append(piece)
    if start is not None and made:
        made[-1] = _Piece((*made[-1].points[:-1], made[0].start))
    last_joins = len(made) > 3 and made[-1].is_line and made[0].is_line
    if last_joins and abs(_turn(made[-1], made[0])) < 0.012:
        made[0] = _Piece((made[-1].start, made[0].end))
        made.pop()
    return made


def _is_flat(points: tuple[_XY, ...]) -> bool:
    (ax, ay), (bx, by) = points[0], points[-1]
    size = math.hypot(bx - ax, by - ay)
    return size > 0 and all(
        abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / size < 0.35 for x, y in points[1:-1]
    )


def _reworked(path: Path, work: Callable[[list[_Piece]], list[_Piece]]) -> Path:
    segments: list[Segment] = []
    for contour in path.contours():
        pieces = work(_pieces(contour))
        if len(pieces) < 2:
            continue
        segments.append(("M", pieces[0].start))
        for i, piece in enumerate(pieces):
            if i == len(pieces) - 1 and piece.is_line:
                break
            verb: Verb = ("L", "Q", "C")[len(piece.points) - 2]
            segments.append((verb, tuple(v for p in piece.points[1:] for v in p)))
        segments.append(("Z", ()))
    return Path(tuple(segments))


def _pieces(contour: Path) -> list[_Piece]:
    found: list[_Piece] = []
    at: _XY = (0.0, 0.0)
    first: _XY = at
    for verb, n in contour.segments:
        ends = [(n[i], n[i + 1]) for i in range(0, len(n), 2)]
        if verb == "M":
            first = ends[0]
        elif ends and (len(ends) > 1 or math.dist(at, ends[0]) > 1e-6):
            found.append(_Piece((at, *ends)))
        if ends:
            at = ends[-1]
    if math.dist(at, first) > 1e-6:
        found.append(_Piece((at, first)))
    return found


def _turn(before: _Piece, after: _Piece) -> float:
    """Signed angle between two pieces, rad."""
    ax, ay = before.heading(at_end=True)
    bx, by = after.heading(at_end=False)
    return math.atan2(ax * by - ay * bx, ax * bx + ay * by)


def _shortened(piece: _Piece, at_start: float, at_end: float) -> _Piece:
    length = piece.length
    if length <= 0 or at_start + at_end <= 0:
        return piece
    a, b = min(at_start / length, 0.999), min(at_end / length, 0.999)
    if a + b >= 0.999:
        a, b = a / (a + b) * 0.999, b / (a + b) * 0.999
    piece = piece.without(a, at_end=False)
    return piece.without(b / (1 - a), at_end=True) if a < 1 else piece


def _split(points: tuple[_XY, ...], t: float) -> tuple[tuple[_XY, ...], tuple[_XY, ...]]:
    left, right = [points[0]], [points[-1]]
    work = list(points)
    while len(work) > 1:
        work = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(work)]
        left.append(work[0])
        right.append(work[-1])
    return tuple(left), tuple(right[::-1])


def _arc(start: _XY, corner: _XY, end: _XY, turn: float) -> _Piece:
    bend = 4 / 3 * math.tan(turn / 4) / math.tan(min(turn, 3.1) / 2) if turn > 1e-6 else 0.67
    first = tuple(s + (c - s) * bend for s, c in zip(start, corner, strict=True))
    second = tuple(e + (c - e) * bend for e, c in zip(end, corner, strict=True))
    return _Piece((start, (first[0], first[1]), (second[0], second[1]), end))


def _pushed(points: list[_XY], dx: float, dy: float, sign: int) -> list[_XY]:
    count = len(points)
    moved: list[_XY] = []
    for i, (x, y) in enumerate(points):
        before = next(
            (p for k in range(1, count) if math.dist(p := points[i - k], (x, y)) > 1e-6), (x, y)
        )
        after = next(
            (
                p
                for k in range(1, count)
                if math.dist(p := points[(i + k) % count], (x, y)) > 1e-6
            ),
            (x, y),
        )
        a = math.dist(before, (x, y)) or 1.0
        b = math.dist((x, y), after) or 1.0
        n0 = (sign * (y - before[1]) / a, -sign * (x - before[0]) / a)
        n1 = (sign * (after[1] - y) / b, -sign * (after[0] - x) / b)
        scale = 1 / max(0.5, 1 + n0[0] * n1[0] + n0[1] * n1[1])
        moved.append((x + (n0[0] + n1[0]) * scale * dx, y + (n0[1] + n1[1]) * scale * dy))
    return moved


def _thinned(points: list[_XY], tolerance: float) -> list[_XY]:
    """Source: https://en.wikipedia.org/wiki/Ramer–Douglas–Peucker_algorithm."""
    (ax, ay), (bx, by) = points[0], points[-1]
    size = math.hypot(bx - ax, by - ay) or 1.0
    best, far = 0.0, 0
    for i, (x, y) in enumerate(points[1:-1], 1):
        away = abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / size
        if away > best:
            best, far = away, i
    if best <= tolerance:
        return [points[0], points[-1]]
    return _thinned(points[: far + 1], tolerance)[:-1] + _thinned(points[far:], tolerance)
