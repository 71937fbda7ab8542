"""Grown and flowing matter: marble, Voronoi cells, terraced ground, splattered paint, stars."""

from __future__ import annotations

import math

import numpy as np

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Path, Point
from compositor.geometry.boolean import offset
from compositor.geometry.shapes import circle, smooth_curve
from generators.vector.patterns.chrome import sparkle
from generators.vector.patterns.gradients import mapped, wash
from generators.vector.patterns.noise import contours, rolling_noise, wrapped_noise
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.strokes import resampled, ribbon, splash
from generators.vector.patterns.tones import glow, lit, shaded, toned

__all__ = ["marble", "splatter", "starfield", "topographic", "voronoi"]

_MARBLE_SIDE = 460


def marble(sheet: Sheet) -> None:
    """Polished stone: clouds, soft veins, and a few fine cracks filled with the spark color."""
    tones, rng = sheet.tones, sheet.rng
    scale = _MARBLE_SIDE / max(sheet.width, sheet.height)
    rows, columns = round(sheet.height * scale), round(sheet.width * scale)
    warp = wrapped_noise(rng, 512, 46)[:rows, :columns]
    wander = wrapped_noise(rng, 512, 20)[:rows, :columns]
    fine = wrapped_noise(rng, 512, 5)[:rows, :columns]
    v = np.linspace(0, 3.4 * rows / _MARBLE_SIDE, rows)[:, None]
    u = np.linspace(0, 3.4 * columns / _MARBLE_SIDE, columns)[None, :]
    wave = np.abs(np.sin(1.5 * (v - 0.7 * u) + 1.1 * warp + 0.35 * wander + 0.04 * fine))
    veins = np.exp(-wave * 7.5) + 0.45 * np.exp(
        -np.abs(np.sin(2.7 * (u + 0.5 * v) + 1.3 * wander + 0.6 * warp)) * 16
    )
    field = 0.30 + 0.13 * warp + 0.07 * wander + 0.55 * veins
    field = field * (1 - 0.75 * sheet.calm_field(rows, columns, 10)) + 0.02
    base = tones.field(0.05)
    deep = (
        [lit(base, 0.10), toned(tones.hue_source, 0.52, 0.6)]
        if tones.is_dark
        else [shaded(base, 0.07), toned(tones.hue_source, 0.56, 0.55)]
    )
    sheet.picture("stone", mapped(field, [base, base, *deep]))
    gold = tones.vivid[-1]
    cracks: list[Shape] = []
    for _ in range(4):
        cracks += _crack(sheet, gold)
    sheet.add("cracks", cracks)


def _crack(sheet: Sheet, color: Color) -> list[Shape]:
    """Return one line that wanders down across the stone and forks once."""
    rng, w, h = sheet.rng, sheet.width, sheet.height
    x, y = float(rng.uniform(-0.1, 0.9)) * w, float(rng.uniform(-0.1, 0.6)) * h
    angle = float(rng.uniform(0.35, 1.0))
    shapes: list[Shape] = []
    for fork in (0.0, 0.55):
        px, py, turn = x, y, angle - fork
        points: list[Point] = []
        for k in range(60 if fork == 0 else 26):
            turn += float(rng.normal(0, 0.16)) - 0.06 * (turn - angle + fork)
            px += 1.5 * sheet.unit * math.cos(turn)
            py += 1.5 * sheet.unit * math.sin(turn)
            if not sheet.is_free(px, py, 2 * sheet.unit):
                break
            points.append(Point(px, py))
            if fork == 0 and k == 24:
                x, y = px, py
        if len(points) > 6:
            body = sheet.unit * (0.30 if fork == 0 else 0.18)

            def width_at(share: float, body: float = body) -> float:
                return body * (1.1 - share) * (0.7 + 0.3 * math.sin(23 * share))

            line = ribbon(points, width_at)
            shapes.append(filled(line, color))
    return shapes


def voronoi(sheet: Sheet) -> None:
    """Cells about uneven seeds, a joint of ground between them. Seamless."""
    tones, rng, w, h = sheet.tones, sheet.rng, sheet.width, sheet.height
    joint = tones.field(0.0) if not tones.is_dark else tones.ground
    sheet.fill("joints", joint)
    seeds = _even_seeds(rng, w, h, 58)
    copies = [
        (x + i * w, y + k * h, n)
        for n, (x, y) in enumerate(seeds)
        for i in (-1, 0, 1)
        for k in (-1, 0, 1)
    ]
    colors = [tones.field(0.5), tones.field(0.8), tones.field(1.0), *tones.vivid]
    picks = rng.choice(len(colors), len(seeds), p=_shares(len(colors)))
    shapes: list[Shape] = []
    for x, y, n in copies:
        if not (-0.2 * w < x < 1.2 * w and -0.2 * h < y < 1.2 * h):
            continue
        cell = _cell((x, y), copies)
        if len(cell) < 3 or sheet.banded_calm(x, y, 4) > 0.2:
            continue
        body = offset(Path.polygon(cell), -0.55 * sheet.unit)
        soft = offset(offset(body, -1.1 * sheet.unit), 1.1 * sheet.unit)
        color = colors[int(picks[n])]
        shapes.append(filled(soft if not soft.is_empty else body, color))
    sheet.add("cells", shapes)


def _shares(count: int) -> list[float]:
    weights = [3.0, 3.0, 2.2, 1.5, 0.8, 0.6][:count]
    return [weight / sum(weights) for weight in weights]


def _even_seeds(
    rng: np.random.Generator, w: float, h: float, count: int
) -> list[tuple[float, float]]:
    """Return places that keep apart also across the edges."""
    gap = 0.74 * math.sqrt(w * h / count)
    found: list[tuple[float, float]] = []
    for _ in range(count * 40):
        x, y = float(rng.uniform(0, w)), float(rng.uniform(0, h))
        if all(
            math.hypot(min(abs(x - u), w - abs(x - u)), min(abs(y - v), h - abs(y - v))) > gap
            for u, v in found
        ):
            found.append((x, y))
            if len(found) == count:
                break
    return found


def _cell(
    seed: tuple[float, float], others: list[tuple[float, float, int]]
) -> list[tuple[float, float]]:
    """Return the polygon of places nearer to the seed than to any other."""
    x, y = seed
    near = sorted(others, key=lambda o: (o[0] - x) ** 2 + (o[1] - y) ** 2)[1:22]
    far = 4 * math.dist(near[-1][:2], seed)
    polygon = [(x - far, y - far), (x + far, y - far), (x + far, y + far), (x - far, y + far)]
    for u, v, _ in near:
        mx, my, nx, ny = (x + u) / 2, (y + v) / 2, u - x, v - y
        kept: list[tuple[float, float]] = []
        for a, b in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
            da = (a[0] - mx) * nx + (a[1] - my) * ny
            db = (b[0] - mx) * nx + (b[1] - my) * ny
            if da <= 0:
                kept.append(a)
            if da * db < 0:
                t = da / (da - db)
                kept.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
        polygon = kept
        if len(polygon) < 3:
            return []
    return polygon


def topographic(sheet: Sheet) -> None:
    """A map of hills in terraces of tint, an index line at every fourth, summits marked."""
    tones, unit = sheet.tones, sheet.unit
    rows = 66 if sheet.height >= sheet.width else 48
    columns = max(20, round(rows * sheet.width / sheet.height))
    field = rolling_noise(sheet.rng, (rows, columns), 6.5)
    field = field * (1 - 0.9 * sheet.calm_field(rows, columns, 10)) - 0.35 * sheet.calm_field(
        rows, columns, 10
    )
    padded = np.pad(field, 1, constant_values=-9.0)
    sx, sy = sheet.width / (columns - 1), sheet.height / (rows - 1)
    low, high = (
        tones.field(0.1),
        toned(tones.vivid[0], 0.44 if tones.is_dark else 0.66, 0.8),
    )
    sheet.fill("lowland", low)
    levels = np.linspace(-0.32, 0.62, 13)
    ink = shaded(high, 0.16) if not tones.is_dark else lit(high, 0.2)
    for index, level in enumerate(levels):
        rings = [
            smooth_curve(
                resampled([((x - 1) * sx, (y - 1) * sy) for x, y in chain], 2.4 * unit)
            )
            for chain in contours(padded, float(level))
            if len(chain) > 8
        ]
        if not rings:
            continue
        body = Path.from_svg("".join(f"{ring.to_svg()}Z" for ring in rings))
        tint = low.mixed(high, 0.10 + 0.8 * (index / 12) ** 1.3)
        width = 0.26 if index % 4 == 0 else 0.10
        sheet.add(
            f"terrace {index}",
            [
                filled(body, tint, "evenodd"),
                stroked(body, ink.with_opacity(0.55), width * unit),
            ],
        )
    peaks = np.argwhere(field > max(0.5, float(field.max()) - 0.06))
    marks: list[Path] = []
    for row, column in peaks.tolist():
        x, y = column * sx, row * sy
        if all(math.dist((x, y), mark.bounds.center) > 14 * unit for mark in marks):
            r = 0.9 * unit
            marks.append(Path.polygon([(x, y - r), (x + r, y + 0.7 * r), (x - r, y + 0.7 * r)]))
    if marks:
        sheet.add("summits", [filled(Path.join(marks), tones.palette.ink)])


def splatter(sheet: Sheet) -> None:
    """Paint thrown three times, from near and from far, over the wash."""
    wash(sheet)
    tones, unit = sheet.tones, sheet.unit
    at = sheet.hero.center if sheet.hero else Point(0.58 * sheet.width, 0.62 * sheet.height)
    rng = sheet.rng
    throws = [(at.x, at.y, 24.0)]
    for x, y in sheet.scatter(5, 26 * unit, clear=12 * unit):
        throws.append((x, y, float(rng.uniform(6, 13))))
    for index, (x, y, size) in enumerate(throws):
        color = tones.vivid[index % len(tones.vivid)]
        reach = sheet.fitting_radius(x, y, size * unit)
        sheet.add(f"splash {index + 1}", [filled(splash(rng, x, y, reach), color)])
    specks = [
        circle(x, y, unit * float(rng.uniform(0.1, 0.55)))
        for x, y in sheet.scatter(90, 2 * unit, clear=2 * unit)
    ]
    if specks:
        sheet.add("specks", [filled(Path.join(specks), tones.vivid[0])])


def starfield(sheet: Sheet) -> None:
    """A band of stars across the night: dust, four sizes, and a few that sparkle."""
    tones, rng, unit, w, h = sheet.tones, sheet.rng, sheet.unit, sheet.width, sheet.height
    hue = tones.hue_source
    night = [toned(hue, 0.10, 0.8), toned(hue, 0.22, 1.0)]
    if not tones.is_dark:
        night = [toned(hue, 0.93, 0.35), toned(hue, 0.80, 0.75)]
    rows, columns = 300, max(60, round(300 * w / h))
    v = np.linspace(0, 1, rows)[:, None]
    u = np.linspace(0, 1, columns)[None, :]
    turn = float(rng.uniform(0.5, 0.95))
    cloud = wrapped_noise(rng, 512, 16)[:rows, :columns]
    away = (v - 0.62) * math.cos(turn) + (u - 0.5) * math.sin(turn) + 0.035 * cloud
    band = np.exp(-((away / 0.17) ** 2)) * (
        0.75 + 0.25 * wrapped_noise(rng, 512, 7)[:rows, :columns]
    )
    calm = sheet.calm_field(rows, columns, 12)
    sheet.picture(
        "night",
        mapped(
            np.clip(0.12 + 0.8 * band * (1 - 0.85 * calm), 0, 1),
            [*night, toned(tones.vivid[-1], 0.42 if tones.is_dark else 0.88, 0.6)],
        ),
    )
    star = tones.light() if tones.is_dark else toned(hue, 0.99, 0.2)
    for size, count in ((0.13, 760), (0.22, 300), (0.38, 70)):
        found: list[Path] = []
        for _ in range(count):
            x, y = float(rng.uniform(0, 1)), float(rng.uniform(0, 1))
            near = float(band[int(y * (rows - 1)), int(x * (columns - 1))])
            if rng.random() < 0.22 + 0.9 * near and sheet.calmness(x * w, y * h, 4) < 0.4:
                found.append(circle(x * w, y * h, size * unit * float(rng.uniform(0.6, 1.4))))
        if found:
            sheet.add("stars", [filled(Path.join(found), star)], opacity=0.9)
    for x, y in sheet.scatter(9, 17 * unit, clear=4 * unit):
        r = unit * float(rng.uniform(1.2, 3.4))
        sheet.add(
            "halo", [filled(circle(x, y, r * 1.5), glow(star, x, y, r * 1.5, strength=0.5))]
        )
        sheet.add("sparkle", [filled(sparkle(x, y, r, 0.07), star)])
