"""Music: microphone, record, guitar."""

from __future__ import annotations

import math

from compositor.geometry import Box, Path
from compositor.geometry.shapes import circle, ellipse, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, lathe, placed
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along
from generators.vector.motifs.sketch import LabelPlace, Sketch

__all__ = ["guitar", "microphone", "vinyl"]


def microphone(request: MotifRequest) -> Sketch:
    """Return a stage microphone, head up to the right."""
    e = Easel(request)
    body, mesh = e.main(), e.local("#C4C9D2", 0.02)
    t, m = e.tones(body), e.tones(mesh)

    def put(path: Path) -> Path:
        return placed(path, 480, 520, turn_deg=36)

    start, end = put(Path.polygon([(-110, 0), (110, 0)])).points()
    e.group = "cable"
    e.strokes(
        e.local("#2A2A33", 0.1),
        16,
        curve((260, 830), (200, 900), (300, 950), (460, 900), (600, 940), (760, 900)),
    )
    e.group = "handle"
    grip = lathe([(92, -60, 0), (84, 80), (54, 320), (48, 400), (34, 420, 0)], 0)
    e.add(
        put(grip),
        body,
        "matte",
        along(
            start,
            end,
            [(0, t.deep), (0.3, t.glow), (0.42, t.base), (0.8, t.deep), (1, t.shade)],
        ),
    )
    e.inside(put(rounded_rectangle(Box(-20, 60, 40, 80), 16)), e.palette.accent, "plane")
    e.group = "head"
    head = put(ellipse(0, -210, 154, 166))
    grid = [put(d(f"M{-150 + 34 * i} -330L{-150 + 34 * i} -90")) for i in range(1, 9)]
    rows = [put(d(f"M-150 {-340 + 34 * i}L150 {-340 + 34 * i}")) for i in range(1, 8)]
    inner = [
        clip
        for line in (*grid, *rows)
        for clip in _within(line, put(ellipse(0, -210, 148, 160)))
    ]
    e.add(
        head,
        mesh,
        "round",
        e.shadow(620, 420, 150, 150, mesh, 0.8),
        e.light(520, 260, 80, 70, 0.8),
        fine=tuple(inner),
        line_color=m.deep.with_opacity(0.55),
        line_width=4,
    )
    e.add(
        put(rounded_rectangle(Box(-122, -86, 244, 50), 24)),
        mesh,
        "matte",
        along(start, end, [(0, m.deep), (0.3, WHITE), (0.5, m.base), (1, m.deep)]),
    )
    notes = e.palette.accent2
    for x, y, s in ((840, 220, 1.0), (190, 280, 0.8)):
        e.add(
            placed(ellipse(0, 0, 34, 25), x, y + 90 * s, turn_deg=-18, scale=s),
            notes,
            "plane",
            solid=False,
        )
        e.strokes(
            notes,
            11 * s,
            d(f"M{x + 30 * s} {y + 84 * s}L{x + 30 * s} {y - 30 * s}"),
            curve((x + 30 * s, y - 30 * s), (x + 56 * s, y + 4 * s), (x + 72 * s, y + 34 * s)),
        )
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
    e.add(
        disc,
        black,
        "matte",
        fine=tuple(circle(640, 500, r) for r in range(160, 372, 15)),
        line_color=b.light.with_opacity(0.35),
        line_width=1.6,
    )
    for angle in (-50.0, 130.0):
        a = math.radians(angle)
        wedge = d(
            f"M640 500"
            f"L{640 + 380 * math.cos(a - 0.26):.1f} {500 + 380 * math.sin(a - 0.26):.1f}"
            f"L{640 + 396 * math.cos(a):.1f} {500 + 396 * math.sin(a):.1f}"
            f"L{640 + 380 * math.cos(a + 0.26):.1f} {500 + 380 * math.sin(a + 0.26):.1f}"
            f"Z"
        )
        edge = (
            (640 + 380 * math.cos(a - 0.26), 500 + 380 * math.sin(a - 0.26)),
            (640 + 380 * math.cos(a + 0.26), 500 + 380 * math.sin(a + 0.26)),
        )
        e.gleam(
            wedge,
            along(
                *edge,
                [
                    (0, WHITE.with_opacity(0)),
                    (0.5, WHITE.with_opacity(0.32)),
                    (1, WHITE.with_opacity(0)),
                ],
            ),
        )
    e.inside(circle(640, 500, 132), e.palette.accent, "plane")
    e.inside(circle(640, 500, 16), e.palette.ground, "matte")
    e.group = "sleeve"
    cover = e.main()
    sleeve = rounded_rectangle(Box(60, 130, 620, 740), 12)
    e.add(
        sleeve,
        cover,
        "plane",
        across(
            sleeve.bounds,
            [
                (0, WHITE.with_opacity(0.25)),
                (0.04, WHITE.with_opacity(0)),
                (0.9, e.tones(cover).deep.with_opacity(0)),
                (1, e.tones(cover).deep.with_opacity(0.5)),
            ],
        ),
    )
    e.inside(circle(370, 440, 190), e.palette.accent2, "plane")
    e.inside(
        d(
            "M60 620C200 520 320 640 440 560C540 500 620 560 680 540L680 858"
            "C680 866 674 870 668 870L72 870C66 870 60 866 60 858Z"
        ),
        e.palette.accent,
        "plane",
    )
    e.inside(
        d(
            "M60 720C220 640 380 760 680 660L680 858C680 866 674 870 668 870"
            "L72 870C66 870 60 866 60 858Z"
        ),
        e.tones(cover).deep,
        "plane",
    )
    label = LabelPlace(
        box=Box(100, 160, 540, 90),
        color=WHITE if cover.oklch.lightness < 0.7 else e.tones(cover).deep,
        max_size=76,
    )
    return e.sketch(1060, 960, 880, (480, 470), floats=True, label=label)


def guitar(request: MotifRequest) -> Sketch:
    """Return an acoustic guitar leaning to the right."""
    e = Easel(request)
    top, dark = e.local("#D9964E", 0.12), e.local("#4A2C1E", 0.05)
    t = e.tones(top)

    def put(path: Path) -> Path:
        return placed(path, 440, 610, turn_deg=32, scale=0.86)

    e.group = "body"
    shape = blob(
        (0, -210),
        (110, -190),
        (168, -100),
        (136, 0),
        (190, 90),
        (216, 200),
        (150, 320),
        (0, 352),
        (-150, 320),
        (-216, 200),
        (-190, 90),
        (-136, 0),
        (-168, -100),
        (-110, -190),
    )
    e.add(put(placed(shape, 12, 10)), dark, "plane")
    e.add(
        put(shape),
        top,
        "round",
        e.shadow(500, 830, 210, 120, top, 0.8),
        e.light(400, 530, 100, 80, 0.35),
        fine=(put(placed(shape, 0, 3, scale=0.945)),),
        line_color=t.deep.with_opacity(0.5),
        line_width=4,
    )
    e.inside(put(circle(0, -20, 80)), e.palette.accent, "matte")
    e.inside(put(circle(0, -20, 66)), dark, "matte", outline=True)
    e.inside(put(rounded_rectangle(Box(-80, 170, 160, 34), 10)), dark, "plane")
    e.group = "neck"
    e.add(
        put(d("M-26 -60L26 -60L22 -560L-22 -560Z")),
        dark,
        "plane",
        fine=tuple(put(d(f"M-25 {-120 - 42 * i}L25 {-120 - 42 * i}")) for i in range(11)),
        line_color=e.local("#E6D7B0", 0),
        line_width=3,
    )
    e.add(
        put(
            blob(
                (-34, -556, 0),
                (-44, -620),
                (-36, -690, 0),
                (0, -676),
                (36, -690, 0),
                (44, -620),
                (34, -556, 0),
            )
        ),
        top,
        "plane",
    )
    for y in (-590, -630, -666):
        for s in (-1, 1):
            e.add(put(ellipse(s * 54, y, 14, 10)), e.local("#E6E2D8", 0), "plane")
    e.strokes(
        e.local("#F4F0E4", 0),
        2.5,
        *[put(d(f"M{x} 186L{x * 0.8} -600")) for x in (-14, -5, 5, 14)],
    )
    return e.sketch(1000, 1000, 960, (470, 560), floats=True)
