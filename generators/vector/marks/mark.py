"""MarkRequest and Mark: what a construction is asked for and what it returns.

All lengths are in u, the unit of the 96 × 96 box every mark is drawn in; y down.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Literal

from compositor.color import Color
from compositor.document import FontChoice, Shape, SolidPaint, Stroke
from compositor.errors import DesignError
from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import difference, outline_stroke, simplify, union
from compositor.geometry.fit import cleaned

__all__ = [
    "BOX_U",
    "LINE_ART",
    "LIVE_AREA",
    "CannotDraw",
    "Mark",
    "MarkInks",
    "MarkRequest",
    "Treatment",
    "center_of_weight",
    "filled",
    "finished",
    "ink_path",
    "node_budget",
    "stroked",
]

BOX_U = 96.0
LIVE_AREA = Box(8, 8, 80, 80)
"""Where the ink of a mark ends. Source: design rules, logo commons."""

LINE_ART = ("line_art", "mascot", "emblem", "seal", "pictorial", "hanzi_mark")
"""Pictures, characters and badges: they may have more nodes than a geometric mark."""

_GEOMETRIC_NODES, _LINE_ART_NODES = 60, 300
_TOLERANCES_U = (0.08, 0.12, 0.18, 0.25)

Treatment = Literal["clean", "doodle", "flat"]

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
        detail: 0 the fewest parts that still say it, 1 all of them.
        font_latin: Face of constructions made from Latin glyphs.
        font_zh: Face of constructions made from Chinese characters.
        seed: Start of every random choice.
        variant: 0, 1, 2 … ask the same construction for another answer.
        treatment: clean geometry; doodle, the pen's uneven line; or flat, for constructions
            with gradients: solid paints and gaps in their place.
    """

    inks: MarkInks
    name_latin: str = ""
    name_zh: str = ""
    subjects: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    weight_u: float = 5.0
    roundness: float = 0.6
    detail: float = 0.5
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
    """Return the mark in few nodes, inside the live area, and optically centered.

    The middle of the box and the center of gravity of the ink share the offset, but the
    center of gravity never ends more than about 1.5 u off the middle: a drop or a triangle
    centered by its box alone hangs low or high. What that pushes out of the live area is
    scaled back, to 0.8 at most. Stroke widths keep their value, so that the weight asked for
    is the weight drawn.
    """
    shapes = _few_nodes(mark.shapes, node_budget(mark))
    widest = max((s.stroke.width for s in shapes if s.stroke), default=0.0)
    box = ink_path(shapes).bounds
    room = fill.inset(widest / 2)
    lines = Box(
        box.x + widest / 2,
        box.y + widest / 2,
        max(box.width - widest, 1e-6),
        max(box.height - widest, 1e-6),
    )
    shapes = _moved(shapes, Affine.fitting(lines, room))
    shapes = _moved(shapes, _balancing(ink_path(shapes), fill, widest))
    # Scaling lines but not their weight shifts the balance a little: once more settles it.
    shapes = _moved(shapes, _balancing(ink_path(shapes), fill, widest))
    return replace(mark, shapes=shapes)


def node_budget(mark: Mark) -> int:
    """Return how many nodes a designer would accept in it: 60, or 300 in a picture or badge."""
    is_free = mark.construction in LINE_ART or mark.facts.get("treatment") == "doodle"
    return _LINE_ART_NODES if is_free else _GEOMETRIC_NODES


def _few_nodes(shapes: tuple[Shape, ...], budget: int) -> tuple[Shape, ...]:
    """The shapes in as few nodes as the finest tolerance gives that keeps the budget."""
    found = shapes
    for tolerance in _TOLERANCES_U:
        found = tuple(_fitted(shape, tolerance) for shape in shapes)
        if sum(shape.path.node_count for shape in found) <= budget:
            break
    return found


def _fitted(shape: Shape, tolerance_u: float) -> Shape:
    if shape.fill is None or shape.stroke is not None:
        return shape
    fewer = cleaned(shape.path, tolerance_u)
    if fewer.is_empty or fewer.node_count >= shape.path.node_count:
        return shape
    return shape.model_copy(update={"path": fewer})


def _moved(shapes: tuple[Shape, ...], place: Affine) -> tuple[Shape, ...]:
    if place.is_identity:
        return shapes
    return tuple(s.model_copy(update={"path": s.path.transformed(place)}) for s in shapes)


def _balancing(ink: Path, fill: Box, widest: float) -> Affine:
    """The move, and the scale it needs, that bring the ink's weight to the middle."""
    box, middle = ink.bounds, fill.center
    gx, gy = center_of_weight(ink)
    dx = _shift(middle.x - gx, middle.x - box.center.x)
    dy = _shift(middle.y - gy, middle.y - box.center.y)
    line = widest / 2
    reach_x = max(middle.x - box.x - dx, box.right + dx - middle.x) - line
    reach_y = max(middle.y - box.y - dy, box.bottom + dy - middle.y) - line
    scale = min(
        1.0,
        (fill.width / 2 - line) / max(reach_x, 1e-6),
        (fill.height / 2 - line) / max(reach_y, 1e-6),
    )
    scale = max(0.8, scale)
    place = Affine.translation(dx - middle.x, dy - middle.y).then(Affine.scaling(scale))
    x, y = middle
    return place.then(Affine.translation(x, y))


_OFF_BALANCE_U = 0.9


def _shift(to_weight: float, to_box: float) -> float:
    """How far to move along one axis: between both middles, close enough to the weight's."""
    half = (to_weight + to_box) / 2
    rest = to_weight - half
    if abs(rest) <= _OFF_BALANCE_U:
        return half
    return to_weight - math.copysign(_OFF_BALANCE_U, rest)


def center_of_weight(path: Path) -> tuple[float, float]:
    """Return the center of gravity of an area by Green's theorem; holes count negative."""
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
