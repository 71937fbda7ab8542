"""What files make of bent, leftward, hyphenated and struck text: live, exact, in place."""

import base64
import io
import re
from pathlib import Path as Folder
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from lxml import etree  # type: ignore[import-untyped]  # lxml ships no stubs

from compositor.document import (
    AssetStore,
    Document,
    FontChoice,
    Page,
    TextLayer,
    TextPath,
    TextRun,
    solid,
)
from compositor.export import export
from compositor.geometry import Box, Point
from compositor.geometry.shapes import arc
from compositor.typography.circle_text import on_circle
from compositor.typography.fonts import default_fonts

SVG = "{http://www.w3.org/2000/svg}"
FONT = FontChoice(families=("Jost", "Noto Sans SC"))


def document(text: str, *, decoration: str = "none", **more: Any) -> Document:
    run = TextRun.model_validate(
        {
            "text": text,
            "font": FONT,
            "size": 24,
            "paint": solid("#000000"),
            "decoration": decoration,
        }
    )
    box = more.pop("box", Box(20, 20, 360, 360))
    layer = TextLayer.model_validate({"id": "t", "box": box, "runs": (run,), **more})
    return Document(pages=(Page(id="p", width=400, height=400, layers=(layer,)),))


def written(found: Document, folder: Folder, kind: str) -> bytes:
    (one, *_) = export(found, folder, [kind], default_fonts(), AssetStore())
    return one.path.read_bytes()


def said(pdf: bytes) -> str:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        parts = [
            str(instruction.operands[1]["/ActualText"])
            for instruction in pikepdf.parse_content_stream(opened.pages[0])
            if str(instruction.operator) == "BDC" and "/ActualText" in instruction.operands[1]
        ]
    return "".join(parts)


def test_bent_text_is_a_text_path_in_svg(tmp_path: Folder) -> None:
    path = on_circle(Point(200, 200), 120)
    found = document("FRESH TEA 山间", path=path, align="center")
    root = etree.fromstring(written(found, tmp_path, "svg"))
    bent = root.findall(f".//{SVG}textPath")
    assert "".join("".join(part.itertext()) for part in bent) == "FRESH TEA 山间"
    track = bent[0].get("href")
    assert track is not None
    assert root.find(f".//{SVG}path[@id='{track[1:]}']") is not None
    offsets = [float(part.get("startOffset", "nan")) for part in bent]
    assert offsets == sorted(offsets)


@pytest.mark.parametrize(
    ("text", "language"), [("شاي Danqing 2026", "ar"), ("תה ירוק!", "he"), ("नमस्ते", "hi")]
)
def test_other_scripts_are_live_and_exact(text: str, language: str, tmp_path: Folder) -> None:
    found = document(text, language=language)
    root = etree.fromstring(written(found, tmp_path, "svg"))
    live = root.find(f".//{SVG}text")
    assert live is not None
    assert "".join(live.itertext()) == text
    assert said(written(found, tmp_path, "pdf")) == text


def test_leftward_runs_begin_at_their_right_in_svg(tmp_path: Folder) -> None:
    found = document("שלום", language="he", align="right")
    root = etree.fromstring(written(found, tmp_path, "svg"))
    (span,) = root.findall(f".//{SVG}tspan")
    assert span.get("direction") == "rtl"
    assert float(span.get("x", "0")) == pytest.approx(380, abs=1)


def test_bent_text_copies_out_of_a_pdf_whole(tmp_path: Folder) -> None:
    path = TextPath(outline=arc(200, 300, 200, -140, -40), start=0.5)
    found = document("沿着弧线 Along", path=path, align="center")
    assert said(written(found, tmp_path, "pdf")) == "沿着弧线 Along"


def test_hyphens_are_seen_but_not_copied(tmp_path: Folder) -> None:
    text = "Conscientious typographers systematically hyphenate"
    found = document(text, language="en", hyphenate=True, box=Box(20, 20, 190, 300))
    root = etree.fromstring(written(found, tmp_path, "svg"))
    live = root.find(f".//{SVG}text")
    assert live is not None
    assert "".join(live.itertext()) == text
    assert root.findall(f".//{SVG}path"), "the hyphens"


def test_a_struck_price_draws_its_bar_everywhere(tmp_path: Folder) -> None:
    plain, struck = document("299"), document("299", decoration="line-through")
    bars, none = (
        etree.fromstring(written(one, tmp_path, "svg")).findall(f".//{SVG}path")
        for one in (struck, plain)
    )
    assert len(bars) == len(none) + 1
    assert written(plain, tmp_path, "png") != written(struck, tmp_path, "png")
    assert written(plain, tmp_path, "pdf") != written(struck, tmp_path, "pdf")


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_the_same_bytes_again(kind: str, tmp_path: Folder) -> None:
    found = document("山间 FRESH שלום", path=on_circle(Point(200, 200), 99), align="center")
    first = written(found, tmp_path / "a", kind)
    assert first == written(found, tmp_path / "b", kind)


def test_figures_abreast_are_all_in_the_font_of_an_svg(tmp_path: Folder) -> None:
    found = document("满302减", writing="vertical-rl")
    markup = written(found, tmp_path, "svg").decode("utf-8")
    fonts = re.findall(r"base64,([^)]*)\)", markup)
    opened = [TTFont(io.BytesIO(base64.b64decode(one))) for one in fonts]
    drawn = {chr(code) for font in opened for code in font.getBestCmap()}
    assert set("满302减") <= drawn
    assert all("GSUB" not in font for font in opened), "no figure stands for three"


@pytest.mark.parametrize("writing", ["horizontal", "vertical-rl"])
def test_a_dash_of_two_characters_stays_one_sign_in_svg(writing: str, tmp_path: Folder) -> None:
    found = document("他——“好。”", writing=writing)
    root = etree.fromstring(written(found, tmp_path, "svg"))
    spans = [part for part in root.iter(f"{SVG}tspan") if "——" in (part.text or "")]
    assert len(spans) == 1
    # A place for the second character would part the sign.
    assert len(spans[0].get("x", "").split()) == 1


def test_uneven_words_along_a_path_are_placed_one_by_one_in_svg(tmp_path: Folder) -> None:
    path = on_circle(Point(200, 200), 160, "bottom")
    found = document("福建·福鼎·太姥山", path=path, align="center")
    root = etree.fromstring(written(found, tmp_path, "svg"))
    bent = root.findall(f".//{SVG}textPath")
    assert "".join(part.text or "" for part in bent) == "福建·福鼎·太姥山"
    assert len(bent) == len("福建·福鼎·太姥山")
    offsets = [float(part.get("startOffset", "nan")) for part in bent]
    assert offsets == sorted(offsets)
