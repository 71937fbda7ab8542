"""Cosmetics: jar, tube, dropper bottle and pump bottle."""

from __future__ import annotations

import numpy as np

from generators.mesh.build.box import slab, top_printed
from generators.mesh.build.lathe import Flutes, lathe, ring
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import shift
from generators.mesh.build.sheet import surface_of
from generators.mesh.mesh import Mesh
from generators.mesh.prop import ArtworkArea, Prop, PropEntry, PropRequest
from generators.mesh.props.labels import round_label, wrap_label
from generators.mesh.props.packaging.closures import hollow_cap
from generators.mesh.props.printed import plain, printed, proportions, settled, shade

__all__ = ["ENTRIES"]

AMBER = "#A85F22"
GAP_CM = 0.03


def jar(request: PropRequest) -> Prop:
    """Return a 50 ml cream jar with a thick glass wall, 6.4 × 5 cm, and a printed lid."""
    wide, tall = proportions(request)
    radius, seam, height = 3.2 * wide, 3.1 * tall, 4.9 * tall
    cup = radius - 0.62
    glass = lathe(
        profile(
            (0, 0.08), (radius - 0.9, 0.08, 0.1), (radius - 0.75, 0, 0.06),
            (radius, 0, 0.45),
            (radius, seam, 0.3), (radius - 0.3, seam, 0.05),
            (radius - 0.3, seam + 0.9, 0.06),
            (cup, seam + 0.9, 0.06), (cup, 0.75, 0.7), (0, 0.75),
        )
    )  # fmt: skip
    cream = lathe(
        profile(
            (0, 0.75 + GAP_CM), (cup - GAP_CM, 0.75 + GAP_CM, 0.7),
            (cup - GAP_CM, seam + 0.5, 0.1),
            (cup - 0.5, seam + 0.42, 0.4), (0, seam + 0.55),
        )
    )  # fmt: skip
    lid = hollow_cap(radius + 0.02, seam + 0.05, height, wall=0.25, edge=0.22)
    across = 2 * (radius + 0.02)
    top, rest = top_printed(lid, (-across / 2, -across / 2, across, across))
    lid_area = ArtworkArea("lid", across, across, 0.3)
    label, area = wrap_label(radius, 0.62, seam - 0.42, request.colors.body, finish="satin")
    color = "#F3F6F5" if request.finish in {None, "glass"} else request.colors.body
    parts = [
        plain("jar", glass, color, request.finish or "glass"),
        plain("cream", cream, shade(request.colors.content, 0.75), "satin"),
        printed("lid_top", top, lid_area, request.colors.detail, "satin"),
        plain("lid", rest, request.colors.detail, "satin"),
        *label,
    ]
    return settled("cosmetic_jar", parts, [area, lid_area])


def _tube_skin(radius: float, low: float, high: float, flat: float) -> Mesh:
    """Return a tube round at `low` and pressed flat from `flat` up; its girth never changes."""
    columns, rows = 160, 56
    heights = np.concatenate([np.linspace(low, flat, rows), np.linspace(flat, high, 4)[1:]])
    share = np.clip((heights - low) / (flat - low), 0, 1)
    thin = 0.055
    round_part = thin + (radius - thin) * (1 - share**1.35)
    core = np.pi * (radius - round_part) / 2
    way = np.linspace(-0.5, 0.5, columns + 1) * 2 * np.pi * radius
    vertices = np.empty((len(heights), columns + 1, 3))
    for row, (rho, half, z) in enumerate(zip(round_part, core, heights, strict=True)):
        vertices[row] = np.column_stack([*_stadium(way, rho, half), np.full(columns + 1, z)])
    share_up = (heights - low) / (high - low)
    u, v = np.meshgrid(np.linspace(0, 1, columns + 1), 1 - share_up)
    return surface_of(vertices, np.dstack([u, v]))


def _stadium(way: np.ndarray, rho: float, half: float) -> tuple[np.ndarray, np.ndarray]:
    """Return x and y at `way` from the front middle around a stadium, left to right."""
    side = np.sign(way)
    run = np.abs(way)
    bend = np.clip((run - half) / rho, 0, np.pi)
    back = np.clip(run - half - np.pi * rho, 0, None)
    x = np.minimum(run, half) + rho * np.sin(bend) - back
    return side * x, -rho * np.cos(bend)


def _lid_of(skin: Mesh, columns: int) -> Mesh:
    """Return the flat end over the last ring of a grid."""
    ring_points = skin.vertices[-columns:]
    vertices = np.vstack([ring_points, ring_points.mean(axis=0)])
    first = np.arange(columns - 1)
    faces = np.column_stack([first, first + 1, np.full(columns - 1, columns)])
    return Mesh(vertices, faces.astype(np.int32), np.tile([0.0, 0.0, 1.0], (columns + 1, 1)))


def tube(request: PropRequest) -> Prop:
    """Return a 75 ml cream tube standing on its cap, 16 cm, crimped flat at the top."""
    wide, tall = proportions(request)
    radius, low, flat, high = 2.15 * wide, 2.6, 14.6 * tall, 15.6 * tall
    skin = _tube_skin(radius, low, high, flat)
    area = ArtworkArea("label", 2 * np.pi * radius, high - low, is_wrapped=True)
    half = np.pi * (radius - 0.055) / 2
    ends = [
        lathe(
            profile(
                (0, low - 0.35),
                (radius - 0.5, low - 0.35, 0.1),
                (radius, low - 0.06, 0.1),
                (radius, low),
            ),
            segments=160,
        ),
        _lid_of(skin, columns=161),
    ]
    ribs = [
        slab(2 * half + 0.04, 0.13, 0.05, 0.06, 0.02).moved(shift(z=flat + 0.18 + 0.14 * k))
        for k in range(int((high - flat - 0.2) / 0.14))
    ]
    grip = Flutes(72, 0.035, 0.25, 1.85)
    cap = [
        lathe(profile((0, 0), (1.85 * wide, 0, 0.1), (radius - 0.12, 2.1, 0.14), (0, 2.1)),
              flutes=grip, segments=432),
    ]  # fmt: skip
    finish = request.finish or "satin"
    parts = [
        printed("tube", skin, area, request.colors.body, finish),
        plain("ends", [*ends, *ribs], request.colors.body, finish),
        plain("neck", ring(0.8, 1.2, 2.0, 2.4), request.colors.body, finish),
        plain("cap", cap, request.colors.detail, "satin"),
    ]
    return settled("cosmetic_tube", parts, [area])


def dropper(request: PropRequest) -> Prop:
    """Return a 30 ml serum bottle with a pipette, 3.4 × 10.4 cm."""
    wide, tall = proportions(request)
    radius, straight, neck = 1.7 * wide, 5.3 * tall, 0.85
    level = straight - 1.2 * tall
    top = straight + 1.0
    glass = lathe(
        profile(
            (0, 0.12), (radius - 0.5, 0.12, 0.1), (radius - 0.4, 0, 0.05), (radius, 0, 0.3),
            (radius, straight, 0.75), (neck, straight + 0.25, 0.18),
            (neck, top + 0.7, 0.05),
            (neck - 0.2, top + 0.7, 0.05), (neck - 0.2, straight + 0.1, 0.15),
            (radius - 0.2, straight - 0.1, 0.6), (radius - 0.2, level + GAP_CM, 0.08),
            (0, level + GAP_CM),
        )
    )  # fmt: skip
    inside = radius - 0.2
    serum = lathe(
        profile(
            (0, 0.4 + GAP_CM), (inside, 0.4 + GAP_CM, 0.25), (inside, level, 0.02),
            (inside - 0.12, level - 0.05, 0.1), (0, level - 0.05),
        )
    )  # fmt: skip
    pipette = lathe(
        profile(
            (0.12, 0.9), (0.2, 0.9, 0.03), (0.2, 1.5, 0.2), (0.34, 2.3, 0.5), (0.34, top),
            (0.26, top), (0.26, 2.35, 0.5), (0.12, 1.5, 0.2), (0.12, 0.9),
        ), segments=64,
    )  # fmt: skip
    grip = Flutes(64, 0.03, straight + 0.5, top + 0.85)
    collar = hollow_cap(neck + 0.24, straight + 0.38, top + 1.0, edge=0.1, flutes=grip)
    bulb = lathe(
        profile(
            (0, top + 1.0), (0.78, top + 1.0, 0.05), (0.78, top + 1.2, 0.08),
            (0.62, top + 1.32, 0.12), (0.6, top + 2.6, 0.4), (0.48, top + 3.25, 0.4),
            (0, top + 3.3),
        )
    )  # fmt: skip
    label, area = round_label(
        radius, 0.75, (7.4 * wide, straight - 1.75), request.colors.body, corner=0.15
    )
    color = AMBER if request.finish in {None, "glass"} else request.colors.body
    parts = [
        plain("bottle", glass, color, request.finish or "glass"),
        plain("serum", serum, shade(request.colors.content, 0.25), "liquid"),
        plain("pipette", pipette, "#EEF3F2", "glass"),
        plain("collar", collar, request.colors.detail, "satin"),
        plain("bulb", bulb, request.colors.detail, "rubber"),
        *label,
    ]
    return settled("dropper_bottle", parts, [area])


ENTRIES = (
    PropEntry("cosmetic_jar", ("cream jar", "jar", "面霜", "面霜罐"), "packaging", jar),
    PropEntry("cosmetic_tube", ("tube", "hand cream", "软管", "护手霜"), "packaging", tube),
    PropEntry(
        "dropper_bottle", ("dropper bottle", "serum", "精华", "滴管瓶"), "packaging", dropper
    ),
)
