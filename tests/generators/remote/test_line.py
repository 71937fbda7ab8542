"""The line, the ledger and downloads by themselves."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.responses import Response

from generators.base import Ticket
from generators.errors import GenerationFailed
from generators.provider_settings import Server
from generators.remote.connection import Connection
from generators.remote.download import download
from generators.remote.faults import Reply, ServiceRefused, pause_of
from generators.remote.ledger import Entry, Ledger
from generators.remote.wait import Wait

KEY = "k" * 64


@pytest.fixture(params=["folder", "memory"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "orders" if request.param == "folder" else None)


def test_an_order_is_claimed_by_one(ledger: Ledger) -> None:
    with ThreadPoolExecutor(8) as pool:
        claimed = [one for one in pool.map(lambda _: ledger.claim(KEY), range(8)) if one]
    assert len(claimed) == 1
    ledger.take(KEY, claimed[0], "task-1")
    assert ledger.claim(KEY) is None
    assert ledger.read(KEY) == Entry(state="taken", task="task-1")
    ledger.fail(KEY, claimed[0])
    again = ledger.claim(KEY)
    assert again is not None
    assert again.attempt == 2
    ledger.forget(KEY)
    assert ledger.read(KEY) is None


def test_an_entry_that_cannot_be_read_counts_as_sent(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.claim(KEY)
    (tmp_path / f"{KEY}.json").write_text("{", "utf-8")
    assert ledger.read(KEY) == Entry()
    assert ledger.claim(KEY) is None
    assert not list(tmp_path.glob(".part-*"))


@pytest.fixture
def line(service: Any, clock: Any) -> Any:
    with Connection(Server(url=service.url), clock=clock) as opened:
        yield opened


@pytest.fixture
def wait(ticket: Ticket, clock: Any) -> Wait:
    return Wait(ticket, clock, 600)


def test_a_service_that_stays_down_is_left_alone(
    service: Any, line: Connection, wait: Wait, clock: Any
) -> None:
    service.on("GET /x", Response("", 503))
    with pytest.raises(ServiceRefused, match="HTTP 503"):
        line.send("GET", "x", wait, doing="looking")
    assert len(service.seen) == 6
    assert clock.now == 1 + 2 + 4 + 8 + 16


@pytest.mark.parametrize(
    ("header", "pause"),
    [("7", 7), ("Tue, 14 Nov 2023 22:13:50 GMT", 30), ("9999", 120), ("soon", 2), ("", 2)],
)
def test_how_long_to_wait(header: str, pause: float) -> None:
    assert pause_of(Reply(429, {"retry-after": header}, b""), 1, 1_700_000_000) == pause


def test_a_file_that_changed_meanwhile_is_fetched_whole(
    service: Any, line: Connection, wait: Wait, half: Any
) -> None:
    service.on("GET /f", half(b"a" * 1000), Response(b"b" * 900))
    assert download(line, "f", wait, 1 << 20) == b"b" * 900


def test_a_part_that_does_not_fit_is_not_pasted_in(
    service: Any, line: Connection, wait: Wait, half: Any
) -> None:
    wrong = Response(b"zz", 206, headers={"content-range": "bytes 3-4/1000"})
    service.on("GET /f", half(b"a" * 1000), wrong, Response(b"a" * 1000))
    assert download(line, "f", wait, 1 << 20) == b"a" * 1000


@pytest.mark.parametrize("known", [True, False], ids=["told", "found out"])
def test_too_much_is_refused(
    service: Any, line: Connection, wait: Wait, *, known: bool
) -> None:
    answer = Response(b"a" * 5000)
    if not known:
        del answer.headers["content-length"]
    service.on("GET /f", answer)
    with pytest.raises(GenerationFailed, match="larger than"):
        download(line, "f", wait, 1000)
    with pytest.raises(GenerationFailed, match="more than"):
        line.send("GET", "f", wait, doing="looking", most_bytes=1000)


@pytest.mark.parametrize("link", ["file:///etc/passwd", "ftp://x/y"])
def test_other_kinds_of_links_are_not_followed(line: Connection, wait: Wait, link: str) -> None:
    with pytest.raises(GenerationFailed, match="nobody follows"):
        download(line, link, wait, 1000)
