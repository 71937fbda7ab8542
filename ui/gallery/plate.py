"""Plate: a titled grid of small pictures with captions, written as one light WebP.

Lengths are px of a page 1440 wide; cells keep the proportions they are drawn in.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from compositor.color import Color
from compositor.document import (
    Asset,
    AssetStore,
    Document,
    FontChoice,
    ImageLayer,
    Layer,
    Page,
    Provenance,
    TextLayer,
    TextRun,
    solid,
)
from compositor.drawing import render
from compositor.geometry import Box
from compositor.layout.lay_out import lay_out
from compositor.typography.fonts import default_fonts

__all__ = ["MOST_BYTES", "Cell", "caption", "drawn_pixels", "light", "write_plates"]

MOST_BYTES: Final = 300_000
"""Of one page."""

_WIDTH: Final = 1440.0
_MARGIN: Final = 36.0
_GAP: Final = 10.0
_HEAD: Final = 92.0
_CAPTION: Final = 24.0
_LEAST_PX: Final = 320
_QUALITIES: Final = (80, 70, 60, 50, 40, 30)
_FAMILIES: Final = ("Inter", "Noto Sans SC")
_INK, _QUIET, _SHEET = "#17191C", "#6A6760", "#F4F1EA"


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One picture on a plate.

    Attributes:
        pixels: RGB or RGBA.
        caption: Below it; may be empty.
    """

    pixels: NDArray[np.uint8]
    caption: str = ""


def drawn_pixels(
    layers: Sequence[Layer],
    size: tuple[float, float],
    ground: Color,
    width_px: int,
    assets: tuple[AssetStore, dict[str, Asset]],
) -> NDArray[np.uint8]:
    """Return layers drawn on a ground as RGB, `width_px` wide.

    Args:
        layers: Bottom first.
        size: Of the sheet they were made for, px.
        ground: What lies below them.
        width_px: Of the result.
        assets: The store, and the pictures the layers refer to.
    """
    page = Page(
        id="cell", width=size[0], height=size[1], background=solid(ground), layers=tuple(layers)
    )
    document = Document(pages=(page,), assets=assets[1])
    frame = lay_out(document, default_fonts(), assets[0])[0]
    pixels: NDArray[np.uint8] = render(frame, assets[0].read, width_px / size[0])[..., :3]
    return pixels


def write_plates(
    folder: Path, stem: str, title: str, cells: Iterable[Cell], *, columns: int, rows: int
) -> list[Path]:
    """Write cells on as many plates as they need and return the files.

    Args:
        folder: Where; it is made.
        stem: Files are named ``stem-1.webp`` and so on.
        title: At the head of each plate.
        cells: Row by row; all of one shape.
        columns: Of a plate.
        rows: Of a plate.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept = list(cells)
    per_plate = columns * rows
    written = []
    for number, start in enumerate(range(0, len(kept), per_plate), 1):
        path = folder / f"{stem}-{number}.webp"
        picture = _plate(f"{title}", number, kept[start : start + per_plate], columns)
        path.write_bytes(light(picture))
        written.append(path)
    for old in sorted(folder.glob(f"{stem}-*.webp")):
        if old not in written and old.stem.removeprefix(f"{stem}-").isdecimal():
            old.unlink()
    return written


def light(picture: Image.Image) -> bytes:
    """Return the picture as WebP, as good and as large as the page limit allows."""
    while True:
        for quality in _QUALITIES:
            buffer = io.BytesIO()
            picture.save(buffer, "WEBP", quality=quality, method=4)
            if buffer.tell() <= MOST_BYTES or picture.width <= _LEAST_PX:
                return buffer.getvalue()
        size = (round(0.8 * picture.width), round(0.8 * picture.height))
        picture = picture.resize(size, Image.Resampling.LANCZOS)


def _plate(title: str, number: int, cells: Sequence[Cell], columns: int) -> Image.Image:
    store = AssetStore()
    assets: dict[str, Asset] = {}
    wide = (_WIDTH - 2 * _MARGIN - (columns - 1) * _GAP) / columns
    tall = wide * cells[0].pixels.shape[0] / cells[0].pixels.shape[1]
    step = tall + _CAPTION + _GAP
    height = round(_HEAD + step * -(-len(cells) // columns) + _MARGIN)
    layers: list[Layer] = [
        caption("title", title, Box(_MARGIN, 28, 1100, 44), 30, weight=700),
        caption(
            "number", f"{number}", Box(_WIDTH - 200, 30, 200 - _MARGIN, 40), 26, align="right"
        ),
    ]
    for index, cell in enumerate(cells):
        x = _MARGIN + (index % columns) * (wide + _GAP)
        y = _HEAD + (index // columns) * step
        buffer = io.BytesIO()
        Image.fromarray(cell.pixels).save(buffer, "PNG", compress_level=1)
        asset = store.add(buffer.getvalue(), Provenance(source="gallery", license="CC0-1.0"))
        assets[asset.sha256] = asset
        layers.append(
            ImageLayer(
                id=f"cell-{index}", asset=asset.sha256, box=Box(x, y, wide, tall), fit="fill"
            )
        )
        if cell.caption:
            place = Box(x, y + tall + 3, wide, _CAPTION - 4)
            layers.append(caption(f"caption-{index}", cell.caption, place, 13.5, quiet=True))
    page = Page(
        id="plate", width=_WIDTH, height=height, background=solid(_SHEET), layers=tuple(layers)
    )
    frame = lay_out(Document(pages=(page,), assets=assets), default_fonts(), store)[0]
    return Image.fromarray(render(frame, store.read)[..., :3])


def caption(
    name: str,
    words: str,
    box: Box,
    size: float,
    *,
    weight: int = 400,
    quiet: bool = False,
    align: Literal["left", "right"] = "left",
    lines: int = 1,
) -> TextLayer:
    """Return words of a gallery page, in its own type; smaller where they would not fit."""
    run = TextRun(
        text=words,
        font=FontChoice(families=_FAMILIES, weight=weight),
        size=size,
        paint=solid(_QUIET if quiet else _INK),
    )
    has_hanzi = any("\u4e00" <= c <= "\u9fff" for c in words)
    return TextLayer(
        id=name,
        box=box,
        runs=(run,),
        align=align,
        leading=1.4 if lines == 1 else 1.28,
        max_lines=lines,
        fit="shrink",
        language="zh-Hans" if has_hanzi else "en",
    )
