"""negative_space: two ideas in one outline; the ground draws the second.

With two subjects the second sits on the first's edge where their outlines agree best; with
one, it is cut out of a plain carrier.
"""

from __future__ import annotations

import numpy as np

from compositor.document import Shape
from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference, intersection, offset, simplify, union
from compositor.geometry.corners import rounded_corners
from compositor.geometry.fit import cleaned, signed_area
from generators.vector.marks.constructions.edge_match import Seat, area_of, best_seat
from generators.vector.marks.constructions.letter_outline import without_crumbs
from generators.vector.marks.constructions.pictorial.figure import (
    Figure,
    areas_of,
    find_figures,
)
from generators.vector.marks.constructions.symbol import symbol_for
from generators.vector.marks.dials import shaped
from generators.vector.marks.mark import CannotDraw, Mark, MarkRequest, filled, finished
from generators.vector.marks.solid import carriers

__all__ = ["draw", "outline_of"]

_CARRIER_NOUNS = {
    "tea": "leaf", "leaf": "leaf", "plant": "leaf", "organic": "leaf", "茶": "leaf",
    "drop": "drop", "water": "drop", "oil": "drop", "skincare": "drop", "水": "drop",
    "shield": "shield", "security": "shield", "insurance": "shield", "安全": "shield",
    "flame": "flame", "fire": "flame", "火": "flame", "spicy": "flame",
    "chain": "hexagon", "blockchain": "hexagon", "chip": "hexagon", "honey": "hexagon",
    "cup": "cup", "coffee": "cup", "bowl": "cup", "杯": "cup", "碗": "cup",
    "gem": "gem", "jewelry": "gem", "珠宝": "gem",
    "heart": "heart", "care": "heart", "爱": "heart",
    "door": "arch", "hotel": "arch", "museum": "arch", "house": "arch", "门": "arch",
}  # fmt: skip
_PLAIN = ("circle", "tile", "arch")
_SHIFTS = {
    "drop": (0.0, 9.0), "flame": (0.0, 10.0), "heart": (0.0, -6.0), "gem": (0.0, -9.0),
    "cup": (0.0, -4.0), "leaf": (3.0, -3.0), "arch": (0.0, 3.0), "hexagon": (0.0, 0.0),
}  # fmt: skip
_GAP = 3.2


def draw(request: MarkRequest) -> Mark:
    """Return two figures in one outline; the variant moves to another pair or carrier.

    Raises:
        CannotDraw: No figure answers to the nouns.
    """
    found = find_figures(request.subjects)
    if not found:
        raise CannotDraw("negative space needs a subject we can draw; see pictorial")
    pairs = _pairs(found)
    if pairs and request.variant % 2 == 0:
        host, guest = pairs[request.variant // 2 % len(pairs)]
        mark = _seated(host, guest, request)
        if mark is not None:
            return finished(shaped(mark, request))
    return finished(_carried(found[request.variant % min(len(found), 3)], request))


def outline_of(figure: Figure, request: MarkRequest) -> Path:
    """Return a figure as one silhouette without inner gaps or holes."""
    areas = areas_of(
        figure,
        weight_u=request.weight_u * 1.2,
        roundness=request.roundness,
        detail=0.0,
        gap_u=0.05,
    )
    whole = areas[0].path
    for area in areas[1:]:
        whole = union(whole, area.path)
    # Closing: what lies a hair apart is one.
    closed = offset(offset(whole, 1.2), -1.2)
    kept = [c for c in closed.contours() if signed_area(c) > 6]
    return cleaned(simplify(Path.join(kept))) if kept else whole


def _pairs(found: tuple[Figure, ...]) -> list[tuple[Figure, Figure]]:
    """Hosts with room before hosts without, at most six pairs."""
    few = found[:4]
    full = {f.id: _fullness(f) for f in few}
    pairs = [(a, b) for a in few for b in few if a is not b and full[a.id] > 0.5]
    pairs.sort(key=lambda p: -full[p[0].id])
    return pairs[:6]


def _fullness(figure: Figure) -> float:
    areas = areas_of(figure, detail=0.0, gap_u=0.05)
    box = Path.join(a.path for a in areas).bounds
    return sum(area_of(a.path) for a in areas) / max(box.area, 1e-6)


def _seated(host: Figure, guest: Figure, request: MarkRequest) -> Mark | None:
    """The guest on the host's edge: cut out with a moat, its own body in the spark paint."""
    body, figure = outline_of(host, request), outline_of(guest, request)
    if len(body.contours()) > 1:
        return None
    seat: Seat | None = best_seat(body, figure)
    if seat is None:
        return None
    sitting = figure.transformed(seat.place)
    rest = difference(body, offset(sitting, _GAP))
    rest = Path.join(c for c in rest.contours() if abs(signed_area(c)) > 8)
    inside = intersection(sitting, body)
    shapes: list[Shape] = [filled(rest, request.inks.main), filled(inside, request.inks.spark)]
    return Mark(
        shapes=tuple(shapes),
        construction="negative_space",
        concept=f"a {guest.id.replace('_', ' ')} on the edge of a {host.id.replace('_', ' ')},"
        f" one outline for both / {host.idea_zh}，又见{guest.nouns[-1]}",
        subject=host.id,
        stroke_u=8.0,
        facts={
            "carrier": host.id,
            "guest": guest.id,
            "edge_distance_u": round(seat.distance_u, 2),
            "shared_edge_u": round(seat.shared_u, 1),
            "guest_share": round(seat.share, 3),
        },
    )


def _carried(figure: Figure, request: MarkRequest) -> Mark:
    carrier = _carrier(request, figure)
    r = min(1.0, max(0.0, request.roundness))
    area = rounded_corners(carriers()[carrier], 0.5 + 5.0 * r)
    box = area.bounds
    side = min(box.width, box.height) * (0.62 if carrier in _SHIFTS else 0.68)
    dx, dy = _SHIFTS.get(carrier, (0.0, 0.0))
    room = Box(box.center.x - side / 2 + dx, box.center.y - side / 2 + dy, side, side)
    asked = MarkRequest(
        inks=request.inks,
        subjects=(figure.id,),
        weight_u=request.weight_u,
        roundness=request.roundness,
        detail=request.detail,
        seed=request.seed,
    )
    symbol = symbol_for(asked, room)
    body = without_crumbs(difference(area, symbol.whole), 12.0)
    shapes = [filled(body, request.inks.main)]
    if not symbol.spark.is_empty and request.variant % 2 == 0:
        shapes.append(filled(intersection(symbol.spark, area), request.inks.spark))
    return Mark(
        shapes=tuple(shapes),
        construction="negative_space",
        concept=f"{figure.idea}, cut out of a {carrier} / {figure.idea_zh}，留白成形",
        subject=figure.id,
        stroke_u=max(request.weight_u * 1.25, 5.6),
        facts={
            "carrier": carrier,
            "guest_share": round(area_of(symbol.whole) / area_of(area), 3),
        },
    )


def _carrier(request: MarkRequest, figure: Figure) -> str:
    for noun in request.subjects:
        for word, carrier in _CARRIER_NOUNS.items():
            if word in noun.lower() and carrier not in figure.id and word not in figure.nouns:
                return carrier
    rng = np.random.default_rng((*request.seed_pair, 29))
    return _PLAIN[int(rng.integers(len(_PLAIN)))]
