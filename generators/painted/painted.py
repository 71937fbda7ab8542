"""Painted: the generator that orders its picture from a provider and sets it for a page."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np
from PIL import Image

from compositor.document import Asset, AssetStore, GroupLayer, ImageLayer
from compositor.document.layer import Mask, Role
from compositor.geometry import Box
from generators.base import Effort, Fact, Generator, Picture, PictureRequest, Readiness, Ticket
from generators.errors import NotReady
from generators.order import ImageOrder
from generators.painted.lettering import find_lettering, lettering_reader
from generators.painted.prompt import Prompt, write_prompt
from generators.provider import Delivery
from generators.roster import Need, Roster, Route
from generators.vector.patterns.sheet import Sheet
from generators.vector.picture import open_sheet, quieten

__all__ = ["Painted"]

_AREA_PX: Final[dict[Effort, int]] = {
    "draft": 400_000,
    "standard": 1_600_000,
    "final": 4_000_000,
}
"""Most pixels that are ordered."""

_TRIES = 3
"""Pictures painted at most until one is free of lettering."""

_DRAWN = ("line", "doodle", "cut_paper", "flat")
_MELTS = 0.16
"""Part of the sides over which a subject that could not be cut out fades into the page."""


@dataclass(frozen=True)
class _Painting:
    """What was delivered, and by whom."""

    delivery: Delivery
    route: Route
    notes: tuple[str, ...]
    is_cut_out: bool


class Painted(Generator):
    """Has the best provider that is ready paint the picture."""

    name: ClassVar[str] = "painted"
    summary: ClassVar[str] = "a picture painted by a diffusion model, here or elsewhere"

    def probe(self) -> Readiness:
        """Return whether any provider of pictures is ready, or what each lacks."""
        roster = self._roster
        missing: list[str] = []
        command = ""
        for name in roster.names:
            provider = roster.provider(name)
            if provider.offer().kind != "image":
                continue
            readiness = provider.probe()
            if readiness.ready:
                return Readiness(ready=True)
            missing.append(f"{name}: {', '.join(readiness.missing)}")
            command = command or readiness.command
        return Readiness(
            ready=False, missing=tuple(missing) or ("a provider of pictures",), command=command
        )

    def hesitates(self, request: PictureRequest | None) -> str:
        """Return why drawing or photographing in the studio is the better way, or nothing."""
        if request is None:
            return "was not told what to paint"
        if request.medium in ("vector", "3d"):
            return f"was not asked: the picture is to be {request.medium}"
        if request.treatment in _DRAWN:
            return f"leaves {request.treatment.replace('_', ' ')} pictures to the pen"
        if request.printed or any(one.label for one in request.subjects):
            return "paints no words, and some stand on the product"
        if request.kind in ("hero", "pattern"):
            return f"makes no {request.kind} that stands alone"
        try:
            route = self._roster.route(_probe_order(request), _no_ticket(), _need(request))
        except NotReady as error:
            return f"cannot: {error}"
        if route.offer.is_slow_here:
            return f"would take minutes here with {route.provider.name}; ask for it by name"
        return ""

    def make(self, request: PictureRequest, ticket: Ticket) -> Picture:
        """Return the picture: one painted layer, veiled where copy could not be read on it.

        Raises:
            NotReady: No provider can paint it; the message says what each lacks.
            GenerationFailed: The order was refused.
            GenerationCancelled: The caller asked to stop.
        """
        sheet = open_sheet(request, ticket)
        sheet.prefix = self.name
        facts: dict[str, Fact] = {"seed": request.seed, "effort": request.effort}
        if request.painted is not None and ticket.assets.has(request.painted.sha256):
            asset, says = request.painted, "Cropped anew from the picture painted before."
            medium = "remote" if request.medium == "remote" else "diffusion"
            is_cut_out = _has_alpha(ticket.assets.read(asset.sha256))
        else:
            prompt, painting = self._paint(request, ticket)
            asset = ticket.assets.add(painting.delivery.data, painting.delivery.provenance)
            is_cut_out = painting.is_cut_out
            medium = "remote" if painting.route.offer.is_remote else "diffusion"
            says = _said(painting, prompt)
            facts |= _facts(painting, prompt)
        facts |= {"medium": medium, "asset": asset.sha256, "is_cut_out": is_cut_out}
        sheet.assets[asset.sha256] = asset
        _lay(sheet, request, asset, is_cut_out=is_cut_out)
        if sheet.calm and request.kind != "hero":
            ticket.step(0.95, "measuring the quiet places")
            facts.update(quieten(sheet, 1))
        ticket.step(1.0, "picture done")
        return Picture(
            layer=GroupLayer(
                id=sheet.prefix, name="picture", role=_role(request),
                children=tuple(sheet.layers),
            ),
            width=request.width,
            height=request.height,
            assets=sheet.assets,
            says=says,
            facts=facts,
        )  # fmt: skip

    @property
    def _roster(self) -> Roster:
        if self.roster is None:
            self.roster = Roster()
        return self.roster

    def _paint(self, request: PictureRequest, ticket: Ticket) -> tuple[Prompt, _Painting]:
        """Return the picture, painted again where letters are found on it."""
        roster, need = self._roster, _need(request)
        probed = _probe_order(request)
        is_cut_out = False
        if request.kind == "hero":
            clear = probed.model_copy(update={"transparent": True})
            try:
                roster.route(clear, ticket, need)
                probed, is_cut_out = clear, True
            except NotReady:
                is_cut_out = False
        route = roster.route(probed, ticket, need)
        prompt = write_prompt(request, route.offer.prompts, is_cut_out=is_cut_out)
        chosen = Need(
            prefers=need.prefers, local_only=need.local_only, remote_only=need.remote_only,
            provider=route.provider.name,
        )  # fmt: skip
        order = probed.model_copy(update={"prompt": prompt.text, "negative": prompt.negative})
        reader = lettering_reader()
        notes: list[str] = []
        if reader is None:
            notes.append("nobody checked it for letters: no reader is installed")
        for attempt in range(_TRIES):
            order = order.model_copy(update={"seed": (request.seed + attempt) % 2**31})
            delivery, _ = roster.fill(order, ticket.part(0.05, 0.9), chosen)
            found = find_lettering(delivery.data, reader)
            if not found:
                break
            notes.append(f"letters were found ({', '.join(found[:3])})")
        if reader is not None:
            notes.append(f"{reader} found no letters" if not found else "letters remain on it")
        return prompt, _Painting(delivery, route, tuple(notes), is_cut_out)


def _probe_order(request: PictureRequest) -> ImageOrder:
    """Return the order but for its words: they depend on who will fill it."""
    area = request.width * request.height
    factor = min(1.0, (_AREA_PX[request.effort] / area) ** 0.5)
    return ImageOrder(
        prompt="a picture",
        width=min(8192, max(16, round(request.width * factor))),
        height=min(8192, max(16, round(request.height * factor))),
        effort=request.effort,
        seed=request.seed % 2**31,
    )


def _need(request: PictureRequest) -> Need:
    return Need(
        prefers="speed" if request.effort == "draft" else "quality",
        local_only=request.medium == "diffusion",
        remote_only=request.medium == "remote",
        provider=request.provider,
    )


def _no_ticket() -> Ticket:
    return Ticket(assets=AssetStore())


def _role(request: PictureRequest) -> Role:
    return "visual" if request.subjects and request.kind != "background" else "background"


def _lay(sheet: Sheet, request: PictureRequest, asset: Asset, *, is_cut_out: bool) -> None:
    """Lay the picture over the whole box, its subject where it belongs."""
    hero = request.hero_box
    focus = (0.5, 0.5) if hero is None else (hero.x + hero.width / 2, hero.y + hero.height / 2)
    box, fit, mask = sheet.box, "cover", None
    if request.kind == "hero":
        box, fit = sheet.hero or sheet.box, "contain" if is_cut_out else "cover"
        mask = None if is_cut_out else _melting(sheet, box)
    sheet.layers.append(
        ImageLayer.model_validate(
            {
                "id": sheet.next_id("picture"),
                "name": "painted picture",
                "role": _role(request),
                "asset": asset.sha256, "box": box, "fit": fit, "mask": mask,
                "focus": tuple(min(1.0, max(0.0, one)) for one in focus),
            }
        )
    )  # fmt: skip


def _melting(sheet: Sheet, box: Box) -> Mask:
    """Return a mask that lets a picture fade into the page at its edges."""
    side = np.linspace(0, 1, 256, dtype=np.float32)
    ramp = np.clip(np.minimum(side, 1 - side) / _MELTS, 0, 1)
    ramp = ramp * ramp * (3 - 2 * ramp)
    share = np.rint(255 * ramp[:, None] * ramp[None, :]).astype(np.uint8)
    asset = sheet.keep("melting edge", np.stack([share] * 3, axis=-1))
    return Mask(asset=asset.sha256, box=box)


def _has_alpha(data: bytes) -> bool:
    with Image.open(io.BytesIO(data)) as read:
        if read.mode != "RGBA":
            return False
        return int(np.asarray(read.getchannel("A")).min()) < 255


def _said(painting: _Painting, prompt: Prompt) -> str:
    where = "elsewhere" if painting.route.offer.is_remote else "on this machine"
    model = painting.delivery.provenance.model or painting.route.provider.name
    said = f"Painted {where} by {model}: {painting.route.why}; {prompt.why}."
    notes = (*painting.delivery.receipt.notes, *painting.notes)
    return said + (f" Note: {'; '.join(notes)}." if notes else "")


def _facts(painting: _Painting, prompt: Prompt) -> dict[str, Fact]:
    provenance = painting.delivery.provenance
    return {
        "provider": painting.route.provider.name,
        "model": provenance.model,
        "license": provenance.license,
        "why": painting.route.why,
        "passed": "; ".join(painting.route.passed),
        "prompt": prompt.text,
        "negative": prompt.negative,
        "notes": "; ".join((*painting.delivery.receipt.notes, *painting.notes)),
    }
