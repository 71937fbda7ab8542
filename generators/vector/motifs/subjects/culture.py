"""Culture and study: book, pencil, microphone, record, guitar, trophy, globe of a balloon."""

from __future__ import annotations

import math

from compositor.geometry import Box, Path
from compositor.geometry.boolean import difference
from compositor.geometry.shapes import circle, ellipse, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, lathe, placed, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, down, metal_paint
from generators.vector.motifs.sketch import LabelPlace, Sketch

__all__ = ["book", "guitar", "microphone", "pencil", "trophy", "vinyl"]


def book(request: MotifRequest) -> Sketch:
    """Return an open book, a ribbon marking the page."""
    e = Easel(request)
    cover, paper = e.main(), e.local("#FFFBF1", 0.01)
    p = e.tones(paper)
    e.group = "cover"
    e.add(d("M70 300C220 250 400 260 500 320C600 260 780 250 930 300L950 740C780 700 600 712 500 776C400 712 220 700 50 740Z"), cover, "plane")
    for i in range(3):
        e.group = "pages"
        s = i * 9
        left = d(f"M{92 + s} {276 - s}C230 {226 - s} 410 {236 - s} 500 {306 - s * 0.4}L500 {746 - s}C410 {684 - s} 230 {676 - s} {76 + s} {712 - s}Z")
        right = Path(tuple((v, tuple(1000 - n if k % 2 == 0 else n for k, n in enumerate(ns))) for v, ns in left.segments))
        e.add(left, paper, "matte", across(Box(80, 0, 420, 1), [(0, p.shade), (0.2, WHITE), (0.7, paper), (1, p.deep)]), spot=False)
        e.add(right, paper, "matte", across(Box(500, 0, 420, 1), [(0, p.deep), (0.16, p.shade), (0.4, WHITE), (1, p.shade)]), spot=False)
    e.group = "print"
    lines = []
    for i in range(7):
        y = 330 + i * 46
        end = 440 if i != 6 else 300
        lines.append(curve((150, y - 8), (290, y - 26), (end, y + 4)))
        if i > 3:
            lines.append(curve((560, y + 4), (710, y - 26), (850 if i != 6 else 700, y - 8)))
    e.strokes(p.deep, 7, *lines)
    e.inside(d("M570 320C660 276 760 268 860 296L856 456C760 430 660 440 570 482Z"), e.palette.accent2.mixed(WHITE, 0.3), "plane")
    e.inside(d("M570 482L570 440C620 380 660 430 700 390C760 330 800 400 858 380L856 456C760 430 660 440 570 482Z"), cover, "plane")
    e.group = "ribbon"
    e.add(ribbon([(508, 300), (530, 460), (516, 620), (540, 800)], (16, 20, 20, 22)), e.palette.accent, "plane")
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
    e.add(put(d("M-62 -300L62 -300L62 230L-62 230Z")), paint, "matte", along(start, end, [(0, t.light), (0.33, t.light), (0.33, t.base), (0.68, t.base), (0.68, t.shade), (1, t.shade)]))
    e.group = "eraser"
    e.add(put(rounded_rectangle(Box(-62, -440, 124, 100), 30)), e.local("#EE9AA5", 0.05), "plane")
    e.add(put(d("M-64 -362L64 -362L64 -288L-64 -288Z")), e.local("#C9CED6", 0), "matte", along(start, end, [(0, e.tones(e.local("#C9CED6", 0)).deep), (0.3, WHITE), (0.6, e.local("#C9CED6", 0)), (1, e.tones(e.local("#C9CED6", 0)).deep)]), fine=(put(d("M-64 -342L64 -342")), put(d("M-64 -308L64 -308"))), line_width=4)
    e.group = "tip"
    e.add(put(d("M-62 228C-44 212 -30 212 -20 230C-8 212 8 212 20 230C30 212 44 212 62 228L0 420Z")), wood, "plane")
    e.add(put(d("M-21 356L21 356L0 420Z")), e.local("#33323B", 0.2), "plane")
    e.strokes(e.palette.accent, 14, curve((232, 812), (330, 860), (420, 800), (520, 850), (640, 810), (780, 846)))
    return e.sketch(1000, 940, 880, (440, 560), floats=True)


def microphone(request: MotifRequest) -> Sketch:
    """Return a stage microphone, head up to the right."""
    e = Easel(request)
    body, mesh = e.main(), e.local("#C4C9D2", 0.02)
    t, m = e.tones(body), e.tones(mesh)

    def put(path: Path) -> Path:
        return placed(path, 480, 520, turn_deg=36)

    start, end = put(Path.polygon([(-110, 0), (110, 0)])).points()
    e.group = "cable"
    e.strokes(e.local("#2A2A33", 0.1), 16, curve((260, 830), (200, 900), (300, 950), (460, 900), (600, 940), (760, 900)))
    e.group = "handle"
    grip = lathe([(92, -60, 0), (84, 80), (54, 320), (48, 400), (34, 420, 0)], 0)
    e.add(put(grip), body, "matte", along(start, end, [(0, t.deep), (0.3, t.glow), (0.42, t.base), (0.8, t.deep), (1, t.shade)]))
    e.inside(put(rounded_rectangle(Box(-20, 60, 40, 80), 16)), e.palette.accent, "plane")
    e.group = "head"
    head = put(ellipse(0, -210, 154, 166))
    grid = [put(d(f"M{-150 + 34 * i} -330L{-150 + 34 * i} -90")) for i in range(1, 9)]
    rows = [put(d(f"M-150 {-340 + 34 * i}L150 {-340 + 34 * i}")) for i in range(1, 8)]
    inner = [clip for line in (*grid, *rows) for clip in _within(line, put(ellipse(0, -210, 148, 160)))]
    e.add(head, mesh, "round", e.shadow(620, 420, 150, 150, mesh, 0.8), e.light(520, 260, 80, 70, 0.8), fine=tuple(inner), line_color=m.deep.with_opacity(0.55), line_width=4)
    e.add(put(rounded_rectangle(Box(-122, -86, 244, 50), 24)), mesh, "matte", along(start, end, [(0, m.deep), (0.3, WHITE), (0.5, m.base), (1, m.deep)]))
    notes = e.palette.accent2
    for x, y, s in ((840, 220, 1.0), (190, 280, 0.8)):
        e.add(placed(ellipse(0, 0, 34, 25), x, y + 90 * s, turn_deg=-18, scale=s), notes, "plane", solid=False)
        e.strokes(notes, 11 * s, d(f"M{x + 30 * s} {y + 84 * s}L{x + 30 * s} {y - 30 * s}"), curve((x + 30 * s, y - 30 * s), (x + 56 * s, y + 4 * s), (x + 72 * s, y + 34 * s)))
    return e.sketch(1000, 980, 950, (580, 330), floats=True)


def _within(line: Path, area: Path) -> list[Path]:
    """The part of a straight line inside an ellipse, found by walking along it."""
    (x1, y1), (x2, y2) = line.points()
    c, box = area.bounds.center, area.bounds
    r = (box.width + box.height) / 4
    inside = [
        (x1 + (x2 - x1) * i / 40, y1 + (y2 - y1) * i / 40)
        for i in range(41)
        if math.dist((x1 + (x2 - x1) * i / 40, y1 + (y2 - y1) * i / 40), c) < r * 0.97
    ]
    return [Path.polygon([inside[0], inside[-1]], closed=False)] if len(inside) > 2 else []


def vinyl(request: MotifRequest) -> Sketch:
    """Return a record sliding out of its sleeve."""
    e = Easel(request)
    black = e.local("#1F1E25", 0.03)
    b = e.tones(black)
    e.group = "record"
    disc = circle(640, 500, 380)
    e.add(disc, black, "matte", fine=tuple(circle(640, 500, r) for r in range(160, 372, 15)), line_color=b.light.with_opacity(0.35), line_width=1.6)
    for angle in (-50.0, 130.0):
        a = math.radians(angle)
        wedge = d(f"M640 500L{640 + 380 * math.cos(a - 0.26):.1f} {500 + 380 * math.sin(a - 0.26):.1f}L{640 + 396 * math.cos(a):.1f} {500 + 396 * math.sin(a):.1f}L{640 + 380 * math.cos(a + 0.26):.1f} {500 + 380 * math.sin(a + 0.26):.1f}Z")
        edge = (640 + 380 * math.cos(a - 0.26), 500 + 380 * math.sin(a - 0.26)), (640 + 380 * math.cos(a + 0.26), 500 + 380 * math.sin(a + 0.26))
        e.gleam(wedge, along(*edge, [(0, WHITE.with_opacity(0)), (0.5, WHITE.with_opacity(0.32)), (1, WHITE.with_opacity(0))]))
    e.inside(circle(640, 500, 132), e.palette.accent, "plane")
    e.inside(circle(640, 500, 16), e.palette.ground, "matte")
    e.group = "sleeve"
    cover = e.main()
    sleeve = rounded_rectangle(Box(60, 130, 620, 740), 12)
    e.add(sleeve, cover, "plane", across(sleeve.bounds, [(0, WHITE.with_opacity(0.25)), (0.04, WHITE.with_opacity(0)), (0.9, e.tones(cover).deep.with_opacity(0)), (1, e.tones(cover).deep.with_opacity(0.5))]))
    e.inside(circle(370, 440, 190), e.palette.accent2, "plane")
    e.inside(d("M60 620C200 520 320 640 440 560C540 500 620 560 680 540L680 858C680 866 674 870 668 870L72 870C66 870 60 866 60 858Z"), e.palette.accent, "plane")
    e.inside(d("M60 720C220 640 380 760 680 660L680 858C680 866 674 870 668 870L72 870C66 870 60 866 60 858Z"), e.tones(cover).deep, "plane")
    label = LabelPlace(box=Box(100, 160, 540, 90), color=WHITE if cover.oklch.lightness < 0.7 else e.tones(cover).deep, max_size=76)
    return e.sketch(1060, 960, 880, (480, 470), floats=True, label=label)


def guitar(request: MotifRequest) -> Sketch:
    """Return an acoustic guitar leaning to the right."""
    e = Easel(request)
    top, dark = e.local("#D9964E", 0.12), e.local("#4A2C1E", 0.05)
    t = e.tones(top)

    def put(path: Path) -> Path:
        return placed(path, 440, 610, turn_deg=32, scale=0.86)

    e.group = "body"
    shape = blob((0, -210), (110, -190), (168, -100), (136, 0), (190, 90), (216, 200), (150, 320), (0, 352), (-150, 320), (-216, 200), (-190, 90), (-136, 0), (-168, -100), (-110, -190))
    e.add(put(placed(shape, 12, 10)), dark, "plane")
    e.add(put(shape), top, "round", e.shadow(500, 830, 210, 120, top, 0.8), e.light(400, 530, 100, 80, 0.35), fine=(put(placed(shape, 0, 3, scale=0.945)),), line_color=t.deep.with_opacity(0.5), line_width=4)
    e.inside(put(circle(0, -20, 80)), e.palette.accent, "matte")
    e.inside(put(circle(0, -20, 66)), dark, "matte", outline=True)
    e.inside(put(rounded_rectangle(Box(-80, 170, 160, 34), 10)), dark, "plane")
    e.group = "neck"
    e.add(put(d("M-26 -60L26 -60L22 -560L-22 -560Z")), dark, "plane", fine=tuple(put(d(f"M-25 {-120 - 42 * i}L25 {-120 - 42 * i}")) for i in range(11)), line_color=e.local("#E6D7B0", 0), line_width=3)
    e.add(put(blob((-34, -556, 0), (-44, -620), (-36, -690, 0), (0, -676), (36, -690, 0), (44, -620), (34, -556, 0))), top, "plane")
    for y in (-590, -630, -666):
        for s in (-1, 1):
            e.add(put(ellipse(s * 54, y, 14, 10)), e.local("#E6E2D8", 0), "plane")
    e.strokes(e.local("#F4F0E4", 0), 2.5, *[put(d(f"M{x} 186L{x * 0.8} -600")) for x in (-14, -5, 5, 14)])
    return e.sketch(1000, 1000, 960, (470, 560), floats=True)


def trophy(request: MotifRequest) -> Sketch:
    """Return a two-handled cup with a star."""
    e = Easel(request)
    gold = e.local("#E2B23C", 0.02)
    t = e.tones(gold)
    e.group = "handles"
    for s in (-1, 1):
        arm = curve((450 + s * 200, 210), (450 + s * 320, 200), (450 + s * 330, 330), (450 + s * 250, 430), (450 + s * 150, 480))
        pts = [(p.x, p.y) for p in arm.flattened(8)[0]]
        e.add(ribbon(pts[::4], (34, 36, 34, 30)), gold, "round")
    e.group = "cup"
    bowl = lathe([(236, 130, 0), (232, 260), (190, 420), (110, 530), (50, 580), (40, 660), (60, 720, 0)], 450)
    e.add(bowl, gold, "matte", metal_paint(bowl.bounds, gold), e.light(340, 270, 50, 130, 0.6))
    e.add(ellipse(450, 130, 238, 42), t.shade, "matte", down(Box(0, 90, 1, 84), [(0, t.deep), (1, t.light)]))
    points = [(450 + (84 if i % 2 == 0 else 36) * math.sin(math.pi * i / 5), 310 - (84 if i % 2 == 0 else 36) * math.cos(math.pi * i / 5)) for i in range(10)]
    e.inside(Path.polygon(points), t.glow, "plane")
    e.group = "base"
    e.add(difference(d("M330 720L570 720L600 800L300 800Z"), Path()), gold, "metal")
    dark = e.main().mixed(e.local("#2A2230", 0), 0.5)
    e.add(rounded_rectangle(Box(260, 796, 380, 130), 16), dark, "plane")
    e.inside(rounded_rectangle(Box(340, 830, 220, 60), 8), gold, "plane")
    label = LabelPlace(box=Box(346, 834, 208, 52), color=t.deep.shifted(lightness=-0.1), max_size=40)
    return e.sketch(900, 980, 926, (450, 320), contact=Box(280, 910, 340, 28), label=label)
