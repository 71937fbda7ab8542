"""Built-up things: arches, discs, cubes, crystals."""

from __future__ import annotations

import numpy as np
import shapely

from generators.mesh.build.boolean import hull
from generators.mesh.build.box import box_faces
from generators.mesh.build.extrude import extrude
from generators.mesh.build.lathe import lathe
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import shift, turn
from generators.mesh.mesh import Mesh, merged
from generators.mesh.prop import Prop, PropEntry, PropRequest
from generators.mesh.props.abstract.masses import ball
from generators.mesh.props.printed import plain, proportions, settled, shade

__all__ = ["ENTRIES"]


def arches(request: PropRequest) -> Prop:
    """Return four arches inside each other, as a rainbow of blocks, and a ball under them."""
    wide, tall = proportions(request)
    colors = request.colors
    tints = (colors.accent, shade(colors.accent, 0.45), colors.body, colors.content)
    parts = []
    outer, band, gap = 9.6, 1.72, 0.16
    for index, tint in enumerate(tints):
        high = outer - index * (band + gap)
        low = high - band
        disc = shapely.Point(0, 0)
        ring = disc.buffer(high, quad_segs=48).difference(disc.buffer(low, quad_segs=48))
        legs = shapely.box(-high, -3.2 * tall, -low, 0).union(
            shapely.box(low, -3.2 * tall, high, 0)
        )
        arch = ring.intersection(shapely.box(-20, -1e-6, 20, 20)).union(legs).buffer(0.001)
        arch = shapely.affinity.scale(arch, wide, 1.0, origin=(0, 0))
        depth = 5.4 - 0.55 * index
        solid = extrude(arch, depth, bevel=0.22)
        parts.append(
            plain(
                f"arch_{index + 1}",
                solid.moved(shift(z=3.2 * tall)),
                tint,
                request.finish or "satin",
            )
        )
    small = ball(1.55).moved(shift(0, -0.4, 1.55))
    parts.append(plain("ball", small, colors.detail, request.finish or "gloss"))
    return settled("arches", parts)


def discs(request: PropRequest) -> Prop:
    """Return a leaning stack of thick discs and one that stands on its edge."""
    wide, tall = proportions(request)
    colors = request.colors
    made = (
        (7.0, 2.0, 0.0, 0.0, colors.accent),
        (5.4, 1.5, 0.7, -0.4, colors.body),
        (6.1, 1.1, -0.9, 0.3, colors.content),
        (3.9, 2.2, 0.4, -0.2, shade(colors.accent, 0.4)),
        (2.6, 1.1, -0.2, 0.1, colors.detail),
    )
    parts = []
    level = 0.0
    for index, (radius, height, x, y, color) in enumerate(made):
        solid = _disc(radius * wide, height * tall).moved(shift(x * wide, y, level))
        parts.append(plain(f"disc_{index + 1}", solid, color, request.finish or "satin"))
        level += height * tall
    edge = _disc(3.4, 1.2).moved(
        shift(9.4 * wide, -2.2, 3.4) @ turn("z", -28) @ turn("x", 90) @ shift(z=-0.6)
    )
    parts.append(plain("disc_on_edge", edge, colors.content, request.finish or "gloss"))
    return settled("discs", parts)


def _disc(radius: float, height: float) -> Mesh:
    edge = min(0.32, height * 0.3)
    return lathe(
        profile((0, 0), (radius, 0, edge), (radius, height, edge), (0, height)), segments=160
    )


def cubes(request: PropRequest) -> Prop:
    """Return six soft cubes built up like a child's castle."""
    wide, tall = proportions(request)
    colors = request.colors
    made = (
        (-4.2, 0.6, 0.0, 5.6, 6.0, colors.accent),
        (2.6, 1.2, 0.0, 6.6, -8.0, colors.body),
        (-1.2, -5.0, 0.0, 3.6, 24.0, colors.content),
        (-4.0, 0.8, 5.6, 4.2, -14.0, shade(colors.accent, 0.45)),
        (2.8, 1.0, 6.6, 3.4, 18.0, colors.content),
        (4.9, -4.6, 0.0, 2.4, -30.0, colors.detail),
    )
    parts = []
    for index, (x, y, z, size, angle, color) in enumerate(made):
        solid = merged(box_faces((size * wide, size, size * tall), 0.42, steps=5).values())
        place = shift(x * wide, y, z * tall) @ turn("z", angle)
        parts.append(
            plain(f"cube_{index + 1}", solid.moved(place), color, request.finish or "satin")
        )
    return settled("cubes", parts)


def crystals(request: PropRequest) -> Prop:
    """Return a cluster of six-sided crystals growing from one foot."""
    wide, tall = proportions(request)
    rng = np.random.default_rng(request.seed)
    made = (
        (0.0, 0.2, 2.1, 16.0, 3.0, 0.0), (-2.5, -0.3, 1.5, 11.4, -14.0, 12.0),
        (2.6, -0.2, 1.65, 12.4, 15.0, 30.0), (-1.3, -2.0, 1.15, 7.6, -8.0, 48.0),
        (1.7, -2.2, 0.95, 6.2, 15.0, 5.0), (-4.3, -0.9, 0.95, 6.4, -27.0, 22.0),
        (4.5, -0.9, 1.05, 7.2, 29.0, 40.0), (0.4, 2.3, 1.2, 10.4, 4.0, 15.0),
    )  # fmt: skip
    parts = []
    for index, (x, y, radius, height, lean, spin) in enumerate(made):
        angles = np.radians(np.arange(6) * 60 + rng.uniform(-7, 7, 6))
        widths = radius * rng.uniform(0.9, 1.1, 6)
        ring = np.column_stack([widths * np.cos(angles), widths * np.sin(angles)])
        shoulder = height * tall * rng.uniform(0.7, 0.78) + rng.uniform(-0.35, 0.35, 6)
        tip = np.array([[radius * rng.uniform(-0.25, 0.25), radius * 0.1, height * tall]])
        points = np.concatenate(
            [
                np.column_stack([ring * 0.86, np.full(6, -1.4)]),
                np.column_stack([ring, shoulder]),
                tip,
            ]
        )
        place = shift(x * wide, y, 0.0) @ turn("y", lean) @ turn("z", spin)
        solid = hull(points).moved(place)
        parts.append(
            plain(
                f"crystal_{index + 1}",
                solid,
                shade(request.colors.accent, 0.55),
                request.finish or "frosted_glass",
            )
        )
    foot = _disc(6.2 * wide, 1.5)
    parts.append(plain("foot", foot.moved(shift(0, -0.4, -1.5)), request.colors.body, "matte"))
    return settled("crystals", parts)


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("arches", ("arches", "rainbow", "拱门", "彩虹"), "abstract", arches),
    PropEntry("discs", ("discs", "stacked discs", "圆盘", "叠盘"), "abstract", discs),
    PropEntry("cubes", ("cubes", "blocks", "方块", "积木"), "abstract", cubes),
    PropEntry("crystals", ("crystals", "quartz", "水晶", "晶体"), "abstract", crystals),
)
