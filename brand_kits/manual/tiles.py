"""Tiles that show the logo: on a ground, in one color, with its clear space, at small sizes."""

from __future__ import annotations

from typing import NamedTuple

from brand_kits.kit import BrandKit
from brand_kits.line import LineStyle, label_font, line
from brand_kits.lockup import Arrangement, Lockup, build_lockup, mark_ink, placed_mark
from brand_kits.recolor import LogoInks, full_color, mono
from compositor.color.color import BLACK, WHITE
from compositor.color.palette import with_contrast
from compositor.document import (
    Layer,
    Shape,
    SolidPaint,
    Stroke,
    TextLayer,
    VectorLayer,
    solid,
)
from compositor.geometry import Box, Path
from compositor.geometry.shapes import rectangle
from compositor.typography.fonts import FontSet

__all__ = [
    "LABEL_PX",
    "PAD_PX",
    "TileLabel",
    "clear_space_tile",
    "hairline",
    "logo_tile",
    "mono_tile",
    "panel",
    "section_label",
    "size_tile",
]

LABEL_PX = 14.0
PAD_PX = 22.0
_LOW_PX = 200.0
"""Below this height a tile's label and logo share one line."""


class TileLabel(NamedTuple):
    """A tile's name, where it stands, and on what color.

    Attributes:
        id: Of the text layer.
        text: Chinese, a space, English.
        box: The tile.
        ground: Its color.
    """

    id: str
    text: str
    box: Box
    ground: SolidPaint


def panel(
    layer_id: str, box: Box, paint: SolidPaint, *, rim: SolidPaint | None = None
) -> VectorLayer:
    """Return a filled tile, with a hairline when it has the page's own color."""
    stroke = Stroke(paint=rim, width=1.0, cap="butt", join="miter") if rim else None
    shown = box.inset(0.5) if rim else box
    return VectorLayer(
        id=layer_id,
        name="Tile",
        role="frame",
        shapes=(Shape(path=rectangle(shown), fill=paint, stroke=stroke),),
    )


def hairline(kit: BrandKit) -> SolidPaint:
    """Return the tone of a tile's rim on the page's ground."""
    palette = kit.theme.palette
    return solid(palette.ground.mixed(palette.ink, 0.14))


def section_label(label: TileLabel, kit: BrandKit, fonts: FontSet) -> TextLayer:
    """Return a tile's name at its top left, readable on its ground."""
    font = label_font(kit.theme.type["caption"].font, fonts).model_copy(update={"weight": 500})
    ink = solid(with_contrast(kit.theme.palette.muted, label.ground.color, 4.6))
    at = (label.box.x + PAD_PX, label.box.y + PAD_PX + LABEL_PX * 0.75)
    return line(label.id, label.text, LineStyle(font, LABEL_PX, ink, 0.02), at, fonts)


def logo_tile(
    kit: BrandKit,
    label: TileLabel,
    arranged: Arrangement,
    inks: LogoInks,
    fonts: FontSet,
    *,
    has_rim: bool = False,
) -> list[Layer]:
    """Return the logo on a ground, as large as the tile bears; ids grow from the label's."""
    box, prefix = label.box, label.id
    is_low = box.height < _LOW_PX
    room = (box.width * (0.44 if is_low else 0.64), box.height * 0.54)
    lockup = build_lockup(
        kit, arranged, inks, room, fonts, prefix=f"{prefix}-", with_tagline=False
    )
    y = box.center.y - lockup.ink.height / 2 + (0 if is_low else LABEL_PX * 0.5)
    x = box.center.x - lockup.ink.width / 2
    if is_low:
        x = box.right - PAD_PX * 1.6 - lockup.ink.width
    rim = hairline(kit) if has_rim else None
    return [
        panel(f"{prefix}-tile", box, inks.ground, rim=rim),
        lockup.moved(x, y).layer,
        section_label(label, kit, fonts),
    ]


def mono_tile(
    kit: BrandKit, box: Box, arranged: Arrangement, fonts: FontSet, *, is_dark: bool
) -> list[Layer]:
    """Return the one-color version, black on white or white on black."""
    inks = mono(BLACK if is_dark else WHITE)
    text = "单色反白 Mono white" if is_dark else "单色墨稿 Mono black"
    label = TileLabel("mono-white" if is_dark else "mono-black", text, box, inks.ground)
    return logo_tile(kit, label, arranged, inks, fonts, has_rim=not is_dark)


def clear_space_tile(
    kit: BrandKit, box: Box, arranged: Arrangement, fonts: FontSet
) -> list[Layer]:
    """Return the logo in its free space: dashed rim, corners of one X, the rule in words."""
    palette = kit.theme.palette
    ground = palette.paint("ground")
    inks = full_color(palette, kit.mark)
    room = (box.width * 0.5, box.height * 0.36)
    lockup = build_lockup(kit, arranged, inks, room, fonts, prefix="clear-", with_tagline=False)
    lockup = lockup.moved(
        box.center.x - lockup.ink.width / 2, box.center.y - lockup.ink.height / 2 + 8
    )
    rules = kit.rules
    by_cap = lockup.cap_px * rules.clear_of_cap > lockup.mark_px * rules.clear_of_mark
    basis = "X = 1/2 字高 cap height" if by_cap else "X = 1/4 标志高 mark height"
    return [
        panel("clear-tile", box, ground, rim=hairline(kit)),
        *_guides(kit, lockup, fonts),
        lockup.layer,
        section_label(
            TileLabel("clear-label", "安全空间 Clear space", box, ground), kit, fonts
        ),
        _note(kit, "clear-rule", basis, box, fonts),
    ]


def _guides(kit: BrandKit, lockup: Lockup, fonts: FontSet) -> list[Layer]:
    palette = kit.theme.palette
    guide = palette.paint("accent" if palette.accent != palette.primary else "muted")
    x = lockup.clear_px
    outer = lockup.ink.inset(-x)
    corners = [
        Box(cx, cy, x, x)
        for cx in (outer.x, outer.right - x)
        for cy in (outer.y, outer.bottom - x)
    ]
    rim = Stroke(paint=guide, width=1.2, cap="butt", join="miter", dashes=(5.0, 4.0))
    fine = Stroke(paint=guide, width=1.0, cap="butt", join="miter")
    soft = solid(guide.color.with_opacity(0.14))
    font = label_font(kit.theme.type["caption"].font, fonts).model_copy(update={"weight": 600})
    ink = solid(with_contrast(guide.color, palette.ground, 6.0))
    style = LineStyle(font, min(14.0, max(11.0, x * 0.5)), ink)
    letters: list[Layer] = [
        line(
            f"clear-x-{i + 1}",
            "X",
            style,
            (corner.center.x, corner.center.y + style.size * 0.35),
            fonts,
            align="center",
        )
        for i, corner in enumerate(corners)
        if x >= 18
    ]
    shapes = (
        Shape(path=rectangle(outer), stroke=rim),
        Shape(path=rectangle(lockup.ink), stroke=fine),
        Shape(path=Path.join(rectangle(c) for c in corners), fill=soft),
    )
    guides = VectorLayer(
        id="clear-guides", name="Clear space", role="decoration", shapes=shapes
    )
    return [guides, *letters]


def size_tile(kit: BrandKit, box: Box, fonts: FontSet) -> list[Layer]:
    """Return the mark at falling sizes down to 16 px, and the minimum in words."""
    palette = kit.theme.palette
    ground = palette.paint("ground")
    inks = full_color(palette, kit.mark)
    least = kit.rules.min_mark_px
    sizes = tuple(sorted({max(64.0, least), max(32.0, least), least}, reverse=True))
    if box.height > 300 and box.width > 420:
        sizes = (128.0, *sizes)
    ink = mark_ink(kit)
    longest = max(ink.width, ink.height)
    gap = min(54.0, (box.width - 2 * PAD_PX - sum(sizes)) / len(sizes))
    x = box.center.x - (sum(sizes) + gap * (len(sizes) - 1)) / 2
    foot = box.center.y + sizes[0] / 2 + 2
    rules = kit.rules
    label = TileLabel("size-label", "最小尺寸 Minimum size", box, ground)
    found: list[Layer] = [
        panel("size-tile", box, ground, rim=hairline(kit)),
        section_label(label, kit, fonts),
        _note(
            kit, "size-rule", f"{rules.min_mark_px:g} px · {rules.min_mark_mm:g} mm", box, fonts
        ),
    ]
    style = _note_style(kit, fonts)
    for size in sizes:
        w, h = size * ink.width / longest, size * ink.height / longest
        spot = Box(x + (size - w) / 2, foot - h, w, h)
        found.append(placed_mark(kit, inks, spot, f"size-{size:g}-"))
        at = (x + size / 2, foot + 28)
        found.append(line(f"size-{size:g}", f"{size:g} px", style, at, fonts, align="center"))
        x += size + gap
    return found


def _note_style(kit: BrandKit, fonts: FontSet) -> LineStyle:
    font = label_font(kit.theme.type["caption"].font, fonts)
    return LineStyle(font, 13.0, kit.theme.palette.paint("muted"), 0.01)


def _note(kit: BrandKit, layer_id: str, text: str, box: Box, fonts: FontSet) -> TextLayer:
    """A rule in words at the tile's top right."""
    at = (box.right - PAD_PX, box.y + PAD_PX + LABEL_PX * 0.75)
    return line(layer_id, text, _note_style(kit, fonts), at, fonts, align="right")
