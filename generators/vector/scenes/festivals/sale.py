"""双十一: a stage between two tall gates of light."""

from __future__ import annotations

from compositor.document import Shape
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.patterns.inlay import lay_motif
from generators.vector.patterns.sheet import Sheet, filled
from generators.vector.patterns.tones import glow, linear, lit, shaded, toned
from generators.vector.scenes.foliage import leaf
from generators.vector.scenes.stage import Stage, floor_line

__all__ = ["double_eleven_cn"]


def double_eleven_cn(sheet: Sheet) -> Stage:
    """双十一: a stage with two tall gates of light, parcels, balloons, confetti."""
    tones, unit, rng = sheet.tones, sheet.unit, sheet.rng
    w, h = sheet.width, sheet.height
    ground_y = floor_line(sheet)
    hue = tones.vivid[0]
    back = (
        [toned(hue, 0.44, 1.1), toned(hue, 0.60, 1.1)]
        if not tones.is_dark
        else [toned(hue, 0.14, 1.0), toned(hue, 0.34, 1.2)]
    )
    sheet.fill("hall", linear(back, Box(0, 0, w, ground_y)))
    at = sheet.hero.center if sheet.hero else Point(0.5 * w, 0.55 * h)
    light = lit(back[1], 0.24)
    sheet.fill("hall light", glow(light, at.x, at.y, 0.6 * max(w, h), strength=0.75))
    spark = tones.vivid[-1]
    wide, tall = 0.19 * w, min(0.56 * h, ground_y - 0.30 * h if sheet.calm else 0.56 * h)
    for index, dx in enumerate((-0.23, 0.23)):
        gate = Box(
            at.x + dx * w - wide / 2,
            ground_y - tall * (1.0 if index else 0.92),
            wide,
            tall * 1.2,
        )
        for k, (grow, tone) in enumerate(
            (
                (0.10, lit(spark, 0.02)),
                (0.0, lit(back[1], 0.10)),
                (-0.22, back[0].mixed(back[1], 0.4)),
            )
        ):
            frame = gate.inset(-grow * wide, -grow * wide)
            if k == 0:
                sheet.add(
                    "gate glow",
                    [filled(rounded_rectangle(frame, 0.5 * frame.width), spark)],
                    blur=1.6 * unit,
                    opacity=0.7,
                )
            sheet.add(
                "gate",
                [
                    filled(
                        rounded_rectangle(frame, 0.5 * frame.width),
                        linear([lit(tone, 0.05), tone, shaded(tone, 0.05)], frame, 20),
                    )
                ],
            )
        bulbs = [
            circle(gate.x + side, gate.y + wide * 0.5 + k * 2.7 * unit, 0.42 * unit)
            for side in (-0.02 * wide, 1.02 * wide)
            for k in range(int((ground_y - gate.y - wide * 0.5) / (2.7 * unit)))
        ]
        sheet.add("bulbs", [filled(Path.join(bulbs), lit(tones.light(), 0.01))])
    floor = toned(hue, 0.66 if not tones.is_dark else 0.24, 1.0)
    box = Box(-2, ground_y - 0.045 * h, w + 4, h)
    sheet.add(
        "floor",
        [
            filled(
                rectangle(box),
                linear([lit(floor, 0.07), shaded(floor, 0.05)], Box(0, box.y, w, h - box.y)),
            )
        ],
    )
    for grow, drop, tone in (
        (0.50, 0.035, shaded(floor, 0.08)),
        (0.50, 0.01, lit(floor, 0.10)),
        (0.42, 0.0, lit(floor, 0.16)),
    ):
        disc = ellipse(at.x, ground_y + drop * h, grow * w, grow * w * 0.16)
        sheet.add(
            "stage", [filled(disc, linear([tone, lit(tone, 0.04), tone], disc.bounds, 0))]
        )
    for x, y, size, name in (
        (0.09, 0.30, 5.2, "air_balloon"),
        (0.92, 0.36, 6.2, "air_balloon"),
        (0.08, 0.90, 6.4, "gift"),
        (0.92, 0.92, 7.0, "parcel"),
    ):
        px, py = x * w, (y * h if y < 0.5 else min(y * h, ground_y + 0.02 * h))
        hero = (sheet.hero or Box(0, 0, 0, 0)).inset(0.03 * w)
        if sheet.is_free(px, py, size * unit) and not (
            sheet.occupied and hero.covers(Box(px, py, 0, 0))
        ):
            lay_motif(sheet, name, (px, py, size * unit), turn=int(10 * x))
    bits: list[Shape] = []
    for x, y in sheet.scatter(54, 4.5 * unit, clear=1.6 * unit):
        if y < ground_y - 0.06 * h:
            color = (spark, tones.light(), tones.vivid[1 % len(tones.vivid)])[
                int(rng.integers(3))
            ]
            turn = float(rng.uniform(0, 180))
            bits.append(filled(leaf(x, y, 1.5 * unit, 0.9 * unit, turn, 0.0), color))
    sheet.add("confetti", bits)
    return Stage(ground_y=ground_y, shadow=shaded(floor, 0.30), depth=0.0, reflects=0.16)
