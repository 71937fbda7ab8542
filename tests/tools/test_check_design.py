"""check_design: the target of a document, from its style and its specification."""

from pathlib import Path

import pytest

from compositor.document import (
    AssetStore,
    Document,
    FontChoice,
    Page,
    TextLayer,
    TextRun,
    solid,
)
from compositor.geometry import Box
from knowledge import asset_spec
from knowledge.errors import UnknownEntry
from tools.base import Made, Report, Workbench
from tools.check_design import CheckDesign, CheckDesignArguments, target_for
from tools.errors import WrongArguments


def story(top: float, **labels: str) -> Document:
    run = TextRun(
        text="Tonight",
        font=FontChoice(families=("Inter",)),
        size=120,
        paint=solid("#000000"),
    )
    words = TextLayer(id="t", box=Box(120, top, 840, 200), runs=(run,), role="headline")
    page = Page(id="p", width=1080, height=1920, layers=(words,))
    return Document(kind="poster", pages=(page,), labels=labels)


def report(document: Document, spec: str) -> Report:
    bench = Workbench(
        seed=1, assets=AssetStore(), out=Path(), materials={"d": Made(document=document)}
    )
    made = CheckDesign().run(CheckDesignArguments(document="d", spec=spec), bench).made
    assert isinstance(made, Report)
    return made


def test_safe_area_of_a_story_is_the_platforms() -> None:
    assert report(story(60), "meta.story").hard == 1
    assert report(story(600), "meta.story").hard == 0
    assert report(story(60), "").hard == 0


def test_findings_carry_their_repair_as_plain_json() -> None:
    finding = report(story(60), "meta.story").findings[0]
    assert finding["repair"]["kind"] == "move"
    assert finding["source"] == "asset_specs: meta.story"


def test_unknown_specification_may_be_tried_again() -> None:
    with pytest.raises(WrongArguments, match=r"nowhere\.at_all"):
        report(story(60), "nowhere.at_all")


@pytest.mark.parametrize(
    ("spec", "top", "left"),
    [
        ("youtube.shorts", 288 / 1920, 48 / 1080),
        ("vertical.universal", 288 / 1920, 120 / 1080),
        ("og.default", 0.08, 0.08),
        ("fb.cover", 150 / 924, 180 / 1640),
        ("meta.feed_4x5", 64 / 1800, 64 / 1440),
        ("print.rollup", 20 / (asset_spec("print.rollup").height or 1), 0.05),
        ("print.a4", 5 / 297, 5 / 210),
    ],
)
def test_every_way_of_writing_a_safe_area(spec: str, top: float, left: float) -> None:
    safe = target_for(story(0), spec).safe
    assert (safe.top, safe.left) == pytest.approx((top, left), abs=6e-5)


def test_keepouts_bleed_and_the_styles_air() -> None:
    assert target_for(story(0), "youtube.thumb").keepouts[0][:2] == pytest.approx((0.84, 0.86))
    assert target_for(story(0), "print.a4").bleed == pytest.approx(1080 * 3 / 210, abs=1e-3)
    assert target_for(story(0, style="minimal+swiss")).whitespace is not None
    assert target_for(story(0, style="no such style")).whitespace is None
    assert target_for(story(0), "print.a4").safe.top == pytest.approx(5 / 297, abs=6e-5)
    with pytest.raises(UnknownEntry):
        target_for(story(0, spec="nowhere"))
