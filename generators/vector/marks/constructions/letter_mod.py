"""letter_mod: the initial in the brand's own face with one edit: counter, cut or dot."""

from __future__ import annotations

import math

from compositor.document import Shape
from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference, intersection, offset, simplify
from compositor.geometry.shapes import circle
from generators.vector.marks.glyphs import fitted_to, glyph, outer_and_counters
from generators.vector.marks.mark import CannotDraw, Mark, MarkRequest, filled, finished
from generators.vector.marks.solid import counter_for, counter_name

__all__ = ["draw"]

_FIELD = Box(8, 8, 80, 80)


def draw(request: MarkRequest) -> Mark:
    """Return the first letter, edited once; the variant prefers the next edit.

    Raises:
        CannotDraw: The brand has no Latin name.
    """
    first = next((c for c in request.name_latin if c.isalnum()), "")
    if not first:
        raise CannotDraw("a modified letter needs name_latin")
    letter = first if first.islower() and request.variant % 2 else first.upper()
    area = fitted_to(glyph(letter, request.font_latin), _FIELD)
    outer, counters = outer_and_counters(area)
    symbol = counter_name((*request.subjects, *request.hints), request.seed)
    if counters and request.variant % 3 != 2:
        shapes = _counter(outer, counters, request)
        idea = f"its counter is a {symbol} / 字怀即意"
        edit = "counter"
    else:
        shapes = _cut(area, request)
        idea = "one corner cut on the brand's angle and lit / 一角斜裁，点亮其端"
        edit = "cut"
    mark = Mark(
        shapes=tuple(shapes),
        construction="letter_mod",
        concept=f"{letter}: {idea}",
        subject=symbol if edit == "counter" else letter,
        stroke_u=14.0,
        has_round_ends=False,
        facts={"edit": edit, "letter": letter, "symbol": symbol},
    )
    return finished(mark)


def _counter(outer: Path, counters: list[Path], request: MarkRequest) -> list[Shape]:
    """The largest counter replaced by the symbol, a little larger than it was."""
    largest = max(counters, key=lambda c: c.bounds.area)
    box = largest.bounds
    side = max(math.sqrt(box.area) * 1.12, 17.0)
    place = Box(box.center.x - side / 2, box.center.y - side / 2, side, side)
    symbol = simplify(
        fitted_to(counter_for((*request.subjects, *request.hints), request.seed), place)
    )
    area = outer
    for counter in counters:
        if counter is not largest:
            area = difference(area, counter)
    room = offset(area, -4.0)
    symbol = intersection(symbol, room) if room.segments else symbol
    hole = offset(symbol, 2.4)
    body = difference(area, intersection(hole, offset(area, -2.0)))
    return [filled(body, request.inks.main), filled(symbol, request.inks.spark)]


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
    piece = intersection(area, corner)
    if not piece.segments or piece.bounds.area < 60:
        dot = circle(box.right - 9, box.bottom - 9, 9)
        return [
            filled(difference(area, offset(dot, 3)), request.inks.main),
            filled(dot, request.inks.spark),
        ]
    body = difference(area, corner.moved(-2.2, -2.2))
    return [filled(body, request.inks.main), filled(piece, request.inks.spark)]
