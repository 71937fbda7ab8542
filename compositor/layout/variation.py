"""Variation: one archetype on another grid, with other edges, its subject closer.

A variation never moves a word out of the page or onto another: boxes are stretched along
one axis piece by piece, so that what was apart stays apart.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple

from compositor.document.frozen import Frozen
from compositor.geometry import Box
from compositor.layout.arrangement import Geometry, Stack

__all__ = ["PLAIN", "Alignment", "Grid", "Variation", "division", "varied"]

Grid = Literal["own", "words", "picture"]
"""Where the page divides between words and picture: as drawn, or with more room for one."""
Alignment = Literal["own", "left", "center"]
"""Of the rows that have the page's width to themselves."""
_Nearness = Literal["own", "close"]
"""How near the subject is: as drawn, or grown toward the free edges and beyond."""

_SHIFT = 0.06
"""How far a division moves, in parts of the page.

Source: split_ratios of the design rules lie about this far apart.
"""
_TOUCH = 0.035
"""Boxes that overlap by less still lie beside one another."""
_ALONE = 0.5
"""Rows wider than this part of the page can be aligned another way."""
_CLOSER = 0.14
"""Of its own size that a subject grows on each free side."""
_BLEED = 0.05
"""How far a close subject may leave the page, in parts of it."""


class Variation(Frozen):
    """How an archetype is varied; by default not at all."""

    grid: Grid = "own"
    align: Alignment = "own"
    crop: _Nearness = "own"


PLAIN = Variation()


class Division(NamedTuple):
    """Where a page divides between its headline and its picture.

    Attributes:
        axis: x when they stand side by side, y when one above the other.
        low: Where the first of both begins.
        at: Where they meet.
        high: Where the second ends.
        words_first: Whether the words are the left or upper one.
    """

    axis: Literal["x", "y"]
    low: float
    at: float
    high: float
    words_first: bool


def division(geometry: Geometry) -> Division | None:
    """Return where headline and subject part; None when they share their place."""
    headline = next((s for s in geometry.stacks if "headline" in s.slots), None)
    if headline is None or headline.turn_deg or geometry.windows or geometry.path:
        return None
    if geometry.table is not None:
        return None
    if len(geometry.panels) > 1:
        return None
    words, hero = headline.box, geometry.hero
    for first, second, is_words in ((words, hero, True), (hero, words, False)):
        if first.bottom <= second.y + _TOUCH:
            at = (first.bottom + second.y) / 2
            return Division("y", max(0.0, first.y), at, min(1.0, second.bottom), is_words)
        if first.right <= second.x + _TOUCH:
            at = (first.right + second.x) / 2
            return Division("x", max(0.0, first.x), at, min(1.0, second.right), is_words)
    return None


def varied(geometry: Geometry, variation: Variation, slots: Collection[str]) -> Geometry:
    """Return the geometry varied; unchanged where it cannot be.

    Args:
        geometry: As drawn, not mirrored yet.
        variation: What to change.
        slots: Copy slots that will be filled.
    """
    if variation.grid != "own":
        geometry = _divided(geometry, variation.grid)
    if variation.align != "own":
        geometry = _aligned(geometry, variation.align, slots)
    if variation.crop == "close":
        geometry = geometry.model_copy(update={"hero": _closer(geometry, slots)})
    return geometry


def _divided(geometry: Geometry, grid: Grid) -> Geometry:
    found = division(geometry)
    if found is None:
        return geometry
    toward_end = (grid == "words") == found.words_first
    to = found.at + (_SHIFT if toward_end else -_SHIFT)
    if not found.low + 0.1 < to < found.high - 0.1:
        return geometry

    def moved(value: float) -> float:
        if value <= found.low or value >= found.high:
            return value
        if value <= found.at:
            return found.low + (value - found.low) * (to - found.low) / (found.at - found.low)
        return to + (value - found.at) * (found.high - to) / (found.high - found.at)

    def move(box: Box) -> Box:
        if found.axis == "x":
            left, right = moved(box.x), moved(box.right)
            return box._replace(x=left, width=right - left)
        top, bottom = moved(box.y), moved(box.bottom)
        return box._replace(y=top, height=bottom - top)

    return geometry.moved(move)


def _aligned(geometry: Geometry, align: Alignment, slots: Collection[str]) -> Geometry:
    filled = [stack for stack in geometry.stacks if set(slots) & set(stack.slots)]

    def row(stack: Stack) -> Stack:
        alone = all(
            other is stack or other.box.bottom <= stack.box.y or stack.box.bottom <= other.box.y
            for other in filled
        )
        if not alone or stack.box.width < _ALONE or stack.writing != "horizontal":
            return stack
        if stack.turn_deg:
            return stack
        return stack.model_copy(update={"align": align})

    return geometry.model_copy(update={"stacks": tuple(map(row, geometry.stacks))})


def _closer(geometry: Geometry, slots: Collection[str]) -> Box:
    """Return the hero box grown on every side where no words stand."""
    hero = geometry.hero
    words = [stack.box for stack in geometry.stacks if set(slots) & set(stack.slots)]
    words += [geometry.table.box] if geometry.table is not None else []

    def covered(box: Box) -> float:
        return sum(box.intersection(word).area for word in words)

    picture = geometry.picture
    # It may leave the page, but not a picture that ends inside the page.
    left, top = (_BLEED if edge <= 0 else 0.0 for edge in (picture.x, picture.y))
    right, bottom = (_BLEED if edge >= 1 else 0.0 for edge in (picture.right, picture.bottom))
    limit = Box(
        picture.x - left,
        picture.y - top,
        picture.width + left + right,
        picture.height + top + bottom,
    )
    dx, dy = _CLOSER * hero.width, _CLOSER * hero.height
    sides = ((dx, 0, 0, 0), (0, dy, 0, 0), (0, 0, dx, 0), (0, 0, 0, dy))
    for left, top, right, bottom in sides:
        grown = Box(
            hero.x - left,
            hero.y - top,
            hero.width + left + right,
            hero.height + top + bottom,
        )
        x, y = max(grown.x, min(hero.x, limit.x)), max(grown.y, min(hero.y, limit.y))
        grown = Box(
            x,
            y,
            min(grown.right, max(hero.right, limit.right)) - x,
            min(grown.bottom, max(hero.bottom, limit.bottom)) - y,
        )
        if covered(grown) <= covered(hero) + 1e-9:
            hero = grown
    return hero
