"""The llm planner: a language model chooses directions; rules check and complete them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Any

from pydantic import Field, field_validator

from agent.brief import Brief
from agent.chat_model import ChatModel, Message
from agent.direction import Depicted, Direction
from agent.errors import ChatModelFailed, InvalidPlan
from agent.plan import Plan
from agent.planner.assemble import Assembler
from agent.planner.base import Planner, PlanRequest
from agent.planner.proposals import ask_proposals, wants_proposals
from agent.planner.rules import RulesPlanner
from compositor.document.frozen import Frozen
from compositor.layout.archetypes import SLOTS, archetypes
from generators.vector.marks import CONSTRUCTIONS
from generators.vector.marks.ideas import Proposal
from knowledge.copywriting.limits import Script, fits, is_allowed
from knowledge.entries import industries, styles
from tools.base import Tool
from tools.errors import ToolError

__all__ = ["Directions", "LlmPlanner"]

_OPEN_SLOTS = ("headline", "subhead", "body", "cta", "tagline")
"""Where a model may write; the other slots state facts."""

_FIGURE = re.compile(r"\d+")
_HAN = re.compile(r"[\u3400-\u9fff]")


class _ModelDirection(Direction):
    """A direction whose ids are checked, so that a wrong one goes back to the model."""

    @field_validator("styles")
    @classmethod
    def _known_styles(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        wrong = [style for style in value if style not in styles()]
        if wrong:
            raise ValueError(f"there is no style {wrong[0]!r}")
        return value

    @field_validator("industry")
    @classmethod
    def _known_industry(cls, value: str) -> str:
        if value and value not in industries():
            raise ValueError(f"there is no industry {value!r}")
        return value

    @field_validator("archetype")
    @classmethod
    def _known_archetype(cls, value: str) -> str:
        if value not in archetypes():
            raise ValueError(f"there is no archetype {value!r}")
        return value

    @field_validator("constructions")
    @classmethod
    def _known_constructions(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        wrong = [kind for kind in value if kind not in CONSTRUCTIONS]
        if wrong:
            raise ValueError(f"there is no construction {wrong[0]!r}")
        return value

    @field_validator("copy_texts")
    @classmethod
    def _known_slots(cls, value: dict[str, str]) -> dict[str, str]:
        wrong = [slot for slot in value if slot not in SLOTS]
        if wrong:
            raise ValueError(f"there is no slot {wrong[0]!r}")
        plain = {slot: " ".join(text.split()) for slot, text in value.items()}
        return {slot: text for slot, text in plain.items() if text}


class Directions(Frozen):
    """What the model is asked for: one direction per variant."""

    directions: tuple[_ModelDirection, ...] = Field(min_length=1, max_length=12)


@dataclass(frozen=True)
class LlmPlanner(Planner):
    """Plans with a language model; falls back to rules with a visible note.

    Attributes:
        model: The chat model.
        tools: The toolbox plans are checked against.
    """

    model: ChatModel
    tools: Mapping[str, Tool[Any]]

    @property
    def name(self) -> str:
        """The server and the model."""
        return f"llm {self.model.settings.base_url} {self.model.settings.model}"

    def plan(self, request: PlanRequest) -> Plan:
        """Return a checked plan, the model's or, when it fails, the rules'."""
        rules = RulesPlanner(self.tools)
        try:
            answer, how = self.model.ask(_messages(request), Directions)
            directions, left_out = _completed(answer, rules.directions(request), request.brief)
            proposals: tuple[Proposal, ...] = ()
            told: tuple[str, ...] = ()
            if wants_proposals(request):
                proposals, told = ask_proposals(self.model, request)
            request = replace(
                request, proposals=proposals, constructions=directions[0].constructions
            )
            name = self.model.settings.model
            note = f"planned by {name} ({how.rung}, {how.repairs} repairs)"
            notes = (*request.brief.notes, note, *told, *left_out)
            return Assembler(self.tools).assemble(request, directions, "llm", notes)
        except (ChatModelFailed, InvalidPlan, ToolError) as error:
            plan = rules.plan(request)
            note = f"the language model was not used: {error}; planned by rules instead"
            return plan.model_copy(update={"notes": (*plan.notes, note)})


def _messages(request: PlanRequest) -> list[Message]:
    brief = request.brief
    rules = files("agent.planner").joinpath("prompts/direction.md").read_text("utf-8")
    style_list = "; ".join(f"{s.id} ({s.name_en} {s.name_zh})" for s in styles().values())
    trade_list = "; ".join(f"{i.id} ({i.name_zh})" for i in industries().values())
    layout_list = "; ".join(f"{a.id} ({a.name_en} {a.name_zh})" for a in archetypes().values())
    system = "\n".join(
        [
            rules,
            f"Styles: {style_list}",
            f"Industries: {trade_list}",
            f"Archetypes: {layout_list}",
            f"Logo constructions: {', '.join(CONSTRUCTIONS)}",
            f"Copy slots: {', '.join(SLOTS)}",
        ]
    )
    made = ", ".join(f"{d.kind} {d.width_px:g}×{d.height_px:g} px" for d in brief.deliverables)
    asked = "\n".join(
        [
            f"Directions wanted: {request.variants}",
            f"Deliverables: {made}",
            f"Languages: {', '.join(brief.languages)}",
            f"Texts that must appear: {[text.text for text in brief.required_texts]}",
            f"Ruled out: {list(brief.must_nots)}",
            "Brief:",
            brief.text,
        ]
    )
    return [{"role": "system", "content": system}, {"role": "user", "content": asked}]


def _completed(
    answer: Directions, fallback: tuple[Direction, ...], brief: Brief
) -> tuple[tuple[Direction, ...], list[str]]:
    """Return one direction per variant, and what of the model's was left out.

    They are the model's, filled up from the rules'. Texts the client supplied win over the
    model's; its archetype is a wish that the layout engine weighs.
    """
    found: list[Direction] = []
    left_out: list[str] = []
    for index, rules in enumerate(fallback):
        chosen: Direction = rules
        if index < len(answer.directions):
            chosen, dropped = _joined(answer.directions[index], rules, brief)
            left_out += dropped
        found.append(chosen)
    return tuple(found), left_out


def _joined(chosen: Direction, rules: Direction, brief: Brief) -> tuple[Direction, list[str]]:
    """Return the model's direction completed by the rules', and what was left out of it."""
    copy_texts: dict[str, str] = {}
    left_out: list[str] = []
    for slot, text in chosen.copy_texts.items():
        fault = _fault_in(slot, text, brief)
        if fault:
            left_out.append(f"the model's {slot} “{text[:24]}” was left out: {fault}")
        else:
            copy_texts[slot] = text
    joined = Direction(
        **{
            **chosen.model_dump(),
            "copy_texts": copy_texts,
            "industry": chosen.industry or rules.industry,
            "depicted": () if brief.manner.is_wordy else _with_labels(chosen, rules, brief),
            "manner": rules.manner if rules.manner.is_given else chosen.manner,
            "constructions": chosen.constructions or rules.constructions,
            "reasons": {**rules.reasons, **chosen.reasons},
        }
    )
    return joined, left_out


def _fault_in(slot: str, text: str, brief: Brief) -> str:
    """Say why a text of the model's may not be set, or return an empty text."""
    if slot not in _OPEN_SLOTS:
        return "only the brief states facts"
    if any(required.where == slot for required in brief.required_texts):
        return "the brief has its own"
    if any(figure not in brief.text for figure in _FIGURE.findall(text)):
        return "it states a number the brief does not"
    if any(what.casefold() in text.casefold() for what in brief.must_nots):
        return "the brief rules it out"
    if not is_allowed(text):
        return "advertising law does not allow it"
    script: Script = "zh" if _HAN.search(text) else "en"
    uses = [d.use for d in brief.deliverables if d.kind == "poster"]
    return "" if all(fits(text, use, slot, script) for use in uses) else "it is too long"


def _with_labels(chosen: Direction, rules: Direction, brief: Brief) -> tuple[Depicted, ...]:
    """The model's things to show, with the labels only the brief may give."""
    if any(shown.label for shown in rules.depicted):
        return rules.depicted
    refused = " ".join(brief.must_nots).casefold()
    shown = tuple(
        shown.model_copy(update={"label": ""})
        for shown in chosen.depicted
        if shown.noun.casefold() not in refused
    )
    return shown or rules.depicted
