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
    mirrored,
    read_leftward,
)
from compositor.layout.banners import BANNERS, banner, banner_format
from compositor.layout.settling import furnished, settled
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
]
"""What an archetype cannot do without: a headline of few characters, one word, a Chinese
title for a column, a picture, a price, three stations to pass, lines that are a
list, who signs it."""


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
    decor: tuple[Literal["rules", "frame", "slash", "seal_line", "echo", "path"], ...] = ()
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
) -> tuple[str, ...]:
    """Return the ids of archetypes that can hold a headline and a picture on that page.

    Args:
        headline: As it will be set.
        has_picture: Whether something is shown.
        size: Trim.
        copy: Text by slot; without it, archetypes that need more than a headline stay out.
    """
    has = _has(headline, copy or {}, has_picture=has_picture, size=size)
    return tuple(
        entry.id for entry in archetypes().values() if all(has[need] for need in entry.needs)
    )


def content_fit(archetype: Archetype, copy: Mapping[str, str]) -> float:
    """Return how well an archetype suits what there is to say, 0–1.

    One that is made for a list, a row of details or a single word serves it best; a list in
    an archetype that is not sets its lines small.
    """
    served = {"list", "details", "one_word"} & set(archetype.needs)
    if _is_list(copy):
        return 1.0 if "list" in served else 0.0
    return 1.0 if served else 0.75


def _is_list(copy: Mapping[str, str]) -> bool:
    """Whether there are rows to set; a date, a place and a number are none."""
    return any(copy.get(slot, "").count("\n") >= least for slot, least in _LISTS.items())


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
        "list": _is_list(words),
        "signature": any(words.get(slot) for slot in ("brand", "tagline", "legal")),
    }


_STATIONS: tuple[Slot, ...] = ("subhead", "body", "price", "meta")
_LISTS: dict[Slot, int] = {"body": 2, "meta": 4, "caption": 2, "price": 2}
"""Line breaks from which the words of a slot are a list."""


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
    han, latin = _counted(headline)
    return 2 <= han <= 10 and not latin and "\n" not in headline
