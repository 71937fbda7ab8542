"""The five services: an order for each, what it answers when all goes well, how it says no."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydantic import SecretStr
from starlette.responses import JSONResponse, Response

from generators.mesh.export.glb import glb_bytes
from generators.mesh.mesh import Mesh
from generators.mesh.prop import Material, Part, Prop
from generators.order import ImageOrder, MeshOrder, Order, VideoOrder
from generators.provider_settings import ProviderSettings, Server
from generators.remote.clock import Clock
from generators.remote.comfyui import ComfyImages
from generators.remote.kling import Kling
from generators.remote.mesh_server import MeshServer
from generators.remote.openai_images import OpenAIImages
from generators.remote.task_provider import TaskProvider
from generators.remote.tripo import Tripo

KEY, SECRET = "sk-very-private-0123456789", "shh-even-more-private-98765"
MP4 = b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 400
WORKFLOW = {
    "1": {"class_type": "CLIPTextEncode", "inputs": {"text": "?"}},
    "2": {"class_type": "KSampler", "inputs": {"positive": ["1", 0], "seed": 1}},
    "3": {"class_type": "SaveImage", "inputs": {"images": ["2", 0]}},
}


@dataclass(frozen=True)
class Case:
    """One service.

    Attributes:
        kind: Its provider.
        order: What it is asked for.
        submit: The route that may cost money.
        result: The route of the result; empty when it comes inside an answer.
        refusal: How it says no.
        media: What it delivers.
        play: Writes the server's script of a good day.
        waits: Whether it gives a task to wait for.
        may_resend: Whether an order may be sent again when the answer was lost.
    """

    kind: type[TaskProvider]
    order: Order
    submit: str
    result: str
    refusal: Response
    media: str
    play: Callable[[Any, bytes], None]
    waits: bool = True
    may_resend: bool = True

    @property
    def name(self) -> str:
        """As in the roster."""
        return self.kind.name

    def settings(self, url: str, folder: Path) -> ProviderSettings:
        """Return settings with two keys and a cache."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "plain.json").write_text(json.dumps(WORKFLOW), "utf-8")
        server = Server(
            url=url,
            model="the-model",
            key=SecretStr(KEY),
            secret=SecretStr(SECRET),
            seconds=600,
            cost=0.25,
        )
        return ProviderSettings.model_validate(
            {self.name: server, "cache": folder, "workflow": folder / "plain.json"}
        )

    def provider(self, settings: ProviderSettings, clock: Clock) -> TaskProvider:
        """Return a new one, as a new process would make it."""
        return self.kind(settings, clock)


def _play_images(service: Any, data: bytes) -> None:
    answer = {"data": [{"url": f"{service.url}/file/one?sig=x"}]}
    service.on("POST /images/generations", JSONResponse(answer))
    service.on("GET /file/one", Response(data))


def _play_comfyui(service: Any, data: bytes) -> None:
    queued: list[str] = []

    def submit(seen: Any) -> Response:
        queued.append(seen.json()["prompt_id"])
        return JSONResponse({"prompt_id": queued[-1]})

    def history(seen: Any) -> Response:
        number = seen.path.rpartition("/")[2]
        if number not in queued or len(service.calls("GET /history*")) < 2:
            return JSONResponse({})
        files = [{"filename": "a.png", "subfolder": "", "type": "output"}]
        return JSONResponse({number: {"outputs": {"3": {"images": files}}}})

    def queue(seen: Any) -> Response:
        del seen
        return JSONResponse({"queue_running": [[0, one] for one in queued]})

    def node(seen: Any) -> Response:
        return JSONResponse({seen.path.rpartition("/")[2]: {"input": {}}})

    service.on("GET /system_stats", JSONResponse({"system": {}}))
    service.on("GET /object_info/*", node)
    service.on("POST /prompt", submit)
    service.on("GET /history/*", history)
    service.on("GET /queue", queue)
    service.on("POST /queue", Response())
    service.on("POST /interrupt", Response())
    service.on("GET /view", Response(data))


def _play_kling(service: Any, data: bytes) -> None:
    videos = {"videos": [{"url": f"{service.url}/file/film?sig=x"}]}
    task = {"task_id": "7", "task_status": "submitted"}
    done = {"task_status": "succeed", "task_result": videos}
    path = "/v1/videos/text2video"
    service.on(f"POST {path}", JSONResponse({"code": 0, "data": task}))
    service.on(f"GET {path}", JSONResponse({"code": 0, "data": []}))
    service.on(
        f"GET {path}/7",
        JSONResponse({"code": 0, "data": {"task_status": "processing"}}),
        JSONResponse({"code": 0, "data": done}),
    )
    service.on("GET /file/film", Response(data))


def _play_tripo(service: Any, data: bytes) -> None:
    done = {"status": "success", "output": {"pbr_model": f"{service.url}/file/mesh?sig=x"}}
    service.on("POST /task", JSONResponse({"code": 0, "data": {"task_id": "t1"}}))
    service.on(
        "GET /task/t1",
        JSONResponse({"code": 0, "data": {"status": "running", "progress": 40}}),
        JSONResponse({"code": 0, "data": done}),
    )
    service.on("GET /file/mesh", Response(data))


def _play_mesh_server(service: Any, data: bytes) -> None:
    text = base64.b64encode(data).decode()
    service.on("POST /send", JSONResponse({"uid": "u1"}))
    service.on(
        "GET /status/u1",
        JSONResponse({"status": "processing"}),
        JSONResponse({"status": "completed", "model_base64": text}),
    )


CASES = (
    Case(
        OpenAIImages,
        ImageOrder(prompt="a pear", width=64, height=64),
        "POST /images/generations",
        "GET /file/one",
        JSONResponse(
            {"error": {"code": "moderation_blocked", "message": f"No. Key {KEY} noted."}}, 400
        ),
        "image/png",
        _play_images,
        waits=False,
        may_resend=False,
    ),
    Case(
        ComfyImages,
        ImageOrder(prompt="a pear", width=64, height=64),
        "POST /prompt",
        "GET /view",
        JSONResponse({"error": {"message": "prompt refused"}, "node_errors": {}}, 400),
        "image/png",
        _play_comfyui,
    ),
    Case(
        Kling,
        VideoOrder(prompt="rain on a window", seconds=5),
        "POST /v1/videos/text2video",
        "GET /file/film",
        JSONResponse({"code": 1301, "message": f"content policy {SECRET}"}, 400),
        "video/mp4",
        _play_kling,
    ),
    Case(
        Tripo,
        MeshOrder(prompt="a teapot"),
        "POST /task",
        "GET /file/mesh",
        JSONResponse({"code": 2008, "message": f"rejected {KEY}", "suggestion": ""}, 400),
        "model/gltf-binary",
        _play_tripo,
        may_resend=False,
    ),
    Case(
        MeshServer,
        MeshOrder(prompt="a teapot"),
        "POST /send",
        "",
        JSONResponse({"text": "server busy or bad input", "error_code": 1}, 404),
        "model/gltf-binary",
        _play_mesh_server,
    ),
)


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


@pytest.fixture
def secrets() -> tuple[str, str]:
    return KEY, SECRET


@pytest.fixture
def data(case: Case, picture: Callable[..., bytes], glb: bytes) -> bytes:
    """Return what the service delivers."""
    return {"image/png": picture(), "video/mp4": MP4, "model/gltf-binary": glb}[case.media]


@pytest.fixture
def glb() -> bytes:
    points = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], float)
    faces = np.array([[0, 2, 1], [0, 1, 3], [1, 2, 3], [0, 3, 2]], np.int32)
    mesh = Mesh(points, faces, np.tile([0.0, 0.0, 1.0], (4, 1)))
    return glb_bytes(Prop("tetra", (Part("body", mesh, Material()),)), {})


@pytest.fixture
def settings(case: Case, service: Any, tmp_path: Path) -> ProviderSettings:
    return case.settings(service.url, tmp_path / "cache")


@pytest.fixture
def provider(case: Case, settings: ProviderSettings, clock: Clock) -> TaskProvider:
    return case.provider(settings, clock)
