"""Iridescence: the colors of holographic film as the camera sees them, vertex by vertex."""

from __future__ import annotations

import numpy as np

from generators.mesh.mesh import Mesh
from generators.mesh.studio.job import Floats

__all__ = ["rainbow"]

_MOST_FACES = 240_000


def rainbow(mesh: Mesh, eye: Floats, tint: Floats) -> tuple[Mesh, Floats]:
    """Return the mesh, finely divided, and (n, 3) linear colors of its vertices.

    Film splits light by the angle between sight and surface: the hue runs several times round
    from facing to grazing, and drifts slowly along the surface, as on a real sheet.

    Args:
        mesh: In the world.
        eye: Where the camera is.
        tint: (3,) of the film; white keeps all colors.
    """
    fine = _divided(mesh)
    low, high = fine.bounds
    size = max(float((high - low).max()), 1e-6)
    sight = eye - fine.vertices
    sight /= np.linalg.norm(sight, axis=1, keepdims=True)
    facing = np.clip((sight * fine.normals).sum(axis=1), -1, 1)
    place = (fine.vertices - low) / size
    drift = 0.16 * np.sin(5.1 * place[:, 0] + 3.3 * place[:, 2]) + 0.12 * np.sin(
        7.7 * place[:, 2] - 4.2 * place[:, 1] + 1.0
    )
    lean = 0.55 * fine.normals[:, 0] + 0.75 * fine.normals[:, 2]
    phase = 1.15 * (1 - np.abs(facing)) + 0.45 * lean + drift
    waves = 2 * np.pi * (phase[:, None] + np.array([0.0, 0.33, 0.67]))
    vivid = 0.60 + 0.36 * np.cos(waves)
    strength = 0.82 - 0.30 * np.abs(facing)[:, None] ** 6
    silver = np.full(3, 0.80)
    colors = (silver * (1 - strength) + vivid * strength) * (0.35 + 0.65 * tint)
    return fine, np.clip(colors, 0.02, 0.95)


def _divided(mesh: Mesh) -> Mesh:
    """Return the mesh with its long edges halved until they are short beside the whole."""
    low, high = mesh.bounds
    limit = max(float((high - low).max()), 1e-6) / 90
    vertices, normals, faces, uv = mesh.vertices, mesh.normals, mesh.faces, mesh.uv
    for _ in range(7):
        edges = np.sort(faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
        lengths = np.linalg.norm(vertices[edges[:, 0]] - vertices[edges[:, 1]], axis=1)
        if lengths.max() <= limit or len(faces) * 4 > _MOST_FACES:
            break
        kept, places = np.unique(edges, axis=0, return_inverse=True)
        middle = len(vertices) + places.reshape(-1, 3)
        vertices = np.vstack([vertices, vertices[kept].mean(axis=1)])
        leaning = normals[kept].mean(axis=1)
        leaning /= np.maximum(np.linalg.norm(leaning, axis=1, keepdims=True), 1e-9)
        normals = np.vstack([normals, leaning])
        if uv is not None:
            uv = np.vstack([uv, uv[kept].mean(axis=1)])
        a, b, c = faces.T
        ab, bc, ca = middle.T
        faces = np.vstack([
            np.column_stack(corner)
            for corner in ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))
        ]).astype(np.int32)  # fmt: skip
    return Mesh(vertices, faces, normals, uv)
