"""Event: what a run tells those who watch it, as it happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Literal

__all__ = ["STAGES", "Event", "Watcher"]

STAGES = ("brief", "plan", "make", "lay out", "draw", "review", "export")
"""The seven steps of the house; an event's stage counts from 1."""

EventKind = Literal[
    "brief",
    "plan",
    "step_started",
    "step_progress",
    "step_done",
    "step_failed",
    "review",
    "done",
]


@dataclass(frozen=True, kw_only=True)
class Event:
    """One thing that happened.

    Attributes:
        kind: What.
        stage: 1–7, see `STAGES`.
        message: One line for people.
        step: Id of the plan's step, or empty.
        tool: Its tool, or empty.
        reason: Why the step is there.
        share: How much of the plan's steps are done, 0–1.
        seconds: How long the step took; 0 while it runs.
        kept: Whether the material was there from an earlier run.
        details: More, as plain JSON.
    """

    kind: EventKind
    stage: int
    message: str
    step: str = ""
    tool: str = ""
    reason: str = ""
    share: float = 0.0
    seconds: float = 0.0
    kept: bool = False
    details: dict[str, Any] | None = None

    def plain(self) -> dict[str, Any]:
        """Return the event as plain JSON."""
        return asdict(self)


Watcher = Callable[[Event], None]
