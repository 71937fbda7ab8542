"""Judge: a mark's numbers, and the findings where a number misses what a logo needs.

Source of the limits: design rules, logo commons (stroke 3.2 u, gap 2.4 u, live area, node
budgets), WCAG 2.2 for graphics (contrast 3).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from compositor.color import Color, contrast_ratio
from compositor.color.color import BLACK, WHITE
from compositor.document.frozen import Frozen
from compositor.document.paint import LinearGradient, SolidPaint
from compositor.geometry import Box, Path
from compositor.geometry.boolean import (
    difference,
    intersection,
    outline_stroke,
    simplify,
    union,
)
from generators.vector.marks.distinct.coverage import coverage
from generators.vector.marks.mark import BOX_U, Mark, MarkInks, ink_path, node_budget

__all__ = ["Judgment", "MarkFinding", "MarkNumbers", "judge", "mono_area"]

_FINE_PX = 192
_SMALL_PX = 16
_EDGE_PX = 288
"""Fine enough to tell a stroke of 2.4 u from one of 3.2 u."""
_BLUR_U = 3.0
_LEAST_STROKE_U = 3.2
_LEAST_GAP_U = 2.4
_LAID_ON = 0.75
"""From this share on a part lies on another because somebody put it there."""

Pixels = NDArray[np.float64]


class MarkNumbers(Frozen):
    """What was measured; shares are 0–1."""

    nodes: int
    node_budget: int
    legible_16px: float
    """How much of the form survives 16 px: correlation of the small picture with the large."""
    parts_kept_16px: float
    """Separate parts and holes still told apart at 16 px."""
    recognizable_blurred: float
    """The same correlation after a blur of 3 u."""
    off_balance: float
    """Distance of the center of gravity from the middle, as a part of the box."""
    sliver_share: float
    """Ink thinner than the least stroke."""
    clogged_share: float
    """Ground between ink narrower than the least gap, as a part of the ink."""
    ink_share: float
    contrast_on_ground: float
    contrast_on_light: float
    """Of the weakest ink the mark is drawn in, on white."""
    contrast_on_dark: float
    """The same on black."""
    overlap_share: float
    """Ink of one color partly covered by another, as a part of the smaller."""
    lost_in_mono: float
    """Part of the second color that one color would swallow."""


class MarkFinding(Frozen):
    """A fault of a mark: a hard one keeps it from being shown."""

    code: Literal[
        "nodes", "small_size", "parts", "blurred", "balance", "sliver", "gap", "contrast",
        "overlap", "mono", "ink", "cliche",
    ]  # fmt: skip
    severity: Literal["hard", "soft"]
    message: str
    value: float
    needed: float


class Judgment(Frozen):
    """A mark's numbers and findings."""

    numbers: MarkNumbers
    findings: tuple[MarkFinding, ...] = ()

    @property
    def hard(self) -> int:
        """How many findings keep the mark from being shown."""
        return sum(1 for finding in self.findings if finding.severity == "hard")

    @property
    def quality(self) -> float:
        """0–1: how well the mark does in what is measured."""
        n = self.numbers
        parts = (
            min(1.0, n.legible_16px),
            n.parts_kept_16px,
            n.recognizable_blurred,
            1 - min(1.0, n.off_balance / 0.08),
            1 - min(1.0, n.sliver_share / 0.08),
            1 - min(1.0, n.clogged_share / 0.1),
            1 - min(1.0, n.nodes / n.node_budget) * 0.5,
        )
        return round(sum(parts) / len(parts), 4)


def judge(mark: Mark, inks: MarkInks, *, spark_is_hole: bool = False) -> Judgment:
    """Return the numbers of a mark and what is wrong with it.

    Args:
        mark: Fitted into the live area.
        inks: The paints it was drawn in.
        spark_is_hole: Whether its second color shows the ground in one color.
    """
    numbers = _numbers(mark, inks, spark_is_hole=spark_is_hole)
    return Judgment(numbers=numbers, findings=tuple(_findings(numbers)))


def mono_area(mark: Mark, inks: MarkInks, *, spark_is_hole: bool = False) -> Path:
    """Return what the mark paints in one color, as one outline."""
    shapes = mark.shapes
    if spark_is_hole:
        shapes = tuple(
            s
            for s in shapes
            if not (isinstance(s.fill, SolidPaint) and s.fill.color == inks.spark.color)
        )
    return ink_path(shapes or mark.shapes, without=inks.ground.color)


def _numbers(mark: Mark, inks: MarkInks, *, spark_is_hole: bool) -> MarkNumbers:
    area = mono_area(mark, inks, spark_is_hole=spark_is_hole)
    window = Box(0, 0, BOX_U, BOX_U)
    fine, small = coverage(area, window, _FINE_PX), coverage(area, window, _SMALL_PX)
    px_per_u = _FINE_PX / BOX_U
    enlarged = ndimage.zoom(
        small, _FINE_PX / _SMALL_PX, order=1, grid_mode=True, mode="nearest"
    )
    blurred = ndimage.gaussian_filter(fine, _BLUR_U * px_per_u)
    mass = max(float(fine.sum()), 1e-9)
    rows, columns = np.mgrid[0:_FINE_PX, 0:_FINE_PX] + 0.5
    x = float((columns * fine).sum()) / mass / px_per_u
    y = float((rows * fine).sum()) / mass / px_per_u
    overlap, lost = _meetings(mark, inks)
    ink = coverage(area, window, _EDGE_PX) > 0.5
    edge_px_per_u = _EDGE_PX / BOX_U
    return MarkNumbers(
        nodes=mark.node_count,
        node_budget=node_budget(mark),
        legible_16px=_likeness(fine, enlarged),
        parts_kept_16px=_parts_kept(fine, small),
        recognizable_blurred=_likeness(fine, blurred),
        off_balance=round(float(np.hypot(x - 48, y - 48)) / BOX_U, 4),
        sliver_share=_lost_by_opening(ink, _LEAST_STROKE_U * edge_px_per_u),
        clogged_share=round(
            _lost_by_opening(~ink, _LEAST_GAP_U * edge_px_per_u)
            * float((~ink).sum())
            / max(float(ink.sum()), 1.0),
            4,
        ),
        ink_share=round(mass / _FINE_PX**2, 4),
        contrast_on_ground=round(contrast_ratio(inks.main.color, inks.ground.color), 2),
        contrast_on_light=_weakest(mark, inks, WHITE),
        contrast_on_dark=_weakest(mark, inks, BLACK),
        overlap_share=overlap,
        lost_in_mono=0.0 if spark_is_hole else lost,
    )


def _weakest(mark: Mark, inks: MarkInks, paper: Color) -> float:
    """The least contrast of the inks the mark is drawn in; covers in the ground aside."""
    found = [inks.main.color]
    for shape in mark.shapes:
        for paint in (shape.fill, shape.stroke.paint if shape.stroke else None):
            if isinstance(paint, SolidPaint) and paint.color != inks.ground.color:
                found.append(paint.color)
            elif isinstance(paint, LinearGradient):
                found += [stop.color for stop in paint.stops]
    return round(min(contrast_ratio(color, paper) for color in found), 2)


def _likeness(first: Pixels, second: Pixels) -> float:
    if first.std() < 1e-6 or second.std() < 1e-6:
        return 0.0
    return round(max(0.0, float(np.corrcoef(first.ravel(), second.ravel())[0, 1])), 4)


def _parts_kept(fine: Pixels, small: Pixels) -> float:
    """Parts and holes at 16 px over those of the large picture, at most 1."""
    kept, had = 0, 0
    for of_ink in (True, False):
        large = _parts(fine, of_ink=of_ink, least=12.0 * (_FINE_PX / BOX_U) ** 2)
        tiny = _parts(small, of_ink=of_ink, least=0.0)
        had += large
        kept += min(large, tiny)
    return round(kept / max(had, 1), 4)


def _parts(pixels: Pixels, *, of_ink: bool, least: float) -> int:
    shown = pixels > 0.42 if of_ink else pixels < 0.5
    labels, count = ndimage.label(np.pad(shown, 1, constant_values=not of_ink))
    sizes = np.bincount(labels.ravel())[1:]
    return int((sizes >= least).sum()) if count else 0


def _lost_by_opening(shown: NDArray[np.bool_], width_px: float) -> float:
    """Share of an area narrower than a width."""
    if not shown.any():
        return 0.0
    framed = np.pad(shown, 16, mode="edge")
    # Nearly a pixel of grace on either side: edges fall between pixels.
    reach = max(0.5, width_px / 2 - 0.9)
    inner = ndimage.distance_transform_edt(framed) > reach
    opened = ndimage.distance_transform_edt(~inner) <= reach + 1.0
    lost = framed & ~opened
    return round(float(lost.sum()) / float(framed.sum()), 4)


def _meetings(mark: Mark, inks: MarkInks) -> tuple[float, float]:
    """How far colors partly cover one another, and how much of the second would be lost."""
    groups: dict[str, Path] = {}
    # Strokes are meant to cross and to start on one another.
    is_lines = any(shape.stroke is not None for shape in mark.shapes)
    for shape in mark.shapes:
        for paint, area in _painted(shape.path, shape):
            if paint == inks.ground.color.hex:
                groups = {c: difference(a, area) for c, a in groups.items() if a.segments}
            else:
                old = groups.get(paint)
                groups[paint] = union(old, area) if old and old.segments else area
    main = groups.pop(inks.main.color.hex, Path())
    worst, lost = 0.0, 0.0
    for other in groups.values():
        if not other.segments or not main.segments:
            continue
        common = _area_of(intersection(main, other))
        share = common / max(min(_area_of(other), _area_of(main)), 1e-9)
        lost = max(lost, common / max(_area_of(other), 1e-9))
        worst = max(worst, min(share, 1.0))
    return 0.0 if is_lines else round(worst, 4), round(min(1.0, lost), 4)


def _painted(path: Path, shape: object) -> Iterator[tuple[str, Path]]:
    fill, stroke = getattr(shape, "fill", None), getattr(shape, "stroke", None)
    if isinstance(fill, SolidPaint):
        yield fill.color.hex, simplify(path)
    if stroke is not None and isinstance(stroke.paint, SolidPaint):
        outline = outline_stroke(path, stroke.width, cap=stroke.cap, join=stroke.join)
        yield stroke.paint.color.hex, outline


def _area_of(path: Path) -> float:
    return float(coverage(path, Box(0, 0, BOX_U, BOX_U), 96).sum()) if path.segments else 0.0


def _findings(n: MarkNumbers) -> Iterator[MarkFinding]:
    yield from _over("nodes", n.nodes, n.node_budget, n.node_budget, "nodes; join curves")
    yield from _under("small_size", n.legible_16px, 0.62, 0.42, "of the form is left at 16 px")
    yield from _under(
        "parts", n.parts_kept_16px, 0.5, 0.25, "of the parts are told apart at 16 px"
    )
    yield from _under(
        "blurred", n.recognizable_blurred, 0.6, 0.4, "of the form survives a blur"
    )
    yield from _over("balance", n.off_balance, 0.045, 0.09, "of the box off center")
    yield from _over("sliver", n.sliver_share, 0.02, 0.1, "of the ink is thinner than 3.2 u")
    yield from _over("gap", n.clogged_share, 0.03, 0.12, "of gaps are narrower than 2.4 u")
    yield from _under("contrast", n.contrast_on_ground, 3.0, 3.0, ": 1 on the ground")
    if n.overlap_share < _LAID_ON:
        yield from _over(
            "overlap", n.overlap_share, 0.12, 0.4, "of a part lies under another color"
        )
    yield from _over("mono", n.lost_in_mono, 0.35, 0.85, "of the second color is lost in one")
    yield from _under("ink", n.ink_share, 0.09, 0.05, "of the box is ink")


def _over(
    code: str, value: float, soft: float, hard: float, what: str
) -> Iterator[MarkFinding]:
    if value > soft:
        severity = "hard" if value > hard else "soft"
        limit = hard if severity == "hard" else soft
        yield _finding(code, severity, f"{value:g} {what}; at most {limit:g}", value, limit)


def _under(
    code: str, value: float, soft: float, hard: float, what: str
) -> Iterator[MarkFinding]:
    if value < soft:
        severity = "hard" if value < hard else "soft"
        limit = hard if severity == "hard" else soft
        yield _finding(code, severity, f"{value:g} {what}; at least {limit:g}", value, limit)


def _finding(
    code: str, severity: str, message: str, value: float, needed: float
) -> MarkFinding:
    return MarkFinding.model_validate(
        {
            "code": code,
            "severity": severity,
            "message": message,
            "value": round(float(value), 4),
            "needed": round(float(needed), 4),
        }
    )
