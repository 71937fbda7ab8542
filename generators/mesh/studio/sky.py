"""Skies: surroundings painted as light, with soft glows where the softboxes are.

A glow is as far away as the sky: its light does not fall off, and it mirrors in gloss and
chrome as a panel with soft edges. Texels are (rows, columns, 3), linear; the top row is
straight up, the first column behind the set, then right, camera, left.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generators.mesh.studio.job import Floats

__all__ = ["Glow", "painted"]

_ROWS = 160
_COLUMNS = 320


@dataclass(frozen=True, eq=False)
class Glow:
    """A panel of light in the sky; angles in degrees.

    Attributes:
        azimuth: 0 is the camera's side, −90 left, 90 right.
        elevation: Above the horizon.
        width: Side to side.
        height: Up and down.
        radiance: (3,) in its middle.
        edge: Share of each half that falls off: 0 is a hard panel, 1 a glow.
    """

    azimuth: float
    elevation: float
    width: float
    height: float
    radiance: Floats
    edge: float = 0.4


def painted(top: Floats, horizon: Floats, below: Floats, glows: tuple[Glow, ...]) -> Floats:
    """Return surroundings that run from top over horizon to below, with the glows on them."""
    polar = (np.arange(_ROWS) + 0.5) / _ROWS * np.pi
    around = (np.arange(_COLUMNS) + 0.5) / _COLUMNS * 2 * np.pi
    upward = np.cos(polar)[:, None]
    rise = np.clip(upward, 0, 1) ** 0.6
    fall = np.clip(-upward, 0, 1) ** 0.5
    ground = horizon + (top - horizon) * rise[..., None] + (below - horizon) * fall[..., None]
    sky: Floats = np.repeat(ground, _COLUMNS, axis=1)
    flat = np.sin(polar)[:, None]
    towards = np.stack([
        flat * np.sin(around), flat * np.cos(around), np.repeat(upward, _COLUMNS, axis=1),
    ], axis=2)  # fmt: skip
    for glow in glows:
        sky = sky + _shape(glow, towards)[..., None] * glow.radiance
    return sky


def _shape(glow: Glow, towards: Floats) -> Floats:
    azimuth, elevation = np.radians(glow.azimuth), np.radians(glow.elevation)
    middle = np.array([
        np.sin(azimuth) * np.cos(elevation),
        -np.cos(azimuth) * np.cos(elevation),
        np.sin(elevation),
    ])  # fmt: skip
    right = np.array([np.cos(azimuth), np.sin(azimuth), 0.0])
    up = np.cross(middle, right)
    up = up if up[2] >= 0 else -up
    ahead = towards @ middle
    across = np.degrees(np.arctan2(towards @ right, ahead)) / (glow.width / 2)
    lift = np.degrees(np.arctan2(towards @ up, np.hypot(ahead, towards @ right)))
    lift = np.where(ahead > 0, lift / (glow.height / 2), 9.0)
    across = np.where(ahead > 0, across, 9.0)
    soft = max(glow.edge, 0.04)
    return _edge(np.abs(across), soft) * _edge(np.abs(lift), soft)


def _edge(reach: Floats, soft: float) -> Floats:
    share = np.clip((1 - reach) / soft, 0, 1)
    smooth: Floats = share * share * (3 - 2 * share)
    return smooth
