"""lettermark: an initial built from heavy lines and arcs, one stroke of it set apart."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path as FilePath

from compositor.document import Shape
from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import Cap, Join, difference, offset, outline_stroke, union
from compositor.geometry.fit import cleaned
from compositor.geometry.shapes import rectangle, superellipse
from generators.vector.marks.constructions.letter_outline import TRAPPED_FROM_U, trapped
from generators.vector.marks.dials import softened
from generators.vector.marks.doodle import doodled
from generators.vector.marks.mark import (
    CannotDraw,
    Mark,
    MarkRequest,
    filled,
    finished,
)
from generators.vector.marks.pen import PenStroke, read_strokes

__all__ = ["CELLS", "STYLES", "draw", "letter_cells"]

CELLS = 5
"""Rows and columns of a letter's bitmap."""

_GAP = 0.3
"""Of the stroke: between the letter and the stroke set apart."""


def draw(request: MarkRequest) -> Mark:
    """Return the first initial; the variant picks stencil, inline, speed or tile.

    Raises:
        CannotDraw: The brand has no Latin name.
    """
    letter = request.initials[:1]
    if letter not in _letters():
        raise CannotDraw("a lettermark needs a name_latin that begins with A to Z")
    names = list(STYLES)
    style = names[request.variant % len(names)]
    stroke = 13 + 5 * min(1.0, max(0.0, (request.weight_u - 3.2) / 4))
    shapes, idea = STYLES[style](letter, stroke, request)
    if request.weight_u >= TRAPPED_FROM_U:
        shapes = [trapped(s) for s in shapes]
    mark = Mark(
        shapes=tuple(shapes),
        construction="lettermark",
        concept=f"{letter}: {idea}",
        subject=letter,
        stroke_u=stroke,
        has_round_ends=request.roundness >= 0.5,
        facts={"style": style, "letter": letter, "stroke_u": round(stroke, 2)},
    )
    done = finished(mark)
    return doodled(done, request) if request.treatment == "doodle" else done


def letter_cells(letter: str) -> tuple[str, ...]:
    """Return the bitmap of a capital: ``#`` on, ``o`` on in the spark paint, ``.`` off."""
    return _letters()[letter][1]


@cache
def _letters() -> dict[str, tuple[tuple[PenStroke, ...], tuple[str, ...]]]:
    plain = json.loads(FilePath(__file__).with_name("letters.json").read_text("utf-8"))
    return {
        key: (read_strokes(entry["strokes"]), tuple(entry["cells"]))
        for key, entry in plain["letters"].items()
    }


def _areas(letter: str, stroke: float, roundness: float) -> tuple[Path, Path]:
    """The letter's body and the part set apart, as areas."""
    cap: Cap = "round" if roundness >= 0.5 else "butt"
    join: Join = "round" if roundness >= 0.5 else "miter"
    body: Path | None = None
    apart = Path()
    for pen in _letters()[letter][0]:
        area = (
            pen.path
            if pen.is_filled
            else outline_stroke(pen.path, stroke, cap=cap, join=join, miter=8)
        )
        if pen.is_spark:
            apart = area
        else:
            body = area if body is None else union(body, area)
    return body or Path(), apart


def _stencil(letter: str, stroke: float, request: MarkRequest) -> tuple[list[Shape], str]:
    body, apart = _areas(letter, stroke, request.roundness)
    body = difference(body, offset(apart, stroke * _GAP, join="miter"))
    inks = request.inks
    return (
        [filled(body, inks.main), filled(apart, inks.spark)],
        "one stroke set apart by a constant gap / 一笔独立，间隙恒定",
    )


def _inline(letter: str, stroke: float, request: MarkRequest) -> tuple[list[Shape], str]:
    body, apart = _areas(letter, stroke * 1.15, request.roundness)
    whole = union(difference(body, offset(apart, stroke * 0.22)), apart)
    thin = offset(whole, -stroke * 0.38)
    return (
        [filled(difference(whole, thin), request.inks.main)],
        "drawn as a track: two rails, one way / 字即跑道，双线同行",
    )


def _speed(letter: str, stroke: float, request: MarkRequest) -> tuple[list[Shape], str]:
    body, apart = _areas(letter, stroke * 1.3, 0.0)
    lean = Affine(1, 0, -0.24, 1, 11.5, 0)
    area = union(body, apart).transformed(lean)
    box = area.bounds
    cut = Path()
    slots = (2.6, 3.6, 4.8) if request.detail >= 0.3 else (3.0, 4.4)
    for i, thickness in enumerate(slots):
        y = box.y + box.height * (0.42 + 0.19 * i)
        reach = box.width * (0.34 + 0.13 * i)
        slot = rectangle(Box(box.x - 2, y, reach, thickness))
        cut = union(cut, slot) if cut.segments else slot
    body = softened(cleaned(difference(area, cut)), request.roundness, 2.0)
    return (
        [filled(body, request.inks.main)],
        "leaning into the bend, air cutting through / 前倾入弯，风穿其间",
    )


def _tile(letter: str, stroke: float, request: MarkRequest) -> tuple[list[Shape], str]:
    body, apart = _areas(letter, stroke, request.roundness)
    body = difference(body, offset(apart, stroke * _GAP, join="miter"))
    fit = Affine(0.62, 0, 0, 0.62, 48 * 0.38, 48 * 0.38)
    tile = superellipse(48, 48, 40, 40, 7.0 - 3.0 * min(1.0, max(0.0, request.roundness)))
    inks = request.inks
    knocked = difference(difference(tile, body.transformed(fit)), apart.transformed(fit))
    return (
        [filled(knocked, inks.main), filled(apart.transformed(fit), inks.spark)],
        "cut out of its tile, the idea left in / 由底中取字，留一点心意",
    )


Style = Callable[[str, float, MarkRequest], tuple[list[Shape], str]]
STYLES: dict[str, Style] = {
    "stencil": _stencil,
    "inline": _inline,
    "speed": _speed,
    "tile": _tile,
}
