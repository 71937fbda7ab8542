"""Light rigs: softboxes, a sun behind leaves, neon, a window, strip lights in the dark.

Positions are in radii of the group, from its center on the floor, so that a ring and a shelter
are lit alike. Radiances are balanced so that white paper under the group comes out just under
white.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from generators.mesh.studio.gobos import GOBOS
from generators.mesh.studio.job import Floats, Lamp, StagedPart
from generators.mesh.studio.request import Rig, RigName, solid
from generators.mesh.studio.sky import Glow, painted

__all__ = ["Lighting", "lighting_of"]


@dataclass(frozen=True, eq=False)
class Lighting:
    """Lamps, surroundings and what stands in the light."""

    lamps: tuple[Lamp, ...]
    sky: Floats
    blockers: tuple[StagedPart, ...] = ()


def lighting_of(rig: Rig, center: Floats, radius: float, seed: int) -> Lighting:
    """Return the light of a rig around a group.

    Args:
        rig: Which, and in what colors.
        center: (3,) of the group; its third number is half its height.
        radius: Of the group.
        seed: Varies the gobo.
    """
    return _RIGS[rig.name](rig, _Stage(center, radius, rig.strength, seed))


@dataclass(frozen=True, eq=False)
class _Stage:
    center: Floats
    radius: float
    strength: float
    seed: int

    def lamp(
        self,
        at: tuple[float, float, float],
        size: tuple[float, float],
        radiance: Floats,
        aim: tuple[float, float, float] = (0.0, 0.0, 0.0),
    ) -> Lamp:
        """Return a lamp; `at` and `aim` are in radii from the middle of the group."""
        return Lamp(
            self.center + np.array(at) * self.radius,
            self.center + np.array(aim) * self.radius,
            size[0] * self.radius,
            size[1] * self.radius,
            radiance * self.strength,
        )

    def spot(
        self,
        at: tuple[float, float, float],
        intensity: Floats,
        spread: float,
        aim: tuple[float, float, float],
    ) -> Lamp:
        """Return a spotlight; intensity is for a radius of one."""
        return Lamp(
            self.center + np.array(at) * self.radius,
            self.center + np.array(aim) * self.radius,
            0.0,
            0.0,
            intensity * self.strength * self.radius**2,
            spread,
        )

    def lit(self, lamps: tuple[Lamp, ...], sky: Floats) -> Lighting:
        """Return the lamps in their surroundings."""
        return Lighting(lamps, sky * self.strength)


def _soft_studio(rig: Rig, stage: _Stage) -> Lighting:
    warm, cool = np.array([1.0, 0.975, 0.94]), np.array([0.93, 0.965, 1.0])
    key = stage.lamp((-3.6, -1.7, 3.9), (2.9, 2.9), 10.6 * warm)
    rim = stage.lamp((3.4, 2.0, 3.4), (2.6, 1.6), 5.0 * cool)
    sky = painted(
        np.full(3, 0.20), np.full(3, 0.12), np.full(3, 0.10),
        (Glow(74, 20, 40, 96, 1.25 * cool, 0.5), Glow(-8, 78, 70, 40, 0.7 * warm, 0.6)),
    )  # fmt: skip
    return _with_gobo(rig, stage, stage.lit((key, rim), sky), "none", key)


def _hard_sun(rig: Rig, stage: _Stage) -> Lighting:
    direction = np.array([-0.72, -0.52, 0.60])
    at = direction / np.linalg.norm(direction) * 16.0
    radiance = 15500.0 * np.array([1.0, 0.92, 0.80])
    sun = stage.lamp((at[0], at[1], at[2]), (0.25, 0.25), radiance)
    blue = np.array([0.86, 0.94, 1.06])
    sky = painted(
        0.36 * blue, 0.24 * blue, np.full(3, 0.2),
        (Glow(70, 20, 70, 90, 0.5 * np.array([1.0, 0.96, 0.9]), 0.8),),
    )  # fmt: skip
    return _with_gobo(rig, stage, stage.lit((sun,), sky), "leaves", sun)


def _neon_rim(rig: Rig, stage: _Stage) -> Lighting:
    colors = [solid(color) for color in rig.colors]
    left = colors[0] if colors else solid("#FF2E93")
    right = colors[1] if len(colors) > 1 else solid("#22C7FF")
    front = colors[2] if len(colors) > 2 else (left + right) / 2 + 0.15
    lamps = (
        stage.lamp((-2.7, 1.1, 1.0), (0.7, 4.6), 40.0 * _vivid(left)),
        stage.lamp((2.7, 1.1, 1.0), (0.7, 4.6), 40.0 * _vivid(right)),
    )
    haze = _vivid((left + right) / 2)
    sky = painted(
        0.10 * haze, 0.06 * haze, 0.02 * haze,
        (
            Glow(-34, 38, 50, 38, 4.0 * _vivid(front), 0.7),
            Glow(-88, 14, 26, 90, 5.0 * _vivid(left), 0.5),
            Glow(88, 14, 26, 90, 5.0 * _vivid(right), 0.5),
        ),
    )  # fmt: skip
    return _with_gobo(rig, stage, stage.lit(lamps, sky), "none", lamps[0])


def _product_window(rig: Rig, stage: _Stage) -> Lighting:
    day = np.array([0.97, 0.99, 1.0])
    window = stage.lamp((-4.2, -1.0, 2.6), (3.0, 3.4), 18.0 * day, (0.6, 0.2, 0.0))
    sky = painted(
        np.full(3, 0.12), np.array([0.10, 0.096, 0.09]), np.array([0.12, 0.11, 0.10]),
        (Glow(80, 14, 60, 80, 0.40 * np.array([1.0, 0.97, 0.93]), 0.6),),
    )  # fmt: skip
    return _with_gobo(rig, stage, stage.lit((window,), sky), "panes", window)


def _dark_luxury(rig: Rig, stage: _Stage) -> Lighting:
    glow = solid(rig.colors[0]) if rig.colors else solid("#FFE4C4")
    glow = glow / max(float(glow.max()), 1e-3)
    warm = np.array([1.0, 0.96, 0.91])
    back = stage.spot((0.0, 2.1, 4.4), 250.0 * glow, 46.0, (0.0, 5.0, 0.1))
    top = stage.lamp((0.2, 0.3, 3.4), (2.2, 0.9), 7.0 * warm)
    sky = painted(
        np.full(3, 0.035), np.full(3, 0.02), np.full(3, 0.01),
        (
            Glow(-97, 16, 26, 110, 15.0 * warm, 0.9),
            Glow(101, 12, 20, 110, 13.0 * warm, 0.9),
            Glow(-30, 40, 44, 34, 3.4 * warm, 0.8),
        ),
    )  # fmt: skip
    return _with_gobo(rig, stage, stage.lit((back, top), sky), "none", top)


def _with_gobo(rig: Rig, stage: _Stage, made: Lighting, usual: str, lamp: Lamp) -> Lighting:
    kind = usual if rig.gobo == "auto" else rig.gobo
    if kind == "none":
        return made
    parts = GOBOS[kind](stage.center, lamp.position, stage.radius, stage.seed)
    return Lighting(made.lamps, made.sky, parts)


def _vivid(color: Floats) -> Floats:
    """Return the color at one luminance, so that blue lamps light as yellow ones do."""
    luminance = float(color @ np.array([0.2126, 0.7152, 0.0722]))
    vivid: Floats = color / max(luminance, 0.06) * 0.36
    return vivid


_RIGS: Final[dict[RigName, Callable[[Rig, _Stage], Lighting]]] = {
    "soft_studio": _soft_studio,
    "hard_sun": _hard_sun,
    "neon_rim": _neon_rim,
    "product_window": _product_window,
    "dark_luxury": _dark_luxury,
}
