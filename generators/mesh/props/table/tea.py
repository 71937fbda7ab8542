"""Tea ware: gaiwan and teapot."""

from __future__ import annotations

import numpy as np

from generators.mesh.build.lathe import lathe
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import scale, shift, turn
from generators.mesh.build.sweep import circle_section, spline, superellipse_section, sweep
from generators.mesh.mesh import Floats
from generators.mesh.prop import Prop, PropEntry, PropRequest
from generators.mesh.props.printed import plain, proportions, settled

__all__ = ["ENTRIES"]


def gaiwan(request: PropRequest) -> Prop:
    """Return a lidded tea bowl on its saucer, 盖碗, the lid slid a little open."""
    wide, tall = proportions(request)
    finish = request.finish or "ceramic"
    colors = request.colors
    rim, height = 5.1 * wide, 5.6 * tall
    bowl = lathe(
        profile(
            (0, 0.35), (1.6, 0.35, 0.06), (1.65, 0, 0.07), (2.05, 0, 0.08), (2.15, 0.6, 0.2),
            (3.6 * wide, 1.3, 2.2), (4.1 * wide, 3.6 * tall, 3.0), (rim, height, 0.08),
            (rim - 0.2, height + 0.06, 0.08), (3.85 * wide, 3.6 * tall, 3.0),
            (3.2 * wide, 1.5, 1.6), (0, 1.0),
        ),
        segments=144,
    )  # fmt: skip
    lid = lathe(
        profile(
            (0, 0.85), (1.2, 0.9, 0.8), (3.6 * wide, 0.35, 1.5), (4.35 * wide, 0, 0.1),
            (4.55 * wide, 0.05, 0.1), (3.6 * wide, 0.7, 1.6), (1.25, 1.25, 0.8),
            (1.0, 1.35, 0.15), (1.05, 1.8, 0.2), (1.35, 2.1, 0.14), (1.15, 2.15, 0.1),
            (0.8, 1.8, 0.3), (0, 1.75),
        ),
        segments=144,
    )  # fmt: skip
    saucer = lathe(
        profile(
            (0, 0.3), (2.2, 0.3, 0.06), (2.3, 0, 0.08), (2.75, 0, 0.1), (4.2 * wide, 0.6, 1.4),
            (6.0 * wide, 1.25, 0.5), (6.02 * wide, 1.4, 0.07), (5.75 * wide, 1.42, 0.2),
            (4.1 * wide, 0.85, 1.2), (2.4, 0.7, 0.3), (2.25, 0.52, 0.1), (0, 0.52),
        ),
        segments=144,
    )  # fmt: skip
    band = [
        sweep(_circle(r, z), circle_section(0.055, count=12), closed=True)
        for r, z in ((rim - 0.08, height + 0.53), (5.9 * wide, 1.42))
    ]
    lid_place = shift(0.16, -0.1, height + 0.02) @ turn("y", 2.2) @ scale(0.965)
    lid_line = sweep(_circle(4.5 * wide, 0.07), circle_section(0.055, count=12), closed=True)
    tea = lathe(profile((4.4 * wide, height - 0.1), (0, height - 0.1)))
    parts = [
        plain("bowl", bowl.moved(shift(z=0.52)), colors.body, finish),
        plain("lid", lid.moved(lid_place), colors.body, finish),
        plain("saucer", saucer, colors.body, finish),
        plain("lines", [*band, lid_line.moved(lid_place)], colors.accent, "metal"),
        plain("tea", tea, colors.content, "gloss"),
    ]
    return settled("gaiwan", parts)


def _circle(radius: float, height: float) -> Floats:
    t = np.linspace(0, 2 * np.pi, 160, endpoint=False)
    return np.column_stack([radius * np.cos(t), radius * np.sin(t), np.full(160, height)])


def teapot(request: PropRequest) -> Prop:
    """Return a round clay teapot, the spout to the right."""
    wide, tall = proportions(request)
    finish = request.finish or "clay"
    colors = request.colors
    belly, height = 5.6 * wide, 7.6 * tall
    mouth = 2.7 * wide
    body = lathe(
        profile(
            (0, 0.25), (2.7, 0.25, 0.06), (2.8, 0, 0.1), (3.3, 0, 0.12), (3.4, 0.35, 0.15),
            (belly, 0.9, 2.6), (belly, height * 0.72, 3.2), (mouth + 0.9, height - 0.35, 1.6),
            (mouth + 0.25, height - 0.2, 0.1), (mouth + 0.25, height + 0.15, 0.1),
            (mouth - 0.15, height + 0.15, 0.1), (mouth - 0.15, height - 0.5),
            (0, height - 0.5),
        ),
        segments=160,
    )  # fmt: skip
    lid = lathe(
        profile(
            (0, 0), (mouth + 0.1, 0, 0.08), (mouth + 0.1, 0.2, 0.1), (1.6, 0.85, 1.6),
            (0.5, 0.95, 0.2), (0.42, 1.25, 0.15), (0.85, 1.6, 0.4), (0.8, 2.1, 0.45), (0, 2.15),
        ),
        segments=120,
    )  # fmt: skip
    spout_line = spline(
        np.array(
            [
                (belly - 1.2, 0, 0.3 * height), (belly + 1.4, 0, 0.42 * height),
                (belly + 2.7, 0, 0.74 * height), (belly + 4.2, 0, 0.98 * height),
            ]
        ),
        80,
    )  # fmt: skip
    t = np.linspace(0, 1, 80)
    spout = sweep(
        spout_line, circle_section(1.0, count=40), scale=1.45 - 0.95 * t**0.75, cap="flat"
    )
    grip_line = spline(
        np.array(
            [
                (-belly + 0.75, 0, 0.8 * height), (-belly - 1.6, 0, 0.97 * height),
                (-belly - 3.3, 0, 0.72 * height), (-belly - 2.6, 0, 0.42 * height),
                (-belly + 0.25, 0, 0.24 * height),
            ]
        ),
        90,
    )  # fmt: skip
    along = np.abs(np.linspace(-1, 1, 90))
    grip = sweep(
        grip_line,
        superellipse_section(0.48, 0.66, 2.4, count=36),
        scale=1 + 0.5 * along**6,
        cap="flat",
        up=(0.0, 1.0, 0.0),
    )
    color = colors.accent
    parts = [
        plain("body", body, color, finish),
        plain("lid", lid.moved(shift(z=height + 0.17)), color, finish),
        plain("spout", spout, color, finish),
        plain("handle", grip, color, finish),
    ]
    return settled("teapot", parts)


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("gaiwan", ("gaiwan", "lidded tea bowl", "盖碗", "茶碗"), "table", gaiwan),
    PropEntry("teapot", ("teapot", "茶壶", "紫砂壶"), "table", teapot),
)
