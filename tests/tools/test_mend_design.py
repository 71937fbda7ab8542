"""mend_design: repaired for the place of use, words untouched, each repair told."""

import json
from pathlib import Path
from typing import Any

import pytest

from compositor.document import (
    AssetStore,
    Document,
    FontChoice,
    Page,
    Shape,
    TextLayer,
    TextRun,
    VectorLayer,
    solid,
)
from compositor.geometry import Box
from compositor.geometry.shapes import rectangle
from tools.base import Copy, Made, Report, Workbench
from tools.check_design import CheckDesign, CheckDesignArguments
from tools.errors import WrongArguments
from tools.mend_design import MendDesign, MendDesignArguments

SANS = FontChoice(families=("Inter", "Noto Sans SC"))


def text(layer_id: str, words: str, box: Box, size: float, **more: Any) -> TextLayer:
    run = TextRun(text=words, font=SANS, size=size, paint=solid(more.pop("color", "#102030")))
    return TextLayer.model_validate({"id": layer_id, "box": box, "runs": (run,), **more})


def page(width: float, height: float, *layers: Any, **more: Any) -> Document:
    sheet = {"id": "p", "width": width, "height": height, "margin": 16, "layers": layers}
    return Document(kind="poster", pages=(Page.model_validate({**sheet, **more}),))


def ground(width: float, height: float) -> VectorLayer:
    shape = Shape(path=rectangle(Box(0, 0, width, height)), fill=solid("#E8DCC8"))
    return VectorLayer(id="ground", role="background", shapes=(shape,))


A4 = (793.701, 1122.52)
PLACES = {
    "print.a4": page(
        *A4,
        ground(*A4),
        text("t", "夏季新茶", Box(18, 17, 700, 150), 110, role="headline"),
        text("a", "龙井 98元", Box(60, 300, 400, 12), 6),
        medium="print",
    ),
    "print.rollup": page(
        800,
        2000,
        text("t", "健身季", Box(40, 40, 720, 300), 200, role="headline"),
        text("a", "联系电话 400-800-1234", Box(40, 1850, 720, 60), 40, role="meta"),
    ),
    "meta.story": page(
        1080,
        1920,
        text("t", "Tonight only", Box(80, 120, 920, 200), 130, role="headline"),
        text("a", "Doors at 8 pm", Box(80, 1720, 920, 80), 56, role="meta"),
    ),
    "youtube.thumb": page(
        1280,
        720,
        text("t", "五分钟意面", Box(60, 60, 1100, 260), 200, role="headline"),
        text("a", "附食谱", Box(1090, 630, 160, 60), 44, role="meta"),
    ),
    "youtube.banner": page(
        2560,
        1440,
        text("t", "Slow Kitchen", Box(540, 560, 1500, 260), 200, role="headline"),
        text("a", "New every Friday", Box(120, 800, 700, 80), 60, role="meta"),
    ),
}


def bench(document: Document, **more: Any) -> Workbench:
    materials = {"d": Made(document=document, says="set"), **more}
    return Workbench(seed=1, assets=AssetStore(), out=Path(), materials=materials)


def report(document: Document, spec: str) -> Report:
    made = (
        CheckDesign().run(CheckDesignArguments(document="d", spec=spec), bench(document)).made
    )
    assert isinstance(made, Report)
    return made


@pytest.mark.parametrize("spec", PLACES)
def test_a_design_is_mended_for_its_place(spec: str) -> None:
    document = PLACES[spec]
    before = report(document, spec)
    assert before.hard >= 1
    result = MendDesign().run(MendDesignArguments(document="d", spec=spec), bench(document))
    assert isinstance(result.made, Made)
    mended = result.made.document
    after = report(mended, spec)
    assert after.hard == 0, after.reads
    assert len(after.mends) >= 1
    assert list(after.mends) == json.loads(mended.labels["mends"])
    assert result.note.startswith(f"{len(after.mends)} mended, ")
    for layer in document.pages[0].layers:
        if isinstance(layer, TextLayer):
            kept = mended.layer(layer.id)
            assert isinstance(kept, TextLayer)
            assert kept.text == layer.text


def test_print_gets_its_bleed_and_its_smallest_type() -> None:
    codes = {finding["code"] for finding in report(PLACES["print.a4"], "print.a4").findings}
    assert {"bleed", "min_size"} <= codes
    result = MendDesign().run(
        MendDesignArguments(document="d", spec="print.a4"), bench(PLACES["print.a4"])
    )
    assert isinstance(result.made, Made)
    assert result.made.document.pages[0].bleed == pytest.approx(11.34, abs=0.01)


def test_what_cannot_be_mended_is_left_and_said() -> None:
    document = page(1080, 1440, text("a", "你好\n，世界", Box(80, 80, 600, 300), 90))
    result = MendDesign().run(
        MendDesignArguments(document="d", copy_step="c"),
        bench(document, c=Copy(language="zh-Hans", slots={}, required=("再见",))),
    )
    assert isinstance(result.made, Made)
    assert result.made.document == document
    assert result.note.startswith("nothing could be mended")


def test_unknown_specification_may_be_tried_again() -> None:
    with pytest.raises(WrongArguments, match="nowhere"):
        MendDesign().run(
            MendDesignArguments(document="d", spec="nowhere"), bench(PLACES["meta.story"])
        )
