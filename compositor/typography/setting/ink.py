"""The ink of set lines: the box around what is really painted, strokes left out."""

from __future__ import annotations

from collections.abc import Sequence

from compositor.geometry import Affine, Box
from compositor.typography.block import Glyph, GlyphRun, SetLine
from compositor.typography.setting.shape import glyph_extent

__all__ = ["glyph_transform", "ink_box"]

_SURE_PX = 1e-6


def glyph_transform(run: GlyphRun, glyph: Glyph) -> Affine:
    """Return the transform from a glyph's outline in em to its place."""
    return (
        Affine.scaling(run.size_px)
        .then(Affine.rotation(run.rotation_deg + glyph.turn_deg))
        .then(Affine.translation(glyph.x, glyph.y))
    )


def ink_box(lines: Sequence[SetLine]) -> Box:
    """Return the tight box around all outlines; zero-size when nothing is painted.

    Outlines are read only of the glyphs that can reach an edge: the boxes of their points
    are never smaller than their ink.
    """
    placed = []
    for line in lines:
        for run in line.runs:
            for glyph in run.glyphs:
                box = glyph_extent(run.face, glyph.id)
                if not box.is_empty:
                    placed.append((glyph_transform(run, glyph).apply_box(box), run, glyph))
    if not placed:
        first = lines[0].box if lines else Box(0, 0, 0, 0)
        return Box(first.x, first.y, 0.0, 0.0)
    edges = []
    for edge in (_left, _top, _right, _bottom):
        reached = None
        for box, run, glyph in sorted(placed, key=lambda p: edge(p[0])):
            if reached is not None and edge(box) >= reached - _SURE_PX:
                break
            found = edge(_tight(run, glyph))
            reached = found if reached is None else min(reached, found)
        edges.append(reached or 0.0)
    left, top, right, bottom = edges
    return Box(left, top, -right - left, -bottom - top)


def _tight(run: GlyphRun, glyph: Glyph) -> Box:
    outline, transform = run.face.glyph_path(glyph.id), glyph_transform(run, glyph)
    if not (run.rotation_deg + glyph.turn_deg) % 90:
        # An upright outline keeps its box: it is read once a face, not once a glyph.
        return transform.apply_box(outline.bounds)
    return outline.transformed(transform).bounds


def _left(box: Box) -> float:
    return box.x


def _top(box: Box) -> float:
    return box.y


def _right(box: Box) -> float:
    return -box.right


def _bottom(box: Box) -> float:
    return -box.bottom
