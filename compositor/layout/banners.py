"""Banners: compositions for very long pages, computed from the page's own proportions.

Fractions do not carry from 3 : 1 to 15 : 1, so columns are measured in parts of the height,
and of tall pages in parts of the width. One composition serves a whole family of archetypes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from compositor.geometry import Box, Size
from compositor.layout.arrangement import Geometry, Panel, Slot, Stack
from compositor.layout.theme import PaletteRole

__all__ = ["BANNERS", "banner", "banner_format"]

BannerFormat = Literal["W", "S", "T"]
BANNERS: frozenset[str] = frozenset({"W", "S", "T"})

_LONG = 2.4
"""Aspect from which a page is a banner."""
_STRIP = 5.0
_LOW_PX = 140.0
"""A banner lower than this has no room for rows: it is set like a strip."""
_OWN_BRAND = 8.0
"""Aspect from which the brand has a column of its own."""
_HEAD = 0.47
"""Part of a tall page that a solid picture heads."""
_SOLID = frozenset({"grid", "editorial"})
"""Families whose picture stands beside the words, not behind them."""

_WORDS: tuple[Slot, ...] = ("headline", "subhead", "body")
_ACTION: tuple[Slot, ...] = ("price", "meta", "cta", "tagline", "caption", "legal")
_DETAILS: tuple[Slot, ...] = ("price", "meta", "tagline", "caption", "legal")

_DEPTH: dict[Slot, float] = {
    "price": 0.3,
    "meta": 0.26,
    "cta": 0.26,
    "tagline": 0.14,
    "caption": 0.2,
    "legal": 0.2,
}
"""Room at the foot of a tall page, in parts of its width."""

Align = Literal["left", "center", "right"]


def banner_format(size: Size) -> BannerFormat | None:
    """Return W, S or T; None for pages that are no banner.

    >>> banner_format(Size(970, 250)), banner_format(Size(160, 600))
    ('W', 'T')
    """
    if size.aspect >= _LONG:
        return "S" if size.aspect >= _STRIP or size.height < _LOW_PX else "W"
    return "T" if size.aspect <= 1 / _LONG else None


def banner(
    size: Size,
    slots: frozenset[str],
    family: str,
    align: Align,
    panel: PaletteRole | None = None,
) -> Geometry:
    """Return the composition of a family for a very long page.

    Args:
        size: Of the page, px.
        slots: Copy slots that will be filled; columns without words are given away.
        family: Of archetypes.
        align: Of the words on tall pages; wide ones always begin at the left.
        panel: The paint the archetype puts under its words, if any.
    """
    make = {"W": _wide, "S": _strip, "T": _tall}[banner_format(size) or "W"]
    is_solid = family in _SOLID
    picture, hero, stacks, field = make(_Ask(size, slots, "left" if panel else align, is_solid))
    if not is_solid:
        picture = Box(0, 0, size.width, size.height)

    def part(box: Box) -> Box:
        return Box(
            box.x / size.width,
            box.y / size.height,
            box.width / size.width,
            box.height / size.height,
        )

    return Geometry(
        picture=part(picture),
        hero=part(hero),
        panels=(Panel(box=part(field), paint=panel),) if is_solid and panel else (),
        stacks=tuple(
            stack.model_copy(update={"box": part(stack.box)})
            for stack in stacks
            if stack.box.width > 0 and stack.box.height > 0
        ),
    )


@dataclass(frozen=True)
class _Ask:
    """A page, the slots that will be filled, and how the family stands."""

    size: Size
    slots: frozenset[str]
    align: Align
    is_solid: bool


_Made = tuple[Box, Box, list[Stack], Box]
"""The picture of a solid composition, the hero, the words, and the field they stand on."""


def _strip(ask: _Ask) -> _Made:
    """Brand, words, subject, action: one row; a solid picture closes the row instead."""
    (width, height), slots = ask.size, ask.slots
    pad, gap = 0.24 * height, 0.24 * height
    row = Box(pad, 0.1 * height, width - 2 * pad, 0.8 * height)
    stacks = []
    left, right = row.x, row.right
    words: tuple[Slot, ...] = _WORDS
    if "brand" in slots and ask.size.aspect >= _OWN_BRAND:
        column = row._replace(width=1.45 * height)
        stacks.append(_stack(column, ("brand",)))
        left = column.right + gap
    else:
        words = ("brand", *words)
    action = min(1.6 * height, 0.27 * width) if slots & set(_ACTION) else 0.0
    subject = min(1.15 * height if action else 1.9 * height, 0.24 * width)
    if ask.is_solid:
        hero = Box(width - subject - 0.06 * height, 0.04 * height, subject, 0.92 * height)
        right = hero.x - 0.06 * height - gap
    if action:
        stacks.append(_stack(row._replace(x=right - action, width=action), _ACTION, "right"))
        right -= action + gap
    if not ask.is_solid:
        hero = Box(right - subject, 0.04 * height, subject, 0.92 * height)
        right = hero.x - gap
    stacks.insert(0, _stack(row._replace(x=left, width=right - left), words))
    edge = hero.x - 0.06 * height
    return Box(edge, 0, width - edge, height), hero, stacks, Box(0, 0, edge, height)


def _wide(ask: _Ask) -> _Made:
    """Words in rows on the left, the subject on the right."""
    (width, height), slots = ask.size, ask.slots
    pad = 0.14 * height
    subject = min(0.44 * width, 1.3 * height)
    hero = Box(width - subject - 0.08 * height, 0.06 * height, subject, 0.88 * height)
    edge = hero.x - 0.08 * height
    column = Box(pad, pad, edge - 0.08 * height - pad, height - 2 * pad)
    stacks = []
    top, bottom = column.y, column.bottom
    if "brand" in slots:
        stacks.append(_stack(column._replace(height=0.14 * height), ("brand",)))
        top += 0.2 * height
    foot = column._replace(y=bottom - 0.2 * height, height=0.2 * height)
    sides = list(_foot(foot, slots, 0.12 * height))
    if sides:
        stacks += sides
        bottom = foot.y - 0.06 * height
    stacks.append(_stack(column._replace(y=top, height=bottom - top), _WORDS))
    return Box(edge, 0, width - edge, height), hero, stacks, Box(0, 0, edge, height)


def _foot(foot: Box, slots: frozenset[str], gap: float) -> Iterator[Stack]:
    """The action, and the details beside it."""
    has_details = bool(slots & set(_DETAILS))
    if "cta" in slots and has_details:
        half = (foot.width - gap) / 2
        yield _stack(foot._replace(width=half), ("cta",))
        yield _stack(foot._replace(x=foot.x + half + gap, width=half), _DETAILS)
    elif "cta" in slots or has_details:
        yield _stack(foot, ("cta", *_DETAILS))


def _tall(ask: _Ask) -> _Made:
    """Words above, the subject below them, the action at the foot.

    A solid picture heads the page, so that all the words stand on one field.
    """
    (width, height), slots = ask.size, ask.slots
    pad = 0.1 * width
    column = Box(pad, pad, width - 2 * pad, height - 2 * pad)
    stacks = []
    top, bottom = column.y, column.bottom
    depth = sum(_DEPTH[slot] for slot in _ACTION if slot in slots) * width
    if depth:
        foot = column._replace(
            y=bottom - min(depth, 0.3 * height), height=min(depth, 0.3 * height)
        )
        stacks.append(_stack(foot, _ACTION, ask.align, "bottom"))
        bottom = foot.y - 0.06 * width
    hero = Box(0.05 * width, 0.05 * width, 0.9 * width, _HEAD * height - 0.1 * width)
    if ask.is_solid:
        top = _HEAD * height + 0.1 * width
    if "brand" in slots:
        stacks.append(
            _stack(column._replace(y=top, height=0.16 * width), ("brand",), ask.align)
        )
        top += 0.26 * width
    middle = bottom if ask.is_solid else top + 0.44 * (bottom - top)
    words = column._replace(y=top, height=middle - top)
    stacks.append(_stack(words, _WORDS, ask.align, "top"))
    if not ask.is_solid:
        lower = middle + 0.05 * width
        hero = Box(0.05 * width, lower, 0.9 * width, bottom - lower - 0.02 * width)
    edge = _HEAD * height
    return Box(0, 0, width, edge), hero, stacks, Box(0, edge, width, height - edge)


def _stack(
    box: Box,
    slots: tuple[Slot, ...],
    align: Align = "left",
    anchor: Literal["top", "middle", "bottom"] = "middle",
) -> Stack:
    return Stack(box=box, anchor=anchor, align=align, slots=slots)
