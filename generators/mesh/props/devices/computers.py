"""The open laptop."""

from __future__ import annotations

import numpy as np

from generators.mesh.build.box import slab
from generators.mesh.build.extrude import extrude, rounded_region
from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sweep import circle_section, sweep
from generators.mesh.mesh import Mesh, merged
from generators.mesh.prop import Part, Prop, PropEntry, PropRequest
from generators.mesh.props.devices.panel import pill, slab_device
from generators.mesh.props.printed import plain, proportions, settled, shade

__all__ = ["ENTRIES"]

_OPEN_DEG = 108.0


def laptop(request: PropRequest) -> Prop:
    """Return a laptop, 31 × 22 cm, open; its screen is lit."""
    wide, tall = proportions(request)
    width, depth, lid_height = 31.2 * wide, 22.0, 20.6 * tall
    finish = request.finish or "metal"
    color = request.colors.body
    base_height = 1.15
    base = slab(width, depth, base_height, 1.1, 0.22)
    deck = base_height
    parts: list[Part] = [plain("base", base, color, finish)]
    key_width, key_depth = 27.4 * wide, 10.6
    well = slab(key_width + 0.5, key_depth + 0.5, 0.04, 0.35, 0.015)
    parts.append(
        plain("well", well.moved(shift(0, 3.6, deck - 0.012)), shade(color, -0.55), "matte")
    )
    keys = _keyboard(key_width, key_depth).moved(shift(0, 3.6, deck + 0.05))
    parts.append(plain("keys", keys, request.colors.detail, "satin"))
    pad = slab(11.2, 7.2, 0.03, 0.45, 0.012).moved(shift(0, -6.3, deck - 0.005))
    parts.append(plain("trackpad", pad, shade(color, -0.07), "satin"))
    notch = slab(4.6, 0.5, 0.2, 0.22, 0.08).moved(shift(0, -depth / 2 + 0.12, deck - 0.17))
    parts.append(plain("notch", notch, shade(color, -0.25), finish))
    lid, area, front = slab_device(
        (width, lid_height, 0.5), 1.05, 0.55, color=color, finish=finish, edge=0.13
    )
    eye = pill(0.2, 0.2, 0.012, bevel=0.004).moved(
        shift(0, front - 0.002, lid_height / 2 - 0.4)
    )
    lid.append(plain("camera", eye, "#1B2430", "gloss"))
    hinge_y, hinge_z = depth / 2 - 0.55, deck + 0.12
    place = (
        shift(0, hinge_y, hinge_z) @ turn("x", 90.0 - _OPEN_DEG) @ shift(0, 0.1, lid_height / 2)
    )
    parts.extend(
        Part(p.name if p.name != "body" else "lid", p.mesh.moved(place), p.material)
        for p in lid
    )
    bar = np.column_stack([np.linspace(-0.36, 0.36, 12) * width, np.zeros((12, 2))])
    hinge = sweep(bar, circle_section(0.36, count=28), cap="flat")
    parts.append(
        plain(
            "hinge",
            hinge.moved(shift(0, hinge_y + 0.08, hinge_z - 0.02)),
            shade(color, -0.5),
            "satin",
        )
    )
    return settled("laptop", parts, [area])


def _keyboard(width: float, depth: float) -> Mesh:
    """Return six rows of keys lying around the origin."""
    gap = 0.28
    rows: tuple[tuple[float, tuple[float, ...]], ...] = (
        (0.55, (1.0,) * 14),
        (1.0, (1.0,) * 13 + (1.55,)),
        (1.0, (1.55,) + (1.0,) * 13),
        (1.0, (1.85,) + (1.0,) * 11 + (1.9,)),
        (1.0, (2.4,) + (1.0,) * 10 + (2.45,)),
        (1.0, (1.0, 1.0, 1.0, 1.25, 5.6, 1.25, 1.0, 0.95, 0.95, 0.95)),
    )
    unit = (depth - gap * (len(rows) - 1)) / sum(share for share, _ in rows)
    keys: list[Mesh] = []
    made: dict[tuple[float, float], Mesh] = {}
    top = depth / 2
    for share, widths in rows:
        key_depth = unit * share
        scale = (width - gap * (len(widths) - 1)) / sum(widths)
        left = -width / 2
        for ratio in widths:
            key_width = round(ratio * scale, 4)
            size = (key_width, round(key_depth, 4))
            if size not in made:
                made[size] = extrude(
                    rounded_region(*size, 0.16, steps=4), 0.14, bevel=0.045, steps=2
                ).moved(turn("x", -90))
            keys.append(made[size].moved(shift(left + key_width / 2, top - key_depth / 2, 0.0)))
            left += key_width + gap
        top -= key_depth + gap
    return merged(keys)


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry(
        "laptop", ("laptop", "notebook computer", "笔记本电脑", "电脑"), "device", laptop
    ),
)
