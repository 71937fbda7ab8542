"""Plan: ordered steps in four phases, each one tool call; checked before anything runs.

A plan is saved before it runs. A step's input hash covers its tool, arguments, seed and,
through them, every step it builds on; the same hash always makes the same material, which
is what lets a killed run go on where it stopped.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from agent.direction import Direction
from agent.errors import InvalidPlan
from compositor.document.frozen import Frozen
from tools.base import Phase, Tool

__all__ = [
    "DELIVERY_TOOL",
    "PHASES",
    "Plan",
    "Step",
    "StepState",
    "Wish",
    "check_plan",
    "hashed",
    "links",
    "made_kinds",
]

PHASES: tuple[Phase, ...] = ("style", "elements", "layout", "render")

StepState = Literal["waiting", "done", "failed", "skipped"]

DELIVERY_TOOL = "export_document"
"""Its steps run last, when the reviewer has let the design through."""

_HASH_VERSION = 2
"""Raise when a tool changes what it makes from the same arguments."""


class Step(Frozen):
    """One tool call."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    phase: Phase
    tool: str
    arguments: dict[str, Any] = Field(default_factory=dict)
    reason: str
    """One sentence, for people."""
    seed: int = Field(ge=0)
    input_hash: str = ""
    state: StepState = "waiting"
    note: str = ""
    """What the tool said it did, or why it failed."""


class Wish(Frozen):
    """A deliverable in one variant, and the steps that make it."""

    kind: str
    label: str
    variant: int = Field(ge=1)
    base: str
    """Id of the first document step; repairs add a suffix to it."""
    folder: str
    """Where its files go, inside the output folder."""
    copy_step: str
    document_step: str
    check_step: str
    export_step: str


class Plan(Frozen):
    """What will be done, in order."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    planner: Literal["rules", "llm"]
    seed: int = Field(ge=0)
    notes: tuple[str, ...] = ()
    """How the brief was read and which way was taken; fallbacks are named here."""
    directions: tuple[Direction, ...] = ()
    """The creative choices, one per variant."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    wishes: Annotated[tuple[Wish, ...], Field(min_length=1)]

    def step(self, step_id: str) -> Step:
        """Return a step by id.

        Raises:
            InvalidPlan: No step has that id.
        """
        for step in self.steps:
            if step.id == step_id:
                return step
        raise InvalidPlan(f"no step {step_id!r} in the plan")

    def with_step(self, changed: Step) -> Plan:
        """Return the plan with the step of the same id replaced."""
        steps = tuple(changed if step.id == changed.id else step for step in self.steps)
        return self.model_copy(update={"steps": steps})

    def next_waiting(self, *, delivery: bool = False) -> Step | None:
        """Return the first step still to make, or to deliver; None when there is none."""
        return next(
            (
                step
                for step in self.steps
                if step.state == "waiting" and (step.tool == DELIVERY_TOOL) is delivery
            ),
            None,
        )

    def to_json(self) -> str:
        """Return the plan as JSON, keys sorted."""
        plain = self.model_dump(mode="json", by_alias=True)
        return json.dumps(plain, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def made_kinds(tools: Mapping[str, Tool[Any]]) -> dict[str, str]:
    """Return the kind of material each tool makes, by tool name."""
    named = {"choose_style": "look", "write_copy": "copy", "check_design": "report"}
    named[DELIVERY_TOOL] = "exported"
    kinds = {}
    for name, tool in tools.items():
        default = "drawing" if tool.phase == "elements" else "document"
        kinds[name] = named.get(name, default)
    return kinds


def links(tool: Tool[Any]) -> dict[str, str]:
    """Return the arguments that name an earlier step, with the material they take."""
    found = {}
    for name, field in tool.arguments.model_fields.items():
        extra = field.json_schema_extra
        if isinstance(extra, dict) and "x-step" in extra:
            found[name] = str(extra["x-step"])
    return found


def hashed(plan: Plan, tools: Mapping[str, Tool[Any]]) -> Plan:
    """Return the plan with every step's input hash filled in."""
    by_id: dict[str, str] = {}
    steps = []
    for step in plan.steps:
        tool = tools.get(step.tool)
        arguments = dict(step.arguments)
        for name in links(tool) if tool is not None else {}:
            if arguments.get(name):
                arguments[name] = by_id.get(str(arguments[name]), "unknown")
        basis = json.dumps(
            [_HASH_VERSION, step.tool, arguments, step.seed], sort_keys=True, ensure_ascii=False
        )
        by_id[step.id] = hashlib.sha256(basis.encode()).hexdigest()
        steps.append(step.model_copy(update={"input_hash": by_id[step.id]}))
    return plan.model_copy(update={"steps": tuple(steps)})


def check_plan(plan: Plan, tools: Mapping[str, Tool[Any]]) -> None:
    """Check a plan against the toolbox before it runs.

    Raises:
        InvalidPlan: Ids repeat, a tool is unknown or in the wrong phase, arguments do not
            fit, a step refers to a later one or to the wrong kind, or a wish is not made.
    """
    kinds = made_kinds(tools)
    made: dict[str, str] = {}
    for step in plan.steps:
        tool = tools.get(step.tool)
        if tool is None:
            known = ", ".join(tools)
            raise InvalidPlan(f"step {step.id!r} asks for {step.tool!r}; there are: {known}")
        if step.id in made:
            raise InvalidPlan(f"step id {step.id!r} is used twice")
        if tool.phase != step.phase:
            raise InvalidPlan(f"{step.tool} belongs to {tool.phase}, not to {step.phase}")
        try:
            tool.arguments.model_validate(step.arguments)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "arguments"
            raise InvalidPlan(f"step {step.id!r}: {where}: {first['msg']}") from error
        for name, kind in links(tool).items():
            target = step.arguments.get(name)
            if target and made.get(str(target)) != kind:
                raise InvalidPlan(
                    f"step {step.id!r}: {name} is {target!r}, which makes no {kind} before it"
                )
        made[step.id] = kinds[step.tool]
    for wish in plan.wishes:
        for step_id, kind in (
            (wish.copy_step, "copy"),
            (wish.document_step, "document"),
            (wish.check_step, "report"),
            (wish.export_step, "exported"),
        ):
            if made.get(step_id) != kind:
                raise InvalidPlan(f"{wish.kind} {wish.variant}: {step_id!r} makes no {kind}")
