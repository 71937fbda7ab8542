"""The name beside a mark, set live or drawn, with its tagline, as one block."""

from __future__ import annotations

from typing import NamedTuple

from brand_kits.wordmark import WordmarkSetting, build_wordmark, tagline_line
from brand_kits.wordmark_drawn import drawn_wordmark
from compositor.document import GroupLayer, Layer, TextLayer
from compositor.geometry import Affine, Box
from compositor.typography.fonts import FontSet
from compositor.typography.set_text import set_text

__all__ = ["NameBlock", "build_name"]


_SMALL_TOP = 0.87
"""Where small letters seem to end, between x-height and capitals, over the cap height."""


class NameBlock(NamedTuple):
    """A name.

    Attributes:
        layers: Text layers, or the drawing with its live text, then the tagline.
        ink: Around all of it, px.
        middle_y: The height the eye takes for its middle: without descenders, and for a line
            of small letters between the x-height's middle and the capitals'.
    """

    layers: tuple[Layer, ...]
    ink: Box
    middle_y: float

    def moved(self, dx: float, dy: float) -> NameBlock:
        """Return the block displaced."""
        return NameBlock(
            tuple(_moved(layer, dx, dy) for layer in self.layers),
            self.ink.moved(dx, dy),
            self.middle_y + dy,
        )


def build_name(setting: WordmarkSetting, fonts: FontSet) -> NameBlock:
    """Return the name block, as drawn when the kit has a drawing, else as live text."""
    if setting.kit.wordmark is not None:
        return _drawn(setting, fonts)
    texts = build_wordmark(setting, fonts)
    inks = [set_text(text, fonts).ink for text in texts]
    ink = _union(inks)
    top, foot = ink.y, ink.bottom
    last = set_text(texts[-1], fonts)
    baseline = last.lines[0].baseline_px
    if last.ink.bottom > baseline:
        foot = baseline + (last.ink.bottom - baseline) * 0.2
    first = texts[0]
    if len(texts) == 1 and any(c.islower() and c.isascii() for c in first.text):
        face = fonts.faces_for(first.runs[0].font, first.runs[0].size)[0]
        size = first.runs[0].size
        top = baseline - size * (face.cap_height + face.x_height) / 2
    return NameBlock(tuple(texts), ink, (top + foot) / 2)


def _drawn(setting: WordmarkSetting, fonts: FontSet) -> NameBlock:
    kit, inks = setting.kit, setting.inks
    name = kit.wordmark
    assert name is not None
    shapes = tuple(
        shape.model_copy(update={"fill": inks.name if i == 0 else inks.spark})
        for i, shape in enumerate(name.shapes)
    )
    has_hanzi = any("\u3400" <= c <= "\u9fff" for c in name.says.split("\n")[0])
    # Chinese characters stand a fifth taller than capitals would, as in live text.
    scale = setting.cap_px * (1.12 if has_hanzi else 1.0) / name.cap
    group: Layer = drawn_wordmark(
        shapes,
        name.says,
        name.line_boxes,
        scale=scale,
        font=name.font,
        fonts=fonts,
        prefix=setting.prefix,
    )
    place = Affine.scaling(scale)
    ink = _union([place.apply_box(s.path.bounds) for s in name.shapes])
    layers: tuple[Layer, ...] = (group,)
    said = name.says.split("\n")
    middle = ink.center.y
    if len(said) == 1 and not has_hanzi:
        middle = _middle_of_letters(said[0], ink, name.cap * scale)
    if setting.with_tagline and kit.tagline and kit.tagline not in said:
        tagline = tagline_line(setting, ink, fonts)
        ink = ink.union(set_text(tagline, fonts).ink)
        layers, middle = (group, tagline), ink.center.y
    return NameBlock(layers, ink, middle)


def _middle_of_letters(text: str, ink: Box, cap_px: float) -> float:
    """The height the eye takes for the middle of drawn Latin letters, baseline at 0."""
    is_small = any(c.islower() for c in text)
    top = -cap_px * (_SMALL_TOP if is_small else 1.0)
    return (max(ink.y, top) + 0.2 * max(0.0, ink.bottom)) / 2


def _moved(layer: Layer, dx: float, dy: float) -> Layer:
    if isinstance(layer, TextLayer):
        return layer.model_copy(update={"box": layer.box.moved(dx, dy)})
    assert isinstance(layer, GroupLayer)
    moved = layer.transform.then(Affine.translation(dx, dy))
    return layer.model_copy(update={"transform": moved})


def _union(boxes: list[Box]) -> Box:
    found = boxes[0]
    for box in boxes[1:]:
        found = found.union(box)
    return found
