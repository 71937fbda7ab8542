"""Outlines the subjects are built of: drawn outlines, ribbons, lathes, clouds, petals, leaves.

All lengths are px of the motif's box.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from compositor.geometry import Affine, Path, Point
from compositor.geometry.path import Segment
from compositor.geometry.shapes import smooth_curve

__all__ = [
    "band",
    "blob",
    "curve",
    "d",
    "lathe",
    "leaf",
    "mirrored",
    "normals",
    "placed",
    "polyline",
    "resampled",
    "ribbon",
    "scallop",
    "spiral",
    "traced",
]

Dot = tuple[float, float] | tuple[float, float, int]


def d(data: str) -> Path:
    """Return SVG path data as a path."""
    return Path.from_svg(data)


def curve(*dots: Dot) -> Path:
    """Return an open line through the dots; a dot written (x, y, 0) is a sharp corner."""
    return Path(tuple(_runs(dots)))


def blob(*dots: Dot) -> Path:
    """Return a closed outline through the dots; a dot written (x, y, 0) is a sharp corner."""
    first = next((i for i, dot in enumerate(dots) if len(dot) == 3), None)
    if first is None:
        return smooth_curve([(dot[0], dot[1]) for dot in dots], closed=True)
    turned = [*dots[first:], *dots[:first], dots[first]]
    return Path((*_runs(turned), ("Z", ())))


def traced(text: str, *, closed: bool = True) -> Path:
    """Return an outline through dots written ``x,y``; ``x,y!`` is a sharp corner.

    >>> traced("0,0! 10,0! 5,8!").bounds
    Box(x=0.0, y=0.0, width=10.0, height=8.0)
    """
    dots: list[Dot] = []
    for word in text.split():
        x, _, y = word.rstrip("!").partition(",")
        dots.append((float(x), float(y), 0) if word.endswith("!") else (float(x), float(y)))
    return blob(*dots) if closed else curve(*dots)


def _runs(dots: Sequence[Dot]) -> list[Segment]:
    segments: list[Segment] = []
    run: list[tuple[float, float]] = []
    for index, dot in enumerate(dots):
        run.append((dot[0], dot[1]))
        if (len(dot) == 3 and len(run) > 1) or index == len(dots) - 1:
            part = smooth_curve(run).segments
            segments += part if not segments else part[1:]
            run = [(dot[0], dot[1])]
    return segments


def mirrored(path: Path, cx: float) -> Path:
    """Return the path reflected in the upright line through cx."""
    return path.transformed(Affine(-1, 0, 0, 1, 2 * cx, 0))


def placed(
    path: Path, x: float, y: float, *, turn_deg: float = 0.0, scale: float = 1.0
) -> Path:
    """Return a path drawn around the origin: scaled, turned clockwise, then moved."""
    turn = Affine.scaling(scale).then(Affine.rotation(turn_deg))
    return path.transformed(turn.then(Affine.translation(x, y)))


def polyline(points: Sequence[tuple[float, float]], *, closed: bool = False) -> Path:
    """Return a quadratic spline near the points, coordinates to a tenth of a px.

    The short form for many points: each is a control point, the curve passes midway.
    """
    xy = [(round(x, 1), round(y, 1)) for x, y in points]
    if len(xy) < 3:
        return Path.polygon(xy, closed=False)
    segments: list[Segment] = []
    if closed:
        start = _middle(xy[-1], xy[0])
        segments.append(("M", start))
        for i, point in enumerate(xy):
            segments.append(("Q", (*point, *_middle(point, xy[(i + 1) % len(xy)]))))
        segments.append(("Z", ()))
        return Path(tuple(segments))
    segments.append(("M", xy[0]))
    for i in range(1, len(xy) - 1):
        end = xy[i + 1] if i == len(xy) - 2 else _middle(xy[i], xy[i + 1])
        segments.append(("Q", (*xy[i], *end)))
    return Path(tuple(segments))


def _middle(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    return round((a[0] + b[0]) / 2, 2), round((a[1] + b[1]) / 2, 2)


def resampled(points: Sequence[tuple[float, float]], spacing: float) -> np.ndarray:
    """Return points at even steps of about `spacing` px along a polyline, ends kept."""
    xy: np.ndarray = np.asarray([(p[0], p[1]) for p in points], dtype=float)
    steps = np.hypot(*np.diff(xy, axis=0).T)
    keep = np.concatenate([[True], steps > 1e-9])
    xy = np.compress(keep, xy, axis=0)
    if len(xy) < 2:
        return xy
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])
    count = max(2, round(along[-1] / spacing) + 1)
    at = np.linspace(0, along[-1], count)
    even: np.ndarray = np.column_stack(
        [np.interp(at, along, xy[:, 0]), np.interp(at, along, xy[:, 1])]
    )
    return even


def normals(xy: np.ndarray) -> np.ndarray:
    """Return the unit normal at each point, to the right of the direction of travel."""
    tangent = np.gradient(xy, axis=0)
    length = np.hypot(tangent[:, 0], tangent[:, 1])
    length[length < 1e-9] = 1.0
    across: np.ndarray = np.column_stack([-tangent[:, 1] / length, tangent[:, 0] / length])
    return across


def ribbon(dots: Sequence[Dot], widths: Sequence[float], spacing: float = 12.0) -> Path:
    """Return a limb: an outline around a smooth spine, as wide as `widths` say, round ends.

    Args:
        dots: The spine.
        widths: Full widths, px, spread evenly over the spine's length.
        spacing: Distance of outline points, px.
    """
    spine = resampled(curve(*dots).flattened(12)[0], spacing)
    share = np.linspace(0, 1, len(spine))
    half = np.interp(share, np.linspace(0, 1, len(widths)), np.asarray(widths)) / 2
    kernel = np.ones(5) / 5
    if len(half) > 9:
        half = np.convolve(np.pad(half, 2, mode="edge"), kernel, mode="valid")
    return band(spine, half)


def band(spine: np.ndarray, half: np.ndarray) -> Path:
    """Return the outline at a distance of `half` px on both sides of a spine, round ends."""
    across = normals(spine)
    left, right = spine + across * half[:, None], spine - across * half[:, None]
    points: list[tuple[float, float]] = [(float(x), float(y)) for x, y in left]
    points += _cap(spine[-1], across[-1], float(half[-1]))
    points += [(float(x), float(y)) for x, y in right[::-1]]
    points += _cap(spine[0], -across[0], float(half[0]))
    return polyline(points, closed=True)


def _cap(center: np.ndarray, across: np.ndarray, radius: float) -> list[tuple[float, float]]:
    if radius < 0.8:
        return []
    start = math.atan2(across[1], across[0])
    return [
        (
            float(center[0]) + radius * math.cos(start - math.pi * i / 4),
            float(center[1]) + radius * math.sin(start - math.pi * i / 4),
        )
        for i in (0.8, 1.6, 2.4, 3.2)
    ]


def lathe(profile: Sequence[Dot], cx: float) -> Path:
    """Return a turned body: `profile` is (radius, y) from top to bottom, mirrored about cx."""
    right: list[Dot] = [
        (cx + p[0], p[1], 0) if len(p) == 3 else (cx + p[0], p[1]) for p in profile
    ]
    left: list[Dot] = [
        (cx - p[0], p[1], 0) if len(p) == 3 else (cx - p[0], p[1]) for p in reversed(profile)
    ]
    return blob(*right, *left)


def scallop(
    center: tuple[float, float],
    radii: tuple[float, float],
    *,
    bumps: int,
    depth: float = 0.5,
    rng: np.random.Generator | None = None,
) -> Path:
    """Return a cloud: an ellipse edged with round bumps.

    Args:
        center: Middle, px.
        radii: Half width and half height to the foot of the bumps, px.
        bumps: How many.
        depth: Height of a bump as a part of its half width; 1 is a half circle.
        rng: Makes bumps uneven; none keeps them alike.
    """
    cx, cy = center
    sizes = np.ones(bumps) if rng is None else rng.uniform(0.75, 1.3, bumps)
    angles = np.concatenate([[0.0], np.cumsum(sizes)]) / sizes.sum() * 2 * math.pi
    if rng is not None:
        angles = angles + rng.uniform(0, 2 * math.pi)
    feet = [(cx + radii[0] * math.cos(a), cy + radii[1] * math.sin(a)) for a in angles]
    segments: list[Segment] = [("M", feet[0])]
    for (x1, y1), (x2, y2) in pairwise(feet):
        dx, dy = x2 - x1, y2 - y1
        lift = 1.33 * depth
        out = (dy * lift / 2 * 1.15, -dx * lift / 2 * 1.15)
        segments.append(
            (
                "C",
                (
                    x1 + out[0] * 1.2 - dx * 0.12,
                    y1 + out[1] * 1.2 - dy * 0.12,
                    x2 + out[0] * 1.2 + dx * 0.12,
                    y2 + out[1] * 1.2 + dy * 0.12,
                    x2,
                    y2,
                ),
            )
        )
    segments.append(("Z", ()))
    return Path(tuple(segments))


def spiral(
    center: tuple[float, float],
    radius: float,
    turns: float,
    *,
    start_deg: float = 0.0,
    squash: float = 1.0,
) -> Path:
    """Return an open curl from the outside in."""
    count = max(6, int(turns * 10))
    dots = []
    for i in range(count + 1):
        t = i / count
        r = radius * (1 - 0.82 * t)
        a = math.radians(start_deg) + 2 * math.pi * turns * t
        dots.append((center[0] + r * math.cos(a), center[1] + squash * r * math.sin(a)))
    return smooth_curve(dots)


def leaf(
    base: Point | tuple[float, float], tip: tuple[float, float], width: float, bend: float = 0.0
) -> tuple[Path, Path]:
    """Return a pointed leaf and its middle vein.

    Args:
        base: Where it meets the stem.
        tip: Its point.
        width: Greatest width, px.
        bend: How far its middle is pushed sideways, as a part of its length.
    """
    bx, by = base
    dx, dy = tip[0] - bx, tip[1] - by
    length = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / length, dx / length

    def at(t: float, side: float) -> tuple[float, float]:
        push = bend * length * 4 * t * (1 - t) + side * width / 2
        return bx + dx * t + nx * push, by + dy * t + ny * push

    outline = blob(
        (bx, by, 0), at(0.12, 0.42), at(0.38, 1), at(0.7, 0.66), at(0.9, 0.2),
        (tip[0], tip[1], 0), at(0.9, -0.2), at(0.7, -0.66), at(0.38, -1), at(0.12, -0.42),
    )  # fmt: skip
    vein = curve((bx, by), at(0.25, 0), at(0.5, 0), at(0.75, 0), at(0.9, 0))
    return outline, vein
