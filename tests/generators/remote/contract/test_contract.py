"""Every service against the same contract, on a real server: auth, waiting, faults, money."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.responses import JSONResponse, Response

from generators.base import Budget, Ticket
from generators.errors import GenerationCancelled, GenerationFailed, NotReady
from generators.provider import Provider
from generators.provider_settings import ProviderSettings
from generators.remote.clock import Clock
from generators.roster import Roster


def names_of(service: Any, case: Any) -> set[str]:
    """Return the orders a service was sent, told apart as it would tell them."""
    found = set()
    for seen in service.calls(case.submit):
        body = seen.json()
        told = seen.headers.get("idempotency-key")
        found.add(told or body.get("external_task_id") or body.get("prompt_id"))
    return found


def test_it_is_let_in_waits_and_delivers(
    case: Any,
    service: Any,
    provider: Provider,
    ticket: Ticket,
    data: bytes,
    secrets: tuple[str, str],
) -> None:
    case.play(service, data)
    shares: list[float] = []
    watched = Ticket(assets=ticket.assets, progress=lambda share, _: shares.append(share))
    made = provider.fill(case.order, watched)
    assert made.data == data
    assert made.media_type == case.media
    assert made.receipt.cost == 0.25
    assert made.provenance.source == case.name
    assert shares == sorted(shares)
    sent = service.calls(case.submit)
    assert len(sent) == 1
    assert sent[0].headers["authorization"].startswith("Bearer ")
    if case.name != "kling":
        assert sent[0].headers["authorization"] == f"Bearer {secrets[0]}"


def test_too_many_requests_waits_as_long_as_it_is_told(
    case: Any, service: Any, provider: Provider, ticket: Ticket, data: bytes, clock: Any
) -> None:
    case.play(service, data)
    busy = JSONResponse({"message": "slow down"}, 429, headers={"Retry-After": "37"})
    service.on(case.submit, busy, *service.script[case.submit])
    assert provider.fill(case.order, ticket).data == data
    assert clock.now >= 37
    assert len(names_of(service, case)) == 1


def test_a_fault_of_the_server_is_tried_again_under_the_same_name(
    case: Any, service: Any, provider: Provider, ticket: Ticket, data: bytes
) -> None:
    case.play(service, data)
    fault = JSONResponse({"error": {"message": "oops"}, "code": 5000, "message": "oops"}, 500)
    service.on(case.submit, fault, *service.script[case.submit])
    assert provider.fill(case.order, ticket).data == data
    assert len(service.calls(case.submit)) == 2
    assert len(names_of(service, case)) == 1


def test_a_refusal_is_said_and_may_be_corrected(
    case: Any,
    service: Any,
    provider: Provider,
    ticket: Ticket,
    data: bytes,
    secrets: tuple[str, str],
) -> None:
    case.play(service, data)
    well = list(service.script[case.submit])
    service.on(case.submit, case.refusal)
    with pytest.raises(GenerationFailed, match=r"refused|bad input") as raised:
        provider.fill(case.order, ticket)
    assert len(service.calls(case.submit)) == 1
    assert not any(secret in str(raised.value) for secret in secrets)
    service.on(case.submit, *well)
    assert provider.fill(case.order, ticket).data == data


def test_a_half_sent_result_is_fetched_to_its_end(
    case: Any,
    service: Any,
    provider: Provider,
    ticket: Ticket,
    data: bytes,
    half: Any,
    ranged_answer: Any,
) -> None:
    case.play(service, data)
    if not case.result:
        service.on("GET /status/u1", half(b"{}" * 50), *service.script["GET /status/u1"])
        assert provider.fill(case.order, ticket).data == data
        return
    service.on(case.result, half(data), ranged_answer(data))
    assert provider.fill(case.order, ticket).data == data
    again = service.calls(case.result)[1]
    assert again.headers["range"] == f"bytes={len(data) // 2}-"
    assert again.headers["if-range"] == '"one"'
    assert len(service.calls(case.submit)) == 1


def test_an_expired_link_is_asked_for_anew(
    case: Any, service: Any, provider: Provider, ticket: Ticket, data: bytes
) -> None:
    if not case.result:
        pytest.skip("there is no link")
    case.play(service, data)
    service.on(case.result, Response("expired", 403), Response(data))
    assert provider.fill(case.order, ticket).data == data
    assert len(service.calls(case.submit)) == 1


def test_a_page_in_place_of_the_result_is_not_taken_for_it(
    case: Any, service: Any, provider: Provider, ticket: Ticket
) -> None:
    case.play(service, b"<html>please log in</html>")
    with pytest.raises(GenerationFailed, match="a web page, not"):
        provider.fill(case.order, ticket)


def test_killed_between_sending_and_waiting_it_goes_on_with_the_same_task(
    case: Any,
    service: Any,
    settings: ProviderSettings,
    ticket: Ticket,
    data: bytes,
    clock: Clock,
) -> None:
    case.play(service, data)
    first = case.provider(settings, clock)

    class Killed(BaseException):
        """As if the process ended here."""

    def dies(*_: object) -> Any:
        raise Killed

    first.state = dies
    first.finish = dies
    with pytest.raises(Killed):
        first.fill(case.order, ticket)
    made = case.provider(settings, clock).fill(case.order, ticket)
    assert made.data == data
    assert made.receipt.cost == 0
    assert len(service.calls(case.submit)) == 1


def test_a_lost_answer_is_never_paid_twice(
    case: Any,
    service: Any,
    settings: ProviderSettings,
    ticket: Ticket,
    data: bytes,
    clock: Clock,
    half: Any,
) -> None:
    case.play(service, data)
    well = list(service.script[case.submit])
    service.on(case.submit, half(b'{"data": "and then the line breaks"}'), *well)
    provider = case.provider(settings, clock)
    if not case.may_resend:
        for attempt in (provider, case.provider(settings, clock)):
            with pytest.raises(GenerationFailed, match="could pay twice"):
                attempt.fill(case.order, ticket)
        assert len(service.calls(case.submit)) == 1
    else:
        assert provider.fill(case.order, ticket).data == data
        assert len(names_of(service, case)) == 1


def test_stopping_stops(
    case: Any, service: Any, provider: Provider, ticket: Ticket, data: bytes, hanging: Any
) -> None:
    case.play(service, data)

    def is_out() -> bool:
        return bool(service.calls(case.submit)) if case.waits else hanging.asked.is_set()

    if not case.waits:
        service.on(case.submit, hanging)
    stopping = Ticket(assets=ticket.assets, cancelled=is_out)
    with pytest.raises(GenerationCancelled):
        provider.fill(case.order, stopping)
    if case.name == "comfyui":
        assert service.calls("POST /queue")[0].json()["delete"]
        assert service.calls("POST /interrupt")[0].json()["prompt_id"]
    if not case.waits:
        assert hanging.left.wait(5)


def test_a_deadline_ends_the_wait(
    case: Any,
    service: Any,
    settings: ProviderSettings,
    ticket: Ticket,
    data: bytes,
    clock: Clock,
) -> None:
    if not case.waits:
        pytest.skip("gives no task to wait for; the next test is its own")
    case.play(service, data)
    for route, answers in service.script.items():
        if route.startswith("GET /") and len(answers) == 2:
            service.on(route, answers[0])
    if case.name == "comfyui":
        service.on("GET /history/*", JSONResponse({}))
    short = Ticket(assets=ticket.assets, budget=Budget(seconds=20))
    with pytest.raises(GenerationFailed, match="20 s are over") as raised:
        case.provider(settings, clock).fill(case.order, short)
    if case.name in {"kling", "tripo"}:
        assert "is not paid again" in str(raised.value)


def test_a_deadline_before_it_was_taken_leaves_nothing_behind(
    case: Any, service: Any, provider: Provider, ticket: Ticket, data: bytes
) -> None:
    case.play(service, data)
    busy = JSONResponse({"message": "later"}, 429, headers={"Retry-After": "100"})
    service.on(case.submit, busy, *service.script[case.submit])
    short = Ticket(assets=ticket.assets, budget=Budget(seconds=20))
    with pytest.raises(GenerationFailed, match=r"20 s are over while .* later"):
        provider.fill(case.order, short)
    assert provider.fill(case.order, ticket).data == data
    assert len(service.calls(case.submit)) == 2


def test_a_service_that_says_nothing_is_left_in_time(
    case: Any,
    service: Any,
    settings: ProviderSettings,
    ticket: Ticket,
    data: bytes,
    hanging: Any,
) -> None:
    case.play(service, data)
    service.on(case.submit, hanging)
    short = Ticket(assets=ticket.assets, budget=Budget(seconds=0.3))
    with pytest.raises(GenerationFailed, match=r"0.3 s are over"):
        case.provider(settings, Clock()).fill(case.order, short)
    assert hanging.left.wait(5)


def test_nothing_set_up_names_the_variable(case: Any, clock: Clock, ticket: Ticket) -> None:
    provider = case.provider(ProviderSettings(), clock)
    readiness = provider.probe()
    assert not readiness.ready
    assert readiness.command.startswith("set DANQING_")
    with pytest.raises(NotReady, match="set DANQING_"):
        provider.fill(case.order, ticket)
    assert provider.offer().cost == 0


def test_it_is_listed_under_its_name(case: Any, settings: ProviderSettings) -> None:
    listed = Roster(settings).provider(case.name)
    assert isinstance(listed, case.kind)
    assert listed.summary.endswith(".")


NONSENSE = [
    Response("<html>"),
    JSONResponse([1]),
    JSONResponse({"code": 0, "data": None}),
    JSONResponse({"code": 0, "data": [None]}),
    JSONResponse({"code": 0, "data": {"task_status": "succeed", "status": "success"}}),
    JSONResponse(
        {"code": 0, "data": {"task_status": "succeed", "task_result": {"videos": [3]}}}
    ),
    JSONResponse({"status": "completed", "code": 0, "model_base64": "!", "url": ""}),
    JSONResponse({"data": [{"b64_json": "%%"}]}),
]


@pytest.mark.parametrize("nonsense", NONSENSE, ids=range(len(NONSENSE)))
def test_nonsense_is_a_failure_and_no_crash(
    case: Any, service: Any, provider: Provider, ticket: Ticket, nonsense: Response
) -> None:
    case.play(service, b"")
    if case.waits:
        for route in ("GET /history/*", "GET /v1/videos/text2video/7", "GET /task/t1"):
            service.on(route, nonsense)
        service.on("GET /status/u1", nonsense)
    else:
        service.on(case.submit, nonsense)
    short = Ticket(assets=ticket.assets, budget=Budget(seconds=4))
    with pytest.raises(GenerationFailed):
        provider.fill(case.order, short)
