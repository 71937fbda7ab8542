"""Window light: sun through panes and leaves, thrown on a wall and over a table."""

from __future__ import annotations

from dataclasses import dataclass

from compositor.color import Color
from compositor.document import RadialGradient, Shape, Stop
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.shapes import ellipse, rectangle
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.tones import between, glow, linear, lit, shaded
from generators.vector.scenes.foliage import Species, branch
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["moonlit_window", "window_light"]


@dataclass(frozen=True)
class _Light:
    """The colors of a lit wall: never a gray one, in sun or in moon.

    Attributes:
        wall: Out of the light.
        glow: Where light falls, at its brightest.
        amber: On the way out of the light, so that warm never meets cold as gray.
    """

    wall: Color
    glow: Color
    amber: Color


def window_light(sheet: Sheet) -> Stage:
    """Afternoon sun through a mullioned window and a tree, on a wall and a table."""
    tones = sheet.tones
    warm = tones.warmest
    hue = min(68.0, warm.oklch.hue_deg) if 25 < warm.oklch.hue_deg < 105 else 66.0
    if tones.is_dark:
        own = tones.ground.oklch
        chroma = max(own.chroma, 0.045)
        wall_hue = own.hue_deg if own.chroma > 0.012 else tones.hue_source.oklch.hue_deg
        light = _Light(
            wall=Color.from_oklch(max(0.22, own.lightness + 0.06), chroma, wall_hue),
            glow=Color.from_oklch(0.90, 0.075, hue + 6),
            amber=Color.from_oklch(0.58, 0.105, hue - 24),
        )
    else:
        own = tones.field(0.95, 1.1).oklch
        light = _Light(
            wall=Color.from_oklch(
                min(0.86, own.lightness - 0.035), own.chroma + 0.016, own.hue_deg
            ),
            glow=Color.from_oklch(0.985, 0.028, 84),
            amber=Color.from_oklch(0.90, max(0.05, own.chroma), hue),
        )
    return _lit_room(sheet, light)


def moonlit_window(sheet: Sheet) -> Stage:
    """The same room by night: silver blue light, shadows of ink."""
    tones = sheet.tones
    hue = (
        tones.hue_source.oklch.hue_deg if 200 < tones.hue_source.oklch.hue_deg < 310 else 266.0
    )
    if tones.is_dark:
        light = _Light(
            wall=Color.from_oklch(0.24, 0.065, hue),
            glow=Color.from_oklch(0.90, 0.045, hue - 24),
            amber=Color.from_oklch(0.52, 0.10, hue - 6),
        )
    else:
        light = _Light(
            wall=Color.from_oklch(0.78, 0.055, hue),
            glow=Color.from_oklch(0.98, 0.018, hue - 30),
            amber=Color.from_oklch(0.89, 0.045, hue),
        )
    return _lit_room(sheet, light)


def _lit_room(sheet: Sheet, light: _Light) -> Stage:
    tones, w, h = sheet.tones, sheet.width, sheet.height
    ground_y = floor_line(sheet)
    table_y = ground_y - 0.075 * h
    focus = sheet.hero.center if sheet.hero else Point(w * 0.6, h * 0.6)
    focus = Point(focus.x, min(focus.y, table_y - 0.1 * h))
    wall = light.wall
    start = len(sheet.layers)
    top_wall = shaded(wall, 0.05) if tones.is_dark else lit(wall, 0.03)
    sheet.fill("wall", linear([top_wall, wall, lit(wall, 0.02)], sheet.box, 66))
    _sun_on_wall(sheet, _panes(sheet, focus), light, focus)
    sheet.group("wall", start)
    start = len(sheet.layers)
    top = between(wall, light.amber, 0.22 if tones.is_dark else 0.35)
    table = Box(-2, table_y, w + 4, h - table_y + 2)
    sheet.add(
        "table",
        [filled(rectangle(table), linear([shaded(top, 0.045), top, lit(top, 0.02)], table))],
    )
    edge = rectangle(Box(-2, table_y, w + 4, 0.5 * sheet.unit))
    sheet.add("table edge", [filled(edge, lit(top, 0.10).with_opacity(0.5))])
    seam = rectangle(Box(-2, table_y - 0.9 * sheet.unit, w + 4, 1.0 * sheet.unit))
    sheet.add(
        "table line", [filled(seam, shaded(wall, 0.2).with_opacity(0.45))],
        blur=0.8 * sheet.unit, blend="multiply",
    )  # fmt: skip
    _sun_on_table(sheet, table, light, top, focus)
    sheet.group("table", start)
    return Stage(
        ground_y=ground_y,
        shadow=shaded(wall, 0.36),
        depth=(h - ground_y) * 0.5,
        backlit=tones.is_dark,
    )


def _pool(light: _Light, at: Point, reach: float, strength: float) -> RadialGradient:
    """Light that falls from bright through amber to nothing: its rim is color, not gray."""
    steps = (
        (0.0, 0.0, 1.0), (0.25, 0.18, 0.96), (0.45, 0.5, 0.82), (0.65, 0.85, 0.55),
        (0.85, 1.0, 0.22), (1.0, 1.0, 0.0),
    )  # fmt: skip
    stops = tuple(
        Stop(
            offset=offset,
            color=between(light.glow, light.amber, share).with_opacity(strength * opacity),
        )
        for offset, share, opacity in steps
    )
    return RadialGradient(cx=at.x, cy=at.y, radius=reach, stops=stops)


def _sun_on_wall(sheet: Sheet, panes: Path, light: _Light, focus: Point) -> None:
    """Throw the window's light, brightest beside the hero, then the tree's shade."""
    unit, side = sheet.unit, max(sheet.width, sheet.height)
    dark = sheet.tones.is_dark
    at = Point(focus.x + 0.10 * sheet.width, focus.y - 0.10 * sheet.height)
    pool = _pool(light, at, 0.80 * side, 0.94)
    bounce = glow(light.amber, focus.x, focus.y, 0.75 * side, strength=0.34 if dark else 0.42)
    sheet.fill("bounce", bounce, blend="screen" if dark else "normal")
    sheet.add("sun on wall, soft", [filled(panes, pool)], blur=2.6 * unit, opacity=0.45)
    sheet.add("sun on wall", [filled(panes, pool)], blur=0.40 * unit)
    _leaf_shadows(sheet, panes, light)
    _flecks(sheet, light.glow, focus)
    if dark:
        _shaft(sheet, light, focus)


def _shaft(sheet: Sheet, light: _Light, focus: Point) -> None:
    """Let the light stand in the air: two faint beams from the upper right."""
    w, h = sheet.width, sheet.height
    beams = []
    for shift, width in ((0.0, 0.16), (0.26, 0.10)):
        x = focus.x + (0.34 + shift) * w
        beams.append(
            Path.polygon(
                [(x, -0.05 * h), (x + width * w, -0.05 * h),
                 (focus.x + (shift + width) * w - 0.28 * w, focus.y + 0.5 * h),
                 (focus.x + shift * w - 0.42 * w, focus.y + 0.5 * h)]
            )
        )  # fmt: skip
    paint = linear(
        [light.glow.with_opacity(0.16), light.amber.with_opacity(0.0)], sheet.box, 100
    )
    sheet.add("light in the air", [filled(beam, paint) for beam in beams],
              blur=3.0 * sheet.unit, blend="screen")  # fmt: skip


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


def _leaf_shadows(sheet: Sheet, panes: Path, light: _Light) -> None:
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
    dark = shaded(light.wall, 0.03)
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


def _sun_on_table(sheet: Sheet, table: Box, light: _Light, top: Color, focus: Point) -> None:
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
    pool = _pool(light, Point(focus.x, table.y + 0.3 * table.height), 0.75 * w, 0.9)
    sheet.add(
        "sun on table", [filled(Path.join(strips), pool)], blur=0.6 * sheet.unit, clip=clip
    )
    level = (table.y + 0.1 * h) / h
    leaves = _twigs(
        sheet,
        [(focus.x / w + 0.55, level, 176), (focus.x / w - 0.5, level + 0.12, 12)],
        0.62 * w,
        "olive",
    )
    flat = Affine(1, 0, 0.3, 0.34, -0.3 * table.y, table.y * 0.66)
    dark = shaded(top, 0.05)
    shadow = [filled(path.transformed(flat), dark) for path in leaves]
    sheet.add("leaf shadows on table", shadow, blur=0.55 * sheet.unit, clip=clip, opacity=0.8)
