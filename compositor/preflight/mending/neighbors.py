"""Neighbors: how a text stands to the others, which a repair of it must not disturb."""

from __future__ import annotations

from dataclasses import dataclass

from compositor.geometry import Box
from compositor.preflight.measured import MeasuredPage

__all__ = ["disturbs"]

_CROWDED_EM = 0.3
"""Texts nearer than this, in ems of the smaller one, press against each other."""
_JOINED_EM = 1.5
"""Texts nearer than this, in ems of the larger one, belong together."""
_TORN_EM = 0.8
"""How much further apart, in ems of the larger one, they may then be brought."""
_SLACK_PX = 1.0


@dataclass(frozen=True)
class _Relation:
    """How one text stands to another, px.

    Attributes:
        across: Gap between them sideways; negative where they overlap.
        down: Gap between them up and down.
        side: (-1, 0 or 1 sideways, the same downwards): where this one lies seen from there.
        small: Em of the smaller one.
        large: Em of the larger one.
    """

    across: float
    down: float
    side: tuple[int, int]
    small: float
    large: float

    @property
    def gap(self) -> float:
        return max(self.across, self.down)


def disturbs(before: MeasuredPage, after: MeasuredPage, layer: str, *, is_advice: bool) -> bool:
    """Whether a text came to press against another, or left its place among them.

    Args:
        before: The page as it was.
        after: The page with the text repaired.
        layer: The text.
        is_advice: Whether the fault was soft: then the text must also stay with the texts
            it belongs to.
    """
    was, now = _relations(before, layer), _relations(after, layer)
    for name in was.keys() & now.keys():
        old, new = was[name], now[name]
        if new.gap < _CROWDED_EM * new.small and new.gap < old.gap - _SLACK_PX:
            return True
        if any(a * b < 0 for a, b in zip(old.side, new.side, strict=True)):
            return True
        belongs = 0 <= old.gap < _JOINED_EM * old.large
        if is_advice and belongs and new.gap > old.gap + _TORN_EM * old.large:
            return True
    return False


def _relations(page: MeasuredPage, layer: str) -> dict[str, _Relation]:
    mine = page.text(layer)
    found: dict[str, _Relation] = {}
    for other in page.texts if mine is not None else ():
        if mine is None or other is mine:
            continue
        sizes = sorted((mine.size_px, other.size_px))
        found[other.item.id] = _relation(mine.ink, other.ink, (sizes[0], sizes[1]))
    return found


def _relation(mine: Box, other: Box, sizes: tuple[float, float]) -> _Relation:
    left, right = other.x - mine.right, mine.x - other.right
    above, below = other.y - mine.bottom, mine.y - other.bottom
    return _Relation(
        across=max(left, right),
        down=max(above, below),
        side=(_sign(right, left), _sign(below, above)),
        small=sizes[0],
        large=sizes[1],
    )


def _sign(after: float, before: float) -> int:
    """1 when clear on the far side, -1 when clear on the near one, 0 when alongside."""
    if after > -_SLACK_PX:
        return 1
    return -1 if before > -_SLACK_PX else 0
