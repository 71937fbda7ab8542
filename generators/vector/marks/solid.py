"""Filled silhouettes: carriers for negative space and symbols small enough for a counter."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path as FilePath
from typing import Any

import numpy as np

from compositor.geometry import Path
from generators.vector.marks.pen import read_strokes

__all__ = ["carriers", "counter_for", "counter_name"]

_CALM = ("dot", "leaf", "drop", "star")


@cache
def carriers() -> dict[str, Path]:
    """Return the large silhouettes by name."""
    return {
        name: Path.join(s.path for s in read_strokes(strokes))
        for name, strokes in _plain()["carriers"].items()
    }


def counter_name(nouns: tuple[str, ...], seed: int) -> str:
    """Return the small symbol that answers to the nouns, else a quiet one picked by seed."""
    entries = _plain()["counters"]
    for noun in (n.strip().lower() for n in nouns):
        for name, entry in entries.items():
            for word in (name, *entry["nouns"]):
                if word in noun.split() or (not word.isascii() and word in noun):
                    return str(name)
    rng = np.random.default_rng((seed % 2**32, 23))
    return _CALM[int(rng.integers(len(_CALM)))]


def counter_for(nouns: tuple[str, ...], seed: int) -> Path:
    """Return the outline of `counter_name` on the 96 u grid."""
    strokes = _plain()["counters"][counter_name(nouns, seed)]["strokes"]
    return Path.join(s.path for s in read_strokes(strokes))


@cache
def _plain() -> dict[str, Any]:
    text = FilePath(__file__).with_name("solids.json").read_text("utf-8")
    plain: dict[str, Any] = json.loads(text)
    return plain
