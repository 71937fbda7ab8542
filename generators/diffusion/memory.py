"""Memory: how a model is laid out on a device, and what is given up when that is too much.

The first plan follows from what is free; each time memory runs out the plan steps down by
one, and the receipt says so.
"""

from __future__ import annotations

import gc
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

__all__ = [
    "MemoryPlan",
    "apply_plan",
    "device_name",
    "first_plan",
    "free_bytes",
    "guess_device",
    "is_out_of_memory",
    "place",
    "release",
    "step_down",
]

Precision = Literal["float32", "bfloat16", "float16"]
Offload = Literal["none", "parts", "blocks"]

_WORK_BYTES = 3 << 30
"""Beside the weights, for one picture of a megapixel."""

_SHRINKS = (0.75, 0.5)


@dataclass(frozen=True, kw_only=True)
class MemoryPlan:
    """How a model is laid out.

    Attributes:
        precision: Of the arithmetic.
        offload: none keeps all on the device, parts one part at a time, blocks one block.
        packed: Whether weights rest in 8-bit floats and are widened as they are used.
        tiled: Whether pictures are decoded in tiles and one by one.
        together: Most orders in one go; 0 sets no limit.
        scale: Of the sides, when even one small picture at a time is too much.
    """

    precision: Precision = "float32"
    offload: Offload = "none"
    packed: bool = False
    tiled: bool = False
    together: int = 0
    scale: float = 1.0

    @property
    def says(self) -> str:
        """The plan in a few words, as it changes the bytes of a result."""
        words: list[str] = [self.precision]
        words += [f"{self.offload} offloaded"] if self.offload != "none" else []
        words += ["8-bit weights"] if self.packed else []
        words += ["tiles"] if self.tiled else []
        words += [f"scale {self.scale:g}"] if self.scale != 1 else []
        return ", ".join(words)


def guess_device(asked: str = "auto") -> str:
    """Return cuda, mps or cpu without loading torch; a guess for `probe` and `offer`."""
    if asked != "auto":
        return asked.partition(":")[0]
    cards = ("/dev/nvidia0", "/dev/dxg", "/dev/kfd")
    return "cuda" if any(Path(card).exists() for card in cards) else "cpu"


def device_name(asked: str = "auto") -> str:
    """Return the device torch is to use: as asked, or the best there is."""
    torch = import_module("torch")
    if asked != "auto":
        return asked
    if torch.cuda.is_available():
        return "cuda"
    if torch.backends.mps.is_available():
        return "mps"
    return "cpu"


def free_bytes(device: str) -> int:
    """Return what is free on a device."""
    if device.startswith("cuda"):
        free: int = import_module("torch").cuda.mem_get_info(device)[0]
        return free
    available: int = import_module("psutil").virtual_memory().available
    return available


def first_plan(
    parts: dict[str, int], device: str, free: int, *, has_bfloat16: bool = True
) -> MemoryPlan:
    """Return the plan for a model of so many parameters by part.

    >>> first_plan({"transformer": 4_000_000_000, "text": 4_000_000_000}, "cuda", 24 << 30).says
    'bfloat16'
    >>> first_plan({"transformer": 6_000_000_000, "text": 4_000_000_000}, "cuda", 16 << 30).says
    'bfloat16, parts offloaded, tiles'
    >>> first_plan({"transformer": 20_000_000_000}, "cuda", 24 << 30).says
    'bfloat16, parts offloaded, 8-bit weights, tiles'
    >>> first_plan({"transformer": 20_000_000_000}, "cuda", 8 << 30).says
    'bfloat16, blocks offloaded, tiles'
    """
    total, largest = sum(parts.values()), max(parts.values(), default=0)
    if device == "cpu":
        wide = 4 * total + _WORK_BYTES <= free or total < 50_000_000
        return MemoryPlan(precision="float32" if wide else "bfloat16", tiled=not wide)
    half: Precision = "bfloat16" if has_bfloat16 else "float16"
    if 2 * total + _WORK_BYTES <= free:
        return MemoryPlan(precision=half)
    if device == "mps":
        return MemoryPlan(precision=half, tiled=True)
    plan = MemoryPlan(precision=half, offload="parts", tiled=True)
    if 2 * largest + _WORK_BYTES <= free:
        return plan
    if largest + _WORK_BYTES <= free:
        return replace(plan, packed=True)
    return replace(plan, offload="blocks")


def step_down(plan: MemoryPlan, device: str, orders: int) -> tuple[MemoryPlan, str] | None:
    """Return the next smaller plan and what it is called, or None when there is none."""
    if not plan.tiled:
        return replace(plan, tiled=True), "tiles"
    if orders > 1 and plan.together != 1:
        return replace(plan, together=1), "one picture at a time"
    if device.startswith("cuda"):
        if plan.offload == "none":
            return replace(plan, offload="parts"), "one part of the model at a time"
        if plan.offload == "parts" and not plan.packed:
            return replace(plan, packed=True), "8-bit weights"
        if plan.offload == "parts":
            return replace(plan, offload="blocks", packed=False), "one block at a time"
    elif plan.precision == "float32":
        return replace(plan, precision="bfloat16"), "half precision"
    for scale in _SHRINKS:
        if plan.scale > scale:
            return replace(plan, scale=scale), f"a picture {scale:.0%} as wide, enlarged after"
    return None


def apply_plan(pipeline: Any, plan: MemoryPlan, before: MemoryPlan | None, device: str) -> None:
    """Lay a pipeline out by a plan; `before` is how it lay."""
    torch = import_module("torch")
    if before is None or before.tiled != plan.tiled:
        vae = getattr(pipeline, "vae", None)
        for name in ("enable_tiling", "enable_slicing"):
            if plan.tiled and hasattr(vae, name):
                getattr(vae, name)()
    if before is not None and before.precision != plan.precision:
        pipeline.to(getattr(torch, plan.precision))
    if plan.packed and not (before is not None and before.packed):
        _pack(pipeline, plan, torch)
    if before is None or before.offload != plan.offload:
        place(pipeline, plan, device)


def place(pipeline: Any, plan: MemoryPlan, device: str) -> None:
    """Put the parts of a pipeline where a plan wants them.

    Offloading hangs on the pipeline that runs, so it is placed anew for another task.
    """
    if plan.offload == "none":
        pipeline.to(device)
        return
    pipeline.remove_all_hooks()
    pipeline.to("cpu")
    if plan.offload == "parts":
        pipeline.enable_model_cpu_offload(device=device)
    else:
        pipeline.enable_sequential_cpu_offload(device=device)


def _pack(pipeline: Any, plan: MemoryPlan, torch: Any) -> None:
    for name in ("transformer", "transformer_2", "unet"):
        part = getattr(pipeline, name, None)
        if part is not None and hasattr(part, "enable_layerwise_casting"):
            part.enable_layerwise_casting(
                storage_dtype=torch.float8_e4m3fn,
                compute_dtype=getattr(torch, plan.precision),
            )


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error means that memory ran out, on any device."""
    torch = import_module("torch")
    if isinstance(error, (torch.OutOfMemoryError, MemoryError)):
        return True
    said = str(error)
    return isinstance(error, RuntimeError) and (
        "out of memory" in said or "can't allocate memory" in said
    )


def release(device: str) -> None:
    """Give memory that nobody uses back to the device."""
    gc.collect()
    if device.startswith("cuda"):
        import_module("torch").cuda.empty_cache()
