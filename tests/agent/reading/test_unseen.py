"""Briefs read for the first time: an art director's and a hundred invented ones."""

import json
from pathlib import Path
from typing import Any

import pytest

from agent.brief import Brief
from agent.reading import read_brief
from agent.reading.implied import is_drawable
from agent.reading.people import find_people
from agent.reading.shops import is_own_name

_BRIEFS = Path(__file__).parents[2] / "fixtures" / "briefs"
_ROWS: list[dict[str, Any]] = json.loads((_BRIEFS / "unseen.json").read_text("utf-8"))
_READ: list[tuple[dict[str, Any], Brief]] = [(row, read_brief(row["text"])) for row in _ROWS]


def _share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def test_names_trades_and_colors_of_unseen_briefs() -> None:
    assert len(_ROWS) >= 100
    named = [{b.brand.latin, b.brand.zh} - {""} == set(row["brand"]) for row, b in _READ]
    trades = [
        b.industry in r["industry"].split("|") for r, b in _READ if "*" not in r["industry"]
    ]
    colors = [sorted(c.name for c in b.colors) == sorted(row["colors"]) for row, b in _READ]
    assert _share(named) >= 0.97
    assert _share(trades) >= 0.97
    assert _share(colors) >= 0.97


def test_required_texts_of_unseen_briefs() -> None:
    found = [
        any(text in item.text for item in brief.required_texts)
        for row, brief in _READ
        for text in row["required"]
    ]
    assert _share(found) >= 0.98


def test_the_first_thing_to_draw() -> None:
    led = []
    for row, brief in _READ:
        shown = [noun.id for noun in brief.nouns if noun.kind in ("thing", "place")]
        if row["draws"]:
            led.append(bool(shown) and shown[0] in row["draws"])
        assert not set(row.get("no_draws", ())) & set(shown)
    assert _share(led) >= 0.95


def test_implied_things_can_be_drawn_and_are_left_out_of_the_named() -> None:
    for _, brief in _READ:
        implied = [noun for noun in brief.nouns if noun.implied]
        assert len(implied) <= 2
        assert all(is_drawable(noun) for noun in implied)
        assert not {noun.id for noun in implied} & set(brief.noun_ids)


def test_kinds_of_nouns() -> None:
    brief = read_brief("月光与雾里的海，一只白猫，给孩子看的海报")
    assert [(noun.id, noun.kind) for noun in brief.nouns][:1] == [("cat", "thing")]
    kinds = {noun.id: noun.kind for noun in brief.nouns}
    assert kinds["moonlight"] == kinds["fog"] == "atmosphere"
    assert kinds["sea"] == "place"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("少儿编程夏令营招生海报，7月10日开营", "少儿编程夏令营招生"),
        ("给我们的健身房做一张新年会员卡促销海报", "新年会员卡促销"),
        ("山野集咖啡馆开业海报", "山野集咖啡馆开业"),
        ("毕业设计展海报，展期5月25日至6月3日", "毕业设计展"),
        ("Poster for a jazz night: “Blue Hour”", "jazz night"),
        ("Back to school sale for Papertree stationery", "Back to school sale"),
        ("Hiring poster: senior product designer, remote", "senior product designer"),
        ("极简风格的海报", ""),
        ("Minimal poster, blue", ""),
        ("logo for a coffee shop", ""),
    ],
)
def test_topic(text: str, topic: str) -> None:
    assert read_brief(text).topic == topic


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Summer sale, 30% off until Aug 31", "until Aug 31"),
        ("促销海报，截至8月31日", "截至8月31日"),
        ("优惠海报，即日起至8月31日", "即日起至8月31日"),
        ("新品海报，3月1日起", "3月1日起"),
        ("Book fair poster, from 3 to 9 March", "from 3 to 9 March"),
    ],
)
def test_a_deadline_stands_as_written(text: str, fact: str) -> None:
    assert fact in [found.text for found in read_brief(text).facts]


def test_a_headline_may_equal_the_brand() -> None:
    brief = read_brief("给“拾光”摄影工作室做一张海报，标题用“拾光”")
    assert brief.brand.zh == "拾光"
    assert brief.texts_at("headline") == ("拾光",)


@pytest.mark.parametrize(
    ("stem", "is_name"),
    [("山野集", True), ("一颗糖", True), ("森屿", True), ("社区", False), ("亲子度假", False),
     ("我们的", False), ("精品", False)],
)  # fmt: skip
def test_own_names_of_shops(stem: str, *, is_name: bool) -> None:
    assert is_own_name(stem) is is_name


def test_people_are_looked_for_only_where_they_head_the_page() -> None:
    text = "Wedding invitation for Lin & Marco"
    found = find_people(text, "wedding", ())
    assert found is not None
    assert text[slice(*found)] == "Lin & Marco"
    assert find_people(text, "sale", ()) is None


def test_jobs_in_one_row_stay_one_text() -> None:
    brief = read_brief("招聘海报：前端工程师 / 产品经理 / 设计师，公司“光年科技”")
    assert brief.texts_at("body") == ("前端工程师 / 产品经理 / 设计师",)
    assert brief.brand.zh == "光年科技"
