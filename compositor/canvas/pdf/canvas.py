"""PDF: vector pages with live text that is copied out exactly as the document says it.

Skia writes the pages; pikepdf sets the boxes and what text copies out as. Lengths in px
become points (× 0.75). Blur and shadows are 300 dpi pictures, as are sweep gradients, which
some readers cannot draw.
"""

from __future__ import annotations

import io
import math
from typing import Any, Final, Literal

import pikepdf
from pikepdf import Array, Dictionary, String

from compositor.canvas.base import ReadAsset
from compositor.canvas.pdf.copied_text import mark_vertical, spell_out, spoken_text
from compositor.canvas.pdf.fonts import PdfFonts
from compositor.canvas.skia_canvas import SkiaCanvas
from compositor.canvas.skia_library import load_skia
from compositor.canvas.skia_paint import argb, glyph_outlines, skia_path, skia_rect
from compositor.color import Color
from compositor.document.paint import ImagePaint, Paint, SolidPaint, Stroke, SweepGradient
from compositor.geometry import Box, Path, Size
from compositor.typography.block import Glyph, GlyphRun, SetText
from compositor.units import PX_PER_INCH, pt_from_px

__all__ = ["PdfCanvas", "PdfPages"]

skia: Any = load_skia()

RASTER_DPI: Final = 300
_SAMPLES_PER_SIGMA: Final = 24.0
"""More than on screen: readers may not smooth a picture they enlarge."""

_MAX_SWEEP_PIXELS: Final = 2048
_UNSEEN: Final = 1
"""Alpha of live text under letters that are drawn as outlines; 0 would leave it out."""


class PdfCanvas(SkiaCanvas):
    """One page; made by `PdfPages.page`."""

    def __init__(
        self,
        target: Any,
        sheet: Box,
        read_asset: ReadAsset,
        background: Paint | None,
        fonts: PdfFonts,
    ) -> None:
        super().__init__(
            target,
            sheet,
            read_asset,
            device_scale=RASTER_DPI / PX_PER_INCH,
            samples_per_sigma=_SAMPLES_PER_SIGMA,
        )
        self._fonts = fonts
        if background is not None:
            cover = skia.Path()
            cover.addRect(skia_rect(sheet))
            self._draw_path(cover, self._fill_paint(background))

    def fill(self, path: Path, paint: Paint, rule: Literal["nonzero", "evenodd"]) -> None:
        """Fill an outline."""
        if isinstance(paint, SweepGradient) and not path.is_empty:
            self._fill_sweep(skia_path(path, rule), paint)
        else:
            super().fill(path, paint, rule)

    def stroke(self, path: Path, stroke: Stroke) -> None:
        """Draw along an outline."""
        if isinstance(stroke.paint, SweepGradient) and not path.is_empty:
            outline = skia.Path()
            self._stroke_paint(stroke).getFillPath(skia_path(path), outline)
            self._fill_sweep(outline, stroke.paint)
        else:
            super().stroke(path, stroke)

    def text(self, block: SetText, language: str) -> None:
        """Draw live glyphs; gradient and picture fills also as outlines over them.

        A shading inside text is what readers get wrong most: Poppler floods its box.
        """
        del language
        self._extent.touch(block.ink)
        vertical = spoken_text(block)
        for line in block.lines:
            for run in line.runs:
                if run.glyphs:
                    self._draw_run(run, vertical)
        for rule in block.rules:
            self.fill(rule.outline, rule.paint, "nonzero")

    def _draw_run(self, run: GlyphRun, vertical: str) -> None:
        if run.stroke is not None:
            self._draw_path(glyph_outlines(run, simple=True), self._stroke_paint(run.stroke))
        if not run.text:
            # A broken word's hyphen: seen, but not among the characters copied out.
            self._draw_path(glyph_outlines(run), self._fill_paint(run.paint))
            return
        color = _flat_color(run.paint)
        self._canvas.drawTextBlob(
            self._blob(run, vertical), 0, 0, skia.Paint(AntiAlias=True, Color=argb(color))
        )
        if isinstance(run.paint, SweepGradient):
            self._fill_sweep(glyph_outlines(run), run.paint)
        elif not isinstance(run.paint, SolidPaint):
            self._draw_path(glyph_outlines(run), self._fill_paint(run.paint))

    def _fill_sweep(self, path: Any, paint: SweepGradient) -> None:
        """Fill with a picture of the gradient: some readers cannot draw the real one."""
        bounds = path.getBounds()
        box = Box(bounds.x(), bounds.y(), bounds.width(), bounds.height()).inset(-1)
        longest = max(box.width, box.height)
        per_px = min(self._pixels_per_unit, _MAX_SWEEP_PIXELS / longest)
        surface = skia.Surface(math.ceil(box.width * per_px), math.ceil(box.height * per_px))
        picture = surface.getCanvas()
        picture.scale(surface.width() / box.width, surface.height() / box.height)
        picture.translate(-box.x, -box.y)
        picture.drawPaint(self._fill_paint(paint))
        self._extent.touch(box)
        self._canvas.save()
        self._canvas.clipPath(path, doAntiAlias=True)
        smooth = skia.SamplingOptions(skia.FilterMode.kLinear)
        self._canvas.drawImageRect(surface.makeImageSnapshot(), skia_rect(box), smooth)
        self._canvas.restore()

    def _blob(self, run: GlyphRun, vertical: str) -> Any:
        font = skia.Font(self._fonts.typeface(run.face, vertical), run.size_px)
        font.setSubpixel(True)
        font.setLinearMetrics(True)
        font.setHinting(skia.FontHinting.kNone)
        builder = skia.TextBlobBuilder()
        indices = self._fonts.indices(run, vertical)
        if run.rotation_deg or any(glyph.turn_deg for glyph in run.glyphs):
            places = [_turned(run, glyph) for glyph in run.glyphs]
            builder.allocRunRSXform(font, indices, places)
        else:
            places = [skia.Point(glyph.x, glyph.y) for glyph in run.glyphs]
            builder.allocRunPos(font, indices, places)
        return builder.make()


class PdfPages:
    """A PDF file in the making.

    Args:
        title: Document title; may be empty.
        language: BCP 47.
        fonts: Holds every glyph that will be drawn.
    """

    def __init__(self, title: str, language: str, fonts: PdfFonts) -> None:
        self._title = title
        self._language = language
        self._fonts = fonts
        self._sheets: list[tuple[Box, float]] = []
        self._stream = skia.DynamicMemoryWStream()
        metadata = skia.PDF.Metadata()
        metadata.fTitle = title
        metadata.fRasterDPI = RASTER_DPI
        metadata.fEncodingQuality = 101  # lossless
        self._document = skia.PDF.MakeDocument(self._stream, metadata)

    def page(
        self, size: Size, bleed_px: float, read_asset: ReadAsset, background: Paint | None
    ) -> PdfCanvas:
        """Begin a page and return its canvas; the page before it is finished."""
        if self._sheets:
            self._document.endPage()
        sheet = Box(0, 0, size.width, size.height).inset(-bleed_px)
        self._sheets.append((sheet, bleed_px))
        target = self._document.beginPage(pt_from_px(sheet.width), pt_from_px(sheet.height))
        target.scale(pt_from_px(1), pt_from_px(1))
        target.translate(bleed_px, bleed_px)
        return PdfCanvas(target, sheet, read_asset, background, self._fonts)

    def finish(self) -> bytes:
        """Return the file: no dates, and an identifier that follows from the content."""
        self._document.endPage()
        self._document.close()
        with pikepdf.open(io.BytesIO(bytes(self._stream.detachAsData()))) as pdf:
            for page, (sheet, bleed_px) in zip(pdf.pages, self._sheets, strict=True):
                _set_boxes(page, sheet.size, bleed_px)
            spell_out(pdf, self._fonts.aliases)
            mark_vertical(pdf, self._fonts.vertical_texts)
            pdf.Root["/Lang"] = String(self._language)
            pdf.Root["/ViewerPreferences"] = Dictionary(DisplayDocTitle=bool(self._title))
            buffer = io.BytesIO()
            pdf.save(
                buffer,
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
            )
        return buffer.getvalue()


def _turned(run: GlyphRun, glyph: Glyph) -> Any:
    angle = math.radians(run.rotation_deg + glyph.turn_deg)
    return skia.RSXform(math.cos(angle), math.sin(angle), glyph.x, glyph.y)


def _set_boxes(page: pikepdf.Page, sheet: Size, bleed_px: float) -> None:
    """Give the page its exact boxes: Skia rounds its size to whole pixels of its raster."""
    width, height, bleed = (round(pt_from_px(length), 4) for length in (*sheet, bleed_px))
    rounded = float(page.mediabox[3])
    if rounded != height:
        page.contents_add(b"1 0 0 1 0 %.4f cm\n" % (height - rounded), prepend=True)
    page.mediabox = Array([0, 0, width, height])
    page.obj["/BleedBox"] = page.mediabox
    page.obj["/TrimBox"] = Array([bleed, bleed, width - bleed, height - bleed])


def _flat_color(paint: Paint) -> Color:
    """Return the color of live text: exact if it is one color, else nearly unseen."""
    if isinstance(paint, SolidPaint):
        color = paint.color
        return color if color.alpha else Color(color.red, color.green, color.blue, _UNSEEN)
    if isinstance(paint, ImagePaint):
        return Color(128, 128, 128, _UNSEEN)
    middle = paint.stops[0].color.mixed(paint.stops[-1].color, 0.5)
    if all(stop.color.alpha == 255 for stop in paint.stops):
        return middle
    return Color(middle.red, middle.green, middle.blue, _UNSEEN)
