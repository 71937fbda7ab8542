"""Plants: lotus, seedling, wheat."""

from __future__ import annotations

import math

from compositor.geometry import Path
from compositor.geometry.shapes import ellipse
from generators.vector.motifs.easel import Easel
from generators.vector.motifs.forms import blob, curve, placed, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import glow
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.subjects.flowers.foliage import bloom_color, leaf_parts
from generators.vector.motifs.subjects.flowers.petal import (
    Frame,
    greens,
    petal_part,
    stem_color,
)

__all__ = ["lotus", "seedling", "wheat"]


def lotus(request: MotifRequest) -> Sketch:
    """Return an open lotus above its leaves."""
    e = Easel(request)
    color = bloom_color(request)
    green = greens(e.palette.primary, e.palette.accent2)
    e.group = "pads"
    for x, y, rx, ry in ((500, 770, 420, 90), (230, 820, 200, 52), (800, 830, 170, 46)):
        pad = ellipse(x, y, rx, ry)
        veins = tuple(
            curve(
                (x, y),
                (x + rx * 0.5 * math.cos(a), y + ry * 0.5 * math.sin(a)),
                (x + rx * 0.9 * math.cos(a), y + ry * 0.9 * math.sin(a)),
            )
            for a in [i * math.pi / 5 for i in range(10)]
        )
        e.add(
            pad,
            green.shifted(lightness=0.03 if x == 500 else -0.03),
            "plane",
            e.shadow(x, y - 20, rx * 0.6, ry * 0.7, green, 0.6),
            fine=veins,
            line_color=e.tones(green).light.with_opacity(0.7),
            line_width=3,
        )
    rows = (
        ((-168, -12, 0.86), (-150, -30, 0.94), (-126, -54, 1.02), (-106, -74, 1.05)),
        ((-160, -20, 0.72), (-136, -44, 0.9), (-112, -68, 0.96)),
        ((-90, -90, 1.0),),
        ((-148, -32, 0.6), (-120, -60, 0.74)),
        ((-90, -90, 0.72),),
    )
    for depth, row in enumerate(rows):
        for left, right, reach in row:
            for angle in (left,) if left == right else (left, right):
                frame = Frame((500, 700 + depth * 8), angle)
                length = 450 * reach
                w = 0.2 * length if depth < 3 else 0.24 * length
                path = blob(
                    (*frame.at(0, 0), 0),
                    frame.at(0.3 * length, -0.75 * w),
                    frame.at(0.6 * length, -w),
                    frame.at(0.88 * length, -0.45 * w),
                    (*frame.at(length, 0), 0),
                    frame.at(0.88 * length, 0.45 * w),
                    frame.at(0.6 * length, w),
                    frame.at(0.3 * length, 0.75 * w),
                )
                tint = color.shifted(
                    lightness=0.05 - 0.025 * depth, chroma_factor=0.8 + 0.12 * depth
                )
                part = petal_part(
                    frame,
                    path,
                    tint,
                    group=f"petals {depth + 1}",
                    veins=5,
                    depth=0.25,
                    spot=depth % 2 == 0,
                )
                tip = glow(
                    frame.at(length, 0), (0.5 * length, 0.5 * length), e.tones(color).deep, 0.55
                )
                e.parts.append(type(part)(**{**part.__dict__, "paints": (*part.paints, tip)}))
    e.group = "heart"
    return e.sketch(1000, 920, 890, (500, 460), floats=True)


def seedling(request: MotifRequest) -> Sketch:
    """Return a young plant with two leaves, rising from a mound of soil."""
    e = Easel(request)
    green = greens(e.palette.primary, e.palette.accent2)
    soil = e.local("#6B4630", 0.06)
    e.group = "soil"
    e.add(
        blob(
            (120, 900, 0),
            (200, 800),
            (360, 740),
            (500, 730),
            (640, 740),
            (800, 800),
            (880, 900, 0),
        ),
        soil,
        "plane",
        e.light(400, 770, 180, 30, 0.25),
        fine=tuple(ellipse(240 + (i * 97) % 540, 810 + (i * 37) % 80, 9, 6) for i in range(14)),
        line_color=e.tones(soil).deep,
        line_width=5,
    )
    e.group = "stem"
    e.add(
        ribbon([(500, 790), (492, 640), (510, 500), (502, 380)], (34, 28, 24, 18)),
        stem_color(green),
        "tube",
    )
    e.extend(leaf_parts((504, 470), (110, 270), 216, green, 0.16))
    e.extend(
        leaf_parts(
            (504, 430), (900, 180), 236, green.shifted(lightness=0.05, hue_deg=-6), -0.16
        )
    )
    e.extend(
        leaf_parts((503, 390), (470, 200), 70, green.shifted(lightness=0.12, hue_deg=-12), 0.08)
    )
    return e.sketch(1000, 960, 900, (500, 420), contact=None)


def wheat(request: MotifRequest) -> Sketch:
    """Return three ears of ripe wheat."""
    e = Easel(request)
    gold = e.local("#DDAA4A", 0.05)
    t = e.tones(gold)
    for turn, reach in ((-17, 0.92), (17, 0.9), (0, 1.0)):
        e.group = "stem"

        def put(path: Path, turn: float = turn, reach: float = reach) -> Path:
            return placed(path, 500, 960, turn_deg=turn, scale=reach)

        e.add(
            put(ribbon([(0, 0), (6, -300), (0, -600)], (18, 14, 9))),
            gold.shifted(hue_deg=12),
            "tube",
        )
        e.group = "ear"
        for i in range(8):
            y = -430 - i * 52
            awns = tuple(
                put(curve((s * 20, y - 40), (s * 50, y - 130), (s * 74, y - 210 + i * 8)))
                for s in (-1, 1)
            )
            e.strokes(t.shade, 3, *awns)
            for s in (-1, 1):
                grain = placed(
                    blob((0, 44, 0), (24, 10), (22, -24), (0, -52, 0), (-20, -20), (-20, 14)),
                    s * 28,
                    y,
                    turn_deg=s * 24,
                )
                e.add(
                    put(grain),
                    gold.shifted(lightness=0.02 * s),
                    "round",
                    lines=(
                        put(
                            placed(curve((0, 36), (2, 0), (0, -36)), s * 28, y, turn_deg=s * 24)
                        ),
                    ),
                    line_color=t.deep.with_opacity(0.5),
                    line_width=3,
                )
        tip = placed(
            blob((0, 44, 0), (20, 10), (20, -24), (0, -62, 0), (-20, -24), (-20, 10)), 0, -850
        )
        e.add(put(tip), gold, "round")
    e.group = "leaf"
    e.extend(leaf_parts((492, 860), (250, 560), 56, gold.shifted(hue_deg=18), 0.16))
    e.extend(leaf_parts((510, 880), (760, 600), 56, gold.shifted(hue_deg=18), -0.16))
    return e.sketch(1000, 980, 960, (500, 360), floats=True)
