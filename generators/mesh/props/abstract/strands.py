"""Things drawn with one strand: knot, rings, ribbon, spring, bent tubes."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter1d

from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sweep import (
    bent,
    circle_section,
    resampled,
    spline,
    superellipse_section,
    sweep,
)
from generators.mesh.mesh import Floats
from generators.mesh.prop import ArtworkArea, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import plain, printed, proportions, settled

__all__ = ["ENTRIES"]


def knot(request: PropRequest) -> Prop:
    """Return a trefoil knot of a thick round strand, 20 cm."""
    wide, tall = proportions(request)
    t = np.linspace(0, 2 * np.pi, 360, endpoint=False)
    reach = 1.0 + 0.42 * np.cos(3 * t)
    curve = np.column_stack(
        [reach * np.cos(2 * t), 0.46 * np.sin(3 * t), reach * np.sin(2 * t)]
    )
    curve = curve * [6.8 * wide, 6.8, 6.8 * tall]
    strand = sweep(curve, circle_section(1.85, count=44), closed=True)
    lean = turn("z", 14) @ turn("y", 100)
    part = plain("knot", strand.moved(lean), request.colors.accent, request.finish or "gloss")
    return settled("knot", [part])


def rings(request: PropRequest) -> Prop:
    """Return three linked rings, leaning on each other."""
    wide, tall = proportions(request)
    colors = (request.colors.accent, request.colors.body, request.colors.content)
    places = (
        shift(-5.2 * wide, 0, 0) @ turn("z", 24) @ turn("y", 8),
        shift(0.4 * wide, 0.4, 0) @ turn("z", -38) @ turn("y", 70),
        shift(5.6 * wide, 0.2, 0) @ turn("z", 30) @ turn("y", 20),
    )
    t = np.linspace(0, 2 * np.pi, 200, endpoint=False)
    parts = []
    for index, (color, place) in enumerate(zip(colors, places, strict=True)):
        circle = np.column_stack([5.2 * wide * np.cos(t), 0 * t, 5.2 * tall * np.sin(t)])
        ring = sweep(circle, circle_section(0.95, count=36), closed=True)
        parts.append(
            plain(f"ring_{index + 1}", ring.moved(place), color, request.finish or "metal")
        )
    return settled("rings", parts)


def ribbon(request: PropRequest) -> Prop:
    """Return a broad ribbon that comes in, loops once and flows on; its outside is printed."""
    wide, tall = proportions(request)
    points = np.array(
        [
            (-13.5, 2.5, 4.6), (-9.0, 2.6, 1.1), (-2.6, 2.8, 0.7), (3.2, 2.6, 3.8),
            (4.8, 1.4, 8.6), (0.4, 0.0, 12.4), (-4.4, -1.4, 8.6), (-2.8, -2.6, 3.8),
            (3.0, -2.8, 0.7), (9.2, -2.6, 1.1), (13.8, -2.5, 5.4),
        ]
    )  # fmt: skip
    curve = spline(points * [wide, 1.0, tall], 320)
    section = superellipse_section(0.3, 2.35, 4.0, count=48)
    band = sweep(curve, section, up=(0.0, 1.0, 0.0))
    length = float(np.linalg.norm(np.diff(curve, axis=0), axis=1).sum())
    girth = float(np.linalg.norm(np.roll(section, -1, axis=0) - section, axis=1).sum())
    area = ArtworkArea("surface", length, girth, is_wrapped=True)
    part = printed("ribbon", band, area, request.colors.accent, request.finish or "gloss")
    return settled("ribbon", [part], [area])


def spring(request: PropRequest) -> Prop:
    """Return a coil spring whose ends lie flat, standing."""
    wide, tall = proportions(request)
    turns, radius, wire = 7.0, 4.6 * wide, 0.95
    t = np.linspace(0, 1, 480)
    # The ends lie flat and touch the next coil, as springs that stand are wound.
    at = np.array([0.0, 0.45, 1.0, 1.35, 5.65, 6.0, 6.55, 7.0])
    gap = 2.04 * wire
    rise = np.array([0, 0, gap, gap * 1.35, 17 * tall, 17 * tall + gap * 0.35, 0, 0])
    rise[-2:] = rise[-3] + gap
    climb = gaussian_filter1d(np.interp(t * turns, at, rise), 9, mode="nearest")
    angle = 2 * np.pi * turns * t
    curve = np.column_stack([radius * np.cos(angle), radius * np.sin(angle), climb])
    coil = sweep(resampled(curve, 620), circle_section(wire, count=30))
    part = plain("coil", coil, request.colors.accent, request.finish or "gloss")
    return settled("spring", [part])


def bent_tubes(request: PropRequest) -> Prop:
    """Return three tubes of different colors, bent and standing through one another."""
    wide, tall = proportions(request)
    lines: tuple[tuple[str, Floats, float], ...] = (
        (
            request.colors.accent,
            np.array([(-7, 0, 0), (-7, 0, 13), (2.2, 0, 13), (2.2, 0, 4.6), (8.4, 0, 4.6)]),
            1.55,
        ),
        (
            request.colors.content,
            np.array([(-2.4, -3.2, 0), (-2.4, -3.2, 8.4), (6.4, -3.2, 8.4), (6.4, -3.2, 0)]),
            1.2,
        ),
        (
            request.colors.body,
            np.array([(-3.4, 3.4, 0), (-3.4, 3.4, 17), (5.2, 3.4, 17), (5.2, 3.4, 9.6)]),
            1.35,
        ),
    )
    parts = []
    for index, (color, line, radius) in enumerate(lines):
        path = resampled(bent(line * [wide, 1, tall], 3.1), 220)
        tube = sweep(path, circle_section(radius, count=40))
        parts.append(plain(f"tube_{index + 1}", tube, color, request.finish or "gloss"))
    low = min(part.mesh.bounds[0][2] for part in parts)
    grounded = [
        plain(
            part.name,
            part.mesh.moved(shift(z=low - part.mesh.bounds[0][2])),
            part.material.color,
            part.material.finish,
        )
        for part in parts
    ]
    return settled("bent_tubes", grounded)


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("knot", ("knot", "torus knot", "环面结", "绳结"), "abstract", knot),
    PropEntry("rings", ("rings", "linked rings", "圆环", "环扣"), "abstract", rings),
    PropEntry("ribbon", ("ribbon", "wave", "丝带", "飘带"), "abstract", ribbon),
    PropEntry("spring", ("spring", "coil", "弹簧"), "abstract", spring),
    PropEntry("bent_tubes", ("tubes", "pipes", "管道", "弯管"), "abstract", bent_tubes),
)
