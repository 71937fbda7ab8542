"""Words become typed edits, in Chinese and English; what is no edit gets an answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from agent.editing.edit import CannotEdit, Edit
from agent.editing.outcome import bounded
from agent.editing.reading import EditContext, read_edits

_TABLE = json.loads(Path(__file__).with_name("phrases.json").read_text("utf-8"))
_LAYERS = (("cta", "button", "page-1-cta-button"), ("visual", "picture", "page-1-picture"))
_LAST = (Edit(target="mark", parameter="roundness", amount=1),)


def _read(words: str, kind: str) -> list[str]:
    context = EditContext(
        kind="poster" if kind == "poster" else "logo",
        last=_LAST,
        layers=_LAYERS,
        slots={"headline": "秋日拿铁"},
    )
    return [
        f"{edit.target} {edit.parameter} {edit.how} {_value(edit)}"
        for edit in read_edits(words, context)
    ]


def _value(edit: Edit) -> str:
    return f"{edit.amount:g}u" if edit.value == "u" else edit.value or f"{edit.amount:g}"


@pytest.mark.parametrize(
    ("words", "kind", "edits"),
    [(row[0], kind, row[1]) for kind, rows in _TABLE.items() for row in rows],
)
def test_phrase(words: str, kind: str, edits: str) -> None:
    assert "; ".join(_read(words, kind)) == edits


def test_table_is_large_and_half_chinese() -> None:
    phrases = [row[0] for rows in _TABLE.values() for row in rows]
    chinese = sum(any("\u3400" <= c <= "\u9fff" for c in phrase) for phrase in phrases)
    assert len(phrases) >= 120
    assert 0.4 <= chinese / len(phrases) <= 0.6


@pytest.mark.parametrize(
    "words",
    [
        "more modern",
        "高级一点",
        "make it pop",
        "lighter",
        "轻一点",
        "make it rounder and xyzzy",
        "",
    ],
)
def test_unclear_words_are_answered_with_what_can_be_changed(words: str) -> None:
    with pytest.raises(CannotEdit, match=r"can change|可以改"):
        read_edits(words, EditContext())


def test_quoted_text_stays_exact() -> None:
    (edit,) = read_edits("change the name to “LuMo  é&Co”", EditContext())
    assert edit.value == "LuMo  é&Co"


def test_repeating_goes_on_to_the_bound_and_stays() -> None:
    edit = Edit(parameter="roundness", amount=1)
    values = [0.2]
    for _ in range(9):
        values.append(bounded(values[-1], edit, 0.15, 0, 1))
    assert values == sorted(values)
    assert values[-1] == 1.0
