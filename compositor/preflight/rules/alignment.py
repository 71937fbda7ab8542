"""Near misses: edges, axes and baselines that almost line up.

A difference counts only when both the set lines and the ink miss: optical alignment moves
one of them on purpose, side bearings move the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from compositor.geometry import Box
from compositor.layout.bounds import item_bounds
from compositor.layout.frame import FrameGroup, FrameText, walk_items
from compositor.preflight.finding import Finding
from compositor.preflight.measured import Fault, MeasuredPage
from compositor.preflight.mending.remedy import Align
from compositor.preflight.placed import PlacedText

__all__ = ["alignment"]

Edge = Literal["left", "center", "right"]

_SOURCE = "quality_gates of the design rules: alignment"
_FROM_PX, _TO_PX = 1.0, 6.0
"""Near misses on a page seen 1080 px wide; less is not seen, more is another edge."""
_TOUCH_PX = 0.75


@dataclass(frozen=True)
class _Block:
    """Something with edges: a text, or the button or lockup around one."""

    id: str
    edge: Edge
    set_box: Box
    ink: Box
    text: PlacedText

    def at(self, box: Box) -> float:
        return {"left": box.x, "center": box.center.x, "right": box.right}[self.edge]


def alignment(page: MeasuredPage) -> Iterator[Finding]:
    """Yield pairs of blocks whose shared edge, axis or baseline is missed by a little."""
    if page.is_sheet:
        return
    unit = max(1.0, page.frame.size.shorter / 1080)
    low, high = _FROM_PX * unit, _TO_PX * unit
    blocks = list(_blocks(page))
    told: set[str] = set()
    for one, two in combinations(blocks, 2):
        if one.edge != two.edge or two.id in told:
            continue
        set_off = one.at(one.set_box) - two.at(two.set_box)
        ink_off = one.at(one.ink) - two.at(two.ink)
        if low < abs(set_off) <= high and low < abs(ink_off) <= high:
            told.add(two.id)
            yield _missed(page, one, two, set_off, ink_off, low)
    yield from _baselines(page, low, high)


def _missed(
    page: MeasuredPage, one: _Block, two: _Block, set_off: float, ink_off: float, low: float
) -> Finding:
    return page.finding(
        Fault(
            "alignment",
            "soft",
            f"its {two.edge} {'axis' if two.edge == 'center' else 'edge'} misses that of "
            f"{one.id!r} by {abs(set_off):.1f} px; line them up or set them clearly apart",
            min(abs(set_off), abs(ink_off)),
            low,
            _SOURCE,
            Align(layer=two.text.item.id, to=one.text.item.id, edge=two.edge, dx=set_off),
        ),
        two.text,
    )


def _blocks(page: MeasuredPage) -> Iterator[_Block]:
    groups = _groups(page)
    for text in page.texts:
        role = text.item.role
        layer = page.layers.get(text.item.id)
        if role == "label" or layer is None or not text.is_upright or text.is_vertical:
            continue
        around = groups.get(text.item.id)
        if around is not None:
            # A button or lockup stands by its shape, whichever side it is nearer to.
            edge = _side(page, around, text)
            yield _Block(text.item.id, edge, around, around, text)
        elif layer.align != "justify":
            set_box = text.transform.apply_box(text.item.block.box)
            yield _Block(text.item.id, layer.align, set_box, text.ink, text)


def _groups(page: MeasuredPage) -> dict[str, Box]:
    """The bounds of the button or lockup around each text that has one."""
    found: dict[str, Box] = {}
    for item, transform in walk_items(page.frame.items):
        if isinstance(item, FrameGroup) and item.role in ("cta", "logo"):
            bounds = item_bounds(item, transform)
            for inner, _ in walk_items(item.children):
                if isinstance(inner, FrameText):
                    found[inner.id] = bounds
    return found


def _side(page: MeasuredPage, box: Box, text: PlacedText) -> Edge:
    """Which edge of a button lines up with other text: the one most nearly shared."""
    others = [other for other in page.texts if other is not text and other.is_upright]
    best: tuple[float, Edge] = (float("inf"), "left")
    for other in others:
        layer = page.layers.get(other.item.id)
        if layer is None or layer.align == "justify":
            continue
        block = _Block("", layer.align, other.ink, other.ink, other)
        best = min(best, (abs(block.at(other.ink) - block.at(box)), layer.align))
    return best[1]


def _baselines(page: MeasuredPage, low: float, high: float) -> Iterator[Finding]:
    """Single lines side by side whose baselines almost agree."""
    singles = [
        text
        for text in page.copy
        if len(text.item.block.lines) == 1
        and text.is_upright
        and not text.is_vertical
        and text.item.role not in ("cta", "label")
    ]
    for one, two in combinations(singles, 2):
        apart = max(two.ink.x - one.ink.right, one.ink.x - two.ink.right)
        ratio = max(one.size_px, two.size_px) / min(one.size_px, two.size_px)
        if apart < 0 or ratio > 2.0:
            continue
        off = _baseline(one) - _baseline(two)
        middle = one.ink.center.y - two.ink.center.y
        tops = one.ink.y - two.ink.y
        if low < abs(off) <= high and abs(middle) > low and abs(tops) > _TOUCH_PX:
            yield page.finding(
                Fault(
                    "baseline",
                    "soft",
                    f"its baseline misses that of {one.item.id!r} beside it by "
                    f"{abs(off):.1f} px",
                    abs(off),
                    low,
                    _SOURCE,
                    Align(layer=two.item.id, to=one.item.id, edge="baseline", dy=off),
                ),
                two,
            )


def _baseline(text: PlacedText) -> float:
    line = text.item.block.lines[0]
    return text.transform.apply((line.box.x, line.baseline_px)).y
