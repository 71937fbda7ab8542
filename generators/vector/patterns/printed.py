"""Marks of the press and the screen: dots, misregistered inks, moiré, scan lines."""

from __future__ import annotations

import math

import numpy as np

from compositor.color import Color
from compositor.document import Shape
from compositor.document.layer import BlendMode
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.boolean import union
from compositor.geometry.shapes import arc, circle, rectangle
from generators.vector.patterns.gradients import mapped, mesh_ramp, soft_size, wash
from generators.vector.patterns.noise import fractal_noise, wrapped_noise
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.tones import glow, lit, shaded, toned

__all__ = ["dots", "moire", "riso", "scan_lines"]


def dots(sheet: Sheet) -> None:
    """Polka dots in a strict stagger, some colored, some rings. Seamless."""
    tones = sheet.tones
    sheet.fill("ground", tones.field(0.12))
    columns = max(4, 2 * round(sheet.width / (15.0 * sheet.unit)))
    pitch = sheet.width / columns
    rows = max(4, 2 * round(sheet.height / pitch))
    step = sheet.height / rows
    quiet, radius = tones.field(0.9), 0.25 * pitch
    kinds: dict[int, list[Path]] = {}
    rings: list[Path] = []
    for row in range(-1, rows + 1):
        for column in range(-1, columns + 1):
            x = (column + (0.75 if row % 2 else 0.25)) * pitch
            y = (row + 0.5) * step
            if sheet.banded_calm(x, y, 5) > 0.15:
                continue
            place = (column % columns) * 3 + (row % rows) * 8
            if place % 7 == 3:
                rings.append(circle(x, y, radius * 0.92))
            else:
                kinds.setdefault(place % 5, []).append(circle(x, y, radius))
    for kind in sorted(kinds):
        color = tones.vivid[kind % len(tones.vivid)] if kind in (1, 4) else quiet
        sheet.add(f"dots {kind}", [filled(Path.join(kinds[kind]), color)])
    if rings:
        sheet.add("rings", [stroked(Path.join(rings), tones.vivid[0], 0.10 * pitch)])


def riso(sheet: Sheet) -> None:
    """Big plain shapes in two inks that overlap and miss each other by a hair, and speckle."""
    tones, rng, unit = sheet.tones, sheet.rng, sheet.unit
    sheet.fill("paper", tones.field(0.05))
    inks = [toned(c, max(0.55, c.oklch.lightness), 1.05) for c in tones.vivid[:2]]
    if len(inks) == 1:
        inks.append(toned(inks[0].shifted(hue_deg=60), 0.72, 1.0))
    if tones.is_dark:
        inks = [toned(c, 0.62, 1.0) for c in inks]
    blend: BlendMode = "screen" if tones.is_dark else "multiply"
    columns = 3 if sheet.width <= sheet.height else 5
    size = sheet.width / columns
    plates: tuple[list[Path], list[Path]] = ([], [])
    lines: list[Path] = []
    for row in range(math.ceil(sheet.height / size)):
        for column in range(columns):
            tile = Box(column * size, row * size, size, size)
            if any(tile.inset(0.1 * size).intersection(box).area > 0 for box in sheet.calm):
                continue
            first, second, thin = _riso_cell(tile, int(rng.integers(6)), int(rng.integers(4)))
            way = (row + column) % 2
            plates[way].append(first)
            plates[1 - way].append(second)
            lines += thin
    miss = Affine.rotation(0.35, sheet.box.center).then(
        Affine.translation(0.75 * unit, 0.5 * unit)
    )
    for index, (plate, ink) in enumerate(zip(plates, inks, strict=True)):
        path = Path.join(plate)
        if not path.is_empty:
            moved = path.transformed(miss) if index else path
            sheet.add(f"ink {index + 1}", [filled(moved, ink)], blend=blend)
    if lines:
        sheet.add(
            "line plate",
            [
                stroked(
                    Path.join(lines).transformed(miss), tones.palette.ink, 0.32 * unit, "butt"
                )
            ],
        )
    _speckle(sheet)


def _riso_cell(tile: Box, kind: int, turn: int) -> tuple[Path, Path, list[Path]]:
    """Return one ink's shape, the other's, and thin lines, all inside a tile."""
    x, y, s = tile.x, tile.y, tile.width
    cx, cy = x + s / 2, y + s / 2
    spin = Affine.rotation(90.0 * turn, Point(cx, cy))
    none: list[Path] = []
    if kind == 0:
        closed = Path.from_svg(arc(cx, cy, 0.46 * s, 180, 360).to_svg() + "Z")
        return circle(cx, cy, 0.30 * s), closed.transformed(spin), none
    if kind == 1:
        stripes = [rectangle(Box(x + s * k / 5, y, s / 10, s)) for k in range(5)]
        return circle(cx, cy, 0.46 * s), Path.join(stripes).transformed(spin), none
    if kind == 2:
        door = rectangle(Box(x + 0.14 * s, cy, 0.72 * s, 0.5 * s))
        arch = union(circle(cx, cy, 0.36 * s), door)
        sun = circle(cx, cy, 0.2 * s)
        return arch.transformed(spin), sun, none
    if kind == 3:
        leaf = Path.from_svg(
            f"M{x} {y + s}C{x} {y} {x} {y} {x + s} {y}C{x + s} {y + s} "
            f"{x + s} {y + s} {x} {y + s}Z"
        )
        rib = Path.polygon([(x, y + s), (x + 0.9 * s, y + 0.1 * s)], closed=False)
        return leaf.transformed(spin), circle(cx, cy, 0.17 * s), [rib.transformed(spin)]
    if kind == 4:
        rings = [circle(cx, cy, s * k) for k in (0.46, 0.40, 0.34, 0.28, 0.22, 0.16, 0.10)]
        quarter = Path.polygon([(x, y), (x + s, y), (x, y + s)])
        return quarter.transformed(spin), circle(cx, cy, 0.46 * s), rings
    square = rectangle(Box(x, y, s, s))
    checks = [
        rectangle(Box(x + s * i / 4, y + s * k / 4, s / 4, s / 4))
        for i in range(4)
        for k in range(4)
        if (i + k) % 2
    ]
    return square, Path.join(checks), none


def _speckle(sheet: Sheet) -> None:
    """Pick the ink off in specks, as a drum does."""
    noise = wrapped_noise(sheet.rng, 256, 0.6)
    pixels = np.empty((256, 256, 4), np.uint8)
    ground = sheet.tones.field(0.05)
    pixels[..., :3] = (ground.red, ground.green, ground.blue)
    pixels[..., 3] = np.where(noise > 1.75, 210, 0)
    sheet.tile("speckle", pixels)


def moire(sheet: Sheet) -> None:
    """Two families of fine rings about two centers; where they cross, a third appears."""
    tones, unit, w, h = sheet.tones, sheet.unit, sheet.width, sheet.height
    wash(sheet)
    at = sheet.hero.center if sheet.hero else Point(0.56 * w, 0.6 * h)
    turn = float(sheet.rng.uniform(0, 2 * math.pi))
    apart = 7.5 * unit
    pitch = 2.1 * unit
    reach = math.hypot(w, h)
    for index, side in enumerate((-1, 1)):
        cx = at.x + side * apart * math.cos(turn)
        cy = at.y + side * apart * math.sin(turn)
        rings = [circle(cx, cy, pitch * (k + 0.5)) for k in range(int(reach / pitch))]
        color = tones.vivid[index % len(tones.vivid)]
        ink = color if not tones.is_dark else lit(color, 0.08)
        sheet.add(
            f"rings {index + 1}",
            [stroked(Path.join(rings), ink, 0.42 * pitch)],
            opacity=0.85,
            blend="screen" if tones.is_dark else "multiply",
        )
    sheet.veil(tones.field(0.15), 0.94)


def scan_lines(sheet: Sheet) -> None:
    """A tube that has lost its signal: glow, torn slices of color, and the raster over all."""
    tones, rng, unit, w, h = sheet.tones, sheet.rng, sheet.unit, sheet.width, sheet.height
    rows, columns = soft_size(sheet)
    v = np.linspace(0, 1, rows)[:, None]
    u = np.linspace(0, 1, columns)[None, :]
    field = 0.35 + 0.4 * np.sin(3.0 * v + 1.6 * u + float(rng.uniform(0, 6)))
    tear = fractal_noise(rng, (rows, 1), (26, 1), 3, 0.7)
    field = field + 0.32 * np.round(tear * 3) / 3 * (u > 0.15 + 0.3 * np.abs(tear))
    calm = sheet.calm_field(rows, columns, 12)
    field = np.clip(field, 0, 1) * (1 - 0.8 * calm)
    sheet.picture("signal", mapped(field, mesh_ramp(sheet)))
    slices: list[Shape] = []
    for _ in range(16):
        y, tall = float(rng.uniform(0, 1)) * h, float(rng.uniform(0.3, 1.8)) * unit
        x, wide = float(rng.uniform(-0.2, 0.9)) * w, float(rng.uniform(0.08, 0.5)) * w
        color = tones.vivid[int(rng.integers(len(tones.vivid)))]
        if sheet.calmness(x + wide / 2, y, 8) > 0.1:
            continue
        for shift, part in ((-0.8, lit(color, 0.12)), (0.8, shaded(color, 0.08)), (0, color)):
            box = Box(x + shift * unit, y, wide, tall)
            slices.append(filled(rectangle(box), part.with_opacity(0.75)))
    sheet.add("torn slices", slices)
    dark = Color.from_oklch(0.12 if tones.is_dark else 0.35, 0.02, 265.0)
    pitch = 0.95 * unit
    lines = [
        rectangle(Box(-2, k * pitch, w + 4, 0.42 * pitch)) for k in range(int(h / pitch) + 1)
    ]
    sheet.add(
        "scan lines",
        [filled(Path.join(lines), dark.with_opacity(0.34 if tones.is_dark else 0.10))],
        blend="multiply",
    )
    bright = glow(tones.light(), 0.3 * w, 0.25 * h, 0.7 * max(w, h), strength=0.28)
    sheet.fill("glare", bright, blend="screen")
