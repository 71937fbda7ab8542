"""Labels: what is printed on a product, set by our typesetter; lengths are px of the print."""

from __future__ import annotations

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
    solid,
)
from compositor.drawing import render
from compositor.geometry import Box
from compositor.geometry.shapes import rectangle
from compositor.layout.lay_out import lay_out
from compositor.layout.theme import Theme, TypeRole
from compositor.typography.fonts import default_fonts
from generators.art.label_device import TALL, WIDE, Label, LabelColors, device_on, mark_on
from generators.base import Picture
from generators.mesh.prop import ArtworkArea
from generators.vector.patterns.sheet import filled
from generators.vector.patterns.tones import lit, shaded

__all__ = ["Printing", "ink_colors", "label_colors", "print_label"]

_LONGEST_PX = 1100
_LEAST_CONTRAST = 4.5


@dataclass(frozen=True, kw_only=True)
class Printing:
    """What is printed on one area.

    Attributes:
        words: Exact, the brand first; none leaves a bare design.
        mark: The brand's sign, or None.
        seen: Part of the width that faces the camera; words keep inside it.
        has_ground: Whether it is a label; else only its ink is there, as on cloth.
    """

    words: Sequence[str] = ()
    mark: Picture | None = None
    seen: float = 1.0
    has_ground: bool = True


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


def ink_colors(theme: Theme, thing: Color) -> LabelColors:
    """Return colors of ink laid straight on a thing of that color."""
    palette = theme.palette
    pool = [palette.accent, palette.primary, palette.accent2, palette.ground, palette.ink]
    pool += [Color.from_hex("#FFFFFF"), Color.from_hex("#161616")]
    read = [color for color in pool if contrast_ratio(color, thing) >= _LEAST_CONTRAST]
    ink = read[0] if read else max(pool, key=lambda color: contrast_ratio(color, thing))
    bold = [color for color in pool if contrast_ratio(color, thing) >= 2 and color != ink]
    return LabelColors(ground=thing, ink=ink, device=ink, spark=bold[0] if bold else ink)


def print_label(
    area: ArtworkArea, theme: Theme, colors: LabelColors, ask: Printing, turn: int
) -> NDArray[np.uint8]:
    """Return the artwork of an area with its bleed, RGBA, (height, width, 4).

    Args:
        area: What it is for.
        theme: Type and shape language.
        colors: Of `label_colors` or `ink_colors`.
        ask: What is printed.
        turn: Another number gives another device.
    """
    whole_cm = (area.width_cm + 2 * area.bleed_cm, area.height_cm + 2 * area.bleed_cm)
    px_per_cm = _LONGEST_PX / max(whole_cm)
    width, height = (max(8.0, float(round(side * px_per_cm))) for side in whole_cm)
    sheet = Box(0, 0, width, height)
    inner = sheet.inset((area.bleed_cm + 0.03 * min(whole_cm)) * px_per_cm)
    if ask.seen < 1:
        front = min(ask.seen * width, 1.5 * height, inner.width)
        inner = Box(width / 2 - front / 2, inner.y, front, inner.height)
    store = AssetStore()
    label = Label(
        sheet, inner, theme, colors, store, is_wrapped=ask.seen < 1, has_ground=ask.has_ground
    )
    made = [] if ask.mark is None else mark_on(label, ask.mark)
    texts = [text for text in ask.words if text.strip()]
    ground = VectorLayer(id="ground", shapes=(filled(rectangle(sheet), colors.ground),))
    layers: list[Layer] = [
        *((ground,) if ask.has_ground else ()),
        *device_on(label, turn, has_mark=bool(made)),
        *made,
        *_words(label.beside_mark if made else inner, theme, colors, texts),
    ]
    page = Page(
        id="label",
        width=width,
        height=height,
        background=solid("#FFFFFF00"),
        layers=tuple(layers),
    )
    assets = {**label.assets, **({} if ask.mark is None else ask.mark.assets)}
    document = Document(pages=(page,), assets=assets)
    frame = lay_out(document, default_fonts(), store)[0]
    pixels: NDArray[np.uint8] = render(frame, store.read, 1.0)
    return np.ascontiguousarray(pixels)


def _words(
    inner: Box, theme: Theme, colors: LabelColors, printed: Sequence[str]
) -> list[Layer]:
    if not printed:
        return []
    brand, rest = printed[0], list(printed[1:3])
    if inner.size.aspect > WIDE:
        name = inner.fraction(0.06, 0.2, 0.88, 0.44 if rest else 0.6)
        below = inner.fraction(0.1, 0.70, 0.8, 0.18)
    elif inner.size.aspect < TALL:
        name = inner.fraction(0.13, 0.16, 0.74, 0.22)
        below = inner.fraction(0.12, 0.40, 0.76, 0.12)
    else:
        name = inner.fraction(0.13, 0.12, 0.74, 0.28)
        below = inner.fraction(0.12, 0.42, 0.76, 0.12)
    layers: list[Layer] = [_text("brand", brand, name, theme, colors, "display")]
    if rest:
        layers.append(
            _text("descriptor", "  ".join(rest), below, theme, colors, "subhead", most=0.6)
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
