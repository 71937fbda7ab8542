"""What a container holds: the brand's thing, else its character, else its initial."""

from __future__ import annotations

from dataclasses import dataclass

from compositor.geometry import Box, Path
from compositor.geometry.boolean import union
from compositor.geometry.fit import cleaned
from generators.vector.marks.constructions.pictorial.figure import (
    Figure,
    areas_of,
    find_figures,
)
from generators.vector.marks.dials import grown, softened
from generators.vector.marks.glyphs import fitted_to, glyph
from generators.vector.marks.mark import CannotDraw, MarkRequest, center_of_weight

__all__ = ["MOST_NODES", "Symbol", "silhouette", "symbol_for"]

MOST_NODES = 46
"""Of a symbol: what a container's own outline leaves of a geometric mark's budget."""

_TOLERANCE_U = 0.08


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
        symbol = _lean(found[0], request, min(room.width, room.height) / 92, gap_u)
    else:
        hanzi = request.name_zh[:1]
        letter = hanzi or request.initials[:1]
        if not letter:
            raise CannotDraw("a container needs a subject we can draw, or a name")
        font = request.font_zh if hanzi else request.font_latin
        area = cleaned(fitted_to(glyph(letter, font), Box(8, 8, 80, 80)), 0.12)
        area = softened(grown(area, request.weight_u), request.roundness, 2.0)
        symbol = Symbol(letter, area, Path(), f"{letter} at home / {letter}，各得其所")
    return _placed(symbol, room)


def _lean(figure: Figure, request: MarkRequest, scale: float, gap_u: float) -> Symbol:
    """The figure in as many nodes as a container has left: fewer parts first, then corners.

    What is given up does not depend on how round is asked for, so that rounder stays rounder.

    Raises:
        CannotDraw: Even its fewest parts are too many.
    """

    def drawn(detail: float, roundness: float) -> Symbol:
        areas = areas_of(
            figure,
            weight_u=request.weight_u * 1.15,
            roundness=roundness,
            detail=detail,
            gap_u=gap_u / scale,
        )
        parts = [
            (cleaned(grown(a.path, request.weight_u), _TOLERANCE_U / scale), a.is_spark)
            for a in areas
        ]
        main = Path.join(path for path, is_spark in parts if not is_spark)
        spark = Path.join(path for path, is_spark in parts if is_spark)
        if main.is_empty:
            main, spark = spark, Path()
        return Symbol(figure.id, main, spark, f"{figure.idea} / {figure.idea_zh}")

    for detail in (min(request.detail, 0.39), 0.0):
        for kept in (1.0, 0.0):
            roundest = [drawn(detail, share * kept) for share in (0.5, 1.0)[: 1 + int(kept)]]
            for simpler in (_as_it_is, _in_one_paint):
                if max(_nodes(simpler(symbol)) for symbol in roundest) <= MOST_NODES:
                    return simpler(drawn(detail, request.roundness * kept))
    raise CannotDraw(f"a {figure.id.replace('_', ' ')} has too many parts for a container")


def _as_it_is(symbol: Symbol) -> Symbol:
    return symbol


def _in_one_paint(symbol: Symbol) -> Symbol:
    whole = Path.join((symbol.main, symbol.spark))
    return Symbol(symbol.name, whole, Path(), symbol.idea)


def _nodes(symbol: Symbol) -> int:
    """What a container will have of it: a spark is a hole and the part that lies in it."""
    return symbol.main.node_count + 2 * symbol.spark.node_count


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
