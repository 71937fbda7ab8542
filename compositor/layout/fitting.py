"""Fitting: a page composed with as many of its words as it can carry.

Ordinary pages keep every word or say that they cannot. Banners and other small formats
let words go one by one, the least needed first; never the headline, the brand, or a word
that the client requires.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from compositor.document import Page
from compositor.layout.archetypes import Slot, page_format
from compositor.layout.banners import BANNERS
from compositor.layout.compose import Composition, compose_page, page_geometry
from compositor.typography.fonts import FontSet

__all__ = ["Fitted", "compose_fitting", "is_compact"]

_DROP_ORDER: tuple[Slot, ...] = (
    "legal",
    "caption",
    "tagline",
    "body",
    "subhead",
    "meta",
    "price",
    "cta",
)
_FIRST_TO_GO = 5
"""So many of them leave before the headline shrinks."""
_NEVER_ON_SMALL = frozenset(_DROP_ORDER[:4])
_SMALL_PX = 400.0
"""Screens lower or narrower than this carry a few words only."""


@dataclass(frozen=True)
class Fitted:
    """A composed page.

    Attributes:
        page: With every word that found room.
        what: The composition it was made of; its copy lacks the dropped words.
        overset: First slots of stacks that still do not fit; empty when all is well.
        dropped: Slots whose words were left out, the least needed first.
    """

    page: Page
    what: Composition
    overset: tuple[str, ...]
    dropped: tuple[str, ...]


def is_compact(what: Composition) -> bool:
    """Whether words may be left out of so small or long a page."""
    return page_format(what.live) in BANNERS or _is_small(what)


def compose_fitting(
    what: Composition, fonts: FontSet, required: Collection[str] = ()
) -> Fitted:
    """Return the page, with words left out only where the format is compact.

    Args:
        what: All the words there are.
        fonts: Faces.
        required: Slots that are never left out.
    """
    if not is_compact(what):
        page, overset = compose_page(what, fonts)
        return Fitted(page, what, overset, ())
    droppable = [slot for slot in _DROP_ORDER if what.copy.get(slot) and slot not in required]
    gone = [slot for slot in droppable if _is_small(what) and slot in _NEVER_ON_SMALL]
    loud = _dropped_until_it_fits(what, fonts, droppable[:], gone, is_loud=True)
    if not loud.overset:
        return loud
    return _dropped_until_it_fits(what, fonts, droppable, gone, is_loud=False)


def _is_small(what: Composition) -> bool:
    return what.medium == "screen" and what.live.shorter < _SMALL_PX


def _dropped_until_it_fits(
    what: Composition,
    fonts: FontSet,
    droppable: list[Slot],
    gone: list[Slot],
    *,
    is_loud: bool,
) -> Fitted:
    dropped = list(gone)
    while True:
        copy = {slot: text for slot, text in what.copy.items() if slot not in dropped}
        trial = replace(what, copy=copy, is_loud=is_loud)
        page, overset = compose_page(trial, fonts)
        crowded = _crowded(trial, overset)
        may_go = [slot for slot in droppable if slot in crowded and slot not in dropped]
        if is_loud:
            may_go = [slot for slot in may_go if slot in _DROP_ORDER[:_FIRST_TO_GO]]
        if not overset or not may_go:
            return Fitted(page, trial, overset, tuple(dropped))
        dropped.append(may_go[0])


def _crowded(what: Composition, overset: tuple[str, ...]) -> set[str]:
    """The slots of the stacks that do not fit."""
    return {
        slot
        for stack in page_geometry(what).stacks
        if set(stack.slots) & set(overset)
        for slot in stack.slots
    }
