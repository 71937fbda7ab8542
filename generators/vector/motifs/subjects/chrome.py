"""Chrome: liquid-metal shapes of the year 2000, and the flat bolts and flames beside them."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Path, Point
from compositor.geometry.boolean import offset
from compositor.geometry.shapes import ellipse
from generators.vector.motifs.forms import blob, d
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import across, along, down, glow
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.tones import tones_of

__all__ = [
    "blob_chrome",
    "chromed",
    "flame",
    "heart_chrome",
    "lightning",
    "sparkle",
    "star_chrome",
]

_WHITE = Color(255, 255, 255)


def star_chrome(request: MotifRequest) -> Sketch:
    """Return a four-pointed sparkle with two small ones."""
    parts: list[Part] = []
    for x, y, size, waist in (
        (500, 520, 470, 0.17),
        (824, 190, 150, 0.15),
        (190, 820, 120, 0.15),
    ):
        parts += chromed(request, sparkle(x, y, size, waist))
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=1000,
        ground_y=990,
        focus=Point(500, 520),
        floats=True,
    )


def heart_chrome(request: MotifRequest) -> Sketch:
    """Return an inflated heart."""
    heart = d(
        "M500 890C380 780 90 610 90 370C90 220 200 130 320 130"
        "C400 130 466 172 500 240C534 172 600 130 680 130"
        "C800 130 910 220 910 370C910 610 620 780 500 890Z"
    )
    parts = chromed(request, heart) + chromed(request, sparkle(858, 170, 130, 0.16))
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=960,
        ground_y=900,
        focus=Point(500, 450),
        floats=True,
    )


def blob_chrome(request: MotifRequest) -> Sketch:
    """Return a splash of liquid metal with drops."""
    body = blob(
        (300, 250),
        (430, 190),
        (540, 280),
        (640, 230),
        (730, 120),
        (850, 170),
        (830, 300),
        (720, 400),
        (760, 520),
        (890, 560),
        (910, 690),
        (780, 740),
        (660, 680),
        (560, 740),
        (540, 860),
        (420, 900),
        (340, 820),
        (380, 700),
        (300, 610),
        (160, 640),
        (90, 540),
        (160, 440),
        (280, 420),
    )
    parts = chromed(request, body)
    for x, y, rx, ry in (
        (180, 240, 74, 68),
        (910, 420, 44, 42),
        (240, 800, 58, 54),
        (720, 880, 50, 48),
    ):
        parts += chromed(request, ellipse(x, y, rx, ry))
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=1000,
        ground_y=990,
        focus=Point(480, 480),
        floats=True,
    )


def sparkle(x: float, y: float, size: float, waist: float) -> Path:
    """Return a four-pointed star with hollow sides; `waist` is its thickness at the middle."""
    dots: list[str] = []
    w = size * waist
    tips = [(x, y - size), (x + size * 0.86, y), (x, y + size), (x - size * 0.86, y)]
    corners = [(x + w, y - w), (x + w, y + w), (x - w, y + w), (x - w, y - w)]
    dots.append(f"M{tips[0][0]} {tips[0][1]}")
    for (cx, cy), (ax, ay), (bx, by) in zip(corners, tips, tips[1:] + tips[:1], strict=True):
        dots.append(f"C{ax + (cx - ax) * 0.55} {ay + (cy - ay) * 0.75} {cx} {cy} {cx} {cy}")
        dots.append(f"C{cx} {cy} {bx + (cx - bx) * 0.55} {by + (cy - by) * 0.75} {bx} {by}")
    return d("".join(dots) + "Z")


def _cool(color: Color, hue_deg: float) -> float:
    """Chrome mirrors a sky, whatever the palette: a cool hue, drawn a little to the color."""
    away = (color.oklch.hue_deg - hue_deg + 180) % 360 - 180
    return hue_deg + max(-24.0, min(24.0, 0.3 * away))


def chromed(request: MotifRequest, path: Path) -> list[Part]:
    """Return a shape as inflated chrome: nested reflections of sky, horizon and ground."""
    hue, second = _cool(request.palette.primary, 262.0), _cool(request.palette.accent, 312.0)
    box = path.bounds
    size = min(box.width, box.height)

    def tint(lightness: float, chroma: float, share: float = 0.0) -> Color:
        near, far = (
            Color.from_oklch(lightness, chroma, hue),
            Color.from_oklch(lightness, chroma, second),
        )
        return near.mixed(far, share)

    start, end = (box.x + 0.2 * box.width, box.y), (box.x + 0.66 * box.width, box.bottom)
    shell = along(
        start,
        end,
        [
            (0, tint(0.97, 0.02)),
            (0.18, tint(0.72, 0.09)),
            (0.34, tint(0.95, 0.03)),
            (0.47, tint(0.5, 0.13)),
            (0.56, tint(0.28, 0.1)),
            (0.62, tint(0.82, 0.1, 0.7)),
            (0.78, tint(0.98, 0.02)),
            (0.9, tint(0.6, 0.12, 0.8)),
            (1, tint(0.4, 0.12)),
        ],
    )
    core = along(
        start,
        end,
        [
            (0, tint(0.55, 0.12)),
            (0.2, tint(0.86, 0.07)),
            (0.36, _WHITE),
            (0.46, tint(0.9, 0.05, 0.4)),
            (0.5, tint(0.3, 0.11)),
            (0.6, tint(0.52, 0.15, 0.3)),
            (0.74, tint(0.8, 0.12, 0.9)),
            (0.86, _WHITE),
            (1, tint(0.7, 0.1, 0.5)),
        ],
    )
    heart = along(
        (box.x, box.center.y),
        (box.right, box.y + 0.4 * box.height),
        [
            (0, _WHITE.with_opacity(0.0)),
            (0.25, _WHITE.with_opacity(0.85)),
            (0.4, tint(0.85, 0.06).with_opacity(0.3)),
            (0.6, tint(0.35, 0.12).with_opacity(0.5)),
            (0.75, _WHITE.with_opacity(0.5)),
            (1, tint(0.4, 0.1).with_opacity(0.3)),
        ],
    )
    base = tint(0.8, 0.06)
    parts = [
        Part(
            path=path,
            color=base,
            form="matte",
            group="chrome",
            paints=(shell,),
            spot=True,
            lines=(path,),
            line_color=tint(0.32, 0.09).with_opacity(0.55),
            line_width=2.5,
        )
    ]
    if request.treatment != "flat":
        parts = [Part(path=path, color=base, form="matte", group="chrome", spot=True)]
        inner = offset(path, -0.075 * size)
        if not inner.is_empty:
            parts.append(
                Part(
                    path=inner,
                    color=tint(0.9, 0.04),
                    form="matte",
                    group="chrome",
                    outline=True,
                    spot=True,
                    solid=False,
                )
            )
        return parts
    for depth, paint in ((0.045, core), (0.11, shell), (0.17, core), (0.19, heart)):
        inner = offset(path, -depth * size)
        if not inner.is_empty:
            parts.append(
                Part(
                    path=inner,
                    color=base.with_opacity(0),
                    form="glass",
                    group="chrome",
                    paints=(paint,),
                    solid=False,
                    outline=False,
                )
            )
    spot = (box.x + 0.33 * box.width, box.y + 0.27 * box.height)
    parts.append(
        Part(
            path=path,
            color=base.with_opacity(0),
            form="glass",
            group="shine",
            solid=False,
            outline=False,
            paints=(
                glow(spot, (0.2 * size, 0.13 * size), _WHITE, 0.95),
                glow(
                    (box.x + 0.72 * box.width, box.y + 0.8 * box.height),
                    (0.22 * size, 0.14 * size),
                    tint(0.85, 0.14, 1.0),
                    0.6,
                ),
            ),
        )
    )
    return parts


def flame(request: MotifRequest) -> Sketch:
    """Return a flame in three tongues of heat."""
    hot = request.palette.primary
    warm = hot.oklch.hue_deg < 100 or hot.oklch.hue_deg > 340
    outer = hot if warm or request.has("palette") else request.palette.accent
    mid = outer.shifted(lightness=0.1, hue_deg=26)
    core = outer.shifted(lightness=0.22, hue_deg=46, chroma_factor=0.85)
    body = d(
        "M500 60C540 190 720 290 760 500C776 470 780 430 770 380"
        "C850 470 890 570 880 680C866 850 710 960 510 960"
        "C300 960 140 840 130 660C124 540 190 450 250 370"
        "C262 430 282 470 320 496C300 320 380 170 500 60Z"
    )
    middle = d(
        "M520 330C540 430 660 500 690 640C706 610 708 580 702 552"
        "C750 620 762 690 744 760C716 870 620 930 510 930"
        "C390 930 290 860 280 740C274 660 316 600 356 550"
        "C366 590 380 620 410 640C400 510 450 410 520 330Z"
    )
    inner = d(
        "M520 590C540 660 620 700 630 790C638 870 586 920 516 920"
        "C440 920 384 876 386 800C388 750 414 716 440 690"
        "C448 714 460 730 480 740C474 680 488 630 520 590Z"
    )
    parts = [
        Part(
            path=body,
            color=outer,
            form="matte",
            group="flame",
            spot=True,
            paints=(down(body.bounds, [(0, tones_of(outer).shade), (0.6, outer), (1, mid)]),),
        ),
        Part(
            path=middle,
            color=mid,
            form="matte",
            group="flame",
            spot=True,
            solid=False,
            paints=(
                down(middle.bounds, [(0, outer.mixed(mid, 0.4)), (1, core.mixed(mid, 0.5))]),
            ),
        ),
        Part(
            path=inner,
            color=core,
            form="matte",
            group="flame",
            spot=True,
            solid=False,
            paints=(down(inner.bounds, [(0, mid), (0.6, core), (1, tones_of(core).glow)]),),
        ),
    ]
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=1000,
        ground_y=970,
        focus=Point(510, 640),
        floats=True,
    )


def lightning(request: MotifRequest) -> Sketch:
    """Return a bolt with a bevel."""
    color = request.palette.accent
    t = tones_of(color)
    bolt = d("M600 40L180 560L450 560L350 960L820 390L540 390Z")
    side = d("M600 40L540 390L820 390L350 960L450 560L180 560L430 530L400 820L700 430L470 430Z")
    parts = [
        Part(
            path=bolt.moved(26, 24),
            color=t.deep,
            form="matte",
            group="bolt",
            spot=True,
            only=("flat", "cut_paper"),
        ),
        Part(
            path=bolt,
            color=color,
            form="matte",
            group="bolt",
            spot=True,
            paints=(
                down(bolt.bounds, [(0, t.glow), (0.4, color), (1, t.shade)]),
                across(
                    bolt.bounds,
                    [
                        (0, t.glow.with_opacity(0.4)),
                        (0.5, t.glow.with_opacity(0)),
                        (1, t.deep.with_opacity(0.3)),
                    ],
                ),
            ),
        ),
        Part(
            path=side,
            color=t.light.with_opacity(0.0),
            form="glass",
            group="bolt",
            solid=False,
            outline=False,
            only=("flat",),
            paints=(
                down(
                    side.bounds, [(0, _WHITE.with_opacity(0.45)), (1, _WHITE.with_opacity(0))]
                ),
            ),
        ),
    ]
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=1000,
        ground_y=980,
        focus=Point(500, 480),
        floats=True,
    )
