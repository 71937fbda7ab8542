"""Tones: every color a picture uses, derived from the theme's palette in OKLCH.

Nothing here invents a hue. A tone keeps the hue of its role and moves in lightness and
chroma; shadows turn a few degrees towards blue and lights towards yellow, as daylight does.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from compositor.color import Color
from compositor.document import LinearGradient, RadialGradient, SolidPaint, Stop, solid
from compositor.geometry import Affine, Box
from compositor.layout.theme import Palette

__all__ = ["Tones", "between", "blend", "glow", "linear", "lit", "shaded", "toned"]

_COOL_DEG, _WARM_DEG = 264.0, 85.0


def toned(color: Color, lightness: float, chroma_factor: float = 1.0) -> Color:
    """Return the color at another lightness, its chroma eased towards both ends."""
    base = color.oklch
    if base.chroma > 0.06 and 80 < base.hue_deg < 140 and 0.5 < lightness < 0.84:
        lightness = 0.84  # yellows and limes turn olive below
    ease = min(1.0, 4.2 * min(lightness, 1.08 - lightness))
    return Color.from_oklch(
        lightness, base.chroma * chroma_factor * max(0.12, ease), base.hue_deg
    )


def _turned(hue_deg: float, goal_deg: float, most_deg: float) -> float:
    away = (goal_deg - hue_deg + 180) % 360 - 180
    return (hue_deg + max(-most_deg, min(most_deg, away))) % 360


def lit(color: Color, amount: float) -> Color:
    """Return the color as the light side of a thing: lighter by `amount`, a little warmer."""
    base = color.oklch
    hue = _turned(base.hue_deg, _WARM_DEG, 40 * amount)
    return Color.from_oklch(
        min(0.985, base.lightness + amount), base.chroma * (1 - amount), hue
    )


def shaded(color: Color, amount: float) -> Color:
    """Return the color as the shadow side: darker by `amount`, a little cooler."""
    base = color.oklch
    hue = _turned(base.hue_deg, _COOL_DEG, 70 * amount)
    lightness = max(0.06, base.lightness - amount)
    return Color.from_oklch(lightness, base.chroma * (1 + 0.35 * amount), hue)


def blend(colors: Sequence[Color], count: int = 9) -> tuple[Stop, ...]:
    """Return stops through the colors, in between by OKLCH so that no step turns gray."""
    stops: list[Stop] = []
    last = len(colors) - 1
    for i in range(count):
        place = i / (count - 1) * last
        index = min(int(place), last - 1)
        share = place - index
        stops.append(
            Stop(offset=i / (count - 1), color=between(colors[index], colors[index + 1], share))
        )
    return tuple(stops)


def between(first: Color, second: Color, share: float) -> Color:
    """Return the color on the way, keeping chroma where the hues lie less than 100° apart."""
    a, b = first.oklch, second.oklch
    turn = (b.hue_deg - a.hue_deg + 180) % 360 - 180
    if min(a.chroma, b.chroma) < 0.025 or abs(turn) > 100:
        return first.mixed(second, share)
    alpha = first.opacity + (second.opacity - first.opacity) * share
    return Color.from_oklch(
        a.lightness + (b.lightness - a.lightness) * share,
        a.chroma + (b.chroma - a.chroma) * share,
        (a.hue_deg + turn * share) % 360,
        alpha,
    )


def linear(colors: Sequence[Color], box: Box, angle_deg: float = 90.0) -> LinearGradient:
    """Return a gradient across a box: 90° runs top to bottom, 0° left to right."""
    turn = Affine.rotation(angle_deg, box.center)
    reach = (
        max(box.width, box.height) / 2
        if angle_deg % 90
        else (box.width / 2 if angle_deg % 180 == 0 else box.height / 2)
    )
    start = turn.apply((box.center.x - reach, box.center.y))
    end = turn.apply((box.center.x + reach, box.center.y))
    return LinearGradient(x1=start.x, y1=start.y, x2=end.x, y2=end.y, stops=blend(colors))


def glow(
    color: Color,
    cx: float,
    cy: float,
    rx: float,
    ry: float | None = None,
    strength: float = 1.0,
) -> RadialGradient:
    """Return light that falls off from a center like a Gaussian, to nothing at the rim."""
    falls = (1.0, 0.93, 0.78, 0.56, 0.34, 0.17, 0.06, 0.0)
    stops = tuple(
        Stop(
            offset=i / (len(falls) - 1), color=color.with_opacity(strength * color.opacity * f)
        )
        for i, f in enumerate(falls)
    )
    squash = 1.0 if ry is None else ry / rx
    return RadialGradient(
        cx=cx, cy=cy, radius=rx, stops=stops,
        transform=Affine(1, 0, 0, squash, 0, cy - squash * cy),
    )  # fmt: skip


@dataclass(frozen=True)
class Tones:
    """A palette, asked the questions a painter asks."""

    palette: Palette
    saturation: float = 0.5
    """0–1, from the style."""

    @property
    def is_dark(self) -> bool:
        """Whether the page is dark."""
        return self.palette.is_dark

    @property
    def ground(self) -> Color:
        """The page."""
        return self.palette.ground

    @property
    def vivid(self) -> tuple[Color, ...]:
        """The palette's graphic colors, most used first, near-doubles left out."""
        kept: list[Color] = []
        for color in (self.palette.primary, self.palette.accent, self.palette.accent2):
            if all(_distance(color, other) > 0.07 for other in (*kept, self.palette.ground)):
                kept.append(color)
        return tuple(kept) or (self.palette.ink,)

    @property
    def hue_source(self) -> Color:
        """The most colorful of the graphic colors, primary preferred."""
        first = self.vivid[0]
        if first.oklch.chroma > 0.045:
            return first
        best = max(self.vivid, key=lambda color: color.oklch.chroma)
        return best if best.oklch.chroma > 0.045 else first

    @property
    def leafy(self) -> Color:
        """The palette's green, for leaves and firs; its most colorful tone when it has none."""
        for color in (*self.vivid, self.ground):
            if color.oklch.chroma > 0.03 and 95 < color.oklch.hue_deg < 205:
                return color
        return self.hue_source

    @property
    def air(self) -> Color:
        """The color that fills the distance: the ground's own where it has one."""
        ground, hue = self.ground.oklch, self.hue_source.oklch
        apart = abs((ground.hue_deg - hue.hue_deg + 180) % 360 - 180)
        return self.ground if ground.chroma > 0.022 and apart > 55 else self.hue_source

    def field(self, depth: float = 0.0, chroma_factor: float = 1.0) -> Color:
        """Return the ground carried `depth` (0–1) towards the graphic color, tone kept near.

        0 is the ground itself; 1 is a clearly colored wall, still light on light pages.
        """
        ground, hue = self.ground.oklch, self.air.oklch
        chroma = min(hue.chroma, 0.11) * chroma_factor * (0.16 + 0.84 * self.saturation)
        drop = (0.10 if not self.is_dark else -0.12) * depth
        base = self.ground
        if ground.chroma > 0.05:
            return shaded(base, drop) if drop > 0 else lit(base, -drop)
        share = chroma * depth
        goal_hue = hue.hue_deg if hue.chroma > 0.03 else ground.hue_deg
        return Color.from_oklch(
            min(0.985, max(0.08, ground.lightness - drop)),
            ground.chroma * (1 - depth) + share,
            goal_hue if share > 0.008 else ground.hue_deg,
        )

    def deep(self, chroma_factor: float = 1.0) -> Color:
        """Return the darkest colored tone, for shadows and night."""
        source = self.hue_source
        return toned(source, 0.24 if not self.is_dark else 0.13, chroma_factor)

    def shadow(self, strength: float) -> Color:
        """Return a translucent shadow of the page's own hue."""
        base = self.hue_source.oklch
        lightness = 0.30 if not self.is_dark else 0.04
        hue = _turned(base.hue_deg, _COOL_DEG, 25)
        return Color.from_oklch(lightness, min(0.06, base.chroma * 0.5), hue, strength)

    @property
    def warmest(self) -> Color:
        """The palette color nearest to sunlight in hue; the ground where none has a hue."""
        hued = [color for color in self.vivid if color.oklch.chroma > 0.03] or [self.ground]
        return min(
            hued, key=lambda color: abs((color.oklch.hue_deg - _WARM_DEG + 180) % 360 - 180)
        )

    def light(self) -> Color:
        """Return the color of the light: near white, a breath of the warmest palette hue."""
        warmest = self.warmest
        return Color.from_oklch(0.975, min(0.03, warmest.oklch.chroma), warmest.oklch.hue_deg)

    def petal_palette(self) -> Palette:
        """Return the palette with a warm color leading, so that petals are not leaf green."""
        first = self.palette.primary.oklch
        if first.chroma > 0.03 and not 95 < first.hue_deg < 297:
            return self.palette
        for color in (self.palette.accent, self.palette.accent2):
            if color.oklch.chroma > 0.03 and not 110 < color.oklch.hue_deg < 297:
                update = {"primary": color, "accent": self.palette.primary}
                return self.palette.model_copy(update=update)
        return self.palette

    def paint(self, color: Color) -> SolidPaint:
        """Return a solid paint, labelled with the role when the color is one."""
        for role in ("ground", "surface", "ink", "muted", "primary", "accent", "accent2"):
            if getattr(self.palette, role) == color:
                return SolidPaint(color=color, token=role)
        return solid(color)


def _distance(first: Color, second: Color) -> float:
    """Distance in OKLab; 0.02 is just noticed."""
    a, b = first.oklch, second.oklch
    turn = math.cos(math.radians(a.hue_deg - b.hue_deg))
    chord = a.chroma**2 + b.chroma**2 - 2 * a.chroma * b.chroma * turn
    return math.sqrt((a.lightness - b.lightness) ** 2 + max(0.0, chord))
