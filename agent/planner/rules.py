"""The rules planner: directions from the knowledge tables alone; needs no model."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from agent.brief import Brief
from agent.direction import Depicted, Direction
from agent.plan import Plan
from agent.planner.assemble import Assembler
from agent.planner.base import Planner, PlanRequest, derived_seed
from compositor.geometry import Size
from compositor.layout.archetypes import archetypes
from compositor.layout.candidates import Candidate, CandidateRequest, propose
from compositor.typography.fonts import default_fonts
from knowledge import find_styles
from knowledge.entries import Industry, Style, industries, styles
from tools.base import Tool

__all__ = ["RulesPlanner", "depicted_in", "fidelity"]

_SUBJECT_ASPECT = (0.0, 0.85, 1.35, 1.6)
"""Width over height of a picture of no, one, two or more things."""


@dataclass(frozen=True)
class RulesPlanner(Planner):
    """Plans by rules.

    Attributes:
        tools: The toolbox plans are checked against.
    """

    tools: Mapping[str, Tool[Any]]

    @property
    def name(self) -> str:
        """Always the same: rules."""
        return "rules"

    def plan(self, request: PlanRequest) -> Plan:
        """Return a plan; the same request gives the same plan."""
        assembler = Assembler(self.tools)
        return assembler.assemble(
            request, self.directions(request), "rules", request.brief.notes
        )

    def directions(self, request: PlanRequest) -> tuple[Direction, ...]:
        """Return one direction per variant, no two with the same archetype."""
        used: list[str] = []
        found = []
        for variant in range(1, request.variants + 1):
            direction = self._direction(request, variant, tuple(used))
            used.append(direction.archetype)
            found.append(direction)
        return tuple(found)

    def _direction(
        self, request: PlanRequest, variant: int, used: tuple[str, ...]
    ) -> Direction:
        brief = request.brief
        industry = industries().get(brief.industry)
        chosen = _styles(brief, industry, request.seed, variant)
        depicted = depicted_in(brief, industry)
        open_direction = Direction(
            styles=chosen,
            industry=brief.industry,
            mood=" ".join(brief.moods)[:80],
            depicted=depicted,
        )
        chosen_layout, why = self._composition(request, open_direction, used, variant)
        mood = " ".join(brief.moods)
        named = " + ".join(styles()[style].name_en for style in chosen)
        return Direction(
            styles=chosen,
            industry=brief.industry,
            mood=mood[:80],
            archetype=chosen_layout.archetype if chosen_layout else "",
            headline_scale=chosen_layout.scale if chosen_layout else 1.0,
            is_mirrored=chosen_layout.is_mirrored if chosen_layout else False,
            constructions=_constructions(brief),
            concept=brief.subject[:240],
            depicted=depicted,
            reasons={
                "style": (
                    f"{named}: asked for" if brief.styles else f"{named}: suits the subject"
                ),
                "picture": _picture_reason(depicted),
                "mark": "drawn from " + (", ".join(d.noun for d in depicted[:2]) or "the name"),
                "layout": why,
            },
        )

    def _composition(
        self, request: PlanRequest, direction: Direction, used: tuple[str, ...], variant: int
    ) -> tuple[Candidate | None, str]:
        """Choose among many compositions of the real words, and say why."""
        posters = [d for d in request.brief.deliverables if d.kind == "poster"]
        if not posters:
            return None, ""
        assembler = Assembler(self.tools)
        copy = assembler.draft(request, direction, variant, posters[0])
        theme = assembler.draft_look(request, direction, variant)
        leading = styles()[direction.styles[0]]
        candidates = propose(
            CandidateRequest(
                theme=theme,
                copy=copy.slots,
                language=copy.language,
                size=Size(posters[0].width_px, posters[0].height_px),
                fidelity=fidelity(leading, industries().get(direction.industry)),
                subject_aspect=_SUBJECT_ASPECT[min(len(direction.depicted), 3)],
                seed=derived_seed(request.seed, variant, "composition", request.brief.text),
            ),
            default_fonts(),
        )
        if not candidates:
            return None, "the words are long: the first layout that holds them"
        chosen = min(candidates, key=lambda candidate: used.count(candidate.archetype))
        name = archetypes()[chosen.archetype].name_en
        why = (
            f"{name}: best of {len(candidates)} compositions of these words for "
            f"{leading.name_en} ({chosen.score.total:.2f})"
        )
        return chosen, why


def _styles(
    brief: Brief, industry: Industry | None, seed: int, variant: int
) -> tuple[str, ...]:
    if brief.styles:
        return _leading_first(brief)[:3]
    pool = [style for style in industry.styles if style in styles()] if industry else []
    pool = pool or ["swiss", "editorial", "flat_illustration", "gradient_aurora", "organic"]
    start = derived_seed(seed, "style", brief.text) % min(2, len(pool))
    return (pool[(start + variant - 1) % len(pool)],)


_LINES = re.compile(
    r"线条|线描|单线|线性|\blines?\b|\bline[- ](?:art|illustration|drawing)", re.I
)


def _constructions(brief: Brief) -> tuple[str, ...]:
    """A brief that asks for lines gets them: of the thing it names, else of geometry."""
    if not _LINES.search(brief.text):
        return ()
    return ("line_art",) if brief.nouns else ("line_geo",)


_CALLED_STYLE = re.compile(r"style|风格|风$|风\b", re.IGNORECASE)
_AFTER_STYLE = 4


def _leading_first(brief: Brief) -> tuple[str, ...]:
    """The asked styles: first what the client calls a style ("doodle style"), then by score."""
    asked = [style for style in brief.styles if style in styles()]
    rank: dict[str, float] = {}
    for match in find_styles(brief.text, limit=12):
        said = [brief.text[start : end + _AFTER_STYLE] for start, end in match.spans]
        called = any(_CALLED_STYLE.search(words.strip()) for words in said)
        rank[match.id] = round(match.score, 1) + (1.0 if called else 0.0)
    return tuple(sorted(asked, key=lambda style: -rank.get(style, 0.0)))


def depicted_in(brief: Brief, industry: Industry | None) -> tuple[Depicted, ...]:
    """Return what the picture shows: the brief's things, else a motif of the trade.

    A text the brief wants on a product stands on the thing most likely to carry it; without
    one, a pack carries the brand.
    """
    names = {noun.id for noun in brief.nouns}
    found = [
        Depicted(noun=noun.id, attributes=_attributes(noun.attributes, names - {noun.id}))
        for noun in brief.nouns[:4]
    ]
    labels = [*brief.texts_at("on_product"), *filter(None, (brief.brand.latin, brief.brand.zh))]
    carrier = max(found, key=lambda shown: _carries(shown.noun), default=None)
    if labels and carrier is not None and _carries(carrier.noun):
        labeled = carrier.model_copy(update={"label": labels[0][:40]})
        found[found.index(carrier)] = labeled
    if not found and industry is not None and industry.motifs:
        found.append(Depicted(noun=industry.motifs[0]))
    return tuple(found)


@lru_cache(maxsize=1)
def _attribute_words() -> dict[str, str]:
    text = files("agent.planner").joinpath("attributes.json").read_text("utf-8")
    words: dict[str, str] = json.loads(text)["words"]
    return words


def _attributes(written: tuple[str, ...], beside: set[str]) -> tuple[str, ...]:
    """The brief's words for a thing in the words generators know, and what stands beside it."""
    plain = [_attribute_words().get(word, word) for word in written]
    company = sorted(name for name in beside if name in ("dog", "poodle", "puppy", "cat"))
    return tuple(dict.fromkeys([*plain, *company]))[:6]


_CARRIERS = (
    "bag",
    "box",
    "bottle",
    "can",
    "jar",
    "cup",
    "pack",
    "sign",
    "shirt",
    "tote",
    "tin",
)


def _carries(noun: str) -> int:
    """How likely a text stands on such a thing; 0 is not at all."""
    parts = noun.split("_")
    return max((len(word) for word in _CARRIERS if word in parts), default=0)


@lru_cache(maxsize=1)
def _commonness() -> dict[str, float]:
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
        trade = _place(name, industry.archetypes) if industry else own
        rare = 1.0 - 0.7 * _commonness()[name]
        found[name] = min(1.0, (0.7 * own + 0.3 * trade) * rare + 0.1)
    return found


def _place(name: str, preferred: tuple[str, ...]) -> float:
    if name not in preferred:
        return 0.15
    return 1.0 - 0.12 * preferred.index(name)


def _picture_reason(depicted: tuple[Depicted, ...]) -> str:
    if not depicted:
        return "no thing is named, so form and color carry the picture"
    named = " and ".join(d.noun.replace("_", " ") for d in depicted)
    return f"shows {named}, and leaves room for the words"
