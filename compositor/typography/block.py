"""SetText: a text layer after setting, every glyph at its place; what canvases draw.

Positions are px in the coordinates of the text layer, y down; `Glyph.x`/`Glyph.y` is the
glyph's origin (on the baseline, left) before the run's rotation.
"""

from __future__ import annotations

from dataclasses import dataclass

from compositor.document.paint import Paint, Stroke
from compositor.geometry import Box, Path
from compositor.typography.face import Face

__all__ = ["Glyph", "GlyphRun", "Rule", "SetLine", "SetText"]


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph at its place.

    Attributes:
        id: Glyph index in the face.
        x: Origin, px.
        y: Origin, px.
        advance: How far the pen moved, px, tracking included.
        cluster: Index into the run's text of the first character it stands for.
        turn_deg: Clockwise, about its origin, added to its run's: text along a path.
    """

    id: int
    x: float
    y: float
    advance: float
    cluster: int
    turn_deg: float = 0.0


@dataclass(frozen=True)
class GlyphRun:
    """Glyphs of one face, size and paint, in one line.

    Attributes:
        face: The font file, instance and collection index.
        size_px: Em size after fitting.
        glyphs: In visual order.
        text: The characters they stand for, in reading order; every character of the layer
            is in exactly one run, line ends and the spaces trimmed there excepted. Empty for
            the hyphen of a broken word, which canvases draw as an outline.
        paint: Fill.
        stroke: Outline, or None.
        rotation_deg: Clockwise turn of every glyph about its own origin: 90 for Latin set
            sideways in vertical text, else 0.
        vertical: Whether the run was shaped top to bottom.
        start: Index in the layer's text of the run's first character.
        along_px: Where each glyph begins on the block's path, px from the path's start.
        right_to_left: Whether its characters run leftwards: Arabic, Hebrew.
    """

    face: Face
    size_px: float
    glyphs: tuple[Glyph, ...]
    text: str
    paint: Paint
    stroke: Stroke | None = None
    rotation_deg: float = 0.0
    vertical: bool = False
    start: int = 0
    along_px: tuple[float, ...] = ()
    right_to_left: bool = False


@dataclass(frozen=True)
class Rule:
    """A line under or through a run.

    Attributes:
        outline: Its four corners as a path.
        paint: Fill, that of the run.
    """

    outline: Path
    paint: Paint


@dataclass(frozen=True)
class SetLine:
    """One line.

    Attributes:
        text: Its characters.
        box: From ascent to descent and over the whole advance, px.
        baseline_px: y of the baseline; x of the center line in vertical text.
        runs: In reading order.
    """

    text: str
    box: Box
    baseline_px: float
    runs: tuple[GlyphRun, ...]


@dataclass(frozen=True)
class SetText:
    """A text layer after setting.

    Attributes:
        lines: In reading order.
        box: Around all lines.
        ink: Around all painted glyph outlines.
        scale: What fitting multiplied every size by.
        overset: Whether it is still larger than its box, or over its line limit.
        rules: Underlines and lines through, drawn after the glyphs.
        path: The baseline of bent text, in the direction of the text; else None.
    """

    lines: tuple[SetLine, ...]
    box: Box
    ink: Box
    scale: float
    overset: bool
    rules: tuple[Rule, ...] = ()
    path: Path | None = None

    @property
    def size_px(self) -> float:
        """The largest size set."""
        return max((run.size_px for line in self.lines for run in line.runs), default=0.0)
