"""Caps and collars."""

from __future__ import annotations

from generators.mesh.build.lathe import Flutes, lathe, ring
from generators.mesh.build.lathe_profile import Corner, profile
from generators.mesh.build.pose import shift, turn
from generators.mesh.mesh import Mesh

__all__ = ["hollow_cap", "screw_cap", "thread"]


def hollow_cap(
    radius: float,
    low: float,
    high: float,
    *,
    wall: float = 0.12,
    edge: float = 0.12,
    flutes: Flutes | None = None,
    core: tuple[float, float] = (0.0, 0.0),
) -> Mesh:
    """Return a cap open below: round at the upper edge, with a wall."""
    inside = radius - wall
    corners: tuple[Corner, ...] = (
        (0, high - wall), (inside, high - wall, edge / 2), (inside, low, 0.03),
        (radius, low, 0.04), (radius, high, edge), (0, high),
    )  # fmt: skip
    segments = max(112, flutes.count * 6) if flutes else 112
    return lathe(profile(*corners), flutes=flutes, core=core, segments=segments)


def screw_cap(
    radius: float, low: float, high: float, *, flutes: int = 60, has_band: bool = True
) -> list[Mesh]:
    """Return a grooved screw cap, with the band that tears off below it."""
    band = 0.32 if has_band else 0.0
    grip = Flutes(flutes, radius * 0.035, low + band + 0.1, high - 0.2)
    cap = hollow_cap(radius, low + band, high, edge=0.16, flutes=grip)
    if not has_band:
        return [cap]
    return [cap, ring(radius - 0.12, radius + 0.02, low, low + band - 0.05)]


def thread(radius: float, low: float, pitch: float = 0.32, turns: int = 2) -> list[Mesh]:
    """Return the beads of a thread around a neck."""
    beads = []
    for index in range(turns):
        bead = ring(radius - 0.05, radius + 0.09, 0, 0.14, edge=0.06, segments=72)
        beads.append(bead.moved(shift(z=low + index * pitch) @ turn("x", 2.5)))
    return beads
