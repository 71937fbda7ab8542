"""Kibble: a heaped bowl and loose pieces."""

from __future__ import annotations

import math

from compositor.color import Color
from compositor.geometry import Box, Path, Point
from compositor.geometry.shapes import circle, ellipse
from generators.vector.motifs.forms import blob, placed
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import glow
from generators.vector.motifs.sketch import Part, Sketch
from generators.vector.motifs.tones import tones_of

__all__ = ["bowl", "kibble_bowl", "pieces"]

_KIBBLE = Color.from_hex("#A8683A")
_DARK = Color.from_hex("#2A2430")


def kibble_bowl(request: MotifRequest) -> Sketch:
    """Return a bowl heaped with kibble."""
    parts = bowl(request, (400.0, 300.0), request.palette.accent2) + pieces(
        request, [(90, 400), (140, 424), (688, 420)]
    )
    return Sketch(
        parts=tuple(parts),
        width=800,
        height=470,
        ground_y=410,
        focus=Point(400, 220),
        contact=Box(220, 386, 360, 34),
    )


def bowl(request: MotifRequest, at: tuple[float, float], color: Color) -> list[Part]:
    """Return the bowl with its heap; `at` is the middle of its side, px."""
    x, y = at
    tones = tones_of(color)
    rng = request.rng(31)
    body = blob(
        (x - 176, y - 58),
        (x - 168, y - 10),
        (x - 196, y + 96),
        (x - 176, y + 116),
        (x, y + 128),
        (x + 176, y + 116),
        (x + 196, y + 96),
        (x + 168, y - 10),
        (x + 176, y - 58),
        (x, y - 20),
    )
    rim = ellipse(x, y - 58, 178, 44)
    well = ellipse(x, y - 56, 156, 33)
    floor = ellipse(x + 14, y + 120, 214, 26)
    parts = [
        Part(
            path=floor,
            color=_DARK.with_opacity(0),
            group="bowl",
            form="glass",
            only=("flat",),
            solid=False,
            paints=(glow((x + 14, y + 120), (214, 26), _DARK, 0.55),),
        ),
        Part(
            path=body,
            color=color,
            group="bowl",
            form="tube",
            spot=True,
            paints=(glow((x, y + 140), (210, 60), tones.deep, 0.6),),
        ),
        Part(path=rim, color=tones.light, group="bowl", form="plane", spot=True),
        Part(
            path=well,
            color=tones.deep,
            group="bowl",
            form="matte",
            spot=True,
            solid=False,
            outline=False,
        ),
    ]
    heap = blob(
        (x - 150, y - 52),
        (x - 110, y - 92),
        (x - 40, y - 122),
        (x + 40, y - 124),
        (x + 112, y - 90),
        (x + 150, y - 52),
        (x + 80, y - 30),
        (x, y - 24),
        (x - 80, y - 30),
    )
    brown = tones_of(request.own(_KIBBLE, 0.03))
    parts.append(
        Part(
            path=heap,
            color=brown.deep,
            group="kibble",
            form="matte",
            spot=True,
            outline=False,
            solid=False,
        )
    )
    spots = []
    for row, (dy, count, reach) in enumerate(
        ((-104, 4, 62), (-84, 6, 104), (-62, 8, 132), (-44, 7, 108))
    ):
        for i in range(count):
            share = (i + 0.5) / count * 2 - 1
            lift = (1 - share * share) * -14
            spots.append(
                (
                    x + share * reach + float(rng.uniform(-5, 5)),
                    y + dy + lift + 12 + float(rng.uniform(-4, 4)) + row * 0.0,
                )
            )
    parts += [
        _kibble((px, py), float(rng.uniform(0, 360)), i, 0.92, brown.base)
        for i, (px, py) in enumerate(spots)
    ]
    paw = _paw(x, y + 44)
    parts.append(
        Part(
            path=paw, color=tones.glow, group="bowl mark", form="matte", spot=True, solid=False
        )
    )
    return parts


def _paw(x: float, y: float) -> Path:
    pad = blob(
        (x, y - 6),
        (x + 26, y + 14),
        (x + 20, y + 32),
        (x, y + 28),
        (x - 20, y + 32),
        (x - 26, y + 14),
    )
    toes = [
        ellipse(x + dx, y + dy, 8.5, 11)
        for dx, dy in ((-32, -4), (-12, -22), (12, -22), (32, -4))
    ]
    return Path.join([pad, *toes])


def pieces(request: MotifRequest, places: list[tuple[float, float]]) -> list[Part]:
    """Return loose kibble at the places."""
    rng, brown = request.rng(32), request.own(_KIBBLE, 0.03)
    return [
        _kibble((x, y), float(rng.uniform(0, 360)), i, 1.05, brown, loose=True)
        for i, (x, y) in enumerate(places)
    ]


def _kibble(
    at: tuple[float, float],
    turn_deg: float,
    index: int,
    scale: float,
    brown: Color,
    *,
    loose: bool = False,
) -> Part:
    x, y = at
    color = brown.shifted(lightness=(0.05, -0.03, 0.0, 0.03)[index % 4])
    if index % 3 == 0:
        shape = Path.join([circle(0, 0, 22)])
    elif index % 3 == 1:
        shape = blob(
            *[
                (24 * math.sin(a) * r, -24 * math.cos(a) * r)
                for a, r in zip(
                    [i * math.pi / 3 for i in range(6)], [1.05, 0.72] * 3, strict=True
                )
            ]
        )
    else:
        shape = blob(
            (-24, -8),
            (-14, -17),
            (0, -9),
            (14, -17),
            (24, -8),
            (24, 8),
            (14, 17),
            (0, 9),
            (-14, 17),
            (-24, 8),
        )
    dent = placed(circle(0, 0, 5.5), x, y)
    return Part(
        path=placed(shape, x, y, turn_deg=turn_deg, scale=scale),
        color=color,
        group="kibble" if not loose else "loose kibble",
        shades=(dent,),
        spot=True,
        hatch=False,
        solid=False,
    )
