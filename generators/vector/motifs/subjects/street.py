"""Street: sneaker, bags, headphone and boombox."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.boolean import difference, intersection
from compositor.geometry.shapes import circle, ellipse, rounded_rectangle
from generators.vector.motifs.forms import blob, curve, d, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, down, glow
from generators.vector.motifs.sketch import LabelPlace, Part, Sketch
from generators.vector.motifs.subjects.chrome import chromed, sparkle
from generators.vector.motifs.tones import natural_color, tones_of

__all__ = ["boombox", "headphone", "sneaker", "sport_bag", "tote_bag"]

_WHITE = Color(255, 255, 255)


def sneaker(request: MotifRequest) -> Sketch:
    """Return a chunky running shoe, toe to the right."""
    palette = request.palette
    main, second, third = (
        natural_color(request.attributes, palette.primary),
        palette.accent,
        palette.accent2,
    )
    pale = Color.from_hex("#F6F4F1")
    m, w = tones_of(main), tones_of(pale)
    upper = d(
        "M112 500C88 430 92 330 116 244C124 214 150 206 178 214C216 226 262 244 300 224C332 206 352 184 386 178C406 174 418 186 428 204C480 300 568 356 694 388C786 412 880 424 914 474C926 494 926 512 926 522L112 522Z"
    )
    tongue = d("M344 206C340 156 366 118 410 112C442 108 456 140 454 172L520 300L420 250Z")
    toe = intersection(upper, d("M724 380C830 420 700 470 752 530L960 530L960 380Z"))
    heel = intersection(upper, d("M60 200L196 214C150 330 214 430 250 530L60 530Z"))
    mesh = intersection(
        upper, d("M250 300C420 300 520 420 742 452L742 530L236 530C210 440 220 350 250 300Z")
    )
    overlay = intersection(
        upper, d("M268 530C300 440 380 400 470 408C540 414 588 452 640 458L760 470L760 530Z")
    )
    flash = d("M318 470L438 352L424 410L566 366L430 486L450 430Z")
    mid = d(
        "M78 492C60 540 74 606 132 610L858 610C934 610 966 556 944 494C880 524 820 500 760 514C690 530 640 502 570 514C500 526 430 500 360 514C290 528 170 516 78 492Z"
    )
    out = d(
        "M92 580C98 624 120 640 160 640L850 640C920 640 952 604 956 566C930 596 900 604 858 604L132 604C114 604 100 596 92 580Z"
    )
    bubble = rounded_rectangle(Box(130, 546, 250, 38), 19)
    parts = [
        Part(
            path=out,
            color=m.deep.mixed(Color(20, 18, 26), 0.4),
            group="sole",
            form="plane",
            spot=True,
            lines=tuple(curve((170 + i * 52, 616), (160 + i * 52, 638)) for i in range(15)),
            line_color=Color(255, 255, 255, 60),
        ),
        Part(
            path=mid,
            color=pale,
            group="sole",
            form="matte",
            paints=(down(mid.bounds, [(0, _WHITE), (0.6, w.base), (1, w.deep)]),),
            lines=(curve((96, 560), (300, 586), (560, 578), (760, 584), (940, 548)),),
            line_color=w.deep,
            line_width=3,
        ),
        Part(
            path=bubble,
            color=third,
            group="sole",
            form="matte",
            spot=True,
            solid=False,
            paints=(
                down(
                    bubble.bounds,
                    [
                        (0, tones_of(third).glow),
                        (0.3, tones_of(third).base),
                        (1, tones_of(third).deep),
                    ],
                ),
                across(
                    bubble.bounds,
                    [
                        (0, _WHITE.with_opacity(0.5)),
                        (0.2, _WHITE.with_opacity(0)),
                        (1, tones_of(third).deep.with_opacity(0.4)),
                    ],
                ),
            ),
        ),
        Part(
            path=tongue,
            color=second,
            group="tongue",
            spot=True,
            form="plane",
            shades=(d("M390 130L470 260L430 260L380 200Z"),),
        ),
        Part(
            path=upper,
            color=pale,
            group="upper",
            form="matte",
            paints=(
                along((200, 200), (600, 620), [(0, _WHITE), (0.5, w.base), (1, w.shade)]),
                glow((560, 530), (380, 60), w.deep, 0.5),
            ),
        ),
        Part(
            path=mesh,
            color=m.light.mixed(pale, 0.35),
            group="upper",
            form="plane",
            solid=False,
            fine=tuple(intersection_lines(mesh)),
        ),
        Part(
            path=overlay,
            color=main,
            group="upper",
            form="plane",
            spot=True,
            solid=False,
            paints=(
                glow((520, 530), (260, 60), m.deep, 0.7),
                glow((420, 420), (120, 30), m.glow, 0.5),
            ),
        ),
        Part(
            path=toe,
            color=main,
            group="upper",
            form="plane",
            spot=True,
            solid=False,
            paints=(
                glow((830, 424), (80, 30), m.glow, 0.8),
                glow((880, 530), (140, 50), m.deep, 0.8),
            ),
        ),
        Part(
            path=heel,
            color=main,
            group="upper",
            form="plane",
            spot=True,
            solid=False,
            paints=(
                glow((110, 500), (140, 120), m.deep, 0.7),
                glow((130, 280), (40, 70), m.glow, 0.7),
            ),
        ),
        Part(path=flash, color=second, group="flash", form="plane", spot=True, solid=False),
    ]
    collar = d(
        "M112 262C124 214 150 206 178 214C216 226 262 244 300 224C332 206 352 184 386 178C330 250 250 300 190 282C160 274 130 270 112 262Z"
    )
    parts.append(
        Part(
            path=collar,
            color=tones_of(second).shade,
            group="collar",
            spot=True,
            form="plane",
            solid=False,
        )
    )
    eyestay = d(
        "M372 182C402 170 418 186 428 204C470 286 540 336 640 372L612 410C520 390 420 320 372 220Z"
    )
    parts.append(
        Part(
            path=eyestay,
            color=main,
            group="eyestay",
            spot=True,
            form="plane",
            solid=False,
            paints=(glow((420, 230), (60, 60), m.glow, 0.5),),
        )
    )
    for i in range(5):
        x, y = 404 + i * 46, 226 + i * 36 - (i * i) * 0.8
        lace = ribbon([(x - 22, y + 18), (x + 10, y - 12), (x + 52, y - 14)], (15, 17, 15))
        parts.append(
            Part(
                path=lace,
                color=pale,
                group="laces",
                form="plane",
                solid=False,
                paints=(glow((x + 30, y), (30, 16), w.deep, 0.4),),
            )
        )
    tab = d("M104 250C84 236 84 196 108 186C128 180 140 200 140 220L124 262Z")
    parts.append(Part(path=tab, color=second, group="tab", spot=True, form="plane"))
    return Sketch(
        parts=tuple(parts),
        width=1040,
        height=700,
        ground_y=640,
        focus=Point(480, 380),
        contact=Box(110, 622, 840, 34),
    )


def intersection_lines(area: Path) -> list[Path]:
    """Return mesh lines of a knitted panel."""
    box = area.bounds
    found = []
    step = 20.0
    for k in range(int((box.width + box.height) / step)):
        x = box.x + k * step
        band = intersection(
            area,
            Path.polygon(
                [
                    (x, box.y),
                    (x + 3, box.y),
                    (x + 3 - box.height, box.bottom),
                    (x - box.height, box.bottom),
                ]
            ),
        )
        found += [
            Path.polygon([min(c.points()), max(c.points())], closed=False)
            for c in band.contours()
            if len(c.points()) > 2
        ]
    return found


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
            "M210 470C210 240 330 90 500 90C670 90 790 240 790 470L730 470C730 280 640 150 500 150C360 150 270 280 270 470Z"
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
    for x in (240.0, 760.0):
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
        parts=tuple(parts), width=1000, height=900, ground_y=850, focus=Point(500, 600), contact=Box(170, 832, 660, 36),
        label=LabelPlace(box=Box(330, 710, 340, 96), color=_WHITE if main.oklch.lightness < 0.7 else t.deep, max_size=84),
    )  # fmt: skip


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
        "M320 372C320 180 380 90 500 90C620 90 680 180 680 372L648 372C648 206 602 128 500 128C398 128 352 206 352 372Z"
    )
    front = d(
        "M292 420L292 380C292 190 370 70 500 70C630 70 708 190 708 380L708 420L664 420L664 380C664 220 606 116 500 116C394 116 336 220 336 380L336 420Z"
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
        parts=tuple(parts), width=1000, height=1040, ground_y=972, focus=Point(500, 620), contact=Box(160, 950, 680, 36),
        label=LabelPlace(box=Box(230, 762, 540, 120), color=t.deep.shifted(lightness=-0.3), max_size=110),
    )  # fmt: skip


def headphone(request: MotifRequest) -> Sketch:
    """Return over-ear headphones, seen a little from the left."""
    palette = request.palette
    main = natural_color(request.attributes, palette.primary)
    t, dark = tones_of(main), Color.from_hex("#2B2933")
    band = ribbon(
        [(232, 560), (214, 360), (320, 170), (510, 110), (700, 170), (800, 360), (786, 560)],
        (44, 50, 66, 74, 66, 50, 44),
    )
    pad = ribbon(
        [(300, 300), (380, 210), (510, 176), (640, 210), (716, 300)], (30, 46, 52, 46, 30)
    )
    parts = [
        Part(path=pad, color=dark, group="band", form="round", spot=True),
        Part(
            path=band,
            color=main,
            group="band",
            form="plane",
            spot=True,
            paints=(
                glow((400, 140), (190, 60), t.glow, 0.9),
                glow((800, 420), (70, 220), t.deep, 0.7),
            ),
        ),
    ]
    for cx, face in ((246.0, 1), (774.0, -1)):
        arm = ribbon([(cx, 480), (cx + face * 6, 560)], (46, 60))
        cushion = ellipse(cx + face * 54, 650, 78, 158)
        cup = ellipse(cx, 650, 104, 172)
        plate = ellipse(cx - face * 16, 650, 74, 136)
        ring = ellipse(cx - face * 18, 650, 44, 88)
        parts += [
            Part(
                path=arm, color=Color.from_hex("#C9CDD6"), group="cups", form="metal", spot=True
            ),
            Part(
                path=cushion,
                color=dark,
                group="cups",
                spot=True,
                paints=(glow((cx + face * 60, 580), (50, 90), tones_of(dark).glow, 0.5),),
            ),
            Part(
                path=cup,
                color=main,
                group="cups",
                spot=True,
                paints=(glow((cx + 50, 760), (110, 120), t.deep, 0.7),),
            ),
            Part(
                path=plate,
                color=t.light,
                group="cups",
                form="plane",
                spot=True,
                solid=False,
                paints=(
                    glow((cx - 40, 560), (60, 70), t.glow, 0.9),
                    glow((cx + 40, 740), (70, 90), t.shade, 0.8),
                ),
            ),
            Part(
                path=ring,
                color=palette.accent,
                group="cups",
                form="plane",
                spot=True,
                solid=False,
            ),
        ]
    return Sketch(
        parts=tuple(parts),
        width=1020,
        height=900,
        ground_y=822,
        focus=Point(300, 640),
        contact=Box(170, 806, 690, 30),
    )


def boombox(request: MotifRequest) -> Sketch:
    """Return a portable stereo with two speakers and a cassette door."""
    palette = request.palette
    main = natural_color(request.attributes, palette.primary)
    t, dark = tones_of(main), Color.from_hex("#26242E")
    silver = Color.from_hex("#D7DBE2")
    case = rounded_rectangle(Box(70, 270, 960, 440), 56)
    handle = difference(
        rounded_rectangle(Box(210, 130, 680, 220), 60),
        rounded_rectangle(Box(266, 184, 568, 220), 34),
    )
    antenna = ribbon([(880, 280), (1010, 60)], (9, 6))
    panel = rounded_rectangle(Box(100, 300, 900, 90), 24)
    door = rounded_rectangle(Box(412, 424, 276, 190), 22)
    window = rounded_rectangle(Box(446, 470, 208, 84), 42)
    parts = [
        Part(path=antenna, color=silver, group="antenna", form="metal", spot=True),
        Part(path=circle(1010, 58, 10), color=silver, group="antenna", spot=True),
        Part(path=handle, color=dark, group="handle", form="plane", spot=True),
        Part(
            path=case,
            color=main,
            group="case",
            form="plane",
            spot=True,
            paints=(
                down(
                    case.bounds,
                    [
                        (0, t.glow.with_opacity(0.7)),
                        (0.07, t.base.with_opacity(0)),
                        (0.9, t.deep.with_opacity(0.1)),
                        (1, t.deep.with_opacity(0.7)),
                    ],
                ),
            ),
        ),
        Part(path=panel, color=silver, group="panel", form="plane", spot=True, solid=False),
        Part(path=door, color=dark, group="deck", form="plane", spot=True, solid=False),
        Part(
            path=window,
            color=tones_of(palette.accent2).light,
            group="deck",
            form="plane",
            spot=True,
            solid=False,
        ),
    ]
    for x in (486.0, 614.0):
        parts += [
            Part(
                path=circle(x, 512, 30),
                color=_WHITE,
                group="deck",
                form="matte",
                spot=True,
                solid=False,
            ),
            Part(
                path=circle(x, 512, 12),
                color=dark,
                group="deck",
                form="matte",
                spot=True,
                solid=False,
            ),
        ]
    for i in range(6):
        parts.append(
            Part(
                path=rounded_rectangle(Box(418 + i * 45, 636, 38, 34), 8),
                color=palette.accent if i == 1 else silver,
                group="keys",
                form="plane",
                spot=True,
                solid=False,
            )
        )
    for x in (246.0, 854.0):
        parts += [
            Part(
                path=circle(x, 550, 148),
                color=silver,
                group="speakers",
                form="metal",
                spot=True,
                solid=False,
            ),
            Part(
                path=circle(x, 550, 128),
                color=dark,
                group="speakers",
                spot=True,
                solid=False,
                fine=tuple(circle(x, 550, r) for r in (112, 96, 80)),
                line_color=tones_of(dark).light.with_opacity(0.6),
                line_width=3,
            ),
            Part(
                path=circle(x, 550, 58),
                color=palette.accent,
                group="speakers",
                spot=True,
                solid=False,
                paints=(glow((x - 18, 526), (30, 26), _WHITE, 0.7),),
            ),
        ]
    for i, x in enumerate((130.0, 190.0, 250.0)):
        parts.append(
            Part(
                path=circle(x + 20, 345, 22),
                color=dark,
                group="knobs",
                spot=True,
                solid=False,
                lines=(curve((x + 20, 345), (x + 20 + (i - 1) * 9, 329)),),
                line_color=_WHITE,
                line_width=4,
            )
        )
    meter = rounded_rectangle(Box(690, 322, 280, 46), 12)
    parts.append(
        Part(path=meter, color=dark, group="meter", form="matte", spot=True, solid=False)
    )
    for i in range(11):
        color = palette.accent if i > 7 else palette.accent2
        parts.append(
            Part(
                path=rounded_rectangle(Box(704 + i * 23.6, 332, 15, 26), 3),
                color=color.with_opacity(1 if i < 9 else 0.35),
                group="meter",
                form="matte",
                spot=True,
                outline=False,
                solid=False,
            )
        )
    return Sketch(
        parts=tuple(parts),
        width=1100,
        height=780,
        ground_y=712,
        focus=Point(550, 520),
        contact=Box(100, 696, 900, 30),
        label=LabelPlace(
            box=Box(300, 312, 370, 66), color=dark, transform=Affine(), max_size=56
        ),
    )
