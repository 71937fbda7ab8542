"""Edits that redraw a whole Latin name by one rule: stencil breaks, arcs of old ligatures."""

from __future__ import annotations

from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference, intersection, outline_stroke, union
from compositor.geometry.shapes import rectangle
from generators.vector.marks.glyphs import outer_and_counters
from generators.vector.marks.wordmarks.edit import Edited, Terms, said_symbol, symbol_in
from generators.vector.marks.wordmarks.letters import Letter, Line
from generators.vector.marks.wordmarks.scan import ink_area, is_free, spans

__all__ = ["arc", "sprout", "stencil"]

_ROUND = "OQ0"
_BOWL_RIGHT = "DBPRbp"
"""Letters whose bowl stands right of their stem."""
_BOWL_LEFT = "dqga"
_TALL = tuple("bdfhijklrtuvwxyBDEFHIKLMNPRUVWXY")
_OLD_CONTRAST = 0.62
"""Faces of less contrast never had such ligatures."""


def stencil(line: Line, terms: Terms) -> Edited | None:
    """Every bowl opens at one joint, by one gap: cut as for a stencil."""
    areas: dict[int, Path] = {}
    for i, letter in enumerate(line.letters):
        slits = _slits(letter, terms.gap)
        if slits:
            area = difference(letter.area, Path.join(rectangle(s) for s in slits))
            least = 0.25 * line.stem * line.stem
            areas[i] = Path.join(c for c in area.contours() if abs(ink_area(c)) > least)
    if len(areas) < 2 or len(areas) < 0.25 * len(line.letters):
        return None
    text = "".join(line.letters[i].text for i in areas)
    return Edited.of(line, areas, letter=text, gap_u=terms.gap / 10)


def arc(line: Line, _terms: Terms) -> Edited | None:
    """An arc joins the tops of s or c and t, as old founts had it."""
    if line.contrast >= _OLD_CONTRAST:
        return None
    for i, (a, b) in enumerate(zip(line.letters, line.letters[1:], strict=False)):
        if b.after_space or a.text + b.text not in ("st", "ct"):
            continue
        left, right = a.area.bounds, b.area.bounds
        thick = max(0.62 * line.stem * line.contrast, 26.0)
        start = left.x + 0.7 * left.width, left.y + 0.6 * thick
        tall = max(0.3 * line.x_height, 0.72 * (line.cap - line.x_height))
        stem = spans(b.area, -0.5 * line.x_height)
        if not stem:
            continue
        end = (stem[0][0] + stem[0][1]) / 2, right.y + 0.6 * thick
        top = min(start[1], end[1]) - tall * 1.15
        wide = end[0] - start[0]
        pull = 0.22 * wide
        spine = Path(
            (
                ("M", start),
                ("C", (start[0] - pull, top, end[0] + 0.4 * pull, top, *end)),
            )
        )
        loop = outline_stroke(spine, thick, cap="round")
        return Edited.of(line, {i: union(a.area, loop)}, letter=a.text + b.text)
    return None


def sprout(line: Line, terms: Terms) -> Edited | None:
    """A leaf or flame grows from the top of the last letter that stands tall."""
    if said_symbol(terms.nouns) not in ("leaf", "flame"):
        return None
    for i in range(len(line.letters) - 1, -1, -1):
        letter = line.letters[i]
        box = letter.area.bounds
        if letter.text not in _TALL or not letter.text or -box.y < 0.98 * line.x_height:
            continue
        top = spans(letter.area, box.y + 0.12 * line.stem)
        if not top or top[-1][1] - top[-1][0] > 1.6 * line.stem:
            continue
        side = 0.46 * line.x_height
        x = (top[-1][0] + top[-1][1]) / 2
        lift = 0.9 * terms.gap
        place = Box(x - 0.1 * side, box.y - lift - side, side, side)
        others = Path.join(v.area for v in line.letters)
        if is_free(others, place.inset(-0.3 * terms.gap)):
            return Edited.of(
                line, {i: letter.area}, symbol_in(terms, place), letter=letter.text
            )
    return None


def _slits(letter: Letter, gap: float) -> list[Box]:
    """The gaps of one letter, upright."""
    text, box = letter.text, letter.area.bounds
    if text not in _ROUND + _BOWL_RIGHT + _BOWL_LEFT:
        return []
    _, holes = outer_and_counters(letter.area)
    if not holes:
        return []
    if text in _ROUND:
        hole = holes[0].bounds
        return [Box(hole.center.x - gap / 2, box.y - 5, gap, hole.center.y - box.y + 5)]
    found = []
    for hole in (h.bounds for h in holes):
        thick = _thickness(letter, hole)
        if text in _BOWL_RIGHT:
            found.append(Box(hole.x, hole.y - thick - 4, gap, hole.height / 2 + thick))
        else:
            low = hole.center.y
            found.append(Box(hole.right - gap, low, gap, hole.bottom - low + thick + 4))
    return found


def _thickness(letter: Letter, hole: Box) -> float:
    """Of the letter's ink above its counter."""
    over = Box(
        hole.center.x - 4, letter.area.bounds.y - 5, 8, hole.y - letter.area.bounds.y + 5
    )
    ink = intersection(letter.area, rectangle(over))
    if ink.is_empty:
        return hole.height * 0.3
    lowest = max(ink.contours(), key=lambda c: c.bounds.bottom)
    return lowest.bounds.height
