"""Frame: a laid-out page, every item at a fixed position, the layer tree kept as groups.

Exporters and preflight see Frames, never Layers. Nothing is left to decide: drawing walks
the items bottom first. Coordinates of an item are px of its layer; `transform` leads to the
parent's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compositor.document.effect import Effect
from compositor.document.layer import BlendMode, Mask, Role, Shape
from compositor.document.paint import Paint
from compositor.geometry import Affine, Box, Path, Size
from compositor.typography.block import SetText

IDENTITY = Affine()

__all__ = [
    "Frame",
    "FrameGroup",
    "FrameImage",
    "FrameItem",
    "FrameShapes",
    "FrameText",
    "walk_items",
]


@dataclass(frozen=True, kw_only=True)
class FrameItem:
    """What every item has; see `compositor.document.layer.BaseLayer`."""

    id: str
    name: str
    role: Role
    transform: Affine = IDENTITY
    opacity: float = 1.0
    blend: BlendMode = "normal"
    clip: Path | None = None
    mask: Mask | None = None
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FrameShapes(FrameItem):
    """Outlines."""

    shapes: tuple[Shape, ...]


@dataclass(frozen=True, kw_only=True)
class FrameImage(FrameItem):
    """A picture: the `source` box (px of the picture) drawn over the `target` box."""

    asset: str
    source: Box
    target: Box


@dataclass(frozen=True, kw_only=True)
class FrameText(FrameItem):
    """Set text."""

    layer_box: Box
    """The box the layer asked for."""
    text: str
    """All characters of the layer."""
    block: SetText
    language: str


@dataclass(frozen=True, kw_only=True)
class FrameGroup(FrameItem):
    """Items that fade, clip and blend together."""

    children: tuple[FrameItem, ...]


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A page ready to draw.

    Attributes:
        page_id: The page it came from.
        size: Trim size, px.
        bleed_px: Art beyond the trim.
        margin_px: Text keeps this far inside.
        medium: screen, print or sign.
        background: Fill of the whole sheet, bleed included.
        items: Bottom first.
    """

    page_id: str
    name: str
    size: Size
    bleed_px: float
    margin_px: float
    medium: str
    background: Paint
    items: tuple[FrameItem, ...]


def walk_items(
    items: tuple[FrameItem, ...],
    transform: Affine = IDENTITY,
) -> Iterator[tuple[FrameItem, Affine]]:
    """Yield every item with the transform from its own coordinates to the page's."""
    for item in items:
        placed = item.transform.then(transform)
        yield item, placed
        if isinstance(item, FrameGroup):
            yield from walk_items(item.children, placed)
