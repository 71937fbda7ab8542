"""Fitting: the lines of a stream at the scale that its box asks for."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf
from typing import Final

from compositor.document.layer import TextLayer
from compositor.typography.breaks import HALVES, KEPT, NORMAL, SENSE
from compositor.typography.setting.lines import (
    Lines,
    balanced_lines,
    filled_lines,
    full_lines,
    kinder_lines,
)
from compositor.typography.setting.measures import BlockMeasure, block_measure
from compositor.typography.setting.stream import MOST_SENSED, Stream

__all__ = ["Fitted", "fitted", "largest_scale"]

_GRID: Final = 512
"""Scales are multiples of 1/512, so that every machine finds the same."""
_MOST_STEPS: Final = 64 * _GRID
_SENSE_SHARE: Final = 0.8
"""A title keeps its phrases whole when that costs no more than a fifth of its size."""
_TOLERANCE_PX: Final = 0.01


@dataclass(frozen=True)
class Fitted:
    """Lines at a scale.

    Attributes:
        lines: Where lines begin and end.
        measure: How high they stand, px at scale 1.
        scale: What to multiply every length by.
        overset: Whether they are larger than the box, or too many.
    """

    lines: Lines
    measure: BlockMeasure
    scale: float
    overset: bool


def fitted(stream: Stream, layer: TextLayer, display_px: float) -> Fitted:
    """Return the lines of a text layer at the scale its `fit` asks for.

    Words are broken only when the smallest allowed scale cannot keep them whole.

    Args:
        stream: The layer's text, shaped.
        layer: The box and the rules.
        display_px: Size at scale 1 from which a line counts as display.
    """
    room = _Room(stream, layer, display_px)

    def fits(limit: float) -> Callable[[int], bool]:
        return lambda steps: room.attempt(steps / _GRID, limit) is not None

    steps = _GRID
    lowest = math.ceil(layer.min_scale * _GRID)
    limits = _limits(stream, layer)
    limit = limits[-1]
    if layer.fit == "none":
        limit = room.kindest(limits)
    else:
        top = _GRID if layer.fit == "shrink" else _MOST_STEPS
        found = [largest_scale(fits(x), lowest, top) for x in limits]
        steps = found[-1] or lowest
        for kept, kinder in zip(found, limits, strict=True):
            if kept and kept >= _SENSE_SHARE * steps:
                steps, limit = kept, kinder
                break
    scale = steps / _GRID
    lines = room.attempt(scale, limit)
    overset = lines is None
    if lines is None:
        lines = room.forced(scale)
        overset = not room.holds(lines, scale)
    if layer.balance:
        even = balanced_lines(stream, room.length / scale, lines, limit=limit)
        lines = even if overset or room.holds(even, scale) else lines
    elif layer.align == "justify" and not lines.is_overfull:
        filled = filled_lines(stream, room.length / scale, lines)
        lines = filled if overset or room.holds(filled, scale) else lines
    elif len(stream.clusters) <= MOST_SENSED and not lines.is_overfull:
        other = kinder_lines(stream, room.length / scale, lines, limit=limit)
        lines = other if overset or room.holds(other, scale) else lines
    return Fitted(lines, block_measure(stream, layer, lines, display_px), scale, overset)


def _limits(stream: Stream, layer: TextLayer) -> list[float]:
    """Return the highest costs of breaks to try, the kindest first."""
    parts_kept = any(KEPT < cost < NORMAL for cost in stream.costs)
    limits = [SENSE] if layer.balance else []
    return [*limits, KEPT, HALVES, NORMAL] if parts_kept else [*limits, NORMAL]


def largest_scale(fits: Callable[[int], bool], lowest: int, highest: int) -> int:
    """Return the largest whole number of steps in the range that fits, or 0.

    Args:
        fits: True up to some number of steps and false beyond it.
        lowest: First of the range.
        highest: Last of the range.

    >>> largest_scale(lambda steps: steps <= 300, 1, 512)
    300
    """
    if not fits(lowest):
        return 0
    good, bad = lowest, highest + 1
    reach = min(bad, max(lowest + 1, 2 * lowest))
    while reach < bad and fits(reach):
        good, reach = reach, min(bad, 2 * reach)
    bad = reach
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if fits(middle) else (good, middle)
    return good


class _Room:
    """A layer's box, asked whether lines go into it."""

    def __init__(self, stream: Stream, layer: TextLayer, display_px: float) -> None:
        self.stream = stream
        self.layer = layer
        self.display_px = display_px
        vertical = stream.is_vertical
        self.length = layer.box.height if vertical else layer.box.width
        self.depth = layer.box.width if vertical else layer.box.height

    def attempt(self, scale: float, limit: float) -> Lines | None:
        """Return the fullest lines if they go into the box, words kept whole."""
        lines = full_lines(self.stream, self.length / scale, limit=limit)
        return lines if lines is not None and self.holds(lines, scale) else None

    def kindest(self, limits: Sequence[float]) -> float:
        """Return the lowest limit that takes at most one line more than the last does."""
        counts = [
            inf if lines is None else len(lines.spans)
            for lines in (self.attempt(1.0, limit) for limit in limits)
        ]
        return next(x for x, n in zip(limits, counts, strict=True) if n <= counts[-1] + 1)

    def forced(self, scale: float) -> Lines:
        """Return the fullest lines, words broken where they must be."""
        lines = full_lines(self.stream, self.length / scale, force=True)
        if lines is None:
            raise AssertionError("forced lines always exist")
        return lines

    def holds(self, lines: Lines, scale: float) -> bool:
        """Whether the lines are few, short and low enough at a scale."""
        if lines.is_overfull or (0 < self.layer.max_lines < len(lines.spans)):
            return False
        measure = block_measure(self.stream, self.layer, lines, self.display_px)
        return measure.depth * scale <= self.depth + _TOLERANCE_PX
