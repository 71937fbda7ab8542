"""The lathe: profiles turned about z, or about a rectangle for square and oval things."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generators.mesh.build.lathe_profile import Profile, profile
from generators.mesh.mesh import Mesh, merged

__all__ = ["Flutes", "inside_out", "lathe", "lathe_arc", "ring", "ring_length"]

Floats = NDArray[np.float64]
Indices = NDArray[np.int32]


FLUTE_END_CM = 0.1
"""Over which grip lines run out."""


@dataclass(frozen=True)
class Flutes:
    """Grip lines cut into the side.

    Attributes:
        count: How many around.
        depth: cm.
        low: They begin here, cm above zero.
        high: They end here.
    """

    count: int
    depth: float
    low: float
    high: float


def ring_length(radius: float, core: tuple[float, float] = (0.0, 0.0)) -> float:
    """Return the way around at `radius`, cm."""
    return 2 * np.pi * radius + 4 * (core[0] + core[1])


def _ring(core: tuple[float, float], segments: int) -> tuple[Floats, Floats]:
    """Return angles from the front and core corners of a ring that begins at the back."""
    half, depth = core
    if half == 0 and depth == 0:
        angles = np.linspace(-np.pi, np.pi, segments + 1)
        return angles, np.zeros((segments + 1, 2))
    quarter = max(4, segments // 4)
    quarters = [
        (-np.pi, (-half, depth)),
        (-np.pi / 2, (-half, -depth)),
        (0.0, (half, -depth)),
        (np.pi / 2, (half, depth)),
    ]
    turns = [-np.pi]
    centers: list[tuple[float, float]] = [(0.0, depth)]
    for start, corner in quarters:
        if start == 0.0:  # the middle of the front, as at the back, so that ends meet
            turns.append(0.0)
            centers.append((0.0, -depth))
        turns.extend(np.linspace(start, start + np.pi / 2, quarter + 1))
        centers.extend([corner] * (quarter + 1))
    return np.array([*turns, np.pi]), np.array([*centers, (0.0, depth)])


def _lids(outline: Profile, core: tuple[float, float]) -> list[Mesh]:
    """Return the rectangles that close a profile which ends on the axis of a wide core."""
    half, depth = core
    if half == 0 or depth == 0:
        return []
    lids = []
    for (radius, height), normal, facing in (
        (outline.runs[0][0][0], outline.runs[0][1][0], -1.0),
        (outline.runs[-1][0][-1], outline.runs[-1][1][-1], 1.0),
    ):
        if radius > 1e-9:
            continue
        up = normal[1] if abs(normal[1]) > 1e-6 else facing
        corners = np.array(
            [(-half, -depth, height), (0.0, -depth, height), (half, -depth, height),
             (half, depth, height), (0.0, depth, height), (-half, depth, height)]
        )  # fmt: skip
        faces = np.array([(0, 1, 4), (0, 4, 5), (1, 2, 3), (1, 3, 4)], dtype=np.int32)
        if up < 0:
            faces = faces[:, ::-1]
        normals = np.tile([0.0, 0.0, np.sign(up)], (6, 1))
        lids.append(Mesh(corners, np.ascontiguousarray(faces), normals, None))
    return lids


def _grid_faces(rows: int, columns: int) -> Indices:
    """Return triangles of a grid of points, rows around and columns along the profile."""
    low = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)[None]).ravel()
    next_row = low + columns
    return np.vstack(
        [
            np.column_stack([low, next_row, next_row + 1]),
            np.column_stack([low, next_row + 1, low + 1]),
        ]
    ).astype(np.int32)


def _without_slivers(vertices: Floats, faces: Indices) -> Indices:
    a, b, c = (vertices[faces[:, k]] for k in range(3))
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    return np.ascontiguousarray(faces[area > 1e-12])


def _turned(
    run: tuple[Floats, Floats],
    angles: Floats,
    centers: Floats,
    flutes: Flutes | None,
    v: Floats | None,
) -> Mesh | None:
    points, normals = run
    out = np.column_stack([np.sin(angles), -np.cos(angles)])
    around = np.column_stack([np.cos(angles), np.sin(angles)])
    radius = np.broadcast_to(points[:, 0], (len(angles), len(points))).copy()
    slope = np.zeros_like(radius)
    if flutes is not None:
        inside = np.minimum(points[:, 1] - flutes.low, flutes.high - points[:, 1])
        cut = np.clip(inside / FLUTE_END_CM, 0, 1) * (np.abs(normals[:, 0]) > 0.2)
        wave = 0.5 - 0.5 * np.cos(flutes.count * angles)
        steep = 0.5 * flutes.count * np.sin(flutes.count * angles)
        radius -= flutes.depth * wave[:, None] * cut
        slope = -flutes.depth * steep[:, None] * cut / np.maximum(radius, 1e-6)
    flat = centers[:, None] + radius[..., None] * out[:, None]
    vertices = np.dstack([flat, np.broadcast_to(points[:, 1], radius.shape)]).reshape(-1, 3)
    sides = normals[None, :, :1] * (out[:, None] - slope[..., None] * around[:, None])
    tops = np.broadcast_to(normals[:, 1], radius.shape)
    directions = np.dstack([sides, tops]).reshape(-1, 3)
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    uv = None
    if v is not None:
        steps = np.hypot(*np.diff(flat, axis=0).transpose(2, 0, 1))
        along = np.vstack([np.zeros(len(points)), np.cumsum(steps, axis=0)])
        widest = np.maximum(along[-1], 1e-9)
        uv = np.column_stack([(along / widest).ravel(), np.tile(v, len(angles))])
    faces = _without_slivers(vertices, _grid_faces(len(angles), len(points)))
    return Mesh(vertices, faces, directions, uv) if len(faces) else None


def _spin(
    outline: Profile, angles: Floats, centers: Floats, *, flutes: Flutes | None, has_uv: bool
) -> list[Mesh]:
    total = max(outline.length, 1e-9)
    done = 0.0
    meshes = []
    for points, normals in outline.runs:
        steps = np.hypot(*np.diff(points, axis=0).T)
        along = done + np.concatenate([[0.0], np.cumsum(steps)])
        done = float(along[-1])
        v = 1 - along / total if has_uv else None
        mesh = _turned((points, normals), angles, centers, flutes, v)
        if mesh is not None:
            meshes.append(mesh)
    return meshes


def _with_stops(outline: Profile, flutes: Flutes) -> Profile:
    """Return the outline with points where grip lines begin and end."""
    stops = [
        flutes.low, flutes.low + FLUTE_END_CM / 2, flutes.low + FLUTE_END_CM,
        flutes.high - FLUTE_END_CM, flutes.high - FLUTE_END_CM / 2, flutes.high,
    ]  # fmt: skip
    runs = []
    for points, normals in outline.runs:
        found = [(points[0], normals[0])]
        pairs = zip(points, points[1:], normals, normals[1:], strict=False)
        for a, b, normal_a, normal_b in pairs:
            rise = b[1] - a[1]
            shares = [(z - a[1]) / rise for z in stops] if abs(rise) > 1e-9 else []
            for share in sorted(s for s in shares if 1e-6 < s < 1 - 1e-6):
                normal = normal_a + (normal_b - normal_a) * share
                found.append((a + (b - a) * share, normal / np.hypot(*normal)))
            found.append((b, normal_b))
        runs.append((np.array([p for p, _ in found]), np.array([n for _, n in found])))
    return Profile(tuple(runs))


def lathe(
    outline: Profile,
    *,
    core: tuple[float, float] = (0.0, 0.0),
    segments: int = 112,
    flutes: Flutes | None = None,
    has_uv: bool = False,
) -> Mesh:
    """Return `outline` turned about z.

    Args:
        outline: Radii count from the core outward.
        core: Half width and half depth of the rectangle it is turned about, cm; a rounded
            rectangle comes of it, or a stadium if one is zero.
        segments: Around.
        flutes: Grip lines.
        has_uv: Whether it is printed: u runs once around from the back, left to right as
            seen from outside; v runs down the profile, its upper end at the top.
    """
    angles, centers = _ring(core, segments)
    if flutes is not None:
        outline = _with_stops(outline, flutes)
    meshes = _spin(outline, angles, centers, flutes=flutes, has_uv=has_uv)
    return merged(meshes if has_uv else [*meshes, *_lids(outline, core)])


def lathe_arc(outline: Profile, degrees: float, *, segments: int = 96) -> Mesh:
    """Return a strip of `outline` over `degrees` about the front, with uv over the strip."""
    half = np.radians(degrees) / 2
    angles = np.linspace(-half, half, max(8, int(segments * degrees / 360)) + 1)
    return merged(_spin(outline, angles, np.zeros((len(angles), 2)), flutes=None, has_uv=True))


def inside_out(mesh: Mesh) -> Mesh:
    """Return the mesh turned inside out: the wall of a hollow."""
    return Mesh(
        mesh.vertices, np.ascontiguousarray(mesh.faces[:, ::-1]), -mesh.normals, mesh.uv
    )


def ring(
    inner: float,
    outer: float,
    low: float,
    high: float,
    *,
    edge: float = 0.03,
    core: tuple[float, float] = (0.0, 0.0),
    segments: int = 112,
) -> Mesh:
    """Return a closed ring between two radii and two heights, cm, with round edges."""
    middle = (inner + outer) / 2
    edge = min(edge, (outer - inner) * 0.49, (high - low) * 0.49)
    outline = profile(
        (middle, low), (outer, low, edge), (outer, high, edge),
        (inner, high, edge), (inner, low, edge), (middle, low),
    )  # fmt: skip
    return lathe(outline, core=core, segments=segments)
