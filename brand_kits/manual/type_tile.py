"""The type tile: a specimen of the brand's Latin and Chinese faces, with weights and sizes."""

from __future__ import annotations

from brand_kits.kit import BrandKit
from brand_kits.line import LineStyle, label_font, line, line_width
from brand_kits.manual.tiles import PAD_PX, TileLabel, panel, section_label
from compositor.color.palette import with_contrast
from compositor.document import FontChoice, Layer, SolidPaint, solid
from compositor.geometry import Box
from compositor.layout.theme import TypeRole
from compositor.typography.fonts import FontSet

__all__ = ["families", "type_tile"]

_ROLES: tuple[tuple[TypeRole, str, int], ...] = (
    ("display", "标题 Display", 64),
    ("headline", "小标题 Headline", 32),
    ("body", "正文 Body", 16),
)
_WEIGHTS = {
    100: "Thin",
    200: "ExtraLight",
    300: "Light",
    400: "Regular",
    500: "Medium",
    600: "SemiBold",
    700: "Bold",
    800: "ExtraBold",
    900: "Black",
}
_LATIN_SAMPLE = "ABCDEFGHIJKLM abcdefghijklm 0123456789"
_CHINESE_SAMPLE = "设计让品牌说话，字里行间见性格"
_ROW_PX = 25.0


def type_tile(kit: BrandKit, box: Box, fonts: FontSet) -> list[Layer]:
    """Return the tile: giant glyphs on the left, families, alphabet and roles on the right."""
    ground = kit.theme.palette.paint("surface")
    giants, right_of = _giants(kit, box, fonts)
    left = max(right_of, box.x + box.width * 0.5)
    column = Box(left, box.y, box.right - PAD_PX - left, box.height)
    return [
        panel("type-tile", box, ground),
        section_label(TileLabel("type-label", "字体 Typography", box, ground), kit, fonts),
        *giants,
        *_specimens(kit, column, fonts),
        *_role_rows(kit, column, fonts),
    ]


def families(kit: BrandKit, fonts: FontSet) -> tuple[str, str]:
    """Return the display type's Latin family and its Chinese one."""
    names = kit.theme.type["display"].font.families
    chinese = next((n for n in names if "hans" in fonts.entry(n).scripts), "Noto Sans SC")
    return fonts.entry(names[0]).family, fonts.entry(chinese).family


def _giants(kit: BrandKit, box: Box, fonts: FontSet) -> tuple[list[Layer], float]:
    """Aa and a character of the name, and where the room right of them begins."""
    font = kit.theme.type["display"].font
    style = LineStyle(font, box.height * 0.5, kit.theme.palette.paint("ink"))
    glyphs = ("Aa", kit.name_zh[:1] or "永")
    gap = box.height * 0.09
    room = box.width * 0.5 - PAD_PX - gap
    wide = sum(line_width(text, style, fonts) + gap for text in glyphs)
    style = style._replace(size=style.size * min(1.0, room / wide))
    found: list[Layer] = []
    x = box.x + PAD_PX
    base = box.bottom - PAD_PX - box.height * 0.05
    for i, text in enumerate(glyphs):
        found.append(line(f"type-giant-{i + 1}", text, style, (x, base), fonts))
        x += line_width(text, style, fonts) + gap
    return found, x


def _specimens(kit: BrandKit, column: Box, fonts: FontSet) -> list[Layer]:
    ink = kit.theme.palette.paint("ink")
    display = kit.theme.type["display"].font
    weight = max(500, min(700, display.weight))
    samples = zip(families(kit, fonts), (_LATIN_SAMPLE, _CHINESE_SAMPLE), strict=True)
    found: list[Layer] = []
    y = column.y + PAD_PX + 20
    for i, (family, sample) in enumerate(samples):
        font = FontChoice(families=(family, *display.families), weight=weight)
        name = _fitted(family, LineStyle(font, 24.0, ink), column.width, fonts)
        plain = font.model_copy(update={"weight": 400})
        body = _fitted(sample, LineStyle(plain, 16.0, ink, 0.02), column.width, fonts)
        found.append(line(f"type-family-{i + 1}", family, name, (column.x, y), fonts))
        found.append(line(f"type-sample-{i + 1}", sample, body, (column.x, y + 27), fonts))
        y += 66
    return found


def _role_rows(kit: BrandKit, column: Box, fonts: FontSet) -> list[Layer]:
    """Which face, weight and size each role takes."""
    caption = label_font(kit.theme.type["caption"].font, fonts)
    style = LineStyle(caption, 13.0, _quiet(kit), 0.01)
    top = column.bottom - PAD_PX - _ROW_PX * (len(_ROLES) - 1)
    found: list[Layer] = []
    for i, (role, label, size) in enumerate(_ROLES):
        font = kit.theme.type[role].font
        weight = _WEIGHTS.get(round(font.weight, -2), "")
        facts = f"{font.families[0]} {weight} {font.weight} · {size} px"
        y = top + i * _ROW_PX
        room = column.width - line_width(label, style, fonts) - 14
        fit = _fitted(facts, style, room, fonts)
        found.append(line(f"type-role-{i + 1}", label, style, (column.x, y), fonts))
        at = (column.right, y)
        found.append(line(f"type-fact-{i + 1}", facts, fit, at, fonts, align="right"))
    return found


def _quiet(kit: BrandKit) -> SolidPaint:
    palette = kit.theme.palette
    return solid(with_contrast(palette.muted, palette.surface, 4.7))


def _fitted(text: str, style: LineStyle, room: float, fonts: FontSet) -> LineStyle:
    wide = line_width(text, style, fonts)
    return style._replace(size=style.size * min(1.0, room / wide * 0.99))
