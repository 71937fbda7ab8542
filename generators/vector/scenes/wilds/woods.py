"""Forest: trunks in four depths, light between them, ferns."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import rectangle
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.tones import between, glow, linear, lit, shaded, toned
from generators.vector.scenes.foliage import painted_branch
from generators.vector.scenes.landscapes import ridge
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["forest"]


def forest(sheet: Sheet) -> Stage:
    """Trunks in four depths, shafts of light from the upper left, ferns at our feet."""
    tones, rng, unit, w, h = sheet.tones, sheet.rng, sheet.unit, sheet.width, sheet.height
    ground_y = floor_line(sheet)
    green = tones.leafy
    if not 110 < green.oklch.hue_deg < 205:
        green = between(green, Color.from_hex("#5E8C5A"), 0.75)
    if green.oklch.chroma < 0.06:
        green = Color.from_oklch(green.oklch.lightness, 0.07, green.oklch.hue_deg)
    far = toned(green, 0.90, 0.5) if not tones.is_dark else toned(green, 0.42, 0.8)
    near = toned(green, 0.30, 0.8) if not tones.is_dark else toned(green, 0.12, 0.8)
    sun = lit(tones.light(), 0.01)
    sheet.fill("air", linear([far, lit(far, 0.04), far.mixed(near, 0.25)], sheet.box, 90))
    at = sheet.hero.center if sheet.hero else Point(0.5 * w, 0.55 * h)
    sheet.fill(
        "clearing", glow(sun, at.x - 0.1 * w, at.y - 0.1 * h, 0.62 * max(w, h), strength=0.75)
    )
    for depth in range(4):
        share = depth / 3
        color = far.mixed(near, 0.22 + 0.72 * share**1.2)
        foot = ground_y - h * (0.13 * (1 - share)) + 0.03 * h * share
        trunks: list[Shape] = []
        gap = w * (0.085 + 0.10 * share)
        x = -gap * float(rng.uniform(0.2, 0.8))
        while x < w + gap:
            thick = unit * (1.1 + 4.8 * share**1.6) * float(rng.uniform(0.7, 1.25))
            clear = abs(x - at.x) > (0.16 + 0.26 * share) * w
            if clear:
                trunks.append(_trunk(sheet, x, foot, thick, color))
            x += gap * float(rng.uniform(0.7, 1.5))
        calm = all(box.height < 0.5 * h for box in sheet.calm)
        sheet.add(f"trunks {depth}", trunks, opacity=1.0 if calm else 0.9)
        floor = ridge(sheet, foot + 0.012 * h, 0.016 * h, 3, 3.0)
        sheet.add(
            f"floor {depth}",
            [
                filled(
                    floor,
                    linear(
                        [lit(color, 0.05), color, shaded(color, 0.03)], Box(0, foot, w, 0.2 * h)
                    ),
                )
            ],
        )
        if depth < 3:
            mist = Box(-2, foot - 0.34 * h, w + 4, 0.38 * h)
            sheet.add(
                f"mist {depth}",
                [
                    filled(
                        rectangle(mist),
                        linear([far.with_opacity(0), far.with_opacity(0.5)], mist),
                    )
                ],
            )
    _shafts(sheet, at, sun, ground_y)
    ferns: list[Shape] = []
    for x, way in ((-0.03 * w, 1), (0.05 * w, 1), (1.03 * w, -1), (0.95 * w, -1)):
        for turn in (-78, -58, -36):
            heading = turn if way > 0 else -180 - turn
            ferns += painted_branch(
                rng,
                (x, 1.03 * h),
                heading,
                0.20 * h * float(rng.uniform(0.8, 1.2)),
                "palm",
                lit(near, 0.10),
            )
    hero = sheet.hero.inset(0.02 * w) if sheet.hero else Box(0, 0, 0, 0)
    kept = [s for s in ferns if s.path.bounds.intersection(hero).is_empty]
    sheet.add("ferns", kept)
    return Stage(
        ground_y=ground_y, shadow=shaded(near, 0.06), depth=0.03 * h, backlit=tones.is_dark
    )


def _trunk(sheet: Sheet, x: float, foot: float, thick: float, color: Color) -> Shape:
    lean = float(sheet.rng.normal(0, 0.02)) * sheet.height
    flare = thick * 0.7
    path = Path.from_svg(
        f"M{x - thick / 2 - flare} {foot + 0.02 * sheet.height}"
        f"C{x - thick / 2} {foot - thick} {x - thick / 2} {foot - 3 * thick} "
        f"{x - 0.38 * thick + lean} -4"
        f"L{x + 0.38 * thick + lean} -4"
        f"C{x + thick / 2} {foot - 3 * thick} {x + thick / 2} {foot - thick} "
        f"{x + thick / 2 + flare} {foot + 0.02 * sheet.height}Z"
    )
    box = Box(x - thick / 2, 0, thick, 1)
    return filled(path, linear([lit(color, 0.06), color, shaded(color, 0.05)], box, 0))


def _shafts(sheet: Sheet, at: Point, sun: Color, ground_y: float) -> None:
    w = sheet.width
    shafts = []
    for k, (off, wide) in enumerate(
        ((-0.52, 0.05), (-0.30, 0.09), (-0.04, 0.05), (0.16, 0.10))
    ):
        top, foot = at.x + (off - 0.34) * w, at.x + (off + 0.22) * w
        shaft = Path.polygon(
            [
                (top, -4),
                (top + 0.5 * wide * w, -4),
                (foot + wide * w, ground_y),
                (foot - 0.3 * wide * w, ground_y),
            ]
        )
        fade = linear(
            [sun.with_opacity(0.42 - 0.05 * k), sun.with_opacity(0)], Box(0, 0, w, ground_y)
        )
        shafts.append(filled(shaft, fade))
    sheet.add("shafts of light", shafts, blur=1.2 * sheet.unit, blend="screen")
