"""modular_grid: an initial on a 5 × 5 field of equal tiles, its outer corners rounded away."""

from __future__ import annotations

import numpy as np

from compositor.document import Shape
from compositor.geometry import Box, Path
from compositor.geometry.boolean import union
from compositor.geometry.shapes import KAPPA, rounded_rectangle
from generators.vector.marks.constructions.lettermark import CELLS, letter_cells
from generators.vector.marks.dials import shaped
from generators.vector.marks.doodle import doodled
from generators.vector.marks.mark import Mark, MarkRequest, filled, finished

__all__ = ["draw"]

_SIDE = 16.0
_MOST_DOTS = 13

Cell = tuple[int, int]
Bar = tuple[Cell, Cell]


def draw(request: MarkRequest) -> Mark:
    """Return a modular initial, or, without a Latin name, a symmetric field from the seed.

    Variant 0 joins the tiles, 1 sets dots, or stems where dots would be many. Letters with
    diagonals, whose tiles meet only at corners, are always dots.
    """
    letter = request.initials[:1]
    cells = letter_cells(letter) if letter else _field(request)
    on = {(x, y) for y, row in enumerate(cells) for x, cell in enumerate(row) if cell in "#o"}
    styles = ("joined", "dots") if _holds(on, cells) else ("dots",)
    style = styles[request.variant % len(styles)]
    sparks = sorted((x, y) for x, y in on if cells[y][x] == "o")
    shapes: list[Shape] = []
    body: Path | None = None
    if style == "dots":
        bars = _bars(on - set(sparks))
        shapes = [filled(_bar(bar, request), request.inks.main) for bar in bars]
        on = set(sparks)
    for x, y in sorted(on):
        tile = _bar(((x, y), (x, y)), request) if style == "dots" else _cell(x, y, on, request)
        if (x, y) in sparks:
            shapes.append(filled(tile, request.inks.spark))
        elif style == "joined":
            body = tile if body is None else union(body, tile)
        else:
            shapes.append(filled(tile, request.inks.main))
    if body is not None:
        shapes.insert(0, filled(body, request.inks.main))
    what = letter or "a field"
    mark = Mark(
        shapes=tuple(shapes),
        construction="modular_grid",
        concept=f"{what} built from one tile, the last one lit / 一格成字，点亮一格",
        subject=letter,
        stroke_u=_SIDE,
        has_round_ends=request.roundness >= 0.5,
        facts={"style": style, "cells": sum(c in "#o" for row in cells for c in row)},
    )
    done = finished(shaped(mark, request) if style == "joined" else mark)
    return doodled(done, request) if request.treatment == "doodle" else done


def _field(request: MarkRequest) -> tuple[str, ...]:
    """A mirrored field whose middle is lit and whose cells touch one another."""
    rng = np.random.default_rng((*request.seed_pair, 17))
    rows = []
    for y in range(CELLS):
        half = ["#" if rng.random() < 0.62 or (x + y) % 4 == 0 else "." for x in range(2)]
        middle = "o" if y == CELLS // 2 else "#" if y % 2 else "."
        rows.append("".join([*half, middle, *half[::-1]]))
    return tuple(rows)


def _holds(on: set[tuple[int, int]], cells: tuple[str, ...]) -> bool:
    """Whether every tile but a lit one touches another along an edge."""
    sides = ((1, 0), (-1, 0), (0, 1), (0, -1))
    return all(
        cells[y][x] == "o" or any((x + dx, y + dy) in on for dx, dy in sides) for x, y in on
    )


def _bars(on: set[Cell]) -> list[Bar]:
    """The cells as runs: single dots while they are few, else stems in one piece."""
    if len(on) <= _MOST_DOTS:
        return [(cell, cell) for cell in sorted(on)]
    left, bars = set(on), []
    while left:
        runs = [_run(cell, step, left) for cell in sorted(left) for step in ((0, 1), (1, 0))]
        run = max(runs, key=len)
        left -= set(run)
        bars.append((run[0], run[-1]))
    return sorted(bars)


def _run(cell: Cell, step: Cell, on: set[Cell]) -> list[Cell]:
    run = [cell]
    while (run[-1][0] + step[0], run[-1][1] + step[1]) in on:
        run.append((run[-1][0] + step[0], run[-1][1] + step[1]))
    return run


def _bar(bar: Bar, request: MarkRequest) -> Path:
    """One dot, or a stem of several, as thick as the weight asks."""
    side = _SIDE * (0.72 + 0.022 * request.weight_u)
    inset = (_SIDE - side) / 2
    (x0, y0), (x1, y1) = bar
    roundness = min(1.0, max(0.0, request.roundness))
    if bar[0] == bar[1]:
        return _dot(8 + (x0 + 0.5) * _SIDE, 8 + (y0 + 0.5) * _SIDE, side / 2, roundness)
    box = Box(8 + x0 * _SIDE, 8 + y0 * _SIDE, (x1 - x0 + 1) * _SIDE, (y1 - y0 + 1) * _SIDE)
    return rounded_rectangle(box.inset(inset), side / 2 * (0.3 + 0.7 * roundness))


def _dot(cx: float, cy: float, r: float, roundness: float) -> Path:
    """A dot in four nodes: a circle at roundness 1, nearly a square at 0."""
    k = r * (0.9 - (0.9 - KAPPA) * roundness)
    return Path(
        (
            ("M", (cx + r, cy)),
            ("C", (cx + r, cy + k, cx + k, cy + r, cx, cy + r)),
            ("C", (cx - k, cy + r, cx - r, cy + k, cx - r, cy)),
            ("C", (cx - r, cy - k, cx - k, cy - r, cx, cy - r)),
            ("C", (cx + k, cy - r, cx + r, cy - k, cx + r, cy)),
            ("Z", ()),
        )
    )


def _cell(x: int, y: int, on: set[Cell], request: MarkRequest) -> Path:
    box = Box(8 + x * _SIDE, 8 + y * _SIDE, _SIDE, _SIDE)

    def free(dx: int, dy: int) -> bool:
        return (x + dx, y) not in on and (x, y + dy) not in on

    radius = _SIDE / 2 * max(0.0, min(1.0, request.roundness))
    corners = [
        radius if free(dx, dy) else 0.0 for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    return _rounded(box, corners)


def _rounded(box: Box, radii: list[float]) -> Path:
    """A box with a radius of its own at each corner, from top left clockwise."""
    a, b, c, d = radii
    k = 1 - KAPPA
    x, y, r, t = box.x, box.y, box.right, box.bottom
    path = f"M{x + a} {y}L{r - b} {y}"
    path += f"C{r - b * k} {y} {r} {y + b * k} {r} {y + b}" if b else ""
    path += f"L{r} {t - c}"
    path += f"C{r} {t - c * k} {r - c * k} {t} {r - c} {t}" if c else ""
    path += f"L{x + d} {t}"
    path += f"C{x + d * k} {t} {x} {t - d * k} {x} {t - d}" if d else ""
    path += f"L{x} {y + a}"
    path += f"C{x} {y + a * k} {x + a * k} {y} {x + a} {y}" if a else ""
    return Path.from_svg(path + "Z")
