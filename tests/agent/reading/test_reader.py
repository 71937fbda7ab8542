"""read_brief on the demo briefs, on ninety varied ones, and on anything at all."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.brief import Brief
from agent.errors import BriefNotUnderstood
from agent.reading import read_brief
from compositor.errors import InvalidValue

_BRIEFS = Path(__file__).parents[2] / "fixtures" / "briefs"
_DEMO: dict[str, str] = {
    row["id"]: row["text"] for row in json.loads((_BRIEFS / "demo.json").read_text("utf-8"))
}
_VARIED: list[dict[str, Any]] = json.loads((_BRIEFS / "varied.json").read_text("utf-8"))


def _names(brief: Brief) -> set[str]:
    return {name for name in (brief.brand.latin, brief.brand.zh) if name}


def _share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def test_demo_briefs_lie_beside_the_agent_too() -> None:
    beside = Path(__file__).parents[3] / "agent" / "demo_briefs.json"
    assert json.loads(beside.read_text("utf-8")) == json.loads(
        (_BRIEFS / "demo.json").read_text("utf-8")
    )


@pytest.mark.parametrize(
    ("name", "brand", "required", "kinds", "trade"),
    [
        ("tech_logo", set(), [], ["logo"], ""),
        ("billy", {"Billy"}, ["Billy"], ["logo", "poster"], "pet_food"),
        ("pupu", {"Pupu"}, ["Pupu"], ["logo", "poster", "vi_sheet"], ""),
        ("perfume", set(), [], ["poster"], "fragrance"),
        ("taiwan_tea", set(), [], ["logo"], "tea"),
        ("cat_food", {"LibLib"}, ["LibLib"], ["poster"], "pet_food"),
    ],
)
def test_demo_brief(
    name: str, brand: set[str], required: list[str], kinds: list[str], trade: str
) -> None:
    brief = read_brief(_DEMO[name])
    assert _names(brief) == brand
    assert [text.text for text in brief.required_texts] == required
    assert [made.kind for made in brief.deliverables] == kinds
    assert brief.industry == trade


def test_demo_details() -> None:
    assert [(c.name, c.role) for c in read_brief(_DEMO["tech_logo"]).colors] == [
        ("蓝色", "primary")
    ]
    assert read_brief(_DEMO["cat_food"]).required_texts[0].where == "on_product"
    cat = next(n for n in read_brief(_DEMO["cat_food"]).nouns if n.id == "cat")
    assert cat.attributes == ("白色",)
    assert read_brief(_DEMO["billy"]).deliverables[1].use == "packaging"
    assert read_brief(_DEMO["perfume"]).noun_ids == (
        "perfume_bottle",
        "flower",
        "dappled_light",
    )
    assert {"sport", "y2k"} <= set(read_brief(_DEMO["pupu"]).styles)


def test_varied_briefs() -> None:
    briefs = [(row, read_brief(row["text"])) for row in _VARIED]
    required = [
        any(text in item.text for item in brief.required_texts)
        for row, brief in briefs
        for text in row["required"]
    ]
    named = [
        set(row["brand"]) <= _names(brief) if row["brand"] else not _names(brief)
        for row, brief in briefs
    ]
    kinds = [
        [made.kind for made in brief.deliverables] == row["deliverables"]
        for row, brief in briefs
    ]
    trades = [brief.industry in row["industry"].split("|") for row, brief in briefs]
    colors = [[c.name for c in brief.colors] == row["colors"] for row, brief in briefs]
    assert len(_VARIED) >= 60
    assert _share(required) >= 0.95
    assert _share(named) >= 0.95
    assert _share(kinds) >= 0.95
    assert _share(colors) >= 0.95
    assert _share(trades) >= 0.9


@pytest.mark.parametrize("row", _VARIED, ids=lambda row: row["id"])
def test_varied_refusals_variants_and_sizes(row: dict[str, Any]) -> None:
    brief = read_brief(row["text"])
    if "must_not" in row:
        assert any(row["must_not"] in refusal for refusal in brief.must_nots)
    if "avoid" in row:
        assert [color.name for color in brief.avoid_colors] == row["avoid"]
    assert brief.variants == row.get("variants", 1)
    if "size" in row:
        made = brief.deliverables[0]
        assert [made.width_px, made.height_px] == row["size"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is empty"),
        (" \n\t", "is empty"),
        ("🎉🎉😀", "no words"),
        ("?!…，。", "no words"),
        ("12345", "no words"),
        ("海报\x00设计", "control character U\\+0000"),
        ("a poster\x1b[31m", "control character"),
        ("海" * 100_000, "limit is 20,000"),
    ],
)
def test_what_is_no_brief(text: str, why: str) -> None:
    with pytest.raises(BriefNotUnderstood, match=why) as raised:
        read_brief(text)
    assert "\n" not in str(raised.value)


def test_the_caller_overrides_sizes_and_deliverables() -> None:
    brief = read_brief(
        "a poster for a bakery", sizes=("a4", "1080x1920"), deliverables=("poster",)
    )
    assert [round(made.width_px) for made in brief.deliverables] == [794, 1080]
    with pytest.raises(BriefNotUnderstood, match="not something"):
        read_brief("a poster", deliverables=("statue",))
    with pytest.raises(InvalidValue, match="is not a size"):
        read_brief("a poster", sizes=("huge",))


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("做一张海报，文案用英文，标题 SALE", ("en",)),
        ("A poster with Chinese text for a tea house", ("zh-Hans",)),
        ("中英双语的茶馆海报", ("zh-Hans", "en")),
        ("A bilingual poster for a tea house", ("en", "zh-Hans")),
    ],
)
def test_languages(text: str, languages: tuple[str, ...]) -> None:
    assert read_brief(text).languages == languages


_PIECES = (
    *("海报", "标题：", "“", "”", '"', "'", "named", "写着", "红色", "¥39", "12月12日", "品牌"),
    *(
        "《",
        "》",
        "logo",
        "for",
        "Acme",
        "不要",
        "，",
        "8pm",
        "A4",
        "9:16",
        "：",
        "「",
        "🌿",
        "no",
    ),
)
_WORDS = st.lists(st.sampled_from([*_PIECES, "\n", " "]), max_size=14).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=120), _WORDS))
def test_any_text_is_a_brief_or_a_clear_error(text: str) -> None:
    try:
        brief = read_brief(text)
    except BriefNotUnderstood:
        return
    assert all(required.text in text for required in brief.required_texts)
    assert len(brief.deliverables) >= 1
    assert read_brief(brief.text) == brief
