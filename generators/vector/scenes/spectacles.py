"""Staged light: stage beams, the Y2K room, and Chinese festivals."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import LinearGradient, Shape, Stop
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.shapes import arc, circle, ellipse, line, rectangle, rounded_rectangle
from generators.vector.patterns.chrome import sparkle, wire_globe
from generators.vector.patterns.eastern import cloud_shapes
from generators.vector.patterns.inlay import lay_motif
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.tones import glow, linear, lit, shaded, toned
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["festive_cn", "stage_light", "y2k_room"]


def stage_light(sheet: Sheet) -> Stage:
    """Beams from above crossing on a round stage, dust in the light."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    cx = sheet.hero.center.x if sheet.hero else w / 2
    hue = tones.hue_source
    dark = tones.is_dark
    back = (
        [tones.ground, toned(hue, 0.30, 0.9)]
        if dark
        else [tones.field(0.9, 1.2), tones.field(0.3)]
    )
    sheet.fill("hall", linear(back, Box(0, 0, w, ground_y), 90))
    colors = [toned(c, 0.72 if dark else 0.95, 0.9 if dark else 0.35) for c in tones.vivid]
    beams = ((-0.42, 0.16), (-0.18, 0.12), (0.12, 0.15), (0.38, 0.17), (0.62, 0.12))
    for i, (dx, spread) in enumerate(beams):
        top = Point(cx + dx * w * 1.25, -0.06 * h)
        foot = cx + dx * w * 0.12
        color = colors[i % len(colors)]
        path = Path.polygon(
            [
                (top.x - 0.6 * unit, top.y),
                (top.x + 0.6 * unit, top.y),
                (foot + spread * w, ground_y),
                (foot - spread * w, ground_y),
            ]
        )
        paint = LinearGradient(
            x1=top.x,
            y1=top.y,
            x2=foot,
            y2=ground_y,
            stops=(
                Stop(offset=0, color=color.with_opacity(0.8)),
                Stop(offset=0.55, color=color.with_opacity(0.25)),
                Stop(offset=1, color=color.with_opacity(0.03)),
            ),
        )
        sheet.add(
            f"beam {i}", [filled(path, paint)], blur=0.9 * unit, blend="screen", opacity=0.75
        )
    floor = shaded(tones.field(0.9), 0.03) if not dark else toned(tones.air, 0.16, 0.9)
    box = Box(-2, ground_y - 0.06 * h, w + 4, h)
    sheet.add(
        "floor",
        [
            filled(
                rectangle(box), linear([lit(floor, 0.04), floor], Box(0, box.y, w, h - box.y))
            )
        ],
    )
    rx = 0.46 * w
    for k, (grow, drop, tone) in enumerate(
        (
            (1.0, 0.05, shaded(floor, 0.07)),
            (1.0, 0.018, lit(floor, 0.09)),
            (0.80, 0.018, lit(floor, 0.03)),
            (0.80, 0.0, lit(floor, 0.14)),
        )
    ):
        disc = ellipse(cx, ground_y + drop * h, rx * grow, rx * grow * 0.17)
        sheet.add(
            f"stage {k}", [filled(disc, linear([tone, lit(tone, 0.05), tone], disc.bounds, 0))]
        )
    sheet.add(
        "pool of light",
        [
            filled(
                ellipse(cx, ground_y, rx * 0.8, rx * 0.136),
                glow(lit(colors[0], 0.1), cx, ground_y, rx * 0.8, rx * 0.136, 0.8),
            )
        ],
        blend="screen",
    )
    dust = [
        circle(x, y, float(rng.uniform(0.12, 0.5)) * unit)
        for x, y in sheet.scatter(70, 3 * unit, clear=1.5 * unit)
        if y < ground_y
    ]
    sheet.add(
        "dust",
        [filled(Path.join(dust), colors[-1])] if dust else [],
        opacity=0.6,
        blend="screen" if dark else "normal",
    )
    return Stage(ground_y=ground_y, shadow=shaded(floor, 0.28), reflects=0.22, backlit=dark)


def y2k_room(sheet: Sheet) -> Stage:
    """Glossy sky, mirror floor with a grid, a wire globe, mercury and sparkles."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    at = sheet.hero.center if sheet.hero else Point(w * 0.5, h * 0.6)
    first, second = _cool(sheet)
    sky = [toned(first, 0.97, 0.5), toned(first, 0.88, 0.9), toned(second, 0.84, 1.0)]
    if tones.is_dark:
        sky = [toned(first, 0.16, 1.0), toned(first, 0.34, 1.2), toned(second, 0.60, 1.2)]
    sheet.fill("sky", linear(sky, Box(0, 0, w, ground_y), 90))
    bright = toned(first, 0.985, 0.3)
    edge = toned(first, 0.62 if not tones.is_dark else 0.78, 1.0)
    side = min(w, h)
    reach = sheet.fitting_radius(at.x, at.y - 0.04 * h, 0.575 * side) / 1.25
    sheet.add(
        "globe",
        [stroked(wire_globe(at.x, at.y - 0.04 * h, reach * 1.25), edge, 0.2 * unit)],
        opacity=0.7,
    )
    sheet.fill("bloom", glow(bright, at.x, at.y, reach * 1.2, strength=0.85))
    horizon = ground_y - 0.075 * h
    floor = Box(-2, horizon, w + 4, h - horizon + 2)
    tint = toned(second, 0.80 if not tones.is_dark else 0.3, 0.9)
    sheet.add(
        "floor",
        [
            filled(
                rectangle(floor),
                linear(
                    [
                        bright.mixed(tint, 0.25),
                        tint,
                        toned(first, 0.72 if not tones.is_dark else 0.24, 0.9),
                    ],
                    floor,
                ),
            )
        ],
    )
    sheet.add(
        "floor grid",
        [stroked(Path.join(_floor_grid(sheet, horizon, at.x)), bright, 0.17 * unit)],
        opacity=0.75,
        clip=rectangle(floor),
    )
    sheet.add(
        "horizon",
        [filled(rectangle(Box(-2, horizon - 1.2 * unit, w + 4, 2.4 * unit)), bright)],
        blur=1.1 * unit,
        opacity=0.85,
    )
    orbit = ellipse(at.x, at.y, reach * 1.55, reach * 0.42).transformed(
        Affine.rotation(-20, at)
    )
    sheet.add("orbit", [stroked(orbit, edge, 0.32 * unit)], opacity=0.85)
    for size, dx, dy, blur in (
        (4.6, -0.42, -0.27, 0.8),
        (6.5, 0.44, -0.20, 0.0),
        (4.0, -0.44, 0.12, 0.0),
        (8.5, 0.50, 0.27, 0.0),
    ):
        x, y = at.x + dx * w, at.y + dy * h
        if sheet.is_free(x, y, size * unit * 1.15):
            turn = int(rng.integers(40))
            lay_motif(
                sheet,
                "blob_chrome",
                (x, y, size * unit),
                turn_deg=float(turn),
                blur=blur * unit,
                turn=turn,
            )
    stars = [
        sparkle(x, y, float(rng.choice([1.2, 2.0, 4.2])) * unit)
        for x, y in sheet.scatter(12, 13 * unit, clear=3 * unit)
    ]
    if stars:
        sheet.add("sparkles", [filled(Path.join(stars), bright)])
    return Stage(
        ground_y=ground_y,
        shadow=toned(first, 0.30 if not tones.is_dark else 0.08, 0.9),
        depth=0.03 * h,
        reflects=0.35,
        is_fast=True,
    )


def _cool(sheet: Sheet) -> tuple[Color, Color]:
    """Sky blue and orchid, drawn a little to the palette: what chrome has to mirror."""

    def near(color: Color, hue_deg: float, chroma: float) -> Color:
        away = (color.oklch.hue_deg - hue_deg + 180) % 360 - 180
        return Color.from_oklch(0.7, chroma, hue_deg + max(-26.0, min(26.0, 0.35 * away)))

    vivid = sheet.tones.vivid
    return near(vivid[0], 266.0, 0.15), near(vivid[-1], 328.0, 0.14)


def _floor_grid(sheet: Sheet, horizon: float, vanish_x: float) -> list[Path]:
    w, h = sheet.width, sheet.height
    lines = []
    for i in range(1, 10):
        y = horizon + (h - horizon) * (i / 9) ** 2.0
        lines.append(line(-2, y, w + 2, y))
    lines += [
        line(vanish_x + k * 0.05 * w, horizon, vanish_x + k * 0.26 * w, h)
        for k in range(-14, 15)
    ]
    return lines


def festive_cn(sheet: Sheet) -> Stage:
    """A great moon behind the hero, lanterns from the upper corners, 祥云 and waves below."""
    tones, unit = sheet.tones, sheet.unit
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    at = sheet.hero.center if sheet.hero else Point(w * 0.5, h * 0.58)
    gold = max(tones.vivid, key=lambda c: -abs((c.oklch.hue_deg - 85 + 180) % 360 - 180))
    wall = tones.field(0.35)
    sheet.fill("wall", linear([lit(wall, 0.02), wall, shaded(wall, 0.05)], sheet.box, 80))
    radius = 0.40 * min(w, h)
    my = min(at.y, ground_y - radius * 0.55)
    radius = sheet.fitting_radius(at.x, my, radius)
    moon = lit(gold, 0.10) if tones.is_dark else toned(gold, 0.90, 0.6)
    sheet.fill("moon halo", glow(moon, at.x, my, radius * 1.9, strength=0.45))
    disc = circle(at.x, my, radius)
    sheet.add(
        "moon",
        [filled(disc, linear([lit(moon, 0.05), moon, shaded(moon, 0.06)], disc.bounds, 65))],
    )
    rings = [stroked(circle(at.x, my, radius * k), gold, 0.16 * unit) for k in (1.05, 1.09)]
    sheet.add("rings", rings, opacity=0.8)
    for x, y, size in (
        (0.09 * w, 0.10 * h, 6.4),
        (0.22 * w, 0.045 * h, 4.2),
        (0.93 * w, 0.13 * h, 5.4),
    ):
        if sheet.is_free(x, y + size * unit, size * unit * 1.3):
            sheet.add("lantern", _lantern(x, y, size * unit, tones.vivid[0], gold))
    _wave_foot(sheet, ground_y, gold)
    body = tones.field(0.75)
    for x, y, size, mirrored in (
        (0.04 * w, ground_y - 0.02 * h, 7.5, False),
        (0.94 * w, ground_y - 0.08 * h, 8.5, True),
        (0.20 * w, my - 0.06 * h, 4.2, False),
        (0.86 * w, my - radius * 0.7, 3.6, True),
    ):
        if sheet.is_free(x, y, size * unit * 1.6):
            sheet.add("cloud", cloud_shapes(x, y, size * unit, (body, gold), mirrored=mirrored))
    return Stage(ground_y=ground_y, shadow=shaded(wall, 0.25), depth=0.02 * h)


def _wave_foot(sheet: Sheet, ground_y: float, gold: Color) -> None:
    """Lay 海水江崖: rows of wave scales across the foot of the picture."""
    tones, unit = sheet.tones, sheet.unit
    radius = 0.062 * sheet.width
    for row in range(8):
        y = ground_y + (row + 1) * radius * 0.42
        if y - radius > sheet.height:
            break
        tone = tones.field(0.4).mixed(tones.vivid[0], 0.45 + 0.06 * row)
        shapes: list[Shape] = []
        for k in range(-1, int(sheet.width / radius / 2) + 2):
            x = (2 * k + row % 2) * radius
            shapes.append(filled(circle(x, y, radius), tone))
            shapes.append(
                stroked(
                    Path.join(
                        [arc(x, y, radius * s, 180, 360) for s in (0.97, 0.74, 0.5, 0.27)]
                    ),
                    gold,
                    0.2 * unit,
                )
            )
        sheet.add(f"waves {row}", shapes)


def _lantern(x: float, y: float, size: float, color: Color, gold: Color) -> list[Shape]:
    """Return a lantern with ribs, caps and a tassel, hung by a thread from above."""
    rx, ry = size, size * 0.82
    box = Box(x - rx, y - ry, 2 * rx, 2 * ry)
    shapes = [
        stroked(Path.from_svg(f"M{x} {y - ry * 8}L{x} {y - ry}"), gold, size * 0.03),
        filled(
            ellipse(x, y, rx, ry),
            linear([lit(color, 0.06), color, shaded(color, 0.12)], box, 30),
        ),
        filled(
            ellipse(x, y, rx, ry),
            glow(lit(color, 0.20), x - rx * 0.1, y + ry * 0.1, rx * 0.8, ry * 0.8, 0.75),
        ),
    ]
    ribs = [ellipse(x, y, rx * k, ry) for k in (0.25, 0.58, 0.84)]
    shapes.append(stroked(Path.join(ribs), shaded(color, 0.12).with_opacity(0.6), size * 0.022))
    for cy, half in ((y - ry * 0.98, 0.42), (y + ry * 0.98, 0.36)):
        shapes.append(
            filled(
                rounded_rectangle(
                    Box(x - half * rx, cy - size * 0.09, 2 * half * rx, size * 0.18),
                    size * 0.04,
                ),
                gold,
            )
        )
    foot = y + ry * 1.05
    tassel = [
        line(x + k * size * 0.05, foot, x + k * size * 0.075, foot + ry * 1.05)
        for k in range(-3, 4)
    ]
    shapes.append(stroked(Path.join(tassel), gold, size * 0.03))
    return shapes
