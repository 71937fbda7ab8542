"""Gobos: what stands between a lamp and the set and throws its pattern on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from generators.mesh.mesh import Mesh
from generators.mesh.prop import Material
from generators.mesh.studio.job import Floats, StagedPart

__all__ = ["GOBOS"]

_DISTANCE = 5.2
"""From the group towards the lamp, in radii: far enough to be soft, near enough to read."""
_DARK = Material(finish="matte", color="#10140F")


def _leaves(center: Floats, lamp: Floats, radius: float, seed: int) -> tuple[StagedPart, ...]:
    """Return palm fronds that reach in from the side and leave the middle of the light free."""
    rng = np.random.default_rng([seed, 71])
    pieces = []
    for root, heading in (
        ((-3.4, 2.3), -0.28), ((-3.6, 0.4), 0.30), ((-1.0, 3.5), -0.95), ((3.4, 3.3), -2.75),
    ):  # fmt: skip
        angle = heading + rng.uniform(-0.14, 0.14)
        start = np.array(root) + rng.uniform(-0.15, 0.15, 2)
        pieces.append(_frond(start, angle, rng.uniform(2.7, 3.3), rng))
    return (_standing(np.vstack(pieces), center, lamp, radius),)


def _blinds(center: Floats, lamp: Floats, radius: float, seed: int) -> tuple[StagedPart, ...]:
    """Return the slats of a blind."""
    rng = np.random.default_rng([seed, 72])
    lift = rng.uniform(-0.15, 0.15)
    slats = [
        _quad(
            (-4.0, z + lift), (4.0, z + lift), (4.0, z + lift + 0.30), (-4.0, z + lift + 0.30)
        )
        for z in np.arange(-4.0, 4.0, 0.62)
    ]
    return (_standing(np.vstack(slats), center, lamp, radius),)


def _panes(center: Floats, lamp: Floats, radius: float, seed: int) -> tuple[StagedPart, ...]:
    """Return the bars of a window, close to the light so that their shadows are soft."""
    del seed
    bars = [
        _quad((x - 0.09, -2.2), (x + 0.09, -2.2), (x + 0.09, 2.2), (x - 0.09, 2.2))
        for x in (-0.5, 0.5)
    ] + [
        _quad((-2.2, z - 0.09), (2.2, z - 0.09), (2.2, z + 0.09), (-2.2, z + 0.09))
        for z in (-0.55, 0.55)
    ]
    reach = float(np.linalg.norm(lamp - center)) / radius - 0.12
    return (_standing(np.vstack(bars), center, lamp, radius, reach),)


def _frond(start: Floats, angle: float, length: float, rng: np.random.Generator) -> Floats:
    """Return the triangles of a palm frond, (n, 3, 2): a bowed rib with leaflets."""
    steps = np.linspace(0, 1, 26)
    bow = rng.uniform(-0.5, -0.25)
    headings = angle + bow * steps
    stride = np.column_stack([np.cos(headings), np.sin(headings)]) * length / len(steps)
    rib = start + np.cumsum(stride, axis=0)
    shapes = [_blade(rib[at], rib[at + 1] - rib[at], 0.03, 1.0) for at in range(25)]
    for share, foot, heading in zip(steps[3:], rib[3:], headings[3:], strict=True):
        reach = length * 0.36 * np.sin(np.pi * (0.16 + 0.80 * share)) ** 0.8
        for side in (-1, 1):
            spread = heading + side * (1.02 - 0.55 * share) + rng.uniform(-0.06, 0.06)
            tip = np.array([np.cos(spread), np.sin(spread)]) * reach * rng.uniform(0.9, 1.08)
            shapes.append(_blade(foot, tip, 0.075, 0.4))
    return np.vstack(shapes)


def _blade(foot: Floats, reach: Floats, half_width: float, widest: float) -> Floats:
    across = np.array([-reach[1], reach[0]])
    across = across / max(float(np.linalg.norm(across)), 1e-9) * half_width
    belly = foot + reach * widest
    tip = foot + reach
    return np.array([
        [foot, belly - across, belly + across], [belly - across, tip, belly + across],
    ])  # fmt: skip


def _quad(*corners: tuple[float, float]) -> Floats:
    a, b, c, d = (np.array(corner) for corner in corners)
    return np.array([[a, b, c], [a, c, d]])


def _standing(
    flat: Floats, center: Floats, lamp: Floats, radius: float, reach: float = _DISTANCE
) -> StagedPart:
    towards = (lamp - center) / np.linalg.norm(lamp - center)
    right = np.cross([0.0, 0.0, 1.0], towards)
    right /= np.linalg.norm(right)
    up = np.cross(towards, right)
    points = flat.reshape(-1, 2) * radius
    origin = center + towards * reach * radius
    vertices = origin + points[:, :1] * right + points[:, 1:] * up
    faces = np.arange(len(vertices), dtype=np.int32).reshape(-1, 3)
    mesh = Mesh(vertices, faces, np.tile(towards, (len(vertices), 1)))
    return StagedPart(mesh, _DARK, role="blocker")


_Maker = Callable[[Floats, Floats, float, int], tuple[StagedPart, ...]]
GOBOS: Final[dict[str, _Maker]] = {"leaves": _leaves, "blinds": _blinds, "panes": _panes}
"""Name → maker; takes the middle of the group, the lamp's place, the radius and a seed."""
