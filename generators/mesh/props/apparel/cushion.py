"""The cushion."""

from __future__ import annotations

import numpy as np

from generators.mesh.build.pose import turn
from generators.mesh.build.sweep import circle_section, resampled, sweep
from generators.mesh.mesh import Floats, Mesh
from generators.mesh.prop import ArtworkArea, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import plain, printed, proportions, settled

__all__ = ["ENTRIES"]

_GRID = 97


def cushion(request: PropRequest) -> Prop:
    """Return a square cushion, 45 cm, leaning back; printed in front, piped along the seam."""
    wide, tall = proportions(request)
    width, height = 45.0 * wide, 45.0 * tall
    colors = request.colors
    finish = request.finish or "fabric"
    area = ArtworkArea("front", width, height)
    rng = np.random.default_rng(request.seed)
    front = _side(width, height, rng)
    back = _side(width, height, rng).moved(turn("z", 180))
    line = _places(width, height, None)
    edge = np.concatenate([line[0], line[1:, -1], line[-1, -2::-1], line[-2:0:-1, 0]])
    ring = resampled(np.vstack([edge, edge[:1]]), 320)[:-1]
    for _ in range(6):
        ring = (np.roll(ring, 1, axis=0) + 2 * ring + np.roll(ring, -1, axis=0)) / 4
    piping = sweep(ring, circle_section(0.4, count=16), closed=True)
    lean = turn("z", 8) @ turn("x", -16)
    parts = [
        printed("front", front.moved(lean), area, colors.body, finish),
        plain("back", back.moved(lean), colors.body, finish),
        plain("piping", piping.moved(lean), colors.accent, finish),
    ]
    return settled("cushion", parts, [area])


def _places(width: float, height: float, rng: np.random.Generator | None) -> Floats:
    """Return a grid of places, rows from the bottom; without a generator, no folds."""
    # Rows lie closer toward the seam, where the cloth bends most.
    along = np.sin(np.linspace(-np.pi / 2, np.pi / 2, _GRID) * 0.96) / np.sin(np.pi / 2 * 0.96)
    s, t = np.meshgrid(along, along)
    # Filling draws the middle of each side in; corners stay out.
    x = width / 2 * s * (1 - 0.06 * (1 - t**2))
    z = height / 2 * t * (1 - 0.06 * (1 - s**2))
    bulge = ((1 - s**2) * (1 - t**2)) ** 0.46
    y = -0.165 * (width + height) * bulge
    if rng is not None:
        y = y + _gathers(s, t, rng) + _gathers(t, s, rng)
        y[[0, -1]] = 0.0
        y[:, [0, -1]] = 0.0
    return np.stack([x, y, z], axis=-1)


def _gathers(along: Floats, across: Floats, rng: np.random.Generator) -> Floats:
    """Return the small folds that run inward from two opposite seams, cm."""
    total = np.zeros_like(along)
    for side in (-1.0, 1.0):
        inward = 1 - side * across
        fade = inward**0.8 * np.exp(-inward / 0.16) * (1 - along**2) ** 0.5
        for _ in range(9):
            place, width = rng.uniform(-0.85, 0.85), rng.uniform(0.035, 0.075)
            slant = rng.uniform(-0.35, 0.35)
            ridge = np.exp(-(((along - place - slant * inward) / width) ** 2))
            total += rng.uniform(-6.5, 6.5) * fade * ridge
    return total


def _side(width: float, height: float, rng: np.random.Generator) -> Mesh:
    """Return one side, facing −y, uv over the flat cloth."""
    places = _places(width, height, rng)
    across = np.gradient(places, axis=1)
    upward = np.gradient(places, axis=0)
    normals = np.cross(across, upward).reshape(-1, 3)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    i = (np.arange(_GRID - 1)[:, None] * _GRID + np.arange(_GRID - 1)).ravel()
    faces = np.concatenate(
        [
            np.stack([i, i + 1, i + _GRID + 1], axis=1),
            np.stack([i, i + _GRID + 1, i + _GRID], axis=1),
        ]
    ).astype(np.int32)
    u = places[..., 0] / (2 * np.abs(places[..., 0]).max(axis=1, keepdims=True)) + 0.5
    v = 0.5 - places[..., 2] / (2 * np.abs(places[..., 2]).max(axis=0, keepdims=True))
    uv = np.stack([u, v], axis=-1).reshape(-1, 2)
    return Mesh(places.reshape(-1, 3), faces, normals, np.clip(uv, 0.0, 1.0))


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("cushion", ("cushion", "pillow", "抱枕", "靠枕"), "apparel", cushion),
)
