"""Meshes: triangles with normals and artwork coordinates.

Lengths are centimeters. Axes are right-handed with z up; a prop stands on z = 0, is centered
on x = y = 0 and faces the viewer at −y. Artwork coordinates run 0–1 from the top left of the
artwork, v downward, as pictures do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Mesh", "merged"]

Floats = NDArray[np.float64]
Indices = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Mesh:
    """Triangles.

    Attributes:
        vertices: (n, 3), cm.
        faces: (m, 3) indices, counter-clockwise seen from outside.
        normals: (n, 3), unit length, outward.
        uv: (n, 2) artwork coordinates, or None where no artwork is meant.
    """

    vertices: Floats
    faces: Indices
    normals: Floats
    uv: Floats | None = None

    def __post_init__(self) -> None:
        """Refuse what no tracer can draw.

        Raises:
            ValueError: Shapes disagree, an index is out of range or a number is not finite.
        """
        count = len(self.vertices)
        if self.vertices.shape != (count, 3) or self.normals.shape != (count, 3):
            raise ValueError("vertices and normals must both be (n, 3)")
        if self.faces.ndim != 2 or self.faces.shape[1] != 3 or not len(self.faces):
            raise ValueError("faces must be (m, 3) with m > 0")
        if self.faces.min() < 0 or self.faces.max() >= count:
            raise ValueError("a face names a vertex that does not exist")
        if self.uv is not None and self.uv.shape != (count, 2):
            raise ValueError("uv must be (n, 2)")
        if not (np.isfinite(self.vertices).all() and np.isfinite(self.normals).all()):
            raise ValueError("a vertex or normal is not finite")

    @property
    def bounds(self) -> tuple[Floats, Floats]:
        """The lowest and the highest corner, cm."""
        return self.vertices.min(axis=0), self.vertices.max(axis=0)

    def moved(self, matrix: Floats) -> Mesh:
        """Return the mesh under a 4 × 4 affine matrix; a mirroring one turns faces over."""
        linear = matrix[:3, :3]
        vertices = self.vertices @ linear.T + matrix[:3, 3]
        normals = self.normals @ np.linalg.inv(linear)
        normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
        faces = self.faces[:, ::-1] if np.linalg.det(linear) < 0 else self.faces
        return Mesh(vertices, np.ascontiguousarray(faces), normals, self.uv)


def merged(meshes: Iterable[Mesh]) -> Mesh:
    """Return several meshes as one; artwork coordinates stay only if all have them."""
    parts = list(meshes)
    offsets = np.cumsum([0, *(len(part.vertices) for part in parts[:-1])])
    uvs = [part.uv for part in parts if part.uv is not None]
    return Mesh(
        np.vstack([part.vertices for part in parts]),
        np.vstack([part.faces + offset for part, offset in zip(parts, offsets, strict=True)]),
        np.vstack([part.normals for part in parts]),
        np.vstack(uvs) if len(uvs) == len(parts) else None,
    )
