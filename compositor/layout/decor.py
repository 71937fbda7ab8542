"""Decor: the rules, frames and strokes an archetype is drawn with."""

from __future__ import annotations

import math

from compositor.document import GroupLayer, Layer, Shape, Stroke, TextLayer, VectorLayer
from compositor.geometry import Affine, Box, Path
from compositor.geometry.shapes import (
    circle,
    line,
    rectangle,
    rounded_rectangle,
    smooth_curve,
)
from compositor.layout.archetypes import Geometry
from compositor.layout.composition import Composition, page_unit
from compositor.layout.grounds import notch_px
from compositor.layout.stack import PlacedStack
from compositor.typography.fonts import FontSet
from compositor.typography.outline import outlines
from compositor.typography.set_text import set_text

__all__ = ["decor"]

_ECHOES = 4
_ECHO_STEP = 0.016
"""How far each echo of a headline stands from the one before, in parts of the unit."""
_LONG = 2.4
"""Aspect from which rules begin where the words do."""


def decor(
    what: Composition,
    geometry: Geometry,
    stacks: list[PlacedStack],
    page: Box,
    prefix: str,
    fonts: FontSet,
) -> list[Layer]:
    """Return the ornament layer of an archetype: rules, a frame, a path or an echo."""
    unit = page_unit(what.live)
    width = unit * (0.0012 + 0.0028 * what.theme.params.stroke)
    shapes: list[Shape] = []
    for kind in what.archetype.decor:
        if kind == "rules":
            shapes += _rules(what, geometry, stacks, page, width)
        elif kind == "frame":
            shapes += _frame(what, page, width)
        elif kind == "slash":
            shapes += _slash(what, stacks, unit)
        elif kind == "seal_line":
            shapes += _seal_line(what, geometry, stacks, width)
        elif kind == "echo":
            shapes += _echo(what, stacks, unit, fonts)
        elif kind == "path":
            shapes += _path(what, geometry, page, unit)
        elif kind == "perforation":
            shapes += _perforation(what, geometry, page, unit)
    if not shapes:
        return []
    return [
        VectorLayer(
            id=f"{prefix}ornament", name="ornament", role="decoration", shapes=tuple(shapes)
        )
    ]


def _rules(
    what: Composition, geometry: Geometry, stacks: list[PlacedStack], page: Box, width: float
) -> list[Shape]:
    """One hairline over the foot of the page, where the small print begins."""
    foot = [p.used.y for p in stacks if p.layers and p.used.y > 0.6 * page.height]
    if not foot:
        return []
    y = min(foot) - 0.02 * page.height
    crossed = any(p.layers and p.used.y < y < p.used.bottom for p in stacks)
    if crossed:
        return []
    left, right = 0.06 * page.width, 0.94 * page.width
    if what.live.aspect > _LONG:
        left = min(p.used.x for p in stacks if p.layers)
    picture = geometry.picture
    if picture.x > 0.3:
        right = (picture.x - 0.03) * page.width
    elif picture.right < 0.7:
        left, right = (picture.right + 0.03) * page.width, max(p.used.right for p in stacks)
    elif picture.bottom * page.height > y:
        return []
    return [
        Shape(
            path=line(left, y, right, y),
            stroke=Stroke(paint=what.theme.palette.paint("ink"), width=width, cap="butt"),
        )
    ]


def _frame(what: Composition, page: Box, width: float) -> list[Shape]:
    inset = 0.042 * what.size.shorter
    radius = what.theme.params.radius * 0.05 * what.size.shorter
    paint = what.theme.palette.paint("ink")
    gap = 0.012 * what.size.shorter
    outer = rounded_rectangle(page.inset(inset), radius)
    shapes = [Shape(path=outer, stroke=Stroke(paint=paint, width=width * 1.6, join="miter"))]
    if what.theme.params.ornament >= 0.25:
        inner = _notched(page.inset(inset + gap), gap * 1.6)
        shapes.append(
            Shape(path=inner, stroke=Stroke(paint=paint, width=width * 0.8, join="miter"))
        )
    return shapes


def _notched(box: Box, notch: float) -> Path:
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    return Path.polygon(
        [
            (x + notch, y), (right - notch, y), (right - notch, y + notch), (right, y + notch),
            (right, bottom - notch), (right - notch, bottom - notch), (right - notch, bottom),
            (x + notch, bottom), (x + notch, bottom - notch), (x, bottom - notch),
            (x, y + notch), (x + notch, y + notch),
        ]
    )  # fmt: skip


def _slash(what: Composition, stacks: list[PlacedStack], unit: float) -> list[Shape]:
    """A short bar in the angle of the turned headline."""
    turned = [p for p in stacks if p.layers and isinstance(p.layers[0], GroupLayer)]
    turned = [p for p in turned if p.layers[0].id.endswith("turned-headline")]
    if not turned:
        return []
    group = turned[0].layers[0]
    inner = group.transform.inverse().apply_box(turned[0].used)
    box = Box(inner.x, inner.bottom, unit * 0.16, unit * 0.016)
    covered = group.transform.apply_box(box)
    if any(
        p.layers and not p.used.intersection(covered).is_empty
        for p in stacks
        if p is not turned[0]
    ):
        return []
    return [
        Shape(
            path=rectangle(box).transformed(group.transform),
            fill=what.theme.palette.paint("accent"),
        )
    ]


def _seal_line(
    what: Composition, geometry: Geometry, stacks: list[PlacedStack], width: float
) -> list[Shape]:
    """A hairline to the left of the vertical title."""
    columns = [
        placed
        for stack, placed in zip(geometry.stacks, stacks, strict=True)
        if stack.writing == "vertical-rl" and placed.layers
    ]
    if not columns:
        return []
    used = columns[0].used
    x = used.x - 0.025 * what.size.width
    return [
        Shape(
            path=line(x, used.y, x, used.bottom),
            stroke=Stroke(paint=what.theme.palette.paint("accent"), width=width, cap="butt"),
        )
    ]


def _echo(
    what: Composition, stacks: list[PlacedStack], unit: float, fonts: FontSet
) -> list[Shape]:
    """The headline's outlines again and again, stepping back toward the lower right."""
    found = [
        layer
        for placed in stacks
        for layer in placed.layers
        if isinstance(layer, TextLayer) and layer.role == "headline"
    ]
    shapes = []
    for layer in found:
        letters = Path.join(path for path, _, _ in outlines(set_text(layer, fonts)))
        for step in range(_ECHOES, 0, -1):
            moved = Affine.translation(step * _ECHO_STEP * unit, step * _ECHO_STEP * unit)
            paint = what.theme.palette.paint("accent" if step % 2 else "primary")
            shapes.append(
                Shape(
                    path=letters.transformed(moved),
                    stroke=Stroke(paint=paint, width=0.0028 * unit, join="round"),
                )
            )
    return shapes


def _perforation(what: Composition, geometry: Geometry, page: Box, unit: float) -> list[Shape]:
    """A row of holes from notch to notch of every ticket."""
    paint = what.theme.palette.paint("on_primary")
    shapes = []
    for panel in geometry.panels:
        if panel.cut != "ticket":
            continue
        box = page.fraction(*panel.box)
        notch, step = notch_px(box, unit), 0.024 * unit
        start, end = box.x + 1.5 * notch, box.right - 1.5 * notch
        for place in range(max(0, int((end - start) / step)) + 1):
            hole = circle(start + place * step, box.center.y, 0.0042 * unit)
            shapes.append(Shape(path=hole, fill=paint))
    return shapes


def _path(what: Composition, geometry: Geometry, page: Box, unit: float) -> list[Shape]:
    """A line through the page, with a dot where a text begins."""
    points = [(x * page.width, y * page.height) for x, y in geometry.path]
    if len(points) < 2:
        return []
    palette = what.theme.palette
    line_of = Stroke(paint=palette.paint("accent"), width=0.011 * unit, cap="round")
    shapes = [Shape(path=smooth_curve(points), stroke=line_of)]
    for stack in geometry.stacks:
        if not any(what.copy.get(slot) for slot in stack.slots):
            continue
        corner = (stack.box.x * page.width, stack.box.y * page.height)
        near = min(points, key=lambda point: math.dist(point, corner))
        if math.dist(near, corner) > 0.09 * unit:
            continue
        shapes.append(Shape(path=circle(*near, 0.02 * unit), fill=palette.paint("ground")))
        shapes.append(Shape(path=circle(*near, 0.0125 * unit), fill=palette.paint("accent")))
    return shapes
