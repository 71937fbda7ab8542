"""The prop registry: every thing the studio can show, by name."""

from __future__ import annotations

from generators.mesh.prop import PropEntry
from generators.mesh.props import (
    abstract,
    apparel,
    devices,
    packaging,
    signage,
    stationery,
    table,
    type,  # noqa: A004 (a kind of prop, as the folder is named)
)

__all__ = ["PROPS"]

PROPS: dict[str, PropEntry] = {
    entry.name: entry
    for entry in (
        *packaging.ENTRIES,
        *stationery.ENTRIES,
        *apparel.ENTRIES,
        *devices.ENTRIES,
        *signage.ENTRIES,
        *table.ENTRIES,
        *abstract.ENTRIES,
        *type.ENTRIES,
    )
}
