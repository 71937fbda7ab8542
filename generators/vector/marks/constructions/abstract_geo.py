"""abstract_geo: marks of one module turned, repeated or tiled; solid, two paints."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from compositor.document import Shape
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.boolean import difference, intersection, offset
from compositor.geometry.corners import rounded_corners
from compositor.geometry.fit import cleaned
from compositor.geometry.shapes import arc, circle, rounded_rectangle
from generators.vector.marks.dials import shaped
from generators.vector.marks.doodle import doodled
from generators.vector.marks.mark import Mark, MarkRequest, filled, finished

__all__ = ["FAMILIES", "draw"]

CENTER = Point(48, 48)
GAP_U = 3.0
PLAIN = 0.3
"""Below this detail a mark keeps only the parts it cannot do without."""


class Design(NamedTuple):
    """Shapes in the box, the idea, and the width of the module."""

    shapes: list[Shape]
    idea: str
    stroke_u: float


def draw(request: MarkRequest) -> Mark:
    """Return a solid mark; the seed picks the family, the variant the next one."""
    rng = np.random.default_rng((request.seed % 2**32, 13))
    order = [FAMILIES[int(i)] for i in rng.permutation(len(FAMILIES))]
    family = order[request.variant % len(order)]
    design = family(request, rng)
    mark = Mark(
        shapes=tuple(design.shapes),
        construction="abstract_geo",
        concept=design.idea,
        stroke_u=design.stroke_u,
        has_round_ends=request.roundness >= 0.5,
        facts={"family": family.__name__.strip("_")},
    )
    done = finished(shaped(mark, request, radius_u=_RADII_U[family.__name__]))
    return doodled(done, request) if request.treatment == "doodle" else done


def _turned(path: Path, angle_deg: float) -> Path:
    return path.transformed(Affine.rotation(angle_deg, CENTER))


def _petals(request: MarkRequest, rng: np.random.Generator) -> Design:
    """Lenses turned about the middle, each tucked under the next with a constant gap."""
    count = int(rng.choice([5, 6]))
    count = 4 if request.detail < PLAIN else count
    spread = {4: 30.0, 5: 26.0, 6: 22.0}[count]
    chord, near = 40.0, 4.0
    radius = (chord / 2) ** 2 / spread + spread / 4
    middle = 48 - near - chord / 2
    half = math.sqrt(max(radius**2 - (chord / 2) ** 2, 0.0))
    lens = intersection(circle(48 - half, middle, radius), circle(48 + half, middle, radius))
    lens = _turned(lens.transformed(Affine.rotation(28, Point(48, 48 - near))), 0)
    petal = difference(lens, offset(_turned(lens, 360 / count), GAP_U))
    shapes = [
        filled(
            _turned(petal, 360 * i / count), request.inks.spark if i == 1 else request.inks.main
        )
        for i in range(count)
    ]
    return Design(
        shapes, "one leaf of light, turned until it blooms / 一瓣之光，旋而成花", 10.0
    )


def _quarters(request: MarkRequest, rng: np.random.Generator) -> Design:
    """Quarter discs on a 2 × 2 field with a gap; each tile turned."""
    layouts = (
        (2, 0, 2, 0),
        (0, 0, 2, 2),
        (1, 3, 1, 0),
        (3, 3, 1, 1),
        (2, 3, 0, 0),
        (0, 1, 2, 3),
    )
    layout = layouts[int(rng.integers(len(layouts)))]
    spark = int(rng.integers(4))
    side = (80 - GAP_U) / 2
    shapes: list[Shape] = []
    origins = ((8, 8), (88 - side, 8), (88 - side, 88 - side), (8, 88 - side))
    for i, ((x, y), corner) in enumerate(zip(origins, layout, strict=True)):
        cx = x + (side if corner in (1, 2) else 0)
        cy = y + (side if corner in (2, 3) else 0)
        tile = _sector(cx, cy, side, (0, 90, 180, 270)[corner])
        paint = request.inks.spark if i == spark else request.inks.main
        if i == (spark + 2) % 4 and layout[i] % 2:
            tile = circle(x + side / 2, y + side / 2, side / 2)
        shapes.append(filled(tile, paint))
    return Design(
        shapes, "four quarters, one always on the move / 四方一转，生生不息", side / 3
    )


def _ribbon(request: MarkRequest, rng: np.random.Generator) -> Design:
    """Bars cut at 45°, turned into a fold that rises."""
    n = 2 if request.detail < PLAIN else 3
    w = 80 / n - GAP_U * (n - 1) / n
    shapes: list[Shape] = []
    rise = bool(rng.random() < 0.5)
    for i in range(n):
        x = 8 + i * (w + GAP_U)
        top = 8 + (n - 1 - i) * 18
        bar = Path.polygon([(x, top + w), (x + w, top), (x + w, 88 - w), (x, 88)])
        if not rise and i == 1:
            bar = Path.polygon([(x, 8 + 18), (x + w, 8 + 18 + w), (x + w, 88), (x, 88 - w)])
        shapes.append(filled(bar, request.inks.spark if i == n - 1 else request.inks.main))
    return Design(
        shapes, "columns cut on one angle, each a step higher / 同角裁切，步步高一层", w
    )


def _pinwheel(request: MarkRequest, rng: np.random.Generator) -> Design:
    """Four bars chase one another around an open square with a point in it."""
    w = float(rng.choice([22.0, 26.0]))
    radius = w / 2 * request.roundness
    bar = rounded_rectangle(Box(8, 8, 80 - w - GAP_U, w), radius)
    shapes = [filled(_turned(bar, 90 * i), request.inks.main) for i in range(4)]
    room = 80 - 2 * w - 2 * GAP_U - 5
    shapes.append(filled(circle(48, 48, room / 2), request.inks.spark))
    return Design(shapes, "equal parts that keep one center safe / 四方相倚，护住一心", w)


def _crescents(request: MarkRequest, rng: np.random.Generator) -> Design:
    """A disc sliced by its own shifted outline: nested crescents and the point they chase."""
    turn = float(rng.choice([-45.0, -30.0, 135.0]))
    area = circle(48, 48, 40)
    shapes: list[Shape] = []
    radius, x = 40.0, 48.0
    for _ in range(1 if request.detail < PLAIN else 2):
        smaller = radius - 13
        inner_x = x + 5.6
        hole = circle(inner_x, 48, smaller + GAP_U)
        shapes.append(filled(_turned(difference(area, hole), turn), request.inks.main))
        radius, x = smaller, inner_x
        area = circle(x, 48, radius)
    shapes.append(filled(_turned(area, turn), request.inks.spark))
    return Design(shapes, "phases of one disc, moving outwards / 一轮三相，由内而外", 11.0)


def _leaves(request: MarkRequest, rng: np.random.Generator) -> Design:
    """Lens tiles on a 2 × 2 field, each growing from another corner."""
    layouts = ((0, 1, 0, 1), (1, 0, 1, 0), (0, 0, 0, 1), (1, 1, 0, 0))
    layout = layouts[int(rng.integers(len(layouts)))]
    spark = int(rng.integers(4))
    side = (80 - GAP_U) / 2
    shapes: list[Shape] = []
    origins = ((8, 8), (88 - side, 8), (88 - side, 88 - side), (8, 88 - side))
    for i, ((x, y), lean) in enumerate(zip(origins, layout, strict=True)):
        corners = ((x, y), (x + side, y + side)) if lean else ((x + side, y), (x, y + side))
        lens = intersection(circle(*corners[0], side), circle(*corners[1], side))
        leaf = rounded_corners(cleaned(lens), 6.0 * min(1.0, max(0.0, request.roundness)))
        shapes.append(filled(leaf, request.inks.spark if i == spark else request.inks.main))
    return Design(shapes, "four leaves from four corners meet / 四角生叶，向心而聚", side / 3)


def _sector(cx: float, cy: float, radius: float, from_deg: float) -> Path:
    """A quarter disc about a corner."""
    rim = arc(cx, cy, radius, from_deg, from_deg + 90)
    return Path((*rim.segments, ("L", (cx, cy)), ("Z", ())))


_RADII_U = {
    "_petals": 2.0, "_quarters": 5.0, "_ribbon": 5.0, "_pinwheel": 0.0, "_crescents": 1.8,
    "_leaves": 0.0,
}  # fmt: skip
"""Of a corner at roundness 1, for families whose corners are not rounded as they are drawn."""

FAMILIES: tuple[Callable[[MarkRequest, np.random.Generator], Design], ...] = (
    _petals,
    _quarters,
    _ribbon,
    _pinwheel,
    _crescents,
    _leaves,
)
