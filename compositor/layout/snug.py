"""Snug: texts in boxes just deep enough for their lines, and words that stay whole."""

from __future__ import annotations

from itertools import pairwise

from compositor.document import TextLayer
from compositor.geometry import Box
from compositor.typography.block import SetText
from compositor.typography.fonts import FontSet
from compositor.typography.set_text import set_text

__all__ = ["broke_word", "snug"]

_UNSPACED_FROM = "\u0e00"
"""Thai, Lao, Chinese and Japanese lie from here on; words before it stand apart."""


def broke_word(block: SetText) -> bool:
    """Whether a line ends inside a word of a script that parts its words with spaces."""
    for before, after in pairwise(block.lines):
        if before.runs and not before.runs[-1].text:
            continue  # the typesetter's own hyphen
        last, first = before.text[-1:], after.text[:1]
        if all("0" <= c < _UNSPACED_FROM and c.isalnum() for c in (last, first)):
            starts = after.runs[0].start if after.runs else 0
            ends = before.runs[-1].start + len(before.runs[-1].text) if before.runs else 0
            if starts == ends:
                return True
    return False


def snug(layer: TextLayer, box: Box, fonts: FontSet) -> TextLayer:
    """Return the layer in that box, made just deep enough to hold its lines."""
    deep = layer.model_copy(update={"box": box})
    while set_text(deep, fonts).overset and box.height < 4 * _most_depth(layer):
        box = box._replace(height=box.height * 1.06 + 1)
        deep = layer.model_copy(update={"box": box})
    return deep


def _most_depth(layer: TextLayer) -> float:
    """Return an upper bound of a layer's depth, px: every character on a line of its own."""
    return len(layer.text) * max(run.size for run in layer.runs) * layer.leading
