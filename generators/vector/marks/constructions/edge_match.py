"""Edge matching: where the outline of one figure runs along that of another.

Both outlines are sampled at one spacing; every stretch of one is compared with every stretch
of the other of the same length, moved together by their middles. The largest distance between
answering points bounds the Hausdorff distance of the two stretches from above.
Source: https://en.wikipedia.org/wiki/Hausdorff_distance
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compositor.geometry import Affine, Path
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.fit import signed_area

__all__ = ["Seat", "area_of", "best_seat"]

Vector = NDArray[np.float64]

_SPACING_U = 2.0
_SCALES = (0.34, 0.4, 0.46, 0.52, 0.58)
_LEAST_SHARE, _MOST_SHARE = 0.08, 0.27


@dataclass(frozen=True)
class Seat:
    """Where a guest figure sits in its host.

    Attributes:
        place: Transform of the guest.
        distance_u: Largest distance along the shared edge.
        share: The guest's area inside the host, of the host's.
        shared_u: Length of the shared edge.
    """

    place: Affine
    distance_u: float
    share: float
    shared_u: float


def area_of(path: Path) -> float:
    """Return the area a path without overlaps covers."""
    return abs(sum(signed_area(c) for c in path.contours()))


def best_seat(host: Path, guest: Path, *, may_mirror: bool = True) -> Seat | None:
    """Return the seat with the closest shared edge, or None when the figures do not fit.

    The guest stays upright, takes 8 to 27 % of the host, and lies within it but for its
    shared edge.
    """
    rim = _samples(_largest(host))
    host_area = area_of(host)
    mirrors = (1.0, -1.0) if may_mirror else (1.0,)
    found: list[tuple[float, Seat]] = []
    for scale in _SCALES:
        for mirror in mirrors:
            turn = Affine(scale * mirror, 0, 0, scale, 0, 0)
            small = guest.transformed(turn)
            edge = _samples(_largest(small))
            stretch = max(6, round(len(edge) * 0.3))
            if stretch >= len(rim) or area_of(small) > _MOST_SHARE * host_area:
                continue
            for distance, dx, dy in _matches(rim, edge, stretch):
                place = turn.then(Affine.translation(dx, dy))
                inside = intersection(host, guest.transformed(place))
                share = area_of(inside) / host_area
                kept = area_of(inside) / max(area_of(small), 1e-6)
                if not _LEAST_SHARE <= share <= _MOST_SHARE or kept < 0.9:
                    continue
                if len(_solid(difference(host, guest.transformed(place)))) > 1:
                    continue
                length = (stretch - 1) * _SPACING_U
                cost = distance - 2.5 * share * 4 + (1 - kept) * 8
                found.append((cost, Seat(place, distance, share, length)))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _matches(rim: Vector, edge: Vector, stretch: int) -> list[tuple[float, float, float]]:
    """The few closest pairs of stretches: largest distance, and the move between them."""
    a, b = _windows(rim, stretch), _windows(edge, stretch)
    center_a, center_b = a.mean(axis=1), b.mean(axis=1)
    a, b = a - center_a[:, None], b - center_b[:, None]
    flat_a, flat_b = a.reshape(len(a), -1), b.reshape(len(b), -1)
    squares = (flat_a**2).sum(1)[:, None] + (flat_b**2).sum(1)[None] - 2 * flat_a @ flat_b.T
    order = np.argsort(squares, axis=None, kind="stable")[:24]
    found = []
    for index in order[::4]:
        i, j = divmod(int(index), len(b))
        gap = float(np.linalg.norm(a[i] - b[j], axis=1).max())
        move = center_a[i] - center_b[j]
        found.append((gap, float(move[0]), float(move[1])))
    return found


def _windows(points: Vector, stretch: int) -> Vector:
    count = len(points)
    index = (np.arange(count)[:, None] + np.arange(stretch)[None]) % count
    windows: Vector = points[index]
    return windows


def _samples(contour: Path) -> Vector:
    """Points at equal distances along a contour, clockwise."""
    if signed_area(contour) < 0:
        line = [(p.x, p.y) for p in contour.flattened(12)[0]][::-1]
    else:
        line = [(p.x, p.y) for p in contour.flattened(12)[0]]
    points = np.array(line, dtype=np.float64)
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    count = max(12, round(float(along[-1]) / _SPACING_U))
    at = np.arange(count) * along[-1] / count
    return np.stack([np.interp(at, along, points[:, i]) for i in (0, 1)], axis=1)


def _largest(path: Path) -> Path:
    return max(path.contours(), key=lambda c: abs(signed_area(c)))


def _solid(path: Path) -> list[Path]:
    return [c for c in path.contours() if signed_area(c) > 6]
