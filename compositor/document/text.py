"""Live text: runs of characters with a font choice, and how a paragraph is set."""

from typing import Annotated, Literal

from pydantic import Field

from compositor.document.frozen import Frozen, PathField, Share
from compositor.document.paint import Paint, Stroke

__all__ = ["FontChoice", "TextPath", "TextRun"]


class FontChoice(Frozen):
    """Which faces a run asks for, by family name, in order of preference per glyph.

    Latin families come first, so that Latin letters and digits come from them; Chinese
    characters fall through to the first family that has them.
    """

    families: Annotated[tuple[str, ...], Field(min_length=1)]
    weight: int = Field(ge=1, le=1000, default=400)
    italic: bool = False


class TextRun(Frozen):
    """Characters set alike."""

    text: str
    font: FontChoice
    size: float = Field(gt=0)
    """Em size in px."""
    paint: Paint
    stroke: Stroke | None = None
    tracking: float = 0.0
    """Extra space after each glyph, in em."""
    baseline_shift: float = 0.0
    """Upwards, in em."""
    features: tuple[str, ...] = ()
    """OpenType features switched on, such as ``tnum`` or ``smcp``."""
    decoration: Literal["none", "underline", "line-through"] = "none"
    """A line in the run's own paint; line-through strikes out an old price."""
    at_end: bool = False
    """Stands at the far end of its line, the room left before it: amounts in a price list."""


class TextPath(Frozen):
    """A line of text bent along an outline instead of set in the layer's box."""

    outline: PathField
    """Its first contour is the baseline, px of the layer."""
    start: Share = 0.0
    """Where on it, as a part of its length, the text is held: by its start, middle or end
    as the layer's `align` says."""
    side: Literal["left", "right"] = "left"
    """Side of the outline, seen along it, that letters stand on; right turns it around."""
