"""Free text finds the styles and trades it speaks of."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import (
    find_industries,
    find_styles,
    industries,
    pick_industries,
    pick_styles,
    styles,
)
from knowledge.tables import table
from knowledge.vocabulary import simplified

LABELLED = json.loads((Path(__file__).parent / "labelled_phrases.json").read_text("utf-8"))[
    "phrases"
]


def test_labelled_phrases_are_found() -> None:
    missed = []
    for row in LABELLED:
        pick = pick_styles if row["kind"] == "style" else pick_industries
        if row["expected"] not in [match.id for match in pick(row["text"], limit=3)]:
            missed.append(row)
    chinese = sum(any(ord(char) > 0x3000 for char in row["text"]) for row in LABELLED)
    assert len(LABELLED) >= 100
    assert chinese >= len(LABELLED) / 2
    assert len(missed) <= 0.05 * len(LABELLED), missed


def test_mixed_styles_keep_the_order_of_the_brief() -> None:
    text = "Pupu 品牌包：运动风 + Y2K 千禧年复古未来主义，时尚而古怪 — logo、海报和一页 VI"
    matches = find_styles(text)
    assert [match.id for match in matches[:2]] == ["sport", "y2k"]
    start, end = matches[0].spans[0]
    assert text[start:end] == "运动风"
    assert [m.id for m in find_styles("Y2K with a sporty 运动风 touch")[:2]] == ["y2k", "sport"]


@pytest.mark.parametrize("text", ["pet-food", "Pet Food", "PET_FOOD", "貓糧", "cat food"])
def test_spelling_does_not_matter(text: str) -> None:
    assert find_industries(text)[0].id == "pet_food"


def test_words_inside_words_are_not_found() -> None:
    assert "pet_food" not in [match.id for match in find_industries("a catalogue of dogma")]
    assert "space_cosmic" not in [
        match.id for match in find_styles("a spacesuit-free workspace")
    ]


def test_what_is_refused_is_left_out() -> None:
    assert "tech" not in [match.id for match in find_styles("不要科技感，要温柔一点")]
    assert "minimal" not in [match.id for match in find_styles("not minimalist, loud please")]


def test_a_quoted_name_weighs_less_than_the_trade() -> None:
    assert find_industries("叫「茶里王」的奶茶店")[0].id == "milk_tea"


def test_nothing_known_finds_little() -> None:
    assert find_styles("") == []
    assert find_industries("asdf qwer zxcv") == []
    assert find_styles("chrysalis tessellation poster") == []
    assert all(match.score < 0.35 for match in pick_styles("chrysalis tessellation poster"))


def test_tables_are_broad_and_point_at_entries() -> None:
    nouns, phrases = table("nouns"), table("phrases")
    assert set(nouns["industries"]) == set(industries())
    assert set(phrases["styles"]) == set(styles())
    assert sum(len(set(row)) for row in nouns["industries"].values()) >= 600
    assert sum(len(set(row)) for row in phrases["styles"].values()) >= 400
    assert min(len(row) for row in nouns["industries"].values()) >= 10
    for style_id in phrases["names"]:
        assert style_id in styles()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert len(simplified(text)) == len(text)
    for match in [*find_styles(text), *find_industries(text)]:
        assert 0 < match.score <= 1
        assert all(0 <= start < end <= len(text) for start, end in match.spans)
