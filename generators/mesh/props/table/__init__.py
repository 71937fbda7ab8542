"""Table ware and still life."""

from __future__ import annotations

from generators.mesh.prop import PropEntry
from generators.mesh.props.table import cups, dishes, plants, stands, tea

__all__ = ["ENTRIES"]

ENTRIES: tuple[PropEntry, ...] = (
    *cups.ENTRIES,
    *dishes.ENTRIES,
    *tea.ENTRIES,
    *plants.ENTRIES,
    *stands.ENTRIES,
)
