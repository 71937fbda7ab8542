"""Pictures from a local diffusion model: from words, from pictures, in a mask, enlarged."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PIL import Image

from generators.base import Ticket
from generators.diffusion.controls import control_picture
from generators.diffusion.families import Task
from generators.diffusion.local import LocalProvider
from generators.diffusion.memory import MemoryPlan
from generators.diffusion.pixels import (
    composited,
    fitted,
    opened,
    outset,
    padded,
    png_of,
    size_to_paint,
    upscaled,
)
from generators.diffusion.resident import Resident
from generators.diffusion.weights import Weights
from generators.errors import GenerationFailed
from generators.order import ImageOrder, Order
from generators.provider import Delivery, Kind
from generators.provider_settings import LocalModel

__all__ = ["DiffusionImages"]

_TOGETHER = 8
"""Most orders of one shape in one go."""

_REFINE_STRENGTH = 0.3
_ENLARGED = 1.3
"""From this factor on the receipt says that a picture was enlarged after painting."""


@dataclass(frozen=True)
class _Start:
    """What an order starts from.

    Attributes:
        task: The pipeline's.
        picture: RGB, or None for words alone.
        mask: L; white is painted.
        strength: How far the picture may be left behind.
    """

    task: Task
    picture: Image.Image | None = None
    mask: Image.Image | None = None
    strength: float = 1.0


class DiffusionImages(LocalProvider):
    """Paints with a diffusers pipeline."""

    name: ClassVar[str] = "diffusion"
    summary: ClassVar[str] = "Pictures from a diffusion model on this machine."
    kind: ClassVar[Kind] = "image"
    variable: ClassVar[str] = "DANQING_DIFFUSION_MODEL"

    @property
    def model(self) -> LocalModel | None:
        """The setting."""
        return self.settings.diffusion

    def fill(self, order: Order, ticket: Ticket) -> Delivery:
        """Return the picture; see `Provider.fill`."""
        return self.fill_all((order,), ticket)[0]

    def fill_all(self, orders: Sequence[Order], ticket: Ticket) -> tuple[Delivery, ...]:
        """Return all pictures; those from words, of one shape, are painted together."""
        wanted = [_checked(order) for order in orders]
        done: dict[int, Delivery] = {}
        with self.borrowed(ticket) as resident:
            groups = _groups(wanted)
            for number, group in enumerate(groups):
                part = ticket.part(number / len(groups), (number + 1) / len(groups))
                chosen = [wanted[index] for index in group]
                done.update(zip(group, self._filled(resident, chosen, part), strict=True))
        ticket.step(1.0, "painted")
        return tuple(done[index] for index in range(len(wanted)))

    def _filled(
        self, resident: Resident, orders: list[ImageOrder], ticket: Ticket
    ) -> list[Delivery]:
        """Return the deliveries of orders that can be painted together."""
        started = time.monotonic()
        first, family = orders[0], resident.family
        lacking = sorted(first.needs - self.offer().abilities)
        if lacking:
            raise GenerationFailed(
                f"{resident.weights.name} cannot do {', '.join(lacking)}; take another model"
            )
        notes: list[str] = []
        if first.negative and not family.has_negative:
            notes.append(f"{family.title} does not know what to avoid; `negative` was not used")
        resident.wear(first.adapters)
        is_ip = bool(first.references) and family.references == "ip_adapter"
        resident.look_at(self.model.ip_adapter if is_ip and self.model else "")

        def paint(plan: MemoryPlan) -> list[Image.Image]:
            size = 1 if plan.together == 1 else len(orders)
            made: list[Image.Image] = []
            for begin in range(0, len(orders), size):
                some = orders[begin : begin + size]
                part = ticket.part(begin / len(orders), (begin + len(some)) / len(orders))
                made += self._painted(resident, some, plan, part, notes)
            return made

        pictures, stepped = resident.run(paint, len(orders), ticket)
        steps, guidance = self.steps_and_guidance(family, first, first.effort)
        is_whole = not any("as wide" in note for note in stepped)
        said = (*dict.fromkeys(notes), *stepped)
        receipt = self.receipt(resident, started, said, is_whole=is_whole)
        share = receipt.model_copy(update={"seconds": round(receipt.seconds / len(orders), 3)})
        parameters: dict[str, str | int | float | bool] = {
            "prompt": "", "steps": steps, "guidance": guidance or 0.0, "needs": ", ".join(
                sorted(first.needs)), "adapters": ", ".join(
                f"{one.source.rpartition('/')[2]} {one.weight:g}" for one in first.adapters),
        }  # fmt: skip
        return [
            Delivery(
                data=png_of(picture),
                media_type="image/png",
                provenance=self.provenance(
                    resident, order, {**parameters, "prompt": order.prompt}
                ),
                receipt=share if not _is_flat(picture) else share.model_copy(
                    update={"notes": (*share.notes, "the picture is one flat color")}
                ),
            )
            for order, picture in zip(orders, pictures, strict=True)
        ]  # fmt: skip

    def _painted(
        self,
        resident: Resident,
        orders: list[ImageOrder],
        plan: MemoryPlan,
        ticket: Ticket,
        notes: list[str],
    ) -> list[Image.Image]:
        order = orders[0]
        if order.scale > 1:
            return [self._enlarged(resident, order, plan, ticket, notes)]
        if order.transparent:
            return [self._cut_out(resident, order, ticket)]
        start = _start(order, ticket)
        wanted = (order.width, order.height) if start.mask is None else _size(start.picture)
        if start.task == "image" and start.strength == 0 and start.picture is not None:
            return [fitted(start.picture, wanted)]
        made = self._called(resident, orders, start, plan, ticket, notes)
        if start.mask is None or start.picture is None:
            return [fitted(one, wanted) for one in made]
        full = padded(start.picture, resident.family.multiple)
        grown = made[0].resize(full.size, Image.Resampling.LANCZOS).crop((0, 0, *wanted))
        original = start.picture
        if order.image and not any(order.margins):
            original = opened(ticket.assets.read(order.image), _plain_mode(order, ticket))
        return [composited(original, grown, start.mask)]

    def _called(
        self,
        resident: Resident,
        orders: list[ImageOrder],
        start: _Start,
        plan: MemoryPlan,
        ticket: Ticket,
        notes: list[str],
    ) -> list[Image.Image]:
        """Return what the pipeline paints, at its own size."""
        order, family = orders[0], resident.family
        weights = resident.weights
        size = (order.width, order.height)
        picture, mask = start.picture, start.mask
        if mask is not None and picture is not None:
            picture, mask = padded(picture, family.multiple), padded(mask, family.multiple)
            size = picture.size
        least, most = _areas(weights)
        width, height = size_to_paint(size, family.multiple, least, most, plan.scale)
        if size[0] > _ENLARGED * width:
            notes.append(f"painted at {width}×{height} and enlarged")
        steps, guidance = self.steps_and_guidance(family, order, order.effort)
        several = len(orders) > 1
        prompts = [one.prompt for one in orders]
        arguments: dict[str, Any] = {
            "prompt": prompts if several else prompts[0],
            "width": width,
            "height": height,
            "num_inference_steps": max(steps, round(2 / max(0.02, start.strength))),
            "output_type": "pil",
        }
        if guidance is not None:
            arguments[family.guidance_knob] = guidance
        if family.has_negative and (guidance or 0) > 1:
            negatives = [one.negative or " " for one in orders]
            arguments["negative_prompt"] = negatives if several else negatives[0]
        if picture is not None:
            arguments["image"] = picture.resize((width, height), Image.Resampling.LANCZOS)
            arguments["strength"] = max(0.02, start.strength)
        if start.task == "image" and not family.has_strength:
            notes.append(
                f"{family.title} takes a picture as a reference; strength was not used"
            )
        if mask is not None:
            arguments["mask_image"] = mask.resize((width, height), Image.Resampling.BILINEAR)
        task = start.task
        nets: tuple[str, ...] = ()
        if order.control:
            task, nets = self._controlled(order, start, (width, height), ticket, arguments)
        self._refer(order, resident, ticket, arguments)
        pipeline = resident.pipeline(task, nets)
        if order.references and family.references == "ip_adapter":
            pipeline.set_ip_adapter_scale(0.6)
        seeds = tuple(one.seed for one in orders)
        out = self.called(resident, pipeline, arguments, ticket, seeds=seeds)
        made: list[Image.Image] = list(out.images)
        return made

    def _controlled(
        self,
        order: ImageOrder,
        start: _Start,
        size: tuple[int, int],
        ticket: Ticket,
        arguments: dict[str, Any],
    ) -> tuple[Task, tuple[str, ...]]:
        """Put the control pictures among the arguments; return the task and the ControlNets."""
        at_hand = self.model.controls if self.model else {}
        missing = sorted({one.kind for one in order.control} - set(at_hand))
        if missing:
            raise GenerationFailed(
                f"there is no ControlNet for {', '.join(missing)}; name one with "
                f"DANQING_CONTROLNETS={missing[0]}=PATH"
            )
        if start.mask is not None:
            raise GenerationFailed(
                "a mask and a control cannot be used together; leave one out"
            )
        read = [
            control_picture(one, opened(ticket.assets.read(one.image)), size)
            for one in order.control
        ]
        scales = [one.weight for one in order.control]
        alone = len(read) == 1
        task: Task = "control" if start.picture is None else "control_image"
        for name in ("control_image", "image"):
            if name not in arguments:
                arguments[name] = read[0] if alone else read
        arguments["controlnet_conditioning_scale"] = scales[0] if alone else scales
        return task, tuple(at_hand[one.kind] for one in order.control)

    def _refer(
        self, order: ImageOrder, resident: Resident, ticket: Ticket, arguments: dict[str, Any]
    ) -> None:
        """Put the references among the arguments, as the family takes them."""
        if not order.references:
            return
        shown = [opened(ticket.assets.read(one)) for one in order.references]
        if resident.family.references == "ip_adapter":
            arguments["ip_adapter_image"] = [shown] if len(shown) > 1 else shown[0]
        elif "mask_image" in arguments:
            arguments["image_reference"] = shown
        else:
            own = [arguments["image"]] if "image" in arguments else []
            arguments["image"] = own + shown

    def _enlarged(
        self,
        resident: Resident,
        order: ImageOrder,
        plan: MemoryPlan,
        ticket: Ticket,
        notes: list[str],
    ) -> Image.Image:
        """Return the picture enlarged, each tile repainted a little for detail."""
        if order.image is None:
            raise GenerationFailed("to enlarge a picture, give the picture")
        picture = opened(ticket.assets.read(order.image))
        native = resident.weights.native_px or round(resident.family.pixels**0.5)
        multiple = resident.family.multiple
        tile = max(multiple, round(native * plan.scale / multiple) * multiple)
        strength = min(order.strength, _REFINE_STRENGTH)
        plain = order.model_copy(
            update={"control": (), "references": (), "margins": (0, 0, 0, 0)}
        )

        def refine(piece: Image.Image, share: float) -> Image.Image:
            size = {"width": piece.width, "height": piece.height}
            some = plain.model_copy(update=size)
            start = _Start(task="image", picture=piece, strength=strength)
            within = ticket.part(share, min(1.0, share + 0.01))
            made = self._called(resident, [some], start, plan, within, notes)[0]
            return made.resize(piece.size, Image.Resampling.LANCZOS)

        return upscaled(picture, order.scale, tile, refine)

    def _cut_out(self, resident: Resident, order: ImageOrder, ticket: Ticket) -> Image.Image:
        """Return what stands before the background of a picture, with real alpha."""
        if order.image is None:
            raise GenerationFailed(
                f"{resident.family.title} takes pictures apart; give one to cut out of"
            )
        picture = opened(ticket.assets.read(order.image), "RGBA")
        steps, guidance = self.steps_and_guidance(resident.family, order, order.effort)
        arguments = {
            "image": picture,
            "prompt": order.prompt or "a picture",
            "negative_prompt": order.negative or " ",
            resident.family.guidance_knob: guidance,
            "layers": 3,
            "resolution": 640 if order.effort == "draft" else 1024,
            "num_inference_steps": steps,
        }
        pipeline = resident.pipeline("image")
        out = self.called(resident, pipeline, arguments, ticket, seeds=(order.seed,))
        layers: list[Image.Image] = list(out.images[0])
        front = Image.new("RGBA", layers[0].size)
        for layer in layers[1:] or layers:
            front = Image.alpha_composite(front, layer.convert("RGBA"))
        return front.resize(picture.size, Image.Resampling.LANCZOS)


def _areas(weights: Weights) -> tuple[float, float]:
    """Return the least and the largest area a model paints well, px.

    Far from the size they were trained on, models blur things or repeat them.
    """
    native, largest = weights.native_px**2, weights.family.pixels
    return min(largest, native) / 2, min(largest, 2 * native) if native else largest


def _checked(order: Order) -> ImageOrder:
    if not isinstance(order, ImageOrder):
        raise GenerationFailed(f"this provider paints pictures, it makes no {order.kind}")
    return order


def _groups(orders: list[ImageOrder]) -> list[list[int]]:
    """Return the numbers of orders that can be painted together, in their order."""
    found: dict[object, list[int]] = {}
    for number, order in enumerate(orders):
        alike = order.model_copy(update={"prompt": "a", "seed": 0, "negative": ""})
        is_plain = order.needs <= {"text", "adapter"}
        key = (alike.model_dump_json(), -1 if is_plain else number)
        found.setdefault(key, []).append(number)
    return [
        group[begin : begin + _TOGETHER]
        for group in found.values()
        for begin in range(0, len(group), _TOGETHER)
    ]


def _start(order: ImageOrder, ticket: Ticket) -> _Start:
    if order.image is None:
        return _Start(task="text")
    picture = opened(ticket.assets.read(order.image))
    if any(order.margins):
        grown, mask = outset(picture, order.margins)
        return _Start(task="mask", picture=grown, mask=mask)
    if order.mask is not None:
        mask = opened(ticket.assets.read(order.mask), "L")
        if mask.size != picture.size:
            raise GenerationFailed(
                f"the mask is {mask.width}×{mask.height} and its picture {picture.width}×"
                f"{picture.height}; give both one size"
            )
        return _Start(task="mask", picture=picture, mask=mask, strength=order.strength)
    picture = fitted(picture, (order.width, order.height))
    return _Start(task="image", picture=picture, strength=order.strength)


def _size(picture: Image.Image | None) -> tuple[int, int]:
    return (1, 1) if picture is None else picture.size


def _plain_mode(order: ImageOrder, ticket: Ticket) -> str:
    """Return RGBA for a picture with alpha, so that outside a mask it is kept too."""
    probed = opened(ticket.assets.read(order.image or ""), "RGBA")
    low, _ = probed.getchannel("A").getextrema()
    return "RGB" if low == 255 else "RGBA"


def _is_flat(picture: Image.Image) -> bool:
    ends = picture.convert("RGB").getextrema()
    return all(low == high for low, high in ends)  # type: ignore[misc]  # RGB: pairs
