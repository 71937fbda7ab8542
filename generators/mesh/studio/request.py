"""Studio requests: what stands before the camera, the set, the light, the lens, the quality.

Lengths are centimeters, angles degrees. The camera looks from −y; a prop is turned, never the
camera, so that light and set stay as a photographer would leave them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Final, Literal, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, InstanceOf, ValidationError, field_validator, model_validator

from compositor.document import Asset
from compositor.document.frozen import BoxField, Frozen
from compositor.geometry import Box
from generators.errors import GenerationFailed
from generators.mesh.prop import Hex, Prop, PropRequest

__all__ = [
    "MAX_SIDE_PX",
    "QUALITIES",
    "Artwork",
    "Backdrop",
    "BackdropKind",
    "Camera",
    "Placement",
    "Quality",
    "Rig",
    "RigName",
    "Settings",
    "StudioRequest",
]

MAX_SIDE_PX: Final = 4096
"""Longest side the studio renders: more would take an hour on two cores."""

RigName = Literal["soft_studio", "hard_sun", "neon_rim", "product_window", "dark_luxury"]
BackdropKind = Literal["cyclorama", "gradient", "color", "podium", "arch", "transparent"]
Quality = Literal["draft", "standard", "final"]
Artwork = InstanceOf[Asset] | InstanceOf[np.ndarray]
"""A picture of the asset store, or (height, width, 3 or 4) uint8 sRGB with straight alpha."""

Place = Annotated[float, Field(ge=-1000, le=1000)]
Angle = Annotated[float, Field(ge=-360, le=360)]


class _Asked(Frozen):
    """A model whose faults are told as one sentence of our own."""

    @model_validator(mode="wrap")
    @classmethod
    def _explained(cls, value: Any, read: Callable[[Any], Self]) -> Self:
        try:
            return read(value)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or cls.__name__
            given = first.get("input")
            shown = f" (given {given!r})" if isinstance(given, (str, int, float)) else ""
            raise GenerationFailed(
                f"the studio cannot use {where}{shown}: {first['msg']}; correct it"
            ) from error


class Placement(_Asked):
    """One prop on the set."""

    prop: str | InstanceOf[Prop]
    """A name of `PROPS`, or a prop already built."""
    request: PropRequest = PropRequest()
    """How to build it; not used for a built prop."""
    position: tuple[Place, Place, Place] = (0.0, 0.0, 0.0)
    """Where its center stands, cm: right, away from the camera, up."""
    turn: Angle = 0.0
    """About the upright axis, counter-clockwise from above."""
    tilt: Angle = 0.0
    """Leaning back (positive) or towards the camera, about its foot."""
    roll: Angle = 0.0
    """Leaning to the right (positive), about its foot."""
    scale: Annotated[float, Field(gt=0.001, le=1000)] = 1.0
    artworks: dict[str, Artwork] = Field(default_factory=dict)
    """Artwork area → picture. An area without one shows the plain material."""

    @field_validator("artworks")
    @classmethod
    def _are_pictures(cls, value: dict[str, Artwork]) -> dict[str, Artwork]:
        for name, picture in value.items():
            if isinstance(picture, Asset):
                continue
            is_raster = picture.ndim == 3 and picture.shape[2] in {3, 4}
            if picture.dtype != np.uint8 or not is_raster or not picture.size:
                raise ValueError(f"artwork {name!r} must be (height, width, 3 or 4) of uint8")
        return value


class Backdrop(_Asked):
    """What is behind and below.

    cyclorama: paper swept from floor to wall. gradient: the same, from `color` at the foot to
    `second` at the top. color: exactly that color, with the shadows alone laid on it. podium:
    a cyclorama and a podium under every prop. arch: podiums before an arch in the wall.
    transparent: nothing; objects and shadow come apart.
    """

    kind: BackdropKind = "cyclorama"
    color: Hex = "#EDE6DC"
    second: Hex | None = None
    """The other color of gradient, podium and arch; None takes a shade of `color`."""
    gloss: Annotated[float, Field(ge=0, le=1)] = 0.0
    """0: paper. 1: polished acrylic with mirror images."""


class Rig(_Asked):
    """Light."""

    name: RigName = "soft_studio"
    colors: tuple[Hex, ...] = Field(default=(), max_length=3)
    """Of the lamps of neon_rim (left, right) or the glow of dark_luxury; empty: its own."""
    gobo: Literal["auto", "none", "leaves", "blinds", "panes"] = "auto"
    """What throws a pattern; auto: leaves for hard_sun, panes for product_window."""
    strength: Annotated[float, Field(gt=0, le=8)] = 1.0


class Camera(_Asked):
    """Lens and framing. The group is always framed as a whole."""

    tilt: Annotated[float, Field(ge=0, le=85)] = 12.0
    """How far the camera looks down."""
    fov: Annotated[float, Field(ge=4, le=80)] = 22.0
    """Along the shorter side of the picture; long lenses are what products are shot with."""
    box: BoxField = Box(0.14, 0.12, 0.72, 0.74)
    """Where the group goes, in fractions of the picture."""
    blur: Annotated[float, Field(ge=0, le=1)] = 0.0
    """Depth of field: 0 is sharp throughout."""

    @field_validator("box")
    @classmethod
    def _is_a_place(cls, value: Box) -> Box:
        if value.width < 0.02 or value.height < 0.02 or not Box(-1, -1, 3, 3).covers(value):
            raise ValueError("the box must be at least 0.02 of the picture and near it")
        return value


class StudioRequest(_Asked):
    """A picture to be taken.

    Raises:
        GenerationFailed: On construction, when a value cannot be used; says which.
    """

    placements: Annotated[tuple[Placement, ...], Field(min_length=1, max_length=64)]
    backdrop: Backdrop = Backdrop()
    rig: Rig = Rig()
    camera: Camera = Camera()
    width: Annotated[int, Field(ge=16, le=MAX_SIDE_PX)] = 1024
    """px."""
    height: Annotated[int, Field(ge=16, le=MAX_SIDE_PX)] = 1024
    quality: Quality = "draft"
    turn: Angle = 0.0
    """Of the whole group."""
    layers: bool = False
    """Whether object and shadow are wanted apart too; always so when transparent."""
    guides: bool = False
    """Whether surface color (albedo) and facing (normal) are wanted as pictures."""
    seed: Annotated[int, Field(ge=0, lt=2**31)] = 0


class Settings(Frozen):
    """What a quality means.

    Samples of one render are a power of two: threads take 2ⁿ samples at a time, so a pixel is
    then summed by one thread, in one order, to the same bits. Those of the guides are also a
    square, for they are stratified.

    Attributes:
        longest_px: Longest side that is traced; a larger picture is enlarged from it.
        spp: Samples per pixel, all passes together.
        passes: How many times the picture is gone over.
        depth: Longest light path.
        aov_spp: Samples per pixel of color and normal guides.
        texture: Artwork texels per px.
    """

    longest_px: int
    spp: int
    passes: int
    depth: int
    aov_spp: int
    texture: float


QUALITIES: Final[dict[Quality, Settings]] = {
    "draft": Settings(longest_px=640, spp=8, passes=2, depth=7, aov_spp=16, texture=1.5),
    "standard": Settings(
        longest_px=MAX_SIDE_PX, spp=32, passes=4, depth=9, aov_spp=16, texture=1.5
    ),
    "final": Settings(
        longest_px=MAX_SIDE_PX, spp=64, passes=8, depth=12, aov_spp=16, texture=1.75
    ),
}


def solid(color: str) -> NDArray[np.float64]:
    """Return a hex color as linear light, (3,)."""
    encoded = np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    low = encoded / 12.92
    return np.where(encoded <= 0.04045, low, ((encoded + 0.055) / 1.055) ** 2.4)
