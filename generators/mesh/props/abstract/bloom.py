"""Flowers with thick petals."""

from __future__ import annotations

import numpy as np

from generators.mesh.build.normals import shaded
from generators.mesh.build.pose import scale, shift, turn
from generators.mesh.build.sweep import circle_section, spline, sweep
from generators.mesh.mesh import Floats, Mesh
from generators.mesh.prop import Finish, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.abstract.masses import ball
from generators.mesh.props.printed import plain, proportions, settled, shade

__all__ = ["ENTRIES", "petal"]


def petal(length: float, width: float, *, cup: float, thickness: float = 0.35) -> Mesh:
    """Return a petal from the origin along +z that bends toward −y, cm.

    Args:
        length: From foot to tip.
        width: At its widest.
        cup: How far the tip comes forward, as a share of the length.
        thickness: At the middle.
    """
    rows, columns = 40, 48
    t = np.linspace(0, 1, rows)
    outline = np.sin(np.pi * np.clip(t, 0, 1) ** 0.72) ** 0.72
    half = width / 2 * np.maximum(outline, 1e-3)
    angle = np.linspace(0, 2 * np.pi, columns, endpoint=False)
    x = half[:, None] * np.cos(angle)
    hollow = 0.22 * width * (1 - (x / (width / 2)) ** 2) * np.sin(np.pi * t)[:, None]
    thick = thickness * np.maximum(outline, 1e-3)[:, None] * np.sin(angle)
    bend = cup * length * t**2
    places = np.stack(
        [x, -bend[:, None] + hollow + thick, np.broadcast_to((length * t)[:, None], x.shape)],
        axis=-1,
    )
    return _closed_rows(places)


def _closed_rows(places: Floats) -> Mesh:
    rows, columns = places.shape[:2]
    i = np.arange(rows - 1)[:, None] * columns
    k = np.arange(columns)
    a, b = (i + k).ravel(), (i + (k + 1) % columns).ravel()
    faces = np.concatenate(
        [np.stack([a, b, b + columns], axis=1), np.stack([a, b + columns, a + columns], axis=1)]
    )
    flat = places.reshape(-1, 3)
    ends = [places[0].mean(axis=0), places[-1].mean(axis=0)]
    start, last = len(flat), (rows - 1) * columns
    fans = np.concatenate(
        [
            np.stack([np.full(columns, start), (k + 1) % columns, k], axis=1),
            np.stack([np.full(columns, start + 1), last + k, last + (k + 1) % columns], axis=1),
        ]
    )
    return shaded(
        np.vstack([flat, ends]), np.concatenate([faces, fans]).astype(np.int32), crease_deg=70
    )


def flower(request: PropRequest) -> Prop:
    """Return a flower with two rows of petals on a bent stem, facing the viewer."""
    wide, tall = proportions(request)
    colors = request.colors
    parts: list[Part] = []
    head = shift(0, -1.0, 15.0 * tall) @ turn("x", -14)
    for row, (count, length, width, cup, color) in enumerate(
        (
            (9, 5.6, 3.6, 0.10, colors.accent),
            (7, 4.2, 2.8, 0.30, shade(colors.accent, 0.35)),
        )
    ):
        for index in range(count):
            place = (
                head
                @ turn("y", 360 / count * (index + 0.5 * row))
                @ shift(0, -0.35 * row, 0.7)
                @ turn("x", -6.0 + 14.0 * row)
            )
            leaf = petal(length * wide, width * wide, cup=cup).moved(place)
            parts.append(
                plain(f"petal_{row + 1}_{index + 1}", leaf, color, request.finish or "satin")
            )
    heart = ball(1.55).moved(head @ shift(0, -0.75, 0) @ scale(1, 0.72, 1))
    parts.append(plain("heart", heart, colors.content, request.finish or "matte"))
    stem = spline(
        np.array(
            [(0.9, 0.6, 0), (0.2, 0.9, 5 * tall), (-0.2, 0.5, 11 * tall), (0, -0.6, 15 * tall)]
        ),
        90,
    )
    green = "#5C7F56"
    parts.append(plain("stem", sweep(stem, circle_section(0.34, count=24)), green, "satin"))
    for index, (side, level) in enumerate(((-62.0, 3.2), (58.0, 5.6))):
        place = shift(0.4, 0.7, level * tall) @ turn("y", side) @ turn("z", 20)
        leaf = petal(5.4, 2.2, cup=0.16, thickness=0.16)
        parts.append(plain(f"leaf_{index + 1}", leaf.moved(place), green, "satin"))
    return settled("flower", parts)


def daisy(request: PropRequest) -> Prop:
    """Return a plump toy flower: seven soft lobes around a button, standing."""
    wide, tall = proportions(request)
    finish: Finish = request.finish or "gloss"
    size = scale(wide, 1.0, tall)
    lobes = []
    for index in range(7):
        place = turn("y", 360 / 7 * (index + 0.25)) @ shift(0, 0, 4.9)
        lobes.append(ball(1.0).moved(size @ place @ scale(2.75, 1.75, 3.3)))
    button = ball(2.6).moved(size @ shift(0, -0.75, 0) @ scale(1, 0.62, 1))
    parts = [
        plain("petals", lobes, request.colors.accent, finish),
        plain("button", button, request.colors.content, finish),
    ]
    return settled("daisy", parts)


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("flower", ("flower", "blossom", "花", "花朵"), "abstract", flower),
    PropEntry("daisy", ("daisy", "toy flower", "雏菊", "小花"), "abstract", daisy),
)
