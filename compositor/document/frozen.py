"""The base of every stored model: frozen, strict about unknown fields, no NaN."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from compositor.geometry import Affine, Box, Path

__all__ = ["AffineField", "BoxField", "Frozen", "PathField", "Share"]


class Frozen(BaseModel):
    """A value: never changed, only replaced with `model_copy(update=…)`."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, arbitrary_types_allowed=True
    )


Share = Annotated[float, Field(ge=0, le=1)]
"""A part of the whole, 0–1."""


def _path(value: object) -> object:
    return Path.from_svg(value) if isinstance(value, str) else value


def _box(value: object) -> object:
    return Box(*value) if isinstance(value, (list, tuple)) else value


def _affine(value: object) -> object:
    return Affine(*value) if isinstance(value, (list, tuple)) else value


PathField = Annotated[
    Path,
    BeforeValidator(_path),
    PlainSerializer(lambda path: path.to_svg(), return_type=str),
]
"""A `Path`, stored as SVG path data with three decimals."""

BoxField = Annotated[Box, BeforeValidator(_box)]
"""A `Box`, stored as [x, y, width, height] in px."""

AffineField = Annotated[Affine, BeforeValidator(_affine)]
"""An `Affine`, stored as [a, b, c, d, e, f]."""
