"""Boards: the hanging sign on its post, the sandwich board."""

from __future__ import annotations

import numpy as np
import shapely

from generators.mesh.build.extrude import extrude, flat_face, rounded_region
from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sweep import circle_section, sweep
from generators.mesh.mesh import Mesh, merged
from generators.mesh.prop import ArtworkArea, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import plain, printed, proportions, settled
from generators.mesh.props.signage.poles import bar, base_plate, pole

__all__ = ["ENTRIES"]

_WOOD = "#C49A68"


def hanging_sign(request: PropRequest) -> Prop:
    """Return a board of 60 × 40 cm on two rods under a bent arm; printed on both sides."""
    wide, tall = proportions(request)
    width, height, depth = 60.0 * wide, 40.0 * tall, 3.2
    colors = request.colors
    iron = colors.detail
    board = extrude(rounded_region(width, height, 3.0), depth, bevel=0.35)
    low = 58.0
    middle = low + height / 2
    area = ArtworkArea("front", width - 1.2, height - 1.2)
    face = flat_face(rounded_region(width - 1.2, height - 1.2, 2.5))
    arm = low + height + 15.0
    post_x = -width / 2 - 9.0
    arm_line = np.array([(post_x, 0, arm - 26), (post_x, 0, arm), (width / 2 - 2.0, 0, arm)])
    brace = np.array(
        [(post_x, 0, arm - 22), (post_x + 5.5, 0, arm - 8.5), (post_x + 22, 0, arm - 0.9)]
    )
    parts: list[Part] = [
        plain(
            "board", board.moved(shift(0, 0, middle)), colors.accent, request.finish or "satin"
        ),
        printed(
            "front",
            face.moved(shift(0, -depth / 2 - 0.02, middle)),
            area,
            colors.accent,
            "satin",
        ),
        printed(
            "back",
            face.moved(shift(0, depth / 2 + 0.02, middle) @ turn("z", 180)),
            area,
            colors.accent,
            "satin",
        ),
        plain("arm", bar(arm_line, 1.3, bend_cm=7.0), iron, "satin"),
        plain("brace", bar(brace, 0.7, bend_cm=14.0), iron, "satin"),
        plain("post", pole(2.1, 2.0, arm - 20).moved(shift(post_x)), iron, "satin"),
        plain("foot", base_plate(19.0, 3.0).moved(shift(post_x)), iron, "satin"),
    ]
    for index, x in enumerate((-width * 0.36, width * 0.36)):
        rod = bar(np.array([(x, 0, low + height - 0.4), (x, 0, arm - 0.9)]), 0.32)
        loop = _loop(1.05).moved(shift(x, 0, arm - 0.1) @ turn("z", 90))
        loop_arm = _loop(1.75).moved(shift(x, 0, arm) @ turn("z", 90))
        parts.append(plain(f"rod_{index + 1}", merged([rod, loop, loop_arm]), iron, "metal"))
    return settled("hanging_sign", parts, [area])


def _loop(radius: float) -> Mesh:
    t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    line = np.column_stack([radius * np.cos(t), 0 * t, radius * np.sin(t)])
    return sweep(line, circle_section(0.26, count=16), closed=True)


def a_frame(request: PropRequest) -> Prop:
    """Return a sandwich board, 60 × 105 cm, of two framed panels joined at the top."""
    wide, tall = proportions(request)
    width, height = 60.0 * wide, 105.0 * tall
    rail, thick = 5.0, 2.2
    colors = request.colors
    outer = shapely.box(-width / 2, 0, width / 2, height)
    hole = shapely.box(-width / 2 + rail, 16.0, width / 2 - rail, height - rail)
    legs = shapely.box(-width / 2 + rail, -1.0, width / 2 - rail, 16.0 - rail)
    frame = extrude(outer.difference(hole).difference(legs), thick, bevel=0.3)
    panel_width, panel_height = width - 2 * rail, height - rail - 16.0
    panel = extrude(shapely.box(*hole.buffer(0.4).bounds), 0.9, bevel=0.05)
    area = ArtworkArea("front", panel_width, panel_height)
    face = flat_face(shapely.box(*hole.bounds)).moved(shift(y=-0.47))
    lean = 13.0
    gap = height * np.sin(np.radians(lean))
    front = shift(0, -gap, 0) @ turn("x", -lean)
    back = turn("z", 180) @ front
    wood = colors.body if request.finish else _WOOD
    parts = [
        plain("front_frame", frame.moved(front), wood, request.finish or "wood"),
        plain("back_frame", frame.moved(back), wood, request.finish or "wood"),
        plain("front_panel", panel.moved(front), colors.detail, "matte"),
        plain("back_panel", panel.moved(back), colors.detail, "matte"),
        printed("front", face.moved(front), area, colors.detail, "matte"),
        printed("back", face.moved(back), area, colors.detail, "matte"),
    ]
    top = height * np.cos(np.radians(lean))
    for index, x in enumerate((-width * 0.32, width * 0.32)):
        hinge = bar(np.array([(x - 3.2, 0, top + 0.3), (x + 3.2, 0, top + 0.3)]), 1.0)
        parts.append(plain(f"hinge_{index + 1}", hinge, colors.accent, "metal"))
    for index, x in enumerate((-width / 2 + 2.4, width / 2 - 2.4)):
        z = 0.38 * height
        y = gap * (1 - z / top)
        chain = bar(np.array([(x, -y, z), (x, y, z)]), 0.28)
        parts.append(plain(f"stay_{index + 1}", chain, "#B9BBBE", "metal"))
    return settled("a_frame", parts, [area])


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry(
        "hanging_sign", ("hanging sign", "shop sign", "signboard", "招牌", "吊牌"),
        "signage", hanging_sign,
    ),
    PropEntry("a_frame", ("sandwich board", "A-frame", "立牌", "人字牌"), "signage", a_frame),
)  # fmt: skip
