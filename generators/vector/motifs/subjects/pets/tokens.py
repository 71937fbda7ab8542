"""Signs of a pet: a paw print and a bone."""

from __future__ import annotations

from compositor.geometry.boolean import union
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.easel import Easel
from generators.vector.motifs.forms import blob, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Sketch

__all__ = ["bone", "paw"]


def paw(request: MotifRequest) -> Sketch:
    """Return a cat's paw, its pads soft and full."""
    e = Easel(request)
    fur = e.local("#F3D9BE", 0.08)
    pad = e.palette.primary.mixed(e.local("#E98E8E", 0), 0.35)
    e.group = "paw"
    toes = (
        (214, 420, 118, 142, -24),
        (396, 268, 122, 152, -8),
        (604, 268, 122, 152, 8),
        (786, 420, 118, 142, 24),
    )
    hand = blob(
        (500, 400),
        (690, 470),
        (810, 640),
        (770, 830),
        (620, 900),
        (500, 878),
        (380, 900),
        (230, 830),
        (190, 640),
        (310, 470),
    )
    whole = union(
        hand,
        *(
            placed(ellipse(0, 0, rx + 26, ry + 28), x, y, turn_deg=turn)
            for x, y, rx, ry, turn in toes
        ),
    )
    e.add(
        whole,
        fur,
        "round",
        e.shadow(620, 880, 380, 180, fur, 0.5),
        e.light(360, 250, 170, 120, 0.6),
    )
    e.group = "pads"
    for x, y, rx, ry, turn in toes:
        bean = placed(ellipse(0, 0, rx * 0.62, ry * 0.64), x, y + 6, turn_deg=turn)
        e.inside(bean, pad, "round", e.light(x - 22, y - 34, 34, 28, 0.8))
    palm = traced(
        "500,500 610,560 690,680 650,790 560,780 500,760 440,780 350,790 310,680 390,560"
    )
    e.inside(
        palm,
        pad,
        "round",
        e.light(430, 590, 90, 60, 0.8),
        e.shadow(570, 790, 150, 60, pad, 0.6),
    )
    return e.sketch(1000, 1000, 920, (500, 560), floats=True)


def bone(request: MotifRequest) -> Sketch:
    """Return a biscuit bone, a bite out of nothing, lying slantwise."""
    e = Easel(request)
    color = e.local("#E3B77F", 0.08)
    t = e.tones(color)
    knobs = [circle(x, y, 112) for x, y in ((-300, -84), (-300, 84), (300, -84), (300, 84))]
    shaft = ribbon([(-320, 0), (0, 0), (320, 0)], (150, 118, 150))
    body = placed(union(shaft, *knobs), 500, 500, turn_deg=-32)
    e.add(
        body,
        color,
        "round",
        e.light(340, 500, 240, 70, 0.6),
        e.shadow(640, 620, 320, 120, color, 0.6),
    )
    for x, y, r in ((-130, -16, 15), (-20, 22, 13), (110, -10, 15)):
        spot = placed(circle(x, y, r), 500, 500, turn_deg=-32)
        e.inside(spot, t.deep, "plane", outline=False)
    return e.sketch(1000, 1000, 800, (500, 500), floats=True)
