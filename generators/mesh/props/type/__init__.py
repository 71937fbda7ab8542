"""Words and marks as solid things."""

from __future__ import annotations

from generators.mesh.prop import PropEntry
from generators.mesh.props.type import words

__all__ = ["ENTRIES"]

ENTRIES: tuple[PropEntry, ...] = words.ENTRIES
