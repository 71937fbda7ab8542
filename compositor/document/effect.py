"""Effects on a whole layer: drop shadow and blur. Lengths in px of the layer."""

from typing import Annotated, Literal

from pydantic import Field

from compositor.color import Color
from compositor.document.frozen import Frozen

__all__ = ["Blur", "Effect", "Shadow"]


class Shadow(Frozen):
    """A soft copy of the layer's shape, behind it."""

    kind: Literal["shadow"] = "shadow"
    dx: float = 0.0
    dy: float = 0.0
    blur: float = Field(ge=0, default=0.0)
    """Standard deviation of the Gaussian, px (half of the CSS blur radius)."""
    color: Color


class Blur(Frozen):
    """A Gaussian blur of the layer itself."""

    kind: Literal["blur"] = "blur"
    blur: float = Field(ge=0)
    """Standard deviation, px."""


Effect = Annotated[Shadow | Blur, Field(discriminator="kind")]
