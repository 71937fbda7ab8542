"""Films from a local diffusion model: from words, from a first frame, between two frames."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generators.base import Readiness, Ticket
from generators.diffusion.families import Family, Task
from generators.diffusion.local import LocalProvider
from generators.diffusion.memory import MemoryPlan
from generators.diffusion.pixels import fitted, opened, size_to_paint
from generators.diffusion.resident import Resident
from generators.errors import GenerationFailed
from generators.order import Order, VideoOrder
from generators.provider import Delivery, Kind
from generators.provider_settings import LocalModel
from generators.video import encode, film_readiness

__all__ = ["DiffusionVideo", "frame_count", "retimed"]

_QUALITY = 80


class DiffusionVideo(LocalProvider):
    """Films with a diffusers pipeline; encoded as WebM."""

    name: ClassVar[str] = "diffusion_video"
    summary: ClassVar[str] = "Films from a diffusion model on this machine."
    kind: ClassVar[Kind] = "video"
    variable: ClassVar[str] = "DANQING_VIDEO_MODEL"

    @property
    def model(self) -> LocalModel | None:
        """The setting."""
        return self.settings.video_model

    def probe(self) -> Readiness:
        """Return whether a model and an encoder are there."""
        painted, encoded = super().probe(), film_readiness()
        if encoded.ready or not painted.ready:
            return painted
        return encoded

    def fill(self, order: Order, ticket: Ticket) -> Delivery:
        """Return the film; see `Provider.fill`."""
        if not isinstance(order, VideoOrder):
            raise GenerationFailed(f"this provider makes films, it makes no {order.kind}")
        lacking = sorted(order.needs - self.offer().abilities)
        if lacking:
            raise GenerationFailed(
                f"{self.weights().name} cannot do {', '.join(lacking)}; take another model"
            )
        started = time.monotonic()
        notes: list[str] = []
        with self.borrowed(ticket) as resident:
            family = resident.family
            count, asked = frame_count(order.seconds, family)
            if count < asked:
                notes.append(
                    f"{family.title} makes {family.frames} frames at most: the film was slowed "
                    f"down from {count / family.fps:.1f} to {order.seconds:g} s"
                )

            def film(plan: MemoryPlan) -> NDArray[np.uint8]:
                return self._frames(resident, order, count, plan, ticket)

            frames, stepped = resident.run(film, 1, ticket)
            steps, guidance = self.steps_and_guidance(family, order)
            provenance = self.provenance(
                resident,
                order,
                {
                    "prompt": order.prompt,
                    "steps": steps,
                    "guidance": guidance or 0.0,
                    "frames": count,
                },
            )
        size = (order.width, order.height)
        total = max(1, round(order.seconds * order.fps))
        shown = encode(
            retimed(frames, size, total),
            order.fps,
            quality=_QUALITY,
            told=lambda done: ticket.step(0.9 + 0.1 * done / total, "encoding"),
        )
        is_whole = not any("as wide" in note for note in stepped)
        return Delivery(
            data=shown.data,
            media_type="video/webm",
            provenance=provenance,
            receipt=self.receipt(resident, started, (*notes, *stepped), is_whole=is_whole),
        )

    def _frames(
        self,
        resident: Resident,
        order: VideoOrder,
        count: int,
        plan: MemoryPlan,
        ticket: Ticket,
    ) -> NDArray[np.uint8]:
        """Return the frames as the pipeline makes them, shape (count, height, width, 3)."""
        family = resident.family
        width, height = size_to_paint(
            (order.width, order.height), family.multiple, 0, family.pixels, plan.scale
        )
        steps, guidance = self.steps_and_guidance(family, order)
        arguments: dict[str, Any] = {
            "prompt": order.prompt,
            "negative_prompt": order.negative or None,
            "width": width,
            "height": height,
            "num_frames": count,
            "frame_rate": family.fps,
            "num_inference_steps": steps,
            "output_type": "np",
        }
        if guidance is not None:
            arguments[family.guidance_knob] = guidance
        task: Task = "text"
        if order.first is not None:
            task = "first_frame" if order.last is None else "last_frame"
            first = self._shown(order.first, (width, height), ticket)
            last = order.last and self._shown(order.last, (width, height), ticket)
            arguments |= _given(family, task, first, last or None, count)
        pipeline = resident.pipeline(task)
        out = self.called(
            resident, pipeline, arguments, ticket, seeds=(order.seed,), doing="filming"
        )
        made = np.asarray(out.frames[0])
        shown: NDArray[np.uint8] = np.rint(np.clip(np.nan_to_num(made), 0, 1) * 255).astype(
            np.uint8
        )
        return shown

    def _shown(self, asset: str, size: tuple[int, int], ticket: Ticket) -> Image.Image:
        return fitted(opened(ticket.assets.read(asset)), size)


def _given(
    family: Family, task: Task, first: Image.Image, last: Image.Image | None, count: int
) -> dict[str, Any]:
    """Return the arguments that hold the first and the last frame, as a pipeline takes them."""
    if family.tasks[task] == "LTXConditionPipeline":
        numbers = [0] if last is None else [0, count - 1]
        shown = [first] if last is None else [first, last]
        return {"image": shown, "frame_index": numbers}
    return {"image": first, "last_image": last}


def frame_count(seconds: float, family: Family) -> tuple[int, int]:
    """Return how many frames a model makes for a length, and how many it would need.

    Models make a multiple of some number and one more: 81 frames are 5 s of Wan.
    """
    asked = max(1, round(seconds * family.fps))
    every = max(1, family.every)
    count = max(1, math.ceil((asked - 1) / every)) * every + 1
    most = family.frames or count
    return min(count, most), asked if count <= most else count


def retimed(
    frames: NDArray[np.uint8], size: tuple[int, int], total: int
) -> Iterator[NDArray[np.uint8]]:
    """Yield frames in a size, spread evenly over a number of frames."""
    for number in range(total):
        index = min(len(frames) - 1, number * len(frames) // total)
        yield np.asarray(fitted(Image.fromarray(frames[index]), size))
