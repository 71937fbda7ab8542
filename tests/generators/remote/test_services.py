"""Kling, Tripo and mesh servers: what each is sent, beside the contract they share."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import SecretStr
from starlette.responses import JSONResponse, Response

from generators.base import Budget, Ticket
from generators.errors import GenerationFailed
from generators.order import MeshOrder, VideoOrder
from generators.provider_settings import ProviderSettings, Server
from generators.remote.kling import Kling, token_of
from generators.remote.mesh_server import MeshServer
from generators.remote.tripo import Tripo

Keep = Callable[[bytes], str]
MP4 = b"\x00\x00\x00\x18ftypmp42film"
GLTF = json.dumps(
    {
        "meshes": [{"primitives": [{"attributes": {}, "indices": 0}]}],
        "accessors": [{"count": 12}],
    }
).encode()
GLB = b"".join(
    [b"glTF", (2).to_bytes(4, "little"), (20 + len(GLTF)).to_bytes(4, "little"),
     len(GLTF).to_bytes(4, "little"), b"JSON", GLTF]
)  # fmt: skip


@pytest.fixture
def settings(service: Any) -> ProviderSettings:
    server = Server(url=service.url, key=SecretStr("ak"), secret=SecretStr("sk"))
    return ProviderSettings(kling=server, tripo=server, mesh_server=server)


def test_a_token_is_signed_and_runs_out(clock: Any) -> None:
    head, claims, signature = token_of("ak", "sk", clock).split(".")

    def read(part: str) -> bytes:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))

    assert json.loads(read(head)) == {"alg": "HS256", "typ": "JWT"}
    assert json.loads(read(claims)) == {
        "iss": "ak", "exp": 1_700_001_800, "nbf": 1_699_999_995
    }  # fmt: skip
    signed = hmac.new(b"sk", f"{head}.{claims}".encode(), hashlib.sha256).digest()
    assert read(signature) == signed


def test_two_frames_make_a_film(
    service: Any,
    settings: ProviderSettings,
    clock: Any,
    ticket: Ticket,
    picture: Any,
    kept: Keep,
) -> None:
    done = {"task_status": "succeed", "task_result": {"videos": [{"url": "/f.mp4"}]}}
    service.on(
        "POST /v1/videos/image2video", JSONResponse({"code": 0, "data": {"task_id": "9"}})
    )
    service.on("GET /v1/videos/image2video/9", JSONResponse({"code": 0, "data": done}))
    service.on("GET /f.mp4", Response(MP4))
    first, last = picture(400, 320), picture(400, 320, (0, 0, 9))
    order = VideoOrder(prompt="turn", first=kept(first), last=kept(last), seconds=8)
    made = Kling(settings, clock).fill(order, ticket)
    sent = service.calls("POST *")[0].json()
    assert base64.b64decode(sent["image"]) == first
    assert base64.b64decode(sent["image_tail"]) == last
    assert (sent["duration"], sent["mode"], sent["model_name"]) == ("10", "pro", "kling-v2-6")
    assert "10 s long instead of 8" in made.receipt.notes


@pytest.mark.parametrize(
    ("size", "seconds", "says"),
    [((200, 400), 5, "300 px"), ((1000, 320), 5, "2.5:1"), ((400, 400), 12, "at most 10")],
)
def test_what_kling_does_not_take_is_said_before(  # noqa: PLR0917 (pytest hands them in by name)
    service: Any,
    settings: ProviderSettings,
    clock: Any,
    ticket: Ticket,
    picture: Any,
    kept: Keep,
    size: tuple[int, int],
    seconds: float,
    says: str,
) -> None:
    order = VideoOrder(first=kept(picture(*size)), seconds=seconds)
    with pytest.raises(GenerationFailed, match=says):
        Kling(settings, clock).fill(order, ticket)
    assert not service.seen


def test_a_task_that_fails_may_be_sent_anew_under_another_name(
    service: Any, settings: ProviderSettings, clock: Any, ticket: Ticket
) -> None:
    service.on(
        "POST /v1/videos/text2video", JSONResponse({"code": 0, "data": {"task_id": "9"}})
    )
    failed = {"task_status": "failed", "task_status_msg": "too dark"}
    service.on("GET /v1/videos/text2video/9", JSONResponse({"code": 0, "data": failed}))
    provider = Kling(settings, clock)
    for _ in range(2):
        with pytest.raises(GenerationFailed, match="too dark"):
            provider.fill(VideoOrder(prompt="night"), ticket)
    names = {one.json()["external_task_id"] for one in service.calls("POST *")}
    assert len(names) == 2


def test_views_are_uploaded_and_named(
    service: Any,
    settings: ProviderSettings,
    clock: Any,
    ticket: Ticket,
    picture: Any,
    kept: Keep,
) -> None:
    tokens = (JSONResponse({"code": 0, "data": {"image_token": f"t{n}"}}) for n in range(2))
    done = {"status": "success", "output": {"model": f"{service.url}/m.glb"}}
    service.on("POST /upload/sts", *tokens)
    service.on("POST /task", JSONResponse({"code": 0, "data": {"task_id": "9"}}))
    service.on("GET /task/9", JSONResponse({"code": 0, "data": done}))
    service.on("GET /m.glb", Response(GLB))
    views = (kept(picture()), kept(picture(65, 65)))
    made = Tripo(settings, clock).fill(MeshOrder(images=views, textured=False, seed=3), ticket)
    assert made.data == GLB
    sent = service.calls("POST /task")[0].json()
    assert sent["type"] == "multiview_to_model"
    assert sent["files"] == [
        {"type": "png", "file_token": "t0"}, {"type": "png", "file_token": "t1"}, {}, {}
    ]  # fmt: skip
    assert (sent["texture"], sent["pbr"], sent["model_seed"]) == (False, False, 3)


def test_credit_that_is_out_is_not_asked_for_again(
    service: Any, settings: ProviderSettings, clock: Any, ticket: Ticket
) -> None:
    told = {"code": 2010, "message": "need more credits", "suggestion": "buy some"}
    service.on("POST /task", JSONResponse(told, 403))
    with pytest.raises(GenerationFailed, match="need more credits buy some"):
        Tripo(settings, clock).fill(MeshOrder(prompt="x"), ticket)
    assert len(service.seen) == 1


@pytest.mark.parametrize("form", ["bytes", "json", "link"])
def test_a_server_without_tasks_answers_at_once(
    service: Any, settings: ProviderSettings, clock: Any, ticket: Ticket, form: str
) -> None:
    answers = {
        "bytes": Response(GLB),
        "json": JSONResponse({"model_base64": base64.b64encode(GLB).decode()}),
        "link": JSONResponse({"url": "m.glb"}),
    }
    service.on("POST /generate", answers[form])
    service.on("GET /m.glb", Response(GLB))
    assert MeshServer(settings, clock).fill(MeshOrder(prompt="x"), ticket).data == GLB
    body = service.calls("POST /generate")[0].json()
    assert (body["text"], body["type"], body["face_count"]) == ("x", "glb", 40_000)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (GLB[:-1], "damaged"),
        (GLB.replace(b'"count": 12}', b'"count": 120000000}'), "damaged|triangles"),
        (b"solid stl", "not model/gltf-binary"),
    ],
)
def test_a_mesh_that_cannot_be_right_is_refused(
    service: Any, settings: ProviderSettings, clock: Any, ticket: Ticket, data: bytes, says: str
) -> None:
    text = base64.b64encode(data).decode()
    service.on("POST /generate", JSONResponse({"model_base64": text}))
    with pytest.raises(GenerationFailed, match=says):
        MeshServer(settings, clock).fill(MeshOrder(prompt="x"), ticket)


def test_processing_for_ever_is_given_up_and_asked_anew(
    service: Any, settings: ProviderSettings, clock: Any, ticket: Ticket
) -> None:
    service.on("POST /send", JSONResponse({"uid": "a"}), JSONResponse({"uid": "b"}))
    service.on("GET /status/a", JSONResponse({"status": "processing"}))
    whole = base64.b64encode(GLB).decode()
    service.on("GET /status/b", JSONResponse({"status": "completed", "model_base64": whole}))
    provider = MeshServer(settings, clock)
    short = Ticket(assets=ticket.assets, budget=Budget(seconds=60))
    with pytest.raises(GenerationFailed, match="60 s are over"):
        provider.fill(MeshOrder(prompt="x"), short)
    assert provider.fill(MeshOrder(prompt="x"), ticket).data == GLB
