"""What a signature edit is given and gives back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from compositor.geometry import Box, Path
from compositor.geometry.boolean import simplify
from generators.vector.marks.glyphs import fitted_to
from generators.vector.marks.solid import counter_for, counter_name
from generators.vector.marks.wordmarks.letters import Letter, Line

__all__ = ["Edited", "Terms", "said_symbol", "symbol_in", "symbol_name"]

_PLAIN_BELOW = 0.2


@dataclass(frozen=True)
class Terms:
    """What all edits of one wordmark share.

    Attributes:
        angle_deg: Of every cut and slit.
        radius: Of every corner made.
        gap: Width of every slit and of the white around a symbol.
        nouns: What a symbol may be of.
        symbol: Outline to use instead; None takes one for the nouns.
        detail: 0–1.
        seed: Start of choices.
    """

    angle_deg: float
    radius: float
    gap: float
    nouns: tuple[str, ...]
    symbol: Path | None
    detail: float
    seed: int


@dataclass(frozen=True)
class Edited:
    """A line after its signature edit.

    Attributes:
        line: With the letters redrawn.
        spark: The idea's own ink, in place; may be empty.
        touched: Indices of redrawn letters.
        facts: Numbers of the edit.
    """

    line: Line
    touched: tuple[int, ...]
    spark: Path = field(default_factory=Path)
    facts: dict[str, str | int | float | bool] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        line: Line,
        areas: dict[int, Path],
        spark: Path | None = None,
        **facts: str | float | bool,
    ) -> Edited:
        """Return the line with some letters' ink replaced."""
        letters = tuple(
            x.with_area(areas[i]) if i in areas else x for i, x in enumerate(line.letters)
        )
        return cls(replace(line, letters=letters), tuple(areas), spark or Path(), dict(facts))

    def seen(self, index: int) -> Path:
        """Return a letter's ink with the part of the spark that stands in it."""
        letter: Letter = self.line.letters[index]
        if self.spark.is_empty:
            return letter.area
        room = letter.area.bounds.inset(-260, -420)
        near = [c for c in self.spark.contours() if room.covers(c.bounds)]
        return Path.join([letter.area, *near])


def symbol_in(terms: Terms, box: Box) -> Path:
    """Return the idea's symbol fitted into a box; with little detail no more than a disc.

    The symbol answers to the nouns; where none of them has one, a disc says nothing false.
    """
    name = said_symbol(terms.nouns) or "dot"
    path = terms.symbol or counter_for((name,), terms.seed)
    if terms.detail < _PLAIN_BELOW:
        disc = counter_for(("dot",), terms.seed)
        path = disc if disc.node_count < path.node_count else path
    return simplify(fitted_to(path, box))


def symbol_name(terms: Terms) -> str:
    """Return the name of the symbol `symbol_in` draws."""
    return "own" if terms.symbol else said_symbol(terms.nouns) or "dot"


def said_symbol(nouns: tuple[str, ...]) -> str:
    """Return the symbol one of the nouns names, or an empty text."""
    for noun in nouns:
        # A noun without a symbol gets another one with every seed.
        found = {counter_name((noun,), seed) for seed in range(6)}
        if len(found) == 1:
            return found.pop()
    return ""
