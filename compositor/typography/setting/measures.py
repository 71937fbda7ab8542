"""How high lines stand: what a box's top and bottom touch, and where baselines lie.

Lengths are px at scale 1. Above and below are counted from the baseline of horizontal text,
right and left from the middle of a vertical column; all are positive outwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from compositor.document.layer import TextLayer
from compositor.typography.setting.lines import Lines
from compositor.typography.setting.stream import Stream

__all__ = ["BlockMeasure", "LineMeasure", "block_measure"]


@dataclass(frozen=True, slots=True)
class LineMeasure:
    """One line.

    Attributes:
        size: Its largest em.
        above: From the baseline to what the top of a box touches.
        below: To what the bottom of a box touches.
        cap_above: To the top of capitals, or of ideographs where there are any.
        cap_below: To the foot of capitals, or of ideographs.
        ascent: Top of the line's own box.
        descent: Bottom of the line's own box.
    """

    size: float
    above: float
    below: float
    cap_above: float
    cap_below: float
    ascent: float
    descent: float


@dataclass(frozen=True, slots=True)
class BlockMeasure:
    """All lines.

    Attributes:
        lines: One for each, in order.
        baselines: From the first baseline to each.
        depth: From what the box's top touches to what its bottom touches.
    """

    lines: tuple[LineMeasure, ...]
    baselines: tuple[float, ...]
    depth: float


def block_measure(
    stream: Stream, layer: TextLayer, lines: Lines, display_px: float
) -> BlockMeasure:
    """Return how high the lines stand.

    A line of display size (`display_px` or more) reaches from the top of its capitals, or of
    its ideographs, to its baseline, or to the foot of its ideographs; further where ink goes
    further. A smaller line reaches from its ascent to its descent.
    """
    reaches = stream.reaches
    measures: list[LineMeasure] = []
    baselines: list[float] = []
    for number, (first, last) in enumerate(lines.spans):
        part = reaches[first:last] if last > first else reaches[max(0, first - 1) : first + 1]
        measure = _line(part.max(axis=0).tolist(), display_px, vertical=stream.is_vertical)
        if number:
            gap = layer.paragraph_gap if number in lines.paragraph_starts else 0.0
            baselines.append(baselines[-1] + (layer.leading + gap) * measure.size)
        else:
            baselines.append(0.0)
        measures.append(measure)
    pairs = list(zip(baselines, measures, strict=True))
    depth = max(at + m.below for at, m in pairs) - min(at - m.above for at, m in pairs)
    return BlockMeasure(tuple(measures), tuple(baselines), depth)


def _line(reach: list[float], display_px: float, *, vertical: bool) -> LineMeasure:
    size, ascent, descent, cap_above, cap_below, ink_above, ink_below = reach
    if ascent == -inf:
        ascent, descent, cap_above, cap_below = 0.88 * size, 0.12 * size, 0.7 * size, 0.0
    above, below = max(ascent, ink_above), max(descent, ink_below)
    if size >= display_px:
        above, below = max(cap_above, ink_above), max(cap_below, ink_below)
        if vertical and ink_above > -inf:
            above, below = ink_above, ink_below
    return LineMeasure(
        size=size,
        above=above,
        below=below,
        cap_above=cap_above,
        cap_below=cap_below,
        ascent=ascent,
        descent=descent,
    )
