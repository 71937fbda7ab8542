"""How small a logo may get, computed from the thinnest parts of its mark."""

from __future__ import annotations

import math

from brand_kits.kit import LogoRules
from brand_kits.variants.flat import flat_shapes, ink_of
from brand_kits.variants.thickness import thickness
from compositor.document import GroupLayer, Paint
from compositor.typography.fonts import FontSet

__all__ = ["rules_for"]

_LEAST_PX = 1.0
"""Narrowest stroke or gap that a screen still shows as one."""
_LEAST_MM = 0.2
"""The same in offset print, also reversed."""
_FLOOR = LogoRules()


def rules_for(mark: GroupLayer, ground: Paint, fonts: FontSet, *, has_name: bool) -> LogoRules:
    """Return the rules of a mark: never below the house's, higher where it is finely drawn.

    Args:
        mark: In u.
        ground: Paint of the ground it was drawn for.
        fonts: For letters in it.
        has_name: Whether a name stands beside it.
    """
    ink = ink_of(flat_shapes(mark, fonts, ground=ground))
    if ink.is_empty:
        return _FLOOR
    thin = thickness(ink, widest=8.0)
    narrowest = max(1.6, min(thin.stroke, thin.gap * 1.1))
    tall = max(ink.bounds.width, ink.bounds.height)
    px = min(64.0, max(_FLOOR.min_mark_px, math.ceil(tall / narrowest * _LEAST_PX / 2) * 2))
    mm = min(20.0, max(_FLOOR.min_mark_mm, math.ceil(tall / narrowest * _LEAST_MM * 2) / 2))
    if not has_name:
        return LogoRules(min_mark_px=px, min_mark_mm=mm)
    # The lockup grows with its mark: the house's 72 px and 18 mm hold for a mark of 16 and 5.
    return LogoRules(
        min_mark_px=px,
        min_mark_mm=mm,
        min_lockup_px=max(_FLOOR.min_lockup_px, round(px * 4.5)),
        min_lockup_mm=max(_FLOOR.min_lockup_mm, round(mm * 3.6)),
    )
