"""A drawn wordmark keeps the name live: its layers say it, and the outlines are its ink."""

import pypdfium2
import pytest

from brand_kits.wordmark_drawn import drawn_wordmark
from compositor.color import Color
from compositor.document import (
    AssetStore,
    Document,
    FontChoice,
    GroupLayer,
    Page,
    Shape,
    SolidPaint,
    TextLayer,
    VectorLayer,
)
from compositor.export import export
from compositor.geometry import Affine, Box
from compositor.geometry.shapes import rectangle
from compositor.preflight import check
from compositor.typography.fonts import default_fonts
from compositor.typography.set_text import set_text

FONT = FontChoice(families=("Outfit", "Noto Sans SC"), weight=600)
BOXES = (Box(0, -90, 190, 90), Box(10, 30, 170, 28))


def _layer(scale: float = 2.0) -> GroupLayer:
    ink = SolidPaint(color=Color.from_hex("#112233"))
    shapes = tuple(Shape(path=rectangle(box), fill=ink) for box in BOXES)
    return drawn_wordmark(
        shapes,
        "丹青\nDanqing",
        BOXES,
        scale=scale,
        font=FONT,
        fonts=default_fonts(),
        prefix="x-",
    )


def test_the_name_is_live_and_unseen():
    drawing, *texts = _layer().children
    assert isinstance(drawing, VectorLayer)
    assert drawing.name == "丹青 · Danqing"
    assert [t.text for t in texts if isinstance(t, TextLayer)] == ["丹青", "Danqing"]
    for text in texts:
        assert isinstance(text, TextLayer)
        paint = text.runs[0].paint
        assert isinstance(paint, SolidPaint)
        assert paint.color.alpha == 0


@pytest.mark.parametrize("scale", [0.5, 2.0])
def test_the_live_name_lies_within_the_drawing(scale):
    layer = _layer(scale)
    for text, box in zip(layer.children[1:], BOXES, strict=True):
        assert isinstance(text, TextLayer)
        ink = set_text(text, default_fonts()).ink
        room = Box(*(value * scale for value in box)).inset(-1.5)
        assert room.covers(ink.moved(text.transform.e, text.transform.f))


def test_files_say_the_name_and_preflight_finds_it(tmp_path):
    layer = _layer().model_copy(update={"transform": Affine.translation(300, 500)})
    page = Page(id="p", width=1000, height=1000, margin=60, layers=(layer,))
    document = Document(title="Danqing", kind="logo", pages=(page,))
    assets = AssetStore(tmp_path / "assets")
    findings = check(document, default_fonts(), assets, required=("丹青", "Danqing"))
    assert not [f for f in findings if f.severity == "hard"], findings
    made = export(document, tmp_path, ("svg", "pdf"), default_fonts(), assets)
    svg = made[0].path.read_text("utf-8")
    assert "丹青" in svg
    assert "Danqing" in svg
    assert "clip-path" not in svg
    with pypdfium2.PdfDocument(made[1].path) as pdf:
        words = pdf[0].get_textpage().get_text_range()
    assert "丹青" in words
    assert "Danqing" in words
