"""Repair: one wish of a plan made another way, when what was made does not hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from agent.plan import DELIVERY_TOOL, Plan, Step, Wish, check_plan, hashed
from agent.planner.assemble import picture_place
from compositor.geometry import Size
from compositor.layout.archetypes import archetypes, eligible
from tools.base import Copy, Tool

__all__ = ["attempts", "delivered_as", "repaired"]

_ROOMY = ("corner_anchor", "horizon", "split", "swiss_grid", "centred_hero")
"""The roomiest first: a repair should hold what the first choice could not."""


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
    plan: Plan, wish: Wish, copy: Copy, round_number: int, tools: Mapping[str, Tool[Any]]
) -> tuple[Plan, str] | None:
    """Return the plan with a poster set in another archetype, and what was changed.

    None when the wish is no poster, or every archetype that could hold it was tried.
    """
    compose = plan.step(wish.document_step)
    if compose.tool != "compose_poster":
        return None
    tried = {step.arguments["archetype"] for step in attempts(plan, wish)}
    size = Size(float(compose.arguments["width"]), float(compose.arguments["height"]))
    headline = copy.slots.get("headline", "")
    possible = eligible(headline, has_picture=True, size=size)
    others = [name for name in possible if name not in tried]
    if not others:
        return None
    choice = next((name for name in _ROOMY if name in others), others[0])
    document = f"{wish.base}-r{round_number}"
    renamed = {
        str(compose.arguments.get("picture", "")): f"{document}-picture",
        wish.document_step: document,
        wish.check_step: f"{document}-check",
    }
    again = [_again(step, renamed, choice) for step in plan.steps if step.id in renamed]
    place = picture_place(archetypes()[choice], size, tuple(copy.slots))
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
    return changed, f"set again as {choice}"


def _again(step: Step, renamed: Mapping[str, str], archetype: str) -> Step:
    """The step once more, under its new id and building on the new ones."""
    arguments = {
        key: renamed.get(value, value) if isinstance(value, str) else value
        for key, value in step.arguments.items()
    }
    if "archetype" in arguments:
        arguments |= {"archetype": archetype, "headline_scale": 1.0, "is_mirrored": False}
    return step.model_copy(
        update={
            "id": renamed[step.id],
            "arguments": arguments,
            "state": "waiting",
            "note": "",
            "reason": f"once more, as {archetype}",
        }
    )
