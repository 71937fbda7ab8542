"""Idea and Concept: what to draw and why; and the same drawn, judged and compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generators.vector.marks.judge.judge import Judgment
from generators.vector.marks.mark import Mark

__all__ = ["Concept", "ConceptKind", "Idea"]

ConceptKind = Literal[
    "meaning", "subject", "trade", "two_ideas", "initial", "sound", "value", "proposal"
]
"""Where an idea comes from: what the name means, what the brief names, an object of the
trade, two of them sharing an edge, the initial, how the name sounds, a value, or outside."""


@dataclass(frozen=True, kw_only=True)
class Idea:
    """An idea before it is drawn.

    Attributes:
        kind: Where it comes from.
        motif: What is seen, as one id.
        construction: A name in `CONSTRUCTIONS`, or sketch, or initial_motif.
        reason_en: Why, in one or two sentences, for this brand only.
        reason_zh: The same in Chinese.
        subjects: Nouns for the construction.
        variant: Which of its answers.
        sketch: Lines of the sketch notation, for sketches.
        families: Answers of an abstract construction that say the idea; empty accepts all.
        prior: How promising it is before it is seen, 0–1.
    """

    kind: ConceptKind
    motif: str
    construction: str
    reason_en: str
    reason_zh: str
    subjects: tuple[str, ...] = ()
    variant: int = 0
    sketch: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    prior: float = 0.5


@dataclass(frozen=True, kw_only=True)
class Concept:
    """A drawn idea.

    Attributes:
        idea: Where it comes from.
        mark: The drawing.
        layout: How its parts stand: open, enclosed, letter, radial …
        judgment: What was measured.
        distances: To the nearest cliché and to the nearest other concept of the set.
        cliche: The nearest cliché's name in English and Chinese.
        score: What it was ranked by.
        seed: With which it was drawn; any look draws it with the same.
    """

    idea: Idea
    mark: Mark
    layout: str
    judgment: Judgment
    distances: dict[str, float] = field(default_factory=dict)
    cliche: tuple[str, str] = ("", "")
    score: float = 0.0
    seed: int = 0

    @property
    def id(self) -> str:
        """Construction, motif and layout: no two concepts of a set share it."""
        return f"{self.mark.construction}/{self.idea.motif}/{self.layout}"

    def reason(self, *, is_chinese: bool) -> str:
        """Return why, in one of the two languages."""
        return self.idea.reason_zh if is_chinese else self.idea.reason_en
