"""Optical margins: what may stand outside the edge so that the edge looks straight.

Stops and quotes hang; letters that slope or round away from the edge overshoot it a little.
Source of the shares: the house's design rules, "optical alignment and correction".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from compositor.typography.characters import CLOSING, OPENING, STOPS
from compositor.typography.setting.cluster import Cluster

__all__ = ["hang"]

_DISPLAY_MARKS: Final = 0.9
_TEXT_MARKS: Final = 0.6
"""Shares of a mark's own ink that stand outside, at display size and below it."""

_WESTERN_START: Final = frozenset("“‘\"'«‹([")
_WESTERN_END: Final = frozenset(".,;:!?”’\"'»›)]-‐–")
_SLOPED_EM: Final = {
    "A": 0.03, "T": 0.04, "V": 0.04, "W": 0.03, "Y": 0.045, "X": 0.02, "J": 0.03, "7": 0.02,
}  # fmt: skip
_ROUND_EM: Final = 0.015
_ROUND: Final = frozenset("CGOQSceodq03689")


def hang(clusters: Sequence[Cluster], *, display_px: float, chinese: bool) -> None:
    """Write into the trims at line ends how far each cluster may stand outside.

    Below display size only marks hang, and only Western ones: Chinese running text keeps
    its stops inside the column, as mainland books do.

    Args:
        clusters: Spaced already.
        display_px: Size from which text is display.
        chinese: Whether the layer's language is Chinese.
    """
    for place, cluster in enumerate(clusters):
        if (
            cluster.is_blank
            or cluster.face is None
            or cluster.stance not in ("flat", "upright")
        ):
            continue
        is_display = cluster.em >= display_px
        first, last = cluster.text[0], cluster.text[-1]
        length = cluster.advance - cluster.lead - cluster.tail
        share = _DISPLAY_MARKS if is_display else _TEXT_MARKS
        western = cluster.kind == "other"
        if not western and (cluster.kind != "mark" or (chinese and not is_display)):
            if is_display:
                cluster.trim_at_start += _overshoot(first) * cluster.size
                cluster.trim_at_end += _overshoot(last) * cluster.size
            continue
        if (western and first in _WESTERN_START) or (not western and first in OPENING):
            after = clusters[place + 1] if place + 1 < len(clusters) else None
            white = after.lead if is_display and after is not None else 0.0
            hung = cluster.lead + share * length
            if is_display:
                hung = max(hung, cluster.advance - cluster.trim_after + white)
            cluster.trim_at_start = hung
        if (western and last in _WESTERN_END) or (
            not western and (last in STOPS or last in CLOSING)
        ):
            cluster.trim_at_end = cluster.tail + share * length


def _overshoot(letter: str) -> float:
    return _SLOPED_EM.get(letter, _ROUND_EM if letter in _ROUND else 0.0)
