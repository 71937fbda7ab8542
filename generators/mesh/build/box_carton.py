"""Cartons: walls folded around a rectangle from one board, panel by panel."""

from __future__ import annotations

import math

import numpy as np

from generators.mesh.build.sheet import Bend, Sheet, rectangle, sheet
from generators.mesh.build.sheet_folds import FoldedLine, with_rows
from generators.mesh.mesh import Floats

__all__ = ["hinge_height", "lid_sheets", "walls"]

HAIR_CM = 0.002
"""Left open between panels, so that each is a closed solid."""


def walls(
    size: tuple[float, float, float],
    *,
    thickness: float,
    fold: float = 0.08,
    gusset: float = 0.0,
    back_height: float | None = None,
) -> tuple[Sheet, Sheet, Sheet, Sheet]:
    """Return front, right, back and left of an open box standing on zero, outside outward.

    Args:
        size: Width, depth and height, cm.
        thickness: Of the board, cm.
        fold: Radius of the folds, cm.
        back_height: Of the back, where a lid goes on from it.
        gusset: How far the sides are pressed in at the top, cm, as those of bags are.
    """
    width, depth, height = size
    fold = max(fold, thickness * 0.6)
    long, short = width - 2 * fold - thickness, depth - 2 * fold - thickness
    bend_way = fold * math.pi / 2
    pieces = [(bend_way / 2, 45.0)]
    for side in (long, short, long, short):
        pieces += [(side, 0.0), (bend_way, 90.0)]
    pieces[-1] = (bend_way / 2, 45.0)
    half = fold * math.sin(math.pi / 4)
    start = (-width / 2 + thickness / 2 + fold - half, -depth / 2 + thickness / 2 + fold - half)
    line = FoldedLine.of(*pieces, start=start, heading=-45.0)
    sheets = []
    way = 0.0
    for index, side in enumerate((long, short, long, short)):
        length = side + bend_way
        knots = _columns(length, bend_way / 2, has_crease=gusset > 0 and index % 2 == 1)
        press = gusset if index % 2 else 0.0
        plan = _standing(line, way + length / 2, (length, height), press)
        rows = 24 if gusset else 2
        tall = back_height if index == 2 and back_height is not None else height
        sheets.append(
            sheet(
                rectangle(length - HAIR_CM, tall, rows=rows),
                plan,
                thickness=thickness,
                columns=knots,
            )
        )
        way += length
    return sheets[0], sheets[1], sheets[2], sheets[3]


def _columns(length: float, fold: float, *, has_crease: bool) -> Floats:
    """Return shares of the width at which a panel between two half folds needs points."""
    turn = np.linspace(0, fold, 5) / length
    inner = np.linspace(turn[-1], 1 - turn[-1], 4)
    if has_crease:
        near = np.array([-0.02, -0.01, 0.0, 0.01, 0.02]) + 0.5
        inner = np.sort(np.concatenate([inner, near]))
    return np.unique(np.concatenate([turn, inner, 1 - turn]))


def _standing(
    line: FoldedLine, middle: float, size: tuple[float, float], gusset: float
) -> Bend:
    length, height = size

    def bend(points: Floats) -> Floats:
        x, y, heading = line.at(points[:, 0] + middle)
        if gusset:
            share = np.clip(1 - np.abs(points[:, 0]) / (length / 2), 0, 1)
            press = gusset * share * np.clip(points[:, 1] / height, 0, 1) ** 1.3
            ease = np.sqrt(press**2 + 0.01) - 0.1
            x, y = x - ease * np.sin(heading), y + ease * np.cos(heading)
        return np.column_stack([x, y, points[:, 1]])

    return bend


def hinge_height(height: float, thickness: float, fold: float) -> float:
    """Return how high the back wall of a box is below the fold of its lid, cm."""
    return height + thickness * 0.55 - fold


def lid_sheets(
    size: tuple[float, float, float],
    *,
    thickness: float,
    open_degrees: float,
    tuck: float,
    tuck_degrees: float,
    fold: float = 0.1,
    is_inset: bool = True,
) -> tuple[Sheet, Sheet, FoldedLine]:
    """Return the lid hinged at the back, its tuck flap, and the line they lie on.

    Args:
        size: Of the box: width, depth, height, cm.
        thickness: Of the board.
        open_degrees: 0 is shut.
        tuck: Length of the flap, cm.
        tuck_degrees: How far the flap is folded from the lid.
        fold: Radius of the folds.
        is_inset: Whether it lies between the side walls rather than over them.
    """
    width, depth, height = size
    hinge = 90.0 - open_degrees
    way = fold * math.pi / 2
    run = depth - 2 * fold - thickness * 2.2
    line = FoldedLine.of(
        (way, hinge), (run, 0.0), (way, tuck_degrees), (tuck, 0.0),
        start=(depth / 2 - thickness / 2, hinge_height(height, thickness, fold)), heading=90.0,
    )  # fmt: skip
    cut = way + run + way / 2
    across = width - 2 * thickness if is_inset else width - 0.06
    corner = min(tuck * 0.45, across * 0.2)
    lid = sheet(
        with_rows(rectangle(across, cut), line.rows(0, cut)),
        _turned_along(line, 0.0),
        thickness=thickness,
    )
    flap_outline = rectangle(
        width - 2 * thickness - 0.3, line.length - cut, corner, top_only=True
    )
    flap = sheet(
        with_rows(flap_outline, line.rows(cut) - cut),
        _turned_along(line, cut),
        thickness=thickness,
    )
    return lid, flap, line


def _turned_along(line: FoldedLine, begin: float) -> Bend:
    """Bend along a line that runs to the front, so that the outside is up when shut."""

    def bend(points: Floats) -> Floats:
        y, z, _ = line.at(points[:, 1] + begin)
        return np.column_stack([-points[:, 0], y, z])

    return bend
