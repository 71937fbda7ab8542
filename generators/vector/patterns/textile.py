"""Strict repeats: weave, window lattice 窗棂, thunder scrolls 云雷纹, reeded glass."""

from __future__ import annotations

import numpy as np

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.shapes import rectangle
from generators.vector.patterns.gradients import mapped, mesh_ramp, soft_size
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.tones import linear, lit, shaded

__all__ = ["glass_blur", "lattice", "thunder_scrolls", "woven"]


def even_grid(
    sheet: Sheet, pitch_units: float, parity: int = 2
) -> tuple[int, int, float, float]:
    """Return columns, rows and cell size of a grid that ends exactly at the edges.

    Args:
        sheet: The paper.
        pitch_units: About how large a cell is.
        parity: Columns and rows are multiples of it.
    """
    pitch = pitch_units * sheet.unit
    columns = max(parity, parity * round(sheet.width / pitch / parity))
    rows = max(parity, parity * round(sheet.height / (sheet.width / columns) / parity))
    return columns, rows, sheet.width / columns, sheet.height / rows


def line_color(sheet: Sheet) -> Color:
    """Return the graphic color for fine lines: not one that turns gray beside the page."""
    tones = sheet.tones
    ground, first = tones.ground.oklch, tones.vivid[0].oklch
    apart = abs((ground.hue_deg - first.hue_deg + 180) % 360 - 180)
    clashes = ground.chroma > 0.08 and first.chroma > 0.04 and apart > 90
    color = tones.vivid[-1] if clashes else tones.vivid[0]
    return lit(color, 0.04) if tones.is_dark else color


def woven(sheet: Sheet) -> None:
    """Plain weave close up: each strip goes over one and under one. Seamless."""
    tones = sheet.tones
    warp, weft = tones.field(0.75), tones.field(1.0).mixed(tones.vivid[0], 0.55)
    sheet.fill("gaps", shaded(warp, 0.20))
    columns, rows, dx, dy = even_grid(sheet, 8.2)
    share = 0.45
    under: list[Shape] = []
    over: list[Shape] = []
    for row in range(rows):
        for column in range(columns):
            cx, cy = (column + 0.5) * dx, (row + 0.5) * dy
            upright = Box(cx - share * dx, cy - 0.5 * dy, 2 * share * dx, dy)
            level = Box(cx - 0.5 * dx, cy - share * dy, dx, 2 * share * dy)
            flat = (row + column) % 2 == 0
            calm = sheet.calmness(cx, cy, 5)
            top, low = (level, upright) if flat else (upright, level)
            color, hidden = (weft, warp) if flat else (warp, weft)
            color, hidden = color.mixed(warp, calm), hidden.mixed(warp, calm)
            dark = shaded(color, 0.09)
            bright = lit(color, 0.06)
            under.append(filled(rectangle(low), shaded(hidden, 0.10)))
            ramp = [dark, color, bright, color, dark]
            angle = 0.0 if flat else 90.0
            over.append(filled(rectangle(top), linear(ramp, top, angle)))
    sheet.add("under", under)
    sheet.add("over", over)


def lattice(sheet: Sheet) -> None:
    """窗棂, the frames of a paper window: nested rectangles held by short bars. Seamless."""
    tones = sheet.tones
    sheet.fill("paper", tones.field(0.12) if not tones.is_dark else tones.field(0.35))
    columns, rows, dx, dy = even_grid(sheet, 17.0, 1)
    cells = {
        (row, column): Box(column * dx, row * dy, dx, dy)
        for row in range(rows)
        for column in range(columns)
    }
    kept = {k: cell for k, cell in cells.items() if sheet.banded_calm(*cell.center, 8) < 0.3}
    bars: list[Path] = []
    for (row, column), cell in kept.items():
        bars += _lattice_cell(cell)
        if row and (row - 1, column) not in kept:
            # Where the window ends, its bars stand under a rail.
            ends = [(cell.x, cell.y), (cell.right, cell.y)]
            bars.append(Path.polygon(ends, closed=False))
    if not bars:
        return
    wood = line_color(sheet)
    wood = wood if tones.is_dark else wood.mixed(tones.palette.ink, 0.25)
    joined, body = Path.join(bars), 0.052 * dx
    sheet.add(
        "shadow",
        [stroked(joined.moved(0.02 * dx, 0.03 * dx), tones.shadow(0.28), body, "square")],
        blend="multiply",
    )
    sheet.add("bars", [stroked(joined, wood, body, "square")])
    sheet.add(
        "bevel",
        [
            stroked(
                joined.moved(-0.01 * dx, -0.012 * dx), lit(wood, 0.10), body * 0.25, "square"
            )
        ],
    )


def _lattice_cell(cell: Box) -> list[Path]:
    """Return one cell of 步步锦: a frame, one within it, and the bars between them."""

    def box(inset: float) -> Path:
        return rectangle(cell.inset(inset * cell.width, inset * cell.height))

    def bar(x1: float, y1: float, x2: float, y2: float) -> Path:
        return Path.polygon(
            [
                (cell.x + x1 * cell.width, cell.y + y1 * cell.height),
                (cell.x + x2 * cell.width, cell.y + y2 * cell.height),
            ],
            closed=False,
        )

    across = [bar(0.0, 0.5, 0.14, 0.5), bar(0.86, 0.5, 1.0, 0.5)]
    down = [bar(0.5, 0.0, 0.5, 0.14), bar(0.5, 0.86, 0.5, 1.0)]
    inner = [
        bar(0.14, 0.30, 0.34, 0.30), bar(0.66, 0.30, 0.86, 0.30),
        bar(0.14, 0.70, 0.34, 0.70), bar(0.66, 0.70, 0.86, 0.70),
        bar(0.30, 0.14, 0.30, 0.34), bar(0.70, 0.14, 0.70, 0.34),
        bar(0.30, 0.66, 0.30, 0.86), bar(0.70, 0.66, 0.70, 0.86),
    ]  # fmt: skip
    return [box(0.14), box(0.34), *across, *down, *inner]


_COIL = ((0.06, 0.5), (0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.24, 0.94), (0.24, 0.26),
         (0.74, 0.26), (0.74, 0.74), (0.44, 0.74), (0.44, 0.5))  # fmt: skip
"""A square coil in a unit cell, from its left edge inwards."""


def thunder_scrolls(sheet: Sheet) -> None:
    """云雷纹: square coils joined in pairs, every second pair turned over. Seamless."""
    tones = sheet.tones
    sheet.fill("ground", tones.field(0.25))
    columns, rows, dx, dy = even_grid(sheet, 10.0)
    lines: list[Path] = []
    for row in range(rows):
        for column in range(columns):
            cx, cy = (column + 0.5) * dx, (row + 0.5) * dy
            if sheet.banded_calm(cx, cy, 4) > 0.2:
                continue
            flip, turned = (-1 if column % 2 else 1), (-1 if row % 2 else 1)
            place = Affine(
                flip * dx, 0, 0, turned * dy, cx - flip * dx / 2, cy - turned * dy / 2
            )
            points = [Point(*place.apply(p)) for p in _COIL]
            lines.append(Path.polygon(points, closed=False))
    if not lines:
        return
    hue = line_color(sheet)
    body = 0.075 * dx
    relief = tones.shadow(0.18)
    sheet.add(
        "relief",
        [stroked(Path.join(lines).moved(0.03 * dx, 0.04 * dx), relief, body, "square")],
        blend="multiply",
    )
    sheet.add(
        "scrolls", [stroked(Path.join(lines), hue.mixed(tones.field(0.5), 0.2), body, "square")]
    )


def glass_blur(sheet: Sheet) -> None:
    """Colored light behind reeded glass: every flute bends it anew, its edge catches a line."""
    tones, rng = sheet.tones, sheet.rng
    rows, columns = soft_size(sheet)
    flutes = max(7, round(sheet.width / (7.5 * sheet.unit)))
    u = np.linspace(0, 1, columns)[None, :] * np.ones((rows, 1))
    v = np.linspace(0, 1, rows)[:, None] * np.ones((1, columns))
    place = u * flutes
    inside = place - np.floor(place) - 0.5
    bent = u + inside * 2.6 / flutes + 0.10 * np.sign(inside) * inside**2 / flutes
    aspect = sheet.height / sheet.width
    field = np.full((rows, columns), 0.10)
    spots = (
        (0.30, 0.55, 0.46, 0.75),
        (0.72, 0.40, 0.38, 0.95),
        (0.62, 0.90, 0.48, 0.66),
        (0.06, 0.98, 0.34, 1.0),
    )
    for sx, sy, size, strength in spots:
        cx, cy = sx + float(rng.uniform(-0.12, 0.12)), sy + float(rng.uniform(-0.08, 0.08))
        away = np.hypot(bent - cx, (v - cy) * aspect) / size
        field = np.maximum(field, strength * np.exp(-(away**2) * 1.7))
    field = field * (1 - 0.85 * sheet.calm_field(rows, columns, 14))
    sheet.picture("light behind glass", mapped(field, mesh_ramp(sheet)))
    wide = sheet.width / flutes
    shapes: list[Shape] = []
    white = tones.light()
    shade = tones.shadow(1.0)
    for k in range(flutes):
        flute = Box(k * wide, -2, wide, sheet.height + 4)
        ramp = [
            white.with_opacity(0.26), white.with_opacity(0.05), white.with_opacity(0.0),
            shade.with_opacity(0.02), shade.with_opacity(0.13),
        ]  # fmt: skip
        shapes.append(filled(rectangle(flute), linear(ramp, flute, 0)))
    sheet.add("flutes", shapes, opacity=0.8)
