"""Every text of a frame with its lines as four-cornered boxes in page px."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compositor.geometry import Affine, Box, Point
from compositor.layout.frame import Frame, FrameText, walk_items
from compositor.typography.block import SetLine, SetText
from compositor.typography.setting.ink import glyph_transform
from compositor.typography.setting.shape import glyph_extent

__all__ = ["PlacedText", "Quad", "placed_texts", "quads_overlap"]

Quad = tuple[Point, Point, Point, Point]


@dataclass(frozen=True)
class PlacedText:
    """A text item and where its ink lies.

    Attributes:
        item: The frame's text.
        transform: From layer px to page px.
        lines: One quad per line: the line box cut down to the block's ink. Text on a path
            has one per glyph, turned as the glyph is.
        ink: Upright box around all ink, page px.
    """

    item: FrameText
    transform: Affine
    lines: tuple[tuple[SetLine, Quad], ...]
    ink: Box

    @property
    def size_px(self) -> float:
        """The largest em size, px of the page."""
        return self.item.block.size_px * self.transform.mean_scale

    @property
    def smallest_px(self) -> float:
        """The smallest em size, px of the page."""
        sizes = [run.size_px for line in self.item.block.lines for run in line.runs]
        return min(sizes, default=0.0) * self.transform.mean_scale

    @property
    def patches(self) -> tuple[Box, ...]:
        """Upright boxes that together hold the ink, page px; inside a curve there are none."""
        if self.item.block.path is None:
            return (self.ink,)
        return tuple(_around(quad) for _, quad in self.lines)

    @property
    def is_upright(self) -> bool:
        """Whether its lines run along the page's edges, unbent."""
        turn = self.transform
        flat = abs(turn.b) < 1e-6 and abs(turn.c) < 1e-6
        return flat and self.item.block.path is None

    @property
    def is_vertical(self) -> bool:
        """Whether it is set in columns."""
        return any(run.vertical for line in self.item.block.lines for run in line.runs)


def placed_texts(frame: Frame) -> list[PlacedText]:
    """Return the texts of a frame that have any ink."""
    found = []
    for item, transform in walk_items(frame.items):
        if not isinstance(item, FrameText) or item.block.ink.is_empty:
            continue
        quads = _on_path if item.block.path is not None else _in_lines
        lines = tuple(quads(item.block, transform))
        found.append(PlacedText(item, transform, lines, transform.apply_box(item.block.ink)))
    return found


def _in_lines(block: SetText, transform: Affine) -> Iterator[tuple[SetLine, Quad]]:
    for line in block.lines:
        box = line.box.intersection(block.ink)
        if not box.is_empty:
            yield line, _quad(box, transform)


def _on_path(block: SetText, transform: Affine) -> Iterator[tuple[SetLine, Quad]]:
    for line in block.lines:
        for run in line.runs:
            for glyph in run.glyphs:
                box = glyph_extent(run.face, glyph.id)
                if not box.is_empty:
                    yield line, _quad(box, glyph_transform(run, glyph).then(transform))


def _around(quad: Quad) -> Box:
    xs, ys = [point.x for point in quad], [point.y for point in quad]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _quad(box: Box, transform: Affine) -> Quad:
    return (
        transform.apply((box.x, box.y)),
        transform.apply((box.right, box.y)),
        transform.apply((box.right, box.bottom)),
        transform.apply((box.x, box.bottom)),
    )


def quads_overlap(first: Quad, second: Quad, slack_px: float = 0.0) -> float:
    """Return how deep two convex quads overlap, px; 0 when some line separates them.

    Source: separating axis theorem, https://dyn4j.org/2010/01/sat/
    """
    depth = float("inf")
    for quad in (first, second):
        for i in range(4):
            a, b = quad[i], quad[(i + 1) % 4]
            length = ((b.x - a.x) ** 2 + (b.y - a.y) ** 2) ** 0.5
            if length < 1e-9:
                continue
            nx, ny = (a.y - b.y) / length, (b.x - a.x) / length
            one = [p.x * nx + p.y * ny for p in first]
            two = [p.x * nx + p.y * ny for p in second]
            depth = min(depth, min(max(one), max(two)) - max(min(one), min(two)))
    return max(0.0, depth - slack_px) if depth != float("inf") else 0.0
