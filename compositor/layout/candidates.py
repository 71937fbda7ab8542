"""Candidates: many compositions of the same words, laid out, scored, the best kept apart.

Nothing here draws: a candidate is an archetype with a scale of the headline and, for
compositions with a side, its mirror image.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from compositor.geometry import Size
from compositor.layout.archetypes import archetypes, eligible
from compositor.layout.compose import Composition, compose_page
from compositor.layout.score import PageScore, score_page
from compositor.layout.theme import Theme
from compositor.typography.fonts import FontSet

__all__ = ["Candidate", "CandidateRequest", "diverse", "propose"]

_SCALES = (1.0, 0.82)
_JITTER = 0.05
"""How far a seed may move a score: enough for another good answer, not for a bad one."""


@dataclass(frozen=True)
class Candidate:
    """One composition.

    Attributes:
        archetype: Its id.
        family: The archetype's family.
        scale: Of the headline's range.
        is_mirrored: Left and right exchanged.
        score: What was measured.
        total: The score with the seed's jitter and the subject's shape.
    """

    archetype: str
    family: str
    scale: float
    is_mirrored: bool
    score: PageScore
    total: float


@dataclass(frozen=True, kw_only=True)
class CandidateRequest:
    """What to compose.

    Attributes:
        theme: Type and style parameters.
        copy: Text by slot.
        language: BCP 47.
        size: Trim, px.
        medium: screen, print or sign.
        fidelity: How well each archetype suits style and trade, 0–1, by id.
        subject_aspect: Width over height of what is shown; 0 when nothing is.
        seed: Moves scores a little.
    """

    theme: Theme
    copy: Mapping[str, str]
    language: str
    size: Size
    medium: Literal["screen", "print", "sign"] = "screen"
    fidelity: Mapping[str, float]
    subject_aspect: float = 0.0
    seed: int = 0


def propose(request: CandidateRequest, fonts: FontSet) -> list[Candidate]:
    """Return every candidate that fits, best first; at least 24 are tried on a usual page."""
    rng = np.random.default_rng(request.seed)
    found: list[Candidate] = []
    names = eligible(
        request.copy.get("headline", ""),
        has_picture=request.subject_aspect > 0,
        size=request.size,
    )
    for name in names:
        entry = archetypes()[name]
        for scale in _SCALES:
            for is_mirrored in (False, True) if entry.has_side else (False,):
                jitter = float(rng.uniform(-_JITTER, _JITTER))
                candidate = _candidate(request, name, scale, fonts, is_mirrored=is_mirrored)
                if candidate is not None:
                    total = candidate.total + jitter
                    found.append(
                        Candidate(
                            name, entry.family, scale, is_mirrored, candidate.score, total
                        )
                    )
    return sorted(found, key=lambda candidate: -candidate.total)


def diverse(candidates: list[Candidate], count: int) -> list[Candidate]:
    """Return the best candidates, no two of one archetype; families repeat last."""
    chosen: list[Candidate] = []
    for strict in (True, False):
        for candidate in candidates:
            if len(chosen) == count:
                return chosen
            used = {c.archetype for c in chosen}
            families = {c.family for c in chosen}
            if candidate.archetype in used or (strict and candidate.family in families):
                continue
            chosen.append(candidate)
    return chosen


def _candidate(
    request: CandidateRequest, name: str, scale: float, fonts: FontSet, *, is_mirrored: bool
) -> Candidate | None:
    entry = archetypes()[name]
    page, overset = compose_page(
        Composition(
            theme=request.theme,
            archetype=entry,
            size=request.size,
            copy=dict(request.copy),
            language=request.language,
            medium=request.medium,
            headline_scale=scale,
            is_mirrored=is_mirrored,
        ),
        fonts,
    )
    if overset:
        return None
    geometry = entry.geometry(request.size, tuple(request.copy), is_mirrored=is_mirrored)
    hero = page.box.fraction(*geometry.hero)
    score = score_page(page, hero, request.theme.params, request.fidelity.get(name, 0.4), fonts)
    if score.total == 0:
        return None
    shape = _shape_fit(hero.width / hero.height, request.subject_aspect)
    return Candidate(
        name, entry.family, scale, is_mirrored, score, 0.88 * score.total + 0.12 * shape
    )


def _shape_fit(box_aspect: float, subject_aspect: float) -> float:
    """How much of the box a subject of that shape fills, 0–1."""
    if subject_aspect <= 0:
        return 0.6
    return min(box_aspect, subject_aspect) / max(box_aspect, subject_aspect)
