"""Every pattern in three themes: pale, loud and dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from compositor.document import AssetStore
from generators.vector.patterns import PATTERNS, Sheet, draw_pattern
from knowledge import resolve_theme
from ui.gallery.plate import Cell, drawn_pixels, write_plates

__all__ = ["build"]

_STYLES = ("cream", "dopamine", "luxury")
_CELL_PX = 220
_SIZE = (660.0, 880.0)


def build(folder: Path) -> list[Path]:
    """Write the plates and return the files."""
    title = "Patterns: " + ", ".join(style.replace("_", " ") for style in _STYLES)
    return write_plates(folder / "patterns", "patterns", title, _cells(), columns=6, rows=4)


def _cells() -> Iterator[Cell]:
    for name in PATTERNS:
        for style in _STYLES:
            store = AssetStore()
            theme = resolve_theme((style,), "", (), seed=1)
            sheet = Sheet(*_SIZE, theme, 5, store, occupied=False)
            draw_pattern(name, sheet)
            caption = name.replace("_", " ") if style == _STYLES[0] else ""
            pixels = drawn_pixels(
                sheet.layers, _SIZE, theme.palette.ground, _CELL_PX, (store, sheet.assets)
            )
            yield Cell(pixels=pixels, caption=caption)
