"""Sheet: one page of the book, filled from the top with rows of rule, specimen and numbers.

Lengths are px on a page of 1080 × 1440.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from compositor.color import Color
from compositor.document import (
    FontChoice,
    Page,
    SolidPaint,
    TextLayer,
    TextRun,
    VectorLayer,
)
from compositor.document.layer import Layer, Shape
from compositor.document.paint import Paint
from compositor.geometry import Box, Path
from compositor.geometry.shapes import rectangle
from compositor.typography.texture import Manner, spacing_at

__all__ = [
    "ACCENT",
    "GROUND",
    "INK",
    "KAI",
    "PAPER",
    "QUIET",
    "SANS",
    "SERIF",
    "Sheet",
    "filled_page",
    "inked",
]

WIDTH: Final = 1080.0
HEIGHT: Final = 1440.0
MARGIN: Final = 72.0
SIDE: Final = 344.0
"""Where specimens begin; rules are named to the left of it."""

_LEAST_ROW: Final = 96.0
_FOOT: Final = 1396.0

SANS: Final = ("Inter", "Noto Sans SC")
SERIF: Final = ("EB Garamond", "Noto Serif SC")
KAI: Final = ("EB Garamond", "Danqing WenKai")


def filled_page(number: int, chinese: str, english: str, draw: Callable[[Sheet], None]) -> Page:
    """Return a page whose rows are spread over its whole height.

    Args:
        number: Counted from 1.
        chinese: Title.
        english: Title.
        draw: Adds the rows; called twice, the first time to see how high they are.
    """
    trial = Sheet(number, chinese, english)
    draw(trial)
    spare = max(0.0, _FOOT - trial.y) / max(1, trial.rows)
    sheet = Sheet(number, chinese, english, air=trial.air + round(spare, 1))
    draw(sheet)
    return sheet.page()


def inked(code: str) -> SolidPaint:
    """Return a paint of one color from its hex code."""
    return SolidPaint(color=Color.from_hex(code))


GROUND: Final = inked("#F4F1EA")
INK: Final = inked("#17191C")
QUIET: Final = inked("#6A6760")
ACCENT: Final = inked("#B8341B")
PAPER: Final = inked("#FFFFFF")


@dataclass
class Sheet:
    """A page in the making.

    Attributes:
        number: Counted from 1.
        chinese: Title.
        english: Title.
        air: Between rows.
        y: How far down it is filled.
        rows: How many there are.
    """

    number: int
    chinese: str
    english: str
    air: float = 44.0
    y: float = 0.0
    rows: int = 0
    _layers: list[Layer] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.bar(Box(MARGIN, 72, WIDTH - 2 * MARGIN, 6), INK)
        self.text(self.chinese, Box(MARGIN, 104, 700, 76), 68, weight=900, manner="hei")
        self.text(
            f"{self.english}\n{self.number:02d}",
            Box(SIDE + 330, 108, WIDTH - MARGIN - SIDE - 330, 60),
            19,
            weight=500,
            align="right",
            language="en",
        )
        self.y = 232.0

    def text(
        self,
        words: str | tuple[TextRun, ...],
        box: Box,
        size: float = 30,
        *,
        families: tuple[str, ...] = SANS,
        weight: int = 400,
        paint: Paint = INK,
        manner: Manner | None = None,
        tracking: float | None = None,
        features: tuple[str, ...] = (),
        **rules: Any,
    ) -> TextLayer:
        """Add a text and return its layer; leading and tracking follow its size.

        Args:
            words: Characters, or runs ready made.
            box: Where.
            size: Em size, px.
            families: Faces, Latin first.
            weight: Of the faces.
            paint: Fill.
            manner: Whose leading and tracking; None asks the language.
            tracking: Instead of the manner's.
            features: OpenType features.
            rules: Other fields of the layer.
        """
        english = str(rules.get("language", "zh-Hans")).startswith("en")
        spacing = spacing_at(size, manner or ("latin" if english else "hei"))
        rules.setdefault("leading", spacing.leading)
        if isinstance(words, str):
            font = FontChoice(families=families, weight=weight)
            run = TextRun(
                text=words,
                font=font,
                size=size,
                paint=paint,
                tracking=spacing.tracking if tracking is None else tracking,
                features=features,
            )
            words = (run,)
        layer = TextLayer(id=self._id("text"), box=box, runs=words, **rules)
        self._layers.append(layer)
        return layer

    def bar(self, box: Box, paint: Paint) -> None:
        """Add a filled box."""
        self.shape(rectangle(box), paint)

    def shape(self, outline: Path, paint: Paint) -> None:
        """Add a filled outline."""
        shape = Shape(path=outline, fill=paint)
        self._layers.append(VectorLayer(id=self._id("shape"), shapes=(shape,)))

    def layer(self, layer: TextLayer) -> None:
        """Add a text layer made elsewhere, under an id of this page."""
        self._layers.append(layer.model_copy(update={"id": self._id("text")}))

    def row(self, chinese: str, english: str, numbers: str, height: float) -> Box:
        """Begin a row and return the box for its specimen.

        Args:
            chinese: Name of the rule.
            english: The same.
            numbers: What is measured, or its source.
            height: Of the specimen.
        """
        top = self.y
        self.bar(Box(MARGIN, top, WIDTH - 2 * MARGIN, 1), inked("#BDB7A9"))
        self.text(chinese, Box(MARGIN, top + 22, 240, 34), 25, weight=700, tracking=0.02)
        self.text(
            english, Box(MARGIN, top + 62, 236, 50), 17, weight=500, language="en", leading=1.3
        )
        lines = 1 + (len(english) > 26)
        self.text(
            numbers,
            Box(MARGIN, top + 66 + 23 * lines, 236, height),
            15,
            paint=QUIET,
            leading=1.5,
            language="zh-Hans" if any("\u4e00" <= c <= "\u9fff" for c in numbers) else "en",
        )
        self.y = top + max(height, _LEAST_ROW) + self.air
        self.rows += 1
        return Box(SIDE, top + 24, WIDTH - MARGIN - SIDE, height)

    def page(self) -> Page:
        """Return the finished page."""
        return Page(
            id=f"page-{self.number}",
            name=f"{self.chinese} {self.english}",
            width=WIDTH,
            height=HEIGHT,
            margin=MARGIN,
            background=GROUND,
            layers=tuple(self._layers),
        )

    def _id(self, kind: str) -> str:
        return f"{self.number}-{kind}-{len(self._layers) + 1}"
