"""Lines with a body: brush ribbons, pen lines and hand-drawn outlines."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from compositor.geometry import Path, Point
from compositor.geometry.shapes import circle, smooth_curve

__all__ = ["blob", "pen_line", "resampled", "ribbon", "splash"]

Points = Sequence[tuple[float, float]]


def resampled(points: Points, step: float) -> list[Point]:
    """Return places every `step` px along straight pieces, ends included."""
    found = [Point(*points[0])]
    left = step
    for a, b in pairwise(points):
        length = math.dist(a, b)
        at = left
        while at < length:
            share = at / length
            found.append(Point(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share))
            at += step
        left = at - length
    if math.dist(found[-1], points[-1]) > 0.3 * step:
        found.append(Point(*points[-1]))
    return found


def ribbon(points: Points, width_at: Callable[[float], float]) -> Path:
    """Return the closed outline of a stroke whose full width is `width_at(share)` px."""
    count = len(points)
    left: list[tuple[float, float]] = []
    right: list[tuple[float, float]] = []
    for i, (x, y) in enumerate(points):
        before, after = points[max(0, i - 1)], points[min(count - 1, i + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1.0
        half = width_at(i / (count - 1)) / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    return smooth_curve([*left, *reversed(right)], closed=True, tension=0.5)


def pen_line(points: Points, width: float, rng: np.random.Generator) -> Path:
    """Return a felt-pen line: it wavers, swells where the hand slows and tapers at the ends."""
    step = max(width * 1.6, 3.0)
    course = list(points)
    walk = resampled(course, step)
    if len(walk) < 4:
        walk = resampled(course, max(0.5, step / 4))
    phase = rng.uniform(0, 2 * math.pi, 3)
    amount = width * 0.22
    moved = [
        (
            p.x + amount * math.sin(i * 0.55 + phase[0]) + rng.normal(0, amount * 0.2),
            p.y + amount * math.cos(i * 0.43 + phase[1]) + rng.normal(0, amount * 0.2),
        )
        for i, p in enumerate(walk)
    ]
    reach = len(moved) - 1

    def width_at(share: float) -> float:
        ends = min(share * reach, (1 - share) * reach) / 2.2
        taper = min(1.0, 0.42 + 0.58 * ends)
        return float(width * taper * (1 + 0.16 * math.sin(share * reach * 0.37 + phase[2])))

    return ribbon(moved, width_at)


def blob(
    cx: float,
    cy: float,
    rx: float,
    ry: float,
    rng: np.random.Generator,
    wild: float = 0.18,
    lobes: int = 7,
) -> Path:
    """Return a soft closed form; `wild` is how far its radius strays."""
    phase = float(rng.uniform(0, 2 * math.pi))
    points = []
    for i in range(lobes):
        angle = phase + 2 * math.pi * (i + rng.uniform(-0.18, 0.18)) / lobes
        reach = 1 + rng.uniform(-wild, wild)
        points.append((cx + rx * reach * math.cos(angle), cy + ry * reach * math.sin(angle)))
    return smooth_curve(points, closed=True, tension=0.5)


def splash(rng: np.random.Generator, x: float, y: float, radius: float) -> Path:
    """Return one burst of paint: a body, arms that thin out, drops they let go."""
    parts = [blob(x, y, radius * 0.66, radius * 0.58, rng, 0.26, 13)]
    arms = int(rng.integers(17, 25))
    for k in range(arms):
        angle = 2 * math.pi * (k + float(rng.uniform(-0.35, 0.35))) / arms
        reach = radius * (0.62 + 0.26 * float(rng.exponential(1.0)))
        reach = min(reach, 1.6 * radius)
        foot = radius * float(rng.uniform(0.05, 0.12))
        tip = foot * float(rng.uniform(0.12, 0.35))
        cos, sin = math.cos(angle), math.sin(angle)

        def at(
            along: float, off: float, cos: float = cos, sin: float = sin
        ) -> tuple[float, float]:
            return x + along * cos - off * sin, y + along * sin + off * cos

        inner = 0.42 * radius
        (ax, ay), (bx, by) = at(inner, -foot * 1.5), at(inner + 0.3 * (reach - inner), -tip)
        (cx, cy), (dx, dy) = at(reach, -tip), at(reach, tip)
        (ex, ey), (fx, fy) = at(inner + 0.3 * (reach - inner), tip), at(inner, foot * 1.5)
        parts.append(
            Path.from_svg(f"M{ax} {ay}Q{bx} {by} {cx} {cy}L{dx} {dy}Q{ex} {ey} {fx} {fy}Z")
        )
        parts.append(circle(*at(reach, 0), foot * float(rng.uniform(0.55, 1.0))))
        if rng.random() < 0.6:
            far = reach * float(rng.uniform(1.15, 1.7))
            parts.append(circle(*at(far, 0), foot * float(rng.uniform(0.2, 0.6))))
    return Path.join(parts)
