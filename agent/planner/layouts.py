"""Layouts: which composition each variant of a poster takes, chosen among many.

Rules and models choose alike: what a model names is a wish that counts, not an order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from compositor.layout.archetypes import Archetype, archetypes, eligible
from compositor.layout.candidates import (
    Candidate,
    CandidateRequest,
    diverse,
    propose,
    stand_ins,
)
from compositor.layout.theme import Palette
from compositor.layout.variation import PLAIN, Variation
from compositor.typography.fonts import default_fonts
from knowledge.chords import apart
from knowledge.entries import Industry, Style, styles

__all__ = [
    "DISTINCT",
    "Layout",
    "choose_layouts",
    "fidelity",
    "palettes_apart",
    "subject_aspect",
]

_SUBJECT_ASPECT = (0.0, 0.85, 1.35, 1.6)
"""Width over height of a picture of no, one, two or more things."""
DISTINCT = 0.055
"""How far apart palettes are, by `palettes_apart`, from which they look like two."""


@dataclass(frozen=True)
class Layout:
    """The composition of one poster.

    Attributes:
        archetype: What it is composed as.
        chosen: The candidate; None when no page holds the words.
        others: Candidates that could take its picture.
        tried: How many candidates fitted.
        is_tight: Whether the words only fit with short lines on one.
    """

    archetype: Archetype
    chosen: Candidate | None
    others: tuple[Candidate, ...] = ()
    tried: int = 0
    is_tight: bool = False

    @property
    def is_mirrored(self) -> bool:
        """Whether left and right are exchanged."""
        return self.chosen is not None and self.chosen.is_mirrored

    @property
    def variation(self) -> Variation:
        """How the archetype is varied."""
        return PLAIN if self.chosen is None else self.chosen.variation

    @property
    def arguments(self) -> dict[str, Any]:
        """What compose_poster is called with."""
        if self.chosen is None:
            return {"archetype": self.archetype.id}
        return {
            **_arguments(self.chosen),
            "alternatives": [_arguments(other) for other in self.others],
        }

    def reason(self, style: str) -> str:
        """Why it was chosen, one sentence."""
        if self.chosen is None:
            return "the words are long: the first layout that may hold them"
        name = styles()[style].name_en if style in styles() else style
        return (
            f"{self.archetype.name_en}: best of {self.tried} compositions of these words for "
            f"{name} ({self.chosen.score.total:.2f})"
        )


def choose_layouts(
    requests: Sequence[CandidateRequest], taken: Sequence[Candidate] = ()
) -> tuple[Layout, ...]:
    """Return one layout for each request, no two of one archetype while there are others.

    Args:
        requests: The variants of one deliverable.
        taken: Compositions of other deliverables that these must not repeat.
    """
    fonts = default_fonts()
    lists = [propose(request, fonts) for request in requests]
    found = diverse(lists, taken)
    used = {c.archetype for c in (*taken, *found) if c is not None}
    layouts = []
    for request, candidates, chosen in zip(requests, lists, found, strict=True):
        # What takes a composition's place must not make it the twin of another.
        free = [c for c in candidates if c.archetype not in used or _like(c, chosen)]
        layout = _layout(request, free, chosen)
        used |= {other.archetype for other in layout.others}
        layouts.append(replace(layout, tried=len(candidates)))
    return tuple(layouts)


def _like(candidate: Candidate, chosen: Candidate | None) -> bool:
    return chosen is not None and candidate.archetype == chosen.archetype


def _layout(
    request: CandidateRequest, candidates: Sequence[Candidate], chosen: Candidate | None
) -> Layout:
    if chosen is None:
        possible = eligible(
            request.copy.get("headline", ""),
            has_picture=True,
            size=request.size,
            copy=request.copy,
        )
        name = request.wish if request.wish in possible else _ROOMIEST
        return Layout(archetypes()[name], None)
    others = stand_ins(chosen, candidates, request.size, tuple(request.copy))
    entry = archetypes()[chosen.archetype]
    return Layout(entry, chosen, tuple(others))


_ROOMIEST = "text_sheet"


def _arguments(candidate: Candidate) -> dict[str, Any]:
    return {
        "archetype": candidate.archetype,
        "headline_scale": candidate.scale,
        "is_mirrored": candidate.is_mirrored,
        "variation": candidate.variation.model_dump(mode="json", exclude_defaults=True),
        "score": round(candidate.total, 3),
    }


def subject_aspect(things: int) -> float:
    """Return width over height of a picture of so many things; 0 of none."""
    return _SUBJECT_ASPECT[min(things, len(_SUBJECT_ASPECT) - 1)]


def palettes_apart(one: Palette, two: Palette) -> float:
    """Return how different two palettes look at a glance: the mean of three colors, OKLab."""
    roles = ("ground", "primary", "accent")
    far = [apart(getattr(one, role).oklch, getattr(two, role).oklch) for role in roles]
    return sum(far) / len(far)


@lru_cache(maxsize=1)
def _commonness() -> Mapping[str, float]:
    """How many styles name an archetype, as a part of all: what suits all says little."""
    every = styles().values()
    return {
        name: sum(name in entry.archetypes for entry in every) / len(every)
        for name in archetypes()
    }


def fidelity(style: Style, industry: Industry | None) -> dict[str, float]:
    """Return how well each archetype suits a style and a trade, 0–1, by id.

    Archetypes that half of all styles name count less than ones that are its own.
    """
    found = {}
    for name in archetypes():
        own = _place(name, style.archetypes)
        if style.id in archetypes()[name].made_for:
            own = 1.0
        trade = _place(name, industry.archetypes) if industry else own
        rare = 1.0 - 0.7 * _commonness()[name]
        poise = 1.0 - abs(style.params.get("symmetry", 0.5) - _symmetry(archetypes()[name]))
        known = (0.7 * own + 0.3 * trade) * rare + 0.1
        found[name] = min(1.0, 0.8 * known + 0.2 * poise)
    return found


def _symmetry(archetype: Archetype) -> float:
    """How symmetrical an archetype is, 0–1, as styles say how symmetrical they want to be."""
    if archetype.family == "dynamic":
        return 0.1
    return 0.9 if archetype.align == "center" else 0.45


def _place(name: str, preferred: tuple[str, ...]) -> float:
    if "list" in archetypes()[name].needs:
        # They serve what is written, whatever the style.
        return 0.75
    if name not in preferred:
        return 0.15
    return 1.0 - 0.12 * preferred.index(name)
