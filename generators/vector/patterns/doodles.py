"""Doodles: small hand-drawn marks scattered like notes in a margin."""

from __future__ import annotations

import json
import math
from importlib.resources import files

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Affine, Box, Path
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.strokes import pen_line

__all__ = ["doodle_scatter", "doodle_shapes"]


def _marks() -> dict[str, dict[str, list[str]]]:
    text = (files("generators.vector.patterns") / "doodles.json").read_text("utf-8")
    table: dict[str, dict[str, list[str]]] = json.loads(text)
    return table


def doodle_shapes(
    sheet: Sheet, name: str, x: float, y: float, size: float, colors: tuple[Color, Color | None]
) -> list[Shape]:
    """Return one mark about `size` px across, drawn with a pen; the second color fills it.

    The fill is laid a little off its line, as felt pens do.
    """
    rng = sheet.rng
    turn = (
        Affine.scaling(size / 100)
        .then(Affine.rotation(float(rng.uniform(-24, 24))))
        .then(Affine.translation(x, y))
    )
    width = max(1.2, 0.46 * sheet.unit)
    shapes: list[Shape] = []
    for data in _marks()["marks"][name]:
        path = Path.from_svg(data).transformed(turn)
        for contour in path.contours():
            points = [(p.x, p.y) for p in contour.flattened(10)[0]]
            closed = contour.segments[-1][0] == "Z"
            if closed and colors[1] is not None and len(points) > 4:
                shapes.insert(0, filled(contour.moved(size * 0.045, size * 0.04), colors[1]))
            shapes.append(filled(pen_line(points, width, rng), colors[0]))
    return shapes


def doodle_scatter(sheet: Sheet, topic: str = "", *, ground: bool = True) -> None:
    """Scatter marks of a topic in two sizes, turned every way, clear of hero and copy."""
    tones, rng, unit = sheet.tones, sheet.rng, sheet.unit
    if ground:
        sheet.fill("ground", tones.ground)
    table = _marks()["topics"]
    names = table.get(topic or sheet.theme.industry, table["any"])
    ink = tones.palette.ink
    fills = [*tones.vivid, None, None]
    taken: list[tuple[float, float, float]] = []
    keep_off = (
        sheet.hero.inset(sheet.hero.width * 0.05, sheet.hero.height * 0.09)
        if sheet.hero
        else None
    )
    shapes: list[Shape] = []
    last = ""
    for size, count in ((13.0, 12), (8.5, 30), (4.6, 60)):
        for x, y in sheet.scatter(count, size * 1.12 * unit, clear=size * 0.7 * unit):
            reach = size * 0.5 * unit
            if (
                keep_off is not None
                and not keep_off.intersection(
                    Box(x - reach, y - reach, 2 * reach, 2 * reach)
                ).is_empty
            ):
                continue
            if any(math.hypot(x - u, y - v) < reach + r for u, v, r in taken):
                continue
            taken.append((x, y, reach))
            small = size < 5
            pool = [n for n in (table["small"] if small else names) if n != last]
            last = pool[int(rng.integers(len(pool)))]
            fill = fills[int(rng.integers(len(fills)))]
            shapes += doodle_shapes(sheet, last, x, y, size * unit, (ink, fill))
    sheet.add("doodles", shapes)
