"""Cat: sitting, calm, full face; reads on light and dark grounds."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Affine, Path, Point
from compositor.geometry.shapes import ellipse
from generators.vector.motifs.forms import blob, curve, mirrored, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import glow
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.tones import Tones, natural_color, tones_of

__all__ = ["cat"]

_CX = 460.0
_DARK = Color.from_hex("#2A2430")
_PINK = Color.from_hex("#F0A6A8")
_WHITE = Color(255, 255, 255)


def cat(request: MotifRequest) -> Sketch:
    """Return a sitting cat, facing us, its tail curling up on the right."""
    fur = natural_color(request.attributes, _fur(request))
    tones = tones_of(fur)
    parts: list[Part] = []
    parts += _tail(fur, tones)
    parts += _body(fur, tones)
    parts += _head(request, fur, tones)
    return Sketch(
        parts=tuple(parts), width=960, height=1080, ground_y=1030, focus=Point(_CX, 330)
    )


def _fur(request: MotifRequest) -> Color:
    """A cat's own soft gray; "palette" dyes it."""
    tone = request.palette.primary.oklch
    if request.has("palette"):
        return Color.from_oklch(max(0.66, tone.lightness), min(0.11, tone.chroma), tone.hue_deg)
    return Color.from_hex("#A9A6AC").mixed(request.palette.primary, 0.08)


def _tail(fur: Color, tones: Tones) -> list[Part]:
    path = ribbon(
        [(610, 985), (730, 1000), (820, 940), (838, 830), (800, 730), (800, 640), (862, 588)],
        (96, 92, 86, 80, 74, 66, 50, 22),
    )
    return [
        Part(
            path=path,
            color=fur,
            group="tail",
            form="tube",
            paints=(
                glow((690, 1010), (170, 90), tones.deep, 0.55),
                glow((880, 830), (80, 200), tones.shade, 0.8),
            ),
            shades=(ellipse(640, 990, 90, 110),),
            lights=(curve((800, 700), (786, 660), (796, 630), (804, 640), (800, 668)),),
            hatch=False,
        )
    ]


def _body(fur: Color, tones: Tones) -> list[Part]:
    left = [(362, 470), (322, 560), (262, 660), (214, 790), (196, 900), (214, 980), (270, 1022)]
    right = [
        (650, 1022),
        (706, 980),
        (724, 900),
        (706, 790),
        (658, 660),
        (598, 560),
        (558, 470),
    ]
    body = blob((460, 430), *left, (460, 1028), *right)
    haunch = blob(
        (214, 890), (250, 790), (330, 782), (372, 860), (368, 960), (330, 1020), (250, 1020)
    )
    hind = blob(
        (204, 1000), (232, 964), (310, 962), (356, 990), (352, 1026), (280, 1034), (214, 1028)
    )
    toes = (
        curve((262, 1000), (258, 1014), (262, 1028)),
        curve((300, 998), (298, 1014), (302, 1030)),
    )
    leg = blob(
        (372, 690),
        (362, 800),
        (372, 900),
        (356, 968),
        (352, 1008),
        (390, 1032),
        (440, 1028),
        (458, 1000),
        (456, 900),
        (458, 760),
        (440, 680),
    )
    paw_toes = (
        curve((386, 996), (382, 1012), (386, 1026)),
        curve((420, 996), (419, 1012), (424, 1028)),
    )
    chest = blob(
        (318, 478), (316, 560, 0), (344, 556), (338, 620, 0), (366, 612), (372, 682, 0), (402, 660),
        (418, 726, 0), (440, 700), (462, 766, 0), (482, 700), (504, 724, 0), (520, 660), (550, 680, 0),
        (556, 612), (584, 620, 0), (578, 556), (606, 560, 0), (602, 478), (460, 430),
    )  # fmt: skip
    soft = tones.shade
    parts = [
        Part(
            path=body,
            color=fur,
            group="body",
            paints=(
                glow((700, 860), (280, 420), soft, 0.95),
                glow((460, 1040), (330, 140), tones.deep, 0.5),
                glow((460, 500), (240, 120), tones.deep, 0.5),
                glow((300, 640), (130, 200), tones.glow, 0.9),
            ),
            hatch=False,
            shades=(),
        ),
    ]
    for path, marks, side in ((haunch, (), 0), (mirrored(haunch, _CX), (), 1)):
        parts.append(
            Part(
                path=path,
                color=fur,
                group="haunch",
                paints=(
                    glow(
                        (330 if side == 0 else 690, 960),
                        (150, 170),
                        soft,
                        0.95 if side else 0.7,
                    ),
                    glow((262 if side == 0 else 600, 850), (90, 100), tones.glow, 0.8),
                ),
                lines=marks,
            )
        )
    for path, marks in (
        (hind, toes),
        (mirrored(hind, _CX), tuple(mirrored(t, _CX) for t in toes)),
    ):
        parts.append(
            Part(
                path=path,
                color=fur,
                group="hind paws",
                lines=marks,
                line_color=tones.deep,
                line_width=5,
            )
        )
    for path, marks, x in (
        (mirrored(leg, _CX), tuple(mirrored(t, _CX) for t in paw_toes), 545.0),
        (leg, paw_toes, 440.0),
    ):
        parts.append(
            Part(
                path=path,
                color=fur,
                group="fore legs",
                lines=marks,
                line_color=tones.deep,
                line_width=5,
                paints=(
                    glow((x, 870), (60, 220), soft, 0.9),
                    glow((410 if x < 460 else 510, 690), (110, 120), soft, 0.85),
                ),
            )
        )
    parts.append(
        Part(
            path=chest,
            color=fur,
            group="ruff",
            paints=(
                glow((470, 490), (190, 110), tones.deep, 0.75),
                glow((580, 600), (110, 160), soft, 0.9),
                glow((400, 600), (90, 110), tones.glow, 0.9),
            ),
        )
    )
    return parts


def _head(request: MotifRequest, fur: Color, tones: Tones) -> list[Part]:
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
        (_CX, 186), (540, 200), (606, 252), (634, 330), (656, 384), (670, 410, 0), (630, 420), (640, 446, 0),
        (588, 452), (530, 490), (_CX, 502), (390, 490), (332, 452), (280, 446, 0), (290, 420), (250, 410, 0),
        (264, 384), (286, 330), (314, 252), (380, 200),
    )  # fmt: skip
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


def _face(request: MotifRequest, put: object, tones: Tones) -> list[Part]:
    assert callable(put)
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
        else Color.from_hex("#E9B440")
    )
