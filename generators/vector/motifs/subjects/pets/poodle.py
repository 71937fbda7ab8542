"""Poodle: the show dog in its clip: mane, bracelets and a pompon tail."""

from __future__ import annotations

from compositor.color import Color
from compositor.geometry import Point
from compositor.geometry.shapes import ellipse
from generators.vector.motifs.forms import blob, curve, ribbon
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.subjects.pets.poodle_head import head
from generators.vector.motifs.subjects.wool import pompon
from generators.vector.motifs.tones import natural_color, tones_of

__all__ = ["poodle", "poodle_head"]


def poodle(request: MotifRequest) -> Sketch:
    """Return a poodle standing in profile, looking right."""
    coat = natural_color(request.attributes, _coat(request))
    skin = coat.mixed(Color.from_hex("#F3C9B5"), 0.3) if coat.oklch.lightness > 0.6 else coat
    far = tones_of(skin).shade
    parts: list[Part] = []
    parts += _leg(
        [(318, 600), (300, 690), (330, 770), (318, 900)], (92, 58, 40, 44), far, "far legs"
    )
    parts += _leg(
        [(672, 610), (694, 720), (700, 800), (702, 900)], (80, 52, 42, 44), far, "far legs"
    )
    parts += _paw(330, 900, far) + _paw(712, 900, far)
    far_wool = tones_of(coat).shade.mixed(coat, 0.35)
    parts += pompon(request, (330, 838), (62, 58), color=far_wool, group="far legs", stream=1)
    parts += pompon(request, (704, 836), (58, 60), color=far_wool, group="far legs", stream=2)
    tail = ribbon([(300, 470), (262, 410), (236, 350), (214, 300)], (46, 34, 26, 24))
    parts.append(Part(path=tail, color=skin, form="tube", group="tail"))
    parts += pompon(request, (192, 246), (86, 84), color=coat, group="tail", stream=3)
    trunk = blob(
        (300, 470),
        (400, 452),
        (520, 440),
        (640, 440),
        (700, 520),
        (640, 640),
        (520, 640),
        (430, 612),
        (330, 636),
        (276, 560),
    )
    parts.append(
        Part(path=trunk, color=skin, group="trunk", shades=(ellipse(480, 690, 220, 100),))
    )
    parts += _leg(
        [(300, 560), (262, 680), (226, 770), (246, 896)], (128, 74, 42, 46), skin, "near legs"
    )
    parts += _leg(
        [(622, 600), (626, 700), (622, 800), (626, 896)], (96, 58, 44, 48), skin, "near legs"
    )
    parts += _paw(632, 906, skin) + _paw(256, 906, skin)
    parts += pompon(request, (240, 824), (78, 72), color=coat, group="near legs", stream=4)
    parts += pompon(request, (624, 824), (76, 76), color=coat, group="near legs", stream=5)
    parts += pompon(request, (318, 542), (118, 112), color=coat, group="hip", stream=6)
    parts += pompon(request, (610, 520), (168, 160), color=coat, group="mane", stream=7)
    parts += head(request, coat, skin, at=(664, 276), scale=1.0)
    return Sketch(
        parts=tuple(parts), width=1000, height=980, ground_y=930, focus=Point(740, 270)
    )


def poodle_head(request: MotifRequest) -> Sketch:
    """Return a poodle's head in profile with a collar of curls."""
    coat = natural_color(request.attributes, _coat(request))
    skin = coat.mixed(Color.from_hex("#F3C9B5"), 0.3) if coat.oklch.lightness > 0.6 else coat
    parts = pompon(request, (420, 820), (250, 150), color=coat, group="mane", stream=8)
    parts += head(request, coat, skin, at=(430, 430), scale=1.72)
    return Sketch(
        parts=tuple(parts),
        width=1000,
        height=1000,
        ground_y=950,
        focus=Point(590, 410),
        floats=True,
    )


def _coat(request: MotifRequest) -> Color:
    """A poodle's own apricot; "palette" dyes it."""
    tone = request.palette.primary.oklch
    if request.has("palette"):
        return Color.from_oklch(max(0.72, tone.lightness), min(0.12, tone.chroma), tone.hue_deg)
    return Color.from_hex("#EBBE8C").mixed(request.palette.primary, 0.06)


def _leg(
    dots: list[tuple[float, float]], widths: tuple[float, ...], color: Color, group: str
) -> list[Part]:
    return [Part(path=ribbon(dots, widths), color=color, form="tube", group=group)]


def _paw(x: float, y: float, color: Color) -> list[Part]:
    path = blob(
        (x - 34, y + 22, 0),
        (x - 34, y - 4),
        (x - 4, y - 20),
        (x + 34, y - 6),
        (x + 46, y + 14),
        (x + 40, y + 24, 0),
    )
    toes = (
        curve((x + 14, y + 2), (x + 18, y + 12), (x + 16, y + 22)),
        curve((x + 30, y + 2), (x + 33, y + 12), (x + 31, y + 22)),
    )
    return [Part(path=path, color=color, group="paws", lines=toes)]
