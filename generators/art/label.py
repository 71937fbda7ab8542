"""Labels: what is printed on a product, set by our typesetter; lengths are px of the print."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compositor.color import Color, contrast_ratio
from compositor.document import (
    AssetStore,
    Document,
    Layer,
    Page,
    TextLayer,
    TextRun,
    VectorLayer,
)
from compositor.drawing import render
from compositor.geometry import Box, Path
from compositor.geometry.shapes import circle, rectangle
from compositor.layout.lay_out import lay_out
from compositor.layout.theme import Theme, TypeRole
from compositor.typography.fonts import default_fonts
from generators.mesh.prop import ArtworkArea
from generators.vector.patterns.sheet import filled, stroked
from generators.vector.patterns.tones import linear, lit, shaded

__all__ = ["LabelColors", "label_colors", "print_label"]

_LONGEST_PX = 1100
_LEAST_CONTRAST = 4.5
_TALL, _WIDE = 0.82, 2.2


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


def label_colors(theme: Theme, turn: int) -> LabelColors:
    """Return colors that stand off the page and carry words; `turn` changes which one leads."""
    palette = theme.palette
    page = palette.ground
    found = [
        color
        for color in (palette.primary, palette.accent, palette.accent2, palette.ink)
        if contrast_ratio(color, page) >= 1.5
    ]
    colorful = [color for color in found if color.oklch.chroma > 0.04] or found
    ground = colorful[turn % min(2, len(colorful))]
    inks = (palette.on_primary, palette.ground, palette.surface, palette.ink)
    ink = max(inks, key=lambda color: contrast_ratio(color, ground))
    if contrast_ratio(ink, ground) < _LEAST_CONTRAST:
        black, white = Color.from_hex("#161616"), Color.from_hex("#FFFFFF")
        ink = max(black, white, key=lambda color: contrast_ratio(color, ground))
    others = [color for color in (*colorful, palette.ink) if color != ground]
    device = max(
        (lit(ground, 0.16), shaded(ground, 0.13)), key=lambda color: contrast_ratio(color, ink)
    )
    spark = max(others, key=lambda color: contrast_ratio(color, ground), default=ink)
    if contrast_ratio(spark, ground) < 1.6:
        spark = ink
    return LabelColors(ground=ground, ink=ink, device=device, spark=spark)


def print_label(
    area: ArtworkArea,
    theme: Theme,
    colors: LabelColors,
    printed: Sequence[str],
    turn: int,
    seen: float = 1.0,
) -> NDArray[np.uint8]:
    """Return the artwork of an area with its bleed, RGB, (height, width, 3).

    Args:
        area: What it is for.
        theme: Type and shape language.
        colors: Of `label_colors`.
        printed: The words, exact, the brand first; none leaves a bare design.
        turn: Another number gives another device.
        seen: Part of the width that faces the camera; words keep inside it.
    """
    whole_cm = (area.width_cm + 2 * area.bleed_cm, area.height_cm + 2 * area.bleed_cm)
    px_per_cm = _LONGEST_PX / max(whole_cm)
    width, height = (max(8.0, float(round(side * px_per_cm))) for side in whole_cm)
    sheet = Box(0, 0, width, height)
    inner = sheet.inset((area.bleed_cm + 0.03 * min(whole_cm)) * px_per_cm)
    if seen < 1:
        front = min(seen * width, 1.5 * height, inner.width)
        inner = Box(width / 2 - front / 2, inner.y, front, inner.height)
    layers: list[Layer] = [
        VectorLayer(id="ground", shapes=(filled(rectangle(sheet), colors.ground),)),
        *_device(sheet, inner, colors, turn, is_wrapped=seen < 1),
        *_words(inner, theme, colors, [text for text in printed if text.strip()]),
    ]
    page = Page(id="label", width=width, height=height, layers=tuple(layers))
    frame = lay_out(Document(pages=(page,)), default_fonts(), AssetStore())[0]
    pixels: NDArray[np.uint8] = render(frame, AssetStore().read, 1.0)[..., :3]
    return np.ascontiguousarray(pixels)


def _device(
    sheet: Box, inner: Box, colors: LabelColors, turn: int, *, is_wrapped: bool
) -> list[Layer]:
    """Return one plain form: a sun, stripes, an arch or a band; it never lies under words."""
    side = min(inner.width, inner.height)
    if inner.size.aspect > _WIDE and not is_wrapped:
        bar = Box(sheet.x, sheet.y, sheet.width, 0.08 * sheet.height)
        return [VectorLayer(id="device", shapes=(filled(rectangle(bar), colors.spark),))]
    kind = turn % 4
    center = inner.center.x
    low = inner.y + 0.56 * inner.height
    shapes = []
    if kind == 0:
        radius = 0.40 * inner.width if inner.size.aspect < _TALL else 0.34 * side
        shapes.append(
            filled(circle(center, sheet.bottom - 0.12 * sheet.height, radius), colors.spark)
        )
    elif kind == 1:
        count = 7
        step = (sheet.bottom - low) / count
        for index in range(count):
            bar = Box(sheet.x, low + index * step, sheet.width, step * (0.18 + 0.09 * index))
            shapes.append(filled(rectangle(bar), colors.spark))
    elif kind == 2:
        swings = math.tau * (3.0 if is_wrapped else 1.2) / 60
        lifts = [0.07 * sheet.height * (1 + math.sin(k * swings)) for k in range(61)]
        way = [
            f"{'L' if k else 'M'}{sheet.x + sheet.width * k / 60:.2f} {low + lift:.2f}"
            for k, lift in enumerate(lifts)
        ]
        wave = Path.from_svg(
            " ".join(way) + f"L{sheet.right} {sheet.bottom}L{sheet.x} {sheet.bottom}Z"
        )
        shapes.append(filled(wave, colors.spark))
        shapes.append(filled(circle(center, low, 0.10 * side), colors.device))
    else:
        frame = inner.inset(0.02 * side)
        shapes.append(stroked(rectangle(frame), colors.spark, max(2.0, 0.012 * side), "butt"))
        shapes.append(
            filled(circle(center, inner.y + 0.72 * inner.height, 0.15 * side), colors.spark)
        )
    shade = linear([lit(colors.ground, 0.02), colors.ground], sheet)
    return [
        VectorLayer(id="wash", shapes=(filled(rectangle(sheet), shade),)),
        VectorLayer(id="device", shapes=tuple(shapes)),
    ]


def _words(
    inner: Box, theme: Theme, colors: LabelColors, printed: Sequence[str]
) -> list[Layer]:
    if not printed:
        return []
    brand, rest = printed[0], list(printed[1:3])
    if inner.size.aspect > _WIDE:
        name = inner.fraction(0.06, 0.2, 0.88, 0.44 if rest else 0.6)
        below = inner.fraction(0.1, 0.70, 0.8, 0.18)
    elif inner.size.aspect < _TALL:
        name = inner.fraction(0.13, 0.16, 0.74, 0.22)
        below = inner.fraction(0.12, 0.40, 0.76, 0.12)
    else:
        name = inner.fraction(0.13, 0.12, 0.74, 0.28)
        below = inner.fraction(0.12, 0.42, 0.76, 0.12)
    layers: list[Layer] = [_text("brand", brand, name, theme, colors, "display")]
    if rest:
        layers.append(
            _text("descriptor", "  ".join(rest), below, theme, colors, "subhead", most=0.42)
        )
    return layers


def _text(
    name: str,
    words: str,
    box: Box,
    theme: Theme,
    colors: LabelColors,
    role: TypeRole,
    *,
    most: float = 1.0,
) -> TextLayer:
    setting = theme.type[role]
    run = TextRun(
        text=words.upper() if setting.uppercase else words,
        font=setting.font,
        size=max(4.0, most * box.height),
        paint=filled(rectangle(box), colors.ink).fill,
        tracking=setting.tracking,
    )
    return TextLayer(
        id=name, box=box, runs=(run,), align="center", valign="middle",
        fit="fill" if most == 1.0 else "shrink", min_scale=0.08, leading=1.15, max_lines=2,
        balance=True,
    )  # fmt: skip
