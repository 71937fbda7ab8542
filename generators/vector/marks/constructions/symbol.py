"""What a container holds: the brand's thing, else its character, else its initial."""

from __future__ import annotations

from dataclasses import dataclass

from compositor.geometry import Box, Path
from compositor.geometry.boolean import union
from compositor.geometry.fit import cleaned
from generators.vector.marks.constructions.pictorial.figure import areas_of, find_figures
from generators.vector.marks.glyphs import fitted_to, glyph
from generators.vector.marks.mark import CannotDraw, MarkRequest, center_of_weight

__all__ = ["Symbol", "silhouette", "symbol_for"]


@dataclass(frozen=True)
class Symbol:
    """A small picture as areas.

    Attributes:
        name: The figure, character or letter.
        main: What is drawn in the first paint, or left out of a container.
        spark: What is drawn in the second; possibly empty.
        idea: What it says, in English and Chinese.
    """

    name: str
    main: Path
    spark: Path
    idea: str

    @property
    def whole(self) -> Path:
        """Both areas."""
        return union(self.main, self.spark) if not self.spark.is_empty else self.main


def symbol_for(request: MarkRequest, room: Box, *, gap_u: float = 3.4) -> Symbol:
    """Return the request's symbol fitted to a room, its weight in the middle of it.

    Args:
        request: Subjects first, then the Chinese name, then the Latin one.
        room: Where it goes.
        gap_u: Between its parts, at its final size.

    Raises:
        CannotDraw: There is nothing to show.
    """
    found = find_figures(request.subjects)
    if found:
        figure = found[0]
        scale = min(room.width, room.height) / 92
        areas = areas_of(
            figure,
            weight_u=request.weight_u * 1.15,
            roundness=request.roundness,
            detail=min(request.detail, 0.39),
            gap_u=gap_u / scale,
        )
        main = Path.join(a.path for a in areas if not a.is_spark)
        spark = Path.join(a.path for a in areas if a.is_spark)
        if main.is_empty:
            main, spark = spark, Path()
        symbol = Symbol(figure.id, main, spark, f"{figure.idea} / {figure.idea_zh}")
    else:
        hanzi = request.name_zh[:1]
        letter = hanzi or request.initials[:1]
        if not letter:
            raise CannotDraw("a container needs a subject we can draw, or a name")
        font = request.font_zh if hanzi else request.font_latin
        area = cleaned(glyph(letter, font), 0.12)
        symbol = Symbol(letter, area, Path(), f"{letter} at home / {letter}，各得其所")
    return _placed(symbol, room)


def silhouette(figure_paths: tuple[Path, ...]) -> Path:
    """Return one outline around several areas, holes filled."""
    area = figure_paths[0]
    for path in figure_paths[1:]:
        area = union(area, path)
    return area


def _placed(symbol: Symbol, room: Box) -> Symbol:
    both = Path.join((symbol.main, symbol.spark))
    fitted = fitted_to(both, room)
    gx, gy = center_of_weight(fitted)
    box = fitted.bounds
    # Halfway between the box and its weight, without leaving the room by more than a hair.
    dx = max(room.x - box.x - 2, min(room.right - box.right + 2, (room.center.x - gx) * 0.7))
    dy = max(room.y - box.y - 2, min(room.bottom - box.bottom + 2, (room.center.y - gy) * 0.7))
    count = len(symbol.main.segments)
    moved = fitted.moved(dx, dy).segments
    return Symbol(symbol.name, Path(moved[:count]), Path(moved[count:]), symbol.idea)
