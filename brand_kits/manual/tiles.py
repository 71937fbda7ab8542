"""Tiles that show the logo: on a ground, in one color, with its clear space, at small sizes."""

from __future__ import annotations

from brand_kits.kit import BrandKit
from brand_kits.line import LineStyle, line
from brand_kits.lockup import Arrangement, build_lockup, mark_ink, placed_mark
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
    "clear_space_tile",
    "ground_tile",
    "mono_tile",
    "panel",
    "section_label",
    "size_tile",
]

LABEL_PX = 14.0
PAD_PX = 22.0


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


def section_label(
    layer_id: str, text: str, kit: BrandKit, box: Box, ground: SolidPaint, fonts: FontSet
) -> TextLayer:
    """Return the tile's name at its top left, readable on its ground."""
    font = kit.theme.type["caption"].font.model_copy(update={"weight": 500})
    base = kit.theme.palette.muted
    ink = solid(with_contrast(base, ground.color, 4.6))
    style = LineStyle(font, LABEL_PX, ink, 0.02)
    return line(
        layer_id, text, style, (box.x + PAD_PX, box.y + PAD_PX + LABEL_PX * 0.75), fonts
    )


def ground_tile(
    kit: BrandKit,
    box: Box,
    arranged: Arrangement,
    fonts: FontSet,
    *,
    prefix: str,
    inks: LogoInks,
    label: str,
    share: float = 0.58,
    rim: SolidPaint | None = None,
) -> list[Layer]:
    """Return the logo on a ground, as large as the tile bears."""
    room = (box.width * (share if box.height >= 200 else 0.44), box.height * 0.54)
    lockup = build_lockup(kit, arranged, inks, room, fonts, prefix=prefix, with_tagline=False)
    # In a low tile the label has no line of its own: the logo stands right of it.
    is_low = bool(label) and box.height < 200
    room_right = box.right - PAD_PX * 1.6 - lockup.ink.width
    x = room_right if is_low else box.center.x - lockup.ink.width / 2
    y = box.center.y - lockup.ink.height / 2 + (LABEL_PX * 0.5 if label and not is_low else 0)
    placed = lockup.moved(x, y)
    found: list[Layer] = [panel(f"{prefix}tile", box, inks.ground, rim=rim), placed.layer]
    if label:
        found.append(section_label(f"{prefix}label", label, kit, box, inks.ground, fonts))
    return found


def mono_tile(
    kit: BrandKit, box: Box, arranged: Arrangement, fonts: FontSet, *, is_dark: bool
) -> list[Layer]:
    """Return the one-color version, black on white or white on black."""
    label = "单色反白 Mono white" if is_dark else "单色墨稿 Mono black"
    return ground_tile(
        kit, box, arranged, fonts,
        prefix="v-white-" if is_dark else "v-black-",
        inks=mono(BLACK if is_dark else WHITE), label=label,
        rim=None if is_dark else _hairline(kit),
    )  # fmt: skip


def clear_space_tile(
    kit: BrandKit, box: Box, arranged: Arrangement, fonts: FontSet
) -> list[Layer]:
    """Return the logo in its free space: dashed rim, corner squares of one X, the rule in words."""
    palette = kit.theme.palette
    inks = full_color(palette, kit.mark)
    prefix = "v-clear-"
    lockup = build_lockup(
        kit, arranged, inks, (box.width * 0.5, box.height * 0.36), fonts,
        prefix=prefix, with_tagline=False,
    )  # fmt: skip
    placed = lockup.moved(
        box.center.x - lockup.ink.width / 2, box.center.y - lockup.ink.height / 2 + 8
    )
    x = placed.clear_px
    outer = placed.ink.inset(-x)
    guide = palette.paint("accent")
    if palette.accent == inks.main.color:
        guide = palette.paint("muted")
    soft = solid(guide.color.with_opacity(0.14))
    corners = [
        Box(cx, cy, x, x)
        for cx in (outer.x, outer.right - x)
        for cy in (outer.y, outer.bottom - x)
    ]
    rim = Stroke(paint=guide, width=1.2, cap="butt", join="miter", dashes=(5.0, 4.0))
    fine = Stroke(paint=guide, width=1.0, cap="butt", join="miter")
    shapes = [
        Shape(path=rectangle(outer), stroke=rim),
        Shape(path=rectangle(placed.ink), stroke=fine),
        Shape(path=Path.join(rectangle(c) for c in corners), fill=soft),
    ]
    ink = solid(with_contrast(guide.color, palette.ground, 4.6))
    font = kit.theme.type["caption"].font.model_copy(update={"weight": 600})
    marks: list[Layer] = [
        line(
            f"{prefix}x-{i}", "X", LineStyle(font, min(14.0, max(11.0, x * 0.5)), ink),
            (c.center.x, c.center.y + 4.6), fonts, align="center", language="en",
        )
        for i, c in enumerate(corners[:1] if x < 20 else corners)
    ]  # fmt: skip
    basis = (
        "X = 1/2 字高 cap height"
        if placed.cap_px * kit.rules.clear_of_cap > placed.mark_px * kit.rules.clear_of_mark
        else "X = 1/4 标志高 mark height"
    )
    note = LineStyle(kit.theme.type["caption"].font, 13.0, palette.paint("muted"), 0.01)
    return [
        panel(f"{prefix}tile", box, palette.paint("ground"), rim=_hairline(kit)),
        VectorLayer(id=f"{prefix}guides", name="Clear space", role="decoration", shapes=tuple(shapes)),
        placed.layer,
        *marks,
        section_label(f"{prefix}label", "安全空间 Clear space", kit, box, palette.paint("ground"), fonts),
        line(f"{prefix}rule", basis, note, (box.right - PAD_PX, box.y + PAD_PX + LABEL_PX * 0.75), fonts, align="right"),
    ]  # fmt: skip


def size_tile(kit: BrandKit, box: Box, fonts: FontSet) -> list[Layer]:
    """Return the mark at 64, 32 and 16 px, true to size, and the minimum in words."""
    palette = kit.theme.palette
    inks = full_color(palette, kit.mark)
    found: list[Layer] = [
        panel("v-size-tile", box, palette.paint("ground"), rim=_hairline(kit))
    ]
    sizes = (
        (128.0, 64.0, 32.0, 16.0)
        if box.height > 300 and box.width > 420
        else (64.0, 32.0, 16.0)
    )
    ink = mark_ink(kit)
    wide = max(ink.width, ink.height)
    gap = min(54.0, (box.width - 2 * PAD_PX - sum(sizes)) / 3)
    total = sum(sizes) + gap * (len(sizes) - 1)
    x = box.center.x - total / 2
    foot = box.center.y + sizes[0] / 2 + 2
    note = LineStyle(kit.theme.type["caption"].font, 13.0, palette.paint("muted"), 0.01)
    for size in sizes:
        w, h = size * ink.width / wide, size * ink.height / wide
        target = Box(x + (size - w) / 2, foot - h, w, h)
        found.append(placed_mark(kit, inks, target, f"v-size-{size:g}-"))
        found.append(
            line(
                f"v-size-label-{size:g}",
                f"{size:g} px",
                note,
                (x + size / 2, foot + 28),
                fonts,
                align="center",
                language="en",
            )
        )
        x += size + gap
    rules = kit.rules
    found.append(
        section_label(
            "v-size-label", "最小尺寸 Minimum size", kit, box, palette.paint("ground"), fonts
        )
    )
    found.append(
        line(
            "v-size-rule", f"{rules.min_mark_px:g} px · {rules.min_mark_mm:g} mm", note,
            (box.right - PAD_PX, box.y + PAD_PX + LABEL_PX * 0.75), fonts, align="right", language="en",
        )
    )  # fmt: skip
    return found


def _hairline(kit: BrandKit) -> SolidPaint:
    palette = kit.theme.palette
    return solid(palette.ground.mixed(palette.ink, 0.14))
