"""Similar marks: a finished logo held against marks somebody supplies."""

from __future__ import annotations

from collections.abc import Iterator

from compositor.document import Document, GroupLayer, Layer, Shape, SolidPaint, VectorLayer
from generators.vector.marks import ink_path
from generators.vector.marks.distinct.avoid import KnownMark, similar_marks
from generators.vector.marks.distinct.shape import traits_of
from tools.logo_recipe import read_logo_recipe

__all__ = ["NO_CLEARANCE", "similar_to"]

NO_CLEARANCE = (
    "This compares shapes only; it is no claim of legal clearance. Have a trademark search "
    "made before you register or use the logo."
)


def similar_to(
    document: Document, known: tuple[KnownMark, ...]
) -> tuple[tuple[str, float], ...]:
    """Return the supplied marks that a logo's mark looks like, nearest first.

    Returns:
        Each one's file name and its distance: 0 the same shape, about 1 nothing in common.

    Raises:
        WrongArguments: The document is no logo.
    """
    kit = read_logo_recipe(document).kit
    ground = kit.theme.palette.ground
    shapes = tuple(_shapes(kit.mark))
    if kit.spark_is_hole:
        shapes = tuple(s for s in shapes if not _is_spark(s)) or shapes
    return similar_marks(traits_of(ink_path(shapes, without=ground)), known)


def _shapes(layer: Layer) -> Iterator[Shape]:
    if isinstance(layer, GroupLayer):
        for child in layer.children:
            yield from _shapes(child)
    elif isinstance(layer, VectorLayer):
        yield from layer.shapes


def _is_spark(shape: Shape) -> bool:
    return isinstance(shape.fill, SolidPaint) and shape.fill.token in ("accent", "accent2")
