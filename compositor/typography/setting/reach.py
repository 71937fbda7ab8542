"""Reach: how far clusters go to either side of the line they stand on, px at scale 1.

Above and below are counted from the baseline of horizontal text, right and left from the
middle of a vertical column; all are positive outwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import inf
from typing import Final

import numpy as np
from numpy.typing import NDArray

from compositor.document.text import TextRun
from compositor.typography.face import Face
from compositor.typography.setting.cluster import Cluster
from compositor.typography.setting.shape import glyph_extent

__all__ = ["reaches"]

_HAN_ASCENT_EM: Final = 0.88
_HAN_DESCENT_EM: Final = 0.12
"""The ideographic em box. Source: https://learn.microsoft.com/typography/opentype/spec/baselinetags"""
_MOST_ASCENT_EM: Final = 1.0
_MOST_DESCENT_EM: Final = 0.3
"""Faces that ask for more leave holes at the top of boxes."""


def reaches(
    clusters: Sequence[Cluster], runs: Sequence[TextRun], *, vertical: bool
) -> NDArray[np.float64]:
    """Return a row for each cluster: em, ascent, descent, capitals' and ink's two sides.

    What a cluster does not have is minus infinity, so that the row of a line is the largest
    of each column. The capitals of Chinese are its ideographs.
    """
    rows = [_row(cluster, runs, vertical=vertical) for cluster in clusters]
    return np.array(rows or [(0.0, *[-inf] * 6)], dtype=np.float64)


def _row(cluster: Cluster, runs: Sequence[TextRun], *, vertical: bool) -> tuple[float, ...]:
    em, face, ink = cluster.em, cluster.face, cluster.ink
    if face is None:
        return (em, *[-inf] * 6)
    if vertical:
        ends = caps = (em / 2, em / 2)
        inked = (ink.right, -ink.x)
    else:
        is_chinese = cluster.kind in ("han", "mark")
        shift = runs[cluster.run].baseline_shift * em
        ends = _shifted(_em_reach(face, is_chinese=is_chinese), shift, cluster.size)
        caps = _shifted(_cap_reach(face, is_chinese=is_chinese), shift, cluster.size)
        inked = (-ink.y, ink.bottom)
    if ink.is_empty:
        inked = (-inf, -inf)
    return (em, *ends, *caps, *inked)


def _shifted(sides_em: tuple[float, float], shift: float, size: float) -> tuple[float, float]:
    return sides_em[0] * size + shift, sides_em[1] * size - shift


@lru_cache(maxsize=1024)
def _cap_reach(face: Face, *, is_chinese: bool) -> tuple[float, float]:
    if is_chinese and face.covers("国"):
        box = glyph_extent(face, int(face.hb_font.get_nominal_glyph(ord("国"))))
        return -box.y, box.bottom
    return face.cap_height, 0.0


@lru_cache(maxsize=1024)
def _em_reach(face: Face, *, is_chinese: bool) -> tuple[float, float]:
    if is_chinese:
        return _HAN_ASCENT_EM, _HAN_DESCENT_EM
    return min(face.ascent, _MOST_ASCENT_EM), min(face.descent, _MOST_DESCENT_EM)
