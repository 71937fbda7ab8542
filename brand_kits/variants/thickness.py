"""How thin a drawing gets: its narrowest stroke and narrowest gap, measured on its outline.

At every point of the outline lies a largest circle that touches it and stays inside; where
its other end touches an edge that runs along, the circle's diameter is the stroke's width. Gaps
are the same on the outer side. Corners and wedges, whose edges do not run along, do not count.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from compositor.geometry import Affine, Path
from compositor.geometry.boolean import offset, simplify
from compositor.geometry.fit import cleaned, signed_area

__all__ = ["Thickness", "thickness", "without_cracks"]

_FINE = 16.0
_CRACK = 0.12
_STEP_U = 0.6
_MOST_SAMPLES = 2400
_ROWS = 400
"""Points compared at a time: all at once would take too much memory."""
_ALONG = -0.92
"""Cosine between the outward directions of two edges that run along each other."""
_COUNTS_SHARE = 0.006
"""A width counts when this part of the outline has it, or less."""

Vectors = NDArray[np.float64]


class Thickness(NamedTuple):
    """Narrowest stroke and gap, in the units of the outline; capped at the widest asked for."""

    stroke: float
    gap: float


def thickness(area: Path, *, widest: float = 12.0, share: float = _COUNTS_SHARE) -> Thickness:
    """Return the narrowest stroke and gap of an area, to a few percent.

    Args:
        area: Any outline.
        widest: What is wider is not told apart.
        share: Part of the outline that must be as narrow; more of it overlooks pointed ends.
    """
    points, normals = _sampled(simplify(area))
    if len(points) < 8:
        return Thickness(widest, widest)
    return Thickness(
        _narrowest(points, -normals, widest, share), _narrowest(points, normals, widest, share)
    )


def without_cracks(area: Path) -> Path:
    """Return the area without hairline cracks and slivers, which shapes that touch leave."""
    larger = Affine.scaling(_FINE)
    closed = offset(offset(area.transformed(larger), _CRACK * _FINE), -_CRACK * _FINE)
    least = (4 * _CRACK * _FINE) ** 2
    kept = [c for c in closed.contours() if abs(signed_area(c)) >= least]
    return cleaned(Path.join(kept), 0.02 * _FINE).transformed(larger.inverse())


def _narrowest(points: Vectors, toward: Vectors, widest: float, share: float) -> float:
    """The narrowest width in one direction off the outline."""
    touched = np.zeros(len(points), dtype=np.int64)
    across = np.zeros(len(points))
    for start in range(0, len(points), _ROWS):
        part = slice(start, start + _ROWS)
        dx = points[None, :, 0] - points[part, None, 0]
        dy = points[None, :, 1] - points[part, None, 1]
        ahead = dx * toward[part, None, 0] + dy * toward[part, None, 1]
        squares = dx * dx + dy * dy
        reach = np.where(ahead > 1e-6, squares / np.maximum(2 * ahead, 1e-9), np.inf)
        touched[part] = np.argmin(reach, axis=1)
        across[part] = 2 * reach.min(axis=1)
    facing = np.einsum("ik,ik->i", toward, toward[touched])
    across = np.where((facing < _ALONG) & (across > 3 * _CRACK), across, np.inf)
    found = np.sort(across)[max(1, int(share * len(points)))]
    return float(min(widest, found))


def _sampled(area: Path) -> tuple[Vectors, Vectors]:
    """Points evenly along the outline, and the directions that lead out of the area there."""
    contours = [
        np.array([(p.x, p.y) for p in line]) for line in area.flattened(24) if len(line) > 2
    ]
    lengths = [float(np.hypot(*np.diff(c, axis=0).T).sum()) for c in contours]
    spacing = max(min(_STEP_U, sum(lengths) / 600), sum(lengths) / _MOST_SAMPLES)
    turn = sum(signed_area(c) for c in area.contours())
    points: list[Vectors] = []
    normals: list[Vectors] = []
    for contour in contours:
        steps = np.diff(contour, axis=0)
        long = np.hypot(*steps.T)
        keep = long > 1e-9
        starts, steps, long = contour[:-1][keep], steps[keep], long[keep]
        if not len(long):
            continue
        ends = np.cumsum(long)
        # Half a step off every start, so that no sample stands on a corner.
        at = np.arange(spacing / 2, ends[-1], spacing)
        piece = np.minimum(np.searchsorted(ends, at), len(long) - 1)
        along = at - (ends[piece] - long[piece])
        ways = steps[piece] / long[piece][:, None]
        points.append(starts[piece] + ways * along[:, None])
        out = np.stack([ways[:, 1], -ways[:, 0]], axis=1)
        normals.append(out if turn > 0 else -out)
    if not points:
        return np.zeros((0, 2)), np.zeros((0, 2))
    return np.concatenate(points), np.concatenate(normals)
