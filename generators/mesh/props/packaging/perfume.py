"""Perfume, pump bottle and candle: glass blocks, metal collars, wax."""

from __future__ import annotations

import numpy as np

from generators.mesh.build.lathe import Flutes, inside_out, lathe, ring
from generators.mesh.build.lathe_profile import profile
from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sweep import spline, superellipse_section, sweep
from generators.mesh.mesh import Mesh, merged
from generators.mesh.prop import Prop, PropEntry, PropRequest
from generators.mesh.props.labels import flat_label, round_label
from generators.mesh.props.packaging.closures import hollow_cap
from generators.mesh.props.printed import plain, proportions, settled, shade

__all__ = ["ENTRIES"]

GAP_CM = 0.03
CLEAR_GLASS = "#F6F9F8"


def perfume(request: PropRequest) -> Prop:
    """Return a 50 ml perfume: a square block of glass, 5.6 × 3.2 × 10 cm with its cap."""
    wide, tall = proportions(request)
    width, depth, height = 5.6 * wide, 3.2 * wide, 7.0 * tall
    corner, hollow = 0.5, 0.3
    wall, base, roof = 0.34, 0.85, 0.42
    core = (width / 2 - corner, depth / 2 - corner)
    outside = lathe(
        profile((0, 0), (corner, 0, 0.12), (corner, height, 0.28), (0, height)), core=core
    )
    level = height - roof - 0.75 * tall
    hole = (width / 2 - wall - hollow, depth / 2 - wall - hollow)
    cavity = lathe(
        profile(
            (0, level + GAP_CM),
            (hollow, level + GAP_CM, 0.06),
            (hollow, height - roof, 0.25),
            (0, height - roof),
        ),
        core=hole,
    )
    inner = hollow
    scent = lathe(
        profile(
            (0, base + GAP_CM), (inner, base + GAP_CM, 0.18), (inner, level, 0.02),
            (inner - 0.1, level - 0.04, 0.08), (0, level - 0.04),
        ), core=hole,
    )  # fmt: skip
    dip = lathe(
        profile(
            (0, base + 0.3),
            (0.1, base + 0.3, 0.03),
            (0.1, height - roof - 0.1),
            (0, height - roof - 0.1),
        ),
        segments=24,
    )
    collar = [
        ring(0.5, 1.05, height + 0.01, height + 0.16, edge=0.06),
        ring(0.5, 0.86, height + 0.14, height + 0.62, edge=0.06),
        ring(0.5, 0.92, height + 0.3, height + 0.36, edge=0.03),
    ]
    side = 1.28
    cap = lathe(
        profile((0, 0), (0.3, 0, 0.06), (0.3, 2.55, 0.1), (0, 2.55)),
        core=(side - 0.3, side - 0.3),
    ).moved(shift(z=height + 0.55))
    label, area = flat_label(
        (0, -depth / 2 - 0.02, height * 0.5 - 1.75 * tall), (3.1 * wide, 3.3 * tall),
        request.colors.body, corner=0.06,
    )  # fmt: skip
    finish = request.finish or "glass"
    color = CLEAR_GLASS if finish == "glass" else request.colors.body
    glass = merged([outside, inside_out(cavity)]) if finish == "glass" else outside
    inside = [plain("scent", scent, shade(request.colors.content, 0.55), "liquid"),
              plain("dip_tube", dip, "#F4F4F2", "satin")]  # fmt: skip
    parts = [
        plain("bottle", glass, color, finish),
        *(inside if finish == "glass" else []),
        plain("collar", collar, "#D9B77E", "metal"),
        plain("cap", cap, request.colors.detail, "gloss"),
        *label,
    ]
    return settled("perfume_bottle", parts, [area])


def _pump_head(low: float, turned: float) -> list[Mesh]:
    """Return stem, actuator and spout above `low`."""
    stem = lathe(profile((0, low), (0.34, low), (0.34, low + 1.3), (0, low + 1.3)), segments=48)
    actuator = lathe(
        profile(
            (0, low + 1.0), (0.62, low + 1.0, 0.06), (0.78, low + 1.12, 0.05),
            (0.82, low + 1.75, 0.2), (0.6, low + 1.92, 0.4), (0, low + 1.95),
        )
    )  # fmt: skip
    z = low + 1.55
    way = spline(
        np.array([(0.3, 0, z), (1.3, 0, z + 0.1), (2.5, 0, z + 0.06), (3.2, 0, z - 0.14),
                  (3.42, 0, z - 0.5)]), 40,
    )  # fmt: skip
    share = np.linspace(0, 1, 40)
    scale = np.column_stack([1.0 - 0.42 * share, 1.0 - 0.3 * share])
    section = superellipse_section(0.46, 0.3, 2.8, count=48)
    spout = sweep(way, section, scale=scale, cap="flat").moved(turn("z", turned))
    return [stem, actuator, spout]


def pump(request: PropRequest) -> Prop:
    """Return a 250 ml lotion bottle with a pump, 6 × 19 cm."""
    wide, tall = proportions(request)
    radius, straight, neck = 3.0 * wide, 12.2 * tall, 1.15
    shoulder = straight + 1.6
    body = lathe(
        profile(
            (0, 0.15), (radius - 0.7, 0.15, 0.1), (radius - 0.55, 0, 0.06),
            (radius, 0, 0.35),
            (radius, straight + 0.7, 1.5), (neck, straight + 1.1, 0.35),
            (neck, shoulder + 0.3),
            (0, shoulder + 0.3),
        )
    )  # fmt: skip
    grip = Flutes(56, 0.035, straight + 1.2, shoulder + 0.75)
    collar = hollow_cap(neck + 0.3, straight + 1.12, shoulder + 0.9, edge=0.12, flutes=grip)
    neck_ring = lathe(
        profile(
            (0, shoulder + 0.85), (0.85, shoulder + 0.85, 0.02),
            (0.8, shoulder + 1.25, 0.1),
            (0, shoulder + 1.3),
        )
    )  # fmt: skip
    label, area = round_label(
        radius,
        1.6 * tall,
        (9.6 * wide, straight - 2.6 * tall),
        request.colors.body,
        corner=0.25,
    )
    cap_color = request.colors.detail
    parts = [
        plain("bottle", body, request.colors.accent, request.finish or "satin"),
        plain("collar", collar, cap_color, "satin"),
        plain("neck_ring", neck_ring, cap_color, "satin"),
        plain("pump", _pump_head(shoulder + 1.2, -38.0), cap_color, "satin"),
        *label,
    ]
    return settled("pump_bottle", parts, [area])


def candle(request: PropRequest) -> Prop:
    """Return a candle in a glass, 8 × 9.2 cm, with wick and label."""
    wide, tall = proportions(request)
    radius, height = 4.0 * wide, 9.2 * tall
    inside = radius - 0.3
    level = height * 0.76
    glass = lathe(
        profile(
            (0, 0.1), (radius - 0.8, 0.1, 0.1), (radius - 0.6, 0, 0.06), (radius, 0, 0.5),
            (radius, height, 0.14), (inside, height, 0.14), (inside, 0.9, 0.6), (0, 0.9),
        )
    )  # fmt: skip
    fill = inside - GAP_CM
    wax = lathe(
        profile(
            (0, 0.93), (fill, 0.93, 0.58), (fill, level, 0.1),
            (fill - 0.25, level - 0.02, 0.3),
            (fill * 0.45, level - 0.16, 2.0), (0.25, level - 0.12, 0.2), (0, level - 0.02),
        )
    )  # fmt: skip
    wick_way = spline(
        np.array([(0, 0, level - 0.2), (0.02, 0, level + 0.5), (0.12, 0.03, level + 1.15)]), 16
    )
    wick = sweep(wick_way, superellipse_section(0.11, 0.11, 2, count=16))
    label, area = round_label(
        radius, height * 0.2, (7.2 * wide, height * 0.5), request.colors.body, corner=0.12
    )
    finish = request.finish or "glass"
    parts = [
        plain(
            "glass", glass, CLEAR_GLASS if finish == "glass" else request.colors.accent, finish
        ),
        plain("wax", wax, shade(request.colors.content, 0.82), "satin"),
        plain("wick", wick, "#3A342E", "fabric"),
        *label,
    ]
    return settled("candle", parts, [area])


ENTRIES = (
    PropEntry(
        "perfume_bottle", ("perfume", "fragrance", "香水", "香水瓶"), "packaging", perfume
    ),
    PropEntry(
        "pump_bottle",
        ("pump bottle", "lotion", "shampoo", "按压瓶", "洗发水"),
        "packaging",
        pump,
    ),
    PropEntry("candle", ("candle", "scented candle", "蜡烛", "香薰"), "packaging", candle),
)
