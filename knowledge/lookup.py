"""Finds the styles and the trade that free Chinese or English text speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from compositor.document.frozen import Frozen, Share
from knowledge.entries import industries, styles
from knowledge.tables import table
from knowledge.vocabulary import NAMED, Kind, find_phrases, simplified

__all__ = ["Match", "find_industries", "find_styles"]

_REPEAT = 0.1
"""What each further phrase for the same entry adds to its score."""

_LONGER = 0.012
"""What each character adds to a trade's noun below a full name: 茶叶礼盒 before 礼盒."""

_FALLBACK_FLOOR = 0.15
"""Least overlap at which likeness alone counts as a match."""


class Match(Frozen):
    """An entry that a text speaks of."""

    id: str
    score: Share
    """1 is named outright; below 0.35 it is only alike."""
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
    if not best:
        return _alike(text, kind, limit)
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


def _length(phrase: str) -> float:
    """Return how much a phrase says: a Chinese character about as much as three letters."""
    return sum(1.0 if ord(char) > 0x2E80 else 0.33 for char in phrase)


def _alike(text: str, kind: Kind, limit: int) -> list[Match]:
    """Return entries whose description shares pairs of characters or words with the text."""
    asked = _features([simplified(text)])
    scored = []
    for name, features in _described(kind).items():
        shared = sum((asked & features).values())
        score = shared / (sum(asked.values()) + 1)
        if shared and score >= _FALLBACK_FLOOR:
            scored.append(Match(id=name, score=round(min(0.3, score), 4)))
    return sorted(scored, key=lambda match: -match.score)[:limit]


@lru_cache(maxsize=2)
def _described(kind: Kind) -> dict[str, Counter[str]]:
    if kind == "style":
        return {
            look.id: _features(
                (look.name_en, look.name_zh, *look.synonyms_en, *look.synonyms_zh),
                (*look.mood, look.shape_language, look.texture, *look.motifs),
            )
            for look in styles().values()
        }
    return {
        trade.id: _features(
            (trade.name_en, trade.name_zh, *trade.synonyms_en, *trade.synonyms_zh),
            (*trade.motifs, trade.tone.zh),
        )
        for trade in industries().values()
    }


def _features(*groups: Iterable[str]) -> Counter[str]:
    """Return pairs of Chinese characters and words of four letters or more, each once."""
    everyday = frozenset(table("phrases")["everyday"])
    features: set[str] = set()
    for text in chain.from_iterable(groups):
        plain = simplified(text)
        spaced = "".join(
            char if char.isalnum() and ord(char) < 0x2E80 else " " for char in plain
        )
        features.update(word.rstrip("s") for word in spaced.split() if len(word) >= 4)
        features.update(
            pair
            for pair in (plain[i : i + 2] for i in range(len(plain) - 1))
            if all(0x3400 <= ord(char) <= 0x9FFF for char in pair)
        )
    return Counter(features - everyday)
