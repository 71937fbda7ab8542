"""Lockups: mark and live wordmark joined by one set of proportions.

Source of the ratios: design rules, logo commons (mark to cap height, gaps, Chinese to Latin).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from brand_kits.kit import BrandKit
from brand_kits.line import LineStyle, line, line_width, tracking_to_width
from brand_kits.recolor import LogoInks, repainted
from compositor.document import FontChoice, GroupLayer, Layer, TextLayer, VectorLayer
from compositor.geometry import Affine, Box
from compositor.geometry.boolean import outline_stroke
from compositor.typography.fonts import FontSet
from compositor.typography.set_text import measure, set_text

__all__ = [
    "Arrangement",
    "Lockup",
    "build_lockup",
    "mark_ink",
    "natural_arrangement",
    "placed_mark",
]

Arrangement = Literal["horizontal", "stacked", "mark_only", "badge"]


class Lockup(NamedTuple):
    """A finished lockup.

    Attributes:
        layer: With its ink's top left at the origin of its parent, before any move.
        ink: Around mark and text, px.
        mark_px: Height of the mark's ink.
        cap_px: Cap height (or em, for Chinese) of the name; 0 without one.
        clear_px: Free space every side needs.
    """

    layer: GroupLayer
    ink: Box
    mark_px: float
    cap_px: float
    clear_px: float

    def moved(self, dx: float, dy: float) -> Lockup:
        """Return the lockup displaced."""
        layer = self.layer.model_copy(
            update={"transform": self.layer.transform.then(Affine.translation(dx, dy))}
        )
        return self._replace(layer=layer, ink=self.ink.moved(dx, dy))


def natural_arrangement(kit: BrandKit, aspect: float) -> Arrangement:
    """Return the arrangement that fits the brand and a page's width to height."""
    if not kit.has_name:
        return "mark_only"
    if kit.rings_name:
        return "badge"
    return "stacked" if aspect < 1.05 else "horizontal"


def mark_ink(kit: BrandKit) -> Box:
    """Return the box of the mark's ink, in the units of its own box."""
    found: Box | None = None
    for layer in kit.mark.children:
        if not isinstance(layer, VectorLayer):
            continue
        for shape in layer.shapes:
            path = shape.path
            if shape.stroke is not None:
                path = outline_stroke(
                    path, shape.stroke.width, cap=shape.stroke.cap, join=shape.stroke.join
                )
            found = path.bounds if found is None else found.union(path.bounds)
    return found or Box(0, 0, kit.mark_side, kit.mark_side)


def placed_mark(kit: BrandKit, inks: LogoInks, target: Box, prefix: str) -> GroupLayer:
    """Return the mark with its ink fitted into a box and centered there."""
    layer = repainted(kit.mark, inks, prefix, spark_is_hole=kit.spark_is_hole)
    return layer.model_copy(update={"transform": Affine.fitting(mark_ink(kit), target)})


def build_lockup(
    kit: BrandKit,
    arrangement: Arrangement,
    inks: LogoInks,
    room: tuple[float, float],
    fonts: FontSet,
    *,
    prefix: str,
    with_tagline: bool = True,
) -> Lockup:
    """Return the largest lockup that fits a room of (width, height) px.

    Text is set at its real size, never scaled, so sizes read true in any editor.
    """
    trial = _built(kit, arrangement, inks, 200.0, fonts, prefix, with_tagline=with_tagline)
    scale = min(room[0] / trial.ink.width, room[1] / trial.ink.height)
    found = _built(
        kit, arrangement, inks, 200.0 * scale, fonts, prefix, with_tagline=with_tagline
    )
    return found.moved(-found.ink.x, -found.ink.y)


def name_weight(kit: BrandKit, mark_over_cap: float) -> int:
    """Return the weight whose stems come near the mark's stroke, half way from the style's."""
    asked = kit.theme.type["display"].font.weight
    stem = kit.stroke_u / kit.mark_side * mark_over_cap
    matched = 100 + (stem - 0.05) / 0.21 * 800
    return int(round(min(900, max(300, (asked + matched) / 2)), -2))


def _built(
    kit: BrandKit,
    arrangement: Arrangement,
    inks: LogoInks,
    mark_px: float,
    fonts: FontSet,
    prefix: str,
    *,
    with_tagline: bool,
) -> Lockup:
    ink = mark_ink(kit)
    wide = mark_px * ink.width / ink.height
    # A flat mark counts by its width too, or it would outgrow its name.
    if wide > mark_px * 1.25:
        wide, mark_px = mark_px * 1.25, mark_px * 1.25 * ink.height / ink.width
    mark = placed_mark(kit, inks, Box(0, 0, wide, mark_px), prefix)
    texts: list[TextLayer] = []
    cap = 0.0
    if kit.has_name and arrangement != "mark_only":
        side = max(wide, mark_px)
        ratio = {"horizontal": 1.8, "stacked": 2.6, "badge": 4.6}[arrangement]
        if kit.is_detailed and arrangement != "badge":
            ratio *= 1.35
        texts, cap = _name(
            kit, inks, side / ratio, ratio, fonts, prefix,
            with_tagline=with_tagline, is_centered=arrangement != "horizontal",
        )  # fmt: skip
        block = _around(texts, fonts)
        if arrangement == "horizontal":
            gap = 0.36 * side
            dx, dy = wide + gap - block.x, mark_px / 2 - block.center.y
        else:
            gap = (0.24 if arrangement == "badge" else 0.3) * side
            dx, dy = wide / 2 - block.center.x, mark_px + gap - block.y
        texts = [t.model_copy(update={"box": t.box.moved(dx, dy)}) for t in texts]
    children: tuple[Layer, ...] = (mark, *texts)
    around = Box(0, 0, wide, mark_px)
    if texts:
        around = around.union(_around(texts, fonts))
    layer = GroupLayer(
        id=f"{prefix}lockup", name=f"Logo · {arrangement}", role="logo", children=children
    )
    clear = max(cap * kit.rules.clear_of_cap, mark_px * kit.rules.clear_of_mark)
    return Lockup(layer, around, mark_px, cap, clear)


def _name(
    kit: BrandKit,
    inks: LogoInks,
    cap: float,
    ratio: float,
    fonts: FontSet,
    prefix: str,
    *,
    with_tagline: bool,
    is_centered: bool,
) -> tuple[list[TextLayer], float]:
    """The name in one or two scripts and the tagline, left aligned or centered on one axis."""
    display = kit.theme.type["display"]
    weight = name_weight(kit, ratio)
    font = display.font.model_copy(update={"weight": weight})
    first, second = _order(kit)
    is_zh = not first.isascii()
    style = LineStyle(
        font, _size_for(first, font, cap, fonts), inks.name, _tracking(first, kit, weight)
    )
    lines = [(first, style, "logo")]
    width = measure(first, font, style.size, fonts=fonts, tracking=style.tracking).ink.width
    if second:
        lines.append(
            (second, _second_style(second, kit, inks, style, width, fonts, is_zh=is_zh), "logo")
        )
    if with_tagline and kit.tagline and kit.tagline not in (first, second):
        subhead = kit.theme.type["caption"]
        size = max(cap * 0.3, 12.0)
        tag = LineStyle(
            subhead.font.model_copy(update={"weight": max(400, subhead.font.weight)}),
            size,
            inks.quiet,
            0.06,
        )
        too_wide = line_width(kit.tagline, tag, fonts) / max(
            width * (1.5 if is_centered else 1.0), cap * 5
        )
        tag = tag._replace(size=max(12.0, size / max(1.0, too_wide)))
        lines.append((kit.tagline, tag, "caption"))
    placed: list[TextLayer] = []
    baseline = 0.0
    for i, (text, made, role) in enumerate(lines):
        ink = measure(text, made.font, made.size, fonts=fonts, tracking=made.tracking).ink
        if i:
            drop = max(0.34 * cap, 0.55 * -ink.y)
            baseline = _foot(placed[-1], fonts) + drop - ink.y
        placed.append(
            line(
                f"{prefix}name-{i + 1}" if role == "logo" else f"{prefix}tagline",
                text,
                made,
                (0.0, baseline),
                fonts,
                align="center" if is_centered else "left",
                role="logo" if role == "logo" else "caption",
                language="zh-Hans" if not text.isascii() else "en",
            )  # fmt: skip
        )
    return placed, cap


def _foot(layer: TextLayer, fonts: FontSet) -> float:
    """The lowest ink of a line; descenders count by half."""
    block = set_text(layer, fonts)
    baseline = block.lines[0].baseline_px
    return baseline + max(0.0, block.ink.bottom - baseline) * 0.5


def _order(kit: BrandKit) -> tuple[str, str]:
    if not (kit.name_latin and kit.name_zh):
        return kit.name_latin or kit.name_zh, ""
    if kit.language.startswith("zh"):
        return kit.name_zh, kit.name_latin
    return kit.name_latin, kit.name_zh


def _size_for(text: str, font: FontChoice, cap: float, fonts: FontSet) -> float:
    """The em size at which capitals, or Chinese characters a little larger, have that height."""
    if not text.isascii():
        return cap * 1.22
    return cap / fonts.faces_for(font, 96.0)[0].cap_height


def _tracking(text: str, kit: BrandKit, weight: int) -> float:
    display = kit.theme.type["display"]
    if not text.isascii():
        return max(display.tracking_cjk, 0.06)
    base = display.tracking
    if text.isupper() and len(text) > 3:
        base = max(base, 0.02) + (0.06 if weight < 600 else 0.0)
    return max(base, -0.03)


def _second_style(
    text: str,
    kit: BrandKit,
    inks: LogoInks,
    first: LineStyle,
    width: float,
    fonts: FontSet,
    *,
    is_zh: bool,
) -> LineStyle:
    """The other script, smaller, tracked to the width of the first."""
    headline = kit.theme.type["headline"].font
    weight = max(400, first.font.weight - 200)
    font = headline.model_copy(update={"weight": weight})
    size = first.size * (0.4 if is_zh else 0.5)
    if is_zh:
        size = _size_for(text, font, first.size * 0.92 * 0.3, fonts)
    style = LineStyle(font, size, inks.name)
    limits = (0.0, 0.5) if text.isascii() else (0.08, 1.2)
    tracking = tracking_to_width(text, style, width, fonts, limits=limits)
    ink = measure(text, font, size, fonts=fonts, tracking=tracking).ink
    if ink.width > width * 1.02:
        style = style._replace(size=size * width / ink.width)
        tracking = 0.0 if text.isascii() else 0.08
    return style._replace(tracking=tracking)


def _around(texts: list[TextLayer], fonts: FontSet) -> Box:
    """The ink of several text layers; small descenders do not lower the block much."""
    found: Box | None = None
    for text in texts:
        ink = set_text(text, fonts).ink
        found = ink if found is None else found.union(ink)
    assert found is not None
    return found
