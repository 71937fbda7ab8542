"""Devices: the one plain form, block, band or brand's sign beside the words of a label.

Lengths are px of the print; nothing here ever lies under words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Final

from compositor.color import Color, contrast_ratio
from compositor.document import Asset, AssetStore, GroupLayer, Layer, Shape, VectorLayer
from compositor.geometry import Affine, Box, Path
from compositor.geometry.shapes import circle, rectangle
from compositor.layout.theme import Theme
from generators.base import Picture
from generators.vector.patterns import Sheet, draw_pattern
from generators.vector.patterns.sheet import filled, stroked
from generators.vector.patterns.tones import linear, lit
from generators.vector.recipes import load_recipes

__all__ = ["TALL", "WIDE", "Label", "LabelColors", "device_on", "mark_on"]

TALL: Final = 0.82
WIDE: Final = 2.2
"""Labels narrower and wider than this, as width against height, are set in other ways."""

_BAND_FROM = 0.70
"""Of the label's height, where a patterned band or a block of color begins."""

_BANDS: Final[dict[str, tuple[str, ...]]] = {
    "east_asian": ("seigaiha", "thunder_scrolls", "lattice"),
    "historic": ("guilloche", "lattice", "woven"),
    "luxury": ("guilloche", "lattice", "dots"),
    "modernist": ("bauhaus_tiles", "truchet", "dots"),
    "graphic": ("bauhaus_tiles", "truchet", "terrazzo"),
    "retro_future": ("truchet", "dots", "speed_lines"),
    "tech": ("node_field", "truchet", "scan_lines"),
    "nature": ("topographic", "woven", "terrazzo"),
}
_ANY_BAND: Final = ("terrazzo", "dots", "truchet")


@dataclass(frozen=True, kw_only=True)
class LabelColors:
    """What a product is printed in.

    Attributes:
        ground: Of the print.
        ink: Of words on the ground.
        device: Of the form beside the words.
        spark: Of rules and small forms.
    """

    ground: Color
    ink: Color
    device: Color
    spark: Color


@dataclass(frozen=True)
class Label:
    """A label being drawn.

    Attributes:
        sheet: All of it, bleed included.
        inner: What words keep to.
        theme: Shape language.
        colors: Of the print.
        store: Where raster material is kept.
        is_wrapped: Whether it goes around the thing.
        has_ground: Whether it is a label of its own, or only ink on the thing.
        assets: The raster material used.
    """

    sheet: Box
    inner: Box
    theme: Theme
    colors: LabelColors
    store: AssetStore
    is_wrapped: bool
    has_ground: bool = True
    assets: dict[str, Asset] = field(default_factory=dict)

    @property
    def roundel(self) -> tuple[float, float, float]:
        """Center and radius of the disc a brand's sign stands on."""
        inner = self.inner
        if inner.size.aspect > WIDE:
            radius = 0.40 * inner.height
            return inner.x + 1.15 * radius, inner.center.y, radius
        side = min(inner.width, inner.height)
        share = 0.755 if inner.size.aspect >= TALL else 0.73
        radius = 0.19 * side if inner.size.aspect >= TALL else 0.225 * side
        return inner.center.x, inner.y + share * inner.height, radius

    @property
    def beside_mark(self) -> Box:
        """What is left of `inner` for words when the sign has its place."""
        if self.inner.size.aspect <= WIDE:
            return self.inner
        x, _, radius = self.roundel
        left = x + radius
        return Box(left, self.inner.y, self.inner.right - left, self.inner.height)


def mark_on(label: Label, mark: Picture) -> list[Layer]:
    """Return the sign on a disc of the page's color, for which it was drawn."""
    x, y, radius = label.roundel
    ground = label.theme.palette.ground
    disc = [filled(circle(x, y, radius), ground)]
    if contrast_ratio(ground, label.colors.ground) < 1.25:
        disc.append(stroked(circle(x, y, radius), label.colors.spark, 0.05 * radius))
    scale = 1.22 * radius / math.hypot(mark.width, mark.height) * math.sqrt(2)
    place = Affine(scale, 0, 0, scale, x - scale * mark.width / 2, y - scale * mark.height / 2)
    sign = GroupLayer(id="brand_sign", transform=place, children=(mark.layer,))
    return [VectorLayer(id="roundel", shapes=tuple(disc)), sign]


def device_on(label: Label, turn: int, *, has_mark: bool) -> list[Layer]:
    """Return one plain form: a sun, stripes, a wave, a frame, a block or a patterned band."""
    sheet, inner, colors = label.sheet, label.inner, label.colors
    if not label.has_ground:
        shapes = [] if has_mark or inner.size.aspect > WIDE else _INKS[turn % 2](label)
        return [VectorLayer(id="device", shapes=tuple(shapes))] if shapes else []
    if inner.size.aspect > WIDE and not label.is_wrapped:
        bar = Box(sheet.x, sheet.y, sheet.width, 0.08 * sheet.height)
        return [VectorLayer(id="device", shapes=(filled(rectangle(bar), colors.spark),))]
    shade = linear([lit(colors.ground, 0.02), colors.ground], sheet)
    wash = VectorLayer(id="wash", shapes=(filled(rectangle(sheet), shade),))
    kinds = ("band", "block", "frame") if has_mark else _KINDS
    kind = kinds[turn % len(kinds)]
    if kind == "band":
        return [wash, _band(label, turn)]
    shapes = _SHAPES[kind](label)
    return [wash, VectorLayer(id="device", shapes=tuple(shapes))]


def _band(label: Label, turn: int) -> GroupLayer:
    """Return a strip of one of the style's own patterns along the foot, to the bleed."""
    sheet = label.sheet
    top = round(sheet.y + _BAND_FROM * sheet.height)
    strip = Sheet(
        sheet.width, sheet.bottom - top, label.theme, turn, label.store, prefix="band"
    )
    names = _BANDS.get(_family_of(label.theme.style.split("+")[0]), _ANY_BAND)
    draw_pattern(names[turn // len(_KINDS) % len(names)], strip)
    label.assets.update(strip.assets)
    rule = Box(0, 0, sheet.width, max(2.0, 0.012 * sheet.height))
    line = VectorLayer(id="band_rule", shapes=(filled(rectangle(rule), label.colors.spark),))
    return GroupLayer(
        id="band",
        transform=Affine.translation(sheet.x, top),
        clip=rectangle(strip.box),
        children=(*strip.layers, line),
    )


def _family_of(style: str) -> str:
    families = load_recipes().families.items()
    return next((name for name, family in families if style in family.styles), "")


def _block(label: Label) -> list[Shape]:
    sheet = label.sheet
    top = sheet.y + _BAND_FROM * sheet.height
    block = Box(sheet.x, top, sheet.width, sheet.bottom - top)
    rule = Box(sheet.x, top - 0.035 * sheet.height, sheet.width, 0.012 * sheet.height)
    return [filled(rectangle(box), label.colors.spark) for box in (block, rule)]


def _sun(label: Label) -> list[Shape]:
    sheet, inner = label.sheet, label.inner
    is_tall = inner.size.aspect < TALL
    radius = 0.40 * inner.width if is_tall else 0.34 * min(inner.width, inner.height)
    center = inner.center.x, sheet.bottom - 0.12 * sheet.height
    return [filled(circle(*center, radius), label.colors.spark)]


def _stripes(label: Label) -> list[Shape]:
    sheet, inner = label.sheet, label.inner
    low = inner.y + 0.56 * inner.height
    step = (sheet.bottom - low) / 7
    bars = (
        Box(sheet.x, low + index * step, sheet.width, step * (0.18 + 0.09 * index))
        for index in range(7)
    )
    return [filled(rectangle(bar), label.colors.spark) for bar in bars]


def _wave(label: Label) -> list[Shape]:
    sheet, inner = label.sheet, label.inner
    low = inner.y + 0.56 * inner.height
    swings = math.tau * (3.0 if label.is_wrapped else 1.2) / 60
    lifts = [0.07 * sheet.height * (1 + math.sin(k * swings)) for k in range(61)]
    way = [
        f"{'L' if k else 'M'}{sheet.x + sheet.width * k / 60:.2f} {low + lift:.2f}"
        for k, lift in enumerate(lifts)
    ]
    wave = Path.from_svg(
        " ".join(way) + f"L{sheet.right} {sheet.bottom}L{sheet.x} {sheet.bottom}Z"
    )
    side = min(inner.width, inner.height)
    moon = circle(inner.center.x, inner.y + 0.84 * inner.height, 0.085 * side)
    return [filled(wave, label.colors.spark), filled(moon, label.colors.ground)]


def _frame(label: Label) -> list[Shape]:
    inner = label.inner
    side = min(inner.width, inner.height)
    edge = stroked(
        rectangle(inner.inset(0.02 * side)), label.colors.spark, max(2.0, 0.012 * side), "butt"
    )
    middle = circle(inner.center.x, inner.y + 0.72 * inner.height, 0.15 * side)
    return [edge, filled(middle, label.colors.spark)]


def _disc(label: Label) -> list[Shape]:
    inner = label.inner
    radius = 0.17 * min(inner.width, inner.height)
    return [
        filled(
            circle(inner.center.x, inner.y + 0.76 * inner.height, radius), label.colors.spark
        )
    ]


def _bars(label: Label) -> list[Shape]:
    inner = label.inner
    step, wide = 0.065 * inner.height, 0.5 * inner.width
    top = inner.y + 0.64 * inner.height
    bars = (
        Box(inner.center.x - wide / 2, top + index * step, wide, step * (0.25 + 0.12 * index))
        for index in range(5)
    )
    return [filled(rectangle(bar), label.colors.spark) for bar in bars]


_INKS: Final = (_disc, _bars)
_SHAPES: Final = {
    "sun": _sun,
    "stripes": _stripes,
    "wave": _wave,
    "frame": _frame,
    "block": _block,
}
_KINDS: Final = ("sun", "stripes", "wave", "frame", "band", "block")
