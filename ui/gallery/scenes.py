"""Every scene twice, empty: by day on a light theme, by night on a dark one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from compositor.document import AssetStore
from compositor.geometry import Box
from generators.vector.patterns.sheet import Sheet
from generators.vector.scenes import SCENES, draw_scene
from knowledge import resolve_theme
from ui.gallery.plate import Cell, drawn_pixels, write_plates

__all__ = ["build"]

_STYLES = ("cream", "tech")
_FESTIVE = ("new_chinese", "festive_red")
_CELL_PX = 330
_SIZE = (660.0, 880.0)


def build(folder: Path) -> list[Path]:
    """Write the plates and return the files."""
    return write_plates(
        folder / "scenes", "scenes", "Scenes: day and night", _cells(), columns=4, rows=3
    )


def _cells() -> Iterator[Cell]:
    for name in SCENES:
        for style in _FESTIVE if name.endswith("_cn") else _STYLES:
            store = AssetStore()
            theme = resolve_theme((style,), "", (), seed=2)
            sheet = Sheet(*_SIZE, theme, 4, store, occupied=False)
            sheet.hero = Box(110, 330, 440, 480)
            draw_scene(name, sheet)
            pixels = drawn_pixels(
                sheet.layers, _SIZE, theme.palette.ground, _CELL_PX, (store, sheet.assets)
            )
            yield Cell(pixels=pixels, caption=f"{name}, {style}".replace("_", " "))
