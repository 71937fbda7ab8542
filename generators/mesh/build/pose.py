"""Poses: 4 × 4 matrices that move and turn meshes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from generators.mesh.mesh import Floats
from generators.mesh.prop import Part

__all__ = ["moved_parts", "scale", "shift", "turn"]


def shift(x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Floats:
    """Return the matrix that moves by cm."""
    matrix = np.eye(4)
    matrix[:3, 3] = (x, y, z)
    return matrix


def scale(x: float, y: float | None = None, z: float | None = None) -> Floats:
    """Return the matrix that scales about the origin; one number scales all axes."""
    return np.diag([x, x if y is None else y, x if z is None else z, 1.0])


def turn(axis: str, angle_deg: float) -> Floats:
    """Return the matrix that turns about ``x``, ``y`` or ``z``, right-handed."""
    a = np.radians(angle_deg)
    i, j = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}[axis]
    matrix = np.eye(4)
    matrix[i, i] = matrix[j, j] = np.cos(a)
    matrix[i, j], matrix[j, i] = -np.sin(a), np.sin(a)
    return matrix


def moved_parts(parts: Iterable[Part], matrix: Floats) -> tuple[Part, ...]:
    """Return the parts under a matrix."""
    return tuple(replace(part, mesh=part.mesh.moved(matrix)) for part in parts)
