"""What a name means: its parts, read as words, characters or radicals, and their images."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["Meaning", "meanings", "read_meanings"]

_WORD = re.compile(r"[A-Za-z]+")
_LEAST_PART = 4
"""A word hidden in a longer one must have so many letters, or every name would hold a sea."""
_LEAST_REST = 3
"""Letters before a word that ends a name, for both to be words: no corn in Acorn."""


class Meaning(NamedTuple):
    """A part of a name and what it shows.

    Attributes:
        id: The meaning.
        part: The part of the name that says it, as written.
        subjects: Drawings that can show it, best first.
        sense_en: What is said of the image.
        sense_zh: The same in Chinese.
        how: word, character or radical: how sure the reading is.
    """

    id: str
    part: str
    subjects: tuple[str, ...]
    sense_en: str
    sense_zh: str
    how: str


def read_meanings(name_latin: str, name_zh: str) -> tuple[Meaning, ...]:
    """Return what a name means, the surest reading first, each meaning once."""
    found: dict[str, Meaning] = {}
    for place, how, part in _parts(name_latin, name_zh):
        found.setdefault(place, _meaning(place, part, how))
    rank = {"word": 0, "character": 0, "hidden": 1, "radical": 2}
    return tuple(sorted(found.values(), key=lambda m: rank[m.how]))


@cache
def meanings() -> dict[str, dict[str, Any]]:
    """Return the table by id."""
    text = Path(__file__).with_name("meanings.json").read_text("utf-8")
    return {row["id"]: row for row in json.loads(text)["meanings"]}


def _meaning(key: str, part: str, how: str) -> Meaning:
    row = meanings()[key]
    return Meaning(key, part, tuple(row["subjects"]), row["sense"][0], row["sense"][1], how)


def _parts(name_latin: str, name_zh: str) -> list[tuple[str, str, str]]:
    """Meaning id, how it was read, and the part that says it."""
    found: list[tuple[str, str, str]] = []
    for word in _WORD.findall(name_latin):
        low = word.lower()
        for key, row in meanings().items():
            if any(low in (stem, f"{stem}s") for stem in row["en"]):
                found.append((key, "word", word))
    for character in name_zh:
        hits = [key for key, row in meanings().items() if character in row["zh"]]
        found += [(key, "character", character) for key in hits]
        if not hits:
            found += [
                (key, "radical", character)
                for key, (_, members) in _radicals().items()
                if character in members
            ]
    for word in _WORD.findall(name_latin):
        found += [(key, "hidden", stem) for key, stem in _hidden(word.lower())]
    return found


def _hidden(word: str) -> list[tuple[str, str]]:
    """Stems a coined word begins or ends with: Lumenta, Northwind, Solveig."""
    found = []
    for key, row in meanings().items():
        for stem in row["en"]:
            ends = word.endswith(stem) and len(word) - len(stem) >= _LEAST_REST
            is_part = word != stem and (word.startswith(stem) or ends)
            if is_part and (len(stem) >= _LEAST_PART or stem in ("sol", "sun", "sky", "sea")):
                found.append((key, stem))
    return found


@cache
def _radicals() -> dict[str, tuple[str, str]]:
    text = Path(__file__).with_name("radicals.json").read_text("utf-8")
    return {key: (row[0], row[1]) for key, row in json.loads(text)["radicals"].items()}
