"""Ready outlines: rectangles, ellipses, superellipses, stars, arcs and smooth curves."""

import math
from collections.abc import Sequence
from functools import cache

import numpy as np

from compositor.geometry.box import Box
from compositor.geometry.path import Path, Segment

__all__ = [
    "KAPPA",
    "arc",
    "circle",
    "ellipse",
    "line",
    "rectangle",
    "regular_polygon",
    "rounded_rectangle",
    "smooth_curve",
    "star",
    "superellipse",
]

KAPPA = 0.5522847498
"""Handle length of a quarter circle. Source: 4/3·(√2 − 1)."""


def line(x1: float, y1: float, x2: float, y2: float) -> Path:
    """Return one open straight line."""
    return Path((("M", (x1, y1)), ("L", (x2, y2))))


def rectangle(box: Box) -> Path:
    """Return the outline of a box, clockwise."""
    return Path.polygon(
        [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]
    )


def rounded_rectangle(box: Box, radius: float) -> Path:
    """Return a box with circular corners; the radius is capped at half the shorter side."""
    r = max(0.0, min(radius, box.width / 2, box.height / 2))
    if r == 0:
        return rectangle(box)
    k = r * (1 - KAPPA)
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    return Path(
        (
            ("M", (x + r, y)),
            ("L", (right - r, y)),
            ("C", (right - k, y, right, y + k, right, y + r)),
            ("L", (right, bottom - r)),
            ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
            ("L", (x + r, bottom)),
            ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
            ("L", (x, y + r)),
            ("C", (x, y + k, x + k, y, x + r, y)),
            ("Z", ()),
        )
    )


def ellipse(cx: float, cy: float, rx: float, ry: float) -> Path:
    """Return an ellipse of four cubics."""
    kx, ky = rx * KAPPA, ry * KAPPA
    return Path(
        (
            ("M", (cx + rx, cy)),
            ("C", (cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)),
            ("C", (cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)),
            ("C", (cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)),
            ("C", (cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)),
            ("Z", ()),
        )
    )


def circle(cx: float, cy: float, radius: float) -> Path:
    """Return a circle."""
    return ellipse(cx, cy, radius, radius)


def arc(cx: float, cy: float, radius: float, from_deg: float, to_deg: float) -> Path:
    """Return an open circular arc, clockwise from the 3 o'clock position when to > from."""
    sweep = to_deg - from_deg
    count = max(1, math.ceil(abs(sweep) / 90))
    step = math.radians(sweep / count)
    handle = 4 / 3 * math.tan(step / 4) * radius
    angle = math.radians(from_deg)
    segments: list[Segment] = [
        ("M", (cx + radius * math.cos(angle), cy + radius * math.sin(angle)))
    ]
    for _ in range(count):
        end = angle + step
        c0, s0, c1, s1 = math.cos(angle), math.sin(angle), math.cos(end), math.sin(end)
        segments.append(
            (
                "C",
                (
                    cx + radius * c0 - handle * s0,
                    cy + radius * s0 + handle * c0,
                    cx + radius * c1 + handle * s1,
                    cy + radius * s1 - handle * c1,
                    cx + radius * c1,
                    cy + radius * s1,
                ),
            )
        )
        angle = end
    return Path(tuple(segments))


def regular_polygon(
    cx: float, cy: float, radius: float, sides: int, turn_deg: float = 0
) -> Path:
    """Return a regular polygon; the first corner points up unless turned clockwise."""
    return Path.polygon(
        [
            (
                cx + radius * math.sin(math.radians(turn_deg) + 2 * math.pi * i / sides),
                cy - radius * math.cos(math.radians(turn_deg) + 2 * math.pi * i / sides),
            )
            for i in range(sides)
        ]
    )


def star(cx: float, cy: float, outer: float, inner: float, points: int) -> Path:
    """Return a star with its first point up."""
    return Path.polygon(
        [
            (
                cx + (inner if i % 2 else outer) * math.sin(math.pi * i / points),
                cy - (inner if i % 2 else outer) * math.cos(math.pi * i / points),
            )
            for i in range(2 * points)
        ]
    )


def superellipse(cx: float, cy: float, rx: float, ry: float, exponent: float = 5.0) -> Path:
    """Return |x/rx|ⁿ + |y/ry|ⁿ = 1 in eight nodes, exact to a thousandth of its size.

    Each side is straight for a while; one cubic then takes the corner through the curve's
    own point on the diagonal. n = 2 is an ellipse.
    """
    if exponent == 2:
        return ellipse(cx, cy, rx, ry)
    flat = _superellipse_flat(exponent)
    reach = flat + _superellipse_handle(exponent, flat)
    corner = [(1.0, flat), (1.0, reach), (reach, 1.0), (flat, 1.0)]
    segments: list[Segment] = []
    for _ in range(4):
        start, one, two, end = [(cx + rx * x, cy + ry * y) for x, y in corner]
        segments.append(("L" if segments else "M", start))
        segments.append(("C", (*one, *two, *end)))
        corner = [(-y, x) for x, y in corner]
    segments.append(("Z", ()))
    return Path(tuple(segments))


def _superellipse_handle(exponent: float, flat: float) -> float:
    """The handle with which the corner passes through the curve's point on the diagonal."""
    diagonal: float = 0.5 ** (1 / exponent)
    return (8 * diagonal - 4 - 4 * flat) / 3


@cache
def _superellipse_flat(exponent: float) -> float:
    """How far a side of length 1 is straight: what leaves the smallest error."""
    t = np.linspace(0, 1, 129)
    best = (math.inf, 0.0)
    for flat in np.arange(0, 0.9, 0.005):
        handle = _superellipse_handle(exponent, float(flat))
        if not 0 < handle <= 1 - flat:
            continue
        x = (1 - t) ** 3 + 3 * (1 - t) ** 2 * t
        x = x + 3 * (1 - t) * t**2 * (flat + handle) + t**3 * flat
        away = (x**exponent + x[::-1] ** exponent) ** (1 / exponent) - 1
        best = min(best, (float(np.abs(away).max()), float(flat)))
    return best[1]


def smooth_curve(
    points: Sequence[tuple[float, float]], *, closed: bool = False, tension: float = 0.5
) -> Path:
    """Return a curve through the points (Catmull-Rom written as cubics).

    Args:
        points: At least two places it passes through.
        closed: Whether the last point joins the first.
        tension: 0 gives straight lines, 0.5 the usual roundness.

    Source: https://en.wikipedia.org/wiki/Cubic_Hermite_spline#Catmull–Rom_spline
    """
    count = len(points)
    if count < 2:
        return Path()
    k = tension / 3

    def at(index: int) -> tuple[float, float]:
        if closed:
            return points[index % count]
        return points[max(0, min(count - 1, index))]

    segments: list[Segment] = [("M", (points[0][0], points[0][1]))]
    for i in range(count if closed else count - 1):
        before, start, end, after = at(i - 1), at(i), at(i + 1), at(i + 2)
        segments.append(
            (
                "C",
                (
                    start[0] + (end[0] - before[0]) * k,
                    start[1] + (end[1] - before[1]) * k,
                    end[0] - (after[0] - start[0]) * k,
                    end[1] - (after[1] - start[1]) * k,
                    end[0],
                    end[1],
                ),
            )
        )
    if closed:
        segments.append(("Z", ()))
    return Path(tuple(segments))
