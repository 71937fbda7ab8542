"""The concept sheet: ideas side by side, each with its name, reason and small proofs.

Lengths are px of the reference size; a page of another size is composed in proportion.
"""

from __future__ import annotations

from typing import NamedTuple

from brand_kits.kit import BrandKit
from brand_kits.line import LineStyle, has_hanzi, label_font, line
from brand_kits.lockup import Arrangement, build_lockup, natural_arrangement, placed_mark
from brand_kits.manual.tiles import hairline, panel
from brand_kits.recolor import full_color, mono
from compositor.color.color import WHITE
from compositor.color.palette import with_contrast
from compositor.document import Document, Layer, Page, TextLayer, TextRun, solid
from compositor.geometry import Box
from compositor.typography.fonts import FontSet

__all__ = ["REFERENCE_SIZE", "ShownConcept", "build_concept_sheet"]

REFERENCE_SIZE = (1920.0, 1440.0)
_MARGIN = 64.0
_HEAD = 84.0
_GAP = 20.0
_PAD = 26.0
_TEXT_PX = 19.0
_LABEL_PX = 15.0
_REASON_LINES = 3.6


class ShownConcept(NamedTuple):
    """One concept of a sheet.

    Attributes:
        kit: The brand with this mark.
        title: Its kind, short.
        reason: Why, one or two sentences.
    """

    kit: BrandKit
    title: str
    reason: str


def build_concept_sheet(
    shown: tuple[ShownConcept, ...], title: str, size: tuple[float, float], fonts: FontSet
) -> Document:
    """Return the sheet: two rows, the recommended concept first.

    Args:
        shown: One to eight concepts of one brand.
        title: At the top left.
        size: Of the page, px; landscape.
        fonts: The font set.
    """
    kit = shown[0].kit
    k = min(size[0] / REFERENCE_SIZE[0], size[1] / REFERENCE_SIZE[1])
    palette = kit.theme.palette
    margin = _MARGIN * k
    rows = 1 if len(shown) <= 3 else 2
    columns = -(-len(shown) // rows)
    grid = Box(
        margin, margin + _HEAD * k, size[0] - 2 * margin, size[1] - 2 * margin - _HEAD * k
    )
    w = (grid.width - (columns - 1) * _GAP * k) / columns
    h = (grid.height - (rows - 1) * _GAP * k) / rows
    font = label_font(kit.theme.type["caption"].font, fonts)
    head = LineStyle(font.model_copy(update={"weight": 600}), 30 * k, palette.paint("ink"))
    layers: list[Layer] = [
        line("sheet-title", title, head, (margin, margin + 32 * k), fonts, role="headline")
    ]
    for place, concept in enumerate(shown):
        x = grid.x + place % columns * (w + _GAP * k)
        y = grid.y + place // columns * (h + _GAP * k)
        layers += _cell(concept, place, Box(x, y, w, h), k, fonts)
    page = Page(
        id="page-1",
        name="Concepts",
        width=size[0],
        height=size[1],
        margin=margin * 0.6,
        background=palette.paint("ground"),
        layers=tuple(layers),
    )
    return Document(
        title=title,
        kind="concept_sheet",
        language=kit.language,
        pages=(page,),
        labels={"style": kit.theme.style, "concepts": str(len(shown))},
    )


def _cell(concept: ShownConcept, place: int, box: Box, k: float, fonts: FontSet) -> list[Layer]:
    """A tile: the lock-up large, the reason below it, the proofs at its right edge."""
    kit, prefix, pad = concept.kit, f"c{place + 1}-", _PAD * k
    palette = kit.theme.palette
    inks = full_color(palette, kit.mark)
    tile = panel(f"{prefix}tile", box, palette.paint("ground"), rim=hairline(kit))
    font = label_font(kit.theme.type["caption"].font, fonts)
    quiet = solid(with_contrast(palette.muted, palette.ground, 4.6))
    bold = font.model_copy(update={"weight": 600})
    label = LineStyle(bold, _LABEL_PX * k, quiet, 0.02)
    proof = 64 * k
    small = max(16.0, 16 * k)
    text_top = box.bottom - pad - _REASON_LINES * _TEXT_PX * 1.5 * k
    stage = Box(
        box.x + pad,
        box.y + pad + 1.6 * _LABEL_PX * k,
        box.width - 2 * pad,
        text_top - box.y - pad * 2 - 1.6 * _LABEL_PX * k,
    )
    room = (stage.width - 2 * (proof + pad), stage.height * 0.9)
    arranged: Arrangement = (
        "stacked" if natural_arrangement(kit, 1.0) != "mark_only" else "mark_only"
    )
    lockup = build_lockup(
        kit, arranged, inks, room, fonts, prefix=f"{prefix}logo-", with_tagline=False
    )
    at = (
        stage.center.x - lockup.ink.width / 2,
        stage.center.y - lockup.ink.height / 2,
    )
    black = mono(WHITE)
    plate = Box(box.right - pad - proof - 12 * k, box.y + pad, proof + 12 * k, 0)
    plate = plate._replace(height=proof + small + 36 * k)
    marks: list[Layer] = [
        panel(f"{prefix}proof", plate, solid(WHITE), rim=None),
        placed_mark(
            kit, black, Box(plate.x + 6 * k, plate.y + 10 * k, proof, proof), f"{prefix}p64-"
        ),
        placed_mark(
            kit,
            black,
            Box(plate.center.x - small / 2, plate.bottom - 12 * k - small, small, small),
            f"{prefix}p16-",
        ),
    ]
    words = TextLayer(
        id=f"{prefix}reason",
        name="Reason",
        role="body",
        box=Box(box.x + pad, text_top, box.width - 2 * pad, box.bottom - pad * 0.6 - text_top),
        runs=(
            TextRun(
                text=concept.reason, font=font, size=_TEXT_PX * k, paint=palette.paint("ink")
            ),
        ),
        leading=1.5,
        fit="shrink",
        min_scale=0.75,
        language="zh-Hans" if has_hanzi(concept.reason) else "en",
    )
    name = f"{place + 1:02d}  {concept.title}"
    title_at = (box.x + pad, box.y + pad + _LABEL_PX * k * 0.8)
    return [
        tile,
        *marks,
        lockup.moved(*at).layer,
        line(f"{prefix}label", name, label, title_at, fonts, role="label"),
        words,
    ]
