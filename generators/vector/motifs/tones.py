"""Tones: five steps of one material, darker ones cooler and lighter ones warmer."""

from __future__ import annotations

from dataclasses import dataclass

from compositor.color import Color

__all__ = ["NATURAL", "Tones", "natural_color", "tones_of"]

NATURAL: dict[str, str] = {
    "white": "#FBFBFA",
    "black": "#2B2930",
    "gray": "#9AA0A8",
    "grey": "#9AA0A8",
    "cream": "#F6E7CC",
    "brown": "#8A5A3C",
    "apricot": "#E8A668",
    "ginger": "#E0924A",
    "orange": "#EE8A3A",
    "red": "#D2413A",
    "pink": "#EFA3B2",
    "green": "#5B9A5E",
    "blue": "#4C7FD0",
    "yellow": "#F2C548",
    "gold": "#D9B25F",
    "silver": "#C3C9D1",
    "purple": "#8A6BC7",
}


@dataclass(frozen=True)
class Tones:
    """One material in five steps.

    Attributes:
        deep: The core of a shadow, and lines drawn inside the material.
        shade: The side turned from the light.
        base: Its own color.
        light: The side turned to the light.
        glow: The highlight.
    """

    deep: Color
    shade: Color
    base: Color
    light: Color
    glow: Color


def tones_of(color: Color) -> Tones:
    """Return the tones of a material by its own color."""
    lightness, chroma, hue = color.oklch
    if lightness > 0.93 and chroma < 0.035:
        return Tones(
            deep=Color.from_oklch(lightness - 0.25, 0.04, 262),
            shade=Color.from_oklch(lightness - 0.115, 0.026, 258),
            base=color,
            light=color.mixed(Color(255, 255, 255), 0.7),
            glow=Color(255, 255, 255),
        )
    fall = 0.115 if lightness > 0.45 else 0.05 + 0.14 * lightness
    rise = 0.075 if lightness > 0.3 else 0.11
    cool = _toward(hue, 278.0, 9.0) if chroma > 0.02 else 272.0
    warm = _toward(hue, 82.0, 7.0) if chroma > 0.02 else hue
    boost = min(0.17, chroma * 1.04 + 0.006)
    return Tones(
        deep=Color.from_oklch(
            max(0.08, lightness - 2.2 * fall), boost, _toward(cool, 278.0, 8.0)
        ),
        shade=Color.from_oklch(max(0.1, lightness - fall), boost, cool),
        base=color,
        light=Color.from_oklch(min(0.985, lightness + rise), chroma * 0.9, warm),
        glow=Color.from_oklch(min(0.99, lightness + 2.1 * rise), chroma * 0.6, warm),
    )


def natural_color(attributes: tuple[str, ...], fallback: Color) -> Color:
    """Return the color a plain word asks for ("white"), or the fallback."""
    for word in attributes:
        if word in NATURAL:
            return Color.from_hex(NATURAL[word])
    return fallback


def _toward(hue: float, target: float, most: float) -> float:
    turn = (target - hue + 180) % 360 - 180
    return (hue + max(-most, min(most, turn))) % 360
