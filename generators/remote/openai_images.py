"""OpenAI-compatible pictures: from words, edited, repainted under a mask, from references.

Facts: the parameter documentation inside the installed ``openai`` package
(``openai.types.image_generate_params``, ``image_edit_params``, version 3.54) and
https://platform.openai.com/docs/api-reference/images. GPT image models answer with
``b64_json``; other servers that speak the same interface may answer with ``url``. Not verified
against the service: that it honors ``Idempotency-Key`` (no page says so). An order whose answer
was lost is therefore not sent again.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import math
import re
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from generators.base import Readiness, Ticket
from generators.errors import GenerationFailed
from generators.order import ImageOrder, Order, digest_of
from generators.provider import Offer
from generators.provider_settings import Server
from generators.remote.faults import Fault, FaultKind, Reply, ServiceRefused, fault_of, words_of
from generators.remote.material import media_type_of, required
from generators.remote.pictures import Prepared, finished, png_of, prepared, with_alpha_mask
from generators.remote.task import Link, Made, Sending, TaskState
from generators.remote.task_provider import TaskProvider, is_remote, lacking

__all__ = ["OpenAIImages", "sizes_for"]

_KINDS: Final = ("image/png", "image/jpeg", "image/webp")
_STANDARD: Final = ((1024, 1024), (1536, 1024), (1024, 1536))
_QUALITY: Final = {"draft": "low", "standard": "medium", "final": "high"}
_OPTIONAL: Final = ("quality", "output_format", "background", "n")
_MOST_FALLBACKS: Final = 6
_LEAST_PX: Final = 1024 * 1024
_MOST_PX: Final = 3840 * 2160 - 3840 * 32
"""A little less than the most, for sides are rounded up."""
_LONGEST_PX: Final = 3840
_CONTENT: Final = frozenset(
    {"moderation_blocked", "content_policy_violation", "content_filter"}
)
_MONEY: Final = frozenset(
    {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"}
)
_PARAMETER: Final = frozenset(
    {
        "unknown_parameter",
        "unsupported_parameter",
        "unsupported_value",
        "invalid_value",
        "invalid_size",
    }
)
_NAMED: Final = re.compile(
    r"(?:parameter|argument|field)s?:? ['\"`]([a-z_]+)['\"`]", re.IGNORECASE
)


@dataclass(frozen=True)
class _Request:
    """The parts of a request."""

    path: str
    fields: dict[str, str | int]
    sizes: tuple[str, ...]
    files: list[tuple[str, tuple[str, bytes, str]]] = field(default_factory=list)
    must_be_clear: bool = False


class OpenAIImages(TaskProvider):
    """Pictures from any server that speaks OpenAI's image interface."""

    name = "openai_images"
    summary = (
        "Pictures from an OpenAI-compatible server: made, edited, with masks and references."
    )
    most_bytes: ClassVar[int] = 64 << 20

    @property
    def server(self) -> Server | None:
        """The server of the settings."""
        return self.settings.openai_images

    def probe(self) -> Readiness:
        """Return whether an address, a model and a key are set; asks nobody."""
        server = self.server
        if server is None:
            return lacking("DANQING_IMAGES_KEY", because="a key")
        if not server.model:
            return lacking("DANQING_IMAGES_MODEL=gpt-image-2", because="the model's name")
        if is_remote(server) and not server.key.get_secret_value():
            return lacking("DANQING_IMAGES_KEY", because="a key")
        return Readiness(ready=True)

    def offer(self) -> Offer:
        """Return what the interface can do."""
        server = self.server
        return Offer(
            kind="image",
            abilities=frozenset(
                {"text", "image", "mask", "outpaint", "reference", "transparent"}
            ),
            model=server.model if server else "",
            is_remote=is_remote(server),
            is_reproducible=False,
            cost=server.cost if server else 0.0,
            seconds=40,
            quality=85,
        )

    def fault(self, reply: Reply) -> Fault | None:
        """Return what is wrong, by the service's own codes."""
        return _fault_of(reply)

    def prepare(self, order: Order, link: Link) -> Sending:
        """Return the fields and files of a request."""
        assert isinstance(order, ImageOrder)
        server = self.server
        assert server is not None
        assets = link.wait.ticket.assets
        given = prepared(order, assets)
        prompt = order.prompt or "Keep the picture as it is; make it clean and sharp."
        if order.negative:
            prompt += f"\nWithout: {order.negative}."
        fields: dict[str, str | int] = {
            "model": server.model,
            "prompt": prompt,
            "n": 1,
            "quality": _QUALITY[order.effort],
            "output_format": "png",
        }
        if order.transparent:
            fields["background"] = "transparent"
        pictures = [given.image] if given.image else []
        pictures += [png_of(assets.read(one)) for one in order.references]
        files = [
            ("image[]", (f"{i}.png", data, "image/png")) for i, data in enumerate(pictures)
        ]
        if given.mask and given.image:
            clear = with_alpha_mask(given.image, given.mask)
            files.append(("mask", ("mask.png", clear, "image/png")))
        notes = []
        if order.image is not None and order.mask is None and not any(order.margins):
            notes.append("this interface knows no strength; the prompt says how much changes")
        request = _Request(
            path="images/edits" if files else "images/generations",
            fields=fields,
            sizes=sizes_for(*given.size),
            files=files,
            must_be_clear=order.transparent,
        )
        return Sending(request, notes=tuple(notes))

    def submit(self, sending: Sending, link: Link) -> str | Made:
        """Return the picture, or the link to it; leaves out what a model does not know."""
        request: _Request = sending.body
        fields = dict(request.fields)
        sizes = list(request.sizes)
        notes: list[str] = []
        for _ in range(_MOST_FALLBACKS):
            sent = fields | ({"size": sizes[0]} if sizes else {})
            try:
                reply = self._sent(request, sent, sending.name, link)
            except ServiceRefused as refused:
                name = refused.fault.field
                if refused.fault.kind != "parameter" or (name != "size" and name not in fields):
                    raise
                if name == "size" and sizes:
                    notes.append(f"the model does not make {sizes.pop(0)}")
                elif name == "background" and request.must_be_clear:
                    raise ServiceRefused(
                        f"{fields['model']} makes no transparent pictures; choose another "
                        "model, or order an opaque one and cut it out",
                        refused.fault,
                    ) from refused
                elif name in _OPTIONAL:
                    del fields[name]
                    notes.append(f"the model does not know {name}")
                else:
                    raise
            else:
                return _result(reply, tuple(notes), link)
        says = f"{link.line.place} understands none of the usual parameters; check the address"
        raise ServiceRefused(says, Fault("parameter", says))

    def state(self, task: str, link: Link) -> TaskState:
        """Return that a picture that came as a link is done."""
        del link
        return TaskState("done", 1.0, link=task)

    def finish(
        self, data: bytes, order: Order, ticket: Ticket
    ) -> tuple[bytes, str, tuple[str, ...]]:
        """Return the picture at its size, untouched outside the mask."""
        assert isinstance(order, ImageOrder)
        place = self.server.model if self.server else self.name
        required(data, _KINDS, place)
        given = prepared(order, ticket.assets)
        data, notes = finished(data, Prepared(given.image, given.mask, given.size))
        return data, media_type_of(data), notes

    def _sent(
        self, request: _Request, fields: dict[str, str | int], name: str, link: Link
    ) -> Reply:
        text = json.dumps([fields, name], sort_keys=True).encode("utf-8")
        content: dict[str, Any] = {
            "headers": {"Idempotency-Key": hashlib.sha256(text).hexdigest()},
        }
        if request.files:
            content |= {"files": request.files, "data": {k: str(v) for k, v in fields.items()}}
        else:
            content["json"] = fields
        return link.line.send(
            "POST",
            request.path,
            link.wait,
            doing="making a picture",
            repeats="refused",
            seconds=None,
            **content,
        )

    def facts(self, order: Order) -> dict[str, str | int | float | bool]:
        """Return prompt and order digest."""
        return super().facts(order) | {"order": digest_of(order)}


def sizes_for(width: int, height: int) -> tuple[str, ...]:
    """Return the sizes to ask for, the best first.

    Newer models take any size in steps of 16 px from 1:3 to 3:1, older ones three; a server
    that knows neither is asked for none.

    >>> sizes_for(1080, 1350)
    ('1088x1360', '1024x1536')
    """
    ratio = min(max(width / height, 1 / 3), 3)
    area = min(max(width * height, _LEAST_PX), _MOST_PX)
    grown = min(area**0.5, _LONGEST_PX / max(ratio, 1 / ratio) ** 0.5)
    wide, tall = (_up(grown * ratio**0.5), _up(grown / ratio**0.5))
    near = min(_STANDARD, key=lambda one: abs(one[0] / one[1] - ratio))
    asked = dict.fromkeys([f"{wide}x{tall}", f"{near[0]}x{near[1]}"])
    return tuple(asked)


def _up(side: float) -> int:
    """Return the next step of 16 px, so that a result is rather made smaller than larger."""
    return min(math.ceil(round(side, 3) / 16) * 16, _LONGEST_PX)


def _fault_of(reply: Reply) -> Fault | None:
    """Return what is wrong, reading the codes of the interface."""
    plain = fault_of(reply)
    if plain is None:
        return None
    body = reply.json()
    error = body.get("error")
    error = error if isinstance(error, dict) else {}
    code = str(error.get("code") or error.get("type") or "")
    says = words_of(reply)
    if code in _CONTENT:
        return Fault("content", f"refused for its content: {says} Change the prompt.")
    if code in _MONEY:
        return Fault("money", f"no credit is left: {says}")
    field_name = str(error.get("param") or "") or _field_in(body, says)
    is_about_field = code in _PARAMETER or "nknown parameter" in says or reply.status == 422
    if reply.status in {400, 422} and field_name and is_about_field:
        return Fault("parameter", says, field_name)
    kind: FaultKind = plain.kind
    return Fault(kind, f"{says} Check DANQING_IMAGES_KEY." if kind == "key" else says)


def _field_in(body: dict[str, Any], says: str) -> str:
    """Return the field a fault is about, as FastAPI or a sentence names it."""
    detail = body.get("detail")
    if isinstance(detail, list) and detail and isinstance(detail[0], dict):
        place = detail[0].get("loc")
        if isinstance(place, list) and place:
            return str(place[-1])
    named = _NAMED.search(says)
    return named.group(1) if named else ""


def _result(reply: Reply, notes: tuple[str, ...], link: Link) -> str | Made:
    pictures = reply.json().get("data")
    first = pictures[0] if isinstance(pictures, list) and pictures else {}
    text = first.get("b64_json") if isinstance(first, dict) else None
    if isinstance(text, str) and text:
        try:
            return Made(base64.b64decode(text.split(",")[-1], validate=True), notes)
        except binascii.Error as error:
            raise GenerationFailed(f"{link.line.place} sent a damaged picture") from error
    url = first.get("url") if isinstance(first, dict) else None
    if isinstance(url, str) and url:
        return url
    raise GenerationFailed(f"{link.line.place} answered without a picture; check the address")
