"""Profiles for the lathe: polylines in (radius, height), cm, with rounded corners."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

__all__ = ["Corner", "Profile", "cone", "profile"]

Floats = NDArray[np.float64]
Corner = tuple[float, float] | tuple[float, float, float]
"""Radius, height and, if the corner is rounded, by which radius; cm."""

ARC_STEP_DEGREES = 13.0


@dataclass(frozen=True, eq=False)
class Profile:
    """What is turned on the lathe, the outside on the right of the way along it.

    So a solid runs from the axis below outward, up, and back to the axis.

    Attributes:
        runs: Smooth stretches, each (k, 2) points and (k, 2) outward unit normals.
    """

    runs: tuple[tuple[Floats, Floats], ...]

    @property
    def points(self) -> Floats:
        """All points in order."""
        return np.vstack([points for points, _ in self.runs])

    @property
    def length(self) -> float:
        """How long it is, cm."""
        return float(sum(np.hypot(*np.diff(points, axis=0).T).sum() for points, _ in self.runs))


def _unit(vector: Floats) -> Floats:
    length = float(np.hypot(vector[0], vector[1]))
    return vector / length if length > 1e-12 else vector


def _right_of(direction: Floats) -> Floats:
    return np.array([direction[1], -direction[0]])


def _arc(corner: Floats, before: Floats, after: Floats, reach: float) -> tuple[Floats, Floats]:
    """Return points and normals of the arc that touches both legs `reach` from the corner."""
    turn = float(np.arctan2(before[0] * after[1] - before[1] * after[0], before @ after))
    steps = max(2, int(np.ceil(np.degrees(abs(turn)) / ARC_STEP_DEGREES)))
    radius = reach / np.tan(abs(turn) / 2)
    side = 1.0 if turn > 0 else -1.0
    center = corner - before * reach - side * radius * _right_of(before)
    angles = np.linspace(0, turn, steps + 1)
    first = _right_of(before)
    normals = np.column_stack(
        [
            first[0] * np.cos(angles) - first[1] * np.sin(angles),
            first[0] * np.sin(angles) + first[1] * np.cos(angles),
        ]
    )
    return center + side * radius * normals, normals


def profile(*corners: Corner) -> Profile:
    """Return the profile through `corners`; fillets too large for their legs shrink.

    >>> profile((0, 0), (2, 0, 0.5), (2, 3), (0, 3)).points.max()
    3.0
    """
    points = [np.array(corner[:2], dtype=np.float64) for corner in corners]
    fillets = [corner[2] if len(corner) == 3 else 0.0 for corner in corners]
    fillets[0] = fillets[-1] = 0.0
    legs = [_unit(b - a) for a, b in pairwise(points)]
    lengths = [float(np.hypot(*(b - a))) for a, b in pairwise(points)]
    runs: list[tuple[Floats, Floats]] = []
    run_points: list[Floats] = [points[0]]
    run_normals: list[Floats] = [_right_of(legs[0])]
    last = len(points) - 1
    for index in range(1, last):
        before, after = legs[index - 1], legs[index]
        turn = float(np.arctan2(before[0] * after[1] - before[1] * after[0], before @ after))
        if abs(turn) < 1e-6:
            run_points.append(points[index])
            run_normals.append(_right_of(before))
            continue
        room = min(
            lengths[index - 1] * (0.5 if fillets[index - 1] else 1.0),
            lengths[index] * (0.5 if fillets[index + 1] else 1.0),
        )
        reach = min(fillets[index] * abs(np.tan(turn / 2)), room * 0.999)
        if reach > 1e-9:
            arc_points, arc_normals = _arc(points[index], before, after, reach)
            run_points.extend(arc_points)
            run_normals.extend(arc_normals)
        else:
            run_points.append(points[index])
            run_normals.append(_right_of(before))
            runs.append((np.array(run_points), np.array(run_normals)))
            run_points, run_normals = [points[index]], [_right_of(after)]
    run_points.append(points[last])
    run_normals.append(_right_of(legs[-1]))
    runs.append((np.array(run_points), np.array(run_normals)))
    return Profile(tuple(runs))


def cone(low: tuple[float, float], high: tuple[float, float], rows: int = 16) -> Profile:
    """Return a straight printed wall with rows close enough that artwork is not sheared."""
    return profile(*((float(r), float(z)) for r, z in np.linspace(low, high, rows + 1)))
