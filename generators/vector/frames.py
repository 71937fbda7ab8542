"""Foreground: what hangs into the picture before the hero, never over copy."""

from __future__ import annotations

import math
from collections.abc import Callable

from compositor.document import Shape
from compositor.geometry import Affine, Path
from compositor.geometry.shapes import rectangle
from compositor.geometry import Box
from generators.vector.patterns.chrome import sparkle
from generators.vector.patterns.doodles import doodle_scatter
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.tones import glow, lit, shaded, toned
from generators.vector.scenes.foliage import leaf, painted_branch

__all__ = ["FRAMES"]


def leaves(sheet: Sheet) -> None:
    """A branch close to the lens, out of focus, from the lower corner away from the copy."""
    tones, rng = sheet.tones, sheet.rng
    w, h = sheet.width, sheet.height
    color = toned(tones.hue_source, 0.42 if not tones.is_dark else 0.20, 0.7)
    side = min(w, h)
    right = sheet.hero is None or sheet.hero.center.x < 0.55 * w
    x = 1.06 * w if right else -0.06 * w
    shapes: list[Shape] = []
    for heading in (212, 236, 190) if right else (-32, -56, -10):
        shapes += painted_branch(rng, (x, 1.06 * h), heading, 0.44 * side, "ficus", color)
    sheet.add("near leaves", shapes, role="decoration", blur=1.2 * sheet.unit, opacity=0.9)


def petals(sheet: Sheet) -> None:
    """Loose petals drifting down from the upper left, few, in three depths."""
    tones, rng, unit = sheet.tones, sheet.rng, sheet.unit
    color = tones.vivid[1 % len(tones.vivid)]
    for size, count, blur in ((1.5, 9, 0.0), (2.5, 6, 0.0), (4.4, 3, 0.8)):
        shapes = []
        for x, y in sheet.scatter(count, 9 * unit, clear=size * 1.6 * unit):
            if sheet.hero is not None and sheet.hero.inset(sheet.hero.width * 0.2).covers(
                Box(x, y, 0, 0)
            ):
                continue
            tone = (lit(color, 0.06), color, shaded(color, 0.04))[int(rng.integers(3))]
            length = size * unit * float(rng.uniform(0.8, 1.3))
            path = leaf(
                x,
                y,
                length,
                length * float(rng.uniform(0.5, 0.8)),
                float(rng.uniform(0, 360)),
                0.25,
            )
            shapes += [
                filled(path, tone),
                filled(path, glow(shaded(tone, 0.09), x, y, length, strength=0.7)),
            ]
        sheet.add("petals", shapes, role="decoration", blur=blur * unit)


def sparkles(sheet: Sheet) -> None:
    """Four-pointed glints near the hero's edge, two large, some small."""
    rng, unit = sheet.rng, sheet.unit
    hero = sheet.hero or sheet.box
    bright = toned(sheet.tones.hue_source, 0.985, 0.3)
    stars: list[Path] = []
    for angle, size in ((-140, 5.2), (-35, 3.4), (18, 2.0), (150, 2.4), (-80, 1.6)):
        turn = math.radians(angle + float(rng.uniform(-14, 14)))
        x = hero.center.x + hero.width * 0.52 * math.cos(turn)
        y = hero.center.y + hero.height * 0.50 * math.sin(turn)
        if sheet.is_free(x, y, size * unit):
            stars.append(sparkle(x, y, size * unit))
    if stars:
        halo = [
            filled(
                rectangle(s.bounds.inset(-s.bounds.width)),
                glow(bright, *s.bounds.center, s.bounds.width, strength=0.5),
            )
            for s in stars
        ]
        sheet.add("glint halos", halo, role="decoration", blend="screen")
        sheet.add("glints", [filled(Path.join(stars), bright)], role="decoration")


def confetti(sheet: Sheet) -> None:
    """Paper strips and discs flung from behind the hero, larger towards the edges."""
    tones, rng, unit = sheet.tones, sheet.rng, sheet.unit
    hero = sheet.hero or sheet.box
    colors = [*tones.vivid, lit(tones.vivid[0], 0.2)]
    shapes: list[Shape] = []
    for x, y in sheet.scatter(64, 5.2 * unit, clear=2.4 * unit):
        away = math.hypot((x - hero.center.x) / hero.width, (y - hero.center.y) / hero.height)
        if away < 0.5 or rng.random() > 1.35 - away * 0.75:
            continue
        size = unit * (0.6 + 0.9 * away) * float(rng.uniform(0.6, 1.3))
        strip = rectangle(Box(-size, -size * 0.36, 2 * size, size * 0.72)).transformed(
            Affine.scaling(1, float(rng.uniform(0.35, 1)))
            .then(Affine.rotation(float(rng.uniform(0, 180))))
            .then(Affine.translation(x, y))
        )
        shapes.append(filled(strip, colors[int(rng.integers(len(colors)))]))
    sheet.add("confetti", shapes, role="decoration")


FRAMES: dict[str, Callable[[Sheet], None]] = {
    "confetti": confetti,
    "doodles": lambda sheet: doodle_scatter(sheet, ground=False),
    "leaves": leaves,
    "petals": petals,
    "sparkles": sparkles,
}
