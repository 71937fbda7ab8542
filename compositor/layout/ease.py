"""Ease: how much a stack of words may give way before it counts as overset."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from compositor.typography.characters import han_share

__all__ = ["Ease", "eases"]

_CHINESE = 0.5
_PHRASE_END = re.compile(r"[，。！？、；：,!?;:\s]+")


@dataclass(frozen=True)
class Ease:
    """How much a stack may give way: first nothing, then the button, then the headline."""

    headline_lines: int
    button_lines: int
    button_pad_em: float

    def lines(self, slot: str) -> int:
        """Return the most lines of a slot; 0 is any number."""
        return {"headline": self.headline_lines, "cta": self.button_lines}.get(slot, 0)


def eases(copy: dict[str, str], most: int, *, keeps_phrases: bool) -> tuple[Ease, ...]:
    """Return what is tried in turn.

    Args:
        copy: Text by slot.
        most: Lines of the headline.
        keeps_phrases: Whether a Chinese headline should break by sense first.
    """
    sense = min(_lines_of_sense(copy.get("headline", "")) or most, most)
    first = sense if keeps_phrases else most
    tried = [Ease(first, 1, 1.3)]
    if copy.get("cta"):
        tried.append(Ease(first, 1, 0.75))
    if first != most:
        tried.append(Ease(most, 1, 0.75))
    if copy.get("cta"):
        tried.append(Ease(most, 0, 1.0))
    return tuple(tried)


def _lines_of_sense(headline: str) -> int:
    """Return how many lines a Chinese headline needs to keep its words; 0 for others.

    >>> _lines_of_sense("斑驳处，暗香来"), _lines_of_sense("Late Notes")
    (2, 0)
    """
    if han_share(headline) < _CHINESE:
        return 0
    phrases = len([part for part in _PHRASE_END.split(headline) if part])
    return max(phrases, 2, math.ceil(len(headline) / 4) if phrases == 1 else 0)
