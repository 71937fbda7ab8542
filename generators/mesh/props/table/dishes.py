"""Dishes: bowl with chopsticks, plate."""

from __future__ import annotations

import numpy as np
import shapely

from generators.mesh.build.extrude import extrude
from generators.mesh.build.lathe import lathe
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sweep import superellipse_section, sweep
from generators.mesh.mesh import Mesh
from generators.mesh.prop import ArtworkArea, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import plain, printed, proportions, settled

__all__ = ["ENTRIES"]


def bowl(request: PropRequest) -> Prop:
    """Return a rice bowl, 15 cm, printed around, with a pair of chopsticks across it."""
    wide, tall = proportions(request)
    finish = request.finish or "ceramic"
    colors = request.colors
    rim, height = 7.5 * wide, 6.8 * tall
    low, high = 2.0 * tall, height - 0.9
    base = lathe(
        profile(
            (0, 0.45), (2.5, 0.45, 0.1), (2.6, 0, 0.1), (3.1, 0, 0.1), (3.2, 0.75, 0.2),
            (4.9 * wide, 1.15, 2.0), (5.9 * wide, low),
        ),
        segments=144,
    )  # fmt: skip
    outline = profile(
        (5.9 * wide, low), (6.85 * wide, (low + high) * 0.46, 4.0), (7.3 * wide, high)
    )
    around = lathe(outline, has_uv=True, segments=144)
    inner = lathe(
        profile(
            (7.3 * wide, high), (rim, height, 0.14), (rim - 0.28, height, 0.14),
            (6.3 * wide, low + 0.6, 4.6), (3.6 * wide, 1.2, 2.4), (0, 1.05),
        ),
        segments=144,
    )  # fmt: skip
    # The way around differs between foot and rim; the print is as wide as in between.
    area = ArtworkArea("print", 2 * np.pi * 6.79 * wide, outline.length, is_wrapped=True)
    parts = [
        printed("print", around, area, colors.accent, finish),
        plain("foot", base, colors.accent, finish),
        plain("inside", inner, colors.body, finish),
    ]
    for index, (x, spread) in enumerate(((-0.9, 2.4), (0.9, -2.4))):
        stick = _chopstick().moved(
            shift(x + 0.8, -1.2, height + 0.36) @ turn("z", 62 + spread) @ turn("y", -0.6)
        )
        parts.append(plain(f"chopstick_{index + 1}", stick, colors.detail, "satin"))
    return settled("bowl", parts, [area])


def _chopstick() -> Mesh:
    """Return a chopstick along x, 24 cm: square in the hand, round and thin at the tip."""
    x = np.linspace(-12, 12, 40)
    t = (x + 12) / 24
    line = np.column_stack([x, np.zeros((40, 2))])
    return sweep(
        line, superellipse_section(0.36, 0.36, 4.0, count=32), scale=0.5 + 0.5 * t, cap="round"
    )


def plate(request: PropRequest) -> Prop:
    """Return a dinner plate, 26 cm, leaning on a stand, its well printed."""
    wide, _ = proportions(request)
    finish = request.finish or "ceramic"
    colors = request.colors
    well = 8.3 * wide
    center = lathe(profile((well, 0.5), (0, 0.5)), segments=180)
    area = ArtworkArea("center", 2 * well, 2 * well)
    uv = np.column_stack(
        [center.vertices[:, 0] / (2 * well) + 0.5, 0.5 - center.vertices[:, 1] / (2 * well)]
    )
    face = Mesh(center.vertices, center.faces, center.normals, np.clip(uv, 0, 1))
    band = 12.3 * wide
    rim = lathe(
        profile(
            (0, 0.25), (6.4 * wide, 0.25, 0.1), (6.6 * wide, 0, 0.1), (7.1 * wide, 0, 0.12),
            (7.3 * wide, 0.3, 0.2), (9.4 * wide, 0.5, 1.6), (13 * wide, 1.75, 0.3),
            (13.02 * wide, 1.95, 0.1), (band, 1.85, 0.05), (band, 1.81),
        ),
        segments=180,
    )  # fmt: skip
    line = lathe(profile((band, 1.81), (band - 0.35, 1.73)), segments=180)
    slope = lathe(
        profile(
            (band - 0.35, 1.73), (9.4 * wide, 1.02, 0.9), (well + 0.3, 0.5, 0.5), (well, 0.5)
        ),
        segments=180,
    )
    lean = turn("x", 72)
    parts: list[Part] = [
        printed("center", face.moved(lean), area, colors.body, finish),
        plain("rim", [rim.moved(lean), slope.moved(lean)], colors.body, finish),
        plain("line", line.moved(lean), colors.accent, "metal"),
    ]
    low = min(part.mesh.bounds[0][2] for part in parts)
    for index, x in enumerate((-4.0, 4.0)):
        bar = _easel(low).moved(shift(x=x * wide))
        parts.append(plain(f"stand_{index + 1}", bar, colors.detail, "wood"))
    return settled("plate", parts, [area])


def _easel(floor: float) -> Mesh:
    """Return one side of a plate stand: a foot with a lip in front and a prop behind."""
    shape = (
        shapely.union_all(
            [
                shapely.LineString([(-3.9, 0.45), (6.6, 0.45)]).buffer(0.45),
                shapely.LineString([(-3.9, 0.45), (-4.1, 2.2)]).buffer(0.42),
                shapely.LineString([(1.2, 0.45), (4.4, 11.0)]).buffer(0.42),
            ]
        )
        .buffer(0.2)
        .buffer(-0.2)
    )
    side = extrude(shape, 0.9, bevel=0.15).moved(turn("z", 90))
    return side.moved(shift(z=floor - 0.55))


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("bowl", ("bowl", "rice bowl", "碗", "饭碗"), "table", bowl),
    PropEntry("plate", ("plate", "dish", "盘子", "餐盘"), "table", plate),
)
