"""Layers: one thing on a page each. Bottom first; coordinates in px, y down.

Every layer is drawn in its own coordinates and placed by `transform` into those of its
parent. `role` says what the layer is for; preflight, resizing and brand rules read it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from compositor.document.effect import Effect
from compositor.document.frozen import AffineField, BoxField, Frozen, PathField, Share
from compositor.document.paint import Paint, Stroke
from compositor.document.text import TextPath, TextRun
from compositor.geometry import Affine

__all__ = [
    "BaseLayer",
    "BlendMode",
    "GroupLayer",
    "ImageLayer",
    "Layer",
    "Mask",
    "Role",
    "Shape",
    "TextLayer",
    "VectorLayer",
]

Role = Literal[
    "background",
    "visual",
    "decoration",
    "scrim",
    "mark",
    "logo",
    "headline",
    "subhead",
    "body",
    "meta",
    "price",
    "cta",
    "caption",
    "legal",
    "label",
    "swatch",
    "frame",
    "other",
]

BlendMode = Literal[
    "normal",
    "multiply",
    "screen",
    "overlay",
    "darken",
    "lighten",
    "color-dodge",
    "color-burn",
    "hard-light",
    "soft-light",
    "difference",
    "exclusion",
    "hue",
    "saturation",
    "color",
    "luminosity",
]
"""Source: https://www.w3.org/TR/compositing-1/#blending"""


class Mask(Frozen):
    """A picture whose luminance times alpha says how much of the layer shows."""

    asset: str
    """SHA-256 of the asset."""
    box: BoxField
    """Where the picture lies, in px of the layer."""


class BaseLayer(Frozen):
    """What every layer has."""

    id: Annotated[str, Field(min_length=1)]
    """Unique in the document; stable through edits."""
    name: str = ""
    role: Role = "other"
    transform: AffineField = Affine()
    opacity: Share = 1.0
    blend: BlendMode = "normal"
    clip: PathField | None = None
    """Only what lies inside this outline shows; px of the layer."""
    mask: Mask | None = None
    effects: tuple[Effect, ...] = ()
    visible: bool = True


class ImageLayer(BaseLayer):
    """A picture in a box."""

    kind: Literal["image"] = "image"
    asset: str
    """SHA-256 of the asset."""
    box: BoxField
    fit: Literal["cover", "contain", "fill"] = "cover"
    focus: tuple[Share, Share] = (0.5, 0.5)
    """The part of the picture, in fractions of it, that `cover` keeps in the middle."""


class Shape(Frozen):
    """One outline with its fill and stroke."""

    path: PathField
    fill: Paint | None = None
    stroke: Stroke | None = None
    rule: Literal["nonzero", "evenodd"] = "nonzero"


class VectorLayer(BaseLayer):
    """Outlines, drawn in order."""

    kind: Literal["vector"] = "vector"
    shapes: tuple[Shape, ...]


class TextLayer(BaseLayer):
    """Live text in a box, set when the document is laid out."""

    kind: Literal["text"] = "text"
    box: BoxField
    runs: Annotated[tuple[TextRun, ...], Field(min_length=1)]
    align: Literal["left", "center", "right", "justify"] = "left"
    """Along the line; in vertical text, left means top."""
    valign: Literal["top", "middle", "bottom"] = "top"
    """Across the lines; in vertical text, top means the right edge."""
    writing: Literal["horizontal", "vertical-rl"] = "horizontal"
    leading: float = Field(gt=0, default=1.4)
    """Distance of baselines as a multiple of the largest size in the line."""
    paragraph_gap: float = Field(ge=0, default=0.0)
    """Extra space after each newline, in em."""
    fit: Literal["none", "shrink", "fill"] = "none"
    """none keeps the sizes; shrink scales them down, together, until the text fits its box;
    fill scales them up or down to the largest that fits."""
    min_scale: float = Field(gt=0, le=1, default=0.4)
    """Smallest scale `shrink` and `fill` may reach; below it the text is overset."""
    max_lines: int = Field(ge=0, default=0)
    """0 sets no limit."""
    balance: bool = False
    """Make line lengths alike, for titles."""
    language: str = "zh-Hans"
    """BCP 47."""
    kinsoku: Literal["basic", "gb", "strict"] = "strict"
    """Which marks may not begin or end a line: gb adds the solidus at a line's end, strict
    also dashes and ellipses at its start. Source: https://www.w3.org/TR/clreq/"""
    hanging: bool = False
    """Let marks, and the slopes and rounds of large letters, stand a little outside the box
    so that edges look straight."""
    hyphenate: bool = False
    """Break Western words at syllables where a line needs it; for running text only."""
    match_latin: bool = True
    """In runs of both scripts, size Western letters to look as large as the Chinese."""
    path: TextPath | None = None
    """Bends the text, as one line, along an outline; `box` then only says where it is."""

    @property
    def text(self) -> str:
        """All characters of the layer."""
        return "".join(run.text for run in self.runs)


class GroupLayer(BaseLayer):
    """Layers that move, fade and clip together."""

    kind: Literal["group"] = "group"
    children: tuple[Layer, ...] = ()


Layer = Annotated[
    ImageLayer | VectorLayer | TextLayer | GroupLayer, Field(discriminator="kind")
]

GroupLayer.model_rebuild()
