"""Logo colors: the allowed versions of a mark, and a mark repainted in one of them."""

from __future__ import annotations

from typing import NamedTuple

from compositor.color import Color, contrast_ratio
from compositor.color.color import BLACK, WHITE
from compositor.color.palette import readable_on
from compositor.document import GroupLayer, Layer, Paint, Shape, SolidPaint, VectorLayer, solid
from compositor.geometry import Affine, Path
from compositor.geometry.boolean import difference, outline_stroke
from compositor.geometry.fit import cleaned
from compositor.layout.theme import Palette

__all__ = ["LogoInks", "full_color", "mono", "on_color", "repainted"]


_SPARK_TONE, _LEAST_SPARK = 0.36, 2.0
_FINE = 16.0
_SEAM_U = 1.7


class LogoInks(NamedTuple):
    """Paints of one version: mark, its spark, its second tone, name, small text and ground."""

    main: SolidPaint
    spark: SolidPaint
    tint: SolidPaint
    name: SolidPaint
    quiet: SolidPaint
    ground: SolidPaint


def full_color(palette: Palette, mark: GroupLayer) -> LogoInks:
    """Return the version on the brand's ground: what the mark was drawn in."""
    paints = {paint.token: paint for paint in _paints(mark)}
    main = paints.get(_main_token(mark), palette.paint("primary"))
    spark = next((paints[t] for t in ("accent", "accent2") if t in paints), None)
    return LogoInks(
        main,
        spark or _spark(palette, palette.ground, main),
        paints.get("mark_tint", main),
        palette.paint("ink"),
        palette.paint("muted"),
        palette.paint("ground"),
    )


def on_color(palette: Palette, ground: SolidPaint, mark: GroupLayer | None = None) -> LogoInks:
    """Return the version for a colored ground: light, unless only dark can be read there.

    A mark drawn in ink stays dark where it can: a face in negative is another face.
    """
    paper = palette.ground if not palette.is_dark else palette.ink
    light = (paper, WHITE)
    others = (palette.on_primary, palette.ink, palette.ground, BLACK)
    far_enough = [c for c in (*light, *others) if contrast_ratio(c, ground.color) >= 4.6]
    large_only = [c for c in light if contrast_ratio(c, ground.color) >= 3.1]
    dark = [c for c in far_enough if c in others and c.oklch.lightness < 0.4]
    keeps_white = bool(large_only) and not any(c in far_enough for c in light)
    # A white sign on a mid tone reads better than a black one; its name then must be large.
    main = solid(large_only[0] if keeps_white else far_enough[0])
    if mark is not None and _main_token(mark) == "ink" and dark:
        main = solid(dark[0])
    spark = _spark(palette, ground.color, main)
    side = main.color.oklch.lightness - ground.color.oklch.lightness
    if (spark.color.oklch.lightness - ground.color.oklch.lightness) * side <= 0 or (
        spark.color == main.color
    ):
        # Black beside white on a mid tone looks like a shadow; a tone of the sign does not.
        paler = solid(main.color.mixed(ground.color, _SPARK_TONE))
        spark = paler if contrast_ratio(paler.color, ground.color) >= _LEAST_SPARK else main
    quiet = main
    if contrast_ratio(main.color, ground.color) < 4.6:
        quiet = solid(readable_on(ground.color, palette.ink, palette.ground, BLACK, WHITE))
    tint = solid(main.color.mixed(ground.color, 0.3))
    return LogoInks(main, spark, tint, main, quiet, ground)


def mono(ground: Color) -> LogoInks:
    """Return the one-color version: black or white, whichever the ground asks for."""
    ink = solid(readable_on(ground, BLACK, WHITE))
    return LogoInks(ink, ink, ink, ink, ink, solid(ground))


def repainted(
    mark: GroupLayer, inks: LogoInks, prefix: str, *, spark_is_hole: bool
) -> GroupLayer:
    """Return the mark in other paints, ids prefixed.

    Args:
        mark: Its paints' tokens say which is which.
        inks: The version.
        prefix: Of every id.
        spark_is_hole: In one color, the spark shows the ground.
    """
    is_mono = inks.main.color == inks.spark.color
    table: dict[str, SolidPaint] = {
        "ground": inks.ground,
        "mark_tint": inks.tint,
        "spark": inks.ground if spark_is_hole and is_mono else inks.spark,
        "main": inks.main,
    }
    main_token = _main_token(mark)
    # Gradients are made for the brand's own ground; elsewhere the form has to speak.
    keeps_gradients = not is_mono and inks.ground.token == "ground"
    is_blended = not keeps_gradients and _has_gradients(mark)

    def paint(old: Paint | None) -> Paint | None:
        if old is None or (not isinstance(old, SolidPaint) and keeps_gradients):
            return old
        if not isinstance(old, SolidPaint):
            return table["main"]
        if old.token in table:
            return table[old.token]
        return table["main" if old.token == main_token else "spark"]

    def shape(old: Shape) -> Shape:
        stroke = old.stroke
        if stroke is not None:
            stroke = stroke.model_copy(update={"paint": paint(stroke.paint)})
        return old.model_copy(update={"fill": paint(old.fill), "stroke": stroke})

    def visit(layer: Layer) -> Layer:
        update: dict[str, object] = {"id": prefix + layer.id}
        if isinstance(layer, GroupLayer):
            update["children"] = tuple(visit(child) for child in layer.children)
        elif isinstance(layer, VectorLayer):
            found = tuple(shape(s) for s in layer.shapes)
            update["shapes"] = _seamed(found) if is_blended else found
        return layer.model_copy(update=update)

    found = visit(mark)
    assert isinstance(found, GroupLayer)
    return found


def _has_gradients(layer: Layer) -> bool:
    if isinstance(layer, GroupLayer):
        return any(_has_gradients(child) for child in layer.children)
    return isinstance(layer, VectorLayer) and any(
        s.fill is not None and not isinstance(s.fill, SolidPaint) for s in layer.shapes
    )


def _seamed(shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """Filled shapes with a line of white where one lies over another: color told them apart."""
    larger = Affine.scaling(_FINE)
    rims = [
        outline_stroke(s.path.transformed(larger), 2 * _SEAM_U * _FINE) if s.fill else Path()
        for s in shapes
    ]
    made = []
    for i, shape in enumerate(shapes):
        area = shape.path.transformed(larger)
        for k, rim in enumerate(rims):
            if k > i and shape.fill and not rim.is_empty:
                area = difference(area, rim)
        if area.is_empty:
            continue
        path = cleaned(area, 0.05 * _FINE, least_area=(1.5 * _FINE) ** 2)
        changed = any(k > i for k in range(len(rims))) and shape.fill is not None
        made.append(
            shape.model_copy(update={"path": path.transformed(larger.inverse())})
            if changed
            else shape
        )
    return tuple(made)


def _paints(layer: Layer) -> list[SolidPaint]:
    """Every solid paint of a mark, in drawing order."""
    if isinstance(layer, GroupLayer):
        return [paint for child in layer.children for paint in _paints(child)]
    found: list[SolidPaint] = []
    if isinstance(layer, VectorLayer):
        for shape in layer.shapes:
            paint = shape.fill or (shape.stroke.paint if shape.stroke else None)
            if isinstance(paint, SolidPaint):
                found.append(paint)
    return found


def _main_token(mark: GroupLayer) -> str:
    """Marks are drawn in primary, or in ink where primary is too near the ground."""
    tokens = [paint.token for paint in _paints(mark)]
    return next((t for t in tokens if t in ("primary", "ink")), "primary")


def _spark(palette: Palette, ground: Color, main: SolidPaint) -> SolidPaint:
    for role in (palette.paint("accent"), palette.paint("accent2")):
        far = abs(role.color.oklch.lightness - main.color.oklch.lightness) > 0.1 or (
            abs(role.color.oklch.chroma - main.color.oklch.chroma) > 0.08
        )
        if contrast_ratio(role.color, ground) >= 2.1 and far:
            return role
    return main
