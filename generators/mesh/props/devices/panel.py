"""The slab that phones, tablets and lids are: body, glass and screen."""

from __future__ import annotations

from generators.mesh.build.extrude import extrude, flat_face, rounded_region
from generators.mesh.build.pose import shift
from generators.mesh.mesh import Mesh
from generators.mesh.prop import ArtworkArea, Finish, Part
from generators.mesh.props.printed import plain, printed

__all__ = ["GLASS", "flat_screen", "pill", "slab_device"]

GLASS = "#08080B"
"""A screen that is off, and what frames one that is on."""

_GLASS_CM = 0.035


def pill(width: float, height: float, depth: float, *, bevel: float = 0.04) -> Mesh:
    """Return a standing pill or button, centered, cm."""
    region = rounded_region(width, height, min(width, height) / 2, steps=10)
    return extrude(region, depth, bevel=bevel, steps=3)


def flat_screen(
    width: float, height: float, corner: float, front: float, *, name: str = "screen"
) -> tuple[Part, ArtworkArea]:
    """Return a lit screen whose face lies at y = front, and its artwork area."""
    area = ArtworkArea(name, width, height)
    face = flat_face(rounded_region(width, height, corner, steps=14)).moved(shift(y=front))
    return printed(name, face, area, "#E9EEF4", "screen"), area


def slab_device(
    size: tuple[float, float, float],
    corner: float,
    bezel: float,
    *,
    color: str,
    finish: Finish,
    edge: float = 0.16,
) -> tuple[list[Part], ArtworkArea, float]:
    """Return body, glass and screen of a device centered on the origin, facing −y.

    Args:
        size: Width, height and thickness, cm.
        corner: Radius of its outline.
        bezel: Black rim around the screen.
        color: Of the body.
        finish: Of the body.
        edge: How round its edges are.

    Returns:
        The parts, the screen's area, and the y of the screen's face.
    """
    width, height, depth = size
    body = extrude(rounded_region(width, height, corner, steps=20), depth, bevel=edge, steps=6)
    rim = edge * 0.75
    glass = extrude(
        rounded_region(width - 2 * rim, height - 2 * rim, corner - rim, steps=20),
        2 * _GLASS_CM,
        bevel=_GLASS_CM,
        steps=3,
    ).moved(shift(y=-depth / 2))
    front = -depth / 2 - _GLASS_CM - 0.004
    gap = rim + bezel
    screen, area = flat_screen(
        width - 2 * gap, height - 2 * gap, max(corner - gap, 0.05), front
    )
    parts = [
        plain("body", body, color, finish),
        plain("glass", glass, GLASS, "gloss"),
        screen,
    ]
    return parts, area, front
