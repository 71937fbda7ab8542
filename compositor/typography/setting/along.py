"""Along a path: one line of text whose baseline is an outline.

Every cluster stands upright on the tangent at its middle, so that letters keep their shape.
Source: https://www.w3.org/TR/SVG2/text.html#TextpathLayoutRules
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Final

from compositor.document.layer import TextLayer
from compositor.document.text import TextPath
from compositor.errors import InvalidValue
from compositor.geometry import Box, Path, Point
from compositor.typography.block import Glyph, GlyphRun, SetLine
from compositor.typography.setting.fit import Fitted, largest_scale
from compositor.typography.setting.ink import ink_box
from compositor.typography.setting.lines import Lines
from compositor.typography.setting.measures import block_measure
from compositor.typography.setting.place import placed_lines
from compositor.typography.setting.stream import Stream

__all__ = ["Baseline", "bent_line", "directed", "fitted_along"]

_STEPS: Final = 48
"""Straight pieces to a curve: off by less than a thousandth of its length."""
_GRID: Final = 512
_MOST_STEPS: Final = 64 * _GRID


@dataclass(frozen=True)
class Baseline:
    """An outline that can be asked for the point at a distance along it.

    Attributes:
        outline: In the direction of the text.
    """

    outline: Path

    @cached_property
    def _points(self) -> list[Point]:
        line = self.outline.flattened(_STEPS)[0]
        points = line[:1]
        for point in line[1:]:
            if math.dist(point, points[-1]) > 1e-9:
                points.append(point)
        return points

    @cached_property
    def _lengths(self) -> list[float]:
        found = [0.0]
        for a, b in pairwise(self._points):
            found.append(found[-1] + math.dist(a, b))
        return found

    @property
    def length(self) -> float:
        """From its start to its end, px."""
        return self._lengths[-1]

    @property
    def is_closed(self) -> bool:
        """Whether it ends where it starts, so that text may run over the seam."""
        return math.dist(self._points[0], self._points[-1]) < 1e-6

    def at(self, distance: float) -> tuple[Point, float]:
        """Return the point at a distance in px, and its direction, clockwise degrees.

        Beyond the ends of an open outline the line goes on straight.
        """
        if self.is_closed:
            distance %= self.length
        place = min(max(1, bisect_right(self._lengths, distance)), len(self._points) - 1)
        a, b = self._points[place - 1], self._points[place]
        share = (distance - self._lengths[place - 1]) / math.dist(a, b)
        angle = math.degrees(math.atan2(b.y - a.y, b.x - a.x))
        return Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share), angle


def directed(path: TextPath) -> Path:
    """Return the first contour of a text path in the direction of the text.

    Raises:
        InvalidValue: It has no length.
    """
    contours = path.outline.contours()
    outline = contours[0] if contours else Path()
    if len({(round(p.x, 3), round(p.y, 3)) for p in outline.points()}) < 2:
        raise InvalidValue("the path of a text has no length; give it an outline to follow")
    return outline if path.side == "left" else _reversed(outline)


def fitted_along(stream: Stream, layer: TextLayer, path: TextPath, display_px: float) -> Fitted:
    """Return the text as one line at the scale that the length of the path asks for."""
    baseline = Baseline(directed(path))
    start = path.start if path.side == "left" else 1.0 - path.start
    room = baseline.length
    if not baseline.is_closed:
        before, after = start * room, (1.0 - start) * room
        if layer.align in ("left", "justify"):
            room = after
        else:
            room = before if layer.align == "right" else 2 * min(before, after)
    width = stream.width(0, len(stream.clusters))

    def fits(steps: int) -> bool:
        return width * steps / _GRID <= room + 0.01

    steps, lowest = _GRID, math.ceil(layer.min_scale * _GRID)
    if layer.fit != "none":
        top = _GRID if layer.fit == "shrink" else _MOST_STEPS
        steps = largest_scale(fits, lowest, top) or lowest
    lines = Lines(((0, len(stream.clusters)),), frozenset({0}))
    measure = block_measure(stream, layer, lines, display_px)
    return Fitted(lines, measure, steps / _GRID, not fits(steps))


def bent_line(stream: Stream, layer: TextLayer, fit: Fitted, path: TextPath) -> SetLine:
    """Return the line on its path.

    Args:
        stream: The text, shaped.
        layer: Its rules; `align` says which part of the line is at the path's start share.
        fit: The one line and its scale.
        path: What it follows.
    """
    baseline = Baseline(directed(path))
    length = stream.width(0, len(stream.clusters)) * fit.scale
    flat = layer.model_copy(
        update={"align": "left", "valign": "top", "box": Box(0, 0, length, 1.0)}
    )
    (line,) = placed_lines(stream, flat, fit)
    start = path.start if path.side == "left" else 1.0 - path.start
    back = {"center": length / 2, "right": length}.get(layer.align, 0.0)
    begin = start * baseline.length - back
    runs = tuple(_bent(run, line.baseline_px, baseline, begin) for run in line.runs)
    middle, _ = baseline.at(begin + length / 2)
    bent = SetLine(line.text, Box(0, 0, 0, 0), middle.y, runs)
    return replace(bent, box=ink_box([bent]))


def _bent(run: GlyphRun, level: float, baseline: Baseline, begin: float) -> GlyphRun:
    middles: dict[int, tuple[float, float]] = {}
    for glyph in run.glyphs:
        low, high = middles.get(glyph.cluster, (math.inf, -math.inf))
        middles[glyph.cluster] = (min(low, glyph.x), max(high, glyph.x + glyph.advance))
    glyphs = []
    for glyph in run.glyphs:
        low, high = middles[glyph.cluster]
        middle = (low + high) / 2
        point, angle = baseline.at(begin + middle)
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        across, down = glyph.x - middle, glyph.y - level
        glyphs.append(
            Glyph(
                id=glyph.id,
                x=point.x + across * cos - down * sin,
                y=point.y + across * sin + down * cos,
                advance=glyph.advance,
                cluster=glyph.cluster,
                turn_deg=angle,
            )
        )
    along = [begin + glyph.x for glyph in run.glyphs]
    if baseline.is_closed:
        along = [distance % baseline.length for distance in along]
    return replace(run, glyphs=tuple(glyphs), along_px=tuple(along))


def _reversed(outline: Path) -> Path:
    """Return a contour run through backwards."""
    closed = bool(outline.segments) and outline.segments[-1][0] == "Z"
    drawn = [segment for segment in outline.segments if segment[0] != "Z"]
    ends = [Point(*numbers[-2:]) for _, numbers in drawn]
    if closed and math.dist(ends[0], ends[-1]) > 1e-6:
        drawn.append(("L", (ends[0].x, ends[0].y)))
        ends.append(ends[0])
    segments: list[tuple[str, tuple[float, ...]]] = [("M", (ends[-1].x, ends[-1].y))]
    for place in range(len(drawn) - 1, 0, -1):
        verb, numbers = drawn[place]
        handles = [numbers[i : i + 2] for i in range(0, len(numbers) - 2, 2)]
        turned = [n for pair in reversed(handles) for n in pair]
        segments.append((verb, (*turned, ends[place - 1].x, ends[place - 1].y)))
    if closed:
        segments.append(("Z", ()))
    return Path(tuple(segments))  # type: ignore[arg-type]  # verbs are those of the outline
