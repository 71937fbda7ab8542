"""Foreground: what hangs into the picture before the hero, never over copy."""

from __future__ import annotations

import math
from collections.abc import Callable

from compositor.color import Color
from compositor.document import Shape
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.boolean import difference
from compositor.geometry.shapes import arc, circle, ellipse, rectangle
from generators.vector.patterns.chrome import sparkle
from generators.vector.patterns.doodles import doodle_scatter
from generators.vector.patterns.inlay import lay_motif
from generators.vector.patterns.sheet import Sheet, filled, stroked
from generators.vector.patterns.tones import glow, linear, lit, shaded, toned
from generators.vector.scenes.foliage import leaf, painted_branch

__all__ = ["FRAMES"]


def leaves(sheet: Sheet) -> None:
    """A branch close to the lens, out of focus, in the lower corner farther from the hero."""
    tones, rng = sheet.tones, sheet.rng
    w, h = sheet.width, sheet.height
    color = toned(tones.leafy, 0.48 if not tones.is_dark else 0.20, 0.8)
    hero = sheet.hero or Box(w * 0.3, h * 0.3, w * 0.4, h * 0.6)
    right = w - hero.right > hero.x
    room = max(w - hero.right, hero.x)
    if room < 0.10 * w:
        return
    x, headings = (1.05 * w, (238, 258, 216)) if right else (-0.05 * w, (-58, -78, -36))
    shapes: list[Shape] = []
    for heading in headings:
        shapes += painted_branch(
            rng, (x, 1.05 * h), heading, 1.5 * room + 0.1 * h, "ficus", color
        )
    clear = hero.inset(-0.01 * w)
    kept = [shape for shape in shapes if shape.path.bounds.intersection(clear).is_empty]
    sheet.add("near leaves", kept, role="decoration", blur=0.75 * sheet.unit, opacity=0.75)


def petals(sheet: Sheet) -> None:
    """Loose petals drifting down from the upper left, few, in three depths."""
    tones, rng, unit = sheet.tones, sheet.rng, sheet.unit
    color = tones.vivid[1 % len(tones.vivid)]
    for size, count, blur in ((1.5, 9, 0.0), (2.5, 6, 0.0), (4.4, 3, 0.8)):
        shapes = []
        for x, y in sheet.scatter(count, 9 * unit, clear=size * 1.6 * unit):
            if sheet.hero is not None and sheet.hero.inset(sheet.hero.width * 0.2).covers(
                Box(x, y, 0, 0)
            ):
                continue
            tone = (lit(color, 0.06), color, shaded(color, 0.04))[int(rng.integers(3))]
            length = size * unit * float(rng.uniform(0.8, 1.3))
            path = leaf(
                x,
                y,
                length,
                length * float(rng.uniform(0.5, 0.8)),
                float(rng.uniform(0, 360)),
                0.25,
            )
            shapes += [
                filled(path, tone),
                filled(path, glow(shaded(tone, 0.09), x, y, length, strength=0.7)),
            ]
        sheet.add("petals", shapes, role="decoration", blur=blur * unit)


def sparkles(sheet: Sheet) -> None:
    """Four-pointed glints near the hero's edge, two large, some small."""
    rng, unit = sheet.rng, sheet.unit
    hero = sheet.hero or sheet.box
    bright = toned(sheet.tones.hue_source, 0.985, 0.3)
    stars: list[Path] = []
    for angle, size in ((-140, 5.2), (-35, 3.4), (18, 2.0), (150, 2.4), (-80, 1.6)):
        turn = math.radians(angle + float(rng.uniform(-14, 14)))
        x = hero.center.x + hero.width * 0.52 * math.cos(turn)
        y = hero.center.y + hero.height * 0.50 * math.sin(turn)
        if sheet.is_free(x, y, size * unit):
            stars.append(sparkle(x, y, size * unit))
    if stars:
        halo = [
            filled(
                rectangle(s.bounds.inset(-s.bounds.width)),
                glow(bright, *s.bounds.center, s.bounds.width, strength=0.5),
            )
            for s in stars
        ]
        sheet.add("glint halos", halo, role="decoration", blend="screen")
        sheet.add("glints", [filled(Path.join(stars), bright)], role="decoration")


def confetti(sheet: Sheet) -> None:
    """Paper strips and discs flung from behind the hero, larger towards the edges."""
    tones, rng, unit = sheet.tones, sheet.rng, sheet.unit
    hero = sheet.hero or sheet.box
    colors = [*tones.vivid, lit(tones.vivid[0], 0.2)]
    shapes: list[Shape] = []
    for x, y in sheet.scatter(64, 5.2 * unit, clear=2.4 * unit):
        away = math.hypot((x - hero.center.x) / hero.width, (y - hero.center.y) / hero.height)
        if away < 0.5 or rng.random() > 1.35 - away * 0.75:
            continue
        size = unit * (0.6 + 0.9 * away) * float(rng.uniform(0.6, 1.3))
        strip = rectangle(Box(-size, -size * 0.36, 2 * size, size * 0.72)).transformed(
            Affine.scaling(1, float(rng.uniform(0.35, 1)))
            .then(Affine.rotation(float(rng.uniform(0, 180))))
            .then(Affine.translation(x, y))
        )
        shapes.append(filled(strip, colors[int(rng.integers(len(colors)))]))
    sheet.add("confetti", shapes, role="decoration")


def charms(sheet: Sheet) -> None:
    """Chrome stars, hearts and drops hung around the hero at three distances from the lens."""
    hero = sheet.hero or sheet.box
    side = min(sheet.width, sheet.height)
    places = (
        ("star_chrome", -0.50, -0.34, 0.105, -14, 0.0),
        ("heart_chrome", 0.50, -0.22, 0.085, 16, 0.0),
        ("star_chrome", 0.44, 0.40, 0.060, 22, 0.0),
        ("blob_chrome", -0.52, 0.30, 0.075, -8, 0.0),
        ("heart_chrome", -0.64, 0.00, 0.045, -20, 0.5),
        ("star_chrome", 0.66, 0.10, 0.150, 30, 1.6),
    )
    for turn, (name, dx, dy, size, angle, blur) in enumerate(places):
        x, y = hero.center.x + dx * hero.width, hero.center.y + dy * hero.height
        radius = size * side
        if sheet.is_free(x, y, radius * 1.1):
            lay_motif(
                sheet,
                name,
                (x, y, radius),
                turn_deg=float(angle),
                blur=blur * sheet.unit,
                turn=turn,
            )


_STICKERS = (
    ("flower", -0.44, 0.44, 0.090, -12),
    ("bubble", 0.56, -0.40, 0.100, 0),
    ("bubble", -0.60, -0.12, 0.055, 0),
    ("bubble", 0.30, -0.52, 0.040, 0),
    ("smile", 0.48, 0.18, 0.070, 14),
    ("bubble", 0.52, 0.50, 0.075, 0),
    ("flare", -0.30, -0.46, 0.120, 0),
    ("flare", 0.40, 0.02, 0.070, 0),
)
"""Kind, place against the hero's middle and size, reach against the shorter side, turn."""


def stickers(sheet: Sheet) -> None:
    """Chrome charms, glossy bubbles, lens stars and two stickers off a school folder."""
    charms(sheet)
    hero = sheet.hero or sheet.box
    side = min(sheet.width, sheet.height)
    for kind, dx, dy, size, turn in _STICKERS:
        x, y, r = hero.center.x + dx * hero.width, hero.center.y + dy * hero.height, size * side
        if sheet.is_free(x, y, r * 1.05):
            _STICKER_SHAPES[kind](sheet, x, y, r, float(turn))


def _bubble(sheet: Sheet, x: float, y: float, r: float, turn: float) -> None:
    del turn
    white = Color(255, 255, 255)
    body = circle(x, y, r)
    film = [toned(c, 0.82, 1.1) for c in (sheet.tones.vivid[0], sheet.tones.vivid[-1])]
    rim = difference(body, circle(x, y, r * 0.90))
    shapes = [
        filled(body, glow(white, x + 0.2 * r, y + 0.3 * r, r, strength=0.22)),
        filled(rim, linear([film[0], white, film[1]], body.bounds, 40)),
        filled(
            ellipse(x - 0.38 * r, y - 0.42 * r, 0.26 * r, 0.16 * r), white.with_opacity(0.95)
        ),
        filled(
            ellipse(x + 0.44 * r, y + 0.50 * r, 0.13 * r, 0.08 * r), white.with_opacity(0.8)
        ),
    ]
    sheet.add("bubble", shapes, role="decoration", opacity=0.9)


def _flare(sheet: Sheet, x: float, y: float, r: float, turn: float) -> None:
    del turn
    white = Color(255, 255, 255)
    rays = [sparkle(x, y, r), sparkle(0, 0, r * 0.45).transformed(
        Affine.rotation(45).then(Affine.translation(x, y)))]  # fmt: skip
    halo = filled(circle(x, y, 0.7 * r), glow(white, x, y, 0.7 * r, strength=0.8))
    sheet.add("lens star", [halo, filled(Path.join(rays), white)], role="decoration")


def _flower(sheet: Sheet, x: float, y: float, r: float, turn: float) -> None:
    white = Color(255, 255, 255)
    ring = [
        circle(x + 0.52 * r * math.cos(math.radians(72 * k + turn)),
               y + 0.52 * r * math.sin(math.radians(72 * k + turn)), 0.44 * r)
        for k in range(5)
    ]  # fmt: skip
    edge = [circle(p.bounds.center.x, p.bounds.center.y, 0.52 * r) for p in ring]
    color = sheet.tones.vivid[0]
    sheet.add("flower sticker", [
        filled(Path.join([*edge, circle(x, y, 0.6 * r)]), white),
        filled(Path.join([*ring, circle(x, y, 0.5 * r)]), color),
        filled(circle(x, y, 0.30 * r), toned(sheet.tones.vivid[-1], 0.88, 1.0)),
    ], role="decoration")  # fmt: skip


def _smile(sheet: Sheet, x: float, y: float, r: float, turn: float) -> None:
    ink = Color.from_oklch(0.24, 0.06, 280)
    about = Affine.rotation(turn, Point(x, y))
    color = toned(sheet.tones.vivid[-1], 0.88, 1.1)
    eyes = [ellipse(x + s * 0.28 * r, y - 0.2 * r, 0.09 * r, 0.2 * r) for s in (-1, 1)]
    face = circle(x, y, r)
    mouth = arc(x, y + 0.02 * r, 0.55 * r, 25, 155)
    sheet.add("smile sticker", [
        filled(circle(x, y, 1.12 * r), Color(255, 255, 255)),
        filled(face, linear([lit(color, 0.06), shaded(color, 0.04)], face.bounds, 70)),
        filled(Path.join(eyes).transformed(about), ink),
        stroked(mouth.transformed(about), ink, 0.09 * r),
    ], role="decoration")  # fmt: skip


_STICKER_SHAPES: dict[str, Callable[[Sheet, float, float, float, float], None]] = {
    "bubble": _bubble,
    "flare": _flare,
    "flower": _flower,
    "smile": _smile,
}


def hearts(sheet: Sheet) -> None:
    """Soft hearts, stars and clouds of felt floating around, small and few."""
    tones, rng, unit = sheet.tones, sheet.rng, sheet.unit
    hero = sheet.hero or sheet.box
    inner = hero.inset(hero.width * 0.04, 0)
    for k, (x, y) in enumerate(sheet.scatter(12, 20 * unit, clear=5 * unit)):
        size = unit * float(rng.uniform(4.5, 9.0))
        if (
            not inner.intersection(Box(x - size / 2, y - size / 2, size, size)).is_empty
            or y > hero.bottom
        ):
            continue
        color = toned(
            tones.vivid[k % len(tones.vivid)], 0.84 if not tones.is_dark else 0.6, 0.9
        )
        path = _PUFFS[k % len(_PUFFS)].transformed(
            Affine.scaling(size / 100)
            .then(Affine.rotation(float(rng.uniform(-20, 20))))
            .then(Affine.translation(x, y))
        )
        shine = glow(lit(color, 0.10), x - size * 0.12, y - size * 0.16, size * 0.4)
        sheet.add(
            "puff shadow", [filled(path.moved(0.06 * size, 0.10 * size), tones.shadow(0.22))],
            role="decoration", blur=0.08 * size, blend="multiply",
        )  # fmt: skip
        sheet.add("puff", [filled(path, color), filled(path, shine)], role="decoration")


_PUFFS = (
    Path.from_svg(
        "M0 38C-60 4 -42 -38 -14 -34C-4 -32 0 -22 0 -18C0 -22 4 -32 14 -34C42 -38 60 4 0 38Z"
    ),
    Path.from_svg(
        "M0 -42C8 -42 10 -18 18 -14C26 -12 42 -14 42 -4C42 4 24 12 22 20"
        "C20 30 28 42 18 44C10 45 6 32 0 32C-6 32 -10 45 -18 44C-28 42 -20 30 -22 20"
        "C-24 12 -42 4 -42 -4C-42 -14 -26 -12 -18 -14C-10 -18 -8 -42 0 -42Z"
    ),
    Path.from_svg(
        "M-36 22C-56 20 -52 -8 -30 -8C-28 -32 4 -36 12 -16C26 -24 44 -8 36 6C52 10 46 24 34 22Z"
    ),
)
"""Heart, rounded star and cloud in a box of 100 around the origin."""


FRAMES: dict[str, Callable[[Sheet], None]] = {
    "charms": stickers,
    "confetti": confetti,
    "doodles": lambda sheet: doodle_scatter(sheet, ground=False),
    "hearts": hearts,
    "leaves": leaves,
    "petals": petals,
    "sparkles": sparkles,
}
