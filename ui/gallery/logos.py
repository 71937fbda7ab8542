"""Logo concepts of forty invented brands: six to a brand, with one-color proofs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from agent.planner.base import PlanRequest
from agent.planner.logos import brand_of, concept_arguments
from agent.reading import read_brief
from brand_kits.recolor import mono, repainted
from compositor.color import Color
from compositor.document import AssetStore, GroupLayer
from compositor.geometry import Affine
from compositor.layout.theme import Theme
from generators.vector.marks.ideas import Brand, Concept
from knowledge import resolve_theme
from tools.concepts import brand_concepts
from tools.draw_mark import concept_drawing
from ui.gallery.plate import Cell, drawn_pixels, write_plates

__all__ = ["build"]

_CELL_PX = 230
_BRIEFS = Path("tests/fixtures/briefs/logos.json")


def build(folder: Path) -> list[Path]:
    """Write the plates and return the files."""
    title = "Logo concepts: the recommended one first"
    return write_plates(folder / "logos", "logos", title, _cells(), columns=6, rows=8)


def _cells() -> Iterator[Cell]:
    for row in json.loads(_BRIEFS.read_text("utf-8")):
        request = PlanRequest(brief=read_brief(row["text"]))
        brand = brand_of(request)
        colors = tuple(Color.from_hex(c.hex) for c in request.brief.colors)
        theme = resolve_theme(brand.styles[:2] or ("minimal",), brand.industry, colors, seed=1)
        seed = concept_arguments(request, 0)["concept_seed"]
        for place, concept in enumerate(brand_concepts(brand, seed)):
            name = brand.name or row["id"]
            caption = f"{name if place == 0 else ''} {concept.idea.kind} {concept.idea.motif}"
            yield Cell(pixels=_shown(concept, brand, theme), caption=caption.strip()[:30])


def _shown(concept: Concept, brand: Brand, theme: Theme) -> NDArray[np.uint8]:
    """Return the mark large on its ground, and in one color at 64 px."""
    drawing = concept_drawing(concept, brand, theme)
    ground = theme.palette.ground
    is_hole = drawing.facts["spark_in_mono"] == "ground"
    proof = repainted(drawing.layer, mono(ground), "proof-", spark_is_hole=is_hole)
    large, small = 0.7 * _CELL_PX / 96, 64 / 96
    layers = (
        GroupLayer(
            id="large",
            transform=Affine(large, 0, 0, large, 2, 0.3 * _CELL_PX),
            children=(drawing.layer,),
        ),
        GroupLayer(
            id="small",
            transform=Affine(small, 0, 0, small, _CELL_PX - 66, 2),
            children=(proof,),
        ),
    )
    size = (float(_CELL_PX), float(_CELL_PX))
    return drawn_pixels(layers, size, ground, _CELL_PX, (AssetStore(), {}))
