"""To eat and drink: paper cup, milk carton, takeaway box."""

from __future__ import annotations

import math

import numpy as np

from generators.mesh.build.box import cut_face, slab
from generators.mesh.build.box_carton import walls
from generators.mesh.build.lathe import lathe, ring_length
from generators.mesh.build.lathe_profile import cone, profile
from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sheet import Bend, Sheet, rectangle, sheet, trapezoid
from generators.mesh.build.sheet_folds import FoldedLine, along, with_rows
from generators.mesh.mesh import Mesh
from generators.mesh.prop import ArtworkArea, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.packaging.cartons import panel_parts, turned_over
from generators.mesh.props.packaging.closures import screw_cap
from generators.mesh.props.printed import BLEED_CM, plain, printed, proportions, settled, shade

__all__ = ["ENTRIES"]


def paper_cup(request: PropRequest) -> Prop:
    """Return a 12 oz coffee cup, 9 × 12 cm, with a sleeve and a lid to drink through."""
    wide, tall = proportions(request)
    foot, rim, height = 2.95 * wide, 4.4 * wide, 10.8 * tall

    def radius(z: float) -> float:
        return foot + (rim - foot) * z / height

    outline = cone((foot, 0.02), (rim, height - 0.35))
    face = lathe(outline, has_uv=True)
    cup_area = ArtworkArea(
        "cup", ring_length(radius(height / 2)), outline.length, is_wrapped=True
    )
    wall = 0.06
    rest = lathe(
        profile(
            (rim, height - 0.35), (rim + 0.02, height - 0.3, 0.05),
            (rim + 0.16, height - 0.26, 0.1),
            (rim + 0.16, height, 0.13), (rim - 0.1, height, 0.1),
            (rim - wall, height - 0.3, 0.1),
            (foot - wall + 0.1, 0.75, 0.1), (0, 0.75), (0, 0.6), (foot - wall, 0.6, 0.05),
            (foot - wall, 0.0, 0.02), (foot - 0.02, 0.0, 0.02), (foot, 0.02),
        )
    )  # fmt: skip
    low, high = height * 0.3, height * 0.76
    gap = 0.05
    sleeve_line = cone((radius(low) + gap + 0.16, low), (radius(high) + gap + 0.16, high))
    sleeve_area = ArtworkArea(
        "sleeve",
        ring_length(radius((low + high) / 2) + gap + 0.16),
        sleeve_line.length,
        is_wrapped=True,
    )
    sleeve_rest = lathe(
        profile(
            (radius(high) + gap + 0.16, high), (radius(high) + gap, high),
            (radius(low) + gap, low), (radius(low) + gap + 0.16, low),
        )
    )  # fmt: skip
    z = height
    lid = lathe(
        profile(
            (0, z + 1.0), (rim - 0.75, z + 1.0, 0.1), (rim - 0.6, z + 1.15, 0.1),
            (rim - 0.35, z + 1.15, 0.1),
            (rim - 0.2, z + 0.12, 0.05), (rim + 0.2, z + 0.06, 0.06),
            (rim + 0.2, z - 0.42, 0.03),
            (rim + 0.28, z - 0.42, 0.03), (rim + 0.28, z + 0.1, 0.1),
            (rim - 0.06, z + 0.2, 0.1),
            (rim - 0.26, z + 1.28, 0.1), (rim - 0.62, z + 1.28, 0.1),
            (rim - 0.78, z + 1.08, 0.08), (0, z + 1.08),
        )
    )  # fmt: skip
    sip = slab(1.1, 0.28, 0.06, 0.14, 0.02).moved(shift(0, -(rim - 0.46), z + 1.25))
    vent = slab(0.2, 0.2, 0.05, 0.1, 0.02).moved(shift(0, rim * 0.4, z + 1.06))
    finish = request.finish or "paper"
    parts = [
        printed("cup", face, cup_area, request.colors.body, finish),
        plain("cup_rest", rest, request.colors.body, finish),
        printed(
            "sleeve",
            lathe(sleeve_line, has_uv=True),
            sleeve_area,
            request.colors.accent,
            "kraft",
        ),
        plain("sleeve_rest", sleeve_rest, request.colors.accent, "kraft"),
        plain("lid", lid, request.colors.detail, "satin"),
        plain("holes", [sip, vent], "#0C0C0E", "matte"),
    ]
    return settled("paper_cup", parts, [sleeve_area, cup_area])


def milk_carton(request: PropRequest) -> Prop:
    """Return a one-liter gable-top carton, 7 × 7 × 24.6 cm, with a screw cap."""
    wide, tall = proportions(request)
    side, body = 7.0 * wide, 19.2 * tall
    board, half = 0.08, 7.0 * wide / 2
    slope = half * math.sqrt(2) - 0.05
    fin = 1.7
    finish = request.finish or "satin"
    colors = request.colors
    groups: list[tuple[list[Part], ArtworkArea]] = []
    for name, made in zip(
        ("front", "right", "back", "left"),
        walls((side, side, body), thickness=board, fold=0.14),
        strict=True,
    ):
        groups.append(panel_parts(name, made, colors.body, finish, "#F7F4EC"))
    line = FoldedLine.of(
        (0.12, -45.0), (slope - 0.2, 0.0), (0.12, 45.0), (fin, 0.0),
        start=(-half + board / 2, body - 0.02), heading=90.0,
    )  # fmt: skip
    roof = sheet(
        with_rows(rectangle(side - 0.05, line.length), line.rows()),
        along(line),
        thickness=board,
    )
    parts: list[Part] = []
    for name, angle in (("gable", 0.0), ("gable_back", 180.0)):
        turned = Sheet(*(m.moved(turn("z", angle)) for m in (roof.front, roof.back, roof.edge)))
        made_parts, area = panel_parts(name, turned, colors.accent, finish, "#F7F4EC")
        if angle == 0.0:
            groups.append((made_parts, area))
        else:
            parts += [plain(p.name, p.mesh, p.material.color, finish) for p in made_parts]
    tuck = math.hypot(half, half) - 0.12
    for angle in (90.0, 270.0):
        triangle = sheet(trapezoid(side - 0.3, 0.02, tuck), thickness=board)
        place = turn("z", angle) @ shift(0, -half + board * 0.8, body) @ turn("x", 45.0)
        parts.append(
            plain(f"tucked_side_{angle:.0f}", triangle.solid.moved(place), colors.body, finish)
        )
    for angle in (0.0, 180.0):
        wing = _wings(side - 0.3, half, body, board)
        parts.append(
            plain(f"wings_{angle:.0f}", wing.moved(turn("z", angle)), colors.body, finish)
        )
    middle = (-half * 0.52, body + half * 0.48)
    tilt = shift(0, middle[0], middle[1]) @ turn("x", 45.0)
    parts.append(plain("cap", [m.moved(tilt) for m in screw_cap(1.35, 0.02, 1.3, flutes=48)],
                       colors.detail, "satin"))  # fmt: skip
    parts.append(
        plain("floor", slab(side - 0.3, side - 0.3, 0.1, 0.2, 0.03), "#F7F4EC", finish)
    )
    return settled(
        "milk_carton",
        [*(part for made, _ in groups for part in made), *parts],
        [area for _, area in groups],
    )


def _wings(width: float, half: float, body: float, board: float) -> Mesh:
    """Return the side flaps that lie doubled under the roof."""
    slope = half * math.sqrt(2) - 0.25
    outline = rectangle(width - 0.3, slope)
    made = sheet(outline, thickness=board)
    place = shift(0, -half + board * 2.4, body + 0.02) @ turn("x", 45.0)
    return made.solid.moved(place)


def food_box(request: PropRequest) -> Prop:
    """Return a takeaway box of coated kraft, 17 × 13 × 6.5 cm, its lid folded over."""
    wide, tall = proportions(request)
    long, short, height, flare = 7.2 * wide, 5.2 * wide, 6.0 * tall, 1.1 * wide
    core = (long - 0.5, short - 0.5)
    wall = 0.08
    tub = lathe(
        profile(
            (0, 0), (0.5, 0, 0.08), (0.5 + flare, height, 0.03),
            (0.5 + flare - wall, height, 0.03),
            (0.5 - wall, wall, 0.08), (0, wall),
        ), core=core, segments=64,
    )  # fmt: skip
    front, rest = cut_face(tub, (0.0, -1.0, 0.0))
    tilt = math.hypot(1.0, flare / height)
    span = 2 * (long + flare)
    top, bottom = front.vertices[:, 2].max(), front.vertices[:, 2].min()
    uv = np.column_stack(
        [front.vertices[:, 0] / span + 0.5, (top - front.vertices[:, 2]) / (top - bottom)]
    )
    face = Mesh(front.vertices, front.faces, front.normals, np.clip(uv, 0, 1))
    area = ArtworkArea("front", span, float(top - bottom) * tilt, BLEED_CM)
    # The tab stays above the words on the front.
    reach, lip = 2 * (short + flare), 0.7 * tall
    line = FoldedLine.of(
        (0.24, 90.0), (reach - 0.24, 0.0), (0.24, 84.0), (lip, 0.0),
        start=(short + flare + 0.02, height - 0.06), heading=90.0,
    )  # fmt: skip
    cut = 0.24 + reach - 0.24 + 0.12
    lid_level = height - 0.06 + 0.24 * 2 / math.pi
    across = span + 0.14

    def over(begin: float) -> Bend:
        def bend(points: np.ndarray) -> np.ndarray:
            y, z, _ = line.at(points[:, 1] + begin)
            return np.column_stack([-points[:, 0], y, z])

        return bend

    lid = sheet(with_rows(rectangle(across, cut), line.rows(0, cut)), over(0.0), thickness=wall)
    tab = sheet(
        with_rows(
            trapezoid(across * 0.3, across * 0.26, line.length - cut, 0.5, top_only=True),
            line.rows(cut) - cut,
        ),
        over(cut),
        thickness=wall,
    )
    finish = request.finish or "kraft"
    color = request.colors.body
    lid_parts, lid_area = panel_parts(
        "lid",
        Sheet(turned_over(lid.front), lid.back, lid.edge),
        color,
        finish,
        shade(color, 0.3),
    )
    lips = []
    hang = FoldedLine.of((0.2, -90.0), (1.0 * tall, 0.0), heading=0.0)
    outline = with_rows(rectangle(reach - 2.4, hang.length, 0.5), hang.rows())
    lip_sheet = sheet(outline, along(hang), thickness=wall)
    for side in (-1, 1):
        place = shift(side * (across / 2 - 0.02), 0, lid_level) @ turn("z", side * -90.0)
        lips.append(plain(f"side_lip_{side}", lip_sheet.solid.moved(place), color, finish))
    parts = [
        printed("front", face, area, color, finish),
        plain("tub", rest, color, finish),
        *lid_parts,
        plain("tab", tab.solid, color, finish),
        *lips,
    ]
    return settled("food_box", parts, [area, lid_area])


ENTRIES = (
    PropEntry(
        "paper_cup",
        ("coffee cup", "paper cup", "takeaway coffee", "纸杯", "咖啡杯", "奶茶"),
        "packaging",
        paper_cup,
    ),
    PropEntry(
        "milk_carton", ("milk carton", "milk", "牛奶盒", "牛奶"), "packaging", milk_carton
    ),
    PropEntry(
        "food_box",
        ("takeaway box", "lunch box", "外卖盒", "餐盒", "便当"),
        "packaging",
        food_box,
    ),
)
