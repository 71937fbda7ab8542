"""Extrusion: flat regions become solids with rounded, chamfered or stepped edges.

A region lies in the plane of the front: x to the right, y up, cm. Standing up, its y becomes
the z of the solid and it faces the viewer at −y.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from compositor.geometry import Affine, Path
from compositor.geometry.boolean import simplify
from generators.errors import GenerationFailed
from generators.mesh.build.normals import shaded
from generators.mesh.mesh import Floats, Indices, Mesh

__all__ = [
    "Profile",
    "Region",
    "extrude",
    "extruded_layers",
    "flat_face",
    "grown",
    "polygons",
    "region_from_path",
    "rounded_region",
    "softened",
    "triangles",
]

Region: TypeAlias = BaseGeometry
Profile = Literal["round", "chamfer", "square"]

_UNITS_PER_PX = 64.0
"""Outlines are joined on a whole-number grid; they are made large before."""
_TINY_CM = 1e-6
_FLAT = 1e6
_WALL = 1e3


def region_from_path(path: Path, cm_per_px: float = 1.0, *, steps: int = 14) -> Region:
    """Return the area a path fills under the nonzero rule, turned y up.

    Args:
        path: Any outline: a mark, a glyph run, drawn shapes; contours may overlap.
        cm_per_px: Size.
        steps: Straight lines to a curve.

    Raises:
        GenerationFailed: The path encloses nothing.
    """
    clean = simplify(path.transformed(Affine.scaling(_UNITS_PER_PX)))
    scale = cm_per_px / _UNITS_PER_PX
    area: Region = Polygon()
    for line in clean.flattened(steps):
        ring = np.array([(point.x * scale, -point.y * scale) for point in line])
        if len(ring) >= 4:
            # Contours no longer overlap, so inside-outside alternates with nesting.
            area = area.symmetric_difference(shapely.make_valid(Polygon(ring)))
    area = area.simplify(2e-4 * max(_span(area), 1e-3))
    found = polygons(area)
    if not found:
        raise GenerationFailed("the outline encloses no area; give a closed, filled outline")
    return MultiPolygon(found)


def rounded_region(width: float, height: float, radius: float, *, steps: int = 12) -> Polygon:
    """Return a rectangle with round corners around the origin, cm."""
    r = min(radius, width / 2 - _TINY_CM, height / 2 - _TINY_CM)
    core = shapely.box(-width / 2 + r, -height / 2 + r, width / 2 - r, height / 2 - r)
    return core.buffer(r, quad_segs=steps) if r > 0 else core


def polygons(region: Region, *, least_cm2: float = 1e-7) -> list[Polygon]:
    """Return the polygons of a region that have any area."""
    parts = region.geoms if hasattr(region, "geoms") else [region]
    flat: list[Polygon] = []
    for part in parts:
        if hasattr(part, "geoms"):
            flat.extend(polygons(part, least_cm2=least_cm2))
        elif part.geom_type == "Polygon" and part.area > least_cm2:
            flat.append(part)
    return flat


def triangles(region: Region) -> Floats:
    """Return a Delaunay triangulation that keeps the outline, (m, 3, 2), counter-clockwise."""
    parts = [
        shapely.get_coordinates(shapely.constrained_delaunay_triangles(polygon)).reshape(
            -1, 4, 2
        )[:, :3]
        for polygon in polygons(region)
    ]
    if not parts:
        return np.empty((0, 3, 2))
    found = np.concatenate(parts)
    one, two = found[:, 1] - found[:, 0], found[:, 2] - found[:, 0]
    turned = one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0] < 0
    found[turned] = found[turned][:, ::-1]
    return found


def extrude(
    region: Region,
    depth: float,
    *,
    bevel: float = 0.1,
    profile: Profile = "round",
    steps: int = 5,
    crease_deg: float = 35.0,
) -> Mesh:
    """Return a watertight solid standing in the plane of the front, centered in depth.

    Artwork coordinates cover the region's box, seen from the front.

    Args:
        region: Its outline; islands and holes as they are.
        depth: Whole thickness, cm.
        bevel: How far the edge is taken back, cm; thin strokes end in a ridge.
        profile: Shape of the edge.
        steps: Facets of a round edge; levels of a chamfer, which ends in a ridge where
            strokes are thin.
        crease_deg: Outline corners sharper than this stay edges.

    Raises:
        GenerationFailed: The region is empty.
    """
    front, rest = extruded_layers(
        region, depth, bevel=bevel, profile=profile, steps=steps, crease_deg=crease_deg
    )
    offset = len(front.vertices)
    return Mesh(
        np.vstack([front.vertices, rest.vertices]),
        np.vstack([front.faces, rest.faces + offset]).astype(np.int32),
        np.vstack([front.normals, rest.normals]),
        np.vstack([_uv_of(front), _uv_of(rest)]),
    )


def extruded_layers(
    region: Region,
    depth: float,
    *,
    bevel: float = 0.1,
    profile: Profile = "round",
    steps: int = 5,
    crease_deg: float = 35.0,
) -> tuple[Mesh, Mesh]:
    """Return the same solid as its front face and all the rest, to be painted apart.

    Raises:
        GenerationFailed: The region is empty.
    """
    region = _apart(region.buffer(0))
    if not polygons(region):
        raise GenerationFailed("nothing to extrude; give a region with an area")
    bevel = 0.0 if profile == "square" else min(bevel, depth * 0.499)
    inset, rise = _edge(bevel, profile, steps)
    shells = _shells(region, inset)
    places, weights, is_front = _surface(shells, rise, depth / 2 - bevel)
    vertices, faces = _welded(places)
    keep = _sound(faces)
    faces, weights, is_front = faces[keep], weights[keep], is_front[keep]
    low_x, low_y, high_x, high_y = region.bounds
    uv = np.column_stack(
        [
            (vertices[:, 0] - low_x) / max(high_x - low_x, _TINY_CM),
            (high_y - vertices[:, 1]) / max(high_y - low_y, _TINY_CM),
        ]
    )
    # From the region's plane to standing: y up becomes z, the front looks to −y.
    stood = np.column_stack([vertices[:, 0], -vertices[:, 2], vertices[:, 1]])
    whole = shaded(
        stood, faces, crease_deg=crease_deg, uv=np.clip(uv, 0.0, 1.0), weight=weights
    )
    return _picked(whole, is_front), _picked(whole, ~is_front)


def grown(region: Region, amount: float) -> Region:
    """Return a region made bolder by `amount` cm, or by less where strokes would meet."""
    shape = _shape(region)
    for _ in range(6):
        bolder = region.buffer(amount, quad_segs=8)
        if _shape(bolder) == shape:
            return bolder
        amount /= 2
    return region


def softened(region: Region, radius: float) -> Region:
    """Return a region with round outer corners, of less radius where strokes would be lost."""
    shape = _shape(region)
    for _ in range(6):
        inner = region.buffer(-radius)
        if _shape(inner) == shape:
            return inner.buffer(radius, quad_segs=8)
        radius /= 2
    return region


def _shape(region: Region) -> tuple[int, int]:
    """Return how many islands and holes a region has."""
    found = polygons(region)
    return len(found), sum(len(polygon.interiors) for polygon in found)


def flat_face(region: Region) -> Mesh:
    """Return a region as one flat face at y = 0, seen from −y; uv over its box."""
    flat = triangles(region)
    points, index = np.unique(np.round(flat.reshape(-1, 2), 9), axis=0, return_inverse=True)
    low_x, low_y, high_x, high_y = region.bounds
    uv = np.column_stack(
        [
            (points[:, 0] - low_x) / max(high_x - low_x, _TINY_CM),
            (high_y - points[:, 1]) / max(high_y - low_y, _TINY_CM),
        ]
    )
    return Mesh(
        np.column_stack([points[:, 0], np.zeros(len(points)), points[:, 1]]),
        index.reshape(-1, 3).astype(np.int32),
        np.tile([0.0, -1.0, 0.0], (len(points), 1)),
        np.clip(uv, 0.0, 1.0),
    )


def _edge(bevel: float, profile: Profile, steps: int) -> tuple[Floats, Floats]:
    """Return inset and rise of the edge from the wall to the face, cm."""
    if bevel <= _TINY_CM:
        return np.zeros(1), np.zeros(1)
    if profile == "chamfer":
        # Several steps: where strokes are thinner than the bevel, the flanks meet in a ridge.
        along = np.linspace(0.0, bevel, max(1, steps) + 1)
        return along, along
    angle = np.linspace(0, np.pi / 2, steps + 1)
    return bevel * (1 - np.cos(angle)), bevel * np.sin(angle)


def _shells(region: Region, inset: Floats) -> list[Region]:
    """Return the region taken back by each inset; each lies strictly in the one before."""
    shells = [region]
    for step in np.diff(inset):
        inner = shells[-1].buffer(-float(step), join_style="mitre", mitre_limit=4.0)
        shells.append(_apart(inner))
    return shells


def _apart(region: Region) -> Region:
    """Return the region with parts that touch in one point drawn a hair apart.

    An edge that stood on such a point would belong to four walls.
    """
    found = MultiPolygon(polygons(region))
    inside = [
        np.asarray(ring.coords)[:-1]
        for polygon in found.geoms
        for ring in (polygon.exterior, *polygon.interiors)
    ]
    keys = _keys(np.vstack(inside)) if inside else np.empty(0)
    if len(np.unique(keys)) == len(keys):
        return found
    hair = 2e-5 * _span(found)
    return MultiPolygon(polygons(found.buffer(-hair, join_style="mitre", mitre_limit=4.0)))


def _surface(
    shells: list[Region], rise: Floats, half: float
) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """Return all triangles (m, 3, 3), their weights, and which are the front face."""
    tops: list[Floats] = []
    weights: list[Floats] = []
    fronts: list[NDArray[np.bool_]] = []
    for level, shell in enumerate(shells):
        inner = shells[level + 1] if level + 1 < len(shells) else Polygon()
        band = triangles(shell.difference(inner))
        if not len(band):
            continue
        outer = _keys(shapely.get_coordinates(shell))
        last = level + 1 == len(shells)
        height = np.array([rise[level], rise[level if last else level + 1]])
        on_outer = np.isin(_keys(band.reshape(-1, 2)), outer)
        z = np.where(on_outer, height[0], height[1]).reshape(-1, 3, 1)
        tops.append(np.concatenate([band, half + z], axis=2))
        weights.append(np.full(len(band), _FLAT if last else 1.0))
        fronts.append(np.full(len(band), last or inner.is_empty))
    top = np.concatenate(tops)
    bottom = top[:, ::-1] * np.array([1.0, 1.0, -1.0])
    walls = _walls(shells[0], half)
    weight = np.concatenate(weights)
    front = np.concatenate(fronts)
    return (
        np.concatenate([top, bottom, walls]),
        np.concatenate([weight, weight, np.full(len(walls), _WALL)]),
        np.concatenate([front, np.zeros(len(bottom) + len(walls), dtype=bool)]),
    )


def _walls(region: Region, half: float) -> Floats:
    found = []
    for polygon in polygons(region):
        whole = shapely.geometry.polygon.orient(polygon)
        for ring in (whole.exterior, *whole.interiors):
            points = np.asarray(ring.coords)
            a, b = points[:-1], points[1:]
            low = np.full((len(a), 1), -half)
            a0, b0 = np.hstack([a, low]), np.hstack([b, low])
            a1, b1 = np.hstack([a, -low]), np.hstack([b, -low])
            found.append(np.stack([a0, b0, b1], axis=1))
            found.append(np.stack([a0, b1, a1], axis=1))
    return np.concatenate(found)


def _keys(points: Floats) -> NDArray[np.complex128]:
    """Return one comparable value for each place; places are copied, never recomputed."""
    plain = np.ascontiguousarray(points[:, :2]) + 0.0
    return plain.view(np.complex128).ravel()


def _welded(places: Floats) -> tuple[Floats, Indices]:
    flat = np.round(places.reshape(-1, 3), 7) + 0.0
    vertices, index = np.unique(flat, axis=0, return_inverse=True)
    return vertices, index.reshape(-1, 3).astype(np.int32)


def _sound(faces: Indices) -> NDArray[np.bool_]:
    a, b, c = faces.T
    sound: NDArray[np.bool_] = (a != b) & (b != c) & (c != a)
    return sound


def _picked(mesh: Mesh, chosen: NDArray[np.bool_]) -> Mesh:
    faces = mesh.faces[chosen]
    used, index = np.unique(faces, return_inverse=True)
    return Mesh(
        mesh.vertices[used],
        index.reshape(-1, 3).astype(np.int32),
        mesh.normals[used],
        None if mesh.uv is None else mesh.uv[used],
    )


def _uv_of(mesh: Mesh) -> Floats:
    assert mesh.uv is not None
    return mesh.uv


def _span(region: Region) -> float:
    if region.is_empty:
        return 0.0
    low_x, low_y, high_x, high_y = region.bounds
    return float(max(high_x - low_x, high_y - low_y))
