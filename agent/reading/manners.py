"""Manners: what a brief wishes of the setting: space, scale, edges, and who stands where."""

import re
from functools import cache

from agent.brief import AskedColor
from agent.reading.vocabulary import Span, load_table
from compositor.layout.manner import Manner, Side

__all__ = ["manner_of", "sets_manner"]


_WISHES = (
    *("airy", "full", "huge", "small", "left", "center", "right"),
    *("words", "picture", "logo", "wordy"),
)


def manner_of(folded: str, skip: tuple[Span, ...], colors: tuple[AskedColor, ...]) -> Manner:
    """Return what the client wishes of the setting.

    Args:
        folded: The brief, folded.
        skip: Texts to be set; they wish nothing.
        colors: As asked; two that are ink and ground are to be seen as such.
    """
    characters = list(folded)
    for start, end in skip:
        characters[start:end] = " " * (end - start)
    said = "".join(characters)
    roles = {color.role for color in colors}
    wished = {
        "space": _first(said, "airy", "full"),
        "scale": _first(said, "huge", "small"),
        "align": _first(said, "left", "center", "right"),
        "words": _sides(said, "words"),
        "picture": _sides(said, "picture"),
        "logo": _sides(said, "logo"),
        "is_wordy": _cue("wordy").search(said) is not None,
        "is_plain": {"ink", "background"} <= roles,
    }
    return Manner.model_validate(wished)


def sets_manner(folded: str) -> bool:
    """Whether words wish anything of the setting: 左图右文, big type on the left."""
    return any(_cue(name).search(folded) for name in _WISHES)


def _first(said: str, *names: str) -> str:
    """Return which of the wishes is said first, or an empty text."""
    found = [(match.start(), name) for name in names if (match := _cue(name).search(said))]
    return min(found)[1] if found else ""


def _sides(said: str, name: str) -> tuple[Side, ...]:
    sides: dict[Side, None] = {}
    for match in _cue(name).finditer(said):
        for written in match.groups():
            sides.update({side: None for side, words in _words().items() if written in words})
    opposed = {"left", "right"} <= sides.keys() or {"top", "bottom"} <= sides.keys()
    return () if opposed else tuple(sides)


@cache
def _words() -> dict[Side, list[str]]:
    words: dict[Side, list[str]] = load_table("manners")["sides"]
    return words


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(load_table("manners")[name])
