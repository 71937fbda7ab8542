"""Applications: where the brand lives, drawn flat in vector, always with the real logo.

Add one by writing a function of a `Scene` and adding a line to `APPLICATIONS`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path as FilePath
from typing import Any

from brand_kits.kit import BrandKit
from brand_kits.manual.applications.goods import cup, pouch, tote
from brand_kits.manual.applications.places import app, sign
from brand_kits.manual.applications.printed import cards, tag
from brand_kits.manual.applications.scene import Scene
from brand_kits.manual.tiles import TileLabel, panel, section_label
from compositor.document import GroupLayer, Layer, SolidPaint
from compositor.geometry import Box
from compositor.geometry.shapes import rectangle
from compositor.typography.fonts import FontSet

__all__ = ["APPLICATIONS", "Scene", "application_tile", "fitting_applications"]

APPLICATIONS: dict[str, tuple[str, Callable[[Scene], list[Layer]]]] = {
    "cards": ("名片 Business cards", cards),
    "tote": ("帆布袋 Tote bag", tote),
    "cup": ("外带杯 Paper cups", cup),
    "sign": ("门头 Shop front", sign),
    "app": ("应用图标 App icon", app),
    "pouch": ("包装 Packaging", pouch),
    "tag": ("吊牌 Swing tag", tag),
}
"""Name → (label, function)."""


def fitting_applications(industry: str) -> tuple[str, str]:
    """Return the two applications that suit a trade."""
    table = _trades()
    for row in table["rows"]:
        if industry in row["industries"]:
            return row["applications"][0], row["applications"][1]
    return table["default"][0], table["default"][1]


def application_tile(
    kit: BrandKit, name: str, box: Box, ground: SolidPaint, fonts: FontSet, prefix: str
) -> list[Layer]:
    """Return a tile that shows one application."""
    label, build = APPLICATIONS[name]
    inside = GroupLayer(
        id=f"{prefix}scene",
        name=label,
        role="visual",
        clip=rectangle(box),
        children=tuple(build(Scene(kit, box, fonts, prefix, ground))),
    )
    return [
        panel(f"{prefix}tile", box, ground),
        inside,
        section_label(TileLabel(f"{prefix}label", label, box, ground), kit, fonts),
    ]


@cache
def _trades() -> dict[str, Any]:
    text = FilePath(__file__).with_name("trades.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
