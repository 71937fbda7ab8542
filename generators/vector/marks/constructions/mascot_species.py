"""The animals of mascots, read from a table, and which of them answers to a noun."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["Species", "all_species", "find_species"]


@dataclass(frozen=True)
class Species:
    """How a head is built; lengths in u on the 96 u grid.

    Attributes:
        nouns: Words it answers to.
        ears: Which ears; see `_EARS`.
        head: cx, cy, rx, ry, exponent of the face.
        eye: y, half distance and radius of the eyes.
        muzzle: cy, rx, ry; zero rx leaves it out.
        nose: y and half width.
        idea: What is exaggerated, English / Chinese.
    """

    nouns: tuple[str, ...]
    ears: str
    head: tuple[float, float, float, float, float]
    eye: tuple[float, float, float]
    muzzle: tuple[float, float, float]
    nose: tuple[float, float]
    idea: str


@cache
def all_species() -> dict[str, Species]:
    """Return every species by name."""
    plain = json.loads(Path(__file__).with_name("mascots.json").read_text("utf-8"))
    return {
        name: Species(
            nouns=tuple(row["nouns"]),
            ears=row["ears"],
            head=tuple(row["head"]),
            eye=tuple(row["eye"]),
            muzzle=tuple(row["muzzle"]),
            nose=tuple(row["nose"]),
            idea=row["idea"],
        )
        for name, row in plain["species"].items()
    }


def find_species(nouns: tuple[str, ...]) -> str:
    """Return the species that answers to the nouns, or empty."""
    clean = [n.strip().lower() for n in nouns if n.strip()]
    for noun in clean:
        for name, species in all_species().items():
            if noun == name or noun in species.nouns:
                return name
    for noun in clean:
        for name, species in all_species().items():
            for word in (name, *species.nouns):
                if word in noun.split() or (not word.isascii() and word in noun):
                    return name
    return ""
