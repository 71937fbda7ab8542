"""Bakery: croissant, bread, ice cream."""

from __future__ import annotations

from compositor.geometry import Box, Path
from compositor.geometry.shapes import circle, ellipse, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, placed, scallop
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across
from generators.vector.motifs.sketch import Sketch

__all__ = ["bread", "croissant", "ice_cream"]


def croissant(request: MotifRequest) -> Sketch:
    """Return a croissant, horns down: rolled bands that narrow towards both ends."""
    e = Easel(request)
    crust = e.local("#D58B3C", 0.05)
    t = e.tones(crust)
    e.group = "bands"
    outer = [(40, 700), (110, 520), (270, 350), (500, 280), (730, 350), (890, 520), (960, 700)]
    inner = [(170, 740), (240, 660), (350, 590), (500, 566), (650, 590), (760, 660), (830, 740)]
    order = (0, 5, 1, 4, 2, 3)
    for place in order:
        left = place < 3
        (ax, ay), (bx, by) = outer[place], outer[place + 1]
        (cx, cy), (dx, dy) = inner[place + 1], inner[place]
        swell = 34
        mx, my = (ax + bx) / 2, (ay + by) / 2 - swell
        nx, ny = (cx + dx) / 2, (cy + dy) / 2 + 0.4 * swell
        lap = 46 if left else -46
        band = (
            blob(
                (ax, ay), (mx, my), (bx + lap, by + 6), (cx + lap * 0.5, cy), (nx, ny), (dx, dy)
            )
            if left
            else blob(
                (bx, by), (mx, my), (ax + lap, ay + 6), (dx + lap * 0.5, dy), (nx, ny), (cx, cy)
            )
        )
        tone = crust.shifted(lightness=(-0.05, 0.0, 0.04)[min(place, 5 - place)])
        creases = tuple(
            curve(
                (mx + q * (bx - ax) * 0.22, my + 40 + 12 * abs(q)),
                ((mx + nx) / 2 + q * (bx - ax) * 0.16, (my + ny) / 2),
                (nx + q * (cx - dx) * 0.2, ny - 40),
            )
            for q in (-1, 1)
        )
        e.add(
            band,
            tone,
            "round",
            e.light(mx - 20, my + 60, 90, 40, 0.75),
            e.shadow(nx, ny, 160, 70, tone, 0.8),
            lines=creases,
            line_color=t.shade,
            line_width=6,
        )
    return e.sketch(1000, 860, 770, (500, 450), contact=Box(90, 722, 820, 50))


def bread(request: MotifRequest) -> Sketch:
    """Return a scored country loaf and two slices."""
    e = Easel(request)
    crust, crumb = e.local("#BF7A3A", 0.05), e.local("#F7E3BF", 0)
    e.group = "loaf"
    loaf = blob(
        (150, 600),
        (130, 470),
        (220, 330),
        (420, 260),
        (640, 270),
        (800, 350),
        (860, 480),
        (840, 620),
        (720, 680),
        (480, 696),
        (250, 680),
    )
    e.add(
        loaf,
        crust,
        "round",
        e.light(380, 340, 200, 80, 0.5),
        e.shadow(640, 690, 360, 150, crust),
    )
    for x in (320, 460, 600):
        cut = blob(
            (x - 30, 560, 0), (x - 6, 440), (x + 56, 330, 0), (x + 44, 450), (x + 10, 560)
        )
        e.inside(cut, crumb, "plane", e.shadow(x + 30, 470, 20, 110, crumb, 0.5))
    e.group = "slices"
    piece = blob(
        (-150, 120),
        (-162, 0),
        (-180, -70),
        (-120, -140),
        (0, -156),
        (120, -140),
        (180, -70),
        (162, 0),
        (150, 120),
        (120, 148),
        (-120, 148),
    )
    for x, y, turn in ((690, 620, 12), (560, 650, -4)):
        e.add(placed(piece, x, y, turn_deg=turn), crust, "plane")
        e.inside(
            placed(piece, x, y, turn_deg=turn, scale=0.87),
            crumb,
            "plane",
            e.shadow(x + 60, y + 90, 130, 90, crumb, 0.3),
            outline=False,
            fine=tuple(
                placed(ellipse(dx, dy, 9, 6), x, y, turn_deg=turn)
                for dx, dy in ((-60, -50), (30, -80), (70, 10), (-20, 30), (-80, 70), (40, 90))
            ),
            line_color=e.tones(crumb).deep,
            line_width=3,
        )
    return e.sketch(1000, 860, 800, (520, 520))


def ice_cream(request: MotifRequest) -> Sketch:
    """Return two scoops on a waffle cone."""
    e = Easel(request)
    cone = e.local("#DDA25A", 0.03)
    t = e.tones(cone)
    e.group = "cone"
    body = d("M250 520L550 520L424 966C414 994 386 994 376 966Z")
    waffle = [d(f"M{250 + 60 * i} 520L{480 + 40 * i} 960") for i in range(-3, 6)] + [
        d(f"M{550 - 60 * i} 520L{320 - 40 * i} 960") for i in range(-3, 6)
    ]
    lines = []
    for line in waffle:
        pts = [p for p in _dense(line) if _inside_cone(p)]
        if len(pts) > 1:
            lines.append(
                d(f"M{pts[0][0]:.1f} {pts[0][1]:.1f}L{pts[-1][0]:.1f} {pts[-1][1]:.1f}")
            )
    e.add(
        body,
        cone,
        "tube",
        e.shadow(400, 520, 170, 80, cone, 0.8),
        lines=tuple(lines),
        line_color=t.deep.with_opacity(0.55),
        line_width=4,
    )
    for (x, y, r), color in (((400, 250, 150), e.palette.accent2), ((400, 420, 186), e.main())):
        e.group = "scoop"
        tint = color.mixed(WHITE, 0.25)
        ball = scallop(
            (x, y), (r, r * 0.86), bumps=13, depth=0.22, rng=request.rng(61 + int(y))
        )
        drip = blob(
            (x - r * 0.98, y + r * 0.3),
            (x - r * 0.8, y + r * 0.78),
            (x - r * 0.5, y + r * 0.56),
            (x - r * 0.2, y + r * 0.86),
            (x + r * 0.1, y + r * 0.6),
            (x + r * 0.42, y + r * 0.94),
            (x + r * 0.66, y + r * 0.58),
            (x + r * 0.98, y + r * 0.3),
            (x, y),
        )
        e.add(drip, tint, "plane")
        e.add(
            ball,
            tint,
            "round",
            e.light(x - 60, y - 70, 60, 44, 0.9),
            e.shadow(x + 70, y + 110, 150, 100, tint),
        )
    e.group = "topping"
    cherry = e.local("#C8323A", 0)
    e.strokes(e.local("#5C7A3A"), 7, curve((410, 96), (424, 50), (470, 24)))
    e.add(circle(404, 120, 44), cherry, "round", e.light(388, 104, 16, 12, 0.95))
    for i in range(14):
        x, y = 300 + (i * 71) % 210, 196 + (i * 53) % 130
        stick = rounded_rectangle(Box(-14, -4, 28, 8), 4)
        e.inside(
            placed(stick, x, y, turn_deg=i * 47),
            (e.palette.accent, e.palette.primary, WHITE)[i % 3],
            "matte",
            outline=False,
        )
    e.gleam(
        body,
        across(
            body.bounds,
            [
                (0, WHITE.with_opacity(0.3)),
                (0.3, WHITE.with_opacity(0)),
                (1, WHITE.with_opacity(0)),
            ],
        ),
    )
    return e.sketch(800, 1020, 990, (400, 330), floats=True)


def _dense(line: Path) -> list[tuple[float, float]]:
    (x1, y1), (x2, y2) = line.points()
    return [(x1 + (x2 - x1) * i / 60, y1 + (y2 - y1) * i / 60) for i in range(61)]


def _inside_cone(p: tuple[float, float]) -> bool:
    share = (p[1] - 520) / 460
    return 0 <= share <= 1 and abs(p[0] - 400) <= 146 * (1 - share)
