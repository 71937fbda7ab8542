"""Cloth: two sheets sewn along an outline, filled and hung, until the folds fall into place.

Only the front sheet is simulated; the back one mirrors it. The sheet cannot stretch, so when
air pushes it forward its edge is drawn in and gathers, as seams of bags and cushions do.
Source: Müller et al., Position Based Dynamics, 2007.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.interpolate import LinearNDInterpolator
from scipy.ndimage import gaussian_filter, map_coordinates

from generators.errors import GenerationFailed
from generators.mesh.build.cloth_sheet import Sheet, flat_sheet
from generators.mesh.build.extrude import Region, polygons
from generators.mesh.build.subdivide import subdivided
from generators.mesh.mesh import Floats, Mesh

__all__ = ["Air", "Sewn", "print_patch", "sewn"]


@dataclass(frozen=True)
class Air:
    """What acts on the cloth.

    Attributes:
        pressure: How hard it is filled; 1 rounds a cushion, 3 makes a tight balloon.
        weight: How hard it is pulled down; 1 hangs.
        stiffness: Resistance to bending, 0–1; silk 0.05, canvas 0.4, foil 0.7.
        seam: Resistance of the seam to bending, 0–1; 0 lets it gather.
        slack: How much larger the sheet is than its outline, as a ratio.
        crumple: Height of the unevenness it starts with, cm; folds grow from it.
        held_cm: How far what is held stands off the middle.
        legible: How strongly it keeps to its outline, 0–1; letters bend out of shape at 0.
        steps: How long it settles.
    """

    pressure: float = 1.0
    weight: float = 0.0
    stiffness: float = 0.3
    seam: float = 0.9
    slack: float = 0.0
    crumple: float = 0.05
    held_cm: float = 0.1
    legible: float = 0.0
    steps: int = 80


@dataclass(frozen=True, eq=False)
class Sewn:
    """A front and a back sheet.

    Attributes:
        front: Faces −y; uv over the box of the outline, as seen from the front.
        back: Its mirror image, with uv as seen from behind.
        rest: (n, 2) where the vertices of the front lay on the flat outline, cm.
    """

    front: Mesh
    back: Mesh
    rest: Floats


def sewn(
    region: Region,
    air: Air,
    *,
    cell: float,
    open_edge: Region | None = None,
    held: Region | None = None,
    seed: int = 0,
) -> Sewn:
    """Return two sheets of a region, sewn along its outline and filled.

    Args:
        region: Outline, x right and y up, cm; it stands with y up as z.
        air: What acts on them.
        cell: Length of a mesh edge, cm; the result is twice as fine.
        open_edge: Outline inside this area is not sewn: the mouth of a bag, a neck.
        held: What lies here does not move: where handles are sewn on, shoulders.
        seed: Another seed, other folds.

    Raises:
        GenerationFailed: The region is empty.
    """
    if not polygons(region):
        raise GenerationFailed("no outline to sew; give a region with an area")
    sheet = flat_sheet(region, cell, seed=seed)
    settled = _settled(sheet, air, cell, open_edge, held, seed)
    vertices, rest, faces = _finer(settled, sheet)
    low_x, low_y, high_x, high_y = region.bounds
    u = np.clip((rest[:, 0] - low_x) / (high_x - low_x), 0.0, 1.0)
    v = np.clip((high_y - rest[:, 1]) / (high_y - low_y), 0.0, 1.0)
    normals = _vertex_normals(vertices, faces)
    front = Mesh(vertices, faces, normals, np.column_stack([u, v]))
    mirror = np.array([1.0, -1.0, 1.0])
    back = Mesh(
        vertices * mirror,
        np.ascontiguousarray(faces[:, ::-1]),
        normals * mirror,
        np.column_stack([1 - u, v]),
    )
    return Sewn(front, back, rest)


def print_patch(
    cloth: Sewn, width: float, height: float, center: tuple[float, float], *, lift: float = 0.06
) -> Mesh:
    """Return a printed field on the front sheet, exactly rectangular on the flat cloth.

    Args:
        cloth: What is printed.
        width: cm.
        height: cm.
        center: Where its middle lies on the flat outline.
        lift: How far the ink stands off, cm.

    Raises:
        GenerationFailed: The field reaches beyond the cloth.
    """
    columns, rows = max(8, int(width / 0.45)), max(8, int(height / 0.45))
    u, v = np.meshgrid(np.linspace(0, 1, columns), np.linspace(0, 1, rows))
    flat = np.column_stack(
        [center[0] + (u.ravel() - 0.5) * width, center[1] + (0.5 - v.ravel()) * height]
    )
    known = np.hstack([cloth.front.vertices, cloth.front.normals])
    found = LinearNDInterpolator(cloth.rest, known)(flat)
    if not np.isfinite(found).all():
        raise GenerationFailed("the print reaches beyond the cloth; make it smaller")
    normals = found[:, 3:] / np.linalg.norm(found[:, 3:], axis=1, keepdims=True)
    i = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).ravel()
    faces = np.concatenate(
        [
            np.stack([i, i + columns, i + columns + 1], axis=1),
            np.stack([i, i + columns + 1, i + 1], axis=1),
        ]
    ).astype(np.int32)
    uv = np.column_stack([u.ravel(), v.ravel()])
    return Mesh(found[:, :3] + lift * normals, faces, normals, uv)


def _settled(
    sheet: Sheet,
    air: Air,
    cell: float,
    open_edge: Region | None,
    held: Region | None,
    seed: int,
) -> Floats:
    points = sheet.points
    places = np.column_stack([points[:, 0], np.zeros(len(points)), points[:, 1]])
    seam = sheet.rim.copy()
    if open_edge is not None:
        seam &= ~shapely.contains_xy(open_edge, points[:, 0], points[:, 1])
    pinned = np.zeros(len(points), dtype=bool)
    if held is not None:
        pinned = shapely.contains_xy(held, points[:, 0], points[:, 1])
    free = (~pinned).astype(float)[:, None]
    places[:, 1] = -np.abs(_unevenness(points, cell, seed)) * air.crumple
    places[:, 1] -= 0.02 * cell
    places[pinned, 1] = -air.held_cm
    places[seam, 1] = 0.0
    speed = np.zeros_like(places)
    area = float(_area(sheet))
    push = 0.9 * air.pressure / np.sqrt(area)
    pull = np.array([0.0, 0.0, -0.012 * air.weight])
    for step in range(air.steps):
        # Air comes in slowly, so that folds have time to choose their places.
        share = min(1.0, (step + 1) / (0.4 * air.steps))
        normals = _vertex_normals(places, sheet.faces)
        speed = 0.97 * speed + share * push * normals * np.sqrt(area) * 0.02 + pull
        moved = places + speed * free
        if air.legible:
            away = points - moved[:, [0, 2]]
            moved[:, [0, 2]] += air.legible * away * free
        for _ in range(7):
            sheet.straighten(
                moved, free, slack=air.slack, stiffness=air.stiffness, seam=air.seam
            )
            moved[seam, 1] = 0.0
            np.minimum(moved[:, 1], 0.0, out=moved[:, 1])
        speed = 0.995 * (moved - places)
        places = moved
    return places


def _area(sheet: Sheet) -> float:
    """Return the area of a flat sheet, cm²."""
    a, b, c = (sheet.points[sheet.faces[:, i]] for i in range(3))
    u, v = b - a, c - a
    return float(np.abs(u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]).sum() / 2)


def _unevenness(points: Floats, cell: float, seed: int) -> Floats:
    """Return smooth noise at the points, about −2 to 2."""
    low, high = points.min(axis=0), points.max(axis=0)
    counts = np.maximum(((high - low) / cell).astype(int) + 3, 8)
    rng = np.random.default_rng(seed)
    total = np.zeros(tuple(counts))
    for width, share in ((6.0, 1.0), (2.5, 0.6)):
        noise = gaussian_filter(rng.standard_normal(tuple(counts)), width)
        total += share * noise / max(float(noise.std()), 1e-9)
    found: Floats = map_coordinates(total, ((points - low) / cell).T, order=1, mode="nearest")
    return found


def _vertex_normals(places: Floats, faces: NDArray[np.int32]) -> Floats:
    corners = places[faces]
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    total = np.zeros_like(places)
    for i in range(3):
        for axis in range(3):
            total[:, axis] += np.bincount(faces[:, i], cross[:, axis], minlength=len(places))
    size = np.linalg.norm(total, axis=1, keepdims=True)
    total[size[:, 0] < 1e-14] = (0.0, -1.0, 0.0)
    normals: Floats = total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-14)
    return normals


def _finer(places: Floats, sheet: Sheet) -> tuple[Floats, Floats, NDArray[np.int32]]:
    """Return places, rest points and faces, once subdivided and smoothed alike."""
    values, faces = subdivided(np.hstack([places, sheet.points]), sheet.faces)
    return values[:, :3], values[:, 3:], faces
