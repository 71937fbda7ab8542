"""PDF pages: vector, with live text that is copied out exactly as the document says it."""

from compositor.canvas.pdf.canvas import PdfCanvas, PdfPages
from compositor.canvas.pdf.fonts import PdfFonts

__all__ = ["PdfCanvas", "PdfFonts", "PdfPages"]
