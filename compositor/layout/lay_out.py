"""Step 4: a Document becomes Frames. Everything is decided here; drawing decides nothing."""

from __future__ import annotations

from typing import Any

from compositor.document import (
    AssetStore,
    BaseLayer,
    Document,
    GroupLayer,
    ImageLayer,
    Layer,
    Page,
    TextLayer,
    VectorLayer,
)
from compositor.geometry import Size
from compositor.layout.frame import (
    Frame,
    FrameGroup,
    FrameImage,
    FrameItem,
    FrameShapes,
    FrameText,
)
from compositor.layout.place import fit_picture
from compositor.typography.fonts import FontSet
from compositor.typography.set_text import set_text

__all__ = ["lay_out"]


def lay_out(document: Document, fonts: FontSet, assets: AssetStore) -> tuple[Frame, ...]:
    """Return one Frame per page: text set, pictures fitted, hidden layers left out.

    Args:
        document: What to lay out.
        fonts: The faces text may be set in.
        assets: Must keep every asset the document shows.

    Raises:
        UnknownAsset: A picture is not in the store.
        MissingFont: A text asks for faces that are not there.
        MissingGlyph: No face has a character.
    """
    for sha256 in document.assets:
        if not assets.has(sha256):
            assets.read(sha256)
    return tuple(_page(page, document, fonts) for page in document.pages)


def _page(page: Page, document: Document, fonts: FontSet) -> Frame:
    return Frame(
        page_id=page.id,
        name=page.name,
        size=page.size,
        bleed_px=page.bleed,
        margin_px=page.margin,
        medium=page.medium,
        background=page.background,
        items=_items(page.layers, document, fonts),
    )


def _items(
    layers: tuple[Layer, ...], document: Document, fonts: FontSet
) -> tuple[FrameItem, ...]:
    found = (_item(layer, document, fonts) for layer in layers if layer.visible)
    return tuple(item for item in found if item is not None)


def _item(layer: Layer, document: Document, fonts: FontSet) -> FrameItem | None:
    common = _common(layer)
    if isinstance(layer, VectorLayer):
        return FrameShapes(**common, shapes=layer.shapes)
    if isinstance(layer, GroupLayer):
        return FrameGroup(**common, children=_items(layer.children, document, fonts))
    if isinstance(layer, TextLayer):
        return FrameText(
            **common,
            layer_box=layer.box,
            text=layer.text,
            block=set_text(layer, fonts),
            language=layer.language,
        )
    return _image(layer, common, document)


def _image(layer: ImageLayer, common: dict[str, Any], document: Document) -> FrameImage | None:
    if layer.box.is_empty:
        return None
    asset = document.assets[layer.asset]
    source, target = fit_picture(
        Size(asset.width, asset.height), layer.box, layer.fit, layer.focus
    )
    return FrameImage(**common, asset=layer.asset, source=source, target=target)


def _common(layer: BaseLayer) -> dict[str, Any]:
    return {
        "id": layer.id,
        "name": layer.name,
        "role": layer.role,
        "transform": layer.transform,
        "opacity": layer.opacity,
        "blend": layer.blend,
        "clip": layer.clip,
        "mask": layer.mask,
        "effects": layer.effects,
    }
