"""Edits of a logo change what they name, by as much as they say, and nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from agent.editing.edit import CannotEdit
from agent.editing.logo import edit_logo
from agent.editing.reading import EditContext, read_edits
from compositor.document import AssetStore, Document, TextLayer, VectorLayer
from compositor.document.diff import difference_of
from compositor.document.document import walk
from tools.base import Copy, Drawing, Look, Made, Workbench
from tools.choose_style import ChooseStyle, ChooseStyleArguments
from tools.compose_logo import ComposeLogo, ComposeLogoArguments
from tools.draw_mark import DrawMark, DrawMarkArguments
from tools.logo_recipe import read_logo_recipe
from tools.recompose_logo import drawn_with

_LOGO = ComposeLogoArguments(look="look", mark="mark", copy_step="copy", versions=False)


@cache
def _logo(construction: str = "line_geo") -> Document:
    bench = Workbench(seed=5, assets=AssetStore(), out=Path())
    style = ChooseStyleArguments(styles=("minimal",), industry="saas_b2b", colors=("#1F4FD8",))
    look = ChooseStyle().run(style, bench).made
    assert isinstance(look, Look)
    bench = Workbench(seed=5, assets=bench.assets, out=Path(), materials={"look": look})
    arguments = DrawMarkArguments(look="look", construction=construction, name_latin="Nova Lab")
    mark = DrawMark().run(arguments, bench).made
    assert isinstance(mark, Drawing)
    copy = Copy(language="en", slots={"brand": "Nova Lab", "tagline": "Think ahead"})
    materials = {"look": look, "mark": mark, "copy": copy}
    bench = Workbench(seed=5, assets=bench.assets, out=Path(), materials=materials)
    made = ComposeLogo().run(_LOGO, bench).made
    assert isinstance(made, Made)
    return Document.from_json(made.document.to_json())


def _edited(document: Document, *words: str) -> Document:
    for said in words:
        document, _ = edit_logo(document, read_edits(said, EditContext()))
        document = Document.from_json(document.to_json())
    return document


def _changed(words: str) -> set[str]:
    return set(difference_of(_logo(), _edited(_logo(), words)).layer_ids)


def _names(document: Document) -> list[str]:
    found = [layer for page in document.pages for layer in walk(page.layers)]
    return [layer.id for layer in found if isinstance(layer, TextLayer)]


@pytest.mark.parametrize("words", ["thinner lines", "线条粗一点"])
def test_lines_change_the_mark_alone(words: str) -> None:
    changed = _changed(words)
    assert changed
    assert all("mark" in name for name in changed)


def test_tagline_goes_from_the_hero_alone() -> None:
    after = _edited(_logo(), "remove the tagline")
    assert "hero-tagline" not in _names(after)
    assert all(name.startswith("hero-") for name in _changed("remove the tagline"))


def test_font_changes_texts_not_outlines() -> None:
    before, after = _logo(), _edited(_logo(), "serif font")
    assert read_logo_recipe(after).kit.mark == read_logo_recipe(before).kit.mark
    layer = after.layer("hero-name-1")
    assert isinstance(layer, TextLayer)
    assert layer.runs[0].font.families[0] == "EB Garamond"


def test_color_is_exact_and_outlines_stay() -> None:
    after = _edited(_logo(), "#0A84FF")
    assert read_logo_recipe(after).kit.theme.palette.primary.hex.upper() == "#0A84FF"
    diff = difference_of(_logo(), after)
    assert "transform" not in {key for change in diff.changes for key in change.fields}


@pytest.mark.parametrize(
    ("there", "back"),
    [
        ("thinner lines", "thicker lines"),
        ("text below", "text right"),
        ("name bigger", "name smaller"),
        ("图文间距大一点", "图文间距小一点"),
        ("remove the tagline", "show the tagline"),
        ("change the name to “Orbit”", "change the name to “Nova Lab”"),
    ],
)
def test_the_inverse_restores(there: str, back: str) -> None:
    start = _edited(_logo(), back) if back == "text right" and _is_right() is False else _logo()
    again = _edited(start, there, back)
    diff = difference_of(start, again, tolerance_px=0.6)
    assert not [change for change in diff.changes if change.fields != ("name",)]


def _is_right() -> bool:
    return _logo().labels["lockup"] == "horizontal"


def test_repeating_is_monotone_and_says_when_it_ends() -> None:
    document, weights = _logo(), [drawn_with(read_logo_recipe(_logo()))["weight_u"]]
    while weights[-1] > 3.2 and len(weights) < 12:
        document = _edited(document, "much thinner lines")
        weights.append(drawn_with(read_logo_recipe(document))["weight_u"])
    assert weights == sorted(weights, reverse=True)
    assert weights[-1] == 3.2
    with pytest.raises(CannotEdit, match="already"):
        _edited(document, "much thinner lines")


def test_what_no_concept_answers_to_is_said() -> None:
    with pytest.raises(CannotEdit, match="variants"):
        _edited(_logo(), "use the second one")


def test_black_and_white_leaves_no_other_color() -> None:
    palette = read_logo_recipe(_edited(_logo(), "纯黑白")).kit.theme.palette
    assert {palette.primary.hex, palette.accent.hex, palette.ink.hex} == {palette.ink.hex}


@cache
def _deer() -> Document:
    bench = Workbench(seed=5, assets=AssetStore(), out=Path())
    style = ChooseStyleArguments(styles=("minimal",), industry="saas_b2b", colors=("#1F4FD8",))
    look = ChooseStyle().run(style, bench).made
    bench = Workbench(seed=5, assets=bench.assets, out=Path(), materials={"look": look})
    arguments = DrawMarkArguments(
        look="look", construction="pictorial", name_latin="Nova", subjects=("deer",)
    )
    mark = DrawMark().run(arguments, bench).made
    copy = Copy(language="en", slots={"brand": "Nova"})
    bench = Workbench(
        seed=5,
        assets=bench.assets,
        out=Path(),
        materials={"look": look, "mark": mark, "copy": copy},
    )
    made = ComposeLogo().run(_LOGO, bench).made
    assert isinstance(made, Made)
    return Document.from_json(made.document.to_json())


def _paths(document: Document) -> list[str]:
    mark = read_logo_recipe(document).kit.mark
    return [
        s.path.to_svg() for v in mark.children if isinstance(v, VectorLayer) for s in v.shapes
    ]


@pytest.mark.parametrize("words", ["make the antlers simpler", "鹿角简单一点"])
def test_simpler_antlers_change_nothing_else(words: str) -> None:
    before, after = _deer(), _edited(_deer(), words)
    old, new = _paths(before), _paths(after)
    assert old != new
    # The head, its eyes and ears keep every digit.
    assert len(set(old) & set(new)) >= len(old) - 2
    changed = difference_of(before, after).layer_ids
    assert changed
    assert all("mark" in name for name in changed)


def test_a_part_stays_as_asked_when_the_rest_is_edited() -> None:
    simpler = _edited(_deer(), "make the antlers simpler")
    assert _paths(_edited(simpler, "text below")) == _paths(simpler)
    assert _paths(_edited(simpler, "#0A84FF")) == _paths(simpler)
    assert _paths(_edited(simpler, "antlers more detailed")) == _paths(_deer())


@pytest.mark.parametrize(
    ("words", "says"),
    [("thinner antlers", "simpler or rounder"), ("antlers more detailed", "as it was drawn")],
)
def test_what_a_part_cannot_become_is_said(words: str, says: str) -> None:
    with pytest.raises(CannotEdit, match=says):
        _edited(_deer(), words)
