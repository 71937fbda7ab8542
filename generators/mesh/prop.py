"""Props: things made of parts, each with a material and, where it is printed, artwork."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from compositor.document.frozen import Frozen
from generators.mesh.mesh import Mesh

__all__ = [
    "ArtworkArea",
    "Finish",
    "Hex",
    "Material",
    "Part",
    "Prop",
    "PropColors",
    "PropEntry",
    "PropRequest",
]

Finish = Literal[
    "matte", "satin", "gloss", "metal", "brushed_metal", "chrome", "glass", "frosted_glass",
    "liquid", "paper", "kraft", "fabric", "ceramic", "rubber", "clay", "wood", "holographic",
    "screen",
]  # fmt: skip
"""matte, satin and gloss are plastic or paint; screen gives light of its own."""

Hex = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]


class Material(Frozen):
    """What a part is made of."""

    finish: Finish = "satin"
    color: Hex = "#D9D9DC"
    """sRGB; the tint of glass and liquid."""
    artwork: str = ""
    """The artwork area whose picture covers the part; empty for plain color."""


@dataclass(frozen=True, eq=False)
class Part:
    """One mesh of one material."""

    name: str
    mesh: Mesh
    material: Material


@dataclass(frozen=True)
class ArtworkArea:
    """A printed face.

    Attributes:
        name: As parts name it: ``label``, ``front``, ``screen``.
        width_cm: Finished width, unrolled.
        height_cm: Finished height.
        bleed_cm: What the artwork carries beyond the finished size on each side; the uv of
            the part already lie inside it.
        is_wrapped: Whether the left edge meets the right one (cans, tubes).
    """

    name: str
    width_cm: float
    height_cm: float
    bleed_cm: float = 0.0
    is_wrapped: bool = False


@dataclass(frozen=True, eq=False)
class Prop:
    """A thing to be put before the camera or saved as a 3D file."""

    name: str
    parts: tuple[Part, ...]
    artwork: tuple[ArtworkArea, ...] = ()


class PropColors(Frozen):
    """Colors a prop is made in, taken from a Theme."""

    body: Hex = "#E9E4DA"
    accent: Hex = "#2F5D8C"
    detail: Hex = "#22242A"
    """Caps, handles, edges."""
    content: Hex = "#C8643C"
    """What is inside: juice, cream, coffee."""


class PropRequest(Frozen):
    """How a prop is to be built."""

    colors: PropColors = PropColors()
    finish: Finish | None = None
    """Of the body; None takes what the thing is usually made of."""
    slenderness: Annotated[float, Field(ge=0.6, le=1.6)] = 1.0
    """Height over width, relative to the usual one."""
    text: str = ""
    """For props made of type."""
    seed: Annotated[int, Field(ge=0)] = 0


@dataclass(frozen=True)
class PropEntry:
    """A line of the prop registry.

    Attributes:
        name: snake_case.
        nouns: What people call it, English and Chinese.
        kind: Where it belongs in the gallery.
        build: Makes it.
    """

    name: str
    nouns: tuple[str, ...]
    kind: Literal[
        "packaging", "stationery", "apparel", "device", "signage", "table", "abstract", "type"
    ]
    build: Callable[[PropRequest], Prop]
