"""Mending: repairs are kept only when they help, are told in numbers, and change no word."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compositor.document import (
    AssetStore,
    Document,
    FontChoice,
    GroupLayer,
    Layer,
    Page,
    Shape,
    TextLayer,
    TextRun,
    VectorLayer,
    solid,
)
from compositor.document.document import walk
from compositor.geometry import Box
from compositor.geometry.shapes import rectangle
from compositor.preflight import Finding, Mended, Target, check, mend
from compositor.typography.fonts import default_fonts

FONTS, ASSETS = default_fonts(), AssetStore()
Spot = tuple[float, float, float, float]


def text(layer_id: str, words: str, box: Spot, size: float = 40, **options: Any) -> TextLayer:
    font = FontChoice(
        families=(options.pop("family", "Inter"), "Noto Sans SC"),
        weight=options.pop("weight", 400),
    )
    run = TextRun(
        text=words, font=font, size=size, paint=solid(options.pop("color", "#000000"))
    )
    return TextLayer.model_validate(
        {"id": layer_id, "box": box, "runs": (run,), "role": "body", **options}
    )


def field(layer_id: str, box: Spot, color: str, **options: Any) -> VectorLayer:
    shape = Shape(path=rectangle(Box(*box)), fill=solid(color))
    return VectorLayer(id=layer_id, shapes=(shape,), **options)


def poster(*layers: Layer, **options: Any) -> Document:
    sheet = {"id": "p", "width": 1080, "height": 1440, "margin": 32, **options}
    return Document(kind="poster", pages=(Page.model_validate({**sheet, "layers": layers}),))


def mended(document: Document, target: Target | None = None) -> Mended:
    return mend(document, FONTS, ASSETS, (), target)


def words(document: Document) -> list[str]:
    layers = (layer for page in document.pages for layer in walk(page.layers))
    return [layer.text for layer in layers if isinstance(layer, TextLayer)]


def hard(findings: tuple[Finding, ...]) -> int:
    return sum(finding.severity == "hard" for finding in findings)


TITLE = text("title", "大标题", (80, 80, 900, 200), 160, role="headline")
LADDER = [
    text(f"t{i}", "Words", (80, 330 + 130 * i, 800, 110), size)
    for i, size in enumerate((30, 38, 48, 61))
]
SUBJECT = GroupLayer(
    id="cup",
    role="visual",
    children=(field("body", (250, 500, 500, 320), "#D9C8A0", role="visual"),),
)
BROKEN = {
    "contrast": poster(TITLE, text("a", "浅灰的字", (80, 400, 500, 60), color="#C0C0C0")),
    "apca": poster(
        field("blue", (0, 0, 1080, 1440), "#0077D0"),
        text("title", "大标题", (80, 80, 900, 200), 160, role="headline", color="#FFFFFF"),
        text("a", "Get tickets", (80, 400, 600, 60), 30),
    ),
    "margin": poster(TITLE, text("a", "太靠边", (4, 400, 500, 60))),
    "safe_area": poster(text("a", "太高了", (80, 60, 500, 60))),
    "overlap": poster(
        text("a", "first words", (80, 90, 500, 60)),
        text("b", "second words", (80, 110, 500, 60)),
    ),
    "min_size": poster(TITLE, text("a", "小字", (80, 400, 300, 40), 20)),
    "small_text": poster(TITLE, text("a", "小字", (80, 400, 300, 40), 24)),
    "overset": poster(TITLE, text("a", "放不进去的一行字太长了", (80, 400, 400, 60))),
    "alignment": poster(TITLE, text("a", "Hello", (84, 400, 500, 60))),
    "baseline": poster(
        TITLE,
        text("a", "鞋带系好", (80, 1200, 400, 60)),
        text("b", "别等明天", (600, 1203, 400, 60)),
    ),
    "hierarchy": poster(TITLE, text("a", "副题", (80, 400, 900, 200), 140, role="subhead")),
    "sizes": poster(TITLE, *LADDER),
    "weights": poster(
        text("t", "Words", (80, 80, 900, 200), 160, role="headline", weight=900),
        text("a", "Words", (80, 400, 800, 90), weight=300),
        text("b", "Words", (80, 500, 800, 90), weight=500),
        text("c", "Words", (80, 600, 800, 90), weight=700),
    ),
    "colors": poster(
        TITLE,
        *(
            text(f"t{i}", "字", (80, 400.0 + 90 * i, 400, 70), color=color)
            for i, color in enumerate(("#8A0000", "#004A8A", "#00553A", "#900808"))
        ),
    ),
    "subject": poster(SUBJECT, TITLE, text("a", "站在主体上的字", (300, 740, 500, 60))),
    "bleed": poster(
        TITLE, field("edge", (0, 1000, 1080, 440), "#336655"), medium="print", bleed=12
    ),
    "measure": poster(
        text("a", "the quick brown fox jumps and runs on " * 6, (60, 90, 960, 90), 18),
        medium="print",
    ),
}


@pytest.mark.parametrize("code", BROKEN)
def test_every_mechanical_fault_is_mended_and_told_in_numbers(code: str) -> None:
    target = Target(name="meta.story", safe=(0.14, 0, 0.2, 0)) if code == "safe_area" else None
    document = BROKEN[code]
    before = [f for f in check(document, FONTS, ASSETS, (), target) if f.code == code]
    assert before, "the document does not break its rule"
    found = mended(document, target)
    assert [finding for finding in found.findings if finding.code == code] == []
    told = next(one for one in found.mends if one.code == code)
    assert told.before == pytest.approx(before[0].value, abs=1e-3)
    assert abs(told.after - told.needed) < abs(told.before - told.needed) or (
        (told.after >= told.needed) is not (told.before >= told.needed)
    )
    assert words(found.document) == words(document)
    assert found.findings == check(found.document, FONTS, ASSETS, (), target)


def test_a_repair_that_makes_something_worse_is_rolled_back() -> None:
    crowd = (
        text("a", "小字", (80, 400, 300, 24), 20),
        text("b", "正文的字", (80, 424, 300, 60)),
        text("c", "正文的字", (80, 350, 300, 60)),
    )
    found = mended(poster(TITLE, *crowd))
    before = check(poster(TITLE, *crowd), FONTS, ASSETS)
    assert {(f.code, f.layer) for f in found.findings} <= {(f.code, f.layer) for f in before}
    assert "overlap" not in {finding.code for finding in found.findings}


def test_text_is_not_pressed_against_its_neighbor() -> None:
    near = text("b", "下面的字", (80, 424, 500, 60))
    document = poster(TITLE, text("a", "小小的字", (80, 400, 300, 34), 24), near)
    found = mended(document)
    assert [one.layer for one in found.mends if one.code == "small_text"] == []


def test_a_subhead_stays_under_its_headline() -> None:
    cup = SUBJECT.model_copy(
        update={"children": (field("body", (250, 290, 500, 900), "#D9C8A0", role="visual"),)}
    )
    subhead = text("sub", "跟着黄油的香气走", (300, 290, 500, 60), role="subhead")
    document = poster(cup, TITLE, subhead)
    assert "subject" in {finding.code for finding in check(document, FONTS, ASSETS)}
    found = mended(document)
    assert found.document.layer("sub") == subhead
    assert found.findings


def test_a_sound_document_is_returned_as_it_is() -> None:
    document = poster(TITLE, text("a", "正文", (80, 400, 500, 60)))
    assert mended(document) == Mended(document, (), ())


@settings(max_examples=6, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["春日市集", "Hello there", "你好，世界。", "AaBb 2024"]),
            st.floats(-40, 700),
            st.floats(-40, 1300),
            st.floats(14, 120),
            st.sampled_from(["#000000", "#C8C8C8", "#B03060"]),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_mending_never_adds_a_fault_nor_changes_a_word(
    spots: list[tuple[str, float, float, float, str]],
) -> None:
    layers = [
        text(f"t{i}", said, (x, y, 400, 1.5 * size), size, color=color)
        for i, (said, x, y, size, color) in enumerate(spots)
    ]
    document = poster(*layers)
    before = check(document, FONTS, ASSETS)
    found = mended(document)
    kinds_before = {(f.code, f.layer) for f in before}
    milder = {("apca", f.layer) for f in before} | {("small_text", f.layer) for f in before}
    assert hard(found.findings) <= hard(before)
    assert {(f.code, f.layer) for f in found.findings} <= kinds_before | milder
    assert words(found.document) == words(document)
    assert found == mended(document)
