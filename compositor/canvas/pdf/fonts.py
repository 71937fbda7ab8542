"""The fonts a PDF embeds: only the glyphs it sets, each standing for its own characters."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, Final

from compositor.canvas.embedded_font import EmbeddedFont, set_glyphs
from compositor.canvas.pdf.copied_text import spoken_text
from compositor.canvas.skia_library import load_skia
from compositor.typography.block import GlyphRun, SetText
from compositor.typography.face import Face

__all__ = ["PdfFonts"]

skia: Any = load_skia()

_TRACKED_EM: Final = 0.06
_TRACKING_STEP_EM: Final = 0.05
"""Wider than usual, glyphs get their true width, or readers see a word space in the gap."""


class PdfFonts:
    """The embedded fonts of a document, built from all its texts beforehand.

    There is one per face, and one per face and text for vertical, bent and leftward text:
    what a reader copies of that is attached to its font later.

    Args:
        blocks: Every text that will be drawn.

    Attributes:
        aliases: What private-use code points stand for.
        vertical_texts: Distinct vertical texts; fonts named ``…-V0`` set the first.
    """

    def __init__(self, blocks: Iterable[SetText]) -> None:
        self.aliases: dict[int, str] = {}
        self.vertical_texts: list[str] = []
        self._fonts: dict[tuple[Face, str], EmbeddedFont] = {}
        self._typefaces: dict[tuple[Face, str], Any] = {}
        # The default manager reads the system's fonts, and complains of them on stderr.
        self._opener = skia.FontMgr.New_Custom_Empty()
        for block in blocks:
            vertical = spoken_text(block)
            if vertical and vertical not in self.vertical_texts:
                self.vertical_texts.append(vertical)
            for line in block.lines:
                for run in line.runs:
                    if run.glyphs and run.text:
                        self.indices(run, vertical)

    def typeface(self, face: Face, vertical: str) -> Any:
        """Return Skia's typeface for a face in horizontal text, or in one vertical text."""
        key = (face, vertical)
        if key not in self._typefaces:
            data = skia.Data.MakeWithCopy(self._fonts[key].build())
            self._typefaces[key] = self._opener.makeFromData(data)
        return self._typefaces[key]

    def indices(self, run: GlyphRun, vertical: str) -> list[int]:
        """Return the indices of a run's glyphs in its embedded font."""
        font = self._font(run.face, vertical)
        found: list[int] = []
        for one in set_glyphs(run):
            advance = None
            extra = one.glyph.advance / run.size_px - font.advance(one.glyph.id)
            if extra > _TRACKED_EM and not vertical:
                steps = math.ceil(extra / _TRACKING_STEP_EM)
                advance = font.advance(one.glyph.id) + steps * _TRACKING_STEP_EM
            found.append(font.slot(one.text, one.glyph.id, advance))
        return found

    def _font(self, face: Face, vertical: str) -> EmbeddedFont:
        key = (face, vertical)
        if key not in self._fonts:
            mark = f"-V{self.vertical_texts.index(vertical)}" if vertical else ""
            self._fonts[key] = EmbeddedFont(face, face.family, self.aliases, mark)
        return self._fonts[key]
