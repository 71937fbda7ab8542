"""Systems: a planet with rings, and linked nodes."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse, rectangle
from generators.vector.motifs.forms import blob, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along, glow
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.tones import tones_of

__all__ = ["node_network", "orbit"]

_WHITE = Color(255, 255, 255)


def orbit(request: MotifRequest) -> Sketch:
    """Return a planet with two tilted rings and moons on them."""
    palette = request.palette
    c = Point(500, 500)
    parts: list[Part] = []
    rings: list[tuple[Path, Color]] = []
    for rx, ry, turn, width, color in (
        (430, 128, -24, 16, palette.accent),
        (380, 96, 38, 10, palette.accent2),
    ):
        outer, inner = ellipse(0, 0, rx, ry), ellipse(0, 0, rx - width, ry - width * 0.5)
        ring = difference(outer, inner).transformed(Affine.rotation(turn)).moved(c.x, c.y)
        rings.append((ring, color))
    behind = [Affine.rotation(turn) for turn in (-24, 38)]
    for (ring, color), turned in zip(rings, behind, strict=True):
        half = rectangle(Box(-600, -600, 1200, 600)).transformed(turned).moved(c.x, c.y)
        parts.append(
            Part(
                path=intersection(ring, half),
                color=tones_of(color).shade,
                form="plane",
                group="rings behind",
                spot=True,
            )
        )
    ball = circle(c.x, c.y, 220)
    t = tones_of(palette.primary)
    bands = tuple(
        intersection(
            ball,
            blob(
                (240, y),
                (400, y - 26),
                (620, y + 16),
                (770, y - 10),
                (770, y + h),
                (600, y + h + 20),
                (400, y + h - 20),
                (240, y + h),
            ),
        )
        for y, h in ((400, 34), (500, 54), (610, 30))
    )
    parts.append(
        Part(
            path=ball,
            color=palette.primary,
            group="planet",
            spot=True,
            shades=bands,
            hatch=False,
            paints=(
                glow((650, 660), (260, 240), t.deep, 0.8),
                glow((420, 400), (90, 80), t.glow, 0.9),
            ),
        )
    )
    for (ring, color), turned in zip(rings, behind, strict=True):
        half = rectangle(Box(-600, 0, 1200, 600)).transformed(turned).moved(c.x, c.y)
        parts.append(
            Part(
                path=intersection(ring, half),
                color=color,
                form="plane",
                group="rings",
                spot=True,
            )
        )
    for a, (rx, ry), turn, size, color in (
        (25.0, (422, 124), -24, 42, palette.accent),
        (200.0, (422, 124), -24, 24, palette.accent2),
        (130.0, (376, 93), 38, 30, palette.accent2),
    ):
        p = Affine.rotation(turn).apply(
            (rx * math.cos(math.radians(a)), ry * math.sin(math.radians(a)))
        )
        parts.append(
            Part(
                path=circle(c.x + p.x, c.y + p.y, size),
                color=color,
                group="moons",
                spot=True,
                paints=(
                    glow(
                        (c.x + p.x - size * 0.3, c.y + p.y - size * 0.35),
                        (size * 0.5, size * 0.45),
                        _WHITE,
                        0.8,
                    ),
                ),
            )
        )
    return Sketch(
        parts=tuple(parts), width=1000, height=1000, ground_y=990, focus=c, floats=True
    )


def node_network(request: MotifRequest) -> Sketch:
    """Return linked nodes about a large one, near ones bigger."""
    palette = request.palette
    nodes = [
        (500, 500, 92, 0),
        (240, 300, 54, 1),
        (740, 240, 60, 2),
        (840, 560, 44, 1),
        (640, 800, 58, 0),
        (300, 760, 48, 2),
        (120, 540, 34, 0),
        (500, 150, 34, 1),
        (900, 360, 26, 0),
        (820, 800, 28, 2),
        (450, 900, 26, 1),
        (110, 380, 20, 2),
    ]
    links = [
        (0, 1),
        (0, 2),
        (0, 3),
        (0, 4),
        (0, 5),
        (1, 6),
        (1, 7),
        (2, 7),
        (2, 8),
        (3, 8),
        (3, 9),
        (4, 9),
        (4, 10),
        (5, 10),
        (5, 6),
        (1, 11),
        (6, 11),
        (2, 3),
        (1, 5),
    ]
    colors = (palette.primary, palette.accent, palette.accent2)
    parts = []
    for a, b in links:
        (x1, y1, r1, c1), (x2, y2, r2, c2) = nodes[a], nodes[b]
        path = ribbon(
            [(x1, y1), ((x1 + x2) / 2, (y1 + y2) / 2), (x2, y2)],
            (r1 * 0.16 + 4, 6, r2 * 0.16 + 4),
        )
        fade = along((x1, y1), (x2, y2), [(0, colors[c1]), (1, colors[c2])])
        parts.append(
            Part(
                path=path,
                color=palette.muted,
                form="matte",
                group="links",
                paints=(fade,),
                spot=True,
                outline=False,
            )
        )
    for x, y, r, c in nodes:
        t = tones_of(colors[c])
        parts.append(
            Part(
                path=circle(x, y, r),
                color=colors[c],
                group="nodes",
                spot=True,
                paints=(
                    glow((x + r * 0.4, y + r * 0.5), (r, r * 0.9), t.deep, 0.6),
                    glow((x - r * 0.32, y - r * 0.38), (r * 0.45, r * 0.38), _WHITE, 0.9),
                ),
            )
        )
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=1000,
        ground_y=980,
        focus=Point(500, 500),
        floats=True,
    )
