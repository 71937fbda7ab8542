"""A quick look: a document, or a layer on its own, as one PNG."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PIL import Image

from compositor.document import (
    AssetStore,
    Document,
    GroupLayer,
    ImageLayer,
    ImagePaint,
    Layer,
    Page,
    Provenance,
    TextLayer,
    VectorLayer,
    solid,
)
from compositor.document.document import walk
from compositor.drawing.draw import render
from compositor.errors import InvalidValue
from compositor.layout.lay_out import lay_out
from compositor.typography.fonts import FontSet, default_fonts

__all__ = ["preview"]


def preview(
    design: Document | Layer,
    path: Path | str,
    width_px: int = 800,
    *,
    size: tuple[float, float] | None = None,
    background: str = "#FFFFFF",
    assets: AssetStore | None = None,
    fonts: FontSet | None = None,
) -> Path:
    """Draw the first page of a document, or a layer, to a PNG and return its path.

    Args:
        design: What to draw.
        path: Where the PNG goes; folders are created.
        width_px: Width of the picture in pixels.
        size: Width and height of the sheet in px; needed for a layer.
        background: Hex color under a layer.
        assets: Keeps the pictures it refers to; may be left out when there are none.
        fonts: The faces text may be set in; the default set when left out.

    Raises:
        InvalidValue: A layer is given without a size.
    """
    store = assets if assets is not None else AssetStore()
    document = (
        design if isinstance(design, Document) else _sheet(design, size, background, store)
    )
    chosen = fonts if fonts is not None or not _has_text(document) else default_fonts()
    frame = lay_out(document, cast("FontSet", chosen), store)[0]
    pixels = render(frame, store.read, width_px / frame.size.width)
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels, "RGBA").save(target, "PNG", compress_level=1)
    return target


def _has_text(document: Document) -> bool:
    return any(isinstance(layer, TextLayer) for p in document.pages for layer in walk(p.layers))


def _sheet(
    layer: Layer, size: tuple[float, float] | None, background: str, store: AssetStore
) -> Document:
    if size is None:
        raise InvalidValue("a layer has no page; give preview() the size of its sheet in px")
    page = Page(
        id="preview-page",
        width=size[0],
        height=size[1],
        background=solid(background),
        layers=(layer,),
    )
    found = {
        sha256: store.add(store.read(sha256), Provenance(source="preview"))
        for sha256 in _asset_names(layer)
    }
    return Document(title="preview", pages=(page,), assets=found)


def _asset_names(layer: Layer) -> list[str]:
    names: list[str] = []
    for inner in walk((layer,)):
        if inner.mask is not None:
            names.append(inner.mask.asset)
        if isinstance(inner, ImageLayer):
            names.append(inner.asset)
        elif isinstance(inner, VectorLayer):
            paints = [shape.fill for shape in inner.shapes]
            paints += [shape.stroke.paint for shape in inner.shapes if shape.stroke]
            names += [paint.asset for paint in paints if isinstance(paint, ImagePaint)]
        elif isinstance(inner, TextLayer):
            names += [r.paint.asset for r in inner.runs if isinstance(r.paint, ImagePaint)]
        else:
            assert isinstance(inner, GroupLayer)
    return sorted(set(names))
