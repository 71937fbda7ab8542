"""Y2K: liquid chrome, sparkles, wire globes and orbit rings over a gradient sky."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.geometry import Affine, Path, Point
from compositor.geometry.shapes import circle, ellipse
from generators.vector.patterns.inlay import lay_motif
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.tones import between, glow, linear, lit, toned

__all__ = [
    "chrome_field",
    "gradient_sky",
    "sparkle",
    "wire_globe",
]


def sparkle(cx: float, cy: float, radius: float, pinch: float = 0.12) -> Path:
    """Return a four-pointed star with concave sides."""
    inner = radius * pinch
    segments = [f"M{cx} {cy - radius}"]
    for x, y, ix, iy in (
        (cx + radius, cy, cx + inner, cy - inner),
        (cx, cy + radius, cx + inner, cy + inner),
        (cx - radius, cy, cx - inner, cy + inner),
        (cx, cy - radius, cx - inner, cy - inner),
    ):
        segments.append(f"Q{ix} {iy} {x} {y}")
    return Path.from_svg("".join(segments) + "Z")


def wire_globe(cx: float, cy: float, radius: float, tilt_deg: float = -18) -> Path:
    """Return meridians and parallels of a sphere."""
    lines = [circle(cx, cy, radius)]
    lines += [ellipse(cx, cy, radius * math.sin(math.pi * i / 12), radius) for i in range(1, 6)]
    for i in range(1, 8):
        angle = math.pi * i / 8 - math.pi / 2
        y, reach = radius * math.sin(angle), radius * math.cos(angle)
        lines.append(ellipse(cx, cy + y, reach, reach * 0.16))
    return Path.join(lines).transformed(Affine.rotation(tilt_deg, Point(cx, cy)))


def gradient_sky(sheet: Sheet) -> tuple[Color, Color]:
    """Lay a glossy three-tone sky; return the two hues chrome is tinted with."""
    tones = sheet.tones
    first = tones.hue_source
    near = [
        color
        for color in tones.vivid
        if color != first
        and color.oklch.chroma > 0.05
        and abs((color.oklch.hue_deg - first.oklch.hue_deg + 180) % 360 - 180) < 105
    ]
    second = near[0] if near else first.shifted(hue_deg=24)
    if tones.is_dark:
        colors = [tones.ground, toned(first, 0.34, 0.9), toned(second, 0.52, 0.9)]
    else:
        colors = [
            toned(first, 0.93, 0.7),
            toned(between(first, second, 0.5), 0.90, 0.8),
            toned(second, 0.84, 0.9),
        ]
    sheet.fill("sky", linear(colors, sheet.box, 78))
    w, h = sheet.width, sheet.height
    sheet.fill(
        "sky light",
        glow(lit(colors[0], 0.08), w * 0.22, h * 0.16, max(w, h) * 0.5, strength=0.8),
    )
    return first, second


def chrome_field(sheet: Sheet) -> None:
    """Liquid metal drops in three depths, a wire globe and sparkles."""
    first, _ = gradient_sky(sheet)
    rng, unit, tones = sheet.rng, sheet.unit, sheet.tones
    w, h = sheet.width, sheet.height
    line = toned(first, 0.62 if not tones.is_dark else 0.75, 1.0)
    side = min(w, h)
    gx, gy = w * float(rng.choice([0.12, 0.9])), h * float(rng.uniform(0.5, 0.7))
    sheet.add(
        "globe", [stroked(wire_globe(gx, gy, side * 0.38), line, 0.16 * unit)], opacity=0.55
    )
    orbit = ellipse(w * 0.5, h * 0.55, side * 0.62, side * 0.2).transformed(
        Affine.rotation(-24, Point(w * 0.5, h * 0.55))
    )
    sheet.add("orbit", [stroked(orbit, line, 0.22 * unit)], opacity=0.7)
    for count, size, blur in ((5, 3.4, 0.9), (5, 6.4, 0.0), (2, 13.0, 0.0)):
        for x, y in sheet.scatter(count, size * 4.2 * unit, clear=size * 1.25 * unit):
            turn = int(rng.integers(90))
            name = ("blob_chrome", "star_chrome", "blob_chrome", "heart_chrome")[turn % 4]
            lay_motif(
                sheet,
                name,
                (x, y, size * unit),
                turn_deg=float(turn - 45),
                blur=blur * unit,
                turn=turn,
            )
    stars = [
        sparkle(x, y, float(rng.uniform(1.6, 5.0)) * unit)
        for x, y in sheet.scatter(13, 15 * unit, clear=3 * unit)
    ]
    if stars:
        sheet.add("sparkles", [filled(Path.join(stars), toned(first, 0.985, 0.3))])
