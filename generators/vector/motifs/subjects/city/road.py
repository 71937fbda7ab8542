"""Road and air: car, truck, plane, rocket."""

from __future__ import annotations

from compositor.geometry import Box, Path
from compositor.geometry.shapes import circle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import blob, curve, d, placed
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along, down
from generators.vector.motifs.sketch import LabelPlace, Sketch

__all__ = ["car", "plane", "rocket", "truck"]


def car(request: MotifRequest) -> Sketch:
    """Return a modern car in profile, facing right."""
    e = Easel(request)
    paint, dark = e.main(), e.local("#25242C", 0)
    t = e.tones(paint)
    e.group = "body"
    body = blob(
        (60, 470),
        (70, 410),
        (140, 380),
        (260, 364),
        (360, 270),
        (470, 226),
        (640, 222),
        (760, 270),
        (860, 350),
        (980, 380),
        (1064, 420),
        (1082, 480),
        (1070, 530, 0),
        (70, 530, 0),
    )
    e.add(
        body,
        paint,
        "matte",
        down(
            body.bounds,
            [
                (0, t.glow),
                (0.3, t.light),
                (0.52, t.base),
                (0.6, t.deep),
                (0.66, t.base),
                (1, t.deep),
            ],
        ),
        e.light(500, 396, 420, 14, 0.5),
    )
    glass = blob(
        (300, 368, 0), (390, 288), (480, 250), (640, 246), (730, 280), (826, 364, 0), (560, 372)
    )
    e.inside(
        glass,
        dark,
        "matte",
        along(
            (320, 250),
            (760, 400),
            [
                (0, e.tones(dark).glow),
                (0.35, e.tones(dark).base),
                (0.5, e.palette.accent2.mixed(dark, 0.6)),
                (1, dark),
            ],
        ),
    )
    e.inside(d("M546 246L566 246L574 372L540 372Z"), paint, "matte")
    e.strokes(
        t.deep,
        3,
        curve((556, 380), (562, 460), (548, 526)),
        curve((330, 380), (300, 440), (310, 524)),
        d("M604 420L660 418"),
    )
    e.inside(
        blob((1020, 410, 0), (1064, 428), (1074, 452, 0), (1010, 440)),
        e.local("#FFF6D8", 0),
        "matte",
    )
    e.inside(
        blob((70, 416, 0), (110, 404), (126, 424), (66, 446, 0)), e.local("#E23B36", 0), "matte"
    )
    e.inside(d("M70 500L1074 500L1068 534L74 534Z"), dark, "matte")
    e.group = "wheels"
    for x in (270.0, 862.0):
        e.add(circle(x, 528, 98), dark, "plane")
        e.inside(circle(x, 528, 70), e.local("#D4D8DF", 0), "metal")
        e.inside(circle(x, 528, 60), e.tones(dark).light, "matte")
        for i in range(5):
            spoke = d("M-9 0L-14 -62L14 -62L9 0Z")
            e.inside(
                placed(spoke, x, 528, turn_deg=72 * i + 12), e.local("#D4D8DF", 0), "plane"
            )
        e.inside(circle(x, 528, 15), dark, "matte")
    return e.sketch(1140, 680, 626, (560, 380), contact=Box(110, 612, 920, 26))


def plane(request: MotifRequest) -> Sketch:
    """Return an airliner climbing to the right, with a trail."""
    e = Easel(request)
    white, tint = e.local("#F7F8FA", 0.02), e.main()

    def put(path: Path) -> Path:
        return placed(path, 500, 480, turn_deg=-24)

    e.group = "far wing"
    e.add(put(d("M20 -40L-60 -250L-10 -250L150 -40Z")), e.tones(tint).shade, "plane")
    e.group = "tail"
    e.add(put(d("M-400 -20L-470 -190L-400 -190L-270 -40Z")), tint, "plane")
    e.group = "fuselage"
    tube = blob(
        (-440, 0),
        (-400, -36),
        (-200, -66),
        (100, -70),
        (300, -66),
        (400, -36),
        (436, 8),
        (390, 42),
        (250, 60),
        (0, 64),
        (-250, 52),
        (-400, 24),
    )
    w = e.tones(white)
    e.add(
        put(tube),
        white,
        "matte",
        along(
            (450, 380), (520, 570), [(0, WHITE), (0.45, w.base), (0.8, w.deep), (1, w.shade)]
        ),
        spot=True,
    )
    e.inside(
        put(
            blob(
                (-430, 12),
                (0, 24),
                (400, 24),
                (380, 44),
                (250, 60),
                (0, 64),
                (-250, 52),
                (-400, 26),
            )
        ),
        tint,
        "plane",
    )
    for i in range(11):
        e.inside(
            put(rounded_rectangle(Box(-270 + i * 50, -28, 22, 28), 9)),
            e.local("#3A4A66", 0),
            "matte",
            outline=False,
        )
    e.inside(
        put(d("M340 -42L392 -34C402 -24 408 -16 410 -8L350 -10Z")),
        e.local("#2E3B52", 0),
        "matte",
    )
    e.group = "wing"
    e.add(
        put(d("M-60 20L150 20L-90 300C-100 312 -150 312 -146 296Z")),
        tint,
        "plane",
        e.light(480, 560, 120, 40, 0.3),
    )
    e.add(put(rounded_rectangle(Box(-30, 110, 130, 54), 26)), white, "plane", spot=True)
    e.add(put(d("M-400 10L-300 10L-410 110L-450 110Z")), tint, "plane")
    e.strokes(
        e.palette.muted.with_opacity(0.5),
        9,
        curve((20, 760), (90, 730), (150, 700)),
        curve((70, 840), (180, 790), (260, 750)),
    )
    return e.sketch(1000, 940, 900, (560, 440), floats=True)


def truck(request: MotifRequest) -> Sketch:
    """Return a delivery truck, facing right."""
    e = Easel(request)
    paint, dark = e.main(), e.local("#25242C", 0)
    cargo = e.local("#F5F3EE", 0.03)
    e.group = "cargo"
    e.add(
        rounded_rectangle(Box(60, 150, 620, 430), 22),
        cargo,
        "plane",
        e.shadow(560, 560, 320, 120, cargo, 0.6),
    )
    e.inside(d("M60 470C260 420 460 540 680 480L680 580L60 580Z"), paint, "plane", outline=True)
    e.group = "cab"
    cab = blob(
        (690, 580, 0),
        (690, 250, 0),
        (860, 250),
        (910, 290),
        (970, 420),
        (1020, 450),
        (1030, 500),
        (1030, 580, 0),
    )
    e.add(cab, paint, "plane", e.shadow(960, 580, 140, 110, paint))
    e.inside(
        blob((760, 290, 0), (850, 290), (880, 306), (930, 420, 0), (760, 420, 0)),
        e.palette.accent2.mixed(dark, 0.45),
        "matte",
        e.light(800, 320, 70, 50, 0.5),
    )
    e.inside(rounded_rectangle(Box(996, 490, 36, 34), 10), e.local("#FFF1C4", 0), "matte")
    e.strokes(e.tones(paint).deep, 4, d("M744 440L744 570"), d("M770 470L812 470"))
    e.add(rounded_rectangle(Box(50, 572, 996, 40), 14), dark, "plane")
    e.group = "wheels"
    for x in (230.0, 860.0):
        e.add(circle(x, 612, 88), dark, "plane")
        e.inside(circle(x, 612, 48), e.local("#D4D8DF", 0), "metal")
        e.inside(circle(x, 612, 18), dark, "matte")
    label = LabelPlace(box=Box(110, 220, 520, 200), color=e.tones(paint).deep, max_size=150)
    return e.sketch(1090, 740, 700, (520, 380), contact=Box(90, 686, 930, 26), label=label)


def rocket(request: MotifRequest) -> Sketch:
    """Return a rocket taking off to the upper right."""
    e = Easel(request)
    white, red = e.local("#F6F7FA", 0.02), e.main()

    def put(path: Path) -> Path:
        return placed(path, 520, 470, turn_deg=38)

    e.group = "fire"
    for color, scale in (
        (e.local("#F2742B", 0), 1.0),
        (e.local("#FFB22E", 0), 0.7),
        (e.local("#FFF0B0", 0), 0.4),
    ):
        s = scale
        e.add(
            put(
                blob(
                    (-74 * s, 300, 0),
                    (-90 * s, 380),
                    (-30 * s, 470 * (0.5 + s / 2)),
                    (0, 560 * (0.45 + 0.55 * s), 0),
                    (30 * s, 470 * (0.5 + s / 2)),
                    (90 * s, 380),
                    (74 * s, 300, 0),
                )
            ),
            color,
            "plane",
            outline=s > 0.5,
        )
    e.group = "fins"
    for side in (-1, 1):
        e.add(
            put(
                blob(
                    (side * 110, 110, 0),
                    (side * 210, 190),
                    (side * 226, 330, 0),
                    (side * 150, 280),
                    (side * 90, 270, 0),
                )
            ),
            red,
            "plane",
        )
    e.group = "hull"
    hull = blob(
        (0, -420, 0),
        (90, -300),
        (138, -120),
        (140, 60),
        (104, 230),
        (84, 290, 0),
        (-84, 290, 0),
        (-104, 230),
        (-140, 60),
        (-138, -120),
        (-90, -300),
    )
    w = e.tones(white)
    start, end = put(Path.polygon([(-140, 0), (140, 0)])).points()
    e.add(
        put(hull),
        white,
        "matte",
        along(
            start,
            end,
            [(0, w.shade), (0.25, WHITE), (0.5, w.base), (0.85, w.deep), (1, w.shade)],
        ),
        spot=True,
    )
    e.inside(
        put(
            blob(
                (0, -420, 0),
                (90, -300),
                (116, -214, 0),
                (0, -196),
                (-116, -214, 0),
                (-90, -300),
            )
        ),
        red,
        "plane",
    )
    e.inside(put(d("M-96 250L96 250L84 296L-84 296Z")), e.local("#3A3A46", 0), "plane")
    e.inside(put(circle(0, -70, 74)), e.palette.accent, "plane")
    e.inside(
        put(circle(0, -70, 54)),
        e.palette.accent2.mixed(e.local("#1E2A44", 0), 0.5),
        "plane",
        outline=True,
    )
    port = put(circle(-16, -88, 20)).bounds.center
    e.gleam(put(circle(0, -70, 54)), e.light(port.x, port.y, 30, 24, 0.8))
    e.add(
        put(blob((0, 130, 0), (18, 200), (16, 330, 0), (-16, 330, 0), (-18, 200))), red, "plane"
    )
    for x, y, r in ((140, 860, 90), (60, 760, 60), (250, 930, 66)):
        e.add(circle(x, y, r), e.palette.muted.mixed(WHITE, 0.6), "round", solid=False)
    return e.sketch(1000, 1000, 980, (560, 420), floats=True)
