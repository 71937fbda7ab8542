"""Underlines and lines through: bars in the paint of their run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from compositor.document.layer import TextLayer
from compositor.geometry import Affine, Box, Path
from compositor.geometry.shapes import rectangle
from compositor.typography.block import GlyphRun, Rule, SetLine
from compositor.typography.characters import is_han

__all__ = ["rules_of"]

_THICK_EM: Final = 0.055
_THICK_BY_WEIGHT_EM: Final = 0.05
"""Added from weight 400 to 900, so that the bar keeps up with the stems."""

_UNDER_EM: Final = 0.14
_UNDER_HAN_EM: Final = 0.2
_OVERHANG_EM: Final = 0.04


def rules_of(lines: Sequence[SetLine], layer: TextLayer) -> tuple[Rule, ...]:
    """Return the bars of every decorated run; on a path, one for each of its clusters."""
    if all(run.decoration == "none" for run in layer.runs):
        return ()
    starts, total = [], 0
    for run in layer.runs:
        starts.append(total)
        total += len(run.text)
    found: list[Rule] = []
    for line in lines:
        for glyphs in line.runs:
            number = max(k for k, start in enumerate(starts) if start <= glyphs.start)
            how = layer.runs[number].decoration
            if how != "none" and glyphs.glyphs:
                found += _bars(glyphs, through=how != "underline")
    return tuple(found)


def _bars(run: GlyphRun, *, through: bool) -> Iterator[Rule]:
    em = run.size_px
    thick = em * (_THICK_EM + _THICK_BY_WEIGHT_EM * max(0, run.face.weight - 400) / 500)
    han = any(is_han(character) for character in run.text)
    if through:
        middle = -0.38 * em if han else -run.face.cap_height * em / 2
    else:
        middle = (_UNDER_HAN_EM if han else _UNDER_EM) * em
    if any(glyph.turn_deg for glyph in run.glyphs):
        for glyph in run.glyphs:
            bar = rectangle(Box(0, middle - thick / 2, glyph.advance, thick))
            place = Affine.rotation(glyph.turn_deg).then(Affine.translation(glyph.x, glyph.y))
            yield Rule(bar.transformed(place), run.paint)
        return
    yield Rule(_straight(run, middle, thick), run.paint)


def _straight(run: GlyphRun, middle: float, thick: float) -> Path:
    first, last = run.glyphs[0], run.glyphs[-1]
    over = _OVERHANG_EM * run.size_px
    if run.vertical or run.rotation_deg:
        top = min(glyph.y for glyph in run.glyphs) - over
        foot = max(glyph.y + glyph.advance for glyph in run.glyphs) + over
        x = first.x + (0.0 if run.vertical else -middle)
        return rectangle(Box(x - thick / 2, top, thick, foot - top))
    left = min(glyph.x for glyph in run.glyphs) - over
    right = last.x + last.advance + over
    level = first.y + middle
    return rectangle(Box(left, level - thick / 2, right - left, thick))
