"""Signage: what hangs, stands and glows in the street."""

from __future__ import annotations

from generators.mesh.prop import PropEntry
from generators.mesh.props.signage import boards, cloths, lights, shelter

__all__ = ["ENTRIES"]

ENTRIES: tuple[PropEntry, ...] = (
    *boards.ENTRIES,
    *lights.ENTRIES,
    *cloths.ENTRIES,
    *shelter.ENTRIES,
)
