"""line_geo: abstract marks of turning lines of one weight; for technology or finance."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from compositor.document import Shape
from compositor.geometry import Affine, Path, Point
from compositor.geometry.shapes import arc, circle
from generators.vector.marks.doodle import doodled
from generators.vector.marks.mark import Mark, MarkRequest, filled, finished, stroked
from generators.vector.marks.pen import rounded_line

__all__ = ["FAMILIES", "draw"]

CENTER = Point(48, 48)
PLAIN = 0.3
"""Below this detail a mark keeps only the lines it cannot do without."""
_SHELTER = ("house", "home", "hotel", "shelter", "estate", "家", "居", "酒店", "民宿", "地产")


class Design(NamedTuple):
    """Shapes in the box, and the idea in English and Chinese."""

    shapes: list[Shape]
    idea: str


def draw(request: MarkRequest) -> Mark:
    """Return a mark of lines; the seed picks the family, the variant the next one."""
    rng = np.random.default_rng((request.seed % 2**32, 11))
    # Nested roofs mean shelter and nothing else.
    nouns = " ".join(request.subjects).lower()
    able = [f for f in FAMILIES if f is not _beam or any(w in nouns for w in _SHELTER)]
    order = [able[int(i)] for i in rng.permutation(len(able))]
    family = order[request.variant % len(order)]
    design = family(request, rng)
    mark = Mark(
        shapes=tuple(design.shapes),
        construction="line_geo",
        concept=design.idea,
        stroke_u=request.weight_u,
        facts={"family": family.__name__.strip("_"), "weight_u": request.weight_u},
    )
    done = finished(mark)
    return doodled(done, request) if request.treatment == "doodle" else done


def _copies(path: Path, count: int, start_deg: float = 0.0) -> list[Path]:
    return [
        path.transformed(Affine.rotation(start_deg + 360 * i / count, CENTER))
        for i in range(count)
    ]


def _gates(request: MarkRequest, rng: np.random.Generator) -> Design:
    """Three concentric tracks that cross a 2 × 2 field, each tile turning them once."""
    # Corner each tile's arcs turn about, clockwise from 0, top left.
    layouts = ((2, 0, 2, 0), (3, 3, 1, 1), (2, 2, 0, 0), (1, 3, 1, 3), (3, 0, 1, 2))
    layout = layouts[int(rng.integers(len(layouts)))]
    origins = ((8, 8), (48, 8), (48, 48), (8, 48))
    radii = (12.0, 28.0) if request.detail < PLAIN else (8.0, 20.0, 32.0)
    ways: list[list[Path]] = [[] for _ in radii]
    for (x, y), corner in zip(origins, layout, strict=True):
        cx = x + (40 if corner in (1, 2) else 0)
        cy = y + (40 if corner in (2, 3) else 0)
        start = (0, 90, 180, 270)[corner]
        for i, radius in enumerate(radii):
            ways[i].append(arc(cx, cy, radius, start, start + 90))
    w = request.weight_u
    ends = request.roundness >= 0.5
    shapes = [stroked(Path.join(lines), request.inks.main, w, is_round=ends) for lines in ways]
    shapes.append(filled(circle(48, 48, w * 1.1), request.inks.spark))
    idea = "three tracks that keep their distance through every turn / 三线同行，转而不离"
    return Design(shapes, idea)


def _hexagon(request: MarkRequest, rng: np.random.Generator) -> Design:
    """Three equal strokes fold into a hexagon and an open cube."""
    turn = float(rng.choice([0.0, 180.0]))
    corners = [
        (48 + 42 * math.sin(math.radians(a)), 48 - 42 * math.cos(math.radians(a)))
        for a in (0, 60, 120)
    ]
    gap = request.weight_u * 1.9

    def along(a: tuple[float, float], b: tuple[float, float], by: float) -> tuple[float, float]:
        length = math.dist(a, b)
        return (a[0] + (b[0] - a[0]) * by / length, a[1] + (b[1] - a[1]) * by / length)

    start = along(corners[0], corners[1], gap)
    inner = along(corners[2], (48, 48), math.dist(corners[2], (48, 48)) - gap)
    line = rounded_line([start, corners[1], corners[2], inner], 5 * request.roundness + 1)
    arms = _copies(line, 3, turn)
    shapes = [stroked(a, request.inks.main, request.weight_u) for a in arms[1:]]
    shapes.insert(0, stroked(arms[0], request.inks.tint, request.weight_u))
    return Design(
        shapes, "one fold, used three times, builds a space / 同一折，转三次，成一方空间"
    )


def _spiral(request: MarkRequest, rng: np.random.Generator) -> Design:
    """One trace runs inwards around rounded corners and ends in a node."""
    w = request.weight_u
    step = w * 2.35
    cut = 14.0
    points = [
        (8.0, 8 + cut + 20),
        (8.0, 88.0),
        (88.0, 88.0),
        (88.0, 8.0),
        (8 + step + cut, 8.0),
        (8 + step, 8 + cut),
        (8 + step, 88 - step),
        (88 - step, 88 - step),
        (88 - step, 8 + step),
        (8 + 2 * step + 4, 8 + step),
    ]
    trace = rounded_line(points, 6.0 + 12.0 * request.roundness)
    end = (48.0 + step / 4, 48.0 + step / 4)
    shapes = [
        stroked(trace, request.inks.main, w),
        filled(circle(*end, w * 1.25), request.inks.spark),
    ]
    turn = Affine.rotation(float(rng.choice([0.0, 90.0, 180.0])), CENTER)
    shapes = [s.model_copy(update={"path": s.path.transformed(turn)}) for s in shapes]
    return Design(
        shapes, "one trace, never crossing itself, ends at the point / 一线到底，直抵一点"
    )


def _orbits(request: MarkRequest, rng: np.random.Generator) -> Design:
    """Concentric open rings whose gaps climb one diagonal."""
    w = request.weight_u
    at = float(rng.choice([-45.0, 135.0, -60.0]))
    step = w * 2.1
    radii = [40 - w / 2 - i * step for i in range(3)]
    shapes: list[Shape] = []
    for i, radius in enumerate(radii[: 2 if request.detail < PLAIN else 3]):
        open_deg = math.degrees(2.6 * w / radius)
        start = at + i * 90 + open_deg / 2
        shapes.append(
            stroked(
                arc(48, 48, radius, start, start + 360 - open_deg - 55 * i),
                request.inks.main,
                w,
                is_round=request.roundness >= 0.35,
            )
        )
    dot = Affine.rotation(at, CENTER).apply((48 + radii[0], 48))
    shapes.append(filled(circle(dot.x, dot.y, w * 0.95), request.inks.spark))
    return Design(
        shapes, "rings that open in turn, one signal passing out / 环环相启，一点穿行"
    )


def _links(request: MarkRequest, rng: np.random.Generator) -> Design:
    """Two frames, each passing once over and once under the other."""
    w = request.weight_u
    gap = w * 1.25
    low, high = (36.0, 60.0) if rng.random() < 0.5 else (32.0, 64.0)
    radius = 4 + 12 * request.roundness
    first = rounded_line(
        [(high, low + gap), (high, high), (8, high), (8, 8), (high, 8), (high, low - gap)],
        radius,
    )
    second = rounded_line(
        [(low, high - gap), (low, low), (88, low), (88, 88), (low, 88), (low, high + gap)],
        radius,
    )
    shapes = [
        stroked(first, request.inks.main, w, is_round=False),
        stroked(second, request.inks.tint, w, is_round=False),
    ]
    if rng.random() < 0.5:
        mirror = Affine(-1, 0, 0, 1, 96, 0)
        shapes = [s.model_copy(update={"path": s.path.transformed(mirror)}) for s in shapes]
    return Design(shapes, "two frames that hold one another / 两框相扣，彼此成全")


def _scan(request: MarkRequest, rng: np.random.Generator) -> Design:
    """A disc of level lines, parted along one slope: a signal passing through a sphere."""
    w = request.weight_u
    rows = max(5, min(7, round(80 / (w * 1.95))))
    rows = 5 if request.detail < PLAIN else rows
    step = (80 - w) / (rows - 1)
    slope = float(rng.choice([-1.0, 1.0])) * 0.62
    left: list[Path] = []
    right: list[Path] = []
    for i in range(rows):
        y = 8 + w / 2 + i * step
        half = math.sqrt(max(40**2 - (y - 48) ** 2, 60.0))
        cut = 48 + (y - 48) * slope
        if cut - w - (48 - half) > w * 0.2:
            left.append(Path.polygon([(48 - half, y), (cut - w, y)], closed=False))
        if 48 + half - (cut + w) > w * 0.2:
            right.append(Path.polygon([(cut + w, y), (48 + half, y)], closed=False))
    shapes = [
        stroked(Path.join(left), request.inks.main, w, is_round=request.roundness >= 0.35),
        stroked(Path.join(right), request.inks.tint, w, is_round=request.roundness >= 0.35),
    ]
    return Design(shapes, "a sphere read line by line, day on one side / 逐线读球，一面向光")


def _beam(request: MarkRequest, rng: np.random.Generator) -> Design:
    """Chevrons of one line, nested and rising, the innermost a point."""
    del rng
    w = request.weight_u
    step = w * 2.0
    shapes: list[Shape] = []
    for i in range(2 if request.detail < PLAIN else 3):
        half = 40 - w / 2 - i * step
        top = 8 + w / 2 + i * step * 1.3
        foot = 88 - w / 2
        line = rounded_line(
            [
                (48 - half, foot),
                (48 - half, top + half * 0.75),
                (48, top),
                (48 + half, top + half * 0.75),
                (48 + half, foot),
            ],
            3 + 9 * request.roundness,
        )
        shapes.append(stroked(line, request.inks.main, w))
    shapes.append(filled(circle(48, 88 - w * 1.2, w * 1.2), request.inks.spark))
    return Design(shapes, "a small point under many roofs / 重檐之下，一点真心")


FAMILIES: tuple[Callable[[MarkRequest, np.random.Generator], Design], ...] = (
    _gates,
    _hexagon,
    _spiral,
    _orbits,
    _links,
    _scan,
    _beam,
)
