"""Every exporter on every kind of content: read back, compared, made again elsewhere."""

import base64
import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from lxml import etree  # type: ignore[import-untyped]  # lxml ships no stubs
from PIL import Image

from compositor.color import Color
from compositor.document import (
    AssetStore,
    Blur,
    Document,
    FontChoice,
    GroupLayer,
    ImageLayer,
    ImagePaint,
    Layer,
    LinearGradient,
    Mask,
    Page,
    Provenance,
    Shadow,
    Shape,
    Stop,
    Stroke,
    SweepGradient,
    TextLayer,
    TextRun,
    VectorLayer,
    solid,
)
from compositor.errors import InvalidValue, UnsupportedFormat
from compositor.export import EXPORTERS, export
from compositor.geometry import Affine, Box, Point
from compositor.geometry.shapes import circle, rectangle, rounded_rectangle, star
from compositor.layout.lay_out import lay_out
from compositor.typography.fonts import default_fonts

SVG = "{http://www.w3.org/2000/svg}"
STORE = AssetStore()
INK = solid("#2A0E08")


def asset(side: int = 48) -> str:
    y, x = np.mgrid[0:side, 0:side]
    plane = np.dstack([x * 255 // side, y * 255 // side, (x + y) * 255 // (2 * side)])
    buffer = io.BytesIO()
    Image.fromarray(plane.astype(np.uint8)).save(buffer, "PNG")
    return STORE.add(buffer.getvalue(), Provenance(source="test")).sha256


def text_layer(name: str, box: Box, *runs: TextRun, **more: object) -> TextLayer:
    return TextLayer.model_validate({"id": name, "box": box, "runs": runs, **more})


def run(text: str, size: float, *families: str, weight: int = 400, **more: object) -> TextRun:
    font = FontChoice(families=families or ("Inter", "Noto Sans SC"), weight=weight)
    return TextRun.model_validate(
        {"text": text, "font": font, "size": size, "paint": INK, **more}
    )


def gradient(x1: float, x2: float) -> LinearGradient:
    first, last = Color.from_hex("#3A0D0A"), Color.from_hex("#C2410C")
    stops = (Stop(offset=0, color=first), Stop(offset=1, color=last))
    return LinearGradient(x1=x1, y1=0, x2=x2, y2=0, stops=stops)


TEXTS: tuple[TextLayer, ...] = (
    text_layer(
        "headline",
        Box(30, 40, 440, 110),
        run("秋日陶语", 100, "Noto Serif SC", weight=900, paint=gradient(30, 430)),
        effects=(Shadow(dx=0, dy=4, blur=4, color=Color(64, 16, 0, 80)),),
    ),
    text_layer("spaced", Box(30, 12, 400, 26), run("LUMEN® STUDIO", 16, tracking=0.3)),
    text_layer("wraps", Box(30, 160, 250, 90), run("Two lines & <of> an Avatar office", 30)),
    text_layer(
        "body",
        Box(30, 262, 220, 130),
        run("日月高見：“留白”是呼吸，《字体》是声音；2025 年 Minimal 系列（限量版）发布。", 17),
        align="justify",
    ),
    text_layer("price", Box(280, 262, 200, 60), run("￥", 20), run("299 元", 44, weight=700)),
    text_layer(
        "outline",
        Box(280, 330, 210, 50),
        run("OUTLINE", 40, weight=800, paint=solid("#0000"), stroke=Stroke(paint=INK, width=2)),
    ),
)
VERTICAL = text_layer(
    "vertical", Box(440, 150, 40, 230), run("四季有光。", 24), writing="vertical-rl"
)


def shapes() -> tuple[Layer, ...]:
    picture = asset()
    turn = SweepGradient(cx=60, cy=470, start_deg=30, stops=gradient(0, 1).stops)
    return (
        VectorLayer(
            id="blob",
            shapes=(Shape(path=circle(400, 120, 90), fill=solid("#FFD27A")),),
            effects=(Blur(blur=25),),
            blend="multiply",
        ),
        ImageLayer(
            id="card",
            asset=picture,
            box=Box(130, 410, 120, 90),
            clip=rounded_rectangle(Box(130, 410, 120, 90), 16),
            effects=(Shadow(dx=0, dy=6, blur=8, color=Color(64, 16, 0, 130)),),
        ),
        ImageLayer(
            id="masked",
            asset=picture,
            box=Box(270, 410, 90, 90),
            mask=Mask(asset=picture, box=Box(270, 410, 90, 90)),
        ),
        VectorLayer(id="sweep", shapes=(Shape(path=circle(60, 470, 44), fill=turn),)),
        GroupLayer(
            id="group",
            opacity=0.6,
            transform=Affine.rotation(12, Point(430, 460)),
            children=(
                VectorLayer(
                    id="star",
                    shapes=(
                        Shape(
                            path=star(430, 460, 50, 24, 6),
                            fill=ImagePaint(asset=picture, tile="mirror"),
                            stroke=Stroke(paint=INK, width=3, dashes=(8, 5)),
                        ),
                    ),
                ),
            ),
        ),
    )


def document(*layers: Layer, pages: int = 1, bleed: float = 0.0) -> Document:
    assets = {
        sha256: STORE.add(data, Provenance(source="test"))
        for sha256, data in STORE._memory.items()
    }
    made = tuple(
        Page(
            id=f"page-{n}",
            width=500,
            height=520,
            bleed=bleed,
            background=solid("#FBE9D7"),
            layers=tuple(
                layer.model_copy(update={"id": f"{layer.id}-{n}"}) for layer in layers
            ),
        )
        for n in range(1, pages + 1)
    )
    return Document(title="秋日 & <Autumn>", pages=made, assets=assets)


def poster() -> Document:
    return document(*shapes(), *TEXTS, VERTICAL)


def joined(text: str) -> str:
    return "".join(text.split())


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[0]
        words: str = page.get_textpage().get_text_range()
        return words


def test_every_format_writes_every_content(tmp_path: Path) -> None:
    contents: dict[str, tuple[Layer, ...]] = {
        "nothing": (),
        "shapes": shapes(),
        "texts": (*TEXTS, VERTICAL),
    }
    for name, layers in contents.items():
        made = export(document(*layers), tmp_path / name, EXPORTERS, default_fonts(), STORE)
        assert [file.format for file in made] == list(EXPORTERS)
        for file in made:
            data = file.path.read_bytes()
            assert (file.sha256, file.bytes) == (hashlib.sha256(data).hexdigest(), len(data))
        assert not list((tmp_path / name).glob("*.part"))


def test_pages_are_numbered_and_share_one_pdf(tmp_path: Path) -> None:
    two = document(TEXTS[0], pages=2, bleed=12)
    made = export(two, tmp_path, ("jpeg", "png", "svg", "pdf", "png"), default_fonts(), STORE)
    names = ["page-1.jpg", "page-2.jpg", "page-1.png", "page-2.png"]
    names += ["design.svg", "design-2.svg", "design.pdf"]
    assert [file.path.name for file in made] == names
    with pikepdf.open(made[-1].path) as pdf:
        assert len(pdf.pages) == 2
        trim = [float(edge) for edge in pdf.pages[0].trimbox]
        assert trim == [9, 9, 384, 399]
        assert [float(edge) for edge in pdf.pages[0].mediabox] == [0, 0, 393, 408]
        assert str(pdf.docinfo["/Title"]) == two.title
        assert "/CreationDate" not in pdf.docinfo


def test_png_carries_resolution_and_profile(tmp_path: Path) -> None:
    (file,) = export(document(), tmp_path, ["png"], default_fonts(), STORE, scale=2)
    with Image.open(file.path) as picture:
        assert picture.size == (1000, 1040)
        assert picture.mode == "RGB"
        assert round(picture.info["dpi"][0]) == 192
        assert picture.info["icc_profile"]


def test_pdf_text_is_the_documents_text(tmp_path: Path) -> None:
    (file,) = export(poster(), tmp_path, ["pdf"], default_fonts(), STORE)
    found = pdf_text(file.path)
    for layer in (*TEXTS[:2], VERTICAL):
        assert layer.text in found
    for layer in (*TEXTS, VERTICAL):
        assert joined(layer.text) in joined(found)
    # Letter spacing makes no word spaces, and wrapped Latin keeps its own.
    assert TEXTS[2].text in " ".join(found.split())
    assert "299 元" in found
    with pikepdf.open(file.path) as pdf:
        kinds = {
            str(thing.get("/Subtype"))
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"
        }
    assert kinds == {"/Type0", "/CIDFontType2"}


def test_pdf_looks_like_the_raster(tmp_path: Path) -> None:
    png, pdf = export(poster(), tmp_path, ("png", "pdf"), default_fonts(), STORE)
    shown = np.asarray(Image.open(png.path).convert("RGB"), dtype=float)
    with pypdfium2.PdfDocument(pdf.path) as opened:
        page = opened[0].render(scale=96 / 72).to_pil().convert("RGB")
    assert page.size == (500, 520)
    difference = np.abs(shown - np.asarray(page, dtype=float))
    assert difference.mean() < 2.5
    # Anti-aliasing may differ along edges, areas may not.
    assert np.mean(difference.max(axis=2) > 60) < 0.012


def svg_tree(path: Path) -> etree._Element:
    return etree.parse(path, etree.XMLParser(huge_tree=True)).getroot()


def test_svg_holds_the_text_and_the_layers(tmp_path: Path) -> None:
    live, outlined = export(poster(), tmp_path, ("svg", "svg-outlined"), default_fonts(), STORE)
    root = svg_tree(live.path)
    found = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert found == [layer.text for layer in (*TEXTS, VERTICAL)]
    group = root.find(f".//{SVG}g[@id='group-1']")
    assert group is not None
    assert group.get("{http://www.inkscape.org/namespaces/inkscape}groupmode") == "layer"
    assert group.find(f"{SVG}g[@id='star']") is not None
    assert not list(svg_tree(outlined.path).iter(f"{SVG}text"))
    for reference in (live, outlined):
        text = reference.path.read_text("utf-8")
        tree = svg_tree(reference.path)
        ids = [e.get("id") for e in tree.iter() if e.get("id")]
        assert len(ids) == len(set(ids))
        used = {part.split(")")[0] for part in text.split("url(#")[1:]}
        assert used <= set(ids)


def test_svg_text_is_set_by_its_own_fonts_as_we_set_it(tmp_path: Path) -> None:
    """Do what a browser would: shape each span with the embedded font at its places."""
    source = document(*TEXTS)
    (file,) = export(source, tmp_path, ["svg"], default_fonts(), STORE)
    root = svg_tree(file.path)
    faces: dict[tuple[str, str], hb.Font] = {}
    for rule in (root.findtext(f"{SVG}style") or "").strip().splitlines():
        family = rule.split("font-family:'")[1].split("'")[0]
        weight = rule.split("font-weight:")[1].split(";")[0]
        woff = base64.b64decode(rule.split("base64,")[1].split(")")[0])
        plain = TTFont(io.BytesIO(woff))
        plain.flavor = None
        buffer = io.BytesIO()
        plain.save(buffer)
        faces[family, weight] = hb.Font(hb.Face(buffer.getvalue()))
    frame = lay_out(source, default_fonts(), STORE)[0]
    for item, text in zip(frame.items, root.iter(f"{SVG}text"), strict=True):
        runs = [r for line in item.block.lines for r in line.runs if r.glyphs]  # type: ignore[attr-defined]  # all are texts
        for expected, span in zip(runs, text.iter(f"{SVG}tspan"), strict=True):
            value = {**text.attrib, **span.attrib}
            family = value["font-family"].split(",")[0].strip("'")
            font = faces[family, value["font-weight"]]
            size = float(value["font-size"])
            per_unit = size / font.face.upem
            buffer_ = hb.Buffer()
            buffer_.add_str(expected.text)
            buffer_.guess_segment_properties()
            hb.shape(font, buffer_, {})
            xs = [float(x) for x in value["x"].split()]
            spacing = float(value.get("letter-spacing", 0))
            pen = xs[0]
            for index, (info, place) in enumerate(
                zip(buffer_.glyph_infos, buffer_.glyph_positions, strict=True)
            ):
                if len(xs) > 1:
                    pen = xs[info.cluster]
                assert info.codepoint != 0
                assert pen == pytest.approx(expected.glyphs[index].x, abs=0.03 * size)
                pen += place.x_advance * per_unit + spacing


def test_control_characters_do_not_break_files(tmp_path: Path) -> None:
    source = document(*shapes()[:1]).model_copy(update={"title": "a\x00b\x0c<\ud7ff>"})
    made = export(source, tmp_path, ("svg", "pdf"), default_fonts(), STORE)
    assert svg_tree(made[0].path).findtext(f"{SVG}title") == "ab<\ud7ff>"


def test_hidden_text_leaves_the_rest(tmp_path: Path) -> None:
    made = export(poster(), tmp_path, ("svg", "pdf"), default_fonts(), STORE, hide_text=True)
    assert not list(svg_tree(made[0].path).iter(f"{SVG}text"))
    assert joined(pdf_text(made[1].path)) == ""


def test_an_unknown_format_lists_the_known_ones_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormat, match="svg-outlined"):
        export(document(), tmp_path / "out", ("png", "psd"), default_fonts(), STORE)
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(InvalidValue, match="choose another folder"):
        export(document(), tmp_path / "file" / "out", ["png"], default_fonts(), STORE)


def test_a_picture_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="too many"):
        export(document(), tmp_path, ["png"], default_fonts(), STORE, scale=60)
    assert not list(tmp_path.iterdir())


_AGAIN = """
import json, sys
from pathlib import Path
from compositor.document import AssetStore, Document
from compositor.export import EXPORTERS, export
from compositor.typography.fonts import default_fonts
folder = Path(sys.argv[1])
document = Document.from_json((folder / "document.json").read_bytes())
made = export(document, folder / "again", EXPORTERS, default_fonts(), AssetStore(folder))
print(json.dumps([file.sha256 for file in made]))
"""


def test_another_process_writes_the_same_bytes(tmp_path: Path) -> None:
    store = AssetStore(tmp_path)
    for data in list(STORE._memory.values()):
        store.add(data, Provenance(source="test"))
    source = poster()
    (tmp_path / "document.json").write_text(source.to_json(), "utf-8")
    here = [f.sha256 for f in export(source, tmp_path, EXPORTERS, default_fonts(), STORE)]
    done = subprocess.run(
        [sys.executable, "-c", _AGAIN, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
        env={"PYTHONHASHSEED": "77", "PATH": "/usr/bin:/bin"},
    )
    assert json.loads(done.stdout) == here


def test_rectangles_stay_vectors_in_pdf(tmp_path: Path) -> None:
    box = Shape(path=rectangle(Box(10, 10, 100, 100)), fill=solid("#00F"))
    (file,) = export(
        document(VectorLayer(id="v", shapes=(box,))), tmp_path, ["pdf"], default_fonts(), STORE
    )
    with pikepdf.open(file.path) as pdf:
        assert not any(
            isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
            for thing in pdf.objects
        )
