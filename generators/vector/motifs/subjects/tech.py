"""Tech: chip, orbit, network, phone and laptop."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse, rectangle, rounded_rectangle
from generators.vector.motifs.forms import blob, d, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, down, glow
from generators.vector.motifs.sketch import LabelPlace, Part, Sketch
from generators.vector.motifs.tones import tones_of

__all__ = ["chip", "laptop", "node_network", "orbit", "phone", "screen_art"]

_WHITE = Color(255, 255, 255)
_BODY = Color.from_hex("#23222B")


def chip(request: MotifRequest) -> Sketch:
    """Return a processor lying flat in isometric view, its core lit."""
    palette = request.palette
    main, light = palette.primary, palette.accent2
    gold = Color.from_hex("#E2BE6E")
    iso = Affine(0.866, 0.5, -0.866, 0.5, 500, 120)
    parts: list[Part] = []
    for i in range(9):
        at = 62 + i * 42
        for box in (
            Box(at, 430, 22, 66),
            Box(430, at, 66, 22),
            Box(at, -46, 22, 66),
            Box(-46, at, 66, 22),
        ):
            path = rectangle(box).transformed(iso).moved(0, 66)
            parts.append(Part(path=path, color=gold, form="plane", group="pins", spot=True))
    t = tones_of(main)
    dark = main.mixed(_BODY, 0.72)

    def slab(
        box: Box, lift: float, thick: float, color: Color, group: str, radius: float = 18
    ) -> None:
        top = rounded_rectangle(box, radius).transformed(iso).moved(0, -lift)
        low = top.moved(0, thick)
        tones = tones_of(color)
        hull = blob(*[(p.x, p.y, 0) for p in _hull(top.points() + low.points())])
        parts.append(
            Part(
                path=hull,
                color=tones.deep,
                form="matte",
                group=group,
                spot=True,
                paints=(
                    across(
                        hull.bounds,
                        [
                            (0, tones.shade),
                            (0.5, tones.shade.mixed(tones.deep, 0.4)),
                            (0.5, tones.deep),
                            (1, tones.deep.shifted(lightness=-0.06)),
                        ],
                    ),
                ),
            )
        )
        b = top.bounds
        parts.append(
            Part(
                path=top,
                color=color,
                form="matte",
                group=group,
                spot=True,
                paints=(
                    along(
                        (b.x, b.center.y),
                        (b.right, b.center.y),
                        [
                            (0, tones.light),
                            (0.5, tones.base),
                            (1, tones.shade.mixed(tones.base, 0.3)),
                        ],
                    ),
                ),
            )
        )

    slab(Box(0, 0, 450, 450), -40, 44, dark, "board")
    slab(Box(46, 46, 358, 358), 0, 40, main, "package")
    traces = []
    for i in range(5):
        at = 100 + i * 62
        traces += [
            _line(iso, (at, 62), (at, 118)),
            _line(iso, (at, 332), (at, 388)),
            _line(iso, (62, at), (118, at)),
            _line(iso, (332, at), (388, at)),
        ]
    parts.append(
        Part(
            path=Path(),
            color=light,
            group="traces",
            lines=tuple(traces),
            line_color=tones_of(light).light,
            line_width=5,
            solid=False,
        )
    )
    slab(Box(132, 132, 186, 186), 34, 34, light, "core", 12)
    face = rounded_rectangle(Box(160, 160, 130, 130), 10).transformed(iso).moved(0, -34)
    glint = glow((500, face.bounds.center.y), (170, 110), _WHITE, 0.75)
    parts.append(
        Part(
            path=face,
            color=tones_of(light).light,
            form="plane",
            group="core",
            spot=True,
            solid=False,
            paints=(glint,),
        )
    )
    halo = ellipse(500, 330, 330, 200)
    parts.append(
        Part(
            path=halo,
            color=light.with_opacity(0),
            form="glass",
            group="halo",
            solid=False,
            outline=False,
            only=("flat",),
            paints=(glow((500, 320), (330, 200), t.glow.mixed(light, 0.6), 0.3),),
        )
    )
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=700,
        ground_y=650,
        focus=Point(500, 310),
        contact=Box(140, 350, 720, 240),
    )


def _line(iso: Affine, a: tuple[float, float], b: tuple[float, float]) -> Path:
    return Path.polygon([iso.apply(a), iso.apply(b)], closed=False)


def _hull(points: list[Point]) -> list[Point]:
    """Convex hull. Source: https://en.wikibooks.org/wiki/Algorithm_Implementation/Geometry/Convex_hull/Monotone_chain"""
    ordered = sorted(set(points))

    def half(run: list[Point]) -> list[Point]:
        out: list[Point] = []
        for p in run:
            while len(out) > 1 and (out[-1].x - out[-2].x) * (p.y - out[-2].y) <= (
                out[-1].y - out[-2].y
            ) * (p.x - out[-2].x):
                out.pop()
            out.append(p)
        return out[:-1]

    return half(ordered) + half(ordered[::-1])


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


def screen_art(request: MotifRequest, box: Box, radius: float) -> list[Part]:
    """Return a calm interface: a lit wallpaper with cards, inside a box."""
    palette = request.palette
    screen = rounded_rectangle(box, radius)
    t = tones_of(palette.primary)
    wide = box.width > box.height
    parts = [
        Part(
            path=screen,
            color=palette.primary,
            form="matte",
            group="screen",
            spot=True,
            solid=False,
            paints=(
                along(
                    (box.x, box.y),
                    (box.right, box.bottom),
                    [(0, t.light), (0.5, t.base), (1, t.deep)],
                ),
                glow(
                    (box.x + 0.8 * box.width, box.y + 0.2 * box.height),
                    (0.7 * box.width, 0.4 * box.height),
                    palette.accent,
                    0.75,
                ),
                glow(
                    (box.x + 0.1 * box.width, box.y + 0.9 * box.height),
                    (0.7 * box.width, 0.4 * box.height),
                    palette.accent2,
                    0.6,
                ),
            ),
        )
    ]
    cards = (
        (
            (0.07, 0.14, 0.36, 0.72),
            (0.48, 0.14, 0.45, 0.32),
            (0.48, 0.54, 0.2, 0.32),
            (0.72, 0.54, 0.21, 0.32),
        )
        if wide
        else (
            (0.09, 0.42, 0.82, 0.2),
            (0.09, 0.65, 0.39, 0.14),
            (0.52, 0.65, 0.39, 0.14),
            (0.09, 0.82, 0.82, 0.1),
        )
    )
    for i, (x, y, w, h) in enumerate(cards):
        card = box.fraction(x, y, w, h)
        path = rounded_rectangle(card, min(card.width, card.height) * 0.16)
        parts.append(
            Part(
                path=path,
                color=_WHITE.with_opacity(0.92 if i == 0 else 0.62),
                form="matte",
                group="screen",
                spot=True,
                solid=False,
            )
        )
        dot = min(card.width, card.height) * 0.16
        parts.append(
            Part(
                path=circle(card.x + 2.2 * dot, card.y + 2.2 * dot, dot),
                color=(palette.accent, palette.accent2, palette.primary)[i % 3],
                form="matte",
                group="screen",
                spot=True,
                outline=False,
                solid=False,
            )
        )
        bar = Box(card.x + 1.2 * dot, card.bottom - 2.2 * dot, card.width * 0.6, dot * 0.9)
        parts.append(
            Part(
                path=rounded_rectangle(bar, dot),
                color=palette.primary.with_opacity(0.5),
                form="matte",
                group="screen",
                spot=True,
                outline=False,
                solid=False,
            )
        )
    return parts


def phone(request: MotifRequest) -> Sketch:
    """Return a phone seen from the front, its screen alight."""
    case = rounded_rectangle(Box(180, 60, 440, 900), 74)
    edge = rounded_rectangle(Box(190, 70, 420, 880), 66)
    silver = Color.from_hex("#B9BDC7")
    parts = [
        Part(
            path=rounded_rectangle(Box(614, 260, 14, 120), 6),
            color=silver,
            form="metal",
            group="buttons",
            spot=True,
        ),
        Part(
            path=case,
            color=silver,
            form="matte",
            group="case",
            spot=True,
            paints=(
                across(
                    case.bounds,
                    [
                        (0, tones_of(silver).deep),
                        (0.02, _WHITE),
                        (0.05, silver),
                        (0.95, tones_of(silver).deep),
                        (0.985, _WHITE),
                        (1, tones_of(silver).deep),
                    ],
                ),
            ),
        ),
        Part(
            path=edge,
            color=Color.from_hex("#101015"),
            form="matte",
            group="case",
            spot=True,
            solid=False,
        ),
    ]
    parts += screen_art(request, Box(206, 86, 388, 848), 52)
    parts.append(
        Part(
            path=rounded_rectangle(Box(346, 106, 108, 30), 15),
            color=Color.from_hex("#101015"),
            form="matte",
            group="camera",
            spot=True,
            solid=False,
        )
    )
    sheen = d("M206 138C206 108 228 86 258 86L430 86L206 620Z")
    parts.append(
        Part(
            path=sheen,
            color=_WHITE.with_opacity(0),
            form="glass",
            group="sheen",
            solid=False,
            outline=False,
            only=("flat",),
            paints=(
                along(
                    (206, 86),
                    (380, 300),
                    [(0, _WHITE.with_opacity(0.3)), (1, _WHITE.with_opacity(0.02))],
                ),
            ),
        )
    )
    return Sketch(
        parts=tuple(parts),
        width=800,
        height=1010,
        ground_y=960,
        focus=Point(400, 420),
        contact=Box(210, 944, 380, 26),
        label=LabelPlace(box=Box(232, 190, 336, 150), color=_WHITE, max_size=84),
    )


def laptop(request: MotifRequest) -> Sketch:
    """Return an open laptop, seen from the front."""
    silver = Color.from_hex("#C6CAD2")
    t = tones_of(silver)
    lid = rounded_rectangle(Box(190, 110, 720, 480), 28)
    bezel = rounded_rectangle(Box(200, 120, 700, 460), 20)
    deck = d(
        "M190 588L910 588L1012 668C1020 676 1016 684 1004 684L96 684C84 684 80 676 88 668Z"
    )
    lip = d("M84 676L1016 676C1020 692 1004 704 980 704L120 704C96 704 80 692 84 676Z")
    keys = d("M238 602L862 602L900 640L200 640Z")
    pad = d("M440 646L660 646L676 672L424 672Z")
    parts = [
        Part(path=lid, color=silver, form="plane", group="lid", spot=True),
        Part(
            path=bezel,
            color=Color.from_hex("#15151B"),
            form="matte",
            group="lid",
            spot=True,
            solid=False,
        ),
        *screen_art(request, Box(216, 136, 668, 428), 8),
        Part(
            path=deck,
            color=silver,
            form="matte",
            group="deck",
            spot=True,
            paints=(down(deck.bounds, [(0, t.shade), (1, t.light)]),),
        ),
        Part(
            path=keys,
            color=Color.from_hex("#2A2A33"),
            form="matte",
            group="deck",
            spot=True,
            solid=False,
            fine=tuple(
                d(f"M{238 - 9.5 * k} {602 + 9.5 * k}L{862 + 9.5 * k} {602 + 9.5 * k}")
                for k in (1, 2, 3)
            ),
            line_color=silver.with_opacity(0.4),
            line_width=2,
        ),
        Part(path=pad, color=t.shade, form="plane", group="deck", solid=False),
        Part(
            path=lip,
            color=silver,
            form="matte",
            group="deck",
            spot=True,
            paints=(down(lip.bounds, [(0, _WHITE), (0.3, t.base), (1, t.deep)]),),
        ),
    ]
    return Sketch(
        parts=tuple(parts),
        width=1100,
        height=760,
        ground_y=704,
        focus=Point(550, 330),
        contact=Box(110, 694, 880, 22),
    )
