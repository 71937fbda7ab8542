"""The warm pool: loaded models of one device, and the queue before it.

A device works on one order at a time, first come, first served; the models used last stay
loaded as long as they fit.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache

from generators.base import Ticket
from generators.diffusion.memory import free_bytes, release
from generators.diffusion.resident import Resident

__all__ = ["WarmPool", "pool_of"]

_MOST = 4
"""Models kept loaded, whatever their size."""

_ASK_SECONDS = 0.05
"""How often somebody who waits asks whether to stop."""


class WarmPool:
    """Loaded models.

    Args:
        device: ``cuda``, ``cuda:1``, ``mps`` or ``cpu``.
    """

    def __init__(self, device: str) -> None:
        self.device = device
        self._kept: OrderedDict[str, Resident] = OrderedDict()
        self._waiting: deque[object] = deque()
        self._turn = threading.Condition()

    @property
    def keys(self) -> tuple[str, ...]:
        """What is loaded, the one used last at the end."""
        return tuple(self._kept)

    @contextmanager
    def borrow(
        self, key: str, size: int, load: Callable[[], Resident], ticket: Ticket
    ) -> Iterator[Resident]:
        """Give the device, with a model on it, to one caller at a time.

        Args:
            key: What distinguishes the model from others.
            size: Bytes it will take.
            load: Loads it when it is not there.
            ticket: Asked while waiting.

        Raises:
            GenerationCancelled: The caller asked to stop while waiting.
        """
        with self._own_turn(ticket):
            resident = self._kept.get(key)
            if resident is None:
                self._make_room(size)
                resident = load()
                self._kept[key] = resident
            self._kept.move_to_end(key)
            yield resident

    def forget(self, key: str = "") -> None:
        """Unload one model, or all."""
        with self._turn:
            for one in [key] if key else list(self._kept):
                self._kept.pop(one, None)
        release(self.device)

    @contextmanager
    def _own_turn(self, ticket: Ticket) -> Iterator[None]:
        mine = object()
        with self._turn:
            self._waiting.append(mine)
        try:
            with self._turn:
                while self._waiting[0] is not mine:
                    ahead = self._waiting.index(mine)
                    ticket.step(0.0, f"waiting for {self.device}: {ahead} ahead")
                    self._turn.wait(_ASK_SECONDS)
            yield
        finally:
            with self._turn:
                self._waiting.remove(mine)
                self._turn.notify_all()

    def _make_room(self, size: int) -> None:
        while self._kept and (len(self._kept) >= _MOST or free_bytes(self.device) < size):
            self._kept.popitem(last=False)
            release(self.device)


@lru_cache(maxsize=8)
def pool_of(device: str) -> WarmPool:
    """Return the pool of a device; there is one in a process."""
    return WarmPool(device)
