"""The phrases that name styles and trades, and how text is read for them.

Text is compared letter by letter after `simplified`, which keeps every position, so the
spans of a match point into the text as it was written.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from knowledge.entries import industries, styles
from knowledge.tables import table

__all__ = ["Found", "Kind", "Meaning", "find_phrases", "simplified"]

Kind = Literal["style", "industry"]

NAMED = 1.0
"""Weight of a name or synonym."""
SUGGESTED = 0.7
"""Weight of a phrase that calls for a style or belongs to a trade."""
HINTED = 0.4
"""Weight of a mood word, or of a trade's word that many trades share."""

_QUOTED = 0.6
"""A match inside quotation marks is more likely a name than a wish."""
_NEGATIONS = (
    "不要", "不用", "别用", "别太", "不想要", "避免", "不是", "拒绝", "禁止", "不能",
    "no ", "not ", "without ", "avoid ", "never ", "don't use ", "nothing ", "non ",
)  # fmt: skip
_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", '"': '"'}


class Meaning(NamedTuple):
    """What a phrase stands for."""

    kind: Kind
    id: str
    weight: float


class Found(NamedTuple):
    """A phrase in a text: where it stands and what it stands for."""

    start: int
    end: int
    phrase: str
    weight: float
    """Factor for its place in the text: 1, or less inside quotation marks."""
    meanings: tuple[Meaning, ...]


def simplified(text: str) -> str:
    """Return the text in lower case, half width and simplified Chinese, same length.

    Hyphens, underscores and slashes become spaces.

    >>> simplified("Pet-Food 貓糧")
    'pet food 猫粮'
    """
    traditional = _traditional()
    return "".join(traditional.get(char) or _plain(char) for char in text)


def find_phrases(text: str) -> list[Found]:
    """Return the phrases of the vocabulary in a text, longest first where they overlap.

    Latin phrases match whole words and their plurals; what directly follows a negation is
    left out.
    """
    plain = simplified(text)
    candidates = sorted(_candidates(plain), key=lambda item: (item[0] - item[1], item[0]))
    taken = bytearray(len(plain))
    quoted = _quoted(text)
    found = []
    for start, end, phrase in candidates:
        if any(taken[start:end]):
            continue
        taken[start:end] = b"\1" * (end - start)
        if not _negated(plain, start):
            weight = _QUOTED if quoted[start] else 1.0
            found.append(Found(start, end, phrase, weight, _vocabulary()[phrase]))
    return sorted(found)


def _candidates(plain: str) -> Iterator[tuple[int, int, str]]:
    by_first = _by_first()
    for start, char in enumerate(plain):
        for phrase in by_first.get(char, ()):
            if plain.startswith(phrase, start):
                end = _word_end(plain, start, phrase)
                if end:
                    yield start, end, phrase


def _word_end(plain: str, start: int, phrase: str) -> int:
    """Return where the match ends with its plural, or 0 when it is only part of a word."""
    end = start + len(phrase)
    if _is_latin(phrase[0]) and start and _is_latin(plain[start - 1]):
        return 0
    if not _is_latin(phrase[-1]):
        return end
    for ending in ("'s", "es", "s", ""):
        after = end + len(ending)
        if plain.startswith(ending, end) and not (
            after < len(plain) and _is_latin(plain[after])
        ):
            return after
    return 0


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _negated(plain: str, start: int) -> bool:
    before = plain[max(0, start - 11) : start]
    return any(before.endswith((word, word + "太", word + "a ")) for word in _NEGATIONS)


def _quoted(text: str) -> bytearray:
    """Return 1 for each character inside quotation marks that are closed."""
    inside = bytearray(len(text))
    start = 0
    while start < len(text):
        closing = _QUOTES.get(text[start])
        end = text.find(closing, start + 1, start + 60) if closing else -1
        if end > start:
            inside[start:end] = b"\1" * (end - start)
            start = end
        start += 1
    return inside


def _plain(char: str) -> str:
    if char in "-_/\t\n\u3000":
        return " "
    if char == "’":
        return "'"
    half = unicodedata.normalize("NFKC", char) if "！" <= char <= "～" else char
    low = half.lower()
    return low if len(low) == 1 else char


@lru_cache(maxsize=1)
def _traditional() -> dict[str, str]:
    pairs = table("traditional")
    return dict(zip(pairs["traditional"], pairs["simplified"], strict=True))


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, tuple[Meaning, ...]]:
    """Return every phrase with its meanings; one meaning per id, the weightiest."""
    weights: dict[str, dict[tuple[Kind, str], float]] = {}
    for phrase, meaning in _listed():
        plain = simplified(phrase).strip()
        if plain:
            known = weights.setdefault(plain, {})
            key = (meaning.kind, meaning.id)
            known[key] = max(meaning.weight, known.get(key, 0.0))
    return {
        phrase: tuple(Meaning(kind, name, weight) for (kind, name), weight in known.items())
        for phrase, known in weights.items()
    }


def _listed() -> Iterator[tuple[str, Meaning]]:
    topical = frozenset(table("phrases")["topical"])
    for style in styles().values():
        names = (style.id, style.name_zh, style.name_en, *style.synonyms_en, *style.synonyms_zh)
        for name in (*names, *style.name_en.split(" / ")):
            weight = HINTED if name.lower() in topical else NAMED
            yield name, Meaning("style", style.id, weight)
        yield from _each(style.mood, "style", style.id, HINTED)
    for style_id, phrases in table("phrases")["styles"].items():
        calling = [phrase for phrase in phrases if phrase not in topical]
        yield from _each(calling, "style", style_id, SUGGESTED)
        yield from _each(topical.intersection(phrases), "style", style_id, HINTED)
    for style_id, names in table("phrases")["names"].items():
        yield from _each(names, "style", style_id, NAMED)
    yield from _trade_words()


def _trade_words() -> Iterator[tuple[str, Meaning]]:
    nouns = table("nouns")
    topical = frozenset(nouns["topical"])
    for trade in industries().values():
        names = (trade.id, trade.name_zh, *trade.name_zh.split("/"), trade.name_en)
        yield from _each(names, "industry", trade.id, NAMED)
        for name in (*trade.synonyms_en, *trade.synonyms_zh):
            weight = HINTED if name in topical else NAMED
            yield name, Meaning("industry", trade.id, weight)
    for trade_id, listed in nouns["industries"].items():
        for noun in listed:
            weight = HINTED if noun in topical else SUGGESTED
            yield noun, Meaning("industry", trade_id, weight)
    for trade_id, listed in nouns["shared"].items():
        yield from _each(listed, "industry", trade_id, HINTED)


def _each(
    phrases: Iterable[str], kind: Kind, name: str, weight: float
) -> Iterator[tuple[str, Meaning]]:
    for phrase in phrases:
        yield phrase, Meaning(kind, name, weight)


@lru_cache(maxsize=1)
def _by_first() -> dict[str, tuple[str, ...]]:
    """Return the phrases by their first letter, longest first."""
    grouped: dict[str, list[str]] = {}
    for phrase in _vocabulary():
        grouped.setdefault(phrase[0], []).append(phrase)
    return {
        first: tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
        for first, phrases in grouped.items()
    }
