"""Line break opportunities: the Chinese rules one by one, then Latin."""

from math import inf

import pytest

from compositor.typography.breaks import KINSOKU, NORMAL, SENSE, WORD, break_costs, phrases
from compositor.typography.characters import NO_LINE_END, NO_LINE_START, kind_of


def places(text: str, limit: float = NORMAL) -> list[int]:
    return [k for k, cost in enumerate(break_costs(text)) if k and 0 <= cost < limit]


@pytest.mark.parametrize("mark", sorted(NO_LINE_START - NO_LINE_END))
def test_mark_never_starts_a_line(mark: str) -> None:
    assert break_costs(f"国{mark}国")[1] >= WORD


@pytest.mark.parametrize("mark", sorted(NO_LINE_END - NO_LINE_START))
def test_mark_never_ends_a_line(mark: str) -> None:
    assert break_costs(f"国{mark}国")[2] >= WORD


@pytest.mark.parametrize(
    "unit",
    ["——", "……", "50%", "99元", "￥1,299.00", "$19.90", "3.5", "10:00-18:00", "5 kg", "8折"],
)
def test_unit_is_never_parted(unit: str) -> None:
    text = f"国{unit}国"
    assert not [k for k in places(text) if 1 < k < 1 + len(unit)]


@pytest.mark.parametrize(
    "unit", ["第三章", "第12届", "RMB 99", "20℃", "No. 5", "1/2", "￥99", "3 天", "Vol. 12"]
)
def test_name_of_a_number_is_never_parted(unit: str) -> None:
    text = f"国{unit}国"
    assert not [k for k in places(text) if 1 < k < 1 + len(unit)]


def test_chinese_breaks_between_all_other_characters() -> None:
    assert places("天地玄黄") == [1, 2, 3]


def test_typed_space_stays_with_the_line_before() -> None:
    assert places("好 茶 Tea time") == [2, 4, 8]


def test_words_part_only_as_a_last_resort() -> None:
    costs = break_costs("typography")
    assert set(costs[1:]) == {WORD}


def test_hyphen_between_letters_gives_a_place_and_digits_do_not() -> None:
    assert places("hand-made 2025-26") == [5, 10]


def test_non_breaking_characters() -> None:
    assert not places("A\u00a0B")
    assert not places("国\u2060家")
    assert places("国\u200b家") == [2]


@pytest.mark.parametrize(
    "text", ["￥\u00ad一", "(\u00ad 一", "[ \u200b一", "（\u200b一", "一\u200b，"]
)
def test_unseen_characters_open_no_forbidden_place(text: str) -> None:
    assert break_costs(text)[-1] >= KINSOKU


def test_straight_quotes_hold_to_what_they_enclose() -> None:
    assert places('说"好"吗') == [1, 4]


def test_newline_must_be_taken_and_crlf_is_one() -> None:
    costs = break_costs("a\r\nb")
    assert costs[3] == -1.0
    assert costs[2] == inf


def test_surrogates_and_marks_cling_to_their_letter() -> None:
    assert break_costs("国\ufe0f家")[1] == inf


def test_phrases_keep_particles_and_prefer_meaning() -> None:
    text = "让每一口都新鲜如初"
    found = phrases(text)
    assert text.index("新鲜") in found
    assert text.index("鲜如") not in found
    assert all("美好的生活"[k] != "的" for k in phrases("美好的生活"))
    costs = break_costs("夏日限定冰爽上市", sense=True)
    assert costs[2] < SENSE < costs[3] < NORMAL
    assert break_costs("茶与咖啡", sense=True)[2] > SENSE


def test_a_weak_word_is_a_worse_end_than_a_strong_one() -> None:
    text = "cup of tea"
    costs = break_costs(text, sense=True)
    assert costs[text.index("of")] < costs[text.index("tea")]


def test_pairs_of_dashes_in_a_row() -> None:
    assert break_costs("……")[1] >= KINSOKU


def test_every_character_has_one_kind() -> None:
    kinds = [kind_of(c) for c in "国ア，A1. \n\u200b\x07"]
    assert kinds == [
        *("han", "han", "mark", "word", "word", "other"),
        *("space", "newline", "hidden", "hidden"),
    ]
