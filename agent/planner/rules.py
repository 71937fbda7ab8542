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
from knowledge import find_styles, pick_styles
from knowledge.entries import Industry, industries, styles
from knowledge.likeness import LIKELY
from tools.base import Tool

__all__ = ["RulesPlanner", "depicted_in"]


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
        """Return one direction per variant; their layouts are chosen by the assembler."""
        variants = range(1, request.variants + 1)
        return tuple(_direction(request, variant) for variant in variants)


def _direction(request: PlanRequest, variant: int) -> Direction:
    brief = request.brief
    industry = industries().get(brief.industry)
    chosen = _styles(brief, industry, request.seed, variant)
    depicted = () if brief.manner.is_wordy else depicted_in(brief, industry)
    named = " + ".join(styles()[style].name_en for style in chosen)
    return Direction(
        styles=chosen,
        industry=brief.industry,
        mood=" ".join(brief.moods)[:80],
        constructions=_constructions(brief),
        concept=brief.subject[:240],
        depicted=depicted,
        manner=brief.manner,
        reasons={
            "style": (f"{named}: asked for" if brief.styles else f"{named}: suits the subject"),
            "picture": _picture_reason(depicted),
            "mark": "drawn from " + (", ".join(d.noun for d in depicted[:2]) or "the name"),
        },
    )


def _styles(
    brief: Brief, industry: Industry | None, seed: int, variant: int
) -> tuple[str, ...]:
    if brief.styles:
        return _leading_first(brief)[:3]
    likened = _likened(brief.text)
    if likened and variant == 1:
        return (likened,)
    pool = [style for style in industry.styles if style in styles()] if industry else []
    pool = pool or ["swiss", "editorial", "flat_illustration", "gradient_aurora", "organic"]
    start = derived_seed(seed, "style", brief.text) % min(2, len(pool))
    return (pool[(start + variant - 1) % len(pool)],)


_CLAUSE = re.compile(r"[。；;！!？?\n，,]|\.\s")
_LIKENED = re.compile(
    r"像|感觉|氛围|调性|气质|想起|\blike\b|\bfeel|\bvibe|\bmood|\bremind|\bas if\b",
    re.IGNORECASE,
)


def _likened(text: str) -> str:
    """Return the style a clause likens the design to ("like a rave flyer"), or nothing."""
    for clause in _CLAUSE.split(text):
        found = pick_styles(clause, limit=1) if _LIKENED.search(clause) else []
        if found and found[0].score >= LIKELY:
            return found[0].id
    return ""


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


def _picture_reason(depicted: tuple[Depicted, ...]) -> str:
    if not depicted:
        return "no thing is named, so form and color carry the picture"
    named = " and ".join(d.noun.replace("_", " ") for d in depicted)
    return f"shows {named}, and leaves room for the words"
