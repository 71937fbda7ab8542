"""A real server on loopback that plays every service, and a clock that does not wait."""

from __future__ import annotations

import io
import json
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import uvicorn
from PIL import Image
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from compositor.document import AssetStore
from compositor.document.asset import Provenance
from generators.base import Ticket
from generators.remote.clock import Clock

Answer = Response | Callable[["Seen"], Response]


class FastClock(Clock):
    """Time passes only when someone sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        """Return what was slept."""
        return self.now

    def unix(self) -> float:
        """Return a fixed day plus what was slept."""
        return 1_700_000_000 + self.now

    def sleep(self, seconds: float) -> None:
        """Pass on."""
        self.now += seconds


@dataclass
class Seen:
    """A request as it came."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """Return the body read as JSON."""
        return json.loads(self.body)


@dataclass
class Service:
    """The server's script and memory; paths answer in turn, the last answer for ever."""

    url: str = ""
    script: dict[str, list[Answer]] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)

    def on(self, route: str, *answers: Answer) -> None:
        """Answer ``METHOD /path``; a path may end in ``*``."""
        self.script[route] = list(answers)

    def calls(self, route: str) -> list[Seen]:
        """Return the requests of a route."""
        return [one for one in self.seen if _fits(route, one)]

    def answer(self, seen: Seen) -> Response:
        """Return the next answer of the longest route that fits."""
        self.seen.append(seen)
        fitting = [route for route in self.script if _fits(route, seen)]
        if not fitting:
            return JSONResponse({"detail": "Not Found"}, 404)
        answers = self.script[max(fitting, key=len)]
        chosen = answers.pop(0) if len(answers) > 1 else answers[0]
        return chosen(seen) if not isinstance(chosen, Response) else chosen


def _fits(route: str, seen: Seen) -> bool:
    here = f"{seen.method} {seen.path}"
    return here.startswith(route[:-1]) if route.endswith("*") else here == route


class Half(Response):
    """Promises all and breaks off in the middle."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send half of it."""
        del scope, receive
        length = str(len(self.body)).encode()
        headers = [(b"content-length", length), (b"etag", b'"one"')]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        half = bytes(self.body)[: len(self.body) // 2]
        await send({"type": "http.response.body", "body": half, "more_body": True})
        raise ConnectionAbortedError("the line breaks here on purpose")


class Hanging(Response):
    """Never answers; notes that it was asked and that the asker hung up."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Event()
        self.left = threading.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wait for the other side to go."""
        del scope, send
        self.asked.set()
        while (await receive())["type"] != "http.disconnect":
            pass
        self.left.set()


def ranged(data: bytes) -> Callable[[Seen], Response]:
    """Return an answer that honors ``Range``."""

    def answer(seen: Seen) -> Response:
        asked = seen.headers.get("range", "")
        if not asked:
            return Response(data)
        start = int(asked.removeprefix("bytes=").removesuffix("-"))
        told = {"content-range": f"bytes {start}-{len(data) - 1}/{len(data)}"}
        return Response(data[start:], 206, headers=told)

    return answer


@pytest.fixture(scope="session")
def _server() -> Iterator[tuple[Service, str]]:
    held = Service()

    async def anything(request: Request) -> Response:
        body = await request.body()
        headers = {name.lower(): value for name, value in request.headers.items()}
        query = dict(request.query_params)
        return held.answer(Seen(request.method, request.url.path, query, headers, body))

    app = Starlette(routes=[Route("/{path:path}", anything, methods=["GET", "POST"])])
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield held, f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listening.close()


@pytest.fixture
def service(_server: tuple[Service, str]) -> Service:
    held, url = _server
    held.url, held.script, held.seen = url, {}, []
    return held


@pytest.fixture
def clock() -> FastClock:
    return FastClock()


@pytest.fixture
def half() -> type[Half]:
    return Half


@pytest.fixture
def hanging() -> Hanging:
    return Hanging()


@pytest.fixture
def ranged_answer() -> Callable[[bytes], Callable[[Seen], Response]]:
    return ranged


@pytest.fixture
def ticket() -> Ticket:
    return Ticket(assets=AssetStore())


@pytest.fixture
def picture() -> Callable[..., bytes]:
    """Return PNG bytes of one color, or of a given picture."""

    def make(
        width: int = 64, height: int = 64, color: Any = (200, 30, 40), mode: str = "RGB"
    ) -> bytes:
        held = io.BytesIO()
        Image.new(mode, (width, height), color).save(held, "PNG")
        return held.getvalue()

    return make


@pytest.fixture
def kept(ticket: Ticket) -> Callable[[bytes], str]:
    """Return the hash under which the ticket's store keeps a picture."""
    return lambda data: ticket.assets.add(data, Provenance(source="import")).sha256
