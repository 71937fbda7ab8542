"""Poles, bars and feet that signs stand on."""

from __future__ import annotations

import numpy as np

from generators.mesh.build.lathe import lathe
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.sweep import bent, circle_section, resampled, sweep
from generators.mesh.mesh import Floats, Mesh

__all__ = ["bar", "base_plate", "pole"]


def pole(radius: float, low: float, high: float, *, segments: int = 48) -> Mesh:
    """Return an upright round pole with slightly rounded ends, cm."""
    edge = min(radius * 0.4, 0.3)
    return lathe(
        profile((0, low), (radius, low, edge), (radius, high, edge), (0, high)),
        segments=segments,
    )


def base_plate(radius: float, height: float) -> Mesh:
    """Return a heavy round foot, cm."""
    return lathe(
        profile(
            (0, 0), (radius, 0, height * 0.2), (radius, height, height * 0.45), (0, height)
        ),
        segments=120,
    )


def bar(points: Floats, radius: float, *, bend_cm: float = 2.0, segments: int = 28) -> Mesh:
    """Return a round bar along a polyline whose corners are bent, flat at both ends."""
    line = bent(np.asarray(points, dtype=float), bend_cm)
    length = float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())
    count = int(np.clip(length / max(radius, 0.2), 24, 260))
    return sweep(resampled(line, count), circle_section(radius, count=segments), cap="flat")
