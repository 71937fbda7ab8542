"""Logo concepts of forty invented brands: six to a brand, with reasons, proofs and numbers.

Lengths are px of a page 1440 wide.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PIL import Image

from agent.planner.base import PlanRequest
from agent.planner.logos import brand_of, concept_arguments
from agent.planner.rules import RulesPlanner
from agent.reading import read_brief
from brand_kits.manual.tiles import panel
from brand_kits.recolor import LogoInks, mono, repainted
from compositor.color import Color
from compositor.color.color import BLACK, WHITE
from compositor.document import (
    AssetStore,
    Document,
    GroupLayer,
    Layer,
    Page,
    SolidPaint,
    solid,
)
from compositor.drawing import render
from compositor.geometry import Affine, Box
from compositor.layout.lay_out import lay_out
from compositor.layout.theme import Theme
from compositor.typography.fonts import default_fonts
from generators.vector.marks.ideas import Brand
from knowledge import resolve_theme
from tools import toolbox
from tools.base import Drawing
from tools.concepts import brand_concepts
from tools.draw_mark import concept_drawing
from ui.gallery.plate import caption, light

__all__ = ["build"]

_BRIEFS = Path("tests/fixtures/briefs/logos.json")
_PER_PAGE: Final = 4
_COLUMNS: Final = 6
_WIDTH: Final = 1440.0
_MARGIN: Final = 36.0
_GAP: Final = 12.0
_HEAD: Final = 34.0
_CELL: Final = (_WIDTH - 2 * _MARGIN - (_COLUMNS - 1) * _GAP) / _COLUMNS
_STRIP: Final = _CELL / 3
_WORDS: Final = 98.0
_ROW: Final = _HEAD + _CELL + _STRIP + _WORDS + 26.0
_SHEET: Final = "#F4F1EA"


class _Row(NamedTuple):
    """A brief's concepts, drawn in its look."""

    text: str
    brand: Brand
    theme: Theme
    drawings: tuple[Drawing, ...]


def build(folder: Path) -> list[Path]:
    """Write the pages, say how many hard findings there are, and return the files."""
    target = folder / "logos"
    target.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    faults = shown = 0
    page: list[_Row] = []
    rows = json.loads(_BRIEFS.read_text("utf-8"))
    for place, row in enumerate(rows, start=1):
        page.append(_row(row["text"]))
        facts = [d.facts for d in page[-1].drawings]
        faults += sum(int(f["hard_findings"]) for f in facts)
        shown += len(facts)
        types = len({str(f["construction"]) for f in facts})
        sys.stdout.write(f"{row['id']}: {len(facts)} concepts of {types} types\n")
        if len(page) == _PER_PAGE or place == len(rows):
            path = target / f"logos-{len(written) + 1}.webp"
            path.write_bytes(light(_picture(page)))
            written.append(path)
            page = []
    sys.stdout.write(f"{shown} concepts, {faults} hard findings\n")
    for old in sorted(target.glob("logos-*.webp")):
        if old not in written:
            old.unlink()
    return written


def _row(text: str) -> _Row:
    request = PlanRequest(brief=read_brief(text))
    brand = brand_of(request)
    colors = tuple(Color.from_hex(c.hex) for c in request.brief.colors)
    direction = RulesPlanner(toolbox()).directions(request)[0]
    theme = resolve_theme(direction.styles[:2], brand.industry, colors, seed=1)
    seed = concept_arguments(request, 0)["concept_seed"]
    concepts = brand_concepts(brand, seed)
    drawings = tuple(concept_drawing(one, brand, theme) for one in concepts)
    return _Row(text, brand, theme, drawings)


def _picture(rows: Sequence[_Row]) -> Image.Image:
    layers: list[Layer] = []
    for number, row in enumerate(rows):
        layers += _row_layers(row, f"r{number}-", _MARGIN + number * _ROW)
    page = Page(
        id="plate",
        width=_WIDTH,
        height=2 * _MARGIN + len(rows) * _ROW,
        background=solid(_SHEET),
        layers=tuple(layers),
    )
    store = AssetStore()
    frame = lay_out(Document(pages=(page,)), default_fonts(), store)[0]
    return Image.fromarray(render(frame, store.read)[..., :3])


def _row_layers(row: _Row, prefix: str, y: float) -> Iterator[Layer]:
    head = Box(_MARGIN, y, _WIDTH - 2 * _MARGIN, 22)
    yield caption(f"{prefix}brief", row.text, head, 15, weight=600)
    for place, drawing in enumerate(row.drawings[:_COLUMNS]):
        name = f"{prefix}c{place}-"
        tile = Box(_MARGIN + place * (_CELL + _GAP), y + _HEAD, _CELL, _CELL)
        yield from _cell(row, drawing, name, tile)


def _cell(row: _Row, drawing: Drawing, name: str, tile: Box) -> Iterator[Layer]:
    """The mark large, with 16 px in a corner; below it 64 px in color, black and white."""
    ground = row.theme.palette.paint("ground")
    is_hole = drawing.facts["spark_in_mono"] == "ground"
    own = drawing.layer
    yield panel(f"{name}tile", tile, ground, rim=solid("#D8D4CA"))
    yield _placed(own, tile.inset(_CELL * 0.13), f"{name}large-")
    yield _placed(own, Box(tile.right - 24, tile.bottom - 24, 16, 16), f"{name}tiny-")
    proofs: tuple[tuple[SolidPaint, LogoInks | None], ...] = (
        (ground, None),
        (solid(WHITE), mono(WHITE)),
        (solid(BLACK), mono(BLACK)),
    )
    for place, (paper, inks) in enumerate(proofs):
        spot = Box(tile.x + place * _STRIP, tile.bottom + 2, _STRIP, _STRIP)
        yield panel(f"{name}paper-{place}", spot, paper)
        at = spot.inset((_STRIP - 64) / 2)
        shown = own if inks is None else repainted(own, inks, "", spark_is_hole=is_hole)
        yield _placed(shown, at, f"{name}proof-{place}-")
    words = Box(tile.x, tile.bottom + _STRIP + 8, _CELL, _WORDS - 22)
    yield caption(f"{name}reason", drawing.says, words, 12, lines=5)
    facts = drawing.facts
    proof = (
        f"{facts['construction']} · {facts['mark_nodes']} nodes · 16 px "
        f"{float(facts['mark_legible_16px']):.2f} · {facts['mark_contrast_on_ground']}:1 · "
        f"{facts['hard_findings']} hard"
    )
    below = Box(tile.x, words.bottom, _CELL, 15)
    yield caption(f"{name}numbers", proof, below, 10.5, quiet=True)


def _placed(mark: GroupLayer, target: Box, prefix: str) -> GroupLayer:
    """The mark's 96 u box laid into a square, with ids of its own."""
    scale = target.width / 96
    children = tuple(
        layer.model_copy(update={"id": f"{prefix}{layer.id}"}) for layer in mark.children
    )
    return GroupLayer(
        id=f"{prefix}mark",
        transform=Affine(scale, 0, 0, scale, target.x, target.y),
        children=children,
    )
