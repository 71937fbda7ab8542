"""Findings in words: every fault and every repair reads in Chinese and English."""

from typing import get_args

import pytest

from compositor.color import Color
from compositor.document import (
    Document,
    FontChoice,
    Page,
    SolidPaint,
    TextLayer,
    TextRun,
    solid,
)
from compositor.geometry import Box
from compositor.preflight import Finding
from compositor.preflight.finding import Code
from compositor.preflight.mending.remedy import (
    AddBleed,
    Align,
    Enlarge,
    Move,
    Rebreak,
    Recompose,
    Remedy,
    Repaint,
    Resize,
    Reweight,
    Reword,
    Shorten,
    Veil,
)
from compositor.preflight.words import repair_in_words, sentence, told

RED = SolidPaint(color=Color(180, 0, 20))
REPAIRS: tuple[Remedy, ...] = (
    Repaint(layer="a", paint=RED),
    Veil(layer="a", paint=RED, opacity=0.5, ink=RED),
    Move(layer="a", dx=12, dy=-3),
    Align(layer="a", to="b", edge="left", dx=-2.5),
    Align(layer="a", to="b", edge="baseline", dy=3),
    Resize(kind="grow", layer="a", factor=1.25),
    Resize(kind="shrink", layer="a", factor=0.8),
    Rebreak(layer="a"),
    Rebreak(layer="a", width=420),
    Reweight(layer="a", weight=700),
    AddBleed(bleed=11.34),
    Enlarge(layer="a", factor=1.02, x=0, y=0),
    Shorten(layer="a", characters=40),
    Reword(layer="a", characters="好|，"),
    *(Recompose(wants=wants) for wants in get_args(Recompose.model_fields["wants"].annotation)),
)


def page(language: str) -> Document:
    run = TextRun(
        text="春日市集，周末见",
        font=FontChoice(families=("Inter",)),
        size=40,
        paint=solid("#000"),
    )
    words = TextLayer(id="a", box=Box(0, 0, 400, 60), runs=(run,))
    return Document(
        language=language, pages=(Page(id="p", width=600, height=400, layers=(words,)),)
    )


def finding(code: Code, **more: object) -> Finding:
    told_by = {"severity": "hard", "layer": "a", "page": "p", "message": "m", "source": "brief"}
    return Finding.model_validate({"code": code, "value": 2, "needed": 4.5, **told_by, **more})


@pytest.mark.parametrize("code", get_args(Code))
def test_every_fault_has_a_name_and_a_unit(code: Code) -> None:
    for language in ("zh-Hans", "en"):
        words = told(finding(code), page(language))
        assert words.name
        assert "{" not in "".join(words)
        assert words.repair in ("by hand", "手动调整")
        assert sentence(finding(code), page(language)).startswith("“春日市集，周末见”")


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: repair.kind)
def test_every_repair_is_an_order(repair: Remedy) -> None:
    chinese, english = repair_in_words(repair, "zh"), repair_in_words(repair, "en")
    assert any("\u4e00" <= character <= "\u9fff" for character in chinese)
    assert english.isascii() or "“" in english
    assert "{" not in chinese + english


def test_a_finding_as_one_sentence() -> None:
    short = finding(
        "contrast",
        value=2.104,
        repair=Repaint(layer="a", paint=RED),
        source="https://www.w3.org/TR/WCAG22/#contrast-minimum",
    )
    assert sentence(short, page("zh-Hans")) == (
        "“春日市集，周末见”对比度不足：2.1:1，应 ≥ 4.5:1；改用 #B40014"
    )
    assert sentence(short, page("en")) == (
        "“春日市集，周末见”: contrast, 2.1:1 where ≥ 4.5:1 is needed; paint it #B40014"
    )
    assert told(short, page("zh-Hans")).source == "WCAG 2.2"
