"""Archetypes: compositions as stacks of text and a picture, by page format.

Boxes in the data are fractions of the trim. P is portrait (height ≥ 1.15 × width), L is
landscape (width ≥ 1.15 × height), Q is everything between; banners are for longer pages.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from compositor.document.frozen import Frozen
from compositor.geometry import Size
from compositor.layout.arrangement import (
    SLOTS,
    Geometry,
    PageFormat,
    Panel,
    Slot,
    Stack,
    TableForm,
    mirrored,
    read_leftward,
)
from compositor.layout.banners import BANNERS, banner, banner_format
from compositor.layout.rows import Listing, Shape, list_slot, read_list
from compositor.layout.settling import furnished, settled
from compositor.layout.tables.set_table import suits
from compositor.layout.variation import PLAIN, Variation, varied

__all__ = [
    "SLOTS",
    "Archetype",
    "Geometry",
    "Panel",
    "Slot",
    "Stack",
    "archetype",
    "archetypes",
    "content_fit",
    "eligible",
    "page_format",
]


Need = Literal[
    "short_headline",
    "one_word",
    "vertical_headline",
    "picture",
    "price",
    "details",
    "list",
    "signature",
    "words_only",
]
"""What an archetype cannot do without: a headline of few characters, one word, a Chinese
title for a column, a picture, a price, three stations to pass, lines that are a list, who
signs it, a client who wants no picture. What its table can show is asked as well."""


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
    needs: tuple[Need, ...] = ()
    decor: tuple[
        Literal["rules", "frame", "slash", "seal_line", "echo", "path", "perforation"], ...
    ] = ()
    scrim: Literal["", "bottom"] = ""
    shows: Literal["scene", "hero"] = "scene"
    """What is drawn for it: a setting with its subject, or the subject alone."""
    setting: str = ""
    """The setting that makes the composition, such as rays; empty leaves it to the style."""
    made_for: tuple[str, ...] = ()
    """Styles it is made for, beside those that name it."""
    aligns: tuple[Literal["left", "center"], ...] = ()
    """Other alignments that suit it."""
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
        variation: Variation = PLAIN,
    ) -> Geometry:
        """Return the composition for a page of that size.

        Very long pages take the banner of the archetype's family.

        Args:
            size: Trim size.
            slots: The copy slots that will be filled. When the foot of the page has nothing
                to hold, the words above sink to it and the picture takes the room.
            is_mirrored: Exchange left and right; text keeps its alignment to its own side.
            is_leftward: The words run from right to left.
            variation: How it is varied; banners are not.
        """
        form, filled = page_format(size), frozenset(slots)
        if form in BANNERS:
            panel = self.P.panels[0].paint if self.P.panels else None
            found = banner(size, filled, self.family, self.align, panel)
        else:
            found = furnished(settled(getattr(self, form), filled, size.aspect), filled)
            found = varied(found, variation, filled)
            found = mirrored(found) if is_mirrored else found
        return read_leftward(found) if is_leftward else found

    def variations(self, size: Size, slots: Iterable[str] = SLOTS) -> tuple[Variation, ...]:
        """Return every way it can be varied on that page, one change at a time."""
        if page_format(size) in BANNERS:
            return ()
        plain = self.geometry(size, slots)
        asked = [Variation(grid="words"), Variation(grid="picture")]
        asked += [Variation(align=align) for align in self.aligns]
        asked += [Variation(crop="close")]
        return tuple(one for one in asked if self.geometry(size, slots, variation=one) != plain)


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


def eligible(
    headline: str,
    *,
    has_picture: bool,
    size: Size,
    copy: Mapping[str, str] | None = None,
    words_only: bool = False,
) -> tuple[str, ...]:
    """Return the ids of archetypes that can hold a headline and a picture on that page.

    Args:
        headline: As it will be set.
        has_picture: Whether something is shown.
        size: Trim.
        copy: Text by slot; without it, archetypes that need more than a headline stay out.
        words_only: Whether the client wants no picture at all.
    """
    has = _has(headline, copy or {}, has_picture=has_picture, size=size)
    has["words_only"] = words_only
    form = page_format(size)
    listing = _listing(copy or {})
    return tuple(
        entry.id
        for entry in archetypes().values()
        if all(has[need] for need in entry.needs) and _shows(entry, form, listing)
    )


def _listing(copy: Mapping[str, str]) -> Listing | None:
    slot = list_slot(copy)
    return read_list(copy[slot]) if slot else None


def _shows(entry: Archetype, form: PageFormat, listing: Listing | None) -> bool:
    """Whether the archetype's table on that page can show the list; banners have none."""
    table = entry.P.table if form in BANNERS else getattr(entry, form).table
    return table is None or (listing is not None and suits(table.form, listing))


def content_fit(archetype: Archetype, copy: Mapping[str, str]) -> float:
    """Return how well an archetype suits what there is to say, 0–1.

    One that is made for a list, a row of details or a single word serves it best; a list in
    an archetype that is not sets its lines small.
    """
    listing = _listing(copy)
    if listing is None:
        return 1.0 if {"details", "one_word"} & set(archetype.needs) else 0.75
    table = archetype.P.table
    if table is None:
        return _AS_TEXT if "list" in archetype.needs else 0.0
    if table.form in _SERVES[listing.shape]:
        return 1.0
    count = len(listing.rows)
    priced = _OF_FEW if count <= _FEW else _OF_MANY if count >= _MANY else _OF_SOME
    return 1.0 if listing.shape == "prices" and table.form in priced else _AS_ROWS


_FEW, _MANY = 3, 7
_OF_FEW: frozenset[TableForm] = frozenset({"cells", "tiles", "agenda"})
_OF_SOME: frozenset[TableForm] = frozenset({"ledger", "agenda", "cells"})
_OF_MANY: frozenset[TableForm] = frozenset({"ledger"})
"""Forms of a price list of few rows, of some and of many: few are shown large."""
_AS_TEXT, _AS_ROWS = 0.55, 0.7
"""How well a list is served by a text of several lines, and by rows that hide what it has."""
_SERVES: Mapping[Shape, frozenset[TableForm]] = {
    "times": frozenset({"stations", "agenda", "posts", "bars"}),
    "shares": frozenset({"bands", "ring", "bars", "tiles"}),
    "amounts": frozenset({"bars", "posts", "tiles"}),
    "prices": frozenset({"columns"}),
    "plain": frozenset({"plaque"}),
}


def _has(
    headline: str, words: Mapping[str, str], *, has_picture: bool, size: Size
) -> dict[Need, bool]:
    return {
        "short_headline": _is_short(headline),
        "one_word": _is_one_word(headline),
        "vertical_headline": _is_column(headline) and 1 / 2.4 <= size.aspect <= 2.4,
        "picture": has_picture,
        "price": bool(words.get("price")),
        "details": sum(bool(words.get(slot)) for slot in _STATIONS) >= 3,
        "list": bool(list_slot(words)),
        "signature": any(words.get(slot) for slot in ("brand", "tagline", "legal")),
    }


_STATIONS: tuple[Slot, ...] = ("subhead", "body", "price", "meta")


def _counted(headline: str) -> tuple[int, list[str]]:
    """Return how many Chinese characters there are, and the Western words."""
    han = sum(1 for character in headline if "\u3400" <= character <= "\u9fff")
    return han, [word for word in headline.split() if word.isascii()]


def _is_short(headline: str) -> bool:
    han, latin = _counted(headline)
    longest = max((len(word) for word in latin), default=0)
    if not headline:
        return False
    return (han <= 6 and not latin) or (not han and len(headline) <= 18 and longest <= 11)


def _is_one_word(headline: str) -> bool:
    """Whether a single word or two to four characters can be a picture themselves."""
    han, latin = _counted(headline)
    if han:
        return 1 <= han <= 4 and not latin and len(headline) <= 5
    return len(latin) == 1 and 2 <= len(headline) <= 8


def _is_column(headline: str) -> bool:
    """Whether a title can stand in a column: Chinese alone, figures would lie on their side."""
    han, _ = _counted(headline)
    marks = sum(headline.count(mark) for mark in _COLUMN_MARKS)
    return 2 <= han <= 10 and han + marks == len(headline)


_COLUMN_MARKS = "，。、！？·；：《》「」"
