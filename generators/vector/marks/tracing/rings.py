"""Rings: where a cover crosses one half, as closed lines between pixels' middles.

Coordinates are in px, the top left corner of the picture at (0, 0), y down. Ink lies to the
right of the way the lines run, so that eyes turn the other way than what they lie in.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generators.vector.marks.tracing.picture import Cover

__all__ = ["Ring", "rings_of"]

Ring = NDArray[np.float64]
_Edge = tuple[int, int, int]
"""Row, column, and 0 for the edge to the right or 1 for the one below."""

_TOP, _RIGHT, _LOW, _LEFT = (0, 0, 0), (0, 1, 1), (1, 0, 0), (0, 0, 1)
_WAYS: dict[int, tuple[tuple[_Edge, _Edge], ...]] = {
    1: ((_TOP, _LEFT),), 2: ((_RIGHT, _TOP),), 3: ((_RIGHT, _LEFT),), 4: ((_LOW, _RIGHT),),
    6: ((_LOW, _TOP),), 7: ((_LOW, _LEFT),), 8: ((_LEFT, _LOW),), 9: ((_TOP, _LOW),),
    11: ((_RIGHT, _LOW),), 12: ((_LEFT, _RIGHT),), 13: ((_TOP, _RIGHT),), 14: ((_LEFT, _TOP),),
}  # fmt: skip
_SADDLES = {
    (5, True): ((_TOP, _RIGHT), (_LOW, _LEFT)),
    (5, False): ((_TOP, _LEFT), (_LOW, _RIGHT)),
    (10, True): ((_LEFT, _TOP), (_RIGHT, _LOW)),
    (10, False): ((_RIGHT, _TOP), (_LEFT, _LOW)),
}


def rings_of(cover: Cover, least_area_px2: float) -> list[Ring]:
    """Return closed lines of points, without those that enclose less than an area.

    Source: W. E. Lorensen, H. E. Cline, "Marching Cubes", SIGGRAPH 1987, in two dimensions.
    """
    field = np.pad(cover, 1) - 0.5
    inked = field > 0
    code = inked[:-1, :-1] * 1 + inked[:-1, 1:] * 2 + inked[1:, 1:] * 4 + inked[1:, :-1] * 8
    follow: dict[_Edge, _Edge] = {}
    for row, column in np.argwhere((code > 0) & (code < 15)):
        r, c = int(row), int(column)
        case = int(code[r, c])
        if case in (5, 10):
            middle = float(field[r : r + 2, c : c + 2].mean()) > 0
            ways: tuple[tuple[_Edge, _Edge], ...] = _SADDLES[case, middle]
        else:
            ways = _WAYS[case]
        for start, end in ways:
            follow[_placed(start, r, c)] = _placed(end, r, c)
    found = []
    while follow:
        first = next(iter(follow))
        line = [first]
        at = follow.pop(first)
        while at != first:
            line.append(at)
            at = follow.pop(at)
        points = np.array([_crossing(field, edge) for edge in line])
        x, y = points.T
        area = float(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2
        if len(points) >= 6 and abs(area) >= least_area_px2:
            found.append(points)
    return found


def _placed(edge: _Edge, row: int, column: int) -> _Edge:
    return row + edge[0], column + edge[1], edge[2]


def _crossing(field: NDArray[np.float64], edge: _Edge) -> tuple[float, float]:
    row, column, way = edge
    a = float(field[row, column])
    b = float(field[row, column + 1] if way == 0 else field[row + 1, column])
    t = a / (a - b)
    # The pad shifts by one pixel, a pixel's middle by half of one.
    x, y = column - 0.5, row - 0.5
    return (x + t, y) if way == 0 else (x, y + t)
