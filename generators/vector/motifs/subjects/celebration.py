"""Celebration: two rings, fireworks, a crown."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse, rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, d, leaf, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along, glow
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.subjects.chrome import sparkle

__all__ = ["crown", "firework", "rings_pair"]


def rings_pair(request: MotifRequest) -> Sketch:
    """Return two bands linked, one with a stone, lying against each other."""
    e = Easel(request)
    gold = e.local("#E2B663", 0.02)
    rose = e.local("#E6A98C", 0.03)
    e.group = "rings"
    left = (400.0, 620.0, -16.0, 300.0)
    right = (690.0, 640.0, 14.0, 270.0)
    _stone(e, left)
    _ring(e, left, gold)
    _ring(e, right, rose)
    front = rectangle(Box(520, 640, 200, 330))
    _ring(e, left, gold, only=front)
    for x, y, r in ((250, 130, 62), (560, 200, 34), (900, 340, 46)):
        e.add(sparkle(x, y, r, 0.12), e.local("#FFF3D0", 0), "plane", solid=False)
    return e.sketch(1060, 1000, 930, (480, 520), contact=Box(240, 906, 640, 40))


def _ring(
    e: Easel, place: tuple[float, float, float, float], metal: Color, only: Path | None = None
) -> None:
    x, y, turn, r = place
    t = e.tones(metal)

    def put(path: Path) -> Path:
        turned = path.transformed(Affine.rotation(turn, Point(x, y)))
        return turned if only is None else intersection(turned, only)

    def band(outer: float, inner: float, shift: float = 0.0) -> Path:
        whole = ellipse(x, y, outer * 0.93, outer)
        return put(difference(whole, ellipse(x + shift, y, inner * 0.93, inner)))

    ramp = [(0, t.glow), (0.16, t.base), (0.3, t.deep), (0.44, t.light), (0.56, WHITE),
            (0.7, t.base), (0.84, t.deep), (1, t.light)]  # fmt: skip
    add = e.add if only is None else e.inside
    add(band(r, r * 0.80), metal, "matte", along((x - r, y - r), (x + r, y + r), ramp))
    inner = [(0, t.deep), (0.3, t.shade), (0.55, t.glow), (0.75, t.shade), (1, t.deep)]
    e.inside(band(r * 0.84, r * 0.77, r * 0.02), metal, "matte",
             along((x - r, y + r), (x + r, y - r), inner))  # fmt: skip
    e.inside(band(r * 0.985, r * 0.965), t.glow, "matte", outline=False, only=("flat",))


def _stone(e: Easel, place: tuple[float, float, float, float]) -> None:
    x, y, turn, r = place
    ice = e.local("#E8F1FA", 0.02)
    t = e.tones(ice)

    def put(path: Path) -> Path:
        return path.moved(x, y - r - 60).transformed(Affine.rotation(turn, Point(x, y)))

    for dx in (-70, 70):
        e.add(put(ribbon([(dx * 0.4, 90), (dx, 0)], (16, 12))), e.local("#E2B663", 0.02))
    girdle = "M-130 -20L-78 -84L78 -84L130 -20L0 110Z"
    e.add(put(d(girdle)), ice, "plane")
    facets = (
        ("M-130 -20L-78 -84L-44 -20Z", t.light), ("M-78 -84L0 -84L-44 -20Z", WHITE),
        ("M0 -84L44 -20L-44 -20Z", t.shade), ("M0 -84L78 -84L44 -20Z", WHITE),
        ("M78 -84L130 -20L44 -20Z", t.deep), ("M-130 -20L-44 -20L0 110Z", t.shade),
        ("M-44 -20L44 -20L0 110Z", WHITE), ("M44 -20L130 -20L0 110Z", t.deep),
    )  # fmt: skip
    for outline, tone in facets:
        e.inside(put(d(outline)), tone, "plane")
    e.gleam(put(d(girdle)), e.light(x - 60, y - r - 150, 120, 100, 0.5))


def firework(request: MotifRequest) -> Sketch:
    """Return three bursts, one great, with falling sparks."""
    e = Easel(request)
    colors = (e.palette.primary, e.palette.accent, e.palette.accent2)
    rng = e.request.rng(8)
    for index, (x, y, radius) in enumerate(((250, 640, 230), (790, 700, 190), (540, 400, 380))):
        color = colors[(index + 1) % 3] if index < 2 else e.local("#F6C65B", 0.1)
        e.group = f"burst {index}"
        t = e.tones(color)
        e.gleam(circle(x, y, radius * 1.05), glow((x, y), (radius, radius), t.light, 0.4))
        for ring, (share, count) in enumerate(((1.0, 22), (0.66, 16), (0.36, 10))):
            for k in range(count):
                turn = 360 / count * (k + 0.5 * (ring % 2)) + float(rng.uniform(-3, 3))
                reach = radius * share * float(rng.uniform(0.9, 1.08))
                a = math.radians(turn)
                sag = 0.10 * reach
                mid = (x + 0.55 * reach * math.cos(a), y + 0.55 * reach * math.sin(a))
                end = (x + reach * math.cos(a), y + reach * math.sin(a) + sag)
                start = (x + 0.22 * reach * math.cos(a), y + 0.22 * reach * math.sin(a))
                thick = radius * 0.05
                ray = ribbon([start, mid, end], (thick * 0.15, thick * 0.7, thick))
                tone = (t.light, t.base, t.glow)[ring]
                e.add(ray, tone, "plane", solid=ring < 2)
                tip = circle(*end, thick * 1.05)
                e.add(tip, e.tones(color).glow, "plane", solid=False, outline=False)
    return e.sketch(1080, 960, 930, (540, 400), floats=True)


def crown(request: MotifRequest) -> Sketch:
    """Return a crown with five points and stones."""
    e = Easel(request)
    gold = e.local("#E5B84F", 0.02)
    t = e.tones(gold)
    e.group = "crown"
    e.add(ellipse(500, 700, 380, 80), t.deep, "plane")
    body = d(
        "M110 700L70 300L270 500L330 190L500 440L670 190L730 500L930 300L890 700"
        "C800 800 200 800 110 700Z"
    )
    e.add(body, gold, "metal", e.shadow(500, 800, 420, 110, gold, 0.7))
    for x, y, r in (
        (70, 290, 42),
        (330, 180, 48),
        (500, 430, 30),
        (670, 180, 48),
        (930, 290, 42),
    ):
        e.add(circle(x, y, r), e.palette.primary, "round", e.light(x - 12, y - 14, 14, 12, 0.9))
    for x, w in ((250, 44), (500, 62), (750, 44)):
        gem = traced(f"{x},{660 - w} {x + w},{660} {x},{660 + w} {x - w},{660}")
        e.inside(gem, e.palette.accent2, "round", e.light(x - 12, 645, 16, 14, 0.9))
    for turn in (-1, 1):
        e.inside(
            placed(leaf((0, -40), (0, 40), 40)[0], 500 + turn * 130, 690), t.light, "plane"
        )
    e.strokes(t.glow, 6, blob((120, 720), (300, 780), (500, 792), (700, 780), (880, 720)))
    return e.sketch(1000, 860, 800, (500, 500), contact=Box(160, 770, 680, 34))
