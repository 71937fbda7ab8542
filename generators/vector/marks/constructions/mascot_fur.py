"""Ears, antlers and fur of mascots: areas for solid heads, loops of the pen for drawn ones."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from compositor.geometry import Affine, Path
from compositor.geometry.boolean import difference, offset, outline_stroke, union
from compositor.geometry.shapes import circle, ellipse, smooth_curve
from generators.vector.marks.constructions.mascot_species import Species

__all__ = ["EARS", "FUR_GAP_U", "both", "curls", "puffs", "round_ears"]

FUR_GAP_U = 3.2
_MIRROR = Affine(-1, 0, 0, 1, 96, 0)


def both(path: Path) -> Path:
    """Return the path and its mirror image."""
    return union(path, path.transformed(_MIRROR))


def curls(cx: float, cy: float, rx: float, ry: float, rng: np.random.Generator) -> Path:
    """One run of loops around an ellipse: the pen never leaves the paper."""
    around = math.pi * (3 * (rx + ry) - math.sqrt((3 * rx + ry) * (rx + 3 * ry)))
    loops = max(5, round(around / 13.5))
    loop = around / loops * 0.6
    start = float(rng.uniform(0, 2 * math.pi))
    per = 6
    points = []
    count = loops * per + 2
    for i in range(count):
        t = start + 2 * math.pi * i / (loops * per)
        turn = 2 * math.pi * i / per
        size = loop * (0.92 + 0.16 * math.sin(3.1 * i / per + start))
        ox, oy = math.cos(t), math.sin(t)
        points.append(
            (
                cx
                + (rx - loop * 0.5) * ox
                + size * (ox * math.cos(turn) - oy * math.sin(turn)) * -0.9,
                cy
                + (ry - loop * 0.5) * oy
                + size * (oy * math.cos(turn) + ox * math.sin(turn)) * -0.9,
            )
        )
    return smooth_curve(points)


def puffs(species: Species) -> tuple[tuple[float, float, float, float], ...]:
    """The balls of fur: center and radii."""
    if species.ears == "puffs":
        return ((48, 22, 26, 17), (15, 56, 14, 27), (81, 56, 14, 27))
    if species.ears == "wool":
        return ((48, 36, 30, 24),)
    return ((48, 50, 40, 40),)


def _scallop(cx: float, cy: float, rx: float, ry: float, lobes: int) -> Path:
    """A puff: a ring of discs around an ellipse, joined."""
    area = ellipse(cx, cy, rx, ry)
    size = math.pi * (rx + ry) / lobes * 0.62
    for i in range(lobes):
        t = 2 * math.pi * (i + 0.5) / lobes - math.pi / 2
        area = union(
            area,
            circle(
                cx + (rx - size * 0.25) * math.cos(t),
                cy + (ry - size * 0.25) * math.sin(t),
                size,
            ),
        )
    return area


def _puff_ears(species: Species) -> tuple[Path, Path]:
    del species
    top = _scallop(48, 23, 21, 14, 9)
    side = _scallop(15, 57, 10, 21, 9)
    side = difference(side, offset(top, FUR_GAP_U))
    return union(top, both(side)), Path()


def _pointed_ears(species: Species) -> tuple[Path, Path]:
    cx, cy, rx, ry, _ = species.head
    outer = cx - rx * 0.94
    tip = (cx - rx * 0.86, cy - ry * 1.58)
    ear = Path.from_svg(
        f"M{outer} {cy - ry * 0.1}"
        f"C{outer - 1} {cy - ry * 0.8} {tip[0] - 2} {tip[1] + 8} {tip[0]} {tip[1]}"
        f"C{tip[0] + 10} {tip[1] + 5} {cx - rx * 0.3} {cy - ry * 1.06}"
        f" {cx - rx * 0.08} {cy - ry * 0.92}"
        f"L{cx} {cy}Z"
    )
    return both(ear), Path()


def round_ears(species: Species) -> tuple[Path, Path]:
    """Return two discs and the smaller ones inside them."""
    cx, cy, rx, ry, _ = species.head
    x, y = cx - rx * 0.72, cy - ry * 0.82
    return both(circle(x, y, 13)), both(circle(x, y, 6.2))


def _floppy_ears(species: Species) -> tuple[Path, Path]:
    cx, cy, rx, ry, _ = species.head
    x, y = cx - rx * 0.72, cy - ry * 0.78
    ear = Path.from_svg(
        f"M{x + 6} {y - 6}C{x - 10} {y - 12} {x - 24} {y + 8} {x - 22} {y + 34}"
        f"C{x - 21} {y + 48} {x - 6} {y + 48} {x - 2} {y + 34}"
        f"C{x + 1} {y + 22} {x + 12} {y + 8} {x + 6} {y - 6}Z"
    )
    return both(ear), Path()


def _long_ears(species: Species) -> tuple[Path, Path]:
    cx, cy, rx, ry, _ = species.head
    turn = Affine.rotation(-11)
    ear = ellipse(0, -25, 9.2, 30).transformed(turn).moved(cx - rx * 0.46, cy - ry * 0.5)
    inner = ellipse(0, -28, 3.4, 17).transformed(turn).moved(cx - rx * 0.46, cy - ry * 0.5)
    return both(ear), both(inner)


def _antlers(species: Species) -> tuple[Path, Path]:
    cx, cy, rx, ry, _ = species.head
    y = cy - ry * 0.86
    branch = Path.join(
        (
            smooth_curve([(cx - 8, y + 4), (cx - 14, y - 10), (cx - 18, y - 26)]),
            smooth_curve([(cx - 14, y - 8), (cx - 26, y - 14), (cx - 30, y - 25)]),
            smooth_curve([(cx - 16, y - 16), (cx - 9, y - 22), (cx - 6, y - 29)]),
        )
    )
    horns = outline_stroke(branch, 6.2)
    ear = Path.from_svg(
        f"M{cx - rx * 0.7} {y + 16}"
        f"C{cx - rx - 8} {y + 16} {cx - rx - 16} {y + 10} {cx - rx - 20} {y + 2}"
        f"C{cx - rx - 8} {y - 2} {cx - rx + 4} {y + 2} {cx - rx * 0.5} {y + 8}Z"
    )
    return both(union(horns, ear)), Path()


def _wool(species: Species) -> tuple[Path, Path]:
    del species
    ear = ellipse(0, 0, 13, 6).transformed(Affine.rotation(18)).moved(14, 56)
    return union(_scallop(48, 40, 27, 25, 11), both(ear)), Path()


def _mane(species: Species) -> tuple[Path, Path]:
    del species
    return _scallop(48, 50, 33, 33, 14), Path()


def _tufts(species: Species) -> tuple[Path, Path]:
    cx, cy, rx, ry, _ = species.head
    ear = Path.polygon(
        [
            (cx - rx * 0.98, cy - ry * 1.06),
            (cx - rx * 0.2, cy - ry * 0.9),
            (cx - rx * 0.9, cy - ry * 0.3),
        ]
    )
    return both(ear), both(difference(circle(cx + 15, 46, 12), circle(cx + 15, 46, 8.6)))


def _flaps(species: Species) -> tuple[Path, Path]:
    cx, cy, rx, ry, _ = species.head
    ear = Path.polygon(
        [
            (cx - rx * 0.9, cy - ry * 1.12),
            (cx - rx * 0.28, cy - ry * 0.86),
            (cx - rx * 0.8, cy - ry * 0.4),
        ]
    )
    return both(offset(ear, 3.5)), Path()


EARS: dict[str, Callable[[Species], tuple[Path, Path]]] = {
    "puffs": _puff_ears,
    "pointed": _pointed_ears,
    "round": round_ears,
    "panda": round_ears,
    "floppy": _floppy_ears,
    "long": _long_ears,
    "antlers": _antlers,
    "wool": _wool,
    "mane": _mane,
    "tufts": _tufts,
    "flaps": _flaps,
}
