"""A mark in other colors, its outlines kept to the last digit."""

from __future__ import annotations

from compositor.document import GroupLayer, Layer, Paint, Shape, SolidPaint, VectorLayer
from compositor.layout.theme import Palette
from tools.draw_mark import mark_inks

__all__ = ["repaint_mark"]

_ROLES = ("primary", "ink", "accent", "accent2", "ground", "surface", "muted")


def repaint_mark(mark: GroupLayer, palette: Palette, *, keeps_color: bool) -> GroupLayer | None:
    """Return the mark in a palette, or None when it has paints only drawing can make.

    Args:
        mark: Its paints carry the names of palette roles.
        palette: The new one.
        keeps_color: The main color was asked for, so that it is used however it contrasts.
    """
    inks = mark_inks(palette)
    main = palette.paint("primary") if keeps_color else inks.main
    table: dict[str, SolidPaint] = {
        "mark_tint": inks.tint.model_copy(update={"color": palette.primary})
        if palette.primary == palette.ink == palette.accent
        else inks.tint,
        "primary": main,
        "ink": main,
        "accent": palette.paint("accent"),
        "accent2": palette.paint("accent2"),
    }
    is_flat = True

    def paint(old: Paint | None) -> Paint | None:
        nonlocal is_flat
        if old is None:
            return None
        if not isinstance(old, SolidPaint) or old.token not in (*_ROLES, "mark_tint"):
            is_flat = False
            return old
        if old.token in table:
            return table[old.token]
        color = {"ground": palette.ground, "surface": palette.surface, "muted": palette.muted}
        return old.model_copy(update={"color": color[old.token]})

    def shape(old: Shape) -> Shape:
        stroke = old.stroke
        if stroke is not None:
            stroke = stroke.model_copy(update={"paint": paint(stroke.paint)})
        return old.model_copy(update={"fill": paint(old.fill), "stroke": stroke})

    def visit(layer: Layer) -> Layer:
        if isinstance(layer, GroupLayer):
            return layer.model_copy(
                update={"children": tuple(visit(child) for child in layer.children)}
            )
        if isinstance(layer, VectorLayer):
            return layer.model_copy(update={"shapes": tuple(shape(s) for s in layer.shapes)})
        return layer

    found = visit(mark)
    assert isinstance(found, GroupLayer)
    return found if is_flat else None
