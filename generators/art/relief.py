"""Reliefs: a drawn motif raised into 3D, form upon form; lengths are cm."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import Paint, VectorLayer
from compositor.document.document import walk
from compositor.geometry import Path
from generators.art.policy import Choice
from generators.base import PictureRequest
from generators.errors import GenerationFailed
from generators.mesh.prop import Part, Prop
from generators.vector.casting import drawn
from generators.vector.motifs import MotifDrawing

__all__ = ["relief_of"]

_TALL_CM = 16.0
_SLAB_CM = 2.2
_STEP_CM = 0.22
_LEAST_OPACITY = 0.6
_MOST_FORMS = 60


def relief_of(request: PictureRequest, choice: Choice) -> Prop:
    """Return the motif of a choice as a solid: its silhouette, and each form a little higher.

    Raises:
        GenerationFailed: The drawing encloses nothing.
    """
    from generators.mesh.build.extrude import (  # noqa: PLC0415 - needs the studio extra
        extrude,
        region_from_path,
    )
    from generators.mesh.build.pose import shift  # noqa: PLC0415 - likewise
    from generators.mesh.props.printed import plain, settled  # noqa: PLC0415 - likewise

    assert choice.subject is not None
    drawing = drawn(request, choice.motif, "flat", choice.subject, 0).drawing
    cm_per_px = _TALL_CM / max(drawing.silhouette.bounds.height, 1.0)
    base = region_from_path(drawing.silhouette, cm_per_px)
    forms = _forms(drawing)
    if not forms:
        raise GenerationFailed(f"{choice.motif} has no forms to raise; ask for a drawing")
    slab = extrude(base, _SLAB_CM, bevel=0.5)
    parts: list[Part] = [plain("slab", slab, forms[0][1], "clay")]
    front = -_SLAB_CM / 2
    for index, (path, color) in enumerate(forms):
        region = region_from_path(path, cm_per_px)
        if region.area < 0.02:
            continue
        thick = 0.4
        solid = extrude(region, thick, bevel=0.1)
        depth = front - _STEP_CM * (1 + 0.12 * index) + thick / 2 - 0.1
        parts.append(plain(f"form {index}", solid.moved(shift(0, depth, 0)), color, "clay"))
    return settled(choice.motif, parts)


def _forms(drawing: MotifDrawing) -> list[tuple[Path, str]]:
    found = []
    for layer in walk(drawing.without_shadow().layers):
        if not isinstance(layer, VectorLayer) or layer.opacity < _LEAST_OPACITY:
            continue
        if layer.blend != "normal" or layer.effects or layer.clip is not None:
            continue
        for shape in layer.shapes:
            if shape.fill is None:
                continue
            color = _color(shape.fill)
            if color is not None and color.opacity >= _LEAST_OPACITY:
                path = shape.path.transformed(layer.transform)
                found.append((path, color.with_opacity(1.0).hex[:7].upper()))
    return found[:_MOST_FORMS]


def _color(paint: Paint) -> Color | None:
    if paint.kind == "solid":
        return paint.color
    if paint.kind in ("linear", "radial", "sweep"):
        return paint.stops[len(paint.stops) // 2].color
    return None
