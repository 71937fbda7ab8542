"""Remedy: what would mend a finding, in numbers, so that nobody has to read the sentence.

Lengths are page px. `compositor.preflight.mending.repair` carries out the mechanical ones;
the others ask for another composition or other words.
"""

from typing import Annotated, Literal

from pydantic import Field

from compositor.document import SolidPaint
from compositor.document.frozen import Frozen

__all__ = [
    "AddBleed",
    "Align",
    "Enlarge",
    "Move",
    "Rebreak",
    "Recompose",
    "Remedy",
    "Repaint",
    "Resize",
    "Reweight",
    "Reword",
    "Shorten",
    "Veil",
]


class Repaint(Frozen):
    """Give a text another color."""

    kind: Literal["repaint"] = "repaint"
    layer: str
    paint: SolidPaint


class Veil(Frozen):
    """Lay a soft field of color under a text, and paint the text to read on it."""

    kind: Literal["veil"] = "veil"
    layer: str
    paint: SolidPaint
    opacity: float = Field(gt=0, le=1)
    ink: SolidPaint


class Move(Frozen):
    """Displace a text, with the button or lockup it belongs to."""

    kind: Literal["move"] = "move"
    layer: str
    dx: float = 0.0
    dy: float = 0.0


class Align(Frozen):
    """Displace a text onto the edge, axis or baseline of another."""

    kind: Literal["align"] = "align"
    layer: str
    to: str
    """Id of the text it lines up with."""
    edge: Literal["left", "center", "right", "baseline"]
    dx: float = 0.0
    dy: float = 0.0


class Resize(Frozen):
    """Set a text larger or smaller, its tracking and leading in proportion."""

    kind: Literal["grow", "shrink"]
    layer: str
    factor: float = Field(gt=0)


class Rebreak(Frozen):
    """Break the lines of a text again: balanced, and within `width` when it is given."""

    kind: Literal["rebreak"] = "rebreak"
    layer: str
    width: float | None = None


class AddBleed(Frozen):
    """Extend the sheet beyond the trim."""

    kind: Literal["bleed"] = "bleed"
    bleed: float = Field(gt=0)


class Reweight(Frozen):
    """Set a text in another weight of its faces."""

    kind: Literal["reweight"] = "reweight"
    layer: str
    weight: int = Field(ge=1, le=1000)


class Enlarge(Frozen):
    """Scale art about a point of the page, so that what touches the trim runs through it."""

    kind: Literal["enlarge"] = "enlarge"
    layer: str
    factor: float = Field(gt=1)
    x: float
    y: float


class Recompose(Frozen):
    """Choose another composition: nothing on this one can be moved to mend it."""

    kind: Literal["archetype"] = "archetype"
    wants: Literal["room", "hierarchy", "subject", "density", "fewer_styles", "sharper_picture"]


class Shorten(Frozen):
    """Cut words: no setting of this text fits."""

    kind: Literal["shorten"] = "shorten"
    layer: str
    characters: int = Field(ge=1)
    """At most this many."""


class Reword(Frozen):
    """Write these characters another way: the words as given cannot be set well."""

    kind: Literal["reword"] = "reword"
    layer: str
    characters: str


Remedy = Annotated[
    Repaint
    | Veil
    | Move
    | Align
    | Resize
    | Rebreak
    | Reweight
    | AddBleed
    | Enlarge
    | Recompose
    | Shorten
    | Reword,
    Field(discriminator="kind"),
]
