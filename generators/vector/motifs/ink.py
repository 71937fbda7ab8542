"""Ink: pen strokes with pressure, wobble and overshoot; curls, scribbles and hatching.

A stroke is a filled outline, because no stroke style has pressure. Lengths are px.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from compositor.geometry import Path, Point
from generators.vector.motifs.forms import band, normals, resampled

__all__ = ["Pen", "curl_lines", "hatch_lines", "ink"]

_CORNER_DEG = 48.0


@dataclass(frozen=True)
class Pen:
    """A hand with a pen.

    Attributes:
        width: Mean width, px.
        wobble: How far the hand strays, px.
        pressure: How much the width varies, 0–1.
        overshoot: How far a closed outline runs past its start, px.
        taper: Length over which an open end thins out, px.
    """

    width: float = 9.0
    wobble: float = 2.4
    pressure: float = 0.42
    overshoot: float = 22.0
    taper: float = 34.0


def ink(path: Path, pen: Pen, rng: np.random.Generator) -> Path:
    """Return the path drawn with the pen, as one outline to fill."""
    return Path.join(
        _stroke(line, pen, rng) for line in _strokes(path, pen, rng) if _length(line) > 2
    )


def _strokes(path: Path, pen: Pen, rng: np.random.Generator) -> list[list[Point]]:
    found: list[list[Point]] = []
    for line in path.flattened(14):
        points = _distinct(line)
        if len(points) < 2:
            continue
        closed = math.dist(line[0], line[-1]) < 0.5 and len(points) > 3
        corners = _corners(points, closed=closed)
        if closed and not corners:
            start = int(rng.integers(len(points)))
            ring = points[start:-1] + points[: start + 1]
            found.append(_overrun(ring, pen.overshoot * float(rng.uniform(0.5, 1.2))))
            continue
        if closed and corners:
            points = points[corners[0] : -1] + points[: corners[0] + 1]
            corners = [i - corners[0] for i in corners[1:]]
        cuts = [0, *corners, len(points) - 1]
        found += [points[a : b + 1] for a, b in pairwise(cuts) if b > a]
    return found


def _distinct(line: Sequence[Point]) -> list[Point]:
    kept = [line[0]]
    for point in line[1:]:
        if math.dist(point, kept[-1]) > 0.2:
            kept.append(point)
    return kept


def _corners(points: Sequence[Point], *, closed: bool) -> list[int]:
    found = []
    last = len(points) - 1
    for i in range(0 if closed else 1, last):
        before = points[i - 1] if i else points[last - 1]
        a = math.atan2(points[i].y - before.y, points[i].x - before.x)
        b = math.atan2(points[i + 1].y - points[i].y, points[i + 1].x - points[i].x)
        turn = abs((math.degrees(b - a) + 180) % 360 - 180)
        if turn > _CORNER_DEG:
            found.append(i)
    return found


def _overrun(ring: list[Point], length: float) -> list[Point]:
    extra, gone = [], 0.0
    for a, b in pairwise(ring):
        if gone > length:
            break
        extra.append(b)
        gone += math.dist(a, b)
    return ring + extra


def _length(line: Sequence[tuple[float, float]]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(line))


def _stroke(line: Sequence[Point], pen: Pen, rng: np.random.Generator) -> Path:
    length = _length(line)
    xy = resampled(
        line, min(10.0, max(3.0, length / 9, pen.width * 0.55)) if length < 90 else 8.5
    )
    count = len(xy)
    if count < 3:
        xy = resampled(line, max(0.7, length / 3))
        count = len(xy)
    along = np.linspace(0, length, count)
    across = normals(xy)
    reach = min(1.0, length / 160)
    stray = reach * pen.wobble * (_noise(along, 120, rng) + 0.35 * _noise(along, 34, rng))
    drift = across * stray[:, None]
    drop = -across[:, 0]  # how much the hand moves down the page: pens press on down strokes
    width = pen.width * (
        1
        + pen.pressure * (0.55 * _noise(along, 150, rng) + 0.18 * _noise(along, 26, rng))
        + 0.24 * pen.pressure * np.sign(drop) * np.abs(drop)
    )
    ends = np.minimum(along, length - along) / max(1.0, min(pen.taper, length * 0.3))
    width *= 0.45 + 0.55 * np.clip(ends, 0, 1) ** 0.7
    return band(xy + drift, np.maximum(width, 0.3 * pen.width) / 2)


def _noise(along: np.ndarray, wavelength: float, rng: np.random.Generator) -> np.ndarray:
    """Smooth noise of about ±1 along a length."""
    knots = int(along[-1] / wavelength) + 3
    values = rng.uniform(-1, 1, knots)
    at = along / wavelength + float(rng.uniform(0, 1))
    index = np.clip(at.astype(int), 0, knots - 2)
    t = at - index
    t = t * t * (3 - 2 * t)
    result: np.ndarray = values[index] * (1 - t) + values[index + 1] * t
    return result


def curl_lines(
    middle: tuple[float, float],
    radii: tuple[float, float],
    rng: np.random.Generator,
    *,
    detail: float = 0.7,
) -> tuple[Path, tuple[Path, ...]]:
    """Return wool as one hand draws it: a ring of loops, and looser curls inside it.

    Args:
        middle: Of the pom, px.
        radii: Half width and half height, px.
        rng: The hand.
        detail: How many curls lie inside, 0–1.
    """
    loop = max(9.0, min(30.0, 0.19 * min(radii)))
    ring = _loops(middle, (radii[0] - loop * 0.75, radii[1] - loop * 0.75), loop, rng)
    inner: list[Path] = []
    if detail > 0.15:
        room = (radii[0] - 2.7 * loop, radii[1] - 2.7 * loop)
        taken: list[tuple[float, float]] = []
        wish = int(detail * 1.15 * radii[0] * radii[1] / (loop * loop * 2.2))
        for _ in range(wish * 6):
            if len(taken) >= wish or min(room) < 2:
                break
            r, a = math.sqrt(float(rng.uniform(0, 1))), float(rng.uniform(0, 2 * math.pi))
            x, y = middle[0] + room[0] * r * math.cos(a), middle[1] + room[1] * r * math.sin(a)
            if all(math.dist((x, y), other) > 1.9 * loop for other in taken):
                taken.append((x, y))
                inner.append(_curl((x, y), loop * float(rng.uniform(0.55, 1.05)), rng))
    return ring, tuple(inner)


def _loops(
    middle: tuple[float, float],
    radii: tuple[float, float],
    loop: float,
    rng: np.random.Generator,
) -> Path:
    around = math.pi * (
        3 * sum(radii) - math.sqrt((3 * radii[0] + radii[1]) * (radii[0] + 3 * radii[1]))
    )
    count = max(6, round(around / (loop * 2.35)))
    start = float(rng.uniform(0, 2 * math.pi))
    sizes = loop * rng.uniform(0.6, 1.5, count + 2)
    lean = rng.uniform(-0.7, 0.7, count + 2)
    points = []
    steps = count * 14
    for i in range(steps + 9):
        share = i / steps
        a = start + 2 * math.pi * share
        turn = share * count
        k = int(turn)
        t = turn - k
        size = float(sizes[k] * (1 - t) + sizes[k + 1] * t)
        phase = a + 2 * math.pi * turn + float(lean[k] * (1 - t) + lean[k + 1] * t)
        points.append(
            (
                middle[0] + radii[0] * math.cos(a) + size * math.cos(phase),
                middle[1] + radii[1] * math.sin(a) + size * math.sin(phase),
            )
        )
    return Path.polygon(points, closed=False)


def _curl(at: tuple[float, float], radius: float, rng: np.random.Generator) -> Path:
    start, turns = float(rng.uniform(0, 2 * math.pi)), float(rng.uniform(0.85, 1.55))
    way = 1 if rng.uniform() < 0.7 else -1
    points = []
    for i in range(22):
        t = i / 21
        a, r = start + way * 2 * math.pi * turns * t, radius * (1 - 0.62 * t)
        points.append((at[0] + r * math.cos(a), at[1] + r * math.sin(a)))
    return Path.polygon(points, closed=False)


def hatch_lines(
    area: Path, *, angle_deg: float = 58.0, spacing: float = 17.0, rng: np.random.Generator
) -> tuple[Path, ...]:
    """Return uneven parallel lines across an area, left to right."""
    return tuple(
        Path.polygon([a, b], closed=False)
        for row in _rows(area, angle_deg, spacing, rng)
        for a, b in row
        if math.dist(a, b) > 10
    )


def _rows(
    area: Path, angle_deg: float, spacing: float, rng: np.random.Generator
) -> list[list[tuple[tuple[float, float], tuple[float, float]]]]:
    """Parts of slanted scan lines inside the area (even-odd)."""
    angle = math.radians(angle_deg)
    ux, uy = math.cos(angle), math.sin(angle)
    edges: list[tuple[float, float, float, float]] = []
    for line in area.flattened(8):
        turned = [(p.x * ux + p.y * uy, -p.x * uy + p.y * ux) for p in line]
        edges += [(*a, *b) for a, b in pairwise(turned)]
    if not edges:
        return []
    low, high = min(min(e[1], e[3]) for e in edges), max(max(e[1], e[3]) for e in edges)
    rows = []
    level = low + spacing * 0.5
    while level < high:
        cuts = sorted(
            x1 + (level - y1) / (y2 - y1) * (x2 - x1)
            for x1, y1, x2, y2 in edges
            if (y1 <= level) != (y2 <= level)
        )
        row = []
        for a, b in zip(cuts[::2], cuts[1::2], strict=False):
            a2, b2 = a + float(rng.uniform(-4, 7)), b + float(rng.uniform(-7, 4))
            slip = level + float(rng.uniform(-2, 2))
            row.append(
                (
                    (a2 * ux - level * uy, a2 * uy + level * ux),
                    (b2 * ux - slip * uy, b2 * uy + slip * ux),
                )
            )
        rows.append(row)
        level += spacing * float(rng.uniform(0.82, 1.18))
    return rows
