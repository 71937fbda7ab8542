"""Boxes with round edges, slabs and cards, with printed faces."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from generators.mesh.build.lathe import lathe
from generators.mesh.build.lathe_profile import profile
from generators.mesh.mesh import Mesh

__all__ = ["Face", "box_faces", "cut_face", "slab", "top_printed"]

Floats = NDArray[np.float64]
Face = Literal["front", "right", "back", "left", "top", "bottom"]

FRAMES: dict[Face, tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]] = {
    "front": ((1, 0, 0), (0, 0, 1), (0, -1, 0)),
    "right": ((0, 1, 0), (0, 0, 1), (1, 0, 0)),
    "back": ((-1, 0, 0), (0, 0, 1), (0, 1, 0)),
    "left": ((0, -1, 0), (0, 0, 1), (-1, 0, 0)),
    "top": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "bottom": ((1, 0, 0), (0, -1, 0), (0, 0, -1)),
}
"""What runs right, up and outward on each face, as seen from outside."""


def _stops(half: float, radius: float, steps: int) -> Floats:
    """Return where grid lines lie along one axis, from −half to half."""
    rise = radius * np.tan(np.linspace(0, np.pi / 4, steps + 1))
    upper = half - radius + rise
    return np.concatenate([-upper[::-1], upper])


def box_faces(
    size: tuple[float, float, float],
    radius: float = 0.05,
    *,
    steps: int = 3,
    stops: tuple[float, ...] = (),
) -> dict[Face, Mesh]:
    """Return the six faces of a box, each with uv over itself; together watertight.

    Args:
        size: Width, depth and height, cm; it stands on zero.
        radius: Of its edges, cm.
        steps: Grid lines on half an edge.
        stops: Further grid lines across x, cm from the middle.
    """
    half = np.array(size) / 2
    radius = min(radius, float(half.min()) * 0.98)
    faces: dict[Face, Mesh] = {}
    for name, (right, up, out) in FRAMES.items():
        axes = np.array([right, up, out])
        reach = np.abs(axes) @ half
        columns, rows = (_stops(reach[k], radius, steps) for k in (0, 1))
        if right[0]:
            columns = np.sort(np.concatenate([columns, np.array(stops) * right[0]]))
        a, b = np.meshgrid(columns, rows)
        local = np.column_stack([a.ravel(), b.ravel(), np.full(a.size, reach[2])])
        inner = np.clip(local, -(reach - radius), reach - radius)
        normals = local - inner
        normals /= np.linalg.norm(normals, axis=1, keepdims=True)
        points = inner + radius * normals
        uv = np.column_stack(
            [(points[:, 0] / reach[0] + 1) / 2, (1 - points[:, 1] / reach[1]) / 2]
        )
        count = len(columns)
        low = (np.arange(len(rows) - 1)[:, None] * count + np.arange(count - 1)).ravel()
        triangles = np.vstack(
            [
                np.column_stack([low, low + 1, low + count + 1]),
                np.column_stack([low, low + count + 1, low + count]),
            ]
        ).astype(np.int32)
        vertices = points @ axes + [0.0, 0.0, half[2]]
        faces[name] = Mesh(vertices, triangles, normals @ axes, uv)
    return faces


def slab(
    width: float, depth: float, height: float, corner: float = 0.1, edge: float = 0.03
) -> Mesh:
    """Return a slab lying on zero: a rounded rectangle with round edges, watertight."""
    corner = min(max(corner, edge * 1.2), min(width, depth) / 2)
    edge = min(edge, height * 0.49)
    outline = profile((0, 0), (corner, 0, edge), (corner, height, edge), (0, height))
    core = (max(width / 2 - corner, 0.0), max(depth / 2 - corner, 0.0))
    return lathe(outline, core=core, segments=32 if corner < 1 else 96)


def _chosen(mesh: Mesh, chosen: NDArray[np.bool_]) -> Mesh:
    faces = mesh.faces[chosen]
    used, renamed = np.unique(faces, return_inverse=True)
    return Mesh(
        mesh.vertices[used],
        renamed.reshape(-1, 3).astype(np.int32),
        mesh.normals[used],
        None if mesh.uv is None else mesh.uv[used],
    )


def cut_face(
    mesh: Mesh, direction: tuple[float, float, float], *, above: float = -np.inf
) -> tuple[Mesh, Mesh]:
    """Return the triangles above a height that face `direction` within 40°, and the rest."""
    a, b, c = (mesh.vertices[mesh.faces[:, k]] for k in range(3))
    normals = np.cross(b - a, c - a)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-15)
    chosen = normals @ np.array(direction) > np.cos(np.radians(40))
    chosen &= np.minimum(np.minimum(a, b), c)[:, 2] > above
    return _chosen(mesh, chosen), _chosen(mesh, ~chosen)


def top_printed(
    mesh: Mesh, box: tuple[float, float, float, float], *, above: float = -np.inf
) -> tuple[Mesh, Mesh]:
    """Return what faces up with uv over `box`, and the rest.

    Args:
        mesh: Closed.
        box: Left, bottom, width and height on the ground plan, cm.
        above: Only what lies higher is taken, cm.
    """
    top, rest = cut_face(mesh, (0.0, 0.0, 1.0), above=above)
    left, bottom, width, height = box
    uv = np.column_stack(
        [
            (top.vertices[:, 0] - left) / width,
            1 - (top.vertices[:, 1] - bottom) / height,
        ]
    )
    return Mesh(top.vertices, top.faces, top.normals, np.clip(uv, 0.0, 1.0)), rest
