"""One line of live text put exactly where a design needs its ink."""

from __future__ import annotations

from typing import Literal, NamedTuple

from compositor.document import FontChoice, SolidPaint, TextLayer, TextRun
from compositor.document.layer import Role
from compositor.geometry import Box
from compositor.typography.fonts import SAFE_LATIN, SAFE_SANS, FontSet
from compositor.typography.set_text import measure, set_text
from compositor.typography.texture import seen_weight

__all__ = ["LineStyle", "has_hanzi", "label_font", "line", "line_width", "tracking_to_width"]

_UNREADABLE_SMALL = {"script", "hand", "brush", "pixel", "display"}
"""Kinds of face that break down below 16 px."""


class LineStyle(NamedTuple):
    """Face, size in px, tracking in em and paint."""

    font: FontChoice
    size: float
    paint: SolidPaint
    tracking: float = 0.0


def line(
    layer_id: str,
    text: str,
    style: LineStyle,
    at: tuple[float, float],
    fonts: FontSet,
    *,
    align: Literal["left", "center", "right"] = "left",
    role: Role = "label",
) -> TextLayer:
    """Return a text layer whose ink starts, centers or ends at x and stands on baseline y.

    The box hugs the line, so it says truly what the text occupies. Its language is Chinese
    when it has Chinese characters, else English.
    """
    width = line_width(text, style, fonts) + 2
    height = style.size * 1.3
    run = TextRun(
        text=text,
        font=_seen(style),
        size=style.size,
        paint=style.paint,
        tracking=style.tracking,
    )
    layer = TextLayer(
        id=layer_id,
        name=text[:40],
        role=role,
        box=Box(0, 0, width, height),
        runs=(run,),
        leading=1.2,
        language="zh-Hans" if has_hanzi(text) else "en",
    )
    block = set_text(layer, fonts)
    while block.overset and layer.box.height < 3 * style.size:
        # Latin letters matched to the Chinese beside them may stand taller than their size.
        taller = layer.box._replace(height=layer.box.height * 1.06)
        layer = layer.model_copy(update={"box": taller})
        block = set_text(layer, fonts)
    ink = block.ink
    x = {"left": ink.x, "center": ink.center.x, "right": ink.right}[align]
    return layer.model_copy(
        update={"box": layer.box.moved(at[0] - x, at[1] - block.lines[0].baseline_px)}
    )


def has_hanzi(text: str) -> bool:
    """Whether a text has a Chinese character."""
    return any("\u3400" <= c <= "\u9fff" for c in text)


def label_font(font: FontChoice, fonts: FontSet) -> FontChoice:
    """Return the face for notes of a sheet: the style's, unless handwriting, too fine small."""
    kinds = {fonts.entry(name).kind.lower() for name in font.families[:3]}
    if kinds & _UNREADABLE_SMALL:
        return font.model_copy(update={"families": (SAFE_LATIN, SAFE_SANS)})
    return font


def line_width(text: str, style: LineStyle, fonts: FontSet) -> float:
    """Return how wide a line is, from ink to ink or advance to advance, whichever is more."""
    found = measure(text, _seen(style), style.size, fonts=fonts, tracking=style.tracking)
    return max(found.width_px, found.ink.right) + max(0.0, -found.ink.x)


def _seen(style: LineStyle) -> FontChoice:
    """Return the font a little heavier where the line is so small that it would look light."""
    weight = seen_weight(style.font.weight, style.size)
    return style.font.model_copy(update={"weight": weight})


def tracking_to_width(
    text: str, style: LineStyle, width: float, fonts: FontSet, *, limits: tuple[float, float]
) -> float:
    """Return the tracking, in em within limits, that stretches a line's ink to a width."""
    gaps = max(1, len(text) - 1)
    bare = measure(text, style.font, style.size, fonts=fonts, tracking=0.0).ink.width
    wanted = (width - bare) / gaps / style.size
    return max(limits[0], min(limits[1], wanted))
