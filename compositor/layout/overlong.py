"""Overlong: what to cut from words that no page holds, found by setting them shorter."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from compositor.layout.archetypes import archetypes
from compositor.layout.composition import Composition, page_geometry
from compositor.layout.fitting import compose_fitting
from compositor.layout.variation import PLAIN
from compositor.typography.fonts import FontSet

__all__ = ["Cut", "cut_to_fit", "what_to_cut"]

_ROOMIEST = "text_sheet"
_LEAST = 2
"""Characters a text keeps."""


@dataclass(frozen=True)
class Cut:
    """What has to go so that a page holds its words.

    Attributes:
        slot: Whose text is too long.
        length: Of the text, characters.
        remove: How many of them must go, at the fewest; all but a few when even that
            does not help.
        start: How the text begins.
    """

    slot: str
    length: int
    remove: int
    start: str

    @property
    def sentence(self) -> str:
        """What to do, as the end of a finding."""
        return (
            f"shorten the {self.slot} by {self.remove:,} of its {self.length:,} characters "
            f"(“{self.start}…”) or take a larger page"
        )


def what_to_cut(what: Composition, fonts: FontSet, required: Collection[str] = ()) -> str:
    """Return what to shorten, and by how much, as the end of a sentence.

    Args:
        what: A composition that does not hold its words; the roomiest archetype is tried too,
            and what needs the smaller cut is told.
        fonts: Faces.
        required: Slots that are never left out.
    """
    roomy = replace(what, archetype=archetypes()[_ROOMIEST], variation=PLAIN)
    cuts = [cut_to_fit(one, fonts, required) for one in (what, roomy)]
    found = [cut for cut in cuts if cut is not None]
    if not found:
        return "take a larger page or fewer texts"
    return min(found, key=lambda cut: cut.remove).sentence


def cut_to_fit(what: Composition, fonts: FontSet, required: Collection[str] = ()) -> Cut | None:
    """Return the fewest characters of one text to remove so that the page fits.

    The longest text of the first stack that is overset is set shorter and shorter, halving
    the step. None when the page fits.

    Args:
        what: A composition that does not hold its words.
        fonts: Faces.
        required: Slots that are never left out.
    """
    bare = replace(what, picture=None)
    crowded = _crowded(bare, fonts, required)
    if not crowded:
        return None
    slot = max(sorted(crowded), key=lambda name: len(bare.copy[name]))
    text = bare.copy[slot]

    def fits(kept: int) -> bool:
        copy = {**bare.copy, slot: text[:kept].rstrip() or text[:_LEAST]}
        return not crowded & _crowded(replace(bare, copy=copy), fonts, required)

    low, high = _LEAST, len(text)
    if high <= low or not fits(low):
        return Cut(slot, len(text), max(0, len(text) - _LEAST), text[:16])
    while high - low > max(1, len(text) // 200):
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return Cut(slot, len(text), len(text) - low, text[:16])


def _crowded(what: Composition, fonts: FontSet, required: Collection[str]) -> set[str]:
    """The filled slots of the stacks that do not hold their words."""
    overset = set(compose_fitting(what, fonts, required).overset)
    return {
        slot
        for stack in page_geometry(what).stacks
        if set(stack.slots) & overset
        for slot in stack.slots
        if what.copy.get(slot)
    }
