"""Horizon: one line of white runs through a whole name, and what lies below takes the spark.

The line's form is the idea: a wave for water, a ridge for mountains, an arc for sun and moon;
where the name says none of them it is level or rises on the angle.
"""

from __future__ import annotations

import math

from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference, intersection, simplify
from compositor.geometry.path import Segment
from generators.vector.marks.wordmarks.edit import Edited, Terms, said_symbol
from generators.vector.marks.wordmarks.letters import Line
from generators.vector.marks.wordmarks.scan import ink_area

__all__ = ["horizon", "profile_for"]

_PROFILES = {
    "wave": "wave",
    "drop": "wave",
    "mountain": "ridge",
    "dot": "arc",
    "moon": "arc",
}
_WORDS = {
    "wave": ("river", "lake", "sea", "water", "江", "河", "湖", "海", "溪", "水", "浪", "波"),
    "ridge": ("mountain", "peak", "山", "岭", "峰", "岳"),
    "arc": ("sun", "horizon", "dawn", "bridge", "日", "阳", "晨", "曦", "虹", "桥"),
}
_LEAST_PART = 0.004
"""Part of the name's ink under the line, or over it, that is still worth a shape."""


def profile_for(nouns: tuple[str, ...]) -> str:
    """Return the line that answers to the nouns: wave, ridge, arc, or an empty text."""
    for noun in (n.strip().lower() for n in nouns):
        for name, words in _WORDS.items():
            if any(w == noun or (not w.isascii() and w in noun) for w in words):
                return name
    return _PROFILES.get(said_symbol(nouns), "")


def horizon(line: Line, terms: Terms) -> Edited | None:
    """The name above the line stays; the name below it takes the spark's color."""
    form = profile_for(terms.nouns)
    if not form or not line.letters:
        return None
    box = Path.join(x.area for x in line.letters).bounds
    middle = box.bottom - 0.36 * min(box.height, line.cap)
    if box.bottom > 0.08 * line.cap and line.x_height < line.cap:
        middle = -0.36 * line.x_height
    points = _line(form, box, middle)
    half = 0.5 * terms.gap
    above = _below([(x, y - half) for x, y in points], box)
    below = _below([(x, y + half) for x, y in points], box)
    areas = {}
    sparks = []
    whole = sum(abs(ink_area(x.area)) for x in line.letters)
    for i, letter in enumerate(line.letters):
        areas[i] = _parts(difference(letter.area, above), whole)
        sparks.append(_parts(intersection(letter.area, below), whole))
    text = "".join(x.text for x in line.letters)
    return Edited.of(line, areas, Path.join(sparks), letter=text, profile=form)


def _line(form: str, box: Box, middle: float) -> list[tuple[float, float]]:
    """Points of the line from left to right."""
    count, left, wide = 64, box.x - 40, box.width + 80
    high = 0.085 * min(box.height, box.width)
    if form == "ridge":
        peaks = max(2, round(box.width / (1.5 * box.height)))
        step = wide / (2 * peaks)
        tops = [high * (1.5 if k % 4 == 1 else 0.9) for k in range(2 * peaks + 1)]
        return [
            (left + k * step, middle + (high if k % 2 == 0 else -tops[k]))
            for k in range(2 * peaks + 1)
        ]
    found = []
    for k in range(count + 1):
        t = k / count
        if form == "arc":
            y = middle + high * 1.6 * (1 - 2 * math.sin(math.pi * t))
        else:
            turns = max(1.0, round(box.width / box.height) * 0.5 + 0.5)
            y = middle + high * math.sin(2 * math.pi * turns * t)
        found.append((left + wide * t, y))
    return found


def _below(points: list[tuple[float, float]], box: Box) -> Path:
    """Everything under the line."""
    foot = box.bottom + box.height
    if len(points) < 40:
        return Path.polygon([*points, (points[-1][0], foot), (points[0][0], foot)])
    segments: list[Segment] = [("M", points[0])]
    for k in range(1, len(points)):
        x0, y0 = points[max(0, k - 2)]
        x1, y1 = points[k - 1]
        x2, y2 = points[k]
        x3, y3 = points[min(len(points) - 1, k + 1)]
        segments.append(
            (
                "C",
                (
                    x1 + (x2 - x0) / 6,
                    y1 + (y2 - y0) / 6,
                    x2 - (x3 - x1) / 6,
                    y2 - (y3 - y1) / 6,
                    x2,
                    y2,
                ),
            )
        )
    segments += [("L", (points[-1][0], foot)), ("L", (points[0][0], foot)), ("Z", ())]
    return simplify(Path(tuple(segments)))


def _parts(area: Path, whole: float) -> Path:
    """The area without crumbs the line leaves at strokes' ends."""
    return Path.join(c for c in area.contours() if abs(ink_area(c)) > _LEAST_PART * 0.5 * whole)
