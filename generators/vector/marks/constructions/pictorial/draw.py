"""pictorial: the brand's thing as a solid figure, one feature larger than life."""

from __future__ import annotations

from generators.vector.marks.constructions.pictorial.figure import (
    GAP_U,
    areas_of,
    figures,
    find_figures,
)
from generators.vector.marks.dials import shaped
from generators.vector.marks.doodle import doodled
from generators.vector.marks.mark import CannotDraw, Mark, MarkRequest, filled, finished

__all__ = ["draw"]


def draw(request: MarkRequest) -> Mark:
    """Return the first fitting figure; the variant moves down the list.

    Raises:
        CannotDraw: No figure answers to the nouns.
    """
    found = find_figures(request.subjects)
    if not found:
        raise CannotDraw(
            f"no figure for {', '.join(request.subjects) or 'no subject'}; "
            f"there are: {', '.join(figures())}"
        )
    figure = found[request.variant % len(found)]
    areas = areas_of(
        figure,
        weight_u=request.weight_u,
        roundness=request.roundness,
        detail=request.detail,
    )
    inks = request.inks
    mark = Mark(
        shapes=tuple(filled(a.path, inks.spark if a.is_spark else inks.main) for a in areas),
        construction="pictorial",
        concept=f"{figure.idea} / {figure.idea_zh}",
        subject=figure.id,
        stroke_u=max(3.4, request.weight_u * 1.1),
        has_round_ends=request.roundness >= 0.35,
        facts={
            "features": ", ".join(figure.features),
            "exaggerates": figure.exaggerates,
            "gap_u": GAP_U,
            "parts": len(areas),
            "detail": request.detail,
        },
    )
    done = finished(shaped(mark, request))
    return doodled(done, request) if request.treatment == "doodle" else done
