"""Repair: one wish of a plan made another way, when what was made does not hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from agent.plan import DELIVERY_TOOL, Plan, Step, Wish, check_plan, hashed
from agent.planner.assemble import picture_place
from compositor.geometry import Size
from compositor.layout.archetypes import archetypes
from compositor.layout.candidates import Candidate, CandidateRequest, propose
from compositor.typography.fonts import default_fonts
from tools.base import Copy, Look, Tool

__all__ = ["attempts", "delivered_as", "repaired"]


def attempts(plan: Plan, wish: Wish) -> tuple[Step, ...]:
    """Return the document steps made for a wish so far, oldest first."""
    mine = re.compile(re.escape(wish.base) + r"(-r\d+)?")
    return tuple(
        step for step in plan.steps if step.phase == "layout" and mine.fullmatch(step.id)
    )


def delivered_as(plan: Plan, wish: Wish, document_step: str) -> Plan:
    """Return the plan with another attempt checked and handed over for a wish."""
    export = plan.step(wish.export_step)
    arguments = {**export.arguments, "document": document_step}
    chosen = wish.model_copy(
        update={"document_step": document_step, "check_step": f"{document_step}-check"}
    )
    wishes = tuple(chosen if w.base == wish.base else w for w in plan.wishes)
    plan = plan.with_step(export.model_copy(update={"arguments": arguments}))
    return plan.model_copy(update={"wishes": wishes})


def repaired(
    plan: Plan, wish: Wish, materials: tuple[Copy, Look], tools: Mapping[str, Tool[Any]]
) -> tuple[Plan, str] | None:
    """Return the plan with a poster composed another way, and what was changed.

    None when the wish is no poster, or every composition that holds its words was tried.

    Args:
        plan: As carried out so far.
        wish: What did not hold.
        materials: Its words and its look.
        tools: The toolbox, by name.
    """
    compose = plan.step(wish.document_step)
    if compose.tool != "compose_poster":
        return None
    copy, look = materials
    tried = {step.arguments["archetype"] for step in attempts(plan, wish)}
    size = Size(float(compose.arguments["width"]), float(compose.arguments["height"]))
    candidates = propose(
        CandidateRequest(
            theme=look.theme,
            copy=copy.slots,
            language=copy.language,
            size=size,
            fidelity={},
            subject_aspect=1.0,
            seed=compose.seed,
        ),
        default_fonts(),
    )
    choice = next((c for c in candidates if c.archetype not in tried), None)
    if choice is None:
        return None
    document = f"{wish.base}-r{len(attempts(plan, wish))}"
    renamed = {
        str(compose.arguments.get("picture", "")): f"{document}-picture",
        wish.document_step: document,
        wish.check_step: f"{document}-check",
    }
    again = [_again(step, renamed, choice) for step in plan.steps if step.id in renamed]
    place = picture_place(
        archetypes()[choice.archetype],
        size,
        tuple(copy.slots),
        is_mirrored=choice.is_mirrored,
    )
    again = [
        step.model_copy(update={"arguments": {**step.arguments, **place}})
        if step.tool == "make_image"
        else step
        for step in again
    ]
    made = [step for step in plan.steps if step.tool != DELIVERY_TOOL]
    deliveries = [step for step in plan.steps if step.tool == DELIVERY_TOOL]
    changed = plan.model_copy(update={"steps": (*made, *again, *deliveries)})
    changed = hashed(delivered_as(changed, wish, document), tools)
    check_plan(changed, tools)
    return changed, f"set again as {choice.archetype}"


def _again(step: Step, renamed: Mapping[str, str], choice: Candidate) -> Step:
    """The step once more, under its new id and building on the new ones."""
    arguments = {
        key: renamed.get(value, value) if isinstance(value, str) else value
        for key, value in step.arguments.items()
    }
    if "archetype" in arguments:
        arguments |= {
            "archetype": choice.archetype,
            "headline_scale": choice.scale,
            "is_mirrored": choice.is_mirrored,
        }
    return step.model_copy(
        update={
            "id": renamed[step.id],
            "arguments": arguments,
            "state": "waiting",
            "note": "",
            "reason": f"once more, as {choice.archetype}",
        }
    )
