"""EditContext: what words about a design may be about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from agent.editing.edit import Edit, Kind

__all__ = ["EditContext", "has_hanzi"]


@dataclass(frozen=True)
class EditContext:
    """What the words are about.

    Attributes:
        kind: Of the document.
        last: The edits made last, for "a bit more".
        layers: Role, name and id of every layer that may be taken away.
        slots: The texts of the design, by slot.
    """

    kind: Kind = "logo"
    last: tuple[Edit, ...] = ()
    layers: tuple[tuple[str, str, str], ...] = ()
    slots: dict[str, str] = field(default_factory=dict)


def has_hanzi(text: str) -> bool:
    """Whether a text holds Chinese characters."""
    return re.search(r"[\u3400-\u9fff]", text) is not None
