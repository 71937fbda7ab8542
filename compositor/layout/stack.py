"""Stacks: texts set one under another at the largest sizes that fit their box.

The headline gives way first, down to the archetype's smallest; then everything shrinks
together. What still does not fit stays overset, for preflight to report; nothing is cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from compositor.document import GroupLayer, Layer, Paint, Shape, TextLayer, VectorLayer
from compositor.geometry import Affine, Box, Point
from compositor.geometry.shapes import rounded_rectangle
from compositor.layout.archetypes import Stack
from compositor.layout.ease import Ease, eases
from compositor.layout.slot_text import Setter, SizeTable, gap_em, slot_size
from compositor.layout.snug import broke_word, snug
from compositor.typography.block import SetText
from compositor.typography.fonts import FontSet
from compositor.typography.set_text import set_text

__all__ = ["PlacedStack", "StackRules", "set_stack"]

_SHRINK = (1.0, 0.95, 0.9, 0.86, 0.82, 0.78)
_STEP = 0.955
_TALL = 100_000.0
_OPTICAL_MIDDLE = 0.36
"""Half the height of capitals and of Chinese characters over the baseline, em."""


@dataclass(frozen=True)
class StackRules:
    """What holds for every stack of a page.

    Attributes:
        unit_px: Sizes are parts of this.
        headline: Smallest and largest headline as parts of the unit.
        max_lines: Of the headline.
        sizes: The table of sizes.
        smallest_px: No text is set smaller.
        radius: 0 square to 1 pill, for buttons.
        button: Fill of buttons.
        display: Whether the headline takes the display face.
        brand_mark: The brand's mark as a layer in a box of that size, or None.
        keeps_phrases: The headline breaks between its phrases, if need be at a smaller size.
        is_leftward: The words run from right to left, so the mark stands on their right.
        inside: What hanging marks keep inside too, px of the page; None for no limit.
    """

    unit_px: float
    headline: tuple[float, float]
    max_lines: int
    sizes: SizeTable
    smallest_px: float
    radius: float
    button: Paint
    display: bool
    brand_mark: tuple[GroupLayer, float, float] | None = None
    keeps_phrases: bool = False
    is_leftward: bool = False
    inside: Box | None = None


@dataclass(frozen=True)
class PlacedStack:
    """The layers of a stack and the box they fill; `fits` is False when overset."""

    layers: tuple[Layer, ...]
    used: Box
    fits: bool


@dataclass(frozen=True)
class _Item:
    slot: str
    layer: TextLayer
    block: SetText
    size: float
    height: float
    top_px: float
    """From the layer box's top to where the item optically begins."""


def set_stack(
    stack: Stack,
    box: Box,
    copy: dict[str, str],
    setter: Setter,
    rules: StackRules,
    fonts: FontSet,
) -> PlacedStack:
    """Return the stack's layers, placed.

    Args:
        stack: Slots, alignment, anchor.
        box: Where it may go, px.
        copy: Text by slot; slots without text are skipped.
        setter: Makes text layers.
        rules: Sizes and shapes.
        fonts: Faces.
    """
    slots: list[str] = [slot for slot in stack.slots if copy.get(slot)]
    if not slots:
        return PlacedStack((), Box(box.x, box.y, 0, 0), fits=True)
    words = {slot: copy[slot] for slot in slots}
    work, best, fits = _largest_that_fits(stack, box, words, setter, rules, fonts)
    if stack.writing == "vertical-rl":
        layers, used = _place_columns(best, box)
    else:
        layers, used = work.place_rows(best)
    if stack.turn_deg:
        turn = Affine.rotation(stack.turn_deg, Point(box.x, box.bottom))
        group = GroupLayer(
            id=f"{setter.prefix}turned-{slots[0]}",
            name=slots[0],
            transform=turn,
            children=layers,
        )
        return PlacedStack((group,), turn.apply_box(used), fits)
    return PlacedStack(layers, used, fits)


def _largest_that_fits(
    stack: Stack,
    box: Box,
    words: dict[str, str],
    setter: Setter,
    rules: StackRules,
    fonts: FontSet,
) -> tuple[_Work, list[_Item], bool]:
    """Return the words at the largest sizes that fit, else the smallest; and which it is."""
    slots = list(words)
    attempts = _attempts(slots, rules)
    for ease in eases(words, rules.max_lines, keeps_phrases=rules.keeps_phrases):
        work = _Work(stack, box, setter, rules, fonts, ease)
        found = work.set_all(words, attempts[-1])
        if not work.fits(found):
            continue
        low, high = 0, len(attempts) - 1
        while low < high:
            # What fits at one size fits at every smaller one, but for rare breaks.
            middle = (low + high) // 2
            tried = work.set_all(words, attempts[middle])
            if work.fits(tried):
                high, found = middle, tried
            else:
                low = middle + 1
        return work, found, True
    return work, found, False


def _attempts(slots: list[str], rules: StackRules) -> list[tuple[float, float]]:
    low, high = rules.headline
    pairs: list[tuple[float, float]] = []
    if "headline" in slots:
        size = high
        while size > low:
            pairs.append((size, 1.0 if size > (low + high) / 2 else 0.94))
            size *= _STEP
    pairs += [(low * shrink, shrink) for shrink in _SHRINK]
    return pairs


@dataclass(frozen=True)
class _Work:
    """One stack being set."""

    stack: Stack
    box: Box
    setter: Setter
    rules: StackRules
    fonts: FontSet
    ease: Ease

    def set_all(self, words: dict[str, str], attempt: tuple[float, float]) -> list[_Item]:
        """Set every slot at one attempt's headline size and shrink."""
        return [self.set(slot, text, *attempt) for slot, text in words.items()]

    def set(self, slot: str, text: str, headline: float, shrink: float) -> _Item:
        """Set one slot at a headline size (part of the unit) and a shrink of the rest."""
        box, vertical = self.box, self.stack.writing == "vertical-rl"
        louder = shrink * self.stack.louder
        part = headline if slot == "headline" else slot_size(slot, self.rules.sizes) * louder
        size = max(part * self.rules.unit_px, self.rules.smallest_px)
        room = Box(box.x, box.y, box.width, _TALL)
        if slot == "cta":
            room = room._replace(width=box.width - 2 * self.ease.button_pad_em * size)
        if vertical:
            room = Box(box.right - _TALL, box.y, _TALL, box.height)
        layer = self.setter.layer(
            slot,
            text,
            size,
            room,
            align="left" if slot == "cta" or vertical else self.stack.align,
            writing=self.stack.writing,
            display=slot == "headline" and self.rules.display,
        )
        block = set_text(layer, self.fonts)
        if vertical:
            return _Item(slot, layer, block, size, block.box.width, 0.0)
        extent = block.ink if slot in ("headline", "price") and size >= 40 else block.box
        height = 2.5 * size if slot == "cta" else extent.height
        return _Item(slot, layer, block, size, height, extent.y - room.y)

    def fits(self, items: list[_Item]) -> bool:
        """Whether all items stand inside the box, unbroken and within their line limits."""
        vertical = self.stack.writing == "vertical-rl"
        box = self.box
        along, across = (box.width, box.height) if vertical else (box.height, box.width)
        if sum(item.height for item in items) + _gaps(items) > along + 0.5:
            return False
        for item in items:
            limit = self.ease.lines(item.slot) or len(item.block.lines)
            extent = item.block.box.height if vertical else item.block.box.width
            if len(item.block.lines) > limit or extent > across + 0.5:
                return False
            if item.block.overset or broke_word(item.block):
                return False
        return True

    def place_rows(self, items: list[_Item]) -> tuple[tuple[Layer, ...], Box]:
        """Put the items under one another, anchored as the stack says."""
        box = self.box
        total = sum(item.height for item in items) + _gaps(items)
        y = {
            "top": box.y,
            "middle": box.y + (box.height - total) / 2,
            "bottom": box.bottom - total,
        }[self.stack.anchor]
        placed: list[Layer] = []
        used = Box(box.x, y, 0, 0)
        for index, item in enumerate(items):
            if item.slot == "cta":
                layer, area = self._button(item, y)
            elif item.slot == "brand":
                layer, area = _brand(item, self.stack, box, y, self.rules, self.fonts)
            else:
                layer = self._inside(_row(item, y, self.fonts))
                area = Box(item.block.box.x, y, item.block.box.width, item.height)
            placed.append(layer)
            used = used.union(area)
            y += item.height
            if index + 1 < len(items):
                y += _gap(item, items[index + 1])
        return tuple(placed), used

    def _inside(self, layer: TextLayer) -> TextLayer:
        """Return the layer with its marks hanging only where they stay inside the margin."""
        inside = self.rules.inside
        if not layer.hanging:
            return layer
        ink = set_text(layer, self.fonts).ink
        is_turned = bool(self.stack.turn_deg)
        if not is_turned and (
            inside is None or (inside.x <= ink.x and ink.right <= inside.right)
        ):
            return layer
        plain = layer.model_copy(update={"hanging": False})
        return snug(plain, plain.box, self.fonts)

    def _button(self, item: _Item, y: float) -> tuple[Layer, Box]:
        """Return the button and the box it fills."""
        stack, box, rules, fonts = self.stack, self.box, self.rules, self.fonts
        pad = self.ease.button_pad_em * item.size
        text_width = item.block.box.width + 1
        width = text_width + 2 * pad
        x = {"left": box.x, "center": box.center.x - width / 2, "right": box.right - width}[
            stack.align
        ]
        area = Box(x, y, width, item.height)
        lines = item.block.lines
        baseline = (lines[0].baseline_px + lines[-1].baseline_px) / 2 - item.layer.box.y
        text_top = area.center.y + _OPTICAL_MIDDLE * item.size - baseline
        centered = item.layer.model_copy(update={"align": "center"})
        label = snug(centered, Box(x + pad, text_top, text_width, item.block.box.height), fonts)
        return (
            GroupLayer(
                id=item.layer.id + "-button",
                name="button",
                role="cta",
                children=(
                    VectorLayer(
                        id=item.layer.id + "-shape",
                        name="button shape",
                        role="decoration",
                        shapes=(
                            Shape(
                                path=rounded_rectangle(area, rules.radius * item.height / 2),
                                fill=rules.button,
                            ),
                        ),
                    ),
                    label,
                ),
            ),
            area,
        )


def _gap(before: _Item, after: _Item) -> float:
    small, large = sorted((before.size, after.size))
    gap = gap_em(before.slot) * min(small * 1.6, large)
    if large > 3 * small:
        gap += 0.25 * small
    # A button needs ground around it to be seen as one.
    return max(gap, 0.66 * after.size) if after.slot == "cta" else gap


def _gaps(items: list[_Item]) -> float:
    return sum(_gap(a, b) for a, b in pairwise(items))


def _row(item: _Item, y: float, fonts: FontSet) -> TextLayer:
    room = item.layer.box
    box = Box(room.x, y - item.top_px, room.width, item.block.box.height)
    return snug(item.layer, box, fonts)


def _brand(
    item: _Item, stack: Stack, box: Box, y: float, rules: StackRules, fonts: FontSet
) -> tuple[Layer, Box]:
    text_width = item.block.box.width + 1
    row = _row(item, y, fonts)
    if rules.brand_mark is None:
        return row, Box(item.block.box.x, y, text_width, item.height)
    mark, mark_width, mark_height = rules.brand_mark
    height = 1.75 * item.size
    width = height * mark_width / mark_height
    gap = 0.42 * item.size
    total = width + gap + text_width
    x = {"left": box.x, "center": box.center.x - total / 2, "right": box.right - total}[
        stack.align
    ]
    middle = y + item.height / 2
    scale = height / mark_height
    mark_x, text_x = x, x + width + gap
    if rules.is_leftward:
        mark_x, text_x = x + text_width + gap, x
    turn = Affine(scale, 0, 0, scale, mark_x, middle - height / 2)
    placed = mark.model_copy(update={"transform": turn, "role": "mark"})
    text = row.model_copy(
        update={
            "box": Box(text_x, row.box.y, text_width, row.box.height),
            "align": "right" if rules.is_leftward else "left",
        }
    )
    return (
        GroupLayer(
            id=item.layer.id + "-lockup", name="brand", role="logo", children=(placed, text)
        ),
        Box(x, middle - height / 2, total, height),
    )


def _place_columns(items: list[_Item], box: Box) -> tuple[tuple[Layer, ...], Box]:
    right = box.right
    placed: list[Layer] = []
    used = Box(box.right, box.y, 0, 0)
    for index, item in enumerate(items):
        area = Box(right - item.height, box.y, item.height, box.height)
        # A second title starts lower than the first: the step makes the two read as one.
        drop = 0.0 if index == 0 else min(box.height * 0.12, box.height - item.block.box.height)
        area = Box(
            area.x - 1, area.y + max(0.0, drop), area.width + 1, area.height - max(0.0, drop)
        )
        placed.append(item.layer.model_copy(update={"box": area}))
        used = used.union(area)
        right -= item.height
        if index + 1 < len(items):
            right -= _gap(item, items[index + 1])
    return tuple(placed), used
