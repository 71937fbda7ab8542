"""The palette tile: swatches as wide as their share of use, each with its values."""

from __future__ import annotations

from brand_kits.color_values import color_values
from brand_kits.kit import BrandKit
from brand_kits.line import LineStyle, line, line_width
from brand_kits.manual.tiles import PAD_PX, section_label
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


def swatches(kit: BrandKit) -> list[tuple[str, Color]]:
    """Return the palette's distinct colors by role, most used first, at most five."""
    palette = kit.theme.palette
    found: list[tuple[str, Color]] = []
    for role in _SHARES:
        color: Color = getattr(palette, role)
        if all(_apart(color, other) > 0.045 for _, other in found):
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
        cell = Box(x, box.y, width, box.height)
        found += _swatch(kit, role, color, cell, fonts)
        x += width
    return found


def _swatch(kit: BrandKit, role: str, color: Color, box: Box, fonts: FontSet) -> list[Layer]:
    palette = kit.theme.palette
    prefix = f"color-{role}-"
    values = color_values(color)
    ink = readable_on(color, palette.ink, palette.ground)
    if contrast_ratio(ink, color) < 4.6:
        ink = readable_on(color, BLACK, WHITE)
    paint = solid(ink)
    rim = None
    if _apart(color, palette.ground) < 0.02:
        rim = Stroke(
            paint=solid(palette.ground.mixed(palette.ink, 0.14)), width=1.0, join="miter"
        )
    shape = Shape(
        path=rectangle(box.inset(0.5) if rim else box),
        fill=SolidPaint(color=color, token=role),
        stroke=rim,
    )
    caption = kit.theme.type["caption"].font
    pad = PAD_PX if role == "primary" else 16.0
    left = box.x + pad
    rows = [
        ("HEX", values.hex),
        ("RGB", values.rgb),
        ("OKLCH", values.oklch),
        ("CMYK ≈", values.cmyk),
    ]
    size = 13.0
    key = LineStyle(caption.model_copy(update={"weight": 400}), size, paint)
    widest = max(line_width(f"{k} {v}", key, fonts) for k, v in rows)
    room = box.width - pad - 10
    if widest > room:
        key = key._replace(size=max(9.5, size * room / widest))
    found: list[Layer] = [
        VectorLayer(id=f"{prefix}swatch", name=f"{values.name_zh} {values.name_en}", role="swatch", shapes=(shape,)),
        section_label(f"{prefix}role", _ROLE_NAMES[role], kit, Box(left - PAD_PX, box.y, box.width, box.height), SolidPaint(color=color), fonts)
        if line_width(_ROLE_NAMES[role], key, fonts) < room
        else section_label(f"{prefix}role", _ROLE_NAMES[role].split()[0], kit, Box(left - PAD_PX, box.y, box.width, box.height), SolidPaint(color=color), fonts),
    ]  # fmt: skip
    name = LineStyle(
        kit.theme.type["headline"].font.model_copy(update={"weight": 600}),
        30.0 if role == "primary" else 20.0,
        paint,
    )
    step = key.size * 1.62
    foot = box.bottom - PAD_PX
    for i, (label, value) in enumerate(rows):
        y = foot - (len(rows) - 1 - i) * step
        found.append(
            line(
                f"{prefix}{label.split()[0].lower()}",
                f"{label} {value}",
                key,
                (left, y),
                fonts,
                language="en",
            )
        )
    y = foot - len(rows) * step - 6
    full = f"{values.name_zh} {values.name_en}"
    if line_width(full, name, fonts) > room:
        found.append(
            line(
                f"{prefix}name-en",
                values.name_en,
                name._replace(
                    size=min(
                        name.size * 0.72,
                        name.size * room / line_width(values.name_en, name, fonts),
                    )
                ),
                (left, y),
                fonts,
                language="en",
            )
        )
        y -= name.size * 1.08
        full = values.name_zh
    found.append(line(f"{prefix}name", full, name, (left, y), fonts))
    return found


def _apart(first: Color, second: Color) -> float:
    a, b = first.oklch, second.oklch
    turn = abs(a.hue_deg - b.hue_deg) % 360
    return (
        abs(a.lightness - b.lightness)
        + abs(a.chroma - b.chroma)
        + min(turn, 360 - turn) / 180 * min(a.chroma, b.chroma) * 2
    )
