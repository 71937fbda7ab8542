"""Cups with handles: the mug, and the coffee cup on its saucer."""

from __future__ import annotations

import numpy as np
from shapely.geometry import Polygon

from generators.mesh.build.inflate import inflate
from generators.mesh.build.lathe import lathe, lathe_arc
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import scale, shift, turn
from generators.mesh.build.sweep import spline, superellipse_section, sweep
from generators.mesh.mesh import Floats, Mesh, merged
from generators.mesh.prop import ArtworkArea, Prop, PropEntry, PropRequest
from generators.mesh.props.abstract.masses import ball
from generators.mesh.props.printed import plain, printed, proportions, settled

__all__ = ["ENTRIES", "handle"]

_PRINT_DEG = 168.0
"""How far the print of a mug reaches around its front, clear of the handle; whole steps."""
_STEPS = 180


def handle(points: Floats, width: float, thickness: float, *, flare: float = 1.5) -> Mesh:
    """Return a strap through points, broader where it meets the ware, cm."""
    curve = spline(points, 90)
    along = np.linspace(-1, 1, len(curve))
    swell = 1 + (flare - 1) * np.abs(along) ** 7
    section = superellipse_section(thickness / 2, width / 2, 2.6, count=40)
    return sweep(curve, section, scale=swell, cap="flat", up=(0.0, 1.0, 0.0))


def mug(request: PropRequest) -> Prop:
    """Return a 330 ml mug, 8.2 × 9.6 cm, its handle to the right, printed in front."""
    wide, tall = proportions(request)
    radius, height, wall = 4.1 * wide, 9.6 * tall, 0.36
    low, high = 0.9, height - 0.75
    finish = request.finish or "ceramic"
    outline = profile((radius, low), (radius, high))
    front = lathe_arc(outline, _PRINT_DEG, segments=_STEPS)
    rest = lathe_arc(outline, 360 - _PRINT_DEG, segments=_STEPS).moved(turn("z", 180))
    base = lathe(
        profile(
            (0, 0.28), (radius - 1.05, 0.28, 0.1), (radius - 0.95, 0, 0.12),
            (radius - 0.5, 0, 0.15), (radius, 0.55, 0.5), (radius, low),
        ),
        segments=_STEPS,
    )  # fmt: skip
    lip = lathe(
        profile(
            (radius, high), (radius, height, wall * 0.49), (radius - wall, height, wall * 0.49),
            (radius - wall, 0.75, 1.1), (0, 0.75),
        ),
        segments=_STEPS,
    )  # fmt: skip
    x = radius - 0.12
    grip = handle(
        np.array(
            [
                (x, 0, 0.79 * height), (x + 1.5, 0, 0.815 * height),
                (x + 2.9, 0, 0.66 * height),
                (x + 2.75, 0, 0.42 * height), (x + 1.6, 0, 0.25 * height), (x, 0, 0.2 * height),
            ]
        ),
        1.25,
        0.78,
    )  # fmt: skip
    area = ArtworkArea("print", radius * np.radians(_PRINT_DEG), high - low)
    drink = lathe(profile((0, height - 1.5), (radius - wall - 0.03, height - 1.5)))
    body = request.colors.accent
    return settled(
        "mug",
        [
            printed("print", front, area, body, finish),
            plain("body", [rest, base, lip], body, finish),
            plain("handle", grip, body, finish),
            plain("drink", _disc_up(drink), "#3B2218", "gloss"),
        ],
        [area],
    )


def _disc_up(mesh: Mesh) -> Mesh:
    """Return a flat lathe facing up."""
    if mesh.normals[:, 2].mean() > 0:
        return mesh
    return Mesh(
        mesh.vertices, np.ascontiguousarray(mesh.faces[:, ::-1]), -mesh.normals, mesh.uv
    )


def coffee_cup(request: PropRequest) -> Prop:
    """Return a cappuccino cup with crema on a saucer with a spoon; printed in front."""
    wide, tall = proportions(request)
    finish = request.finish or "ceramic"
    colors = request.colors
    rim, height = 4.6 * wide, 6.4 * tall
    cup = lathe(
        profile(
            (0, 0.3), (1.7, 0.3, 0.06), (1.75, 0, 0.08), (2.25, 0, 0.12), (2.35, 0.55, 0.25),
            (3.75 * wide, 1.15, 2.4), (rim, height * 0.62, 3.4), (rim, height, 0.14),
            (rim - 0.3, height, 0.14), (rim - 0.34, height * 0.6, 3.2),
            (3.2 * wide, 1.2, 2.0), (0, 1.0),
        )
    )  # fmt: skip
    level = height - 0.75
    inside = rim - 0.32
    coffee = lathe(
        profile((0, level), (inside - 0.25, level, 0.2), (inside, level + 0.1)), segments=120
    )
    x = rim - 0.16
    grip = handle(
        np.array(
            [
                (x, 0, 0.82 * height), (x + 1.35, 0, 0.86 * height),
                (x + 2.1, 0, 0.66 * height),
                (x + 1.2, 0, 0.45 * height), (x - 0.3, 0, 0.38 * height),
            ]
        ),
        0.95,
        0.62,
    )  # fmt: skip
    saucer = lathe(
        profile(
            (0, 0.22), (2.7, 0.22, 0.06), (2.8, 0, 0.08), (3.5, 0, 0.12),
            (5.2 * wide, 0.75, 2.0), (7.6 * wide, 1.35, 0.8), (7.62 * wide, 1.5, 0.08),
            (7.3 * wide, 1.52, 0.3),
            (5.0 * wide, 1.02, 1.6), (3.0, 0.62, 0.9), (2.7, 0.5, 0.2), (0, 0.5),
        ),
        segments=150,
    )  # fmt: skip
    parts = [
        plain("cup", cup.moved(shift(z=0.5)), colors.body, finish),
        plain("handle", grip.moved(shift(z=0.5)), colors.body, finish),
        plain("coffee", _disc_up(coffee).moved(shift(z=0.5)), "#6B3F22", "gloss"),
        plain("crema", _swirl(inside * 0.62, level + 0.52), "#E8CFA6", "satin"),
        plain("saucer", saucer, colors.accent, finish),
        plain("spoon", _spoon(wide), "#D4D6DA", "metal"),
    ]
    return settled("coffee_cup", parts)


def _swirl(reach: float, level: float) -> Mesh:
    """Return the leaf that milk draws on coffee."""
    t = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    heart = np.column_stack(
        [
            16 * np.sin(t) ** 3,
            13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t),
        ]
    )
    region = Polygon(heart / 17 * reach).buffer(-0.12).buffer(0.12)
    flat = inflate(region, cell=reach / 34)
    return flat.moved(shift(z=level) @ turn("z", 18) @ scale(1, 1, 0.05) @ turn("x", -90))


def _spoon(wide: float) -> Mesh:
    stem = spline(
        np.array([(0, -4.6, 0.35), (0, -2.6, 0.62), (0, 0.5, 0.42), (0, 4.4, 0.62)]), 60
    )
    t = np.linspace(0, 1, 60)
    widths = 0.16 + 0.2 * t**2
    rod = sweep(
        stem,
        superellipse_section(1.0, 0.5, 2.4, count=28),
        scale=np.column_stack([widths, np.full(60, 0.16)]),
    )
    bowl = ball(1.0).moved(shift(0, -5.6, 0.36) @ scale(0.86, 1.35, 0.2))
    place = shift(-4.7 * wide, 0.4, 0.95) @ turn("z", 14) @ turn("x", 2)
    return merged([rod, bowl]).moved(place)


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("mug", ("mug", "马克杯", "杯子"), "table", mug),
    PropEntry(
        "coffee_cup",
        ("coffee cup", "cup and saucer", "cappuccino", "咖啡杯"),
        "table",
        coffee_cup,
    ),
)
