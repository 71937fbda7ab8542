"""Poodle's head: topknot, ear, muzzle, eye, bow and collar, in profile."""

from __future__ import annotations

from collections.abc import Callable

from compositor.color import Color
from compositor.geometry import Affine, Path
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.forms import blob, curve, placed
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import glow
from generators.vector.motifs.sketch import Part
from generators.vector.motifs.subjects.wool import pompon
from generators.vector.motifs.tones import tones_of

__all__ = ["head"]

Put = Callable[[Path], Path]
_INK = Color.from_hex("#2A2226")


def head(
    request: MotifRequest, coat: Color, skin: Color, *, at: tuple[float, float], scale: float
) -> list[Part]:
    """Head drawn around the hinge of the jaw at the origin, looking right."""
    move = Affine.scaling(scale).then(Affine.translation(*at))

    def put(path: Path) -> Path:
        return path.transformed(move)

    def wool(x: float, y: float, rx: float, ry: float, group: str, stream: int) -> list[Part]:
        middle = move.apply((x, y))
        return pompon(
            request,
            (middle.x, middle.y),
            (rx * scale, ry * scale),
            color=coat,
            group=group,
            stream=stream,
        )

    accent = request.palette.accent
    tones = tones_of(skin)
    face = blob(
        (-70, -60),
        (0, -92),
        (70, -72),
        (112, -34),
        (168, -20),
        (212, -8),
        (224, 16),
        (206, 38),
        (150, 50),
        (90, 62),
        (30, 84),
        (-50, 80),
    )
    smile = curve((206, 36), (176, 34), (140, 38), (112, 28), (104, 18))
    parts = wool(-36, 122, 100, 76, "neck", 20)
    collar = blob((-92, 108), (-20, 140), (56, 122), (58, 152), (-22, 172), (-102, 140))
    tag = circle(8, 184, 24)
    parts.append(Part(path=put(collar), color=accent, group="collar", form="plane", spot=True))
    parts.append(Part(path=put(tag), color=request.palette.accent2, group="collar", spot=True))
    parts.append(
        Part(
            path=put(face),
            color=skin,
            group="face",
            lines=(put(smile),),
            line_width=4.5 * scale,
            paints=(glow(move.apply((60, 80)), (120 * scale, 60 * scale), tones.deep, 0.4),),
            shades=(put(ellipse(30, -96, 96, 46)),),
            hatch=False,
        )
    )
    nose = blob((204, -18), (222, -22), (240, -10), (240, 6), (226, 16), (210, 8))
    parts.append(
        Part(
            path=put(nose),
            color=_INK,
            group="face",
            spot=True,
            lights=(put(ellipse(222, -12, 8, 4)),),
        )
    )
    parts += _eye(put, scale)
    blush = Color.from_hex("#F08A86").with_opacity(0.5)
    parts.append(
        Part(
            path=put(ellipse(62, 26, 28, 16)),
            color=blush,
            form="matte",
            group="face",
            outline=False,
            spot=True,
            solid=False,
        )
    )
    parts += wool(10, -132, 124, 100, "topknot", 21)
    ear_middle = (-58, 40)
    parts += wool(*ear_middle, 74, 122, "ear", 22)
    parts += _bow(put, accent, scale)
    return parts


def _eye(place: Put, scale: float) -> list[Part]:
    lash = (curve((76, -26), (84, -40), (100, -44)),)
    return [
        Part(
            path=place(ellipse(96, -18, 14, 18)),
            color=_INK,
            form="matte",
            group="face",
            spot=True,
            solid=False,
        ),
        Part(
            path=place(circle(101, -25, 5.5)),
            color=Color(255, 255, 255),
            form="matte",
            group="face",
            spot=True,
            outline=False,
            solid=False,
        ),
        Part(
            path=Path(),
            color=_INK,
            group="face",
            lines=tuple(place(line) for line in lash),
            line_width=5 * scale,
            line_color=_INK,
            solid=False,
        ),
    ]


def _bow(place: Put, color: Color, scale: float) -> list[Part]:
    wing = blob((0, 0, 0), (26, -30), (58, -34), (66, 0), (58, 34), (26, 28))
    fold = curve((8, 0), (26, -4), (40, -2))
    parts = [
        Part(
            path=place(placed(wing, -52, -72, turn_deg=turn, scale=0.92)),
            color=color,
            group="bow",
            spot=True,
            lines=(place(placed(fold, -52, -72, turn_deg=turn)),),
            line_width=4 * scale,
        )
        for turn in (-24.0, 156.0)
    ]
    parts.append(Part(path=place(circle(-52, -72, 14)), color=color, group="bow", spot=True))
    return parts
