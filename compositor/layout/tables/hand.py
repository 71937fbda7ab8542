"""Hand: sets the words of a table in the theme's type, sized and placed to the pixel."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from compositor.color.contrast import contrast_ratio
from compositor.document import (
    GroupLayer,
    Layer,
    Shape,
    SolidPaint,
    Stroke,
    TextLayer,
    TextRun,
    VectorLayer,
)
from compositor.document.layer import Role
from compositor.geometry import Box, Path
from compositor.geometry.shapes import circle, line
from compositor.layout.rows import Part, Row
from compositor.layout.slot_text import Setter
from compositor.layout.snug import broke_word, snug
from compositor.layout.theme import Palette
from compositor.typography.block import SetText
from compositor.typography.features import figure_features
from compositor.typography.fonts import FontSet
from compositor.typography.set_text import measure, set_text

__all__ = ["ROW", "Align", "Drawn", "Hand", "dots", "grid_of", "row_group"]

Align = Literal["left", "center", "right"]
Voice = Literal["name", "figure", "note"]

ROW: Final = "row"
"""Name of the group that holds the texts of one row."""

_MIDDLE: Final = 0.36
"""Half the height of capitals and of Chinese characters over the baseline, em."""
_UNIT_SHARE: Final = 0.58
"""Size of what stands beside figures: %, ml, 元, as a part of theirs."""
_SLOT: Final[dict[Voice, str]] = {"name": "subhead", "figure": "headline", "note": "caption"}
_ROLE: Final[dict[Voice, Role]] = {"name": "body", "figure": "price", "note": "caption"}
_FIGURE_TRACKING: Final = 0.01
"""Widest between figures, em: spaced, a number falls apart."""
_MEASURED_PX: Final = 40.0
_SLACK: Final = 1.03
"""What a text may come out wider than measured: tracking follows the size."""
_WIDENED: Final = 6
"""Times a line that broke is given more room."""
_STEP: Final = 0.94
_FIGURES: Final = re.compile(r"[\d.,:：–—~\-]+")


@dataclass(frozen=True)
class Drawn:
    """A table as layers, bottom first, and the box it fills."""

    layers: tuple[Layer, ...]
    used: Box


@dataclass(frozen=True)
class Hand:
    """Sets texts.

    Attributes:
        setter: Type and inks.
        palette: Of the theme.
        fonts: Faces.
        unit_px: The page's unit.
        smallest_px: No text is set smaller.
        most_name_px: Largest name.
        most_figure_px: Largest figure.
        stroke_px: Of rules and axes.
    """

    setter: Setter
    palette: Palette
    fonts: FontSet
    unit_px: float
    smallest_px: float
    most_name_px: float
    most_figure_px: float
    stroke_px: float

    def width_em(self, part: Part) -> float:
        """Return how wide a part is on one line, em."""
        return self._width_em(part.text, voice_of(part))

    def row_em(self, row: Row) -> float:
        """Return how wide a whole row is on one line, em."""
        return self._width_em(row.text, "name")

    def _width_em(self, words: str, voice: Voice) -> float:
        room = Box(0, 0, 1e6, 1e5)
        layer = self._layer(("trial", words.strip()), _MEASURED_PX, room, voice, "left")
        widths = (
            measure(
                run.text,
                run.font,
                run.size,
                fonts=self.fonts,
                tracking=run.tracking,
                features=run.features,
            ).width_px
            for run in layer.runs
        )
        return sum(widths) / max(_MEASURED_PX, self.smallest_px) * _SLACK

    def widest(self, parts: Iterable[Part | None]) -> float:
        """Return the width of the widest part, em; 0 of none."""
        return max((self.width_em(part) for part in parts if part is not None), default=0.0)

    def largest(self, most: float, fits: Sequence[tuple[float, float]]) -> float:
        """Return the largest size, px, up to ``most`` at which every width fits.

        Args:
            most: px.
            fits: Widths in em with the room there is for each, px.
        """
        found = most
        for em, room in fits:
            if em > 0:
                found = min(found, room / em)
        return found

    def part(
        self,
        index: int,
        part: Part,
        size: float,
        at: Box,
        *,
        align: Align = "left",
        paint: SolidPaint | None = None,
        baseline: float | None = None,
    ) -> TextLayer:
        """Return a part of a row on one line, centered on the middle of a box or on a baseline.

        Args:
            index: Of the row, from 0.
            part: What is set.
            size: px.
            at: Room across, and the middle to stand on.
            align: In the box.
            paint: None for the ink of the ground.
            baseline: px of the page; None for the middle.
        """
        layer = self.wrapping(index, part, size, at, align=align, paint=paint)
        for _ in range(_WIDENED):
            if len(self.block(layer).lines) == 1:
                break
            # What was measured small comes out a hair wider: one line stays one line.
            more = 0.06 * layer.box.width
            shift = {"left": 0.0, "center": more / 2, "right": more}[align]
            box = layer.box._replace(x=layer.box.x - shift, width=layer.box.width + more)
            layer = layer.model_copy(update={"box": box})
        return self.stood(layer, at, baseline)

    def wrapping(
        self,
        index: int,
        part: Part,
        size: float,
        at: Box,
        *,
        align: Align = "left",
        paint: SolidPaint | None = None,
    ) -> TextLayer:
        """Return a part of a row from the top of a box, in as many lines as its width asks."""
        name = f"row-{index + 1}-{part.kind}"
        layer = self._layer((name, part.text), size, at, voice_of(part), align)
        if paint is not None:
            runs = tuple(run.model_copy(update={"paint": paint}) for run in layer.runs)
            layer = layer.model_copy(update={"runs": runs})
        return snug(layer, layer.box, self.fonts)

    def whole(self, index: int, row: Row, size: float, at: Box) -> TextLayer:
        """Return a row as one centered line."""
        layer = self._layer((f"row-{index + 1}", row.text), size, at, "name", "center")
        return self.stood(snug(layer, layer.box, self.fonts), at, None)

    def note(self, index: int, words: str, size: float, at: Box) -> TextLayer:
        """Return a line that is no row, from the top of a box."""
        layer = self._layer((f"note-{index + 1}", words), size, at, "note", "left")
        return snug(layer, layer.box, self.fonts)

    def stood(self, layer: TextLayer, at: Box, baseline: float | None = None) -> TextLayer:
        """Return a text with its lines about the middle of a box, or on a baseline."""
        lines = self.block(layer).lines
        if baseline is None:
            middle = (lines[0].baseline_px + lines[-1].baseline_px) / 2
            size = max(run.size for run in layer.runs)
            drop = at.center.y - (middle - _MIDDLE * size)
        else:
            drop = baseline - lines[0].baseline_px
        return layer.model_copy(update={"box": layer.box.moved(0, round(drop, 2))})

    def block(self, layer: TextLayer) -> SetText:
        """Return a text as it is set."""
        return set_text(layer, self.fonts)

    def holds(self, layer: TextLayer, lines: int) -> bool:
        """Whether a text stands in so many lines, its words whole."""
        block = self.block(layer)
        return len(block.lines) <= lines and not broke_word(block)

    def wrapped(
        self, parts: Sequence[Part], most: float, width: float, lines: int
    ) -> float | None:
        """Return the largest size at which names stand in so many lines, or None."""
        size = most
        while size >= self.smallest_px - 0.01:
            room = Box(0, 0, width, 1e5)
            texts = (self.wrapping(0, part, size, room) for part in parts)
            if all(self.holds(text, lines) for text in texts):
                return size
            if size == self.smallest_px:
                return None
            size = max(self.smallest_px, size * _STEP)
        return None

    def rule(self, x1: float, y1: float, x2: float, y2: float, *, bold: float = 1.0) -> Shape:
        """Return a hairline in the ink of the ground."""
        stroke = Stroke(paint=self.setter.inks.text, width=bold * self.stroke_px, cap="butt")
        return Shape(path=line(x1, y1, x2, y2), stroke=stroke)

    def drawing(self, name: str, shapes: Sequence[Shape]) -> list[Layer]:
        """Return shapes as a layer; nothing of none."""
        if not shapes:
            return []
        layer_id = f"{self.setter.prefix}{name}"
        return [VectorLayer(id=layer_id, name=name, role="decoration", shapes=tuple(shapes))]

    def ink_on(self, fill: SolidPaint) -> SolidPaint:
        """Return the paint of the palette that stands out most on a fill."""
        roles: tuple[Literal["ink", "ground", "on_primary", "on_accent"], ...]
        roles = ("ink", "ground", "on_primary", "on_accent")
        return max(
            (self.palette.paint(role) for role in roles),
            key=lambda paint: contrast_ratio(paint.color, fill.color),
        )

    def tint(self, share: float) -> SolidPaint:
        """Return the primary mixed with the ground; 0 is the primary itself."""
        if share <= 0:
            return self.palette.paint("primary")
        under = self.setter.inks.ground.color
        return SolidPaint(color=self.palette.primary.mixed(under, share))

    def _layer(
        self, named: tuple[str, str], size: float, at: Box, voice: Voice, align: Align
    ) -> TextLayer:
        """Return words in the type of a voice; ``named`` is a name and the words."""
        name, words = named
        size = max(size, self.smallest_px)
        made = self.setter.layer(
            _SLOT[voice], words, size, at, align=align, display=voice == "figure"
        )
        run = made.runs[0].model_copy(update={"text": words})
        runs: tuple[TextRun, ...] = (run,)
        if voice == "figure":
            tracking = min(run.tracking, _FIGURE_TRACKING)
            runs = self._figures(words, run.model_copy(update={"tracking": tracking}))
        return made.model_copy(
            update={
                "id": f"{self.setter.prefix}{name}",
                "name": name,
                "role": _ROLE[voice],
                "box": at,
                "runs": runs,
                "align": align,
                "balance": False,
                "hanging": False,
                "hyphenate": False,
            }
        )

    def _figures(self, words: str, run: TextRun) -> tuple[TextRun, ...]:
        """Figures in full size and tabular, what stands beside them small."""
        face = self.fonts.faces_for(run.font, run.size)[0]
        tabular = figure_features(face, "tabular")
        small = max(self.smallest_px, _UNIT_SHARE * run.size)
        runs: list[TextRun] = []
        end = 0
        for match in _FIGURES.finditer(words):
            if match.start() > end:
                runs.append(
                    run.model_copy(update={"text": words[end : match.start()], "size": small})
                )
            runs.append(run.model_copy(update={"text": match[0], "features": tabular}))
            end = match.end()
        if end < len(words):
            runs.append(run.model_copy(update={"text": words[end:], "size": small}))
        return tuple(runs) or (run,)


def voice_of(part: Part) -> Voice:
    """Return how a part is set: names as words, all else as figures."""
    return "name" if part.kind == "name" else "figure"


def row_group(
    hand: Hand,
    index: int,
    row: Row,
    placed: Mapping[Part, TextLayer],
    under: Sequence[Layer] = (),
) -> GroupLayer:
    """Return the texts of a row as one group, in the order they are written.

    Args:
        hand: Whose prefix the id takes.
        index: Of the row, from 0.
        row: The row.
        placed: Its parts, set.
        under: What lies below them.
    """
    return GroupLayer(
        id=f"{hand.setter.prefix}row-{index + 1}",
        name=ROW,
        role="body",
        children=(*under, *(placed[part] for part in row.parts)),
    )


def grid_of(count: int, width: float, height: float, wanted: float) -> tuple[int, int]:
    """Return columns and rows for so many cells, each about ``wanted`` wide for its height."""
    best, fewest = (1, count), math.inf
    for columns in range(1, count + 1):
        rows = math.ceil(count / columns)
        aspect = (width / columns) / (height / rows)
        empty = columns * rows - count
        cost = abs(math.log(aspect / wanted)) + 0.6 * empty / count
        if cost < fewest:
            best, fewest = (columns, rows), cost
    return best


def dots(x1: float, x2: float, y: float, step: float, radius: float) -> Path:
    """Return a row of round dots, a leader from a name to its amount."""
    count = max(0, int((x2 - x1) / step) + 1)
    return Path.join(circle(x2 - i * step, y, radius) for i in range(count))
