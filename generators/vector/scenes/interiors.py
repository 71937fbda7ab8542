"""Rooms: window light with leaf shadows, podium, tabletop and the photographer's cove."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.tones import glow, linear, lit, shaded, toned
from generators.vector.scenes.foliage import Species, branch, painted_branch
from generators.vector.scenes.stage import Stage

__all__ = ["podium", "studio_floor", "tabletop", "window_light"]


def floor_line(sheet: Sheet, default: float = 0.84) -> float:
    """Return where heroes stand: just above the foot of the hero box."""
    if sheet.hero is None:
        return sheet.height * default
    return sheet.hero.bottom - 0.02 * sheet.hero.height


def window_light(sheet: Sheet) -> Stage:
    """Afternoon sun through a mullioned window and a tree, on a wall and a table."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    table_y = ground_y - 0.075 * h
    wall = tones.field(0.85, 0.9)
    shade, sun = shaded(wall, 0.055), tones.light()
    if tones.is_dark:
        wall = tones.field(0.45, 0.8)
        shade, sun = shaded(wall, 0.05), toned(tones.hue_source, 0.62, 0.75)
    start = len(sheet.layers)
    sheet.fill("wall", linear([wall, shade], sheet.box, 68))
    focus = sheet.hero.center if sheet.hero else Point(w * 0.6, h * 0.6)
    panes = _panes(sheet, Point(focus.x, min(focus.y, h * 0.6)))
    paint = linear([lit(sun, 0.01), sun.mixed(wall, 0.22)], sheet.box, 62)
    sheet.add("sun on wall, wide", [filled(panes, paint)], blur=3.2 * unit, opacity=0.42)
    sheet.add(
        "sun on wall",
        [filled(panes, paint)],
        blur=0.55 * unit,
        opacity=0.80 if not tones.is_dark else 0.6,
    )
    _leaf_shadows(sheet, panes, wall, focus)
    sheet.group("wall", start)
    start = len(sheet.layers)
    top = lit(wall, 0.03) if not tones.is_dark else shaded(wall, 0.03)
    table = Box(0, table_y, w, h - table_y)
    sheet.add(
        "table",
        [
            filled(
                rectangle(table.inset(-2, 0)),
                linear([shaded(top, 0.05), top, lit(top, 0.02)], table),
            )
        ],
    )
    sheet.add(
        "table line",
        [
            filled(
                rectangle(Box(-2, table_y - 0.5 * unit, w + 4, 1.3 * unit)), tones.shadow(0.35)
            )
        ],
        blur=0.7 * unit,
        blend="multiply",
    )
    on_table = _table_light(sheet, table_y, focus)
    clip = rectangle(table)
    sheet.add(
        "sun on table", [filled(on_table, sun.with_opacity(0.8))], blur=0.8 * unit, clip=clip
    )
    leaves = _twigs(
        sheet,
        [
            ((focus.x - 0.1 * w, table_y + 0.10 * h), 6.0),
            ((focus.x + 0.45 * w, table_y + 0.02 * h), 160.0),
        ],
        0.5 * w,
        "olive",
    )
    flat = Affine(1, 0, 0.3, 0.36, -0.3 * table_y, table_y * 0.64)
    shadow = [filled(path.transformed(flat), shaded(top, 0.055)) for path in leaves]
    sheet.add("leaf shadows on table", shadow, blur=0.65 * unit, clip=clip, opacity=0.75)
    sheet.group("table", start)
    return Stage(
        ground_y=ground_y,
        shadow=shaded(wall, 0.36),
        depth=(h - ground_y) * 0.5,
        backlit=tones.is_dark,
    )


def _panes(sheet: Sheet, at: Point) -> Path:
    """Return the light of a window two panes wide and four high, thrown aslant on the wall."""
    w, h = sheet.width, sheet.height
    pane_w, pane_h, bar = 0.40 * min(w, 1.1 * h), 0.24 * h, 0.030 * min(w, h)
    panes: list[Path] = []
    for column in range(-1, 2):
        for row in range(-4, 3):
            box = Box(column * (pane_w + bar), row * (pane_h + bar), pane_w, pane_h)
            panes.append(rectangle(box))
    slant = Affine(1.0, 0.30, -0.36, 0.96, at.x - 0.06 * w, at.y + 0.04 * h)
    return Path.join(panes).transformed(slant)


def _table_light(sheet: Sheet, table_y: float, at: Point) -> Path:
    w, h = sheet.width, sheet.height
    strips: list[Path] = []
    for i in range(-2, 3):
        x = at.x - 0.1 * w + i * 0.46 * w
        lean = 0.24 * w
        depth = h - table_y
        strips.append(
            Path.polygon(
                [
                    (x, table_y),
                    (x + 0.40 * w, table_y),
                    (x + 0.40 * w - lean, table_y + depth * 0.62),
                    (x - lean, table_y + depth * 0.62),
                ]
            )
        )
    return Path.join(strips)


def _twigs(
    sheet: Sheet,
    starts: list[tuple[tuple[float, float], float]],
    length: float,
    species: Species,
) -> list[Path]:
    found: list[Path] = []
    for start, heading in starts:
        stem, leaves = branch(sheet.rng, start, heading, length, species)
        found += [stem, *leaves]
    return found


def _leaf_shadows(sheet: Sheet, panes: Path, wall: Color, focus: Point) -> None:
    """Lay shadows of leaves in three depths: the farther from the wall, the softer."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    clip = panes.transformed(Affine.translation(0, 0))
    side = min(w, h)
    species: Species = ("olive", "ficus", "willow")[int(rng.integers(3))]
    far = _twigs(
        sheet,
        [((w * 1.1, h * 0.02), 150), ((w * 0.62, -h * 0.05), 118), ((w * 1.12, h * 0.34), 168)],
        side * 0.95,
        "ficus",
    )
    near = _twigs(
        sheet,
        [((w * 1.06, h * 0.10), 158), ((w * 0.86, -0.05 * h), 122), ((w * 1.08, h * 0.46), 184), ((-0.06 * w, h * 0.36), 22)],
        side * 0.80, species,
    )  # fmt: skip
    fine = _twigs(
        sheet, [((w * 1.04, h * 0.24), 170), ((w * 0.98, h * 0.6), 196)], side * 0.62, "olive"
    )
    dark = shaded(wall, 0.075)
    for name, paths, blur, strength in (
        ("far", far, 2.6, 0.55),
        ("near", near, 1.0, 0.80),
        ("fine", fine, 0.5, 0.85),
    ):
        shapes = [
            filled(path, dark)
            for path in paths
            if sheet.calmness(*path.bounds.center, reach=3) < 0.5
        ]
        sheet.add(f"leaf shadows {name}", shapes, blur=blur * unit, opacity=strength, clip=clip)
    spots: list[Shape] = []
    light = tones.light() if not tones.is_dark else toned(tones.hue_source, 0.74, 0.7)
    for _ in range(16):
        x, y = (
            focus.x + float(rng.normal(0.16, 0.22)) * w,
            focus.y + float(rng.normal(-0.14, 0.16)) * h,
        )
        r = float(rng.uniform(1.0, 2.6)) * unit
        if sheet.is_free(x, y, r):
            spots.append(filled(ellipse(x, y, r, r * 0.8), light.with_opacity(0.55)))
    sheet.add("sun flecks", spots, blur=0.7 * unit)


def podium(sheet: Sheet) -> Stage:
    """A plinth before a round niche, with a lower step beside it and soft cast shadows."""
    tones, unit = sheet.tones, sheet.unit
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    cx = sheet.hero.center.x if sheet.hero else w / 2
    wide = (sheet.hero.width if sheet.hero else w * 0.5) * 0.60
    wall, floor = tones.field(0.75), tones.field(0.4)
    horizon = min(h * 0.97, ground_y + 0.03 * h)
    sheet.fill("wall", linear([lit(wall, 0.02), shaded(wall, 0.03)], sheet.box, 70))
    back = tones.vivid[0]
    niche = toned(back, 0.80, 0.75) if not tones.is_dark else toned(back, 0.34, 0.9)
    r = min(wide * 1.25, 0.44 * w)
    cy = max(r * 0.7, ground_y - r * 1.05)
    disc = circle(cx, cy, r)
    sheet.add(
        "niche shadow",
        [filled(disc.moved(-0.7 * unit, -0.9 * unit), tones.shadow(0.22))],
        blur=1.6 * unit,
        blend="multiply",
    )
    sheet.add(
        "niche",
        [filled(disc, linear([shaded(niche, 0.06), lit(niche, 0.05)], disc.bounds, 60))],
    )
    box = Box(-2, horizon, w + 4, h - horizon + 2)
    sheet.add(
        "floor",
        [filled(rectangle(box), linear([shaded(floor, 0.05), floor, lit(floor, 0.02)], box))],
    )
    sheet.add(
        "floor line",
        [
            filled(
                rectangle(Box(-2, horizon - 0.2 * unit, w + 4, 0.9 * unit)), tones.shadow(0.25)
            )
        ],
        blur=0.8 * unit,
        blend="multiply",
    )
    plinth = lit(tones.field(0.5), 0.02)
    side = _plinth(
        sheet, cx + wide * 0.98, ground_y + 0.055 * h, wide * 0.42, 0.07 * h, tones.vivid[-1]
    )
    main = _plinth(sheet, cx, ground_y, wide, 0.12 * h, plinth)
    sheet.group("plinths", main - (main - side) - 0)
    return Stage(ground_y=ground_y, shadow=shaded(plinth, 0.42), depth=0.0)


def _plinth(
    sheet: Sheet, cx: float, top_y: float, half: float, tall: float, color: Color
) -> int:
    """Return how many layers lay below; draw a round plinth with its cast shadow."""
    tones, unit = sheet.tones, sheet.unit
    start = len(sheet.layers)
    rise = half * 0.20
    cast = ellipse(cx + half * 0.42, top_y + tall + rise * 0.35, half * 1.25, rise * 1.5)
    sheet.add(
        "cast shadow", [filled(cast, tones.shadow(0.42))], blur=1.5 * unit, blend="multiply"
    )
    body = Path.from_svg(
        f"M{cx - half} {top_y}L{cx - half} {top_y + tall}"
        f"C{cx - half} {top_y + tall + rise * 1.33} {cx + half} {top_y + tall + rise * 1.33} {cx + half} {top_y + tall}"
        f"L{cx + half} {top_y}Z"
    )
    box = Box(cx - half, top_y, 2 * half, tall)
    sheet.add(
        "plinth",
        [
            filled(
                body,
                linear(
                    [color, lit(color, 0.05), color, shaded(color, 0.12), shaded(color, 0.16)],
                    box,
                    0,
                ),
            ),
            filled(
                ellipse(cx, top_y, half, rise),
                linear(
                    [lit(color, 0.08), lit(color, 0.03)],
                    Box(cx - half, top_y - rise, 2 * half, 2 * rise),
                    30,
                ),
            ),
        ],
    )
    return start


def tabletop(sheet: Sheet) -> Stage:
    """A table close to us; behind it, out of focus, a bright window and a plant."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    table_y = ground_y - 0.06 * h
    wall = tones.field(0.55)
    start = len(sheet.layers)
    sheet.fill("wall", linear([lit(wall, 0.02), shaded(wall, 0.05)], sheet.box, 65))
    cx = sheet.hero.center.x if sheet.hero else w * 0.6
    left = cx > w / 2
    bright = tones.light() if not tones.is_dark else toned(tones.hue_source, 0.55, 0.8)
    frame = Box(cx - 0.62 * w if left else cx + 0.16 * w, -0.1 * h, 0.44 * w, table_y * 0.72)
    sheet.add(
        "window",
        [filled(rounded_rectangle(frame, 2 * unit), bright.with_opacity(0.75))],
        blur=4.5 * unit,
    )
    leafy = toned(tones.hue_source, 0.62 if not tones.is_dark else 0.3, 0.55)
    plant: list[Shape] = []
    px = w * (0.97 if left else 0.03)
    for heading in (-128, -104, -86, -62, -46):
        plant += painted_branch(rng, (px, table_y), heading, 0.44 * h, "ficus", leafy)
    sheet.add("plant out of focus", plant, blur=1.6 * unit, opacity=0.75)
    sheet.group("room", start)
    start = len(sheet.layers)
    top = tones.vivid[0]
    top = toned(top, 0.83, 0.55) if not tones.is_dark else toned(top, 0.27, 0.8)
    table = Box(-2, table_y, w + 4, h - table_y + 2)
    sheet.add(
        "table",
        [filled(rectangle(table), linear([shaded(top, 0.02), lit(top, 0.03), top], table))],
    )
    sheet.add(
        "table light",
        [
            filled(
                rectangle(table),
                glow(lit(top, 0.09), cx - 0.2 * w, ground_y, 0.7 * w, 0.13 * h, 0.85),
            )
        ],
    )
    sheet.add(
        "far edge",
        [filled(rectangle(Box(-2, table_y - 0.25 * unit, w + 4, 0.5 * unit)), lit(top, 0.10))],
        opacity=0.8,
    )
    sheet.group("table", start)
    return Stage(ground_y=ground_y, shadow=shaded(top, 0.38), depth=(h - ground_y) * 0.5)


def studio_floor(sheet: Sheet) -> Stage:
    """A seamless paper cove with one large tinted disc of light behind the hero."""
    tones, unit = sheet.tones, sheet.unit
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    cx = sheet.hero.center.x if sheet.hero else w * 0.5
    cy = sheet.hero.center.y if sheet.hero else h * 0.55
    wall, floor = tones.field(0.6), tones.field(0.95)
    bend = ground_y - 0.10 * h
    sheet.fill("cove", linear([lit(wall, 0.03), wall, floor, lit(floor, 0.03)], sheet.box, 90))
    halo = toned(tones.vivid[0], 0.86 if not tones.is_dark else 0.42, 0.8)
    reach = 0.56 * max(sheet.hero.width, sheet.hero.height) if sheet.hero else 0.4 * w
    disc = circle(cx, min(cy, bend - reach * 0.35), reach)
    sheet.add(
        "disc",
        [filled(disc, linear([halo, halo.mixed(wall, 0.55)], disc.bounds, 80))],
        clip=rectangle(Box(-2, -2, w + 4, bend + 2)),
    )
    sheet.add(
        "cove bend",
        [
            filled(
                rectangle(Box(-2, bend - 3 * unit, w + 4, 6 * unit)),
                linear(
                    [wall.with_opacity(0), floor.mixed(wall, 0.4)],
                    Box(0, bend - 3 * unit, w, 4 * unit),
                ),
            )
        ],
        blur=2 * unit,
        opacity=0.9,
    )
    sheet.add(
        "floor light",
        [
            filled(
                rectangle(Box(-2, bend, w + 4, h - bend)),
                glow(lit(floor, 0.06), cx, ground_y, 0.62 * w, 0.12 * h, 0.9),
            )
        ],
    )
    return Stage(ground_y=ground_y, shadow=shaded(floor, 0.34), depth=(h - ground_y) * 0.4)
