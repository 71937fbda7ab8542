"""A logo as nothing but filled outlines: strokes and text expanded, overlaps of a color joined.

What leaves the house this way looks the same in every program, cutter and plotter.
"""

from __future__ import annotations

from itertools import pairwise

from compositor.document import (
    GroupLayer,
    Layer,
    Paint,
    Shape,
    SolidPaint,
    TextLayer,
    VectorLayer,
)
from compositor.document.paint import LinearGradient, RadialGradient, SweepGradient
from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import (
    difference,
    intersection,
    outline_stroke,
    simplify,
    union,
)
from compositor.geometry.fit import cleaned
from compositor.typography.fonts import FontSet
from compositor.typography.outline import outlines
from compositor.typography.set_text import set_text

__all__ = ["flat_shapes", "ink_of", "knocked_out_ground", "moved_paint"]

_FINE = 16.0
"""Cutting rounds to a grid of its own; outlines are made large before."""
_TOLERANCE_OF_HEIGHT = 0.0006
"""How far a curve may move when its nodes are thinned out, as a part of the logo's height."""


def flat_shapes(
    layer: Layer, fonts: FontSet, *, ground: Paint | None = None
) -> tuple[Shape, ...]:
    """Return a layer and all it contains as filled shapes, bottom first, in its parent's px.

    Neighbors of one paint become one outline. Shapes painted like `ground` are cut out of what
    lies below them instead: nothing of the ground's color is left in a transparent file.

    Args:
        layer: A group of vector and text layers.
        fonts: Where faces come from.
        ground: Paint of the ground the layer was painted for.
    """
    parts = _parts(layer, Affine(), fonts)
    if not parts:
        return ()
    height = Path.join(path for path, _ in parts).bounds.height
    if ground is not None:
        parts = knocked_out_ground(parts, ground)
    runs: list[tuple[Paint, list[Path]]] = []
    for path, paint in parts:
        if runs and runs[-1][0] == paint:
            runs[-1][1].append(path)
        else:
            runs.append((paint, [path]))
    tolerance = height * _TOLERANCE_OF_HEIGHT
    shapes = (Shape(path=_joined(paths, tolerance), fill=paint) for paint, paths in runs)
    return tuple(shape for shape in shapes if not shape.path.is_empty)


def ink_of(shapes: tuple[Shape, ...]) -> Path:
    """Return the area that flat shapes paint, as one outline."""
    area = Path()
    for shape in shapes:
        area = _fine_union(area, shape.path) if area.segments else shape.path
    return area


def knocked_out_ground(
    parts: list[tuple[Path, Paint]], ground: Paint
) -> list[tuple[Path, Paint]]:
    """Return the parts with those of the ground's color taken out of all below them."""
    kept: list[tuple[Path, Paint]] = []
    for path, paint in parts:
        if not _is_same_color(paint, ground):
            kept.append((path, paint))
            continue
        kept = [
            (_fine_difference(below, path) if _meets(below, path) else below, own)
            for below, own in kept
        ]
    return [(path, paint) for path, paint in kept if not path.is_empty]


def moved_paint(paint: Paint, place: Affine) -> Paint:
    """Return a paint for shapes that were sent through `place`, a move and even scale."""
    if isinstance(paint, LinearGradient):
        x1, y1 = place.apply((paint.x1, paint.y1))
        x2, y2 = place.apply((paint.x2, paint.y2))
        return paint.model_copy(update={"x1": x1, "y1": y1, "x2": x2, "y2": y2})
    if isinstance(paint, RadialGradient):
        return paint.model_copy(update={"transform": paint.transform.then(place)})
    if isinstance(paint, SweepGradient):
        cx, cy = place.apply((paint.cx, paint.cy))
        return paint.model_copy(update={"cx": cx, "cy": cy})
    return paint


def _parts(layer: Layer, above: Affine, fonts: FontSet) -> list[tuple[Path, Paint]]:
    if not layer.visible:
        return []
    place = layer.transform.then(above)
    found: list[tuple[Path, Paint]] = []
    if isinstance(layer, GroupLayer):
        found = [part for child in layer.children for part in _parts(child, place, fonts)]
    elif isinstance(layer, VectorLayer):
        for shape in layer.shapes:
            found += [
                (path.transformed(place), moved_paint(paint, place))
                for path, paint in _expanded(shape)
            ]
    elif isinstance(layer, TextLayer):
        for path, paint, _ in outlines(set_text(layer, fonts)):
            if not (isinstance(paint, SolidPaint) and paint.color.opacity == 0):
                found.append((_fine_simplify(path).transformed(place), paint))
    if layer.clip is not None and found:
        inside = layer.clip.transformed(place)
        found = [(_fine_intersection(path, inside), paint) for path, paint in found]
    return found


def _expanded(shape: Shape) -> list[tuple[Path, Paint]]:
    found: list[tuple[Path, Paint]] = []
    if shape.fill is not None:
        found.append((shape.path, shape.fill))
    if shape.stroke is not None:
        s = shape.stroke
        larger = Affine.scaling(_FINE)
        rim = outline_stroke(
            shape.path.transformed(larger), s.width * _FINE, cap=s.cap, join=s.join
        )
        found.append((cleaned(rim, 0.03 * _FINE).transformed(larger.inverse()), s.paint))
    return found


def _joined(paths: list[Path], tolerance: float) -> Path:
    """One outline; only what overlaps is melted, so that drawn nodes stay where they were."""
    boxes = [path.bounds for path in paths]
    if len(paths) == 1:
        return paths[0]
    if not any(_overlap(boxes[i], boxes[j]) for i in range(len(boxes)) for j in range(i)):
        return Path.join(paths)
    area = paths[0]
    for _, path in pairwise([*paths[:1], *paths[1:]]):
        area = _fine_union(area, path)
    fewer = cleaned(area, tolerance, least_area=(8 * tolerance) ** 2)
    return fewer if not fewer.is_empty and fewer.node_count < area.node_count else area


def _is_same_color(paint: Paint, ground: Paint) -> bool:
    return (
        isinstance(paint, SolidPaint)
        and isinstance(ground, SolidPaint)
        and paint.color == ground.color
    )


def _meets(first: Path, second: Path) -> bool:
    return _overlap(first.bounds, second.bounds)


def _overlap(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def _fine_union(first: Path, second: Path) -> Path:
    larger = Affine.scaling(_FINE)
    return union(first.transformed(larger), second.transformed(larger)).transformed(
        larger.inverse()
    )


def _fine_difference(first: Path, second: Path) -> Path:
    larger = Affine.scaling(_FINE)
    return difference(first.transformed(larger), second.transformed(larger)).transformed(
        larger.inverse()
    )


def _fine_intersection(first: Path, second: Path) -> Path:
    larger = Affine.scaling(_FINE)
    return intersection(first.transformed(larger), second.transformed(larger)).transformed(
        larger.inverse()
    )


def _fine_simplify(path: Path) -> Path:
    larger = Affine.scaling(_FINE)
    return simplify(path.transformed(larger)).transformed(larger.inverse())
