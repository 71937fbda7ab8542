"""Line fields: topographic contours, flow field, guilloche, sunburst and speed lines."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from compositor.color import Color
from compositor.geometry import Path, Point
from compositor.geometry.shapes import circle, rectangle, smooth_curve
from generators.vector.patterns.gradients import wash
from generators.vector.patterns.noise import contours, fractal_noise, rolling_noise, sampled
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.strokes import resampled, ribbon
from generators.vector.patterns.tones import glow, linear, lit, shaded

__all__ = ["contour_lines", "flow_lines", "guilloche", "speed_lines", "sunburst"]


def contour_lines(sheet: Sheet) -> None:
    """Lines of equal height around a few summits; they part around the copy."""
    wash(sheet)
    rows = 88 if sheet.height >= sheet.width else 64
    columns = max(24, round(rows * sheet.width / sheet.height))
    field = 1.15 * rolling_noise(sheet.rng, (rows, columns), 8.0)
    tones = sheet.tones
    scale = sheet.width / (columns - 1), sheet.height / (rows - 1)
    levels = np.linspace(-0.72, 0.78, 19)
    fine: list[Path] = []
    strong: list[Path] = []
    base = tones.field(0.0)
    for index, level in enumerate(levels):
        for chain in contours(field, float(level)):
            points = [(x * scale[0], y * scale[1]) for x, y in chain]
            path = smooth_curve(resampled(points, 3.2 * sheet.unit))
            (strong if index % 4 == 0 else fine).append(path)
    hue = tones.vivid[0]
    faint = hue.mixed(base, 0.25)
    sheet.add("contours", [stroked(Path.join(fine), faint, 0.16 * sheet.unit)], opacity=0.85)
    sheet.add(
        "index contours", [stroked(Path.join(strong), hue, 0.30 * sheet.unit)], opacity=0.85
    )
    sheet.veil(linear([tones.field(0.1), tones.field(0.5)], sheet.box, 62), 0.9)


def flow_lines(sheet: Sheet) -> None:
    """Evenly spaced strokes that follow one current, thick and thin."""
    sheet.fill(
        "ground", linear([sheet.tones.field(0.05), sheet.tones.field(0.5)], sheet.box, 70)
    )
    rows = 60
    columns = max(12, round(rows * sheet.width / sheet.height))
    field = fractal_noise(sheet.rng, (rows, columns), (1.5, 1.5 * columns / rows), 2, 0.3)
    tones = sheet.tones
    gap = 2.1 * sheet.unit
    taken: dict[tuple[int, int], list[tuple[float, float]]] = {}
    colors = [*tones.vivid, tones.field(1.0)]
    weights = np.array(
        [0.5, 0.14, 0.08, 0.28] if len(colors) == 4 else [1 / len(colors)] * len(colors)
    )
    strokes: dict[int, list[Path]] = {}
    for x, y in sheet.scatter(520, gap * 0.9, clear=2.5 * sheet.unit):
        line = _streamline(sheet, field, (x, y), taken, gap)
        if len(line) < 9:
            continue
        for px, py in line:
            taken.setdefault((int(px / gap), int(py / gap)), []).append((px, py))
        body = gap * float(sheet.rng.choice([0.16, 0.34, 0.62]))
        pick = int(sheet.rng.choice(len(colors), p=weights / weights.sum()))
        strokes.setdefault(pick, []).append(_swelling(line, body))
    for pick in sorted(strokes):
        sheet.add("flow", [filled(Path.join(strokes[pick]), colors[pick])])


def _swelling(points: list[Point], body: float) -> Path:
    return ribbon(points, lambda share: body * (0.15 + 0.85 * math.sin(math.pi * share) ** 0.5))


def _streamline(
    sheet: Sheet,
    field: npt.NDArray[np.float64],
    start: tuple[float, float],
    taken: dict[tuple[int, int], list[tuple[float, float]]],
    gap: float,
) -> list[Point]:
    rows, columns = field.shape
    line: list[Point] = []
    for direction in (-1.0, 1.0):
        x, y = start
        part: list[Point] = []
        for _ in range(46):
            if not sheet.is_free(x, y, 1.6 * sheet.unit) or _is_near(taken, x, y, gap * 0.8):
                break
            part.append(Point(x, y))
            turn = 0.55 + 2.3 * sampled(
                field, x / sheet.width * columns, y / sheet.height * rows
            )
            x += direction * gap * 0.55 * math.cos(turn)
            y += direction * gap * 0.55 * math.sin(turn)
        line = [*reversed(part), *line] if direction < 0 else [*line, *part[1:]]
    return line


def _is_near(
    taken: dict[tuple[int, int], list[tuple[float, float]]], x: float, y: float, gap: float
) -> bool:
    cell = int(x / gap * 0.8), int(y / gap * 0.8)
    return any(
        (x - u) ** 2 + (y - v) ** 2 < gap * gap
        for i in (-1, 0, 1)
        for j in (-1, 0, 1)
        for u, v in taken.get((cell[0] + i, cell[1] + j), ())
    )


def guilloche(sheet: Sheet) -> None:
    """Banknote line work: two families of waves woven around a rosette."""
    wash(sheet)
    tones, unit = sheet.tones, sheet.unit
    w, h = sheet.width, sheet.height
    cx, cy = sheet.hero.center if sheet.hero else Point(w * 0.74, h * 0.66)
    petals = int(sheet.rng.integers(7, 13))
    reach = 0.52 * math.hypot(w, h) * 0.8
    lines: list[Path] = []
    for ring in range(26):
        share = ring / 25
        radius = reach * (0.12 + 0.88 * share)
        points = []
        for i in range(240):
            angle = 2 * math.pi * i / 240
            wave = 0.13 * math.sin(petals * angle + 4.2 * share) + 0.05 * math.sin(
                3 * petals * angle - 7 * share
            )
            r = radius * (1 + wave * (0.4 + 0.6 * share))
            points.append((cx + r * math.cos(angle), cy + r * math.sin(angle)))
        lines.append(smooth_curve(points, closed=True))
    hue = tones.vivid[0].mixed(tones.field(0.2), 0.2)
    second = tones.vivid[-1].mixed(tones.field(0.2), 0.15)
    sheet.add(
        "guilloche",
        [stroked(Path.join(lines[::2]), glow(hue, cx, cy, 1.2 * reach), 0.26 * unit)],
        opacity=1.0,
    )
    sheet.add(
        "guilloche second",
        [stroked(Path.join(lines[1::2]), glow(second, cx, cy, 1.2 * reach), 0.20 * unit)],
        opacity=0.9,
    )


def sunburst(sheet: Sheet, center: Point | None = None, count: int = 22) -> None:
    """Rays from behind the hero, bold near it and quieter behind copy."""
    tones = sheet.tones
    w, h = sheet.width, sheet.height
    at = center or (sheet.hero.center if sheet.hero else Point(w * 0.62, h * 0.66))
    reach = 1.25 * math.hypot(w, h)
    ground = tones.field(0.2)
    sheet.fill("ground", ground)
    start = float(sheet.rng.uniform(0, 360))
    rays: list[Path] = []
    for i in range(count):
        angle = math.radians(start + 360 / count * i)
        half = math.radians(360 / count * 0.25)
        rays.append(
            Path.polygon(
                [
                    (at.x, at.y),
                    (
                        at.x + reach * math.cos(angle - half),
                        at.y + reach * math.sin(angle - half),
                    ),
                    (
                        at.x + reach * math.cos(angle + half),
                        at.y + reach * math.sin(angle + half),
                    ),
                ]
            )
        )
    ray = tones.field(1.0, 1.25)
    sheet.add("rays", [filled(Path.join(rays), ray)])
    core: Color = lit(ground, 0.06) if not tones.is_dark else lit(tones.field(1.0, 1.25), 0.09)
    sheet.fill("ray glow", glow(core, at.x, at.y, reach * 0.42, strength=0.9))


def speed_lines(sheet: Sheet) -> None:
    """Diagonal bands that cut across the page, one huge, the others its echoes."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    sheet.fill("ground", linear([tones.field(0.0), tones.field(0.35)], sheet.box, 62))
    w, h = sheet.width, sheet.height
    at = sheet.hero.center if sheet.hero else Point(w * 0.62, h * 0.66)
    lean = math.tan(math.radians(24))
    colors = [*tones.vivid, tones.field(1.0)]

    free = sheet.free
    cut = free.width * lean * 0.35
    clip = (
        Path.polygon(
            [
                (free.x, free.y + cut * 0.6),
                (free.right, free.y - cut * 0.4),
                (free.right + w, h * 2),
                (free.x, h * 2),
            ]
        )
        if free.y > 1
        else rectangle(free)
    )

    def band(x: float, thick: float, top: float, bottom: float) -> Path:
        """Return a leaning bar through (x, middle of the hero)."""
        x1, x2 = x + (at.y - top) * lean, x + (at.y - bottom) * lean
        return Path.polygon([(x1, top), (x1 + thick, top), (x2 + thick, bottom), (x2, bottom)])

    wide = 0.40 * w
    deep = linear([lit(colors[0], 0.03), shaded(colors[0], 0.08)], sheet.box)
    sheet.add("band", [filled(band(at.x - wide * 0.6, wide, -h, 2 * h), deep)], clip=clip)
    sheet.add(
        "band edge",
        [filled(band(at.x + wide * 0.46, 2.4 * unit, -h, 2 * h), colors[1 % len(colors)])],
        clip=clip,
    )
    dots = [
        circle(
            at.x + wide * 0.1 + (i - j * lean) * 2.1 * unit,
            at.y + (j - 12) * 2.1 * unit,
            0.5 * unit,
        )
        for i in range(9)
        for j in range(25)
    ]
    sheet.add("screen", [filled(Path.join(dots), lit(colors[0], 0.10))], opacity=0.8, clip=clip)
    slashes = []
    for _ in range(30):
        thick = float(rng.choice([0.7, 1.6, 3.6], p=[0.45, 0.35, 0.2])) * unit
        x = float(rng.uniform(-0.2, 1.15)) * w
        middle = float(rng.uniform(0.05, 1.0)) * h
        half = float(rng.uniform(0.05, 0.22)) * h
        path = band(x - (at.y - middle) * lean, thick, middle - half, middle + half)
        if all(path.bounds.intersection(box.inset(-unit)).is_empty for box in sheet.calm):
            slashes.append(filled(path, colors[int(rng.integers(1, len(colors)))]))
    sheet.add("slashes", slashes)
