"""Folding cartons and mailer boxes, shut and open."""

from __future__ import annotations

import numpy as np

from generators.mesh.build.box import slab
from generators.mesh.build.box_carton import hinge_height, lid_sheets, walls
from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sheet import Sheet, rectangle, sheet
from generators.mesh.build.sheet_folds import FoldedLine, along, with_rows
from generators.mesh.mesh import Floats, Mesh
from generators.mesh.prop import ArtworkArea, Finish, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import (
    BLEED_CM,
    flat_size,
    plain,
    printed,
    proportions,
    settled,
    shade,
)

__all__ = ["ENTRIES", "panel_parts", "turned_over"]

BOARD_CM = 0.06
FLUTE_CM = 0.28


def turned_over(mesh: Mesh) -> Mesh:
    """Return the mesh with its artwork turned by 180°."""
    uv = None if mesh.uv is None else 1 - mesh.uv
    return Mesh(mesh.vertices, mesh.faces, mesh.normals, uv)


def panel_parts(
    name: str, made: Sheet, color: str, finish: Finish, inside: str
) -> tuple[list[Part], ArtworkArea]:
    """Return a panel printed outside and bare inside, with its artwork area."""
    width, height = flat_size(made.front)
    area = ArtworkArea(name, width, height, BLEED_CM)
    return [
        printed(name, made.front, area, color, finish),
        plain(f"{name}_inside", made.rest, inside, finish),
    ], area


def _walls(
    size: tuple[float, float, float], thickness: float, fold: float
) -> tuple[Sheet, Sheet, Sheet, Sheet]:
    back = hinge_height(size[2], thickness, fold)
    return walls(size, thickness=thickness, fold=fold, back_height=back)


def _flap(length: float, reach: float, thickness: float, degrees: float) -> Sheet:
    """Return a dust flap along x that leaves its edge at z = 0 upward and falls to −y."""
    line = FoldedLine.of((0.15, -degrees), (reach, 0.0), heading=90.0)
    outline = rectangle(length, line.length, min(1.0, reach * 0.4), top_only=True)
    return sheet(with_rows(outline, line.rows()), along(line), thickness=thickness)


def _carton(
    request: PropRequest, *, open_degrees: float
) -> list[tuple[list[Part], ArtworkArea]]:
    wide, tall = proportions(request)
    size = (8.6 * wide, 5.2 * wide, 13.4 * tall)
    width, depth, height = size
    finish = request.finish or "paper"
    colors = request.colors
    inside = shade(colors.body, 0.55)
    groups: list[tuple[list[Part], ArtworkArea]] = []
    for name, made in zip(
        ("front", "right", "back", "left"), _walls(size, BOARD_CM, 0.1), strict=True
    ):
        groups.append(panel_parts(name, made, colors.body, finish, inside))
    lid, flap, _ = lid_sheets(
        size,
        thickness=BOARD_CM,
        open_degrees=open_degrees,
        tuck=1.7,
        tuck_degrees=92 if open_degrees == 0 else 50,
    )
    top = Sheet(turned_over(lid.front), lid.back, lid.edge)
    groups.append(panel_parts("top", top, colors.body, finish, inside))
    extra = [plain("tuck", flap.solid, colors.body, finish)]
    floor = slab(width - 2 * BOARD_CM, depth - 2 * BOARD_CM, BOARD_CM, 0.1, 0.02)
    extra.append(plain("floor", floor.moved(shift(z=0.02)), inside, finish))
    reach = min(depth * 0.62, width * 0.42)
    fall = -95.0 if open_degrees == 0 else 34.0
    level = height - (0.22 if open_degrees == 0 else 0.0)
    for side in (-1, 1):
        made = _flap(depth - 0.5, reach, BOARD_CM * 0.8, -fall)
        place = shift(side * (width / 2 - BOARD_CM / 2), 0, level) @ turn("z", side * 90.0)
        extra.append(plain(f"dust_flap_{side}", made.solid.moved(place), colors.body, finish))
    groups[0][0].extend(extra)
    return groups


def _assembled(name: str, groups: list[tuple[list[Part], ArtworkArea]]) -> Prop:
    return settled(
        name, [part for parts, _ in groups for part in parts], [area for _, area in groups]
    )


def carton(request: PropRequest) -> Prop:
    """Return a shut folding carton, 8.6 × 5.2 × 13.4 cm, its lid tucked in."""
    return _assembled("carton", _carton(request, open_degrees=0))


def carton_open(request: PropRequest) -> Prop:
    """Return the same carton with its lid and dust flaps open."""
    return _assembled("carton_open", _carton(request, open_degrees=108))


def _mailer(
    request: PropRequest, *, open_degrees: float
) -> list[tuple[list[Part], ArtworkArea]]:
    wide, tall = proportions(request)
    size = (30.0 * wide, 22.0 * wide, 8.5 * tall)
    width, depth, height = size
    finish = request.finish or "kraft"
    body, lining = request.colors.body, request.colors.accent
    groups: list[tuple[list[Part], ArtworkArea]] = []
    for name, made in zip(
        ("front", "right", "back", "left"),
        _walls(size, FLUTE_CM, 0.3),
        strict=True,
    ):
        groups.append(panel_parts(name, made, body, finish, lining))
    lid, flap, line = lid_sheets(
        size,
        thickness=FLUTE_CM,
        open_degrees=open_degrees,
        tuck=height * 0.62,
        tuck_degrees=91 if open_degrees == 0 else 62,
        fold=0.3,
        is_inset=False,
    )
    top = Sheet(turned_over(lid.front), lid.back, lid.edge)
    parts, area = panel_parts("top", top, body, finish, lining)
    groups.append((parts[:1], area))
    across, up = flat_size(lid.back)
    lining_area = ArtworkArea("inside", across, up, BLEED_CM)
    groups.append(
        ([printed("inside", lid.back, lining_area, lining, finish),
          plain("lid_edge", lid.edge, body, finish)], lining_area)
    )  # fmt: skip
    extra = [
        plain("tuck_outside", flap.front, body, finish),
        plain("tuck_inside", flap.rest, lining, finish),
    ]
    floor = slab(width - 2 * FLUTE_CM, depth - 2 * FLUTE_CM, FLUTE_CM, 0.3, 0.05)
    extra.append(plain("floor", floor.moved(shift(z=0.05)), lining, finish))
    for side in (-1, 1):
        roll = slab(depth - 1.2, 0.34, height - 0.8, 0.12, 0.1)
        place = shift(side * (width / 2 - FLUTE_CM - 0.2), 0, 0.35) @ turn("z", 90)
        extra.append(plain(f"inner_wall_{side}", roll.moved(place), lining, finish))
    if open_degrees > 0:
        extra += _ears(line, (width, depth, height), lining, finish)
        extra.extend(_tissue(request, (width, depth, height)))
    groups[0][0].extend(extra)
    return groups


def _ears(
    line: FoldedLine, size: tuple[float, float, float], color: str, finish: Finish
) -> list[Part]:
    """Return the side flaps of an open lid."""
    width, depth, height = size
    y, z, heading = (float(value[0]) for value in line.at(np.array([depth * 0.52])))
    ear = slab(depth * 0.78, height * 0.74, FLUTE_CM, 1.6, 0.08)
    parts = []
    for side in (-1, 1):
        stand = turn("x", np.degrees(heading)) @ turn("y", 90.0) @ turn("z", 90.0)
        place = shift(side * (width / 2 - FLUTE_CM * 1.7) - FLUTE_CM / 2, y, z)
        inward = shift(0, -np.sin(heading) * height * 0.37, np.cos(heading) * height * 0.37)
        parts.append(plain(f"ear_{side}", ear.moved(place @ inward @ stand), color, finish))
    return parts


def _tissue(request: PropRequest, size: tuple[float, float, float]) -> list[Part]:
    """Return two leaves of tissue paper folded over what is sent, and their seal."""
    width, depth, height = size[0] - 1.2, size[1] - 1.0, size[2]
    color = shade(request.colors.accent, 0.72)
    level = 0.62 * height
    parts: list[Part] = []
    for name, low, high, rise in (
        ("tissue_under", -0.08, 0.5, 0.0), ("tissue_over", -0.5, 0.16, 0.16),
    ):  # fmt: skip
        across = (low * width, high * width)
        leaf = _leaf(request.seed + len(parts), across, (width, depth), level + rise)
        parts.append(plain(name, leaf, color, "paper"))
    seal = slab(3.6, 3.6, 0.05, 1.79, 0.02).moved(shift(0.16 * width - 0.3, 0, level + 0.19))
    return [*parts, plain("seal", seal, request.colors.body, "satin")]


def _leaf(
    seed: int, across: tuple[float, float], size: tuple[float, float], level: float
) -> Mesh:
    """Return a leaf from left to right that sinks at the walls, with the creases of folding."""
    rng = np.random.default_rng(seed + 11)
    depth = size[1]
    width, middle = across[1] - across[0], (across[0] + across[1]) / 2
    angles = rng.uniform(-0.5, 0.5, 7) + np.array([0, 0, 0, 1.57, 1.57, 0.8, -0.8])
    ways = np.column_stack([np.cos(angles), np.sin(angles)])
    places = rng.uniform(-0.42, 0.42, 7) * min(width, depth)
    heights = rng.uniform(0.10, 0.24, 7)
    reaches = rng.uniform(0.7, 2.2, 7)

    def bend(points: Floats) -> Floats:
        at = np.column_stack([points[:, 0] + middle, points[:, 1] - depth / 2])
        lift = 0.10 * np.sin(at @ np.array([0.31, 0.22])) + 0.08 * np.sin(
            at @ np.array([-0.2, 0.47]) + 1.3
        )
        for way, place, tall, reach in zip(ways, places, heights, reaches, strict=True):
            far = np.abs((at - [middle, 0.0]) @ way - place)
            lift += tall * np.exp(-far / reach)
        calm = np.clip(np.hypot(at[:, 0] - across[1] + 0.3, at[:, 1]) / 4.0 - 0.45, 0, 1)
        wall = (np.array(size) / 2 - np.abs(at)).min(axis=1)
        sunk = 1.3 * np.exp(-np.maximum(wall, 0.0) / 0.9)
        return np.column_stack([at, level + lift * calm - sunk])

    made = sheet(rectangle(width, depth, rows=80), bend, thickness=0.02, columns=90)
    return made.solid


def mailer(request: PropRequest) -> Prop:
    """Return a shut corrugated mailer box, 30 × 22 × 8.5 cm."""
    return _assembled("mailer_box", _mailer(request, open_degrees=0))


def mailer_open(request: PropRequest) -> Prop:
    """Return the mailer box open, with tissue paper inside and a printed lid lining."""
    return _assembled("mailer_box_open", _mailer(request, open_degrees=104))


ENTRIES = (
    PropEntry(
        "carton", ("box", "carton", "product box", "包装盒", "纸盒"), "packaging", carton
    ),
    PropEntry("carton_open", ("open box", "打开的纸盒"), "packaging", carton_open),
    PropEntry(
        "mailer_box", ("mailer box", "shipping box", "快递盒", "飞机盒"), "packaging", mailer
    ),
    PropEntry(
        "mailer_box_open", ("open mailer box", "unboxing", "开箱"), "packaging", mailer_open
    ),
)
