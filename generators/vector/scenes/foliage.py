"""Leaves and branches as outlines, for shadows, frames and gardens."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Affine, Path, Point
from generators.vector.patterns.sheet import filled, stroked
from generators.vector.patterns.strokes import ribbon
from generators.vector.patterns.tones import lit, shaded

__all__ = ["Species", "branch", "leaf", "painted_branch"]

Species = Literal["olive", "ficus", "palm", "bamboo", "eucalyptus", "willow"]

_LEAF: dict[Species, tuple[float, float, float, float]] = {
    "olive": (0.24, 0.062, 38, 0.20),
    "ficus": (0.46, 0.105, 52, 0.27),
    "palm": (0.11, 0.022, 48, 0.46),
    "bamboo": (0.17, 0.085, 30, 0.34),
    "eucalyptus": (0.72, 0.085, 62, 0.15),
    "willow": (0.15, 0.045, 26, 0.24),
}
"""Width to length, spacing along the stem, angle off it in degrees, length to the branch."""


def leaf(
    x: float, y: float, length: float, width: float, angle_deg: float, bend: float = 0.12
) -> Path:
    """Return a leaf from its foot at (x, y), pointed, a little bent."""
    b = bend * length
    path = Path(
        (
            ("M", (0.0, 0.0)),
            (
                "C",
                (
                    length * 0.22,
                    -width * 0.62 + b * 0.2,
                    length * 0.66,
                    -width * 0.58 + b * 0.7,
                    length,
                    b,
                ),
            ),
            (
                "C",
                (
                    length * 0.72,
                    width * 0.42 + b * 0.8,
                    length * 0.26,
                    width * 0.58 + b * 0.25,
                    0.0,
                    0.0,
                ),
            ),
            ("Z", ()),
        )
    )
    return path.transformed(Affine.rotation(angle_deg).then(Affine.translation(x, y)))


def branch(
    rng: np.random.Generator,
    start: tuple[float, float],
    heading_deg: float,
    length: float,
    species: Species,
) -> tuple[Path, list[Path]]:
    """Return the stem and the leaves of one branch that droops a little as it goes."""
    ratio, spacing, spread, reach = _LEAF[species]
    droop = float(rng.uniform(-22, 34)) if species != "palm" else float(rng.uniform(24, 52))
    steps = 26
    points = [Point(*start)]
    angle = heading_deg
    for _ in range(steps):
        angle += droop / steps + float(rng.normal(0, 1.1))
        last = points[-1]
        points.append(
            Point(
                last.x + length / steps * math.cos(math.radians(angle)),
                last.y + length / steps * math.sin(math.radians(angle)),
            )
        )
    thick = length * (0.012 if species != "palm" else 0.009)
    stem = ribbon(points, lambda share: thick * (1.15 - share))
    leaves: list[Path] = []
    share = 0.08 if species in ("palm", "eucalyptus") else 0.16
    side = 1
    while share < 1.0:
        index = min(steps - 1, int(share * steps))
        at, ahead = points[index], points[index + 1]
        course = math.degrees(math.atan2(ahead.y - at.y, ahead.x - at.x))
        profile = math.sin(math.pi * (0.16 + 0.80 * share)) ** 0.7
        size = length * reach * profile * float(rng.uniform(0.78, 1.12))
        sides = (1, -1) if species in ("palm", "eucalyptus", "olive") else (side,)
        for turn in sides:
            off = spread * (1.1 - 0.45 * share) + float(
                rng.normal(0, 7 if species != "palm" else 2.5)
            )
            wide = size * ratio * float(rng.uniform(0.62, 1.1))
            leaves.append(leaf(at.x, at.y, size, wide, course + turn * off, 0.14 * turn))
        side = -side
        share += spacing * float(rng.uniform(0.75, 1.25))
    tip = points[-1]
    leaves.append(
        leaf(tip.x, tip.y, length * reach * 0.62, length * reach * ratio * 0.5, angle, 0.05)
    )
    return stem, leaves


def painted_branch(
    rng: np.random.Generator, start: tuple[float, float], heading_deg: float, length: float,
    species: Species, color: Color,
) -> list[Shape]:  # fmt: skip
    """Return a branch in three tones with midribs, lit from the upper left."""
    stem, leaves = branch(rng, start, heading_deg, length, species)
    shapes = [filled(stem, shaded(color, 0.10))]
    tones = (shaded(color, 0.07), color, lit(color, 0.07))
    for path in leaves:
        tone = tones[int(rng.choice(3, p=[0.35, 0.4, 0.25]))]
        shapes.append(filled(path, tone))
        ends = path.segments
        foot, tip = ends[0][1], ends[1][1][4:]
        if species in ("ficus", "eucalyptus", "olive"):
            rib = Path(
                (
                    ("M", (foot[0], foot[1])),
                    ("L", (foot[0] * 0.12 + tip[0] * 0.88, foot[1] * 0.12 + tip[1] * 0.88)),
                )
            )
            shapes.append(stroked(rib, lit(tone, 0.09).with_opacity(0.7), length * 0.0028))
    return shapes
