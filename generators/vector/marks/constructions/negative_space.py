"""negative_space: a subject cut out of a carrier, so that the ground draws it."""

from __future__ import annotations

import numpy as np

from compositor.document import Shape
from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import difference, intersection, offset, outline_stroke, union
from generators.vector.marks.constructions.line_art import Subject, find_subjects
from generators.vector.marks.mark import CannotDraw, Mark, MarkRequest, filled, finished
from generators.vector.marks.solid import carriers

__all__ = ["draw"]

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


def draw(request: MarkRequest) -> Mark:
    """Return a carrier with a subject cut out; the variant moves to another pair.

    Raises:
        CannotDraw: No subject answers to the nouns.
    """
    found = find_subjects(request.subjects)
    if not found:
        raise CannotDraw("negative space needs a subject we can draw; see line_art")
    subject = found[request.variant % min(len(found), 3)]
    carrier = _carrier(request, subject)
    area = carriers()[carrier]
    room = area.bounds.inset(area.bounds.width * 0.17, area.bounds.height * 0.17)
    if carrier in ("drop", "flame", "heart", "shield", "leaf", "gem", "cup", "arch"):
        room = room.moved(*_SHIFTS.get(carrier, (0, 0))).inset(3)
    figure, spark = _figure(subject, room, max(request.weight_u * 1.25, 5.6))
    body = difference(area, figure)
    if spark.segments:
        body = difference(body, spark)
    shapes: list[Shape] = [filled(body, request.inks.main)]
    if spark.segments and request.variant % 2 == 0:
        shapes.append(filled(intersection(spark, area), request.inks.spark))
    mark = Mark(
        shapes=tuple(shapes),
        construction="negative_space",
        concept=f"{subject.idea}, cut out of a {carrier} / {subject.idea_zh}，留白成形",
        subject=subject.id,
        stroke_u=max(request.weight_u * 1.25, 5.6),
        facts={"carrier": carrier},
    )
    return finished(mark)


_SHIFTS = {
    "drop": (0.0, 9.0), "flame": (0.0, 10.0), "heart": (0.0, -6.0), "gem": (0.0, -9.0),
    "cup": (0.0, -4.0), "leaf": (3.0, -3.0), "arch": (0.0, 3.0),
}  # fmt: skip


def _carrier(request: MarkRequest, subject: Subject) -> str:
    for noun in request.subjects:
        for word, carrier in _CARRIER_NOUNS.items():
            if word in noun.lower() and carrier not in subject.id:
                return carrier
    rng = np.random.default_rng((*request.seed_pair, 29))
    return _PLAIN[int(rng.integers(len(_PLAIN)))]


def _figure(subject: Subject, room: Box, weight: float) -> tuple[Path, Path]:
    """The subject's lines as areas inside the room: the plain ones, and the spark's."""
    bounds = Path.join(s.path for s in subject.strokes).bounds
    fit = Affine.fitting(bounds, room.inset(weight / 2))
    plain, spark = Path(), Path()
    for stroke in subject.strokes:
        if stroke.is_cover:
            continue
        path = stroke.path.transformed(fit)
        area = offset(path, 0) if stroke.is_filled else outline_stroke(path, weight)
        if stroke.is_spark:
            spark = union(spark, area) if spark.segments else area
        else:
            plain = union(plain, area) if plain.segments else area
    return plain, spark
