"""Stationery: what is printed, written on and read."""

from __future__ import annotations

from generators.mesh.prop import PropEntry
from generators.mesh.props.stationery import books, cards, folder, pencils, vinyl

__all__ = ["ENTRIES"]

ENTRIES: tuple[PropEntry, ...] = (
    *cards.ENTRIES,
    *books.ENTRIES,
    *folder.ENTRIES,
    *vinyl.ENTRIES,
    *pencils.ENTRIES,
)
