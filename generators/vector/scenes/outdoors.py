"""Streets and gardens: skyline, garden frame, sport diagonals with a track."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.shapes import circle, ellipse, line, rectangle
from generators.vector.patterns.lines import speed_lines
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.tones import glow, linear, lit, shaded, toned
from generators.vector.scenes.foliage import Species, blossom, painted_branch
from generators.vector.scenes.interiors import floor_line
from generators.vector.scenes.stage import Stage

__all__ = ["arena", "city_skyline", "garden"]


def city_skyline(sheet: Sheet) -> Stage:
    """Four rows of buildings fading into the air, lit windows in the nearest."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    low = tones.field(0.8)
    sheet.fill("sky", linear([tones.field(0.0), low], Box(0, 0, w, ground_y), 90))
    at = sheet.hero.center if sheet.hero else Point(w / 2, h / 2)
    base = min(ground_y + 0.01 * h, h)
    halo = toned(tones.vivid[-1], 0.80 if not tones.is_dark else 0.5, 0.9)
    sheet.fill("city glow", glow(halo, at.x, base, 0.75 * w, 0.32 * h, 0.55))
    near = toned(tones.vivid[0], 0.40 if not tones.is_dark else 0.20, 0.85)
    top_limit = (
        sheet.free.y + 0.08 * sheet.free.height if sheet.free.width > 0.6 * w else 0.3 * h
    )
    for i in range(4):
        share = i / 3
        color = low.mixed(near, 0.18 + 0.72 * share)
        tall = min(0.40 * h * (1 - 0.42 * share), base - top_limit)
        shapes, lights = _row(sheet, base, tall, (5.5 + 3.2 * share) * unit, color, share)
        sheet.add(f"buildings {i}", shapes)
        sheet.add(f"windows {i}", lights, opacity=0.35 + 0.55 * share)
        haze = Box(-2, base - tall * 0.45, w + 4, tall * 0.45)
        if i < 3:
            sheet.add(
                f"haze {i}",
                [
                    filled(
                        rectangle(haze),
                        linear([low.with_opacity(0), low.with_opacity(0.7)], haze),
                    )
                ],
            )
    street = Box(-2, base, w + 4, h - base + 2)
    if street.height > 2:
        sheet.add(
            "street",
            [filled(rectangle(street), linear([shaded(near, 0.02), lit(near, 0.05)], street))],
        )
        marks = [
            Path.polygon(
                [
                    (w * 0.5 + k * w * 0.22 - 0.4 * unit, base + street.height * 0.38),
                    (w * 0.5 + k * w * 0.22 + 6 * unit, base + street.height * 0.38),
                    (w * 0.5 + k * w * 0.22 + 5 * unit, base + street.height * 0.46),
                    (w * 0.5 + k * w * 0.22 - 1.6 * unit, base + street.height * 0.46),
                ]
            )
            for k in range(-4, 4)
        ]
        sheet.add("marks", [filled(Path.join(marks), lit(near, 0.25))], opacity=0.7)
    return Stage(
        ground_y=ground_y + 0.03 * h, shadow=shaded(near, 0.15), depth=0.03 * h, reflects=0.12
    )


def _row(
    sheet: Sheet, base: float, tall: float, wide: float, color: Color, share: float
) -> tuple[list[Shape], list[Shape]]:
    rng, unit = sheet.rng, sheet.unit
    shapes: list[Shape] = []
    panes: list[Path] = []
    x = -wide
    while x < sheet.width + wide:
        width = wide * float(rng.uniform(0.7, 1.7))
        height = tall * float(rng.uniform(0.42, 1.0))
        box = Box(x, base - height, width, height + 2)
        roof = int(rng.integers(5))
        path = rectangle(box)
        if roof == 0:
            path = Path.polygon(
                [(x, base), (x, box.y), (x + width, box.y + width * 0.35), (x + width, base)]
            )
        elif roof == 1:
            step = Box(x + width * 0.25, box.y - width * 0.3, width * 0.5, width * 0.3 + 2)
            path = Path.join([path, rectangle(step)])
        elif roof == 2:
            path = Path.join(
                [
                    path,
                    rectangle(
                        Box(
                            x + width * 0.46, box.y - width * 0.7, width * 0.07, width * 0.7 + 2
                        )
                    ),
                ]
            )
        shapes.append(filled(path, linear([lit(color, 0.035), color], box, 0)))
        if share > 0.3:
            pitch = 1.25 * unit
            for row in range(int(height / pitch) - 1):
                for column in range(int(width / pitch) - 1):
                    if rng.random() < 0.22:
                        panes.append(
                            rectangle(
                                Box(
                                    x + (column + 0.7) * pitch,
                                    box.y + (row + 1.0) * pitch,
                                    pitch * 0.5,
                                    pitch * 0.62,
                                )
                            )
                        )
        x += width * float(rng.uniform(0.86, 1.02))
    glowing = sheet.tones.vivid[-1]
    bright = toned(glowing, 0.86, 0.9)
    return shapes, [filled(Path.join(panes), bright)] if panes else []


def garden(sheet: Sheet) -> Stage:
    """Flowers and leaves that frame the hero from two corners, the nearest out of focus."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    sheet.fill("air", linear([tones.field(0.15), tones.field(0.7)], sheet.box, 72))
    at = sheet.hero.center if sheet.hero else Point(w / 2, h * 0.6)
    sheet.fill(
        "sun",
        glow(
            tones.light(),
            w * 0.2,
            h * 0.15,
            0.7 * max(w, h),
            strength=0.7 if not tones.is_dark else 0.12,
        ),
    )
    leafy = toned(tones.hue_source, 0.60 if not tones.is_dark else 0.34, 0.8)
    flower = tones.vivid[1 % len(tones.vivid)]
    far: list[Shape] = []
    for i in range(9):
        x = w * (i / 8)
        far += painted_branch(
            rng,
            (x, h * 1.05),
            -90 + float(rng.normal(0, 22)),
            0.40 * h,
            "willow",
            leafy.mixed(tones.field(0.6), 0.55),
        )
    sheet.add("far grasses", far, blur=1.5 * unit, opacity=0.7)
    floor = Box(-2, ground_y - 0.05 * h, w + 4, h)
    soft = tones.field(0.9)
    sheet.add(
        "ground",
        [
            filled(
                rectangle(floor),
                linear(
                    [soft.with_opacity(0), soft.with_opacity(0.9), soft],
                    Box(0, floor.y, w, 0.12 * h),
                ),
            )
        ],
    )
    corners = [(w * 1.02, h * 1.0, -128.0), (-0.02 * w, h * 1.02, -52.0)]
    for x, y, heading in corners:
        cluster: list[Shape] = []
        for k in range(5):
            species: Species = ("ficus", "eucalyptus", "olive")[k % 3]
            cluster += painted_branch(
                rng,
                (x, y),
                heading + (k - 2) * 21,
                0.34 * min(w, h) * float(rng.uniform(0.9, 1.35)),
                species,
                leafy,
            )
        sheet.add("leaves", cluster)
    blooms: list[tuple[float, float, float]] = []
    for sx, sy, r in (
        (0.93, 0.86, 9.5),
        (0.80, 0.955, 7.0),
        (1.0, 0.72, 6.0),
        (0.06, 0.93, 8.5),
        (0.18, 0.985, 6.0),
        (-0.01, 0.80, 5.0),
    ):
        x, y = sx * w, sy * h
        if sheet.is_free(x, y, r * unit):
            blooms.append((x, y, r * unit))
    shapes: list[Shape] = []
    for i, (x, y, r) in enumerate(blooms):
        shapes += blossom(rng, x, y, r, flower if i % 3 else tones.vivid[0])
    sheet.add("blossoms", shapes)
    del at
    return Stage(ground_y=ground_y, shadow=shaded(soft, 0.34), depth=0.03 * h)


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
