"""East Asian fields: 青海波 waves, 祥云 clouds, 回纹 fret, ink washes."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Affine, Path, Point
from compositor.geometry.boolean import union
from compositor.geometry.shapes import arc, circle
from generators.vector.patterns.gradients import wash
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.texture import ink_pool
from generators.vector.patterns.tones import linear, shaded, toned

__all__ = ["cloud_scrolls", "fret", "seigaiha"]


def seigaiha(sheet: Sheet) -> None:
    """Overlapping wave scales, fine lines, fading upwards like a tide."""
    tones, unit = sheet.tones, sheet.unit
    wash(sheet)
    radius = 8.4 * unit
    gap_y = radius * 0.5
    rows = int(sheet.height / gap_y) + 3
    hue = tones.vivid[0]
    base = tones.field(0.35)
    for row in range(rows):
        y = row * gap_y
        share = min(1.0, max(0.0, (y / sheet.height - 0.24) / 0.42))
        if share <= 0.02:
            continue
        discs: list[Path] = []
        cores: list[Path] = []
        lines: list[Path] = []
        for column in range(-1, int(sheet.width / (2 * radius)) + 2):
            x = column * 2 * radius + (radius if row % 2 else 0)
            if not sheet.is_free(x, y - radius * 0.5, radius * 0.9):
                continue
            discs.append(circle(x, y, radius))
            cores.append(circle(x, y, radius * 0.42))
            lines += [arc(x, y, radius * k, 180, 360) for k in (0.975, 0.78, 0.60)]
        if not discs:
            continue
        body = base.mixed(tones.field(0.8), share)
        sheet.add(
            f"waves {row}",
            [
                filled(Path.join(discs), body),
                filled(Path.join(cores), hue.mixed(body, 0.45)),
                stroked(Path.join(lines), hue.mixed(body, 0.12), 0.42 * unit),
            ],
            opacity=0.4 + 0.6 * share,
        )


def lucky_cloud(x: float, y: float, size: float, mirrored: bool) -> tuple[Path, Path]:  # noqa: FBT001 (reads as the adjective)
    """Return body and lines of a 祥云: three curls and a tail that runs out into the wind."""
    curls = ((-0.62, 0.05, 0.42), (0.05, -0.32, 0.58), (0.70, -0.02, 0.40))
    body: list[Path] = [circle(cx, cy, r) for cx, cy, r in curls]
    tail = Path.from_svg(
        "M-1.05 0.12C-0.9 0.46 -0.2 0.5 0.4 0.44C1.2 0.36 1.7 0.52 2.6 0.30"
        "C1.9 0.34 1.5 0.06 0.9 0.0L-0.6 -0.1Z"
    )
    lines: list[Path] = []
    for cx, cy, r in curls:
        for k in (0.93, 0.62):
            points = []
            for i in range(30):
                angle = math.radians(200 + (330 if k > 0.9 else 380) * i / 29)
                reach = r * k * (1 - (0.0 if k > 0.9 else 0.55 * i / 29))
                points.append((cx + reach * math.cos(angle), cy + reach * math.sin(angle)))
            lines.append(Path.polygon(points, closed=False))
    lines.append(Path.from_svg("M-0.4 0.34C0.2 0.40 1.1 0.22 1.9 0.32"))
    place = Affine.scaling(-size if mirrored else size, size).then(Affine.translation(x, y))
    return union(tail, *body).transformed(place), Path.join(lines).transformed(place)


def cloud_shapes(
    x: float, y: float, size: float, colors: tuple[Color, Color], *, mirrored: bool = False
) -> list[Shape]:
    """Return a filled 祥云 with its line work."""
    body, lines = lucky_cloud(x, y, size, mirrored)
    return [
        filled(body, colors[0]),
        stroked(body, colors[1], size * 0.035),
        stroked(lines, colors[1], size * 0.03),
    ]


def cloud_scrolls(sheet: Sheet) -> None:
    """祥云 in three sizes drifting along two diagonals, larger towards the foot."""
    wash(sheet)
    tones, rng, unit = sheet.tones, sheet.rng, sheet.unit
    gold = tones.vivid[-1]
    for depth, (count, size) in enumerate(((9, 3.4), (6, 6.0), (3, 10.5))):
        body = tones.field(0.45 + 0.25 * depth)
        shapes: list[Shape] = []
        for x, y in sheet.scatter(count, size * 4.4 * unit, clear=size * 2.0 * unit):
            shapes += cloud_shapes(
                x,
                y,
                size * unit,
                (body, gold.mixed(body, 0.5 - 0.2 * depth)),
                mirrored=bool(rng.random() < 0.4),
            )
        sheet.add(f"clouds {depth}", shapes, opacity=0.6 + 0.2 * depth)


def fret(sheet: Sheet) -> None:
    """回纹: square spirals in rows at head and foot, the middle left empty."""
    wash(sheet)
    tones, unit = sheet.tones, sheet.unit
    size = 5.2 * unit
    hue = shaded(tones.vivid[0], 0.02).mixed(tones.field(0.3), 0.35)
    count = round(sheet.width / size)
    size = sheet.width / count
    spiral = [
        (0, 1),
        (0, 0),
        (0.8, 0),
        (0.8, 0.8),
        (0.2, 0.8),
        (0.2, 0.2),
        (0.6, 0.2),
        (0.6, 0.6),
        (0.4, 0.6),
        (0.4, 0.4),
    ]
    lines: list[Path] = []
    for row_y in (size * 0.5, sheet.height - size * 1.5):
        for column in range(count):
            if not sheet.is_free((column + 0.5) * size, row_y + size / 2, size * 0.6):
                continue
            flip = column % 2
            points = [
                ((column + (1 - px if flip else px)) * size, row_y + py * size)
                for px, py in spiral
            ]
            lines.append(Path.polygon(points, closed=False))
    if lines:
        sheet.add("fret", [stroked(Path.join(lines), hue, size * 0.085, "square")])


def ink_wash(sheet: Sheet) -> None:
    """Wet ink on paper: a pale wash, a darker pool in it, a small dense one, thrown drops."""
    tones, w, h, rng = sheet.tones, sheet.width, sheet.height, sheet.rng
    sheet.fill("paper", linear([tones.ground, tones.field(0.3)], sheet.box, 80))
    ink = tones.palette.ink if tones.is_dark else toned(tones.palette.ink, 0.24, 1.0)
    at = sheet.hero.center if sheet.hero else Point(w * 0.66, h * 0.66)
    side = min(w, h)
    swing = float(rng.uniform(-0.06, 0.06)) * w
    for dx, dy, reach, strength in (
        (0.02, 0.02, 0.52, 0.26),
        (0.10, 0.06, 0.34, 0.42),
        (-0.16, -0.10, 0.13, 0.62),
    ):
        pool = Point(at.x + dx * w + swing, at.y + dy * h)
        ink_pool(sheet, pool, sheet.fitting_radius(*pool, reach * side), ink, strength)
    corner = Point(w * (0.06 if at.x > 0.4 * w else 0.94), h * 0.95)
    ink_pool(sheet, corner, side * 0.30, ink, 0.34)
    drops = [
        circle(
            at.x + swing + float(rng.normal(0, 0.30)) * w,
            at.y + float(rng.normal(0, 0.16)) * h,
            sheet.unit * float(rng.uniform(0.12, 0.75)),
        )
        for _ in range(26)
    ]
    kept = [drop for drop in drops if sheet.is_free(*drop.bounds.center, 2 * sheet.unit)]
    if kept:
        sheet.add("thrown ink", [filled(Path.join(kept), ink)], opacity=0.62)
