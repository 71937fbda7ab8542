"""Waiting for a service: until a deadline, and only as long as the caller wants to."""

from __future__ import annotations

from generators.base import Ticket
from generators.errors import GenerationCancelled, GenerationFailed
from generators.remote.clock import Clock

__all__ = ["DeadlinePassed", "Wait"]

_LOOK_SECONDS = 0.25
"""How often the caller is asked whether to go on."""


class DeadlinePassed(GenerationFailed):
    """Raised when a service took longer than the settings or the budget allow."""


class Wait:
    """How long one order may take.

    Args:
        ticket: Of the caller; asked whether to go on, told how far it is.
        clock: Tells the time.
        seconds: The longest wait; the budget of the ticket may shorten it.
    """

    def __init__(self, ticket: Ticket, clock: Clock, seconds: float) -> None:
        budget = ticket.budget.seconds
        self.seconds = seconds if budget is None else min(seconds, budget)
        self.ticket = ticket
        self.clock = clock
        self.started = clock.monotonic()

    @property
    def spent(self) -> float:
        """Seconds gone by."""
        return self.clock.monotonic() - self.started

    @property
    def left(self) -> float:
        """Seconds left, never below a tenth."""
        return max(0.1, self.seconds - self.spent)

    def check(self, doing: str) -> None:
        """Go on, or stop.

        Raises:
            GenerationCancelled: The caller asked to stop.
            DeadlinePassed: The time is over.
        """
        if self.ticket.cancelled():
            raise GenerationCancelled(f"stopped while {doing}; start again to go on")
        if self.spent >= self.seconds:
            raise DeadlinePassed(
                f"{self.seconds:g} s are over while {doing}; allow more time or try again later"
            )

    def sleep(self, seconds: float, doing: str) -> None:
        """Wait, looking up often enough to stop at once.

        Raises:
            GenerationCancelled: The caller asked to stop.
            DeadlinePassed: The time is over.
        """
        until = self.clock.monotonic() + seconds
        while (remaining := until - self.clock.monotonic()) > 0:
            self.check(doing)
            self.clock.sleep(min(_LOOK_SECONDS, remaining))
        self.check(doing)
