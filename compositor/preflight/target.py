"""Target: what the place where a design will be seen asks of it, beyond the house rules."""

from __future__ import annotations

from typing import NamedTuple, Self

from pydantic import Field, model_validator

from compositor.document.frozen import BoxField, Frozen, Share
from compositor.geometry import Box, Size

__all__ = ["Insets", "Target"]


class Insets(NamedTuple):
    """Distances from the four edges, fractions of the height (top, bottom) or width."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0

    def inside(self, size: Size) -> Box:
        """Return what is left of a page of that size, px."""
        return Box(
            self.left * size.width,
            self.top * size.height,
            (1 - self.left - self.right) * size.width,
            (1 - self.top - self.bottom) * size.height,
        )


class Target(Frozen):
    """A specification as preflight needs it; every field is optional.

    Source of the values: the publisher's, through `knowledge.asset_specs`.
    """

    name: str = ""
    """Id of the specification, quoted as the rule's source."""
    safe: Insets = Insets()
    """Text stays inside these."""
    keepouts: tuple[BoxField, ...] = ()
    """Boxes, in fractions of the page, that the platform covers."""
    dpi: float | None = Field(default=None, gt=0)
    """Resolution pictures need in print."""
    bleed: float | None = Field(default=None, ge=0)
    """Art beyond the trim, px."""
    distance_mm: float | None = Field(default=None, gt=0)
    """From how far away it is read."""
    whitespace: Share | None = None
    """How much emptiness the style wants, as `StyleParams.whitespace`."""

    @model_validator(mode="after")
    def _leaves_room(self) -> Self:
        safe = self.safe
        if min(safe) < 0 or safe.left + safe.right >= 1 or safe.top + safe.bottom >= 1:
            raise ValueError(
                f"safe insets {tuple(safe)} leave no page; give fractions that sum under 1"
            )
        return self
