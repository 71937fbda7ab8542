"""HarfBuzz: a stretch of characters becomes clusters of glyphs, in em, y down."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import uharfbuzz as hb

from compositor.geometry import Box
from compositor.typography.characters import DRAWN_AS, FIGURE_CURRENCY
from compositor.typography.face import Face

__all__ = ["Shaped", "ShapedGlyph", "glyph_extent", "shaped"]

CHINESE: Final = "zh-Hans"

_DRAWN: Final = str.maketrans(DRAWN_AS)


@dataclass(frozen=True, slots=True)
class ShapedGlyph:
    """A glyph and where it lies from the pen, in em.

    Attributes:
        id: Glyph index in the face.
        dx: Rightwards from the pen.
        dy: Downwards from the pen.
        advance: How far it moves the pen, along the line.
    """

    id: int
    dx: float
    dy: float
    advance: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """Characters that share glyphs and cannot be parted.

    Attributes:
        start: Index of the first character in the shaped text.
        end: Index after the last.
        glyphs: In visual order.
        advance: Sum over the glyphs, in em.
    """

    start: int
    end: int
    glyphs: tuple[ShapedGlyph, ...]
    advance: float


@lru_cache(maxsize=4096)
def shaped(
    face: Face,
    text: str,
    *,
    features: tuple[str, ...] = (),
    vertical: bool = False,
    language: str = CHINESE,
    script: str = "",
    leftward: bool = False,
) -> tuple[Shaped, ...]:
    """Return the clusters of a text in one face.

    Kerning and what else the face asks for are on. In vertical text the pen runs
    down the middle of the column and vertical forms are used.

    Args:
        face: The face.
        text: Characters of one direction and script.
        features: OpenType features switched on, or off when they begin with a hyphen.
        vertical: Whether the pen runs down.
        language: BCP 47.
        script: ISO 15924 code, where shaping depends on it; empty asks the characters.
        leftward: Whether the pen runs leftwards; clusters still come in reading order.
    """
    buffer = hb.Buffer()
    buffer.add_str(_drawn(face, text))
    buffer.guess_segment_properties()
    if script:
        buffer.script = script
    buffer.direction = "ttb" if vertical else "rtl" if leftward else "ltr"
    buffer.language = language
    wanted = {feature.removeprefix("-"): feature[:1] != "-" for feature in features}
    hb.shape(face.hb_font, buffer, wanted)
    em = face.units_per_em
    groups: dict[int, list[ShapedGlyph]] = {}
    for found, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        along = -position.y_advance if vertical else position.x_advance
        groups.setdefault(found.cluster, []).append(
            ShapedGlyph(
                found.codepoint,
                position.x_offset / em,
                -position.y_offset / em,
                along / em,
            )
        )
    starts = sorted(groups)
    return tuple(
        Shaped(start, end, tuple(groups[start]), sum(g.advance for g in groups[start]))
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
    )


def _drawn(face: Face, text: str) -> str:
    """Return the text with characters that are drawn as another replaced, one for one."""
    drawn = text.translate(_DRAWN)
    if not any(c in FIGURE_CURRENCY for c in drawn):
        return drawn
    return "".join(c if face.covers(c) else FIGURE_CURRENCY.get(c, c) for c in drawn)


@lru_cache(maxsize=65536)
def glyph_extent(face: Face, glyph_id: int) -> Box:
    """Return the box of a glyph's points in em, y down, origin on the baseline.

    Fast; never smaller than the ink, and larger only where a curve's handle sticks out.
    """
    extent = face.hb_font.get_glyph_extents(glyph_id)
    em = face.units_per_em
    if extent is None or extent.width == 0:
        return Box(0.0, 0.0, 0.0, 0.0)
    return Box(
        extent.x_bearing / em, -extent.y_bearing / em, extent.width / em, -extent.height / em
    )
