"""Canvas: the ten methods every backend has. Coordinates are px, y down.

State works as in HTML canvas: `save` pushes transform and clip, `restore` pops them.
`begin_layer` … `end_layer` brackets what is composited as one: in SVG it is a `<g>` with an
id and a label, in PDF a transparency group, in a raster an off-screen surface when needed.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from compositor.document.effect import Effect
from compositor.document.layer import BlendMode
from compositor.document.paint import Paint, Stroke
from compositor.geometry import Affine, Box, Path
from compositor.typography.block import SetText

__all__ = ["Canvas", "LayerStyle", "ReadAsset"]

ReadAsset = Callable[[str], bytes]
"""Gives the bytes of an asset by SHA-256; `AssetStore.read` is one."""


@dataclass(frozen=True, kw_only=True)
class LayerStyle:
    """How a bracketed layer meets what is below it.

    Attributes:
        id: The layer's id.
        name: For people; may be empty.
        role: The layer's role.
        opacity: 0–1.
        blend: Blend mode of the whole.
        effects: Shadows and blur, in px of the current transform.
        mask: Asset hash and box of a luminance-times-alpha mask, or None.
    """

    id: str = ""
    name: str = ""
    role: str = "other"
    opacity: float = 1.0
    blend: BlendMode = "normal"
    effects: tuple[Effect, ...] = ()
    mask: tuple[str, Box] | None = None


class Canvas(ABC):
    """One page of one output."""

    @abstractmethod
    def save(self) -> None:
        """Remember transform and clip."""

    @abstractmethod
    def restore(self) -> None:
        """Go back to the transform and clip last saved."""

    @abstractmethod
    def transform(self, affine: Affine) -> None:
        """Apply a transform before the current one (local to parent)."""

    @abstractmethod
    def clip(self, path: Path) -> None:
        """Keep only what lies inside the outline (nonzero), anti-aliased."""

    @abstractmethod
    def begin_layer(self, style: LayerStyle) -> None:
        """Start what is composited as one."""

    @abstractmethod
    def end_layer(self) -> None:
        """Composite it."""

    @abstractmethod
    def fill(self, path: Path, paint: Paint, rule: Literal["nonzero", "evenodd"]) -> None:
        """Fill an outline."""

    @abstractmethod
    def stroke(self, path: Path, stroke: Stroke) -> None:
        """Draw along an outline."""

    @abstractmethod
    def image(self, asset: str, source: Box, target: Box) -> None:
        """Draw part of a picture (px of the picture) over a box, smoothly sampled."""

    @abstractmethod
    def text(self, block: SetText, language: str) -> None:
        """Draw set text; as outlines, or live where the format can hold it."""
