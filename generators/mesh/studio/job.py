"""Jobs: all that the tracer needs, resolved to triangles, lamps and numbers; plain data.

Colors are linear light. Lengths are centimeters.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel

from generators.mesh.mesh import Mesh
from generators.mesh.prop import Material

__all__ = ["Job", "Lamp", "Lens", "StagedPart", "digest_of"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class StagedPart:
    """A mesh in its place.

    Attributes:
        mesh: In the world.
        material: What it is made of.
        role: subject (in the cut-out), stage (floor, wall, podium) or blocker (gobos).
        texture: RGBA sRGB, straight alpha, or None.
        texture_cm: Width and height the texture covers, for grain at its true size.
        is_wrapped: Whether the texture goes on beyond its left and right edge.
        gloss: Of stage parts, 0–1.
    """

    mesh: Mesh
    material: Material
    role: Literal["subject", "stage", "blocker"] = "subject"
    texture: NDArray[np.uint8] | None = None
    texture_cm: tuple[float, float] = (1.0, 1.0)
    is_wrapped: bool = False
    gloss: float = 0.0


@dataclass(frozen=True, eq=False)
class Lamp:
    """A rectangle of light, or a spotlight, which is a point and never seen.

    Attributes:
        position: Of its center.
        target: Where it faces.
        width: Side to side.
        height: Up and down.
        radiance: (3,), linear; of a spotlight its intensity.
        spread: Half angle of a spotlight, degrees; 0 is a rectangle.
    """

    position: Floats
    target: Floats
    width: float
    height: float
    radiance: Floats
    spread: float = 0.0


@dataclass(frozen=True, eq=False)
class Lens:
    """A solved camera.

    Attributes:
        origin: Where it is.
        target: What it looks at.
        focal_px: Focal length in px of the picture.
        center: (2,) where the axis meets the picture, px from the top left; may lie outside.
        focus: Distance of what is sharp.
        aperture: Radius; 0 is sharp throughout.
    """

    origin: Floats
    target: Floats
    focal_px: float
    center: Floats
    focus: float
    aperture: float = 0.0


@dataclass(frozen=True, eq=False)
class Job:
    """A picture to be traced.

    Attributes:
        parts: Everything with a surface.
        lamps: Everything with light.
        sky: (rows, columns, 3) surroundings, as `sky.painted` makes them.
        lens: The camera.
        size: Width and height asked for, px.
        rendered: Width and height traced, px.
        spp: Samples per pixel of one pass.
        passes: How many.
        depth: Longest light path.
        aov_spp: Samples of the guides.
        seed: Start of the random sequence.
        exposure: Factor before the tone curve.
        paper: (3,) the flat color behind objects, or None.
        wants: beauty, object and shadow, guides; transparent if nothing stands behind.
        radius: Of the group, for tolerances and the shadow's reach.
        pivot: (3,) what a turntable turns about.
    """

    parts: tuple[StagedPart, ...]
    lamps: tuple[Lamp, ...]
    sky: Floats
    lens: Lens
    size: tuple[int, int]
    rendered: tuple[int, int]
    spp: int
    passes: int
    depth: int
    aov_spp: int
    seed: int
    exposure: float
    paper: Floats | None
    wants: tuple[str, ...]
    radius: float
    pivot: Floats


def digest_of(*values: Any) -> str:
    """Return the SHA-256 of plain data: the same content gives the same name."""
    running = hashlib.sha256()
    for value in values:
        _feed(running, value)
    return running.hexdigest()


def _feed(running: Any, value: Any) -> None:
    if isinstance(value, np.ndarray):
        running.update(f"{value.dtype}{value.shape}".encode())
        running.update(np.ascontiguousarray(value).tobytes())
    elif isinstance(value, BaseModel):
        running.update(value.model_dump_json().encode())
    elif is_dataclass(value):
        for field in fields(value):
            running.update(field.name.encode())
            _feed(running, getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        running.update(f"({len(value)}".encode())
        for item in value:
            _feed(running, item)
    else:
        running.update(repr(value).encode())
    running.update(b";")
