"""Shopping bag, gift box and packaging tape."""

from __future__ import annotations

import math

import numpy as np

from generators.mesh.build.box import box_faces, slab
from generators.mesh.build.box_carton import walls
from generators.mesh.build.lathe import lathe, ring, ring_length
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sheet import Bend, Outline, Sheet, rectangle, sheet
from generators.mesh.build.sheet_folds import FoldedLine, along, with_rows
from generators.mesh.build.sweep import circle_section, spline, superellipse_section, sweep
from generators.mesh.mesh import Floats, Mesh
from generators.mesh.prop import ArtworkArea, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.packaging.cartons import panel_parts
from generators.mesh.props.printed import BLEED_CM, plain, printed, proportions, settled, shade

__all__ = ["ENTRIES"]


def shopping_bag(request: PropRequest) -> Prop:
    """Return a paper carrier, 24 × 11 × 31 cm, with pressed-in sides and cord handles."""
    wide, tall = proportions(request)
    width, depth, height = 24.0 * wide, 11.0 * wide, 31.0 * tall
    paper = 0.06
    finish = request.finish or "paper"
    colors = request.colors
    groups: list[tuple[list[Part], ArtworkArea]] = []
    made_walls = walls((width, depth, height), thickness=paper, fold=0.08, gusset=depth * 0.3)
    for name, made in zip(("front", "right", "back", "left"), made_walls, strict=True):
        groups.append(panel_parts(name, made, colors.body, finish, shade(colors.body, 0.35)))
    parts = [
        plain("floor", slab(width - 0.3, depth - 0.3, 0.08, 0.1, 0.02).moved(shift(z=0.03)),
              colors.body, finish)
    ]  # fmt: skip
    hole, drop = width * 0.19, 2.4
    for side in (-1, 1):
        y = side * (depth / 2 - 0.1)
        for x in (-hole, hole):
            eyelet = ring(0.2, 0.42, 0, 0.12, edge=0.06, segments=48)
            place = shift(x, side * (depth / 2 + 0.05), height - drop) @ turn("x", 90.0)
            parts.append(
                plain(
                    f"eyelet_{side}_{x:.0f}",
                    eyelet.moved(place @ shift(z=-0.06)),
                    "#C9A66B",
                    "metal",
                )
            )
        rise = 9.5 * tall
        lean = -side * 0.9
        curve = spline(
            np.array([
                (-hole, side * (depth / 2 + 0.28), height - drop - 0.02),
                (-hole - 0.05, side * (depth / 2 + 0.3), height - drop + 1.2),
                (-hole * 0.98, y + lean * 0.3, height + rise * 0.3),
                (-hole * 0.6, y + lean, height + rise * 0.82),
                (0, y + lean * 1.3, height + rise),
                (hole * 0.6, y + lean, height + rise * 0.82),
                (hole * 0.98, y + lean * 0.3, height + rise * 0.3),
                (hole + 0.05, side * (depth / 2 + 0.3), height - drop + 1.2),
                (hole, side * (depth / 2 + 0.28), height - drop - 0.02),
            ]), 150,
        )  # fmt: skip
        cord = sweep(curve, _cord_section(0.26), turns=16.0)
        parts.append(plain(f"handle_{side}", cord, colors.detail, "fabric"))
        for x in (-hole, hole):
            knot = sweep(
                np.array(
                    [
                        (x, side * (depth / 2 + 0.34), height - drop - 0.12),
                        (x, side * (depth / 2 + 0.34), height - drop - 0.5),
                    ]
                ),
                circle_section(0.28, count=24),
            )
            parts.append(plain(f"knot_{side}_{x:.0f}", knot, colors.detail, "fabric"))
    return settled(
        "shopping_bag",
        [*(part for made, _ in groups for part in made), *parts],
        [area for _, area in groups],
    )


def _cord_section(radius: float) -> Floats:
    """Return the section of a cord of three strands."""
    angle = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    reach = radius * (0.88 + 0.12 * np.abs(np.cos(1.5 * angle)))
    return np.column_stack([reach * np.cos(angle), reach * np.sin(angle)])


def _loop(reach: float, width: float, thickness: float) -> Mesh:
    """Return one loop of a bow along +x from the origin."""
    line = FoldedLine.of(
        (reach * 0.45, 14.0), (reach * 0.5, -22.0), (reach * 0.62, 186.0),
        (reach * 0.5, 24.0),
        (reach * 0.5, -14.0), start=(0.0, 0.25), heading=20.0,
    )  # fmt: skip
    ways = line.rows()
    ways = np.unique(np.concatenate([ways, np.linspace(0, line.length, 60)]).round(6))
    share = ways / line.length
    half = width / 2 * (0.45 + 0.55 * np.clip(np.sin(np.pi * share) * 1.6, 0, 1))
    made = sheet(Outline(ways, -half, half), along(line), thickness=thickness, columns=9)
    return made.solid.moved(turn("z", -90.0))


def _tail(reach: float, width: float, drop: float, thickness: float) -> Mesh:
    """Return a ribbon end along +x that lies on the box and hangs over its edge."""
    line = FoldedLine.of(
        (reach * 0.25, -24.0), (reach * 0.35, 16.0), (reach * 0.4, 10.0), (drop, -14.0),
        start=(0.2, 0.35), heading=4.0,
    )  # fmt: skip
    ways = np.unique(np.concatenate([line.rows(), np.linspace(0, line.length, 40)]).round(6))
    share = ways / line.length
    half = width / 2 * (0.5 + 0.5 * np.clip(share * 4, 0, 1))
    made = sheet(Outline(ways, -half, half), along(line), thickness=thickness, columns=9)
    return made.solid.moved(turn("z", -90.0))


def gift_box(request: PropRequest) -> Prop:
    """Return a gift box with a slip lid, 16 × 16 × 11 cm, ribbon and bow."""
    wide, tall = proportions(request)
    side, height, lid_height = 16.0 * wide, 10.6 * tall, 3.4 * tall
    colors = request.colors
    finish = request.finish or "paper"
    base_height = height - lid_height + 0.2
    base = box_faces((side, side, base_height), 0.12)
    top_size = (side + 0.5, side + 0.5, lid_height)
    lid = {
        name: mesh.moved(shift(z=height - lid_height))
        for name, mesh in box_faces(top_size, 0.12).items()
    }
    front = ArtworkArea("front", side, base_height, BLEED_CM)
    lid_area = ArtworkArea("lid", top_size[0], top_size[1], BLEED_CM)
    parts = [
        printed("front", base["front"], front, colors.body, finish),
        plain("base", [m for n, m in base.items() if n != "front"], colors.body, finish),
        printed("lid_top", lid["top"], lid_area, shade(colors.body, 0.25), finish),
        plain(
            "lid", [m for n, m in lid.items() if n != "top"], shade(colors.body, 0.25), finish
        ),
    ]
    width, thick = 2.4, 0.05
    low, high = 0.05, height + thick
    half = top_size[0] / 2 + thick
    band = FoldedLine.of(
        (high - low - 0.1, 0.0), (0.15, 90.0), (2 * half - 0.2, 0.0), (0.15, 90.0),
        (high - low - 0.1, 0.0), start=(half, low), heading=90.0,
    )  # fmt: skip
    ribbon = sheet(
        with_rows(rectangle(width, band.length), band.rows()), _leftward(band), thickness=thick
    )
    color = colors.accent
    parts.append(plain("ribbon", ribbon.solid.moved(turn("z", 90.0)), color, "satin"))
    up = shift(z=height + thick)
    pieces = [
        *(_loop(6.0, 3.0, thick).moved(up @ turn("z", angle)) for angle in (14.0, 194.0)),
        *(
            _tail(reach, 2.4, 1.2, thick).moved(up @ turn("z", angle))
            for angle, reach in ((-52.0, 5.2), (-118.0, 5.0))
        ),
    ]
    parts.append(plain("bow", pieces, color, "satin"))
    share = np.linspace(-1, 1, 25)
    knot = sweep(
        np.column_stack([np.zeros(25), share * 0.85, np.full(25, 0.42)]),
        superellipse_section(0.62, 0.46, 2.6, count=48),
        scale=0.86 + 0.14 * (1 - share**2),
        cap="round",
    ).moved(up @ turn("z", 14.0))
    parts.append(plain("knot", knot, color, "satin"))
    return settled("gift_box", parts, [front, lid_area])


def _leftward(line: FoldedLine) -> Bend:
    def bend(points: Floats) -> Floats:
        y, z, _ = line.at(points[:, 1])
        return np.column_stack([-points[:, 0], y, z])

    return bend


def tape(request: PropRequest) -> Prop:
    """Return a roll of printed packaging tape, 11 cm across and 4.8 cm wide, its end pulled."""
    wide, tall = proportions(request)
    core, outer, height = 3.8 * wide, 5.5 * wide, 4.8 * tall
    wrap = outer + 0.03
    area = ArtworkArea("tape", ring_length(wrap), height, is_wrapped=True)
    face = lathe(profile((wrap, 0.02), (wrap, height - 0.02)), has_uv=True, segments=160)
    rest = lathe(
        profile(
            (wrap, height - 0.02),
            (core + 0.42, height - 0.02),
            (core + 0.42, 0.02),
            (wrap, 0.02),
        ),
        segments=160,
    )
    steps = [
        ring(
            core + 0.44 + k * 0.2,
            core + 0.6 + k * 0.2,
            0.0,
            height - 0.005 * (k % 2),
            edge=0.02,
            segments=96,
        )
        for k in range(int((outer - core - 0.6) / 0.2))
    ]
    board = ring(core, core + 0.4, -0.0, height, edge=0.05)
    made, length = _pulled_end(wrap, 12.0 * wide, height)
    tail_area = ArtworkArea("tail", length, height, BLEED_CM)
    parts = [
        printed("wrap", face, area, request.colors.accent, "gloss"),
        plain("roll_edge", rest, request.colors.accent, "satin"),
        plain("roll", steps, shade(request.colors.accent, 0.12), "satin"),
        plain("board", board, "#B08A5B", "kraft"),
    ]
    parts += [
        printed("tail", made.front, tail_area, request.colors.accent, "gloss"),
        plain("tail_back", made.rest, shade(request.colors.accent, 0.3), "satin"),
    ]
    return settled("tape_roll", parts, [area, tail_area])


def _pulled_end(radius: float, reach: float, height: float) -> tuple[Sheet, float]:
    """Return the loose end that leaves the front of a roll to the right, and its length."""
    stuck = math.radians(16)
    line = FoldedLine.of(
        (radius * stuck, math.degrees(stuck)), (reach * 0.45, -26.0), (reach * 0.55, 62.0),
        start=(-radius * math.sin(stuck) * 0.2, -radius - 0.035), heading=-16.0,
    )  # fmt: skip

    def bend(points: Floats) -> Floats:
        x, y, _ = line.at(points[:, 0] + line.length / 2)
        return np.column_stack([x, y, points[:, 1] + 0.02])

    outline = rectangle(line.length, height - 0.04)
    return sheet(outline, bend, thickness=0.02, columns=80), line.length


ENTRIES = (
    PropEntry(
        "shopping_bag",
        ("shopping bag", "paper bag", "手提袋", "购物袋", "纸袋"),
        "packaging",
        shopping_bag,
    ),
    PropEntry(
        "gift_box", ("gift box", "gift", "present", "礼盒", "礼物"), "packaging", gift_box
    ),
    PropEntry("tape_roll", ("packaging tape", "tape", "胶带", "封箱胶带"), "packaging", tape),
)
