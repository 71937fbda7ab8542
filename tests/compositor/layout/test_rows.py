"""Rows: what a list's lines hold, nothing of them lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compositor.layout.rows import list_slot, read_list


@pytest.mark.parametrize(
    ("text", "shape", "parts"),
    [
        ("毛肚58元\n鲜鸭血22元", "prices", (("name", "毛肚"), ("price", "58元"))),
        ("Negroni 12\nPaloma 11", "prices", (("name", "Negroni "), ("price", "12"))),
        ("$59 screen\n$35 battery", "prices", (("price", "$59 "), ("name", "screen"))),
        ("62% paper\n21% glass", "shares", (("share", "62% "), ("name", "paper"))),
        ("09:00 Doors\n17:00 Drinks", "times", (("time", "09:00 "), ("name", "Doors"))),
        ("签到17:00\n开场18:00", "times", (("name", "签到"), ("time", "17:00"))),
        (
            "7:00起床一杯200ml\n9:30工作间隙250ml",
            "times",
            (("time", "7:00"), ("name", "起床一杯"), ("amount", "200ml")),
        ),
        ("工业 310万吨\n农业 880万吨", "amounts", (("name", "工业 "), ("amount", "310万吨"))),
        ("水洗\n柑橘、茉莉", "plain", (("name", "水洗"),)),
        (
            "Saturdays from 5 April\nHollow Oak Farm",
            "plain",
            (("name", "Saturdays from 5 April"),),
        ),
    ],
)
def test_lines_are_read_by_what_they_hold(
    text: str, shape: str, parts: tuple[tuple[str, str], ...]
) -> None:
    listing = read_list(text)
    assert listing.shape == shape
    assert tuple(tuple(part) for part in listing.rows[0].parts) == parts


def test_lines_that_are_no_rows_become_notes() -> None:
    listing = read_list("62% paper\n21% glass\n17% metal\nCity of Norrby 2025")
    assert listing.notes == ("City of Norrby 2025",)
    assert listing.is_whole
    assert not read_list("62% paper\n21% glass").is_whole


def test_only_numbers_of_one_unit_are_measured() -> None:
    assert read_list("工业 310万吨\n农业 880吨").is_measured
    assert read_list("工业 310万吨\n农业 880吨").rows[0].value == 3_100_000
    assert not read_list("3,400 visitors\n12 halls").is_measured
    assert not read_list("Negroni 12\nPaloma 11").is_measured


def test_two_lines_are_a_list_when_both_have_a_figure() -> None:
    assert list_slot({"body": "battery $35\nscreen $59"}) == "body"
    assert list_slot({"body": "One line\nand another"}) == ""
    assert list_slot({"body": "3 bed\n2 bath bungalow"}) == ""
    assert list_slot({"meta": "5月3日\n成都棋院\n138 0000 0000"}) == ""


@given(st.lists(st.text(min_size=1).filter(lambda line: "\n" not in line), max_size=8))
def test_no_character_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    listing = read_list(text)
    kept = sorted([row.text for row in listing.rows] + list(listing.notes))
    assert kept == sorted(line for line in text.split("\n") if line.strip())
