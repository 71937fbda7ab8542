"""Window light: sun through panes and leaves, thrown on a wall and over a table."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.shapes import ellipse, rectangle
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.tones import between, glow, linear, lit, shaded, toned
from generators.vector.scenes.foliage import Species, branch
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["window_light"]


def window_light(sheet: Sheet) -> Stage:
    """Afternoon sun through a mullioned window and a tree, on a wall and a table."""
    tones, w, h = sheet.tones, sheet.width, sheet.height
    ground_y = floor_line(sheet)
    table_y = ground_y - 0.075 * h
    focus = sheet.hero.center if sheet.hero else Point(w * 0.6, h * 0.6)
    focus = Point(focus.x, min(focus.y, table_y - 0.1 * h))
    if tones.is_dark:
        wall = between(tones.ground, toned(tones.hue_source, 0.30, 0.8), 0.55)
        sun = toned(tones.warmest, 0.76, 0.80)
    else:
        wall = shaded(tones.field(0.95, 0.9), 0.060)
        sun = lit(tones.light(), 0.01)
    start = len(sheet.layers)
    sheet.fill("wall", linear([lit(wall, 0.03), wall, shaded(wall, 0.045)], sheet.box, 66))
    _sun_on_wall(sheet, _panes(sheet, focus), sun, wall, focus)
    sheet.group("wall", start)
    start = len(sheet.layers)
    top = lit(wall, 0.025) if not tones.is_dark else shaded(wall, 0.02)
    table = Box(-2, table_y, w + 4, h - table_y + 2)
    sheet.add(
        "table",
        [filled(rectangle(table), linear([shaded(top, 0.055), top, lit(top, 0.015)], table))],
    )
    seam = rectangle(Box(-2, table_y - 0.7 * sheet.unit, w + 4, 1.2 * sheet.unit))
    sheet.add(
        "table line", [filled(seam, tones.shadow(0.4))], blur=0.7 * sheet.unit, blend="multiply"
    )
    _sun_on_table(sheet, table, sun, top, focus)
    sheet.group("table", start)
    return Stage(
        ground_y=ground_y,
        shadow=shaded(wall, 0.36),
        depth=(h - ground_y) * 0.5,
        backlit=tones.is_dark,
    )


def _sun_on_wall(sheet: Sheet, panes: Path, sun: Color, wall: Color, focus: Point) -> None:
    """Throw the window's light, brightest beside the hero, then the tree's shade."""
    unit, side = sheet.unit, max(sheet.width, sheet.height)
    strength = 0.86 if not sheet.tones.is_dark else 0.66
    pool = glow(
        sun,
        focus.x + 0.04 * sheet.width,
        focus.y - 0.06 * sheet.height,
        0.86 * side,
        strength=strength,
    )
    sheet.fill("bounce", glow(sun, focus.x, focus.y, 0.7 * side, strength=0.20))
    sheet.add("sun on wall, soft", [filled(panes, pool)], blur=2.4 * unit, opacity=0.5)
    sheet.add("sun on wall", [filled(panes, pool)], blur=0.45 * unit)
    _leaf_shadows(sheet, panes, wall)
    _flecks(sheet, sun, focus)


def _panes(sheet: Sheet, at: Point) -> Path:
    """Return the light of a window two panes wide, thrown aslant on the wall."""
    w, h = sheet.width, sheet.height
    pane_w, pane_h, bar = 0.34 * min(w, 1.1 * h), 0.22 * h, 0.014 * min(w, h)
    panes = [
        rectangle(Box(column * (pane_w + bar), row * (pane_h + bar), pane_w, pane_h))
        for column in (-1, 0)
        for row in (-4, -3, -2, -1, 0, 1)
    ]
    slant = Affine(1.0, 0.22, -0.40, 0.98, at.x + 0.02 * w, at.y + 0.14 * h)
    return Path.join(panes).transformed(slant)


def _twigs(
    sheet: Sheet, starts: list[tuple[float, float, float]], length: float, species: Species
) -> list[Path]:
    """Return stems and leaves of branches given as (x, y, heading) in shares and degrees."""
    found: list[Path] = []
    for x, y, heading in starts:
        start = (x * sheet.width, y * sheet.height)
        stem, leaves = branch(sheet.rng, start, heading, length, species)
        found += [stem, *leaves]
    return found


def _leaf_shadows(sheet: Sheet, panes: Path, wall: Color) -> None:
    """Lay shadows of leaves in three depths: the farther from the wall, the softer."""
    unit, side = sheet.unit, min(sheet.width, sheet.height)
    species: Species = ("olive", "ficus", "willow")[int(sheet.rng.integers(3))]
    edge = 1.06
    far = _twigs(
        sheet, [(edge, 0.05, 152), (0.78, -0.06, 118), (edge, 0.36, 172)], side, "ficus"
    )
    near = _twigs(
        sheet,
        [
            (edge, 0.16, 160),
            (edge, 0.30, 172),
            (edge, 0.02, 138),
            (edge, 0.50, 188),
            (-0.06, 0.30, 18),
        ],
        side * 0.82,
        species,
    )
    fine = _twigs(
        sheet, [(edge, 0.40, 166), (edge, 0.60, 198), (edge, 0.22, 150)], side * 0.60, "olive"
    )
    dark = shaded(wall, 0.02) if sheet.tones.is_dark else shaded(wall, 0.050)
    for name, paths, blur, strength in (
        ("far", far, 2.0, 0.50), ("near", near, 0.60, 0.86), ("fine", fine, 0.40, 0.88),
    ):  # fmt: skip
        shapes = [
            filled(path, dark)
            for path in paths
            if sheet.calmness(*path.bounds.center, reach=9) < 0.25
        ]
        sheet.add(
            f"leaf shadows {name}", shapes, blur=blur * unit, opacity=strength, clip=panes
        )


def _flecks(sheet: Sheet, sun: Color, focus: Point) -> None:
    """Scatter round images of the sun, as a crown of leaves does."""
    rng, unit = sheet.rng, sheet.unit
    shapes: list[Shape] = []
    for _ in range(22):
        x = focus.x + float(rng.normal(0.14, 0.24)) * sheet.width
        y = focus.y + float(rng.normal(-0.10, 0.18)) * sheet.height
        r = float(rng.uniform(0.7, 2.3)) * unit
        if sheet.is_free(x, y, 2 * r):
            shapes.append(
                filled(
                    ellipse(x, y, r, r * 0.82), sun.with_opacity(float(rng.uniform(0.2, 0.6)))
                )
            )
    sheet.add("sun flecks", shapes, blur=0.5 * unit)


def _sun_on_table(sheet: Sheet, table: Box, sun: Color, top: Color, focus: Point) -> None:
    """Carry the light over the table's edge, flatter and longer, with its leaves."""
    w, h = sheet.width, sheet.height
    strips: list[Path] = []
    pane = 0.36 * min(w, 1.1 * h)
    for i in (-1, 0, 1):
        x = focus.x - 0.30 * w + i * (pane + 0.02 * w)
        lean = 0.9 * table.height
        strips.append(
            Path.polygon(
                [
                    (x, table.y),
                    (x + pane, table.y),
                    (x + pane - lean, table.bottom),
                    (x - lean, table.bottom),
                ]
            )
        )
    clip = rectangle(table)
    light = glow(
        sun,
        focus.x,
        table.y + 0.4 * table.height,
        0.75 * w,
        0.34 * h,
        0.85 if not sheet.tones.is_dark else 0.55,
    )
    sheet.add(
        "sun on table", [filled(Path.join(strips), light)], blur=0.7 * sheet.unit, clip=clip
    )
    level = (table.y + 0.1 * h) / h
    leaves = _twigs(
        sheet,
        [(focus.x / w + 0.55, level, 176), (focus.x / w - 0.5, level + 0.12, 12)],
        0.62 * w,
        "olive",
    )
    flat = Affine(1, 0, 0.3, 0.34, -0.3 * table.y, table.y * 0.66)
    dark = shaded(top, 0.05) if not sheet.tones.is_dark else shaded(top, 0.02)
    shadow = [filled(path.transformed(flat), dark) for path in leaves]
    sheet.add("leaf shadows on table", shadow, blur=0.55 * sheet.unit, clip=clip, opacity=0.8)
