"""monogram: initials that share a stem, nest, interlace or exclude one another."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from compositor.document import Shape
from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import (
    difference,
    intersection,
    offset,
    outline_stroke,
    union,
    xor,
)
from compositor.geometry.fit import signed_area
from compositor.geometry.shapes import arc
from generators.vector.marks.constructions.letter_outline import (
    cut_at,
    has_left_stem,
    has_right_stem,
    left_stem_width,
    letter_area,
    runs_at,
    without_crumbs,
)
from generators.vector.marks.dials import MIDDLE_WEIGHT_U
from generators.vector.marks.mark import (
    CannotDraw,
    Mark,
    MarkRequest,
    filled,
    finished,
    node_budget,
)

__all__ = ["STYLES", "draw"]

_GAP = 3.0
_SPARE_NODES = 6
_CURVED = "CDGJOQSU"
_TALL = Box(8, 8, 300, 80)


def draw(request: MarkRequest) -> Mark:
    """Return the monogram; the variant moves through the interlaces the letters allow.

    Raises:
        CannotDraw: The brand has no Latin name.
    """
    initials = request.initials
    if not initials:
        raise CannotDraw("a monogram needs name_latin")
    letters = initials[:2]
    if len(letters) == 1:
        rest = [c for c in request.name_latin[1:] if c.isalpha()]
        letters += rest[-1].upper() if rest and request.variant % 3 == 2 else ""
    for kept in (1.0, 0.0):
        # Round corners double the nodes of M or W; whether they stay does not depend on how
        # round is asked for.
        roundest = _drawn(letters, replace(request, roundness=0.5 * kept))
        if roundest.node_count <= node_budget(roundest) - _SPARE_NODES:
            break
    return _drawn(letters, replace(request, roundness=request.roundness * kept))


def _drawn(letters: str, request: MarkRequest) -> Mark:
    paths = [letter_area(c, request.font_latin, _TALL, request) for c in letters]
    # Whether letters can nest is asked of the middle weight: thicker keeps the style.
    plain = replace(request, weight_u=MIDDLE_WEIGHT_U)
    able = _able(letters, [letter_area(c, request.font_latin, _TALL, plain) for c in letters])
    style = able[request.variant % len(able)]
    shapes, idea = STYLES[style](paths, request)
    mark = Mark(
        shapes=tuple(shapes),
        construction="monogram",
        concept=f"{letters}: {idea}",
        subject=letters,
        stroke_u=8.0,
        has_round_ends=request.roundness >= 0.6,
        facts={"style": style, "letters": letters, "gap_u": _GAP},
    )
    return finished(mark)


def _able(letters: str, paths: list[Path]) -> list[str]:
    """The styles these letters allow, best first."""
    if len(paths) == 1:
        return ["ring"]
    able = []
    if has_right_stem(paths[0]) and has_left_stem(paths[1]):
        able.append("shared_stem")
    # Two straight-sided letters laid over one another only make a checkerboard.
    is_curved = any(c in _CURVED for c in letters)
    if is_curved:
        able.append("over_under")
    if _room(paths[0])[2] > 13:
        able.append("nested")
    able += ["step", "ring"]
    return [*able, "xor"] if all(c in _CURVED for c in letters) else able


def _over_under(paths: list[Path], request: MarkRequest) -> tuple[list[Shape], str]:
    first = paths[0].moved(-paths[0].bounds.x, 0)
    width = first.bounds.width
    second = paths[1].moved(width * 0.56 - paths[1].bounds.x, 20)
    shared = intersection(first, second)
    crossings = [c.bounds for c in shared.contours() if signed_area(c) > 3]
    crossings.sort(key=lambda b: (b.center.y, b.center.x))
    a, b = first, second
    for i, crossing in enumerate(crossings):
        place = crossing.inset(-_GAP - 1.5)
        if i % 2 == 0:
            a = cut_at(a, second, _GAP, place)
        else:
            b = cut_at(b, first, _GAP, place)
    inks = request.inks
    return (
        [filled(without_crumbs(a), inks.main), filled(without_crumbs(b), inks.spark)],
        "each letter passes once over and once under / 一上一下，彼此相扣",
    )


def _shared_stem(paths: list[Path], request: MarkRequest) -> tuple[list[Shape], str]:
    first, second = paths
    stem = left_stem_width(second)
    second = second.moved(first.bounds.right - second.bounds.x - stem, 0)
    if request.variant % 2:
        second = second.moved(0, first.bounds.height * 0.26)
    whole = without_crumbs(union(first, second))
    return [filled(whole, request.inks.main)], "two letters stand on one stem / 两字同柱而立"


def _nested(paths: list[Path], request: MarkRequest) -> tuple[list[Shape], str]:
    # The room is the letter's at the middle weight, so that thicker never means smaller.
    plain = replace(request, weight_u=MIDDLE_WEIGHT_U)
    x, y, radius = _room(letter_area(request.initials[0], request.font_latin, _TALL, plain))
    small = paths[1]
    box = small.bounds
    fit = 2 * radius * 0.94 / math.hypot(box.width, box.height) * 1.18
    middle = box.center
    place = Affine.translation(-middle.x, -middle.y).then(Affine.scaling(fit))
    guest = small.transformed(place.then(Affine.translation(x, y)))
    host = difference(paths[0], offset(guest, _GAP))
    return (
        [filled(without_crumbs(host), request.inks.main), filled(guest, request.inks.spark)],
        "the first letter makes room for the second / 前字留位，后字安居",
    )


def _xor(paths: list[Path], request: MarkRequest) -> tuple[list[Shape], str]:
    first = paths[0].moved(-paths[0].bounds.x, 0)
    second = paths[1].moved(first.bounds.width * 0.5 - paths[1].bounds.x, 16)
    area = without_crumbs(xor(first, second), 14.0)
    return (
        [filled(area, request.inks.main)],
        "where both speak, light gets in / 相叠之处，光由此入",
    )


def _ring(paths: list[Path], request: MarkRequest) -> tuple[list[Shape], str]:
    inks = request.inks
    pair = _side_by_side(paths)
    box = pair.bounds
    room = Box(18, 22, 60, 52) if len(paths) > 1 else Box(24, 19, 48, 58)
    inside = pair.transformed(Affine.fitting(box, room))
    ring = Path.join((arc(48, 48, 42, -160, 70), arc(48, 48, 42, 95, 175)))
    if request.detail < 0.25:
        ring = arc(48, 48, 42, -160, 120)
    width = max(4.4, request.weight_u * 0.9)
    return (
        [
            filled(inside, inks.main),
            filled(outline_stroke(ring, width, cap="butt"), inks.spark),
        ],
        "initials held by a ring that is left open / 环而不合，留有余地",
    )


def _step(paths: list[Path], request: MarkRequest) -> tuple[list[Shape], str]:
    first = paths[0].transformed(Affine.fitting(paths[0].bounds, Box(8, 8, 44, 48)))
    second = paths[1].transformed(Affine.fitting(paths[1].bounds, Box(44, 40, 44, 48)))
    width = max(4.2, request.weight_u * 0.9)
    rule = outline_stroke(Path.polygon([(18, 88), (78, 8)], closed=False), width, cap="butt")
    first = difference(first, offset(rule, _GAP))
    second = difference(second, offset(rule, _GAP))
    first = difference(first, offset(second, _GAP))
    both = Path.join((without_crumbs(first), without_crumbs(second)))
    return (
        [filled(both, request.inks.main), filled(rule, request.inks.spark)],
        "two initials, one line of sight between / 一线分两字",
    )


def _room(path: Path) -> tuple[float, float, float]:
    """Middle and radius of the largest free circle inside a letter's box."""
    box = path.bounds
    ink = [p for line in path.flattened(5) for p in _dense(line)]
    best = (box.center.x, box.center.y, 0.0)
    for i in range(4, 13):
        for j in range(3, 14):
            x, y = box.x + box.width * i / 16, box.y + box.height * j / 16
            if any(low <= x <= high for low, high in runs_at(path, y)):
                continue
            radius = min(math.dist((x, y), p) for p in ink)
            if radius > best[2]:
                best = (x, y, radius)
    return best


def _dense(line: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    found = []
    for a, b in pairwise(line):
        count = max(1, round(math.dist(a, b) / 3))
        found += [
            (a[0] + (b[0] - a[0]) * k / count, a[1] + (b[1] - a[1]) * k / count)
            for k in range(count)
        ]
    return found


def _side_by_side(paths: list[Path]) -> Path:
    placed: list[Path] = []
    at = 0.0
    for path in paths:
        box = path.bounds
        placed.append(path.moved(at - box.x, 0))
        at += box.width + 7
    return Path.join(placed)


Style = Callable[[list[Path], MarkRequest], tuple[list[Shape], str]]
STYLES: dict[str, Style] = {
    "shared_stem": _shared_stem,
    "over_under": _over_under,
    "nested": _nested,
    "xor": _xor,
    "ring": _ring,
    "step": _step,
}
