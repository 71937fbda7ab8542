"""Hard-edged fields: Bauhaus tiles, isometric blocks, Memphis, terrazzo, halftone, Truchet."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.shapes import KAPPA, circle, rectangle
from generators.vector.patterns.noise import fractal_noise, sampled
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.strokes import ribbon
from generators.vector.patterns.tones import lit, shaded, toned

__all__ = ["bauhaus_tiles", "halftone", "isometric_blocks", "memphis", "terrazzo", "truchet"]


def quarter(x: float, y: float, size: float, corner: int) -> Path:
    """Return a quarter disc in a tile, its center in corner 0–3 (clockwise from top left)."""
    cx, cy = x + (size if corner in (1, 2) else 0), y + (size if corner in (2, 3) else 0)
    sx, sy = (-1 if corner in (1, 2) else 1), (-1 if corner in (2, 3) else 1)
    k = size * KAPPA
    return Path(
        (
            ("M", (cx, cy)),
            ("L", (cx + sx * size, cy)),
            (
                "C",
                (cx + sx * size, cy + sy * k, cx + sx * k, cy + sy * size, cx, cy + sy * size),
            ),
            ("Z", ()),
        )
    )


def tile_colors(sheet: Sheet) -> list[Color]:
    """Return the palette for flat tiles, quiet tones in between."""
    tones = sheet.tones
    return [*tones.vivid, tones.palette.ink, tones.field(0.9)]


def bauhaus_tiles(sheet: Sheet) -> None:
    """Quarter rings, discs and bars on a square grid, gathered away from the copy."""
    tones, rng = sheet.tones, sheet.rng
    sheet.fill("ground", tones.ground)
    columns = 5 if sheet.width <= sheet.height else 8
    size = sheet.width / columns
    rows = math.ceil(sheet.height / size)
    colors = tile_colors(sheet)
    shapes: list[Shape] = []
    used: set[tuple[int, int]] = set()
    for row in range(rows):
        for column in range(columns):
            if (row, column) in used:
                continue
            grow = 2 if rng.random() < 0.16 and column + 1 < columns else 1
            cells = {(row + i, column + k) for i in range(grow) for k in range(grow)}
            tile = Box(column * size, row * size, grow * size, grow * size)
            covers = any(
                not tile.inset(size * 0.06).intersection(b).is_empty for b in sheet.calm
            )
            if (covers or cells & used) and grow == 2:
                grow, cells, tile = (
                    1,
                    {(row, column)},
                    Box(column * size, row * size, size, size),
                )
                covers = any(
                    not tile.inset(size * 0.06).intersection(b).is_empty for b in sheet.calm
                )
            if covers:
                continue
            used |= cells
            picked = [colors[int(i)] for i in rng.permutation(len(colors))[:3]]
            kind = int(rng.integers(3 if grow == 2 else 7))
            shapes += _bauhaus_tile(
                tile, kind, int(rng.integers(4)), (picked[0], picked[1], picked[2])
            )
    sheet.add("tiles", shapes)


def _bauhaus_tile(
    tile: Box, kind: int, turn: int, colors: tuple[Color, Color, Color]
) -> list[Shape]:
    x, y, size = tile.x, tile.y, tile.width
    back, front, third = colors
    base = [filled(rectangle(tile), back)]
    if kind == 0:
        return [*base, filled(quarter(x, y, size, turn), front)]
    if kind == 1:
        return [
            *base,
            filled(quarter(x, y, size, turn), front),
            filled(_inner_quarter(tile, turn, 0.5), third),
        ]
    if kind == 2:
        return [
            *base,
            filled(circle(x + size / 2, y + size / 2, size * 0.5), front),
            filled(circle(x + size / 2, y + size / 2, size * 0.2), third),
        ]
    if kind == 3:
        half = Box(x, y, size, size / 2) if turn % 2 else Box(x, y, size / 2, size)
        return [*base, filled(rectangle(half), front)]
    if kind == 4:
        corners = [(x, y), (x + size, y), (x + size, y + size), (x, y + size)]
        return [*base, filled(Path.polygon([corners[(turn + i) % 4] for i in range(3)]), front)]
    if kind == 5:
        return [
            *base,
            filled(_inner_quarter(tile, turn, 0.5), front),
            filled(_inner_quarter(tile, (turn + 2) % 4, 0.5), front),
        ]
    bars = [
        Box(x + i * size / 4, y, size / 8, size)
        if turn % 2
        else Box(x, y + i * size / 4, size, size / 8)
        for i in range(4)
    ]
    return [*base, *(filled(rectangle(bar), front) for bar in bars)]


def _inner_quarter(tile: Box, corner: int, share: float) -> Path:
    size = tile.width * share
    x = tile.x + (tile.width - size if corner in (1, 2) else 0)
    y = tile.y + (tile.width - size if corner in (2, 3) else 0)
    return quarter(x, y, size, corner)


def isometric_blocks(sheet: Sheet) -> None:
    """Cubes of different heights in three tones, a city seen from 30°, denser to one corner."""
    tones, rng = sheet.tones, sheet.rng
    sheet.fill("ground", tones.field(0.15))
    edge = 8.2 * sheet.unit
    dx, dy = edge * math.cos(math.radians(30)), edge * 0.5
    rows = int(sheet.height / dy) + 12
    columns = int(sheet.width / (2 * dx)) + 3
    field = fractal_noise(rng, (rows + 2, columns + 2), (3, 2), 2)
    colors = [tones.field(0.7), tones.field(1.0), *tones.vivid]
    weights = [0.42, 0.28, 0.18, 0.08, 0.04][: len(colors)]
    total = sum(weights)
    for row in range(rows):
        shapes: list[Shape] = []
        for column in range(columns):
            x = column * 2 * dx + (dx if row % 2 else 0) - dx * 0.4
            y = row * dy
            share = (x / sheet.width + 1.25 * y / sheet.height) / 2.25
            if rng.random() > share * 1.55 - 0.34 or not sheet.is_free(
                x, y - edge * 0.6, edge * 1.5
            ):
                continue
            tall = edge * (
                0.25 + 1.5 * max(0.0, share - 0.2 + 0.5 * sampled(field, column, row))
            )
            color = colors[int(rng.choice(len(colors), p=[p / total for p in weights]))]
            shapes += iso_block(x, y, dx, dy, tall, color)
        sheet.add(f"blocks row {row}", shapes)


def iso_block(
    x: float, y: float, dx: float, dy: float, tall: float, color: Color
) -> list[Shape]:
    """Return a block standing on (x, y), its three faces lit from the upper left."""
    top = y - tall
    return [
        filled(Path.polygon([(x - dx, top), (x, top + dy), (x, y + dy), (x - dx, y)]), color),
        filled(
            Path.polygon([(x + dx, top), (x, top + dy), (x, y + dy), (x + dx, y)]),
            shaded(color, 0.12),
        ),
        filled(
            Path.polygon([(x - dx, top), (x, top - dy), (x + dx, top), (x, top + dy)]),
            lit(color, 0.09),
        ),
    ]


def memphis(sheet: Sheet) -> None:
    """Squiggles, zigzags, half discs and dot grids, each with a hard shadow; three sizes."""
    tones, rng, unit = sheet.tones, sheet.rng, sheet.unit
    sheet.fill("ground", tones.ground)
    colors = list(tones.vivid)
    ink = tones.palette.ink
    places = [
        *((x, y, 12.5) for x, y in sheet.scatter(7, 36 * unit, clear=12 * unit)),
        *((x, y, 6.0) for x, y in sheet.scatter(18, 14 * unit, clear=5.5 * unit)),
        *((x, y, 1.8) for x, y in sheet.scatter(34, 8 * unit, clear=2.6 * unit)),
    ]
    drawn: list[tuple[float, float, float]] = []
    shapes: list[Shape] = []
    for x, y, size in places:
        reach = size * unit
        if any(math.hypot(x - u, y - v) < reach + r + unit for u, v, r in drawn):
            continue
        drawn.append((x, y, reach))
        color = colors[int(rng.integers(len(colors)))]
        shapes += _memphis_mark(sheet, x, y, reach, color, ink)
    sheet.add("memphis", shapes)


def _memphis_mark(
    sheet: Sheet, x: float, y: float, r: float, color: Color, ink: Color
) -> list[Shape]:
    rng = sheet.rng
    kind = int(rng.integers(6))
    turn = math.radians(float(rng.integers(0, 12)) * 30)

    def at(px: float, py: float) -> tuple[float, float]:
        return x + px * math.cos(turn) - py * math.sin(turn), y + px * math.sin(
            turn
        ) + py * math.cos(turn)

    if r < 2.5 * sheet.unit:
        bar = Path.polygon(
            [at(-r, -r * 0.22), at(r, -r * 0.22), at(r, r * 0.22), at(-r, r * 0.22)]
        )
        return [filled(circle(x, y, r * 0.45) if kind < 2 else bar, color if kind % 2 else ink)]
    drop = 0.10 * r
    if kind == 0:
        line = [
            at(-r + 2 * r * i / 40, 0.34 * r * math.sin(i / 40 * 6 * math.pi))
            for i in range(41)
        ]
        return [filled(ribbon(line, lambda _: r * 0.17), color)]
    if kind == 1:
        zig = [at(-r + 2 * r * i / 6, (0.28 if i % 2 else -0.28) * r) for i in range(7)]
        return [stroked(Path.polygon(zig, closed=False), color, r * 0.15, "butt")]
    if kind == 2:
        dots = [
            circle(*at((i - 2) * r * 0.4, (j - 2) * r * 0.4), r * 0.085)
            for i in range(5)
            for j in range(5)
        ]
        return [filled(Path.join(dots), ink if rng.random() < 0.5 else color)]
    if kind == 3:
        triangle = Path.polygon(
            [at(0, -r * 0.8), at(r * 0.75, r * 0.55), at(-r * 0.75, r * 0.55)]
        )
        return [filled(triangle.moved(drop, drop), ink), filled(triangle, color)]
    if kind == 4:
        rim = [
            at(r * 0.85 * math.cos(math.pi * i / 24), r * 0.85 * math.sin(math.pi * i / 24))
            for i in range(25)
        ]
        half = Path.polygon(rim)
        return [filled(half.moved(drop, drop), ink), filled(half, color)]
    ring = Path.join([circle(x, y, r * 0.72), circle(x, y, r * 0.42)])
    return [filled(ring.moved(drop, drop), ink, "evenodd"), filled(ring, color, "evenodd")]


def terrazzo(sheet: Sheet) -> None:
    """Stone chips in three sizes with broken edges, none touching."""
    tones, rng, unit = sheet.tones, sheet.rng, sheet.unit
    sheet.fill("ground", tones.field(0.12))
    colors = [tones.field(1.0), *tones.vivid, toned(tones.hue_source, 0.62, 0.5)]
    weights = [3.0, 2.0, 1.0, 0.7, 2.0][: len(colors)]
    total = sum(weights)
    drawn: list[tuple[float, float, float]] = []
    shapes: list[Shape] = []
    for size, count in ((5.2, 26), (2.5, 80), (0.9, 190)):
        for x, y in sheet.scatter(count, size * 2.2 * unit, clear=(1.2 * size + 1) * unit):
            r = size * unit * float(rng.uniform(0.6, 1.15))
            if any(math.hypot(x - u, y - v) < r + s + 0.5 * unit for u, v, s in drawn):
                continue
            drawn.append((x, y, r))
            color = colors[int(rng.choice(len(colors), p=[p / total for p in weights]))]
            shapes.append(filled(_chip(sheet, x, y, r), color))
    sheet.add("chips", shapes)


def _chip(sheet: Sheet, x: float, y: float, r: float) -> Path:
    rng = sheet.rng
    sides = int(rng.integers(5, 8))
    squash, phase = float(rng.uniform(0.6, 1)), float(rng.uniform(0, 7))
    turn = float(rng.uniform(0, 7))
    points = []
    for i in range(sides):
        angle = phase + 2 * math.pi * (i + float(rng.uniform(-0.3, 0.3))) / sides
        reach = r * float(rng.uniform(0.72, 1))
        px, py = reach * math.cos(angle), squash * reach * math.sin(angle)
        points.append(
            (
                x + px * math.cos(turn) - py * math.sin(turn),
                y + px * math.sin(turn) + py * math.cos(turn),
            )
        )
    return Path.polygon(points)


def halftone(sheet: Sheet) -> None:
    """Dots on a 45° screen that swell towards one corner."""
    tones, unit = sheet.tones, sheet.unit
    sheet.fill("ground", tones.field(0.1))
    pitch = 2.3 * unit
    w, h = sheet.width, sheet.height
    corners = [(1.02 * w, 1.02 * h), (-0.02 * w, 1.02 * h), (1.02 * w, -0.02 * h)]
    corner = max(
        corners, key=lambda c: min((math.dist(c, b.center) for b in sheet.calm), default=0)
    )
    if sheet.hero is not None:
        corner = (sheet.hero.center.x, sheet.hero.center.y)
    reach = 0.78 * math.hypot(w, h)
    bump = fractal_noise(sheet.rng, (24, 24), (2, 2), 1)
    ink = tones.vivid[0].mixed(tones.ground, 0.35) if tones.is_dark else tones.vivid[0]
    sheet.add("halftone", [filled(_screen(sheet, corner, reach, pitch, bump), ink)])
    if len(tones.vivid) > 1:
        other = (w - corner[0] if sheet.hero is None else -0.05 * w, h * 1.05)
        second = _screen(sheet, other, reach * 0.62, pitch * 1.12, bump)
        turn = second.transformed(Affine.rotation(14, Point(w / 2, h / 2)))
        sheet.add(
            "second screen",
            [filled(turn, tones.vivid[1])],
            blend="screen" if tones.is_dark else "multiply",
        )


def _screen(
    sheet: Sheet,
    corner: tuple[float, float],
    reach: float,
    pitch: float,
    bump: npt.NDArray[np.float64],
) -> Path:
    w, h = sheet.width, sheet.height
    dots: list[Path] = []
    for row in range(-1, int(h / pitch * 1.42) + 2):
        for column in range(-1, int(w / pitch / 1.42) + 2):
            x = (column + (0.5 if row % 2 else 0)) * pitch * 1.414
            y = row * pitch * 0.707
            near = 1 - math.hypot(x - corner[0], y - corner[1]) / reach
            near += 0.22 * sampled(bump, x / w * 23, y / h * 23)
            r = pitch * 0.68 * max(0.0, near) ** 0.8 * (1 - sheet.calmness(x, y, 24))
            if r > 0.11 * pitch:
                dots.append(circle(x, y, r))
    return Path.join(dots)


def truchet(sheet: Sheet) -> None:
    """Quarter arcs on a grid, turned at random into a single wandering ribbon."""
    tones, rng = sheet.tones, sheet.rng
    sheet.fill("ground", tones.field(0.3))
    size = 11 * sheet.unit
    arcs: list[Path] = []
    for row in range(math.ceil(sheet.height / size) + 1):
        for column in range(math.ceil(sheet.width / size) + 1):
            x, y = column * size, row * size
            if not sheet.is_free(x + size / 2, y + size / 2, size * 0.7):
                continue
            corners = (0, 2) if rng.random() < 0.5 else (1, 3)
            arcs += [_arc_between_edges(x, y, size, corner) for corner in corners]
    joined = Path.join(arcs)
    sheet.add("truchet", [stroked(joined, tones.vivid[0], size * 0.34, "butt")])
    sheet.add("truchet core", [stroked(joined, tones.field(0.0), size * 0.10, "butt")])


def _arc_between_edges(x: float, y: float, size: float, corner: int) -> Path:
    cx, cy = x + (size if corner in (1, 2) else 0), y + (size if corner in (2, 3) else 0)
    sx, sy = (-1 if corner in (1, 2) else 1), (-1 if corner in (2, 3) else 1)
    r = size / 2
    k = r * KAPPA
    return Path(
        (
            ("M", (cx + sx * r, cy)),
            ("C", (cx + sx * r, cy + sy * k, cx + sx * k, cy + sy * r, cx, cy + sy * r)),
        )
    )
