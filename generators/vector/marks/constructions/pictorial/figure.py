"""Figures: things drawn as a few solid parts, and how their parts become areas.

A figure is a list of parts, lowest first; a part is a list of strokes in the notation of
`pen.py`, each after at most these marks, in this order::

    d0.4    only when the request's detail is at least 0.4
    - or &  taken away from the part, or all that is kept of it; else added
    =       on the first stroke: the part belongs to the lowest one and passes over the rest
    *       on the first stroke: the part takes the spark paint
    @6      width of an open stroke at weight 5; it follows the weight asked for

Every part pushes a gap out of the parts below it, so
nothing overlaps and nothing needs an outline. All lengths are in u.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from compositor.geometry import Path
from compositor.geometry.boolean import (
    difference,
    intersection,
    offset,
    outline_stroke,
    simplify,
    union,
)
from compositor.geometry.corners import rounded_corners
from compositor.geometry.fit import cleaned, signed_area
from generators.vector.marks.pen import read_strokes

__all__ = ["Area", "Figure", "areas_of", "figures", "find_figures"]

GAP_U = 3.4
ROUNDEST_U = 4.2
_SHEETS = ("animals", "nature", "objects", "signs")
_STROKE = re.compile(r"^(?:d([\d.]+) )?([-&=])?(\*?)(?:@([\d.]+) )?(.+)$")


@dataclass(frozen=True)
class _Stroke:
    """One line of a part, read."""

    from_detail: float
    sign: str
    width_u: float
    text: str

    @property
    def is_spark(self) -> bool:
        return "*" in self.text[:3]


@dataclass(frozen=True)
class Figure:
    """A thing.

    Attributes:
        id: Its name.
        nouns: Words it answers to, English in lower case and Chinese.
        features: The five that make it what it is.
        exaggerates: The feature drawn larger than life.
        idea: What it says, in English.
        idea_zh: The same in Chinese.
        parts: Its strokes, part by part, lowest first.
    """

    id: str
    nouns: tuple[str, ...]
    features: tuple[str, ...]
    exaggerates: str
    idea: str
    idea_zh: str
    parts: tuple[tuple[_Stroke, ...], ...]


@dataclass(frozen=True)
class Area:
    """One part as it is painted: free of overlaps, a gap away from the others."""

    path: Path
    is_spark: bool


@cache
def figures() -> dict[str, Figure]:
    """Return every figure by id."""
    found: dict[str, Figure] = {}
    here = files("generators.vector.marks.constructions.pictorial")
    for sheet in _SHEETS:
        plain = json.loads((here / f"{sheet}.json").read_text("utf-8"))
        for key, entry in plain["figures"].items():
            found[key] = Figure(
                key,
                tuple(entry["nouns"]),
                tuple(entry["features"]),
                entry["exaggerates"],
                entry["idea"][0],
                entry["idea"][1],
                tuple(tuple(_read(text) for text in part) for part in entry["parts"]),
            )
    return found


def find_figures(nouns: tuple[str, ...]) -> tuple[Figure, ...]:
    """Return the figures that answer to the nouns, best match first, without repeats.

    A noun that is one of a figure's words beats one that only contains it.
    """
    ranked: list[tuple[int, int, int, Figure]] = []
    for place, noun in enumerate(n.strip().lower() for n in nouns if n.strip()):
        for order, figure in enumerate(figures().values()):
            words = (figure.id.replace("_", " "), *figure.nouns)
            if noun in (figure.id, words[0]):
                ranked.append((-1000, place, order, figure))
            elif noun in words:
                ranked.append((-900, place, order, figure))
            else:
                longest = max((len(w) for w in words if _holds(noun, w)), default=0)
                if longest:
                    ranked.append((-longest, place, order, figure))
    ranked.sort(key=lambda row: (row[0] > -900, row[1], row[0], row[2]))
    found: list[Figure] = []
    for _, _, _, figure in ranked:
        if figure not in found:
            found.append(figure)
    return tuple(found)


def areas_of(
    figure: Figure,
    *,
    weight_u: float = 5.0,
    roundness: float = 0.5,
    detail: float = 0.5,
    gap_u: float = GAP_U,
) -> tuple[Area, ...]:
    """Return a figure's parts as areas, lowest first, the gaps already taken out."""
    radius = ROUNDEST_U * min(1.0, max(0.0, roundness))
    drawn: list[Area] = []
    for part in figure.parts:
        body = _body(part, weight_u, detail, radius)
        if body.is_empty:
            continue
        moat = offset(body, gap_u)
        is_over = part[0].sign == "=" and bool(drawn)
        lowest = drawn[:1] if is_over else []
        cut = [Area(difference(a.path, moat), a.is_spark) for a in drawn[len(lowest) :]]
        if lowest:
            drawn = [Area(union(lowest[0].path, body), lowest[0].is_spark), *cut]
        else:
            drawn = [*cut, Area(body, part[0].is_spark)]
    kept = (Area(_whole(a.path), a.is_spark) for a in drawn)
    return tuple(a for a in kept if not a.path.is_empty)


def _whole(path: Path) -> Path:
    """The area in few nodes, without the crumbs a gap leaves behind."""
    crumb = 7.0
    solid = Path.join(
        c for c in path.contours() if signed_area(c) <= 0 or abs(signed_area(c)) >= crumb
    )
    if solid.is_empty:
        return solid
    return cleaned(solid)


def _body(part: tuple[_Stroke, ...], weight_u: float, detail: float, radius: float) -> Path:
    """The part on its own: what is added, then what is taken away."""
    if part[0].from_detail > detail:
        return Path()
    body = Path()
    kept = [s for s in part if s.from_detail <= detail]
    for stroke in (s for s in kept if s.sign in "="):
        area = _area(stroke, weight_u)
        body = union(body, area) if body.segments else area
    # A small part takes a small radius, or its points would turn to pebbles.
    body = Path.join(
        rounded_corners(c, min(radius, 0.09 * radius * _shorter(c) / ROUNDEST_U))
        for c in cleaned(body).contours()
    )
    for stroke in (s for s in kept if s.sign in ("-", "&")):
        area = _area(stroke, weight_u)
        body = (difference if stroke.sign == "-" else intersection)(body, area)
    return body


def _shorter(path: Path) -> float:
    return min(path.bounds.width, path.bounds.height)


def _area(stroke: _Stroke, weight_u: float) -> Path:
    area = Path()
    for pen in read_strokes([stroke.text]):
        is_closed = all(c.segments[-1][0] == "Z" for c in pen.path.contours())
        if is_closed:
            piece = simplify(pen.path)
        else:
            width = max(3.4, stroke.width_u * weight_u / 5.0)
            piece = outline_stroke(pen.path, width)
        area = union(area, piece) if area.segments else piece
    return area


def _read(text: str) -> _Stroke:
    match = _STROKE.match(text)
    if match is None:
        return _Stroke(0.0, "", 5.0, text)
    from_detail, sign, star, width, rest = match.groups()
    return _Stroke(float(from_detail or 0), sign or "", float(width or 5), star + rest)


def _holds(noun: str, word: str) -> bool:
    """Whether the noun contains the word: as a whole word in English, anywhere in Chinese."""
    if word.isascii():
        return f" {word} " in f" {noun} "
    return word in noun
