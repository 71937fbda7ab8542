"""What goods stand on, and what they cost: podiums, steps, coins."""

from __future__ import annotations

import numpy as np
import shapely

from generators.mesh.build.box import box_faces
from generators.mesh.build.extrude import extrude
from generators.mesh.build.lathe import Flutes, lathe
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import shift, turn
from generators.mesh.mesh import Mesh, merged
from generators.mesh.prop import ArtworkArea, Part, Prop, PropEntry, PropRequest
from generators.mesh.props.abstract.masses import ball
from generators.mesh.props.printed import plain, printed, proportions, settled, shade

__all__ = ["ENTRIES"]


def _drum(radius: float, height: float) -> Mesh:
    return lathe(
        profile((0, 0), (radius, 0, 0.12), (radius, height, 0.28), (0, height)), segments=180
    )


def podium(request: PropRequest) -> Prop:
    """Return three round podiums of different heights before an arch."""
    wide, tall = proportions(request)
    colors = request.colors
    finish = request.finish or "matte"
    arch_region = shapely.union_all(
        [
            shapely.Point(0, 17 * tall).buffer(9.5 * wide, quad_segs=48),
            shapely.box(-9.5 * wide, 0, 9.5 * wide, 17 * tall),
        ]
    ).intersection(shapely.box(-99, 0, 99, 99))
    arch = extrude(arch_region, 1.4, bevel=0.25).moved(shift(-1.5 * wide, 8.2, 0))
    made = (
        ("middle", 7.2, 6.0, 0.0, 0.0, colors.body),
        ("left", 5.0, 2.6, -9.4, -3.2, shade(colors.accent, 0.5)),
        ("right", 4.2, 4.0, 9.6, -2.2, shade(colors.body, -0.06)),
    )
    parts = [plain("arch", arch, colors.accent, finish)]
    for name, radius, height, x, y, color in made:
        drum = _drum(radius * wide, height * tall).moved(shift(x * wide, y, 0))
        parts.append(plain(name, drum, color, finish))
    small = ball(1.7).moved(shift(13.8 * wide, -6.4, 1.7))
    parts.append(plain("ball", small, colors.content, "gloss"))
    return settled("podium", parts)


def steps(request: PropRequest) -> Prop:
    """Return a flight of four steps beside a half round, for goods in a row."""
    wide, tall = proportions(request)
    colors = request.colors
    finish = request.finish or "matte"
    outline = [(0.0, 0.0)]
    for i in range(4):
        outline += [
            (i * 4.2 * wide, (i + 1) * 3.0 * tall),
            ((i + 1) * 4.2 * wide, (i + 1) * 3.0 * tall),
        ]
    outline += [(4 * 4.2 * wide, 0.0)]
    flight = extrude(shapely.Polygon(outline), 9.0, bevel=0.22)
    disc = shapely.Point(0, 0).buffer(4.6, quad_segs=48).intersection(shapely.box(-9, 0, 9, 9))
    dome = extrude(disc, 3.0, bevel=0.22)
    parts = [
        plain("steps", flight.moved(shift(-8.4 * wide)), colors.body, finish),
        plain("half_round", dome.moved(shift(-9.2 * wide, -6.6, 0)), colors.accent, finish),
        plain("block", merged(box_faces((4.4, 4.4, 4.4), 0.22).values()).moved(
            shift(11.6 * wide, -2.6, 0) @ turn("z", 20)), shade(colors.accent, 0.5), finish),
    ]  # fmt: skip
    return settled("steps", parts)


def coins(request: PropRequest) -> Prop:
    """Return three stacks of coins and one standing before them; its face is printed."""
    rng = np.random.default_rng(request.seed)
    colors = request.colors
    finish = request.finish or "metal"
    gold = colors.content
    edge = _coin_edge()
    plainer = _plain_coin()
    parts: list[Part] = []
    stacked: list[Mesh] = []
    for x, y, count in ((-3.3, 1.5, 6), (0.7, 2.4, 11), (4.4, 0.9, 4)):
        for level in range(count):
            off_x, off_y = rng.uniform(-0.12, 0.12, 2)
            place = shift(x + off_x, y + off_y, 0.37 * level) @ turn("z", rng.uniform(0, 360))
            stacked.append(plainer.moved(place))
    parts.append(plain("stacks", stacked, gold, finish))
    area = ArtworkArea("face", 2 * _FACE, 2 * _FACE)
    place = shift(-0.6, -2.7, 1.83) @ turn("z", -16) @ turn("x", 78) @ shift(z=-0.18)
    parts.append(plain("coin", [edge.moved(place), _coin_face(-1).moved(place)], gold, finish))
    parts.append(printed("face", _coin_face(1).moved(place), area, gold, finish))
    lying = shift(3.4, -2.9, 0) @ turn("z", 40)
    parts.append(
        plain("lying", merged([edge, _coin_face(1), _coin_face(-1)]).moved(lying), gold, finish)
    )
    return settled("coins", parts, [area])


_FACE = 1.56
"""Radius of the field inside a coin's rim, cm."""


def _coin_edge() -> Mesh:
    """Return a coin of 3.8 × 0.36 cm without its two fields: rim and reeded edge."""
    return lathe(
        profile(
            (_FACE, 0.06), (_FACE + 0.06, 0, 0.03), (1.9, 0, 0.05), (1.9, 0.36, 0.05),
            (_FACE + 0.06, 0.36, 0.03), (_FACE, 0.3),
        ),
        segments=240,
        flutes=Flutes(80, 0.022, 0.06, 0.3),
    )  # fmt: skip


def _plain_coin() -> Mesh:
    """Return a whole coin of fewer faces, for stacks."""
    rim = _FACE + 0.06
    return lathe(
        profile(
            (0, 0.06), (_FACE, 0.06), (rim, 0), (1.87, 0), (1.9, 0.04), (1.906, 0.07),
            (1.906, 0.29), (1.9, 0.32),
            (1.87, 0.36), (rim, 0.36), (_FACE, 0.3), (0, 0.3),
        ),
        segments=168,
        flutes=Flutes(56, 0.03, 0.065, 0.295),
    )  # fmt: skip


def _coin_face(side: int) -> Mesh:
    """Return the field on the upper (1) or lower (−1) side, uv over its box."""
    field = lathe(profile((_FACE, 0.3), (0, 0.3)), segments=240)
    uv = np.column_stack(
        [field.vertices[:, 0] / (2 * _FACE) + 0.5, 0.5 - field.vertices[:, 1] / (2 * _FACE)]
    )
    face = Mesh(field.vertices, field.faces, field.normals, np.clip(uv, 0, 1))
    return face if side > 0 else face.moved(shift(z=0.36) @ turn("x", 180))


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("podium", ("podium", "display stand", "展台", "展示台"), "table", podium),
    PropEntry("steps", ("steps", "stairs", "台阶", "阶梯"), "table", steps),
    PropEntry("coins", ("coins", "money", "硬币", "金币"), "table", coins),
)
