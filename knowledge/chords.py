"""Chord: the five colors a palette is built from, sampled from a style's or trade's ranges.

OKLCH throughout: lightness 0–1, chroma, hue in degrees; distances are Euclidean in OKLab.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from numpy.random import Generator

from compositor.color import Color, Oklch
from knowledge.entries import OklchRange, RoleColor, Style
from knowledge.tables import table

__all__ = [
    "CHROMATIC",
    "Chord",
    "apart",
    "build_chord",
    "color_from",
    "hue_apart_deg",
    "tint_hue_deg",
    "variant_count",
]

CHROMATIC = 0.05
"""Chroma from which a color is seen as a hue rather than as a tinted gray."""

_FLOOD = 0.08
"""Chroma from which a ground is a flood of color: its hue is kept closer to the style's."""

_WARM_PAPER_DEG = 80.0


class Chord(NamedTuple):
    """Ground, ink, primary and two sparks, before any contrast is settled."""

    ground: Oklch
    ink: Oklch
    primary: Oklch
    accent: Oklch
    accent2: Oklch

    @property
    def is_dark(self) -> bool:
        """Whether the ground is darker than the ink."""
        return self.ground.lightness < self.ink.lightness


def color_from(color: Oklch) -> Color:
    """Return the nearest sRGB color of that lightness and hue."""
    return Color.from_oklch(*color)


def apart(first: Oklch, second: Oklch) -> float:
    """Return the OKLab distance, about 0–1; 0.12 is clearly another color."""
    one, two = math.radians(first.hue_deg), math.radians(second.hue_deg)
    return math.sqrt(
        (first.lightness - second.lightness) ** 2
        + (first.chroma * math.cos(one) - second.chroma * math.cos(two)) ** 2
        + (first.chroma * math.sin(one) - second.chroma * math.sin(two)) ** 2
    )


def hue_apart_deg(first: Oklch, second: Oklch) -> float:
    """Return the angle between two hues, 0–180."""
    turn = abs(first.hue_deg - second.hue_deg) % 360
    return min(turn, 360 - turn)


def variant_count(style: Style) -> int:
    """Return how many distinct palettes the style has before sampling."""
    return 1 + len(table("palette_variants")["styles"].get(style.id, ()))


def build_chord(
    style: Style,
    variant: int,
    draw: Generator,
    roles: Mapping[str, RoleColor] | None = None,
    lean: tuple[float, float] = (0.0, 0.0),
) -> Chord:
    """Return one chord of a style.

    Args:
        style: Whose ranges and variants are used.
        variant: 0 is the style's own chord; others come from the variant table.
        draw: Source of the sampling.
        roles: Ranges to use instead of the style's, for example a trade's.
        lean: Where in the ranges of lightness and chroma to look, -1 to 1.
    """
    used = dict(roles or style.palette.roles)
    turn = float(draw.random())
    sampled = {name: _sample(name, role, draw, turn, lean) for name, role in used.items()}
    if roles is None and variant:
        for name, center in table("palette_variants")["styles"][style.id][variant - 1].items():
            sampled["bg" if name == "ground" else name] = _near(Oklch(*center), draw)
    ground, ink = sampled["bg"], sampled["ink"]
    primary, accent = sampled["primary"], sampled["accent"]
    accent2 = sampled.get("accent2") or _second_spark(ground, primary, accent)
    lead = next((c for c in (primary, accent) if c.chroma >= CHROMATIC), primary)
    if _any_hue(used["bg"]) and not variant:
        ground = Oklch(ground.lightness, ground.chroma, tint_hue_deg(lead))
    if _any_hue(used["ink"]) and not variant:
        ink = Oklch(ink.lightness, ink.chroma, lead.hue_deg)
    return Chord(ground, ink, primary, accent, accent2)


def tint_hue_deg(lead: Oklch) -> float:
    """Return the hue of a paper beside a leading color: red paper turns pink, so warm then."""
    return lead.hue_deg if 100 < lead.hue_deg < 330 else _WARM_PAPER_DEG


def _any_hue(role: RoleColor) -> bool:
    return role.range.H[1] - role.range.H[0] >= 360


def _sample(
    name: str, role: RoleColor, draw: Generator, turn: float, lean: tuple[float, float]
) -> Oklch:
    """Return a color of the role's range; all hues of a chord turn together."""
    box: OklchRange = role.range
    lightness = _within(box.L, draw, lean[0])
    chroma = _within(box.C, draw, lean[1])
    start, end = box.H
    if _any_hue(role):
        return Oklch(lightness, chroma, role.oklch[2])
    flood = name == "bg" and chroma > _FLOOD
    share = 0.5 + (0.35 if flood else 0.7) * (turn - 0.5) + 0.1 * (float(draw.random()) - 0.5)
    return Oklch(lightness, chroma, (start + share * ((end - start) % 360)) % 360)


def _within(span: tuple[float, float], draw: Generator, lean: float = 0.0) -> float:
    """Return a value of the span, more often from its middle."""
    share = float(draw.random() + draw.random()) / 2
    share = min(1.0, max(0.0, share + 0.3 * lean))
    return span[0] + (span[1] - span[0]) * share


def _near(center: Oklch, draw: Generator) -> Oklch:
    shift = draw.uniform(-1, 1, 3)
    return Oklch(
        min(0.99, max(0.05, center.lightness + 0.012 * float(shift[0]))),
        center.chroma * (1 + 0.08 * float(shift[1])),
        (center.hue_deg + 5 * float(shift[2])) % 360,
    )


def _second_spark(ground: Oklch, primary: Oklch, accent: Oklch) -> Oklch:
    """Return a second accent for styles that name one only.

    A cool lead takes a neighbor away from the accent; a warm or single-hue one takes tones,
    as a two-color print would; black-led palettes take a quiet neutral.
    """
    is_dark = ground.lightness < 0.6
    if primary.chroma < CHROMATIC:
        hue = accent.hue_deg if accent.chroma >= 0.02 else _WARM_PAPER_DEG
        return Oklch(0.88, 0.03, hue) if is_dark else Oklch(0.72, 0.016, hue)
    gap = (accent.hue_deg - primary.hue_deg + 180) % 360 - 180
    neighbor = (primary.hue_deg + (-40 if gap >= 0 else 40)) % 360
    cool = 190 < primary.hue_deg < 335 and 190 < neighbor < 350
    if cool and abs(gap) > 30 and primary.chroma > 0.1 and accent.chroma > 0.08:
        return Oklch(0.74 if is_dark else 0.66, 0.8 * primary.chroma, neighbor)
    if is_dark:
        return Oklch(0.92, 0.035, _WARM_PAPER_DEG if primary.hue_deg < 190 else primary.hue_deg)
    if primary.lightness > 0.52 and primary.chroma > 0.09:
        return Oklch(primary.lightness - 0.22, 0.8 * primary.chroma, primary.hue_deg)
    return Oklch(0.82, min(0.09, 0.6 * primary.chroma + 0.01), primary.hue_deg)
