"""Safe areas of specifications: the publisher's numbers as parts of the page."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

from compositor.layout.safe_area import SafeArea
from knowledge.asset_specs import AssetSpec

__all__ = ["safe_area"]

_CIRCLE = (1 - math.sqrt(0.5)) / 2
"""Inset of the square inside a circle that fills the page."""
_CENTRE_SQUARE = re.compile(r"cent(?:re|er) (\d+)x(\d+)")


def safe_area(spec: AssetSpec) -> SafeArea:
    """Return what the platform covers or cuts; nothing where the publisher gives no number.

    >>> from knowledge.asset_specs import asset_spec
    >>> safe_area(asset_spec("meta.story"))
    SafeArea(left=0.06, top=0.14, right=0.06, bottom=0.2)
    """
    width, height = spec.width or 1.0, spec.height or 1.0
    for key, read in _READERS.items():
        if key in spec.safe_area:
            return SafeArea(*(round(part, 4) for part in read(spec.safe_area, width, height)))
    if spec.safe_mm:
        return _around(spec.safe_mm / width, spec.safe_mm / height)
    return SafeArea()


def _around(across: float, down: float) -> SafeArea:
    return SafeArea(round(across, 4), round(down, 4), round(across, 4), round(down, 4))


_Reader = Callable[[dict[str, Any], float, float], SafeArea]


def _fractions(area: dict[str, Any], width: float, height: float) -> SafeArea:
    del width, height
    return SafeArea(area["left"], area["top"], area["right"], area["bottom"])


def _centre_fraction(area: dict[str, Any], width: float, height: float) -> SafeArea:
    del width, height
    part = (1 - area["centre_fraction"]) / 2
    return SafeArea(part, part, part, part)


def _centre_px(area: dict[str, Any], width: float, height: float) -> SafeArea:
    across, down = area["centre_px"]
    return _around((1 - across / width) / 2, (1 - down / height) / 2)


def _centre_width(area: dict[str, Any], width: float, height: float) -> SafeArea:
    del height
    return _around((1 - area["centre_width_px"] / width) / 2, 0)


def _edges_px(area: dict[str, Any], width: float, height: float) -> SafeArea:
    px = area.get("px") or area["px_conservative"]
    return SafeArea(
        px["left"] / width, px["top"] / height, px["right"] / width, px["bottom"] / height
    )


def _box_px(area: dict[str, Any], width: float, height: float) -> SafeArea:
    box = area["box_px"]
    return SafeArea(
        box["x"] / width,
        box["y"] / height,
        1 - (box["x"] + box["w"]) / width,
        1 - (box["y"] + box["h"]) / height,
    )


def _all_px(area: dict[str, Any], width: float, height: float) -> SafeArea:
    inset = area["all_px_at_1440"] * width / 1440
    return SafeArea(inset / width, inset / height, inset / width, inset / height)


def _content_px(area: dict[str, Any], width: float, height: float) -> SafeArea:
    content = area["content_px"]
    return _around((1 - content / width) / 2, (1 - content / height) / 2)


def _circle(area: dict[str, Any], width: float, height: float) -> SafeArea:
    del area
    inset = min(width, height) * _CIRCLE
    across, down = (width - min(width, height)) / 2, (height - min(width, height)) / 2
    return _around((across + inset) / width, (down + inset) / height)


def _rollup(area: dict[str, Any], width: float, height: float) -> SafeArea:
    side = area["sides_mm"] / width
    return SafeArea(side, area["top_mm"] / height, side, area["bottom_hidden_mm"] / height)


def _edge_mm(area: dict[str, Any], width: float, height: float) -> SafeArea:
    inset = area.get("edge_mm") or area["eyelet_mm"]
    return SafeArea(inset / width, inset / height, inset / width, inset / height)


def _square(area: dict[str, Any], width: float, height: float) -> SafeArea:
    found = _CENTRE_SQUARE.search(area["square_crop"])
    if found is None:
        return SafeArea()
    return _around((1 - float(found[1]) / width) / 2, (1 - float(found[2]) / height) / 2)


_READERS: dict[str, _Reader] = {
    "left": _fractions,
    "centre_fraction": _centre_fraction,
    "centre_px": _centre_px,
    "centre_width_px": _centre_width,
    "px": _edges_px,
    "px_conservative": _edges_px,
    "box_px": _box_px,
    "all_px_at_1440": _all_px,
    "content_px": _content_px,
    "circle": _circle,
    "sides_mm": _rollup,
    "edge_mm": _edge_mm,
    "eyelet_mm": _edge_mm,
    "square_crop": _square,
}
"""How each publisher writes it; the first that is there counts."""
