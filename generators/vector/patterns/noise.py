"""Smooth noise, contour lines of a field, and grain tiles.

Fields are float64 arrays of shape (rows, columns), y down; noise lies within about ±1.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = [
    "contours",
    "fractal_noise",
    "rolling_noise",
    "sampled",
    "value_noise",
    "wrapped_noise",
]

Field = npt.NDArray[np.float64]
Line = list[tuple[float, float]]


def _eased(t: Field) -> Field:
    return t * t * t * (t * (6 * t - 15) + 10)


def value_noise(
    rng: np.random.Generator, shape: tuple[int, int], cells: tuple[float, float]
) -> Field:
    """Return noise with about `cells` (rows, columns) bumps over the field."""
    rows, columns = shape
    lattice = rng.uniform(-1, 1, (int(cells[0]) + 3, int(cells[1]) + 3))
    y = np.linspace(0, cells[0], rows)
    x = np.linspace(0, cells[1], columns)
    iy, ix = y.astype(int), x.astype(int)
    fy, fx = _eased(y - iy)[:, None], _eased(x - ix)[None, :]
    a, b = lattice[np.ix_(iy, ix)], lattice[np.ix_(iy, ix + 1)]
    c, d = lattice[np.ix_(iy + 1, ix)], lattice[np.ix_(iy + 1, ix + 1)]
    result: Field = (a * (1 - fx) + b * fx) * (1 - fy) + (c * (1 - fx) + d * fx) * fy
    return result


def fractal_noise(
    rng: np.random.Generator,
    shape: tuple[int, int],
    cells: tuple[float, float],
    octaves: int = 4,
    decay: float = 0.5,
) -> Field:
    """Return noise summed over octaves, scaled back to about ±1."""
    total = np.zeros(shape)
    weight, mass = 1.0, 0.0
    for octave in range(octaves):
        scale = 2.0**octave
        total += weight * value_noise(rng, shape, (cells[0] * scale, cells[1] * scale))
        mass += weight
        weight *= decay
    return total / mass


def wrapped_noise(rng: np.random.Generator, size: int, smooth_px: float) -> Field:
    """Return a seamless square tile of Gaussian noise, smoothed, unit deviation."""
    spectrum = np.fft.rfft2(rng.normal(size=(size, size)))
    fy = np.fft.fftfreq(size)[:, None]
    fx = np.fft.rfftfreq(size)[None, :]
    spectrum *= np.exp(-2 * (np.pi * smooth_px) ** 2 * (fx**2 + fy**2))
    tile: Field = np.fft.irfft2(spectrum, s=(size, size))
    deviation = float(tile.std())
    return tile / deviation if deviation > 0 else tile


def rolling_noise(
    rng: np.random.Generator,
    shape: tuple[int, int],
    smooth_px: float,
    octaves: int = 3,
    decay: float = 0.45,
) -> Field:
    """Return noise without the grain of a lattice, alike in every direction.

    Args:
        rng: Where it comes from.
        shape: Rows and columns.
        smooth_px: Of the widest octave: about a sixth of the distance between hills.
        octaves: Each half as wide as the one before.
        decay: How much weaker each octave is.
    """
    size = max(shape) + 2
    total = np.zeros((size, size))
    mass = 0.0
    for octave in range(octaves):
        weight = decay**octave
        total += weight * wrapped_noise(rng, size, smooth_px / 2.0**octave)
        mass += weight
    result: Field = total[: shape[0], : shape[1]] / (2.0 * mass)
    return result


def sampled(field: Field, x: float, y: float) -> float:
    """Return the field at a place in cells, between cells by straight lines."""
    rows, columns = field.shape
    x = min(max(x, 0.0), columns - 1.001)
    y = min(max(y, 0.0), rows - 1.001)
    ix, iy = int(x), int(y)
    fx, fy = x - ix, y - iy
    top = field[iy, ix] * (1 - fx) + field[iy, ix + 1] * fx
    bottom = field[iy + 1, ix] * (1 - fx) + field[iy + 1, ix + 1] * fx
    return float(top * (1 - fy) + bottom * fy)


_EDGES: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 2),), 2: ((2, 1),), 3: ((3, 1),), 4: ((0, 1),), 5: ((3, 0), (2, 1)), 6: ((0, 2),),
    7: ((3, 0),), 8: ((3, 0),), 9: ((0, 2),), 10: ((0, 1), (3, 2)), 11: ((0, 1),),
    12: ((3, 1),), 13: ((2, 1),), 14: ((3, 2),),
}  # fmt: skip
"""Marching squares: corner code → pairs of edges (0 top, 1 right, 2 bottom, 3 left).
Source: https://en.wikipedia.org/wiki/Marching_squares"""

_Key = tuple[int, int, int]


def contours(field: Field, level: float) -> list[Line]:
    """Return the lines where the field crosses a level, in cell coordinates (x, y)."""
    inside = field > level
    code = (
        8 * inside[:-1, :-1] + 4 * inside[:-1, 1:] + 2 * inside[1:, 1:] + inside[1:, :-1]
    ).astype(int)
    links: dict[_Key, list[_Key]] = {}
    for row, column in np.argwhere((code > 0) & (code < 15)):
        r, c = int(row), int(column)
        keys = ((0, r, c), (1, r, c + 1), (0, r + 1, c), (1, r, c))
        for a, b in _EDGES[int(code[r, c])]:
            links.setdefault(keys[a], []).append(keys[b])
            links.setdefault(keys[b], []).append(keys[a])
    return [[_crossing(field, level, key) for key in chain] for chain in _chains(links)]


def _crossing(field: Field, level: float, key: _Key) -> tuple[float, float]:
    kind, r, c = key
    first = float(field[r, c])
    second = float(field[r, c + 1] if kind == 0 else field[r + 1, c])
    share = 0.5 if first == second else (level - first) / (second - first)
    return (c + share, float(r)) if kind == 0 else (float(c), r + share)


def _chains(links: dict[_Key, list[_Key]]) -> list[list[_Key]]:
    used: set[_Key] = set()
    chains: list[list[_Key]] = []
    starts = sorted(links, key=lambda key: (len(links[key]) != 1, key))
    for start in starts:
        if start in used:
            continue
        chain = [start]
        used.add(start)
        at = start
        while True:
            onward = [key for key in links[at] if key not in used]
            if not onward:
                break
            at = onward[0]
            used.add(at)
            chain.append(at)
        if len(chain) > 2 and chain[0] in links[chain[-1]]:
            chain.append(chain[0])
        if len(chain) > 2:
            chains.append(chain)
    return chains
