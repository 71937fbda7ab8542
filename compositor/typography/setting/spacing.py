"""White between characters: Chinese beside Latin, and marks that stand too far apart.

Marks are closed up by the white their own ink leaves, so that faces without the ``halt``
feature gain too, and no ink ever meets.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from compositor.typography.characters import (
    CLOSING,
    CURRENCY,
    DASHES,
    HAN_UNITS,
    OPENING,
    STOPS,
    WIDE_EXCLAMATIONS,
)
from compositor.typography.setting.cluster import Cluster
from compositor.typography.setting.marks import join_dashes

__all__ = ["HAN_LATIN_GAP_EM", "space_out"]

HAN_LATIN_GAP_EM: Final = 0.25
"""Between Chinese and Latin. Source: https://www.w3.org/TR/clreq/, 3.2.2."""
_CLOSE_GAP_EM: Final = 0.125
"""The same at display size, where a quarter looks like a hole, and between a figure and its
unit; as CSS text-autospace has it."""

_HALF_EM: Final = 0.5
_DISPLAY_TRIM_EM: Final = 0.36
"""What a lone mark loses inside display text."""
_DISPLAY_LEAD_EM: Final = 0.15
"""White that may stay before a closing mark inside display text."""
_KEPT_EM: Final = 0.06
"""White that a trimmed mark keeps beside its ink."""
_BESIDE_CURRENCY_EM: Final = 0.08
_DOTS = frozenset("·・‧•")
_GAP_MAKERS = frozenset("%‰°℃$€£¥￥＄￡+−±~#&@*")


def space_out(clusters: Sequence[Cluster], *, display_px: float) -> None:
    """Write the trims and gaps of every cluster.

    * Between Han and Western letters, figures and their signs: `HAN_LATIN_GAP_EM` of the
      Chinese size, half as much from `display_px` on and before a unit; one typed space there
      becomes it. None beside full-width marks, typed or not.
    * Of two adjacent full-width marks the white between them goes: 》， takes 1.5 em, not 2;
      ？！ is one sign of 1 em.
    * A line drops the white before an opening and after a closing mark at its edges.
    * A middle dot takes half an em.
    * From `display_px` on lone marks are closed up too, and lines begin and end at the ink.
    """
    for place, cluster in enumerate(clusters):
        if cluster.is_blank or cluster.face is None:
            continue
        is_display = cluster.em >= display_px
        if cluster.kind == "mark":
            _trim_edges(cluster)
            if is_display:
                _close_up(cluster)
        if is_display:
            cluster.trim_at_start, cluster.trim_at_end = cluster.lead, cluster.tail
        after = clusters[place + 1] if place + 1 < len(clusters) else None
        if after is None:
            continue
        if cluster.kind == "mark" and after.kind == "mark":
            _close_pair(cluster, after, is_second=_is_second_exclamation(clusters, place + 1))
        elif after.kind == "space" and after.text == " " and place + 2 < len(clusters):
            beyond = clusters[place + 2]
            if _wants_gap(cluster, beyond):
                gap = _gap(cluster, beyond, display_px)
                after.trim_after = after.advance + after.tracking - gap
            elif {cluster.kind, beyond.kind} in ({"han", "mark"}, {"word", "mark"}):
                after.trim_after = after.advance + after.tracking
        elif _wants_gap(cluster, after):
            cluster.gap_after = _gap(cluster, after, display_px)


def _trim_edges(cluster: Cluster) -> None:
    character = cluster.text[0]
    if character in OPENING:
        cluster.trim_at_start = _spare(cluster, cluster.lead, _HALF_EM)
    elif character in CLOSING or character in STOPS or character in WIDE_EXCLAMATIONS:
        cluster.trim_at_end = _spare(cluster, cluster.tail, _HALF_EM)
    elif character in _DOTS:
        side = max(0.0, cluster.advance - cluster.em / 2) / 2
        cluster.trim_before = min(side, max(0.0, cluster.lead - _KEPT_EM * cluster.em))
        cluster.trim_after = min(side, max(0.0, cluster.tail - _KEPT_EM * cluster.em))
    elif character in CURRENCY:
        cluster.trim_before = max(0.0, cluster.lead - _BESIDE_CURRENCY_EM * cluster.em)
        cluster.trim_after = max(0.0, cluster.tail - _BESIDE_CURRENCY_EM * cluster.em)
        cluster.trim_at_start, cluster.trim_at_end = cluster.trim_before, cluster.trim_after
    elif character in DASHES:
        # Two dashes or ellipses are one sign: tracking must not part them.
        cluster.tracking = 0.0 if len(cluster.text) > 1 else cluster.tracking


def _close_up(cluster: Cluster) -> None:
    character = cluster.text[0]
    if character in OPENING:
        cluster.trim_before = _spare(cluster, cluster.lead, _DISPLAY_TRIM_EM)
    elif character in CLOSING or character in STOPS or character in WIDE_EXCLAMATIONS:
        # Some faces draw their stops in the middle of the cell.
        cluster.trim_before = max(0.0, cluster.lead - _DISPLAY_LEAD_EM * cluster.em)
        cluster.trim_after = _spare(cluster, cluster.tail, _DISPLAY_TRIM_EM)


def _close_pair(first: Cluster, second: Cluster, *, is_second: bool) -> None:
    if is_second:
        second.trim_after = _spare(second, second.tail, _HALF_EM)
    before, after = first.text[-1], second.text[0]
    ends = before in CLOSING or before in STOPS or before in WIDE_EXCLAMATIONS
    if ends and (
        after in OPENING or after in CLOSING or after in STOPS or after in WIDE_EXCLAMATIONS
    ):
        first.trim_after = max(first.trim_after, _spare(first, first.tail, _HALF_EM))
    elif before in OPENING and after in OPENING:
        second.trim_before = max(second.trim_before, _spare(second, second.lead, _HALF_EM))
    elif before == after and before in DASHES:
        first.tracking = 0.0
        if before == "—":
            join_dashes(first, second)


def _is_second_exclamation(clusters: Sequence[Cluster], place: int) -> bool:
    """Whether a mark is the second of two of ！ and ？, which share one cell.

    Source: GB/T 15834-2011, 5.1.4; https://www.w3.org/TR/clreq/#exclamatory_question_marks
    """
    first = place
    while first and clusters[first - 1].text in WIDE_EXCLAMATIONS:
        first -= 1
    return clusters[place].text in WIDE_EXCLAMATIONS and (place - first) % 2 == 1


def _spare(cluster: Cluster, white: float, most_em: float) -> float:
    """Return how much of the white may go, the mark never narrower than half an em."""
    em = cluster.em
    narrowest = max(0.0, cluster.advance - em / 2)
    return max(0.0, min(white - _KEPT_EM * em, most_em * em, narrowest))


def _wants_gap(first: Cluster, second: Cluster) -> bool:
    pair = (first, second)
    for one, other in (pair, pair[::-1]):
        if one.kind == "han" and one.stance in ("flat", "upright"):
            edge = other.text[0] if other is second else other.text[-1]
            return other.stance != "abreast" and (other.kind == "word" or edge in _GAP_MAKERS)
    return False


def _gap(first: Cluster, second: Cluster, display_px: float) -> float:
    em = first.em if first.kind == "han" else second.em
    is_unit = first.text[-1].isdigit() and second.text[0] in HAN_UNITS
    return (_CLOSE_GAP_EM if is_unit or em >= display_px else HAN_LATIN_GAP_EM) * em
