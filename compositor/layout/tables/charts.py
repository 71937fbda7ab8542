"""Charts: bars, bands and rings from a list's own numbers, labelled where they are.

Bars begin at zero and bands fill the whole; one part is accented, the largest; nothing is
read off an axis or a key.
"""

from __future__ import annotations

from typing import Final

from compositor.document import Layer, Shape, SolidPaint, Stroke, TextLayer
from compositor.geometry import Box, Point
from compositor.geometry.shapes import arc, rectangle
from compositor.layout.rows import Listing, Part
from compositor.layout.tables.hand import Drawn, Hand, row_group
from compositor.layout.tables.lists import keyed

__all__ = ["bands", "bars", "posts", "ring"]

_BAR: Final = 0.42
"""Of the room for a row that its bar takes."""
_IN_BAND: Final = 0.66
"""Largest figure in a band, in parts of its depth."""
_RING: Final = 0.3
"""Width of a ring, in parts of its radius."""
_MOST_SECTORS: Final = 6
_TINTS: Final = (0.0, 0.3, 0.52, 0.68, 0.8, 0.88)
"""How far the parts of a whole go from the primary to the ground, the largest first."""


def _values(listing: Listing) -> list[float]:
    return [row.value or 0.0 for row in listing.rows]


def _figure(listing: Listing, index: int) -> Part:
    part = listing.rows[index].figure("share", "amount", "price")
    assert part is not None
    return part


def bars(listing: Listing, box: Box, hand: Hand) -> Drawn | None:
    """Lying bars from one zero line, the name over each and the figure at its end."""
    if not listing.is_measured:
        return None
    rows, values = listing.rows, _values(listing)
    pitch = min(box.height / len(rows), 0.29 * hand.unit_px)
    figures = [_figure(listing, index) for index in range(len(rows))]
    figure_em = hand.widest(figures)
    key_px = hand.largest(
        min(hand.most_figure_px, 0.42 * pitch), [(figure_em, 0.26 * box.width)]
    )
    full = box.width - figure_em * key_px - 0.4 * key_px
    labels = [
        sum(hand.width_em(p) + 0.4 for p in row.parts if p not in figures) for row in rows
    ]
    size = hand.largest(
        min(hand.most_name_px, 0.28 * pitch, key_px),
        [(max(labels), box.width)],
    )
    if min(size, key_px) < hand.smallest_px:
        return None
    shapes: list[Shape] = []
    layers: list[Layer] = []
    top = values.index(max(values))
    for index, row in enumerate(rows):
        at = Box(box.x, box.y + index * pitch, box.width, pitch)
        thick = _BAR * pitch
        bar = Box(box.x, at.bottom - thick - 0.08 * pitch, 0, thick)
        bar = bar._replace(width=max(2.0, full * values[index] / max(values)))
        paint = hand.palette.paint("accent" if index == top else "primary")
        shapes.append(Shape(path=rectangle(bar), fill=paint))
        shapes.append(hand.rule(bar.x, bar.y, bar.x, bar.bottom + 0.12 * thick, bold=2.0))
        placed: dict[Part, TextLayer] = {}
        x = at.x
        baseline = bar.y - 0.5 * size
        for part in row.parts:
            if part in figures:
                continue
            room = Box(x, at.y, at.right - x, size)
            placed[part] = hand.part(index, part, size, room, baseline=baseline)
            x += (hand.width_em(part) + 0.4) * size
        room = Box(bar.right + 0.3 * key_px, bar.y, box.right - bar.right, thick)
        part = figures[index]
        placed[part] = hand.part(index, part, key_px, room)
        layers.append(row_group(hand, index, row, placed))
    used = Box(box.x, box.y, box.width, pitch * len(rows))
    return Drawn((*hand.drawing("chart", shapes), *layers), used)


def posts(listing: Listing, box: Box, hand: Hand) -> Drawn | None:
    """Standing bars on one zero line, in the order of the list, the figure on each."""
    if not listing.is_measured or len(listing.rows) > 8:
        return None
    rows, values = listing.rows, _values(listing)
    pitch = box.width / len(rows)
    room = 0.92 * pitch
    figures = [_figure(listing, index) for index in range(len(rows))]
    key_px = hand.largest(
        min(hand.most_figure_px, 0.14 * box.height), [(hand.widest(figures), room)]
    )
    others = [
        [p for p in row.parts if p is not f] for row, f in zip(rows, figures, strict=True)
    ]
    times = [next((p for p in parts if p.kind == "time"), None) for parts in others]
    names = [next((p for p in parts if p.kind == "name"), None) for parts in others]
    size = hand.wrapped(
        [n for n in names if n], min(hand.most_name_px, 0.055 * box.height, key_px), room, 2
    )
    if size is None or key_px < hand.smallest_px:
        return None
    time_px = hand.largest(1.1 * size, [(hand.widest(times), room)])
    if any(times) and time_px < hand.smallest_px:
        return None
    foot = 2.9 * size + (1.6 * time_px if any(times) else 0.0)
    ground = box.bottom - foot
    full = box.height - foot - 1.5 * key_px
    if full < 0.3 * box.height:
        return None
    shapes: list[Shape] = []
    layers: list[Layer] = []
    top = values.index(max(values))
    for index, row in enumerate(rows):
        x = box.x + index * pitch
        height = full * values[index] / max(values)
        paint = hand.palette.paint("accent" if index == top else "primary")
        bar = Box(x, ground - height, 0.74 * pitch, height)
        shapes.append(Shape(path=rectangle(bar), fill=paint))
        placed: dict[Part, TextLayer] = {}
        at = Box(x, bar.y - 1.4 * key_px, room, key_px)
        part = figures[index]
        placed[part] = hand.part(index, part, key_px, at,
            baseline=bar.y - 0.28 * key_px,
        )  # fmt: skip
        y = ground + 0.5 * size
        time, name = times[index], names[index]
        if time is not None:
            at = Box(x, y, room, time_px)
            placed[time] = hand.wrapping(index, time, time_px, at)
            y += 1.6 * time_px
        if name is not None:
            at = Box(x, y, room, size)
            placed[name] = hand.wrapping(index, name, size, at)
        layers.append(row_group(hand, index, row, placed))
    shapes.append(hand.rule(box.x, ground, box.right, ground, bold=2.0))
    return Drawn((*hand.drawing("chart", shapes), *layers), box)


def _fills(listing: Listing, hand: Hand) -> list[SolidPaint]:
    """Return a paint for every part: the largest accented, the others from dark to pale."""
    values = _values(listing)
    order = sorted(range(len(values)), key=lambda i: (-values[i], i))
    found: dict[int, SolidPaint] = {}
    for rank, index in enumerate(order):
        paint = (
            hand.palette.paint("accent") if rank == 0 else hand.tint(_TINTS[min(rank - 1, 5)])
        )
        found[index] = paint
    return [found[index] for index in range(len(values))]


def bands(listing: Listing, box: Box, hand: Hand) -> Drawn | None:
    """The whole as a stack of bands, each as deep as its share, its words inside."""
    if not listing.is_whole:
        return None
    rows, values = listing.rows, _values(listing)
    total = sum(values)
    depths = [value / total * box.height for value in values]
    inset = 0.065 * hand.unit_px if box.x <= 1 else 0.045 * hand.unit_px
    room = box.width - 2 * inset
    split = [keyed(row) for row in rows]
    key_em = hand.widest(key for key, _, _ in split)
    name_em = hand.widest(name for _, name, _ in split)
    most = hand.largest(hand.most_figure_px, [(key_em + 0.6 * name_em + 1.0, room)])
    sizes = [min(most, _IN_BAND * depth) for depth in depths]
    if min(sizes) < hand.smallest_px:
        return None
    fills = _fills(listing, hand)
    layers: list[Layer] = []
    y = box.y
    for index, (row, (key, name, _)) in enumerate(zip(rows, split, strict=True)):
        at = Box(box.x, y, box.width, depths[index])
        ink = hand.ink_on(fills[index])
        under = hand.drawing(
            f"band-{index + 1}", [Shape(path=rectangle(at), fill=fills[index])]
        )
        key_px = sizes[index]
        size = max(hand.smallest_px, min(hand.most_name_px, 0.62 * key_px))
        base = at.y + 0.5 * (at.height + 0.72 * key_px)
        if at.height > 2.6 * key_px:
            base = at.y + 1.45 * key_px
        inside = at.inset(inset, 0)
        placed: dict[Part, TextLayer] = {}
        if key is not None:
            placed[key] = hand.part(index, key, key_px, inside, paint=ink, baseline=base)
        if name is not None:
            after = inside._replace(
                x=inside.x + (key_em + 0.4) * most, width=room - (key_em + 0.4) * most
            )
            placed[name] = hand.part(index, name, size, after, paint=ink, baseline=base)
        layers.append(row_group(hand, index, row, placed, under))
        y += at.height
    return Drawn(tuple(layers), box)


def ring(listing: Listing, box: Box, hand: Hand) -> Drawn | None:
    """The whole as a ring, the largest share inside, the others beside their sectors."""
    rows, values = listing.rows, _values(listing)
    if not listing.is_whole or not 2 <= len(rows) <= _MOST_SECTORS:
        return None
    top = values.index(max(values))
    radius = min(0.5 * box.height, 0.3 * box.width) * 0.94
    center = Point(box.x + radius, box.center.y)
    others = [index for index in range(len(rows)) if index != top]
    inside = _in_ring(listing, top, center, radius, hand)
    left = center.x + radius + 0.14 * box.width
    beside = Box(left, center.y - radius, box.right - left, 2 * radius)
    fills = _fills(listing, hand)
    listed = _beside_ring(listing, others, beside, hand, fills)
    if inside is None or listed is None:
        return None
    placed, swatches = listed
    shapes = _sectors([top, *others], values, fills, (center, radius))
    layers = [
        row_group(hand, index, row, inside if index == top else placed[index])
        for index, row in enumerate(rows)
    ]
    used = Box(box.x, center.y - radius, box.width, 2 * radius)
    return Drawn((*hand.drawing("chart", [*shapes, *swatches]), *layers), used)


def _sectors(
    order: list[int],
    values: list[float],
    fills: list[SolidPaint],
    circle: tuple[Point, float],
) -> list[Shape]:
    """Return the sectors clockwise from the top, a hair of ground between them."""
    center, radius = circle
    shapes: list[Shape] = []
    total, angle = sum(values), -90.0
    for index in order:
        sweep = 360 * values[index] / total
        gap = min(0.9, sweep / 4)
        path = arc(*center, radius * (1 - _RING / 2), angle + gap, angle + sweep - gap)
        stroke = Stroke(paint=fills[index], width=_RING * radius, cap="butt")
        shapes.append(Shape(path=path, stroke=stroke))
        angle += sweep
    return shapes


def _in_ring(
    listing: Listing, top: int, center: Point, radius: float, hand: Hand
) -> dict[Part, TextLayer] | None:
    key, name, _ = keyed(listing.rows[top])
    if key is None or name is None:
        return None
    room = 1.6 * radius * (1 - _RING)
    most = min(1.6 * hand.most_figure_px, 0.36 * room)
    key_px = hand.largest(most, [(hand.width_em(key), room)])
    size = hand.largest(min(hand.most_name_px, 0.5 * key_px), [(hand.width_em(name), room)])
    if size < hand.smallest_px:
        return None
    hole = Box(center.x - room / 2, center.y - room / 2, room, room)
    base = center.y + 0.24 * key_px
    return {
        key: hand.part(top, key, key_px, hole, align="center", baseline=base),
        name: hand.part(top, name, size, hole, align="center", baseline=base + 1.35 * size),
    }


def _beside_ring(
    listing: Listing, others: list[int], box: Box, hand: Hand, fills: list[SolidPaint]
) -> tuple[dict[int, dict[Part, TextLayer]], list[Shape]] | None:
    """Return the texts beside the ring and their swatches, the least share on top.

    The sectors after the largest lie on the left: from the foot of the ring upward.
    """
    split = {index: keyed(listing.rows[index]) for index in others}
    step = min(box.height / len(others), 0.2 * hand.unit_px)
    key_em = hand.widest(key for key, _, _ in split.values())
    name_em = hand.widest(name for _, name, _ in split.values())
    key_px = hand.largest(
        min(hand.most_figure_px, 0.44 * step), [(key_em + 0.6 * name_em + 0.6, box.width)]
    )
    indent = (key_em + 0.35) * key_px
    size = max(hand.smallest_px, min(hand.most_name_px, 0.6 * key_px))
    size = hand.largest(size, [(name_em, box.width - indent)])
    if min(size, key_px) < hand.smallest_px:
        return None
    placed: dict[int, dict[Part, TextLayer]] = {}
    shapes: list[Shape] = []
    y = box.center.y - step * len(others) / 2
    for place, index in enumerate(reversed(others)):
        key, name, _ = split[index]
        at = Box(box.x, y + place * step, box.width, step)
        middle = at.center.y
        swatch = Box(at.x - 1.1 * key_px, middle - 0.36 * key_px, 0.72 * key_px, 0.72 * key_px)
        shapes.append(Shape(path=rectangle(swatch), fill=fills[index]))
        texts: dict[Part, TextLayer] = {}
        base = middle + 0.36 * key_px
        if key is not None:
            texts[key] = hand.part(index, key, key_px, at, baseline=base)
        if name is not None:
            after = at._replace(x=at.x + indent, width=at.width - indent)
            texts[name] = hand.part(index, name, size, after, baseline=base)
        placed[index] = texts
    return placed, shapes
