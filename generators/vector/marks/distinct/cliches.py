"""Clichés: over-used logo ideas drawn in code, and how near a mark comes to one."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path as FilePath
from typing import NamedTuple

from compositor.geometry import Path
from compositor.geometry.boolean import union
from generators.vector.marks.distinct.shape import ShapeTrait, shape_distance, traits_of
from generators.vector.marks.ideas.sketch import sketch_areas

__all__ = ["NEAR", "Cliche", "cliches", "nearest_cliche"]

NEAR = 0.34
"""Below this distance a mark reads as the cliché itself: a copy drawn in another line weight
is at most this far from its original."""


class Cliche(NamedTuple):
    """An over-used idea: its id, its name in English and Chinese, and its shape."""

    id: str
    name_en: str
    name_zh: str
    area: Path
    trait: ShapeTrait


@cache
def cliches() -> tuple[Cliche, ...]:
    """Return all of them."""
    text = FilePath(__file__).with_name("cliches.json").read_text("utf-8")
    found = []
    for row in json.loads(text)["cliches"]:
        areas = [area for _, area in sketch_areas(row["sketch"])]
        area = union(areas[0], *areas[1:]) if len(areas) > 1 else areas[0]
        found.append(Cliche(row["id"], row["name"][0], row["name"][1], area, traits_of(area)))
    return tuple(found)


def nearest_cliche(trait: ShapeTrait) -> tuple[Cliche, float]:
    """Return the cliché most like a shape and the distance to it."""
    near = min(cliches(), key=lambda c: shape_distance(c.trait, trait))
    return near, shape_distance(near.trait, trait)
