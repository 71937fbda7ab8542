"""How high lines stand: what a box's top and bottom touch, and where baselines lie.

Lengths are px at scale 1. Above and below are counted from the baseline of horizontal text,
right and left from the middle of a vertical column; all are positive outwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from compositor.document.layer import TextLayer
from compositor.typography.face import Face
from compositor.typography.setting.cluster import Cluster
from compositor.typography.setting.lines import Lines
from compositor.typography.setting.shape import glyph_extent
from compositor.typography.setting.stream import Stream

__all__ = ["BlockMeasure", "LineMeasure", "block_measure"]

_HAN_ASCENT_EM: Final = 0.88
_HAN_DESCENT_EM: Final = 0.12
"""The ideographic em box. Source: https://learn.microsoft.com/typography/opentype/spec/baselinetags"""
_MOST_ASCENT_EM: Final = 1.0
_MOST_DESCENT_EM: Final = 0.3
"""Faces that ask for more leave holes at the top of boxes."""


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
    measures: list[LineMeasure] = []
    baselines: list[float] = []
    for number, (first, last) in enumerate(lines.spans):
        clusters = stream.clusters[first:last] or stream.clusters[max(0, first - 1) : first + 1]
        if stream.is_vertical:
            measure = _column(clusters, display_px)
        else:
            measure = _line(clusters, layer, display_px)
        if number:
            gap = layer.paragraph_gap if number in lines.paragraph_starts else 0.0
            baselines.append(baselines[-1] + (layer.leading + gap) * measure.size)
        else:
            baselines.append(0.0)
        measures.append(measure)
    reach = [
        (at - measure.above, at + measure.below)
        for at, measure in zip(baselines, measures, strict=True)
    ]
    depth = max(low for _, low in reach) - min(high for high, _ in reach)
    return BlockMeasure(tuple(measures), tuple(baselines), depth)


def _line(clusters: list[Cluster], layer: TextLayer, display_px: float) -> LineMeasure:
    size = max(c.em for c in clusters)
    caps: list[tuple[float, float]] = []
    ends: list[tuple[float, float]] = []
    for face, run, is_chinese, em in {
        (c.face, c.run, c.kind in ("han", "mark"), c.em): None
        for c in clusters
        if c.face is not None
    }:
        shift = layer.runs[run].baseline_shift
        for found, (up, down) in (
            (caps, _cap_reach(face, is_chinese=is_chinese)),
            (ends, _em_reach(face, is_chinese=is_chinese)),
        ):
            found.append(((up + shift) * em, (down - shift) * em))
    if not caps:
        caps, ends = [(0.7 * size, 0.0)], [(_HAN_ASCENT_EM * size, _HAN_DESCENT_EM * size)]
    cap_above, cap_below = max(up for up, _ in caps), max(down for _, down in caps)
    ascent, descent = max(up for up, _ in ends), max(down for _, down in ends)
    inks = [c.ink for c in clusters if not c.ink.is_empty]
    ink_above = max((-ink.y for ink in inks), default=0.0)
    ink_below = max((ink.bottom for ink in inks), default=0.0)
    is_display = size >= display_px
    return LineMeasure(
        size=size,
        above=max(cap_above if is_display else ascent, ink_above),
        below=max(cap_below if is_display else descent, ink_below),
        cap_above=cap_above,
        cap_below=cap_below,
        ascent=ascent,
        descent=descent,
    )


def _column(clusters: list[Cluster], display_px: float) -> LineMeasure:
    size = max(c.em for c in clusters)
    half = size / 2
    inks = [c.ink for c in clusters if not c.ink.is_empty]
    right = max((ink.right for ink in inks), default=half)
    left = max((-ink.x for ink in inks), default=half)
    is_display = size >= display_px
    return LineMeasure(
        size=size,
        above=right if is_display else max(half, right),
        below=left if is_display else max(half, left),
        cap_above=half,
        cap_below=half,
        ascent=half,
        descent=half,
    )


@lru_cache(maxsize=1024)
def _cap_reach(face: Face, *, is_chinese: bool) -> tuple[float, float]:
    if is_chinese and face.covers("国"):
        box = glyph_extent(face, int(face.hb_font.get_nominal_glyph(ord("国"))))
        return -box.y, box.bottom
    return face.cap_height, 0.0


@lru_cache(maxsize=1024)
def _em_reach(face: Face, *, is_chinese: bool) -> tuple[float, float]:
    if is_chinese:
        return _HAN_ASCENT_EM, _HAN_DESCENT_EM
    return min(face.ascent, _MOST_ASCENT_EM), min(face.descent, _MOST_DESCENT_EM)
