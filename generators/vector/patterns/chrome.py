"""Y2K: liquid chrome, sparkles, wire globes and orbit rings over a gradient sky."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.document import LinearGradient, Shape, Stop
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.shapes import circle, ellipse, smooth_curve
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.strokes import blob
from generators.vector.patterns.tones import between, glow, linear, lit, toned

__all__ = [
    "chrome_field",
    "chrome_paint",
    "chrome_shapes",
    "gradient_sky",
    "sparkle",
    "wire_globe",
]


def chrome_paint(box: Box, tint: Color, second: Color) -> LinearGradient:
    """Return polished metal: sky, horizon line, then the ground mirrored, tinted by two hues."""
    sky, deep, floor = toned(tint, 0.80, 0.8), toned(tint, 0.28, 0.9), toned(second, 0.72, 0.9)
    white = toned(tint, 0.985, 0.4)
    stops = (
        (0.0, toned(tint, 0.93, 0.7)), (0.16, white), (0.34, sky), (0.475, deep),
        (0.515, toned(tint, 0.40, 0.9)), (0.56, floor), (0.72, white), (0.86, toned(second, 0.86, 0.7)),
        (1.0, toned(second, 0.55, 0.9)),
    )  # fmt: skip
    return LinearGradient(
        x1=box.x + box.width * 0.30, y1=box.y, x2=box.x + box.width * 0.62, y2=box.bottom,
        stops=tuple(Stop(offset=o, color=c) for o, c in stops),
    )  # fmt: skip


def chrome_shapes(path: Path, tint: Color, second: Color, unit: float) -> list[Shape]:
    """Return a form in chrome: body, dark rim inside, bright edge at the upper left."""
    box = path.bounds
    size = math.sqrt(max(1.0, box.area))
    white = toned(tint, 0.99, 0.2)
    inner = path.transformed(
        Affine.translation(-box.center.x, -box.center.y)
        .then(Affine.scaling(0.80, 0.80))
        .then(Affine.translation(box.center.x, box.center.y))
    )
    mirrored = chrome_paint(
        Box(box.x, box.y + box.height * 0.12, box.width, box.height * 0.7), second, tint
    )
    return [
        filled(path, chrome_paint(box, tint, second)),
        stroked(path, toned(tint, 0.34, 0.8), max(0.16 * unit, size * 0.008)),
        filled(
            inner,
            mirrored.model_copy(
                update={
                    "stops": tuple(
                        s.model_copy(update={"color": s.color.with_opacity(0.55)})
                        for s in mirrored.stops
                    )
                }
            ),
        ),
        filled(
            ellipse(
                box.x + box.width * 0.34,
                box.y + box.height * 0.24,
                box.width * 0.14,
                box.height * 0.06,
            ).transformed(
                Affine.rotation(-28, Point(box.x + box.width * 0.34, box.y + box.height * 0.24))
            ),
            white.with_opacity(0.9),
        ),
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
    others = [c for c in tones.vivid if c != first and c.oklch.chroma > 0.05]
    second = others[0] if others else first
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
    first, second = gradient_sky(sheet)
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
    for depth, (count, size, blur) in enumerate(((5, 3.2, 0.9), (5, 6.0, 0.0), (2, 13.0, 0.0))):
        for x, y in sheet.scatter(count, size * 4.2 * unit, clear=size * 1.25 * unit):
            body = liquid_drop(sheet, x, y, size * unit)
            shapes = chrome_shapes(body, first, second, unit)
            sheet.add(
                f"chrome {depth}", shapes, blur=blur * unit, opacity=0.85 if depth == 0 else 1
            )
    stars = [
        sparkle(x, y, float(rng.uniform(1.6, 5.0)) * unit)
        for x, y in sheet.scatter(13, 15 * unit, clear=3 * unit)
    ]
    if stars:
        sheet.add("sparkles", [filled(Path.join(stars), toned(first, 0.985, 0.3))])


def liquid_drop(sheet: Sheet, x: float, y: float, size: float) -> Path:
    """Return a drop as mercury pulls itself: a soft blob, or two joined by a waist."""
    rng = sheet.rng
    if rng.random() < 0.5:
        return blob(
            x,
            y,
            size * float(rng.uniform(0.9, 1.3)),
            size * float(rng.uniform(0.7, 1.0)),
            rng,
            0.2,
            6,
        )
    turn = float(rng.uniform(0, 180))
    small = float(rng.uniform(0.45, 0.75))
    points = []
    for angle in range(-135, 136, 30):
        points.append(
            (
                size * 0.62 + size * 0.72 * math.cos(math.radians(angle)),
                size * 0.72 * math.sin(math.radians(angle)),
            )
        )
    points.append((-0.12 * size, size * 0.22))
    for angle in range(50, 311, 32):
        points.append(
            (
                -size * 0.72 + size * small * math.cos(math.radians(angle)),
                size * small * math.sin(math.radians(angle)),
            )
        )
    points.append((-0.12 * size, -size * 0.22))
    return smooth_curve(points, closed=True).transformed(
        Affine.rotation(turn).then(Affine.translation(x, y))
    )
