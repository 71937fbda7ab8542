"""Settle: repair text that does not stand out from what lies behind it.

First a calm ground where what lies behind is full of detail, then another color of the theme,
then a soft veil under the text. Words, sizes and places stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compositor.color import Color
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
from compositor.geometry.shapes import rounded_rectangle
from compositor.layout.lay_out import lay_out
from compositor.preflight.clutter import calmed
from compositor.preflight.contrast import needed_contrast, standing, worst_ratio
from compositor.preflight.ink import Channels, look_at
from compositor.preflight.placed import PlacedText, placed_texts
from compositor.typography.fonts import FontSet

__all__ = ["below", "painted", "settle", "veil_layer"]

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
    for index, drawn in enumerate(lay_out(document, fonts, assets)):
        frame, look = drawn, look_at(drawn, assets)
        calm = calmed(document, index, frame, look, assets, veil)
        if calm is not document:
            document = calm
            frame = lay_out(document, fonts, assets)[index]
            look = look_at(frame, assets)
        veils: list[tuple[PlacedText, Channels, float]] = []
        for text in placed_texts(frame):
            needed = needed_contrast(text, frame.size) * _ROOM
            sample = look.sample(text)
            if sample is None:
                continue
            stands = standing(sample, needed).worst
            behind = sample.behind
            best = max(inks, key=lambda ink: worst_ratio(ink.color, behind))
            reads = stands >= needed / _ROOM and worst_ratio(best.color, behind) < needed
            if stands >= needed or reads:
                # A veil would lie under a button, not under its words: what reads stays.
                continue
            is_label = text.item.role == "label"
            if is_label or worst_ratio(best.color, behind) >= needed:
                document = painted(document, text.item.id, best)
            else:
                document = painted(document, text.item.id, inks[0])
                veils.append((text, behind, needed))
        for text, behind, needed in veils:
            opacity = _veil_opacity(behind, needed, inks[0].color, veil)
            layer = veil_layer(text, SolidPaint(color=veil, token="ground"), opacity)
            document = below(document, index, text.item.id, layer)
    return document


def painted(document: Document, layer_id: str, paint: SolidPaint) -> Document:
    """Return the document with a text in another color."""

    def change(layer: Layer) -> Layer:
        if not isinstance(layer, TextLayer):
            return layer
        runs = tuple(run.model_copy(update={"paint": paint}) for run in layer.runs)
        return layer.model_copy(update={"runs": runs})

    return replace_layer(document, layer_id, change)


def _veil_opacity(behind: Channels, needed: float, ink: Color, veil: Color) -> float:
    """The weakest veil, in steps of 0.08, that lifts the worst place to what is needed."""
    field = np.array([255 * channel for channel in veil.srgb])
    opacity = 0.32
    while opacity < 0.96:
        if worst_ratio(ink, behind * (1 - opacity) + field * opacity) >= needed * 1.06:
            break
        opacity += 0.08
    return round(min(opacity, 0.96), 3)


def veil_layer(text: PlacedText, paint: SolidPaint, opacity: float) -> VectorLayer:
    """Return a soft field of a color under a text, a little larger than its ink."""
    pad = max(0.5 * text.size_px, 12.0)
    return VectorLayer(
        id=f"{text.item.id}-veil",
        name="veil",
        role="scrim",
        opacity=opacity,
        shapes=(Shape(path=rounded_rectangle(text.ink.inset(-pad), pad), fill=paint),),
        effects=(Blur(blur=round(pad * 0.4, 2)),),
    )


def below(document: Document, page_index: int, layer_id: str, layer: Layer) -> Document:
    """Return the document with a layer right under the top-level one that holds the text."""
    page: Page = document.pages[page_index]
    layers: list[Layer] = []
    for have in page.layers:
        if any(inner.id == layer_id for inner in walk((have,))):
            layers.append(layer)
        layers.append(have)
    pages = list(document.pages)
    pages[page_index] = page.model_copy(update={"layers": tuple(layers)})
    return document.model_copy(update={"pages": tuple(pages)})
