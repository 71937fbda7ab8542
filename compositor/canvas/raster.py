"""RasterCanvas: a page as pixels, drawn by Skia. Same input, same bytes, on any machine.

Glyphs are drawn as outlines, so no font rasterizer is in the loop. Pixels are 8-bit RGBA,
sRGB, rows from the top; straight alpha outside this module.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compositor.canvas.base import ReadAsset
from compositor.canvas.skia_canvas import SkiaCanvas, float_surface
from compositor.canvas.skia_library import load_skia, probe
from compositor.canvas.skia_paint import (
    DecodedPictures,
    glyph_outlines,
    skia_path,
    skia_rect,
)
from compositor.document.paint import Paint, SolidPaint
from compositor.errors import InvalidValue
from compositor.geometry import Box, Size
from compositor.typography.block import SetText

__all__ = ["MAX_PIXELS", "MAX_SIDE_PIXELS", "RasterCanvas", "is_opaque", "pixel_size", "probe"]

skia: Any = load_skia()

MAX_SIDE_PIXELS = 20_000
MAX_PIXELS = 160_000_000
"""A0 at 300 dpi is 140 million; each takes four bytes, and the encoders want them again."""

_FEW_SAMPLES = math.sqrt(12)
_MANY_SAMPLES = math.sqrt(56)
"""Pixels to a standard deviation of a blur: as many as Skia's boxes, 7 or 15 px wide, blur by
exactly. What lies between them is interpolated."""

_WIDE_SIGMA = 24.0
"""From this standard deviation on, in device px, the few would stand so far apart that the
straight lines between them might show."""

_OPAQUE = 255

_SIGMA_PER_STEP = 18.0
_LARGEST_STEP = 3
"""A wide blur changes so little from pixel to pixel that it is interpolated only for every
2nd or 3rd of them and dithered at full resolution: half the time, and at most 2 levels of
255 off, for black on white."""


def pixel_size(size: Size, scale: float, bleed_px: float = 0.0) -> tuple[int, int]:
    """Return the width and height in pixels of a page at a scale.

    Raises:
        InvalidValue: The scale is not positive, or there are more pixels than we draw.
    """
    if not 0 < scale <= 1000:
        raise InvalidValue(f"scale {scale!r} is not within 0 to 1000; 1 draws a pixel per px")
    width, height = (max(1, round((side + 2 * bleed_px) * scale)) for side in size)
    if max(width, height) > MAX_SIDE_PIXELS or width * height > MAX_PIXELS:
        raise InvalidValue(
            f"{width} × {height} pixels are too many; a side may have {MAX_SIDE_PIXELS}, "
            f"the picture {MAX_PIXELS // 1_000_000} million: lower the scale, or export PDF"
        )
    return width, height


class RasterCanvas(SkiaCanvas):
    """One page as pixels.

    Args:
        size: Trim, px.
        scale: Pixels per px.
        bleed_px: Sheet around the trim that is drawn too.
        read_asset: Gives the bytes of an asset by SHA-256.
        background: Fill of the whole sheet; None leaves it transparent.
    """

    def __init__(
        self,
        size: Size,
        scale: float,
        bleed_px: float,
        read_asset: ReadAsset,
        background: Paint | None,
    ) -> None:
        width, height = pixel_size(size, scale, bleed_px)
        self._pixels = np.zeros((height, width, 4), np.uint8)
        self._surface = skia.Surface.MakeRasterDirect(
            skia.ImageInfo.Make(
                width, height, skia.kRGBA_8888_ColorType, skia.AlphaType.kPremul_AlphaType
            ),
            self._pixels,
            width * 4,
        )
        target = self._surface.getCanvas()
        target.clear(0)
        target.scale(width / (size.width + 2 * bleed_px), height / (size.height + 2 * bleed_px))
        target.translate(bleed_px, bleed_px)
        sheet = Box(0, 0, size.width, size.height).inset(-bleed_px)
        super().__init__(
            target,
            sheet,
            read_asset,
            device_scale=scale,
            samples_per_sigma=_MANY_SAMPLES,
        )
        self._pictures = DecodedPictures(read_asset)
        if background is not None:
            cover = self._fill_paint(background)
            # The edge pixels of a rounded size must not stay half transparent.
            cover.setAntiAlias(False)
            target.drawRect(skia_rect(sheet.inset(-1)), cover)

    def text(self, block: SetText, language: str) -> None:
        """Draw every glyph's outline; strokes lie under fills, so letters keep their shape."""
        del language
        for line in block.lines:
            for run in line.runs:
                if run.stroke is not None:
                    self._draw_path(
                        glyph_outlines(run, simple=True), self._stroke_paint(run.stroke)
                    )
                if not (isinstance(run.paint, SolidPaint) and run.paint.color.alpha == 0):
                    self._draw_path(glyph_outlines(run), self._fill_paint(run.paint))
        for rule in block.rules:
            self._draw_path(skia_path(rule.outline), self._fill_paint(rule.paint))

    def _samples_per_sigma(self, sigma_device: float) -> float:
        return _FEW_SAMPLES if sigma_device < _WIDE_SIGMA else _MANY_SAMPLES

    def _enlarge(self, picture: Any, target: Box, sigma_device: float, over: Any) -> None:
        shown = target.intersection(self._sheet)
        step = min(_LARGEST_STEP, int(sigma_device / _SIGMA_PER_STEP))
        if step < 2 or shown.is_empty:
            super()._enlarge(picture, target, sigma_device, over)
            return
        per_px = self._device_scale / step
        width, height = (math.ceil(side * per_px) for side in shown.size)
        surface = float_surface(width, height)
        middle = surface.getCanvas()
        middle.scale(per_px, per_px)
        middle.translate(-shown.x, -shown.y)
        smooth = skia.SamplingOptions(skia.FilterMode.kLinear)
        middle.drawImageRect(picture, skia_rect(target), smooth)
        over.setDither(True)
        self._canvas.drawImageRect(
            surface.makeImageSnapshot(),
            skia.Rect.MakeXYWH(shown.x, shown.y, width / per_px, height / per_px),
            skia.SamplingOptions(),
            over,
        )

    def pixels(self) -> NDArray[np.uint8]:
        """Return what was drawn: (height, width, 4), straight alpha. Call it last."""
        if is_opaque(self._pixels):
            return self._pixels
        found = np.zeros_like(self._pixels)
        height, width = found.shape[:2]
        self._surface.readPixels(
            skia.ImageInfo.Make(
                width, height, skia.kRGBA_8888_ColorType, skia.AlphaType.kUnpremul_AlphaType
            ),
            found,
            width * 4,
        )
        return found


def is_opaque(pixels: NDArray[np.uint8]) -> bool:
    """Whether nothing shows through RGBA pixels."""
    if pixels.size == 0 or not pixels.flags.c_contiguous:
        return bool(pixels[..., 3].min(initial=_OPAQUE) == _OPAQUE)
    # Four bytes at a time: five times as fast as every fourth byte.
    together = np.bitwise_and.reduce(pixels.reshape(-1, 4).view("<u4").ravel())
    return int(together) >> 24 == _OPAQUE
