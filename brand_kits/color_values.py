"""A color in the values a brand sheet prints: a name, HEX, RGB, OKLCH and approximate CMYK."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from compositor.color import Color

__all__ = ["ColorValues", "color_values"]


class ColorValues(NamedTuple):
    """Texts, ready to set."""

    name_zh: str
    name_en: str
    hex: str
    rgb: str
    oklch: str
    cmyk: str
    """Computed from sRGB without a profile: an approximation, and labeled as one."""


def color_values(color: Color) -> ColorValues:
    """Return a color's name and values.

    >>> color_values(Color(37, 99, 235)).hex
    '#2563EB'
    """
    found = color.oklch
    chinese, english = _name(color)
    cyan, magenta, yellow, black = _cmyk(color)
    hue = "—" if found.chroma < 0.005 else f"{found.hue_deg:.0f}"
    return ColorValues(
        chinese,
        english,
        color.hex[:7],
        f"{color.red} {color.green} {color.blue}",
        f"{found.lightness:.2f} {found.chroma:.3f} {hue}",
        f"{cyan} {magenta} {yellow} {black}",
    )


def _name(color: Color) -> tuple[str, str]:
    table = _names()
    found = color.oklch
    if found.chroma < 0.035:
        rows = [row for row in table["neutrals"] if row[0] <= found.lightness]
        return str(rows[-1][1]), str(rows[-1][2])
    rows = [row for row in table["hues"] if row[0] <= found.hue_deg]
    first = 3 if found.chroma < 0.085 and found.lightness < 0.86 else 1
    chinese, english = str(rows[-1][first]), str(rows[-1][first + 1])
    shade = "dark" if found.lightness < 0.42 else "pale" if found.lightness > 0.86 else ""
    if not shade:
        return chinese, english
    before_zh, before_en = table["shades"][shade]
    return before_zh + chinese, before_en + english.lower()


def _cmyk(color: Color) -> tuple[int, int, int, int]:
    """Full gray component replacement: the plainest way, without a profile."""
    r, g, b = color.srgb
    black = 1 - max(r, g, b)
    if black >= 1:
        return 0, 0, 0, 100
    parts = [(1 - c - black) / (1 - black) for c in (r, g, b)]
    c, m, y = (round(100 * part) for part in parts)
    return c, m, y, round(100 * black)


@cache
def _names() -> dict[str, Any]:
    text = Path(__file__).with_name("color_names.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
