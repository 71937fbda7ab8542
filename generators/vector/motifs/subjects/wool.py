"""Wool: curly coats, as pompons that every treatment can finish."""

from __future__ import annotations

import math

import numpy as np

from compositor.color import Color
from compositor.geometry import Path
from compositor.geometry.shapes import arc
from generators.vector.motifs.forms import scallop
from generators.vector.motifs.request import MotifRequest
from generators.vector.motifs.shading import glow
from generators.vector.motifs.sketch import Part
from generators.vector.motifs.tones import tones_of

__all__ = ["pompon"]


def pompon(
    request: MotifRequest,
    middle: tuple[float, float],
    radii: tuple[float, float],
    *,
    color: Color,
    group: str,
    stream: int,
    spot: bool = False,
) -> list[Part]:
    """Return a ball of curls.

    Args:
        request: Says the treatment and the detail.
        middle: Of the ball, px.
        radii: Half width and half height over the curls, px.
        color: Of the wool.
        group: Layer it belongs to.
        stream: Keeps its randomness apart from other pompons'.
        spot: Whether pen treatments fill it with its color.
    """
    rng = request.rng(stream)
    bump = max(15.0, min(40.0, 0.3 * min(radii)))
    around = math.pi * sum(radii)
    foot = (radii[0] - 0.42 * bump, radii[1] - 0.42 * bump)
    edge = scallop(
        middle, foot, bumps=max(8, round(around / (1.9 * bump))), depth=0.72, rng=rng
    )
    tones = tones_of(color)
    doodle = request.treatment == "doodle"
    arcs = () if doodle else _arcs(middle, radii, bump, rng, request.detail)
    ball = Part(
        path=edge,
        color=color,
        group=group,
        curls=((*middle, *radii),) if doodle else (),
        lines=arcs,
        line_color=tones.shade.mixed(tones.deep, 0.35),
        line_width=max(4.0, bump * 0.17),
        paints=(
            glow(
                (middle[0] + radii[0] * 0.55, middle[1] + radii[1] * 0.7),
                (radii[0] * 1.1, radii[1] * 0.9),
                tones.deep,
                0.34,
            ),
        ),
        spot=spot,
    )
    if request.treatment != "flat":
        return [ball]
    lit = tuple(line.moved(-bump * 0.13, -bump * 0.16) for line in arcs)
    ball = Part(**{**ball.__dict__, "lines": ()})
    return [
        ball,
        Part(
            path=Path(),
            color=color,
            group=group,
            lines=arcs,
            line_color=tones.shade.mixed(tones.deep, 0.3).with_opacity(0.85),
            line_width=max(4.0, bump * 0.17),
            solid=False,
        ),
        Part(
            path=Path(),
            color=color,
            group=group,
            lines=lit,
            line_color=tones.glow.with_opacity(0.7),
            line_width=max(3.0, bump * 0.12),
            solid=False,
        ),
    ]


def _arcs(
    middle: tuple[float, float],
    radii: tuple[float, float],
    bump: float,
    rng: np.random.Generator,
    detail: float,
) -> tuple[Path, ...]:
    """Short curls, spread evenly, opening away from the light."""
    room = (radii[0] - 1.15 * bump, radii[1] - 1.15 * bump)
    wish = int((0.35 + 0.75 * detail) * math.pi * room[0] * room[1] / (2.6 * bump * bump))
    placed: list[tuple[float, float]] = []
    found: list[Path] = []
    for _ in range(wish * 8):
        if len(placed) >= wish or min(room) < 2:
            break
        r, a = math.sqrt(float(rng.uniform(0, 1))), float(rng.uniform(0, 2 * math.pi))
        x, y = middle[0] + room[0] * r * math.cos(a), middle[1] + room[1] * r * math.sin(a)
        if any(math.dist((x, y), other) < 1.5 * bump for other in placed):
            continue
        placed.append((x, y))
        start = math.degrees(math.atan2(y - middle[1], x - middle[0])) + float(
            rng.uniform(-90, 10)
        )
        radius = bump * float(rng.uniform(0.4, 0.56))
        found.append(arc(x, y, radius, start, start + float(rng.uniform(190, 265))))
    return tuple(found)
