"""Parts of a mark changed by themselves: what lies in one region made simpler or rounder.

A mark's shapes have no names, so a part is where it lies: antlers and ears are the top, feet
the bottom, eyes inside. Everything outside the region keeps its very outlines. Lengths in u.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from pydantic import Field

from compositor.document import GroupLayer, Layer, Shape, VectorLayer
from compositor.document.frozen import Frozen
from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import difference, intersection, offset, outline_stroke, union
from compositor.geometry.corners import rounded_corners
from compositor.geometry.fit import signed_area
from compositor.geometry.shapes import circle, rectangle
from generators.vector.marks.wordmarks.few_nodes import with_few_nodes
from generators.vector.marks.wordmarks.scan import spans
from tools.mark_branches import Branch, branches_of

__all__ = ["REGIONS", "PartEdit", "Region", "with_parts"]

Region = Literal["top", "bottom", "left", "right", "inside"]
REGIONS: tuple[Region, ...] = ("top", "bottom", "left", "right", "inside")

_SHARE = 0.44
_FINE = 16.0
_LEAST_AREA_U2 = 3.0
_OF_CANDIDATES = 0.34
"""Part of what can go that goes with each step."""
_MOST_LOST, _MOST_AT_ONCE = 0.5, 0.7
"""Of the ink in the region."""
_ROUND_STEP_U = 1.6
_FACING_U = 3.0
_ROWS, _EVEN_SHARE = 48, 0.93
_NEAR = 0.05
_MOST_OF_SHAPE = 0.45


class PartEdit(Frozen):
    """How one part of a mark differs from how it was drawn."""

    region: Region
    simpler: float = Field(ge=0, le=6, default=0)
    """Steps."""
    rounder: float = Field(ge=0, le=6, default=0)
    """Steps."""


class _Removal(NamedTuple):
    """Something that may go.

    Attributes:
        size: Ink it holds.
        middle: Where it is.
        shape: Index of its shape.
        taken: The shape's outline without it.
    """

    size: float
    middle: tuple[float, float]
    shape: int
    taken: Callable[[Path], Path]


def with_parts(mark: GroupLayer, parts: tuple[PartEdit, ...]) -> GroupLayer:
    """Return the mark with its parts changed; the mark itself where nothing can be."""
    for part in parts:
        mark = _changed(mark, part)
    return mark


def _changed(mark: GroupLayer, part: PartEdit) -> GroupLayer:
    shapes = [shape for layer in mark.children for shape in _shapes(layer)]
    if not shapes:
        return mark
    ink = _ink_box(shapes)
    room = _region(ink, part.region)
    paths = [shape.path for shape in shapes]
    if part.simpler:
        paths = _simpler(shapes, paths, part.region, part.simpler)
    if part.rounder:
        paths = [
            _rounder(shape, path, room, part.rounder * _ROUND_STEP_U)
            for shape, path in zip(shapes, paths, strict=True)
        ]
    made = iter(paths)
    children = tuple(_repainted(layer, made) for layer in mark.children)
    return mark.model_copy(update={"children": children})


def _simpler(
    shapes: list[Shape], paths: list[Path], region: Region, steps: float
) -> list[Path]:
    """The smallest things in the region gone, a third of them with each step.

    What stands mirrored goes together.
    """
    found = _removals(shapes, region)
    groups = _mirrored(found, _ink_box(shapes).center.x)
    room = _region(_ink_box(shapes), region)
    whole = sum(_area_in(s, room) for s in shapes)
    count = math.ceil(len(groups) * _OF_CANDIDATES * steps)
    lost = 0.0
    made = list(paths)
    for group in groups[:count]:
        size = sum(r.size for r in group)
        if lost + size > (_MOST_LOST if lost else _MOST_AT_ONCE) * whole:
            break
        lost += size
        for removal in group:
            made[removal.shape] = removal.taken(made[removal.shape])
    return made


def _mirrored(found: list[_Removal], axis: float) -> list[list[_Removal]]:
    """Pairs that face each other about an upright axis, and single ones, smallest first."""
    groups: list[list[_Removal]] = []
    for one in sorted(found, key=lambda r: (r.size, r.middle)):
        x, y = one.middle
        mate = next(
            (
                g
                for g in groups
                if len(g) == 1
                and abs(g[0].middle[0] + x - 2 * axis) < _FACING_U
                and abs(g[0].middle[1] - y) < _FACING_U
                and abs(x - axis) > _FACING_U / 2
                and g[0].size > 0.7 * one.size
            ),
            None,
        )
        if mate is None:
            groups.append([one])
        else:
            mate.append(one)
    return sorted(groups, key=lambda g: max(r.size for r in g))


def _removals(shapes: list[Shape], region: Region) -> list[_Removal]:
    """What may go: strokes, islands, eyes, and branches that reach out of the mark."""
    ink = _ink_box(shapes)
    room = _region(ink, region)
    is_even = _is_even(shapes, ink.center.x)
    found: list[_Removal] = []
    for index, shape in enumerate(shapes):
        contours = shape.path.contours()
        largest = max((abs(signed_area(c)) for c in contours), default=0.0)
        for c in contours:
            size = abs(signed_area(c)) if shape.fill else _length(c) * _width(shape)
            is_here = (
                room.covers(c.bounds) if region == "inside" else _is_in(c.bounds.center, room)
            )
            if is_here and (not shape.fill or size < 0.4 * largest):
                found.append(_Removal(size, c.bounds.center, index, _without_contour(c)))
        if shape.fill is None:
            continue
        for branch in branches_of(shape.path):
            if not (_is_in(branch.middle, room) and _reaches_out(branch, region)):
                continue
            if branch.length * branch.width > _MOST_OF_SHAPE * largest:
                continue  # it carries the others
            # Of an even mark one half is asked, so that both lose the same.
            sides = [branch]
            if is_even and branch.middle[0] > ink.center.x:
                continue
            if is_even:
                sides.append(branch.mirrored(ink.center.x))
            for side in sides:
                home = _home(shapes, side, index)
                size = side.length * side.width
                found.append(_Removal(size, side.middle, home, _without_branch(side)))
    return found


def _reaches_out(branch: Branch, region: Region) -> bool:
    """Whether its tip is farther out than its fork."""
    (x0, y0), (x1, y1) = branch.points[0], branch.points[-1]
    out = {"top": y1 - y0, "bottom": y0 - y1, "left": x1 - x0, "right": x0 - x1}
    return out.get(region, 1.0) > 0


def _home(shapes: list[Shape], branch: Branch, index: int) -> int:
    """The shape a branch lies in: the one most of its spine is in."""
    spine = outline_stroke(Path.polygon(branch.points, closed=False), 1.0)
    sizes = [
        abs(sum(signed_area(c) for c in intersection(s.path, spine).contours()))
        if s.fill
        else 0
        for s in shapes
    ]
    best = max(range(len(shapes)), key=lambda i: (sizes[i], i == index))
    return best if sizes[best] > 0 else index


def _is_even(shapes: list[Shape], axis: float) -> bool:
    """Whether the two halves of a mark mirror each other."""
    ink = Path.join(s.path for s in shapes if s.fill)
    if ink.is_empty:
        return False
    turned = ink.transformed(Affine(-1, 0, 0, 1, 2 * axis, 0))
    box = ink.bounds
    rows = [box.y + (k + 0.5) / _ROWS * box.height for k in range(_ROWS)]
    same = total = 0.0
    for y in rows:
        a, b = spans(ink, y), spans(turned, y)
        total += sum(e - s for s, e in a)
        same += sum(max(0.0, min(e, f) - max(s, t)) for s, e in a for t, f in b)
    return total > 0 and same / total > _EVEN_SHARE


def _without_contour(gone: Path) -> Callable[[Path], Path]:
    def take(path: Path) -> Path:
        return Path.join(c for c in path.contours() if c.segments != gone.segments)

    return take


def _without_branch(branch: Branch) -> Callable[[Path], Path]:
    def take(path: Path) -> Path:
        larger = Affine.scaling(_FINE)
        spine = Path.polygon(branch.points, closed=False).transformed(larger)
        cut = outline_stroke(spine, branch.width * _FINE, cap="butt", join="round")
        big = path.transformed(larger)
        left = difference(big, cut)
        if len(branch.trunk) > 1:
            along = Path.polygon(branch.trunk, closed=False).transformed(larger)
            stays = outline_stroke(along, branch.trunk_width * _FINE, cap="butt", join="round")
            left = union(left, intersection(stays, big))
        left = _without_thorns(left, branch)
        least = _FINE**2 * _LEAST_AREA_U2
        islands = Path.join(c for c in left.contours() if abs(signed_area(c)) >= least)
        return with_few_nodes(islands, _NEAR * _FINE).transformed(larger.inverse())

    return take


def _without_thorns(area: Path, branch: Branch) -> Path:
    """The area, large, without the slivers a cut leaves where the branch hung."""
    thin = max(0.3, 0.22 * branch.width) * _FINE
    x, y = (v * _FINE for v in branch.points[-1])
    inner = offset(area, -thin)
    if inner.is_empty:
        return area
    near = circle(x, y, 2.4 * branch.width * _FINE)
    thorns = intersection(difference(area, offset(inner, 1.15 * thin)), near)
    return area if thorns.is_empty else difference(area, offset(thorns, 0.02 * _FINE))


def _rounder(shape: Shape, path: Path, room: Box, radius: float) -> Path:
    """The outline with larger radii at its corners in the region."""
    if shape.fill is None or path.bounds.intersection(room).is_empty:
        return path
    soft = rounded_corners(path, radius)
    box = rectangle(room)
    larger = Affine.scaling(_FINE)
    inside = intersection(soft.transformed(larger), box.transformed(larger))
    outside = difference(path.transformed(larger), box.transformed(larger))
    return union(outside, inside).transformed(larger.inverse())


def _region(ink: Box, region: Region) -> Box:
    wide, high = ink.width * _SHARE, ink.height * _SHARE
    if region == "top":
        return Box(ink.x - 1, ink.y - 1, ink.width + 2, high + 1)
    if region == "bottom":
        return Box(ink.x - 1, ink.bottom - high, ink.width + 2, high + 1)
    if region == "left":
        return Box(ink.x - 1, ink.y - 1, wide + 1, ink.height + 2)
    if region == "right":
        return Box(ink.right - wide, ink.y - 1, wide + 1, ink.height + 2)
    return Box(
        ink.x + 0.2 * ink.width, ink.y + 0.2 * ink.height, 0.6 * ink.width, 0.6 * ink.height
    )


def _is_in(place: tuple[float, float], room: Box) -> bool:
    x, y = place
    return room.x <= x <= room.right and room.y <= y <= room.bottom


def _area_in(shape: Shape, room: Box) -> float:
    if shape.fill is None:
        return sum(
            _length(c) * _width(shape)
            for c in shape.path.contours()
            if _is_in(c.bounds.center, room)
        )
    inside = intersection(shape.path, rectangle(room))
    return abs(sum(signed_area(c) for c in inside.contours()))


def _length(contour: Path) -> float:
    return sum(math.dist(a, b) for line in contour.flattened(8) for a, b in pairwise(line))


def _width(shape: Shape) -> float:
    return shape.stroke.width if shape.stroke is not None else 0.0


def _ink_box(shapes: list[Shape]) -> Box:
    boxes = []
    for shape in shapes:
        path = shape.path
        if shape.stroke is not None:
            path = outline_stroke(path, shape.stroke.width)
        boxes.append(path.bounds)
    found = boxes[0]
    for box in boxes[1:]:
        found = found.union(box)
    return found


def _shapes(layer: Layer) -> tuple[Shape, ...]:
    return layer.shapes if isinstance(layer, VectorLayer) else ()


def _repainted(layer: Layer, made: Iterator[Path]) -> Layer:
    if not isinstance(layer, VectorLayer):
        return layer
    shapes = tuple(shape.model_copy(update={"path": next(made)}) for shape in layer.shapes)
    return layer.model_copy(update={"shapes": shapes})
