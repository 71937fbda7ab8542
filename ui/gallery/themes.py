"""Every style: its words in its faces, its roles, its surface, and three more seeds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

from compositor.color import Color
from compositor.document import (
    Asset,
    AssetStore,
    GroupLayer,
    Layer,
    TextLayer,
    TextRun,
    VectorLayer,
    solid,
)
from compositor.document.layer import Shape
from compositor.document.paint import Paint
from compositor.geometry import Affine, Box
from compositor.geometry.shapes import rectangle, rounded_rectangle
from compositor.layout.theme import PaletteRole, Theme, TypeRole
from generators.base import PictureRequest, Ticket
from generators.vector.picture import draw_picture
from knowledge import resolve_theme, style, styles
from knowledge.type_settings import available_families
from ui.gallery.plate import Cell, drawn_pixels, write_plates

__all__ = ["build"]

_WIDTH: Final = 480.0
_HEIGHT: Final = 348.0
_CELL_PX: Final = 480
_PANEL: Final = Box(338, 0, 142, 262)
"""Where the style's surface is shown."""

_ROLES: Final[tuple[PaletteRole, ...]] = (
    "surface",
    "primary",
    "accent",
    "accent2",
    "muted",
    "ink",
)
_MORE_SEEDS: Final = (1, 2, 3)
_LINE_HANS: Final = "山高月小，水落石出。"
_LINE_LATIN: Final = "Moonlit hills, 1080"


def build(folder: Path) -> list[Path]:
    """Write the plates and return the files."""
    title = "Themes: 78 styles, first seed large, three more below"
    return write_plates(folder / "themes", "themes", title, _cells(), columns=3, rows=4)


def _cells() -> Iterator[Cell]:
    for style_id in styles():
        store = AssetStore()
        theme = resolve_theme((style_id,), seed=0)
        assets: dict[str, Asset] = {}
        layers = [*_surface(theme, store, assets), *_words(theme), *_swatches(theme)]
        pixels = drawn_pixels(
            layers, (_WIDTH, _HEIGHT), theme.palette.ground, _CELL_PX, (store, assets)
        )
        faces = theme.type["display"].font.families
        hans = next(name for name in faces if "hans" in available_families()[name])
        yield Cell(pixels=pixels, caption=f"{style_id}   {faces[0]} · {hans}")


def _surface(theme: Theme, store: AssetStore, assets: dict[str, Asset]) -> Iterator[Layer]:
    """Yield the style's own pattern, cut to the panel."""
    request = PictureRequest(
        theme=theme, width=_PANEL.width * 3, height=_PANEL.height * 3, kind="pattern", seed=5
    )
    picture = draw_picture(request, Ticket(assets=store))
    assets.update(picture.assets)
    yield GroupLayer(
        id="surface",
        transform=Affine(1 / 3, 0, 0, 1 / 3, _PANEL.x, _PANEL.y),
        clip=rectangle(Box(0, 0, request.width, request.height)),
        children=(picture.layer,),
    )


def _words(theme: Theme) -> Iterator[Layer]:
    entry, palette = style(theme.style), theme.palette
    name = entry.name_en.split(" / ")[0]
    yield _line(theme, "display", "hans", entry.name_zh, Box(22, 16, 304, 66), 54)
    yield _line(theme, "display", "latin", name, Box(22, 88, 304, 46), 36)
    yield _line(theme, "body", "body", f"{_LINE_HANS} {_LINE_LATIN}", Box(22, 142, 304, 24), 15)
    faces = theme.type["body"].font.families
    quiet = f"{faces[0]} · {entry.texture}"
    yield _line(theme, "caption", "caption", quiet, Box(22, 168, 304, 18), 11, palette.muted)
    radius = 20 * theme.params.radius
    for role, on, words, box in (
        ("primary", palette.on_primary, "预约 Book", Box(22, 204, 132, 40)),
        ("accent", palette.on_accent, "新品 New", Box(166, 204, 104, 40)),
    ):
        color: Color = getattr(palette, role)
        yield _filled(f"{role}-button", box, solid(color), radius)
        yield _line(theme, "subhead", f"{role}-words", words, box, 16, on, align="center")


def _line(
    theme: Theme,
    role: TypeRole,
    name: str,
    words: str,
    box: Box,
    size: float,
    color: Color | None = None,
    *,
    align: Literal["left", "center"] = "left",
) -> TextLayer:
    setting = theme.type[role]
    is_hans = any(ord(character) > 0x2E80 for character in words)
    run = TextRun(
        text=words.upper() if setting.uppercase else words,
        font=setting.font,
        size=size,
        paint=solid(color or theme.palette.ink),
        tracking=setting.tracking_cjk if is_hans else setting.tracking,
    )
    return TextLayer(
        id=name,
        box=box,
        runs=(run,),
        align=align,
        valign="middle",
        max_lines=1,
        fit="shrink",
        leading=setting.leading_cjk if is_hans else setting.leading,
        language="zh-Hans" if is_hans else "en",
    )


def _swatches(theme: Theme) -> Iterator[Layer]:
    """Yield the roles in a row, and below them what three other seeds make of the style."""
    wide = _WIDTH / len(_ROLES)
    for index, role in enumerate(_ROLES):
        box = Box(index * wide, _PANEL.bottom, wide, 42)
        yield _filled(f"role-{role}", box, theme.palette.paint(role))
    band = _WIDTH / len(_MORE_SEEDS)
    for place, seed in enumerate(_MORE_SEEDS):
        palette = resolve_theme((theme.style,), seed=seed).palette
        left = place * band
        top = _PANEL.bottom + 42
        yield _filled(f"seed-{seed}", Box(left, top, band, 44), palette.paint("ground"))
        for index, color in enumerate(
            (palette.ink, palette.primary, palette.accent, palette.accent2)
        ):
            box = Box(left + 14 + index * 34, top + 10, 30, 24)
            yield _filled(f"seed-{seed}-{index}", box, solid(color))


def _filled(name: str, box: Box, paint: Paint, radius: float = 0.0) -> VectorLayer:
    return VectorLayer(
        id=name, shapes=(Shape(path=rounded_rectangle(box, radius), fill=paint),)
    )
