"""Path: an outline of lines and Bézier curves, read from and written to SVG path data.

A path is a tuple of segments; a segment is (verb, coordinates). Verbs are absolute
``M`` ``L`` ``Q`` ``C`` ``Z``; coordinates are in px, y down. Curves keep their degree.
Source: https://www.w3.org/TR/SVG2/paths.html#PathData
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from compositor.errors import InvalidValue
from compositor.geometry.affine import Affine
from compositor.geometry.box import Box, Point

__all__ = ["Path", "Segment", "Verb", "number_text"]

Verb = Literal["M", "L", "Q", "C", "Z"]
Segment = tuple[Verb, tuple[float, ...]]

_SAME_PLACE_PX = 1e-6

_COUNT: dict[str, int] = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}
_TOKEN = re.compile(r"([MLQCZHVmlqczhv])|(-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|([\s,]+)|(.)")


def number_text(value: float, digits: int = 3) -> str:
    """Return a number in its shortest fixed form; never exponent, never minus zero."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
    return "0" if text in ("-0", "") else text


@dataclass(frozen=True)
class Path:
    """An immutable outline.

    Attributes:
        segments: (verb, coordinates) pairs, absolute, in drawing order.
    """

    segments: tuple[Segment, ...] = ()

    @classmethod
    def from_svg(cls, data: str) -> Path:
        """Read SVG path data. Arcs and smooth shorthands are not accepted: write C or Q.

        Raises:
            InvalidValue: The text is not path data of these verbs.
        """
        return cls(tuple(_parse(data)))

    @classmethod
    def polygon(cls, points: Iterable[tuple[float, float]], *, closed: bool = True) -> Path:
        """Return straight lines through the points."""
        segments: list[Segment] = []
        for x, y in points:
            segments.append(("L" if segments else "M", (x, y)))
        if closed:
            segments.append(("Z", ()))
        return cls(tuple(segments))

    @classmethod
    def join(cls, paths: Iterable[Path]) -> Path:
        """Return the contours of all paths as one."""
        return cls(tuple(segment for path in paths for segment in path.segments))

    def to_svg(self, digits: int = 3) -> str:
        """Return SVG path data with at most `digits` decimals."""
        parts = []
        for verb, numbers in self.segments:
            parts.append(verb + " ".join(number_text(n, digits) for n in numbers))
        return "".join(parts)

    def transformed(self, affine: Affine) -> Path:
        """Return the path with every point transformed."""
        return self.mapped(affine.apply)

    def mapped(self, move: Callable[[tuple[float, float]], tuple[float, float]]) -> Path:
        """Return the path with every point, handles included, sent through `move`."""
        segments: list[Segment] = []
        for verb, numbers in self.segments:
            moved: list[float] = []
            for index in range(0, len(numbers), 2):
                moved.extend(move((numbers[index], numbers[index + 1])))
            segments.append((verb, tuple(moved)))
        return Path(tuple(segments))

    def moved(self, dx: float, dy: float) -> Path:
        """Return the path displaced."""
        return self.transformed(Affine.translation(dx, dy))

    def contours(self) -> list[Path]:
        """Return one path per contour."""
        parts: list[list[Segment]] = []
        for segment in self.segments:
            if segment[0] == "M":
                parts.append([])
            if parts:
                parts[-1].append(segment)
        return [Path(tuple(part)) for part in parts]

    def points(self) -> list[Point]:
        """Return every coordinate pair, handles included."""
        return [
            Point(numbers[i], numbers[i + 1])
            for _, numbers in self.segments
            for i in range(0, len(numbers), 2)
        ]

    def flattened(self, steps: int = 16) -> list[list[Point]]:
        """Return each contour as straight lines, `steps` to a curve."""
        lines: list[list[Point]] = []
        for contour in self.contours():
            line: list[Point] = []
            for verb, numbers in contour.segments:
                ends = [Point(numbers[i], numbers[i + 1]) for i in range(0, len(numbers), 2)]
                if verb in ("M", "L"):
                    line.append(ends[0])
                elif verb in ("Q", "C"):
                    curve = np.array([line[-1], *ends])
                    along = (_weights(len(ends), steps) * curve[:, None, :]).sum(axis=0)
                    line.extend(map(Point._make, along.tolist()))
            if contour.segments[-1][0] == "Z" and line:
                line.append(line[0])
            lines.append(line)
        return lines

    @cached_property
    def bounds(self) -> Box:
        """The tight box around the outline, curves included; zero-size when empty."""
        xs: list[float] = []
        ys: list[float] = []
        at = Point(0, 0)
        for verb, numbers in self.segments:
            ends = [Point(numbers[i], numbers[i + 1]) for i in range(0, len(numbers), 2)]
            if verb in ("Q", "C"):
                for t in _extrema([at, *ends]):
                    point = _bezier([at, *ends], t)
                    xs.append(point.x)
                    ys.append(point.y)
            if ends:
                at = ends[-1]
                xs.append(at.x)
                ys.append(at.y)
        if not xs:
            return Box(0, 0, 0, 0)
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return len(self.segments) < 2

    @property
    def node_count(self) -> int:
        """How many on-curve points a designer would see in an editor.

        Where a contour's last point is its first again, both are one.
        """
        count = 0
        first: tuple[float, ...] = ()
        last: tuple[float, ...] = ()
        for verb, numbers in self.segments:
            if verb == "Z":
                count -= count > 1 and math.dist(first, last) < _SAME_PLACE_PX
                continue
            first = numbers if verb == "M" else first
            last = numbers[-2:]
            count += 1
        return count


def _parse(data: str) -> list[Segment]:
    tokens: list[str | float] = []
    for match in _TOKEN.finditer(data):
        if match[4]:
            raise InvalidValue(f"{match[4]!r} in path data {data[:60]!r}; use M L H V Q C Z")
        if match[1]:
            tokens.append(match[1])
        elif match[2]:
            tokens.append(float(match[2]))
    segments: list[Segment] = []
    start = at = (0.0, 0.0)
    verb = ""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if isinstance(token, str):
            verb = token
            index += 1
        elif verb in ("", "Z", "z"):
            raise InvalidValue(f"path data {data[:60]!r} has a number where a verb belongs")
        upper = verb.upper()
        count = 1 if upper in "HV" else _COUNT[upper]
        numbers = tokens[index : index + count]
        if len(numbers) < count or any(isinstance(n, str) for n in numbers):
            raise InvalidValue(f"path data {data[:60]!r} ends inside {verb}")
        index += count
        values = _absolute(verb, [float(n) for n in numbers], at)
        if upper == "Z":
            segments.append(("Z", ()))
            at = start
            continue
        kind: Verb = "L" if upper in "HV" else upper  # type: ignore[assignment]  # one of the verbs
        segments.append((kind, values))
        at = (values[-2], values[-1])
        if upper == "M":
            start = at
            verb = "l" if verb == "m" else "L"
    if segments and segments[0][0] != "M":
        raise InvalidValue(f"path data {data[:60]!r} must begin with M")
    return segments


def _absolute(
    verb: str, numbers: Sequence[float], at: tuple[float, float]
) -> tuple[float, ...]:
    upper = verb.upper()
    relative = verb != upper
    if upper == "H":
        return (numbers[0] + (at[0] if relative else 0.0), at[1])
    if upper == "V":
        return (at[0], numbers[0] + (at[1] if relative else 0.0))
    if not relative:
        return tuple(numbers)
    return tuple(n + at[i % 2] for i, n in enumerate(numbers))


def _bezier(points: Sequence[Point], t: float) -> Point:
    """Return a point of the curve.

    Source: https://pomax.github.io/bezierinfo/#decasteljau
    """
    work = [(p.x, p.y) for p in points]
    while len(work) > 1:
        work = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(work)]
    return Point(*work[0])


@cache
def _weights(degree: int, steps: int) -> NDArray[np.float64]:
    """Bernstein's weights of every control point at each step after the first."""
    t = np.arange(1, steps + 1) / steps
    rows = [math.comb(degree, k) * t**k * (1 - t) ** (degree - k) for k in range(degree + 1)]
    return np.array(rows)[:, :, None]


def _extrema(points: Sequence[Point]) -> list[float]:
    """Parameters where a quadratic or cubic turns back in x or y."""
    found: list[float] = []
    for axis in (0, 1):
        p = [point[axis] for point in points]
        if len(p) == 3:
            bottom = p[0] - 2 * p[1] + p[2]
            roots = [(p[0] - p[1]) / bottom] if abs(bottom) > 1e-12 else []
        else:
            a = -p[0] + 3 * p[1] - 3 * p[2] + p[3]
            b = 2 * (p[0] - 2 * p[1] + p[2])
            c = p[1] - p[0]
            roots = _quadratic_roots(a, b, c)
        found.extend(t for t in roots if 0 < t < 1)
    return found


def _quadratic_roots(a: float, b: float, c: float) -> list[float]:
    if abs(a) < 1e-12:
        return [-c / b] if abs(b) > 1e-12 else []
    inside = b * b - 4 * a * c
    if inside < 0:
        return []
    root = math.sqrt(inside)
    return [(-b + root) / (2 * a), (-b - root) / (2 * a)]
