"""The over-ear headphones."""

from __future__ import annotations

import numpy as np

from generators.mesh.build.lathe import lathe, ring
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import scale, shift, turn
from generators.mesh.build.sweep import circle_section, resampled, superellipse_section, sweep
from generators.mesh.mesh import Floats, Mesh
from generators.mesh.prop import Finish, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import plain, proportions, settled, shade

__all__ = ["ENTRIES"]

_REACH = 8.6
"""Half the distance between the ear cups' pivots, cm."""


def headphones(request: PropRequest) -> Prop:
    """Return headphones 20 cm tall, standing on their cups, band arched over them."""
    wide, tall = proportions(request)
    reach, rise = _REACH * wide, 9.6 * tall
    finish = request.finish or "satin"
    colors = request.colors
    crown = _arch(reach - 0.1, rise, 70.0)
    parts: list[Part] = [
        plain("band", _strip(crown, 0.34, 1.55), colors.body, finish),
        plain("pad", _strip(_arch(reach - 0.72, rise - 0.66, 50.0), 0.5, 1.35),
              colors.detail, "rubber"),
    ]  # fmt: skip
    for name, side in (("left", -1.0), ("right", 1.0)):
        parts += [
            Part(f"{name} {part.name}", part.mesh.moved(_place(side, reach)), part.material)
            for part in _cup(request)
        ]
        parts.append(plain(f"{name} slider", _slider(side, reach, rise), "#C9CCD1", "metal"))
    return settled("headphones", parts)


def _place(side: float, reach: float) -> Floats:
    """Return where a cup made for the left goes; it leans in at its foot."""
    facing = turn("z", 180.0 if side > 0 else 0.0)
    placed: Floats = shift(side * reach) @ turn("y", side * 7.0) @ facing
    return placed


def _arch(reach: float, rise: float, half_deg: float) -> Floats:
    angle = np.radians(np.linspace(-half_deg - 20.0, half_deg + 20.0, 160))
    return np.column_stack([reach * np.sin(angle), np.zeros(160), rise * np.cos(angle)])


def _strip(line: Floats, thick: float, half_width: float) -> Mesh:
    along = np.linspace(-1, 1, len(line))
    broad = 1.0 - 0.34 * np.abs(along) ** 2.6
    return sweep(
        line,
        superellipse_section(thick, half_width, 3.2, count=48),
        scale=np.column_stack([np.ones(len(line)), broad]),
        cap="round",
        up=(0.0, 1.0, 0.0),
    )


def _slider(side: float, reach: float, rise: float) -> Mesh:
    """Return the steel between band and cup."""
    line = np.array([
        (side * reach * 0.985, 0.0, 0.16 * rise), (side * reach * 1.03, 0.0, 4.6),
        (side * reach * 1.075, 0.0, 2.4), (side * (reach + 1.75), 0.0, 0.6),
    ])  # fmt: skip
    return sweep(
        resampled(line, 60), superellipse_section(0.16, 0.62, 3.0, count=32), cap="round",
        up=(0.0, 1.0, 0.0),
    )  # fmt: skip


def _cup(request: PropRequest) -> list[Part]:
    """Return a cup that faces +x with its cushion, outside to −x, about the origin."""
    colors = request.colors
    finish = request.finish or "satin"
    out = turn("y", -90.0)
    oval = scale(1.0, 0.86, 1.0)
    shell = lathe(
        profile(
            (0, -0.2), (3.5, -0.2, 0.1), (4.15, 0.5, 0.5), (4.05, 1.9, 0.7), (2.7, 2.5, 0.5),
            (0, 2.62),
        ),
        segments=128,
    )  # fmt: skip
    plate = lathe(profile((0, 2.3), (2.35, 2.3), (2.35, 2.74, 0.12), (0, 2.80)), segments=96)
    seam = ring(3.2, 4.21, 0.28, 0.52, edge=0.05, segments=128)
    angle = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    line = 3.05 * np.column_stack([np.cos(angle), np.sin(angle), np.zeros(120)])
    cushion = sweep(line - [0, 0, 0.95], circle_section(1.0, count=40), closed=True)
    mesh_cloth = lathe(profile((0, -0.62), (2.6, -0.62), (2.6, -0.5), (0, -0.5)), segments=96)
    made: tuple[tuple[str, Mesh, str, Finish], ...] = (
        ("shell", shell, colors.body, finish),
        ("plate", plate, colors.accent, "metal" if request.finish is None else finish),
        ("seam", seam, shade(colors.body, -0.35), finish),
        ("cushion", cushion, colors.detail, "rubber"),
        ("cloth", mesh_cloth, shade(colors.detail, -0.3), "fabric"),
    )
    return [
        plain(name, mesh.moved(out @ oval), color, surface)
        for name, mesh, color, surface in made
    ]


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry(
        "headphones",
        ("headphones", "headphone", "headset", "耳机", "头戴式耳机", "蓝牙耳机"),
        "device",
        headphones,
    ),
)
