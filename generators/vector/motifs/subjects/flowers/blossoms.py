"""Blossoms: peony, rose and orchid."""

from __future__ import annotations

import math

import numpy as np

from compositor.color import Color
from compositor.geometry import Path, Point
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.forms import blob, curve, leaf, resampled, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along, glow
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.subjects.flowers.petal import (
    Frame,
    greens,
    petal_part,
    petal_path,
    stem_color,
)
from generators.vector.motifs.tones import natural_color, tones_of

__all__ = ["leaf_parts", "orchid_branch", "orchid_flower", "peony", "peony_parts", "rose"]


def bloom_color(request: MotifRequest) -> Color:
    """Return the petals' color: asked for, or the palette's first that a flower can have."""
    return natural_color(request.attributes, _flower_hue(request, 0.72, 0.84, 0.06, 0.13))


def _flower_hue(
    request: MotifRequest, darkest: float, lightest: float, dull: float, bright: float
) -> Color:
    """No petals are leaf green: such a primary gives way to an accent, then to pink."""
    palette = request.palette
    for color in (palette.primary, palette.accent, palette.accent2):
        lightness, chroma, hue = color.oklch
        if not 95 < hue < 205 and chroma > 0.03:
            lightness = max(darkest, min(lightest, lightness + 0.08))
            return Color.from_oklch(lightness, min(bright, max(dull, chroma)), hue)
    return Color.from_oklch(darkest, bright, 5)


def leaf_parts(
    base: tuple[float, float],
    tip: tuple[float, float],
    width: float,
    color: Color,
    bend: float,
    group: str = "leaves",
) -> list[Part]:
    """Return a leaf with one half in shade and its veins."""
    outline, vein = leaf(base, tip, width, bend)
    tones = tones_of(color)
    line = vein.flattened(6)[0]
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    length = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / length, dx / length
    side = 1.0 if ny * 0.7 + nx * 0.5 > 0 else -1.0
    half = Path.polygon(
        [
            *[(p.x, p.y) for p in line],
            tip,
            (tip[0] + side * nx * width * 1.5, tip[1] + side * ny * width * 1.5),
            (base[0] + side * nx * width * 1.5, base[1] + side * ny * width * 1.5),
        ]
    )
    ribs = []
    for t in (0.2, 0.36, 0.5, 0.63):
        start = line[int(t * (len(line) - 1))]
        end = min(0.92, t + 0.3 * width / length)
        room = (
            0.4
            * width
            * float(np.interp(end, (0.1, 0.38, 0.7, 0.9, 1), (0.4, 1, 0.66, 0.2, 0)))
        )
        far = line[int(end * (len(line) - 1))]
        ribs += [
            curve(
                (start.x, start.y),
                (
                    (start.x + far.x) / 2 + s * nx * room * 0.55,
                    (start.y + far.y) / 2 + s * ny * room * 0.55,
                ),
                (far.x + s * nx * room, far.y + s * ny * room),
            )
            for s in (1, -1)
        ]
    return [
        Part(
            path=outline,
            color=color,
            form="matte",
            group=group,
            spot=True,
            paints=(
                along(
                    base,
                    tip,
                    [
                        (0, tones.deep.with_opacity(0.5)),
                        (0.5, tones.base.with_opacity(0)),
                        (1, tones.light.with_opacity(0.8)),
                    ],
                ),
            ),
            shades=(half,),
            lines=(vein,),
            fine=tuple(ribs) if width > 60 else (),
            line_color=tones.light.with_opacity(0.7),
            line_width=2.4,
            hatch=width > 60,
        )
    ]


def peony(request: MotifRequest) -> Sketch:
    """Return one full peony seen half from above, with leaves."""
    color = bloom_color(request)
    green = greens(request.palette.primary, request.palette.accent2)
    parts: list[Part] = []
    for base, tip, width, bend in (
        ((440, 700), (120, 900), 150, 0.1), ((560, 720), (900, 880), 150, -0.12),
        ((400, 640), (60, 690), 120, -0.1), ((620, 640), (945, 640), 116, 0.12), ((500, 740), (520, 972), 120, 0.08),
    ):  # fmt: skip
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
        order = sorted(
            range(count), key=lambda i, c=count, t=turn: math.sin(math.radians(t + 360 * i / c))
        )
        for i in order:
            angle = turn + 360 * i / count + float(rng.uniform(-5, 5))
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
                    length=length,
                    group=f"petals {ring + 1}",
                    veins=5 if ring < 3 else 0,
                    depth=0.85,
                    spot=ring % 2 == 1,
                )
            )
    gold = Color.from_hex("#F2C04A")
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
        _flower_hue(request, 0.64, 0.68, 0.09, 0.17),
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
    for angle, reach in ((62, 300), (118, 300), (20, 280), (160, 280), (90, 320)):
        frame = Frame((center[0], center[1] + 40), angle)
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
        parts.append(
            petal_part(
                frame, path, tint, length=length, group="petals", depth=0.95, spot=i % 3 == 1
            )
        )
        tones = tones_of(tint)
        fold = blob(
            (*frame.at(0.72 * length, -0.5 * size), 0), frame.at(0.98 * length, -0.36 * size), frame.at(1.03 * length, 0), frame.at(0.98 * length, 0.36 * size),
            (*frame.at(0.72 * length, 0.5 * size), 0), frame.at(0.88 * length, 0.24 * size), frame.at(0.92 * length, 0), frame.at(0.88 * length, -0.24 * size),
        )  # fmt: skip
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


def orchid_flower(
    center: tuple[float, float], size: float, turn_deg: float, color: Color, lip: Color
) -> list[Part]:
    """Return a moth orchid: three sepals, two broad petals, a lip; `size` is a petal's length."""
    parts: list[Part] = []
    for angle, reach, breadth in ((-90, 1.0, 0.6), (38, 0.95, 0.56), (142, 0.95, 0.56)):
        frame = Frame(center, angle + turn_deg)
        path = petal_path(frame, size * reach, size * breadth)
        parts.append(
            petal_part(
                frame,
                path,
                color.shifted(lightness=-0.03),
                length=size * reach,
                group="sepals",
                veins=3,
                depth=0.5,
            )
        )
    for angle in (-12, 192):
        frame = Frame(center, angle + turn_deg)
        path = petal_path(frame, size * 1.05, size * 1.16)
        parts.append(
            petal_part(
                frame, path, color, length=size * 1.05, group="petals", veins=5, depth=0.55
            )
        )
    down = Frame(center, 90 + turn_deg)
    for side in (-1, 1):
        lobe = blob(
            (*down.at(0, 0), 0),
            down.at(0.1 * size, side * 0.22 * size),
            down.at(0.3 * size, side * 0.26 * size),
            down.at(0.3 * size, side * 0.06 * size),
        )
        parts.append(Part(path=lobe, color=lip, group="lip", spot=True))
    tongue = blob(
        (*down.at(0.05 * size, 0), 0),
        down.at(0.26 * size, -0.13 * size),
        down.at(0.5 * size, -0.16 * size),
        (*down.at(0.62 * size, 0), 0),
        down.at(0.5 * size, 0.16 * size),
        down.at(0.26 * size, 0.13 * size),
    )
    parts.append(Part(path=tongue, color=lip.shifted(lightness=0.04), group="lip", spot=True))
    middle = down.at(0.08 * size, 0)
    parts.append(
        Part(
            path=ellipse(middle[0], middle[1], 0.1 * size, 0.09 * size),
            color=Color.from_hex("#F6DC8A"),
            group="lip",
            spot=True,
            solid=False,
        )
    )
    return parts


def orchid_branch(request: MotifRequest) -> Sketch:
    """Return an arching spray of moth orchids with buds at its tip."""
    light = natural_color(
        request.attributes, bloom_color(request).shifted(lightness=0.12, chroma_factor=0.45)
    )
    lip = (
        request.palette.primary
        if request.palette.primary.oklch.chroma > 0.05
        else request.palette.accent
    )
    green = greens(request.palette.primary, request.palette.accent2)
    spine = [
        (190.0, 1080.0),
        (230.0, 820.0),
        (300.0, 560.0),
        (430.0, 340.0),
        (600.0, 220.0),
        (780.0, 190.0),
        (910.0, 250.0),
    ]
    parts = [
        Part(
            path=ribbon(spine, (20, 17, 14, 12, 9, 6)),
            color=stem_color(green),
            form="tube",
            group="stem",
            spot=True,
        )
    ]
    line = resampled(curve(*spine).flattened(12)[0], 10)
    for share, radius in ((0.98, 20), (0.92, 26), (0.85, 32)):
        x, y = line[int(share * (len(line) - 1))]
        parts.append(
            Part(
                path=ellipse(float(x) + 4, float(y) + radius * 0.9, radius * 0.8, radius),
                color=light.mixed(green, 0.25),
                group="buds",
                spot=True,
            )
        )
    for share, size, turn, side in (
        (0.75, 96, 22, 46),
        (0.62, 122, 12, 60),
        (0.49, 138, 4, -30),
        (0.37, 150, -8, 70),
        (0.24, 150, -14, -40),
    ):
        x, y = line[int(share * (len(line) - 1))]
        parts += orchid_flower((float(x) + side, float(y) + 26), size, turn, light, lip)
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=1100,
        ground_y=1080,
        focus=Point(480, 420),
        floats=True,
    )
