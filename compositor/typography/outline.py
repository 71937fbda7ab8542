"""Outlines: set text as paths, for files without live text and for logos."""

from __future__ import annotations

from typing import Final

from compositor.color import Color
from compositor.document.layer import TextLayer
from compositor.document.paint import Paint, SolidPaint, Stroke
from compositor.geometry import Affine, Path
from compositor.geometry.boolean import difference, simplify
from compositor.typography.block import GlyphRun, SetText
from compositor.typography.fonts import FontSet
from compositor.typography.set_text import set_text
from compositor.typography.setting.ink import glyph_transform

__all__ = ["knocked_out", "outlines", "run_path"]

_UNSEEN: Final = SolidPaint(color=Color(0, 0, 0, 0))
_CUT_UNITS_PER_PX: Final = 16.0
"""Cutting rounds to the grid of fonts; letters are made large before."""


def outlines(block: SetText) -> list[tuple[Path, Paint, Stroke | None]]:
    """Return one path for each run, with its fill and stroke, in reading order; rules last."""
    found: list[tuple[Path, Paint, Stroke | None]] = []
    for line in block.lines:
        for run in line.runs:
            path = run_path(run)
            if not path.is_empty:
                found.append((path, run.paint, run.stroke))
    return [*found, *((rule.outline, rule.paint, None) for rule in block.rules)]


def run_path(run: GlyphRun) -> Path:
    """Return the outlines of a run's glyphs, in place; for the nonzero rule."""
    return Path.join(
        run.face.glyph_path(glyph.id).transformed(glyph_transform(run, glyph))
        for glyph in run.glyphs
    )


def knocked_out(panel: Path, layer: TextLayer, fonts: FontSet) -> tuple[Path, TextLayer]:
    """Return a panel with the text cut out of it, and the text as it stays live: unseen.

    What lies under the panel shows through the letters. Put the unseen layer over the panel,
    so that the words can still be edited, searched and copied.

    Args:
        panel: Outline to cut, px of the layer, for the nonzero rule.
        layer: The text; its paints are not used.
        fonts: Where the faces come from.
    """
    letters = Path.join(path for path, _, _ in outlines(set_text(layer, fonts)))
    larger = Affine.scaling(_CUT_UNITS_PER_PX)
    cut = difference(panel.transformed(larger), simplify(letters.transformed(larger)))
    runs = tuple(
        run.model_copy(update={"paint": _UNSEEN, "stroke": None}) for run in layer.runs
    )
    return cut.transformed(larger.inverse()), layer.model_copy(update={"runs": runs})
