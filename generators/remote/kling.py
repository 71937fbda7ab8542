"""Kling: films from words, from a first frame, or between a first and a last one.

Facts: https://app.klingai.com/global/dev/document-api (text2video, image2video, general
information), read as copied in public repositories in 2025–2026. Tokens are JWT, HS256, from an
access key and a secret key. Films are 5 or 10 s long and are deleted after 30 days. Sending is
made safe by ``external_task_id``, unique per account, which the list of tasks repeats. Not
verified against the service: ``pageSize`` above 30, and the fields of models after
``kling-v2-6``. There is no way to stop a task.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import json
from typing import Any, ClassVar, Final

from PIL import Image

from generators.base import Readiness, Ticket
from generators.errors import GenerationFailed
from generators.order import Order, VideoOrder
from generators.provider import Offer
from generators.provider_settings import Server
from generators.remote.clock import Clock
from generators.remote.faults import Fault, FaultKind, Reply, fault_of
from generators.remote.material import media_type_of, required
from generators.remote.pictures import as_base64, png_of
from generators.remote.task import Link, Made, Sending, TaskState
from generators.remote.task_provider import TaskProvider, is_remote, lacking

__all__ = ["Kling", "token_of"]

_MODEL: Final = "kling-v2-6"
_MOST_CHARACTERS: Final = 2500
_MOST_IMAGE_BYTES: Final = 10 << 20
_LEAST_SIDE_PX: Final = 300
_MOST_RATIO: Final = 2.5
_RATIOS: Final = (("16:9", 16 / 9), ("9:16", 9 / 16), ("1:1", 1.0))
_LIST_PAGES: Final = 4
_TOKEN_SECONDS: Final = 1800


class Kling(TaskProvider):
    """Films from Kling."""

    name = "kling"
    summary = "Films of 5 or 10 s from Kling: from words, a first frame, or two frames."
    may_resend: ClassVar[bool] = True
    poll_seconds: ClassVar[float] = 5.0

    @property
    def server(self) -> Server | None:
        """The server of the settings."""
        return self.settings.kling

    def probe(self) -> Readiness:
        """Return whether both keys are set; asks nobody."""
        server = self.server
        has_keys = server is not None and bool(
            server.key.get_secret_value() and server.secret.get_secret_value()
        )
        if not has_keys:
            names = ("DANQING_KLING_ACCESS_KEY", "DANQING_KLING_SECRET_KEY")
            return lacking(*names, because="its two keys")
        return Readiness(ready=True)

    def offer(self) -> Offer:
        """Return what the interface can do."""
        server = self.server
        return Offer(
            kind="video",
            abilities=frozenset({"text", "first_frame", "last_frame", "negative"}),
            model=server.model or _MODEL if server else "",
            is_remote=is_remote(server),
            is_reproducible=False,
            cost=server.cost if server else 0.0,
            seconds=240,
            quality=85,
        )

    def authorization(self, server: Server) -> str:
        """Return a fresh token made of both keys."""
        keys = server.key.get_secret_value(), server.secret.get_secret_value()
        return f"Bearer {token_of(*keys, self.clock)}"

    def fault(self, reply: Reply) -> Fault | None:
        """Return what is wrong, by the service's own codes."""
        return _fault_of(reply)

    def prepare(self, order: Order, link: Link) -> Sending:
        """Return path and body of a task."""
        assert isinstance(order, VideoOrder)
        server = self.server
        assert server is not None
        if order.seconds > 10:
            raise GenerationFailed("Kling makes films of 5 or 10 s; order at most 10")
        if max(len(order.prompt), len(order.negative)) > _MOST_CHARACTERS:
            raise GenerationFailed(
                f"Kling takes at most {_MOST_CHARACTERS} characters; say less"
            )
        seconds = 5 if order.seconds <= 7.5 else 10
        body: dict[str, Any] = {
            "model_name": server.model or _MODEL,
            "prompt": order.prompt,
            "negative_prompt": order.negative,
            "mode": "pro" if order.last else "std",
            "duration": str(seconds),
        }
        notes = ["Kling takes no seed, size or frame rate"]
        if seconds != order.seconds:
            notes.append(f"{seconds} s long instead of {order.seconds:g}")
        read = link.wait.ticket.assets.read
        if order.first is None:
            asked = order.width / order.height
            body["aspect_ratio"] = min(_RATIOS, key=lambda one: abs(one[1] - asked))[0]
        else:
            body["image"] = _frame(read(order.first))
            if order.last is not None:
                body["image_tail"] = _frame(read(order.last))
        kind = "text2video" if order.first is None else "image2video"
        return Sending((kind, {k: v for k, v in body.items() if v}), notes=tuple(notes))

    def submit(self, sending: Sending, link: Link) -> str | Made:
        """Return the number of the new task."""
        kind, body = sending.body
        reply = link.line.send(
            "POST",
            f"v1/videos/{kind}",
            link.wait,
            doing="ordering a film",
            repeats="refused",
            json={**body, "external_task_id": sending.name},
        )
        task = reply.part("data").get("task_id")
        if not task:
            raise GenerationFailed("Kling took the order but gave it no number; look there")
        return f"{kind}/{task}"

    def found(self, sending: Sending, link: Link) -> str:
        """Return the task with our name from the list of the latest."""
        kind, _ = sending.body
        for page in range(1, _LIST_PAGES + 1):
            reply = link.line.send(
                "GET",
                f"v1/videos/{kind}",
                link.wait,
                doing="looking for the order",
                params={"pageNum": page, "pageSize": 30},
            )
            tasks = reply.json().get("data") or []
            for task in tasks:
                if (task.get("task_info") or {}).get("external_task_id") == sending.name:
                    return f"{kind}/{task.get('task_id')}"
            if len(tasks) < 30:
                break
        return ""

    def state(self, task: str, link: Link) -> TaskState:
        """Return how far a film is."""
        doing = "asking how far the film is"
        reply = link.line.send("GET", f"v1/videos/{task}", link.wait, doing=doing)
        data = reply.part("data")
        status = data.get("task_status")
        if status == "succeed":
            videos = reply.part("data", "task_result").get("videos")
            first = videos[0] if isinstance(videos, list) and videos else None
            link_to = first.get("url") if isinstance(first, dict) else None
            return TaskState("done", 1.0, link=str(link_to or ""))
        if status == "failed":
            return TaskState(
                "failed", says=str(data.get("task_status_msg") or "no reason given")
            )
        return TaskState("waiting", 0.5 if status == "processing" else 0.1, f"film {status}")

    def finish(
        self, data: bytes, order: Order, ticket: Ticket
    ) -> tuple[bytes, str, tuple[str, ...]]:
        """Return the film after a look at what it is."""
        del order, ticket
        return data, required(data, ("video/mp4", "video/webm"), "Kling"), ()


def token_of(access: str, secret: str, clock: Clock) -> str:
    """Return a signed token, good from 5 s ago for half an hour.

    Source: https://datatracker.ietf.org/doc/html/rfc7519
    """
    now = int(clock.unix())
    head = {"alg": "HS256", "typ": "JWT"}
    claims = {"iss": access, "exp": now + _TOKEN_SECONDS, "nbf": now - 5}
    parts = [_url64(json.dumps(one, separators=(",", ":")).encode()) for one in (head, claims)]
    signed = hmac.new(secret.encode(), ".".join(parts).encode(), hashlib.sha256).digest()
    return ".".join([*parts, _url64(signed)])


def _url64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def _frame(data: bytes) -> str:
    """Return a picture as Kling takes it: JPEG or PNG, base64 without a prefix."""
    with Image.open(io.BytesIO(data)) as picture:
        width, height = picture.size
    if min(width, height) < _LEAST_SIDE_PX:
        raise GenerationFailed(
            f"Kling takes frames of {_LEAST_SIDE_PX} px and more, this is {width} × {height}"
        )
    if max(width, height) / min(width, height) > _MOST_RATIO:
        raise GenerationFailed(f"Kling takes frames up to {_MOST_RATIO}:1; crop this one")
    if media_type_of(data) not in {"image/png", "image/jpeg"}:
        data = png_of(data)
    if len(data) > _MOST_IMAGE_BYTES:
        raise GenerationFailed("Kling takes frames up to 10 MB; make this one smaller")
    return as_base64(data)


def _fault_of(reply: Reply) -> Fault | None:
    """Return what is wrong, by Kling's own codes."""
    body = reply.json()
    code = body.get("code")
    if reply.status < 300 and code == 0:
        return None
    says = f"{body.get('message') or f'HTTP {reply.status}'} (code {code})"
    if not isinstance(code, int):
        return fault_of(reply)
    kinds: tuple[tuple[range, FaultKind], ...] = (
        (range(1000, 1005), "key"),
        (range(1100, 1103), "money"),
        (range(1103, 1104), "key"),
        (range(1203, 1204), "gone"),
        (range(1300, 1302), "content"),
        (range(1302, 1304), "busy"),
        (range(1304, 1305), "key"),
        (range(5000, 5100), "down"),
    )
    kind: FaultKind = next((kind for codes, kind in kinds if code in codes), "wrong")
    if kind == "content":
        return Fault(kind, f"refused for its content: {says}; change prompt or picture")
    if kind == "key":
        return Fault(kind, f"{says}; check DANQING_KLING_ACCESS_KEY, DANQING_KLING_SECRET_KEY")
    return Fault(kind, says)
