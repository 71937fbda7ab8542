"""monogram: two initials that pass over one another, or one in a broken ring."""

from __future__ import annotations

from compositor.document import Shape
from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import difference, offset, outline_stroke, union
from compositor.geometry.shapes import arc
from generators.vector.marks.glyphs import fitted_to, glyph
from generators.vector.marks.mark import CannotDraw, Mark, MarkRequest, filled, finished

__all__ = ["draw"]

_GAP = 2.8


def draw(request: MarkRequest) -> Mark:
    """Return the monogram; the variant picks overlap, ring, or a diagonal step.

    Raises:
        CannotDraw: The brand has no Latin name.
    """
    initials = request.initials
    if not initials:
        raise CannotDraw("a monogram needs name_latin")
    letters = initials[:2]
    if len(letters) == 1:
        second = [c for c in request.name_latin[1:] if c.isalpha()]
        letters += second[-1].upper() if second and request.variant % 3 == 2 else ""
    style = ("overlap", "ring", "step")[request.variant % 3] if len(letters) > 1 else "ring"
    paths = [glyph(c, request.font_latin) for c in letters]
    shapes, idea = {"overlap": _overlap, "ring": _ring, "step": _step}[style](paths, request)
    mark = Mark(
        shapes=tuple(shapes),
        construction="monogram",
        concept=f"{letters}: {idea}",
        subject=letters,
        stroke_u=8.0,
        has_round_ends=False,
        facts={"style": style, "letters": letters},
    )
    return finished(mark)


def _overlap(paths: list[Path], request: MarkRequest) -> tuple[list[Shape], str]:
    first = fitted_to(paths[0], Box(8, 8, 200, 80))
    second = fitted_to(paths[1], Box(8, 8, 200, 80))
    first = first.moved(-first.bounds.x, 0)
    width = first.bounds.width
    second = second.moved(width * 0.62 - second.bounds.x, 14)
    first = difference(first, offset(second, _GAP, join="miter"))
    return (
        [filled(first, request.inks.main), filled(second, request.inks.spark)],
        "one letter passes in front of the other / 两字前后相倚",
    )


def _ring(paths: list[Path], request: MarkRequest) -> tuple[list[Shape], str]:
    inks = request.inks
    pair = _side_by_side(paths)
    inside = fitted_to(pair, Box(18, 22, 60, 52) if len(paths) > 1 else Box(24, 19, 48, 58))
    ring = Path.join((arc(48, 48, 42, -160, 70), arc(48, 48, 42, 95, 175)))
    return (
        [
            filled(inside, inks.main),
            filled(outline_stroke(ring, 3.4, cap="butt"), inks.spark),
        ],
        "initials held by a ring that is left open / 环而不合，留有余地",
    )


def _step(paths: list[Path], request: MarkRequest) -> tuple[list[Shape], str]:
    first = fitted_to(paths[0], Box(8, 8, 44, 48))
    second = fitted_to(paths[1], Box(44, 40, 44, 48))
    rule = outline_stroke(Path.polygon([(18, 88), (78, 8)], closed=False), 3.4, cap="butt")
    first = difference(first, offset(rule, 3))
    second = difference(second, offset(rule, 3))
    return (
        [filled(union(first, second), request.inks.main), filled(rule, request.inks.spark)],
        "two initials, one line of sight between / 一线分两字",
    )


def _side_by_side(paths: list[Path]) -> Path:
    placed: list[Path] = []
    at = 0.0
    for path in paths:
        box = path.bounds
        placed.append(path.transformed(Affine.translation(at - box.x, 0)))
        at += box.width + 5
    return Path.join(placed)
