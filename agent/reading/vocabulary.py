"""Word lists in two languages, and the spans where their words stand in a folded text."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["Hit", "Span", "Vocabulary", "load_table", "overlaps"]

Span = tuple[int, int]
"""First character, and one past the last."""


@dataclass(frozen=True)
class Hit:
    """A word of the vocabulary found at a place."""

    id: str
    start: int
    end: int


class Vocabulary:
    """Finds the words of a table; of words that overlap the longest wins.

    Args:
        words: Words by id. A Latin word matches whole, with an optional plural ending;
            a Chinese word matches anywhere.
    """

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self._ids: dict[str, str] = {}
        for identity, listed in words.items():
            for word in listed:
                self._ids.setdefault(re.sub(r"[\s-]+", " ", word.lower()), identity)
        ordered = sorted(self._ids, key=lambda word: (-len(word), word))
        self._pattern = re.compile("|".join(map(_pattern, ordered)) or r"(?!)")

    def find(self, folded: str, skip: Iterable[Span] = ()) -> list[Hit]:
        """Return the hits in reading order, leaving out those that touch a skipped span."""
        skipped = tuple(skip)
        hits = []
        for match in self._pattern.finditer(folded):
            if overlaps(match.span(), skipped):
                continue
            hits.append(Hit(self._id_of(match.group()), *match.span()))
        return hits

    def _id_of(self, matched: str) -> str:
        word = re.sub(r"[\s-]+", " ", matched)
        for ending in ("", "s", "es"):
            stem = word.removesuffix(ending) if ending else word
            if stem in self._ids:
                return self._ids[stem]
        return self._ids[word.removesuffix("ies") + "y"]


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Whether the span shares a character with any of the others."""
    return any(span[0] < end and start < span[1] for start, end in others)


@cache
def load_table(name: str) -> Any:
    """Return a JSON table that lies beside the readers."""
    return json.loads((Path(__file__).parent / f"{name}.json").read_text("utf-8"))


def _pattern(word: str) -> str:
    escaped = re.escape(word).replace(r"\ ", r"[\s-]+")
    if not re.search(r"[a-z0-9]", word):
        return escaped
    plural = r"(?:s|es)?" if re.search(r"[a-z]{3}$", word) else ""
    if word.endswith("y"):
        escaped, plural = escaped[:-1] + r"(?:y|ies)", ""
    return rf"(?<![a-z0-9]){escaped}{plural}(?![a-z0-9])"
