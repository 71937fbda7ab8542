"""Signs that glow: the light box, neon letters."""

from __future__ import annotations

import numpy as np
import shapely

from generators.mesh.build.extrude import extrude, flat_face, polygons, rounded_region
from generators.mesh.build.pose import shift, turn
from generators.mesh.build.sweep import circle_section, sweep
from generators.mesh.mesh import Floats, Mesh
from generators.mesh.prop import ArtworkArea, Prop, PropEntry, PropRequest
from generators.mesh.props.printed import plain, printed, proportions, settled, shade
from generators.mesh.props.signage.poles import base_plate, pole
from generators.mesh.props.type.lettering import lettered

__all__ = ["ENTRIES"]


def light_box(request: PropRequest) -> Prop:
    """Return a light box of 70 × 100 cm on two legs; both faces glow."""
    wide, tall = proportions(request)
    width, height, depth = 70.0 * wide, 100.0 * tall, 14.0
    colors = request.colors
    corner = 8.0
    outline = rounded_region(width, height, corner, steps=20)
    inner = rounded_region(width - 3.0, height - 3.0, corner - 1.5, steps=20)
    frame = extrude(outline.difference(inner), depth, bevel=0.45)
    core = extrude(inner.buffer(0.3), depth - 1.6, bevel=0.05)
    area = ArtworkArea("front", width - 3.0, height - 3.0)
    face = flat_face(inner)
    low = 48.0
    middle = low + height / 2
    reach = depth / 2 - 0.75
    parts = [
        plain("frame", frame.moved(shift(z=middle)), colors.detail, request.finish or "satin"),
        plain("core", core.moved(shift(z=middle)), colors.detail, "matte"),
        printed("front", face.moved(shift(0, -reach, middle)), area, colors.body, "screen"),
        printed(
            "back",
            face.moved(shift(0, reach, middle) @ turn("z", 180)),
            area,
            colors.body,
            "screen",
        ),
    ]
    for index, x in enumerate((-width * 0.28, width * 0.28)):
        leg = pole(2.2, 1.5, low + 0.6).moved(shift(x))
        foot = base_plate(11.0, 2.2).moved(shift(x))
        parts.append(plain(f"leg_{index + 1}", [leg, foot], colors.detail, "satin"))
    return settled("light_box", parts, [area])


def neon_sign(request: PropRequest) -> Prop:
    """Return the words as neon tubes along their outlines, before a board on two feet."""
    region = lettered(
        request,
        ("Comfortaa", "Noto Sans SC"),
        weight=700,
        otherwise="Danqing",
        capital_cm=15.0,
        tracking=0.07,
    )
    tube = 0.42
    colors = request.colors
    inset = region.buffer(-tube * 0.4, quad_segs=8)
    low_x, low_y, high_x, high_y = region.bounds
    glow: list[Mesh] = []
    clips: list[Mesh] = []
    for polygon in polygons(inset if not inset.is_empty else region):
        for ring in (polygon.exterior, *polygon.interiors):
            line = _even_ring(np.asarray(ring.coords), 0.34)
            if len(line) < 12:
                continue
            upright = np.column_stack([line[:, 0], np.full(len(line), -1.5), line[:, 1]])
            glow.append(sweep(upright, circle_section(tube, count=14), closed=True))
            for spot in upright[:: max(1, len(upright) // 3)][:3]:
                pin = pole(0.22, 0.0, 1.6, segments=12).moved(shift(*spot) @ turn("x", -90))
                clips.append(pin)
    margin = 7.0
    board_region = (
        shapely.box(low_x - margin, low_y - margin, high_x + margin, high_y + margin)
        .buffer(-3.0)
        .buffer(3.0, quad_segs=16)
    )
    board = extrude(board_region, 1.6, bevel=0.25).moved(shift(y=1.0))
    parts = [
        plain("glow", glow, shade(colors.accent, 0.35), "screen"),
        plain("clips", clips, "#C9CCD1", "metal"),
        plain("board", board, colors.detail, request.finish or "satin"),
    ]
    floor = low_y - margin
    for index, x in enumerate((low_x * 0.6, high_x * 0.6)):
        foot = extrude(rounded_region(13.0, 1.8, 0.8), 4.0, bevel=0.25).moved(
            shift(x, 1.0, floor - 0.7) @ turn("z", 90)
        )
        parts.append(plain(f"foot_{index + 1}", foot, colors.detail, "satin"))
    return settled("neon_sign", parts)


def _even_ring(ring: Floats, step: float) -> Floats:
    """Return a closed ring at even distances, its corners softened as glass bends."""
    line = shapely.LinearRing(ring)
    count = max(3, round(line.length / step))
    at = np.linspace(0, line.length, count, endpoint=False)
    points: Floats = shapely.get_coordinates(shapely.line_interpolate_point(line, at))
    for _ in range(2):
        points = (np.roll(points, 1, axis=0) + 2 * points + np.roll(points, -1, axis=0)) / 4
    return points


ENTRIES: tuple[PropEntry, ...] = (
    PropEntry("light_box", ("light box", "lightbox sign", "灯箱"), "signage", light_box),
    PropEntry(
        "neon_sign", ("neon sign", "neon letters", "霓虹灯", "霓虹字"), "signage", neon_sign
    ),
)
