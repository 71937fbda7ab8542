"""A drawn wordmark in a document: its outlines, with the name live over them, unseen.

The outlines are what is looked at. The live text has no ink; search, copying, screen readers,
the text of SVG and PDF files and checks of exact wording find the name there.
"""

from __future__ import annotations

from collections.abc import Sequence

from brand_kits.line import LineStyle, line
from compositor.color import Color
from compositor.document import FontChoice, GroupLayer, Shape, SolidPaint, VectorLayer
from compositor.geometry import Affine, Box
from compositor.typography.fonts import FontSet
from compositor.typography.set_text import measure

__all__ = ["drawn_wordmark"]

_UNSEEN = SolidPaint(color=Color(0, 0, 0, 0))
_SMALLEST_PX = 4.0


def drawn_wordmark(
    shapes: tuple[Shape, ...],
    says: str,
    line_boxes: Sequence[Box],
    *,
    scale: float,
    font: FontChoice,
    fonts: FontSet,
    prefix: str,
) -> GroupLayer:
    """Return the drawing at a scale, and a line of unseen live text over each of its lines.

    Args:
        shapes: The drawing, filled outlines.
        says: Exactly what it says, a text line for each drawn line.
        line_boxes: Ink of each drawn line, in the drawing's own units.
        scale: Px to one of those units.
        font: Face of the live text.
        fonts: Where faces come from.
        prefix: Of every id.
    """
    grown = Affine.scaling(scale)
    placed = tuple(s.model_copy(update={"path": s.path.transformed(grown)}) for s in shapes)
    spoken = says.split("\n")
    drawing = VectorLayer(
        id=f"{prefix}wordmark-drawing", name=" · ".join(spoken), role="logo", shapes=placed
    )
    texts = []
    for i, (text, box) in enumerate(zip(spoken, line_boxes, strict=True)):
        at = grown.apply_box(box)
        trial = measure(text, font, 100.0, fonts=fonts).ink
        size = 100.0 * min(at.width / trial.width, at.height / trial.height)
        style = LineStyle(font, max(_SMALLEST_PX, size), _UNSEEN)
        ink = measure(text, font, style.size, fonts=fonts).ink
        baseline = at.center.y - ink.center.y
        texts.append(
            line(
                f"{prefix}name-{i + 1}",
                text,
                style,
                (at.center.x, baseline),
                fonts,
                align="center",
                role="logo",
            )
        )
    return GroupLayer(
        id=f"{prefix}wordmark", name=" · ".join(spoken), role="logo", children=(drawing, *texts)
    )
