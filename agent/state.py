"""RunState: the one thing the graph carries. Plain JSON and references, never pixels."""

from typing import Any, TypedDict

__all__ = ["RunState"]


class RunState(TypedDict, total=False):
    """What every node reads and writes; a few kilobytes."""

    plan: dict[str, Any]
    """The plan as JSON; absent until the planner has run."""
    rounds: int
    """Repairs so far."""
    outcome: str
    """Empty while running; then ``done`` or ``findings`` or ``failed``."""
    remarks: list[str]
    """What the reviewer had mended, oldest first."""
    failed: list[str]
    """Deliverables that could not be made, with the cause."""
