"""Export, and what an exporter is asked for."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from compositor.canvas.base import ReadAsset
from compositor.errors import InvalidValue
from compositor.layout.frame import Frame

__all__ = ["Export", "ExportRequest", "written"]


@dataclass(frozen=True, kw_only=True)
class Export:
    """A written file.

    Attributes:
        path: Where it is.
        format: Name in `compositor.export.EXPORTERS`.
        width: In pixels for pictures, in px for SVG and PDF (of the first page).
        height: Likewise.
        sha256: Of its bytes.
        bytes: How many there are.
    """

    path: Path
    format: str
    width: float
    height: float
    sha256: str
    bytes: int


@dataclass(frozen=True, kw_only=True)
class ExportRequest:
    """What an exporter is asked for.

    Attributes:
        frames: The pages.
        read_asset: Gives the bytes of an asset by SHA-256.
        folder: Where to write; it exists.
        stem: File name without suffix, for formats named after the design.
        title: For formats that carry one.
        language: BCP 47.
        scale: Pixels per px, for pictures.
        hide_text: Leave out every text item.
    """

    frames: tuple[Frame, ...]
    read_asset: ReadAsset
    folder: Path
    stem: str
    title: str
    language: str
    scale: float
    hide_text: bool


def written(path: Path, data: bytes, format_name: str, size: tuple[float, float]) -> Export:
    """Write the bytes, all or nothing, and return the record.

    Raises:
        InvalidValue: The folder cannot be written to.
    """
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        raise InvalidValue(
            f"cannot write {path}: {error.strerror}; choose another folder"
        ) from error
    return Export(
        path=path,
        format=format_name,
        width=size[0],
        height=size[1],
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
    )
