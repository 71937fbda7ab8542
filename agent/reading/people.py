"""People a page is made for: a couple at a wedding, a child at a birthday."""

import re
from functools import cache
from typing import Final

from agent.reading.vocabulary import Span, load_table, overlaps

__all__ = ["find_people", "has_couple"]

_COUPLES: Final = frozenset({"wedding", "anniversary"})


def find_people(text: str, occasion: str, busy: tuple[Span, ...]) -> Span | None:
    """Return where the people are named whose names head the page; None when no one is."""
    names: tuple[str, ...] = ()
    if occasion in _COUPLES:
        names = ("couple_zh", "couple_en")
    elif occasion == "birthday" or _cue("feast_zh").search(text):
        names = ("honored_zh", "honored_en")
    for name in names:
        for match in _cue(name).finditer(text):
            span = match.span(match.lastgroup or "name")
            if not overlaps(span, busy):
                return span
    return None


def has_couple(text: str) -> bool:
    """Whether two people are named together: Priya and Tom."""
    return any(_cue(name).search(text) for name in ("couple_en", "couple_zh"))


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(load_table("cues")["names"][name])
