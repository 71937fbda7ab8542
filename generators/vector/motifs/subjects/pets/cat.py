"""Cat: sitting, calm, full face; reads on light and dark grounds."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Point
from compositor.geometry.shapes import ellipse
from generators.vector.motifs.forms import blob, curve, mirrored, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import glow
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.subjects.pets.cat_head import head
from generators.vector.motifs.tones import Tones, natural_color, tones_of

__all__ = ["cat"]

_CX = 460.0


def cat(request: MotifRequest) -> Sketch:
    """Return a sitting cat, facing us, its tail curling up on the right."""
    fur = natural_color(request.attributes, _fur(request))
    tones = tones_of(fur)
    parts: list[Part] = []
    parts += _tail(fur, tones)
    parts += _body(fur, tones)
    parts += head(request, fur, tones)
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
        (342, 470),
        (318, 558, 0),
        (344, 556),
        (338, 620, 0),
        (366, 612),
        (372, 682, 0),
        (402, 660),
        (418, 726, 0),
        (440, 700),
        (462, 766, 0),
        (482, 700),
        (504, 724, 0),
        (520, 660),
        (550, 680, 0),
        (556, 612),
        (584, 620, 0),
        (578, 556),
        (602, 558, 0),
        (578, 470),
        (460, 430),
    )
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
    for path, side in ((haunch, 0), (mirrored(haunch, _CX), 1)):
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
            )
        )
    for side in (0, 1):
        path = mirrored(hind, _CX) if side else hind
        marks = tuple(mirrored(toe, _CX) if side else toe for toe in toes)
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
    for side in (1, 0):
        path, x = (mirrored(leg, _CX), 545.0) if side else (leg, 440.0)
        marks = tuple(mirrored(toe, _CX) if side else toe for toe in paw_toes)
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
