"""Where a full-width mark lies in its cell, put right where a face draws it elsewhere.

Many display faces draw Chinese marks like Western ones: stops in the middle of the cell, an
ellipsis on the baseline, brackets far from what they hold, no vertical forms. Mainland
typesetting has them at fixed places.
Source: GB/T 15834-2011, 5.1 and 5.2; https://www.w3.org/TR/clreq/#id88 (glyphs, sizes and
positions of punctuation marks).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from compositor.typography.characters import (
    CLOSING,
    CORNERED,
    DASHES,
    OPENING,
    SIDED,
    STOPS,
    WIDE_EXCLAMATIONS,
)
from compositor.typography.face import Face
from compositor.typography.setting.cluster import Cluster

__all__ = ["join_dashes", "settle_mark"]

_FULL_EM: Final = 0.6
"""Marks narrower than this have no cell to lie in: the face sets them by their own width."""
_LEAST_STOP_EM: Final = 0.45
"""A stop narrower than this would meet what follows it."""
_HUG_EM: Final = 0.08
"""White between a bracket and what it holds."""
_STOP_EM: Final = 0.1
"""White before a stop, which lies at the left of its cell, or below what precedes it."""
_STOP_SEEN_EM: Final = 0.22
_EXCLAMATION_EM: Final = 0.16
_EXCLAMATION_SEEN_EM: Final = 0.32
"""White from which a mark is seen to lie elsewhere."""
_HAN_MIDDLE_EM: Final = 0.38
_LOW_EM: Final = 0.22
"""Middle of the ideographs over the baseline, and where the middle of a Western … lies."""
_RIGHT_EM: Final = 0.4
"""Right edge of a stop from the middle of a vertical column."""
_SIDE_EM: Final = 0.22
"""Middle of a colon or an exclamation mark from the middle of a vertical column."""
_RIGHT_SEEN_EM: Final = 0.08
_DASH_OVERLAP_EM: Final = 0.02
_DASH_END: Final = 0.1
"""Part of a dash's length that is its end."""


def settle_mark(cluster: Cluster, shift: float) -> None:
    """Move the ink of a mark to its place in the cell, if its face draws it elsewhere.

    Args:
        cluster: Shaped, its white known.
        shift: Upwards, px at scale 1, that its glyphs were given already.
    """
    if cluster.ink.is_empty or cluster.kind != "mark" or cluster.level % 2:
        return
    if cluster.stance == "flat":
        _settle_flat(cluster, shift)
    elif cluster.stance in ("upright", "sideways"):
        _settle_vertical(cluster, shift)


def join_dashes(first: Cluster, second: Cluster) -> None:
    """Bring two dashes together in the middle of their two cells: one line without a break."""
    if first.face is None or first.tail + second.lead <= 0:
        return
    overlap = _DASH_OVERLAP_EM * first.em / 2
    near, far = first.tail + overlap, -second.lead - overlap
    if first.stance == "flat" and len(first.glyphs) == len(second.glyphs) == 1:
        step = _slope(first.face, first.glyphs[0].id) * first.size / 2
        _move(first, near, -step)
        _move(second, far, step)
    else:
        _move(first, 0.0, near)
        _move(second, 0.0, far)


@lru_cache(maxsize=64)
def _slope(face: Face, glyph: int) -> float:
    """Return how far a dash's end lies under its beginning, in em."""
    points = list(face.glyph_path(glyph).points())
    left, right = min(p.x for p in points), max(p.x for p in points)
    reach = _DASH_END * (right - left)
    begin = [p.y for p in points if p.x < left + reach]
    end = [p.y for p in points if p.x > right - reach]
    return (min(end) + max(end) - min(begin) - max(begin)) / 2


def _settle_flat(cluster: Cluster, shift: float) -> None:
    em, character = cluster.size, cluster.text[0]
    if character in DASHES and character != "—":
        middle = -(cluster.ink.center.y + shift)
        if middle < _LOW_EM * em:
            _move(cluster, 0.0, middle - _HAN_MIDDLE_EM * em)
    if character in STOPS and cluster.advance < _LEAST_STOP_EM * em:
        cluster.tail += _LEAST_STOP_EM * em - cluster.advance
        cluster.advance = _LEAST_STOP_EM * em
    if cluster.advance < _FULL_EM * em:
        return
    if character in STOPS and cluster.lead > _STOP_SEEN_EM * em:
        _move(cluster, _STOP_EM * em - cluster.lead, 0.0)
    elif character in WIDE_EXCLAMATIONS and cluster.lead > _EXCLAMATION_SEEN_EM * em:
        _move(cluster, _EXCLAMATION_EM * em - cluster.lead, 0.0)
    else:
        _move(cluster, _along(cluster), 0.0)


def _settle_vertical(cluster: Cluster, shift: float) -> None:
    em, character, ink = cluster.size, cluster.text[0], cluster.ink
    middle = ink.center.x - shift
    if character in CORNERED and (
        middle < _RIGHT_SEEN_EM * em or ink.center.y > cluster.advance / 2
    ):
        _move(cluster, _RIGHT_EM * em - ink.right + shift, _STOP_EM * em - ink.y)
    elif character in SIDED and cluster.stance == "upright" and middle < _RIGHT_SEEN_EM * em:
        _move(cluster, _SIDE_EM * em - middle, (cluster.advance - ink.height) / 2 - ink.y)
    elif cluster.advance >= _FULL_EM * em:
        _move(cluster, 0.0, _along(cluster))


def _along(cluster: Cluster) -> float:
    """Return how far a bracket goes along the line to stand close to what it holds."""
    em, character = cluster.size, cluster.text[0]
    lead, tail = cluster.lead, cluster.tail
    if character in OPENING and tail > max(lead - _HUG_EM * em, 2 * _HUG_EM * em):
        return tail - _HUG_EM * em
    if character in CLOSING and lead > max(tail - _HUG_EM * em, 2 * _HUG_EM * em):
        return _HUG_EM * em - lead
    return 0.0


def _move(cluster: Cluster, right: float, down: float) -> None:
    if right == 0.0 and down == 0.0:
        return
    cluster.glyphs = tuple(
        replace(glyph, x=glyph.x + right, y=glyph.y + down) for glyph in cluster.glyphs
    )
    cluster.ink = cluster.ink.moved(right, down)
    along = right if cluster.stance == "flat" else down
    cluster.lead += along
    cluster.tail -= along
