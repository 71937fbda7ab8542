"""Labels stuck to round and flat things: a little raised, with cut corners and an edge."""

from __future__ import annotations

import math

from generators.mesh.build.lathe import lathe, ring_length
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sheet import flat, rectangle, sheet
from generators.mesh.build.sheet_folds import around
from generators.mesh.mesh import Mesh
from generators.mesh.prop import ArtworkArea, Finish, Part
from generators.mesh.props.printed import BLEED_CM, plain, printed

__all__ = ["LABEL_CM", "flat_label", "round_label", "wrap_label"]

LABEL_CM = 0.02
"""How thick labels are, and how far they stand off what they are stuck to."""


def round_label(
    radius: float,
    low: float,
    size: tuple[float, float],
    color: str,
    *,
    corner: float = 0.2,
    name: str = "label",
    finish: Finish = "paper",
) -> tuple[list[Part], ArtworkArea]:
    """Return a label of `size` around the front of a cylinder, and its artwork area."""
    width, height = size
    area = ArtworkArea(name, width, height, BLEED_CM)
    columns = max(12, math.ceil(width / radius / math.radians(3.5)))
    made = sheet(
        rectangle(width, height, corner),
        around(radius + LABEL_CM, low),
        thickness=LABEL_CM,
        columns=columns,
    )
    return [
        printed(name, made.front, area, color, finish),
        plain(f"{name}_stock", made.rest, color, finish),
    ], area


def flat_label(
    place: tuple[float, float, float],
    size: tuple[float, float],
    color: str,
    *,
    corner: float = 0.2,
    name: str = "label",
    finish: Finish = "paper",
    lean: float = 0.0,
) -> tuple[list[Part], ArtworkArea]:
    """Return an upright label whose lower middle is at `place`, leaning back by `lean`°."""
    area = ArtworkArea(name, *size, BLEED_CM)
    made = sheet(rectangle(*size, corner), flat, thickness=LABEL_CM)
    made = made.moved(shift(*place) @ turn("x", 90 - lean))
    return [
        printed(name, made.front, area, color, finish),
        plain(f"{name}_stock", made.rest, color, finish),
    ], area


def wrap_label(
    radius: float,
    low: float,
    high: float,
    color: str,
    *,
    core: tuple[float, float] = (0.0, 0.0),
    name: str = "label",
    finish: Finish = "paper",
) -> tuple[list[Part], ArtworkArea]:
    """Return a label once around, and its artwork area."""
    inner, outer = radius + LABEL_CM / 2, radius + LABEL_CM * 1.5
    area = ArtworkArea(name, ring_length(outer, core), high - low, is_wrapped=True)
    face = lathe(profile((outer, low), (outer, high)), core=core, has_uv=True)
    rest: Mesh = lathe(
        profile((outer, high), (inner, high), (inner, low), (outer, low)), core=core
    )
    return [
        printed(name, face, area, color, finish),
        plain(f"{name}_stock", rest, color, finish),
    ], area
