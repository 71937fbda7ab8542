"""Matching: Western letters sized and lowered to look as large as the Chinese beside them.

At one size Chinese looks larger: its ideographs fill the em, while most letters reach only
the x-height. Source of the range: the house's design rules, `cjk_latin_mix`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from compositor.typography.face import Face
from compositor.typography.setting.itemize import Item
from compositor.typography.setting.shape import glyph_extent

__all__ = ["latin_match", "match_latin"]

_LEAST_RATIO: Final = 1.02
_MOST_RATIO: Final = 1.12
_MOST_LOWERED_EM: Final = 0.03
_CAPITALS: Final = 0.8
_SMALL: Final = 0.58
"""What capitals and small letters should reach, as parts of the height of 国."""


def match_latin(items: Sequence[Item]) -> None:
    """Write ratio and shift of the Western items of every run that also holds Chinese."""
    chinese: dict[int, Face] = {}
    for item in items:
        if item.kind == "han" and item.face is not None:
            chinese.setdefault(item.run, item.face)
    for item in items:
        han = chinese.get(item.run)
        if (
            han is not None
            and item.face is not None
            and item.face.family != han.family
            and item.kind in ("word", "other", "space")
            and item.stance != "abreast"
            and not item.script
        ):
            item.ratio, item.shift = latin_match(item.face, han)


@lru_cache(maxsize=1024)
def latin_match(latin: Face, chinese: Face) -> tuple[float, float]:
    """Return the size of a Western face as a multiple of the Chinese, and its shift in em.

    The size lets capitals reach four fifths of an ideograph, and small letters their share,
    whichever mean of both the face allows; the shift, never more than 0.03 em down, brings
    the middle of the capitals to that of the ideographs.
    """
    top, foot = _ideograph(chinese)
    height = top + foot
    wished = (_CAPITALS * height / latin.cap_height + _SMALL * height / latin.x_height) / 2
    ratio = 1.0 if wished < 1.0 else min(_MOST_RATIO, max(_LEAST_RATIO, round(wished, 2)))
    above = latin.cap_height * ratio / 2 - (top - foot) / 2
    return ratio, -round(min(_MOST_LOWERED_EM, max(0.0, above)), 3)


@lru_cache(maxsize=256)
def _ideograph(face: Face) -> tuple[float, float]:
    """Return how far 国 reaches above and below the baseline, in em."""
    glyph = face.hb_font.get_nominal_glyph(ord("国"))
    if glyph is None:
        return 0.84, 0.08
    box = glyph_extent(face, int(glyph))
    return -box.y, box.bottom
