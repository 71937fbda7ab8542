"""Fetching a result: goes on where it broke off, never takes more than allowed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import httpx

from generators.errors import GenerationFailed
from generators.remote.connection import Connection
from generators.remote.faults import LinkExpired, Reply, pause_of
from generators.remote.wait import Wait

__all__ = ["download"]

_MOST_ATTEMPTS: Final = 6
_EXPIRED: Final = frozenset({400, 401, 403, 404, 410})


@dataclass
class _Held:
    """What has come so far, and by what mark the service knows that version of it."""

    data: bytearray = field(default_factory=bytearray)
    mark: str = ""


class _AskAgain(GenerationFailed):
    """Raised within an attempt when another may do better."""

    def __init__(self, message: str, reply: Reply) -> None:
        super().__init__(message)
        self.reply = reply


def download(line: Connection, link: str, wait: Wait, most_bytes: int) -> bytes:
    """Return the bytes behind a link.

    Raises:
        LinkExpired: They are not there any more; ask the service for a new link.
        GenerationFailed: They cannot be had, or are more than allowed.
        GenerationCancelled: The caller asked to stop.
        DeadlinePassed: The time is over.
    """
    url = line.url(link)
    if url.scheme not in {"http", "https"}:
        raise GenerationFailed(f"{line.place} gave a link of a kind nobody follows; report it")
    held = _Held()
    doing = f"fetching the result from {url.host}"
    for attempt in range(_MOST_ATTEMPTS):
        wait.check(doing)
        try:
            line.patiently(lambda: _fetch(line, url, held, most_bytes), wait, doing)
        except (httpx.TransportError, _AskAgain) as error:
            reply = error.reply if isinstance(error, _AskAgain) else Reply(0, {}, b"")
            if attempt == _MOST_ATTEMPTS - 1:
                raise GenerationFailed(
                    f"the line to {url.host} broke {_MOST_ATTEMPTS} times while fetching the "
                    "result; start again, it is not paid again"
                ) from error
            wait.sleep(pause_of(reply, attempt, line.clock.unix()), doing)
        else:
            return bytes(held.data)
    raise AssertionError("the last attempt returns or raises")


def _fetch(line: Connection, url: httpx.URL, held: _Held, most_bytes: int) -> None:
    headers = {}
    if held.data:
        headers["Range"] = f"bytes={len(held.data)}-"
        if held.mark:
            headers["If-Range"] = held.mark
    with line.stream(url, headers) as response:
        status = response.status_code
        if status == 416:
            held.data.clear()
            raise _AskAgain("the part asked for is not there", _told(response))
        if status in _EXPIRED:
            raise LinkExpired(
                f"the link to the result at {url.host} is no longer good ({status})"
            )
        if status not in {200, 206}:
            raise _AskAgain(f"{url.host} answered {status}", _told(response))
        start = response.headers.get("content-range", "").removeprefix("bytes ").split("-")[0]
        if status == 200 or start != str(len(held.data)):
            held.data.clear()
            if status == 206:
                raise _AskAgain("another part came than was asked for", _told(response))
        tag = response.headers.get("etag", "")
        held.mark = "" if tag.startswith("W/") else tag
        length = response.headers.get("content-length", "0")
        _check_size(int(length) if length.isdigit() else 0, held, most_bytes, url)
        for chunk in response.iter_bytes():
            held.data += chunk
            _check_size(0, held, most_bytes, url)


def _check_size(more: int, held: _Held, most_bytes: int, url: httpx.URL) -> None:
    if len(held.data) + more > most_bytes:
        raise GenerationFailed(
            f"the result at {url.host} is larger than {most_bytes >> 20} MB; "
            "order a smaller one"
        )


def _told(response: httpx.Response) -> Reply:
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Reply(response.status_code, headers, b"")
