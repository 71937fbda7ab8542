"""Backdrops: swept paper, podiums and an arch, built around the group."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generators.mesh.mesh import Mesh
from generators.mesh.prop import Material
from generators.mesh.studio.framing import projected
from generators.mesh.studio.job import Floats, Lens, StagedPart
from generators.mesh.studio.request import Backdrop, solid

__all__ = ["Podium", "podiums_under", "set_of"]


@dataclass(frozen=True)
class Podium:
    """A round block: the middle of its foot, cm, its radius and height, and what it carries."""

    x: float
    y: float
    radius: float
    height: float
    carries: tuple[int, ...]


def podiums_under(bounds: list[tuple[Floats, Floats]]) -> list[Podium]:
    """Return podiums for things with these bounds: one each, or one for all if close."""
    middles = [(low + high)[:2] / 2 for low, high in bounds]
    feet = [float(np.linalg.norm((high - low)[:2])) / 2 * 1.16 for low, high in bounds]
    low = np.min([bound[0] for bound in bounds], axis=0)
    high = np.max([bound[1] for bound in bounds], axis=0)
    tall = float(high[2] - low[2])
    near = any(
        np.linalg.norm(middles[a] - middles[b]) < feet[a] + feet[b]
        for a in range(len(bounds))
        for b in range(a)
    )
    if near or len(bounds) == 1:
        middle = (low + high)[:2] / 2
        reach = max(float(np.linalg.norm((high - low)[:2])) / 2 * 1.2, tall * 0.34)
        height = max(tall, reach) * 0.20
        return [Podium(middle[0], middle[1], reach, height, tuple(range(len(bounds))))]
    steps = (0.30, 0.16, 0.42, 0.22, 0.36)
    return [
        Podium(middle[0], middle[1], foot, tall * steps[at % len(steps)], (at,))
        for at, (middle, foot) in enumerate(zip(middles, feet, strict=True))
    ]


def set_of(
    backdrop: Backdrop, podiums: list[Podium], points: Floats, lens: Lens, size: tuple[int, int]
) -> list[StagedPart]:
    """Return floor, wall, podiums and arch.

    Args:
        backdrop: What is asked for.
        podiums: Of `podiums_under`; empty for the other kinds.
        points: (n, 3) of the group, podiums included.
        lens: The camera, for gradients that fill the picture.
        size: Of the picture, px.
    """
    low, high = points.min(axis=0), points.max(axis=0)
    center, radius = (low + high) / 2, float(np.linalg.norm(high - low)) / 2
    second = backdrop.second or _deeper(backdrop.color)
    parts = [_sweep(backdrop, second, center, radius, lens, size)]
    for podium in podiums:
        mesh = _turned(
            _block_profile(podium.radius, podium.height), np.array([podium.x, podium.y, 0.0])
        )
        parts.append(
            StagedPart(
                mesh, Material(finish="matte", color=second), "stage", gloss=backdrop.gloss
            )
        )
    if backdrop.kind == "arch":
        mesh = _arch(center, radius, float(high[2]))
        parts.append(StagedPart(mesh, Material(finish="matte", color=second), "stage"))
    return parts


def _sweep(
    backdrop: Backdrop,
    second: str,
    center: Floats,
    radius: float,
    lens: Lens,
    size: tuple[int, int],
) -> StagedPart:
    bend, wall = 2.4 * radius, 2.6 * radius
    angles = np.linspace(0, np.pi / 2, 28)
    floor = np.linspace(-40 * radius, wall, 120)
    rise = np.linspace(bend, 60 * radius, 120)[1:]
    depth = np.concatenate([floor, wall + bend * np.sin(angles[1:]), np.full(119, wall + bend)])
    lift = np.concatenate([np.zeros(120), bend * (1 - np.cos(angles[1:])), rise])
    slope = np.concatenate([np.zeros(120), angles[1:], np.full(119, np.pi / 2)])
    rows = len(depth)
    half = 26 * radius
    left = np.column_stack([np.full(rows, center[0] - half), depth + center[1], lift])
    right = left + np.array([2 * half, 0, 0])
    vertices = np.stack([left, right], axis=1).reshape(-1, 3)
    out = np.column_stack([np.zeros(rows), -np.sin(slope), np.cos(slope)])
    at = np.arange(rows - 1)[:, None] * 2
    faces = np.concatenate([at + np.array(three) for three in ((0, 1, 3), (0, 3, 2))]).astype(
        np.int32
    )
    texture, uv = None, None
    if backdrop.kind == "gradient":
        middle = (left + right) / 2
        ahead = (middle - lens.origin) @ (lens.target - lens.origin) > 0
        share = np.where(ahead, projected(middle, lens)[:, 1] / size[1], 1.0)
        uv = np.repeat(np.column_stack([np.full(rows, 0.5), np.clip(share, 0, 1)]), 2, axis=0)
        texture = _gradient(second, backdrop.color)
    mesh = Mesh(vertices, faces, np.repeat(out, 2, axis=0), uv)
    material = Material(finish="matte", color=backdrop.color)
    return StagedPart(mesh, material, "stage", texture, gloss=backdrop.gloss)


def _gradient(top: str, foot: str) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    share = np.linspace(0, 1, 256)[:, None]
    share = share * share * (3 - 2 * share)
    light = solid(top) ** (1 / 2.2) * (1 - share) + solid(foot) ** (1 / 2.2) * share
    pixels = np.full((256, 4, 4), 255, np.uint8)
    pixels[..., :3] = np.round(np.clip(light, 0, 1) * 255)[:, None, :]
    return pixels


def _deeper(color: str) -> str:
    light = solid(color)
    # a power deepens and keeps the hue rich, where a factor would gray it
    shade = light**1.5 * 0.92 if light.max() > 0.12 else light * 1.6 + 0.015
    encoded = np.round(np.clip(shade, 0, 1) ** (1 / 2.2) * 255).astype(int)
    return "#{:02X}{:02X}{:02X}".format(*encoded)


def _block_profile(radius: float, height: float) -> tuple[Floats, Floats]:
    """Return profile points (n, 2) of radius and height, bottom to top, with their normals."""
    bevel = min(radius, height) * 0.07
    angles = np.linspace(0, np.pi / 2, 10)
    bend = np.column_stack([
        radius - bevel + bevel * np.cos(angles), height - bevel + bevel * np.sin(angles),
    ])  # fmt: skip
    points = np.vstack([[radius, 0.0], bend, [0.0, height]])
    normals = np.vstack([[1.0, 0.0], np.column_stack([np.cos(angles), np.sin(angles)]), [0, 1]])
    return points, normals


def _turned(profile: tuple[Floats, Floats], foot: Floats, sides: int = 160) -> Mesh:
    points, normals = profile
    turns = np.linspace(0, 2 * np.pi, sides + 1)
    around = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    count = len(points)

    def spun(pairs: Floats) -> Floats:
        flat = around[:, None, :] * pairs[None, :, :1]
        lift = np.broadcast_to(pairs[None, :, 1:], (sides + 1, count, 1))
        return np.concatenate([flat, lift], axis=2).reshape(-1, 3)

    start = (np.arange(sides)[:, None] * count + np.arange(count - 1)[None]).reshape(-1, 1)
    faces = np.concatenate([
        start + np.array([0, count, count + 1]), start + np.array([0, count + 1, 1]),
    ]).astype(np.int32)  # fmt: skip
    return Mesh(spun(points) + foot, faces, spun(normals))


def _arch(center: Floats, radius: float, top: float) -> Mesh:
    """Return a standing slab with a round head behind the group."""
    half = radius * 0.82
    spring = max(top * 1.02 - half, half * 0.4)
    angles = np.linspace(0, np.pi, 64)
    outline = np.vstack([
        [[half, 0.0]],
        np.column_stack([half * np.cos(angles), spring + half * np.sin(angles)]),
        [[-half, 0.0]],
    ])  # fmt: skip
    front, back = center[1] + radius * 1.35, center[1] + radius * 1.6
    bevel = radius * 0.012
    inner = outline * np.array([1 - bevel / half, 1 - bevel / (spring + half)])
    across = np.gradient(outline, axis=0)
    side = np.column_stack([across[:, 1], -across[:, 0]])
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9)
    count = len(outline)

    def ring(shape: Floats, y: float) -> Floats:
        return np.column_stack([shape[:, 0] + center[0], np.full(count, y), shape[:, 1]])

    face = ring(inner, front)
    edge = ring(outline, front + bevel)
    rear = ring(outline, back)
    outward = np.column_stack([side[:, 0], np.zeros(count), side[:, 1]])
    facing = np.tile([0.0, -1.0, 0.0], (count, 1))
    middle = np.array([[center[0], front, spring * 0.5]])
    vertices = np.vstack([face, middle, face, edge, edge, rear])
    normals = np.vstack([facing, facing[:1], facing, outward, outward, outward])
    at = np.arange(count - 1)[:, None]
    fan = np.concatenate([at + 1, at, np.full_like(at, count)], axis=1)
    one, two = count + 1, 2 * count + 1
    three, four = 3 * count + 1, 4 * count + 1

    def strip(a: int, b: int) -> Floats:
        return np.concatenate([
            np.concatenate([at + a, at + a + 1, at + b + 1], axis=1),
            np.concatenate([at + a, at + b + 1, at + b], axis=1),
        ])  # fmt: skip

    faces = np.concatenate([fan, strip(one, two), strip(three, four)]).astype(np.int32)
    return Mesh(vertices, faces, normals)
