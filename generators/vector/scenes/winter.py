"""Winter: snow-covered slopes with firs, falling snow, a low moon."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import circle
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.tones import glow, linear, lit, shaded, toned
from generators.vector.scenes.landscapes import ridge
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["winter"]


def winter(sheet: Sheet) -> Stage:
    """Three slopes of snow, the firs larger as they come nearer, flakes in three sizes."""
    tones, w, h = sheet.tones, sheet.width, sheet.height
    ground_y = floor_line(sheet)
    night = tones.ground if tones.is_dark else tones.field(0.75)
    low = toned(tones.air, 0.46, 0.8) if tones.is_dark else tones.field(0.2)
    sheet.fill("sky", linear([night, low], Box(0, 0, w, ground_y), 90))
    at = sheet.hero.center if sheet.hero else Point(w / 2, h * 0.6)
    radius = sheet.fitting_radius(at.x, at.y - 0.08 * h, 0.27 * min(w, h))
    moon = tones.light()
    sheet.fill("moon halo", glow(moon, at.x, at.y - 0.08 * h, radius * 2.6, strength=0.5))
    disc = circle(at.x, at.y - 0.08 * h, radius)
    sheet.add("moon", [filled(disc, linear([moon, moon.mixed(low, 0.2)], disc.bounds, 60))])
    fir = toned(tones.leafy, 0.42 if not tones.is_dark else 0.26, 0.9)
    snow = lit(tones.light(), 0.01)
    for i in range(3):
        share = i / 2
        level = ground_y - h * (0.13 - 0.115 * share)
        slope = ridge(sheet, level, h * (0.05 - 0.02 * share), 2, 1.4 + 0.4 * i)
        tone = low.mixed(snow, 0.62 + 0.19 * i)
        trees = _firs(
            sheet, slope, (3.6 + 3.8 * i) * sheet.unit, low.mixed(fir, 0.45 + 0.27 * i), at.x
        )
        sheet.add(f"firs {i}", trees)
        box = Box(0, level - 0.03 * h, w, 0.24 * h)
        sheet.add(f"slope {i}", [filled(slope, linear([tone, shaded(tone, 0.05)], box))])
    flakes = [
        filled(circle(x, y, size * sheet.unit * float(sheet.rng.uniform(0.7, 1.3))), snow)
        for size, count in ((0.16, 90), (0.32, 40), (0.62, 12))
        for x, y in sheet.scatter(count, 3 * sheet.unit, clear=sheet.unit)
    ]
    sheet.add("snow", flakes, opacity=0.85)
    return Stage(ground_y=ground_y, shadow=shaded(low.mixed(snow, 0.5), 0.30), depth=0.02 * h)


def _firs(sheet: Sheet, slope: Path, tall: float, color: Color, clear_x: float) -> list[Shape]:
    """Return firs along the crest of a slope, a gap left where the hero stands."""
    crest = [
        p
        for p in slope.flattened(3)[0]
        if -tall < p.x < sheet.width + tall and p.y < sheet.height
    ]
    shapes: list[Shape] = []
    step = max(1, len(crest) // 26)
    for p in crest[::step]:
        if abs(p.x - clear_x) < 0.20 * sheet.width or sheet.rng.random() < 0.35:
            continue
        size = tall * float(sheet.rng.uniform(0.7, 1.35))
        foot = p.y + 0.15 * size
        if not sheet.is_free(p.x, foot - size * 0.6, size * 0.4):
            continue
        for k in range(4):
            top, half = foot - size * (0.20 + 0.24 * k), size * (0.30 - 0.055 * k)
            tier = Path.polygon(
                [
                    (p.x, top - size * 0.22),
                    (p.x + half, top + size * 0.12),
                    (p.x - half, top + size * 0.12),
                ]
            )
            shade = Path.polygon(
                [
                    (p.x, top - size * 0.22),
                    (p.x + half, top + size * 0.12),
                    (p.x, top + size * 0.12),
                ]
            )
            shapes += [filled(tier, lit(color, 0.03)), filled(shade, shaded(color, 0.05))]
    return shapes
