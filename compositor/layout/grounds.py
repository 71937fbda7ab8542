"""Grounds: the picture, the fields of color over it, and further looks at the picture."""

from __future__ import annotations

from dataclasses import dataclass, replace

from compositor.document import (
    GroupLayer,
    Layer,
    Shadow,
    Shape,
    Stroke,
    TextLayer,
    VectorLayer,
)
from compositor.document.edit import with_prefix
from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import difference
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from compositor.layout.arrangement import Cut, Geometry, Mount, Stack, Table
from compositor.layout.composition import Composition, Picture, page_unit
from compositor.layout.theme import PaletteRole

__all__ = ["grounds", "notch_px", "paint_under"]

_KEYLINE = 0.011
"""Width of the white edge of a mounted print, in parts of the page unit."""
_NOTCH, _MOST_NOTCH = 0.13, 0.036
"""Radius of the notches of a ticket, in parts of its height, and of the unit at most."""


def grounds(what: Composition, geometry: Geometry, page: Box, prefix: str) -> list[Layer]:
    """Return what lies below the words, the lowest first."""
    layers: list[Layer] = []
    picture = what.picture
    if picture is not None:
        layers.append(_picture(what, picture, geometry, page, prefix))
    for index, panel in enumerate(geometry.panels):
        box = _bled(page.fraction(*panel.box), page, what.bleed)
        name = "panel" if index == 0 else f"panel-{index + 1}"
        layers.append(
            VectorLayer(
                id=f"{prefix}{name}",
                name="panel",
                role="background",
                shapes=(
                    Shape(
                        path=_cut(box, panel.cut, what),
                        fill=what.theme.palette.paint(panel.paint),
                    ),
                ),
            )
        )
    if picture is not None:
        for index, window in enumerate(geometry.windows, start=1):
            box = _bled(page.fraction(*window.box), page, what.bleed)
            focus = _hero_center(geometry) if window.zoom > 1 else (0.5, 0.5)
            seen = _Seen(f"{prefix}window-{index}", box, window.mount, window.zoom, focus)
            layers.append(_shown(what, _wordless(picture), seen))
    return layers


def paint_under(geometry: Geometry, stack: Stack | Table) -> PaletteRole:
    """Return the role of the color words stand on; the page's ground when on no panel."""
    under = [panel for panel in geometry.panels if panel.box.covers(stack.box)]
    return under[-1].paint if under else "ground"


def notch_px(box: Box, unit_px: float) -> float:
    """Return the radius of the notches of a ticket of that size, px."""
    return min(_NOTCH * box.height, _MOST_NOTCH * unit_px)


@dataclass(frozen=True)
class _Seen:
    """One look at the picture.

    Attributes:
        layer_id: Of the group.
        box: Where, px of the page.
        mount: How it is cut and turned.
        zoom: 1 fills the box.
        focus: The point of the picture that is kept in the middle, in fractions of it.
    """

    layer_id: str
    box: Box
    mount: Mount
    zoom: float
    focus: tuple[float, float]


def _picture(
    what: Composition, picture: Picture, geometry: Geometry, page: Box, prefix: str
) -> GroupLayer:
    box = _bled(page.fraction(*geometry.picture), page, what.bleed)
    crop = what.crop
    seen = _Seen(f"{prefix}picture", box, geometry.mount, crop.zoom, (crop.x, crop.y))
    return _shown(what, picture, seen)


def _shown(what: Composition, picture: Picture, seen: _Seen) -> GroupLayer:
    """Return the picture covering the box, cut and turned as its mount says."""
    box, unit = seen.box, page_unit(what.live)
    scale = seen.zoom * max(box.width / picture.width, box.height / picture.height)
    left = _start(box.x, box.width, seen.focus[0], scale * picture.width)
    top = _start(box.y, box.height, seen.focus[1], scale * picture.height)
    moved = Affine(scale, 0, 0, scale, left, top)
    inner = with_prefix(picture.layer, f"{seen.layer_id}-art-").model_copy(
        update={"transform": picture.layer.transform.then(moved)}
    )
    outline = _cut(box, seen.mount.cut, what)
    children: tuple[Layer, ...] = (inner,)
    if seen.mount.ground is not None:
        fill = what.theme.palette.paint(seen.mount.ground)
        field = VectorLayer(
            id=f"{seen.layer_id}-ground",
            name="ground",
            role="background",
            shapes=(Shape(path=outline, fill=fill),),
        )
        children = (field, inner)
    group = GroupLayer(
        id=seen.layer_id, name="picture", role="visual", clip=outline, children=children
    )
    if seen.mount.keyline is None and not seen.mount.turn_deg:
        return group
    turn = Affine.rotation(seen.mount.turn_deg, box.center)
    layers: list[Layer] = []
    if seen.mount.keyline is not None:
        paint = what.theme.palette.paint(seen.mount.keyline)
        edge = Stroke(paint=paint, width=2 * _KEYLINE * unit, join="miter")
        shadow = Shadow(
            color=what.theme.palette.ink.with_opacity(0.28), dy=0.006 * unit, blur=0.014 * unit
        )
        print_edge = Shape(path=outline, fill=paint, stroke=edge)
        layers.append(
            VectorLayer(
                id=f"{seen.layer_id}-edge",
                name="print edge",
                role="decoration",
                shapes=(print_edge,),
                effects=(shadow,),
            )
        )
    layers.append(group)
    return GroupLayer(
        id=f"{seen.layer_id}-mounted",
        name="mounted picture",
        role="visual",
        transform=turn,
        children=tuple(layers),
    )


def _start(edge: float, length: float, focus: float, whole: float) -> float:
    """Where a picture of that length begins so that its focus is seen and no edge is."""
    wanted = edge + length / 2 - focus * whole
    return min(edge, max(edge + length - whole, wanted))


def _hero_center(geometry: Geometry) -> tuple[float, float]:
    """The middle of the subject, in fractions of the picture."""
    picture, hero = geometry.picture, geometry.hero.intersection(geometry.picture)
    if hero.is_empty:
        return 0.5, 0.5
    return (
        (hero.center.x - picture.x) / picture.width,
        (hero.center.y - picture.y) / picture.height,
    )


def _wordless(picture: Picture) -> Picture:
    """The picture without its texts: a word stands on a page once."""

    def bare(layer: Layer) -> Layer | None:
        if isinstance(layer, TextLayer):
            return None
        if isinstance(layer, GroupLayer):
            kept = tuple(child for child in map(bare, layer.children) if child is not None)
            return layer.model_copy(update={"children": kept})
        return layer

    found = bare(picture.layer)
    assert isinstance(found, GroupLayer)
    return replace(picture, layer=found)


def _cut(box: Box, cut: Cut, what: Composition) -> Path:
    """Return the outline of a field or a picture, as the style rounds its corners."""
    if cut == "circle":
        return ellipse(*box.center, box.width / 2, box.height / 2)
    if cut == "rounded":
        return rounded_rectangle(box, 0.09 * what.theme.params.radius * page_unit(what.live))
    if cut == "ticket":
        notch = notch_px(box, page_unit(what.live))
        plain = rounded_rectangle(box, 0.05 * what.theme.params.radius * page_unit(what.live))
        for x in (box.x, box.right):
            plain = difference(plain, circle(x, box.center.y, notch))
        return plain
    return rectangle(box)


def _bled(box: Box, page: Box, bleed: float) -> Box:
    """Return a box that reaches into the bleed wherever it reaches an edge of the page."""
    left = bleed if box.x <= 0.5 else 0.0
    top = bleed if box.y <= 0.5 else 0.0
    right = bleed if box.right >= page.right - 0.5 else 0.0
    bottom = bleed if box.bottom >= page.bottom - 0.5 else 0.0
    return Box(box.x - left, box.y - top, box.width + left + right, box.height + top + bottom)
