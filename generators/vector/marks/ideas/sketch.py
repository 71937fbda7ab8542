"""Sketches: a small checked language in which an idea, a rule's or a model's, draws a mark.

One line is one step. A line names an area, and the last lines paint areas::

    a = # circle 48 48 30             a filled stroke of pen.py; # fills it
    b = stroke 6 line 10 10 86 86     a line of that width, round ends; stroke! has flat ends
    c = union a b                     also subtract a b …, intersect a b
    d = mirror c                      c and its copy about x = 48; flip c: about y = 48
    e = turn 3 d                      three copies about the middle; turn 3@48,84@-60..60 d
    f = grow 2.4 a                    pushed outwards; a minus sign pushes inwards
    g = move 4 -2 a                   and  scale 0.6 a,  spin 30 a  about the middle
    ink main c d                      paints: main, spark, tint

Nothing else is understood: no styles, no clips, no raw SVG.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from compositor.document import Shape, SolidPaint
from compositor.errors import InvalidValue
from compositor.geometry import Affine, Path, Point
from compositor.geometry.boolean import (
    difference,
    intersection,
    offset,
    outline_stroke,
    simplify,
    union,
)
from compositor.geometry.fit import cleaned
from generators.vector.marks.dials import shaped
from generators.vector.marks.mark import Mark, MarkInks, MarkRequest, filled, finished
from generators.vector.marks.pen import read_strokes

__all__ = ["MOST_LINES", "SketchFault", "read_sketch", "sketch_areas", "sketched_mark"]

MOST_LINES = 24
_MOST_COPIES = 24
_MOST_NODES = 300
_FARTHEST = 400.0
"""Of any number: coordinates in u, angles in degrees."""
_LEAST_AREA_U2 = 6.0
_NAME = re.compile(r"^[a-z][a-z0-9_]{0,15}$")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?", re.IGNORECASE)
_INKS = ("main", "spark", "tint")
_MIDDLE = Point(48, 48)
_STROKE_U = (2.4, 40.0)
_ROUNDEST_U = 3.0
"""Radius of a corner at roundness 1."""


class SketchFault(InvalidValue):
    """Raised when a line of a sketch cannot be read or draws nothing; it names the line."""


def sketch_areas(lines: Sequence[str]) -> list[tuple[str, Path]]:
    """Return the painted areas, bottom first, each with its ink's name.

    Raises:
        SketchFault: A line is not of the language, or paints nothing.
    """
    if len(lines) > MOST_LINES:
        raise SketchFault(f"a sketch has at most {MOST_LINES} lines; this has {len(lines)}")
    known: dict[str, Path] = {}
    painted: list[tuple[str, Path]] = []
    for number, line in enumerate(lines, start=1):
        try:
            _read_line(line.strip(), known, painted)
        except (InvalidValue, ValueError, ZeroDivisionError, IndexError) as error:
            raise SketchFault(f"line {number} {line.strip()[:60]!r}: {error}") from error
    if not painted:
        raise SketchFault("nothing is painted; end with a line such as 'ink main a b'")
    return painted


def read_sketch(lines: Sequence[str], inks: MarkInks) -> tuple[Shape, ...]:
    """Return the shapes of a sketch, few nodes to each.

    Raises:
        SketchFault: See `sketch_areas`; or it has more nodes than any mark may have.
    """
    paints: dict[str, SolidPaint] = {"main": inks.main, "spark": inks.spark, "tint": inks.tint}
    shapes = tuple(filled(cleaned(area), paints[ink]) for ink, area in sketch_areas(lines))
    nodes = sum(shape.path.node_count for shape in shapes)
    if nodes > _MOST_NODES:
        raise SketchFault(f"{nodes} nodes; a mark has at most {_MOST_NODES}")
    return shapes


def sketched_mark(
    lines: Sequence[str], inks: MarkInks, concept: str, request: MarkRequest | None = None
) -> Mark:
    """Return a sketch as a mark, fitted and centered like any other.

    Args:
        lines: The sketch.
        inks: Its paints.
        concept: One sentence on it.
        request: How heavy and how round; as the sketch has it when missing.

    Raises:
        SketchFault: The sketch cannot be read.
    """
    shapes = read_sketch(lines, inks)
    widths = [float(w) for line in lines for w in re.findall(r"stroke!? ([\d.]+)", line)]
    mark = Mark(
        shapes=shapes,
        construction="sketch",
        concept=concept,
        stroke_u=max(3.2, min(widths, default=10.0)),
        has_round_ends=not any("stroke!" in line for line in lines),
        facts={"lines": len(lines)},
    )
    if request is not None:
        mark = shaped(mark, request, radius_u=_ROUNDEST_U)
    return finished(mark)


def _read_line(line: str, known: dict[str, Path], painted: list[tuple[str, Path]]) -> None:
    if line.startswith("ink "):
        _, ink, *names = line.split()
        if ink not in _INKS or not names:
            raise InvalidValue(f"ink takes one of {', '.join(_INKS)} and at least one area")
        area = _joined([_area(name, known) for name in names])
        if _size(area) < _LEAST_AREA_U2:
            raise InvalidValue("it paints nothing, or a speck")
        painted.append((ink, area))
        return
    name, equals, body = line.partition("=")
    name, body = name.strip(), body.strip()
    if not equals or not _NAME.match(name) or not body:
        raise InvalidValue("a line is 'name = …' or 'ink main name …'")
    if any(abs(float(n)) > _FARTHEST for n in _NUMBER.findall(body)):
        raise InvalidValue(f"a number is farther out than {_FARTHEST:g}; the box is 0 to 96")
    known[name] = _step(body, known)


def _step(body: str, known: dict[str, Path]) -> Path:
    verb, _, rest = body.partition(" ")
    if verb in _SETS:
        areas = [_area(word, known) for word in rest.split()]
        if len(areas) < 2:
            raise InvalidValue(f"{verb} takes two or more areas")
        return _SETS[verb](areas)
    if verb in ("mirror", "flip"):
        area = _area(rest, known)
        about = Affine(-1, 0, 0, 1, 96, 0) if verb == "mirror" else Affine(1, 0, 0, -1, 0, 96)
        return _joined([area, area.transformed(about)])
    if verb in ("spin", "grow", "move", "scale"):
        return _changed(verb, rest, known)
    if verb == "turn" and rest.split()[-1] in known:
        return _turned(rest, known)
    if verb in ("stroke", "stroke!"):
        width, _, stroke = rest.partition(" ")
        return _outlined(stroke, float(width), is_round=verb == "stroke")
    return _filled(body.lstrip("# "))


def _changed(verb: str, rest: str, known: dict[str, Path]) -> Path:
    *numbers, name = rest.split()
    area, n = _area(name, known), [float(number) for number in numbers]
    if len(n) != (2 if verb == "move" else 1):
        raise InvalidValue(f"{verb} takes its number, or for move two, and one area")
    if verb == "spin":
        return area.transformed(Affine.rotation(n[0], _MIDDLE))
    if verb == "grow":
        return offset(area, n[0], join="round")
    if verb == "move":
        return area.moved(n[0], n[1])
    return area.transformed(Affine(n[0], 0, 0, n[0], 48 * (1 - n[0]), 48 * (1 - n[0])))


def _turned(rest: str, known: dict[str, Path]) -> Path:
    spec, name = rest.rsplit(" ", 1)
    count_text, _, place = spec.strip().partition("@")
    count = int(count_text)
    if not 2 <= count <= _MOST_COPIES:
        raise InvalidValue(f"turn makes 2 to {_MOST_COPIES} copies")
    center_text, _, spread = place.partition("@")
    center = Point(*(float(v) for v in center_text.split(","))) if center_text else _MIDDLE
    start, stop = 0.0, 360.0 - 360.0 / count
    if spread:
        first, _, last = spread.partition("..")
        start, stop = float(first), float(last)
    area = _area(name, known)
    return _joined(
        [
            area.transformed(Affine.rotation(start + (stop - start) * i / (count - 1), center))
            for i in range(count)
        ]
    )


def _outlined(stroke: str, width: float, *, is_round: bool) -> Path:
    if not _STROKE_U[0] <= width <= _STROKE_U[1]:
        raise InvalidValue(f"a stroke is {_STROKE_U[0]:g} to {_STROKE_U[1]:g} u wide")
    (read,) = read_strokes([_checked(stroke)])
    if is_round:
        return outline_stroke(read.path, width, cap="round", join="round")
    return outline_stroke(read.path, width, cap="butt", join="miter")


def _filled(stroke: str) -> Path:
    (read,) = read_strokes([_checked(stroke)])
    area = simplify(read.path)
    if _size(area) < _LEAST_AREA_U2:
        raise InvalidValue("it encloses nothing; use stroke for a line")
    return area


def _checked(stroke: str) -> str:
    """A pen stroke without flags, with few copies."""
    if not stroke[:1].isalpha():
        raise InvalidValue("expected a stroke such as circle 48 48 30")
    if stroke.startswith("turn "):
        count = int(stroke.split()[1].partition("@")[0])
        if not 2 <= count <= _MOST_COPIES:
            raise InvalidValue(f"turn makes 2 to {_MOST_COPIES} copies")
    return stroke


def _area(name: str, known: dict[str, Path]) -> Path:
    area = known.get(name.strip())
    if area is None:
        raise InvalidValue(f"no area is called {name.strip()!r}; name it in a line before")
    return area


def _joined(areas: list[Path]) -> Path:
    return union(areas[0], *areas[1:]) if len(areas) > 1 else areas[0]


def _less(areas: list[Path]) -> Path:
    return difference(areas[0], _joined(areas[1:]))


def _common(areas: list[Path]) -> Path:
    found = areas[0]
    for area in areas[1:]:
        found = intersection(found, area)
    return found


_SETS: dict[str, Callable[[list[Path]], Path]] = {
    "union": _joined,
    "subtract": _less,
    "intersect": _common,
}


def _size(area: Path) -> float:
    """Area enclosed, roughly; enough to tell a speck."""
    total = 0.0
    for line in area.flattened(6):
        total += sum(
            a.x * b.y - b.x * a.y for a, b in zip(line, [*line[1:], line[0]], strict=True)
        )
    return abs(total) / 2 if math.isfinite(total) else 0.0
