"""letter_mod: the initial in the brand's own face with one edit: counter, bar, dot or cut."""

from __future__ import annotations

import math

from compositor.document import Shape
from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference, intersection, offset, simplify
from compositor.geometry.fit import signed_area
from compositor.geometry.shapes import circle, rectangle
from generators.vector.marks.constructions.letter_outline import (
    TRAPPED_FROM_U,
    letter_area,
    runs_at,
    trapped,
    without_crumbs,
)
from generators.vector.marks.glyphs import fitted_to, outer_and_counters
from generators.vector.marks.mark import CannotDraw, Mark, MarkRequest, filled, finished
from generators.vector.marks.solid import counter_for, counter_name

__all__ = ["EDITS", "draw"]

EDITS = ("counter", "bar", "dot", "cut")
_FIELD = Box(8, 8, 80, 80)
_GAP = 3.0
_BARRED = "AEFHt"
_IDEAS = {
    "counter": "its counter is a {} / 字怀即意",
    "bar": "its bar is a {} / 一横化形",
    "dot": "its dot is a {} / 一点化形",
    "cut": "one end cut on the brand's angle and lit / 一端斜裁，点亮其锋",
}


def draw(request: MarkRequest) -> Mark:
    """Return the first letter, edited once; the variant prefers the next edit.

    Raises:
        CannotDraw: The brand has no Latin name.
    """
    first = next((c for c in request.name_latin if c.isalnum()), "")
    if not first:
        raise CannotDraw("a modified letter needs name_latin")
    letter = first if first.islower() and request.variant % 2 else first.upper()
    if first in "ij":
        letter = first
    area = letter_area(letter, request.font_latin, _FIELD, request)
    outer, counters = outer_and_counters(area)
    able = _able(letter, area, counters)
    edit = able[request.variant % len(able)]
    symbol = counter_name((*request.subjects, *request.hints), request.seed)
    shapes: list[Shape] = {
        "counter": lambda: _counter(outer, counters, request),
        "bar": lambda: _bar(letter, area, request),
        "dot": lambda: _dot(area, request),
        "cut": lambda: _cut(area, request),
    }[edit]()
    if request.weight_u >= TRAPPED_FROM_U:
        shapes = [trapped(s) for s in shapes]
    mark = Mark(
        shapes=tuple(shapes),
        construction="letter_mod",
        concept=f"{letter}: {_IDEAS[edit].format(symbol)}",
        subject=letter if edit == "cut" else symbol,
        stroke_u=14.0,
        has_round_ends=request.roundness >= 0.6,
        facts={"edit": edit, "letter": letter, "symbol": symbol},
    )
    return finished(mark)


def _able(letter: str, area: Path, counters: list[Path]) -> list[str]:
    """The edits this letter's topology allows, best first."""
    able = []
    if letter in "ij" and len(area.contours()) > 1:
        able.append("dot")
    if letter in _BARRED:
        able.append("bar")
    if counters and max(c.bounds.area for c in counters) > 60:
        able.append("counter")
    return [*able, "cut"]


def _symbol(request: MarkRequest, place: Box) -> Path:
    nouns = (*request.subjects, *request.hints)
    return simplify(fitted_to(counter_for(nouns, request.seed), place))


def _counter(outer: Path, counters: list[Path], request: MarkRequest) -> list[Shape]:
    """The largest counter replaced by the symbol, a little larger than it was."""
    largest = max(counters, key=lambda c: c.bounds.area)
    box = largest.bounds
    side = max(math.sqrt(box.area) * 1.12, 17.0)
    place = Box(box.center.x - side / 2, box.center.y - side / 2, side, side)
    area = outer
    for counter in counters:
        if counter is not largest:
            area = difference(area, counter)
    room = offset(area, -4.0)
    symbol = _symbol(request, place)
    symbol = intersection(symbol, room) if room.segments else symbol
    hole = offset(symbol, 2.6)
    body = difference(area, intersection(hole, offset(area, -2.0)))
    return [filled(without_crumbs(body), request.inks.main), filled(symbol, request.inks.spark)]


def _bar(letter: str, area: Path, request: MarkRequest) -> list[Shape]:
    """The crossbar, or the middle arm, taken out and the symbol set in its place."""
    box = area.bounds
    if letter == "A":
        y = box.y + box.height * 0.66
        legs = runs_at(area, box.bottom - box.height * 0.05)
        inner = Box(legs[0][1] - 1, y, legs[-1][0] - legs[0][1] + 2, box.bottom - y + 1)
        band = Path.polygon(
            [(48, box.y + box.height * 0.3), (inner.right, box.bottom + 1),
             (inner.x, box.bottom + 1)]
        )  # fmt: skip
        body = difference(area, band.moved(box.center.x - 48, 0))
        side = min(inner.width * 0.9, box.height * 0.34)
        middle = (box.center.x, box.bottom - side / 2)
    else:
        stem = runs_at(area, box.y + box.height * 0.28)[0]
        width = stem[1] - stem[0]
        right = runs_at(area, box.y + box.height * 0.28)[-1][0] if letter == "H" else box.right
        low = box.y + box.height * (0.33 if letter != "H" else 0.0)
        high = box.y + box.height * (0.67 if letter != "H" else 1.0)
        band = rectangle(Box(stem[1], low, right + 1 - stem[1], high - low))
        bar = [c.bounds for c in intersection(area, band).contours() if signed_area(c) > 8]
        if not bar:
            return _cut(area, request)
        where = max(bar, key=lambda b: b.width)
        body = difference(
            area, rectangle(Box(stem[1], where.y - 1, right - stem[1] + 1, where.height + 2))
        )
        gap = right - stem[1]
        side = min(width * 1.5, gap - 2 * _GAP) if letter == "H" else width * 1.5
        x = stem[1] + gap / 2 if letter == "H" else stem[1] + _GAP + side / 2
        middle = (x, where.center.y)
    side = max(12.0, side)
    symbol = _symbol(request, Box(middle[0] - side / 2, middle[1] - side / 2, side, side))
    body = difference(body, offset(symbol, _GAP))
    return [filled(without_crumbs(body), request.inks.main), filled(symbol, request.inks.spark)]


def _dot(area: Path, request: MarkRequest) -> list[Shape]:
    """The dot of an i or j replaced by the symbol, larger."""
    dot = min(area.contours(), key=lambda c: c.bounds.y)
    box = dot.bounds
    rest = Path.join(c for c in area.contours() if c is not dot)
    side = max(box.width, box.height) * 1.7
    place = Box(box.center.x - side / 2, box.bottom - side, side, side)
    symbol = _symbol(request, place)
    rest = difference(rest, offset(symbol, _GAP))
    return [filled(rest, request.inks.main), filled(symbol, request.inks.spark)]


def _cut(area: Path, request: MarkRequest) -> list[Shape]:
    """The lower right end parted along 45°, lit; letters without one keep a lit dot."""
    box = area.bounds
    reach = box.width * 0.46
    corner = Path.polygon(
        [
            (box.right + 2, box.bottom - reach),
            (box.right + 2, box.bottom + 2),
            (box.right - reach, box.bottom + 2),
        ]
    )
    piece = without_crumbs(intersection(area, corner), 30.0)
    if piece.is_empty or piece.bounds.area < 60:
        dot = circle(box.right - 9, box.bottom - 9, 9)
        body = without_crumbs(difference(area, offset(dot, _GAP)))
        return [filled(body, request.inks.main), filled(dot, request.inks.spark)]
    body = without_crumbs(difference(area, corner.moved(-2.2, -2.2)))
    return [filled(body, request.inks.main), filled(piece, request.inks.spark)]
