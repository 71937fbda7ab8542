"""Step 7: Frames become files.

Add a format by writing one function that takes an `ExportRequest` and adding one line to
`EXPORTERS`. Modules are imported on first use, so listing them costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Final, cast

from compositor.document import AssetStore, Document
from compositor.errors import InvalidValue, UnsupportedFormat
from compositor.export.base import Export, ExportRequest
from compositor.layout.lay_out import lay_out
from compositor.typography.fonts import FontSet

__all__ = ["EXPORTERS", "Export", "ExportRequest", "export"]

EXPORTERS: Final[dict[str, str]] = {
    "png": "compositor.export.pictures:write_png",
    "jpg": "compositor.export.pictures:write_jpeg",
    "webp": "compositor.export.pictures:write_webp",
    "svg": "compositor.export.svg:write_svg",
    "svg-outlined": "compositor.export.svg:write_outlined_svg",
    "pdf": "compositor.export.pdf:write_pdf",
}
"""Format name → "module:function"."""

_SAME = {"jpeg": "jpg"}


def export(  # noqa: PLR0913 (the last three have defaults)
    document: Document,
    folder: Path,
    formats: Iterable[str],
    fonts: FontSet,
    assets: AssetStore,
    *,
    scale: float = 1.0,
    hide_text: bool = False,
    stem: str = "design",
) -> tuple[Export, ...]:
    """Write the document in every format and return what was written, in that order.

    Pictures are page-1.png and so on; SVG is design.svg, then design-2.svg; one design.pdf
    holds all pages. The document is drawn as its JSON says it, so that a document read back
    from disk gives the same bytes.

    Args:
        document: What to write.
        folder: Created when absent.
        formats: Names in `EXPORTERS`; a repeated one is written once.
        fonts: The faces text may be set in.
        assets: Keeps the pictures the document refers to.
        scale: Pixels per px, for pictures.
        hide_text: Leave out every text item.
        stem: Names SVG and PDF files.

    Raises:
        UnsupportedFormat: A format is not in the table; nothing is written.
        InvalidValue: The folder cannot be written, or a picture would be too large.
    """
    names = list(dict.fromkeys(_SAME.get(name.lower(), name.lower()) for name in formats))
    writers = [_exporter(name) for name in names]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InvalidValue(
            f"cannot create {folder}: {error.strerror}; choose another folder"
        ) from error
    plain = Document.from_json(document.model_dump_json(by_alias=True))
    request = ExportRequest(
        frames=lay_out(plain, fonts, assets),
        read_asset=assets.read,
        folder=folder,
        stem=stem,
        title=plain.title,
        language=plain.language,
        scale=scale,
        hide_text=hide_text,
    )
    return tuple(made for writer in writers for made in writer(request))


def _exporter(name: str) -> Callable[[ExportRequest], tuple[Export, ...]]:
    if name not in EXPORTERS:
        raise UnsupportedFormat(
            f"no exporter writes {name!r}; there are {', '.join(sorted(EXPORTERS))}"
        )
    module_name, function_name = EXPORTERS[name].split(":")
    return cast(
        "Callable[[ExportRequest], tuple[Export, ...]]",
        getattr(import_module(module_name), function_name),
    )
