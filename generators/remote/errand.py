"""An errand: one order given away, waited for and fetched, once whatever happens in between.

Prepare, note in the ledger, send, note the number, ask until it is done, fetch.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from generators.base import Ticket
from generators.errors import GenerationCancelled, GenerationFailed
from generators.order import Order, digest_of
from generators.provider import Delivery
from generators.remote.download import download
from generators.remote.faults import AnswerLost, LinkExpired, ServiceRefused
from generators.remote.ledger import Entry
from generators.remote.task import Link, Made, Sending, TaskState
from generators.remote.wait import DeadlinePassed, Wait

if TYPE_CHECKING:
    from generators.remote.task_provider import TaskProvider

__all__ = ["Errand"]

_MOST_LINKS = 3
"""How often an expired link is asked for anew."""

_LONGEST_POLL_SECONDS = 15.0


class Errand:
    """One order on its way.

    Args:
        provider: Words each step for its service.
        order: What is wanted.
        link: The open line.
        key: Of the order in the ledger.
    """

    def __init__(self, provider: TaskProvider, order: Order, link: Link, key: str) -> None:
        self.provider = provider
        self.order = order
        self.link = link
        self.key = key
        self.ledger = provider.ledger
        self.was_sent = False
        self.came_at_once = False

    def done(
        self, kept: Callable[[], Delivery | None]
    ) -> tuple[bytes | Delivery, tuple[str, ...]]:
        """Return the result and notes; sends the order unless it is out already."""
        before = self.ledger.read(self.key)
        if before is not None and before.state == "taken":
            data = self._awaited(before.task, before, is_resumed=True)
            if data is not None:
                return data, ("went on with an order sent before",)
        if before is not None and before.state == "sending":
            made = kept()
            if made is not None:
                self.ledger.forget(self.key)
                return made, ()
        sending = self.provider.prepare(self.order, self.link)
        self.link.wait.ticket.step(0.02, f"sending the order to {self.link.line.place}")
        entry, task = self._sent(sending)
        if isinstance(task, Made):
            self.came_at_once = True
            return task.data, (*sending.notes, *task.notes)
        data = self._awaited(task, entry, is_resumed=False)
        assert data is not None
        return data, sending.notes

    def _sent(self, sending: Sending) -> tuple[Entry, str | Made]:
        """Return the task of the order, after sending it if need be."""
        claimed = self.ledger.claim(self.key)
        entry = claimed or self.ledger.read(self.key) or Entry()
        if entry.task:
            return entry, entry.task
        named = Sending(sending.body, self._name(entry), sending.notes)
        if claimed is None:
            if not self.provider.may_resend:
                raise self._unsure()
            task = self.provider.found(named, self.link)
            if task:
                self.ledger.take(self.key, entry, task)
                return entry, task
        task_or_made = self._submitted(named)
        self.was_sent = True
        if isinstance(task_or_made, str):
            self.ledger.take(self.key, entry, task_or_made)
        return entry, task_or_made

    def _submitted(self, sending: Sending) -> str | Made:
        try:
            return self.provider.submit(sending, self.link)
        except ServiceRefused:
            self.ledger.forget(self.key)
            raise
        except (GenerationCancelled, DeadlinePassed):
            if not self.link.line.is_out:
                self.ledger.forget(self.key)
            elif self.provider.can_stop:
                task = self.provider.found(sending, self._calm())
                if not task or self._stopped(task):
                    self.ledger.forget(self.key)
            raise
        except AnswerLost as error:
            if not self.provider.may_resend:
                raise self._unsure() from error
            task = self.provider.found(sending, self.link)
            return task or self.provider.submit(sending, self.link)

    def _stopped(self, task: str) -> bool:
        """Stop a task in the few seconds a caller who left still grants."""
        return self.provider.can_stop and self.provider.stop(task, self._calm())

    def _calm(self) -> Link:
        """Return a link whose wait nobody cuts short."""
        wait = Wait(Ticket(assets=self.link.wait.ticket.assets), self.provider.clock, 10.0)
        return Link(self.link.line, wait)

    def _awaited(self, task: str, entry: Entry, *, is_resumed: bool) -> bytes | None:
        """Return the result of a task; None when it was sent before and is lost."""
        link = self.link
        try:
            return self._polled(task, is_resumed=is_resumed)
        except _Lost:
            self.ledger.fail(self.key, entry)
            if is_resumed:
                return None
            raise GenerationFailed(
                f"{link.line.place} no longer knows the order it took; start again"
            ) from None
        except _GivenUp as error:
            self.ledger.fail(self.key, entry)
            raise GenerationFailed(str(error)) from error
        except DeadlinePassed as error:
            if self.provider.forgets_late:
                self._stopped(task)
                self.ledger.fail(self.key, entry)
                raise
            raise DeadlinePassed(
                f"{error}; the same order goes on waiting for it and is not paid again"
            ) from error
        except GenerationCancelled as error:
            if self._stopped(task):
                self.ledger.fail(self.key, entry)
                raise
            raise GenerationCancelled(
                f"{error}; {link.line.place} cannot be stopped and finishes it, the same order "
                "fetches the result without paying again"
            ) from error

    def _polled(self, task: str, *, is_resumed: bool) -> bytes:
        link, provider = self.link, self.provider
        place = link.line.place
        doing = f"waiting for {place}"
        pause = provider.poll_seconds
        links = 0
        if is_resumed:
            link.wait.check(doing)
        while True:
            state = self._state(task)
            if state.kind == "gone":
                raise _Lost
            if state.kind == "failed":
                raise _GivenUp(link.line.cleaned(f"{place} gave the order up: {state.says}"))
            if state.kind == "done" and not (state.link or state.data):
                raise _GivenUp(f"{place} says it is done but names no result; start again")
            if state.kind == "done":
                try:
                    return state.data or download(
                        link.line, state.link, link.wait, provider.most_bytes
                    )
                except LinkExpired as error:
                    links += 1
                    if links >= _MOST_LINKS:
                        raise _GivenUp(
                            f"{error}; start again, which sends the order anew"
                        ) from error
            says = link.line.cleaned(state.says)
            link.wait.ticket.step(0.05 + 0.9 * state.share, says or doing)
            link.wait.sleep(pause, doing)
            pause = min(pause * 1.25, _LONGEST_POLL_SECONDS)

    def _state(self, task: str) -> TaskState:
        try:
            return self.provider.state(task, self.link)
        except ServiceRefused as refused:
            if refused.fault.kind == "gone":
                return TaskState("gone")
            raise

    def _name(self, entry: Entry) -> str:
        """Return what the order is called at the service, as long as a UUID without dashes."""
        return digest_of(self.order, self.key, str(entry.attempt))[:32]

    def _unsure(self) -> GenerationFailed:
        return GenerationFailed(
            f"{self.link.line.place} may have taken this order before the line broke, and "
            "sending it again could pay twice; look at your account there, then delete "
            f"{self.ledger.place(self.key)} to send it again"
        )


class _Lost(Exception):
    """Raised when a service knows no such task."""


class _GivenUp(Exception):
    """Raised when a service gave a task up."""
