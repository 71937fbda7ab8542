"""Shape traits: two descriptions of a mark's ink that numbers can compare.

Zernike moments see a shape however it is turned; an occupancy grid sees where its ink lies.
Sources: A. Khotanzad, Y. H. Hong, "Invariant image recognition by Zernike moments", IEEE
PAMI 12(5), 1990; order 8 keeps 25 magnitudes. W.-Y. Kim, Y.-S. Kim, "Robust rotation angle
estimator and its use for trademark retrieval", 1999, for moments of trademarks.
"""

from __future__ import annotations

import math
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from compositor.geometry import Path
from generators.vector.marks.distinct.coverage import fitted_coverage

__all__ = ["GRID_PX", "ShapeTrait", "shape_distance", "traits_of", "traits_of_pixels"]

GRID_PX = 64
_CELLS_PX = 32
_BLUR_PX = 1.1
_ORDER = 8

Numbers = NDArray[np.float64]


class ShapeTrait(NamedTuple):
    """Numbers that describe a shape, whatever its place and size.

    Attributes:
        moments: Zernike magnitudes up to order 8, the area's own left out.
        cells: Blurred occupancy, 32 × 32.
    """

    moments: Numbers
    cells: Numbers


def traits_of(area: Path) -> ShapeTrait:
    """Return the traits of a filled outline."""
    return traits_of_pixels(fitted_coverage(area, GRID_PX))


def traits_of_pixels(fine: Numbers) -> ShapeTrait:
    """Return the traits of a picture of ink, 0–1, `GRID_PX` square, the shape filling it."""
    coarse = fine.reshape(_CELLS_PX, 2, _CELLS_PX, 2).mean(axis=(1, 3))
    cells: Numbers = gaussian_filter(coarse, _BLUR_PX)
    return ShapeTrait(_moments(fine), cells)


def shape_distance(first: ShapeTrait, second: ShapeTrait) -> float:
    """Return how unlike two shapes are: 0 the same, about 1 nothing in common.

    The mean of both views: ink that does not overlap, and moments that differ.
    """
    low = float(np.minimum(first.cells, second.cells).sum())
    high = float(np.maximum(first.cells, second.cells).sum())
    apart = 1 - low / max(high, 1e-9)
    norms = float(np.linalg.norm(first.moments) + np.linalg.norm(second.moments)) / 2
    turned = float(np.linalg.norm(first.moments - second.moments)) / max(norms, 1e-9)
    return round((apart + min(1.0, turned)) / 2, 4)


def _moments(pixels: Numbers) -> Numbers:
    basis = _basis()
    mass = max(float(pixels.sum()), 1e-9)
    found = [abs(complex((pixels * b).sum())) / mass for b in basis]
    return np.array(found)


@cache
def _basis() -> tuple[NDArray[np.complex128], ...]:
    """Conjugate Zernike polynomials on the disc around the grid."""
    axis = (np.arange(GRID_PX) + 0.5) / GRID_PX * 2 - 1
    x, y = np.meshgrid(axis, axis)
    # The disc goes through the corners, so that no ink is lost.
    rho = np.hypot(x, y) / math.sqrt(2)
    theta = np.arctan2(y, x)
    found: list[NDArray[np.complex128]] = []
    for n in range(1, _ORDER + 1):
        for m in range(n % 2, n + 1, 2):
            radial = np.zeros_like(rho)
            for s in range((n - m) // 2 + 1):
                weight = (-1) ** s * math.factorial(n - s)
                weight /= (
                    math.factorial(s)
                    * math.factorial((n + m) // 2 - s)
                    * math.factorial((n - m) // 2 - s)
                )
                radial += weight * rho ** (n - 2 * s)
            turned: NDArray[np.complex128] = np.exp(-1j * m * theta)
            found.append((n + 1) * radial * turned)
    return tuple(found)
