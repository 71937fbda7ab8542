"""Hills: the plucked shoot and the mountains it grows on."""

from __future__ import annotations

import math

import numpy as np

from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import circle
from generators.vector.motifs.forms import curve, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along, down
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.subjects.flowers.foliage import leaf_parts
from generators.vector.motifs.subjects.flowers.petal import greens, stem_color
from generators.vector.motifs.tones import natural_color, tones_of

__all__ = ["mountain_range", "tea_leaf"]


def tea_leaf(request: MotifRequest) -> Sketch:
    """Return two leaves and a bud, freshly plucked."""
    green = natural_color(
        request.attributes, greens(request.palette.primary, request.palette.accent2)
    )
    young = green.shifted(lightness=0.14, chroma_factor=1.1, hue_deg=-12)
    stem = ribbon([(500, 560), (506, 720), (480, 860), (500, 960)], (24, 28, 30, 40))
    parts = leaf_parts((492, 690), (96, 330), 206, green, 0.13)
    parts += leaf_parts((512, 640), (898, 250), 196, green.shifted(lightness=0.05), -0.14)
    parts.append(Part(path=stem, color=stem_color(green), form="tube", group="stem", spot=True))
    parts += leaf_parts(
        (498, 650), (424, 130), 112, young.shifted(lightness=-0.04), 0.05, group="bud"
    )
    parts += leaf_parts((502, 650), (528, 66), 118, young, -0.06, group="bud")
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=1000,
        ground_y=970,
        focus=Point(500, 400),
        floats=True,
    )


def mountain_range(request: MotifRequest) -> Sketch:
    """Return ridges fading into mist, a sun or moon behind them."""
    palette, rng = request.palette, request.rng(51)
    sky = palette.ground
    parts = [
        Part(
            path=circle(690, 190, 92),
            color=palette.accent,
            group="sun",
            form="plane",
            spot=True,
        )
    ]
    base = palette.primary
    ridges = (
        (280, 210, 0.76, 2),
        (350, 150, 0.56, 3),
        (420, 170, 0.36, 3),
        (500, 110, 0.16, 4),
        (580, 80, 0.0, 3),
    )
    for index, (level, rise, mist, peaks) in enumerate(ridges):
        dots = _ridge(rng, level, rise, peaks)
        edge = curve(*dots)
        path = Path((*edge.segments, ("L", (1000, 700)), ("L", (0, 700)), ("Z", ())))
        color = base.mixed(sky, mist)
        t = tones_of(color)
        fog = down(
            Box(0, level - rise, 1000, rise + 150),
            [
                (0, t.shade.with_opacity(0.5)),
                (0.4, color.with_opacity(0)),
                (1, sky.with_opacity(0.75)),
            ],
        )
        light = along(
            (0, level - rise),
            (400, level),
            [
                (0, palette.accent.with_opacity(0)),
                (0.6, palette.accent.with_opacity(0.12)),
                (1, palette.accent.with_opacity(0)),
            ],
        )
        parts.append(
            Part(
                path=path,
                color=color,
                form="matte",
                group=f"ridge {index + 1}",
                paints=(fog, light),
                spot=index >= 3,
                outline=False,
                lines=(edge,),
                line_width=2,
                line_color=t.glow.with_opacity(0.35),
            )
        )
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=700,
        ground_y=700,
        focus=Point(690, 190),
        floats=True,
    )


def _ridge(
    rng: np.random.Generator, level: float, rise: float, peaks: int
) -> list[tuple[float, float]]:
    """A skyline from the left edge to the right: uneven peaks with a steep and a long side."""
    at = np.sort((np.arange(peaks) + rng.uniform(0.15, 0.85, peaks)) / peaks)
    high = rng.uniform(0.35, 1.0, peaks)
    high[int(rng.integers(peaks))] = 1.0
    wide = rng.uniform(0.13, 0.26, peaks)
    lean = rng.uniform(0.6, 1.5, peaks)
    phase = float(rng.uniform(0, 6.28))
    dots = []
    for k in range(57):
        u = k / 56
        best = 0.0
        for x, h, w, side in zip(at, high, wide, lean, strict=True):
            away = abs(u - x) / (w * (side if u < x else 2 - side))
            best = max(best, h * max(0.0, 1 - away**0.9))
        y = (
            level
            - rise * best
            - 7 * math.sin(u * 31 + phase)
            - 4 * math.sin(u * 77 + phase * 2)
        )
        dots.append((1000 * u, y))
    return dots
