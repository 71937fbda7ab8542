"""Line-up: players standing together, in a row or one behind another, as large as fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from compositor.document.document import walk
from compositor.geometry import Affine, Box
from generators.vector.casting import Player
from generators.vector.scenes.stage import Stage

__all__ = ["aspect_of", "line_up", "span_of"]

_TILT_DEG = -13.0


@dataclass(frozen=True, kw_only=True)
class _Row:
    """A way to stand together, in units of the main hero's height.

    Attributes:
        overlap: Of the narrower of two neighbors.
        step: How much higher those behind stand.
        total: Width.
        tall: Height.
    """

    overlap: float
    step: float
    total: float
    tall: float


_OVERLAPS = (0.10, 0.22, 0.34, 0.46)
_STEP = 0.10
"""Those behind stand higher, and are seen over the shoulders of those in front."""


_HOVER = (0.72, 0.46)
"""Overlap and step when all others float: they hang above the main hero."""


def _rows(
    heights: Sequence[float], widths: Sequence[float], *, stacks: bool, hover: bool = False
) -> list[_Row]:
    found = []
    if stacks and hover:
        overlap, step = _HOVER
        joints = sum(min(a, b) for a, b in pairwise(widths))
        total = max(*widths, sum(widths) - overlap * joints)
        tall = max(h + (step if k else 0.0) for k, h in enumerate(heights))
        found.append(_Row(overlap=overlap, step=step, total=total, tall=tall))
    for overlap in _OVERLAPS if stacks else _OVERLAPS[:2]:
        step = _STEP * (overlap - _OVERLAPS[0]) / 0.36 if stacks else 0.0
        joints = sum(min(a, b) for a, b in pairwise(widths))
        tall = max(height + (step if k else 0.0) for k, height in enumerate(heights))
        found.append(
            _Row(overlap=overlap, step=step, total=sum(widths) - overlap * joints, tall=tall)
        )
    return found


def line_up(
    stage: Stage, actors: Sequence[Player], box: Box
) -> tuple[list[tuple[int, Affine]], Box]:
    """Return where each actor goes, by its number, and the box they cover together."""
    spans = [span_of(player) for player in actors]
    units = [
        (p.part.share if len(actors) > 1 else 1.0) / s.height
        for p, s in zip(actors, spans, strict=True)
    ]
    order = [0]
    for index in range(1, len(actors)):
        order = [*order, index] if index % 2 else [index, *order]
    widths = [spans[i].width * units[i] for i in order]
    heights = [span.height * unit for span, unit in zip(spans, units, strict=True)]
    floor = box.bottom if stage.ground_y is None else stage.ground_y
    room = (
        box.height
        if stage.ground_y is None
        else max(0.5 * box.height, min(floor, box.bottom) - box.y)
    )

    def fits(row: _Row) -> float:
        return min(box.width / row.total, room / row.tall)

    rows = _rows(
        heights,
        widths,
        stacks=not any(_is_labeled(p) for p in actors[1:]),
        hover=_hovers(actors),
    )
    row = max(rows, key=lambda one: fits(one) * (1 - 0.35 * one.overlap))
    scale = fits(row)
    left = box.center.x - row.total * scale / 2
    placed: list[tuple[int, Affine]] = []
    covered = Box(0, 0, 0, 0)
    for place, (index, width) in enumerate(zip(order, widths, strict=True)):
        player, span = actors[index], spans[index]
        k = scale * units[index]
        if player.drawing.floats:
            level = (
                (box.center.y + span.height * k / 2)
                if stage.ground_y is None
                else floor - 0.04 * box.height
            )
            level -= row.step * scale if index else 0.0
            foot = span.bottom
        else:
            level = floor - (0.0 if index == 0 else row.step * scale)
            foot = player.drawing.ground_y
        transform = Affine(k, 0, 0, k, left - span.x * k, level - foot * k)
        if stage.is_fast and player.part.tilts:
            seen = transform.apply_box(span)
            lift = Affine.translation(0, -0.10 * seen.height)
            transform = transform.then(Affine.rotation(_TILT_DEG, seen.center)).then(lift)
        placed.append((index, transform))
        covered = covered.union(transform.apply_box(span))
        after = widths[place + 1] if place + 1 < len(widths) else 0.0
        left += (width - row.overlap * min(width, after)) * scale
    return placed, covered


def _hovers(actors: Sequence[Player]) -> bool:
    first, others = actors[0].drawing, [player.drawing for player in actors[1:]]
    return not first.floats and bool(others) and all(drawing.floats for drawing in others)


def _is_labeled(player: Player) -> bool:
    return any(layer.kind == "text" for layer in walk(player.drawing.layers))


def aspect_of(players: Sequence[Player]) -> float:
    """Return width by height of the players standing together, garlands left out."""
    actors = [player for player in players if not player.part.garland] or list(players[:1])
    spans = [span_of(player) for player in actors]
    shares = [player.part.share if len(actors) > 1 else 1.0 for player in actors]
    widths = [share * s.width / s.height for share, s in zip(shares, spans, strict=True)]
    rows = _rows(
        shares,
        widths,
        stacks=not any(_is_labeled(p) for p in actors[1:]),
        hover=_hovers(actors),
    )
    return rows[-1].total / rows[-1].tall


def span_of(player: Player) -> Box:
    """Return the box of what is solid of a player, in px of its drawing."""
    bounds = player.drawing.silhouette.bounds
    return bounds if bounds.area > 0 else player.drawing.box
