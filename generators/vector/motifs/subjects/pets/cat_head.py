"""Cat's head: ears, skull, eyes, nose and whiskers, tilted a little."""

from __future__ import annotations

from collections.abc import Callable

from compositor.color import Color
from compositor.geometry import Affine, Path, Point
from compositor.geometry.shapes import ellipse
from generators.vector.motifs.forms import blob, curve, mirrored
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import glow
from generators.vector.motifs.sketch import Part
from generators.vector.motifs.tones import Tones, tones_of

__all__ = ["head"]

Put = Callable[[Path], Path]
_CX = 460.0
_DARK = Color.from_hex("#2A2430")
_PINK = Color.from_hex("#F0A6A8")
_WHITE = Color(255, 255, 255)


def head(request: MotifRequest, fur: Color, tones: Tones) -> list[Part]:
    """Return ears, skull and face."""
    tilt = Affine.rotation(-4.0, Point(_CX, 470))

    def put(path: Path) -> Path:
        return path.transformed(tilt)

    def pair(path: Path) -> tuple[Path, Path]:
        return put(path), put(mirrored(path, _CX))

    ear = blob(
        (306, 300),
        (300, 210),
        (318, 112),
        (336, 92),
        (362, 106),
        (420, 168),
        (446, 216),
        (400, 280),
    )
    inner = blob(
        (328, 262, 0), (322, 196), (340, 134, 0), (376, 170), (408, 212, 0), (372, 232)
    )
    skull = blob(
        (_CX, 186),
        (540, 200),
        (606, 252),
        (634, 330),
        (656, 384),
        (670, 410, 0),
        (630, 420),
        (640, 446, 0),
        (588, 452),
        (530, 490),
        (_CX, 502),
        (390, 490),
        (332, 452),
        (280, 446, 0),
        (290, 420),
        (250, 410, 0),
        (264, 384),
        (286, 330),
        (314, 252),
        (380, 200),
    )
    parts: list[Part] = []
    for index, (outer, hollow) in enumerate(zip(pair(ear), pair(inner), strict=True)):
        parts.append(
            Part(
                path=outer,
                color=fur,
                group="ears",
                paints=(glow((620, 250), (120, 120), tones.shade, 0.8),) if index else (),
            )
        )
        parts.append(
            Part(
                path=hollow,
                color=_PINK.mixed(fur, 0.18),
                group="ears",
                form="plane",
                spot=True,
                outline=False,
                paints=(
                    glow((hollow.bounds.center.x, hollow.bounds.bottom), (60, 70), fur, 0.9),
                ),
            )
        )
    parts.append(
        Part(
            path=put(skull),
            color=fur,
            group="head",
            paints=(
                glow((640, 430), (230, 200), tones.shade, 0.95),
                glow((_CX, 520), (200, 60), tones.shade, 0.7),
                glow((370, 262), (150, 110), tones.glow, 0.9),
                glow((_CX, 330), (44, 120), tones.shade, 0.35),
            ),
        )
    )
    parts += _face(request, put, tones)
    return parts


def _face(request: MotifRequest, put: Put, tones: Tones) -> list[Part]:
    iris = _iris(request)
    parts: list[Part] = []
    asleep = request.has("sleeping", "asleep", "calm")
    for side in (0, 1):
        x = 388.0 if side == 0 else 2 * _CX - 388.0

        def at(path: Path, side: int = side) -> Path:
            moved: Path = put(mirrored(path, _CX) if side else path)
            return moved

        if asleep:
            parts.append(_mark((at(curve((346, 338), (366, 360), (396, 364), (424, 348))),), 8))
            continue
        eye = blob(
            (338, 338),
            (358, 310),
            (394, 302),
            (424, 320),
            (436, 352, 0),
            (410, 366),
            (370, 366),
        )
        parts.append(
            Part(path=at(eye), color=_DARK, form="matte", group="eyes", spot=True, solid=False)
        )
        ball = blob(
            (347, 340), (364, 318), (392, 312), (416, 326), (425, 350), (406, 360), (372, 360)
        )
        center = put(ellipse(x, 338, 1, 1)).bounds.center
        parts.append(
            Part(
                path=at(ball),
                color=iris,
                form="matte",
                group="eyes",
                spot=True,
                outline=False,
                solid=False,
                paints=(
                    glow((center.x, center.y - 26), (60, 26), tones_of(iris).deep, 0.9),
                    glow((center.x, center.y + 22), (34, 22), tones_of(iris).glow, 0.95),
                ),
            )
        )
        pupil = put(ellipse(x + (2 if side == 0 else -2), 338, 13, 22))
        shine = put(ellipse(x - 10, 325, 7.5, 8.5))
        parts.append(
            Part(
                path=pupil,
                color=_DARK,
                form="matte",
                group="eyes",
                spot=True,
                outline=False,
                solid=False,
            )
        )
        parts.append(
            Part(
                path=shine,
                color=_WHITE,
                form="matte",
                group="eyes",
                spot=True,
                outline=False,
                solid=False,
            )
        )
    nose = blob((438, 396), (460, 390), (482, 396), (478, 408), (460, 420), (442, 408))
    parts.append(
        Part(
            path=put(nose),
            color=_PINK.shifted(lightness=-0.06, chroma_factor=1.3),
            group="nose",
            spot=True,
            lights=(put(ellipse(452, 397, 8, 3)),),
            solid=False,
        )
    )
    mouth = (
        curve((460, 420), (460, 434)),
        curve((416, 436), (436, 450), (458, 436), (460, 432)),
        curve((504, 436), (484, 450), (462, 436), (460, 432)),
    )
    parts.append(_mark(tuple(put(m) for m in mouth), 5, _DARK.mixed(tones.deep, 0.35)))
    whiskers = [
        curve((372, 416), (300, 404), (214, 408)),
        curve((374, 430), (300, 436), (222, 456)),
        curve((380, 444), (318, 462), (252, 496)),
    ]
    both = [put(w) for w in whiskers] + [put(mirrored(w, _CX)) for w in whiskers]
    parts.append(_mark(tuple(both), 2.6, tones.deep.mixed(_DARK, 0.25)))
    return parts


def _mark(lines: tuple[Path, ...], width: float, color: Color = _DARK) -> Part:
    return Part(
        path=Path(),
        color=color,
        line_color=color,
        lines=lines,
        line_width=width,
        group="face",
        solid=False,
        outline=False,
    )


def _iris(request: MotifRequest) -> Color:
    if request.has("blue_eyes"):
        return Color.from_hex("#6FB3E0")
    hue = request.palette.accent2.oklch.hue_deg
    return (
        Color.from_oklch(0.76, 0.13, hue)
        if request.has("palette_eyes")
        else request.own(Color.from_hex("#E9B440"), 0.0)
    )
