"""Documents: frozen, checked, and the same bytes after every round trip."""

import io
import json
from pathlib import Path as FilePath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pydantic import ValidationError

from compositor.color import Color
from compositor.document import (
    AssetStore,
    Blur,
    Document,
    FontChoice,
    GroupLayer,
    ImageLayer,
    LinearGradient,
    Page,
    Provenance,
    Shadow,
    Shape,
    Stop,
    TextLayer,
    TextRun,
    VectorLayer,
    solid,
)
from compositor.document.edit import replace_layer, set_text, with_prefix, without_text
from compositor.errors import InvalidDocument, InvalidValue, UnknownAsset, UnknownLayer
from compositor.geometry import Affine, Box
from compositor.geometry.shapes import circle

FONT = FontChoice(families=("Inter", "Noto Sans SC"))


def text_layer(layer_id: str, text: str) -> TextLayer:
    run = TextRun(text=text, font=FONT, size=24, paint=solid("#123456"))
    return TextLayer(id=layer_id, box=Box(0, 0, 200, 40), runs=(run,), role="headline")


def png(color: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 3), color).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def poster() -> Document:
    gradient = LinearGradient(
        x1=0,
        y1=0,
        x2=10,
        y2=10,
        stops=(Stop(offset=0, color=Color(0, 0, 0)), Stop(offset=1, color=Color(9, 9, 9, 128))),
    )
    shapes = (Shape(path=circle(1 / 3, 2, 3), fill=gradient),)
    art = VectorLayer(id="art", shapes=shapes, effects=(Shadow(color=Color(0, 0, 0), blur=3),))
    group = GroupLayer(
        id="group", children=(text_layer("title", "你好 world"),), effects=(Blur(blur=1.5),)
    )
    page = Page(id="page-1", width=300, height=400, layers=(art, group))
    return Document(title="测试", pages=(page,))


def test_json_round_trip_is_byte_identical(poster: Document) -> None:
    once = poster.to_json()
    assert Document.from_json(once).to_json() == once
    assert json.loads(once)["schema"] == 1


@given(st.text(max_size=60), st.floats(-1e3, 1e3), st.integers(0, 255))
def test_any_text_survives_the_round_trip(text: str, shift: float, channel: int) -> None:
    text = text.encode("utf-8", "ignore").decode()
    layer = text_layer("t", text).model_copy(
        update={"transform": Affine.translation(shift, -shift)}
    )
    document = Document(
        pages=(
            Page(
                id="p",
                width=100,
                height=100,
                background=solid(Color(channel, 0, 0)),
                layers=(layer,),
            ),
        )
    )
    again = Document.from_json(document.to_json())
    assert again.to_json() == document.to_json()
    kept = again.layer("t")
    assert isinstance(kept, TextLayer)
    assert kept.text == text


def test_ids_are_unique(poster: Document) -> None:
    layers = (text_layer("a", "x"), text_layer("a", "y"))
    with pytest.raises(ValidationError, match="used twice"):
        Document(pages=(Page(id="p", width=100, height=100, layers=layers),))
    assert poster.layer("title").role == "headline"
    with pytest.raises(UnknownLayer):
        poster.layer("nothing")


def test_a_missing_asset_is_refused() -> None:
    layer = ImageLayer(id="i", asset="0" * 64, box=Box(0, 0, 1, 1))
    with pytest.raises(ValidationError, match="needs asset"):
        Document(pages=(Page(id="p", width=100, height=100, layers=(layer,)),))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"schema": 2}',
        '{"schema": 1, "pages": []}',
        '{"schema": 1, "x": 1}',
        "\0",
    ],
)
def test_what_is_no_document_is_refused(text: str) -> None:
    with pytest.raises(InvalidDocument, match="not a Danqing document"):
        Document.from_json(text)


def test_nan_and_unknown_fields_are_refused(poster: Document) -> None:
    plain = json.loads(poster.to_json())
    plain["pages"][0]["width"] = float("nan")
    with pytest.raises(InvalidDocument):
        Document.from_json(json.dumps(plain))


def test_edits_leave_the_old_document_alone(poster: Document) -> None:
    changed = set_text(poster, "title", "再见")
    assert changed.layer("title").text == "再见"  # type: ignore[union-attr]  # it is text
    assert poster.layer("title").text == "你好 world"  # type: ignore[union-attr]
    assert not without_text(poster).layer("title").visible
    with pytest.raises(UnknownLayer):
        replace_layer(poster, "title", lambda _: None).layer("title")
    with pytest.raises(InvalidDocument, match="not text"):
        set_text(poster, "art", "x")
    assert with_prefix(poster.layer("group"), "a-").children[0].id == "a-title"  # type: ignore[union-attr]


def test_store_keeps_bytes_by_hash(tmp_path: FilePath) -> None:
    store = AssetStore(tmp_path)
    asset = store.add(png(), Provenance(source="import"))
    assert (asset.width, asset.height, asset.media_type) == (4, 3, "image/png")
    assert AssetStore(tmp_path).read(asset.sha256) == png()
    assert store.add(png(), Provenance(source="import")) == asset
    with pytest.raises(UnknownAsset):
        store.read("f" * 64)


def test_store_refuses_what_is_no_picture_and_notices_tampering(tmp_path: FilePath) -> None:
    store = AssetStore(tmp_path)
    with pytest.raises(InvalidValue, match="not a picture"):
        store.add(b"hello", Provenance(source="import"))
    asset = store.add(png(), Provenance(source="import"))
    next(tmp_path.glob("*.png")).write_bytes(png("blue"))
    with pytest.raises(UnknownAsset, match="changed on disk"):
        AssetStore(tmp_path).read(asset.sha256)
