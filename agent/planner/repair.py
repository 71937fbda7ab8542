"""Repair: one wish of a plan mended where it stands, or made another way.

A document step `x` is checked by `x-check`. Mending adds `x-mend` and `x-mend-check`; what
is handed over is then the mended document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from agent.plan import DELIVERY_TOOL, Plan, Step, Wish, check_plan, hashed
from agent.planner.assemble import picture_place
from compositor.geometry import Size
from compositor.layout.archetypes import archetypes
from compositor.layout.candidates import Candidate, CandidateRequest, propose
from compositor.layout.safe_area import NOTHING_COVERED, SafeArea, live_size
from compositor.preflight import Finding, is_mechanical
from compositor.typography.fonts import default_fonts
from tools.base import Copy, Look, Tool

__all__ = ["attempts", "check_of", "delivered_as", "mended", "repaired"]

_MEND_TOOL = "mend_design"


def attempts(plan: Plan, wish: Wish) -> tuple[Step, ...]:
    """Return the document steps made for a wish so far, oldest first."""
    mine = re.compile(re.escape(wish.base) + r"(-r\d+)?")
    return tuple(
        step for step in plan.steps if step.phase == "layout" and mine.fullmatch(step.id)
    )


def check_of(plan: Plan, document_step: str) -> str:
    """Return the id of the step that checks an attempt, mended where it was mended."""
    return f"{_final(plan, document_step)}-check"


def _final(plan: Plan, document_step: str) -> str:
    """The mended document of an attempt; its own when it was not, or could not be, mended."""
    mend, check = f"{document_step}-mend", f"{document_step}-mend-check"
    states = {step.id: step.state for step in plan.steps if step.id in (mend, check)}
    is_mended = len(states) == 2 and set(states.values()) <= {"waiting", "done"}
    return mend if is_mended else document_step


def delivered_as(plan: Plan, wish: Wish, document_step: str) -> Plan:
    """Return the plan with another attempt checked and handed over for a wish."""
    export = plan.step(wish.export_step)
    arguments = {**export.arguments, "document": _final(plan, document_step)}
    chosen = wish.model_copy(
        update={"document_step": document_step, "check_step": check_of(plan, document_step)}
    )
    wishes = tuple(chosen if w.base == wish.base else w for w in plan.wishes)
    plan = plan.with_step(export.model_copy(update={"arguments": arguments}))
    return plan.model_copy(update={"wishes": wishes})


def mended(
    plan: Plan, wish: Wish, findings: Sequence[Finding], tools: Mapping[str, Tool[Any]]
) -> tuple[Plan, str] | None:
    """Return the plan with a document mended where it stands, and what is to be mended.

    None when no finding proposes a mechanical repair, or this attempt was mended before.

    Args:
        plan: As carried out so far.
        wish: What has findings.
        findings: What its last check found.
        tools: The toolbox, by name.
    """
    document = wish.document_step
    faults = [finding for finding in findings if is_mechanical(finding)]
    known = {step.id for step in plan.steps}
    if not faults or f"{document}-mend" in known or _MEND_TOOL not in tools:
        return None
    check = plan.step(f"{document}-check")
    codes = ", ".join(dict.fromkeys(finding.code for finding in faults))
    mend = check.model_copy(
        update={
            "id": f"{document}-mend",
            "phase": tools[_MEND_TOOL].phase,
            "tool": _MEND_TOOL,
            "reason": f"mended where it stands: {codes}",
            "state": "waiting",
            "note": "",
        }
    )
    again = check.model_copy(
        update={
            "id": f"{document}-mend-check",
            "arguments": {**check.arguments, "document": mend.id},
            "reason": "what was mended is measured again",
            "state": "waiting",
            "note": "",
        }
    )
    changed = _with_steps(plan, [mend, again])
    changed = hashed(delivered_as(changed, wish, document), tools)
    check_plan(changed, tools)
    return changed, f"mends {codes}"


def _with_steps(plan: Plan, steps: Sequence[Step]) -> Plan:
    """The plan with steps added before the deliveries."""
    made = [step for step in plan.steps if step.tool != DELIVERY_TOOL]
    deliveries = [step for step in plan.steps if step.tool == DELIVERY_TOOL]
    return plan.model_copy(update={"steps": (*made, *steps, *deliveries)})


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
    safe = SafeArea(*compose.arguments.get("safe", NOTHING_COVERED))
    candidates = propose(
        CandidateRequest(
            theme=look.theme,
            copy=copy.slots,
            language=copy.language,
            size=live_size(size, safe),
            medium=compose.arguments.get("medium", "screen"),
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
        f"{wish.document_step}-check": f"{document}-check",
    }
    again = [_again(step, renamed, choice) for step in plan.steps if step.id in renamed]
    place = picture_place(
        archetypes()[choice.archetype],
        size,
        tuple(copy.slots),
        is_mirrored=choice.is_mirrored,
        variation=choice.variation,
        safe=safe,
    )
    again = [
        step.model_copy(update={"arguments": {**step.arguments, **place}})
        if step.tool == "make_image"
        else step
        for step in again
    ]
    changed = _with_steps(plan, again)
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
            "variation": choice.variation.model_dump(mode="json", exclude_defaults=True),
            "alternatives": [],
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
