"""Union, difference, intersection, stroke outlines and offsets of paths (skia-pathops)."""

from __future__ import annotations

from typing import Literal

import pathops

from compositor.errors import InvalidValue
from compositor.geometry.path import Path, Verb

__all__ = ["difference", "intersection", "offset", "outline_stroke", "simplify", "union", "xor"]

_CAPS = {
    "butt": pathops.LineCap.BUTT_CAP,
    "round": pathops.LineCap.ROUND_CAP,
    "square": pathops.LineCap.SQUARE_CAP,
}
_JOINS = {
    "miter": pathops.LineJoin.MITER_JOIN,
    "round": pathops.LineJoin.ROUND_JOIN,
    "bevel": pathops.LineJoin.BEVEL_JOIN,
}

Cap = Literal["butt", "round", "square"]
Join = Literal["miter", "round", "bevel"]


def union(first: Path, *others: Path) -> Path:
    """Return the area that any of the paths covers."""
    result = _to_skia(first)
    for other in others:
        result = _op(result, _to_skia(other), pathops.PathOp.UNION)
    return simplify(_from_skia(result)) if not others else _from_skia(result)


def difference(path: Path, cut: Path) -> Path:
    """Return the area of `path` that `cut` leaves."""
    return _from_skia(_op(_to_skia(path), _to_skia(cut), pathops.PathOp.DIFFERENCE))


def intersection(first: Path, second: Path) -> Path:
    """Return the area both cover."""
    return _from_skia(_op(_to_skia(first), _to_skia(second), pathops.PathOp.INTERSECTION))


def xor(first: Path, second: Path) -> Path:
    """Return the area exactly one of them covers."""
    return _from_skia(_op(_to_skia(first), _to_skia(second), pathops.PathOp.XOR))


def simplify(path: Path) -> Path:
    """Return the same area without overlapping contours, for the nonzero rule."""
    skia_path = _to_skia(path)
    skia_path.simplify(fix_winding=True, keep_starting_points=True)
    return _from_skia(skia_path)


def outline_stroke(
    path: Path, width: float, *, cap: Cap = "round", join: Join = "round", miter: float = 4.0
) -> Path:
    """Return the filled outline of a stroke of that width in px."""
    skia_path = _to_skia(path)
    skia_path.stroke(width, _CAPS[cap], _JOINS[join], miter)
    # Round joins make conics, which simplify() refuses.
    skia_path.convertConicsToQuads()
    return _from_skia(_simplified(skia_path))


def offset(path: Path, distance: float, *, join: Join = "round") -> Path:
    """Return the area grown by `distance` px, or shrunk when it is negative."""
    if distance == 0:
        return simplify(path)
    rim = outline_stroke(simplify(path), 2 * abs(distance), join=join)
    return union(path, rim) if distance > 0 else difference(simplify(path), rim)


_NUDGES = (0.0, 0.0137, -0.0211, 0.0533)
"""Where outlines coincide almost, Skia may give up; a nudge of one of them, px, helps."""


def _op(first: pathops.Path, second: pathops.Path, kind: pathops.PathOp) -> pathops.Path:
    for nudge in _NUDGES:
        try:
            moved = second.transform(1, 0, 0, 1, nudge, nudge * 0.7) if nudge else second
            return pathops.op(first, moved, kind)
        except pathops.PathOpsError:
            continue
    raise InvalidValue("two outlines coincide too closely to be cut; move one of them a little")


def _simplified(path: pathops.Path) -> pathops.Path:
    for nudge in _NUDGES:
        moved = path.transform(1 + nudge / 1000, 0, 0, 1 + nudge / 1000, nudge, nudge * 0.7)
        try:
            moved.simplify(fix_winding=True)
        except pathops.PathOpsError:
            continue
        return moved
    raise InvalidValue("an outline crosses itself too closely to be melted; simplify it")


def _to_skia(path: Path) -> pathops.Path:
    skia_path = pathops.Path()
    pen = skia_path.getPen()
    is_open = False
    for verb, n in path.segments:
        if verb == "M":
            if is_open:
                pen.endPath()
            pen.moveTo((n[0], n[1]))
            is_open = True
        elif verb == "L":
            pen.lineTo((n[0], n[1]))
        elif verb == "Q":
            pen.qCurveTo((n[0], n[1]), (n[2], n[3]))
        elif verb == "C":
            pen.curveTo((n[0], n[1]), (n[2], n[3]), (n[4], n[5]))
        else:
            pen.closePath()
            is_open = False
    if is_open:
        pen.endPath()
    return skia_path


def _from_skia(skia_path: pathops.Path) -> Path:
    skia_path.convertConicsToQuads()
    verbs: dict[pathops.PathVerb, Verb] = {
        pathops.PathVerb.MOVE: "M",
        pathops.PathVerb.LINE: "L",
        pathops.PathVerb.QUAD: "Q",
        pathops.PathVerb.CUBIC: "C",
        pathops.PathVerb.CLOSE: "Z",
    }
    # Its own iterator, not `segments`: that one joins quadratics into TrueType splines.
    return Path(
        tuple(
            (verbs[verb], tuple(float(value) for point in points for value in point))
            for verb, points in skia_path
        )
    )
