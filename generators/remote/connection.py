"""The line to a service: one client for all, patient with faults, silent about keys.

The authorization header is put on a request as it leaves and taken off again, goes to the
service's own address only, and what a service says is cleaned of keys before anyone reads it.
"""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Callable, Generator
from concurrent import futures
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

import httpx

from generators.errors import GenerationFailed
from generators.provider_settings import Server
from generators.remote.clock import Clock
from generators.remote.faults import (
    AnswerLost,
    Fault,
    Reply,
    ServiceRefused,
    fault_of,
    pause_of,
)
from generators.remote.wait import Wait

__all__ = ["Connection", "is_loopback"]

T = TypeVar("T")
Repeats = Literal["always", "refused"]
"""always: asking again does no harm. refused: only when the service surely did not take it."""

_MOST_ATTEMPTS = 6
_MOST_BYTES = 64 << 20
_LOOK_SECONDS = 0.05
_TOKEN = re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]+")
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


def is_loopback(url: str) -> bool:
    """Return whether a server is on this machine.

    >>> is_loopback("http://127.0.0.1:8188"), is_loopback("https://api.example.com")
    (True, False)
    """
    host = httpx.URL(url).host
    return host in {"localhost", "::1"} or host.startswith("127.")


@cache
def _trusted() -> ssl.SSLContext:
    """Return whom to trust; read once, for it takes a tenth of a second."""
    return httpx.create_ssl_context()


class _Signing(httpx.Auth):
    """Puts the authorization on a request for as long as it is on its way."""

    def __init__(self, authorization: Callable[[], str]) -> None:
        self._authorization = authorization

    def auth_flow(
        self, request: httpx.Request
    ) -> Generator[httpx.Request, httpx.Response, None]:
        """Sign, send, and leave no trace on the request that errors carry about."""
        value = self._authorization()
        if value:
            request.headers["Authorization"] = value
        try:
            yield request
        finally:
            request.headers.pop("Authorization", None)


class Connection:
    """A line to one service.

    Args:
        server: Where its interface begins, and the keys that must never be repeated.
        clock: Tells the time.
        authorization: Makes the header's value, or an empty string for none.
        read_fault: Says what is wrong with a reply, or None.
    """

    def __init__(
        self,
        server: Server,
        *,
        clock: Clock,
        authorization: Callable[[], str] = str,
        read_fault: Callable[[Reply], Fault | None] = fault_of,
    ) -> None:
        self.clock = clock
        self.is_out = False
        """Whether the last request left and nobody knows what became of it."""
        self._base = httpx.URL(server.url.rstrip("/") + "/")
        keys = (server.key.get_secret_value(), server.secret.get_secret_value())
        self._secrets = [key for key in keys if key]
        self._read_fault = read_fault
        self._signing = _Signing(authorization)
        self._streams: list[Any] = []
        self._client = httpx.Client(
            timeout=httpx.Timeout(30, connect=10),
            # a proxy for the world is no proxy for this machine
            trust_env=not is_loopback(server.url),
            headers={"User-Agent": "danqing"},
            verify=_trusted(),
        )

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Hang up."""
        self._client.close()

    @property
    def place(self) -> str:
        """Host and port, without whatever else the address holds."""
        return self._base.netloc.decode("ascii").rpartition("@")[2]

    def url(self, path: str) -> httpx.URL:
        """Return the address of a path, or of a link made absolute."""
        return self._base.join(path)

    def cleaned(self, text: str) -> str:
        """Return a text without keys and tokens."""
        for secret in self._secrets:
            text = text.replace(secret, "[key]")
        return _TOKEN.sub("[token]", text)

    def send(
        self,
        method: str,
        path: str,
        wait: Wait,
        *,
        doing: str,
        repeats: Repeats = "always",
        seconds: float | None = 30.0,
        most_bytes: int = _MOST_BYTES,
        **content: Any,
    ) -> Reply:
        """Return the reply to a request, asking again where that helps.

        Args:
            method: GET, POST.
            path: Below the service's address.
            wait: How long all of it may take.
            doing: What is being done, for messages.
            repeats: Whether asking again can do harm.
            seconds: The longest silence of the service; None is as long as the wait.
            most_bytes: A longer reply is refused.
            **content: What httpx takes: json, data, files, params, headers.

        Raises:
            ServiceRefused: The service said no.
            AnswerLost: It may have taken the request, but nobody knows.
            GenerationCancelled: The caller asked to stop.
            DeadlinePassed: The time is over.
        """
        for attempt in range(_MOST_ATTEMPTS):
            wait.check(doing)
            # a second more than the wait itself, which is the one to end it
            most = wait.left + 1 if seconds is None else min(seconds, wait.left + 1)
            timeout = httpx.Timeout(most, connect=min(10, most))
            request = self._client.build_request(
                method,
                self.url(path),
                timeout=timeout,
                extensions={"trace": self._remember},
                **content,
            )
            self.is_out = True
            try:
                reply = self.patiently(partial(self._read, request, most_bytes), wait, doing)
            except httpx.TransportError as error:
                self.is_out = not isinstance(error, _NEVER_SENT)
                if repeats == "refused" and self.is_out:
                    raise AnswerLost(self._said(doing, "no answer came")) from error
                reply = Reply(0, {}, b"")
                fault: Fault | None = Fault("down", type(error).__name__)
            else:
                self.is_out = False
                fault = self._fault(reply)
            if fault is None:
                return reply
            if not fault.may_pass or attempt == _MOST_ATTEMPTS - 1:
                raise ServiceRefused(self._said(doing, fault.says), fault)
            if repeats == "refused" and reply.status >= 500 and not _is_own_answer(reply):
                raise AnswerLost(self._said(doing, fault.says))
            pause = pause_of(reply, attempt, self.clock.unix())
            wait.sleep(pause, f"{doing} at {self.place} ({fault.says})")
        raise AssertionError("the last attempt returns or raises")

    def once(self, path: str, wait: Wait, seconds: float) -> None:
        """Look whether the service answers, without trying again.

        Raises:
            ServiceRefused: It does not, or not as hoped.
        """
        request = self._client.build_request("GET", self.url(path), timeout=seconds)
        try:
            reply = self.patiently(lambda: self._read(request, _MOST_BYTES), wait, "looking")
        except httpx.HTTPError as error:
            fault = Fault("down", f"nobody answers at {self.place}")
            raise ServiceRefused(fault.says, fault) from error
        found = self._fault(reply)
        if found is not None:
            raise ServiceRefused(self._said("looking whether it answers", found.says), found)

    def patiently(self, call: Callable[[], T], wait: Wait, doing: str) -> T:
        """Return what a blocking call returns; breaks the line when the caller stops.

        Raises:
            GenerationCancelled: The caller asked to stop.
            DeadlinePassed: The time is over.
        """
        pool = ThreadPoolExecutor(1)
        future = pool.submit(call)
        try:
            while not futures.wait([future], timeout=_LOOK_SECONDS).done:
                wait.check(doing)
            return future.result()
        finally:
            if not future.done():
                self._break()
            pool.shutdown(wait=False)

    def stream(self, url: httpx.URL, headers: dict[str, str]) -> Any:
        """Return an open response, to be used in a with statement.

        The service's own address gets the authorization, no other does.
        """
        is_own = (url.scheme, url.host, url.port) == (
            self._base.scheme,
            self._base.host,
            self._base.port,
        )
        return self._client.stream(
            "GET",
            url,
            headers={"Accept-Encoding": "identity", **headers},
            auth=self._signing if is_own else None,
            follow_redirects=True,
            extensions={"trace": self._remember},
        )

    def _read(self, request: httpx.Request, most_bytes: int) -> Reply:
        response = self._client.send(request, auth=self._signing, stream=True)
        try:
            body = bytearray()
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > most_bytes:
                    raise GenerationFailed(
                        f"{self.place} answered with more than {most_bytes >> 20} MB; "
                        "ask for something smaller"
                    )
            headers = {name.lower(): value for name, value in response.headers.items()}
            return Reply(response.status_code, headers, bytes(body))
        finally:
            response.close()

    def _fault(self, reply: Reply) -> Fault | None:
        """Return what is wrong with a reply, in words without keys."""
        found = self._read_fault(reply)
        return None if found is None else replace(found, says=self.cleaned(found.says))

    def _remember(self, event: str, info: dict[str, Any]) -> None:
        if event in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
            self._streams.append(info["return_value"])

    def _break(self) -> None:
        """Cut every line at once; whoever reads from one gets an error."""
        for stream in self._streams:
            line = stream.get_extra_info("socket")
            if line is not None:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)

    def _said(self, doing: str, says: str) -> str:
        return self.cleaned(f"{self.place} failed while {doing}: {says}")


def _is_own_answer(reply: Reply) -> bool:
    """Return whether the service itself answered, not a gateway before it."""
    return reply.status in {500, 503} and bool(reply.json())
