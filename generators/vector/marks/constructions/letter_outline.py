"""Letters from fonts made ready for marks: weighted, rounded, measured."""

from __future__ import annotations

from compositor.document import FontChoice, Shape
from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference, intersection, offset
from compositor.geometry.corners import rounded_corners, with_ink_traps
from compositor.geometry.fit import cleaned, signed_area
from compositor.geometry.shapes import rectangle
from generators.vector.marks.glyphs import fitted_to, glyph
from generators.vector.marks.mark import MarkRequest

__all__ = [
    "TRAPPED_FROM_U",
    "cut_at",
    "has_left_stem",
    "has_right_stem",
    "left_stem_width",
    "letter_area",
    "runs_at",
    "trapped",
    "without_crumbs",
]


def letter_area(character: str, font: FontChoice, box: Box, request: MarkRequest) -> Path:
    """Return a letter in a box, as heavy and as round as the request asks.

    Weight is added to or taken from both sides of every stroke after fitting, so that
    heights stay; corners take the request's radius.
    """
    area = cleaned(fitted_to(glyph(character, font), box), 0.1)
    grow = max(-1.6, min(2.0, (request.weight_u - 5.0) * 0.45))
    if abs(grow) > 0.05:
        area = cleaned(fitted_to(offset(area, grow, join="miter"), box), 0.1)
    radius = 3.2 * min(1.0, max(0.0, request.roundness))
    return rounded_corners(area, radius)


TRAPPED_FROM_U = 7.0
"""Weight from which a letter is a redrawing for small sizes and gets ink traps."""


def trapped(shape: Shape) -> Shape:
    """Return the shape with its narrow inner corners opened for 16 px."""
    return shape.model_copy(update={"path": with_ink_traps(shape.path, 3.0)})


def runs_at(area: Path, y: float) -> list[tuple[float, float]]:
    """Return where a level line meets the ink: left and right ends, from the left."""
    box = area.bounds
    slit = rectangle(Box(box.x - 1, y - 0.4, box.width + 2, 0.8))
    found = [c.bounds for c in intersection(area, slit).contours() if signed_area(c) > 0]
    return sorted((b.x, b.right) for b in found)


def has_left_stem(area: Path) -> bool:
    """Whether the left edge is one upright stroke from top to bottom."""
    return _is_upright([runs_at(area, y)[:1] for y in _levels(area)], 0)


def has_right_stem(area: Path) -> bool:
    """Whether the right edge is one upright stroke from top to bottom."""
    return _is_upright([runs_at(area, y)[-1:] for y in _levels(area)], 1)


def left_stem_width(area: Path) -> float:
    """Return how wide the left upright is where nothing joins it."""
    return min(high - low for y in _levels(area) for low, high in runs_at(area, y)[:1])


def without_crumbs(path: Path, least_area: float = 10.0) -> Path:
    """Return the area without pieces too small to be meant, in few nodes."""
    kept = [c for c in path.contours() if signed_area(c) <= 0 or signed_area(c) >= least_area]
    area = Path.join(kept)
    holes = [c for c in area.contours() if signed_area(c) < 0]
    if holes and len(holes) == len(area.contours()):
        return Path()
    # Opening by a hair takes away the threads that gaps leave along an edge.
    core = offset(area, -0.9) if not area.is_empty else area
    if core.is_empty:
        return Path()
    opened = intersection(offset(core, 1.15), area)
    return cleaned(opened, 0.1, least_area=4.0)


def _levels(area: Path) -> tuple[float, ...]:
    box = area.bounds
    return tuple(box.y + box.height * share for share in (0.2, 0.38, 0.62, 0.8))


def _is_upright(runs: list[list[tuple[float, float]]], side: int) -> bool:
    if any(not run for run in runs):
        return False
    edges = [run[0][side] for run in runs]
    widths = [run[0][1] - run[0][0] for run in runs]
    return max(edges) - min(edges) < 1.5 and min(widths) < 34


def cut_at(first: Path, second: Path, gap: float, place: Box) -> Path:
    """Return the first area without a moat around the second, inside one place only."""
    moat = intersection(offset(second, gap, join="miter"), rectangle(place))
    return difference(first, moat)
