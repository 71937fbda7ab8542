"""What services answer when they do not do what they were asked, and whether to ask again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any, Literal

from generators.errors import GenerationFailed

__all__ = [
    "AnswerLost",
    "Fault",
    "LinkExpired",
    "Reply",
    "ServiceRefused",
    "fault_of",
    "pause_of",
]

FaultKind = Literal["content", "money", "key", "busy", "down", "gone", "parameter", "wrong"]
"""content: policy forbids it. money: no credit left. key: not let in. busy, down: ask again.
gone: no such task or file. parameter: one field is not understood. wrong: anything else."""

_LONGEST_PAUSE = 120.0


@dataclass(frozen=True)
class Fault:
    """Why a request was not answered as hoped.

    Attributes:
        kind: What to do about it.
        says: The service's words.
        field: The parameter it does not understand.
    """

    kind: FaultKind
    says: str
    field: str = ""

    @property
    def may_pass(self) -> bool:
        """Whether asking again can help."""
        return self.kind in {"busy", "down"}


@dataclass(frozen=True)
class Reply:
    """An answer, read to its end.

    Attributes:
        status: HTTP status.
        headers: By lower-case name.
        body: Bytes, decoded.
    """

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> dict[str, Any]:
        """Return the JSON object of the body, or an empty one when it is something else."""
        try:
            found = json.loads(self.body)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def part(self, *names: str) -> dict[str, Any]:
        """Return an object within the JSON object, or an empty one when it is not there."""
        found: Any = self.json()
        for name in names:
            found = found.get(name)
            if not isinstance(found, dict):
                return {}
        return dict(found)


class ServiceRefused(GenerationFailed):
    """Raised when a service said no, or said again and again that it cannot now."""

    def __init__(self, message: str, fault: Fault) -> None:
        super().__init__(message)
        self.fault = fault


class AnswerLost(GenerationFailed):
    """Raised when a request went out, no answer came, and sending it again might pay twice."""


class LinkExpired(GenerationFailed):
    """Raised when a result can no longer be fetched from where it was said to be."""


def fault_of(reply: Reply) -> Fault | None:
    """Return what is wrong with a reply by its status alone, or None."""
    if reply.status < 300:
        return None
    says = words_of(reply)
    kinds: dict[int, FaultKind] = {
        401: "key",
        402: "money",
        403: "key",
        404: "gone",
        410: "gone",
    }
    if reply.status in {408, 425, 429}:
        return Fault("busy", says)
    if reply.status >= 500:
        return Fault("down", says)
    return Fault(kinds.get(reply.status, "wrong"), says)


def words_of(reply: Reply) -> str:
    """Return what a service says of a fault, in one line."""
    body = reply.json()
    error = body.get("error", body.get("detail", body))
    if isinstance(error, dict):
        error = error.get("message") or error.get("text") or ""
    says = error if isinstance(error, str) else json.dumps(error, ensure_ascii=False)
    suggestion = body.get("suggestion")
    if isinstance(suggestion, str) and suggestion:
        says = f"{says} {suggestion}"
    return " ".join(says.split())[:400] or f"HTTP {reply.status}"


def pause_of(reply: Reply, attempt: int, unix: float) -> float:
    """Return how many seconds to wait before asking again.

    Args:
        reply: Its ``Retry-After`` decides: seconds, or a date.
        attempt: From 0; without that header each wait is twice the last.
        unix: The time now.
    """
    asked = reply.headers.get("retry-after", "")
    if asked.isdigit():
        return min(float(asked), _LONGEST_PAUSE)
    try:
        return min(max(0.0, parsedate_to_datetime(asked).timestamp() - unix), _LONGEST_PAUSE)
    except (ValueError, TypeError):
        return float(min(2**attempt, 30))
