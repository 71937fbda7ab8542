"""Texture: how openly type is set at a size, and how heavy it must be to look its weight.

The tables lie in `texture.json`. Leading is a multiple of the size, tracking in em.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, Literal, cast

__all__ = ["Manner", "Spacing", "seen_weight", "spacing_at"]

Manner = Literal["latin", "latin_capitals", "latin_capitals_airy", "hei", "song", "vertical"]
"""hei also for rounded and heavy display faces; song for kai and brush; vertical for titles."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """How openly a text is set.

    Attributes:
        leading: Distance of baselines, a multiple of the size.
        tracking: Extra after each glyph, em.
    """

    leading: float
    tracking: float


def spacing_at(
    size_px: float,
    manner: Manner,
    *,
    reversed_out: bool = False,
    condensed: bool = False,
    line_characters: int = 0,
) -> Spacing:
    """Return leading and tracking for a size, interpolated on its logarithm.

    Args:
        size_px: Em size on a page 1080 px wide.
        manner: Script and class of the letters.
        reversed_out: Whether the text is light on dark.
        condensed: Whether the face is narrow.
        line_characters: Of a full line, 0 when not known; long ones are set more openly.

    >>> spacing_at(96, "latin")
    Spacing(leading=1.0, tracking=-0.022)
    """
    table = _table()
    leading, tracking = _between(table[manner], size_px)
    long = table["long_line"]
    if line_characters > long["latin" if manner.startswith("latin") else "cjk"]:
        leading += long["leading"]
    if reversed_out:
        leading += table["reversed"]["leading"]
        tracking += table["reversed"]["tracking"]
    if condensed and size_px < table["condensed"]["below_px"]:
        tracking += table["condensed"]["tracking"]
    return Spacing(round(leading, 3), round(tracking, 4))


def seen_weight(weight: int, size_px: float, *, reversed_out: bool = False) -> int:
    """Return the weight to ask for so that type looks as heavy as `weight` does in the middle.

    Small light type is drawn a little heavier. Light letters on dark swell: large bold ones are
    drawn a step lighter, small ones a step heavier, or their thin strokes fill in.

    Args:
        weight: 1–1000, as it should look.
        size_px: Em size as seen on screen.
        reversed_out: Whether the text is light on dark.

    >>> seen_weight(700, 80, reversed_out=True), seen_weight(400, 11)
    (600, 450)
    """
    table = _table()
    found, rules = weight, table["reversed"]
    if reversed_out and size_px >= rules["display_px"]:
        found -= rules["lighter"] if weight > rules["lighter_from"] else 0
    elif weight > table["small"]["up_to"]:
        pass
    elif reversed_out and size_px < rules["small_px"]:
        found += rules["heavier"]
    elif size_px < table["small"]["below_px"]:
        found += table["small"]["heavier"]
    return max(100, min(900, found)) if found != weight else weight


def _between(points: list[list[float]], size_px: float) -> tuple[float, float]:
    if size_px <= points[0][0]:
        return points[0][1], points[0][2]
    for (low, a, c), (high, b, d) in pairwise(points):
        if size_px <= high:
            share = math.log(size_px / low) / math.log(high / low)
            return a + (b - a) * share, c + (d - c) * share
    return points[-1][1], points[-1][2]


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    text = files("compositor.typography").joinpath("texture.json").read_text("utf-8")
    return cast("dict[str, Any]", json.loads(text))
