"""TextCollector: a canvas that only notes the text drawn on it, so fonts can be made first."""

from __future__ import annotations

from typing import Literal

from compositor.canvas.base import Canvas, LayerStyle
from compositor.document.paint import Paint, Stroke
from compositor.geometry import Affine, Box, Path
from compositor.typography.block import SetText

__all__ = ["TextCollector"]


class TextCollector(Canvas):
    """Keeps every text, in drawing order.

    Attributes:
        blocks: What was drawn.
    """

    def __init__(self) -> None:
        self.blocks: list[SetText] = []

    def save(self) -> None:
        """Nothing to remember."""

    def restore(self) -> None:
        """Nothing to go back to."""

    def transform(self, affine: Affine) -> None:
        """Places do not matter."""

    def clip(self, path: Path) -> None:
        """Nothing is cut."""

    def begin_layer(self, style: LayerStyle) -> None:
        """Layers do not matter."""

    def end_layer(self) -> None:
        """Layers do not matter."""

    def fill(self, path: Path, paint: Paint, rule: Literal["nonzero", "evenodd"]) -> None:
        """Not text."""

    def stroke(self, path: Path, stroke: Stroke) -> None:
        """Not text."""

    def image(self, asset: str, source: Box, target: Box) -> None:
        """Not text."""

    def text(self, block: SetText, language: str) -> None:
        """Keep it."""
        del language
        self.blocks.append(block)
