"""Petal: one petal with its edge, veins and light; what blossoms are built of."""

from __future__ import annotations

import math

import numpy as np

from compositor.color import Color
from compositor.document import Paint
from compositor.geometry import Path
from generators.vector.motifs.forms import blob, curve
from generators.vector.motifs.shading import along, glow
from generators.vector.motifs.sketch import Part
from generators.vector.motifs.tones import tones_of

__all__ = ["Frame", "greens", "petal_part", "petal_path", "stem_color"]


class Frame:
    """Where a petal grows: along is outwards, side is to its right. Squash leans it back."""

    def __init__(
        self, center: tuple[float, float], angle_deg: float, squash: float = 1.0
    ) -> None:
        self.center = center
        self.angle = math.radians(angle_deg)
        self.squash = squash

    def reach(self, path: Path) -> float:
        """Return how far an outline goes outwards, px."""
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        return max(
            (p.x - self.center[0]) * cos + (p.y - self.center[1]) / self.squash * sin
            for p in path.points()
        )

    def at(self, along_px: float, side_px: float) -> tuple[float, float]:
        """Return a place on the page."""
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        x = along_px * cos - side_px * sin
        y = along_px * sin + side_px * cos
        return self.center[0] + x, self.center[1] + y * self.squash


def petal_path(
    frame: Frame,
    length: float,
    width: float,
    *,
    ruffle: float = 0.0,
    notch: float = 0.0,
    rng: np.random.Generator | None = None,
) -> Path:
    """Return a petal: narrow at its base, broad near its edge.

    Args:
        frame: Where it grows.
        length: From base to edge, px.
        width: Greatest width, px.
        ruffle: How uneven the edge is, as a part of the length.
        notch: How deep the middle of the edge dips, as a part of the length.
        rng: Needed for a ruffle.
    """
    edge = np.zeros(7) if rng is None or ruffle == 0 else rng.uniform(-ruffle, ruffle, 7)
    sides = (-0.5, -0.44, -0.26, 0.0, 0.26, 0.44, 0.5)
    reach = (0.62, 0.83, 0.96, 1.0 - notch, 0.96, 0.83, 0.62)
    rim = [
        frame.at(length * (r + float(e)), width * s)
        for r, s, e in zip(reach, sides, edge, strict=True)
    ]
    return blob(
        (*frame.at(0, 0), 0),
        frame.at(0.16 * length, -0.2 * width),
        frame.at(0.38 * length, -0.41 * width),
        *rim,
        frame.at(0.38 * length, 0.41 * width),
        frame.at(0.16 * length, 0.2 * width),
    )


def petal_part(
    frame: Frame,
    path: Path,
    color: Color,
    *,
    group: str,
    veins: int = 0,
    depth: float = 0.8,
    spot: bool = False,
) -> Part:
    """Return a petal dark at its base and lit at its edge.

    Args:
        frame: Where it grows.
        path: Its outline.
        color: Its own color.
        group: Layer it belongs to.
        veins: Lines from the base.
        depth: How dark the base is, 0–1.
        spot: Whether pen treatments color it.
    """
    tones, length = tones_of(color), frame.reach(path)
    base, tip = frame.at(0, 0), frame.at(length, 0)
    lit = max(0.0, -math.cos(frame.angle - math.radians(45)))
    paints: list[Paint] = [
        along(
            base,
            tip,
            [
                (0, tones.deep.with_opacity(depth)),
                (0.3, tones.shade.with_opacity(0.75 * depth)),
                (0.62, tones.base.with_opacity(0)),
                (0.86, tones.light.with_opacity(0.5 + 0.4 * lit)),
                (1, tones.glow.with_opacity(0.65)),
            ],
        ),
    ]
    if lit < 0.25:
        paints.append(
            glow(
                frame.at(0.8 * length, 0.2 * length),
                (0.6 * length, 0.5 * length),
                tones.shade,
                0.5,
            )
        )
    lines = []
    for i in range(veins):
        side = (i - (veins - 1) / 2) / max(1, veins - 1) if veins > 1 else 0.0
        lines.append(
            curve(
                frame.at(0.2 * length, 0.12 * side * length),
                frame.at(0.5 * length, 0.3 * side * length),
                frame.at(0.78 * length, 0.4 * side * length),
            )
        )
    return Part(
        path=path,
        color=color,
        form="matte",
        group=group,
        paints=tuple(paints),
        fine=tuple(lines),
        line_color=tones.shade.with_opacity(0.55),
        line_width=2.2,
        spot=spot,
    )


def greens(primary: Color, accent: Color) -> Color:
    """Return a leaf green that leans towards whichever palette color is green already."""
    for color in (accent, primary):
        if 110 < color.oklch.hue_deg < 175 and color.oklch.chroma > 0.03:
            return Color.from_oklch(
                min(0.66, max(0.42, color.oklch.lightness)),
                color.oklch.chroma,
                color.oklch.hue_deg,
            )
    lean = 150.0 if primary.oklch.hue_deg > 200 else 132.0
    return Color.from_oklch(0.55, 0.075, lean).mixed(primary, 0.06)


def stem_color(green: Color) -> Color:
    """Return the green of stems beside leaves of a green."""
    return green.shifted(lightness=-0.05, chroma_factor=0.9, hue_deg=-6)
