"""Screens: phone and laptop, with a calm interface on them."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Box, Point
from compositor.geometry.shapes import circle, rounded_rectangle
from generators.vector.motifs.forms import d
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, down, glow
from generators.vector.motifs.sketch import LabelPlace, Part, Sketch
from generators.vector.motifs.tones import tones_of

__all__ = ["laptop", "phone", "screen_art"]

_WHITE = Color(255, 255, 255)


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
