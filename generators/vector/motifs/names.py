"""Names: which motif a noun means, in Chinese and English, and where it is drawn."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Final

__all__ = ["MOTIFS", "find_motif", "plain_attributes"]

_TABLE: Final[dict[str, dict[str, list[str] | str]]] = json.loads(
    FilePath(__file__).with_name("names.json").read_text(encoding="utf-8")
)

MOTIFS: Final[dict[str, str]] = {
    name: f"generators.vector.motifs.subjects.{row['draw']}" for name, row in _TABLE.items()
}
"""Motif name → "module:function"; the function is imported when it is drawn."""


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, row in _TABLE.items():
        for word in (name, name.replace("_", " "), *row["words"]):
            found.setdefault(word.lower(), name)
    return found


def find_motif(noun: str) -> str | None:
    """Return the motif a noun means, or None.

    The whole text counts first; else the longest known word in it: English at word borders,
    plurals included; Chinese anywhere, but a single character only at the end, where the
    noun stands (花茶 is a tea, not a flower).

    >>> find_motif("一只白色的猫"), find_motif("curly poodles"), find_motif("tax return")
    ('cat', 'poodle', None)
    """
    text = " ".join(noun.lower().replace("-", " ").replace("_", " ").split())
    words = _words()
    if text in words:
        return words[text]
    padded = f" {text} "
    best = ""
    for word in words:
        if len(word) <= len(best):
            continue
        if word.isascii():
            hit = any(f" {word}{end} " in padded for end in ("", "s", "es"))
        else:
            hit = word in text if len(word) > 1 else text.endswith(word)
        if hit:
            best = word
    return words[best] if best else None


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
