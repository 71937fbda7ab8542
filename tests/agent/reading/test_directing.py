"""What a clause does: direct the design, ask for the work, show a thing, or say something."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.reading.clauses import split_clauses
from agent.reading.directing import asks, directs, is_label, shows_only, signs


@pytest.mark.parametrize(
    "written",
    ["白底绿字", "要有夕阳的感觉", "大面积留白", "左图右文", "手账拼贴感", "黄黑警示风格",
     "暖一点",
     "lots of empty space", "big type on the left", "Grimy xerox look", "flat colours please",
     "black and cream", "Rustic Italian", "hand lettering"],
)  # fmt: skip
def test_wishes_direct(written: str) -> None:
    assert directs(written)


@pytest.mark.parametrize(
    "written",
    ["英仙座流星雨", "纯植物油脂", "安全帽戴好再进场", "免费但要预约", "五十年只做一件事",
     "Use the Station Road crossing", "show flat open weekends 11-4", "never spray",
     "no gifts please just stories", "Weights and Measures", "check sheds and garages",
     "不要熬夜、不要重盐、不要酗酒"],
)  # fmt: skip
def test_copy_directs_nothing(written: str) -> None:
    assert not directs(written)
    assert not asks(written)


def test_what_asks_shows_labels_and_signs() -> None:
    assert asks("Hi! could you do a menu")
    assert asks("给阿婆的豆花摊做个招牌")
    assert shows_only("月光和书")
    assert shows_only("a curly poodle")
    assert not shows_only("蚕豆饭、咸鸭蛋、樱桃、乌米饭")
    assert is_label("地址在")
    assert is_label("RSVP to")
    assert not is_label("早鸟")
    assert signs("Old Anchor Barbers")
    assert signs("呼吸之间瑜伽")
    assert not signs("Closed Mondays")


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("声浪过境 9月23日 白鹭洲 单日票280", ["声浪过境", "9月23日", "白鹭洲", "单日票280"]),
        ("采摘 6小时，发酵 36小时，日晒 21天", ["采摘 6小时", "发酵 36小时", "日晒 21天"]),
        ("Cedar No. 4, soy wax - 45 hours", ["Cedar No. 4", "soy wax", "45 hours"]),
    ],
)
def test_clauses_end_where_the_writer_paused(text: str, clauses: list[str]) -> None:
    assert [text[slice(*clause.span)] for clause in split_clauses(text)] == clauses


@given(st.text(alphabet="声浪 9月，。、:：- No.4“《》\n", max_size=50))
def test_clauses_follow_each_other(text: str) -> None:
    spans = [clause.span for clause in split_clauses(text)]
    assert all(start < end for start, end in spans)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
