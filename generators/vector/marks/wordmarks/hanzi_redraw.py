"""Edits that redraw components of Chinese characters: frames, dots, joints of strokes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference, intersection, offset, simplify, union
from compositor.geometry.shapes import circle, ellipse, rectangle
from generators.vector.marks.wordmarks.edit import Edited, Terms, said_symbol, symbol_in
from generators.vector.marks.wordmarks.hanzi_edits import dots_of
from generators.vector.marks.wordmarks.letters import Letter, Line
from generators.vector.marks.wordmarks.scan import has_ink, ink_area, is_free

__all__ = ["dots", "ring", "stencil"]

_LEAST_FRAME, _MOST_FRAME = 0.2, 0.9
"""Sides of a frame that may become a ring, over the height of characters."""
_SQUARE = (0.42, 1.65)
_TALL = 0.74
"""Narrower frames become a circle wider than they were, where there is room."""
_BOXY = 0.86
"""Part of its box that a frame fills, eye included; less is no frame."""
_MOST_DOTS = 6


class _Frame(NamedTuple):
    """A component that is one closed frame: 口, also in 和, 谷, 鸣."""

    outer: Path
    eye: Path
    box: Box
    stroke: float


def ring(line: Line, terms: Terms) -> Edited | None:
    """The clearest frame of the name becomes a ring; the idea may stand in it."""
    found = [(f, i) for i, x in enumerate(line.letters) for f in _frames(x, line)]
    if not found:
        return None
    frame, i = max(found, key=lambda f: (round(f[0].box.area, -2), -f[1]))
    letter = line.letters[i]
    rest = Path.join(
        c
        for c in letter.area.contours()
        if c.bounds not in (frame.outer.bounds, frame.eye.bounds)
    )
    box, stroke = frame.box, max(frame.stroke, 0.86 * line.stem)
    grow = 1.07
    rx, ry = box.width / 2 * grow, box.height / 2 * grow
    if box.width / box.height < _TALL:
        rx, ry = 0.62 * rx + 0.38 * ry, 0.62 * rx + 0.38 * ry
    elif box.width / box.height < 1.36:
        rx = ry = (rx + ry) / 2
    x, y = box.center
    others = Path.join([rest, *(v.area for k, v in enumerate(line.letters) if k != i)])
    around = union(ellipse(x, y, rx + 0.62 * terms.gap, ry + 0.62 * terms.gap))
    if not intersection(others, around).is_empty:
        rx = ry = min(rx, ry, box.width / 2, box.height / 2)
    hole = ellipse(x, y, rx - stroke, ry - stroke)
    loop = difference(ellipse(x, y, rx, ry), hole)
    side = 1.5 * (min(rx, ry) - stroke) - 0.4 * terms.gap
    if terms.detail >= 0.5 and said_symbol(terms.nouns) and side > 1.15 * line.stem:
        inner = symbol_in(terms, Box(x - side / 2, y - side / 2, side, side))
        return Edited.of(
            line, {i: Path.join([rest, loop])}, inner, letter=letter.text, ring_u=rx / 5
        )
    return Edited.of(line, {i: rest}, loop, letter=letter.text, ring_u=rx / 5)


def dots(line: Line, terms: Terms) -> Edited | None:
    """All dots of the name that stand free become one round sign, all of one size."""
    places: dict[int, list[Path]] = {}
    for i, letter in enumerate(line.letters):
        free = {c.bounds for c in letter.area.contours()}
        own = [s for _, s in dots_of(letter, line.stem) if s.bounds in free]
        if own:
            places[i] = own
    count = sum(len(own) for own in places.values())
    if not 2 <= count <= _MOST_DOTS:
        return None
    areas: dict[int, Path] = {}
    signs: list[Path] = []
    side = 1.42 * line.stem
    for i, own in places.items():
        gone = {s.bounds for s in own}
        rest = Path.join(c for c in line.letters[i].area.contours() if c.bounds not in gone)
        areas[i] = rest
        others = Path.join([rest, *(x.area for k, x in enumerate(line.letters) if k != i)])
        for stroke in own:
            x, y = stroke.bounds.center
            fits = next(
                (
                    s
                    for s in (side, 0.9 * side, 0.8 * side)
                    if is_free(others, Box(x - s / 2, y - s / 2, s, s).inset(-0.5 * terms.gap))
                ),
                0.0,
            )
            if not fits:
                return None
            place = Box(x - fits / 2, y - fits / 2, fits, fits)
            is_drop = said_symbol(terms.nouns) in ("drop", "leaf", "heart", "star")
            sign = symbol_in(terms, place) if is_drop else circle(x, y, fits / 2)
            signs.append(sign)
    text = "".join(line.letters[i].text for i in places)
    return Edited.of(line, areas, Path.join(signs), letter=text, dots=count)


def stencil(line: Line, terms: Terms) -> Edited | None:
    """Strokes stand free of the ones they begin at: cut as for a stencil."""
    areas: dict[int, Path] = {}
    for i, letter in enumerate(line.letters):
        bands = [b for b in _joints(letter, line.stem, terms.gap) if not b.is_empty]
        if bands:
            areas[i] = _without_specks(difference(letter.area, union(*bands)), line.stem)
    if len(areas) < max(1, len(line.letters) / 2):
        return None
    text = "".join(line.letters[i].text for i in areas)
    return Edited.of(line, areas, letter=text, gap_u=terms.gap / 10)


def _frames(letter: Letter, line: Line) -> Iterator[_Frame]:
    contours = letter.area.contours()
    sign = 1 if ink_area(letter.area) > 0 else -1
    eyes = [c for c in contours if ink_area(c) * sign < 0]
    for outer in contours:
        if ink_area(outer) * sign <= 0:
            continue
        box = outer.bounds
        inside = [e for e in eyes if box.covers(e.bounds)]
        if len(inside) != 1:
            continue
        eye = inside[0].bounds
        small, large = sorted((box.width / line.cap, box.height / line.cap))
        if small < _LEAST_FRAME or large > _MOST_FRAME:
            continue
        if not _SQUARE[0] <= box.width / box.height <= _SQUARE[1]:
            continue
        boxy = abs(ink_area(outer)) / box.area, abs(ink_area(inside[0])) / eye.area
        if min(boxy) < _BOXY:
            continue
        # Feet below the frame are strokes' ends, no part of its form.
        foot = min(box.bottom, eye.bottom + (box.width - eye.width) / 2)
        stroke = (box.width - eye.width) / 2
        body = Box(box.x, box.y, box.width, foot - box.y)
        if min(eye.width, eye.height) > 0.7 * stroke:
            yield _Frame(outer, inside[0], body, stroke)


def _joints(letter: Letter, stem: float, gap: float) -> Iterator[Path]:
    """Bands of white where a stroke begins in another: level ones left, upright ones on top."""
    strokes = [simplify(s) for s in letter.strokes]
    inside = 0.12 * stem
    for k, own in enumerate(strokes):
        box = own.bounds
        if box.width > 2.0 * box.height and box.height < 1.5 * stem:
            start = box.x + inside, box.center.y
            reach = Box(box.x - 4, box.y - 6, 1.7 * stem + gap, box.height + 12)
        elif box.height > 2.0 * box.width and box.width < 1.5 * stem:
            start = box.center.x, box.y + inside
            reach = Box(box.x - 6, box.y - 4, box.width + 12, 1.7 * stem + gap)
        else:
            continue
        for m, other in enumerate(strokes):
            if m == k or not has_ink(other, *start):
                continue
            near = intersection(offset(other, gap, join="miter"), rectangle(reach))
            yield difference(near, other)
            break


def _without_specks(area: Path, stem: float) -> Path:
    least = (0.3 * stem) ** 2
    return Path.join(c for c in area.contours() if abs(ink_area(c)) >= least)
