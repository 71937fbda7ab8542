"""OKLCH: lightness 0–1, chroma 0–0.4, hue 0–360°, and its way to and from sRGB.

Source: https://bottosson.github.io/posts/oklab/ (matrices of 2021-01-25)
"""

from __future__ import annotations

import math
from typing import NamedTuple

__all__ = [
    "Oklch",
    "linear_from_srgb",
    "oklch_from_srgb",
    "srgb_from_linear",
    "srgb_from_oklch",
]

Srgb = tuple[float, float, float]


class Oklch(NamedTuple):
    """A color by lightness (0–1), chroma (0 is gray) and hue (degrees)."""

    lightness: float
    chroma: float
    hue_deg: float

    def mixed(self, other: Oklch, share: float) -> Oklch:
        """Return the color `share` of the way to the other, through OKLab."""
        a, b = _lab(self), _lab(other)
        lab = [x + (y - x) * share for x, y in zip(a, b, strict=True)]
        return Oklch(
            lab[0], math.hypot(lab[1], lab[2]), math.degrees(math.atan2(lab[2], lab[1])) % 360
        )


def linear_from_srgb(channel: float) -> float:
    """Return a gamma-encoded channel 0–1 as linear light.

    Source: https://www.w3.org/TR/css-color-4/#color-conversion-code
    """
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def srgb_from_linear(channel: float) -> float:
    """Return a linear-light channel 0–1 gamma-encoded."""
    if channel <= 0.0031308:
        return 12.92 * channel
    return float(1.055 * channel ** (1 / 2.4) - 0.055)


def oklch_from_srgb(srgb: Srgb) -> Oklch:
    """Return gamma-encoded sRGB (0–1) as OKLCH."""
    r, g, b = (linear_from_srgb(c) for c in srgb)
    l_ = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    m_ = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    s_ = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    lightness = 0.2104542553 * l_ + 0.7936177850 * m_ - 0.0040720468 * s_
    a = 1.9779984951 * l_ - 2.4285922050 * m_ + 0.4505937099 * s_
    b_ = 0.0259040371 * l_ + 0.7827717662 * m_ - 0.8086757660 * s_
    return Oklch(lightness, math.hypot(a, b_), math.degrees(math.atan2(b_, a)) % 360)


def srgb_from_oklch(color: Oklch) -> Srgb:
    """Return OKLCH as sRGB, lowering chroma at constant lightness and hue until it fits."""
    lightness = min(1.0, max(0.0, color.lightness))
    inside = _raw_srgb(Oklch(lightness, color.chroma, color.hue_deg))
    if _fits(inside):
        return _clipped(inside)
    low, high = 0.0, color.chroma
    for _ in range(24):
        middle = (low + high) / 2
        if _fits(_raw_srgb(Oklch(lightness, middle, color.hue_deg))):
            low = middle
        else:
            high = middle
    return _clipped(_raw_srgb(Oklch(lightness, low, color.hue_deg)))


def _lab(color: Oklch) -> tuple[float, float, float]:
    hue = math.radians(color.hue_deg)
    return color.lightness, color.chroma * math.cos(hue), color.chroma * math.sin(hue)


def _raw_srgb(color: Oklch) -> Srgb:
    lightness, a, b = _lab(color)
    l_ = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m_ = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s_ = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        srgb_from_linear(4.0767416621 * l_ - 3.3077115913 * m_ + 0.2309699292 * s_),
        srgb_from_linear(-1.2684380046 * l_ + 2.6097574011 * m_ - 0.3413193965 * s_),
        srgb_from_linear(-0.0041960863 * l_ - 0.7034186147 * m_ + 1.7076147010 * s_),
    )


def _fits(srgb: Srgb) -> bool:
    return all(-1e-4 <= c <= 1 + 1e-4 for c in srgb)


def _clipped(srgb: Srgb) -> Srgb:
    r, g, b = (min(1.0, max(0.0, c)) for c in srgb)
    return r, g, b
