"""The type tile: a specimen of the brand's Latin and Chinese faces, with weights and sizes."""

from __future__ import annotations

from brand_kits.kit import BrandKit
from brand_kits.line import LineStyle, line, line_width
from brand_kits.manual.tiles import PAD_PX, panel, section_label
from compositor.color.palette import with_contrast
from compositor.document import FontChoice, Layer, solid
from compositor.geometry import Box
from compositor.layout.theme import TypeRole
from compositor.typography.fonts import FontSet

__all__ = ["type_tile"]

_ROWS: tuple[tuple[TypeRole, str, int], ...] = (
    ("display", "标题 Display", 64),
    ("headline", "小标题 Headline", 32),
    ("body", "正文 Body", 16),
)
_WEIGHTS = {100: "Thin", 200: "ExtraLight", 300: "Light", 400: "Regular", 500: "Medium",
            600: "SemiBold", 700: "Bold", 800: "ExtraBold", 900: "Black"}  # fmt: skip


def type_tile(kit: BrandKit, box: Box, fonts: FontSet) -> list[Layer]:
    """Return the tile: two giant glyphs on the left, families and alphabet on the right."""
    palette = kit.theme.palette
    ground = palette.paint("surface")
    ink, quiet = palette.paint("ink"), solid(with_contrast(palette.muted, palette.surface, 4.7))
    display = kit.theme.type["display"].font
    caption = kit.theme.type["caption"].font
    found: list[Layer] = [
        panel("type-tile", box, ground),
        section_label("type-label", "字体 Typography", kit, box, ground, fonts),
    ]
    latin, chinese = families(kit, fonts)
    giant = LineStyle(display, box.height * 0.5, ink)
    glyphs = ("Aa", kit.name_zh[:1] or "永")
    x = box.x + PAD_PX
    base = box.bottom - PAD_PX - box.height * 0.06
    for i, text in enumerate(glyphs):
        found.append(
            line(
                f"type-giant-{i + 1}",
                text,
                giant,
                (x, base),
                fonts,
                role="headline",
                language="en" if i == 0 else "zh-Hans",
            )
        )
        x += line_width(text, giant, fonts) + box.height * 0.09
    left = max(x + box.height * 0.05, box.x + box.width * 0.5)
    right = box.right - PAD_PX
    name_style = LineStyle(
        display.model_copy(update={"weight": max(500, min(700, display.weight))}), 24.0, ink
    )
    small = LineStyle(caption, 13.0, quiet, 0.01)
    y = box.y + PAD_PX + 20
    for i, (family, sample) in enumerate(
        (
            (latin, "ABCDEFGHIJKLM abcdefghijklm 0123456789"),
            (chinese, "设计让品牌说话，字里行间见性格"),
        )
    ):
        font = FontChoice(families=(family, *display.families), weight=name_style.font.weight)
        shown = _fitted(family, name_style._replace(font=font), right - left, fonts)
        found.append(
            line(f"type-family-{i + 1}", family, shown, (left, y), fonts, language="en")
        )
        body = LineStyle(
            FontChoice(families=(family, *display.families), weight=400), 16.0, ink, 0.02
        )
        body = _fitted(sample, body, right - left, fonts)
        found.append(
            line(
                f"type-sample-{i + 1}",
                sample,
                body,
                (left, y + 27),
                fonts,
                language="en" if i == 0 else "zh-Hans",
            )
        )
        y += 66
    y = max(y + 4, box.bottom - PAD_PX - 2 * 25)
    for i, (role, label, size) in enumerate(_ROWS):
        font = kit.theme.type[role].font
        weight = _WEIGHTS.get(round(font.weight, -2), str(font.weight))
        row_y = y + i * 25
        found.append(line(f"type-role-{i + 1}", label, small, (left, row_y), fonts))
        facts = f"{font.families[0]} {weight} {font.weight} · {size} px"
        fit = _fitted(facts, small, (right - left) * 0.66, fonts)
        found.append(
            line(
                f"type-fact-{i + 1}",
                facts,
                fit,
                (right, row_y),
                fonts,
                align="right",
                language="en",
            )
        )
    return found


def families(kit: BrandKit, fonts: FontSet) -> tuple[str, str]:
    """Return the display type's Latin family and its Chinese one."""
    names = kit.theme.type["display"].font.families
    chinese = next((n for n in names if "hans" in fonts.entry(n).scripts), "Noto Sans SC")
    return fonts.entry(names[0]).family, fonts.entry(chinese).family


def _fitted(text: str, style: LineStyle, room: float, fonts: FontSet) -> LineStyle:
    wide = line_width(text, style, fonts)
    return (
        style
        if wide <= room
        else style._replace(size=max(9.0, style.size * room / wide * 0.99))
    )
