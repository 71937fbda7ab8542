"""pattern_mark: one tile with the symmetry of a wallpaper group; the tile is the icon.

Groups: p4m (square, all mirrors), pmm (two mirrors), p6m (hexagon), and the half-drop scale
of waves. Source: https://en.wikipedia.org/wiki/Wallpaper_group
"""

from __future__ import annotations

import math

import numpy as np

from compositor.document import Shape
from compositor.geometry import Affine, Path, Point
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.corners import rounded_corners
from compositor.geometry.shapes import KAPPA, circle
from generators.vector.marks.constructions.letter_outline import without_crumbs
from generators.vector.marks.dials import softened
from generators.vector.marks.mark import Mark, MarkRequest, filled, finished

__all__ = ["GROUPS", "draw", "repeated"]

GROUPS = ("p4m", "p6m", "pmm", "half_drop")
_IDEAS = {
    "p4m": "one corner mirrored until it is a floor / 一角映四方，铺陈成地",
    "p6m": "six equal neighbors, no end to the cloth / 六方连续，绵延不尽",
    "pmm": "left answers right, above answers below / 左右相答，上下相应",
    "half_drop": "scales of one wave, each holding the next / 一波叠一波，层层相托",
}
_CENTER = Point(48, 48)
_GAP = 3.2
_ROUNDEST = 4.0
"""Radius of a corner at roundness 1, u."""


def draw(request: MarkRequest) -> Mark:
    """Return the unit; the variant picks the symmetry, the seed its elements."""
    group = GROUPS[request.variant % len(GROUPS)]
    rng = np.random.default_rng((request.seed % 2**32, 41))
    shapes, density = _UNITS[group](request, rng)
    mark = Mark(
        shapes=shapes,
        construction="pattern_mark",
        concept=_IDEAS[group],
        subject=group,
        stroke_u=9.0,
        has_round_ends=request.roundness >= 0.5,
        facts={
            "group": group,
            "elements": density,
            "period_x_u": 80.0 + _GAP,
            "period_y_u": round((80 + _GAP) * _PERIOD_Y[group], 3),
            "drop_u": round((80 + _GAP) * _DROP[group], 3),
            "repeats_per_short_side": 6,
        },
    )
    return finished(mark)


def repeated(mark: Mark, columns: int, rows: int) -> tuple[Shape, ...]:
    """Return the unit laid out as cloth: columns and rows by the periods in its facts."""
    step_x, step_y = float(mark.facts["period_x_u"]), float(mark.facts["period_y_u"])
    drop = float(mark.facts["drop_u"])
    cloth: list[Shape] = []
    for row in range(rows):
        for column in range(columns):
            dx = column * step_x + (drop if row % 2 else 0.0)
            cloth += [
                s.model_copy(update={"path": s.path.moved(dx, row * step_y)})
                for s in mark.shapes
            ]
    return tuple(cloth)


_PERIOD_Y = {"p4m": 1.0, "p6m": math.sqrt(3) / 2, "pmm": 1.0, "half_drop": 0.5}
_DROP = {"p4m": 0.0, "p6m": 0.5, "pmm": 0.0, "half_drop": 0.5}


def _round(request: MarkRequest) -> float:
    return min(1.0, max(0.0, request.roundness))


def _turned(path: Path, angle_deg: float) -> Path:
    return path.transformed(Affine.rotation(angle_deg, _CENTER))


def _leaf(near: float, far: float, wide: float, belly: float, roundness: float) -> Path:
    """A leaf on the upper axis from `near` to `far` above the middle, in four nodes.

    Its handles grow with the roundness, from a lozenge to an oval.
    """
    top, low = 48 - far, 48 - near
    y = low + (top - low) * belly
    k = 0.08 + 0.47 * roundness
    side, up, down = wide * k, (y - top) * max(k, 0.3), (low - y) * max(k, 0.3)
    return Path(
        (
            ("M", (48, top)),
            ("C", (48 + side, top, 48 + wide, y - up, 48 + wide, y)),
            ("C", (48 + wide, y + down, 48 + side, low, 48, low)),
            ("C", (48 - side, low, 48 - wide, y + down, 48 - wide, y)),
            ("C", (48 - wide, y - up, 48 - side, top, 48, top)),
            ("Z", ()),
        )
    )


def _lozenge(near: float, far: float, wide: float, roundness: float) -> Path:
    """Four nodes on the upper axis, its sides straight at roundness 0, an ellipse at 1."""
    top, low = 48 - far, 48 - near
    k = KAPPA * roundness
    y, half = (top + low) / 2, (low - top) / 2
    side, up = wide * k, half * k
    if roundness < 0.02:
        return Path.polygon([(48, top), (48 + wide, y), (48, low), (48 - wide, y)])
    return Path(
        (
            ("M", (48, top)),
            ("C", (48 + side, top, 48 + wide, y - up, 48 + wide, y)),
            ("C", (48 + wide, y + up, 48 + side, low, 48, low)),
            ("C", (48 - side, low, 48 - wide, y + up, 48 - wide, y)),
            ("C", (48 - wide, y - up, 48 - side, top, 48, top)),
            ("Z", ()),
        )
    )


def _axis(kind: int, near: float, far: float, wide: float, roundness: float) -> Path:
    if kind < 2:
        return _leaf(near, far, wide, (0.5, 0.68)[kind], roundness)
    if kind == 2:
        top, low = 48 - far, 48 - near
        tip = Path.polygon([(48, low), (48 - wide, top), (48 + wide, top)])
        return rounded_corners(tip, _ROUNDEST * roundness)
    return _lozenge(near, far, wide, roundness)


def _core(kind: int, reach: float, roundness: float) -> Path:
    if kind == 0:
        return circle(48, 48, reach)
    lozenge = _lozenge(-reach * 1.2, reach * 1.2, reach * 1.2, roundness * 0.8)
    return _turned(lozenge, 45) if kind == 1 else lozenge


def _corner(kind: int, reach: float, radius: float) -> Path:
    """The element in the upper right corner of the square unit, mirrored on its diagonal."""
    x, y = 88.0, 8.0
    if kind == 0:
        sector = circle(x, y, reach)
    elif kind == 1:
        sector = difference(circle(x, y, reach), circle(x, y, reach * 0.5))
    elif kind == 2:
        bow = reach * 0.82
        sector = intersection(circle(x - bow, y, bow), circle(x, y + bow, bow))
        return rounded_corners(sector, radius * 0.5)
    else:
        sector = Path.polygon([(x, y), (x, y + reach), (x - reach, y)])
        return rounded_corners(sector, radius)
    square = Path.polygon([(48, 8), (88, 8), (88, 48), (48, 48)])
    return rounded_corners(intersection(sector, square), radius)


def _p4m(request: MarkRequest, rng: np.random.Generator) -> tuple[tuple[Shape, ...], int]:
    axis, core, corner = (int(v) for v in rng.integers((4, 3, 4)))
    inks, r = request.inks, _round(request)
    radius, heart = _ROUNDEST * r, 7.8 + 0.22 * request.weight_u
    petal = _axis(axis, heart * 1.2 + _GAP, 40, 9.0 + 0.5 * request.weight_u, r)
    edge = _corner(corner, 24.0, radius)
    shapes = [filled(Path.join(_turned(petal, 90 * i) for i in range(4)), inks.main)]
    if request.detail >= 0.3:
        shapes.append(filled(Path.join(_turned(edge, 90 * i) for i in range(4)), inks.main))
    shapes.append(filled(_core(core, heart, r), inks.spark))
    return tuple(shapes), 3 if request.detail >= 0.3 else 2


def _p6m(request: MarkRequest, rng: np.random.Generator) -> tuple[tuple[Shape, ...], int]:
    axis, lit = int(rng.choice([0, 1, 3])), bool(rng.random() < 0.5)
    inks, r = request.inks, _round(request)
    heart = 7.4 + 0.22 * request.weight_u
    petal = _axis(axis, heart + _GAP, 41, 6.6 + 0.4 * request.weight_u, r)
    between = _turned(_lozenge(27.0, 41.0, 4.4 + 0.2 * request.weight_u, r), 30)
    shapes = [filled(Path.join(_turned(petal, 60 * i) for i in range(6)), inks.main)]
    if request.detail >= 0.3:
        dots = Path.join(_turned(between, 60 * i) for i in range(6))
        shapes.append(filled(dots, inks.spark if lit else inks.main))
    shapes.append(filled(circle(48, 48, heart), inks.main if lit else inks.spark))
    return tuple(shapes), len(shapes)


def _pmm(request: MarkRequest, rng: np.random.Generator) -> tuple[tuple[Shape, ...], int]:
    upright, level, corner = (int(v) for v in rng.integers((4, 4, 4)))
    if level == upright:
        level = (level + 1) % 4
    inks, r = request.inks, _round(request)
    radius = _ROUNDEST * r
    tall = _axis(upright, 14.0, 40, 9.5 + 0.5 * request.weight_u, r)
    broad = _turned(_axis(level, 14.0, 40, 6.0 + 0.4 * request.weight_u, r), 90)
    edge = _corner(corner, 21.0, radius)
    mirrored = edge.transformed(Affine(-1, 0, 0, 1, 96, 0))
    shapes = [
        filled(Path.join((tall, _turned(tall, 180))), inks.main),
        filled(Path.join((broad, _turned(broad, 180))), inks.main),
    ]
    if request.detail >= 0.3:
        quad = (edge, mirrored, _turned(edge, 180), _turned(mirrored, 180))
        shapes.append(filled(Path.join(quad), inks.main))
    shapes.append(filled(_core(2, 7.0 + 0.2 * request.weight_u, r), inks.spark))
    return tuple(shapes), len(shapes)


def _half_drop(request: MarkRequest, rng: np.random.Generator) -> tuple[tuple[Shape, ...], int]:
    """A scale of three rings, its foot cut by the two scales below it."""
    rings = 3 if request.detail >= 0.3 else 2
    inks = request.inks
    step = 40 / (rings + 0.1 + float(rng.uniform(0, 0.3)))
    # Heavier rings leave less ground between them.
    gap = _GAP + 0.8 + 0.5 * max(0.0, 5.0 - request.weight_u) - 0.15 * (request.weight_u - 5.0)
    shapes: list[Shape] = []
    for i in range(rings):
        outer = 40 - i * step
        hole = circle(48, 62, max(outer - step + gap, 0.1))
        ring = circle(48, 62, outer)
        if i < rings - 1:
            ring = difference(ring, hole)
        for x in (8, 88):
            ring = difference(ring, circle(x, 82, 40 + gap))
        ring = without_crumbs(ring, 40.0)
        if ring.is_empty:
            continue
        ring = softened(ring, request.roundness, 2.6)
        shapes.append(filled(ring, inks.spark if i == rings - 1 else inks.main))
    return tuple(shapes), rings


_UNITS = {"p4m": _p4m, "p6m": _p6m, "pmm": _pmm, "half_drop": _half_drop}
