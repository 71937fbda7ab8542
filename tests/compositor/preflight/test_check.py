"""Preflight: each fault is found, with its number and its layer; a sound page has none."""

from collections.abc import Sequence

import pytest

from compositor.color import Color
from compositor.document import (
    AssetStore,
    Document,
    FontChoice,
    Layer,
    Page,
    Shape,
    SolidPaint,
    TextLayer,
    TextRun,
    VectorLayer,
    solid,
)
from compositor.geometry import Affine, Box, Point
from compositor.geometry.shapes import rectangle
from compositor.preflight import Finding, check, inspect_document, settle
from compositor.preflight.placed import quads_overlap
from compositor.typography.fonts import default_fonts

FONT = FontChoice(families=("Inter", "Noto Sans SC"))


def text(
    layer_id: str, words: str, box: tuple[float, float, float, float], **options: object
) -> TextLayer:
    run = TextRun(
        text=words,
        font=FONT,
        size=float(options.pop("size", 30)),  # type: ignore[arg-type]  # a number
        paint=solid(str(options.pop("color", "#000000"))),
    )
    return TextLayer.model_validate(
        {"id": layer_id, "box": box, "runs": (run,), "role": "body", **options}
    )


def found(
    layers: Sequence[Layer], background: str = "#FFFFFF", required: Sequence[str] = ()
) -> dict[str, Finding]:
    page = Page(
        id="p",
        width=600,
        height=400,
        margin=20,
        background=solid(background),
        layers=tuple(layers),
    )
    findings = check(Document(pages=(page,)), default_fonts(), AssetStore(), required)
    return {finding.code: finding for finding in findings}


def test_a_sound_page_has_no_findings() -> None:
    assert found([text("a", "你好 world", (40, 40, 400, 60))], required=("你好 world",)) == {}


def test_missing_glyph_is_named_with_its_layer() -> None:
    finding = found([text("a", "hi 🦄", (40, 40, 400, 60))])["missing_glyph"]
    assert finding.severity == "hard"
    assert finding.layer == "a"
    assert "1F984" in finding.message
    assert finding.repair is not None
    assert finding.repair.kind == "reword"


def test_overset_says_how_much() -> None:
    finding = found([text("a", "字" * 60, (40, 40, 200, 60))])["overset"]
    assert finding.value > finding.needed


def test_off_page_and_margin() -> None:
    assert found([text("a", "words", (560, 40, 200, 60))])["off_page"].value > 10
    assert found([text("a", "words", (4, 40, 200, 60))])["margin"].severity == "hard"


def test_overlapping_texts_are_found_and_neighbors_are_not() -> None:
    one = text("a", "first words", (40, 40, 400, 60))
    assert found([one, text("b", "second words", (60, 50, 400, 60))])["overlap"].layer == "b"
    assert "overlap" not in found([one, text("b", "second", (40, 100, 400, 60))])


def test_turned_text_does_not_overlap_what_lies_beside_it() -> None:
    turned = text("a", "a long turned line of words", (60, 300, 420, 40)).model_copy(
        update={"transform": Affine.rotation(-30, Point(60, 340))}
    )
    assert "overlap" not in found([turned, text("b", "corner", (40, 60, 120, 40))])


def test_contrast_is_measured_on_the_pixels_behind() -> None:
    patch = VectorLayer(
        id="patch",
        shapes=(Shape(path=rectangle(Box(200, 0, 400, 400)), fill=solid("#222222")),),
    )
    words = text("a", "half of this lies on dark", (40, 40, 500, 60))
    assert "contrast" not in found([words])
    finding = found([patch, words])["contrast"]
    assert finding.value < 2
    assert finding.needed == 3.0


def test_small_dim_text_needs_more_contrast() -> None:
    finding = found([text("a", "quiet", (40, 40, 200, 40), size=22, color="#8A8A8A")])
    assert finding["contrast"].needed == 4.5


def test_required_text_must_be_exact() -> None:
    finding = found([text("a", "Bily", (40, 40, 200, 60))], required=("Billy",))
    assert finding["required_text"].severity == "hard"
    assert "required_text" not in found(
        [text("a", "Billy", (40, 40, 200, 60))], required=("Billy",)
    )


def test_settle_repaints_or_veils_until_it_reads() -> None:
    stripes = tuple(
        Shape(
            path=rectangle(Box(20 * i, 0, 10, 400)),
            fill=solid("#000000" if i % 2 else "#FFFFFF"),
        )
        for i in range(30)
    )
    page = Page(
        id="p",
        width=600,
        height=400,
        layers=(
            VectorLayer(id="stripes", shapes=stripes),
            text("a", "readable", (60, 100, 400, 60)),
        ),
    )
    fonts, assets = default_fonts(), AssetStore()
    inks = (SolidPaint(color=Color(0, 0, 0)), SolidPaint(color=Color(255, 255, 255)))
    settled = settle(Document(pages=(page,)), fonts, assets, inks, Color(255, 255, 255))
    assert [f for f in check(settled, fonts, assets) if f.code == "contrast"] == []
    assert settled.layer("a-veil").role == "scrim"


def test_inspection_tells_strings_sizes_and_boxes() -> None:
    page = Page(id="p", width=600, height=400, layers=(text("a", "你好", (40, 40, 200, 60)),))
    told = inspect_document(Document(pages=(page,)), default_fonts(), AssetStore())["texts"][0]
    assert told["string"] == "你好"
    assert told["size_px"] == 30
    assert told["layout_box"] == [40, 40, 200, 60]
    assert told["ink_box"][2] == pytest.approx(58, abs=4)


def test_quads_apart_do_not_overlap() -> None:
    square = (Point(0, 0), Point(1, 0), Point(1, 1), Point(0, 1))
    beside = (Point(2, 0), Point(3, 0), Point(3, 1), Point(2, 1))
    assert quads_overlap(square, beside) == 0
    assert quads_overlap(square, square) == 1
