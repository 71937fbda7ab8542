"""Finds: an ammonite, a trilobite, a feather, a seashell."""

from __future__ import annotations

import math

from compositor.geometry import Path
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.easel import Easel
from generators.vector.motifs.forms import blob, curve, mirrored, placed, ribbon, traced
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Sketch

__all__ = ["feather", "fossil", "seashell", "trilobite"]


def fossil(request: MotifRequest) -> Sketch:
    """Return an ammonite, its ribbed coil lying in a piece of rock."""
    e = Easel(request)
    rock, shell = e.local("#A79C8C", 0.06), e.local("#C9A873", 0.04)
    t = e.tones(shell)
    e.group = "rock"
    slab = traced(
        "90,560! 130,300! 300,130! 540,90! 800,170! 930,380! "
        "920,640! 780,850! 520,920! 260,860! 120,740!"
    )
    e.add(slab.moved(10, 26), e.tones(rock).deep, "plane")
    e.add(
        slab,
        rock,
        "plane",
        e.light(330, 240, 240, 160, 0.35),
        lines=(
            curve((150, 330), (230, 380), (210, 470)),
            curve((800, 780), (760, 700), (820, 640)),
            curve((640, 130), (690, 200), (780, 210)),
        ),
        line_color=e.tones(rock).deep,
        line_width=6,
    )
    e.inside(circle(510, 510, 372), e.tones(rock).shade, "plane", outline=False)
    e.group = "shell"
    turns, start, grow = 3.1, 20.0, 0.139
    spine = []
    for k in range(150):
        a = turns * 2 * math.pi * k / 149
        r = start * math.exp(grow * a)
        spine.append((510 + r * math.cos(a - 0.9), 510 + r * math.sin(a - 0.9), r))
    whorls = [spine[:56], spine[44:104], spine[92:]]
    for k in (2, 1, 0):
        part = whorls[k]
        e.add(
            ribbon(
                [(x, y) for x, y, _ in part[::4]], [r * 0.86 for *_, r in part[::4]], spacing=9
            ),
            shell.shifted(lightness=0.02 * (2 - k)),
            "round",
            e.shadow(590, 640, 260, 220, shell, 0.35),
        )
    ribs: list[Path] = []
    for k in range(16, 148, 4):
        x, y, r = spine[k]
        a = math.atan2(y - 510, x - 510)
        inner, outer = r * 0.64, r * 1.38
        ribs.append(
            curve(
                (510 + inner * math.cos(a), 510 + inner * math.sin(a)),
                (510 + r * math.cos(a + 0.05), 510 + r * math.sin(a + 0.05)),
                (510 + outer * math.cos(a + 0.02), 510 + outer * math.sin(a + 0.02)),
            )
        )
    e.strokes(t.deep, 9, *ribs)
    e.strokes(t.glow, 4, *(rib.moved(-6, -6) for rib in ribs[8:]))
    return e.sketch(1020, 970, 935, (510, 510), floats=True)


def trilobite(request: MotifRequest) -> Sketch:
    """Return a trilobite seen from above: head shield, ribs in three lobes, tail."""
    e = Easel(request)
    shell = e.local("#8A7355", 0.08)
    t = e.tones(shell)
    e.group = "spines"
    horn = blob((200, 380, 0), (120, 480), (120, 660), (176, 830, 0), (190, 660), (260, 480, 0))
    for path in (horn, mirrored(horn, 500)):
        e.add(path, t.shade, "round")
    e.group = "ribs"
    for k in range(10):
        y, w = 420 + 44 * k, 306 - 1.9 * k * k
        rib = ribbon([(500, y - 14), (500 - w * 0.5, y - 4), (500 - w, y + 44)], (48, 46, 16))
        for path in (rib, mirrored(rib, 500)):
            e.add(path, shell, "round")
    tail = traced("500,800 600,812 640,850 580,930 500,956 420,930 360,850 400,812")
    e.add(
        tail,
        shell,
        "round",
        lines=tuple(
            curve((500, 830), (500 + dx, 920 - abs(dx) * 0.4)) for dx in (-90, -40, 40, 90)
        ),
        line_color=t.deep,
        line_width=7,
    )
    e.group = "axis"
    for k in range(11):
        y, w = 396 + 44 * k, 84 - 3.6 * k
        e.add(
            traced(
                f"{500 - w},{y} 500,{y - 26} {500 + w},{y} "
                f"{500 + w * 0.9},{y + 40} 500,{y + 24} {500 - w * 0.9},{y + 40}"
            ),
            t.light,
            "round",
        )
    e.group = "head"
    head = traced(
        "500,70 680,110 800,260 830,420! 700,400 600,420 "
        "500,400 400,420 300,400 170,420! 200,260 320,110"
    )
    e.add(
        head,
        shell,
        "round",
        e.light(400, 180, 170, 90, 0.4),
        e.shadow(620, 400, 240, 90, shell, 0.5),
    )
    glabella = traced("500,130 590,180 610,290 570,390 500,404 430,390 390,290 410,180")
    e.inside(
        glabella,
        t.light,
        "round",
        lines=tuple(curve((430, y), (480, y + 16)) for y in (260, 320))
        + tuple(curve((570, y), (520, y + 16)) for y in (260, 320)),
        line_color=t.deep,
        line_width=7,
    )
    for x, turn in ((310, 24), (690, -24)):
        lobe = placed(ellipse(0, 0, 38, 66), x, 280, turn_deg=turn)
        e.inside(lobe, t.deep, "round", e.light(x - 10, 250, 16, 22, 0.5))
    return e.sketch(1000, 1000, 965, (500, 340), floats=True)


def feather(request: MotifRequest) -> Sketch:
    """Return a curved quill feather."""
    e = Easel(request)
    vane = e.main()
    t = e.tones(vane)
    quill = curve((130, 960), (210, 850), (360, 640), (560, 420), (860, 84))
    e.group = "vane"
    spine = ((210, 850), (360, 640), (560, 420), (870, 70))
    vane_path = ribbon(spine, (46, 190, 236, 224, 170, 6), spacing=14)
    for gap in (
        "420,760! 470,640! 446,560! 500,640!",
        "650,560! 640,470! 600,410! 680,470!",
        "330,420! 380,500! 440,540! 380,470!",
        "560,190! 600,270! 650,310! 600,240!",
    ):
        vane_path = difference(vane_path, traced(gap))
    above = traced("210,850! 360,640 560,420 870,70! 400,0! 0,300! 0,850!")
    for path, tone, side in (
        (difference(vane_path, above), vane, 1),
        (intersection(vane_path, above), t.light, -1),
    ):
        barbs = []
        for k in range(1, 17):
            s = k / 17
            x, y = 240 + 570 * s, 806 - 680 * s
            reach = 84 * math.sin(math.pi * min(0.97, 0.12 + 0.85 * s)) ** 0.7
            dx, dy = (reach * 1.15, reach * 0.35) if side > 0 else (-reach * 0.1, -reach * 1.15)
            barbs.append(curve((x, y), (x + dx * 0.6, y + dy * 0.5), (x + dx, y + dy)))
        fine = tuple(barbs)
        e.add(path, tone, "round", fine=fine, line_color=t.shade, line_width=4)
    e.group = "quill"
    e.strokes(e.local("#F5EEDF", 0.02), 15, quill)
    down = e.local("#FBF8F1", 0.02)
    for x, y, turn in ((230, 770, 30), (290, 790, 80), (220, 700, -10)):
        e.add(
            placed(blob((0, 0, 0), (26, -60), (6, -110), (-24, -60)), x, y, turn_deg=turn),
            down,
            "plane",
        )
    return e.sketch(1000, 1000, 970, (560, 420), floats=True)


def seashell(request: MotifRequest) -> Sketch:
    """Return a scallop shell with a pearl."""
    e = Easel(request)
    shell, pearl = e.local("#F2B79F", 0.1), e.local("#FBF6F0", 0.02)
    t = e.tones(shell)
    e.group = "shell"
    e.add(traced("380,800! 620,800! 670,900! 500,924 330,900!"), t.shade, "round")
    edge: list[tuple[float, float, int] | tuple[float, float]] = [(450, 860, 0)]
    for k in range(9):
        a = math.radians(196 + 18.5 * k)
        b = math.radians(196 + 18.5 * (k + 0.5))
        edge.append((500 + 440 * math.cos(a), 560 + 450 * math.sin(a), 0))
        if k < 8:
            edge.append((500 + 478 * math.cos(b), 560 + 490 * math.sin(b)))
    edge.append((550, 860, 0))
    fan = blob(*edge)
    e.add(
        fan,
        shell,
        "round",
        e.light(380, 330, 200, 170, 0.45),
        e.shadow(500, 860, 240, 190, shell, 0.7),
    )
    for k in range(1, 8):
        a = math.radians(196 + 18.5 * k)
        rib = ribbon(
            [
                (500 + 20 * math.cos(a), 840),
                (500 + 240 * math.cos(a), 680 + 240 * math.sin(a)),
                (500 + 440 * math.cos(a), 560 + 450 * math.sin(a)),
            ],
            (4, 10, 16),
        )
        e.inside(intersection(rib, fan), t.shade, "plane", outline=False)
    for r in (0.42, 0.66, 0.86):
        arc = [
            (
                500 + 450 * r * math.cos(math.radians(a)),
                840 - (840 - 560 + 10) * r + 450 * r * math.sin(math.radians(a)) * 0.9,
            )
            for a in range(206, 340, 16)
        ]
        e.strokes(t.glow, 6, curve(*arc))
    e.group = "pearl"
    e.add(
        circle(730, 850, 92),
        pearl,
        "round",
        e.light(704, 814, 36, 30, 1.0),
        e.shadow(770, 910, 80, 60, pearl, 0.6),
    )
    return e.sketch(1000, 985, 940, (500, 480))
