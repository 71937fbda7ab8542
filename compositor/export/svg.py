"""SVG: one file per page, with live text or outlines."""

from typing import Literal

from compositor.canvas.svg import SvgCanvas
from compositor.drawing import draw
from compositor.export.base import Export, ExportRequest, written

__all__ = ["write_outlined_svg", "write_svg"]


def write_svg(request: ExportRequest) -> tuple[Export, ...]:
    """Write STEM.svg, STEM-2.svg …: text stays text and brings the glyphs it uses."""
    return _write(request, "svg", "live")


def write_outlined_svg(request: ExportRequest) -> tuple[Export, ...]:
    """Write STEM-outlined.svg, STEM-outlined-2.svg …: text is paths, the same everywhere."""
    return _write(request, "svg-outlined", "outlines")


def _write(
    request: ExportRequest, name: str, text: Literal["live", "outlines"]
) -> tuple[Export, ...]:
    stem = request.stem + ("-outlined" if text == "outlines" else "")
    made: list[Export] = []
    for number, frame in enumerate(request.frames, start=1):
        canvas = SvgCanvas(
            frame.size,
            request.read_asset,
            frame.background,
            text=text,
            title=request.title,
            language=request.language,
        )
        draw(frame, canvas, hide_text=request.hide_text)
        file_name = f"{stem}.svg" if number == 1 else f"{stem}-{number}.svg"
        made.append(written(request.folder / file_name, canvas.markup(), name, frame.size))
    return tuple(made)
