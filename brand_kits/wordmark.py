"""The wordmark: a brand's name as live text, in one or two scripts, with its tagline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from brand_kits.kit import BrandKit
from brand_kits.line import LineStyle, has_hanzi, line, line_width, tracking_to_width
from brand_kits.recolor import LogoInks
from compositor.color import contrast_ratio
from compositor.document import FontChoice, TextLayer
from compositor.document.layer import Role
from compositor.geometry import Box
from compositor.typography.fonts import FontSet
from compositor.typography.set_text import measure, set_text

__all__ = ["WordmarkSetting", "build_wordmark", "matched_weight", "tagline_line"]

_SMALLEST_PX = 12.0
_LARGE_PX = 30.0
"""From here a contrast of 3 is enough; smaller names need 4.5."""


@dataclass(frozen=True, kw_only=True)
class WordmarkSetting:
    """How a name is set beside or below a mark.

    Attributes:
        kit: The brand.
        inks: The version's paints.
        cap_px: Height of the name's capitals; Chinese characters stand a fifth taller.
        mark_over_cap: Height of the mark over that.
        is_centered: Lines share an axis, not a left edge.
        with_tagline: Whether the tagline is set too.
        prefix: Of every id.
    """

    kit: BrandKit
    inks: LogoInks
    cap_px: float
    mark_over_cap: float
    is_centered: bool
    with_tagline: bool
    prefix: str


def build_wordmark(setting: WordmarkSetting, fonts: FontSet) -> list[TextLayer]:
    """Return the lines, first baseline at y = 0."""
    kit, inks, cap = setting.kit, setting.inks, setting.cap_px
    weight = matched_weight(kit, setting.mark_over_cap)
    font = kit.theme.type["display"].font.model_copy(update={"weight": weight})
    first, second = _order(kit)
    size = _size_for(first, font, cap, fonts)
    style = LineStyle(font, size, inks.name, _tracking(first, kit, weight))
    width = measure(first, font, size, fonts=fonts, tracking=style.tracking).ink.width
    lines: list[tuple[str, LineStyle, Role]] = [(first, style, "logo")]
    if second:
        lines.append((second, _second_style(second, kit, style, width, fonts), "logo"))
    is_small = min(made.size for _, made, _ in lines) < _LARGE_PX
    if is_small and contrast_ratio(inks.name.color, inks.ground.color) < 4.5:
        lines = [(text, made._replace(paint=inks.quiet), role) for text, made, role in lines]
    if setting.with_tagline and kit.tagline and kit.tagline not in (first, second):
        room = max(width * (1.5 if setting.is_centered else 1.0), cap * 5)
        lines.append((kit.tagline, _tagline_style(setting, room, fonts), "caption"))
    placed: list[TextLayer] = []
    baseline = 0.0
    for i, (text, made, role) in enumerate(lines):
        if i:
            ink = measure(text, made.font, made.size, fonts=fonts, tracking=made.tracking).ink
            drop = max(0.34 * cap, 0.55 * -ink.y)
            baseline = _foot(placed[-1], fonts) + drop - ink.y
        layer_id = setting.prefix + (f"name-{i + 1}" if role == "logo" else "tagline")
        side: Literal["left", "center"] = "center" if setting.is_centered else "left"
        placed.append(line(layer_id, text, made, (0.0, baseline), fonts, align=side, role=role))
    return placed


def tagline_line(setting: WordmarkSetting, under: Box, fonts: FontSet) -> TextLayer:
    """Return the tagline below a drawn name."""
    room = max(under.width * (1.5 if setting.is_centered else 1.0), setting.cap_px * 5)
    style = _tagline_style(setting, room, fonts)
    text = setting.kit.tagline
    ink = measure(text, style.font, style.size, fonts=fonts, tracking=style.tracking).ink
    drop = max(0.36 * setting.cap_px, 0.55 * -ink.y)
    at = (under.center.x if setting.is_centered else under.x, under.bottom + drop - ink.y)
    side: Literal["left", "center"] = "center" if setting.is_centered else "left"
    layer_id = f"{setting.prefix}tagline"
    return line(layer_id, text, style, at, fonts, align=side, role="caption")


def matched_weight(kit: BrandKit, mark_over_cap: float) -> int:
    """Return the weight whose stems come near the mark's stroke, half way from the style's.

    Stems are taken to grow from 0.05 of the cap height at weight 100 to 0.26 at 900, which
    is near what grotesques do.
    """
    asked = kit.theme.type["display"].font.weight
    stem = kit.stroke_u / kit.mark_side * mark_over_cap
    matched = 100 + (stem - 0.05) / 0.21 * 800
    return int(round(min(900, max(300, (asked + matched) / 2)), -2))


def _order(kit: BrandKit) -> tuple[str, str]:
    """The name that leads and the one that follows, by the document's language."""
    if not (kit.name_latin and kit.name_zh):
        return kit.name_latin or kit.name_zh, ""
    if kit.language.startswith("zh"):
        return kit.name_zh, kit.name_latin
    return kit.name_latin, kit.name_zh


def _size_for(text: str, font: FontChoice, cap: float, fonts: FontSet) -> float:
    """The em size at which capitals, or Chinese characters a fifth taller, have that height."""
    if has_hanzi(text):
        return cap * 1.22
    return cap / fonts.faces_for(font, 96.0)[0].cap_height


def _tracking(text: str, kit: BrandKit, weight: int) -> float:
    display = kit.theme.type["display"]
    if has_hanzi(text):
        return max(display.tracking_cjk, 0.06)
    base = display.tracking
    if text.isupper() and len(text) > 3:
        base = max(base, 0.02) + (0.06 if weight < 600 else 0.0)
    return max(base, -0.03)


def _second_style(
    text: str, kit: BrandKit, first: LineStyle, width: float, fonts: FontSet
) -> LineStyle:
    """The other script, smaller, tracked to the width of the first."""
    headline = kit.theme.type["headline"].font
    font = headline.model_copy(update={"weight": max(400, first.font.weight - 200)})
    if has_hanzi(text):
        size, limits = first.size * 0.5, (0.08, 1.2)
    else:
        size, limits = _size_for(text, font, first.size * 0.28, fonts), (0.0, 0.5)
    style = LineStyle(font, size, first.paint)
    tracking = tracking_to_width(text, style, width, fonts, limits=limits)
    ink = measure(text, font, size, fonts=fonts, tracking=tracking).ink
    if ink.width > width * 1.02:
        return style._replace(size=size * width / ink.width, tracking=tracking)
    return style._replace(tracking=tracking)


def _tagline_style(setting: WordmarkSetting, room: float, fonts: FontSet) -> LineStyle:
    kit = setting.kit
    caption = kit.theme.type["caption"].font
    font = caption.model_copy(update={"weight": max(400, caption.weight)})
    size = max(setting.cap_px * 0.3, _SMALLEST_PX)
    style = LineStyle(font, size, setting.inks.quiet, 0.06)
    wide = line_width(kit.tagline, style, fonts)
    style = style._replace(size=max(_SMALLEST_PX, size * min(1.0, room / wide)))
    is_dark = (
        setting.inks.ground.color.oklch.lightness < setting.inks.name.color.oklch.lightness
    )
    clashes = is_dark != (
        setting.inks.ground.color.oklch.lightness < setting.inks.quiet.color.oklch.lightness
    )
    # Black under a white name looks like a mistake; large enough, white may stay.
    if clashes and style.size >= _LARGE_PX:
        style = style._replace(paint=setting.inks.name)
    return style


def _foot(layer: TextLayer, fonts: FontSet) -> float:
    """The lowest ink of a line; descenders count by half."""
    block = set_text(layer, fonts)
    baseline = block.lines[0].baseline_px
    return baseline + max(0.0, block.ink.bottom - baseline) * 0.5
