"""WordmarkRequest and Wordmark: the name that is to be drawn, and the drawing.

Lengths of a wordmark are in u, 100 to the em of its leading line; its first baseline is
y = 0, its ink starts at x = 0; y down.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from compositor.document import FontChoice, Shape
from compositor.geometry import Box, Path
from compositor.geometry.boolean import simplify
from generators.vector.marks.mark import MarkInks

__all__ = ["EM_U", "Character", "Wordmark", "WordmarkRequest"]

EM_U = 100.0

Character = Literal[
    "modern", "tech", "natural", "classic", "luxury", "playful", "street", "oriental"
]
"""What a wordmark feels like: it chooses the face, where none is given, and the edits."""


@dataclass(frozen=True, kw_only=True)
class WordmarkRequest:
    """What name to draw, and how.

    Attributes:
        inks: Its paints; main for the letters, spark for the idea.
        name_latin: Brand name in Latin letters, or empty.
        name_zh: Brand name in Chinese, or empty; with both, `leads` says which is large.
        leads: The script of the first line.
        character: What it feels like.
        nouns: What the idea is about, most wanted first, English or Chinese.
        symbol: Outline to use for the idea, on any grid; None takes one for the nouns.
        edit: Name of the one signature edit; empty lets name, nouns and variant choose.
        font_latin: Face to start from; None takes the character's.
        font_zh: Face to start from; None takes the character's.
        weight: 100–900; None takes the font's.
        stroke_of_cap: Stroke of the mark beside it over the cap height; 0 where there is
            none. The weight goes half way to it.
        roundness: 0 sharp, 1 stroke ends and corners fully round.
        detail: 0 plain letters and the plainest edit, 1 all of it.
        tracking: More white between letters, −0.05–0.3 em.
        slant_deg: How far letters lean to the right, 0–18.
        angle_deg: The one angle of cuts and slits, shared with the mark; 0 takes the
            character's.
        proportion: Width of Chinese characters, 0.75 condensed to 1.25 extended; 0 takes
            the character's.
        seed: Start of every choice.
        variant: 0, 1, 2 … the next best edit.
    """

    inks: MarkInks
    name_latin: str = ""
    name_zh: str = ""
    leads: Literal["latin", "zh"] = "zh"
    character: Character = "modern"
    nouns: tuple[str, ...] = ()
    symbol: Path | None = None
    edit: str = ""
    font_latin: FontChoice | None = None
    font_zh: FontChoice | None = None
    weight: int | None = None
    stroke_of_cap: float = 0.0
    roundness: float = 0.2
    detail: float = 0.5
    tracking: float = 0.0
    slant_deg: float = 0.0
    angle_deg: float = 0.0
    proportion: float = 0.0
    seed: int = 0
    variant: int = 0


@dataclass(frozen=True, kw_only=True)
class Wordmark:
    """A drawn name.

    Attributes:
        shapes: Bottom first, in u, filled for the nonzero rule; no strokes, no clipping.
        says: Exactly what it says, a line for each script: its text alternative.
        line_boxes: Where each line of `says` has its ink, in u.
        name: Of its signature edit; ``plain`` when the letters only were set and refined.
        concept: One sentence on the idea.
        cap_u: Height of the leading line's capitals, or of its Chinese characters' ink.
        stem_u: Its dominant stroke.
        facts: Numbers of the construction.
    """

    shapes: tuple[Shape, ...]
    says: str
    line_boxes: tuple[Box, ...]
    name: str
    concept: str
    cap_u: float
    stem_u: float
    facts: dict[str, str | int | float | bool] = field(default_factory=dict)

    @property
    def ink_box(self) -> Box:
        """Around everything painted."""
        return Path.join(shape.path for shape in self.shapes).bounds

    @property
    def area(self) -> Path:
        """All of its ink as one outline, for a version in one color."""
        return simplify(Path.join(shape.path for shape in self.shapes))

    @property
    def node_count(self) -> int:
        """On-curve points a designer would see."""
        return sum(shape.path.node_count for shape in self.shapes)
