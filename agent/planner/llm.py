"""The llm planner: a language model chooses directions; rules check and complete them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from pydantic import Field, field_validator

from agent.brief import Brief
from agent.chat_model import ChatModel, Message
from agent.errors import ChatModelFailed, InvalidPlan
from agent.plan import Plan
from agent.planner.assemble import Assembler
from agent.planner.base import Planner, PlanRequest
from agent.planner.direction import Direction
from agent.planner.rules import RulesPlanner
from compositor.document.frozen import Frozen
from compositor.layout.archetypes import SLOTS, archetypes
from generators.vector.marks import CONSTRUCTIONS
from knowledge.entries import industries, styles
from tools.base import Tool

__all__ = ["Directions", "LlmPlanner"]


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
        return {slot: text.strip() for slot, text in value.items() if text.strip()}


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

    def plan(self, request: PlanRequest) -> Plan:
        """Return a checked plan, the model's or, when it fails, the rules'."""
        rules = RulesPlanner(self.tools)
        try:
            answer, how = self.model.ask(_messages(request), Directions)
            directions = _completed(answer, rules.directions(request), request.brief)
            note = f"planned by {self.model.settings.model} ({how.rung}, {how.repairs} repairs)"
            assembler = Assembler(self.tools)
            return assembler.assemble(request, directions, "llm", (*request.brief.notes, note))
        except (ChatModelFailed, InvalidPlan) as error:
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
) -> tuple[Direction, ...]:
    """Give back one direction per variant: the model's, filled up from the rules'.

    Texts the client supplied win over the model's, and no two variants share an archetype.
    """
    own = {"on_product", "any"}
    supplied = {text.where: text.text for text in brief.required_texts if text.where not in own}
    found: list[Direction] = []
    used: set[str] = set()
    for index, rules in enumerate(fallback):
        if index >= len(answer.directions):
            found.append(rules)
            continue
        chosen = answer.directions[index]
        copy_texts = {
            slot: text for slot, text in chosen.copy_texts.items() if slot not in supplied
        }
        archetype = chosen.archetype
        if archetype in used:
            archetype = next(a for a in (rules.archetype, *archetypes()) if a not in used)
        used.add(archetype)
        found.append(
            Direction(
                **{
                    **chosen.model_dump(),
                    "archetype": archetype,
                    "copy_texts": copy_texts,
                    "industry": chosen.industry or rules.industry,
                    "depicted": _with_labels(chosen, rules),
                    "constructions": chosen.constructions or rules.constructions,
                    "reasons": {**rules.reasons, **chosen.reasons},
                }
            )
        )
    return tuple(found)


def _with_labels(chosen: Direction, rules: Direction) -> tuple[Any, ...]:
    """The model's things to show, with the labels only the brief may give."""
    labeled = [d for d in rules.depicted if d.label]
    bare = tuple(d.model_copy(update={"label": ""}) for d in chosen.depicted)
    if not bare or labeled:
        return rules.depicted
    return bare
