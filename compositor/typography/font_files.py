"""Font files of a folder, described by what is inside them."""

from __future__ import annotations

import io
import lzma
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTCollection, TTFont, TTLibError

from compositor.errors import MissingFont
from compositor.typography.catalogue import FamilyEntry, FileEntry, LooseSource

__all__ = ["entries_of_folder"]

_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
_PROBES = {"latin": "A", "hans": "国", "arab": "ب", "hebr": "א", "deva": "क", "thai": "ก"}
"""A character that only a font of the script has."""


def entries_of_folder(folder: Path) -> list[FamilyEntry]:
    """Return one entry for each family in a folder and the folders in it, by name.

    Raises:
        MissingFont: The folder cannot be read, or a file in it is not a font.
    """
    if not folder.is_dir():
        raise MissingFont(f"there is no font folder {folder}; name one that exists")
    files: dict[str, list[FileEntry]] = {}
    scripts: dict[str, set[str]] = {}
    for path in sorted(folder.rglob("*")):
        if not path.name.removesuffix(".xz").lower().endswith(_SUFFIXES):
            continue
        for index, font in enumerate(_fonts(path)):
            family, entry = _described(font, path, index)
            files.setdefault(family, []).append(entry)
            scripts.setdefault(family, set()).update(_scripts(font))
    return [
        FamilyEntry.model_validate(
            {
                "family": family,
                "scripts": [s for s in _PROBES if s in scripts[family]],
                "source": LooseSource(loose=tuple(files[family])),
            }
        )
        for family in sorted(files)
    ]


def _fonts(path: Path) -> list[Any]:
    data = path.read_bytes()
    if path.suffix == ".xz":
        data = lzma.decompress(data)
    try:
        if data[:4] == b"ttcf":
            return list(TTCollection(io.BytesIO(data), lazy=True).fonts)
        return [TTFont(io.BytesIO(data), lazy=True)]
    except TTLibError as error:
        raise MissingFont(f"{path.name} is not a font: {error}; take it out") from error


def _described(font: Any, path: Path, index: int) -> tuple[str, FileEntry]:
    names = font["name"]
    family = names.getDebugName(16) or names.getDebugName(1) or path.stem
    axes = (
        {a.axisTag: (a.minValue, a.maxValue) for a in font["fvar"].axes}
        if "fvar" in font
        else {}
    )
    low, high = axes.pop("wght", (0, 0))
    return family, FileEntry(
        file=str(path.resolve()),
        index=index,
        weight=(int(low), int(high)) if high > low else int(font["OS/2"].usWeightClass),
        italic=bool(font["head"].macStyle & 2),
        axes=axes,
    )


def _scripts(font: Any) -> set[str]:
    codes = font.getBestCmap() or {}
    return {name for name, probe in _PROBES.items() if ord(probe) in codes}
