"""Set a table: the form an archetype wants where the list suits it, else the nearest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from compositor.document import GroupLayer, Layer, TextLayer, VectorLayer
from compositor.geometry import Affine, Box
from compositor.layout.arrangement import TableForm
from compositor.layout.rows import Listing, read_list
from compositor.layout.tables.cells import cells, columns, stations, tiles
from compositor.layout.tables.charts import bands, bars, posts, ring
from compositor.layout.tables.hand import Drawn, Hand
from compositor.layout.tables.lists import agenda, ledger, plaque
from compositor.typography.characters import is_han

__all__ = ["FORMS", "PlacedTable", "TableRules", "set_table", "suits"]

Setting = Callable[[Listing, Box, Hand], Drawn | None]

FORMS: Final[Mapping[TableForm, Setting]] = {
    "ledger": ledger,
    "agenda": agenda,
    "plaque": plaque,
    "cells": cells,
    "tiles": tiles,
    "columns": columns,
    "stations": stations,
    "bars": bars,
    "posts": posts,
    "bands": bands,
    "ring": ring,
}
_INSTEAD: Final[tuple[TableForm, ...]] = ("bars", "ledger", "agenda", "plaque")
_MARGIN: Final = 0.065
"""Of words in a table that reaches the edges of the page, in parts of the unit."""
_MOST_COLUMN: Final = 8
"""Columns of a board, and characters of a name in one."""


@dataclass(frozen=True)
class TableRules:
    """How a table is set.

    Attributes:
        form: What the archetype wants.
        note_px: Size of the lines that are no rows.
        is_leftward: The words run from right to left, so left and right change places.
    """

    form: TableForm
    note_px: float
    is_leftward: bool = False


@dataclass(frozen=True)
class PlacedTable:
    """The layers of a table and the box they fill; `fits` is False when nothing was set."""

    layers: tuple[Layer, ...]
    used: Box
    fits: bool


def suits(form: TableForm, listing: Listing) -> bool:
    """Whether a form can show what a list holds."""
    rows = listing.rows
    if form in ("bars", "posts"):
        return listing.is_measured
    if form in ("bands", "ring"):
        return listing.is_whole and len(rows) <= 6
    if form == "columns":
        if len(rows) > _MOST_COLUMN:
            return False
        names = [row.name for row in rows]
        return all(
            name is not None
            and 0 < len(name.text) <= _MOST_COLUMN
            and all(is_han(character) for character in name.text)
            for name in names
        )
    if form == "stations":
        return listing.shape == "times"
    if form in ("cells", "tiles"):
        return listing.shape != "plain" and len(rows) <= 12
    if form == "plaque":
        return listing.shape == "plain" and len(rows) <= 7
    return True


def set_table(text: str, box: Box, rules: TableRules, hand: Hand) -> PlacedTable:
    """Return a list set in a box, in the wanted form or the first other that holds it.

    Args:
        text: The list, a row a line.
        box: Where it may go, px.
        rules: Form and sizes.
        hand: Type.
    """
    listing = read_list(text)
    notes = _notes(listing, box, rules, hand)
    depth = sum(hand.block(layer).box.height + 0.3 * rules.note_px for layer in notes)
    room = box._replace(height=box.height - depth - (0.8 * rules.note_px if notes else 0.0))
    for form in dict.fromkeys((rules.form, *_INSTEAD)):
        if room.height <= 0 or not suits(form, listing):
            continue
        inside = room if form == rules.form else _inside(room, hand)
        drawn = FORMS[form](listing, inside, hand)
        if drawn is not None:
            y = drawn.used.bottom + 0.8 * rules.note_px
            below: list[Layer] = []
            for note in notes:
                below.append(note.model_copy(update={"box": note.box._replace(y=y)}))
                y += hand.block(note).box.height + 0.3 * rules.note_px
            used = drawn.used._replace(height=y - drawn.used.y) if notes else drawn.used
            layers = (*drawn.layers, *below)
            if rules.is_leftward:
                layers = tuple(_flipped(layer, box.center.x) for layer in layers)
            return PlacedTable(layers, used, fits=True)
    return PlacedTable((), Box(box.x, box.y, 0, 0), fits=False)


def _notes(listing: Listing, box: Box, rules: TableRules, hand: Hand) -> list[TextLayer]:
    size = max(rules.note_px, hand.smallest_px)
    room = _inside(box, hand)._replace(height=2 * size)
    return [hand.note(index, note, size, room) for index, note in enumerate(listing.notes)]


def _inside(box: Box, hand: Hand) -> Box:
    """Return a box that begins at the margin where it began at the edge of the page."""
    return box if box.x > 1 else box.inset(_MARGIN * hand.unit_px, 0)


_OTHER: Final[Mapping[str, Literal["left", "center", "right"]]] = {
    "left": "right",
    "center": "center",
    "right": "left",
}


def _flipped(layer: Layer, axis: float) -> Layer:
    """Return a layer with left and right exchanged about an axis, its words readable."""
    if isinstance(layer, GroupLayer):
        children = tuple(_flipped(child, axis) for child in layer.children)
        return layer.model_copy(update={"children": children})
    if isinstance(layer, TextLayer):
        box = layer.box._replace(x=2 * axis - layer.box.right)
        align = layer.align if layer.align == "justify" else _OTHER[layer.align]
        return layer.model_copy(update={"box": box, "align": align})
    if isinstance(layer, VectorLayer):
        turn = Affine(-1, 0, 0, 1, 2 * axis, 0)
        shapes = tuple(
            shape.model_copy(update={"path": shape.path.transformed(turn)})
            for shape in layer.shapes
        )
        return layer.model_copy(update={"shapes": shapes})
    return layer
