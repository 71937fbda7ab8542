"""Shading: gradients that turn an outline into a body. Light falls from the upper left.

Lengths are px of the motif's box.
"""

from __future__ import annotations

from collections.abc import Sequence

from compositor.color import Color
from compositor.document import (
    LinearGradient,
    Paint,
    RadialGradient,
    Shape,
    Stop,
    solid,
)
from compositor.geometry import Affine, Box, Path
from compositor.geometry.boolean import difference
from generators.vector.motifs.sketch import Form
from generators.vector.motifs.tones import Tones, tones_of

__all__ = [
    "across",
    "along",
    "chrome_paint",
    "down",
    "form_paint",
    "glass_bands",
    "glow",
    "metal_paint",
    "rim_shapes",
    "stops",
]

Ramp = Sequence[tuple[float, Color]]


def stops(ramp: Ramp) -> tuple[Stop, ...]:
    """Return gradient stops from (place, color) pairs."""
    return tuple(Stop(offset=offset, color=color) for offset, color in ramp)


def along(start: tuple[float, float], end: tuple[float, float], ramp: Ramp) -> LinearGradient:
    """Return a linear gradient between two places."""
    return LinearGradient(x1=start[0], y1=start[1], x2=end[0], y2=end[1], stops=stops(ramp))


def across(box: Box, ramp: Ramp) -> LinearGradient:
    """Return a linear gradient from the left edge of a box to its right edge."""
    return along((box.x, box.center.y), (box.right, box.center.y), ramp)


def down(box: Box, ramp: Ramp) -> LinearGradient:
    """Return a linear gradient from the top edge of a box to its bottom edge."""
    return along((box.center.x, box.y), (box.center.x, box.bottom), ramp)


def glow(
    center: tuple[float, float], radii: tuple[float, float], color: Color, opacity: float = 0.6
) -> RadialGradient:
    """Return a soft spot of a color that fades to nothing at its radii."""
    return RadialGradient(
        cx=0,
        cy=0,
        radius=1,
        stops=stops(
            [
                (0, color.with_opacity(opacity)),
                (0.45, color.with_opacity(opacity * 0.55)),
                (1, color.with_opacity(0)),
            ]
        ),
        transform=Affine(radii[0], 0, 0, radii[1], center[0], center[1]),
    )


def form_paint(form: Form, path: Path, color: Color) -> Paint:
    """Return the fill that gives an outline its form."""
    box, tones = path.bounds, tones_of(color)
    if form == "round":
        return _ball(box, tones)
    if form == "tube":
        return across(
            box,
            [
                (0, tones.shade.mixed(tones.base, 0.35)),
                (0.2, tones.light),
                (0.46, tones.base),
                (0.86, tones.shade),
                (1, tones.shade.mixed(tones.base, 0.4)),
            ],
        )
    if form == "plane":
        return along(
            (box.x + 0.1 * box.width, box.y),
            (box.right - 0.1 * box.width, box.bottom),
            [
                (0, tones.light.mixed(tones.base, 0.35)),
                (0.45, tones.base),
                (1, tones.base.mixed(tones.shade, 0.6)),
            ],
        )
    if form == "metal":
        return metal_paint(box, color)
    if form == "chrome":
        return chrome_paint(box, color)
    if form == "glass":
        return solid(color.with_opacity(color.opacity * 0.35))
    return solid(color)


def _ball(box: Box, tones: Tones) -> RadialGradient:
    return RadialGradient(
        cx=0,
        cy=0,
        radius=1,
        stops=stops(
            [
                (0, tones.light),
                (0.34, tones.light.mixed(tones.base, 0.7)),
                (0.62, tones.base),
                (0.88, tones.base.mixed(tones.shade, 0.72)),
                (1, tones.shade),
            ]
        ),
        transform=Affine(
            max(1.0, box.width * 0.82),
            0,
            0,
            max(1.0, box.height * 0.86),
            box.x + box.width * 0.32,
            box.y + box.height * 0.24,
        ),
    )


def metal_paint(box: Box, color: Color) -> LinearGradient:
    """Return polished metal turned about an upright axis."""
    tones = tones_of(color)
    return across(
        box,
        [
            (0, tones.deep),
            (0.1, tones.shade),
            (0.22, tones.glow),
            (0.3, tones.light),
            (0.48, tones.base),
            (0.66, tones.deep),
            (0.78, tones.shade),
            (0.9, tones.light),
            (1, tones.shade),
        ],
    )


def chrome_paint(box: Box, color: Color) -> LinearGradient:
    """Return liquid chrome: a cool sky, a hard horizon and a bright ground."""
    away = (color.oklch.hue_deg - 265 + 180) % 360 - 180
    hue = 265 + max(-24.0, min(24.0, 0.3 * away))
    white = Color(255, 255, 255)
    return along(
        (box.x + 0.3 * box.width, box.y),
        (box.x + 0.62 * box.width, box.bottom),
        [
            (0, white),
            (0.13, Color.from_oklch(0.9, 0.05, hue)),
            (0.3, Color.from_oklch(0.7, 0.12, hue)),
            (0.42, Color.from_oklch(0.93, 0.03, hue + 40)),
            (0.5, white),
            (0.53, Color.from_oklch(0.34, 0.12, hue + 20)),
            (0.66, Color.from_oklch(0.56, 0.17, hue + 50)),
            (0.8, Color.from_oklch(0.86, 0.08, hue + 80)),
            (0.9, white),
            (1, Color.from_oklch(0.62, 0.12, hue + 10)),
        ],
    )


def glass_bands(path: Path, tint: Color) -> tuple[Paint, ...]:
    """Return the glazes of a clear turned vessel: dark rims, two light bands, a lit foot."""
    box, tones = path.bounds, tones_of(tint)
    white = Color(255, 255, 255)
    clear = white.with_opacity(0)
    return (
        across(
            box,
            [
                (0, tones.deep.with_opacity(0.5)),
                (0.05, tones.shade.with_opacity(0.28)),
                (0.12, white.with_opacity(0.62)),
                (0.2, white.with_opacity(0.12)),
                (0.34, white.with_opacity(0.3)),
                (0.38, clear),
                (0.74, tones.shade.with_opacity(0.08)),
                (0.86, white.with_opacity(0.4)),
                (0.92, tones.shade.with_opacity(0.26)),
                (1, tones.deep.with_opacity(0.55)),
            ],
        ),
        down(
            box,
            [
                (0, white.with_opacity(0.25)),
                (0.3, clear),
                (0.86, clear),
                (0.94, white.with_opacity(0.4)),
                (1, tones.deep.with_opacity(0.3)),
            ],
        ),
    )


def rim_shapes(path: Path, color: Color, strength: float = 1.0) -> tuple[Shape, ...]:
    """Return a lit sliver along the upper left edge and a dark one along the lower right."""
    size = min(path.bounds.width, path.bounds.height)
    step = max(2.0, min(9.0, size * 0.022))
    tones = tones_of(color)
    lit = difference(path, path.moved(step, step * 1.15))
    dark = difference(path, path.moved(-step * 1.5, -step * 1.7))
    return (
        Shape(path=dark, fill=solid(tones.deep.with_opacity(0.2 * strength))),
        Shape(path=lit, fill=solid(tones.glow.with_opacity(0.62 * strength))),
    )
