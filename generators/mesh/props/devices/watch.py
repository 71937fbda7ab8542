"""The smart watch."""

from __future__ import annotations

import numpy as np

from generators.mesh.build.lathe import Flutes, lathe
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sweep import resampled, superellipse_section, sweep
from generators.mesh.mesh import Mesh
from generators.mesh.prop import Part, Prop, PropEntry, PropRequest
from generators.mesh.props.devices.panel import pill, slab_device
from generators.mesh.props.printed import plain, proportions, settled

__all__ = ["ENTRIES"]


def watch(request: PropRequest) -> Prop:
    """Return a watch with a square case, its strap closed to a loop; its screen is lit."""
    wide, tall = proportions(request)
    width, height, depth = 3.9 * wide, 4.6 * tall, 1.0
    finish = request.finish or "metal"
    parts, area, _ = slab_device(
        (width, height, depth), 1.18, 0.26, color=request.colors.body, finish=finish, edge=0.34
    )
    crown = lathe(
        profile((0, 0), (0.42, 0, 0.06), (0.42, 0.3, 0.08), (0, 0.3)),
        segments=144,
        flutes=Flutes(36, 0.02, 0.03, 0.27),
    ).moved(shift(width / 2 - 0.06, 0, 0.7) @ turn("y", 90))
    parts.append(plain("crown", crown, request.colors.accent, finish))
    button = pill(0.34, 1.1, 0.12).moved(shift(width / 2, 0, -0.8) @ turn("z", 90))
    parts.append(plain("button", button, request.colors.body, finish))
    strap = _strap(width, height)
    parts.append(plain("strap", strap, request.colors.accent, "rubber"))
    tilt = turn("x", -12)

    return settled(
        "watch", [Part(p.name, p.mesh.moved(tilt), p.material) for p in parts], [area]
    )


def _strap(width: float, height: float) -> Mesh:
    """Return the strap from the lower to the upper lug, behind the case."""
    a = np.linspace(-np.pi / 2 - 0.95, np.pi / 2 + 0.95, 160)
    y = 2.15 + 2.55 * np.cos(a) * np.where(np.cos(a) > 0, 1.05, 0.95)
    z = (height / 2 + 0.42) * np.sin(a) * 1.12
    line = np.column_stack([np.zeros(160), y, z])
    start = np.array([(0, 0.15, -height / 2 + 0.35), (0, 0.25, -height / 2 - 0.1)])
    end = start[::-1] * [1, 1, -1]
    keep = line[(np.abs(line[:, 2]) < height / 2 + 9) & (line[:, 1] > 0.55)]
    curve = resampled(np.vstack([start, keep, end]), 200)
    for _ in range(12):
        curve[1:-1] = (curve[:-2] + 2 * curve[1:-1] + curve[2:]) / 4
    along = np.abs(np.linspace(-1, 1, 200))
    broad = 0.86 + 0.14 * along**4
    return sweep(
        curve,
        superellipse_section(0.46 * width, 0.16, 4.0, count=48),
        scale=np.column_stack([broad, np.ones(200)]),
        cap="round",
        up=(0.0, -1.0, 0.0),
    )


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("watch", ("watch", "smart watch", "手表", "智能手表"), "device", watch),
)
