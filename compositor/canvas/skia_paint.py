"""Our paths, paints and glyphs as Skia's. Colors are straight-alpha sRGB, 8 bits a channel."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any, Final, Literal

import numpy as np
from PIL import Image, UnidentifiedImageError

from compositor.canvas.base import ReadAsset
from compositor.canvas.picture_cache import PictureCache
from compositor.canvas.skia_library import load_skia
from compositor.color import Color
from compositor.document.layer import BlendMode
from compositor.document.paint import (
    ImagePaint,
    LinearGradient,
    Paint,
    RadialGradient,
    SolidPaint,
    Stop,
    Stroke,
)
from compositor.errors import InvalidDocument
from compositor.geometry import Affine, Box, Path, Point
from compositor.typography.block import GlyphRun
from compositor.typography.face import Face

__all__ = [
    "BLEND_MODES",
    "DecodedPictures",
    "Pictures",
    "argb",
    "fill_paint",
    "glyph_outlines",
    "sampling",
    "skia_matrix",
    "skia_path",
    "skia_rect",
    "stroke_paint",
]

skia: Any = load_skia()

BLEND_MODES: Final[dict[BlendMode, Any]] = {
    "normal": skia.BlendMode.kSrcOver,
    "multiply": skia.BlendMode.kMultiply,
    "screen": skia.BlendMode.kScreen,
    "overlay": skia.BlendMode.kOverlay,
    "darken": skia.BlendMode.kDarken,
    "lighten": skia.BlendMode.kLighten,
    "color-dodge": skia.BlendMode.kColorDodge,
    "color-burn": skia.BlendMode.kColorBurn,
    "hard-light": skia.BlendMode.kHardLight,
    "soft-light": skia.BlendMode.kSoftLight,
    "difference": skia.BlendMode.kDifference,
    "exclusion": skia.BlendMode.kExclusion,
    "hue": skia.BlendMode.kHue,
    "saturation": skia.BlendMode.kSaturation,
    "color": skia.BlendMode.kColor,
    "luminosity": skia.BlendMode.kLuminosity,
}

_CAPS = {
    "butt": skia.Paint.kButt_Cap,
    "round": skia.Paint.kRound_Cap,
    "square": skia.Paint.kSquare_Cap,
}
_JOINS = {
    "miter": skia.Paint.kMiter_Join,
    "round": skia.Paint.kRound_Join,
    "bevel": skia.Paint.kBevel_Join,
}
_TILES = {
    "repeat": skia.TileMode.kRepeat,
    "mirror": skia.TileMode.kMirror,
    "clamp": skia.TileMode.kClamp,
    "decal": skia.TileMode.kDecal,
}
_GLYPH_UNITS = 1000.0
"""Glyph paths are kept at this many units to the em: path operations misjudge curves when
whole letters are smaller than one unit."""


class Pictures:
    """Decoded assets of one canvas, each decoded once.

    Args:
        read_asset: Gives the bytes of an asset by SHA-256.
    """

    def __init__(self, read_asset: ReadAsset) -> None:
        self._read = read_asset
        self._images: dict[str, Any] = {}
        self._masks: dict[str, Any] = {}

    def image(self, sha256: str) -> Any:
        """Return the picture.

        Raises:
            UnknownAsset: The store does not keep it.
            InvalidDocument: Its bytes are not a picture.
        """
        if sha256 not in self._images:
            self._images[sha256] = self._opened(sha256)
        return self._images[sha256]

    def _opened(self, sha256: str) -> Any:
        found = skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(self._read(sha256)))
        if found is None:
            raise InvalidDocument(f"asset {sha256[:12]}… is not a picture Skia can read")
        return found

    def mask(self, sha256: str) -> Any:
        """Return the picture as an alpha-only one: its luminance times its alpha.

        Source: https://www.w3.org/TR/css-masking-1/#MaskValues
        """
        if sha256 not in self._masks:
            try:
                with Image.open(io.BytesIO(self._read(sha256))) as picture:
                    rgba = np.asarray(picture.convert("RGBA"), dtype=np.float32)
            except (OSError, UnidentifiedImageError) as error:
                raise InvalidDocument(f"mask {sha256[:12]}… is not a picture") from error
            luminance = rgba[..., :3] @ np.array([0.2125, 0.7154, 0.0721], np.float32)
            alpha = np.round(luminance * rgba[..., 3] / 255).astype(np.uint8)
            plane = np.zeros((*alpha.shape, 4), np.uint8)
            plane[..., 3] = alpha
            self._masks[sha256] = skia.Image.fromarray(
                plane, colorType=skia.kRGBA_8888_ColorType
            ).withDefaultMipmaps()
        return self._masks[sha256]


class DecodedPictures(Pictures):
    """Pictures as pixels, with the smaller versions that scaling down samples.

    They are shared by all canvases of the process: a campaign draws one photo many times.
    """

    def _opened(self, sha256: str) -> Any:
        found = _decoded.get(sha256)
        if found is None:
            encoded = super()._opened(sha256)
            raster = encoded.makeRasterImage()
            if raster is None:
                raise InvalidDocument(f"asset {sha256[:12]}… is damaged: no pixels to draw")
            found = raster.withDefaultMipmaps()
            _decoded.put(sha256, found, found.width() * found.height() * _BYTES_PER_PIXEL)
        return found


_BYTES_PER_PIXEL = 6
"""Four channels, and a third and a bit for the smaller versions."""
_decoded = PictureCache(128 * 2**20)


def argb(color: Color) -> int:
    """Return the color as Skia's 32-bit integer."""
    return (color.alpha << 24) | (color.red << 16) | (color.green << 8) | color.blue


def skia_matrix(affine: Affine) -> Any:
    """Return the transform as a Skia matrix."""
    a, b, c, d, e, f = affine
    return skia.Matrix.MakeAll(a, c, e, b, d, f, 0, 0, 1)


def skia_rect(box: Box) -> Any:
    """Return the box as a Skia rectangle."""
    return skia.Rect.MakeXYWH(box.x, box.y, box.width, box.height)


def skia_path(
    path: Path, rule: Literal["nonzero", "evenodd"] = "nonzero", scale: float = 1.0
) -> Any:
    """Return the outline as a Skia path."""
    built = skia.Path()
    for verb, n in path.segments:
        if verb == "L":
            built.lineTo(n[0] * scale, n[1] * scale)
        elif verb == "C":
            built.cubicTo(*(value * scale for value in n))
        elif verb == "M":
            built.moveTo(n[0] * scale, n[1] * scale)
        elif verb == "Q":
            built.quadTo(*(value * scale for value in n))
        else:
            built.close()
    if rule == "evenodd":
        built.setFillType(skia.PathFillType.kEvenOdd)
    return built


@lru_cache(maxsize=8192)
def _glyph(face: Face, glyph_id: int, simple: bool) -> Any:  # noqa: FBT001 (cache key)
    outline = skia_path(face.glyph_path(glyph_id), scale=_GLYPH_UNITS)
    # Contours of variable fonts overlap; stroked as they are, the seams would show.
    return skia.AsWinding(skia.Simplify(outline)) if simple else outline


def glyph_outlines(run: GlyphRun, *, simple: bool = False) -> Any:
    """Return all glyphs of a run as one path in layer px.

    Args:
        run: Set glyphs.
        simple: Remove overlaps inside each glyph, as stroking needs.
    """
    joined = skia.Path()
    scale = run.size_px / _GLYPH_UNITS
    for glyph in run.glyphs:
        place = Affine.scaling(scale)
        if run.rotation_deg + glyph.turn_deg:
            place = place.then(Affine.rotation(run.rotation_deg + glyph.turn_deg))
        place = place.then(Affine.translation(glyph.x, glyph.y))
        joined.addPath(_glyph(run.face, glyph.id, simple), skia_matrix(place))
    return joined


def sampling(scale: float) -> Any:
    """Return how a picture is sampled when one of its px covers `scale` device px."""
    if scale > 1.001:
        return skia.SamplingOptions(skia.CubicResampler.Mitchell())
    if scale >= 0.5:
        # Four neighbors cover what one device px shows; mipmaps would only soften it.
        return skia.SamplingOptions(skia.FilterMode.kLinear)
    return skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


def fill_paint(paint: Paint, pictures: Pictures, device_scale: float = 1.0) -> Any:
    """Return a Skia paint that fills with `paint`, anti-aliased.

    Args:
        paint: Color, gradient or picture, in px of the layer.
        pictures: Where image paints find theirs.
        device_scale: Device px per px of the layer, for sampling pictures.
    """
    if isinstance(paint, SolidPaint):
        return skia.Paint(AntiAlias=True, Color=argb(paint.color))
    if isinstance(paint, ImagePaint):
        shown = paint.transform.mean_scale * device_scale
        shader = pictures.image(paint.asset).makeShader(
            _TILES[paint.tile],
            _TILES[paint.tile],
            sampling(shown),
            skia_matrix(paint.transform),
        )
        return skia.Paint(AntiAlias=True, Shader=shader)
    colors, offsets = _stops(paint.stops)
    if isinstance(paint, LinearGradient):
        start, end = skia.Point(paint.x1, paint.y1), skia.Point(paint.x2, paint.y2)
        if start == end:
            # As SVG does: https://www.w3.org/TR/SVG2/pservers.html#LinearGradientNotes
            return skia.Paint(AntiAlias=True, Color=colors[-1])
        shader = skia.GradientShader.MakeLinear([start, end], colors, offsets)
    elif isinstance(paint, RadialGradient):
        shader = skia.GradientShader.MakeRadial(
            skia.Point(paint.cx, paint.cy),
            paint.radius,
            colors,
            offsets,
            localMatrix=skia_matrix(paint.transform),
        )
    else:
        turn = Affine.rotation(paint.start_deg, Point(paint.cx, paint.cy))
        shader = skia.GradientShader.MakeSweep(
            paint.cx, paint.cy, colors, offsets, localMatrix=skia_matrix(turn)
        )
    return skia.Paint(AntiAlias=True, Dither=True, Shader=shader)


def stroke_paint(stroke: Stroke, pictures: Pictures, device_scale: float = 1.0) -> Any:
    """Return a Skia paint that draws along an outline."""
    pen = fill_paint(stroke.paint, pictures, device_scale)
    pen.setStyle(skia.Paint.kStroke_Style)
    pen.setStrokeWidth(stroke.width)
    pen.setStrokeCap(_CAPS[stroke.cap])
    pen.setStrokeJoin(_JOINS[stroke.join])
    pen.setStrokeMiter(stroke.miter_limit)
    lengths = [max(0.0, length) for length in stroke.dashes]
    if sum(lengths) > 0:
        pairs = lengths if len(lengths) % 2 == 0 else lengths * 2
        pen.setPathEffect(skia.DashPathEffect.Make(pairs, stroke.dash_offset))
    return pen


def _stops(stops: tuple[Stop, ...]) -> tuple[list[int], list[float]]:
    """Return colors and offsets that never step back, as SVG reads them."""
    offsets: list[float] = []
    for stop in stops:
        offsets.append(max(stop.offset, offsets[-1]) if offsets else stop.offset)
    return [argb(stop.color) for stop in stops], offsets
