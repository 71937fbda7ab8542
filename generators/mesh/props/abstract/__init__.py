"""Abstract things: shapes that carry color, light and mood."""

from __future__ import annotations

from generators.mesh.prop import PropEntry
from generators.mesh.props.abstract import bloom, masses, stacks, strands

__all__ = ["ENTRIES"]

ENTRIES: tuple[PropEntry, ...] = (
    *strands.ENTRIES,
    *masses.ENTRIES,
    *stacks.ENTRIES,
    *bloom.ENTRIES,
)
