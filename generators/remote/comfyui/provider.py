"""ComfyUI as a provider: checks that a server has what a workflow needs, runs it, fetches.

Progress is asked for over HTTP: the queue says whether the order waits or runs. Steps within a
run are told over a websocket only, which is not worth a further dependency to a design of a few
seconds.

A prompt may bring its own id (``server.py`` of ComfyUI reads ``prompt_id``); it makes sending
again safe. Servers of before 2025 give another id and are believed.
"""

from __future__ import annotations

import hashlib
import uuid
from typing import Any, ClassVar, Final, Literal
from urllib.parse import quote, urlencode

from compositor.document import AssetStore
from generators.base import Readiness, Ticket
from generators.errors import GenerationError, GenerationFailed, NotReady
from generators.order import ImageOrder, MeshOrder, Order, VideoOrder
from generators.provider import Offer
from generators.provider_settings import Server
from generators.remote.comfyui.nodes import class_of
from generators.remote.comfyui.slots import Role
from generators.remote.comfyui.workflow import Workflow, lacking_in, pictures_of, read_workflows
from generators.remote.faults import Fault, Reply, ServiceRefused, fault_of
from generators.remote.material import checked_glb, media_type_of, required
from generators.remote.pictures import finished, png_of, prepared, with_alpha_mask
from generators.remote.task import Link, Made, Sending, TaskState
from generators.remote.task_provider import TaskProvider, is_remote, lacking
from generators.remote.wait import Wait

__all__ = ["ComfyImages", "ComfyMeshes", "ComfyVideos"]

_PROBE_SECONDS: Final = 2.0
_SPARE: Final = 8
_KINDS: Final[dict[str, tuple[str, ...]]] = {
    "image": ("image/png", "image/jpeg", "image/webp"),
    "video": ("video/mp4", "video/webm"),
    "mesh": ("model/gltf-binary",),
}


class _Comfy(TaskProvider):
    """What the three kinds share."""

    kind: ClassVar[Literal["image", "video", "mesh"]]
    may_resend: ClassVar[bool] = True
    poll_seconds: ClassVar[float] = 0.5
    forgets_late: ClassVar[bool] = True
    can_stop: ClassVar[bool] = True

    @property
    def server(self) -> Server | None:
        """The server of the settings."""
        return self.settings.comfyui

    @property
    def workflows(self) -> tuple[Workflow, ...]:
        """Those of the settings that make this kind.

        Raises:
            GenerationFailed: A file cannot be read.
        """
        place = self.settings.workflow
        found = read_workflows(place) if place is not None else ()
        return tuple(one for one in found if one.kind == self.kind)

    def probe(self) -> Readiness:
        """Return whether a workflow is there and the server answers; asks it once, for 2 s."""
        server = self.server
        if server is None:
            return lacking(
                "DANQING_COMFYUI_URL=http://127.0.0.1:8188",
                because="the address of a ComfyUI server",
            )
        try:
            workflows = self.workflows
        except GenerationFailed as error:
            return lacking("DANQING_COMFYUI_WORKFLOW", because=f"a workflow ({error})")
        if not workflows:
            return lacking(
                "DANQING_COMFYUI_WORKFLOW=PATH",
                because=f"a workflow in API format that saves {self.kind} files",
            )
        if is_remote(server) and not self.settings.allow_remote:
            # nothing leaves this machine, not even a greeting
            return Readiness(ready=True)
        return self._answering(server)

    def offer(self) -> Offer:
        """Return what the workflows can do, all together."""
        server = self.server
        try:
            workflows = self.workflows
        except GenerationFailed:
            workflows = ()
        named = hashlib.sha256("".join(one.digest for one in workflows).encode()).hexdigest()
        return Offer(
            kind=self.kind,
            abilities=frozenset().union(*(one.abilities for one in workflows)),
            model=f"{'+'.join(one.name for one in workflows)}@{named[:12]}"
            if workflows
            else "",
            is_remote=server is not None and is_remote(server),
            needs_gpu=True,
            cost=server.cost if server else 0.0,
            seconds=30 if self.kind == "image" else 120,
            quality=75,
        )

    def fault(self, reply: Reply) -> Fault | None:
        """Return what is wrong, by the service's own codes."""
        return _fault_of(reply)

    def prepare(self, order: Order, link: Link) -> Sending:
        """Return a workflow filled with the order, once the server has all it needs.

        Raises:
            NotReady: Nodes or models are missing; the message names them.
            GenerationFailed: No workflow suits the order.
        """
        workflow = self._suited(order)
        known: dict[str, dict[str, object]] = {}
        for name in dict.fromkeys(class_of(node) for node in workflow.nodes.values()):
            known |= self._asked_of(name, link)
        lacks = lacking_in(workflow.nodes, known)
        if lacks:
            raise NotReady(
                f"the workflow {workflow.name} needs {', '.join(lacks)}; install them on the "
                f"ComfyUI server {link.line.place}"
            )
        uploads = self._uploaded(order, workflow, link)
        return Sending(workflow.filled(order, uploads), notes=(f"workflow {workflow.name}",))

    def submit(self, sending: Sending, link: Link) -> str | Made:
        """Return the id of the queued prompt."""
        reply = link.line.send(
            "POST",
            "prompt",
            link.wait,
            doing="queueing the workflow",
            repeats="refused",
            json={"prompt": sending.body, "prompt_id": str(uuid.UUID(sending.name))},
        )
        number = reply.json().get("prompt_id")
        if not number:
            raise GenerationFailed(f"{link.line.place} queued nothing; is it a ComfyUI server?")
        return str(number)

    def found(self, sending: Sending, link: Link) -> str:
        """Return the id we gave when the server knows it."""
        number = str(uuid.UUID(sending.name))
        return "" if self.state(number, link).kind == "gone" else number

    def state(self, task: str, link: Link) -> TaskState:
        """Return how far a prompt is: history first, then the queue, then history again.

        A prompt that ends between the two looks is in neither at the first.
        """
        ended = self._ended(task, link)
        if ended is not None:
            return ended
        running, pending = self._queue(link)
        if task in running:
            return TaskState("waiting", 0.5, "the workflow runs")
        if task in pending:
            ahead = pending.index(task) + len(running)
            return TaskState("waiting", 0.1, f"the workflow waits behind {ahead}")
        return self._ended(task, link) or TaskState("gone")

    def stop(self, task: str, link: Link) -> bool:
        """Take the prompt out of the queue, or interrupt it if it runs."""
        line, wait = link.line, link.wait
        try:
            line.send("POST", "queue", wait, doing="leaving the queue", json={"delete": [task]})
            if task in self._queue(link)[0]:
                told = {"prompt_id": task}
                line.send("POST", "interrupt", wait, doing="interrupting", json=told)
        except GenerationFailed:
            return False
        return True

    def finish(
        self, data: bytes, order: Order, ticket: Ticket
    ) -> tuple[bytes, str, tuple[str, ...]]:
        """Return the checked result; pictures are fitted and kept outside the mask."""
        required(data, _KINDS[self.kind], "ComfyUI")
        notes: tuple[str, ...] = ()
        if isinstance(order, ImageOrder):
            data, notes = finished(data, prepared(order, ticket.assets))
        elif isinstance(order, MeshOrder):
            checked_glb(data, _SPARE * order.faces, "ComfyUI")
        return data, media_type_of(data), notes

    def _answering(self, server: Server) -> Readiness:
        quick = Wait(Ticket(assets=AssetStore()), self.clock, _PROBE_SECONDS)
        try:
            with self.connect(server) as line:
                line.once("system_stats", quick, _PROBE_SECONDS)
        except GenerationError as error:
            return Readiness(
                ready=False,
                missing=(str(error),),
                command="start ComfyUI, or set DANQING_COMFYUI_URL to where it runs",
            )
        return Readiness(ready=True)

    def _suited(self, order: Order) -> Workflow:
        objections = []
        for workflow in self.workflows:
            objection = workflow.objection(order)
            if not objection:
                return workflow
            objections.append(f"{workflow.name} {objection}")
        raise GenerationFailed(
            f"no workflow suits the order: {'; '.join(objections)}; save one that does"
        )

    def _asked_of(self, name: str, link: Link) -> dict[str, dict[str, object]]:
        try:
            reply = link.line.send(
                "GET",
                f"object_info/{quote(name, safe='')}",
                link.wait,
                doing=f"asking for {name}",
            )
        except ServiceRefused as refused:
            if refused.fault.kind == "gone":
                return {}
            raise
        return {key: value for key, value in reply.json().items() if isinstance(value, dict)}

    def _uploaded(self, order: Order, workflow: Workflow, link: Link) -> dict[Role, list[str]]:
        """Return the names under which the server keeps the order's pictures."""
        found: dict[Role, list[str]] = {}
        is_masked = any(slot.is_masked for slot in workflow.slots)
        for role, data in _pictures(order, link):
            if role == "mask" and is_masked:
                continue
            if role == "image" and is_masked:
                masks = [mask for other, mask in _pictures(order, link) if other == "mask"]
                sent = with_alpha_mask(data, masks[0])
            else:
                sent = png_of(data)
            name = f"danqing-{hashlib.sha256(sent).hexdigest()[:32]}.png"
            reply = link.line.send(
                "POST",
                "upload/image",
                link.wait,
                doing="uploading a picture",
                files={"image": (name, sent, "image/png")},
                data={"overwrite": "true", "type": "input"},
            ).json()
            folder = str(reply.get("subfolder") or "")
            kept = str(reply.get("name") or name)
            found.setdefault(role, []).append(f"{folder}/{kept}" if folder else kept)
        return found

    def _ended(self, task: str, link: Link) -> TaskState | None:
        doing = "asking how far the workflow is"
        reply = link.line.send("GET", f"history/{task}", link.wait, doing=doing)
        if not reply.part(task):
            return None
        status = reply.part(task, "status")
        if status.get("status_str") == "error":
            return TaskState("failed", says=_error_in(status))
        file = _file_in(reply.part(task, "outputs"), self.kind)
        if file is None:
            return TaskState("failed", says=f"the workflow saved no {self.kind}")
        asked = {key: str(file.get(key) or "") for key in ("filename", "subfolder", "type")}
        return TaskState("done", 1.0, link=f"view?{urlencode(asked)}")

    def _queue(self, link: Link) -> tuple[list[str], list[str]]:
        reply = link.line.send("GET", "queue", link.wait, doing="looking at the queue").json()
        return _numbers_in(reply.get("queue_running")), _numbers_in(reply.get("queue_pending"))


class ComfyImages(_Comfy):
    """Pictures from ComfyUI."""

    name = "comfyui"
    summary = "Pictures from your own ComfyUI workflows."
    kind: ClassVar[Literal["image", "video", "mesh"]] = "image"


class ComfyVideos(_Comfy):
    """Films from ComfyUI."""

    name = "comfyui_video"
    summary = "Films from your own ComfyUI workflows."
    kind: ClassVar[Literal["image", "video", "mesh"]] = "video"


class ComfyMeshes(_Comfy):
    """Meshes from ComfyUI."""

    name = "comfyui_mesh"
    summary = "Meshes from your own ComfyUI workflows."
    kind: ClassVar[Literal["image", "video", "mesh"]] = "mesh"


def _pictures(order: Order, link: Link) -> list[tuple[Role, bytes]]:
    """Return the pictures an order brings, with their roles."""
    assets = link.wait.ticket.assets
    roles = pictures_of(order)
    if isinstance(order, ImageOrder):
        given = prepared(order, assets)
        held: list[bytes] = [one for one in (given.image, given.mask) if one is not None]
        named = [*(one.image for one in order.control), *order.references]
        return list(zip(roles, [*held, *map(assets.read, named)], strict=True))
    if isinstance(order, VideoOrder):
        return list(zip(roles, map(assets.read, order.inputs), strict=True))
    return list(zip(roles, map(assets.read, order.images), strict=True))


def _numbers_in(queue: object) -> list[str]:
    """Return the ids in a queue, the next first."""
    entries = queue if isinstance(queue, list) else []
    entries = [one for one in entries if isinstance(one, list) and len(one) > 1]
    return [str(one[1]) for one in sorted(entries, key=lambda one: float(one[0]))]


def _file_in(outputs: dict[str, Any], kind: str) -> dict[str, Any] | None:
    """Return the first saved file of a kind; temporary previews come last."""
    names = {"image": (".png", ".jpg", ".jpeg", ".webp"), "video": (".mp4", ".webm", ".mkv")}
    wanted = names.get(kind, (".glb",))
    files = [
        file
        for output in outputs.values()
        if isinstance(output, dict)
        for listed in output.values()
        if isinstance(listed, list)
        for file in listed
        if isinstance(file, dict) and str(file.get("filename", "")).lower().endswith(wanted)
    ]
    files.sort(key=lambda file: file.get("type") == "temp")
    return files[0] if files else None


def _error_in(status: dict[str, Any]) -> str:
    for message in status.get("messages") or []:
        if (
            len(message) == 2
            and message[0] == "execution_error"
            and isinstance(message[1], dict)
        ):
            told = message[1]
            return f"{told.get('node_type')}: {told.get('exception_message')}".strip()
        if len(message) == 2 and message[0] == "execution_interrupted":
            return "someone interrupted it"
    return "no reason given"


def _fault_of(reply: Reply) -> Fault | None:
    """Return what is wrong; a prompt that does not fit is told node by node."""
    plain = fault_of(reply)
    errors = reply.json().get("node_errors")
    if plain is None or not isinstance(errors, dict) or not errors:
        return plain
    said = [
        f"{told.get('class_type')}: {one.get('message')} ({one.get('details')})"
        for told in errors.values()
        for one in told.get("errors", [])
    ]
    return Fault("wrong", f"{plain.says}: {'; '.join(said)}"[:600])
