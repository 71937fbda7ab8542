"""Garden blooms: sunflower, tulips, lavender, a branch of plum blossom."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.geometry import Path
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.easel import Easel
from generators.vector.motifs.forms import blob, curve, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.subjects.flowers.foliage import leaf_parts

__all__ = ["lavender", "plum_blossom", "sunflower", "tulip"]

_GREEN = "#5E8F4E"


def sunflower(request: MotifRequest) -> Sketch:
    """Return a sunflower on its stalk with two leaves."""
    e = Easel(request)
    gold, seed = e.local("#F5B921", 0.02), e.local("#5A3A22", 0.02)
    green = e.local(_GREEN)
    e.group = "stalk"
    e.add(ribbon([(480, 420), (500, 700), (490, 980)], (40, 40, 46)), green, "tube")
    e.extend(leaf_parts((494, 800), (800, 640), 190, green, -0.12))
    e.extend(leaf_parts((494, 870), (190, 720), 180, green.shifted(lightness=0.04), 0.12))
    e.group = "petals"
    petal = blob((0, -120, 0), (62, -220), (46, -320), (0, -386, 0), (-46, -320), (-62, -220))
    for ring, (count, size, tone) in enumerate(
        ((17, 1.0, gold.shifted(lightness=-0.08)), (17, 0.92, gold))
    ):
        for k in range(count):
            turn = 360 / count * (k + 0.5 * ring)
            rib = placed(curve((0, -180), (0, -330)), 480, 390, turn_deg=turn, scale=size)
            e.add(
                placed(petal, 480, 390, turn_deg=turn, scale=size),
                tone,
                "plane",
                fine=(rib,),
                line_color=e.tones(tone).deep,
                line_width=4,
            )
    e.group = "disc"
    e.add(circle(480, 390, 158), seed, "round")
    for k in range(110):
        a, r = math.radians(137.5 * k), 148 * math.sqrt((k + 0.5) / 110)
        dot = circle(480 + r * math.cos(a), 390 + r * math.sin(a), 5 + r * 0.03)
        tone = e.tones(seed).light if r < 90 else e.local("#B9772B", 0.02)
        e.inside(dot, tone, "plane", outline=False)
    return e.sketch(960, 1010, 980, (480, 390))


def tulip(request: MotifRequest) -> Sketch:
    """Return three tulips of different heights."""
    e = Easel(request)
    bloom, green = e.main(), e.local(_GREEN)
    stems = (
        (290, 360, -10, 0.82, bloom.shifted(lightness=0.05)),
        (720, 400, 12, 0.86, e.palette.accent),
        (500, 240, 0, 1.0, bloom),
    )
    e.group = "stems"
    for x, y, _, s, _tone in stems:
        e.add(
            ribbon(
                [(x, y + 90 * s), (500 + (x - 500) * 0.6, 640), (500 + (x - 500) * 0.16, 980)],
                (22, 24, 26),
            ),
            green,
            "tube",
        )
    for base, tip, w, bend in (
        ((480, 970), (200, 520), 120, 0.16),
        ((520, 970), (800, 560), 120, -0.16),
        ((500, 980), (620, 470), 96, 0.1),
    ):
        e.extend(leaf_parts(base, tip, w, green, bend))
    for x, y, turn, s, tone in stems:
        e.group = f"bloom {x}"
        t = e.tones(tone)

        def put(
            text: str, x: float = x, y: float = y, turn: float = turn, s: float = s
        ) -> Path:
            return placed(traced(text), x, y, turn_deg=turn, scale=s)

        e.add(put("0,-200! 60,-150 80,-40 40,110 -40,110 -80,-40 -60,-150"), t.shade, "round")
        for side in (-1, 1):
            e.add(
                put(
                    f"{side * 130},-190! {side * 166},-60 "
                    f"{side * 130},90 {side * 40},144 {side * -10},120! "
                    f"{side * 30},-20 {side * 70},-130"
                ),
                tone,
                "round",
                e.shadow(x + side * 10, y + 70 * s, 90, 90, tone, 0.5),
            )
        e.add(put("0,-150! 76,-70 90,30 50,130 0,152 -50,130 -90,30 -76,-70"), t.light, "round")
    return e.sketch(1000, 1020, 985, (500, 300))


def lavender(request: MotifRequest) -> Sketch:
    """Return a tied bunch of lavender."""
    e = Easel(request)
    bloom, green = e.local("#8B6CC4", 0.03), e.local("#7F9A6A", 0.04)
    heads = ((190, 330), (320, 210), (470, 130), (620, 190), (760, 300), (400, 330), (560, 320))
    e.group = "stems"
    for x, y in heads:
        e.add(
            ribbon(
                [
                    (x, y + 40),
                    (480 + (x - 480) * 0.4, 560),
                    (480 - (x - 480) * 0.12, 720),
                    (480 - (x - 480) * 0.42, 960),
                ],
                (13, 13, 13, 13),
            ),
            green,
            "tube",
        )
    for k, (x, y) in enumerate(heads):
        e.group = f"spike {k}"
        lean = (x - 480) * 0.05
        for row in range(8):
            w = 40 - abs(row - 4) * 3.4 - (10 if row == 0 else 0)
            cy, cx = y - 70 + row * 36, x + lean * (5 - row) * 1.1
            for side in (-1, 1, 0):
                tone = (bloom.shifted(lightness=-0.06), bloom, e.tones(bloom).light)[side + 1]
                bud = placed(
                    ellipse(0, 0, 19, 25),
                    cx + side * w * 0.62,
                    cy + (8 if side else -6),
                    turn_deg=side * 34,
                )
                e.add(bud, tone, "round", outline=side == 0 or row % 2 == 0)
    e.group = "ribbon"
    band = e.palette.accent
    e.add(traced("440,690! 520,690! 530,764! 430,764!"), band, "tube")
    for side in (-1, 1):
        e.add(
            blob(
                (482, 730, 0),
                (482 + side * 70, 660),
                (482 + side * 150, 690),
                (482 + side * 130, 760),
                (482 + side * 60, 756),
            ),
            band,
            "round",
        )
        e.add(
            ribbon([(482, 740), (482 + side * 60, 830), (482 + side * 84, 900)], (26, 26, 28)),
            band,
            "plane",
        )
    e.add(circle(482, 728, 28), band, "round")
    return e.sketch(960, 1000, 970, (470, 320))


def plum_blossom(request: MotifRequest) -> Sketch:
    """Return a gnarled branch of plum blossom, open flowers and buds."""
    e = Easel(request)
    bark = e.local("#55413A", 0.06)
    bloom = e.local("#E8A0AE" if not request.palette.is_dark else "#F2B3BE", 0.12)
    e.group = "branch"
    for dots, widths in (
        (
            ((60, 960), (200, 800), (300, 660), (470, 560), (600, 420), (760, 330), (960, 190)),
            (74, 60, 54, 42, 32, 22, 8),
        ),
        (((300, 660), (290, 500), (360, 360), (340, 210), (400, 90)), (40, 32, 24, 16, 6)),
        (((600, 420), (640, 270), (620, 140)), (24, 16, 6)),
        (((470, 560), (640, 620), (800, 590), (900, 640)), (28, 22, 16, 6)),
    ):
        path = ribbon(dots, widths)
        e.add(
            path,
            bark,
            "tube",
            fine=tuple(curve((x - 16, y + 6), (x + 14, y - 10)) for x, y in dots[:-1]),
            line_color=e.tones(bark).deep,
            line_width=5,
        )
    for k, (x, y, s, turn) in enumerate(
        (
            (360, 380, 1.0, 10),
            (620, 430, 1.15, 40),
            (790, 320, 0.86, 0),
            (300, 620, 0.9, 62),
            (760, 600, 0.95, 24),
            (626, 220, 0.78, 50),
            (350, 180, 0.7, 20),
        )
    ):
        _blossom(e, (x, y), s, turn, bloom, f"flower {k}")
    e.group = "buds"
    for x, y, r in (
        (404, 84, 24),
        (960, 186, 24),
        (906, 646, 26),
        (616, 126, 22),
        (470, 500, 26),
        (880, 250, 22),
        (300, 460, 22),
    ):
        e.add(
            circle(x, y, r),
            bloom.shifted(lightness=-0.08),
            "round",
            e.light(x - 7, y - 8, 9, 8, 0.7),
        )
    return e.sketch(1020, 1000, 960, (600, 420), floats=True)


def _blossom(
    e: Easel, at: tuple[float, float], size: float, turn: float, color: Color, group: str
) -> None:
    e.group = group
    t, gold = e.tones(color), e.local("#F4C84B", 0.01)
    petal = traced("0,0 -52,-40 -60,-96 0,-124 60,-96 52,-40")
    for k in range(5):
        e.add(
            placed(petal, *at, turn_deg=turn + 72 * k, scale=size),
            color if k % 2 else t.light,
            "round",
            e.shadow(at[0], at[1], 46 * size, 46 * size, e.local("#C24A68", 0), 0.5),
        )
    for k in range(9):
        a = math.radians(turn + 40 * k)
        tip = (at[0] + 50 * size * math.cos(a), at[1] + 50 * size * math.sin(a))
        e.strokes(gold, 4 * size, curve(at, tip))
        e.inside(circle(*tip, 7 * size), gold, "plane", outline=False)
