"""Texts that carry no label: rows of lists, credits, terms, and what only directs."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.reading import read_brief
from agent.reading.facts import find_facts
from agent.reading.rows import find_rows
from agent.reading.statements import Known, find_statements

_BRIEFS = Path(__file__).parents[2] / "fixtures" / "briefs"
_ROWS: list[dict[str, Any]] = json.loads((_BRIEFS / "clients.json").read_text("utf-8"))


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def test_what_sixty_clients_wrote_stands_on_the_page() -> None:
    missing = []
    for row in _ROWS:
        brief = read_brief(row["text"])
        said = [item.text for item in brief.required_texts]
        said += [fact.text for fact in brief.facts if fact.kind == "topic"]
        page = _plain(" ".join(said))
        missing += [text for text in row["required"] if _plain(text) not in page]
    assert len(_ROWS) == 60
    assert len(missing) <= 2, missing


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("签到17:00，开场18:00，颁奖19:30", ["签到17:00", "开场18:00", "颁奖19:30"]),
        ("62% paper, 38% glass.", ["62% paper", "38% glass"]),
        ("单次课298元，10次卡2680元", ["单次课298元", "10次卡2680元"]),
        ("09:00 Doors, 10:00 Keynote: Mara, 12:30 Lunch", ["09:00 Doors", "10:00 Keynote: Mara",
                                                           "12:30 Lunch"]),
        ("1月17日18:00，三楼", []),
        ("20% off all shoes, 10% off bags", []),
    ],
)  # fmt: skip
def test_rows_of_a_list(text: str, rows: list[str]) -> None:
    found = find_rows(text, find_facts(text, text.lower()), is_menu=False)
    assert [fact.text for fact, _ in found] == rows


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("编剧陆鸣，导演何以宁", ["编剧陆鸣", "导演何以宁"]),
        ("婚姻家事、劳动争议、合同纠纷，稳重藏青", ["婚姻家事、劳动争议、合同纠纷"]),
        ("首年免租3个月，大气", ["首年免租3个月"]),
        ("悬疑、暗绿，大留白，抓眼，3个方案", []),
        ("music by Edda Holm. Dramatic, crimson.", ["music by Edda Holm"]),
        ("DJs Kova, Lumen, Iris V. Acid.", ["DJs Kova, Lumen, Iris V"]),
        ("Bring goggles. Make it dynamic, 3 versions, like the 70s.", ["Bring goggles"]),
        ("agent Dana Ruiz", ["agent Dana Ruiz"]),
    ],
)
def test_statements_are_set_and_directions_are_not(text: str, lines: list[str]) -> None:
    assert [item.text for item in find_statements(text, Known())] == lines


def test_a_size_is_no_place_and_a_quoted_colon_no_label() -> None:
    brief = read_brief("Banner 1920x600, 18 April, Hall 6")
    assert "1920x600" not in [item.text for item in brief.required_texts]
    titled = read_brief('Museum poster for "Deep Time: 400 Million Years". Opens 11 May.')
    assert titled.texts_at("headline") == ("Deep Time: 400 Million Years",)


@given(st.text(alphabet="签到17:00，。 Doors%、3元\n“”:", max_size=60))
def test_statements_are_slices_of_the_brief(text: str) -> None:
    for item in find_statements(text, Known(is_package=True)):
        assert item.text == text[slice(*item.span)]
    for fact, span in find_rows(text, find_facts(text, text.lower()), is_menu=True):
        assert fact.text == text[slice(*span)]
