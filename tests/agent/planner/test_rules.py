"""The rules planner makes sound, varied plans from briefs nobody wrote rules for."""

from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from agent.brief import Brief
from agent.plan import Plan, check_plan
from agent.planner.base import PlanRequest
from agent.planner.layouts import DISTINCT, palettes_apart
from agent.planner.rules import RulesPlanner
from agent.reading import read_brief
from compositor.document import AssetStore
from tools import toolbox
from tools.base import Copy, Look, Workbench

TOOLS = toolbox()
PLANNER = RulesPlanner(TOOLS)

BRIEFS = {
    "kite": "潍坊风筝节海报，标题：乘风而上，时间：4月18日至20日，地点：滨海风筝放飞场，明快",
    "bakery": "给“麦浪”烘焙坊设计logo，温暖，手作感，麦黄色",
    "ceramics": "陶瓷工作室“青合”品牌包：logo、海报、一页VI，侘寂，灰白与青",
    "vi": "为“北冥潜水”做一页VI，主色 #003B5C，冷静专业",
    "night_run": "城市夜跑活动banner，文案：跑赢今晚，荧光绿，报名电话：021-6288-1234",
    "many": "做3个不同方案的端午海报，标题：粽有千千结，国风",
    "library": 'Poster for a library reading marathon. Headline: "One More Chapter". '
    "March 3, 2027, 9am. Central Library, Leeds. Calm, warm.",
    "brewery": 'Logo for a craft brewery called "Copper Finch", vintage badge, deep green',
    "kit": 'Brand kit for a kayak rental named "Drift & Co": logo, poster and a VI sheet, '
    "teal and sand",
    "flyer": "A5 flyer: yard sale, everything $5, Saturday 10am, 14 Elm Street, playful",
    "squares": 'Two variants of a square instagram post for a podcast, headline "Small '
    'Hours", moody, purple',
    "festival": '双语海报 bilingual poster：标题“海边书市”，英文标题 "Books by the Sea"，'
    "8月8日，阿那亚",
}


@cache
def planned(text: str, size: str = "", **options: Any) -> tuple[Brief, Plan]:
    brief = read_brief(text, sizes=(size,) if size else ())
    request = PlanRequest(brief=brief, variants=brief.variants)
    return brief, PLANNER.plan(replace(request, **options))


def archetypes_of(plan: Plan) -> list[str]:
    return [s.arguments["archetype"] for s in plan.steps if s.tool == "compose_poster"]


@pytest.mark.parametrize("name", BRIEFS)
def test_a_plan_fits_the_toolbox_and_makes_everything_asked_for(name: str) -> None:
    brief, plan = planned(BRIEFS[name])
    check_plan(plan, TOOLS)
    made = sorted(
        (wish.kind, wish.variant) for wish in plan.wishes if wish.kind != "concept_sheet"
    )
    wanted = [(d.kind, v + 1) for d in brief.deliverables for v in range(brief.variants)]
    assert made == sorted(wanted)
    assert len({wish.folder for wish in plan.wishes}) == len(plan.wishes)
    assert all(step.reason for step in plan.steps)


def test_the_same_request_gives_the_same_plan() -> None:
    for name in ("kite", "kit"):
        brief, plan = planned(BRIEFS[name])
        assert PLANNER.plan(PlanRequest(brief=brief, variants=brief.variants)) == plan


@pytest.mark.parametrize("name", BRIEFS)
def test_every_required_text_reaches_the_copy(name: str) -> None:
    brief, plan = planned(BRIEFS[name])
    written = []
    for step in plan.steps:
        if step.tool == "write_copy":
            tool = TOOLS["write_copy"]
            bench = Workbench(seed=step.seed, assets=AssetStore(), out=Path())
            copy = tool.run(tool.arguments.model_validate(step.arguments), bench).made
            assert isinstance(copy, Copy)
            written.append(copy)
    assert brief.required_texts
    for required in brief.required_texts:
        assert any(
            required.text in copy.required
            and any(required.text in text for text in copy.slots.values())
            for copy in written
        ), required.text


def test_variants_do_not_share_an_archetype() -> None:
    for name in ("many", "squares"):
        _, plan = planned(BRIEFS[name])
        chosen = archetypes_of(plan)
        assert len(chosen) > 1
        assert len(set(chosen)) == len(chosen), (name, chosen)


@pytest.mark.parametrize(
    ("size", "width", "height"), [("540x720", 540, 720), ("a4", 794, 1123)]
)
def test_the_size_asked_for_is_planned(size: str, width: int, height: int) -> None:
    _, plan = planned(BRIEFS["kite"], size)
    poster = plan.step("v1-poster")
    assert poster.arguments["width"] == pytest.approx(width, abs=1)
    assert poster.arguments["height"] == pytest.approx(height, abs=1)


def test_the_size_asked_for_is_planned_for_logos_and_sheets() -> None:
    _, plan = planned(BRIEFS["bakery"], "900x900")
    assert plan.step("v1-logo").arguments["size"] == "900x900"
    _, plan = planned(BRIEFS["vi"], "600x900")
    assert plan.step("v1-vi-sheet").arguments["size"] == "900x600"


def test_briefs_and_seeds_spread_over_the_archetypes() -> None:
    posters = [text for name, text in BRIEFS.items() if name not in ("bakery", "vi", "brewery")]
    first = [archetypes_of(planned(text)[1])[0] for text in posters]
    assert len(set(first)) >= 4, first
    by_seed = {archetypes_of(planned(BRIEFS["kite"], seed=seed)[1])[0] for seed in range(1, 4)}
    assert len(by_seed) >= 2


def test_seeds_differ_between_steps_and_runs() -> None:
    _, one = planned(BRIEFS["bakery"])
    _, two = planned(BRIEFS["bakery"], seed=2)
    assert len({step.seed for step in one.steps}) == len(one.steps)
    assert not {step.seed for step in one.steps} & {step.seed for step in two.steps}


def test_two_posters_of_one_brief_are_two_wishes() -> None:
    _, plan = planned("音乐节海报和banner，标题：野地有歌，5月1日，郊野公园")
    assert sorted(wish.folder for wish in plan.wishes) == ["poster", "poster-2"]


@pytest.mark.parametrize(
    "text",
    [
        "三个方案：竖版海报，标题“山野来信”，民宿，配色用墨绿 #1F4D3A",
        'Three options for a poster, headline "Slow Light", candle studio, minimal',
    ],
)
def test_no_two_variants_share_an_archetype_or_a_palette(text: str) -> None:
    brief, plan = planned(text)
    assert brief.variants == 3
    chosen = archetypes_of(plan)
    assert len(set(chosen)) == 3
    palettes = []
    for variant in (1, 2, 3):
        step = plan.step(f"v{variant}-look")
        tool = TOOLS[step.tool]
        bench = Workbench(seed=step.seed, assets=AssetStore(), out=Path())
        made = tool.run(tool.arguments.model_validate(step.arguments), bench).made
        assert isinstance(made, Look)
        palettes.append(made.theme.palette)
    assert all(palettes_apart(a, b) >= DISTINCT for a, b in combinations(palettes, 2))


def test_a_poster_brings_compositions_that_could_take_its_picture() -> None:
    _, plan = planned(BRIEFS["kite"])
    poster = plan.step("v1-poster")
    own = poster.arguments
    assert own["score"] > 0.5
    for other in own["alternatives"]:
        assert {"archetype", "headline_scale", "is_mirrored", "variation", "score"} == set(
            other
        )
        assert other["score"] <= own["score"] + 1e-9


def test_a_design_likened_to_something_gets_that_style() -> None:
    text = "Poster for a club night at Depot 9. It should feel like a rave flyer from 1994."
    request = PlanRequest(brief=read_brief(text), seed=1)
    assert PLANNER.directions(request)[0].styles[0] in {"acid", "y2k", "psychedelic"}


def test_what_is_printed_is_drawn_sharp_unless_3d_is_asked_for() -> None:
    def media(text: str) -> list[str]:
        _, plan = planned(text)
        return [s.arguments["medium"] for s in plan.steps if s.tool == "make_image"]

    assert media("A5 flyer for a phone repair shop") == ["vector"]
    assert media("A5 flyer for a phone repair shop, 3D render") == ["3d"]
    assert media("Poster for a phone repair shop") == ["auto"]
