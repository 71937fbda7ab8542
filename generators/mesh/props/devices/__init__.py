"""Devices: what is seen on a screen, and heard."""

from __future__ import annotations

from generators.mesh.prop import PropEntry
from generators.mesh.props.devices import computers, handhelds, headphones, watch

__all__ = ["ENTRIES"]

ENTRIES: tuple[PropEntry, ...] = (
    *handhelds.ENTRIES,
    *computers.ENTRIES,
    *watch.ENTRIES,
    *headphones.ENTRIES,
)
