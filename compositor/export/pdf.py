"""PDF: all pages in one file, vector, with live text."""

from compositor.canvas.pdf import PdfFonts, PdfPages
from compositor.canvas.text_collector import TextCollector
from compositor.drawing import draw
from compositor.export.base import Export, ExportRequest, written

__all__ = ["write_pdf"]


def write_pdf(request: ExportRequest) -> tuple[Export, ...]:
    """Write STEM.pdf; pages with bleed carry it around their trim box."""
    collector = TextCollector()
    for frame in request.frames:
        draw(frame, collector, hide_text=request.hide_text)
    pages = PdfPages(request.title, request.language, PdfFonts(collector.blocks))
    for frame in request.frames:
        canvas = pages.page(frame.size, frame.bleed_px, request.read_asset, frame.background)
        draw(frame, canvas, hide_text=request.hide_text)
    path = request.folder / f"{request.stem}.pdf"
    return (written(path, pages.finish(), "pdf", request.frames[0].size),)
