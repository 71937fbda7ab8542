"""Outdoors close by: a garden that frames the hero, a running track with leaning bands."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import line, rectangle
from generators.vector.patterns.inlay import lay_flower
from generators.vector.patterns.lines import speed_lines
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.tones import glow, linear, lit, shaded, toned
from generators.vector.scenes.foliage import Species, painted_branch
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["arena", "garden"]


def garden(sheet: Sheet) -> Stage:
    """Flowers and leaves that frame the hero from two corners, grasses out of focus behind."""
    tones, rng = sheet.tones, sheet.rng
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    sheet.fill("air", linear([tones.field(0.10), tones.field(0.75)], sheet.box, 72))
    bright = 0.75 if not tones.is_dark else 0.14
    sheet.fill("sun", glow(tones.light(), w * 0.2, h * 0.15, 0.75 * max(w, h), strength=bright))
    leafy = toned(tones.leafy, 0.58 if not tones.is_dark else 0.36, 0.8)
    for name, mix, blur, count in (("far", 0.70, 2.2, 9), ("middle", 0.40, 0.9, 7)):
        grasses: list[Shape] = []
        tone = leafy.mixed(tones.field(0.6), mix)
        species: Species = "willow" if name == "far" else "ficus"
        for i in range(count):
            away = abs(i / (count - 1) - 0.5) * 2
            tall = h * (0.20 + 0.24 * away) * float(rng.uniform(0.8, 1.15))
            heading = -90 + float(rng.normal(0, 16)) + 24 * (0.5 - i / (count - 1))
            grasses += painted_branch(
                rng, (w * i / (count - 1), h * 1.03), heading, tall, species, tone
            )
        sheet.add(f"{name} leaves", grasses, blur=blur * sheet.unit, opacity=0.8)
    soft = tones.field(0.9)
    mist = Box(0, ground_y - 0.08 * h, w, 0.16 * h)
    floor = rectangle(Box(-2, mist.y, w + 4, h))
    sheet.add(
        "ground",
        [filled(floor, linear([soft.with_opacity(0), soft.with_opacity(0.9), soft], mist))],
    )
    _corner(sheet, Point(1.0 * w, 0.99 * h), -1, leafy)
    _corner(sheet, Point(0.0, 1.01 * h), 1, leafy)
    return Stage(ground_y=ground_y, shadow=shaded(soft, 0.34), depth=0.03 * h)


def _corner(sheet: Sheet, at: Point, side: int, leafy: Color) -> None:
    """Grow leaves and three flowers of different size from a lower corner."""
    rng, reach = sheet.rng, 0.34 * min(sheet.width, sheet.height)
    cluster: list[Shape] = []
    for k in range(5):
        species: Species = ("ficus", "eucalyptus", "olive")[k % 3]
        heading = -90 + side * (34 + (k - 2) * 24)
        length = reach * float(rng.uniform(0.8, 1.25))
        cluster += painted_branch(rng, at, heading, length, species, leafy)
    sheet.add("corner leaves", cluster)
    kinds = ("peony", "rose", "wildflower")
    for k, (dx, dy, size) in enumerate(
        ((0.30, 0.14, 0.66), (0.10, 0.50, 0.42), (0.72, 0.02, 0.36))
    ):
        x, y, r = at.x + side * dx * reach, at.y - dy * reach, size * reach
        if sheet.is_free(x, y, r * 0.6):
            lay_flower(
                sheet,
                kinds[(k + sheet.seed) % 2],
                (x, y, r),
                turn_deg=side * 18.0 * (1 - k),
                turn=k,
            )


def arena(sheet: Sheet) -> Stage:
    """Sport: leaning bands, a running track in perspective, dust of dots."""
    tones, unit = sheet.tones, sheet.unit
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    speed_lines(sheet)
    top = ground_y - 0.085 * h
    floor = (
        shaded(tones.vivid[0], 0.10) if not tones.is_dark else shaded(tones.field(0.9), 0.02)
    )
    box = Box(-2, top, w + 4, h - top + 2)
    slab = Path.polygon(
        [(-2, top + 0.05 * h), (w + 2, top - 0.02 * h), (w + 2, h + 2), (-2, h + 2)]
    )
    sheet.add("track", [filled(slab, linear([floor, lit(floor, 0.06)], box))])
    lanes = [
        Path.polygon(
            [
                (w * 0.5 + k * 0.09 * w, top),
                (w * 0.5 + k * 0.09 * w + 0.5 * unit, top),
                (w * 0.5 + k * 0.34 * w + 1.6 * unit, h + 2),
                (w * 0.5 + k * 0.34 * w, h + 2),
            ]
        )
        for k in range(-7, 8)
    ]
    sheet.add("lanes", [filled(Path.join(lanes), lit(floor, 0.32))], clip=slab, opacity=0.8)
    edge = line(-2, top + 0.05 * h, w + 2, top - 0.02 * h)
    sheet.add("track edge", [stroked(edge, tones.vivid[-1], 0.9 * unit, "butt")])
    return Stage(ground_y=ground_y, shadow=shaded(floor, 0.2), depth=0.04 * h, is_fast=True)
