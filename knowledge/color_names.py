"""Bilingual names for the colors of a palette, after the hue names of the design rules."""

from __future__ import annotations

import math
from typing import Literal

from compositor.color import Color, Oklch
from compositor.layout.theme import Palette
from knowledge.chords import apart
from knowledge.tables import design_rule, table

__all__ = ["color_name", "palette_names"]

_ROLES = ("primary", "accent", "accent2", "ground", "surface", "ink", "muted")


def palette_names(palette: Palette, language: str) -> list[tuple[str, str]]:
    """Return (role, name) of each palette role, most important first.

    Two roles never share a name: the second takes the next nearest. `language` is a tag
    such as ``zh-Hans`` or ``en``; anything but Chinese is named in English.
    """
    used: set[str] = set()
    names = []
    for role in _ROLES:
        name = color_name(getattr(palette, role), language, avoid=used)
        used.add(name)
        names.append((role, name))
    return names


def color_name(color: Color, language: str, avoid: set[str] | None = None) -> str:
    """Return the nearest name that is not to be avoided.

    >>> color_name(Color.from_hex("#1D4F8C"), "en")
    'Azurite blue'
    """
    tongue: Literal["zh", "en"] = "zh" if language.lower().startswith("zh") else "en"
    ranked = sorted(
        (_likeness(color.oklch, Oklch(*triple)), english, chinese)
        for chinese, english, triple in _named()
    )
    for _, english, chinese in ranked:
        name = chinese if tongue == "zh" else english
        if name not in (avoid or ()):
            return name
    return color.hex


def _likeness(color: Oklch, named: Oklch) -> float:
    """Return how far a color is from a named one; a wrong hue is worse than a wrong tone."""
    gap = abs(color.hue_deg - named.hue_deg) % 360
    turn = min(gap, 360 - gap) / 180
    shared = math.sqrt(min(color.chroma, named.chroma))
    return apart(color, named) + 0.9 * turn * shared + abs(color.chroma - named.chroma)


def _named() -> list[tuple[str, str, tuple[float, float, float]]]:
    english = table("color_names")["traditional_en"]
    listed = [
        (chinese, english[chinese], tuple(triple))
        for chinese, triple in design_rule("hue_names")["zh"].items()
    ]
    listed += [
        (row["zh"], row["en"], tuple(row["oklch"])) for row in table("color_names")["more"]
    ]
    return listed
