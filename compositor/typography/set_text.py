"""Setting: a text layer becomes a SetText, every glyph at its place.

How a box is met. Along the line, text of display size (`DISPLAY_PX` and more) starts and ends
at its ink, so that large letters align with what is above and below them and centered titles
are centered as seen; smaller text starts and ends at its advances, less the white of brackets
and stops at the line's edges. Across the lines, for display the box's top touches the top of
the capitals, or of the ideographs where the line has any, and its bottom the last baseline,
or the foot of the ideographs — farther where ink goes farther, so ink never leaves the box;
smaller text goes from ascent to descent. `middle` centers from the top of the first line's
capitals or ideographs to the foot of the last line's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from compositor.color import Color
from compositor.document.layer import TextLayer
from compositor.document.paint import SolidPaint
from compositor.document.text import FontChoice, TextRun
from compositor.geometry import Affine, Box
from compositor.typography.block import SetText
from compositor.typography.fonts import FontSet, optical_size
from compositor.typography.setting.along import bent_line, directed, fitted_along
from compositor.typography.setting.decoration import rules_of
from compositor.typography.setting.fit import fitted
from compositor.typography.setting.ink import ink_box
from compositor.typography.setting.place import placed_lines
from compositor.typography.setting.stream import DISPLAY_PX, build_stream

__all__ = ["TextMeasure", "measure", "set_text"]

_NEUTRAL: Final[dict[str, Any]] = {
    "id": "text",
    "name": "",
    "role": "other",
    "transform": Affine(),
    "opacity": 1.0,
    "blend": "normal",
    "clip": None,
    "mask": None,
    "effects": (),
    "visible": True,
}
_BLACK: Final = SolidPaint(color=Color.from_hex("#000000"))
_ENDLESS_PX: Final = 1e7


@dataclass(frozen=True, slots=True)
class TextMeasure:
    """One line of text, its origin on the baseline at the left.

    Attributes:
        width_px: From the first pen position to the last, trims at the edges made.
        ink: Around the outlines.
        cap_height_px: Height of capitals in the first face.
    """

    width_px: float
    ink: Box
    cap_height_px: float


def set_text(layer: TextLayer, fonts: FontSet) -> SetText:
    """Return the layer's text, set. The same layer and fonts always give the same glyphs.

    A `fit` scales all sizes together, but no stroke. Carriage returns, zero-width and other
    invisible characters draw nothing; they stay in the text of their run, except at the ends
    of lines, where they go with the spaces.

    Raises:
        MissingFont: A run asks for a family the set does not have.
        MissingGlyph: No face of the set has a character, an emoji for example.
    """
    neutral = layer.model_copy(update=_NEUTRAL)
    return _set(neutral if layer.path is None else _on_one_line(neutral), fonts)


def measure(
    text: str,
    font: FontChoice,
    size: float,
    *,
    fonts: FontSet,
    tracking: float = 0.0,
    features: tuple[str, ...] = (),
) -> TextMeasure:
    """Return how large a line of text is at a size in px; line ends are not broken.

    Raises:
        MissingFont: The choice asks for a family the set does not have.
        MissingGlyph: No face of the set has a character.
    """
    run = TextRun(
        text=text.replace("\n", " "),
        font=font,
        size=size,
        paint=_BLACK,
        tracking=tracking,
        features=features,
    )
    layer = TextLayer(id="text", box=Box(0, 0, _ENDLESS_PX, _ENDLESS_PX), runs=(run,))
    block = set_text(layer, fonts)
    line = block.lines[0]
    cap = fonts.faces_for(font, size)[0].cap_height * size
    return TextMeasure(line.box.width, block.ink.moved(0, -line.baseline_px), cap)


def _on_one_line(layer: TextLayer) -> TextLayer:
    """Return a layer for a path: horizontal, its line ends as spaces."""
    runs = tuple(
        run.model_copy(update={"text": run.text.replace("\n", " ")}) for run in layer.runs
    )
    return layer.model_copy(update={"runs": runs, "writing": "horizontal", "balance": False})


@lru_cache(maxsize=512)
def _set(layer: TextLayer, fonts: FontSet) -> SetText:
    scale = 1.0
    for _ in range(3):
        display_px = DISPLAY_PX / scale
        stream = build_stream(layer, fonts, scale)
        if layer.path is None:
            fit = fitted(stream, layer, display_px)
        else:
            fit = fitted_along(stream, layer, layer.path, display_px)
        if _sizes_agree(layer, scale, fit.scale):
            break
        scale = fit.scale
    if layer.path is None:
        lines = placed_lines(stream, layer, fit)
    else:
        lines = (bent_line(stream, layer, fit, layer.path),)
    boxes = [line.box for line in lines]
    around = boxes[0]
    for box in boxes[1:]:
        around = around.union(box)
    return SetText(
        lines=lines,
        box=around,
        ink=ink_box(lines),
        scale=fit.scale,
        overset=fit.overset,
        rules=rules_of(lines, layer),
        path=None if layer.path is None else directed(layer.path),
    )


def _sizes_agree(layer: TextLayer, before: float, after: float) -> bool:
    """Whether both scales call for the same optical sizes and the same display rules."""
    return all(
        optical_size(run.size * before) == optical_size(run.size * after)
        and (run.size * before >= DISPLAY_PX) == (run.size * after >= DISPLAY_PX)
        for run in layer.runs
    )
