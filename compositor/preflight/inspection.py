"""What a document holds once set: every text with its boxes, every picture with its dpi."""

from __future__ import annotations

from typing import Any

from compositor.document import AssetStore, Document
from compositor.geometry import Box
from compositor.layout.frame import FrameImage, FrameText, walk_items
from compositor.layout.lay_out import lay_out
from compositor.typography.fonts import FontSet
from compositor.units import PX_PER_INCH

__all__ = ["inspect_document"]


def inspect_document(document: Document, fonts: FontSet, assets: AssetStore) -> dict[str, Any]:
    """Return texts and images as plain JSON; boxes are [x, y, width, height] in page px.

    A text has: string, fonts, size in px, layout_box, ink_box, page, layer, role, overset.
    An image has: asset, box, effective_dpi, page, layer.
    """
    texts: list[dict[str, Any]] = []
    images: list[dict[str, Any]] = []
    for frame in lay_out(document, fonts, assets):
        for item, transform in walk_items(frame.items):
            where = {"page": frame.page_id, "layer": item.id, "role": item.role}
            scale = transform.mean_scale
            if isinstance(item, FrameText):
                faces = {run.face.key for line in item.block.lines for run in line.runs}
                texts.append(
                    {
                        "string": item.text,
                        "fonts": sorted(faces),
                        "size_px": round(item.block.size_px * scale, 3),
                        "layout_box": _rounded(transform.apply_box(item.layer_box)),
                        "ink_box": _rounded(transform.apply_box(item.block.ink)),
                        "lines": [line.text for line in item.block.lines],
                        "overset": item.block.overset,
                        **where,
                    }
                )
            elif isinstance(item, FrameImage):
                dpi = item.source.width / (item.target.width * scale) * PX_PER_INCH
                images.append(
                    {
                        "asset": item.asset,
                        "box": _rounded(transform.apply_box(item.target)),
                        "effective_dpi": round(dpi, 1),
                        **where,
                    }
                )
    pages = [
        {"id": page.id, "width": page.width, "height": page.height} for page in document.pages
    ]
    return {"title": document.title, "pages": pages, "texts": texts, "images": images}


def _rounded(box: Box) -> list[float]:
    return [round(value, 3) for value in box]
