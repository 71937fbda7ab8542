"""Drawing: from a request to a finished motif: sketch, treatment, label, shadow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from compositor.color import Color
from compositor.color.contrast import contrast_ratio
from compositor.color.palette import readable_on
from compositor.document import (
    Blur,
    GroupLayer,
    Layer,
    Shape,
    TextLayer,
    TextRun,
    VectorLayer,
    solid,
)
from compositor.geometry import Affine, Box, Path
from compositor.geometry.shapes import ellipse
from generators.vector.motifs.errors import UnknownMotif
from generators.vector.motifs.names import MOTIFS, plain_attributes
from generators.vector.motifs.request import TREATMENTS, MotifDrawing, MotifRequest
from generators.vector.motifs.shading import glow
from generators.vector.motifs.sketch import LabelPlace, Sketch
from generators.vector.motifs.treatments import FINISHES

__all__ = ["draw_motif", "sketch_motif"]

_LABEL_CONTRAST = 3.0
"""WCAG ratio for large text."""


def draw_motif(request: MotifRequest) -> MotifDrawing:
    """Return the motif, drawn.

    Raises:
        UnknownMotif: Nobody drew a motif or a treatment of that name.
    """
    if request.treatment not in TREATMENTS:
        raise UnknownMotif(
            f"no treatment {request.treatment!r}; choose one of {', '.join(TREATMENTS)}"
        )
    request = replace(request, attributes=plain_attributes(request.attributes))
    sketch = sketch_motif(request)
    solids = tuple(
        part.path
        for part in sketch.parts
        if part.solid
        and not part.path.is_empty
        and (not part.only or request.treatment in part.only)
    )
    contact = sketch.contact or _contact(solids, sketch)
    layers: list[Layer] = list(FINISHES[request.treatment](sketch, request))
    if request.label and sketch.label:
        layers.append(_label(sketch, sketch.label, request))
    shadows = _shadows(sketch, request, contact)
    focus = sketch.focus
    if request.has("mirrored"):
        flip = Affine(-1, 0, 0, 1, sketch.width, 0)
        layers = [_flipped(layer, flip, sketch.width) for layer in layers]
        solids = tuple(path.transformed(flip) for path in solids)
        contact, focus = flip.apply_box(contact), flip.apply(focus)
        shadows = _shadows(sketch, request, contact)
    return MotifDrawing(
        layers=(*shadows, *layers),
        width=sketch.width,
        height=sketch.height,
        ground_y=sketch.ground_y,
        floats=sketch.floats,
        contact=contact,
        focus=focus,
        solids=solids,
        shadow_ids=tuple(layer.id for layer in shadows),
        glow=sketch.glow,
    )


def sketch_motif(request: MotifRequest) -> Sketch:
    """Return the motif before its treatment.

    Raises:
        UnknownMotif: Nobody drew a motif of that name.
    """
    place = MOTIFS.get(request.name)
    if place is None:
        raise UnknownMotif(
            f"no motif {request.name!r}; the names are the keys of MOTIFS, "
            "and find_motif() reads plain nouns"
        )
    module, _, function = place.partition(":")
    draw: Callable[[MotifRequest], Sketch] = getattr(import_module(module), function)
    return draw(request)


def _contact(solids: tuple[Path, ...], sketch: Sketch) -> Box:
    floor = sketch.ground_y
    near = [
        p.x for path in solids for line in path.flattened(8) for p in line if p.y > floor - 46
    ]
    left, right = (min(near), max(near)) if near else (0.3 * sketch.width, 0.7 * sketch.width)
    depth = max(14.0, (right - left) * 0.07)
    return Box(left, floor - depth * 0.7, max(20.0, right - left), depth)


def _shadows(sketch: Sketch, request: MotifRequest, contact: Box) -> tuple[Layer, ...]:
    if sketch.floats or request.treatment != "flat":
        return ()
    palette = request.palette
    dark = palette.ground if palette.is_dark else palette.ink
    tint = dark.mixed(palette.primary, 0.25).shifted(lightness=-0.05)
    center, rx, ry = contact.center, contact.width / 2, contact.height / 2
    found: list[Layer] = []
    if sketch.glow is not None:
        spot = ellipse(center.x + rx * 0.75, center.y + ry * 1.1, rx * 1.15, ry * 2.2)
        paint = glow(
            (center.x + rx * 0.75, center.y + ry * 1.1),
            (rx * 1.15, ry * 2.2),
            sketch.glow,
            0.75,
        )
        found.append(_soft("caustic", Shape(path=spot, fill=paint), 3))
    cast = ellipse(center.x + rx * 0.16, center.y + ry * 0.35, rx * 1.2, ry * 1.5)
    core = ellipse(center.x + rx * 0.02, center.y + ry * 0.1, rx * 1.0, ry * 0.72)
    weight = 0.62 if palette.is_dark else 0.3
    found.insert(
        0,
        _soft(
            "cast", Shape(path=cast, fill=solid(tint.with_opacity(weight))), max(10.0, ry * 0.8)
        ),
    )
    found.append(
        _soft(
            "contact",
            Shape(path=core, fill=solid(tint.with_opacity(weight * 1.35))),
            max(4.0, ry * 0.3),
        )
    )
    return tuple(found)


def _soft(name: str, shape: Shape, blur: float) -> VectorLayer:
    return VectorLayer(
        id=f"shadow-{name}",
        name=f"{name} shadow",
        role="decoration",
        shapes=(shape,),
        effects=(Blur(blur=blur),),
    )


def _label_color(sketch: Sketch, place: LabelPlace, request: MotifRequest) -> Color:
    """The place's own color, or whatever reads best on the surface this hand leaves there."""
    x, y = place.box.center
    pen = request.treatment in ("line", "doodle")
    surface = request.palette.ground
    for part in sketch.parts:
        shown = not part.only or request.treatment in part.only
        if shown and part.form != "glass" and part.path.bounds.covers(Box(x, y, 0, 0)):
            surface = part.color if part.spot or not pen else request.palette.ground
    if contrast_ratio(place.color, surface) >= _LABEL_CONTRAST:
        return place.color
    return readable_on(surface, request.palette.ink, request.palette.ground, place.color)


def _label(sketch: Sketch, place: LabelPlace, request: MotifRequest) -> TextLayer:
    run = TextRun(
        text=request.label,
        font=request.label_font,
        size=place.max_size,
        paint=solid(_label_color(sketch, place, request)),
    )
    return TextLayer(
        id="label",
        name="label",
        role="label",
        transform=place.transform,
        box=place.box,
        runs=(run,),
        align="center",
        valign="middle",
        leading=1.05,
        max_lines=1 if len(request.label) < 13 else 2,
        balance=True,
        fit="shrink",
        min_scale=0.08,
        language="zh-Hans" if any("\u4e00" <= c <= "\u9fff" for c in request.label) else "en",
    )


def _flipped(layer: Layer, flip: Affine, width: float) -> Layer:
    """Return the layer reflected; text moves to the other side but still reads."""
    if isinstance(layer, TextLayer):
        box = layer.transform.apply_box(layer.box)
        shift = width - 2 * box.center.x
        return layer.model_copy(
            update={"transform": layer.transform.then(Affine.translation(shift, 0))}
        )
    if isinstance(layer, GroupLayer):
        return layer
    return layer.model_copy(update={"transform": layer.transform.then(flip)})
