"""The canvas tote on its peg."""

from __future__ import annotations

import numpy as np
import shapely

from generators.mesh.build.cloth import Air, print_patch, sewn
from generators.mesh.build.pose import shift
from generators.mesh.build.sweep import spline, superellipse_section, sweep
from generators.mesh.mesh import Mesh
from generators.mesh.prop import ArtworkArea, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.apparel.peg_board import PEG_CM, board, peg
from generators.mesh.props.printed import plain, printed, proportions, settled

__all__ = ["ENTRIES"]


def tote(request: PropRequest) -> Prop:
    """Return a canvas tote, 37 × 41 cm, hanging by its two handles from a peg on a board."""
    wide, tall = proportions(request)
    width, height = 37.0 * wide, 41.0 * tall
    grip = 8.2 * wide
    colors = request.colors
    finish = request.finish or "fabric"
    outline = shapely.box(-width / 2, 0, width / 2, height).buffer(-1.2).buffer(1.2)
    mouth = shapely.box(-width, height - 1.0, width, height + 5)
    held = shapely.union_all(
        [shapely.box(x - 1.7, height - 3.5, x + 1.7, height + 1) for x in (-grip, grip)]
    )
    air = Air(pressure=0.2, weight=0.6, stiffness=0.16, crumple=0.5, steps=80)
    bag = sewn(outline, air, cell=1.2, open_edge=mouth, held=held, seed=request.seed)
    area = ArtworkArea("front", 0.8 * width, 0.72 * height)
    ink = print_patch(bag, area.width_cm, area.height_cm, (0.0, 0.46 * height))
    drop = 27.0
    hung = 0.6
    floor = 7.0
    parts: list[Part] = [
        plain("bag", bag.front, colors.body, finish),
        printed("front", ink, area, colors.body, finish),
        plain("back", bag.back, colors.body, finish),
    ]
    top = height + drop - 1.0
    for name, y in (("front_handle", -1.15), ("back_handle", 0.75)):
        parts.append(plain(name, _handle(grip, height, top, y), colors.body, finish))
    back = max(float(part.mesh.bounds[1][1]) for part in parts)
    placed = [
        Part(p.name, p.mesh.moved(shift(0, -back - hung, floor)), p.material) for p in parts
    ]
    peg_height = floor + top - PEG_CM - 0.25
    placed.append(peg(peg_height, back + 7.5))
    placed.append(board(request, width * 1.42, floor + height + drop + 8.0))
    return settled("tote", placed, [area])


def _handle(grip: float, low: float, top: float, y: float) -> Mesh:
    """Return a strap from hem to hem over the peg."""
    points = np.array(
        [
            (-grip, 0.0, low - 4.0), (-grip * 0.99, 0.0, low + 1.0),
            (-grip * 0.9, y, low + 8.0), (-grip * 0.6, y, top - 7.5),
            (-PEG_CM * 1.6, y, top - 0.9), (0.0, y, top),
            (PEG_CM * 1.6, y, top - 0.9), (grip * 0.6, y, top - 7.5),
            (grip * 0.9, y, low + 8.0), (grip * 0.99, 0.0, low + 1.0), (grip, 0.0, low - 4.0),
        ]
    )  # fmt: skip
    points[:, 1] = np.where(np.abs(points[:, 1]) < 1e-9, np.sign(y) * 0.28, points[:, 1])
    curve = spline(points, 150)
    section = superellipse_section(0.14, 1.25, 4.0, count=36)
    return sweep(curve, section, cap="flat", up=(1.0, 0.0, 0.0))


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("tote", ("tote", "tote bag", "canvas bag", "帆布袋", "帆布包"), "apparel", tote),
)
