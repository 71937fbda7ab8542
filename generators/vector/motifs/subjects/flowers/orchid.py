"""Orchid: moth orchids on an arching spray."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Point
from compositor.geometry.shapes import ellipse
from generators.vector.motifs.forms import blob, curve, resampled, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.subjects.flowers.foliage import bloom_color
from generators.vector.motifs.subjects.flowers.petal import (
    Frame,
    greens,
    petal_part,
    petal_path,
    stem_color,
)
from generators.vector.motifs.tones import natural_color

__all__ = ["orchid_branch", "orchid_flower"]


def orchid_flower(
    center: tuple[float, float], size: float, turn_deg: float, color: Color, lip: Color
) -> list[Part]:
    """Return a moth orchid: sepals, broad petals and a lip; `size` is a petal's length."""
    parts: list[Part] = []
    for angle, reach, breadth in ((-90, 1.0, 0.6), (38, 0.95, 0.56), (142, 0.95, 0.56)):
        frame = Frame(center, angle + turn_deg)
        path = petal_path(frame, size * reach, size * breadth)
        parts.append(
            petal_part(
                frame,
                path,
                color.shifted(lightness=-0.03),
                group="sepals",
                veins=3,
                depth=0.5,
            )
        )
    for angle in (-12, 192):
        frame = Frame(center, angle + turn_deg)
        path = petal_path(frame, size * 1.05, size * 1.16)
        parts.append(petal_part(frame, path, color, group="petals", veins=5, depth=0.55))
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
            color=lip.mixed(Color.from_hex("#FFF0B8"), 0.7),
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
