"""Proposals: a language model's logo concepts, in the checked sketch notation.

Every sketch is read, drawn and judged before it is accepted; what is wrong goes back to the
model with the line that is wrong, as often as the chat model's ladder allows.
"""

from __future__ import annotations

from pydantic import Field, field_validator

from agent.chat_model import ChatModel, Message
from agent.errors import ChatModelFailed
from agent.planner.base import PlanRequest
from compositor.document.frozen import Frozen
from generators.vector.marks.ideas import Proposal
from generators.vector.marks.ideas import sketch as notation
from generators.vector.marks.ideas.refusals import Refusals
from tools.concepts import fault_in_sketch

__all__ = ["LogoProposals", "ask_proposals", "wants_proposals"]

_MOST = 6


class _CheckedProposal(Proposal):
    """A proposal whose sketch draws a mark without hard faults."""

    @field_validator("sketch")
    @classmethod
    def _draws_a_mark(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        fault = fault_in_sketch(value)
        if fault:
            raise ValueError(fault)
        return value


class LogoProposals(Frozen):
    """What the model is asked for."""

    concepts: tuple[_CheckedProposal, ...] = Field(min_length=1, max_length=_MOST)


def wants_proposals(request: PlanRequest) -> bool:
    """Return whether the brief asks for a logo."""
    return any(deliverable.kind == "logo" for deliverable in request.brief.deliverables)


def ask_proposals(
    model: ChatModel, request: PlanRequest
) -> tuple[tuple[Proposal, ...], tuple[str, ...]]:
    """Return the model's concepts, and notes on how they came and what was left out."""
    try:
        answer, how = model.ask(_messages(request), LogoProposals)
    except ChatModelFailed as error:
        return (), (f"no concept of the model was used: {error}; concepts by rules",)
    refusals = Refusals(request.brief.must_nots)
    kept: list[Proposal] = []
    notes = [f"{len(answer.concepts)} concepts proposed ({how.rung}, {how.repairs} repairs)"]
    for concept in answer.concepts:
        if refusals.rule_out(concept.motif, *concept.motif.split()):
            notes.append(f"the model's “{concept.motif}” was left out: the brief rules it out")
        else:
            kept.append(Proposal(**concept.model_dump()))
    return tuple(kept), tuple(notes)


def _messages(request: PlanRequest) -> list[Message]:
    brief = request.brief
    system = (
        "You are a logo designer. Propose up to six concepts for one brand, each of another "
        "kind: what its name means, two ideas sharing an edge, how it sounds, what it stands "
        "for. Each reason must be true of this brand only. Draw each concept in this notation, "
        "on a 96 by 96 grid, y down, ink within 8 to 88, strokes of 4 or more, gaps of 3 or "
        f"more, few parts.\n{notation.__doc__}"
    )
    name = " / ".join(filter(None, (brief.brand.latin, brief.brand.zh))) or "not named yet"
    asked = "\n".join(
        [
            f"Brand: {name}",
            f"Trade: {brief.industry or 'not stated'}",
            f"Ruled out: {list(brief.must_nots)}",
            "Brief:",
            brief.text,
        ]
    )
    return [{"role": "system", "content": system}, {"role": "user", "content": asked}]
