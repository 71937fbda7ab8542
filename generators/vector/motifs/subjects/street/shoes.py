"""Shoes: a chunky running shoe."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Box, Path, Point
from compositor.geometry.boolean import intersection
from compositor.geometry.shapes import rounded_rectangle
from generators.vector.motifs.forms import curve, d, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, down, glow
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.tones import natural_color, tones_of

__all__ = ["sneaker"]

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
        "M112 500C88 430 92 330 116 244C124 214 150 206 178 214"
        "C216 226 262 244 300 224C332 206 352 184 386 178"
        "C406 174 418 186 428 204C480 300 568 356 694 388"
        "C786 412 880 424 914 474C926 494 926 512 926 522L112 522Z"
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
        "M78 492C60 540 74 606 132 610L858 610C934 610 966 556 944 494"
        "C880 524 820 500 760 514C690 530 640 502 570 514"
        "C500 526 430 500 360 514C290 528 170 516 78 492Z"
    )
    out = d(
        "M92 580C98 624 120 640 160 640L850 640C920 640 952 604 956 566"
        "C930 596 900 604 858 604L132 604C114 604 100 596 92 580Z"
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
        "M112 262C124 214 150 206 178 214C216 226 262 244 300 224"
        "C332 206 352 184 386 178C330 250 250 300 190 282"
        "C160 274 130 270 112 262Z"
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
        "M372 182C402 170 418 186 428 204C470 286 540 336 640 372L612 410"
        "C520 390 420 320 372 220Z"
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
