"""Finds the styles and the trade that free Chinese or English text speaks of.

`find_` returns what a text says in so many words, with where it says it; `pick_` also knows
what it is like, for texts that describe a look and never name it.
"""

from __future__ import annotations

from compositor.document.frozen import Frozen, Share
from knowledge.likeness import likeness
from knowledge.vocabulary import NAMED, Kind, find_phrases

__all__ = ["Match", "find_industries", "find_styles", "pick_industries", "pick_styles"]

_REPEAT = 0.1
"""What each further phrase for the same entry adds to its score."""

_LONGER = 0.012
"""What each character adds to a trade's noun below a full name: 茶叶礼盒 before 礼盒."""

_LEAST_LIKE = 0.15
"""Likeness below which an entry is no match at all."""

_MOST_LIKE = 0.34
"""What likeness alone may score: less than any word of the text."""

_WORD_SHARE = 0.3
"""What a found phrase weighs beside likeness, unless it names the entry outright."""


class Match(Frozen):
    """An entry that a text speaks of."""

    id: str
    score: Share
    """1 is named outright; below 0.35 it is only alike, and from 0.3 on it likely is meant."""
    spans: tuple[tuple[int, int], ...] = ()
    """Where in the text, [start, end) in characters; empty when only alike."""
    words: tuple[str, ...] = ()
    """The phrases found, as the vocabulary writes them."""


def find_styles(text: str, limit: int = 3) -> list[Match]:
    """Return the styles a text asks for, best first; equals in the order of the text.

    >>> [match.id for match in find_styles("运动风 + Y2K")]
    ['sport', 'y2k']
    """
    return _found(text, "style", limit)


def find_industries(text: str, limit: int = 3) -> list[Match]:
    """Return the trades a text speaks of, best first; equals in the order of the text.

    >>> find_industries("a pet-food brand named Billy")[0].id
    'pet_food'
    """
    return _found(text, "industry", limit)


def pick_styles(text: str, limit: int = 3) -> list[Match]:
    """Return the styles a text calls for, best first: named ones, then what it is like.

    >>> pick_styles("letters sprayed on a subway car at night")[0].id
    'street'
    """
    return _picked(text, "style", limit)


def pick_industries(text: str, limit: int = 3) -> list[Match]:
    """Return the trades a text is about, best first: named ones, then what it is like."""
    return _picked(text, "industry", limit)


def _found(text: str, kind: Kind, limit: int) -> list[Match]:
    spans: dict[str, list[tuple[int, int]]] = {}
    words: dict[str, list[str]] = {}
    best: dict[str, float] = {}
    for found in find_phrases(text):
        for meaning in found.meanings:
            if meaning.kind != kind:
                continue
            spans.setdefault(meaning.id, []).append((found.start, found.end))
            words.setdefault(meaning.id, []).append(found.phrase)
            weight = meaning.weight * found.weight
            if weight < NAMED and kind == "industry":
                weight = min(0.95, weight + _LONGER * min(8, _length(found.phrase)))
            best[meaning.id] = max(best.get(meaning.id, 0.0), weight)
    matches = [
        Match(
            id=name,
            score=round(min(1.0, weight + _REPEAT * (len(set(words[name])) - 1)), 4),
            spans=tuple(spans[name]),
            words=tuple(words[name]),
        )
        for name, weight in best.items()
    ]
    return sorted(matches, key=lambda match: (-match.score, match.spans[0][0]))[:limit]


def _picked(text: str, kind: Kind, limit: int) -> list[Match]:
    found = {match.id: match for match in _found(text, kind, limit=100)}
    named = [match for match in found.values() if match.score >= NAMED]
    if len(named) >= limit:
        return named[:limit]
    like = dict(likeness(text, kind))
    worth = {name: like.get(name, 0.0) for name in like if like[name] >= _LEAST_LIKE}
    for name, match in found.items():
        said = NAMED + match.score if match.score >= NAMED else _WORD_SHARE * match.score
        worth[name] = max(0.0, like.get(name, 0.0)) + said
    ranked = sorted(worth, key=lambda name: -worth[name])[:limit]
    return [
        found.get(name) or Match(id=name, score=min(_MOST_LIKE, worth[name])) for name in ranked
    ]


def _length(phrase: str) -> float:
    """Return how much a phrase says: a Chinese character about as much as three letters."""
    return sum(1.0 if ord(char) > 0x2E80 else 0.33 for char in phrase)
