"""Tasks: what a service is sent and what it says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from generators.remote.connection import Connection
from generators.remote.wait import Wait

__all__ = ["Link", "Made", "Sending", "TaskState"]


@dataclass(frozen=True)
class TaskState:
    """How far a task is.

    Attributes:
        kind: waiting, done, failed (the service gave up) or gone (it knows no such task).
        share: 0–1.
        says: The service's words.
        link: Where the result is, when it is done.
        data: The result itself, when it came along.
    """

    kind: Literal["waiting", "done", "failed", "gone"]
    share: float = 0.0
    says: str = ""
    link: str = ""
    data: bytes = b""


@dataclass(frozen=True)
class Sending:
    """An order made ready for a service.

    Attributes:
        body: What the service module wants to send.
        name: What the order is called at the service: the same for every retry of one sending.
        notes: What is done otherwise than asked.
    """

    body: Any
    name: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Made:
    """A result that came at once, without a task to wait for."""

    data: bytes
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Link:
    """What a service module needs while an order is on its way."""

    line: Connection
    wait: Wait
