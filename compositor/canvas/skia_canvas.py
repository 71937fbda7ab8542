"""SkiaCanvas: what the raster and the PDF share. Layers are recorded, then composited.

A layer that needs compositing is recorded as a Skia picture, so that its shadow can be
drawn at a lower resolution and the layer itself at full. Coordinates called page px are
those of the sheet's trim box.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from compositor.canvas.base import Canvas, LayerStyle, ReadAsset
from compositor.canvas.extent import Extent
from compositor.canvas.skia_library import load_skia
from compositor.canvas.skia_paint import (
    BLEND_MODES,
    Pictures,
    argb,
    fill_paint,
    sampling,
    skia_matrix,
    skia_path,
    skia_rect,
    stroke_paint,
)
from compositor.color import Color
from compositor.document.effect import Blur, Shadow
from compositor.document.paint import Paint, Stroke
from compositor.geometry import Affine, Box, Path

__all__ = ["SkiaCanvas", "float_surface"]

skia: Any = load_skia()

_EVERYWHERE = skia.Rect(-1e6, -1e6, 1e6, 1e6)
_REACH = 3.0
"""A Gaussian is drawn this many standard deviations far."""


@dataclass
class _OpenLayer:
    """A layer being recorded, and the Skia canvas it will be composited on."""

    style: LayerStyle
    recorder: Any
    parent: Any
    last_path: tuple[Any, Any] | None = None
    """The Skia path and paint drawn last."""


@dataclass(frozen=True)
class _Softness:
    """A blur of `sigma` px of the layer; of the layer itself, or of its shadow."""

    sigma: float
    shadow: Shadow | None = None


class SkiaCanvas(Canvas):
    """Draws onto a Skia canvas.

    Args:
        target: A Skia canvas whose origin is the trim's top left and whose unit is page px.
        sheet: What can be seen, in page px: trim and bleed.
        device_scale: Device px per page px, for what has to become pixels.
        samples_per_sigma: Pixels that a standard deviation of blur is given at most. Blurs
            beyond it are made smaller and enlarged: Skia clamps large ones, and they are slow.
        read_asset: Gives the bytes of an asset by SHA-256.
    """

    def __init__(
        self,
        target: Any,
        sheet: Box,
        read_asset: ReadAsset,
        *,
        device_scale: float,
        samples_per_sigma: float,
    ) -> None:
        self._canvas = target
        self._sheet = sheet
        self._device_scale = device_scale
        self._most_samples = samples_per_sigma
        self._pictures = Pictures(read_asset)
        self._extent = Extent(sheet)
        self._layers: list[_OpenLayer | None] = []

    def save(self) -> None:
        """Remember transform and clip."""
        self._extent.save()
        self._canvas.save()

    def restore(self) -> None:
        """Go back to the transform and clip last saved."""
        self._extent.restore()
        self._canvas.restore()

    def transform(self, affine: Affine) -> None:
        """Apply a transform before the current one."""
        self._extent.transform(affine)
        self._canvas.concat(skia_matrix(affine))

    def clip(self, path: Path) -> None:
        """Keep only what lies inside the outline."""
        self._extent.clip(path.bounds)
        self._canvas.clipPath(skia_path(path), doAntiAlias=True)

    def begin_layer(self, style: LayerStyle) -> None:
        """Start a recording when the layer needs compositing, else nothing."""
        self.save()
        if _is_plain(style):
            self._layers.append(None)
            return
        recorder = skia.PictureRecorder()
        self._layers.append(_OpenLayer(style, recorder, self._canvas))
        self._canvas = recorder.beginRecording(_EVERYWHERE)
        self._extent.begin(self._reach_px(style))

    def end_layer(self) -> None:
        """Composite the recording."""
        layer = self._layers.pop()
        if layer is not None:
            self._canvas = layer.parent
            picture = layer.recorder.finishRecordingAsPicture()
            ink = self._extent.end()
            shows = not ink.is_empty and abs(self._extent.to_page.determinant) > 1e-9
            if shows and not self._blended_directly(layer, picture, ink):
                self._composite(layer.style, picture, ink)
        self.restore()

    def fill(self, path: Path, paint: Paint, rule: Literal["nonzero", "evenodd"]) -> None:
        """Fill an outline."""
        self._draw_path(skia_path(path, rule), self._fill_paint(paint))

    def stroke(self, path: Path, stroke: Stroke) -> None:
        """Draw along an outline."""
        self._draw_path(skia_path(path), self._stroke_paint(stroke))

    def image(self, asset: str, source: Box, target: Box) -> None:
        """Draw part of a picture over a box."""
        shown = math.sqrt(target.area / source.area) * self._pixels_per_unit
        picture = self._pictures.image(asset)
        self._extent.touch(target)
        self._canvas.drawImageRect(
            picture,
            skia_rect(source),
            skia_rect(target),
            sampling(shown),
            # Dithered because Skia's path for that is the fast one; whole values stay whole.
            skia.Paint(AntiAlias=True, Dither=True),
        )

    @property
    def _pixels_per_unit(self) -> float:
        return self._extent.to_page.mean_scale * self._device_scale

    def _fill_paint(self, paint: Paint) -> Any:
        return fill_paint(paint, self._pictures, self._pixels_per_unit)

    def _stroke_paint(self, stroke: Stroke) -> Any:
        return stroke_paint(stroke, self._pictures, self._pixels_per_unit)

    def _draw_path(self, path: Any, paint: Any) -> None:
        bounds = path.getBounds()
        grown = paint.getStrokeWidth() / 2 * max(1.0, paint.getStrokeMiter())
        if paint.getStyle() == skia.Paint.kFill_Style:
            grown = 0.0
        box = Box(bounds.x(), bounds.y(), bounds.width(), bounds.height()).inset(-grown)
        self._extent.touch(box)
        self._canvas.drawPath(path, paint)
        recording = next((layer for layer in reversed(self._layers) if layer), None)
        if recording is not None:
            recording.last_path = (path, paint)

    def _reach_px(self, style: LayerStyle) -> float:
        """How far, in page px, the layer's effects carry what it holds."""
        far = 0.0
        for effect in style.effects:
            moved = math.hypot(effect.dx, effect.dy) if isinstance(effect, Shadow) else 0.0
            far = max(far, moved + _REACH * effect.blur)
        return far * self._extent.to_page.mean_scale

    def _blended_directly(self, layer: _OpenLayer, picture: Any, ink: Box) -> bool:
        """Draw a layer that is one outline and no more, without a surface of its own."""
        style = layer.style
        if layer.last_path is None or picture.approximateOpCount() != 1:
            return False
        if style.effects or style.mask is not None:
            return False
        path, paint = layer.last_path
        paint.setAlphaf(paint.getAlphaf() * style.opacity)
        paint.setBlendMode(BLEND_MODES[style.blend])
        self._canvas.drawPath(path, paint)
        self._extent.touch_page(ink)
        return True

    def _composite(self, style: LayerStyle, picture: Any, ink: Box) -> None:
        def content(canvas: Any) -> None:
            self._draw_masked(canvas, picture, style.mask)

        shadows = [effect for effect in style.effects if isinstance(effect, Shadow)]
        blur = math.hypot(*(e.blur for e in style.effects if isinstance(e, Blur)))
        shown = ink.inset(-self._reach_px(style) - 1)
        local = skia_rect(self._extent.to_page.inverse().apply_box(shown))
        over = skia.Paint(Alphaf=style.opacity, BlendMode=BLEND_MODES[style.blend])
        if blur > 0 and not shadows:
            # One picture, which can be blended as it is drawn.
            self._draw_soft(content, ink, _Softness(blur), over)
            self._extent.touch_page(shown)
            return
        as_one = style.opacity < 1 or style.blend != "normal"
        if as_one:
            self._canvas.saveLayer(local, over)
        for shadow in shadows:
            self._draw_soft(content, ink, _Softness(shadow.blur, shadow), skia.Paint())
        if blur > 0:
            self._draw_soft(content, ink, _Softness(blur), skia.Paint())
        else:
            content(self._canvas)
        if as_one:
            self._canvas.restore()
        self._extent.touch_page(shown)

    def _draw_masked(self, canvas: Any, picture: Any, mask: tuple[str, Box] | None) -> None:
        if mask is None:
            canvas.drawPicture(picture)
            return
        plane, box = self._pictures.mask(mask[0]), skia_rect(mask[1])
        canvas.save()
        canvas.clipRect(box, doAntiAlias=True)
        canvas.saveLayer(box, None)
        canvas.drawPicture(picture)
        shown = mask[1].width / plane.width() * self._pixels_per_unit
        canvas.drawImageRect(
            plane, box, sampling(shown), skia.Paint(BlendMode=skia.BlendMode.kDstIn)
        )
        canvas.restore()
        canvas.restore()

    def _draw_soft(
        self, content: Callable[[Any], None], ink: Box, softness: _Softness, over: Any
    ) -> None:
        """Draw the layer blurred, or its shadow.

        Args:
            content: Draws the layer in its own coordinates.
            ink: Where it draws, page px.
            softness: How soft, and whether as a shadow.
            over: Paint whose opacity and blend mode the result is drawn with.
        """
        shadow, to_page = softness.shadow, self._extent.to_page
        sigma_page = softness.sigma * to_page.mean_scale
        sigma_device = sigma_page * self._device_scale
        move = Affine.translation(shadow.dx, shadow.dy) if shadow else Affine()
        if shadow is not None:
            over.setColorFilter(_tint(shadow.color))
        if sigma_device < 0.1:
            self._canvas.save()
            self._canvas.concat(skia_matrix(move))
            self._canvas.saveLayer(None, over)
            content(self._canvas)
            self._canvas.restore()
            self._canvas.restore()
            return
        placed = move.then(to_page)
        moved = ink.moved(placed.e - to_page.e, placed.f - to_page.f)
        reach = _REACH * sigma_page
        region = moved.inset(-reach).intersection(self._sheet.inset(-reach))
        if region.is_empty:
            return
        samples = self._samples_per_sigma(sigma_device)
        per_px = self._device_scale * min(1.0, samples / sigma_device)
        width, height = (math.ceil(side * per_px) + 1 for side in region.size)
        surface = float_surface(width, height)
        small = surface.getCanvas()
        sigma_small = _asked_sigma(sigma_page * per_px)
        soft = skia.ImageFilters.Blur(sigma_small, sigma_small, skia.TileMode.kDecal)
        small.saveLayer(None, skia.Paint(ImageFilter=soft))
        small.scale(per_px, per_px)
        small.translate(-region.x, -region.y)
        small.concat(skia_matrix(placed))
        content(small)
        small.restore()
        self._canvas.save()
        self._canvas.concat(skia_matrix(to_page.inverse()))
        target = Box(region.x, region.y, width / per_px, height / per_px)
        self._enlarge(surface.makeImageSnapshot(), target, sigma_device, over)
        self._canvas.restore()

    def _samples_per_sigma(self, sigma_device: float) -> float:
        """Return how many pixels a standard deviation is given at most, blurring by so many."""
        del sigma_device
        return self._most_samples

    def _enlarge(self, picture: Any, target: Box, sigma_device: float, over: Any) -> None:
        """Draw a picture, blurred by so many device px, over a box in page px."""
        del sigma_device
        over.setDither(True)
        smooth = skia.SamplingOptions(skia.FilterMode.kLinear)
        self._canvas.drawImageRect(picture, skia_rect(target), smooth, over)


def _is_plain(style: LayerStyle) -> bool:
    return (
        style.opacity >= 1
        and style.blend == "normal"
        and not style.effects
        and style.mask is None
    )


def _asked_sigma(sigma: float) -> float:
    """Return what to ask Skia for, so that it blurs by `sigma` and not by a tenth less.

    From 2 px on it runs three boxes whose width it rounds, as SVG allows:
    https://www.w3.org/TR/filter-effects-1/#feGaussianBlurElement
    """
    if sigma < 2:
        return sigma
    near = range(int(2 * sigma) - 1, int(2 * sigma) + 3)
    width = min(near, key=lambda boxes: abs(_sigma_of_boxes(boxes) - sigma))
    return width / (3 * math.sqrt(2 * math.pi) / 4)


def _sigma_of_boxes(width: int) -> float:
    last = width if width % 2 else width + 1
    return math.sqrt((2 * (width**2 - 1) + last**2 - 1) / 12)


def _tint(color: Color) -> Any:
    return skia.ColorFilters.Blend(argb(color), skia.BlendMode.kSrcIn)


def float_surface(width: int, height: int) -> Any:
    """Return a surface of half floats: eight bits would band in a faint, wide shadow."""
    return skia.Surface.MakeRaster(
        skia.ImageInfo.Make(
            width, height, skia.kRGBA_F16_ColorType, skia.AlphaType.kPremul_AlphaType
        )
    )
