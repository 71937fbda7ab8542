"""Names: which motif a noun means, in Chinese and English, and where it is drawn."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Final

__all__ = ["MOTIFS", "find_motif", "is_motif_word", "plain_attributes"]

_TABLE: Final[dict[str, dict[str, list[str] | str]]] = json.loads(
    FilePath(__file__).with_name("names.json").read_text(encoding="utf-8")
)

MOTIFS: Final[dict[str, str]] = {
    name: f"generators.vector.motifs.subjects.{row['draw']}" for name, row in _TABLE.items()
}
"""Motif name → "module:function"; the function is imported when it is drawn."""


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """Return motif names by word; words that only sound like a motif stand for nothing."""
    found: dict[str, str] = {}
    for name, row in _TABLE.items():
        for word in (name, name.replace("_", " "), *row["words"]):
            found.setdefault(word.lower(), name)
    for word in _unlike()["unlike"]:
        found.setdefault(word, "")
    return found


def find_motif(noun: str) -> str | None:
    """Return the motif a noun means, or None; better none than a wrong one.

    The whole text counts first. Else the thing is looked for where a language names it: an
    English noun at the end of its phrase, before "with" or "in" and on both sides of "of"; a
    Chinese one as near the end as can be, single characters only there (花茶 is a tea, not a
    flower). Shops, sets and boxes are passed over for what is in them, and a word that only
    sounds like a motif (hot dog, 西兰花) is none.

    >>> find_motif("一只白色的猫"), find_motif("curly poodles"), find_motif("tax return")
    ('cat', 'poodle', None)
    >>> find_motif("a bowl of noodles"), find_motif("dog bed"), find_motif("草莓蛋糕礼盒")
    ('noodle_bowl', None, 'cake')
    """
    text = " ".join(noun.lower().replace("-", " ").replace("_", " ").split())
    words = _words()
    if text in words:
        return words[text] or None
    if any(not letter.isascii() for letter in text):
        return _found_in_han(text)
    phrase = _AFTER_THING.split(text, maxsplit=1)[0]
    head, _, content = phrase.partition(" of ")
    return _ending(content) or _ending(head)


def is_motif_word(noun: str) -> bool:
    """Whether the whole noun is a motif's name or one of its words.

    >>> is_motif_word("honey jar"), is_motif_word("jar of honey")
    (True, False)
    """
    return bool(_words().get(" ".join(noun.lower().replace("_", " ").split())))


_AFTER_THING: Final = re.compile(r" (?:with|in|on|for|at|from|and|under|beside|by|over) ")


def _ending(phrase: str) -> str | None:
    """Return the motif the phrase ends with, carriers left off; plurals count."""
    words, carriers = _words(), _carriers()
    rest = phrase.split()
    while rest:
        for start in range(len(rest)):
            tail = " ".join(rest[start:])
            for form in (tail, tail.removesuffix("s"), tail.removesuffix("es")):
                plain = set(rest[:start]) <= _plain().keys()
                if form in words and (form not in carriers or plain):
                    return words[form] or None
        if len(rest) == 1 or rest[-1] not in carriers:
            return None
        rest = rest[:-1]
    return None


def _found_in_han(text: str) -> str | None:
    """Return the motif named nearest the end of a text with Chinese in it."""
    for carrier in _han_carriers():
        content = text.removesuffix(carrier)
        if content not in ("", text) and (found := find_motif(content)):
            return found
    words = _words()
    best, ends = "", 0
    for word in words:
        single = len(word) == 1
        if word.isascii() and f" {word} " not in f" {text} ":
            continue
        at = text.rfind(word)
        if at < 0 or (single and not text.endswith(word)):
            continue
        if (at + len(word), len(word)) > (ends, len(best)):
            best, ends = word, at + len(word)
    return (words[best] or None) if best else None


@lru_cache(maxsize=1)
def _unlike() -> dict[str, list[str]]:
    text = FilePath(__file__).with_name("unlike.json").read_text(encoding="utf-8")
    table: dict[str, list[str]] = {
        key: rows for key, rows in json.loads(text).items() if key != "about"
    }
    return table


@lru_cache(maxsize=1)
def _carriers() -> frozenset[str]:
    return frozenset(word for word in _unlike()["carriers"] if word.isascii())


@lru_cache(maxsize=1)
def _han_carriers() -> tuple[str, ...]:
    han = [word for word in _unlike()["carriers"] if not word.isascii()]
    return tuple(sorted(han, key=lambda word: -len(word)))


@lru_cache(maxsize=1)
def _plain() -> dict[str, str]:
    table: dict[str, list[str]] = json.loads(
        FilePath(__file__).with_name("attributes.json").read_text(encoding="utf-8")
    )
    return {other: word for word, others in table.items() for other in (word, *others)}


def plain_attributes(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return attributes as the subjects know them: 白色 becomes white; unknown words stay.

    >>> plain_attributes(("白色", "Golden", "curly"))
    ('white', 'gold', 'curly')
    """
    return tuple(_plain().get(word.strip().lower(), word.strip().lower()) for word in words)
