"""Bags: a glossy shoulder bag and a canvas tote."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Box, Path, Point
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle
from generators.vector.motifs.forms import blob, curve, d, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import along, glow
from generators.vector.motifs.sketch import LabelPlace, Part, Sketch
from generators.vector.motifs.subjects.chrome import chromed, sparkle
from generators.vector.motifs.tones import natural_color, tones_of

__all__ = ["sport_bag", "tote_bag"]

_WHITE = Color(255, 255, 255)


def sport_bag(request: MotifRequest) -> Sketch:
    """Return a glossy shoulder bag of the year 2000, a chrome star on its flap."""
    palette = request.palette
    main = natural_color(request.attributes, palette.primary)
    t, trim = tones_of(main), tones_of(palette.accent)
    body = blob(
        (170, 470),
        (200, 430),
        (500, 414),
        (800, 430),
        (830, 470),
        (872, 700),
        (850, 800),
        (760, 838),
        (500, 850),
        (240, 838),
        (150, 800),
        (128, 700),
    )
    flap = blob(
        (164, 474),
        (200, 430),
        (500, 414),
        (800, 430),
        (836, 474),
        (842, 560),
        (780, 640),
        (640, 678),
        (500, 690),
        (360, 678),
        (220, 640),
        (158, 560),
    )
    handle = difference(
        d(
            "M210 470C210 240 330 90 500 90C670 90 790 240 790 470L730 470"
            "C730 280 640 150 500 150C360 150 270 280 270 470Z"
        ),
        Path(),
    )
    gloss = blob(
        (210, 500),
        (300, 462),
        (520, 448),
        (720, 456),
        (640, 486),
        (420, 500),
        (280, 540),
        (214, 580),
    )
    parts = [
        Part(
            path=handle,
            color=main,
            group="handle",
            form="plane",
            spot=True,
            paints=(
                glow((360, 170), (120, 90), t.glow, 0.9),
                glow((740, 360), (60, 160), t.deep, 0.7),
            ),
            fine=(d("M224 470C224 250 340 104 500 104C660 104 776 250 776 470"),),
            line_color=t.glow.with_opacity(0.8),
            line_width=3,
        ),
        Part(
            path=body,
            color=main,
            group="body",
            form="plane",
            spot=True,
            paints=(
                glow((760, 800), (260, 200), t.deep, 0.8),
                glow((230, 720), (120, 160), t.light, 0.8),
                glow((500, 860), (380, 60), t.deep, 0.6),
                glow((500, 700), (330, 50), t.deep, 0.75),
            ),
        ),
    ]
    for side in (0, 1):
        x = 240 if side == 0 else 760
        pocket = ribbon([(x, 690), (x + (6 if side == 0 else -6), 830)], (18, 18))
        parts.append(
            Part(
                path=pocket,
                color=palette.accent,
                group="trim",
                form="plane",
                spot=True,
                solid=False,
            )
        )
    parts += [
        Part(
            path=flap,
            color=t.light.mixed(main, 0.5),
            group="flap",
            form="plane",
            spot=True,
            paints=(
                glow((740, 640), (240, 130), t.deep, 0.6),
                glow((300, 500), (220, 90), t.glow, 0.8),
            ),
            fine=(flap_seam(),),
            line_color=trim.light,
            line_width=4,
        ),
        Part(
            path=gloss,
            color=_WHITE.with_opacity(0),
            form="glass",
            group="gloss",
            solid=False,
            outline=False,
            only=("flat",),
            paints=(
                along(
                    (240, 450),
                    (520, 560),
                    [(0, _WHITE.with_opacity(0.85)), (1, _WHITE.with_opacity(0.05))],
                ),
            ),
        ),
    ]
    for x in (240, 760):
        parts += chromed(request, difference(circle(x, 452, 44), circle(x, 452, 22)))
    parts += chromed(request, sparkle(500, 606, 150, 0.2))
    zip_pull = ribbon([(852, 520), (890, 590), (880, 660)], (10, 10, 10))
    parts.append(
        Part(path=zip_pull, color=palette.accent, group="charm", form="tube", spot=True)
    )
    parts += [
        Part(
            path=circle(882, 700, 42),
            color=palette.accent2,
            group="charm",
            spot=True,
            paints=(glow((868, 684), (18, 16), _WHITE, 0.9),),
        )
    ]
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=900,
        ground_y=850,
        focus=Point(500, 600),
        contact=Box(170, 832, 660, 36),
        label=LabelPlace(
            box=Box(330, 710, 340, 96),
            color=_WHITE if main.oklch.lightness < 0.7 else t.deep,
            max_size=84,
        ),
    )


def flap_seam() -> Path:
    """Return the stitch line inside the flap's edge."""
    return curve(
        (182, 520),
        (184, 566),
        (234, 622),
        (366, 658),
        (500, 670),
        (634, 658),
        (766, 622),
        (816, 566),
        (818, 520),
    )


def tote_bag(request: MotifRequest) -> Sketch:
    """Return a canvas tote with room for a name."""
    palette = request.palette
    cloth = natural_color(request.attributes, Color.from_hex("#F3EAD8"))
    t = tones_of(cloth)
    body = blob(
        (170, 380, 0),
        (500, 366),
        (830, 380, 0),
        (848, 600),
        (856, 800),
        (846, 960, 0),
        (500, 978),
        (154, 960, 0),
        (144, 800),
        (152, 600),
    )
    back = d(
        "M320 372C320 180 380 90 500 90C620 90 680 180 680 372L648 372"
        "C648 206 602 128 500 128C398 128 352 206 352 372Z"
    )
    front = d(
        "M292 420L292 380C292 190 370 70 500 70C630 70 708 190 708 380L708 420"
        "L664 420L664 380C664 220 606 116 500 116C394 116 336 220 336 380"
        "L336 420Z"
    )
    hem = d("M170 380C390 362 610 362 830 380L832 424C610 408 390 408 168 424Z")
    folds = (
        glow((300, 700), (60, 300), t.deep, 0.35),
        glow((720, 640), (70, 330), t.deep, 0.4),
        glow((400, 520), (80, 160), t.glow, 0.8),
        glow((500, 985), (400, 90), t.deep, 0.5),
        glow((820, 800), (120, 260), t.deep, 0.5),
    )
    art = palette.primary
    parts = [
        Part(path=back, color=t.shade, group="handle", form="plane"),
        Part(path=body, color=cloth, group="body", form="plane", paints=folds),
        Part(
            path=circle(500, 610, 118),
            color=art,
            group="print",
            form="matte",
            spot=True,
            solid=False,
            paints=(glow((560, 700), (150, 130), tones_of(art).deep, 0.3),),
        ),
        Part(
            path=intersection(
                circle(500, 610, 118),
                d("M360 640C430 560 480 700 560 610C600 570 640 600 660 640L660 760L340 760Z"),
            ),
            color=palette.accent,
            group="print",
            form="matte",
            spot=True,
            solid=False,
        ),
        Part(
            path=hem,
            color=cloth,
            group="body",
            form="plane",
            solid=False,
            fine=(curve((172, 414), (500, 398), (828, 414)),),
            line_color=t.deep.with_opacity(0.6),
            line_width=2.5,
        ),
        Part(
            path=front,
            color=cloth,
            group="handle",
            form="plane",
            paints=(glow((380, 150), (90, 80), t.glow, 0.9),),
            fine=(d("M302 416L302 380C302 196 376 80 500 80C624 80 698 196 698 380L698 416"),),
            line_color=t.deep.with_opacity(0.5),
            line_width=2.5,
        ),
    ]
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=1040,
        ground_y=972,
        focus=Point(500, 620),
        contact=Box(160, 950, 680, 36),
        label=LabelPlace(
            box=Box(230, 762, 540, 120), color=t.deep.shifted(lightness=-0.3), max_size=110
        ),
    )
