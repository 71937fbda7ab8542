"""A mark in one color for makers: its narrowest stroke and gap hold, or it says at what size.

Lengths are in u of the mark's box, unless the name says mm.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from brand_kits.variants.flat import flat_shapes, ink_of
from brand_kits.variants.robust import Needs, robust_mark
from brand_kits.variants.thickness import Thickness, thickness
from compositor.document import GroupLayer, Paint
from compositor.errors import InvalidValue
from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import difference, intersection, offset
from compositor.geometry.fit import cleaned, signed_area
from compositor.typography.fonts import FontSet

__all__ = ["Held", "held_mark"]

_FINE = 16.0
_MOST_CHANGED = 0.3
"""Part of the ink that may come or go; more, and it is another mark."""
_LEAST_PARTS, _MOST_PARTS = 0.75, 1.25
"""Of parts and eyes together; fewer or more, and letters ran together or lines broke."""
_SPARE = (1.03, 1.12, 1.25)


class Held(NamedTuple):
    """A mark as makers get it.

    Attributes:
        area: One outline, fitted to the box asked for.
        stroke: Its narrowest stroke.
        gap: Its narrowest gap.
        larger: How many times larger it must be made for both to hold; 1 when they do.
    """

    area: Path
    stroke: float
    gap: float
    larger: float

    @property
    def holds(self) -> bool:
        """Whether it can be made at the size asked for."""
        return self.larger <= 1.0


def held_mark(
    mark: GroupLayer, fonts: FontSet, needs: Needs, fill: Box, *, ground: Paint | None = None
) -> Held:
    """Return the mark redrawn until its strokes and gaps hold, or the nearest it comes.

    Strokes grow and gaps open as in `robust_mark`; where that is not enough, gaps too narrow
    are filled and strokes too thin are taken away, as long as the mark stays itself.

    Args:
        mark: In u, painted in one color.
        fonts: For letters that stand in it.
        needs: Narrowest stroke and gap.
        fill: The ink is fitted into this box.
        ground: Paint of the ground: shapes of it are cut out.
    """
    best: Held | None = None
    for area in _tries(mark, fonts, needs, fill, ground):
        found = _measured(area, needs)
        if best is None or found.larger < best.larger - 1e-6:
            best = found
        if best.holds:
            break
    assert best is not None
    return best


def _tries(
    mark: GroupLayer, fonts: FontSet, needs: Needs, fill: Box, ground: Paint | None
) -> Iterator[Path]:
    plain = _fitted(ink_of(flat_shapes(mark, fonts, ground=ground)), fill)
    if not plain.is_empty:
        yield plain
    for spare in _SPARE:
        asked = needs._replace(stroke=needs.stroke * spare, gap=needs.gap * spare)
        grown = ink_of(flat_shapes(robust_mark(mark, fonts, asked, fill, ground=ground), fonts))
        if _is_itself(plain, grown):
            yield grown
        for start in (grown, plain):
            for area in (
                _without_thin(_without_gaps(start, asked.gap), asked.stroke),
                _without_gaps(_without_thin(start, asked.stroke), asked.gap),
            ):
                # It may lose a hair, not what it is known by.
                fits = not area.is_empty and _changed(start, area) <= _MOST_CHANGED
                if fits and _is_itself(plain, area):
                    yield _fitted(area, fill)


def _measured(area: Path, needs: Needs) -> Held:
    thin = thickness(area, widest=2.5 * max(needs.stroke, needs.gap))
    wide = Thickness(max(thin.stroke, 1e-3), max(thin.gap, 1e-3))
    larger = max(needs.stroke / wide.stroke, needs.gap / wide.gap)
    return Held(area, thin.stroke, thin.gap, max(1.0, larger))


def _without_gaps(area: Path, gap: float) -> Path:
    """The area with what is narrower than a gap filled."""
    return _offset_twice(area, gap / 2)


def _without_thin(area: Path, stroke: float) -> Path:
    """The area without what is thinner than a stroke."""
    return _offset_twice(area, -stroke / 2)


def _offset_twice(area: Path, by: float) -> Path:
    if area.is_empty:
        return area
    larger = Affine.scaling(_FINE)
    try:
        there = offset(area.transformed(larger), by * _FINE)
        back = there if there.is_empty else offset(there, -by * _FINE)
    except InvalidValue:
        # Outlines too entangled to be moved: this try leads nowhere, others may.
        return Path()
    least = (abs(by) * _FINE) ** 2
    kept = Path.join(c for c in back.contours() if abs(signed_area(c)) >= least)
    return cleaned(kept, 0.06 * _FINE).transformed(larger.inverse())


def _changed(before: Path, after: Path) -> float:
    """Part of the ink that came or went."""
    came, went = _size(difference(after, before)), _size(difference(before, after))
    shared = _size(intersection(before, after))
    return (came + went) / max(1e-9, shared + went)


def _is_itself(before: Path, after: Path) -> bool:
    """Whether as many parts and eyes are there as were: letters are known by them."""
    first, now = len(before.contours()), len(after.contours())
    return now <= _MOST_PARTS * first + 1 and now >= _LEAST_PARTS * first


def _fitted(area: Path, fill: Box) -> Path:
    return area.transformed(Affine.fitting(area.bounds, fill))


def _size(area: Path) -> float:
    return abs(math.fsum(signed_area(c) for c in area.contours()))
