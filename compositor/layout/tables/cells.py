"""Lists as fields: cells of a grid, vertical columns, stations along a line."""

from __future__ import annotations

from typing import Final

from compositor.document import Layer, Shape, SolidPaint, Stroke, TextLayer
from compositor.geometry import Box
from compositor.geometry.shapes import circle, rounded_rectangle
from compositor.layout.rows import Listing, Part
from compositor.layout.tables.hand import Drawn, Hand, grid_of, row_group
from compositor.layout.tables.lists import keyed

__all__ = ["cells", "columns", "stations", "tiles"]

_CELL_ASPECT: Final = 1.3
_GUTTER: Final = 0.016
_PAD: Final = 0.1
"""Of a cell, in parts of its shorter side."""
_KEY_TO_NAME: Final = 1.25


def cells(listing: Listing, box: Box, hand: Hand) -> Drawn | None:
    """Filled cells in a checkerboard, a large figure in each, its name above."""
    return _grid(listing, box, hand, is_filled=True)


def tiles(listing: Listing, box: Box, hand: Hand) -> Drawn | None:
    """Large figures over their names in a grid without fields, a rule over each."""
    return _grid(listing, box, hand, is_filled=False)


def _grid(listing: Listing, box: Box, hand: Hand, *, is_filled: bool) -> Drawn | None:
    rows = listing.rows
    _, down = grid_of(len(rows), box.width, box.height, _CELL_ASPECT)
    gutter = _GUTTER * hand.unit_px * (1.0 if is_filled else 2.2)
    height = (box.height - (down - 1) * gutter) / down
    places: list[Box] = []
    for line_no in range(down):
        across = len(rows) // down + (1 if line_no >= down - len(rows) % down else 0)
        width = (box.width - (across - 1) * gutter) / across
        y = box.y + line_no * (height + gutter)
        places += [Box(box.x + i * (width + gutter), y, width, height) for i in range(across)]
    pad = _PAD * min(height, *(at.width for at in places))
    rooms = [at.inset(pad if is_filled else 0.0, pad) for at in places]
    split = [keyed(row) for row in rows]
    key_px = hand.largest(
        min(hand.most_figure_px, 0.44 * height),
        [
            (hand.width_em(key), room.width)
            for (key, _, _), room in zip(split, rooms, strict=True)
            if key is not None
        ],
    )
    width = min(room.width for room in rooms)
    has_keys = any(key for key, _, _ in split)
    names = [name for _, name, _ in split if name is not None]
    rests = [rest for _, _, rest in split if rest is not None]
    most = hand.most_name_px
    if has_keys:
        most = min(most, key_px / _KEY_TO_NAME)
    if rests:
        widest = max(hand.width_em(key) for key, _, _ in split if key is not None)
        most = min(most, (width - widest * key_px) / (hand.widest(rests) + 0.5))
    free = rooms[0].height - (1.15 * key_px if has_keys else 0.0)
    one = hand.wrapped(names, min(most, free / 1.4), width, 1)
    two = hand.wrapped(names, min(most, free / 2.8), width, 2)
    size = max(one or 0.0, two or 0.0)
    if size < hand.smallest_px or key_px < hand.smallest_px:
        return None
    layers: list[Layer] = []
    across = max(1, len(rows) // down)
    for index, (row, at, room, parts) in enumerate(
        zip(rows, places, rooms, split, strict=True)
    ):
        is_dark = is_filled and (index % across + index // across) % 2 == 0
        fill = hand.palette.paint("primary" if is_dark else "surface")
        ink = hand.ink_on(fill) if is_filled else hand.setter.inks.text
        radius = 0.05 * hand.setter.theme.params.radius * hand.unit_px
        if is_filled:
            shape = Shape(path=rounded_rectangle(at, radius), fill=fill)
        else:
            shape = hand.rule(at.x, at.y, at.right, at.y, bold=2.4)
        under = hand.drawing(f"cell-{index + 1}", [shape])
        if is_filled:
            placed = _in_cell(hand, index, parts, room, (key_px, size), ink)
        else:
            placed = _in_tile(hand, index, parts, room, (key_px, size))
        layers.append(row_group(hand, index, row, placed, under))
    return Drawn(tuple(layers), box)


def _in_cell(
    hand: Hand,
    index: int,
    parts: tuple[Part | None, Part | None, Part | None],
    room: Box,
    sizes: tuple[float, float],
    paint: SolidPaint,
) -> dict[Part, TextLayer]:
    key, name, rest = parts
    key_px, size = sizes
    placed: dict[Part, TextLayer] = {}
    if name is not None:
        placed[name] = hand.wrapping(index, name, size, room, paint=paint)
    if key is not None:
        placed[key] = hand.part(index, key, key_px, room, paint=paint,
            baseline=room.bottom - 0.04 * key_px,
        )  # fmt: skip
    if rest is not None:
        placed[rest] = hand.part(index, rest, size, room, align="right", paint=paint,
            baseline=room.bottom - 0.04 * key_px,
        )  # fmt: skip
    return placed


def _in_tile(
    hand: Hand,
    index: int,
    parts: tuple[Part | None, Part | None, Part | None],
    room: Box,
    sizes: tuple[float, float],
) -> dict[Part, TextLayer]:
    key, name, rest = parts
    key_px, size = sizes
    placed: dict[Part, TextLayer] = {}
    base = room.y + (0.86 * key_px if key is not None else 0.0)
    if key is not None:
        placed[key] = hand.part(index, key, key_px, room, baseline=base)
    if rest is not None:
        placed[rest] = hand.part(index, rest, size, room, align="right", baseline=base)
    if name is not None:
        below = room._replace(y=base + 0.55 * size)
        placed[name] = hand.wrapping(index, name, size, below)
    return placed


def columns(listing: Listing, box: Box, hand: Hand) -> Drawn | None:
    """Chinese names in columns from right to left, their figures level below."""
    rows = listing.rows
    pitch = min(box.width / len(rows), 0.2 * hand.unit_px)
    start = box.center.x + pitch * len(rows) / 2
    split = [keyed(row) for row in rows]
    keys = [key for key, _, _ in split]
    key_px = hand.largest(
        min(0.5 * pitch, hand.most_name_px), [(hand.widest(keys), 0.86 * pitch)]
    )
    longest = max(len(name.text) for _, name, _ in split if name is not None)
    room = box.height - (2.4 * key_px if any(keys) else 0.0)
    size = min(hand.most_name_px * 1.25, 0.5 * pitch, room / (longest * 1.14))
    if min(size, key_px) < hand.smallest_px:
        return None
    layers: list[Layer] = []
    shapes: list[Shape] = []
    height = min(box.height, longest * 2.0 * size + 3.0 * key_px)
    for index, (row, (key, name, rest)) in enumerate(zip(rows, split, strict=True)):
        at = Box(start - (index + 1) * pitch, box.y, pitch, height)
        placed: dict[Part, TextLayer] = {}
        if name is not None:
            placed[name] = _column(hand, index, name, size, at)
        foot = Box(at.x, at.bottom - 1.5 * key_px, pitch, 1.5 * key_px)
        for part in (key, rest):
            if part is not None:
                placed[part] = hand.part(index, part, key_px, foot,
                    align="center",
                )  # fmt: skip
                foot = foot.moved(0, -1.4 * key_px)
        layers.append(row_group(hand, index, row, placed))
        if index:
            shapes.append(hand.rule(at.right, at.y, at.right, at.bottom))
    used = Box(start - pitch * len(rows), box.y, pitch * len(rows), height)
    return Drawn((*hand.drawing("rules", shapes), *layers), used)


def _column(hand: Hand, index: int, name: Part, size: float, at: Box) -> TextLayer:
    """Return a name in a column, centered in it."""
    tall = Box(at.x, at.y, at.width, at.height)
    made = hand.setter.layer("subhead", name.text, size, tall, writing="vertical-rl")
    width = hand.block(made.model_copy(update={"box": tall})).box.width
    box = Box(at.center.x - width / 2 - 1, at.y, width + 2, at.height)
    changes = {
        "id": f"{hand.setter.prefix}row-{index + 1}-name",
        "name": "name",
        "role": "body",
        "box": box,
        "balance": False,
    }
    return made.model_copy(update=changes)


def stations(listing: Listing, box: Box, hand: Hand) -> Drawn | None:
    """Dots along a line, the key before it and the name after; lying where the box lies.

    Where every row has an amount, the area of its dot is in proportion to it.
    """
    if box.width > 1.7 * box.height and len(listing.rows) <= 7:
        return _lying(listing, box, hand)
    rows = listing.rows
    pitch = min(box.height / len(rows), 0.2 * hand.unit_px)
    split = [keyed(row) for row in rows]
    keys, names, rests = zip(*split, strict=True)
    radii = _radii(listing, 0.3 * min(pitch, 0.14 * hand.unit_px), 0.011 * hand.unit_px)
    key_em, rest_em = hand.widest(keys), hand.widest(rests)
    key_px = hand.largest(min(hand.most_figure_px, 0.4 * pitch), [(key_em, 0.3 * box.width)])
    at_x = box.x + key_em * key_px + 0.5 * key_px + max(radii)
    left = at_x + max(radii) + 0.6 * key_px
    room = box.right - left
    name_em = hand.widest(names) + (rest_em + 0.8 if rest_em else 0.0)
    most = min(hand.most_name_px, 0.36 * pitch, key_px)
    size = hand.largest(most, [(name_em, room)])
    if size < hand.smallest_px and not rest_em:
        size = hand.wrapped([n for n in names if n], most, room, 2) or 0.0
    if min(size, key_px) < hand.smallest_px:
        return None
    middle = [box.y + (index + 0.5) * pitch for index in range(len(rows))]
    shapes = [hand.rule(at_x, middle[0], at_x, middle[-1], bold=1.6)]
    layers: list[Layer] = []
    most_index = radii.index(max(radii))
    for index, (row, (key, name, rest)) in enumerate(zip(rows, split, strict=True)):
        at = Box(box.x, box.y + index * pitch, box.width, pitch)
        shapes += _dot(hand, at_x, middle[index], radii[index], is_loud=index == most_index)
        placed: dict[Part, TextLayer] = {}
        baseline = at.center.y + 0.36 * key_px
        if key is not None:
            before = at._replace(width=key_em * key_px + 1)
            placed[key] = hand.part(index, key, key_px, before,
                align="right", baseline=baseline,
            )  # fmt: skip
        beside = Box(left, at.y, room, pitch)
        if name is not None:
            placed[name] = hand.part(index, name, size, beside,
                baseline=baseline if size > 0.7 * key_px else None,
            )  # fmt: skip
        if rest is not None:
            placed[rest] = hand.part(index, rest, size, beside,
                align="right", baseline=baseline if size > 0.7 * key_px else None,
            )  # fmt: skip
        layers.append(row_group(hand, index, row, placed))
    used = Box(box.x, box.y, box.width, pitch * len(rows))
    return Drawn((*hand.drawing("line", shapes), *layers), used)


def _lying(listing: Listing, box: Box, hand: Hand) -> Drawn | None:
    rows = listing.rows
    split = [keyed(row) for row in rows]
    pitch = box.width / len(rows)
    room = 0.86 * pitch
    keys, names, rests = zip(*split, strict=True)
    key_px = hand.largest(
        min(hand.most_figure_px, 0.3 * box.height), [(hand.widest(keys), room)]
    )
    most = min(hand.most_name_px, 0.16 * box.height, key_px)
    size = hand.wrapped([n for n in names if n], most, room, 3)
    if size is None or key_px < hand.smallest_px:
        return None
    radii = _radii(listing, 0.09 * box.height, 0.012 * hand.unit_px)
    has_rest = any(rests)
    tall = 1.3 * key_px + 2 * max(radii) + 0.9 * size + 3 * 1.4 * size + has_rest * 1.5 * size
    top = box.y + max(0.0, (box.height - tall) / 2)
    y = top + 1.3 * key_px + max(radii)
    shapes = [hand.rule(box.x, y, box.right, y, bold=1.6)]
    layers: list[Layer] = []
    loud = radii.index(max(radii))
    for index, (row, (key, name, rest)) in enumerate(zip(rows, split, strict=True)):
        x = box.x + index * pitch
        shapes += _dot(hand, x + max(radii), y, radii[index], is_loud=index == loud)
        placed: dict[Part, TextLayer] = {}
        if key is not None:
            placed[key] = hand.part(index, key, key_px,
                Box(x, top, room, key_px),
                baseline=y - max(radii) - 0.35 * key_px,
            )  # fmt: skip
        below = y + max(radii) + 0.9 * size
        if rest is not None:
            at = Box(x, below, room, 1.2 * size)
            placed[rest] = hand.wrapping(index, rest, size, at)
            below += 1.5 * size
        if name is not None:
            at = Box(x, below, room, 1.2 * size)
            placed[name] = hand.wrapping(index, name, size, at)
        layers.append(row_group(hand, index, row, placed))
    return Drawn((*hand.drawing("line", shapes), *layers), Box(box.x, top, box.width, tall))


def _radii(listing: Listing, most: float, plain: float) -> list[float]:
    if not listing.is_measured:
        return [plain for _ in listing.rows]
    values = [row.value or 0.0 for row in listing.rows]
    return [most * (value / max(values)) ** 0.5 for value in values]


def _dot(hand: Hand, x: float, y: float, radius: float, *, is_loud: bool) -> list[Shape]:
    paint = hand.palette.paint("accent" if is_loud else "primary")
    edge = Stroke(paint=hand.setter.inks.ground, width=2.5 * hand.stroke_px)
    return [Shape(path=circle(x, y, radius), fill=paint, stroke=edge)]
