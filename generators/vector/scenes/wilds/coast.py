"""Open sea by day: heap clouds, sails, sand."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Box, Path
from compositor.geometry.shapes import rectangle
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.tones import between, linear, lit, shaded
from generators.vector.scenes.skies import cumulus, paint_sky, stars
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["sea_day"]


def sea_day(sheet: Sheet) -> Stage:
    """Open sea by day: heap clouds, bands of water, sails far out, pale sand near us."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    horizon = min(0.56 * h, ground_y - 0.16 * h)
    sky = paint_sky(sheet, "night" if tones.is_dark else "noon", horizon)
    white = lit(sky[-1], 0.05)
    if tones.is_dark:
        stars(sheet, horizon, tones.light())
    for x, y, size in (
        (0.16, 0.92, 0.42),
        (0.86, 0.84, 0.54),
        (0.55, 0.97, 0.30),
        (0.30, 0.55, 0.24),
    ):
        if sheet.is_free(x * w, y * horizon - 0.1 * size * w, 0.30 * size * w):
            cumulus(sheet, x * w, y * horizon, size * w, white)
    deep = between(Color.from_hex("#1E6FA8"), tones.hue_source, 0.25)
    shallow = between(Color.from_hex("#7FD4D0"), tones.hue_source, 0.15)
    if tones.is_dark:
        deep, shallow = shaded(deep, 0.24), shaded(shallow, 0.34)
    sea = Box(-2, horizon, w + 4, ground_y - horizon)
    sheet.add(
        "sea", [filled(rectangle(sea), linear([deep, deep.mixed(shallow, 0.5), shallow], sea))]
    )
    crests: list[Shape] = []
    for k in range(34):
        share = ((k + 0.5) / 34) ** 1.5
        y = horizon + share * sea.height
        x, half = (
            float(rng.uniform(0, 1)) * w,
            (0.03 + 0.13 * share) * w * float(rng.uniform(0.6, 1.4)),
        )
        swell = Path.from_svg(
            f"M{x - half} {y}Q{x} {y - (0.25 + 0.9 * share) * unit} {x + half} {y}"
            f"Q{x} {y - (0.05 + 0.2 * share) * unit} {x - half} {y}Z"
        )
        crests.append(filled(swell, white.with_opacity(0.25 + 0.5 * share)))
    sheet.add("crests", crests)
    side = 0.20 if sheet.hero is None or sheet.hero.center.x > 0.45 * w else 0.80
    for dx, size in ((0.0, 3.6), (0.10, 2.3)):
        x, y, s = (side + dx) * w, horizon + 0.3 * unit, size * unit
        sail = Path.from_svg(
            f"M{x} {y}L{x} {y - 1.5 * s}Q{x + 0.75 * s} {y - 0.7 * s} {x + 0.7 * s} {y}Z"
        )
        jib = Path.from_svg(
            f"M{x - 0.08 * s} {y}L{x - 0.08 * s} {y - 1.25 * s}L{x - 0.5 * s} {y}Z"
        )
        hull = Path.from_svg(
            f"M{x - 0.6 * s} {y + 0.06 * s}L{x + 0.85 * s} {y + 0.06 * s}L{x + 0.6 * s} "
            f"{y + 0.3 * s}L{x - 0.4 * s} {y + 0.3 * s}Z"
        )
        sheet.add(
            "sail",
            [
                filled(sail, white),
                filled(jib, shaded(white, 0.06)),
                filled(hull, tones.vivid[-1]),
            ],
        )
    sand = between(Color.from_hex("#F3DDB4"), tones.warmest, 0.15)
    sand = shaded(sky[-1].mixed(sand, 0.35), 0.08) if tones.is_dark else sand
    top = ground_y - 0.05 * h
    shore = Path.from_svg(
        f"M-4 {top + 0.03 * h}C{0.3 * w} {top - 0.02 * h} {0.62 * w} {top + 0.04 * h} "
        f"{w + 4} {top - 0.01 * h}L{w + 4} {h + 4}L-4 {h + 4}Z"
    )
    for drop, tone in ((0.024, white.with_opacity(0.55)), (0.012, white), (0.0, sand)):
        sheet.add("shore", [filled(shore.moved(0, -drop * h), tone)])
    return Stage(ground_y=ground_y, shadow=shaded(sand, 0.40), depth=0.03 * h)
