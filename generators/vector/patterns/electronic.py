"""Technology fields: grid with depth, circuit traces, orbits and nodes."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.geometry import Box, Path, Point
from compositor.geometry.boolean import difference
from compositor.geometry.shapes import circle, ellipse, line, rectangle
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.tones import glow, linear, lit, toned

__all__ = ["circuit", "node_field", "perspective_grid"]


def _sky(sheet: Sheet) -> Color:
    """Lay the deep or pale ground with light behind the hero; return the line color."""
    tones = sheet.tones
    w, h = sheet.width, sheet.height
    side = max(w, h)
    at = sheet.hero.center if sheet.hero else Point(w * 0.68, h * 0.62)
    sheet.fill("ground", linear([tones.field(0.05), tones.field(0.55)], sheet.box, 75))
    hue = tones.hue_source
    halo = toned(hue, 0.42, 1.0) if tones.is_dark else toned(hue, 0.84, 1.0)
    sheet.fill("halo", glow(halo, at.x, at.y, side * 0.55, strength=0.75))
    return toned(hue, 0.72, 1.0) if tones.is_dark else toned(hue, 0.55, 1.0)


def circuit(sheet: Sheet) -> None:
    """Traces with 45° bends in three depths: far ones dim and soft, near ones lit."""
    hue = _sky(sheet)
    tones, unit = sheet.tones, sheet.unit
    near_light = lit(hue, 0.16) if tones.is_dark else hue
    for depth, (count, opacity, width, blur) in enumerate(
        ((34, 0.22, 0.30, 0.35), (26, 0.45, 0.22, 0.0), (11, 0.95, 0.30, 0.0))
    ):
        traces, pads, ends = _traces(sheet, count, 2.4 + 0.8 * depth)
        sheet.add(
            f"traces {depth}",
            [stroked(Path.join(traces), hue, width * unit)] if traces else [],
            opacity=opacity,
            blur=blur * unit,
        )
        sheet.add(
            f"pads {depth}",
            [filled(Path.join(pads), near_light, "evenodd")] if pads else [],
            opacity=opacity,
        )
        if depth == 2:
            lights = [
                filled(circle(x, y, 3 * unit), glow(near_light, x, y, 3 * unit, strength=0.9))
                for x, y in ends
            ]
            sheet.add(
                "pulses", lights, blend="screen" if tones.is_dark else "normal", opacity=0.9
            )


def _traces(
    sheet: Sheet, count: int, pitch_units: float
) -> tuple[list[Path], list[Path], list[tuple[float, float]]]:
    rng, unit = sheet.rng, sheet.unit
    pitch = pitch_units * unit
    used: set[tuple[int, int]] = set()
    traces: list[Path] = []
    pads: list[Path] = []
    ends: list[tuple[float, float]] = []
    steps = ((1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))
    for _ in range(count * 3):
        if len(traces) >= count:
            break
        column = int(rng.integers(0, int(sheet.width / pitch) + 1))
        row = int(rng.integers(0, int(sheet.height / pitch) + 1))
        heading = int(rng.integers(4)) * 2
        cells = [(column, row)]
        for leg in range(int(rng.integers(2, 5))):
            for _ in range(int(rng.integers(2, 9 if leg % 2 == 0 else 4))):
                column, row = column + steps[heading][0], row + steps[heading][1]
                if (column, row) in used or not sheet.is_free(
                    column * pitch, row * pitch, 1.5 * pitch
                ):
                    break
                cells.append((column, row))
            heading = (heading + int(rng.choice((-1, 1)))) % 8
        if len(cells) < 5:
            continue
        used.update(cells)
        points = [(c * pitch, r * pitch) for c, r in cells]
        traces.append(Path.polygon(points, closed=False))
        for x, y in (points[0], points[-1]):
            pads.append(Path.join([circle(x, y, 0.62 * unit), circle(x, y, 0.28 * unit)]))
        ends.append(points[-1])
    return traces, pads, ends


def node_field(sheet: Sheet) -> None:
    """Points joined to their neighbors, near ones large and bright, far ones soft."""
    hue = _sky(sheet)
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    spark = tones.vivid[-1] if len(tones.vivid) > 1 else lit(hue, 0.1)
    for depth, (count, gap, radius, opacity, blur) in enumerate(
        ((60, 9, 0.35, 0.35, 0.35), (34, 13, 0.6, 0.7, 0.0), (9, 24, 1.15, 1.0, 0.0))
    ):
        places = sheet.scatter(count, gap * unit, clear=2 * unit)
        links = [
            line(*a, *b)
            for i, a in enumerate(places)
            for b in places[i + 1 :]
            if math.dist(a, b) < gap * unit * 1.55
            and sheet.is_free((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, unit)
        ]
        if links:
            sheet.add(
                f"links {depth}",
                [stroked(Path.join(links), hue, 0.11 * unit)],
                opacity=opacity * 0.55,
                blur=blur * unit,
            )
        dots = [circle(x, y, radius * unit * float(rng.uniform(0.7, 1.2))) for x, y in places]
        sheet.add(
            f"nodes {depth}", [filled(Path.join(dots), hue)], opacity=opacity, blur=blur * unit
        )
        if depth == 2:
            halos = [
                filled(
                    circle(x, y, 4.5 * unit),
                    glow(spark, x, y, 4.5 * unit, strength=0.55 if tones.is_dark else 0.25),
                )
                for x, y in places
            ]
            sheet.add("node glow", halos, blend="screen" if tones.is_dark else "normal")


def perspective_grid(sheet: Sheet) -> None:
    """A floor grid running to a lit horizon, a striped sun standing on it."""
    hue = _sky(sheet)
    tones, unit = sheet.tones, sheet.unit
    w, h = sheet.width, sheet.height
    at = sheet.hero.center if sheet.hero else Point(w / 2, h * 0.55)
    foot = sheet.hero.bottom if sheet.hero else 0.8 * h
    level = min(0.82 * h, foot - 0.13 * h)
    sun_r = sheet.fitting_radius(at.x, level - 0.2 * min(w, h), 0.34 * min(w, h))
    _striped_sun(sheet, Point(at.x, level - sun_r * 0.42), sun_r, level)
    floor = tones.field(0.9) if tones.is_dark else tones.field(0.35)
    box = Box(-2, level, w + 4, h - level + 2)
    sheet.add("floor", [filled(rectangle(box), linear([tones.field(0.3), floor], box))])
    lines = [
        line(
            -2,
            level + (h - level) * (i / 12) ** 2.3,
            w + 2,
            level + (h - level) * (i / 12) ** 2.3,
        )
        for i in range(1, 13)
    ]
    lines += [line(at.x + i * w * 0.035, level, at.x + i * w * 0.30, h) for i in range(-24, 25)]
    sheet.add(
        "floor grid",
        [stroked(Path.join(lines), hue, 0.16 * unit)],
        opacity=0.8,
        clip=rectangle(box),
    )
    bright = lit(hue, 0.12) if tones.is_dark else tones.light()
    shine = ellipse(at.x, level, w * 0.85, h * 0.055)
    paint = glow(bright, at.x, level, w * 0.85, h * 0.055, 0.9)
    sheet.add("horizon glow", [filled(shine, paint)], blend="screen")


def _striped_sun(sheet: Sheet, at: Point, radius: float, level: float) -> None:
    """Draw a sun cut by bars that widen downwards, standing behind the horizon."""
    tones = sheet.tones
    hues = [c for c in tones.vivid if c.oklch.chroma > 0.06] or [tones.hue_source]
    first, second = hues[0], hues[-1]
    top = toned(second, 0.82, 1.1) if tones.is_dark else toned(second, 0.80, 1.0)
    low = toned(first, 0.62, 1.1) if tones.is_dark else toned(first, 0.72, 1.0)
    disc = circle(at.x, at.y, radius)
    bars = disc
    for k in range(7):
        y = at.y - 0.12 * radius + k * 0.17 * radius
        bar = rectangle(Box(at.x - radius * 1.1, y, 2.2 * radius, radius * (0.018 + 0.014 * k)))
        bars = difference(bars, bar)
    sheet.fill("sun glow", glow(low, at.x, at.y, radius * 1.9, strength=0.5))
    clip = rectangle(Box(-2, -2, sheet.width + 4, level + 2))
    sheet.add("sun", [filled(bars, linear([top, low], disc.bounds, 90))], clip=clip)
