"""Dials: what weight, roundness and detail do to a drawing that has no stroke to change.

Constructions of lines take the weight as their stroke and need none of this. Lengths in u.
"""

from __future__ import annotations

from dataclasses import replace

from compositor.document import Shape
from compositor.geometry import Path
from compositor.geometry.boolean import offset
from compositor.geometry.corners import rounded_corners
from compositor.geometry.fit import cleaned, signed_area
from generators.vector.marks.mark import Mark, MarkRequest

__all__ = ["MIDDLE_WEIGHT_U", "PARAMETERS", "grown", "shaped", "softened"]

MIDDLE_WEIGHT_U = 5.0
"""The weight at which solid parts keep the outlines they were drawn with."""

_THINNED, _THICKENED = 0.34, 0.1
_LEAST_PART_U2 = 4.0

_ALL = frozenset({"weight", "roundness", "detail"})
_NO_DETAIL = frozenset({"weight", "roundness"})
PARAMETERS: dict[str, frozenset[str]] = {
    "pictorial": _ALL,
    "line_art": _ALL,
    "mascot": _ALL,
    "negative_space": _ALL,
    "emblem": _ALL,
    "line_geo": _ALL,
    "abstract_geo": _ALL,
    "modular_grid": _NO_DETAIL,
    "lettermark": _ALL,
    "letter_mod": _NO_DETAIL,
    "monogram": _ALL,
    "hanzi_mark": _NO_DETAIL,
    "enclosure": _ALL,
    "pattern_mark": _ALL,
    "dynamic": _ALL,
    "gradient_fluid": _ALL,
    "seal": _ALL,
    "sketch": _NO_DETAIL,
    "initial_motif": _NO_DETAIL,
}
"""Which parameters a construction answers to; an edit of another says that it cannot."""


def grown(path: Path, weight_u: float) -> Path:
    """Return a solid part as heavy as asked: its edge pushed out, or in for thin lines.

    Gaps between parts close by what the parts gain, so thick stops well before they fill.
    """
    away = weight_u - MIDDLE_WEIGHT_U
    reach = away * (_THICKENED if away > 0 else _THINNED)
    if abs(reach) < 0.02 or path.is_empty:
        return path
    moved = cleaned(offset(path, reach, join="miter"), 0.05)
    kept = [c for c in moved.contours() if abs(signed_area(c)) >= _LEAST_PART_U2]
    return Path.join(kept) if kept else path


def softened(path: Path, roundness: float, radius_u: float) -> Path:
    """Return the outline with its corners rounded, `radius_u` at roundness 1."""
    share = min(1.0, max(0.0, roundness))
    return rounded_corners(path, radius_u * share) if share > 0 else path


def shaped(
    mark: Mark, request: MarkRequest, *, radius_u: float = 0.0, most_nodes: int = 60
) -> Mark:
    """Return the mark with its filled parts as heavy and as round as the request asks.

    Args:
        mark: Drawn at the middle weight, its corners sharp or rounded for other reasons.
        request: Its weight and roundness.
        radius_u: Of a corner at roundness 1; 0 leaves corners alone.
        most_nodes: Rounding doubles the nodes of corners; where that is more than this, they
            stay as they are, however round is asked.
    """
    heavy = tuple(_with(shape, grown(shape.path, request.weight_u)) for shape in mark.shapes)
    if radius_u:
        round_ones = tuple(
            _with(shape, softened(shape.path, request.roundness, radius_u)) for shape in heavy
        )
        if sum(shape.path.node_count for shape in round_ones) <= most_nodes:
            heavy = round_ones
    return replace(mark, shapes=heavy)


def _with(shape: Shape, path: Path) -> Shape:
    if shape.fill is None or shape.stroke is not None:
        return shape
    return shape.model_copy(update={"path": path})
