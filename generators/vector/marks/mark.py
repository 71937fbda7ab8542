"""MarkRequest and Mark: what a construction is asked for and what it returns.

All lengths are in u, the unit of the 96 × 96 box every mark is drawn in; y down.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from compositor.color import Color
from compositor.document import FontChoice, Shape, SolidPaint, Stroke
from compositor.errors import DesignError
from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import difference, outline_stroke, simplify, union

__all__ = [
    "BOX_U",
    "LIVE_AREA",
    "CannotDraw",
    "Mark",
    "MarkInks",
    "MarkRequest",
    "Treatment",
    "filled",
    "finished",
    "ink_path",
    "stroked",
]

BOX_U = 96.0
LIVE_AREA = Box(8, 8, 80, 80)
"""Where the ink of a mark ends. Source: design rules, logo commons."""

Treatment = Literal["clean", "doodle"]

_SAFE_FONT = FontChoice(families=("Inter", "Noto Sans SC"), weight=700)


class CannotDraw(DesignError):
    """Raised when a construction needs a name, character or subject the request lacks."""


@dataclass(frozen=True, kw_only=True)
class MarkInks:
    """The paints of a mark, of which it uses at most three; tokens name the theme's roles.

    Attributes:
        main: What the mark is drawn in.
        spark: One small part of it, the idea.
        ground: What it stands on; used for parts that must cover others.
        tint: A second tone of main, for large second parts.
    """

    main: SolidPaint
    spark: SolidPaint
    ground: SolidPaint
    tint: SolidPaint


@dataclass(frozen=True, kw_only=True)
class MarkRequest:
    """What to draw.

    Attributes:
        name_latin: Brand name in Latin letters, or empty.
        name_zh: Brand name in Chinese, or empty.
        subjects: Nouns to show, most wanted first, English or Chinese.
        hints: The style's own motifs, for a symbol when no subject names one.
        inks: Its paints.
        weight_u: Stroke of line constructions, 3.2–9.
        roundness: 0 sharp corners and flat ends, 1 fully round.
        font_latin: Face of constructions made from Latin glyphs.
        font_zh: Face of constructions made from Chinese characters.
        seed: Start of every random choice.
        variant: 0, 1, 2 … ask the same construction for another answer.
        treatment: clean geometry, or doodle: the pen's uneven line.
    """

    inks: MarkInks
    name_latin: str = ""
    name_zh: str = ""
    subjects: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    weight_u: float = 5.0
    roundness: float = 0.6
    font_latin: FontChoice = _SAFE_FONT
    font_zh: FontChoice = _SAFE_FONT
    seed: int = 0
    variant: int = 0
    treatment: Treatment = "clean"

    @property
    def initials(self) -> str:
        """Up to three capitals: first letters of the words, or the first of one word."""
        words = [w for w in self.name_latin.replace("-", " ").split() if w[0].isalpha()]
        return "".join(w[0] for w in words[:3]).upper()

    @property
    def seed_pair(self) -> tuple[int, int]:
        """Seed and variant, for `numpy.random.default_rng`."""
        return self.seed % 2**32, self.variant


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A drawn mark.

    Attributes:
        shapes: Bottom first, in u.
        construction: Its name in `CONSTRUCTIONS`.
        concept: One sentence: what meets what, and why.
        subject: The subject drawn, or empty.
        stroke_u: Its dominant stroke: what a wordmark beside it should match.
        has_round_ends: Whether its strokes end round.
        facts: Parameters of the construction.
    """

    shapes: tuple[Shape, ...]
    construction: str
    concept: str
    subject: str = ""
    stroke_u: float
    has_round_ends: bool = True
    facts: dict[str, str | int | float | bool] = field(default_factory=dict)

    @property
    def node_count(self) -> int:
        """On-curve points a designer would see."""
        return sum(shape.path.node_count for shape in self.shapes)

    @property
    def ink_box(self) -> Box:
        """Around everything painted, strokes included."""
        return ink_path(self.shapes).bounds


def filled(path: Path, paint: SolidPaint) -> Shape:
    """Return a filled outline."""
    return Shape(path=path, fill=paint)


def stroked(path: Path, paint: SolidPaint, width_u: float, *, is_round: bool = True) -> Shape:
    """Return a line of constant width."""
    ends: Literal["round", "butt"] = "round" if is_round else "butt"
    joins: Literal["round", "miter"] = "round" if is_round else "miter"
    return Shape(path=path, stroke=Stroke(paint=paint, width=width_u, cap=ends, join=joins))


def ink_path(shapes: tuple[Shape, ...], *, without: Color | None = None) -> Path:
    """Return the area the shapes paint as one outline, for a one-color version.

    Args:
        shapes: Bottom first.
        without: A color that takes away instead of adding: the ground's.
    """
    area = Path()
    for shape in shapes:
        for part, paint in _parts(shape):
            takes = (
                without is not None and isinstance(paint, SolidPaint) and paint.color == without
            )
            if takes:
                area = difference(area, part) if area.segments else area
            else:
                area = union(area, part) if area.segments else simplify(part)
    return area


def _parts(shape: Shape) -> list[tuple[Path, object]]:
    parts: list[tuple[Path, object]] = []
    if shape.fill is not None:
        parts.append((simplify(shape.path), shape.fill))
    if shape.stroke is not None:
        s = shape.stroke
        parts.append((outline_stroke(shape.path, s.width, cap=s.cap, join=s.join), s.paint))
    return parts


def finished(mark: Mark, *, fill: Box = LIVE_AREA) -> Mark:
    """Return the mark scaled into the live area and optically centered.

    The middle of the box and the center of gravity of the ink are averaged: a drop or a
    triangle centered by its box alone hangs low or high. Stroke widths keep their value, so
    that the weight asked for is the weight drawn.
    """
    widest = max((s.stroke.width for s in mark.shapes if s.stroke), default=0.0)
    ink = ink_path(mark.shapes)
    box = ink.bounds
    room = fill.inset(widest / 2)
    lines = Box(
        box.x + widest / 2,
        box.y + widest / 2,
        max(box.width - widest, 1e-6),
        max(box.height - widest, 1e-6),
    )
    fit = Affine.fitting(lines, room)
    shapes = tuple(
        shape.model_copy(update={"path": shape.path.transformed(fit)}) for shape in mark.shapes
    )
    placed = ink_path(shapes)
    gx, gy = _centroid(placed)
    middle = placed.bounds.center
    slack_x = max(0.0, 4 + (BOX_U - 8 - placed.bounds.width) / 2 - 4)
    slack_y = max(0.0, 4 + (BOX_U - 8 - placed.bounds.height) / 2 - 4)
    dx = _clamped(BOX_U / 2 - (gx + middle.x) / 2, slack_x) + 0.0
    dy = _clamped(BOX_U / 2 - (gy + middle.y) / 2, slack_y) + 0.0
    moved = tuple(s.model_copy(update={"path": s.path.moved(dx, dy)}) for s in shapes)
    return replace(mark, shapes=moved)


def _clamped(value: float, limit: float) -> float:
    return max(-limit, min(limit, value))


def _centroid(path: Path) -> tuple[float, float]:
    """Center of gravity of an area by Green's theorem; holes count negative."""
    area = sx = sy = 0.0
    for line in path.flattened(8):
        for a, b in zip(line, [*line[1:], line[0]], strict=True):
            cross = a.x * b.y - b.x * a.y
            area += cross
            sx += (a.x + b.x) * cross
            sy += (a.y + b.y) * cross
    if abs(area) < 1e-9:
        return path.bounds.center
    return sx / (3 * area), sy / (3 * area)
