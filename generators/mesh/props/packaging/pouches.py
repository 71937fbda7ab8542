"""Pouches: sealed film pressed out by what is in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sheet import surface_of
from generators.mesh.mesh import Floats, Mesh
from generators.mesh.prop import ArtworkArea, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import BLEED_CM, plain, printed, proportions, settled

__all__ = ["ENTRIES"]

FILM_CM = 0.035


@dataclass(frozen=True)
class _Film:
    """Both panels of a pouch.

    Attributes:
        front: Printed.
        back: Printed the same way.
        floor: What joins them below, if they are not sealed there.
        size: Flat width and height, cm.
    """

    front: Mesh
    back: Mesh
    floor: Mesh | None
    size: tuple[float, float]


def _film(
    size: tuple[float, float],
    depth: Callable[[Floats], Floats],
    dents: Callable[[Floats, Floats], Floats],
    *,
    rows: Floats,
    seal: float,
    gusset: float = 0.0,
    columns: int = 81,
) -> _Film:
    """Return a pouch.

    Args:
        size: Flat width and height, cm.
        depth: Half its depth in the middle at each share of the height.
        dents: Wrinkles at x share and height share, cm outward.
        rows: Shares of the height.
        seal: Width of the side seals, cm.
        columns: Points across.
        gusset: How far the bottom is folded up, cm; 0 for a sealed one.
    """
    width, height = size
    amounts = depth(rows)
    way = np.linspace(-width / 2, width / 2, columns)
    half = np.array([_half_width(width, seal, float(amount)) for amount in amounts])
    front = np.empty((len(rows), len(way), 3))
    for row, (share, amount, reach) in enumerate(zip(rows, amounts, half, strict=True)):
        x = np.linspace(-reach, reach, 401)
        y = _bulge(x, reach, seal, float(amount))
        along = np.concatenate([[0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
        at = np.linspace(0, along[-1], len(way))
        front[row, :, 0] = np.interp(at, along, x)
        bulge = np.interp(at, along, y)
        ease = np.clip(bulge / 0.8, 0, 1)
        bump = dents(way / width, np.full(len(way), share)) * ease
        film = FILM_CM * np.minimum(1, np.arange(len(way)) * np.arange(len(way))[::-1])
        is_end = row == len(rows) - 1 or (row == 0 and gusset == 0)
        front[row, :, 1] = -(bulge + bump) - (0.0 if is_end else film)
        front[row, :, 2] = share * height
    back = front.copy()
    back[..., 1] *= -1
    back = back[:, ::-1]
    climbs = np.linalg.norm(np.diff(front, axis=0), axis=2).mean(axis=1)
    climbed = np.concatenate([[0.0], np.cumsum(climbs)])
    uv = np.dstack(np.meshgrid(np.linspace(0, 1, len(way)), 1 - climbed / climbed[-1]))
    floor = _floor(front[0], back[0, ::-1], gusset) if gusset else None
    return _Film(
        surface_of(front, uv), surface_of(back, uv), floor, (width, float(climbed[-1]))
    )


def _bulge(x: Floats, reach: float, seal: float, amount: float) -> Floats:
    share = np.clip(np.abs(x) / max(reach - seal, 1e-6), 0, 1)
    return amount * (1 - share**2.3) ** 1.25


def _half_width(width: float, seal: float, amount: float) -> float:
    """Return half the span of a film that is `width` long along its bulge."""
    low, high = width * 0.2, width / 2
    for _ in range(18):
        middle = (low + high) / 2
        x = np.linspace(-middle, middle, 201)
        y = _bulge(x, middle, seal, amount)
        length = float(np.hypot(np.diff(x), np.diff(y)).sum())
        low, high = (middle, high) if length < width else (low, middle)
    return (low + high) / 2


def _floor(front: Floats, back: Floats, gusset: float) -> Mesh:
    """Return the bottom between two lower edges, folded up in its middle."""
    share = np.linspace(0, 1, 17)[:, None, None]
    points = back + (front - back) * share
    lens = np.abs(front[:, 1] - back[:, 1])
    lens = lens / max(float(lens.max()), 1e-9)
    points[..., 2] += gusset * np.sin(np.pi * share[..., 0]) * lens
    return surface_of(points)


def _wrinkles(seed: int, size: float) -> Callable[[Floats, Floats], Floats]:
    """Return shallow creases that run mostly up and down."""
    random = np.random.default_rng(seed)
    waves = [
        (
            random.uniform(3, 9),
            random.uniform(-5, 5),
            random.uniform(0, 6.3),
            size / (1 + k * 0.5),
        )
        for k in range(6)
    ]

    def dents(x: Floats, z: Floats) -> Floats:
        total = np.zeros_like(x)
        for across, up, phase, amount in waves:
            wave = np.sin(x * across + z * up + phase)
            total += amount * (wave * np.abs(wave))
        return total * (0.35 + 0.65 * np.abs(2 * z - 0.9))

    return dents


def _parts(
    name: str, film: _Film, request: PropRequest, mark: str = ""
) -> tuple[list[Part], list[ArtworkArea]]:
    front = ArtworkArea("front", *film.size, BLEED_CM)
    back = ArtworkArea("back", *film.size, BLEED_CM)
    finish = request.finish or "satin"
    color = request.colors.body
    return [
        printed(f"{name}_front{mark}", film.front, front, color, finish),
        printed(f"{name}_back{mark}", film.back, back, color, finish),
        *([plain(f"{name}_floor{mark}", film.floor, color, finish)] if film.floor else []),
    ], [front, back]


def pouch(request: PropRequest) -> Prop:
    """Return a stand-up pouch, flat 15 × 23 cm, with bottom gusset, zip and seals."""
    wide, tall = proportions(request)
    size = (15.0 * wide, 23.0 * tall)
    zip_at, seal_at = 0.84, 0.945
    ribs = np.concatenate([np.linspace(zip_at + k, zip_at + k + 0.011, 7) for k in (0, 0.016)])
    top = np.linspace(seal_at, 0.992, 29)
    rows = np.unique(np.concatenate([np.linspace(0, 1, 64), ribs, top]).round(6))

    def depth(share: Floats) -> Floats:
        low = 0.82 + 0.18 * np.clip(share / 0.16, 0, 1) ** 0.6
        fall = np.cos(np.clip((share - 0.12) / (zip_at - 0.14), 0, 1) * np.pi / 2) ** 0.85
        return 4.1 * wide * low * fall

    creases = _wrinkles(request.seed + 3, 0.14)

    film = _film(size, depth, creases, rows=rows, seal=0.75, gusset=1.6)
    film = _Film(
        _ridged(film.front, zip_at, seal_at, size[1]),
        _ridged(film.back, zip_at, seal_at, size[1]),
        film.floor,
        film.size,
    )
    parts, areas = _parts("pouch", film, request)
    return settled("pouch", parts, areas)


def _ridged(mesh: Mesh, zip_at: float, seal_at: float, height: float) -> Mesh:
    """Return a panel with the zip and the ribs of the top seal pressed into it."""
    share = mesh.vertices[:, 2] / height
    side = np.sign(mesh.normals[:, 1].mean())
    lift = np.zeros(len(share))
    slope = np.zeros(len(share))
    for low in (zip_at, zip_at + 0.016):
        t = np.clip((share - low) / 0.011, 0, 1)
        lift += 0.09 * np.sin(np.pi * t) ** 2
        slope += 0.09 * np.pi * np.sin(2 * np.pi * t) / (0.011 * height)
    t = np.clip((share - seal_at) / (0.992 - seal_at), 0, 1)
    inside = (t > 0) & (t < 1)
    lift += 0.016 * np.sin(np.pi * 7 * t) ** 2 * inside
    slope += 0.016 * np.pi * 7 * np.sin(14 * np.pi * t) / ((0.992 - seal_at) * height) * inside
    within = np.abs(mesh.uv[:, 0] - 0.5) < 0.497 if mesh.uv is not None else True
    lift, slope = lift * within, slope * within
    vertices = mesh.vertices.copy()
    vertices[:, 1] += side * lift
    normals = mesh.normals.copy()
    normals[:, 2] -= slope
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return Mesh(vertices, mesh.faces, normals, mesh.uv)


def _sachet(size: tuple[float, float], seed: int) -> _Film:
    rows = np.unique(
        np.concatenate(
            [np.linspace(0, 1, 48), np.linspace(0.0, 0.08, 24), np.linspace(0.92, 1, 24)]
        ).round(6)
    )

    def depth(share: Floats) -> Floats:
        t = np.clip((share - 0.075) / 0.85, 0, 1)
        return 0.85 * (size[0] / 8) * np.sin(np.pi * t) ** 0.55

    film = _film(size, depth, _wrinkles(seed, 0.05), rows=rows, seal=0.55, columns=49)
    return _Film(
        _crimped(film.front, size[1]), _crimped(film.back, size[1]), film.floor, film.size
    )


def _crimped(mesh: Mesh, height: float) -> Mesh:
    """Return a panel with fine ribs in the seals at both ends."""
    share = mesh.vertices[:, 2] / height
    side = np.sign(mesh.normals[:, 1].mean())
    end = np.minimum(share, 1 - share)
    inside = (end > 0.003) & (end < 0.07)
    within = np.abs(mesh.uv[:, 0] - 0.5) < 0.497 if mesh.uv is not None else True
    wave = np.sin(np.pi * end / 0.0105) * inside * within
    vertices = mesh.vertices.copy()
    vertices[:, 1] += side * 0.014 * np.abs(wave)
    normals = mesh.normals.copy()
    normals[:, 2] += 0.45 * np.cos(2 * np.pi * end / 0.0105) * inside * within
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return Mesh(vertices, mesh.faces, normals, mesh.uv)


def sachet(request: PropRequest) -> Prop:
    """Return sachets, 8 × 11 cm: some in a pile, one leaning on it."""
    wide, tall = proportions(request)
    size = (8.0 * wide, 11.0 * tall)
    parts: list[Part] = []
    areas: list[ArtworkArea] = []
    random = np.random.default_rng(request.seed + 5)
    pile = 4
    for index in range(pile):
        film = _sachet(size, request.seed + index)
        x, y, askew = (float(v) for v in random.uniform(-1, 1, 3) * (0.25, 0.25, 7.0))
        flat = (
            shift(x, y, 0.9 + index * 1.5)
            @ turn("z", askew)
            @ shift(0, -size[1] / 2, 0)
            @ turn("x", -90.0)
        )
        made, areas = _parts("sachet", film, request, f"_{index}")
        parts += [Part(p.name, p.mesh.moved(flat), p.material) for p in made]
    lean = 30.0
    film = _sachet(size, request.seed + 9)
    place = shift(0.4, -size[1] / 2 - 4.1, 0.0) @ turn("z", -4.0) @ turn("x", -lean)
    made, areas = _parts("sachet", film, request, "_leaning")
    parts += [Part(p.name, p.mesh.moved(place), p.material) for p in made]
    return settled("sachet", parts, areas)


ENTRIES = (
    PropEntry(
        "pouch",
        ("pouch", "coffee bag", "snack bag", "自立袋", "咖啡袋", "零食袋"),
        "packaging",
        pouch,
    ),
    PropEntry("sachet", ("sachet", "小袋", "条包"), "packaging", sachet),
)
