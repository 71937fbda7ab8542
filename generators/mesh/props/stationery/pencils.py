"""Pencils: six-sided, sharpened, with ferrule and rubber."""

from __future__ import annotations

import math

import numpy as np

from generators.mesh.build.lathe import lathe
from generators.mesh.build.lathe_profile import Corner, profile
from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sheet import flat, rectangle, sheet
from generators.mesh.mesh import Floats, Mesh, merged
from generators.mesh.prop import ArtworkArea, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import plain, printed, settled

__all__ = ["ENTRIES", "pencil_parts"]


def pencil_parts(request: PropRequest, length: float, name: str) -> list[Part]:
    """Return a sharpened six-sided pencil along y, its point to −y, its axis at z = 0."""
    radius, cone = 0.36, 1.9
    sides = np.linspace(0, 2 * np.pi, 7)[:-1] + np.pi / 6
    paint_low = -length / 2 + cone
    rows = [(paint_low, 1.0), (length / 2 - 1.9, 1.0)]
    body = _prism(sides, radius, rows)
    wood = lathe(
        profile((0.0, 0.0), (0.1, 0.42), (0.335, cone + 0.12), (0, cone + 0.12)), segments=64
    ).moved(shift(0, -length / 2, 0) @ turn("x", -90.0))
    lead = lathe(
        profile((0, 0.0), (0.03, 0.0, 0.02), (0.112, 0.45), (0, 0.46)), segments=32
    ).moved(shift(0, -length / 2 - 0.02, 0) @ turn("x", -90.0))
    ferrule_corners: list[Corner] = [(0, 0), (0.37, 0, 0.02)]
    for k in range(4):
        z = 0.16 + 0.17 * k
        ferrule_corners += [(0.37, z, 0.02), (0.4, z + 0.04, 0.03), (0.37, z + 0.09, 0.02)]
    ferrule_corners += [(0.37, 1.05, 0.02), (0, 1.05)]
    ferrule = lathe(profile(*ferrule_corners), segments=64).moved(
        shift(0, length / 2 - 1.92, 0) @ turn("x", -90.0)
    )
    rubber = lathe(
        profile((0, 0), (0.34, 0, 0.03), (0.34, 0.95, 0.18), (0, 0.97)), segments=64
    ).moved(shift(0, length / 2 - 0.95, 0) @ turn("x", -90.0))
    return [
        plain(name, body, request.colors.accent, request.finish or "gloss"),
        plain(f"{name}_wood", wood, "#D9B383", "wood"),
        plain(f"{name}_lead", lead, "#2B2B2E", "satin"),
        plain(f"{name}_ferrule", ferrule, "#CDB37A", "metal"),
        plain(f"{name}_rubber", rubber, "#D98C86", "rubber"),
    ]


def _prism(sides: Floats, radius: float, rows: list[tuple[float, float]]) -> Mesh:
    """Return a six-sided rod along y with softened edges."""
    inset = 0.05
    flat_to = radius * math.cos(math.pi / 6)
    points, normals = [], []
    for angle in sides:
        for step in np.linspace(-np.pi / 6, np.pi / 6, 5):
            normal = np.array([np.cos(angle + step), np.sin(angle + step)])
            center = (
                np.array([np.cos(angle), np.sin(angle)])
                * (flat_to - inset)
                / math.cos(math.pi / 6)
            )
            points.append(center + normal * inset)
            normals.append(normal)
    around, out = np.array([*points, points[0]]), np.array([*normals, normals[0]])
    low, high = rows[0][0], rows[-1][0]
    count = len(around)
    vertices = np.vstack(
        [np.column_stack([around[:, 0], np.full(count, y), around[:, 1]]) for y in (low, high)]
    )
    directions = np.tile(np.column_stack([out[:, 0], np.zeros(count), out[:, 1]]), (2, 1))
    i = np.arange(count - 1)
    faces = np.vstack(
        [
            np.column_stack([i, i + count, i + count + 1]),
            np.column_stack([i, i + count + 1, i + 1]),
        ]
    )
    meshes = [Mesh(vertices, faces.astype(np.int32), directions)]
    for y, sign in ((low, -1.0), (high, 1.0)):
        disk = np.vstack(
            [np.column_stack([around[:, 0], np.full(count, y), around[:, 1]]), [(0, y, 0)]]
        )
        fan = np.column_stack([i, i + 1, np.full(count - 1, count)])
        fan = fan[:, ::-1] if sign > 0 else fan
        meshes.append(
            Mesh(
                disk,
                np.ascontiguousarray(fan).astype(np.int32),
                np.tile([0.0, sign, 0.0], (count + 1, 1)),
            )
        )
    return merged(meshes)


def pencils(request: PropRequest) -> Prop:
    """Return three sharpened pencils, 17.5 cm, with ferrule, rubber and an imprint."""
    parts: list[Part] = []
    length = 17.5
    area = ArtworkArea("imprint", 7.0, 0.3)
    colors = (request.colors.accent, request.colors.body, request.colors.detail)
    for index, (x, y, angle) in enumerate(
        ((-1.3, 0.0, 70.0), (0.3, -1.75, 66.0), (-0.4, -3.7, 73.0))
    ):
        tinted = request.model_copy(
            update={"colors": request.colors.model_copy(update={"accent": colors[index]})}
        )
        made = pencil_parts(tinted, length, f"pencil_{index}")
        lay = shift(x, y, 0.36 * math.cos(math.pi / 6)) @ turn("z", angle)
        parts += [Part(p.name, p.mesh.moved(lay), p.material) for p in made]
        strip = sheet(rectangle(area.width_cm, area.height_cm), flat, thickness=0.004)
        on_top = (
            lay
            @ shift(0, -0.6, 0.36 * math.cos(math.pi / 6) + 0.003)
            @ turn("z", -90.0)
            @ shift(0, -0.15, 0)
        )
        moved = strip.moved(on_top)
        parts += [
            printed(f"imprint_{index}", moved.front, area, colors[index], "gloss"),
            plain(f"imprint_{index}_edge", moved.rest, colors[index], "gloss"),
        ]
    return settled("pencils", parts, [area])


ENTRIES = (PropEntry("pencils", ("pencil", "pencils", "铅笔"), "stationery", pencils),)
