"""Lists as rows: a ledger with leaders, an agenda with large keys, a plaque."""

from __future__ import annotations

import math
from typing import Final

from compositor.document import Layer, Shape
from compositor.geometry import Box
from compositor.geometry.shapes import rectangle
from compositor.layout.rows import Listing, Part, Row
from compositor.layout.tables.hand import Drawn, Hand, dots, row_group

__all__ = ["agenda", "keyed", "ledger", "plaque"]

_FIGURE: Final = 1.1
"""Size of amounts beside their names: one level to the eye."""
_LEADER_EM: Final = 1.8
"""Least room for the leader of a row."""
_TWO_COLUMNS: Final = 1.3
"""How much larger the words must come out for a ledger to be parted in two columns."""
_MOST_PITCH: Final = 3.5
"""From row to row, in parts of the size."""
_KEY_SHARE: Final = 0.4
"""Most of the width that keys take."""
_AIR_EM: Final = 0.9


def keyed(row: Row) -> tuple[Part | None, Part | None, Part | None]:
    """Return what leads a row: its time, or else its figure; its name; a second figure."""
    figures = [part for part in row.parts if part.kind != "name"]
    key = row.figure("time") or (figures[0] if figures else None)
    rest = next((part for part in figures if part is not key), None)
    return key, row.name, rest


def ledger(listing: Listing, box: Box, hand: Hand) -> Drawn | None:
    """Names at the left, amounts at the right, leaders between; two columns for many."""
    rows = listing.rows
    gap = 0.07 * box.width
    halves = [_ends(row) for row in rows]
    needed = max(
        sum(hand.width_em(part) for part in left)
        + 0.5 * (len(left) - 1)
        + (_FIGURE * hand.width_em(right) + _LEADER_EM if right else 0.0)
        for left, right in halves
    )

    def size_in(count: int) -> float:
        pitch = box.height / math.ceil(len(rows) / count)
        width = (box.width - (count - 1) * gap) / count
        return hand.largest(min(hand.most_name_px, 0.5 * pitch), [(needed, width)])

    count = 2 if size_in(2) > _TWO_COLUMNS * size_in(1) and len(rows) > 2 else 1
    size = size_in(count)
    if size < hand.smallest_px:
        return None
    per_column = math.ceil(len(rows) / count)
    width = (box.width - (count - 1) * gap) / count
    pitch = box.height / per_column
    pitch = min(pitch, _MOST_PITCH * size)
    layers: list[Layer] = []
    shapes: list[Shape] = []
    for index, (row, (left, right)) in enumerate(zip(rows, halves, strict=True)):
        column, place = divmod(index, per_column)
        x = box.x + column * (width + gap)
        at = Box(x, box.y + place * pitch, width, pitch)
        baseline = at.center.y + 0.36 * size
        placed = {}
        start = x
        for part in left:
            room = Box(start, at.y, at.right - start, pitch)
            placed[part] = hand.part(index, part, size, room, baseline=baseline)
            start += (hand.width_em(part) + 0.5) * size
        if right is not None:
            placed[right] = hand.part(index, right, _FIGURE * size, at, align="right",
                baseline=baseline,
            )  # fmt: skip
            ends = hand.block(placed[right]).box.x - 0.4 * size
            step = 0.34 * size
            path = dots(start - 0.1 * size, ends, baseline - 0.06 * size, step, 0.045 * size)
            if path.segments:
                shapes.append(Shape(path=path, fill=hand.setter.inks.text))
        layers.append(row_group(hand, index, row, placed))
    used = Box(box.x, box.y, box.width, pitch * per_column)
    return Drawn((*hand.drawing("leaders", shapes), *layers), used)


def _ends(row: Row) -> tuple[list[Part], Part | None]:
    """Return what stands at the left of a ledger's row, and what at the right."""
    figures = [part for part in row.parts if part.kind != "name"]
    right = figures[-1] if figures else None
    return [part for part in row.parts if part is not right], right


def agenda(listing: Listing, box: Box, hand: Hand) -> Drawn | None:
    """Large keys in a column of their own, names beside them, a rule over every row."""
    rows = listing.rows
    pitch = min(box.height / len(rows), 0.24 * hand.unit_px)
    split = [keyed(row) for row in rows]
    keys, names, rests = zip(*split, strict=True)
    key_em = hand.widest(keys)
    key_px = hand.largest(
        min(hand.most_figure_px, 0.6 * pitch), [(key_em, _KEY_SHARE * box.width)]
    )
    column = key_em * key_px + (0.45 * key_px if key_em else 0.0)
    rest_em = hand.widest(rests)
    room = box.width - column
    name_em = hand.widest(names) + (rest_em + _AIR_EM if rest_em else 0.0)
    most = min(hand.most_name_px, 0.34 * pitch if key_em else 0.46 * pitch)
    size = hand.largest(most, [(name_em, room)])
    lines = 1
    if size < 0.75 * most and not rest_em:
        found = hand.wrapped([n for n in names if n], min(most, 0.27 * pitch), room, 2)
        if found is not None and found > 1.15 * size:
            size, lines = found, 2
    if min(size, key_px) < hand.smallest_px:
        return None
    layers: list[Layer] = []
    shapes: list[Shape] = []
    for index, (row, (key, name, rest)) in enumerate(zip(rows, split, strict=True)):
        at = Box(box.x, box.y + index * pitch, box.width, pitch)
        shapes.append(hand.rule(at.x, at.y, at.right, at.y, bold=2.4 if index == 0 else 1.0))
        placed = {}
        if key is not None:
            placed[key] = hand.part(index, key, key_px, at)
        if name is not None:
            beside = Box(at.x + column, at.y, room, pitch)
            if lines == 1 and key is not None and key_px < 2 * size:
                base = at.center.y + 0.36 * key_px
                placed[name] = hand.part(index, name, size, beside, baseline=base)
            elif lines == 1:
                placed[name] = hand.part(index, name, size, beside)
            else:
                wrapped = hand.wrapping(index, name, size, beside)
                placed[name] = hand.stood(wrapped, beside)
        if rest is not None:
            placed[rest] = hand.part(
                index,
                rest,
                size,
                at,
                align="right",
            )
        layers.append(row_group(hand, index, row, placed))
    bottom = box.y + pitch * len(rows)
    shapes.append(hand.rule(box.x, bottom, box.right, bottom))
    used = Box(box.x, box.y, box.width, bottom - box.y)
    return Drawn((*hand.drawing("rules", shapes), *layers), used)


def plaque(listing: Listing, box: Box, hand: Hand) -> Drawn | None:
    """Whole rows on the middle axis, a short bar between them, like a label."""
    rows = listing.rows
    needed = max(hand.row_em(row) for row in rows)
    pitch = min(box.height / len(rows), 0.17 * hand.unit_px)
    size = hand.largest(min(hand.most_name_px, 0.44 * pitch), [(needed, box.width)])
    if size < hand.smallest_px:
        return None
    layers: list[Layer] = []
    shapes: list[Shape] = []
    for index, row in enumerate(rows):
        at = Box(box.x, box.y + index * pitch, box.width, pitch)
        layers.append(hand.whole(index, row, size, at))
        if index:
            bar = Box(at.center.x - 0.6 * size, at.y - 0.5 * hand.stroke_px, 1.2 * size, 0)
            path = rectangle(bar._replace(height=1.4 * hand.stroke_px))
            shapes.append(Shape(path=path, fill=hand.palette.paint("accent")))
    used = Box(box.x, box.y, box.width, pitch * len(rows))
    return Drawn((*hand.drawing("bars", shapes), *layers), used)
