"""Mesh servers: Hunyuan3D-2 and 2.1, and whatever speaks the same small contract.

Contract, from https://github.com/Tencent-Hunyuan/Hunyuan3D-2 (``api_server.py``): POST ``send``
with JSON (``image`` base64 or ``text``, ``seed``, ``num_inference_steps``, ``guidance_scale``,
``texture``, ``face_count``, ``type``) gives ``uid``; GET ``status/{uid}`` gives ``processing``,
``texturing``, ``completed`` with ``model_base64``, or ``error``. Without ``send``, POST
``generate`` gives the GLB, or JSON with ``model_base64`` or a link; a failure there is a 404
with ``error_code``. A wrapper of a dozen lines lets TripoSR, TripoSG or TRELLIS speak it.

The older server says ``processing`` for ever once its thread has died, so a task past its
deadline is given up. It binds every interface and asks for no key: keep it on loopback.
"""

from __future__ import annotations

import base64
import binascii
from typing import Any, ClassVar, Final

from generators.base import Readiness, Ticket
from generators.errors import GenerationFailed
from generators.order import MeshOrder, Order
from generators.provider import Offer
from generators.provider_settings import Server
from generators.remote.download import download
from generators.remote.faults import Fault, Reply, ServiceRefused, fault_of, words_of
from generators.remote.material import checked_glb, media_type_of, required
from generators.remote.pictures import as_base64, png_of
from generators.remote.task import Link, Made, Sending, TaskState
from generators.remote.task_provider import TaskProvider, is_remote, lacking

__all__ = ["MeshServer"]

_VIEWS: Final = ("image_front", "image_left", "image_back", "image_right")
_SPARE: Final = 8
"""How many times the faces ordered may come before a file is refused: without texture the
server does not reduce them."""


class MeshServer(TaskProvider):
    """Meshes from a Hunyuan3D server or one that speaks like it."""

    name = "mesh_server"
    summary = "Meshes from a server of your own: Hunyuan3D, TripoSR, TripoSG, TRELLIS."
    poll_seconds: ClassVar[float] = 1.0
    forgets_late: ClassVar[bool] = True
    may_resend: ClassVar[bool] = True

    @property
    def server(self) -> Server | None:
        """The server of the settings."""
        return self.settings.mesh_server

    def probe(self) -> Readiness:
        """Return whether an address is set; asks nobody, for few servers have a health page."""
        if self.server is None:
            return lacking(
                "DANQING_MESH_URL=http://127.0.0.1:8081", because="the address of a mesh server"
            )
        return Readiness(ready=True)

    def offer(self) -> Offer:
        """Return what the contract can do."""
        server = self.server
        return Offer(
            kind="mesh",
            abilities=frozenset({"text", "image"}),
            model=server.model if server else "",
            is_remote=server is not None and is_remote(server),
            needs_gpu=True,
            is_reproducible=False,
            cost=server.cost if server else 0.0,
            seconds=60,
            quality=70,
        )

    def fault(self, reply: Reply) -> Fault | None:
        """Return what is wrong, by the service's own codes."""
        return _fault_of(reply)

    def prepare(self, order: Order, link: Link) -> Sending:
        """Return the JSON of an order."""
        assert isinstance(order, MeshOrder)
        body: dict[str, Any] = {
            "seed": order.seed,
            "texture": order.textured,
            "face_count": order.faces,
            "type": "glb",
        }
        if order.steps is not None:
            body["num_inference_steps"] = order.steps
        if order.guidance is not None:
            body["guidance_scale"] = order.guidance
        read = link.wait.ticket.assets.read
        views = [as_base64(png_of(read(one))) for one in order.images[: len(_VIEWS)]]
        if not views:
            body["text"] = order.prompt
        elif len(views) == 1:
            body["image"] = views[0]
        else:
            body |= dict(zip(_VIEWS, views, strict=False))
        left_out = len(order.images) > len(_VIEWS)
        notes = ("the server takes four views; the rest is left out",) if left_out else ()
        return Sending(body, notes=notes)

    def submit(self, sending: Sending, link: Link) -> str | Made:
        """Return the number of the task, or the mesh from a server that has no tasks."""
        headers = {"Idempotency-Key": sending.name}
        try:
            reply = link.line.send(
                "POST", "send", link.wait, doing="ordering a mesh", json=sending.body,
                headers=headers,
            )  # fmt: skip
        except ServiceRefused as refused:
            if refused.fault.kind != "gone":
                raise
        else:
            uid = reply.json().get("uid")
            if uid:
                return str(uid)
        reply = link.line.send(
            "POST",
            "generate",
            link.wait,
            doing="making a mesh",
            seconds=None,
            most_bytes=self.most_bytes,
            json=sending.body,
            headers=headers,
        )
        if media_type_of(reply.body):
            return Made(reply.body)
        body = reply.json()
        if body.get("model_base64"):
            return Made(_decoded(body["model_base64"], link))
        address = body.get("url") or body.get("model_url")
        if address:
            return Made(download(link.line, str(address), link.wait, self.most_bytes))
        raise GenerationFailed(f"{link.line.place} answered without a mesh; check the address")

    def state(self, task: str, link: Link) -> TaskState:
        """Return how far a mesh is."""
        reply = link.line.send(
            "GET",
            f"status/{task}",
            link.wait,
            doing="asking how far the mesh is",
            most_bytes=self.most_bytes,
        )
        body = reply.json()
        status = body.get("status")
        if status == "completed":
            if body.get("model_base64"):
                return TaskState("done", 1.0, data=_decoded(body["model_base64"], link))
            return TaskState(
                "done", 1.0, link=str(body.get("url") or body.get("model_url") or "")
            )
        if status in {"error", "failed"}:
            return TaskState("failed", says=str(body.get("message") or "no reason given"))
        return TaskState("waiting", 0.7 if status == "texturing" else 0.3, f"mesh {status}")

    def finish(
        self, data: bytes, order: Order, ticket: Ticket
    ) -> tuple[bytes, str, tuple[str, ...]]:
        """Return the mesh after a look inside."""
        del ticket
        assert isinstance(order, MeshOrder)
        kind = required(data, ("model/gltf-binary",), "the mesh server")
        faces = checked_glb(data, _SPARE * order.faces, "the mesh server")
        notes = (f"{faces} faces, {order.faces} were asked for",) if faces > order.faces else ()
        return data, kind, notes


def _decoded(text: object, link: Link) -> bytes:
    try:
        return base64.b64decode(str(text), validate=True)
    except binascii.Error as error:
        raise GenerationFailed(f"{link.line.place} sent a damaged mesh; try again") from error


def _fault_of(reply: Reply) -> Fault | None:
    """Return what is wrong: a 404 with an error code is a failure, not a missing page."""
    plain = fault_of(reply)
    if plain is not None and reply.status == 404 and "error_code" in reply.json():
        return Fault("wrong", f"{words_of(reply)} Try another picture or seed.")
    return plain
