"""Providers that give an order away and wait: one class for what they all have in common.

A module of a service says only how that service words each step; `Errand` walks them.
"""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from typing import ClassVar

from compositor.document.asset import Provenance
from generators.base import Readiness, Ticket
from generators.delivery_cache import DeliveryCache
from generators.errors import GenerationFailed, NotReady
from generators.order import Order, digest_of
from generators.provider import Delivery, Offer, Provider, Receipt
from generators.provider_settings import ProviderSettings, Server
from generators.remote.clock import Clock
from generators.remote.connection import Connection, is_loopback
from generators.remote.errand import Errand
from generators.remote.faults import Fault, Reply, fault_of
from generators.remote.ledger import Ledger
from generators.remote.task import Link, Made, Sending, TaskState
from generators.remote.wait import Wait

__all__ = ["TaskProvider", "is_remote", "lacking"]


class TaskProvider(Provider):
    """A service that is sent orders over HTTP.

    Args:
        settings: Where it is and what lets us in.
        clock: Tells the time.
    """

    may_resend: ClassVar[bool] = False
    """Whether sending again is safe: the service knows our name for a task, or it is free."""
    can_stop: ClassVar[bool] = False
    """Whether `stop` does anything."""
    poll_seconds: ClassVar[float] = 2.0
    most_bytes: ClassVar[int] = 256 << 20
    forgets_late: ClassVar[bool] = False
    """Whether a task past its deadline is given up instead of waited for next time."""

    def __init__(self, settings: ProviderSettings, clock: Clock | None = None) -> None:
        self.settings = settings
        self.clock = clock or Clock()
        cache = settings.cache
        self.ledger = Ledger(cache / "orders" if cache is not None else None)

    @property
    @abstractmethod
    def server(self) -> Server | None:
        """The server of the settings, or None."""

    def authorization(self, server: Server) -> str:
        """Return what opens the door, made anew for every request; empty knocks without."""
        key = server.key.get_secret_value()
        return f"Bearer {key}" if key else ""

    def fault(self, reply: Reply) -> Fault | None:
        """Return what is wrong with a reply in the terms of the service, or None."""
        return fault_of(reply)

    def connect(self, server: Server) -> Connection:
        """Return a line to the server."""
        return Connection(
            server,
            clock=self.clock,
            authorization=partial(self.authorization, server),
            read_fault=self.fault,
        )

    @abstractmethod
    def prepare(self, order: Order, link: Link) -> Sending:
        """Return the order in the service's words; material it needs is sent ahead.

        Raises:
            GenerationFailed: The service cannot do it; the message says what to change.
        """

    @abstractmethod
    def submit(self, sending: Sending, link: Link) -> str | Made:
        """Send the order and return the number of its task, or the result itself."""

    def found(self, sending: Sending, link: Link) -> str:
        """Return the number of a task sent before under the same name, or an empty string."""
        del sending, link
        return ""

    @abstractmethod
    def state(self, task: str, link: Link) -> TaskState:
        """Return how far a task is."""

    def stop(self, task: str, link: Link) -> bool:
        """Stop a task; return whether nothing is left running."""
        del task, link
        return False

    @abstractmethod
    def finish(
        self, data: bytes, order: Order, ticket: Ticket
    ) -> tuple[bytes, str, tuple[str, ...]]:
        """Return the checked result, its media type and what was done to it."""

    def facts(self, order: Order) -> dict[str, str | int | float | bool]:
        """Return what the provenance tells beside seed and material."""
        return {"prompt": order.prompt}

    def fill(self, order: Order, ticket: Ticket) -> Delivery:
        """Return the material; an order that is out already is waited for, not sent again.

        Raises:
            NotReady: Nothing is set up; the message names the variable.
            GenerationFailed: The service cannot or will not do it.
            GenerationCancelled: The caller asked to stop.
        """
        readiness = self.probe()
        server = self.server
        if server is None or not readiness.ready:
            raise NotReady(
                f"{self.name} lacks {', '.join(readiness.missing)}; {readiness.command}"
            )
        wait = Wait(ticket, self.clock, server.seconds)
        identity = self.identity(order)
        digest = digest_of(order, self.name, identity)
        key = digest_of(order, self.name, identity, server.url)
        with self.connect(server) as line:
            errand = Errand(self, order, Link(line, wait), key)
            data, notes = errand.done(lambda: self._kept(digest))
            if isinstance(data, Delivery):
                return data
            try:
                data, media_type, more = self.finish(data, order, ticket)
            except GenerationFailed:
                if errand.came_at_once:
                    self.ledger.forget(key)
                raise
        made = Delivery.model_validate(
            {
                "data": data,
                "media_type": media_type,
                "provenance": self._provenance(order),
                "receipt": Receipt(
                    seconds=wait.spent,
                    cost=server.cost if errand.was_sent else 0.0,
                    notes=(*notes, *more),
                ),
            }
        )
        if errand.came_at_once:
            self._keep(digest, made)
            self.ledger.forget(key)
        return made

    def _provenance(self, order: Order) -> Provenance:
        offer: Offer = self.offer()
        return Provenance(
            source=self.name,
            seed=order.seed,
            license=offer.license,
            model=offer.model,
            inputs=order.inputs,
            parameters=self.facts(order),
        )

    def _kept(self, digest: str) -> Delivery | None:
        cache = self.settings.cache
        return DeliveryCache(cache).read(digest) if cache is not None else None

    def _keep(self, digest: str, made: Delivery) -> None:
        """Keep what came at once before the ledger forgets it; nothing lies in between."""
        if self.settings.cache is not None:
            DeliveryCache(self.settings.cache).write(digest, made)


def is_remote(server: Server | None) -> bool:
    """Return whether orders leave this machine; a service that is not set up yet would."""
    return server is None or not is_loopback(server.url)


def lacking(*variables: str, because: str) -> Readiness:
    """Return that settings are missing, naming the variables that bring them."""
    return Readiness(ready=False, missing=(because,), command="set " + " and ".join(variables))
