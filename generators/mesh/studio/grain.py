"""Grain: small seamless tiles of paper fibre, weave, wood, brush marks and clay.

A tile is (rows, columns) of float, about zero, standard deviation near one third; it is laid
again and again, so every one is periodic.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generators.mesh.mesh import Mesh
from generators.mesh.prop import Finish
from generators.mesh.studio.job import Floats

__all__ = ["GRAINS", "Grain", "boxed", "printed_over"]

_SIDE = 512
_FADING = 0.8
"""How fast grain fades from afar: 0 not at all, 1 as an even mixture does."""


@dataclass(frozen=True)
class Grain:
    """How a material is uneven.

    Attributes:
        tile: Makes the tile.
        span_cm: What one tile covers.
        finest: Features per tile; the tile is enlarged until one covers two px.
        tint: How strongly it varies the color, 0–1.
        relief_cm: How high it stands.
    """

    tile: Callable[[], Floats]
    span_cm: float
    finest: float
    tint: float
    relief_cm: float

    def span_seen_cm(self, cm_per_px: float) -> float:
        """Return the span at which the grain is still seen as grain, and not as noise."""
        return max(self.span_cm, 2.4 * cm_per_px * self.finest)

    def tint_seen(self, cm_per_px: float) -> float:
        """Return the tint at that span: grain drawn larger than it is would look like veins."""
        share = self.span_cm / self.span_seen_cm(cm_per_px)
        return self.tint * math.pow(share, _FADING)


def _noise(seed: int, across: float, down: float) -> Floats:
    """Return periodic noise with features of so many texels."""
    rng = np.random.default_rng([seed, _SIDE])
    rows = np.fft.fftfreq(_SIDE)[:, None]
    columns = np.fft.fftfreq(_SIDE)[None, :]
    keep = np.exp(-2 * (np.pi**2) * ((columns * across) ** 2 + (rows * down) ** 2))
    made = np.fft.ifft2(np.fft.fft2(rng.standard_normal((_SIDE, _SIDE))) * keep).real
    found: Floats = made / (3 * max(float(made.std()), 1e-9))
    return found


def _paper() -> Floats:
    return 0.7 * _noise(1, 1.6, 1.6) + 0.5 * _noise(2, 5, 5)


def _kraft() -> Floats:
    made = 0.35 * _noise(3, 1.2, 1.2) + 0.5 * _noise(4, 26, 26)
    rng = np.random.default_rng(5)
    for shade in (-1.0, 1.0):
        for _ in range(420):
            angle = rng.normal(0, 0.7)
            length = rng.uniform(8, 34)
            at = rng.uniform(0, _SIDE, 2)
            steps = np.arange(0, length, 0.7)
            bend = angle + rng.uniform(-0.02, 0.02) * steps
            x = (at[0] + np.cumsum(np.cos(bend)) * 0.7).astype(int) % _SIDE
            y = (at[1] + np.cumsum(np.sin(bend)) * 0.7).astype(int) % _SIDE
            made[y, x] += shade * rng.uniform(0.25, 0.8)
    return made


def _weave() -> Floats:
    threads = 32
    cell = _SIDE // threads
    y, x = np.mgrid[:_SIDE, :_SIDE]
    over = ((x // cell + y // cell) % 2).astype(float)
    warp = np.sin(np.pi * ((x % cell) + 0.5) / cell) * (
        0.75 + 0.25 * np.sin(np.pi * (y / cell)) ** 2
    )
    weft = np.sin(np.pi * ((y % cell) + 0.5) / cell) * (
        0.75 + 0.25 * np.cos(np.pi * (x / cell)) ** 2
    )
    cloth = np.where(over > 0, warp, weft)
    woven: Floats = 0.9 * (cloth - cloth.mean()) + 0.4 * _noise(6, 1, 14)
    return woven + 0.4 * _noise(7, 14, 1)


def _wood() -> Floats:
    y = np.arange(_SIDE)[:, None] / _SIDE
    drift = 0.10 * _noise(8, 110, 34) + 0.02 * _noise(9, 60, 8)
    rings = np.sin(2 * np.pi * 7 * (y + drift * 3))
    pores = np.minimum(_noise(10, 22, 0.9), 0) * 1.3
    grown: Floats = 0.30 * rings + 0.22 * _noise(11, 60, 3) + pores
    return grown


def _brushed() -> Floats:
    return 0.8 * _noise(12, 90, 0.7) + 0.5 * _noise(13, 30, 1.6)


def _clay() -> Floats:
    return 0.8 * _noise(14, 26, 26) + 0.35 * _noise(15, 7, 7)


GRAINS: Final[dict[Finish, Grain]] = {
    "paper": Grain(_paper, 3.0, 120, 0.014, 0.0012),
    "kraft": Grain(_kraft, 7.0, 170, 0.20, 0.0009),
    "fabric": Grain(_weave, 1.6, 32, 0.16, 0.008),
    "wood": Grain(_wood, 14.0, 60, 0.30, 0.002),
    "brushed_metal": Grain(_brushed, 4.0, 120, 0.05, 0.0012),
    "clay": Grain(_clay, 9.0, 40, 0.06, 0.03),
}


def printed_over(
    texture: NDArray[np.uint8], tile: Floats, tiles: tuple[float, float], tint: float
) -> NDArray[np.uint8]:
    """Return artwork with the grain of what it is printed on.

    Args:
        texture: RGBA.
        tile: Of a `Grain`.
        tiles: How many tiles go across and down the artwork.
        tint: How much the grain shows, 0–1.
    """
    height, width = texture.shape[:2]
    rows = (np.arange(height) / height * tiles[1] * tile.shape[0]).astype(int) % tile.shape[0]
    columns = (np.arange(width) / width * tiles[0] * tile.shape[1]).astype(int) % tile.shape[1]
    shade = 1 + tint * tile[rows[:, None], columns[None, :]]
    color = np.clip(np.round(texture[..., :3] * shade[..., None]), 0, 255).astype(np.uint8)
    return np.concatenate([color, texture[..., 3:]], axis=2)


def boxed(mesh: Mesh) -> Mesh:
    """Return the mesh with uv in cm, laid on from the six sides; vertices on borders double."""
    corners = mesh.vertices[mesh.faces]
    facing = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    axis = np.abs(facing).argmax(axis=1)
    keys = mesh.faces.astype(np.int64) * 3 + axis[:, None]
    kept, places = np.unique(keys, return_inverse=True)
    source, side = kept // 3, kept % 3
    points = mesh.vertices[source]
    flat = np.array([[1, 2], [0, 2], [0, 1]])[side]
    uv = np.take_along_axis(points, flat, axis=1) * np.array([1.0, -1.0])
    faces = places.reshape(-1, 3).astype(np.int32)
    return Mesh(points, faces, mesh.normals[source], uv)
