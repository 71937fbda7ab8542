"""The one-page VI sheet: logo, versions, rules, palette, type, pattern and two applications."""

from __future__ import annotations

from typing import NamedTuple

from brand_kits.kit import BrandKit
from brand_kits.lockup import build_lockup, natural_arrangement
from brand_kits.manual.applications import application_tile, fitting_applications
from brand_kits.manual.palette_tile import palette_tile
from brand_kits.manual.pattern import pattern
from brand_kits.manual.tiles import (
    TileLabel,
    clear_space_tile,
    logo_tile,
    mono_tile,
    panel,
    section_label,
    size_tile,
)
from brand_kits.manual.type_tile import type_tile
from brand_kits.recolor import full_color, on_color
from compositor.document import Document, Layer, Page
from compositor.geometry import Affine, Box
from compositor.typography.fonts import FontSet

__all__ = ["REFERENCE_SIZE", "build_one_sheet"]

REFERENCE_SIZE = (1920.0, 1280.0)
"""px; type sizes and margins are made for it and scale with the page."""

_MARGIN = 48.0
_GAP = 14.0

_LAYOUTS: tuple[dict[str, tuple[float, float, float, float]], ...] = (
    {
        "hero": (0, 0, 6, 5), "reversed": (6, 0, 3, 2.5), "black": (9, 0, 3, 1.25),
        "white": (9, 1.25, 3, 1.25), "clear": (6, 2.5, 3.5, 2.5), "sizes": (9.5, 2.5, 2.5, 2.5),
        "palette": (0, 5, 6.5, 3), "type": (6.5, 5, 5.5, 3),
        "pattern": (0, 8, 3, 3.2), "first": (3, 8, 5, 3.2), "second": (8, 8, 4, 3.2),
    },
    {
        "reversed": (0, 0, 3, 2.4), "clear": (0, 2.4, 3, 2.4), "hero": (3, 0, 6, 4.8),
        "pattern": (9, 0, 3, 4.8), "palette": (0, 4.8, 7, 3), "black": (7, 4.8, 2.5, 1.5),
        "white": (7, 6.3, 2.5, 1.5), "sizes": (9.5, 4.8, 2.5, 3),
        "type": (0, 7.8, 5.2, 3.4), "first": (5.2, 7.8, 3.6, 3.4),
        "second": (8.8, 7.8, 3.2, 3.4),
    },
)  # fmt: skip
"""Tiles as (column, row, columns, rows) of a 12 × 11.2 grid."""


class Sheet(NamedTuple):
    """What the sheet is built with."""

    kit: BrandKit
    fonts: FontSet
    boxes: dict[str, Box]


def build_one_sheet(
    kit: BrandKit,
    fonts: FontSet,
    *,
    size: tuple[float, float] = REFERENCE_SIZE,
    applications: tuple[str, str] | None = None,
    seed: int = 0,
) -> Document:
    """Return the sheet.

    Args:
        kit: The brand.
        fonts: The font set.
        size: Landscape page, px; composed at the reference size and scaled to fit.
        applications: Names in `APPLICATIONS`; None picks by the trade.
        seed: Picks the layout of the tiles.
    """
    width, height = REFERENCE_SIZE
    grid = Box(_MARGIN, _MARGIN, width - 2 * _MARGIN, height - 2 * _MARGIN)
    boxes = {name: _cell(grid, *at) for name, at in _LAYOUTS[seed % len(_LAYOUTS)].items()}
    sheet = Sheet(kit, fonts, boxes)
    pair = applications or fitting_applications(kit.theme.industry)
    layers = [*_logo_tiles(sheet), *_rule_tiles(sheet), *_use_tiles(sheet, pair)]
    scale = min(size[0] / width, size[1] / height)
    layers = _scaled(layers, scale, size)
    page = Page(
        id="page-1",
        name="VI",
        width=size[0],
        height=size[1],
        margin=_MARGIN * scale * 0.9,
        background=kit.theme.palette.paint("ground"),
        layers=tuple(layers),
    )
    return Document(
        title=f"{kit.name} VI".strip(),
        kind="vi_sheet",
        language=kit.language,
        pages=(page,),
        labels={
            "style": kit.theme.style,
            "applications": ", ".join(pair),
            "min_mark_px": f"{kit.rules.min_mark_px:g}",
        },
    )


def _cell(grid: Box, column: float, row: float, columns: float, rows: float) -> Box:
    """A tile's box; neighbors stay one gap apart and outer edges meet the margin."""
    w, h = (grid.width + _GAP) / 12, (grid.height + _GAP) / 11.2
    return Box(
        round(grid.x + column * w, 1),
        round(grid.y + row * h, 1),
        round(columns * w - _GAP, 1),
        round(rows * h - _GAP, 1),
    )


def _logo_tiles(sheet: Sheet) -> list[Layer]:
    """The hero on the brand color and the versions beside it."""
    kit, fonts, boxes = sheet
    palette = kit.theme.palette
    hero = boxes["hero"]
    arranged = natural_arrangement(kit, 1.4)
    brand = on_color(palette, palette.paint("primary"), kit.mark)
    if palette.primary.oklch.chroma < 0.04:
        brand = full_color(palette, kit.mark)._replace(ground=palette.paint("surface"))
    room = (hero.width * 0.66, hero.height * (0.62 if kit.has_name else 0.58))
    lockup = build_lockup(kit, arranged, brand, room, fonts, prefix="hero-")
    lockup = lockup.moved(
        hero.center.x - lockup.ink.width / 2, hero.center.y - lockup.ink.height / 2
    )
    paper = full_color(palette, kit.mark)
    other = "stacked" if arranged == "horizontal" else arranged
    found: list[Layer] = [
        panel("hero-tile", hero, brand.ground),
        lockup.layer,
        section_label(TileLabel("hero-label", "标志 Logo", hero, brand.ground), kit, fonts),
    ]
    surface = palette.paint("surface")
    label = TileLabel("full-color", "标准彩稿 Full color", boxes["reversed"], surface)
    found += logo_tile(kit, label, other, paper._replace(ground=surface), fonts)
    found += mono_tile(kit, boxes["black"], arranged, fonts, is_dark=False)
    found += mono_tile(kit, boxes["white"], arranged, fonts, is_dark=True)
    return found


def _rule_tiles(sheet: Sheet) -> list[Layer]:
    kit, fonts, boxes = sheet
    arranged = natural_arrangement(kit, 1.4)
    return [
        *clear_space_tile(kit, boxes["clear"], arranged, fonts),
        *size_tile(kit, boxes["sizes"], fonts),
        *palette_tile(kit, boxes["palette"], fonts),
        *type_tile(kit, boxes["type"], fonts),
    ]


def _use_tiles(sheet: Sheet, pair: tuple[str, str]) -> list[Layer]:
    kit, fonts, boxes = sheet
    palette = kit.theme.palette
    box = boxes["pattern"]
    dark = palette.ink if not palette.is_dark else palette.ground
    ground = palette.paint("ink" if dark == palette.ink else "surface")
    inks = on_color(palette, ground)
    first = palette.paint("surface")
    second = palette.paint("accent")
    if second.color.oklch.lightness < 0.35 or kit.theme.params.saturation < 0.35:
        second = palette.paint("surface")
    return [
        panel("pattern-tile", box, ground),
        pattern(kit, box, inks, "pat-", rows=3 if box.height < 400 else 5),
        *application_tile(kit, pair[0], boxes["first"], first, fonts, "app1-"),
        *application_tile(kit, pair[1], boxes["second"], second, fonts, "app2-"),
    ]


def _scaled(layers: list[Layer], scale: float, size: tuple[float, float]) -> list[Layer]:
    """Layers placed on a page of another size; at the reference size they stay as they are."""
    dx = (size[0] - REFERENCE_SIZE[0] * scale) / 2
    dy = (size[1] - REFERENCE_SIZE[1] * scale) / 2
    if scale == 1 and not dx and not dy:
        return layers
    place = Affine(scale, 0, 0, scale, dx, dy)
    return [
        layer.model_copy(update={"transform": layer.transform.then(place)}) for layer in layers
    ]
