"""From layers to frame items: what is kept, what is dropped, and where ink lies."""

import io

import pytest
from PIL import Image

from compositor.document import (
    Asset,
    AssetStore,
    Document,
    FontChoice,
    GroupLayer,
    ImageLayer,
    Layer,
    Page,
    Provenance,
    Shape,
    Stroke,
    TextLayer,
    TextRun,
    VectorLayer,
    solid,
)
from compositor.errors import UnknownAsset
from compositor.geometry import Affine, Box
from compositor.geometry.shapes import circle, line, rectangle
from compositor.layout.bounds import item_bounds
from compositor.layout.frame import Frame, FrameGroup, FrameImage, FrameText, walk_items
from compositor.layout.lay_out import lay_out
from compositor.typography.fonts import default_fonts


def picture(store: AssetStore) -> Asset:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 4)).save(buffer, "PNG")
    return store.add(buffer.getvalue(), Provenance(source="test"))


def frame(*layers: Layer, store: AssetStore | None = None, asset: Asset | None = None) -> Frame:
    page = Page(id="page", width=100, height=100, bleed=4, margin=9, layers=layers)
    assets = {asset.sha256: asset} if asset else {}
    document = Document(pages=(page,), assets=assets)
    return lay_out(document, default_fonts(), store or AssetStore())[0]


def square(name: str, **more: object) -> VectorLayer:
    shape = Shape(path=rectangle(Box(0, 0, 10, 10)), fill=solid("#000"))
    return VectorLayer.model_validate({"id": name, "shapes": (shape,), **more})


def test_groups_stay_and_hidden_layers_go() -> None:
    group = GroupLayer(
        id="group", opacity=0.5, children=(square("a"), square("b", visible=False))
    )
    made = frame(group, square("c", visible=False))
    assert (made.bleed_px, made.margin_px) == (4, 9)
    assert [item.id for item, _ in walk_items(made.items)] == ["group", "a"]
    assert isinstance(made.items[0], FrameGroup)
    assert made.items[0].opacity == 0.5


def test_pictures_are_fitted_and_must_be_kept() -> None:
    store = AssetStore()
    asset = picture(store)
    layer = ImageLayer(id="i", asset=asset.sha256, box=Box(0, 0, 20, 20))
    empty = ImageLayer(id="e", asset=asset.sha256, box=Box(0, 0, 0, 20))
    (item,) = frame(layer, empty, store=store, asset=asset).items
    assert isinstance(item, FrameImage)
    assert item.source == Box(2, 0, 4, 4)
    with pytest.raises(UnknownAsset):
        frame(layer, asset=asset)


def test_text_is_set_and_its_ink_is_known() -> None:
    run = TextRun(
        text="日 Ag", font=FontChoice(families=("Inter",)), size=20, paint=solid("#000")
    )
    layer = TextLayer(id="t", box=Box(10, 10, 80, 40), runs=(run,))
    (item,) = frame(layer).items
    assert isinstance(item, FrameText)
    assert "".join(r.text for line in item.block.lines for r in line.runs) == "日 Ag"
    ink = item_bounds(item, Affine.translation(5, 0))
    assert layer.box.moved(5, 0).covers(ink)
    assert 10 < ink.height < 30


def test_bounds_follow_transforms_strokes_and_clips() -> None:
    pen = Stroke(paint=solid("#000"), width=4)
    stroked = VectorLayer(
        id="s",
        shapes=(Shape(path=line(0, 0, 10, 0), stroke=pen),),
        transform=Affine.scaling(2),
    )
    disc = VectorLayer(
        id="d",
        shapes=(Shape(path=circle(0, 0, 10), fill=solid("#000")),),
        clip=rectangle(Box(0, 0, 50, 50)),
    )
    group = GroupLayer(id="g", transform=Affine.translation(30, 30), children=(stroked, disc))
    made = frame(group)
    found = {item.id: item_bounds(item, placed) for item, placed in walk_items(made.items)}
    assert found["s"] == Box(26, 26, 28, 8)
    assert found["d"] == pytest.approx(Box(30, 30, 10, 10))
    assert found["g"] == pytest.approx(Box(26, 26, 28, 14))
    unpainted = VectorLayer(id="n", shapes=(Shape(path=circle(0, 0, 10)),))
    assert item_bounds(frame(unpainted).items[0], Affine()).is_empty
