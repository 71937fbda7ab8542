"""MotifRequest and MotifDrawing: what is asked of the illustrator and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np

from compositor.color import Color
from compositor.document import FontChoice, Layer
from compositor.geometry import Box, Path, Point
from compositor.geometry.boolean import union
from compositor.layout.theme import Palette

__all__ = ["LABEL_FONT", "TREATMENTS", "MotifDrawing", "MotifRequest", "Treatment"]

Treatment = Literal["flat", "line", "doodle", "cut_paper"]
TREATMENTS: tuple[Treatment, ...] = ("flat", "line", "doodle", "cut_paper")
LABEL_FONT = FontChoice(families=("Baloo 2", "Noto Sans SC"), weight=700)


@dataclass(frozen=True, kw_only=True)
class MotifRequest:
    """One motif, wished for.

    Attributes:
        name: Key of `MOTIFS`.
        treatment: The hand it is drawn with.
        palette: Colors; pass one whose ground is what the motif will stand on.
        seed: Same seed, same drawing.
        label: Text that stands on the object exactly as given, or empty.
        attributes: Plain words such as "white", "curly", "mirrored", "round".
        detail: 0 keeps only the big forms, 1 draws every curl and crumb.
        label_font: Face of the label.
    """

    name: str
    palette: Palette
    treatment: Treatment = "flat"
    seed: int = 0
    label: str = ""
    attributes: tuple[str, ...] = ()
    detail: float = 0.7
    label_font: FontChoice = LABEL_FONT

    def has(self, *words: str) -> bool:
        """Whether any of the words was asked for."""
        return any(word in self.attributes for word in words)

    def own(self, color: Color, pull: float = 0.06) -> Color:
        """Return a thing's own color, drawn a little to the palette.

        The attribute "palette" draws it nearly all the way, so that nothing stays as it was.
        """
        return color.mixed(self.palette.primary, 0.8 if self.has("palette") else pull)

    def rng(self, stream: int = 0) -> np.random.Generator:
        """Return a generator of this request's own; `stream` keeps uses apart."""
        return np.random.default_rng([self.seed & 0x7FFFFFFF, stream])


@dataclass(frozen=True, kw_only=True)
class MotifDrawing:
    """A finished motif: layers in a box whose origin is the top left.

    Attributes:
        layers: Bottom first, px of the box; ids are unique within the drawing.
        width: Of the box, px.
        height: Of the box, px.
        ground_y: Where it stands, px from the top.
        floats: Whether it hangs in the air and needs no ground.
        light_deg: Where the light comes from, clockwise from 3 o'clock; 225 is upper left.
        contact: Where it touches the ground, seen flat: the core of its shadow.
        focus: Where one looks first.
        solids: Outlines of everything solid, overlapping; `silhouette` is their union.
        shadow_ids: Layers that are only shadow, for those who cast their own.
        glow: Color of the light it throws on the ground, when it is clear; else None.
    """

    layers: tuple[Layer, ...]
    width: float
    height: float
    ground_y: float
    floats: bool
    contact: Box
    focus: Point
    solids: tuple[Path, ...]
    light_deg: float = 225.0
    shadow_ids: tuple[str, ...] = ()
    glow: Color | None = None

    @cached_property
    def silhouette(self) -> Path:
        """The outline around everything solid; found when first asked for."""
        level = list(self.solids)
        while len(level) > 1:
            pairs = zip(level[::2], level[1::2], strict=False)
            level = [union(a, b) for a, b in pairs] + level[len(level) - len(level) % 2 :]
        return level[0] if level else Path()

    @property
    def aspect(self) -> float:
        """Width divided by height."""
        return self.width / self.height

    @property
    def box(self) -> Box:
        """The whole drawing."""
        return Box(0, 0, self.width, self.height)

    def without_shadow(self) -> MotifDrawing:
        """Return the drawing with its shadow layers left out."""
        kept = tuple(layer for layer in self.layers if layer.id not in self.shadow_ids)
        return replace(self, layers=kept, shadow_ids=())
