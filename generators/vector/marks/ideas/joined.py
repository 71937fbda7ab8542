"""initial_motif: a letter or character that a solid motif bites into, at its best place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference, offset, simplify
from compositor.geometry.fit import cleaned
from generators.vector.marks import draw_construction
from generators.vector.marks.dials import grown, softened
from generators.vector.marks.distinct.coverage import coverage
from generators.vector.marks.glyphs import fitted_to, glyph
from generators.vector.marks.mark import (
    BOX_U,
    CannotDraw,
    Mark,
    MarkRequest,
    filled,
    finished,
    ink_path,
)

__all__ = ["draw_initial_motif"]

_SIDE_U = 40.0
_GAP_U = 3.2
_STEP_U = 4.0
_GRID_PX = 48


def draw_initial_motif(request: MarkRequest, letter: str) -> Mark:
    """Return the letter with the first subject set into it.

    The place is searched: half on the letter, half outside, as far as possible from the
    letter's middle, so that the letter stays readable.

    Raises:
        CannotDraw: There is no letter, or no solid motif answers to the subject.
    """
    if not letter:
        raise CannotDraw("an initial needs a name")
    font = request.font_latin if letter.isascii() else request.font_zh
    area = fitted_to(simplify(glyph(letter, font)), Box(8, 8, 80, 80))
    area = softened(grown(area, request.weight_u), request.roundness, 2.4)
    drawn = draw_construction("pictorial", replace(request, variant=0))
    motif = ink_path(drawn.shapes)
    if difference(motif, offset(motif, -2.2)).segments and motif.node_count > 60:
        raise CannotDraw(f"{drawn.subject} has too many parts to stand inside a letter")
    spot = _best_spot(area, motif)
    placed = fitted_to(motif, spot)
    body = cleaned(difference(area, offset(placed, _GAP_U)), least_area=18.0)
    if _ink(body) < 0.62 * _ink(area):
        raise CannotDraw(f"{letter} does not survive a {drawn.subject}")
    mark = Mark(
        shapes=(filled(body, request.inks.main), filled(cleaned(placed), request.inks.spark)),
        construction="initial_motif",
        concept=f"{letter} + {drawn.concept}",
        subject=drawn.subject,
        stroke_u=12.0,
        has_round_ends=False,
        facts={"letter": letter, "motif": drawn.subject, "gap_u": _GAP_U},
    )
    return finished(mark)


def _best_spot(area: Path, motif: Path) -> Box:
    """The square where about half of the motif's room lies on the letter, near a corner."""
    shown = coverage(area, Box(0, 0, BOX_U, BOX_U), _GRID_PX)
    tall = motif.bounds
    scale = _SIDE_U / max(tall.width, tall.height)
    w, h = tall.width * scale, tall.height * scale
    best: tuple[float, Box] | None = None
    box = area.bounds
    for x in np.arange(box.x + w * 0.3, box.right - w * 0.1, _STEP_U):
        for y in np.arange(box.y + h * 0.3, box.bottom - h * 0.1, _STEP_U):
            spot = Box(float(x - w / 2), float(y - h / 2), w, h)
            cost = abs(_share(shown, spot) - 0.45) * 2.2
            away = abs(x - box.center.x) / box.width + abs(y - box.center.y) / box.height
            # Readers look at the top left of a letter first; a bite there hurts most.
            cost += (0.5 - min(away, 1.0) * 0.5) + (0.25 if x < box.center.x else 0.0)
            if best is None or cost < best[0]:
                best = (cost, spot)
    return best[1] if best else box


def _share(shown: np.ndarray[tuple[int, ...], np.dtype[np.float64]], spot: Box) -> float:
    k = _GRID_PX / BOX_U
    rows = slice(max(0, round(spot.y * k)), max(1, round(spot.bottom * k)))
    columns = slice(max(0, round(spot.x * k)), max(1, round(spot.right * k)))
    cut = shown[rows, columns]
    return float(cut.sum()) / max(spot.area * k * k, 1e-9)


def _ink(area: Path) -> float:
    return float(coverage(area, Box(0, 0, BOX_U, BOX_U), _GRID_PX).sum())
