"""A mark redrawn for tiny sizes, thread or a cutter: no stroke and no gap below a width.

Each part grows until its own strokes are wide enough, eyes too small are closed, parts too near
each other give way, and islands too small to be made are dropped.
"""

from __future__ import annotations

from typing import NamedTuple

from brand_kits.variants.flat import flat_shapes
from brand_kits.variants.thickness import thickness, without_cracks
from compositor.document import GroupLayer, Paint, Shape, VectorLayer
from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import difference, intersection, offset
from compositor.geometry.corners import with_ink_traps
from compositor.geometry.fit import cleaned, signed_area
from compositor.typography.fonts import FontSet

__all__ = ["Needs", "robust_mark"]

_FINE = 16.0
_MOST_GROWN = 2.6
"""A side of a stroke never moves further, or the mark would be another one."""
_TOUCHING = 0.35
"""Parts nearer than this are one drawing in two colors and stay together."""
_STROKE_SHARE = 0.12
"""Part of a part's outline that must be thin before it grows: pointed ends are no strokes."""
_DETAIL = 5.0
"""A part this many times smaller than its neighbor keeps its shape; the neighbor gives way."""
_MOST_PARTS = 24


class Needs(NamedTuple):
    """Narrowest stroke and gap, u, and whether narrow inner corners get ink traps."""

    stroke: float
    gap: float
    with_traps: bool = False


class _Part(NamedTuple):
    area: Path
    paint: Paint


def robust_mark(
    mark: GroupLayer, fonts: FontSet, needs: Needs, fill: Box, *, ground: Paint | None = None
) -> GroupLayer:
    """Return the mark as flat shapes whose strokes and gaps keep these widths, if they can.

    Args:
        mark: In u, painted.
        fonts: For letters that stand in it.
        needs: What is asked of it.
        fill: The ink is fitted into this box, u.
        ground: Paint of the ground: shapes of it are cut out.
    """
    shapes = flat_shapes(mark, fonts, ground=ground)
    parts = [
        _Part(part, shape.fill)
        for shape in shapes
        if shape.fill is not None
        for part in _components(without_cracks(shape.path))
    ]
    parts = [_grown(part, needs) for part in parts]
    parts = _apart(parts, needs.gap) if len(parts) <= _MOST_PARTS else parts
    smallest = 0.35 * needs.stroke**2
    kept = [part for part in parts if _size(part.area) >= smallest] or parts
    if needs.with_traps:
        kept = [_Part(with_ink_traps(p.area, needs.gap * 0.4), p.paint) for p in kept]
    place = Affine.fitting(Path.join(p.area for p in kept).bounds, fill)
    placed = tuple(Shape(path=p.area.transformed(place), fill=p.paint) for p in kept)
    layer = VectorLayer(id="robust-shapes", name="Robust mark", role="mark", shapes=placed)
    return GroupLayer(id="robust", name=mark.name, role="mark", children=(layer,))


def _components(area: Path) -> list[Path]:
    """Outer contours, each with the eyes that lie in it."""
    contours = area.contours()
    if not contours:
        return []
    sizes = [signed_area(c) for c in contours]
    turn = sizes[max(range(len(sizes)), key=lambda i: abs(sizes[i]))] > 0
    outers = [c for c, s in zip(contours, sizes, strict=True) if (s > 0) == turn]
    eyes = [c for c, s in zip(contours, sizes, strict=True) if (s > 0) != turn]
    outers.sort(key=lambda c: abs(signed_area(c)))
    found: list[list[Path]] = [[c] for c in outers]
    for eye in eyes:
        start = eye.points()[0]
        home = next((k for k, c in enumerate(outers) if _holds(c, start)), None)
        if home is not None:
            found[home].append(eye)
    return [Path.join(group) for group in reversed(found)]


def _grown(part: _Part, needs: Needs) -> _Part:
    """The part with strokes wide enough, and without eyes that would fill up."""
    thin = thickness(part.area, widest=needs.stroke, share=_STROKE_SHARE).stroke
    by = min(_MOST_GROWN, max(0.0, (needs.stroke - thin) / 2))
    larger = Affine.scaling(_FINE)
    area = part.area.transformed(larger)
    if by > 0.05:
        area = offset(area, by * _FINE, join="miter")
    outer = max((abs(signed_area(c)) for c in area.contours()), default=0.0)
    least = (needs.gap * 1.15 * _FINE) ** 2
    kept = [c for c in area.contours() if abs(signed_area(c)) in (outer,) or _big(c, least)]
    return part._replace(
        area=cleaned(Path.join(kept), 0.06 * _FINE).transformed(larger.inverse())
    )


def _big(eye: Path, least: float) -> bool:
    return abs(signed_area(eye)) >= least


def _apart(parts: list[_Part], gap: float) -> list[_Part]:
    """Parts with at least that gap between them; neighbors give way by halves."""
    larger = Affine.scaling(_FINE)
    big = [part.area.transformed(larger) for part in parts]
    cuts: list[list[Path]] = [[] for _ in parts]
    for i in range(len(parts)):
        for j in range(i):
            near = _distance(big[i], big[j], gap * _FINE)
            if _TOUCHING * _FINE < near < gap * _FINE * 0.97:
                small, large = sorted((i, j), key=lambda k: _size(big[k]))
                is_detail = _size(big[small]) * _DETAIL < _size(big[large])
                reach = gap * _FINE if is_detail else (gap * _FINE + near) / 2
                cuts[large].append(offset(big[small], reach))
                if not is_detail:
                    cuts[small].append(offset(big[large], reach))
    found: list[_Part] = []
    for part, area, taken in zip(parts, big, cuts, strict=True):
        left = area
        for cut in taken:
            left = difference(left, cut)
        if taken:
            left = cleaned(left, 0.06 * _FINE)
        # A part that would lose most of itself is better off too near than gone.
        keeps = _size(left) >= 0.55 * _size(area)
        found.append(part._replace(area=left.transformed(larger.inverse())) if keeps else part)
    return found


def _distance(first: Path, second: Path, widest: float) -> float:
    """How far apart two areas are, up to `widest`."""
    a, b = first.bounds, second.bounds
    dx = max(a.x - b.right, b.x - a.right, 0.0)
    dy = max(a.y - b.bottom, b.y - a.bottom, 0.0)
    if max(dx, dy) >= widest:
        return widest
    if intersection(first, second).segments:
        return 0.0
    low, high = 0.0, widest
    for _ in range(5):
        middle = (low + high) / 2
        if intersection(offset(first, middle), second).segments:
            high = middle
        else:
            low = middle
    return high


def _size(area: Path) -> float:
    return abs(sum(signed_area(c) for c in area.contours()))


def _holds(contour: Path, point: tuple[float, float]) -> bool:
    """Whether a point lies inside a contour, by counting crossings to its right."""
    x, y = point
    inside = False
    for line in contour.flattened(8):
        for a, b in zip(line, [*line[1:], line[0]], strict=True):
            if (a.y > y) != (b.y > y) and x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x):
                inside = not inside
    return inside
