"""Lockups: mark and live wordmark joined by one set of proportions.

Source of the ratios: design rules, logo commons (mark to cap height, gaps, Chinese to Latin).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from brand_kits.kit import BrandKit
from brand_kits.name_block import NameBlock, build_name
from brand_kits.recolor import LogoInks, repainted
from brand_kits.wordmark import WordmarkSetting
from compositor.document import GroupLayer, Layer, VectorLayer
from compositor.geometry import Affine, Box
from compositor.geometry.boolean import outline_stroke
from compositor.typography.fonts import FontSet

__all__ = [
    "Arrangement",
    "Lockup",
    "build_lockup",
    "mark_ink",
    "natural_arrangement",
    "placed_mark",
]

Arrangement = Literal["horizontal", "stacked", "mark_only", "wordmark_only", "badge"]

_MARK_OVER_CAP = {"horizontal": 1.8, "stacked": 2.6, "badge": 4.6}


class Lockup(NamedTuple):
    """A finished lockup.

    Attributes:
        layer: With its ink's top left at the origin of its parent, before any move.
        ink: Around mark and text, px.
        mark_px: Height of the mark's ink.
        cap_px: Cap height (or em, for Chinese) of the name; 0 without one.
        clear_px: Free space every side needs.
    """

    layer: GroupLayer
    ink: Box
    mark_px: float
    cap_px: float
    clear_px: float

    def moved(self, dx: float, dy: float) -> Lockup:
        """Return the lockup displaced."""
        layer = self.layer.model_copy(
            update={"transform": self.layer.transform.then(Affine.translation(dx, dy))}
        )
        return self._replace(layer=layer, ink=self.ink.moved(dx, dy))


def natural_arrangement(kit: BrandKit, aspect: float) -> Arrangement:
    """Return the arrangement that fits the brand and a page's width to height."""
    if not kit.has_name:
        return "mark_only"
    if kit.rings_name:
        return "badge"
    return "stacked" if aspect < 1.05 else "horizontal"


def mark_ink(kit: BrandKit) -> Box:
    """Return the box of the mark's ink, in the units of its own box."""
    found: Box | None = None
    for layer in kit.mark.children:
        if not isinstance(layer, VectorLayer):
            continue
        for shape in layer.shapes:
            path = shape.path
            if shape.stroke is not None:
                path = outline_stroke(
                    path, shape.stroke.width, cap=shape.stroke.cap, join=shape.stroke.join
                )
            found = path.bounds if found is None else found.union(path.bounds)
    return found or Box(0, 0, kit.mark_side, kit.mark_side)


def placed_mark(kit: BrandKit, inks: LogoInks, target: Box, prefix: str) -> GroupLayer:
    """Return the mark with its ink fitted into a box and centered there."""
    layer = repainted(kit.mark, inks, prefix, spark_is_hole=kit.spark_is_hole)
    return layer.model_copy(update={"transform": Affine.fitting(mark_ink(kit), target)})


def build_lockup(
    kit: BrandKit,
    arrangement: Arrangement,
    inks: LogoInks,
    room: tuple[float, float],
    fonts: FontSet,
    *,
    prefix: str,
    with_tagline: bool = True,
) -> Lockup:
    """Return the largest lockup that fits a room of (width, height) px.

    Text is set at its real size, never scaled, so sizes read true in any editor.
    """
    trial = _built(kit, arrangement, inks, 200.0, fonts, prefix, with_tagline=with_tagline)
    scale = min(room[0] / trial.ink.width, room[1] / trial.ink.height)
    found = _built(
        kit, arrangement, inks, 200.0 * scale, fonts, prefix, with_tagline=with_tagline
    )
    return found.moved(-found.ink.x, -found.ink.y)


def _built(
    kit: BrandKit,
    arrangement: Arrangement,
    inks: LogoInks,
    mark_px: float,
    fonts: FontSet,
    prefix: str,
    *,
    with_tagline: bool,
) -> Lockup:
    ink = mark_ink(kit)
    wide = mark_px * ink.width / ink.height
    # A flat mark counts by its width too, or it would outgrow its name.
    if wide > mark_px * 1.45:
        wide, mark_px = mark_px * 1.45, mark_px * 1.45 * ink.height / ink.width
    side = max(wide, mark_px)
    ratio = _MARK_OVER_CAP.get(arrangement, 1.8)
    if kit.is_detailed and arrangement != "badge":
        ratio *= 1.35
    ratio /= kit.lockup.name_size
    cap = side / ratio
    name: NameBlock | None = None
    if kit.has_name and arrangement != "mark_only":
        setting = WordmarkSetting(
            kit=kit,
            inks=inks,
            cap_px=cap,
            mark_over_cap=ratio,
            is_centered=arrangement in ("stacked", "badge"),
            with_tagline=with_tagline and kit.lockup.has_tagline,
            prefix=prefix,
        )
        name = build_name(setting, fonts)
    mark = placed_mark(kit, inks, Box(0, 0, wide, mark_px), prefix)
    around = Box(0, 0, wide, mark_px)
    children: tuple[Layer, ...] = (mark,)
    clear = max(cap * kit.rules.clear_of_cap, mark_px * kit.rules.clear_of_mark)
    if name is None:
        cap = 0.0
        clear = mark_px * kit.rules.clear_of_mark
    elif arrangement == "wordmark_only":
        children, around, mark_px = name.layers, name.ink, 0.0
        clear = cap * kit.rules.clear_of_cap
    else:
        # Where the eye sees the middle of the mark: half way to its center of gravity.
        middle = _eye_center(kit, Box(0, 0, wide, mark_px))
        if arrangement == "horizontal":
            gap = (0.27 if kit.is_detailed else 0.36) * side * kit.lockup.gap
            across = -gap - name.ink.right if kit.lockup.name_first else wide + gap - name.ink.x
            dx, dy = across, middle[1] - name.middle_y
        else:
            gap = (0.24 if arrangement == "badge" else 0.3) * side * kit.lockup.gap
            down = (
                -gap - name.ink.bottom if kit.lockup.name_first else mark_px + gap - name.ink.y
            )
            dx, dy = middle[0] - name.ink.center.x, down
        name = name.moved(dx, dy)
        children = (mark, *name.layers)
        around = around.union(name.ink)
    layer = GroupLayer(
        id=f"{prefix}lockup", name=f"Logo · {arrangement}", role="logo", children=children
    )
    return Lockup(layer, around, mark_px, cap, clear)


def _eye_center(kit: BrandKit, placed: Box) -> tuple[float, float]:
    """The optical center of the mark, fitted into a box: between its box's and its weight's."""
    total = sx = sy = 0.0
    for layer in kit.mark.children:
        if not isinstance(layer, VectorLayer):
            continue
        for shape in layer.shapes:
            box = shape.path.bounds
            share = max(box.area, 1e-6) if shape.fill else max(box.width, box.height) * 4
            total += share
            sx += share * box.center.x
            sy += share * box.center.y
    ink = mark_ink(kit)
    if total <= 0:
        return placed.center
    scale = placed.width / ink.width
    at = ((sx / total - ink.x) * scale, (sy / total - ink.y) * scale)
    most = 0.03 * max(placed.width, placed.height)
    dx = max(-most, min(most, (at[0] - placed.width / 2) / 2))
    dy = max(-most, min(most, (at[1] - placed.height / 2) / 2))
    return placed.center.x + dx, placed.center.y + dy
