"""Small creatures: a bee in flight, a duckling on the water."""

from __future__ import annotations

from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.easel import Easel
from generators.vector.motifs.forms import blob, curve, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Sketch
from generators.vector.motifs.subjects.nature.roaming import beady_eye

__all__ = ["bee", "duck"]


def bee(request: MotifRequest) -> Sketch:
    """Return a round bee in flight."""
    e = Easel(request)
    gold, dark = e.local("#F5B92E", 0.02), e.local("#3A2A24", 0.02)
    wing = e.local("#D9ECF7", 0.05)
    e.group = "wings"
    for x, y, turn, s in ((560, 300, 32, 0.9), (430, 270, -12, 1.0)):
        path = placed(
            blob((0, 60, 0), (-110, -70), (-90, -230), (20, -290), (120, -200), (100, -50)),
            x,
            y,
            turn_deg=turn,
            scale=s,
        )
        veins = tuple(
            placed(curve((0, 40), (dx, -100), (dx * 1.5, -210)), x, y, turn_deg=turn, scale=s)
            for dx in (-30, 20, 60)
        )
        e.add(path, wing, "round", lines=veins, line_color=e.tones(wing).shade, line_width=6)
    e.group = "sting"
    e.add(traced("120,560! 30,600! 130,640!"), dark, "plane")
    e.group = "body"
    body = traced(
        "100,600 160,450 330,360 540,370 680,470 700,600 640,740 480,820 300,800 160,730"
    )
    e.add(
        body,
        gold,
        "round",
        e.light(360, 430, 190, 70, 0.55),
        e.shadow(440, 820, 300, 130, gold, 0.6),
    )
    for x in (230, 380, 530):
        band = ribbon([(x - 10, 330), (x + 40, 590), (x - 20, 860)], (64, 84, 64))
        e.inside(intersection(band, body), dark, "plane", outline=False)
    e.group = "head"
    e.add(circle(726, 560, 148), gold, "round", e.light(690, 490, 70, 50, 0.6))
    beady_eye(e, 776, 550, 32)
    e.inside(
        ellipse(720, 632, 36, 22),
        e.local("#F08A6C", 0).with_opacity(0.7),
        "matte",
        outline=False,
    )
    e.strokes(dark, 9, curve((800, 622), (830, 640), (852, 612)))
    e.strokes(
        dark,
        13,
        curve((730, 430), (750, 330), (820, 290)),
        curve((800, 440), (860, 360), (930, 360)),
    )
    for x, y in ((828, 286), (938, 360)):
        e.add(circle(x, y, 22), dark, "round")
    return e.sketch(1000, 900, 860, (650, 560), floats=True)


def duck(request: MotifRequest) -> Sketch:
    """Return a duckling on water rings."""
    e = Easel(request)
    down, bill = e.local("#F7CE4A", 0.02), e.local("#EE8A2E", 0.02)
    water = e.local("#9CCBE3", 0.2)
    e.group = "water"
    for rx, ry, tone in ((470, 76, water), (360, 54, e.tones(water).light)):
        e.add(ellipse(500, 824, rx, ry), tone, "plane", solid=rx > 400)
    e.group = "body"
    body = traced(
        "120,500! 200,560 330,520 480,520 640,500 800,540 "
        "880,660 840,790 680,850 400,850 220,790 130,660"
    )
    e.add(body, down, "round", e.shadow(560, 860, 380, 120, down, 0.6))
    e.group = "wing"
    wing = traced("330,590 520,560 660,620 640,700! 600,720 620,760! 540,770 440,760 350,690")
    e.add(wing, e.tones(down).light, "round", e.shadow(520, 770, 170, 60, down, 0.6))
    e.group = "head"
    e.add(traced("700,330! 860,350 950,400 940,440 860,450 720,450!"), bill, "round")
    e.strokes(e.tones(bill).deep, 7, curve((726, 404), (840, 408), (930, 416)))
    head = circle(620, 330, 200)
    e.add(head, down, "round", e.light(560, 230, 110, 80, 0.6))
    e.add(ribbon([(600, 150), (570, 90), (610, 60)], (34, 26, 8)), down, "tube")
    beady_eye(e, 690, 300, 30)
    e.inside(
        ellipse(640, 400, 46, 28),
        e.local("#F2986A", 0).with_opacity(0.6),
        "matte",
        outline=False,
    )
    return e.sketch(1000, 940, 895, (640, 330), floats=True)
