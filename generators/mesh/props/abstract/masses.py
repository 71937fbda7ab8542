"""Round masses: blobs, cloud, spheres, heart, star, capsules."""

from __future__ import annotations

import numpy as np
import shapely

from generators.mesh.build.extrude import Region
from generators.mesh.build.inflate import inflate
from generators.mesh.build.pose import scale, shift, turn
from generators.mesh.build.surface import Field, surface
from generators.mesh.build.sweep import circle_section, sweep
from generators.mesh.mesh import Floats, Mesh
from generators.mesh.prop import Finish, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import plain, proportions, settled

__all__ = ["ENTRIES", "ball"]


def ball(radius: float, *, segments: int = 96) -> Mesh:
    """Return a sphere around the origin, cm."""
    angle = np.linspace(-np.pi / 2, np.pi / 2, segments // 2 + 1)
    points = np.column_stack([np.cos(angle), np.sin(angle)])
    points[[0, -1], 0] = 0.0
    around = np.linspace(0, 2 * np.pi, segments + 1)
    directions = np.stack(
        [
            np.outer(np.cos(around), points[:, 0]),
            np.outer(np.sin(around), points[:, 0]),
            np.tile(points[:, 1], (segments + 1, 1)),
        ],
        axis=-1,
    ).reshape(-1, 3)
    k = len(points)
    i = (np.arange(segments)[:, None] * k + np.arange(k - 1)).ravel()
    faces = np.concatenate(
        [np.stack([i, i + k, i + k + 1], axis=1), np.stack([i, i + k + 1, i + 1], axis=1)]
    )
    ends = i % k
    keep = np.concatenate([ends != 0, ends != k - 2])
    return Mesh(directions * radius, faces[keep].astype(np.int32), directions)


def blobs(request: PropRequest) -> Prop:
    """Return drops of liquid that run together, with two that got away."""
    wide, tall = proportions(request)
    rng = np.random.default_rng(request.seed)
    centers = np.array(
        [
            (-4.6, 0, 0.4),
            (-0.4, 0.6, 2.6),
            (3.7, -0.4, 0.2),
            (1.0, -0.8, -3.0),
            (-2.3, 0.4, -3.3),
        ]
    )
    centers = (centers + rng.uniform(-0.7, 0.7, centers.shape)) * [wide, 1, tall]
    radii = np.array([3.0, 2.7, 2.6, 2.2, 2.0]) * rng.uniform(0.92, 1.08, 5)
    body = surface(
        _metaballs(centers, radii), centers.min(axis=0) - 6, centers.max(axis=0) + 6, 0.2
    )
    finish: Finish = request.finish or "chrome"
    parts = [plain("mass", body, request.colors.accent, finish)]
    for index, (x, z, radius) in enumerate(((6.9, 5.6, 1.35), (-6.6, 6.0, 0.85))):
        drop = ball(radius).moved(shift(x * wide, -1.0, z * tall))
        parts.append(plain(f"drop_{index + 1}", drop, request.colors.accent, finish))
    return settled("blobs", parts)


def _metaballs(centers: Floats, radii: Floats) -> Field:
    def field(places: Floats) -> Floats:
        total = np.zeros(len(places))
        for center, radius in zip(centers, radii, strict=True):
            gap = places - center
            total += radius**2 / np.maximum(np.einsum("ij,ij->i", gap, gap), 1e-6)
        value: Floats = np.log(np.maximum(total, 1e-9) / 1.45)
        return value

    return field


def cloud(request: PropRequest) -> Prop:
    """Return a soft cloud of puffs with a flat belly, floating a little above the ground."""
    wide, tall = proportions(request)
    rng = np.random.default_rng(request.seed)
    base = np.array(
        [
            (-6.6, 0.0, 1.9, 2.3), (-3.4, 0.5, 3.6, 3.2), (0.9, 0.2, 4.9, 3.9),
            (4.7, 0.3, 3.2, 2.9), (7.4, -0.2, 1.7, 1.9), (-0.8, -1.7, 2.3, 2.7),
            (3.0, -1.6, 2.1, 2.4), (-4.3, -1.2, 1.9, 2.2), (0.5, 1.6, 2.6, 3.0),
        ]
    )  # fmt: skip
    base[:, :3] += rng.uniform(-0.4, 0.4, (len(base), 3))
    centers = base[:, :3] * [wide, 0.9, tall]
    radii = base[:, 3]

    def field(places: Floats) -> Floats:
        # A soft union: like the distance to the nearest puff, rounded where puffs meet.
        total = np.zeros(len(places))
        for center, radius in zip(centers, radii, strict=True):
            gap = np.linalg.norm(places - center, axis=1)
            total += np.exp(np.clip((radius - gap) * 3.4, -60, 60))
        puffs = np.log(np.maximum(total, 1e-30)) / 3.4
        belly = places[:, 2] - 0.5
        value: Floats = -np.log(np.exp(-3.0 * puffs) + np.exp(-3.0 * belly)) / 3.0
        return value

    low, high = centers.min(axis=0) - 5, centers.max(axis=0) + 5
    body = surface(field, np.array([low[0], low[1], -0.6]), high, 0.2)
    part = plain("cloud", body, request.colors.body, request.finish or "clay")
    return settled("cloud", [part])


def spheres(request: PropRequest) -> Prop:
    """Return a still life of five spheres in different stuffs."""
    wide, _ = proportions(request)
    colors = request.colors
    made: tuple[tuple[float, float, float, str, Finish], ...] = (
        (-3.6, 1.6, 5.0, colors.accent, "gloss"),
        (4.6, 0.4, 3.4, colors.content, "matte"),
        (0.9, -4.2, 2.1, "#F4F6F6", "glass"),
        (-5.4, -4.6, 1.5, "#D9DADD", "chrome"),
        (5.6, -4.4, 1.15, colors.body, "satin"),
    )
    parts = [
        plain(
            f"sphere_{index + 1}",
            ball(radius).moved(shift(x * wide, y, radius)),
            color,
            request.finish or finish,
        )
        for index, (x, y, radius, color, finish) in enumerate(made)
    ]
    return settled("spheres", parts)


def capsules(request: PropRequest) -> Prop:
    """Return four capsules of two colors each, lying and leaning as if dropped."""
    wide, _ = proportions(request)
    colors = request.colors
    finish: Finish = request.finish or "gloss"
    pairs = (
        (colors.accent, colors.body),
        (colors.content, colors.body),
        (colors.body, colors.accent),
        (colors.detail, colors.content),
    )
    places = (
        shift(-4.0, 0.5, 2.0) @ turn("z", 28) @ turn("y", 90),
        shift(4.0, -1.4, 2.0) @ turn("z", -34) @ turn("y", 90),
        shift(0.6, 3.0, 5.72) @ turn("z", 8) @ turn("y", 72),
        shift(-0.6, -5.6, 2.0) @ turn("z", 6) @ turn("y", 90),
    )
    parts: list[Part] = []
    for index, (pair, place) in enumerate(zip(pairs, places, strict=True)):
        for half, (color, radius, end) in enumerate(
            ((pair[0], 2.0, -3.1 * wide), (pair[1], 1.93, 3.1 * wide))
        ):
            start = 0.35 if half == 0 else 0.0
            line = np.column_stack([np.zeros((24, 2)), np.linspace(start, end, 24)])
            shell = sweep(line, circle_section(radius, count=56))
            parts.append(
                plain(f"capsule_{index + 1}_{half + 1}", shell.moved(place), color, finish)
            )
    return settled("capsules", parts)


def heart(request: PropRequest) -> Prop:
    """Return a plump heart standing on its point, 16 cm."""
    t = np.linspace(0, 2 * np.pi, 240, endpoint=False)
    outline = np.column_stack(
        [
            16 * np.sin(t) ** 3,
            13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t),
        ]
    )
    region = shapely.Polygon(outline * 0.5).buffer(-1.3).buffer(1.3, quad_segs=24)
    return _balloon(request, "heart", region)


def star(request: PropRequest) -> Prop:
    """Return a plump five-pointed star with round tips, 18 cm."""
    angle = np.pi / 2 + np.arange(10) * np.pi / 5
    reach = np.where(np.arange(10) % 2 == 0, 8.4, 4.3)
    points = np.column_stack([reach * np.cos(angle), reach * np.sin(angle)])
    region = shapely.Polygon(points).buffer(-0.9).buffer(2.0, quad_segs=24).buffer(-0.4)
    return _balloon(request, "star", region)


def _balloon(request: PropRequest, name: str, region: Region) -> Prop:
    wide, tall = proportions(request)
    body = inflate(region, fullness=1.05).moved(scale(wide, 1.0, tall))
    return settled(name, [plain(name, body, request.colors.accent, request.finish or "gloss")])


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry(
        "blobs", ("blobs", "liquid metal", "metaballs", "液态", "流体"), "abstract", blobs
    ),
    PropEntry("cloud", ("cloud", "云", "云朵"), "abstract", cloud),
    PropEntry("spheres", ("spheres", "balls", "球", "球体"), "abstract", spheres),
    PropEntry("capsules", ("capsules", "pills", "胶囊"), "abstract", capsules),
    PropEntry("heart", ("heart", "love", "爱心", "心"), "abstract", heart),
    PropEntry("star", ("star", "星", "星星"), "abstract", star),
)
