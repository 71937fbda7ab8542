"""Underlines and lines through: bars in the paint of their run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from compositor.document.layer import TextLayer
from compositor.geometry import Affine, Box
from compositor.geometry.shapes import rectangle
from compositor.typography.block import GlyphRun, Rule, SetLine
from compositor.typography.characters import is_han
from compositor.typography.setting.ink import glyph_transform
from compositor.typography.setting.shape import glyph_extent

__all__ = ["rules_of"]

_THICK_EM: Final = 0.06
_THICK_BY_WEIGHT_EM: Final = 0.02
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
        for number, run in enumerate(layer.runs):
            end = starts[number] + len(run.text)
            part = [g for g in line.runs if starts[number] <= g.start < end and g.glyphs]
            if run.decoration != "none" and part:
                found += _bars(part, line.baseline_px, through=run.decoration == "line-through")
    return tuple(found)


def _bars(runs: Sequence[GlyphRun], baseline: float, *, through: bool) -> Iterator[Rule]:
    """Yield the bar of one document run in one line: at one height, whatever its faces."""
    em = max(run.size_px for run in runs)
    heaviest = max(run.face.weight for run in runs)
    thick = em * (_THICK_EM + _THICK_BY_WEIGHT_EM * max(0, heaviest - 400) / 500)
    han = any(is_han(character) for run in runs for character in run.text)
    if through:
        middle = -0.38 * em if han else -runs[0].face.cap_height * em / 2
    else:
        middle = (_UNDER_HAN_EM if han else _UNDER_EM) * em
    glyphs = [glyph for run in runs for glyph in run.glyphs]
    if any(glyph.turn_deg for glyph in glyphs):
        for glyph in glyphs:
            bar = rectangle(Box(0, middle - thick / 2, glyph.advance, thick))
            place = Affine.rotation(glyph.turn_deg).then(Affine.translation(glyph.x, glyph.y))
            yield Rule(bar.transformed(place), runs[0].paint)
        return
    over = _OVERHANG_EM * em
    if any(run.vertical for run in runs):
        boxes = [
            glyph_transform(run, glyph).apply_box(glyph_extent(run.face, glyph.id))
            for run in runs
            for glyph in run.glyphs
        ]
        top = min(box.y for box in boxes) - over
        foot = max(box.bottom for box in boxes) + over
        x = baseline + (0.0 if through else 0.58 * em)
        yield Rule(rectangle(Box(x - thick / 2, top, thick, foot - top)), runs[0].paint)
        return
    left = min(glyph.x for glyph in glyphs) - over
    right = max(glyph.x + glyph.advance for glyph in glyphs) + over
    level = runs[0].glyphs[0].y + middle
    yield Rule(rectangle(Box(left, level - thick / 2, right - left, thick)), runs[0].paint)
