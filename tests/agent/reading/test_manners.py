"""Wishes of the setting: space, scale, edges, sides, and which color lies on which."""

from typing import Any

import pytest

from agent.planner.base import PlanRequest
from agent.planner.rules import RulesPlanner
from agent.reading import read_brief
from tools import toolbox


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("海报，“别让夏天只剩名字”，沉静，大留白，深蓝", {"space": "airy"}),
        ("Exhibition poster, white, lots of empty space. Agnes Okafor.", {"space": "airy"}),
        ("书店海报，“慢读”，字小一点，左对齐", {"scale": "small", "align": "left"}),
        ("海报，“慢读”，左图右文，logo放右下角",
         {"words": ("right",), "picture": ("left",), "logo": ("right", "bottom")}),
        ("Banner: Sale. big type on the left, product on the right",
         {"scale": "huge", "words": ("left",), "picture": ("right",)}),
        ("Poster for “Big type on the left”, calm", {}),
        ('Typographic poster, nothing but words: "So sing". Huge, black on pink.',
         {"scale": "huge", "is_wordy": True, "is_plain": True}),
    ],
)  # fmt: skip
def test_manners(text: str, wished: dict[str, Any]) -> None:
    assert read_brief(text).manner.model_dump(exclude_defaults=True) == wished


@pytest.mark.parametrize(
    ("text", "ink", "ground"),
    [
        ("Poster: “Sing”. Huge, black on pink.", "black", "pink"),
        ("书店开业海报，红底白字", "白", "红"),
        ("海报，“慢读”，深绿底白字", "白", "深绿"),
        ("A cinema ticket, red ink on cream", "red", "cream"),
    ],
)
def test_ink_and_ground(text: str, ink: str, ground: str) -> None:
    named = {color.role: color.name for color in read_brief(text).colors}
    assert named == {"ink": ink, "background": ground}


def test_nothing_but_words_plans_no_picture() -> None:
    brief = read_brief('Typographic poster, nothing but words: "So sing". Black on pink.')
    planner = RulesPlanner(toolbox())
    plan = planner.plan(PlanRequest(brief=brief, formats=("png",)))
    look = next(step for step in plan.steps if step.tool == "choose_style")
    assert "make_image" not in {step.tool for step in plan.steps}
    assert look.arguments["ground"] == brief.color_at("background")
    assert look.arguments["ink"] == brief.color_at("ink")
    assert plan.directions[0].manner == brief.manner
