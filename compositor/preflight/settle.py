"""Settle: repair text that does not stand out from what lies behind it.

First another color of the theme, then a soft veil under the text. Words, sizes and places
stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from compositor.color import Color
from compositor.color.contrast import relative_luminance
from compositor.document import (
    AssetStore,
    Blur,
    Document,
    Layer,
    Page,
    Shape,
    SolidPaint,
    TextLayer,
    VectorLayer,
)
from compositor.document.document import walk
from compositor.document.edit import replace_layer
from compositor.geometry import Box
from compositor.geometry.shapes import rounded_rectangle
from compositor.layout.lay_out import lay_out
from compositor.preflight.check import behind_text
from compositor.preflight.contrast import Behind, contrast_behind, needed_contrast, paint_colors
from compositor.preflight.placed import PlacedText, placed_texts
from compositor.typography.fonts import FontSet

__all__ = ["settle"]

_ROOM = 1.12
"""Settled text exceeds the needed ratio by this much, so that another raster size keeps it."""


def settle(
    document: Document,
    fonts: FontSet,
    assets: AssetStore,
    inks: Sequence[SolidPaint],
    veil: Color,
) -> Document:
    """Return the document with every text readable, as far as color and a veil can make it.

    Args:
        document: The composed design.
        fonts: Faces.
        assets: Pictures.
        inks: Paints that text may take, preferred first.
        veil: Color of the veil; the first ink must read on it.
    """
    for index, frame in enumerate(lay_out(document, fonts, assets)):
        behind = behind_text(frame, assets)
        veils: list[tuple[PlacedText, float]] = []
        for text in placed_texts(frame):
            needed = needed_contrast(text, frame.size) * _ROOM
            luminances = behind.luminances(text)
            if _worst(text, luminances) >= needed:
                continue
            best = max(inks, key=lambda ink: contrast_behind(ink.color, luminances))
            is_label = text.item.role == "label"
            if is_label or contrast_behind(best.color, luminances) >= needed:
                document = _painted(document, text.item.id, best)
            else:
                document = _painted(document, text.item.id, inks[0])
                veils.append((text, needed))
        for text, needed in veils:
            layer = _veil(text, behind, needed, inks[0].color, veil)
            document = _below(document, index, text.item.id, layer)
    return document


def _worst(text: PlacedText, luminances: NDArray[np.float64]) -> float:
    ratios = [
        contrast_behind(color, luminances)
        for line in text.item.block.lines
        for run in line.runs
        for color in paint_colors(run.paint)
    ]
    return min(ratios, default=21.0)


def _painted(document: Document, layer_id: str, paint: SolidPaint) -> Document:
    def change(layer: Layer) -> Layer:
        if not isinstance(layer, TextLayer):
            return layer
        runs = tuple(run.model_copy(update={"paint": paint}) for run in layer.runs)
        return layer.model_copy(update={"runs": runs})

    return replace_layer(document, layer_id, change)


def _veil(
    text: PlacedText, behind: Behind, needed: float, ink: Color, veil: Color
) -> VectorLayer:
    """The weakest veil, in steps of 0.08, that lifts the worst place to what is needed."""
    luminances = behind.luminances(text)
    veil_luminance = relative_luminance(veil)
    opacity = 0.32
    while opacity < 0.96:
        mixed = _veiled(luminances, veil_luminance, opacity)
        if contrast_behind(ink, mixed) >= needed * 1.06:
            break
        opacity += 0.08
    size = text.item.block.size_px * text.transform.mean_scale
    pad = max(0.5 * size, 12.0)
    box = text.ink.inset(-pad)
    return VectorLayer(
        id=f"{text.item.id}-veil",
        name="veil",
        role="scrim",
        opacity=round(min(opacity, 0.96), 3),
        shapes=(
            Shape(
                path=rounded_rectangle(Box(*box), pad),
                fill=SolidPaint(color=veil, token="ground"),
            ),
        ),
        effects=(Blur(blur=round(pad * 0.4, 2)),),
    )


def _veiled(
    luminances: NDArray[np.float64], veil: float, opacity: float
) -> NDArray[np.float64]:
    """Luminance under a veil. Layers mix gamma-encoded; 2.2 is near enough to choose by."""
    encoded = luminances ** (1 / 2.2) * (1 - opacity) + veil ** (1 / 2.2) * opacity
    return np.asarray(encoded**2.2, dtype=np.float64)


def _below(document: Document, page_index: int, layer_id: str, layer: Layer) -> Document:
    """Put a layer right under the top-level layer that holds the text."""
    page: Page = document.pages[page_index]
    layers: list[Layer] = []
    for have in page.layers:
        if any(inner.id == layer_id for inner in walk((have,))):
            layers.append(layer)
        layers.append(have)
    pages = list(document.pages)
    pages[page_index] = page.model_copy(update={"layers": tuple(layers)})
    return document.model_copy(update={"pages": tuple(pages)})
