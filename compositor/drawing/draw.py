"""Step 5: a Frame onto a Canvas, any canvas; nothing is decided here. `render` takes pixels."""

from __future__ import annotations

from collections.abc import Collection
from importlib import import_module

import numpy as np
from numpy.typing import NDArray

from compositor.canvas.base import Canvas, LayerStyle, ReadAsset
from compositor.layout.frame import (
    Frame,
    FrameGroup,
    FrameImage,
    FrameItem,
    FrameShapes,
    FrameText,
)

__all__ = ["draw", "render"]


def draw(
    frame: Frame,
    canvas: Canvas,
    *,
    hide_text: bool = False,
    only: Collection[str] | None = None,
) -> None:
    """Draw a frame's items, bottom first.

    The canvas has painted the background already. A layer's clip is applied inside the
    layer, so that its shadow is the shadow of what shows.

    Args:
        frame: What to draw.
        canvas: Where.
        hide_text: Leave out every text item.
        only: Ids of the items to draw, with what they contain; None draws all.
    """
    for item in frame.items:
        _draw_item(item, canvas, hide_text=hide_text, only=only)


def render(
    frame: Frame,
    read_asset: ReadAsset,
    scale: float = 1.0,
    *,
    hide_text: bool = False,
    only: Collection[str] | None = None,
) -> NDArray[np.uint8]:
    """Return the trim area as (height, width, 4) sRGB pixels, straight alpha.

    Args:
        frame: What to draw.
        read_asset: Gives the bytes of an asset by SHA-256.
        scale: Pixels per px.
        hide_text: Leave out every text item.
        only: Ids of the items to draw, on a transparent sheet; None draws the whole page.

    Raises:
        InvalidValue: There would be more pixels than we draw.
        MissingSystemLibrary: Skia cannot be loaded.
    """
    # By name: without libGL this module can still be imported, and doors can say why not.
    raster = import_module("compositor.canvas.raster")
    background = frame.background if only is None else None
    canvas = raster.RasterCanvas(frame.size, scale, 0.0, read_asset, background)
    draw(frame, canvas, hide_text=hide_text, only=only)
    pixels: NDArray[np.uint8] = canvas.pixels()
    return pixels


def _draw_item(
    item: FrameItem, canvas: Canvas, *, hide_text: bool, only: Collection[str] | None
) -> None:
    chosen = only is None or item.id in only
    if not chosen and not isinstance(item, FrameGroup):
        return
    if hide_text and isinstance(item, FrameText):
        return
    canvas.save()
    canvas.transform(item.transform)
    canvas.begin_layer(
        LayerStyle(
            id=item.id,
            name=item.name,
            role=item.role,
            opacity=item.opacity,
            blend=item.blend,
            effects=item.effects,
            mask=None if item.mask is None else (item.mask.asset, item.mask.box),
        )
    )
    canvas.save()
    if item.clip is not None:
        canvas.clip(item.clip)
    if isinstance(item, FrameGroup):
        for child in item.children:
            _draw_item(child, canvas, hide_text=hide_text, only=None if chosen else only)
    else:
        _draw_content(item, canvas)
    canvas.restore()
    canvas.end_layer()
    canvas.restore()


def _draw_content(item: FrameItem, canvas: Canvas) -> None:
    if isinstance(item, FrameShapes):
        for shape in item.shapes:
            if shape.fill is not None:
                canvas.fill(shape.path, shape.fill, shape.rule)
            if shape.stroke is not None:
                canvas.stroke(shape.path, shape.stroke)
    elif isinstance(item, FrameImage):
        canvas.image(item.asset, item.source, item.target)
    elif isinstance(item, FrameText):
        canvas.text(item.block, item.language)
