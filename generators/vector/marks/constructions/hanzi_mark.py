"""hanzi_mark: a Chinese character made a figure by one edit that keeps it readable."""

from __future__ import annotations

import math
from dataclasses import replace

from compositor.document import Shape
from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import difference, intersection, offset, outline_stroke, union
from compositor.geometry.fit import signed_area
from compositor.geometry.shapes import arc, circle
from generators.vector.marks.constructions.seal import hanzi_of
from generators.vector.marks.dials import MIDDLE_WEIGHT_U, shaped
from generators.vector.marks.glyphs import fitted_to, glyph, outer_and_counters
from generators.vector.marks.mark import CannotDraw, Mark, MarkRequest, filled, finished
from generators.vector.marks.solid import counter_for

__all__ = ["draw"]

_FIELD = Box(10, 10, 76, 76)
_DOT_SOLIDITY = 0.86
_MOST_LOST = 0.03
"""Share of a character's ink that a symbol in place of its dot may take."""


def draw(request: MarkRequest) -> Mark:
    """Return the first character of the name: a dot replaced, a moon gate, or a slice moved.

    Raises:
        CannotDraw: There is no Chinese character.
    """
    text = hanzi_of(request, 1)
    if not text:
        raise CannotDraw("a hanzi mark needs name_zh, or a subject of one Chinese character")
    character = fitted_to(glyph(text, request.font_zh), _FIELD, stretch=1.12)
    style = ("dot", "gate", "slice")[request.variant % 3]
    dot = _dot(character) if style == "dot" else None
    if style == "dot" and dot is None:
        style = "gate"
    dotted = _with_symbol(character, dot, request) if dot is not None else None
    if style == "dot" and dotted is None:
        style = "gate"
    if style == "gate" and _is_dense(character):
        style = "slice"
    if dotted is not None:
        shapes = dotted
        idea = "one dot of the character becomes the idea / 以一点点题"
    elif style == "gate":
        shapes = _in_gate(character, request)
        idea = "the character steps through a moon gate / 字出月门"
    else:
        shapes = _sliced(character, request)
        idea = "one cut, one shift: the light gets in / 一刀一错，光由此入"
    mark = Mark(
        shapes=tuple(shapes),
        construction="hanzi_mark",
        concept=f"{text}: {idea}",
        subject=text,
        stroke_u=7.0,
        has_round_ends=False,
        facts={"style": style, "character": text},
    )
    if style == "gate":
        # Inside the ring the strokes are small already; they cannot be thinner still.
        request = replace(request, weight_u=max(request.weight_u, MIDDLE_WEIGHT_U))
    return finished(shaped(mark, request, radius_u=1.8, most_nodes=240))


def _is_dense(character: Path) -> bool:
    """Whether the counters would fill up at the size they have inside a gate."""
    closed = offset(offset(character, 2.0), -2.0)
    return _ink(closed) > 1.06 * _ink(character)


def _ink(path: Path) -> float:
    return abs(sum(signed_area(c) for c in path.contours()))


def _dot(character: Path) -> Path | None:
    """The contour most like a dot: small, compact, apart from the rest."""
    outer, _ = outer_and_counters(character)
    islands = outer.contours()
    if len(islands) < 2:
        return None
    total = sum(i.bounds.area for i in islands)
    best: tuple[float, Path] | None = None
    for island in islands:
        box = island.bounds
        share = box.area / total
        aspect = max(box.width, box.height) / max(min(box.width, box.height), 1e-6)
        if not 0.012 <= share <= 0.16 or aspect > 2.4 or _solidity(island) < _DOT_SOLIDITY:
            continue
        cost = aspect + box.y / 60 + abs(share - 0.05) * 6
        if best is None or cost < best[0]:
            best = (cost, island)
    return best[1] if best else None


def _solidity(island: Path) -> float:
    """Share of its convex hull that a stroke fills: a dot nearly all, a hook about half."""
    points = sorted({(p.x, p.y) for line in island.flattened(6) for p in line})
    hull: list[tuple[float, float]] = []
    for run in (points, points[::-1]):
        chain: list[tuple[float, float]] = []
        for p in run:
            while len(chain) > 1 and _turns_right(chain[-2], chain[-1], p):
                chain.pop()
            chain.append(p)
        hull += chain[:-1]
    return abs(signed_area(island)) / max(abs(signed_area(Path.polygon(hull))), 1e-6)


def _turns_right(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]
) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0


def _with_symbol(character: Path, dot: Path, request: MarkRequest) -> list[Shape] | None:
    """The character with its dot replaced; None where the symbol would eat its strokes."""
    box = dot.bounds
    rest = Path.join(c for c in character.contours() if not box.inset(-0.5).covers(c.bounds))
    side = max(box.width, box.height, 12.0) * 1.08
    symbol = fitted_to(
        counter_for((*request.subjects, *request.hints), request.seed),
        Box(box.center.x - side / 2, box.center.y - side / 2, side, side),
    )
    parted = difference(rest, offset(symbol, 2.2))
    if _ink(parted) < (1 - _MOST_LOST) * _ink(rest):
        return None
    return [filled(parted, request.inks.main), filled(symbol, request.inks.spark)]


def _in_gate(character: Path, request: MarkRequest) -> list[Shape]:
    ring = outline_stroke(arc(48, 48, 44, -38, 232), 4.6, cap="round")
    inside = character.transformed(Affine(0.66, 0, 0, 0.66, 48 * 0.34, 48 * 0.34))
    ring = difference(ring, offset(inside, 3.0))
    dot_at = math.radians(-83)
    dot = circle(48 + 44 * math.cos(dot_at), 48 + 44 * math.sin(dot_at), 4.6)
    return [
        filled(union(ring, inside), request.inks.main),
        filled(dot, request.inks.spark),
    ]


def _sliced(character: Path, request: MarkRequest) -> list[Shape]:
    slope = math.tan(math.radians(-15))
    upper = Path.polygon(
        [(-40, -40), (136, -40), (136, 52 + 60 * slope), (-40, 52 - 60 * slope)]
    )
    gap = 1.6
    above = intersection(character, upper.moved(0, -gap)).moved(2.6, -0.7)
    below = difference(character, upper.moved(0, gap)).moved(-2.6, 0.7)
    return [filled(above, request.inks.main), filled(below, request.inks.main)]
