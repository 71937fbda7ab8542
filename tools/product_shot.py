"""A cut-out on its new ground as a layered document, with the proof that it is untouched."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from compositor.document import AssetStore, Document, Page
from compositor.document.asset import Asset, Provenance
from compositor.document.layer import ImageLayer, Role
from compositor.document.paint import solid
from compositor.geometry import Box
from generators.photo.cutout import Cutout
from generators.photo.staging import Staged

__all__ = ["product_document", "product_report"]


def product_document(
    staged: Staged, assets: AssetStore, provenance: Provenance, title: str
) -> Document:
    """Return one page: ground, shadow and product, each a layer.

    Args:
        staged: What `generators.photo.staging.stage` made.
        assets: Where the layers' pictures go.
        provenance: Where the photograph came from and what was done to it.
        title: Of the document.
    """
    height, width = staged.product.shape[:2]
    whole = Box(0, 0, width, height)
    named: tuple[tuple[str, Role, NDArray[np.uint8]], ...] = (
        ("ground", "background", staged.ground),
        ("shadow", "decoration", staged.shadow),
        ("product", "visual", staged.product),
    )
    layers: list[ImageLayer] = []
    kept: dict[str, Asset] = {}
    for name, role, pixels in named:
        if not pixels[..., 3].any():
            continue
        asset = assets.add(_png(pixels), provenance)
        kept[asset.sha256] = asset
        blend = "multiply" if name == "shadow" and not pixels[..., :3].any() else "normal"
        layers.append(
            ImageLayer.model_validate(
                {
                    "id": name,
                    "name": name,
                    "role": role,
                    "asset": asset.sha256,
                    "box": whole,
                    "fit": "fill",
                    "blend": blend,
                }
            )
        )
    page = Page(
        id="page-1",
        width=width,
        height=height,
        background=solid("#FFFFFF"),
        layers=tuple(layers),
    )
    return Document(title=title, kind="product", pages=(page,), assets=kept)


def product_report(cutout: Cutout, staged: Staged) -> dict[str, Any]:
    """Return what was measured, as plain JSON.

    ``product.is_untouched`` holds the pixels inside the product against the photograph's by
    their SHA-256; ``product.is_exact`` says whether size and place were left alone too.
    """
    left, top, right, bottom = cutout.box
    return {
        "product": {
            **cutout.facts,
            "is_exact": staged.is_exact,
            "box_px": [left, top, right - left, bottom - top],
        },
        "size_px": [int(staged.product.shape[1]), int(staged.product.shape[0])],
    }


def _png(pixels: NDArray[np.uint8]) -> bytes:
    held = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(held, "PNG", compress_level=4)
    return held.getvalue()
