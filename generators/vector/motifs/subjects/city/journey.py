"""Journey: suitcase, camera, parcel."""

from __future__ import annotations

from compositor.geometry import Box
from compositor.geometry.boolean import difference
from compositor.geometry.shapes import circle, rectangle, rounded_rectangle
from generators.vector.motifs.easel import WHITE, Easel
from generators.vector.motifs.forms import d, placed
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, down, glow
from generators.vector.motifs.sketch import Sketch

__all__ = ["camera", "parcel", "suitcase"]


def suitcase(request: MotifRequest) -> Sketch:
    """Return a ribbed cabin case with its handle out."""
    e = Easel(request)
    shell, metal = e.main(), e.local("#C3C8D0", 0)
    t = e.tones(shell)
    e.group = "handle"
    e.add(
        difference(
            rounded_rectangle(Box(270, 60, 260, 320), 30),
            rounded_rectangle(Box(298, 88, 204, 320), 14),
        ),
        metal,
        "metal",
    )
    e.add(rounded_rectangle(Box(258, 48, 284, 46), 20), e.local("#2A2A33", 0), "plane")
    e.group = "wheels"
    for x in (220, 520):
        e.add(rounded_rectangle(Box(x, 880, 64, 70), 24), e.local("#2A2A33", 0), "plane")
    e.group = "shell"
    body = rounded_rectangle(Box(140, 290, 520, 610), 64)
    ribs = tuple(d(f"M{200 + 80 * i} 330L{200 + 80 * i} 860") for i in range(6))
    e.add(
        body,
        shell,
        "matte",
        across(
            body.bounds,
            [
                (0, t.deep),
                (0.07, t.shade),
                (0.16, t.glow),
                (0.3, t.base),
                (0.8, t.shade),
                (0.92, t.light),
                (1, t.deep),
            ],
        ),
        lines=ribs,
        line_color=t.deep.with_opacity(0.5),
        line_width=7,
        shades=(rectangle(Box(140, 586, 520, 16)),),
        hatch=False,
    )
    for i in range(6):
        e.gleam(
            rounded_rectangle(Box(208 + 80 * i, 336, 8, 520), 4),
            down(
                Box(0, 336, 1, 520),
                [(0, WHITE.with_opacity(0.5)), (1, WHITE.with_opacity(0.05))],
            ),
        )
    e.add(rounded_rectangle(Box(330, 268, 140, 44), 16), e.local("#2A2A33", 0), "plane")
    e.group = "stickers"
    e.inside(circle(270, 760, 60), e.palette.accent, "plane")
    e.inside(
        placed(rounded_rectangle(Box(-70, -40, 140, 80), 12), 530, 440, turn_deg=10),
        e.palette.accent2,
        "plane",
    )
    return e.sketch(800, 990, 948, (400, 580), contact=Box(180, 932, 440, 28))


def camera(request: MotifRequest) -> Sketch:
    """Return a camera with a large lens."""
    e = Easel(request)
    leather, silver = e.main(), e.local("#D3D7DE", 0)
    dark = e.local("#22222A", 0)
    e.group = "body"
    e.add(rounded_rectangle(Box(350, 150, 300, 160), 26), silver, "plane")
    e.add(rounded_rectangle(Box(150, 186, 120, 70), 14), silver, "metal")
    e.add(rounded_rectangle(Box(770, 196, 90, 60), 12), e.palette.accent, "plane")
    body = rounded_rectangle(Box(80, 240, 840, 500), 60)
    e.add(body, silver, "plane")
    e.inside(
        d("M80 356L920 356L920 660L80 660Z"),
        leather,
        "plane",
        e.shadow(800, 640, 260, 120, leather),
    )
    e.inside(
        rounded_rectangle(Box(440, 178, 120, 74), 14),
        dark,
        "plane",
        e.light(480, 200, 40, 20, 0.5),
    )
    e.group = "lens"
    e.add(circle(500, 508, 236), silver, "metal")
    for r, color in ((206, dark), (160, e.tones(dark).light), (126, dark)):
        e.inside(circle(500, 508, r), color)
    eye = circle(500, 508, 104)
    e.inside(
        eye,
        e.palette.accent2.mixed(dark, 0.55),
        "matte",
        glow((540, 570), (90, 80), e.palette.accent, 0.8),
        glow((460, 470), (90, 80), e.palette.primary, 0.9),
        e.shadow(500, 508, 60, 60, dark, 0.9),
    )
    e.gleam(eye, e.light(455, 455, 44, 34, 0.95), e.light(550, 560, 20, 16, 0.7))
    e.inside(circle(840, 310, 20), e.local("#E2483D", 0), "round")
    return e.sketch(1000, 800, 740, (500, 508), contact=Box(110, 724, 780, 30))


def parcel(request: MotifRequest) -> Sketch:
    """Return a taped cardboard box in isometric view."""
    e = Easel(request)
    card = e.local("#CFA06A", 0.06)
    t = e.tones(card)
    e.group = "box"
    e.add(d("M120 330L500 500L500 930L120 740Z"), card, "plane")
    e.add(
        d("M880 330L500 500L500 930L880 740Z"),
        t.shade,
        "plane",
        e.shadow(860, 760, 260, 160, card, 0.5),
    )
    e.add(d("M500 160L880 330L500 500L120 330Z"), t.light, "plane")
    tape = e.palette.accent
    e.inside(d("M290 254L342 231L722 401L670 424Z"), tape, "matte")
    e.inside(
        d("M670 424L722 401L722 500L704 488L690 512L670 500Z"), e.tones(tape).shade, "matte"
    )
    e.inside(
        d("M170 640L290 696L290 770L170 712Z"),
        e.local("#FFFDF8", 0),
        "matte",
        fine=(d("M188 668L270 706"), d("M188 690L250 718")),
        line_color=t.deep,
        line_width=5,
    )
    for x in (560, 620):
        e.strokes(t.deep, 8, d(f"M{x} 800L{x} 720"), d(f"M{x - 20} 750L{x} 720L{x + 20} 730"))
    return e.sketch(1000, 980, 930, (500, 480), contact=Box(240, 720, 560, 200))
