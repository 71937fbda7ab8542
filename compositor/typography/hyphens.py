"""Hyphenation: the places inside Western words where a line may end with a hyphen.

Source: Liang, Word Hy-phen-a-tion by Com-put-er, 1983, with the patterns Pyphen ships.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

import pyphen

__all__ = ["HYPHENS", "SOFT_HYPHEN", "hyphen_places"]

SOFT_HYPHEN: Final = "\u00ad"
HYPHENS: Final = ("\u2010", "-")
"""What is drawn at the line's end: the first that the face has."""

_LEAST_BEFORE: Final = 3
_LEAST_AFTER: Final = 3
_LEAST_WORD: Final = 7
"""Letters: shorter words stay whole, and no stub is left on either line."""

_WORD: Final = re.compile(r"(?<![^\W\d_@./#\-’'])[^\W\d_]+(?![\w@./#\-’'])")
"""Not parts of addresses, tags or compounds that have a hyphen already."""

_CHOSEN: Final = {"en": "en_US", "de": "de_DE", "pt": "pt_PT", "sr": "sr_Latn"}
"""What a language without a region is hyphenated as."""


def hyphen_places(text: str, language: str) -> frozenset[int]:
    """Return the places in a text where a word may be broken with a hyphen.

    Names in capitals and capitalized words, which are mostly names, stay whole: except in
    German, where every noun begins with a capital, and at the start of a sentence.

    Args:
        text: Any text; only its Western words are looked at.
        language: BCP 47; one without patterns gives no places.

    >>> "-".join("typography"[a:b] for a, b in ((0, 4), (4, 10)))
    'typo-graphy'
    >>> sorted(hyphen_places("good typography", "en"))
    [9]
    """
    patterns = _patterns(language)
    if patterns is None:
        return frozenset()
    nouns_are_capital = language.lower().startswith("de")
    found: set[int] = set()
    for match in _WORD.finditer(text):
        word = match[0]
        if len(word) < _LEAST_WORD or not word.isalpha() or word[1:] != word[1:].lower():
            continue
        begins = (
            not text[: match.start()].rstrip() or text[: match.start()].rstrip()[-1] in ".!?"
        )
        if word[0].isupper() and not (nouns_are_capital or begins):
            continue
        found.update(match.start() + int(place) for place in patterns.positions(word))
    return frozenset(found)


@lru_cache(maxsize=16)
def _patterns(language: str) -> Any:
    """Return Pyphen's patterns for a language, or None when it has none."""
    asked = language.replace("-", "_")
    base = asked.split("_")[0].lower()
    if base in ("zh", "ja", "ko", "ar", "he", "fa", "ur"):
        return None
    names = [name for name in (asked, _CHOSEN.get(base, ""), base) if name]
    known = next((name for name in names if name in pyphen.LANGUAGES), None)
    if known is None:
        fallback = pyphen.language_fallback(asked)
        if fallback is None:
            return None
        known = fallback
    return pyphen.Pyphen(lang=known, left=_LEAST_BEFORE, right=_LEAST_AFTER)
