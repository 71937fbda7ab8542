"""The baseball cap."""

from __future__ import annotations

import numpy as np

from generators.mesh.build.normals import shaded
from generators.mesh.build.pose import scale, shift
from generators.mesh.build.sweep import circle_section, sweep
from generators.mesh.mesh import Floats, Mesh, merged
from generators.mesh.prop import ArtworkArea, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.abstract.masses import ball
from generators.mesh.props.printed import plain, printed, proportions, settled, shade

__all__ = ["ENTRIES"]

_WIDTH, _DEPTH, _HEIGHT = 8.9, 10.2, 12.2
"""Half width, half depth and height of the crown, cm."""
_COLUMNS = 144


def cap(request: PropRequest) -> Prop:
    """Return a five-panel cap, its peak to the viewer, printed on the front panel."""
    wide, tall = proportions(request)
    colors = request.colors
    finish = request.finish or "fabric"
    size = scale(wide, 1.0, tall)
    outer, inner = _crown(0.0), _crown(-0.3)
    area, print_mesh = _print()
    seams = [_seam(angle) for angle in np.radians([54, 118, 180, 242, 306])]
    eyelets = [_eyelet(angle) for angle in np.radians([-24, 24, 88, 150, 210, 272])]
    button = ball(0.85, segments=48).moved(shift(z=_HEIGHT + 0.05) @ scale(1, 1, 0.55))
    top, under = _peak()
    parts: list[Part] = [
        plain("crown", outer.moved(size), colors.accent, finish),
        plain(
            "lining",
            [_flipped(inner).moved(size), _hem().moved(size)],
            shade(colors.accent, -0.35),
            finish,
        ),
        printed("front", print_mesh.moved(size), area, colors.accent, finish),
        plain("seams", [seam.moved(size) for seam in seams], colors.accent, finish),
        plain("eyelets", [eyelet.moved(size) for eyelet in eyelets], colors.accent, finish),
        plain("button", button.moved(size), colors.content, finish),
        plain("peak", [top.moved(size), under.moved(size)], colors.content, finish),
        plain("band", _band().moved(size), colors.accent, finish),
    ]
    return settled("cap", parts, [area])


def _crown_point(around: Floats, rise: Floats, out: float) -> Floats:
    """Return places of the crown; around from the front, rise 0–1 from hem to button."""
    front = 0.5 + 0.5 * np.cos(around)
    # The front panels are stiffened: they stand before they bend.
    power = 2.3 + 0.9 * front**2
    angle = rise * np.pi / 2
    level = np.cos(angle) ** (2 / power)
    height = np.sin(angle) ** (2 / 2.25)
    panel = 1 - 0.012 * np.abs(np.sin(3 * around)) * np.sin(np.pi * np.clip(rise, 0, 1))
    radius = level * panel + out / 9.5
    drop = 1.1 * (0.5 - 0.5 * np.cos(around)) * (1 - rise)
    return np.stack(
        [
            _WIDTH * radius * np.sin(around),
            -_DEPTH * radius * np.cos(around),
            (_HEIGHT + out) * height - drop,
        ],
        axis=-1,
    )


def _crown(out: float) -> Mesh:
    rows, columns = 56, _COLUMNS
    around = np.linspace(0, 2 * np.pi, columns, endpoint=False)
    rise = 1 - (1 - np.linspace(0, 1, rows)) ** 1.25
    grid_rise, grid_around = np.meshgrid(rise, around, indexing="ij")
    places = _crown_point(grid_around, grid_rise, out)
    places[-1] = places[-1].mean(axis=0)
    return _rows(places)


def _rows(places: Floats) -> Mesh:
    """Return rows of closed rings as one smooth surface, outward."""
    rows, columns = places.shape[:2]
    i, k = np.arange(rows - 1)[:, None] * columns, np.arange(columns)
    a, b = (i + k).ravel(), (i + (k + 1) % columns).ravel()
    faces = np.concatenate(
        [np.stack([a, b, b + columns], axis=1), np.stack([a, b + columns, a + columns], axis=1)]
    )
    flat = places.reshape(-1, 3)
    _, first, index = np.unique(
        np.round(flat, 6), axis=0, return_index=True, return_inverse=True
    )
    faces = index.reshape(-1)[faces]
    keep = (
        (faces[:, 0] != faces[:, 1])
        & (faces[:, 1] != faces[:, 2])
        & (faces[:, 2] != faces[:, 0])
    )
    return shaded(flat[first], faces[keep].astype(np.int32), crease_deg=60)


def _hem() -> Mesh:
    """Return the narrow ring that joins crown and lining at the opening."""
    around = np.linspace(0, 2 * np.pi, _COLUMNS, endpoint=False)
    rings = [_crown_point(around, np.zeros(_COLUMNS), out) for out in (-0.3, 0.0)]
    return _rows(np.stack(rings))


def _flipped(mesh: Mesh) -> Mesh:
    return Mesh(
        mesh.vertices, np.ascontiguousarray(mesh.faces[:, ::-1]), -mesh.normals, mesh.uv
    )


def _print() -> tuple[ArtworkArea, Mesh]:
    """Return the printed field on the front panel, a hair over the crown."""
    rows, columns = 48, 64
    reach = np.radians(46.0)
    low, high = 0.13, 0.62
    around = np.linspace(-reach, reach, columns)
    rise = np.linspace(low, high, rows)
    grid_rise, grid_around = np.meshgrid(rise, around, indexing="ij")
    # Straight up and down as seen from the front, so that a mark is not fanned.
    level = np.cos(grid_rise * np.pi / 2) ** (2 / 3.2)
    widest = float(np.cos(low * np.pi / 2) ** (2 / 3.2))
    spread = np.clip(np.sin(grid_around) * widest / level, -0.99, 0.99)
    places = _crown_point(np.arcsin(spread), grid_rise, 0.06)
    up = np.linalg.norm(np.diff(places, axis=0), axis=2).mean(axis=1)
    v = np.concatenate([[0.0], np.cumsum(up)])
    width_at = np.linalg.norm(np.diff(places, axis=1), axis=2)
    along = width_at.sum(axis=1).mean()
    u = np.concatenate([np.zeros((rows, 1)), np.cumsum(width_at, axis=1)], axis=1)
    u /= u[:, -1:]
    uv = np.stack([u, np.broadcast_to(1 - v[:, None] / v[-1], u.shape)], axis=-1)
    i = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).ravel()
    faces = np.concatenate(
        [
            np.stack([i, i + 1, i + columns + 1], axis=1),
            np.stack([i, i + columns + 1, i + columns], axis=1),
        ]
    ).astype(np.int32)
    mesh = shaded(places.reshape(-1, 3), faces, crease_deg=80, uv=uv.reshape(-1, 2))
    return ArtworkArea("front", float(along), float(v[-1])), mesh


def _seam(around: float) -> Mesh:
    rise = np.linspace(0.0, 0.985, 60)
    line = _crown_point(np.full(60, around), rise, 0.02)
    return sweep(line, circle_section(0.11, count=10))


def _eyelet(around: float) -> Mesh:
    spot = np.array(
        [_crown_point(np.array([around]), np.array([r]), 0.03)[0] for r in (0.7, 0.72)]
    )
    ahead = spot[1] - spot[0]
    side = np.array([np.cos(around), np.sin(around), 0.0])
    ahead = ahead / np.linalg.norm(ahead)
    t = np.linspace(0, 2 * np.pi, 24, endpoint=False)[:, None]
    ring = spot[0] + 0.34 * (np.cos(t) * side + np.sin(t) * ahead)
    return sweep(ring, circle_section(0.09, count=10), closed=True)


def _band() -> Mesh:
    t = np.linspace(0, 2 * np.pi, 160, endpoint=False)
    line = _crown_point(t, np.zeros(160), 0.0) + np.array([0.0, 0.0, 0.2])
    return sweep(line, circle_section(0.2, count=14), closed=True)


def _peak() -> tuple[Mesh, Mesh]:
    """Return upper and under side of the peak, curved down at its sides."""
    rows, columns = 26, 72
    reach = np.radians(74.0)
    around = np.linspace(-reach, reach, columns)
    t = np.linspace(0, 1, rows)
    root = _crown_point(around, np.full(columns, 0.01), 0.05)
    swing = np.cos(around / reach * np.pi / 2) ** 0.62
    tip = root[:, :2] + np.stack([0.16 * root[:, 0] * swing, -7.4 * swing], axis=1)
    flat = root[None, :, :2] * (1 - t[:, None, None]) + tip[None] * t[:, None, None]
    bend = (
        -0.034 * flat[..., 0] ** 2 + 0.034 * (root[None, :, 0] * (1 - t[:, None])) ** 2 * 0.55
    )
    drop = -0.9 * t[:, None] ** 1.4 * swing
    z = root[None, :, 2] * (1 - t[:, None]) + 0.35 + bend * t[:, None] + drop
    top = np.concatenate([flat, z[..., None]], axis=-1)
    i = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).ravel()
    faces = np.concatenate(
        [
            np.stack([i, i + columns + 1, i + 1], axis=1),
            np.stack([i, i + columns, i + columns + 1], axis=1),
        ]
    ).astype(np.int32)
    upper = top.reshape(-1, 3)
    lower = upper - [0, 0, 0.34]
    count = len(upper)
    rim = np.concatenate(
        [
            (rows - 1) * columns + np.arange(columns),
            (np.arange(rows - 1)[::-1]) * columns + columns - 1,
        ]
    )
    left = np.arange(rows) * columns
    edge = np.concatenate([left, rim, np.arange(columns - 1)[::-1]])
    a, b = edge[:-1], edge[1:]
    walls = np.concatenate(
        [np.stack([a, b + count, b], axis=1), np.stack([a, a + count, b + count], axis=1)]
    )
    solid = np.concatenate([faces, faces[:, ::-1] + count, walls]).astype(np.int32)
    whole = shaded(np.vstack([upper, lower]), solid, crease_deg=50)
    stitches = [
        sweep(top[int(s * (rows - 1))] + [0, 0, 0.01], circle_section(0.05, count=8))
        for s in (0.3, 0.52, 0.74, 0.94)
    ]

    bare = [Mesh(m.vertices, m.faces, m.normals) for m in stitches]
    return whole, merged(bare)


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("cap", ("cap", "baseball cap", "棒球帽", "帽子"), "apparel", cap),
)
