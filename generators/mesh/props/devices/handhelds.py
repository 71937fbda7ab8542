"""Phone and tablet, leaning on small stands."""

from __future__ import annotations

import numpy as np
import shapely

from generators.mesh.build.extrude import extrude
from generators.mesh.build.lathe import lathe
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import shift, turn
from generators.mesh.mesh import Mesh
from generators.mesh.prop import Part, Prop, PropEntry, PropRequest
from generators.mesh.props.devices.panel import GLASS, pill, slab_device
from generators.mesh.props.printed import plain, proportions, settled

__all__ = ["ENTRIES"]


def phone(request: PropRequest) -> Prop:
    """Return a phone, 7.2 × 14.8 cm, leaning back on a block; its screen is lit."""
    wide, tall = proportions(request)
    width, height, depth = 7.2 * wide, 14.8 * tall, 0.8
    finish = request.finish or "metal"
    color = request.colors.detail
    parts, area, front = slab_device(
        (width, height, depth), 1.22, 0.16, color=color, finish=finish
    )
    island = pill(1.9, 0.5, 0.012, bevel=0.004).moved(
        shift(0, front - 0.006, height / 2 - 0.85)
    )
    parts.append(plain("camera_cutout", island, GLASS, "gloss"))
    side = width / 2
    for name, x, z, length in (
        ("power", side, 2.4, 1.7),
        ("louder", -side, 3.3, 1.0),
        ("softer", -side, 1.9, 1.0),
        ("switch", -side, 4.7, 0.55),
    ):
        button = pill(0.3, length, 0.12).moved(shift(x, 0, z * tall) @ turn("z", 90))
        parts.append(plain(name, button, color, finish))
    bump = extrude(
        shapely.box(-1.6, -1.6, 1.6, 1.6).buffer(0.5, quad_segs=12), 0.3, bevel=0.1
    ).moved(shift(width / 2 - 2.4, depth / 2, height / 2 - 2.5))
    parts.append(plain("camera", bump, color, finish))
    for x, z in ((-0.95, 0.95), (-0.95, -0.95), (0.95, 0.0)):
        eye = _lens(0.72).moved(
            shift(width / 2 - 2.4 + x, depth / 2 + 0.14, height / 2 - 2.5 + z) @ turn("x", -90)
        )
        parts.append(plain(f"lens_{x:g}_{z:g}", eye, GLASS, "gloss"))
    return settled("phone", _leaning(parts, height, request, 76.0), [area])


def _lens(radius: float) -> Mesh:
    return lathe(
        profile((0, 0), (radius, 0), (radius, 0.22, 0.06), (radius - 0.14, 0.22, 0.04),
                (radius - 0.2, 0.12, 0.05), (0, 0.1)), segments=48,
    )  # fmt: skip


def _leaning(
    parts: list[Part], height: float, request: PropRequest, angle_deg: float
) -> list[Part]:
    """Return a device leaning back on a block with a groove for its foot."""
    lean = shift(0, 0, 0.62) @ turn("x", angle_deg - 90.0) @ shift(0, 0.4, height / 2)
    moved = [Part(p.name, p.mesh.moved(lean), p.material) for p in parts]
    slope = 1 / np.tan(np.radians(angle_deg))
    reach = 3.6
    side = shapely.Polygon(
        [
            (-1.5, 0), (reach + 1.9, 0), (0.86 + slope * 6.0 + 0.7, 6.0),
            (0.86 + slope * 6.0, 6.0), (0.86, 0.62), (-0.08, 0.62), (-0.3, 1.25), (-1.5, 1.25),
        ]
    ).buffer(-0.12).buffer(0.12)  # fmt: skip
    block = extrude(side, 4.4, bevel=0.12).moved(turn("z", 90))
    moved.append(plain("stand", block, request.colors.accent, "matte"))
    return moved


def tablet(request: PropRequest) -> Prop:
    """Return a tablet lying wide, 24.8 × 17.8 cm, on a block, with a pen before it."""
    wide, tall = proportions(request)
    width, height, depth = 24.8 * wide, 17.8 * tall, 0.62
    finish = request.finish or "metal"
    color = request.colors.body
    parts, area, front = slab_device(
        (width, height, depth), 1.0, 0.72, color=color, finish=finish, edge=0.12
    )
    eye = pill(0.22, 0.22, 0.012, bevel=0.004).moved(shift(0, front - 0.004, height / 2 - 0.46))
    parts.append(plain("camera", eye, "#1B2430", "gloss"))
    made = _leaning(parts, height, request, 68.0)
    made.append(
        plain("pen", _pen().moved(shift(1.5, -4.6, 0.44) @ turn("z", 6)), "#F2F2F0", "satin")
    )
    return settled("tablet", made, [area])


def _pen() -> Mesh:
    """Return a screen pen along x, 16 cm."""
    return lathe(
        profile(
            (0, 0),
            (0.08, 0.06, 0.05),
            (0.2, 0.75, 0.3),
            (0.44, 1.8, 0.4),
            (0.44, 16, 0.2),
            (0, 16),
        ),
        segments=48,
    ).moved(shift(-8, 0, 0) @ turn("y", 90))


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("phone", ("phone", "smartphone", "app", "手机"), "device", phone),
    PropEntry("tablet", ("tablet", "平板", "平板电脑"), "device", tablet),
)
