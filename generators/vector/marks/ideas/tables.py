"""The tables behind ideas: trades with their other objects, values with their forms."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["Form", "Trade", "forms", "said", "trade_of", "values_in"]


class Trade(NamedTuple):
    """A trade: its names, what everyone shows, what it stands for, and its other objects."""

    name_en: str
    name_zh: str
    obvious: tuple[str, ...]
    values: tuple[str, ...]
    objects: tuple[tuple[str, str, str], ...]
    """Subject, why in English, why in Chinese."""


class Form(NamedTuple):
    """A form that says values: its sketch with places for numbers."""

    id: str
    values: tuple[str, ...]
    is_line: bool
    vary: dict[str, list[float]]
    idea_en: str
    idea_zh: str
    sketch: tuple[str, ...]

    def lines(self, number: int, weight_u: float) -> tuple[str, ...]:
        """Return the sketch with its numbers chosen by a brand's own number."""
        chosen: dict[str, float] = {
            key: options[number // (7 + place) % len(options)]
            for place, (key, options) in enumerate(self.vary.items())
        }
        chosen |= {"w": weight_u, "r": weight_u * 1.15, "g": weight_u, "h": weight_u * 0.5}
        return tuple(line.format(**chosen) for line in self.sketch)


_NO_TRADE = Trade("", "", (), ("simplicity", "trust", "openness"), ())


def trade_of(industry: str) -> Trade:
    """Return a trade's row; one without objects when it is not known."""
    return _trades().get(industry, _NO_TRADE)


@cache
def forms() -> tuple[Form, ...]:
    """Return every form."""
    return tuple(
        Form(
            row["id"],
            tuple(row["values"]),
            row["is_line"],
            row["vary"],
            row["idea"][0],
            row["idea"][1],
            tuple(row["sketch"]),
        )
        for row in _plain("forms.json")["forms"]
    )


def values_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return the values a text asks for, in its order, each with the word that says it."""
    low = text.lower()
    found: list[tuple[int, str, str]] = []
    for value, words in _plain("forms.json")["words"].items():
        hits = [(place, word) for word in words if (place := _place_of(word, low)) >= 0]
        if hits:
            place, word = min(hits)
            found.append((place, value, word))
    return tuple((value, word) for _, value, word in sorted(found))


_ENDINGS = "s|es|er|ed|ing|ly|th|ful|ness|ive|ity|worthy|able|ment|al|ic"


def _place_of(word: str, text: str) -> int:
    """Where a text says a word, -1 when it does not: "soft" is not in "software"."""
    if not word.isascii():
        return text.find(word)
    match = re.search(rf"\b{re.escape(word)}(?:{_ENDINGS})?\b", text)
    return match.start() if match else -1


def said(value: str) -> tuple[str, str]:
    """Return a value's name in English and Chinese."""
    english, chinese = _plain("forms.json")["said"][value]
    return english, chinese


@cache
def _trades() -> dict[str, Trade]:
    return {
        key: Trade(
            row["name"][0],
            row["name"][1],
            tuple(row["obvious"]),
            tuple(row["values"]),
            tuple((o["subject"], o["why"][0], o["why"][1]) for o in row["objects"]),
        )
        for key, row in _plain("trades.json")["trades"].items()
    }


@cache
def _plain(name: str) -> dict[str, Any]:
    text = Path(__file__).with_name(name).read_text("utf-8")
    plain: dict[str, Any] = json.loads(text)
    return plain
