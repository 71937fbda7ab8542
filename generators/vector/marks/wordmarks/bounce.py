"""Bounce: the letters of a name stand on a line that hops, each turned a little its own way."""

from __future__ import annotations

from dataclasses import replace

from compositor.geometry import Affine, Path, Point
from generators.vector.marks.wordmarks.edit import Edited, Terms
from generators.vector.marks.wordmarks.letters import Line

__all__ = ["bounce"]

_TURNS_DEG = (-6.0, 5.0, -3.0, 6.0)
_HOPS = (0.0, -0.055, 0.025, -0.03)
"""Of the cap height; up is negative."""
_HANZI_SHARE = 0.6
"""Of the turn, for characters: they are read by level and upright."""
_LONGEST = 10
_AIR_EM = 14.0
_ROUND = {"o", "O", "0"}


def bounce(line: Line, terms: Terms) -> Edited | None:
    """Every letter is turned and lifted; round ones, or else the last, take the spark."""
    count = len(line.letters)
    if not 2 <= count <= _LONGEST or any(x.tied for x in line.letters):
        return None
    start = terms.seed % 2
    letters, sparks = [], []
    lit = {i for i, x in enumerate(line.letters) if x.text in _ROUND}
    for i, letter in enumerate(line.letters):
        k = (i + start) % len(_TURNS_DEG)
        middle = letter.area.bounds.center
        share = 1.0 if letter.text.isascii() else _HANZI_SHARE
        turn = Affine.rotation(_TURNS_DEG[k] * share, Point(*middle))
        place = turn.then(Affine.translation(i * _AIR_EM, _HOPS[k] * line.cap))
        area = letter.area.transformed(place)
        moved = replace(letter, area=area, pen=letter.pen + i * _AIR_EM)
        if i in lit:
            sparks.append(area)
            moved = moved.with_area(Path())
        letters.append(moved)
    made = replace(line, letters=tuple(letters))
    touched = tuple(i for i in range(count) if i not in lit)
    if not touched:
        return None
    text = "".join(x.text for x in line.letters)
    return Edited(made, touched, Path.join(sparks), {"letter": text})
