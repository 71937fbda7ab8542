"""Sprays: wildflowers, a leafy branch and loose petals."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.geometry import Point
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.forms import curve, resampled, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import glow
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.subjects.flowers.foliage import bloom_color, leaf_parts
from generators.vector.motifs.subjects.flowers.petal import (
    Frame,
    greens,
    petal_part,
    petal_path,
    stem_color,
)
from generators.vector.motifs.tones import tones_of

__all__ = ["leaf_spray", "petals", "wildflower"]


def leaf_spray(request: MotifRequest) -> Sketch:
    """Return an arching branch of leaves, largest in the middle."""
    green = greens(request.palette.primary, request.palette.accent2)
    spine = [(110.0, 930.0), (300.0, 760.0), (480.0, 560.0), (640.0, 350.0), (830.0, 130.0)]
    line = resampled(curve(*spine).flattened(12)[0], 8)
    parts = [
        Part(
            path=ribbon(spine, (18, 14, 11, 8, 4)),
            color=stem_color(green),
            form="tube",
            group="stem",
            spot=True,
        )
    ]
    count = 15
    for i in range(count):
        share = 0.14 + 0.86 * i / (count - 1)
        k = min(len(line) - 2, int(share * (len(line) - 1)))
        x, y = float(line[k][0]), float(line[k][1])
        along = math.atan2(line[k + 1][1] - line[k][1], line[k + 1][0] - line[k][0])
        side = 1 if i % 2 else -1
        reach = 190 + 110 * math.sin(math.pi * min(1, share * 0.95)) - 60 * share
        angle = along + (side * math.radians(58 - 26 * share) if i < count - 1 else 0)
        tip = (x + reach * math.cos(angle), y + reach * math.sin(angle))
        tint = green.shifted(lightness=0.05 if side < 0 else -0.03, hue_deg=-6 + 3 * (i % 4))
        parts += leaf_parts((x, y), tip, reach * 0.36, tint, 0.09 * side)
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=1000,
        ground_y=960,
        focus=Point(520, 480),
        floats=True,
    )


def petals(request: MotifRequest) -> Sketch:
    """Return loose petals drifting down from the upper right."""
    color, rng = bloom_color(request), request.rng(43)
    parts: list[Part] = []
    places = (
        (770, 130, 92),
        (590, 220, 70),
        (880, 330, 64),
        (690, 400, 104),
        (430, 400, 80),
        (250, 520, 66),
        (540, 600, 96),
        (780, 640, 60),
        (330, 730, 104),
        (130, 760, 62),
        (580, 830, 74),
        (200, 920, 84),
        (820, 880, 66),
    )
    for i, (x, y, size) in enumerate(places):
        angle = float(rng.uniform(0, 360))
        frame = Frame((x, y), angle, float(rng.uniform(0.55, 1.0)))
        tint = color.shifted(
            lightness=0.04 * math.sin(i * 1.7), chroma_factor=1 + 0.15 * math.cos(i)
        )
        path = petal_path(
            frame,
            size * 1.75,
            size * float(rng.uniform(1.2, 1.5)),
            ruffle=0.03,
            notch=0.08,
            rng=rng,
        )
        part = petal_part(
            frame,
            path,
            tint,
            group="petals",
            veins=3 if size > 80 else 0,
            depth=0.6,
            spot=i % 2 == 0,
        )
        parts.append(part)
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=1000,
        ground_y=1000,
        focus=Point(560, 470),
        floats=True,
    )


def wildflower(request: MotifRequest) -> Sketch:
    """Return a loose handful of meadow flowers and grasses."""
    palette, rng = request.palette, request.rng(44)
    green = greens(palette.primary, palette.accent2)
    foot = (500.0, 1030.0)
    parts: list[Part] = []

    def stem(tip: tuple[float, float], lean: float, width: float = 9) -> None:
        middle = ((foot[0] + tip[0]) / 2 + lean, (foot[1] + tip[1]) / 2)
        parts.append(
            Part(
                path=ribbon(
                    [(foot[0] + lean * 0.1, foot[1]), middle, tip],
                    (width, width * 0.8, width * 0.6),
                ),
                color=stem_color(green),
                form="tube",
                group="stems",
                spot=True,
            )
        )

    for tip, lean in (((180, 420), -60), ((840, 470), 50), ((690, 250), 30), ((330, 190), -40)):
        stem(tip, lean, 6)
        for k in range(9):
            x, y = tip[0] - k * (tip[0] - foot[0]) * 0.018, tip[1] + k * 17
            for side in (-1, 1):
                parts += leaf_parts(
                    (x, y),
                    (x + side * (26 + k), y - 30),
                    15,
                    green.shifted(lightness=0.08, hue_deg=-18),
                    0.1 * side,
                    group="grass",
                )
    for base, tip, bend in (
        ((492, 820), (250, 640), 0.12),
        ((508, 800), (760, 690), -0.12),
        ((496, 900), (330, 850), 0.1),
        ((505, 880), (690, 860), -0.1),
    ):
        parts += leaf_parts(base, tip, 62, green, bend)
    heads = (
        ((500, 170), 0, 108, "daisy"),
        ((250, 300), -50, 92, "daisy"),
        ((760, 330), 40, 96, "cup"),
        ((390, 430), -20, 86, "cup"),
        ((620, 480), 20, 84, "daisy"),
        ((880, 190), 66, 0, "spike"),
        ((120, 170), -80, 0, "spike"),
    )
    for tip, lean, _size, _kind in heads:
        stem(tip, lean)
    for tip, _lean, size, kind in heads:
        if kind == "daisy":
            parts += _daisy(
                tip,
                size,
                request.own(Color.from_hex("#FFFDF6"), 0.02),
                palette.accent,
                turn=float(rng.uniform(0, 20)),
            )
        elif kind == "cup":
            parts += _cup(tip, size, palette.primary)
        else:
            parts += _spike(tip, request.own(Color.from_oklch(0.62, 0.12, 300)))
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=1050,
        ground_y=1030,
        focus=Point(500, 330),
        floats=True,
    )


def _daisy(
    at: tuple[float, float], size: float, color: Color, heart: Color, turn: float
) -> list[Part]:
    parts = []
    for i in range(14):
        frame = Frame(at, turn + i * 360 / 14, 0.84)
        length = size * (1.0 if i % 2 else 0.93)
        parts.append(
            petal_part(
                frame,
                petal_path(frame, length, size * 0.36),
                color,
                group="daisy",
                veins=1,
                depth=0.5,
            )
        )
    gold = heart if 50 < heart.oklch.hue_deg < 110 else Color.from_hex("#F0B93A")
    parts.append(
        Part(
            path=ellipse(at[0], at[1], size * 0.3, size * 0.26),
            color=gold,
            group="daisy",
            spot=True,
            shades=(
                ellipse(at[0] + size * 0.1, at[1] + size * 0.14, size * 0.26, size * 0.18),
            ),
        )
    )
    return parts


def _cup(at: tuple[float, float], size: float, color: Color) -> list[Part]:
    parts = []
    for angle, reach, breadth, lift in (
        (-90, 1.1, 1.1, 0.05),
        (-128, 1.0, 0.95, 0.02),
        (-52, 1.0, 0.95, 0.0),
        (-106, 0.82, 0.95, -0.04),
        (-70, 0.8, 0.95, -0.05),
    ):
        frame = Frame((at[0], at[1] + size * 0.5), angle)
        path = petal_path(frame, size * reach, size * breadth, notch=0.05)
        parts.append(
            petal_part(
                frame,
                path,
                color.shifted(lightness=lift + 0.05),
                group="poppy",
                veins=3,
                depth=0.8,
                spot=True,
            )
        )
    return parts


def _spike(at: tuple[float, float], color: Color) -> list[Part]:
    parts = []
    for k in range(11):
        y = at[1] + k * 21
        for side in (-1, 1):
            x = at[0] + side * (6 + k * 1.9) - (at[0] - 500) * 0.0009 * k * k
            parts.append(
                Part(
                    path=ellipse(x, y, 11 + k * 0.6, 14),
                    color=color.shifted(lightness=0.05 * side),
                    group="lavender",
                    spot=True,
                    outline=(k + side) % 2 == 0,
                    paints=(glow((x, y + 10), (12, 8), tones_of(color).deep, 0.4),),
                )
            )
    parts.append(
        Part(path=circle(at[0], at[1] - 16, 9), color=color, group="lavender", spot=True)
    )
    return parts
