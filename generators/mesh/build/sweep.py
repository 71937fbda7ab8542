"""Sweeps: a section carried along a curve, without twist, as tubes, ribbons and springs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.interpolate import CubicSpline

from generators.mesh.mesh import Floats, Mesh

__all__ = [
    "Cap",
    "bent",
    "circle_section",
    "resampled",
    "spline",
    "superellipse_section",
    "sweep",
]

Cap = Literal["round", "flat", "none"]


def circle_section(radius: float, *, count: int = 32) -> Floats:
    """Return a circle, (count, 2) cm, counter-clockwise."""
    return superellipse_section(radius, radius, 2.0, count=count)


def superellipse_section(
    width: float, height: float, exponent: float, *, count: int = 64
) -> Floats:
    """Return |x/width|ⁿ + |y/height|ⁿ = 1, evenly spaced, (count, 2) cm."""
    angle = np.linspace(0, 2 * np.pi, 1025)
    cos, sin = np.cos(angle), np.sin(angle)
    x = width * np.sign(cos) * np.abs(cos) ** (2 / exponent)
    y = height * np.sign(sin) * np.abs(sin) ** (2 / exponent)
    return resampled(np.column_stack([x, y]), count + 1)[:-1]


def resampled(curve: Floats, count: int) -> Floats:
    """Return a curve of any dimension as `count` points at even distances, ends kept."""
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(curve, axis=0), axis=1))])
    wanted = np.linspace(0, along[-1], count)
    return np.stack([np.interp(wanted, along, axis) for axis in curve.T], axis=1)


def spline(points: Floats, count: int, *, closed: bool = False) -> Floats:
    """Return a smooth curve through points (centripetal Catmull–Rom), evenly spaced.

    A closed curve does not repeat its first point.
    """
    points = np.asarray(points, dtype=float)
    if closed:
        points = np.vstack([points, points[:1]])
    knots = np.concatenate(
        [[0], np.cumsum(np.sqrt(np.linalg.norm(np.diff(points, axis=0), axis=1)))]
    )
    curve = CubicSpline(knots, points, bc_type="periodic" if closed else "natural")
    fine = curve(np.linspace(0, knots[-1], 40 * len(points)))
    return resampled(fine, count + 1)[:-1] if closed else resampled(fine, count)


def bent(points: Floats, radius: float, *, steps: int = 12) -> Floats:
    """Return a polyline whose inner corners are arcs of a radius, cm, as wire is bent."""
    points = np.asarray(points, dtype=float)
    found = [points[0]]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        u, v = before - at, after - at
        lu, lv = np.linalg.norm(u), np.linalg.norm(v)
        u, v = u / lu, v / lv
        half = np.arccos(np.clip(u @ v, -1, 1)) / 2
        if np.pi / 2 - half < 1e-3:
            found.append(at)
            continue
        reach = min(radius / np.tan(half), 0.49 * lu, 0.49 * lv)
        r = reach * np.tan(half)
        middle = at + (u + v) / np.linalg.norm(u + v) * (r / np.sin(half))
        start, end = at + u * reach - middle, at + v * reach - middle
        sweep_angle = np.pi - 2 * half
        for t in np.linspace(0, 1, steps + 1):
            a, b = np.sin((1 - t) * sweep_angle), np.sin(t * sweep_angle)
            found.append(middle + (a * start + b * end) / np.sin(sweep_angle))
    found.append(points[-1])
    return np.array(found)


def sweep(
    curve: Floats,
    section: Floats,
    *,
    closed: bool = False,
    scale: Floats | None = None,
    turns: float = 0.0,
    cap: Cap = "round",
    up: tuple[float, float, float] = (0.0, 0.0, 1.0),
) -> Mesh:
    """Return the surface a section leaves when carried along a curve.

    u runs along the curve and v around the section; both seams carry doubled vertices with
    the same normals, so that nothing shows.

    Args:
        curve: (n, 3), cm; a closed one does not repeat its first point.
        section: (k, 2), cm, counter-clockwise, not repeating its first point; x lies along
            the side of the curve, y along `up`.
        closed: Whether the end meets the start.
        scale: (n,) or (n, 2) factors of the section.
        turns: Full turns of the section along the way; whole or half ones where closed and
            the section allows it.
        cap: How open ends are closed.
        up: Where the section's y points at the start.
    """
    curve = np.asarray(curve, dtype=float)
    factor = np.ones((len(curve), 2)) if scale is None else np.asarray(scale, dtype=float)
    if factor.ndim == 1:
        factor = np.repeat(factor[:, None], 2, axis=1)
    track = _track(curve, factor, np.asarray(up, dtype=float), turns=turns, closed=closed)
    if not closed and cap == "round":
        track = _rounded_ends(track, float(np.abs(section).max(axis=0).min()))
    x = section[None, :, 0] * track.factor[:, :1]
    y = section[None, :, 1] * track.factor[:, 1:]
    cos, sin = np.cos(track.angle)[:, None], np.sin(track.angle)[:, None]
    across, upward = x * cos - y * sin, x * sin + y * cos
    rings = (
        track.curve[:, None]
        + across[..., None] * track.side[:, None]
        + upward[..., None] * track.rise[:, None]
    )
    shift = round(turns * len(section)) % len(section) if closed else 0
    return _skin(rings, closed=closed, shift=shift, flat_ends=cap == "flat")


@dataclass(frozen=True, eq=False)
class _Track:
    """Where the section lies at each point of the curve.

    Attributes:
        curve: (n, 3).
        side: (n, 3) where the section's x points.
        rise: (n, 3) where its y points.
        ahead: (n, 3) direction of travel.
        factor: (n, 2) its size.
        angle: (n,) its turn about the direction of travel, rad.
    """

    curve: Floats
    side: Floats
    rise: Floats
    ahead: Floats
    factor: Floats
    angle: Floats


def _track(curve: Floats, factor: Floats, up: Floats, *, turns: float, closed: bool) -> _Track:
    side, rise, ahead = _frames(curve, up, closed=closed)
    count = len(curve)
    angle = 2 * np.pi * turns * np.arange(count) / (count if closed else max(count - 1, 1))
    if closed:
        angle = angle + _closing_twist(side, rise, ahead)
    return _Track(curve, side, rise, ahead, factor, angle)


def _frames(curve: Floats, up: Floats, *, closed: bool) -> tuple[Floats, Floats, Floats]:
    """Return side, rise and direction of travel at each point, by parallel transport."""
    if closed:
        ahead = np.roll(curve, -1, axis=0) - np.roll(curve, 1, axis=0)
    else:
        ahead = np.gradient(curve, axis=0)
    ahead = ahead / np.maximum(np.linalg.norm(ahead, axis=1, keepdims=True), 1e-12)
    if abs(ahead[0] @ up) > 0.95:
        up = np.array([0.0, 1.0, 0.0]) if abs(ahead[0][1]) < 0.9 else np.array([1.0, 0.0, 0.0])
    rise = np.empty_like(ahead)
    for i, direction in enumerate(ahead):
        carried = up if i == 0 else rise[i - 1]
        carried = carried - direction * (carried @ direction)
        rise[i] = carried / np.linalg.norm(carried)
    return np.cross(rise, ahead), rise, ahead


def _closing_twist(side: Floats, rise: Floats, ahead: Floats) -> Floats:
    """Return the turn that brings a closed sweep back to where it began, spread evenly."""
    carried = rise[-1] - ahead[0] * (rise[-1] @ ahead[0])
    miss = np.arctan2(carried @ -side[0], carried @ rise[0])
    spread: Floats = -miss * np.arange(len(side)) / len(side)
    return spread


def _rounded_ends(track: _Track, radius: float, steps: int = 8) -> _Track:
    """Return the same with a dome before the start and after the end."""
    a = np.linspace(0, np.pi / 2, steps + 1)[1:, None]
    out, shrink = np.sin(a), np.maximum(np.cos(a), 1e-4)
    curve, factor = track.curve, track.factor
    start = curve[0] - radius * float(factor[0].min()) * out * track.ahead[0]
    end = curve[-1] + radius * float(factor[-1].min()) * out * track.ahead[-1]

    def extended(values: Floats) -> Floats:
        first = np.repeat(values[:1], steps, axis=0)
        return np.concatenate([first, values, np.repeat(values[-1:], steps, axis=0)])

    return _Track(
        np.concatenate([start[::-1], curve, end]),
        extended(track.side),
        extended(track.rise),
        extended(track.ahead),
        np.concatenate([factor[0] * shrink[::-1], factor, factor[-1] * shrink]),
        extended(track.angle),
    )


def _skin(rings: Floats, *, closed: bool, shift: int, flat_ends: bool) -> Mesh:
    """Return the mesh over (n, k, 3) rings."""
    normals = _ring_normals(rings, closed=closed, shift=shift)
    if closed:
        rings = np.concatenate([rings, np.roll(rings[:1], shift, axis=1)])
        normals = np.concatenate([normals, np.roll(normals[:1], shift, axis=1)])
    rings = np.concatenate([rings, rings[:, :1]], axis=1)
    normals = np.concatenate([normals, normals[:, :1]], axis=1)
    count, around = rings.shape[:2]
    middle = rings[:, :-1].mean(axis=1)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(middle, axis=0), axis=1))])
    u = along / max(along[-1], 1e-12)
    uv = np.stack(np.meshgrid(u, np.linspace(0, 1, around), indexing="ij"), axis=-1)
    i = (np.arange(count - 1)[:, None] * around + np.arange(around - 1)).ravel()
    faces = np.concatenate(
        [
            np.stack([i, i + 1, i + around + 1], axis=1),
            np.stack([i, i + around + 1, i + around], axis=1),
        ]
    )
    places, directions, coordinates = (
        rings.reshape(-1, 3),
        normals.reshape(-1, 3),
        uv.reshape(-1, 2),
    )
    if not closed:
        places, directions, coordinates, faces = _with_lids(
            places, directions, coordinates, faces, rings, own_normals=flat_ends
        )
    return Mesh(places, faces.astype(np.int32), directions, coordinates)


def _with_lids(
    places: Floats,
    directions: Floats,
    coordinates: Floats,
    faces: Floats,
    rings: Floats,
    *,
    own_normals: bool,
) -> tuple[Floats, Floats, Floats, Floats]:
    """Return the skin with a fan over each end."""
    around = rings.shape[1]
    for end, neighbor in ((0, 1), (-1, -2)):
        ring = rings[end]
        center = ring[:-1].mean(axis=0)
        outward = center - rings[neighbor][:-1].mean(axis=0)
        outward = outward / max(float(np.linalg.norm(outward)), 1e-12)
        start = len(places)
        places = np.concatenate([places, ring, center[None]])
        turned = np.repeat(outward[None], around + 1, axis=0)
        if not own_normals:
            first = 0 if end == 0 else (len(rings) - 1) * around
            turned[:around] = directions[first : first + around]
        directions = np.concatenate([directions, turned])
        u = np.full(around + 1, 0.0 if end == 0 else 1.0)
        coordinates = np.concatenate(
            [coordinates, np.column_stack([u, np.linspace(0, 1, around + 1)])]
        )
        k = np.arange(around - 1)
        fan = np.stack([np.full(around - 1, start + around), start + k, start + k + 1], axis=1)
        faces = np.concatenate([faces, fan[:, [0, 2, 1]] if end == 0 else fan])
    return places, directions, coordinates, faces


def _ring_normals(rings: Floats, *, closed: bool, shift: int) -> Floats:
    around = np.roll(rings, -1, axis=1) - np.roll(rings, 1, axis=1)
    if closed:
        ahead = np.concatenate([rings, np.roll(rings[:1], shift, axis=1)])[1:]
        behind = np.concatenate([np.roll(rings[-1:], -shift, axis=1), rings])[:-1]
        along = ahead - behind
    else:
        along = np.gradient(rings, axis=0)
    normals = np.cross(around, along)
    size = np.linalg.norm(normals, axis=2, keepdims=True)
    weak = size[..., 0] < 1e-14
    normals = normals / np.maximum(size, 1e-14)
    if weak.any():
        outward = rings - rings.mean(axis=1, keepdims=True)
        outward = outward / np.maximum(np.linalg.norm(outward, axis=2, keepdims=True), 1e-12)
        normals[weak] = outward[weak]
    lost = np.linalg.norm(normals, axis=2) < 0.5
    normals[lost] = (0.0, 0.0, 1.0)
    found: Floats = normals
    return found
