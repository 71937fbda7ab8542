"""Whatever the language model does, a plan comes out that passes the check."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from agent.chat_model import ChatModel, ChatSettings
from agent.errors import AgentError
from agent.plan import Plan, check_plan
from agent.planner import choose_planner
from agent.planner.base import PlanRequest
from agent.planner.llm import LlmPlanner
from agent.planner.rules import RulesPlanner
from agent.reading import read_brief
from compositor.document import AssetStore
from tools import toolbox
from tools.base import Copy, Workbench


def load(name: str) -> ModuleType:
    """Tests hold no packages, so a neighbor is loaded by its path."""
    place = Path(__file__).parents[1] / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SERVER = load("chat_server")
TOOLS = toolbox()
KEY = "sk-very-secret-0123"
TEXT = "潍坊风筝节海报，标题：乘风而上，时间：4月18日，地点：滨海放飞场，不要出现老鹰"


def direction(**update: Any) -> dict[str, Any]:
    return {
        "styles": ["swiss"],
        "industry": "",
        "mood": "open sky",
        "archetype": "horizon",
        "constructions": [],
        "concept": "wind as a line",
        "depicted": [{"noun": "kite", "attributes": ["red"], "label": ""}],
        "copy_texts": {"subhead": "风起时，抬头看"},
        "reasons": {"style": "clear as the sky"},
        **update,
    }


def answer(*directions: dict[str, Any]) -> str:
    return json.dumps({"directions": list(directions or [direction()])})


GOOD = answer()


@pytest.fixture(autouse=True)
def forget_rungs() -> None:
    ChatModel._known_rungs.clear()


def planner(answers: list[str], flavor: str = "ok", **options: float) -> LlmPlanner:
    server = SERVER.ChatServer(answers, flavor)
    settings = ChatSettings.model_validate(
        {"base_url": "http://testserver/v1", "model": "tiny", "api_key": KEY, **options}
    )
    return LlmPlanner(ChatModel(settings, http_client=server.client()), TOOLS)


def planned(answers: list[str], flavor: str = "ok", text: str = TEXT, **options: Any) -> Plan:
    plan = planner(answers, flavor).plan(PlanRequest(brief=read_brief(text), **options))
    check_plan(plan, TOOLS)
    assert KEY not in plan.to_json()
    return plan


def copy_of(plan: Plan) -> Copy:
    step = plan.step(plan.wishes[0].copy_step)
    tool = TOOLS[step.tool]
    bench = Workbench(seed=step.seed, assets=AssetStore(), out=Path())
    made = tool.run(tool.arguments.model_validate(step.arguments), bench).made
    assert isinstance(made, Copy)
    return made


@pytest.mark.parametrize(
    ("answers", "flavor", "how"),
    [
        ([GOOD], "ok", "json_schema, 0 repairs"),
        ([GOOD], "busy_once", "json_schema, 0 repairs"),
        ([SERVER.fenced(json.loads(GOOD))], "ok", "json_schema, 0 repairs"),
        ([GOOD], "no_schema", "json_object, 0 repairs"),
        ([GOOD], "strict", "json_object, 0 repairs"),
        ([GOOD], "text_only", "text, 0 repairs"),
        ([GOOD[: len(GOOD) // 2], GOOD], "ok", "json_schema, 1 repairs"),
        ([answer(direction(styles=["swisss"])), GOOD], "ok", "json_schema, 1 repairs"),
        ([answer(direction(archetype="zigzag")), GOOD], "ok", "json_schema, 1 repairs"),
        (
            [
                answer(direction(industry="kites")),
                answer(direction(constructions=["spiral"])),
                GOOD,
            ],
            "ok",
            "json_schema, 2 repairs",
        ),
    ],
)
def test_the_model_plans(answers: list[str], flavor: str, how: str) -> None:
    plan = planned(answers, flavor)
    assert plan.planner == "llm"
    assert f"planned by tiny ({how})" in plan.notes
    assert plan.directions[0].archetype == "horizon"
    assert plan.directions[0].styles == ("swiss",)
    assert copy_of(plan).slots["subhead"] == "风起时，抬头看"
    assert plan.step("v1-poster-picture").arguments["subjects"][0]["noun"] == "kite"


@pytest.mark.parametrize(
    ("answers", "flavor", "cause"),
    [
        ([GOOD], "truncates", "cut off"),
        ([GOOD], "refuses", "refused"),
        ([GOOD], "down", "overloaded"),
        ([GOOD], "empty", "empty"),
        ([GOOD], "hollow", "empty"),
        ([GOOD], "page", "OpenAI-compatible"),
        ([GOOD], "wrong_key", "Incorrect API key"),
        (["I would rather talk about kites."], "ok", "no JSON object"),
        ([answer(direction(styles=["swisss"]))], "ok", "no style 'swisss'"),
        (['{"directions": []}'], "ok", "at least 1 item"),
    ],
)
def test_without_a_usable_answer_the_rules_plan_and_say_so(
    answers: list[str], flavor: str, cause: str
) -> None:
    plan = planned(answers, flavor)
    rules = RulesPlanner(TOOLS).plan(PlanRequest(brief=read_brief(TEXT)))
    assert plan.planner == "rules"
    assert plan.steps == rules.steps
    note = plan.notes[-1]
    assert note.startswith("the language model was not used: ")
    assert note.endswith("; planned by rules instead")
    assert cause in note


def test_the_clients_words_are_the_clients() -> None:
    hostile = direction(
        copy_texts={
            "headline": "风筝盛会",
            "subhead": "2030年再见",
            "meta": "4月19日 · 别处",
            "price": "¥99",
            "brand": "Kite Inc",
            "body": "看老鹰飞过",
            "cta": "现在就来",
            "tagline": "一" * 200,
        },
        depicted=[{"noun": "老鹰"}, {"noun": "kite", "label": "SALE"}],
    )
    plan = planned([answer(hostile)])
    copy = copy_of(plan)
    assert plan.planner == "llm"
    assert plan.directions[0].copy_texts == {"cta": "现在就来"}
    assert copy.slots["headline"] == "乘风而上"
    assert set(copy.required) == {"乘风而上", "4月18日", "滨海放飞场"}
    assert "price" not in copy.slots
    assert "brand" not in copy.slots
    assert "19日" not in copy.slots["meta"]
    assert [(d.noun, d.label) for d in plan.directions[0].depicted] == [("kite", "")]
    notes = " ".join(plan.notes)
    for reason in ("the brief has its own", "a number", "states facts", "rules it out", "long"):
        assert reason in notes


def test_labels_on_products_come_from_the_brief() -> None:
    text = "猫粮广告，一只白色猫，旁边是一袋猫粮，猫粮袋子上写着 LibLib"
    ours = direction(depicted=[{"noun": "cat", "label": "MEOW"}])
    labels = [d.label for d in planned([answer(ours)], text=text).directions[0].depicted]
    assert "LibLib" in labels
    assert "MEOW" not in labels


@pytest.mark.parametrize("given", [1, 2, 3, 5])
def test_variants_differ_however_many_directions_come(given: int) -> None:
    plan = planned([answer(*[direction()] * given)], variants=3)
    chosen = [s.arguments["archetype"] for s in plan.steps if s.tool == "compose_poster"]
    assert len(plan.wishes) == 3
    assert len(set(chosen)) == 3
    assert chosen == [d.archetype for d in plan.directions]


def test_an_archetype_that_cannot_hold_the_headline_is_changed() -> None:
    vertical = direction(archetype="vertical_cjk")
    plan = planned([answer(vertical)], text='Poster. Headline: "Wind over the open harbor"')
    assert plan.planner == "llm"
    assert plan.directions[0].archetype != "vertical_cjk"
    assert plan.step("v1-poster").arguments["archetype"] == plan.directions[0].archetype


def test_the_prompt_holds_what_the_model_needs_and_not_the_key() -> None:
    server = SERVER.ChatServer([GOOD])
    settings = ChatSettings.model_validate(
        {"base_url": "http://testserver/v1", "model": "tiny", "api_key": KEY}
    )
    model = ChatModel(settings, http_client=server.client())
    LlmPlanner(model, TOOLS).plan(PlanRequest(brief=read_brief(TEXT), variants=2))
    said = json.dumps(server.seen, ensure_ascii=False)
    for wanted in (TEXT, "乘风而上", "Directions wanted: 2", "swiss", "horizon", "老鹰"):
        assert wanted in said
    assert KEY not in said


def test_auto_takes_the_model_when_there_is_one() -> None:
    settings = ChatSettings(base_url="http://testserver/v1", model="tiny")
    assert isinstance(choose_planner("auto", settings, TOOLS), LlmPlanner)
    assert isinstance(choose_planner("llm", settings, TOOLS), LlmPlanner)
    assert isinstance(choose_planner("rules", settings, TOOLS), RulesPlanner)
    assert isinstance(choose_planner("auto", None, TOOLS), RulesPlanner)
    with pytest.raises(AgentError, match="DANQING_LLM_URL"):
        choose_planner("llm", None, TOOLS)
