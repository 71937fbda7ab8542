"""Ways to bend a sheet: along a folded line, curled, waved."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generators.mesh.build.sheet import Bend, Outline

__all__ = ["FoldedLine", "along", "around", "with_rows"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class FoldedLine:
    """A line in the (y, z) plane: straight runs and round folds, by way covered.

    Attributes:
        knots: (k,) way at which each piece begins, cm; the last is the whole length.
        starts: (k, 3) y, z and heading in radians there; heading 0 runs to +y.
        bends: (k,) turn per cm on each piece, radians; positive turns up from +y.
    """

    knots: Floats
    starts: Floats
    bends: Floats

    @classmethod
    def of(
        cls,
        *pieces: tuple[float, float],
        start: tuple[float, float] = (0.0, 0.0),
        heading: float = 0.0,
    ) -> FoldedLine:
        """Return the line of pieces (length in cm, turn in degrees)."""
        y, z = start
        angle = np.radians(heading)
        knots, starts, bends, way = [0.0], [(y, z, angle)], [], 0.0
        for length, degrees in pieces:
            bend = np.radians(degrees) / length
            middle = angle + bend * length / 2
            chord = length * np.sinc(bend * length / 2 / np.pi)
            y, z = y + chord * np.cos(middle), z + chord * np.sin(middle)
            angle += bend * length
            way += length
            knots.append(way)
            starts.append((y, z, angle))
            bends.append(bend)
        return cls(np.array(knots), np.array(starts), np.array([*bends, 0.0]))

    @property
    def length(self) -> float:
        """The whole way, cm."""
        return float(self.knots[-1])

    def at(self, way: Floats) -> tuple[Floats, Floats, Floats]:
        """Return y, z and heading at each `way`; straight on beyond the ends."""
        piece = np.clip(
            np.searchsorted(self.knots, way, side="right") - 1, 0, len(self.bends) - 1
        )
        over = way - self.knots[piece]
        bend = np.where(way < 0, 0.0, self.bends[piece])
        start = self.starts[piece]
        middle = start[:, 2] + bend * over / 2
        chord = over * np.sinc(bend * over / 2 / np.pi)
        return (
            start[:, 0] + chord * np.cos(middle),
            start[:, 1] + chord * np.sin(middle),
            start[:, 2] + bend * over,
        )

    def rows(self, low: float = 0.0, high: float | None = None) -> Floats:
        """Return heights a sheet along the line needs, from `low` to `high`."""
        high = self.length if high is None else high
        ways = [np.array([low, high])]
        for index, bend in enumerate(self.bends[:-1]):
            begin, end = self.knots[index], self.knots[index + 1]
            steps = max(1, int(np.ceil(abs(bend) * (end - begin) / np.radians(9))))
            ways.append(np.linspace(begin, end, steps + 1))
        every = np.unique(np.round(np.concatenate(ways), 9))
        return every[(every >= low - 1e-9) & (every <= high + 1e-9)]


def along(line: FoldedLine) -> Bend:
    """Bend a sheet along a line: across stays x, up follows the line."""

    def bend(points: Floats) -> Floats:
        y, z, _ = line.at(points[:, 1])
        return np.column_stack([points[:, 0], y, z])

    return bend


def with_rows(outline: Outline, heights: Floats) -> Outline:
    """Return the outline with rows at `heights` too."""
    low, high = outline.heights[0], outline.heights[-1]
    inner = heights[(heights > low + 1e-6) & (heights < high - 1e-6)]
    apart = np.abs(inner[:, None] - outline.heights[None]).min(axis=1) if len(inner) else inner
    every = np.sort(np.concatenate([outline.heights, inner[apart > 1e-6]]))
    return Outline(
        every,
        np.interp(every, outline.heights, outline.left),
        np.interp(every, outline.heights, outline.right),
    )


def around(radius: float, low: float = 0.0) -> Bend:
    """Bend a sheet around a cylinder on z, its middle at the front, from height `low`."""

    def bend(points: Floats) -> Floats:
        angle = points[:, 0] / radius
        return np.column_stack(
            [radius * np.sin(angle), -radius * np.cos(angle), points[:, 1] + low]
        )

    return bend
