"""Porcelain: a vase with a blue scroll of flowers."""

from __future__ import annotations

from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.easel import Easel
from generators.vector.motifs.forms import (
    blob,
    curve,
    lathe,
    placed,
    ribbon,
    spiral,
    traced,
)
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.subjects.flowers.foliage import leaf_parts

__all__ = ["vase"]


def vase(request: MotifRequest) -> Sketch:
    """Return a porcelain vase with a blue scroll of flowers."""
    e = Easel(request)
    clay, blue = e.local("#F7F8F6", 0.03), e.local("#2F5FA8", 0.12)
    e.group = "vase"
    body = lathe(
        [
            (120, 90, 0),
            (100, 150),
            (78, 260),
            (150, 360),
            (270, 480),
            (300, 610),
            (250, 770),
            (160, 880),
            (150, 950, 0),
        ],
        500,
    )
    e.add(
        body,
        clay,
        "tube",
        e.light(390, 560, 60, 170, 0.8),
        e.shadow(660, 800, 170, 220, clay, 0.5),
    )
    e.add(ellipse(500, 92, 120, 24), e.tones(clay).shade, "plane")
    e.inside(ellipse(500, 94, 96, 16), e.tones(clay).deep, "plane")
    e.group = "painting"
    for y, half in ((210, 90), (330, 124), (840, 196), (918, 158)):
        e.inside(
            intersection(
                ribbon([(500 - half - 20, y), (500, y + 18), (500 + half + 20, y)], (15, 15)),
                body,
            ),
            blue,
            "plane",
            outline=False,
        )
    for k in range(7):
        x = 330 + 57 * k
        tip = intersection(
            traced(f"{x - 28},836! {x},{748 + abs(k - 3) * 6}! {x + 28},836!"), body
        )
        e.inside(tip, blue.mixed(clay, 0.2 if k % 2 else 0.45), "plane", outline=False)
    for k in range(8):
        e.inside(
            placed(
                blob((0, 0), (-44, -40), (-30, -104), (0, -120), (30, -104), (44, -40)),
                500,
                570,
                turn_deg=45 * k,
                scale=0.86,
            ),
            blue.mixed(clay, 0.15 if k % 2 else 0.4),
            "plane",
        )
    e.inside(circle(500, 570, 30), clay, "plane")
    for side in (-1, 1):
        e.strokes(
            blue,
            10,
            curve(
                (500 + side * 90, 640),
                (500 + side * 170, 690),
                (500 + side * 220, 600),
                (500 + side * 180, 500),
            ),
            spiral((500 + side * 206, 650), 34, 1.4, start_deg=90),
        )
        for base, end in (
            ((150, 680), (210, 740)),
            ((200, 560), (262, 560)),
            ((180, 500), (150, 430)),
        ):
            part = leaf_parts(
                (500 + side * base[0], base[1]), (500 + side * end[0], end[1]), 38, blue, 0.1
            )[0]
            e.inside(intersection(part.path, body), blue, "plane", outline=False)
    return e.sketch(1000, 1000, 955, (500, 560))
