"""The board with a peg that things hang from."""

from __future__ import annotations

from generators.mesh.build.extrude import extrude, rounded_region
from generators.mesh.build.lathe import lathe
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import shift, turn
from generators.mesh.prop import Part, PropRequest
from generators.mesh.props.printed import plain, shade

__all__ = ["PEG_CM", "board", "peg"]

PEG_CM = 1.1
"""Radius of the peg."""


def board(request: PropRequest, width: float, height: float) -> Part:
    """Return an upright board on the ground, its front at y = 0."""
    solid = extrude(rounded_region(width, height, 2.4), 2.4, bevel=0.3)
    place = shift(0, 1.2, height / 2)
    return plain("board", solid.moved(place), shade(request.colors.accent, 0.35), "matte")


def peg(height: float, reach: float) -> Part:
    """Return a wooden peg out of the board at a height, cm."""
    turned = lathe(
        profile(
            (0, 0), (PEG_CM, 0), (PEG_CM, reach - 1.4, 0.2), (PEG_CM * 1.45, reach - 1.0, 0.3),
            (PEG_CM * 1.45, reach, 0.5), (0, reach),
        ),
        segments=72,
    )  # fmt: skip
    tilt = turn("x", 90.0 - 4.0)
    return plain("peg", turned.moved(shift(0, 0.4, height) @ tilt), "#B9895A", "wood")
