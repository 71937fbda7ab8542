"""Archetypes: compositions as stacks of text and a picture, by page format.

Boxes in the data are fractions of the trim. P is portrait (height ≥ 1.15 × width), L is
landscape (width ≥ 1.15 × height), Q is everything between; banners are for longer pages.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from compositor.document.frozen import Frozen
from compositor.geometry import Box, Size
from compositor.layout.arrangement import (
    SLOTS,
    Geometry,
    PageFormat,
    Panel,
    Slot,
    Stack,
    hero_and_calm,
    mirrored,
    read_leftward,
    settled,
)
from compositor.layout.banners import BANNERS, banner, banner_format

__all__ = [
    "SLOTS",
    "Archetype",
    "Geometry",
    "Panel",
    "Slot",
    "Stack",
    "archetype",
    "archetypes",
    "eligible",
    "page_format",
]


class Archetype(Frozen):
    """A composition."""

    id: str
    name_en: str
    name_zh: str
    family: str
    headline: tuple[float, float]
    """Smallest and largest em size of the headline, as parts of the shorter side."""
    max_lines: int
    align: Literal["left", "center", "right"]
    needs: tuple[Literal["short_headline", "vertical_headline", "picture"], ...] = ()
    decor: tuple[Literal["rules", "frame", "slash", "seal_line"], ...] = ()
    scrim: Literal["", "bottom"] = ""
    P: Geometry
    Q: Geometry
    L: Geometry

    @property
    def has_side(self) -> bool:
        """Whether left and right differ, so that a mirror image is another composition."""
        return self.align != "center" and "vertical_headline" not in self.needs

    def geometry(
        self,
        size: Size,
        slots: Iterable[str] = SLOTS,
        *,
        is_mirrored: bool = False,
        is_leftward: bool = False,
    ) -> Geometry:
        """Return the composition for a page of that size.

        Very long pages take the banner of the archetype's family.

        Args:
            size: Trim size.
            slots: The copy slots that will be filled. When the foot of the page has nothing
                to hold, the words above sink to it and the picture takes the room.
            is_mirrored: Exchange left and right; text keeps its alignment to its own side.
            is_leftward: The words run from right to left.
        """
        form, filled = page_format(size), frozenset(slots)
        if form in BANNERS:
            panel = self.P.panel.paint if self.P.panel else None
            found = banner(size, filled, self.family, self.align, panel)
        else:
            found = settled(getattr(self, form), filled)
            found = mirrored(found) if is_mirrored else found
        return read_leftward(found) if is_leftward else found

    def hero_and_calm(
        self, size: Size, slots: tuple[str, ...], *, is_mirrored: bool = False
    ) -> tuple[Box, tuple[Box, ...]]:
        """Return `arrangement.hero_and_calm` of the composition for that page."""
        return hero_and_calm(self.geometry(size, slots, is_mirrored=is_mirrored), slots)


def page_format(size: Size) -> PageFormat:
    """Return P, Q or L, or for very long pages W (wide), S (strip) or T (tall).

    >>> page_format(Size(1080, 1440)), page_format(Size(728, 90))
    ('P', 'S')
    """
    long = banner_format(size)
    if long is not None:
        return long
    if size.height >= 1.15 * size.width:
        return "P"
    return "L" if size.width >= 1.15 * size.height else "Q"


@lru_cache(maxsize=1)
def archetypes() -> dict[str, Archetype]:
    """Return all archetypes by id, in the order of the data."""
    text = files("compositor.layout").joinpath("archetypes.json").read_text("utf-8")
    found = [Archetype.model_validate(entry) for entry in json.loads(text)["archetypes"]]
    return {entry.id: entry for entry in found}


def archetype(name: str) -> Archetype:
    """Return one archetype.

    Raises:
        KeyError: None has that id; the message lists those that do.
    """
    known = archetypes()
    if name not in known:
        raise KeyError(f"no archetype {name!r}; there are {', '.join(known)}")
    return known[name]


def eligible(headline: str, *, has_picture: bool, size: Size) -> tuple[str, ...]:
    """Return the ids of archetypes that can hold a headline and a picture on that page."""
    han = sum(1 for character in headline if "\u3400" <= character <= "\u9fff")
    latin = [word for word in headline.split() if word.isascii()]
    longest = max((len(word) for word in latin), default=0)
    short = (han <= 6 and not latin) or (not han and len(headline) <= 18 and longest <= 11)
    vertical = 2 <= han <= 10 and not latin and "\n" not in headline
    extreme = max(size.aspect, 1 / size.aspect) > 2.4
    found = []
    for entry in archetypes().values():
        if "short_headline" in entry.needs and not (headline and short):
            continue
        if "vertical_headline" in entry.needs and (not vertical or extreme):
            continue
        if "picture" in entry.needs and not has_picture:
            continue
        found.append(entry.id)
    return tuple(found)
