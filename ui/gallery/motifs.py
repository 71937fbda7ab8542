"""Every motif in every hand, four to a row of one motif."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from compositor.document import AssetStore, GroupLayer
from compositor.geometry import Affine
from compositor.layout.theme import Palette
from generators.vector.motifs import MOTIFS, TREATMENTS, MotifDrawing, MotifRequest, draw_motif
from knowledge import resolve_theme
from ui.gallery.plate import Cell, drawn_pixels, write_plates

__all__ = ["build"]

_CELL_PX = 176
_STYLES = ("cream", "flat_illustration", "fresh", "dopamine", "new_chinese")
"""One theme to a plate, so that recoloring is seen as well."""

_PER_PLATE = 16


def build(folder: Path) -> list[Path]:
    """Write the plates and return the files."""
    title = "Motifs: flat, line, doodle, cut paper"
    return write_plates(folder / "motifs", "motifs", title, _cells(), columns=8, rows=8)


def _cells() -> Iterator[Cell]:
    for place, name in enumerate(MOTIFS):
        style = _STYLES[place // _PER_PLATE % len(_STYLES)]
        palette = resolve_theme((style,), "", (), seed=1).palette
        for treatment in TREATMENTS:
            drawing = draw_motif(
                MotifRequest(
                    name=name, treatment=treatment, palette=palette, seed=3, detail=0.8
                )
            )
            caption = name.replace("_", " ") if treatment == TREATMENTS[0] else ""
            yield Cell(pixels=_framed(drawing, palette), caption=caption)


def _framed(drawing: MotifDrawing, palette: Palette) -> NDArray[np.uint8]:
    """Return the drawing, as large as a square cell with some air allows."""
    solid, whole = drawing.silhouette.bounds, drawing.box
    near, wide = max(solid.width, solid.height, 1.0), max(whole.width, whole.height)
    fits = 1.04 * wide <= 1.4 * near
    side, middle = (1.04 * wide, whole.center) if fits else (1.4 * near, solid.center)
    k = _CELL_PX / side
    move = Affine(k, 0, 0, k, _CELL_PX / 2 - k * middle.x, _CELL_PX / 2 - k * middle.y)
    group = GroupLayer(id="motif", transform=move, children=drawing.layers)
    sheet = (float(_CELL_PX), float(_CELL_PX))
    return drawn_pixels((group,), sheet, palette.ground, _CELL_PX, (AssetStore(), {}))
