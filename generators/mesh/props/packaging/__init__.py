"""Packaging: what goods are sold in."""

from __future__ import annotations

from generators.mesh.prop import PropEntry
from generators.mesh.props.packaging import (
    bottles,
    cans,
    cartons,
    cosmetics,
    food,
    gifts,
    perfume,
    pouches,
)

__all__ = ["ENTRIES"]

ENTRIES: tuple[PropEntry, ...] = (
    *cans.ENTRIES,
    *bottles.ENTRIES,
    *cosmetics.ENTRIES,
    *perfume.ENTRIES,
    *cartons.ENTRIES,
    *pouches.ENTRIES,
    *food.ENTRIES,
    *gifts.ENTRIES,
)
