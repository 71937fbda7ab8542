"""A plan is checked against the toolbox before it runs; hashes follow what a step builds on."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.errors import InvalidPlan
from agent.plan import Plan, Step, check_plan, hashed, links, made_kinds
from agent.planner.base import PlanRequest
from agent.planner.rules import RulesPlanner
from agent.reading import read_brief
from tools import toolbox

TOOLS = toolbox()
PACK = "为咖啡品牌“半日”做一套品牌包：logo、海报和一页VI，标题：半日清闲"


def planned(text: str = PACK, **options: Any) -> Plan:
    return RulesPlanner(TOOLS).plan(PlanRequest(brief=read_brief(text), **options))


PLAN = planned()


def changed(step_id: str, **update: Any) -> Plan:
    return PLAN.with_step(PLAN.step(step_id).model_copy(update=update))


def with_argument(step_id: str, name: str, value: object) -> Plan:
    return changed(step_id, arguments={**PLAN.step(step_id).arguments, name: value})


def moved_last(step_id: str) -> Plan:
    others = [step for step in PLAN.steps if step.id != step_id]
    return PLAN.model_copy(update={"steps": (*others, PLAN.step(step_id))})


def wishing(**update: str) -> Plan:
    first = PLAN.wishes[0].model_copy(update=update)
    return PLAN.model_copy(update={"wishes": (first, *PLAN.wishes[1:])})


def test_a_good_plan_passes() -> None:
    check_plan(PLAN, TOOLS)


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (lambda: PLAN.model_copy(update={"steps": (*PLAN.steps, PLAN.steps[0])}), "used twice"),
        (lambda: changed("v1-mark", tool="draw_magic"), "asks for 'draw_magic'; there are"),
        (lambda: changed("v1-mark", phase="layout"), "belongs to elements"),
        (lambda: with_argument("v1-poster", "width", -1), "width"),
        (lambda: with_argument("v1-poster", "archetype", None), "archetype"),
        (lambda: with_argument("v1-poster", "shadow", 1), "shadow"),
        (lambda: changed("v1-poster", arguments={}), "look"),
        (lambda: moved_last("v1-look"), "makes no look before it"),
        (lambda: with_argument("v1-poster", "look", "v1-mark"), "makes no look before it"),
        (lambda: with_argument("v1-poster", "picture", "v1-poster"), "makes no drawing"),
        (lambda: with_argument("v1-poster-check", "copy_step", "v1-look"), "makes no copy"),
        (lambda: wishing(document_step="v1-mark"), "makes no document"),
        (lambda: wishing(export_step="gone"), "makes no exported"),
    ],
)
def test_what_cannot_run_is_refused(broken: Callable[[], Plan], says: str) -> None:
    with pytest.raises(InvalidPlan, match=says):
        check_plan(broken(), TOOLS)


@pytest.mark.parametrize(
    ("step_id", "name"),
    [(step.id, name) for step in PLAN.steps for name in links(TOOLS[step.tool])],
)
def test_every_link_field_is_checked(step_id: str, name: str) -> None:
    with pytest.raises(InvalidPlan, match=f"{name} is 'nowhere'"):
        check_plan(with_argument(step_id, name, "nowhere"), TOOLS)


def test_an_optional_link_may_stay_empty() -> None:
    check_plan(with_argument("v1-poster", "mark", ""), TOOLS)


def test_every_tool_says_what_it_makes() -> None:
    kinds = made_kinds(TOOLS)
    taken = {kind for tool in TOOLS.values() for kind in links(tool).values()}
    assert set(kinds) == set(TOOLS)
    assert taken <= set(kinds.values())


def dependents(plan: Plan, step_id: str) -> set[str]:
    """Ids of the step and of all that build on it, found without asking the tools."""
    found = {step_id}
    for step in plan.steps:
        if found & {value for value in step.arguments.values() if isinstance(value, str)}:
            found.add(step.id)
    return found


def hashes(plan: Plan) -> dict[str, str]:
    return {step.id: step.input_hash for step in hashed(plan, TOOLS).steps}


@given(
    step=st.sampled_from(PLAN.steps),
    seed=st.integers(0, 2**31 - 1),
    touch=st.sampled_from(["seed", "argument"]),
)
def test_hashes_change_with_what_a_step_builds_on_and_nothing_else(
    step: Step, seed: int, touch: str
) -> None:
    if touch == "seed":
        plan, differs = changed(step.id, seed=seed), seed != step.seed
    else:
        plan, differs = with_argument(step.id, "extra", seed), True
    before, after = hashes(PLAN), hashes(plan)
    moved = {step_id for step_id, value in after.items() if value != before[step_id]}
    assert moved == (dependents(PLAN, step.id) if differs else set())


def test_names_reasons_and_states_do_not_touch_the_hash() -> None:
    told = [
        step.model_copy(update={"reason": "else", "note": "made", "state": "done"})
        for step in PLAN.steps
    ]
    assert hashes(PLAN.model_copy(update={"steps": tuple(told)})) == hashes(PLAN)
    assert len(set(hashes(PLAN).values())) == len(PLAN.steps)


def test_a_plan_survives_json() -> None:
    text = PLAN.to_json()
    again = Plan.model_validate_json(text)
    assert again == PLAN
    assert again.to_json() == text
    assert '"schema": 1' in text


def test_files_are_handed_over_after_everything_was_checked() -> None:
    tools = [step.tool for step in PLAN.steps]
    assert tools.index("export_document") == len(tools) - tools.count("export_document")
    waiting = PLAN.next_waiting(delivery=True)
    assert waiting is not None
    assert waiting.tool == "export_document"
