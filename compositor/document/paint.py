"""What an outline is filled or stroked with: a color, a gradient or a picture.

Gradient coordinates are in px of the layer that uses the paint. Colors carry an optional
token label (for example ``primary``) that the compositor never interprets.
"""

from typing import Annotated, Literal

from pydantic import Field

from compositor.color import Color
from compositor.document.frozen import AffineField, Frozen, Share
from compositor.geometry import Affine

__all__ = [
    "ImagePaint",
    "LinearGradient",
    "Paint",
    "RadialGradient",
    "SolidPaint",
    "Stop",
    "Stroke",
    "SweepGradient",
    "solid",
]


class SolidPaint(Frozen):
    """One color."""

    kind: Literal["solid"] = "solid"
    color: Color
    token: str = ""
    """The theme role the color came from, or empty."""


class Stop(Frozen):
    """A color at a place along a gradient."""

    offset: Share
    color: Color
    token: str = ""


Stops = Annotated[tuple[Stop, ...], Field(min_length=2)]


class LinearGradient(Frozen):
    """Colors along the line from (x1, y1) to (x2, y2), px."""

    kind: Literal["linear"] = "linear"
    x1: float
    y1: float
    x2: float
    y2: float
    stops: Stops


class RadialGradient(Frozen):
    """Colors outwards from (cx, cy) to the radius, px."""

    kind: Literal["radial"] = "radial"
    cx: float
    cy: float
    radius: float = Field(gt=0)
    stops: Stops
    transform: AffineField = Affine()
    """Applied to the gradient before use, as SVG gradientTransform: makes it elliptical."""


class SweepGradient(Frozen):
    """Colors around (cx, cy), clockwise from `start_deg` (0 is 3 o'clock)."""

    kind: Literal["sweep"] = "sweep"
    cx: float
    cy: float
    start_deg: float = 0.0
    stops: Stops


class ImagePaint(Frozen):
    """A picture, repeated or clamped, as a fill."""

    kind: Literal["image"] = "image"
    asset: str
    """SHA-256 of the asset."""
    transform: AffineField = Affine()
    """From picture px to layer px."""
    tile: Literal["repeat", "mirror", "clamp", "decal"] = "repeat"


Paint = Annotated[
    SolidPaint | LinearGradient | RadialGradient | SweepGradient | ImagePaint,
    Field(discriminator="kind"),
]


class Stroke(Frozen):
    """How an outline is drawn along its line."""

    paint: Paint
    width: float = Field(gt=0)
    """In px of the layer."""
    cap: Literal["butt", "round", "square"] = "round"
    join: Literal["miter", "round", "bevel"] = "round"
    miter_limit: float = 4.0
    dashes: tuple[float, ...] = ()
    """Alternating on and off lengths in px; empty draws a solid line."""
    dash_offset: float = 0.0


def solid(color: Color | str, token: str = "") -> SolidPaint:
    """Return a solid paint from a color or a hex text."""
    return SolidPaint(
        color=Color.from_hex(color) if isinstance(color, str) else color, token=token
    )
