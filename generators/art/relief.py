"""Reliefs: a drawn motif raised into 3D, form upon form; lengths are cm.

Most looks raise it from a slab of clay. Those of chrome, glass and gloss blow it up instead:
a balloon in its outline, and on the balloon each form as a smaller one.
"""

from __future__ import annotations

import numpy as np

from compositor.color import Color
from compositor.document import Paint, VectorLayer
from compositor.document.document import walk
from compositor.geometry import Path
from generators.art.policy import Choice
from generators.base import PictureRequest
from generators.errors import GenerationFailed
from generators.mesh.mesh import Mesh
from generators.mesh.prop import Finish, Part, Prop
from generators.vector.casting import drawn
from generators.vector.motifs import MotifDrawing

__all__ = ["relief_of"]

_TALL_CM = 16.0
_SLAB_CM = 2.2
_STEP_CM = 0.22
_LEAST_OPACITY = 0.6
_LEAST_CM2 = 0.02
_ALL = 0.8
"""A form larger than this part of the outline is the body itself."""
_THIN_CM = 0.3
"""Lines narrower than this are laid on, not blown up."""
_ENOUGH = 6
"""Vertices from which one can tell where a surface lies."""
_SILVER = 0.55
"""How much of the way to white metal goes."""
_BODY_FULL, _FORM_FULL, _CELL_CM = 0.55, 0.5, 0.17
_BLOWN: dict[Finish | None, tuple[Finish, Finish]] = {
    "chrome": ("chrome", "holographic"),
    "gloss": ("gloss", "gloss"),
    "frosted_glass": ("gloss", "gloss"),
}
"""Finish of a look → of the balloon and of the forms on it."""

Forms = list[tuple[Path, str]]
"""Outlines, px, and their colors, the lowest first."""
_MOST_FORMS = 60


def relief_of(request: PictureRequest, choice: Choice, finish: Finish | None) -> Prop:
    """Return the motif of a choice as a solid.

    Args:
        request: What is asked for.
        choice: Names the motif.
        finish: Of the look; chrome, gloss and glass make a balloon of it, others clay.

    Raises:
        GenerationFailed: The drawing encloses nothing.
    """
    assert choice.subject is not None
    drawing = drawn(request, choice.motif, "flat", choice.subject, 0).drawing
    forms = _forms(drawing)
    if not forms:
        raise GenerationFailed(f"{choice.motif} has no forms to raise; ask for a drawing")
    cm_per_px = _TALL_CM / max(drawing.silhouette.bounds.height, 1.0)
    if finish in _BLOWN:
        return _balloon(choice.motif, drawing.silhouette, forms, (cm_per_px, _BLOWN[finish]))
    return _slab(choice.motif, drawing.silhouette, forms, cm_per_px)


def _slab(motif: str, silhouette: Path, forms: Forms, cm_per_px: float) -> Prop:
    from generators.mesh.build.extrude import (  # noqa: PLC0415 - needs the studio extra
        extrude,
        region_from_path,
    )
    from generators.mesh.build.pose import shift  # noqa: PLC0415 - likewise
    from generators.mesh.props.printed import plain, settled  # noqa: PLC0415 - likewise

    slab = extrude(region_from_path(silhouette, cm_per_px), _SLAB_CM, bevel=0.5)
    parts: list[Part] = [plain("slab", slab, forms[0][1], "clay")]
    front = -_SLAB_CM / 2
    for index, (path, color) in enumerate(forms):
        region = region_from_path(path, cm_per_px)
        if region.area < _LEAST_CM2:
            continue
        thick = 0.4
        solid = extrude(region, thick, bevel=0.1)
        depth = front - _STEP_CM * (1 + 0.12 * index) + thick / 2 - 0.1
        parts.append(plain(f"form {index}", solid.moved(shift(0, depth, 0)), color, "clay"))
    return settled(motif, parts)


def _balloon(
    motif: str, silhouette: Path, forms: Forms, make: tuple[float, tuple[Finish, Finish]]
) -> Prop:
    """Return a balloon in the outline; a form that is nearly all of it only lends its color."""
    from generators.mesh.build.extrude import (  # noqa: PLC0415 - needs the studio extra
        extrude,
        region_from_path,
    )
    from generators.mesh.build.inflate import inflate  # noqa: PLC0415 - likewise
    from generators.mesh.build.pose import shift  # noqa: PLC0415 - likewise
    from generators.mesh.props.printed import plain, settled  # noqa: PLC0415 - likewise

    cm_per_px, (outer, inner) = make
    whole = region_from_path(silhouette, cm_per_px)
    body = inflate(whole, fullness=_BODY_FULL, cell=_CELL_CM)
    color, parts, below = forms[0][1], [], [body]
    for index, (path, own) in enumerate(forms):
        region = region_from_path(path, cm_per_px)
        if region.area > _ALL * whole.area:
            color = own
            continue
        if region.area < _LEAST_CM2 * 2:
            continue
        stroke = 2 * region.area / region.length
        if stroke < _THIN_CM:
            swelling = extrude(region, 0.3, bevel=0.05)
        else:
            cell = min(_CELL_CM, stroke / 7)
            swelling = inflate(region, fullness=_FORM_FULL, cell=cell)
        lift = _skin(below, swelling) - _STEP_CM * 0.4 * (1 + 0.1 * index)
        lying = swelling.moved(shift(0, lift, 0))
        below.append(lying)
        parts.append(plain(f"form {index}", lying, _metallic(own, inner), inner))
    return settled(motif, [plain("balloon", body, _metallic(color, outer), outer), *parts])


def _skin(below: list[Mesh], swelling: Mesh) -> float:
    """Return y of what the swelling lies on: the last of those below that reach under it."""
    low, high = swelling.bounds
    for mesh in reversed(below):
        x, y, z = mesh.vertices.T
        under = (x > low[0]) & (x < high[0]) & (z > low[2]) & (z < high[2])
        under &= mesh.normals[:, 1] < 0
        first, last = mesh.bounds
        is_wider = (first[[0, 2]] <= low[[0, 2]]).all() and (last[[0, 2]] >= high[[0, 2]]).all()
        if is_wider and under.sum() >= _ENOUGH:
            return float(np.median(y[under]))
    return 0.0


def _metallic(color: str, finish: Finish) -> str:
    """Return the color as metal shows it: a dark one would only mirror darkness."""
    if finish not in ("chrome", "holographic"):
        return color
    light = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one + (255 - one) * _SILVER):02X}" for one in light)


def _forms(drawing: MotifDrawing) -> Forms:
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
