"""The T-shirt on its hanger."""

from __future__ import annotations

import numpy as np
import shapely
import shapely.affinity

from generators.mesh.build.cloth import Air, Sewn, print_patch, sewn
from generators.mesh.build.extrude import Region, flat_face
from generators.mesh.build.pose import shift
from generators.mesh.build.sweep import (
    circle_section,
    resampled,
    spline,
    superellipse_section,
    sweep,
)
from generators.mesh.mesh import Floats, Mesh
from generators.mesh.prop import ArtworkArea, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.apparel.peg_board import PEG_CM, board, peg
from generators.mesh.props.printed import plain, printed, proportions, settled, shade

__all__ = ["ENTRIES"]

_NECK = 8.6
"""Half width of the neck, cm."""


def shirt(request: PropRequest) -> Prop:
    """Return a T-shirt, 54 × 72 cm, on a wooden hanger from a peg; printed on the chest."""
    wide, tall = proportions(request)
    colors = request.colors
    finish = request.finish or "fabric"
    half, length = 26.0 * wide, 71.0 * tall
    outline = _outline(half, length)
    hem = shapely.box(-90, -5, 90, 1.2)
    neck_edge = shapely.Point(0, length + 1.0).buffer(_NECK + 6)
    cuffs = _cuffs(half, length)
    held = shapely.union_all(
        [shapely.box(s * 14 - 6.2, length - 6.0, s * 14 + 6.2, length + 9) for s in (-1, 1)]
    )
    air = Air(pressure=0.24, weight=0.42, stiffness=0.1, crumple=0.7, held_cm=0.7)
    made = sewn(
        outline,
        air,
        cell=1.45,
        open_edge=shapely.union_all([hem, neck_edge, cuffs]),
        held=held,
        seed=request.seed,
    )
    low_x, _, high_x, _ = outline.bounds
    area = ArtworkArea("front", 1.28 * half, 0.56 * length)
    ink = print_patch(made, area.width_cm, area.height_cm, (0.0, 0.46 * length))
    front_neck, back_neck = _necklines(made, length)
    parts: list[Part] = [
        plain("shirt", made.front, colors.body, finish),
        printed("front", ink, area, colors.body, finish),
        plain("back", made.back, colors.body, finish),
        plain("yoke", _yoke(back_neck, front_neck), shade(colors.body, -0.06), finish),
        plain("collar", _collar(front_neck, back_neck), colors.body, finish),
    ]
    floor = 7.0
    top = length + 13.0
    parts.extend(_hanger(length, top))
    back = float(made.back.bounds[1][1])
    placed = [
        Part(p.name, p.mesh.moved(shift(0, -back - 0.6, floor)), p.material) for p in parts
    ]
    placed.append(peg(floor + top - PEG_CM - 0.45, back + 4.5))
    placed.append(board(request, (high_x - low_x) * 1.12, floor + top + 8.0))
    return settled("shirt", placed, [area])


def _outline(half: float, length: float) -> Region:
    """Return the shirt laid flat, its hem at y = 0."""
    shoulder = length - 0.5
    points = [
        (-half, 0.6), (-half + 0.8, length * 0.32), (-half + 0.4, length - 24.0),
        (-half - 12.5, length - 30.5), (-half - 19.0, length - 16.5),
        (-half + 5.0, shoulder - 3.2), (-_NECK - 1.0, shoulder + 1.6),
    ]  # fmt: skip
    whole = [*points, *((-x, y) for x, y in reversed(points))]
    body = shapely.Polygon(whole).buffer(-1.4).buffer(2.8, quad_segs=12).buffer(-1.4)
    neck = shapely.affinity.scale(
        shapely.Point(0, shoulder + 3.2).buffer(1.0, quad_segs=32), _NECK, 11.5
    )
    return body.difference(neck)


def _cuffs(half: float, length: float) -> Region:
    return shapely.union_all(
        [
            shapely.LineString(
                [(s * (half + 12.5), length - 30.5), (s * (half + 19.0), length - 16.5)]
            ).buffer(1.5)
            for s in (-1, 1)
        ]
    )


def _necklines(made: Sewn, length: float) -> tuple[Floats, Floats]:
    """Return the front neckline where it came to rest, and the higher one at the back."""
    center = np.array([0.0, length + 2.7])
    reach = np.hypot(
        (made.rest[:, 0] - center[0]) / _NECK, (made.rest[:, 1] - center[1]) / 11.5
    )
    close = (np.abs(reach - 1.0) < 0.045) & (made.rest[:, 1] < center[1])
    found = made.front.vertices[close]
    flat = made.rest[close] - center
    order = np.argsort(np.arctan2(flat[:, 1], flat[:, 0]))
    front = resampled(_smoothed(found[order], 8), 90)
    a, b = front[0], front[-1]
    t = np.linspace(0, 1, 60)[:, None]
    back = a * (1 - t) + b * t
    back[:, 2] -= 2.2 * np.sin(np.pi * t[:, 0])
    back[:, 1] += 2.0 * np.sin(np.pi * t[:, 0])
    return front, back


def _smoothed(line: Floats, times: int) -> Floats:
    line = line.copy()
    for _ in range(times):
        line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
    return line


def _collar(front: Floats, back: Floats) -> Mesh:
    ring = resampled(np.vstack([front, back[::-1][1:]]), 240)[:-1]
    for _ in range(6):
        ring = (np.roll(ring, 1, axis=0) + 2 * ring + np.roll(ring, -1, axis=0)) / 4
    section = superellipse_section(0.95, 0.3, 2.6, count=28)
    return sweep(ring, section, closed=True, up=(0.0, -1.0, 0.0))


def _yoke(back: Floats, front: Floats) -> Mesh:
    """Return the inside of the back, seen through the neck."""
    depth = float(front[:, 2].min()) - 4.0
    shape = shapely.Polygon(
        [*back[:, [0, 2]], (back[-1][0] + 1.0, depth), (back[0][0] - 1.0, depth)]
    ).buffer(0.05)
    return flat_face(shape).moved(shift(y=1.6))


def _hanger(length: float, top: float) -> list[Part]:
    """Return a wooden hanger inside the shoulders, and its hook over the peg."""
    line = spline(
        np.array([(-19.5, 0, length - 8.4), (-10.5, 0, length - 4.4), (0, 0, length + 0.2),
                  (10.5, 0, length - 4.4), (19.5, 0, length - 8.4)]), 120,
    )  # fmt: skip
    bow = sweep(line, superellipse_section(0.4, 1.0, 2.6, count=32))
    radius = PEG_CM + 0.42
    angles = np.radians(np.linspace(215, -90, 60))
    arc = np.column_stack(
        [radius * np.cos(angles), np.zeros(60), top - radius + radius * np.sin(angles)]
    )
    stem = np.array([(0, 0, top - 2 * radius - 1.6), (0, 0, length + 0.6)])
    hook_line = _smoothed(resampled(np.vstack([arc, stem]), 150), 6)
    hook = sweep(hook_line, circle_section(0.2, count=16))
    return [plain("hanger", bow, "#B9895A", "wood"), plain("hook", hook, "#C9CCD1", "metal")]


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("shirt", ("T-shirt", "tee", "T恤", "文化衫"), "apparel", shirt),
)
