"""export_document: write a finished document as files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from compositor.document import Document
from compositor.document.frozen import Frozen
from compositor.errors import InvalidValue, UnsupportedFormat
from compositor.export import Export, export
from compositor.export.base import written
from compositor.typography.fonts import default_fonts
from tools.base import (
    Exported,
    ExportedFile,
    Made,
    Phase,
    Tool,
    ToolResult,
    Workbench,
    step_field,
)
from tools.errors import WrongArguments

__all__ = ["ExportArguments", "ExportDocument"]

_FOLDER = re.compile(r"\w[\w.\-]*(/\w[\w.\-]*)*")


class ExportArguments(Frozen):
    """What to write, as what, and where."""

    document: str = step_field("document", "Step that made the document.")
    formats: Annotated[tuple[str, ...], Field(min_length=1)] = ("png", "svg", "pdf")
    """Any of png, jpg, webp, svg, svg-outlined and pdf."""
    folder: str = "design"
    """Folder of the run to write into, such as ``poster/variant-1``; never absolute."""
    scale: float = Field(gt=0, le=16, default=1.0)
    """Pixels per px, for pictures."""


class ExportDocument(Tool[ExportArguments]):
    """Writes document.json and every format asked for."""

    name: ClassVar[str] = "export_document"
    summary: ClassVar[str] = "Write a document to PNG, JPEG, WebP, SVG or PDF, and as JSON."
    phase: ClassVar[Phase] = "render"
    arguments = ExportArguments

    def run(self, arguments: ExportArguments, bench: Workbench) -> ToolResult:
        """Write the files and return what was written.

        Raises:
            WrongArguments: The folder leaves the run or cannot be written, a format does not
                exist, or a picture would be too large.
        """
        folder = _folder(arguments.folder, bench.out)
        made = bench.find(arguments.document, Made)
        document = Document.from_json(made.document.to_json())
        bench.progress(0.1, "laying out")
        try:
            files = export(
                document,
                folder,
                arguments.formats,
                default_fonts(),
                bench.assets,
                scale=arguments.scale,
            )
            text = document.to_json().encode()
            source = written(folder / "document.json", text, "json", document.pages[0].size)
        except (InvalidValue, UnsupportedFormat) as error:
            raise WrongArguments(str(error)) from error
        bench.progress(1.0, "written")
        listed = tuple(_listed(file, bench.out) for file in (source, *files))
        return ToolResult(
            made=Exported(files=listed),
            note=f"wrote {', '.join(arguments.formats)} of {document.title or 'the design'} "
            f"to {arguments.folder}",
        )


def _folder(name: str, out: Path) -> Path:
    if not _FOLDER.fullmatch(name):
        raise WrongArguments(
            f"folder {name!r} must be a relative name such as poster/variant-1, "
            "without .. or a leading slash"
        )
    return out / name


def _listed(file: Export, out: Path) -> ExportedFile:
    return ExportedFile(
        path=file.path.relative_to(out).as_posix(),
        format=file.format,
        sha256=file.sha256,
        bytes=file.bytes,
        width=file.width,
        height=file.height,
    )
