"""Apparel and cloth goods."""

from __future__ import annotations

from generators.mesh.prop import PropEntry
from generators.mesh.props.apparel import cap, cushion, handbag, shirt, tote

__all__ = ["ENTRIES"]

ENTRIES: tuple[PropEntry, ...] = (
    *tote.ENTRIES,
    *shirt.ENTRIES,
    *cap.ENTRIES,
    *cushion.ENTRIES,
    *handbag.ENTRIES,
)
