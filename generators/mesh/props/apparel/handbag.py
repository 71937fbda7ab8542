"""The handbag: a plump little bag with a flap, a short strap and metal fittings."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.ndimage import gaussian_filter, map_coordinates
from shapely.affinity import translate

from generators.mesh.build.extrude import Region, extrude, rounded_region
from generators.mesh.build.inflate import film, inflate, signed_distance
from generators.mesh.build.pose import shift, turn
from generators.mesh.build.surface import surface
from generators.mesh.build.sweep import (
    circle_section,
    spline,
    superellipse_section,
    sweep,
)
from generators.mesh.mesh import Floats, Mesh
from generators.mesh.prop import Part, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import plain, proportions, settled, shade

__all__ = ["ENTRIES"]

_FULLNESS = 0.46
_FLAP_CM = 0.28
_CELL_CM = 0.16


def handbag(request: PropRequest) -> Prop:
    """Return a shoulder bag, 27 × 15 cm and its strap above, closed by a metal clasp."""
    wide, tall = proportions(request)
    width, height = 27.0 * wide, 15.0 * tall
    finish = request.finish or "gloss"
    metal = "gold" if request.finish is None else "silver"
    fitting = {"gold": "#D9B36A", "silver": "#D5D8DE"}[metal]
    colors = request.colors
    region = _outline(width, height)
    flap_foot = 0.36 * height
    flap_mesh, front = _flap(region, _flap_region(width, height, flap_foot))
    parts: list[Part] = [
        plain("body", inflate(region, fullness=_FULLNESS), colors.body, finish),
        plain("flap", flap_mesh, colors.body, finish),
        plain("clasp", _clasp(front, flap_foot + 1.5), fitting, "chrome"),
        plain("strap", _strap(width, height), shade(colors.body, -0.12), finish),
    ]
    for name, side in (("left", -1.0), ("right", 1.0)):
        parts.append(
            plain(f"{name} ring", _ring(side * 0.42 * width, height), fitting, "chrome")
        )
    return settled("handbag", parts)


def _outline(width: float, height: float) -> Region:
    """Return the front: wider at the foot, all corners soft."""
    top, low = 0.43 * width, 0.5 * width
    body = shapely.Polygon([(-low, 0), (low, 0), (top, height), (-top, height)])
    soft = 0.26 * height
    return body.buffer(-soft).buffer(soft, quad_segs=24)


def _flap_region(width: float, height: float, foot: float) -> Region:
    flap = rounded_region(1.2 * width, 2.0 * (height - foot), 0.62 * (height - foot))
    return translate(flap, 0.0, height)


def _flap(body: Region, over: Region) -> tuple[Mesh, float]:
    """Return the flap, which lies on the body's front, and where its face is, y in cm."""
    u, origin = film(body, _CELL_CM, margin=12)
    edge, edge_origin = signed_distance(over, _CELL_CM, margin=12)
    smooth = gaussian_filter(u, 1.5)

    def field(places: Floats) -> Floats:
        flat = places[:, [0, 2]]
        swell = map_coordinates(smooth, ((flat - origin) / _CELL_CM).T, order=1, mode="nearest")
        inside = map_coordinates(
            edge, ((flat - edge_origin) / _CELL_CM).T, order=1, mode="nearest"
        )
        half = _FULLNESS * np.sqrt(np.maximum(swell, 0.0)) + np.where(
            swell > 0, _FLAP_CM, _FLAP_CM + 0.2 * swell
        )
        lid = half - np.abs(places[:, 1])
        # A round edge: where both are near, they press each other in.
        round_cm = 0.22
        near = np.maximum(round_cm - np.stack([lid, inside]), 0.0)
        held: Floats = np.minimum(
            np.where(
                (near > 0).all(axis=0),
                round_cm - np.hypot(*near),
                np.minimum(lid, inside),
            ),
            0.4 - places[:, 1],
        )
        return held

    low_x, low_z, high_x, high_z = body.bounds
    thick = _FULLNESS * float(np.sqrt(max(u.max(), 1e-9))) + _FLAP_CM
    low = np.array([low_x - 1.0, -thick - 0.8, low_z])
    high = np.array([high_x + 1.0, 1.2, high_z + 1.0])
    return surface(field, low, high, 1.25 * _CELL_CM), -thick


def _clasp(front: float, height: float) -> Mesh:
    """Return a rounded plate with a window, on the flap's lower edge."""
    plate = rounded_region(3.6, 2.4, 1.0).difference(rounded_region(2.1, 0.9, 0.42))
    return extrude(plate, 0.55, bevel=0.24).moved(shift(0.0, front - 0.1, height))


def _ring(x: float, height: float) -> Mesh:
    angle = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    line = np.column_stack([1.05 * np.cos(angle), np.zeros(72), 1.25 * np.sin(angle)])
    loop = sweep(line, circle_section(0.2, count=20), closed=True)
    return loop.moved(shift(x, 0.0, height - 0.1) @ turn("z", 28.0))


def _strap(width: float, height: float) -> Mesh:
    """Return the strap from ring to ring."""
    x, top = 0.42 * width, height + 0.62 * width
    points = np.array([
        (-x, 0.0, height + 0.75), (-0.95 * x, 0.0, height + 4.2), (-0.6 * x, 0.0, top - 1.7),
        (0.0, 0.0, top), (0.6 * x, 0.0, top - 1.7), (0.95 * x, 0.0, height + 4.2),
        (x, 0.0, height + 0.75),
    ])  # fmt: skip
    return sweep(
        spline(points, 160), superellipse_section(0.26, 1.0, 3.4, count=44), cap="round",
        up=(0.0, 1.0, 0.0),
    )  # fmt: skip


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry(
        "handbag",
        (
            "handbag",
            "hand bag",
            "shoulder bag",
            "purse",
            "手提包",
            "包包",
            "手袋",
            "单肩包",
            "腋下包",
        ),
        "apparel",
        handbag,
    ),
)
