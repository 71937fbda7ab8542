"""Blossoms: peony and rose."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.geometry import Point
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.forms import blob, curve, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import glow
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.subjects.flowers.foliage import (
    bloom_color,
    flower_hue,
    leaf_parts,
)
from generators.vector.motifs.subjects.flowers.petal import (
    Frame,
    greens,
    petal_part,
    petal_path,
    stem_color,
)
from generators.vector.motifs.tones import natural_color, tones_of

__all__ = ["peony", "peony_parts", "rose"]


def peony(request: MotifRequest) -> Sketch:
    """Return one full peony seen half from above, with leaves."""
    color = bloom_color(request)
    green = greens(request.palette.primary, request.palette.accent2)
    parts: list[Part] = []
    for base, tip, width, bend in (
        ((440, 700), (120, 900), 150, 0.1),
        ((560, 720), (900, 880), 150, -0.12),
        ((400, 640), (60, 690), 120, -0.1),
        ((620, 640), (945, 640), 116, 0.12),
        ((500, 740), (520, 972), 120, 0.08),
    ):
        parts += leaf_parts(base, tip, width, green, bend)
    parts += peony_parts(request, (500, 470), 400, color)
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=1000,
        ground_y=985,
        focus=Point(500, 460),
        floats=True,
    )


def peony_parts(
    request: MotifRequest, center: tuple[float, float], size: float, color: Color
) -> list[Part]:
    """Return the blossom alone; `size` is the length of its outer petals, px."""
    rng = request.rng(41)
    parts: list[Part] = []
    deep = color.shifted(lightness=-0.07, chroma_factor=1.2)
    rings = (
        (7, 1.0, 0.92, 0.0, color.shifted(lightness=0.05, chroma_factor=0.75)),
        (7, 0.86, 0.84, 24.0, color.shifted(lightness=0.025, chroma_factor=0.9)),
        (7, 0.7, 0.72, 4.0, color),
        (6, 0.53, 0.58, 31.0, color.shifted(lightness=-0.03, chroma_factor=1.1)),
        (6, 0.37, 0.44, 8.0, deep),
        (5, 0.23, 0.3, 40.0, deep.shifted(lightness=-0.04)),
    )
    for ring, (count, reach, breadth, turn, tint) in enumerate(rings):
        angles = sorted(
            (turn + 360 * i / count for i in range(count)),
            key=lambda angle: round(math.sin(math.radians(angle)), 6),
        )
        for even in angles:
            angle = even + float(rng.uniform(-5, 5))
            length = size * reach * float(rng.uniform(0.93, 1.06))
            middle = (center[0], center[1] + ring * size * 0.012)
            frame = Frame(middle, angle, 0.86)
            path = petal_path(
                frame,
                length,
                size * breadth * float(rng.uniform(0.92, 1.08)),
                ruffle=0.05,
                notch=0.07,
                rng=rng,
            )
            parts.append(
                petal_part(
                    frame,
                    path,
                    tint,
                    group=f"petals {ring + 1}",
                    veins=5 if ring < 3 else 0,
                    depth=0.85,
                    spot=ring % 2 == 1,
                )
            )
    gold = request.own(Color.from_hex("#F2C04A"), 0.04)
    heart = (center[0], center[1] + 0.06 * size)
    for i in range(22):
        a, r = i * 2.39996, size * 0.023 * math.sqrt(i + 0.5)
        x, y = heart[0] + r * math.cos(a), heart[1] + 0.86 * r * math.sin(a)
        parts.append(
            Part(
                path=circle(x, y, size * 0.013),
                color=gold.shifted(lightness=0.04 * math.sin(i)),
                group="stamens",
                spot=True,
                solid=False,
                outline=i % 3 == 0,
            )
        )
    return parts


def rose(request: MotifRequest) -> Sketch:
    """Return a garden rose on its stem, petals wound about a bud."""
    color = natural_color(
        request.attributes,
        flower_hue(request, 0.64, 0.68, 0.09, 0.17),
    )
    green = greens(request.palette.primary, request.palette.accent2)
    center = (500.0, 380.0)
    stem = ribbon([(500, 560), (506, 720), (488, 860), (500, 1010)], (26, 22, 22, 26))
    parts = [Part(path=stem, color=stem_color(green), form="tube", group="stem", spot=True)]
    for base, tip, width, bend in (
        ((500, 800), (220, 720), 130, 0.12),
        ((496, 860), (770, 770), 136, -0.14),
        ((496, 900), (300, 960), 96, -0.1),
    ):
        parts += leaf_parts(base, tip, width, green, bend)
    for turn, reach in ((62, 300), (118, 300), (20, 280), (160, 280), (90, 320)):
        frame = Frame((center[0], center[1] + 40), turn)
        parts += leaf_parts(
            frame.at(60, 0), frame.at(reach, 0), 62, green, 0.08, group="sepals"
        )
    rng = request.rng(42)
    for i in range(15):
        share = i / 14
        angle = 90 + i * 137.5
        size = 296 * (1 - 0.8 * share)
        frame = Frame((center[0] + 6 * share, center[1] - 18 * share), angle, 0.92)
        length = size * float(rng.uniform(0.95, 1.05))
        tint = color.shifted(lightness=0.05 - 0.13 * share, chroma_factor=0.92 + 0.2 * share)
        path = petal_path(frame, length, size * 1.28, ruffle=0.025, notch=0.03, rng=rng)
        parts.append(petal_part(frame, path, tint, group="petals", depth=0.95, spot=i % 3 == 1))
        tones = tones_of(tint)
        fold = blob(
            (*frame.at(0.72 * length, -0.5 * size), 0),
            frame.at(0.98 * length, -0.36 * size),
            frame.at(1.03 * length, 0),
            frame.at(0.98 * length, 0.36 * size),
            (*frame.at(0.72 * length, 0.5 * size), 0),
            frame.at(0.88 * length, 0.24 * size),
            frame.at(0.92 * length, 0),
            frame.at(0.88 * length, -0.24 * size),
        )
        parts.append(
            Part(
                path=fold,
                color=tones.light,
                form="matte",
                group="petals",
                outline=False,
                only=("flat",),
                paints=(glow(frame.at(length, 0), (0.5 * size, 0.4 * size), tones.glow, 0.6),),
            )
        )
    tones = tones_of(color.shifted(lightness=-0.1))
    swirl = [
        curve(
            *[
                (center[0] + 6 + r * math.cos(a), center[1] - 18 + 0.92 * r * math.sin(a))
                for a, r in [(k * 0.5 + 1, 34 - 2.3 * k) for k in range(14)]
            ]
        )
    ]
    parts.append(
        Part(
            path=ellipse(506, 362, 44, 40),
            color=tones.base,
            form="matte",
            group="bud",
            lines=tuple(swirl),
            line_color=tones.deep,
            line_width=5,
            outline=False,
        )
    )
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=1040,
        ground_y=1010,
        focus=Point(500, 370),
        floats=True,
    )
