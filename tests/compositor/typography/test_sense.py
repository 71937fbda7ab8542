"""Breaking by sense and by level: one rule, one test. Cases from CLREQ where it has them."""

from itertools import pairwise
from typing import Any

import pytest

from compositor.document import FontChoice, TextLayer, TextRun, solid
from compositor.geometry import Box
from compositor.typography.breaks import (
    HYPHEN,
    KEPT,
    KINSOKU,
    NORMAL,
    WORD,
    break_costs,
    pause_places,
)
from compositor.typography.fonts import default_fonts
from compositor.typography.hyphens import hyphen_places
from compositor.typography.segment import words_of
from compositor.typography.set_text import set_text

FONT = FontChoice(families=("Inter", "Noto Sans SC"))


def lines(text: str, ems: float, size: float = 20, **more: Any) -> list[str]:
    run = TextRun(text=text, font=FONT, size=size, paint=solid("#000000"))
    box = Box(0, 0, ems * size, 4000)
    layer = TextLayer(id="t", box=box, runs=(run,), **more)
    return [line.text for line in set_text(layer, default_fonts()).lines]


@pytest.mark.parametrize("balance", [True, False])
@pytest.mark.parametrize("ems", [7.2, 8, 9, 10])
def test_a_short_text_breaks_after_its_comma(ems: float, *, balance: bool) -> None:
    found = lines("若有若无，恰是最近的距离", ems, balance=balance)
    assert found == ["若有若无，", "恰是最近的距离"]


def test_a_latin_title_breaks_after_its_comma() -> None:
    found = lines(
        "Fresh from the farm, straight to your table", 15, balance=True, language="en"
    )
    assert found == ["Fresh from the farm,", "straight to your table"]


def test_a_pause_after_one_character_does_not_tear_the_lines_apart() -> None:
    first, _ = lines("啊，今天我们一起去看山里的日落", 9, balance=True)
    assert len(first) > 3


def test_pauses_are_inside_the_text_and_an_enumeration_is_weaker() -> None:
    assert pause_places("春、夏，秋。") == {2: 0.5, 4: 1.0}
    assert pause_places("v1.5 is out, at last.") == {13: 1.0}


@pytest.mark.parametrize("ems", [4.2, 5.2, 6.2, 8.2])
def test_no_word_of_a_title_is_parted(ems: float) -> None:
    text = "设计不仅仅是外观和感觉"
    spans = [(a, b) for a, b, _ in words_of(text)]
    at = 0
    for line in lines(text, ems, balance=True)[:-1]:
        at += len(line)
        assert not [span for span in spans if span[0] < at < span[1]]


@pytest.mark.parametrize("name", ["王小明", "张艺谋", "加西亚·马尔克斯", "文森特·梵高", "李白"])
def test_a_name_is_found_and_kept_whole(name: str) -> None:
    text = f"今夜与{name}的对话"
    assert (3, 3 + len(name), True) in words_of(text)
    costs = break_costs(text, sense=True)
    assert all(cost > KEPT for cost in costs[4 : 3 + len(name)])


def test_a_date_stays_whole_when_the_line_has_room_for_it() -> None:
    found = lines("开幕时间定于2026年5月12日在杭州西湖边的老厂房举行盛大典礼欢迎光临", 9)
    assert any("2026年5月12日" in line for line in found)


def test_running_text_fills_its_lines_whatever_the_words() -> None:
    text = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰馀成岁律吕调阳云腾致雨"
    assert {len(line) for line in lines(text, 7.1)[:-2]} == {7}


@pytest.mark.parametrize(
    ("mark", "basic", "gb", "strict"),
    [("—", 0, 0, 1), ("…", 0, 0, 1), ("，", 1, 1, 1), ("》", 1, 1, 1), ("·", 1, 1, 1)],
)
def test_levels_at_the_start_of_a_line(mark: str, basic: int, gb: int, strict: int) -> None:
    for level, forbidden in (("basic", basic), ("gb", gb), ("strict", strict)):
        cost = break_costs(f"国{mark}国", level=level)[1]
        assert (cost >= KINSOKU) == bool(forbidden), level


@pytest.mark.parametrize(
    ("mark", "basic", "gb", "strict"), [("/", 0, 1, 1), ("《", 1, 1, 1), ("（", 1, 1, 1)]
)
def test_levels_at_the_end_of_a_line(mark: str, basic: int, gb: int, strict: int) -> None:
    for level, forbidden in (("basic", basic), ("gb", gb), ("strict", strict)):
        cost = break_costs(f"国{mark}国", level=level)[2]
        assert (cost >= KINSOKU) == bool(forbidden), level


@pytest.mark.parametrize("level", ["basic", "gb", "strict"])
def test_paired_dashes_are_one_at_every_level(level: Any) -> None:
    assert break_costs("国——国", level=level)[2] >= KINSOKU


def test_hyphens_fall_at_syllables_and_never_near_the_ends() -> None:
    word = "typography"
    found = hyphen_places(word, "en")
    assert found == {4}
    assert all(3 <= k <= len(word) - 3 for k in found)


@pytest.mark.parametrize(
    "text", ["short", "Washington’s", "www.hyphenation.org", "UNESCO", "設計"]
)
def test_some_words_are_never_hyphenated(text: str) -> None:
    assert not hyphen_places(f"at {text}", "en")


def test_hyphenation_knows_the_language() -> None:
    assert hyphen_places("der Silbentrennung", "de") != hyphen_places(
        "der Silbentrennung", "fr"
    )
    assert not hyphen_places("typography", "ja")


def test_hyphenation_is_asked_for_and_only_for_running_text() -> None:
    text = "Conscientious typographers systematically hyphenate " * 3
    plain = lines(text, 9, language="en")
    broken = lines(text, 9, language="en", hyphenate=True)
    assert broken != plain
    assert lines(text, 9, language="en", hyphenate=True, balance=True) == lines(
        text, 9, language="en", balance=True
    )


def test_a_hyphen_is_drawn_inside_the_column_but_is_no_character() -> None:
    text = "Conscientious typographers systematically hyphenate " * 2
    run = TextRun(text=text, font=FONT, size=20, paint=solid("#000000"))
    layer = TextLayer(
        id="t", box=Box(0, 0, 180, 900), runs=(run,), language="en", hyphenate=True
    )
    found = set_text(layer, default_fonts())
    hyphens = [r for line in found.lines for r in line.runs if not r.text]
    assert hyphens
    assert all(g.x + g.advance <= 180.01 for r in hyphens for g in r.glyphs)
    said = "".join(r.text for line in found.lines for r in line.runs)
    assert said.replace(" ", "") == text.replace(" ", "")
    ends = [k for k, line in enumerate(found.lines) if line.runs and not line.runs[-1].text]
    assert all(b - a > 1 for a, b in pairwise(ends)), "two in a row"


def test_a_soft_hyphen_breaks_with_a_hyphen() -> None:
    costs = break_costs("data\u00adbase", chinese=False)
    assert costs[5] == HYPHEN
    assert all(cost >= WORD for k, cost in enumerate(costs) if k and k != 5 and cost < 1e9)


def test_thai_breaks_between_words_only() -> None:
    text = "วันนี้อากาศดีมาก"
    places = [k for k, c in enumerate(break_costs(text, chinese=False)) if k and c < NORMAL]
    assert places == [text.index("นี้"), text.index("อา"), text.index("ดี"), text.index("มาก")]


@pytest.mark.parametrize("text", ["花影入香", "春日茶会", "山高月小", "大江东去"])
@pytest.mark.parametrize("fit", ["none", "fill"])
def test_four_characters_part_in_the_middle(text: str, fit: str) -> None:
    run = TextRun(text=text, font=FONT, size=200, paint=solid("#000000"))
    box = Box(0, 0, 640, 600)
    layer = TextLayer.model_validate(
        {"id": "t", "box": box, "runs": (run,), "balance": True, "fit": fit, "leading": 1.1}
    )
    found = [line.text for line in set_text(layer, default_fonts()).lines]
    assert found == [text[:2], text[2:]]


def test_no_character_of_a_title_is_left_alone_at_its_end() -> None:
    for ems in (3.2, 4.2, 5.2, 6.2):
        assert len(lines("我们一起去看山里的海", ems, balance=True)[-1]) > 1
