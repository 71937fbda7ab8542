"""What is drawn for every trade and every style when a brief names no subject: two of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from compositor.document import AssetStore
from compositor.geometry import Box
from generators.art import Art
from generators.base import PictureRequest, Ticket
from knowledge import industries, resolve_theme, styles
from ui.gallery.plate import Cell, drawn_pixels, write_plates

__all__ = ["build", "picture_cell"]

_CELL_PX = 220
_SIZE = (480.0, 640.0)
_COPY = Box(0.08, 0.05, 0.84, 0.24)
_HERO = Box(0.10, 0.34, 0.80, 0.60)


def build(folder: Path) -> list[Path]:
    """Write the plates and return the files."""
    target = folder / "pictures"
    trades = write_plates(
        target, "trades", "Trades, two pictures each", _trades(), columns=6, rows=4
    )
    worlds = write_plates(
        target, "styles", "Styles, two pictures each", _styles(), columns=6, rows=4
    )
    return [*trades, *worlds]


def _trades() -> Iterator[Cell]:
    for name, trade in industries().items():
        for seed in (1, 2):
            style = trade.styles[(seed - 1) % len(trade.styles)]
            yield _cell(style, name, seed, f"{name}, {style}".replace("_", " "))


def _styles() -> Iterator[Cell]:
    for name in styles():
        for seed in (1, 2):
            yield _cell(name, "", seed, name.replace("_", " "))


def _cell(style: str, industry: str, seed: int, caption: str) -> Cell:
    theme = resolve_theme((style,), industry, (), seed=seed)
    request = PictureRequest(
        theme=theme, width=_SIZE[0], height=_SIZE[1], calm=(_COPY,), hero_box=_HERO, seed=seed,
        medium="vector",
    )  # fmt: skip
    return picture_cell(request, caption)


def picture_cell(request: PictureRequest, caption: str) -> Cell:
    """Return what the house generator answers a request with."""
    store = AssetStore()
    made = Art().make(request, Ticket(assets=store))
    size = (request.width, request.height)
    ground = request.theme.palette.ground
    pixels = drawn_pixels((made.layer,), size, ground, _CELL_PX, (store, made.assets))
    return Cell(pixels=pixels, caption=caption)
