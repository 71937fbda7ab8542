"""Fonts that can still shape: what live text in joined or stacked scripts brings along.

`EmbeddedFont` gives every character one glyph, which Arabic or Devanagari cannot be set
with; here the face itself is cut down to the text, its substitution rules kept.
"""

from __future__ import annotations

import io
from functools import lru_cache

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from compositor.typography.block import GlyphRun
from compositor.typography.face import Face
from compositor.typography.script import script_of

__all__ = ["needs_shaping", "shaping_font"]


def needs_shaping(run: GlyphRun) -> bool:
    """Whether a run is of a script whose characters have no one glyph each."""
    return run.right_to_left or any(script_of(character) for character in run.text)


@lru_cache(maxsize=64)
def shaping_font(face: Face, characters: str) -> bytes:
    """Return a face cut down to some characters, at its instance, as WOFF.

    Args:
        face: Where outlines and rules come from.
        characters: Sorted, each once.
    """
    font = TTFont(
        io.BytesIO(face.data), fontNumber=face.index, lazy=False, recalcTimestamp=False
    )
    options = subset.Options()
    options.layout_features = ["*"]
    options.name_IDs = [1, 2]
    cut = subset.Subsetter(options)
    cut.populate(text=characters)
    cut.subset(font)
    if "fvar" in font:
        place = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | face.axes
        font = instancer.instantiateVariableFont(font, place)
    font.flavor = "woff"
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()
