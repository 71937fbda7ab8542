"""Reads the JSON tables beside this module, each once, on first use."""

import json
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from knowledge.errors import UnknownEntry

__all__ = ["copy_slots", "design_rule", "nearest_ids", "table", "unknown"]

_FOLDER = Path(__file__).parent


@lru_cache(maxsize=32)
def table(name: str) -> dict[str, Any]:
    """Return the table of that name, such as ``styles``; treat it as read-only."""
    loaded: dict[str, Any] = json.loads((_FOLDER / f"{name}.json").read_text("utf-8"))
    return loaded


def design_rule(rule_id: str) -> dict[str, Any]:
    """Return one block of the design rules, such as ``leading_tracking``.

    Raises:
        UnknownEntry: No block has that id.
    """
    rules = table("design_rules")
    if rule_id not in rules:
        raise unknown("design rule", rule_id, rules)
    found: dict[str, Any] = rules[rule_id]
    return found


def copy_slots(deliverable: str) -> dict[str, Any]:
    """Return the text slots of a deliverable, with their limits in both languages.

    Raises:
        UnknownEntry: No deliverable has that id.
    """
    deliverables = table("copy_slots")["deliverables"]
    if deliverable not in deliverables:
        raise unknown("deliverable", deliverable, deliverables)
    found: dict[str, Any] = deliverables[deliverable]
    return found


def nearest_ids(wanted: str, known: Iterable[str], limit: int = 5) -> list[str]:
    """Return the known ids that are spelled most like the wanted one, nearest first."""
    ids = sorted(known)
    spelled = wanted.strip().lower().replace("-", "_").replace(" ", "_")
    inside = [k for k in ids if spelled and (spelled in k or k in spelled)]
    close = get_close_matches(spelled, ids, n=limit, cutoff=0.4)
    return list(dict.fromkeys([*inside, *close]))[:limit]


def unknown(kind: str, wanted: str, known: Iterable[str]) -> UnknownEntry:
    """Return the error for an id that no table has."""
    ids = sorted(known)
    nearest = ", ".join(nearest_ids(wanted, ids) or ids[:8])
    return UnknownEntry(f"there is no {kind} {wanted!r}; the nearest are: {nearest}")
