"""Solids cut from, joined with and wrapped around one another (manifold3d)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import manifold3d
import numpy as np
from numpy.typing import NDArray

from generators.errors import GenerationFailed
from generators.mesh.build.normals import shaded
from generators.mesh.mesh import Floats, Mesh

__all__ = ["difference", "hull", "intersection", "is_closed", "union", "welded"]


def union(meshes: Iterable[Mesh], *, crease_deg: float = 35.0) -> Mesh:
    """Return what lies in any of several closed meshes.

    Raises:
        GenerationFailed: One of them is not closed.
    """
    solids = [_solid(mesh) for mesh in meshes]
    return _mesh(manifold3d.Manifold.batch_boolean(solids, manifold3d.OpType.Add), crease_deg)


def difference(mesh: Mesh, cut: Mesh, *, crease_deg: float = 35.0) -> Mesh:
    """Return what `cut` leaves of a closed mesh.

    Raises:
        GenerationFailed: One of them is not closed, or nothing is left.
    """
    return _mesh(_solid(mesh) - _solid(cut), crease_deg)


def intersection(first: Mesh, second: Mesh, *, crease_deg: float = 35.0) -> Mesh:
    """Return what lies in both closed meshes.

    Raises:
        GenerationFailed: One of them is not closed, or they share nothing.
    """
    return _mesh(_solid(first) ^ _solid(second), crease_deg)


def hull(points: Floats, *, crease_deg: float = 20.0) -> Mesh:
    """Return the convex solid around points (n, 3)."""
    return _mesh(manifold3d.Manifold.hull_points(np.asarray(points, float)), crease_deg)


def welded(mesh: Mesh, *, within: float = 1e-5) -> tuple[Floats, NDArray[np.int64]]:
    """Return vertices, each place once, and the faces between them that have an area.

    Args:
        mesh: Any.
        within: Places closer than this are one, cm.
    """
    grid = np.round(mesh.vertices / within).astype(np.int64)
    _, first, index = np.unique(grid, axis=0, return_index=True, return_inverse=True)
    faces = index.reshape(-1)[mesh.faces]
    a, b, c = faces.T
    return mesh.vertices[first], faces[(a != b) & (b != c) & (c != a)]


def is_closed(mesh: Mesh) -> bool:
    """Whether the surface encloses a volume: each edge is walked as often there as back."""
    vertices, faces = welded(mesh)
    starts = np.concatenate([faces[:, 0], faces[:, 1], faces[:, 2]]).astype(np.int64)
    ends = np.concatenate([faces[:, 1], faces[:, 2], faces[:, 0]]).astype(np.int64)
    there = np.sort(starts * len(vertices) + ends)
    back = np.sort(ends * len(vertices) + starts)
    return bool(len(faces)) and bool((there == back).all())


def _solid(mesh: Mesh) -> Any:
    vertices, faces = welded(mesh)
    solid = manifold3d.Manifold(
        manifold3d.Mesh(vertices.astype(np.float32), faces.astype(np.uint32))
    )
    if solid.is_empty():
        raise GenerationFailed(
            f"a mesh of {len(faces)} faces is not closed ({solid.status()}); "
            "only solids can be cut and joined"
        )
    return solid


def _mesh(solid: Any, crease_deg: float) -> Mesh:
    if solid.is_empty():
        raise GenerationFailed("nothing is left of the solid; move the cut or make it smaller")
    made = solid.to_mesh()
    vertices = np.asarray(made.vert_properties, dtype=float)[:, :3]
    return shaded(vertices, np.asarray(made.tri_verts, dtype=np.int32), crease_deg=crease_deg)
