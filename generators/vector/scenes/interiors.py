"""Rooms: podium, tabletop, the photographer's cove and a page with one disc."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import circle, ellipse, rectangle
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.tones import glow, linear, lit, shaded, toned
from generators.vector.scenes.foliage import painted_branch
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["plain_disc", "podium", "studio_floor", "tabletop"]

_SAND = Color.from_hex("#DCC7A8")
"""Of a disc on a page whose own colors are all gray."""
_ALIVE = 0.03
"""OKLCH chroma from which a color is one."""


def _alive(sheet: Sheet) -> list[Color]:
    """Return the theme's loud colors that are not gray; sand when all are."""
    return [tone for tone in sheet.tones.vivid if tone.oklch.chroma >= _ALIVE] or [_SAND]


def podium(sheet: Sheet) -> Stage:
    """A plinth before a round niche, with a lower step beside it and soft cast shadows."""
    tones, unit = sheet.tones, sheet.unit
    w, h = sheet.width, sheet.height
    ground_y = min(floor_line(sheet), 0.875 * h)
    cx = sheet.hero.center.x if sheet.hero else w / 2
    wide = min((sheet.hero.width if sheet.hero else w * 0.5) * 0.50, 0.40 * w)
    wall, floor = tones.field(0.75), tones.field(0.4)
    horizon = min(h * 0.97, ground_y + 0.03 * h)
    sheet.fill("wall", linear([lit(wall, 0.02), shaded(wall, 0.03)], sheet.box, 70))
    back = _alive(sheet)[0]
    niche = toned(back, 0.80, 0.75) if not tones.is_dark else toned(back, 0.34, 0.9)
    r = min(wide * 1.25, 0.44 * w)
    cy = max(r * 0.7, ground_y - r * 1.05)
    r = sheet.fitting_radius(cx, cy, r)
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
    beside = 1.0 if cx < 0.6 * w else -1.0
    small = (
        tones.vivid[-1] if tones.vivid[-1].oklch.chroma < 0.2 else toned(tones.vivid[-1], 0.72)
    )
    start = len(sheet.layers)
    _plinth(
        sheet, cx + beside * wide * 0.92, ground_y + 0.050 * h, wide * 0.36, 0.07 * h, small
    )
    _plinth(sheet, cx, ground_y, wide, 0.12 * h, plinth)
    _ball(sheet, cx - beside * wide * 1.12, ground_y + 0.125 * h, wide * 0.15, tones.vivid[0])
    sheet.group("plinths", start)
    return Stage(ground_y=ground_y, shadow=shaded(plinth, 0.42), depth=0.0)


def _plinth(
    sheet: Sheet, cx: float, top_y: float, half: float, tall: float, color: Color
) -> None:
    """Draw a round plinth with its cast shadow."""
    tones, unit = sheet.tones, sheet.unit
    rise = half * 0.20
    cast = ellipse(cx + half * 0.42, top_y + tall + rise * 0.35, half * 1.25, rise * 1.5)
    sheet.add(
        "cast shadow", [filled(cast, tones.shadow(0.42))], blur=1.5 * unit, blend="multiply"
    )
    body = Path.from_svg(
        f"M{cx - half} {top_y}L{cx - half} {top_y + tall}"
        f"C{cx - half} {top_y + tall + rise * 1.33} {cx + half} {top_y + tall + rise * 1.33}"
        f" {cx + half} {top_y + tall}"
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


def _ball(sheet: Sheet, cx: float, floor: float, radius: float, color: Color) -> None:
    """Draw a matte ball on the floor, lit from the upper left."""
    spot = ellipse(cx + radius * 0.5, floor, radius * 1.3, radius * 0.28)
    shadow = glow(
        sheet.tones.shadow(1.0), cx + radius * 0.5, floor, radius * 1.3, radius * 0.28, 0.5
    )
    body = circle(cx, floor - radius, radius)
    light = glow(lit(color, 0.14), cx - radius * 0.35, floor - radius * 1.4, radius * 1.0)
    sheet.add("ball shadow", [filled(spot, shadow)], blend="multiply")
    sheet.add(
        "ball",
        [
            filled(body, linear([color, shaded(color, 0.16)], body.bounds, 55)),
            filled(body, light),
        ],
    )


def plain_disc(sheet: Sheet) -> Stage:
    """An even page and one large disc, cropped by the edge the hero leans to."""
    tones, w, h = sheet.tones, sheet.width, sheet.height
    sheet.fill("page", tones.ground)
    at = sheet.hero.center if sheet.hero else Point(0.66 * w, 0.68 * h)
    radius = 0.40 * max(min(w, h), 0.62 * max(w, h))
    x = at.x + (0.16 if sheet.seed % 2 else -0.16) * w
    radius = sheet.fitting_radius(x, at.y, radius)
    alive = _alive(sheet)
    loud = alive[sheet.seed // 2 % len(alive)]
    color = toned(loud, 0.86, 0.9) if not tones.is_dark else toned(loud, 0.36, 0.9)
    if sheet.theme.params.contrast > 0.7:
        color = loud
    sheet.add("disc", [filled(circle(x, at.y, radius), color)])
    floor = floor_line(sheet)
    return Stage(ground_y=floor, shadow=shaded(color, 0.30))


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
    x = cx - 0.66 * w if left else cx + 0.20 * w
    panes = [
        rectangle(Box(x + i * 0.225 * w, -0.05 * h + k * 0.215 * h, 0.215 * w, 0.205 * h))
        for i in range(2)
        for k in range(3)
        if -0.05 * h + (k + 1) * 0.215 * h < table_y - 0.05 * h
    ]
    outside = linear([bright, bright.mixed(wall, 0.4)], Box(0, 0, w, table_y), 90)
    sheet.add("window", [filled(Path.join(panes), outside)], blur=1.5 * unit, opacity=0.8)
    sheet.fill(
        "window glow", glow(bright, x + 0.2 * w, 0.2 * h, 0.6 * max(w, h), strength=0.35)
    )
    leafy = toned(tones.leafy, 0.62 if not tones.is_dark else 0.3, 0.55)
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
    halo = toned(_alive(sheet)[0], 0.86 if not tones.is_dark else 0.42, 0.8)
    reach = 0.56 * max(sheet.hero.width, sheet.hero.height) if sheet.hero else 0.4 * w
    cy = min(cy, bend - reach * 0.35)
    reach = sheet.fitting_radius(cx, cy, reach)
    disc = circle(cx, cy, reach)
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
