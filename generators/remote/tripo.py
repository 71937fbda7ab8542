"""Tripo: meshes from words, a picture, or up to four views.

Facts: https://platform.tripo3d.ai/docs (generation, task, upload) and the OpenAPI description,
read as copied in public repositories in 2025–2026. Links to results are good for five minutes,
so they are asked for again. Not verified against the service: an idempotency key (none is
documented, so an order whose answer was lost is not sent again), and the order of views beyond
``[front, left, back, right]``. There is no way to stop a task.
"""

from __future__ import annotations

from typing import Any, ClassVar, Final

from generators.base import Readiness, Ticket
from generators.errors import GenerationFailed
from generators.order import MeshOrder, Order
from generators.provider import Offer
from generators.provider_settings import Server
from generators.remote.faults import Fault, FaultKind, Reply, fault_of, words_of
from generators.remote.material import checked_glb, media_type_of, required
from generators.remote.pictures import png_of
from generators.remote.task import Link, Made, Sending, TaskState
from generators.remote.task_provider import TaskProvider, is_remote, lacking

__all__ = ["Tripo"]

_MOST_CHARACTERS: Final = 1024
_MOST_VIEWS: Final = 4
_SPARE: Final = 4
"""How many times the faces ordered may come before a file is refused."""
_KINDS: Final[dict[int, FaultKind]] = {
    1001: "wrong", 1002: "key", 1003: "wrong", 1004: "wrong", 1005: "key", 2000: "busy",
    2001: "gone", 2008: "content", 2010: "money", 2014: "down", 2019: "gone",
}  # fmt: skip


class Tripo(TaskProvider):
    """Meshes from Tripo."""

    name = "tripo"
    summary = "Textured meshes from Tripo: from words, a picture or four views."
    poll_seconds: ClassVar[float] = 3.0

    @property
    def server(self) -> Server | None:
        """The server of the settings."""
        return self.settings.tripo

    def probe(self) -> Readiness:
        """Return whether a key is set; asks nobody."""
        server = self.server
        if server is None or not server.key.get_secret_value():
            return lacking("DANQING_TRIPO_KEY", because="a key")
        return Readiness(ready=True)

    def offer(self) -> Offer:
        """Return what the interface can do."""
        server = self.server
        return Offer(
            kind="mesh",
            abilities=frozenset({"text", "image"}),
            model=server.model if server else "",
            is_remote=is_remote(server),
            is_reproducible=False,
            cost=server.cost if server else 0.0,
            seconds=120,
            quality=80,
        )

    def fault(self, reply: Reply) -> Fault | None:
        """Return what is wrong, by the service's own codes."""
        return _fault_of(reply)

    def prepare(self, order: Order, link: Link) -> Sending:
        """Return the body of a task, its pictures uploaded."""
        assert isinstance(order, MeshOrder)
        server = self.server
        assert server is not None
        if len(order.prompt) > _MOST_CHARACTERS:
            raise GenerationFailed(
                f"Tripo takes at most {_MOST_CHARACTERS} characters; say less"
            )
        body: dict[str, Any] = {
            "model_seed": order.seed,
            "texture_seed": order.seed,
            "face_limit": order.faces,
            "texture": order.textured,
            "pbr": order.textured,
        }
        if server.model:
            body["model_version"] = server.model
        notes: list[str] = []
        views = [self._uploaded(sha256, link) for sha256 in order.images[:_MOST_VIEWS]]
        if len(order.images) > _MOST_VIEWS:
            notes.append(
                "Tripo takes four views: front, left, back, right; the rest is left out"
            )
        if not views:
            body |= {"type": "text_to_model", "prompt": order.prompt}
        elif len(views) == 1:
            body |= {"type": "image_to_model", "file": views[0]}
        else:
            body |= {"type": "multiview_to_model", "files": [*views, *[{}] * (4 - len(views))]}
        return Sending(body, notes=tuple(notes))

    def submit(self, sending: Sending, link: Link) -> str | Made:
        """Return the number of the new task."""
        reply = link.line.send(
            "POST",
            "task",
            link.wait,
            doing="ordering a mesh",
            repeats="refused",
            json=sending.body,
            headers={"Idempotency-Key": sending.name},
        )
        task = reply.part("data").get("task_id")
        if not task:
            raise GenerationFailed("Tripo took the order but gave it no number; look there")
        return str(task)

    def state(self, task: str, link: Link) -> TaskState:
        """Return how far a mesh is."""
        reply = link.line.send(
            "GET", f"task/{task}", link.wait, doing="asking how far the mesh is"
        )
        data = reply.part("data")
        status = data.get("status")
        if status == "success":
            output = reply.part("data", "output")
            names = ("pbr_model", "model", "base_model")
            link_to = next((output[name] for name in names if output.get(name)), "")
            return TaskState("done", 1.0, link=_address(link_to))
        if status == "banned":
            return TaskState("failed", says="refused for its content; change prompt or picture")
        if status in {"failed", "cancelled", "expired", "unknown"}:
            return TaskState("failed", says=f"{status} {data.get('error_msg') or ''}".strip())
        progress = data.get("progress")
        share = progress / 100 if isinstance(progress, (int, float)) else 0.0
        return TaskState("waiting", min(max(share, 0.0), 1.0), f"mesh {status}")

    def finish(
        self, data: bytes, order: Order, ticket: Ticket
    ) -> tuple[bytes, str, tuple[str, ...]]:
        """Return the mesh after a look inside."""
        del ticket
        assert isinstance(order, MeshOrder)
        kind = required(data, ("model/gltf-binary",), "Tripo")
        faces = checked_glb(data, _SPARE * order.faces, "Tripo")
        notes = (f"{faces} faces, {order.faces} were asked for",) if faces > order.faces else ()
        return data, kind, notes

    def _uploaded(self, sha256: str, link: Link) -> dict[str, str]:
        data = link.wait.ticket.assets.read(sha256)
        kind = media_type_of(data)
        if kind not in {"image/png", "image/jpeg", "image/webp"}:
            data, kind = png_of(data), "image/png"
        suffix = kind.removeprefix("image/")
        reply = link.line.send(
            "POST",
            "upload/sts",
            link.wait,
            doing="uploading a picture",
            files={"file": (f"view.{suffix}", data, kind)},
        )
        token = reply.part("data").get("image_token")
        if not token:
            raise GenerationFailed(f"{link.line.place} kept no picture; try again")
        return {"type": suffix, "file_token": str(token)}


def _address(found: object) -> str:
    """Return a link that is given bare or as an object with one."""
    return str(found.get("url", "") if isinstance(found, dict) else found)


def _fault_of(reply: Reply) -> Fault | None:
    """Return what is wrong, by Tripo's own codes."""
    code = reply.json().get("code")
    if reply.status < 300 and code == 0:
        return None
    plain = fault_of(reply)
    kind = _KINDS.get(code, plain.kind if plain else "wrong") if code is not None else None
    if kind is None:
        return plain
    says = words_of(reply)
    if kind == "content":
        return Fault(kind, f"refused for its content: {says}")
    return Fault(kind, f"{says} Check DANQING_TRIPO_KEY." if kind == "key" else says)
