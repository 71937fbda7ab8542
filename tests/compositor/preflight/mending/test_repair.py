"""Repairs: each mechanical one removes its finding, and mending never makes things worse."""

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
from compositor.errors import InvalidValue
from compositor.geometry import Affine, Box, Point
from compositor.geometry.shapes import rectangle
from compositor.preflight import Finding, apply_repair, check, is_mechanical, mend
from compositor.preflight.mending.remedy import Move, Recompose
from compositor.typography.fonts import default_fonts

FONTS, ASSETS = default_fonts(), AssetStore()
SANS = FontChoice(families=("Inter", "Noto Sans SC"))


def text(layer_id: str, words: str, box: Box, size: float = 40, **options: Any) -> TextLayer:
    run = TextRun(
        text=words, font=SANS, size=size, paint=solid(options.pop("color", "#000000"))
    )
    return TextLayer.model_validate(
        {"id": layer_id, "box": box, "runs": (run,), "role": "body", **options}
    )


TITLE = text("title", "大标题", Box(80, 80, 900, 220), 160, role="headline")


def poster(*layers: Layer, **options: Any) -> Document:
    sheet = {"id": "p", "width": 1080, "height": 1440, "margin": 32, **options}
    return Document(kind="poster", pages=(Page.model_validate({**sheet, "layers": layers}),))


def told(document: Document, code: str) -> list[Finding]:
    return [finding for finding in check(document, FONTS, ASSETS) if finding.code == code]


STRIPES = VectorLayer(
    id="stripes",
    shapes=tuple(
        Shape(path=rectangle(Box(24.0 * i, 0, 12, 1440)), fill=solid("#111111"))
        for i in range(45)
    ),
)


@pytest.mark.parametrize(
    ("code", "document"),
    [
        ("contrast", poster(text("a", "浅灰的字", Box(90, 90, 500, 60), color="#C0C0C0"))),
        ("contrast", poster(STRIPES, text("a", "条纹上的字", Box(90, 90, 500, 60)))),
        ("margin", poster(text("a", "太靠边", Box(4, 90, 500, 60)))),
        ("off_page", poster(text("a", "出界了", Box(1000, 90, 500, 60)))),
        (
            "overlap",
            poster(
                text("a", "first words", Box(90, 90, 500, 60)),
                text("b", "second words", Box(110, 110, 500, 60)),
            ),
        ),
        (
            "alignment",
            poster(
                TITLE,
                text("a", "Hello", Box(80, 400, 500, 60)),
                text("b", "Hello", Box(84, 500, 500, 60)),
            ),
        ),
        ("min_size", poster(text("a", "小字", Box(90, 90, 300, 40), 20))),
        (
            "hierarchy",
            poster(TITLE, text("b", "太大的副题", Box(80, 400, 900, 200), 140, role="subhead")),
        ),
        (
            "measure",
            poster(
                text(
                    "a", "the quick brown fox jumps and runs on " * 6, Box(60, 90, 960, 90), 18
                ),
                medium="print",
            ),
        ),
        ("bleed", poster(TITLE, medium="print", background=solid("#224433"))),
    ],
)
def test_a_repair_removes_its_finding(code: str, document: Document) -> None:
    finding = told(document, code)[0]
    assert is_mechanical(finding)
    assert told(apply_repair(document, finding, FONTS, ASSETS), code) == []


def test_a_button_moves_as_one() -> None:
    shape = VectorLayer(
        id="shape", shapes=(Shape(path=rectangle(Box(0, 90, 300, 90)), fill=solid("#EEE")),)
    )
    button = GroupLayer(
        id="button", role="cta", children=(shape, text("a", "立即购买", Box(10, 105, 280, 60)))
    )
    moved = apply_repair(
        poster(button), told(poster(button), "margin")[0], FONTS, ASSETS
    ).layer("button")
    assert moved.transform.e > 20


def test_a_row_of_a_table_stays_among_its_rows() -> None:
    name = text("name", "Battery", Box(40, 40, 300, 60))
    document = poster(GroupLayer(id="row-1", name="row", children=(name,)))
    finding = Finding(
        code="subject",
        severity="soft",
        message="covers the subject",
        page=document.pages[0].id,
        layer="name",
        value=0.2,
        needed=0.06,
        source="test",
        repair=Move(layer="name", dy=-30),
    )
    with pytest.raises(InvalidValue, match="among its rows"):
        apply_repair(document, finding, FONTS, ASSETS)


def test_what_is_not_mechanical_says_so() -> None:
    finding = Finding(
        code="empty",
        severity="soft",
        layer="p",
        page="p",
        message="empty",
        value=1,
        needed=0,
        source="test",
        repair=Recompose(wants="density"),
    )
    assert not is_mechanical(finding)
    with pytest.raises(InvalidValue, match="another way"):
        apply_repair(poster(TITLE), finding, FONTS, ASSETS)


def test_mend_keeps_only_what_helps() -> None:
    document = poster(
        text("a", "浅灰的字", Box(4, 300, 500, 60), color="#C8C8C8"),
        text("b", "也很浅", Box(6, 500, 500, 60), color="#C8C8C8"),
    )
    mended = mend(document, FONTS, ASSETS)
    assert [finding for finding in mended.findings if finding.severity == "hard"] == []
    assert mended.findings == check(mended.document, FONTS, ASSETS)
    sound = poster(TITLE)
    assert mend(sound, FONTS, ASSETS).document == sound


@settings(max_examples=25, deadline=None)
@given(st.floats(-300, 300), st.floats(-300, 300), st.floats(-80, 80), st.floats(0.3, 3.0))
def test_moves_are_in_page_px_whatever_lies_around(
    dx: float, dy: float, turn_deg: float, scale: float
) -> None:
    around = Affine.scaling(scale).then(Affine.rotation(turn_deg, Point(100, 50)))
    words = text("a", "字", Box(10, 20, 100, 60))
    document = poster(GroupLayer(id="g", transform=around, children=(words,)))
    finding = Finding(
        code="margin",
        severity="hard",
        layer="a",
        page="p",
        message="moved",
        value=1,
        needed=0,
        source="test",
        repair=Move(layer="a", dx=dx, dy=dy),
    )
    moved = apply_repair(document, finding, FONTS, ASSETS).layer("a").transform.then(around)
    before, after = around.apply((10, 20)), moved.apply((10, 20))
    assert after.x - before.x == pytest.approx(dx, abs=1e-6)
    assert after.y - before.y == pytest.approx(dy, abs=1e-6)
