"""Study and prizes: book, pencil, trophy."""

from __future__ import annotations

import math

from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference
from compositor.geometry.shapes import ellipse, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import curve, d, lathe, placed, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, down, metal_paint
from generators.vector.motifs.sketch import LabelPlace, Sketch

__all__ = ["book", "pencil", "trophy"]


def book(request: MotifRequest) -> Sketch:
    """Return an open book, a ribbon marking the page."""
    e = Easel(request)
    cover, paper = e.main(), e.local("#FFFBF1", 0.01)
    p = e.tones(paper)
    e.group = "cover"
    e.add(
        d(
            "M70 300C220 250 400 260 500 320C600 260 780 250 930 300L950 740"
            "C780 700 600 712 500 776C400 712 220 700 50 740Z"
        ),
        cover,
        "plane",
    )
    for i in range(3):
        e.group = "pages"
        s = i * 9
        left = d(
            f"M{92 + s} {276 - s}"
            f"C230 {226 - s} 410 {236 - s} 500 {306 - s * 0.4}L500 {746 - s}"
            f"C410 {684 - s} 230 {676 - s} {76 + s} {712 - s}Z"
        )
        right = Path(
            tuple(
                (v, tuple(1000 - n if k % 2 == 0 else n for k, n in enumerate(ns)))
                for v, ns in left.segments
            )
        )
        e.add(
            left,
            paper,
            "matte",
            across(Box(80, 0, 420, 1), [(0, p.shade), (0.2, WHITE), (0.7, paper), (1, p.deep)]),
            spot=False,
        )
        e.add(
            right,
            paper,
            "matte",
            across(
                Box(500, 0, 420, 1), [(0, p.deep), (0.16, p.shade), (0.4, WHITE), (1, p.shade)]
            ),
            spot=False,
        )
    e.group = "print"
    lines = []
    for i in range(7):
        y = 330 + i * 46
        end = 440 if i != 6 else 300
        lines.append(curve((150, y - 8), (290, y - 26), (end, y + 4)))
        if i > 3:
            lines.append(curve((560, y + 4), (710, y - 26), (850 if i != 6 else 700, y - 8)))
    e.strokes(p.deep, 7, *lines)
    e.inside(
        d("M570 320C660 276 760 268 860 296L856 456C760 430 660 440 570 482Z"),
        e.palette.accent2.mixed(WHITE, 0.3),
        "plane",
    )
    e.inside(
        d(
            "M570 482L570 440C620 380 660 430 700 390C760 330 800 400 858 380"
            "L856 456C760 430 660 440 570 482Z"
        ),
        cover,
        "plane",
    )
    e.group = "ribbon"
    e.add(
        ribbon([(508, 300), (530, 460), (516, 620), (540, 800)], (16, 20, 20, 22)),
        e.palette.accent,
        "plane",
    )
    return e.sketch(1000, 860, 790, (500, 480), contact=Box(90, 726, 820, 44))


def pencil(request: MotifRequest) -> Sketch:
    """Return a pencil writing a line."""
    e = Easel(request)
    paint = e.main()
    t = e.tones(paint)
    wood = e.local("#EBC896", 0.02)

    def put(path: Path) -> Path:
        return placed(path, 500, 480, turn_deg=40)

    start, end = put(Path.polygon([(-62, 0), (62, 0)])).points()
    e.group = "body"
    e.add(
        put(d("M-62 -300L62 -300L62 230L-62 230Z")),
        paint,
        "matte",
        along(
            start,
            end,
            [
                (0, t.light),
                (0.33, t.light),
                (0.33, t.base),
                (0.68, t.base),
                (0.68, t.shade),
                (1, t.shade),
            ],
        ),
    )
    e.group = "eraser"
    e.add(
        put(rounded_rectangle(Box(-62, -440, 124, 100), 30)), e.local("#EE9AA5", 0.05), "plane"
    )
    e.add(
        put(d("M-64 -362L64 -362L64 -288L-64 -288Z")),
        e.local("#C9CED6", 0),
        "matte",
        along(
            start,
            end,
            [
                (0, e.tones(e.local("#C9CED6", 0)).deep),
                (0.3, WHITE),
                (0.6, e.local("#C9CED6", 0)),
                (1, e.tones(e.local("#C9CED6", 0)).deep),
            ],
        ),
        fine=(put(d("M-64 -342L64 -342")), put(d("M-64 -308L64 -308"))),
        line_width=4,
    )
    e.group = "tip"
    e.add(
        put(
            d(
                "M-62 228C-44 212 -30 212 -20 230C-8 212 8 212 20 230"
                "C30 212 44 212 62 228L0 420Z"
            )
        ),
        wood,
        "plane",
    )
    e.add(put(d("M-21 356L21 356L0 420Z")), e.local("#33323B", 0.2), "plane")
    e.strokes(
        e.palette.accent,
        14,
        curve((232, 812), (330, 860), (420, 800), (520, 850), (640, 810), (780, 846)),
    )
    return e.sketch(1000, 940, 880, (440, 560), floats=True)


def trophy(request: MotifRequest) -> Sketch:
    """Return a two-handled cup with a star."""
    e = Easel(request)
    gold = e.local("#E2B23C", 0.02)
    t = e.tones(gold)
    e.group = "handles"
    for s in (-1, 1):
        arm = curve(
            (450 + s * 200, 210),
            (450 + s * 320, 200),
            (450 + s * 330, 330),
            (450 + s * 250, 430),
            (450 + s * 150, 480),
        )
        pts = [(p.x, p.y) for p in arm.flattened(8)[0]]
        e.add(ribbon(pts[::4], (34, 36, 34, 30)), gold, "round")
    e.group = "cup"
    bowl = lathe(
        [(236, 130, 0), (232, 260), (190, 420), (110, 530), (50, 580), (40, 660), (60, 720, 0)],
        450,
    )
    e.add(bowl, gold, "matte", metal_paint(bowl.bounds, gold), e.light(340, 270, 50, 130, 0.6))
    e.add(
        ellipse(450, 130, 238, 42),
        t.shade,
        "matte",
        down(Box(0, 90, 1, 84), [(0, t.deep), (1, t.light)]),
    )
    points = [
        (
            450 + (84 if i % 2 == 0 else 36) * math.sin(math.pi * i / 5),
            310 - (84 if i % 2 == 0 else 36) * math.cos(math.pi * i / 5),
        )
        for i in range(10)
    ]
    e.inside(Path.polygon(points), t.glow, "plane")
    e.group = "base"
    e.add(difference(d("M330 720L570 720L600 800L300 800Z"), Path()), gold, "metal")
    dark = e.main().mixed(e.local("#2A2230", 0), 0.5)
    e.add(rounded_rectangle(Box(260, 796, 380, 130), 16), dark, "plane")
    e.inside(rounded_rectangle(Box(340, 830, 220, 60), 8), gold, "plane")
    label = LabelPlace(
        box=Box(346, 834, 208, 52), color=t.deep.shifted(lightness=-0.1), max_size=40
    )
    return e.sketch(900, 980, 926, (450, 320), contact=Box(280, 910, 340, 28), label=label)
