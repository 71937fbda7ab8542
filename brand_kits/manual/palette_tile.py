"""The palette tile: swatches as wide as their share of use, each with its values."""

from __future__ import annotations

from brand_kits.color_values import ColorValues, color_values
from brand_kits.kit import BrandKit
from brand_kits.line import LineStyle, label_font, line, line_width
from brand_kits.manual.tiles import PAD_PX, TileLabel, hairline, section_label
from compositor.color import Color, contrast_ratio
from compositor.color.color import BLACK, WHITE
from compositor.color.palette import readable_on
from compositor.document import Layer, Shape, SolidPaint, Stroke, VectorLayer, solid
from compositor.geometry import Box
from compositor.geometry.shapes import rectangle
from compositor.typography.fonts import FontSet

__all__ = ["palette_tile", "swatches"]

_SHARES = {
    "primary": 1.75,
    "ground": 1.3,
    "ink": 1.0,
    "accent": 1.0,
    "accent2": 1.0,
    "muted": 1.0,
}
_ROLE_NAMES = {
    "primary": "主色 Primary",
    "ground": "底色 Ground",
    "ink": "字色 Ink",
    "accent": "点缀 Accent",
    "accent2": "辅助 Second accent",
    "muted": "次要 Muted",
}
_VALUE_PX = 13.0
_LEAST_APART = 0.09
"""Colors nearer than this look like one on a sheet."""


def swatches(kit: BrandKit) -> list[tuple[str, Color]]:
    """Return the palette's distinct colors by role, most used first, at most five."""
    found: list[tuple[str, Color]] = []
    for role in _SHARES:
        color: Color = getattr(kit.theme.palette, role)
        if all(_apart(color, other) > _LEAST_APART for _, other in found):
            found.append((role, color))
    return found[:5]


def palette_tile(kit: BrandKit, box: Box, fonts: FontSet) -> list[Layer]:
    """Return the swatches side by side; the values stand on the colors themselves."""
    shown = swatches(kit)
    total = sum(_SHARES[role] for role, _ in shown)
    found: list[Layer] = []
    x = box.x
    for role, color in shown:
        width = box.width * _SHARES[role] / total
        found += _swatch(kit, role, color, Box(x, box.y, width, box.height), fonts)
        x += width
    return found


def _swatch(kit: BrandKit, role: str, color: Color, box: Box, fonts: FontSet) -> list[Layer]:
    values = color_values(color)
    pad = PAD_PX if role == "primary" else 16.0
    inside = Box(box.x + pad, box.y, box.width - pad - 10, box.height - PAD_PX)
    is_ground = _apart(color, kit.theme.palette.ground) < 0.02
    rim = Stroke(paint=hairline(kit), width=1.0, join="miter") if is_ground else None
    token = SolidPaint(color=color, token=role)
    shape = Shape(path=rectangle(box.inset(0.5) if rim else box), fill=token, stroke=rim)
    text = _ROLE_NAMES[role]
    caption = LineStyle(label_font(kit.theme.type["caption"].font, fonts), 14.0, token)
    if line_width(text, caption, fonts) > inside.width:
        text = text.split(" ")[0]
    # A label starts one pad inside its tile, so the tile it is told of begins one pad earlier.
    tile = Box(inside.x - PAD_PX, box.y, box.width, box.height)
    label = section_label(TileLabel(f"color-{role}-role", text, tile, token), kit, fonts)
    name = f"{values.name_zh} {values.name_en}"
    return [
        VectorLayer(id=f"color-{role}", name=name, role="swatch", shapes=(shape,)),
        label,
        *_values(kit, role, color, values, inside, fonts),
    ]


def _values(
    kit: BrandKit, role: str, color: Color, values: ColorValues, inside: Box, fonts: FontSet
) -> list[Layer]:
    """The name over the four values, from the foot up."""
    paint = _ink_on(kit, color)
    font = label_font(kit.theme.type["caption"].font, fonts).model_copy(update={"weight": 400})
    rows = (
        f"HEX {values.hex}",
        f"RGB {values.rgb}",
        f"OKLCH {values.oklch}",
        f"CMYK ≈ {values.cmyk}",
    )
    style = LineStyle(font, _VALUE_PX, paint)
    widest = max(line_width(row, style, fonts) for row in rows)
    style = style._replace(size=_VALUE_PX * min(1.0, inside.width / widest))
    step = _VALUE_PX * 1.62
    found: list[Layer] = []
    y = inside.bottom
    for row in reversed(rows):
        layer_id = f"color-{role}-{row.split(' ')[0].lower()}"
        found.append(line(layer_id, row, style, (inside.x, y), fonts))
        y -= step
    bold = label_font(kit.theme.type["headline"].font, fonts).model_copy(update={"weight": 600})
    name = LineStyle(bold, 30.0 if role == "primary" else 20.0, paint)
    y -= 6
    full = f"{values.name_zh} {values.name_en}"
    if line_width(full, name, fonts) > inside.width:
        small = name._replace(size=name.size * 0.72)
        wide = line_width(values.name_en, small, fonts)
        small = small._replace(size=small.size * min(1.0, inside.width / wide))
        at = (inside.x, y)
        found.append(line(f"color-{role}-name-en", values.name_en, small, at, fonts))
        y -= name.size * 1.08
        full = values.name_zh
    found.append(line(f"color-{role}-name", full, name, (inside.x, y), fonts))
    return found


def _ink_on(kit: BrandKit, color: Color) -> SolidPaint:
    palette = kit.theme.palette
    ink = readable_on(color, palette.ink, palette.ground)
    if contrast_ratio(ink, color) < 4.6:
        ink = readable_on(color, BLACK, WHITE)
    return solid(ink)


def _apart(first: Color, second: Color) -> float:
    a, b = first.oklch, second.oklch
    turn = abs(a.hue_deg - b.hue_deg) % 360
    around = min(turn, 360 - turn) / 180 * min(a.chroma, b.chroma) * 2
    return abs(a.lightness - b.lightness) + abs(a.chroma - b.chroma) + around
