"""Foliage: leaves with a shaded half and ribs, and the color of petals."""

from __future__ import annotations

import math

import numpy as np

from compositor.color import Color
from compositor.geometry import Path
from generators.vector.motifs.forms import curve, leaf
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along
from generators.vector.motifs.sketch import Part
from generators.vector.motifs.tones import natural_color, tones_of

__all__ = ["bloom_color", "flower_hue", "leaf_parts"]


def bloom_color(request: MotifRequest) -> Color:
    """Return the petals' color: asked for, or the palette's first that a flower can have."""
    return natural_color(request.attributes, flower_hue(request, 0.72, 0.84, 0.06, 0.13))


def flower_hue(
    request: MotifRequest, darkest: float, lightest: float, dull: float, bright: float
) -> Color:
    """No petals are leaf green: such a primary gives way to an accent, then to pink."""
    palette = request.palette
    for color in (palette.primary, palette.accent, palette.accent2):
        lightness, chroma, hue = color.oklch
        if not 95 < hue < 205 and chroma > 0.03:
            lightness = max(darkest, min(lightest, lightness + 0.08))
            return Color.from_oklch(lightness, min(bright, max(dull, chroma)), hue)
    return Color.from_oklch(darkest, bright, 5)


def leaf_parts(
    base: tuple[float, float],
    tip: tuple[float, float],
    width: float,
    color: Color,
    bend: float,
    group: str = "leaves",
) -> list[Part]:
    """Return a leaf with one half in shade and its veins."""
    outline, vein = leaf(base, tip, width, bend)
    tones = tones_of(color)
    line = vein.flattened(6)[0]
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    length = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / length, dx / length
    side = 1.0 if ny * 0.7 + nx * 0.5 > 0 else -1.0
    half = Path.polygon(
        [
            *[(p.x, p.y) for p in line],
            tip,
            (tip[0] + side * nx * width * 1.5, tip[1] + side * ny * width * 1.5),
            (base[0] + side * nx * width * 1.5, base[1] + side * ny * width * 1.5),
        ]
    )
    ribs = []
    for t in (0.2, 0.36, 0.5, 0.63):
        start = line[int(t * (len(line) - 1))]
        end = min(0.92, t + 0.3 * width / length)
        room = (
            0.4
            * width
            * float(np.interp(end, (0.1, 0.38, 0.7, 0.9, 1), (0.4, 1, 0.66, 0.2, 0)))
        )
        far = line[int(end * (len(line) - 1))]
        ribs += [
            curve(
                (start.x, start.y),
                (
                    (start.x + far.x) / 2 + s * nx * room * 0.55,
                    (start.y + far.y) / 2 + s * ny * room * 0.55,
                ),
                (far.x + s * nx * room, far.y + s * ny * room),
            )
            for s in (1, -1)
        ]
    return [
        Part(
            path=outline,
            color=color,
            form="matte",
            group=group,
            spot=True,
            paints=(
                along(
                    base,
                    tip,
                    [
                        (0, tones.deep.with_opacity(0.5)),
                        (0.5, tones.base.with_opacity(0)),
                        (1, tones.light.with_opacity(0.8)),
                    ],
                ),
            ),
            shades=(half,),
            lines=(vein,),
            fine=tuple(ribs) if width > 60 else (),
            line_color=tones.light.with_opacity(0.7),
            line_width=2.4,
            hatch=width > 60,
        )
    ]
