"""A key is in no file, log, error, repr, plan or cache, and is sent to its own service only."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.responses import JSONResponse, RedirectResponse

from generators.base import Ticket
from generators.errors import GenerationFailed
from generators.provider import Provider
from generators.provider_settings import ProviderSettings, Server
from generators.remote.connection import Connection
from generators.roster import Roster


def told_by(error: BaseException | None) -> Iterator[str]:
    """Give all that an error and its causes could tell, down to the request they carry."""
    while error is not None:
        yield from (str(error), repr(error), repr(vars(error)))
        request = getattr(error, "_request", None)
        if request is not None:
            yield repr(request.headers.raw)
        error = error.__cause__ or error.__context__


def test_a_key_is_nowhere(  # noqa: PLR0917 (pytest hands them in by name)
    case: Any,
    service: Any,
    settings: ProviderSettings,
    provider: Provider,
    ticket: Ticket,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    request: pytest.FixtureRequest,
) -> None:
    caplog.set_level(logging.DEBUG)
    key, secret = request.getfixturevalue("secrets")
    case.play(service, request.getfixturevalue("data"))
    well = list(service.script[case.submit])
    echo = f"bad {key} {secret}"
    said = {"error": {"message": echo}, "code": 1200, "message": echo, "suggestion": key}
    told: list[str] = []
    for answers in ([JSONResponse(said, 400)], [request.getfixturevalue("half")(b"x" * 99)]):
        service.on(case.submit, *answers)
        with pytest.raises(GenerationFailed) as raised:
            provider.fill(case.order, ticket)
        told += told_by(raised.value)
        told += [file.read_text("latin-1") for file in tmp_path.rglob("*") if file.is_file()]
        for entry in (tmp_path / "cache" / "orders").iterdir():
            entry.unlink()
    service.on(case.submit, *well)
    made = provider.fill(case.order, ticket)
    told += [repr(settings), settings.model_dump_json(), repr(provider), repr(vars(provider))]
    told += [repr(Roster(settings)), made.model_dump_json(exclude={"data"}), caplog.text]
    told += [file.read_text("latin-1") for file in tmp_path.rglob("*") if file.is_file()]
    told += [f"{one.path} {one.query} {one.body.decode('latin-1')}" for one in service.seen]
    text = "\n".join(told)
    assert key not in text
    assert secret not in text
    assert "eyJ" not in text


def test_another_address_gets_no_key(service: Any, clock: Any) -> None:
    service.on("GET /file", JSONResponse({}))
    line = Connection(
        Server(url=service.url.replace("127.0.0.1", "localhost")),
        clock=clock,
        authorization=lambda: "Bearer private",
    )
    with line, line.stream(line.url(f"{service.url}/file"), {}) as response:
        response.read()
    assert "authorization" not in service.calls("GET /file")[0].headers


def test_a_redirect_to_another_address_takes_no_key_along(service: Any, clock: Any) -> None:
    elsewhere = service.url.replace("127.0.0.1", "localhost")
    service.on("GET /here", RedirectResponse(f"{elsewhere}/there"))
    service.on("GET /there", JSONResponse({}))
    server = Server(url=service.url)
    line = Connection(server, clock=clock, authorization=lambda: "Bearer private")
    with line, line.stream(line.url("/here"), {}) as response:
        response.read()
    assert service.calls("GET /here")[0].headers["authorization"] == "Bearer private"
    assert "authorization" not in service.calls("GET /there")[0].headers
