"""Resident: a loaded model with all it is wearing: task, LoRA, ControlNets, memory plan."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Callable
from importlib import import_module
from types import SimpleNamespace
from typing import Any, TypeVar

from generators.base import Ticket
from generators.diffusion.families import Family, Task
from generators.diffusion.memory import (
    MemoryPlan,
    apply_plan,
    is_out_of_memory,
    place,
    release,
    step_down,
)
from generators.diffusion.weights import Weights
from generators.errors import GenerationFailed, NotReady
from generators.order import Adapter

__all__ = ["Resident"]

T = TypeVar("T")

_PROMPTS_KEPT = 64

Encode = Callable[..., Any]


class Resident:
    """One loaded model.

    Args:
        pipeline: As it was loaded.
        weights: Where from.
        device: Where it runs.
        plan: How it lies in memory.
    """

    def __init__(self, pipeline: Any, weights: Weights, device: str, plan: MemoryPlan) -> None:
        self.weights = weights
        self.device = device
        self.plan = plan
        self._base = pipeline
        self._tasks: dict[str, Any] = {type(pipeline).__name__: pipeline}
        self._worn: tuple[Adapter, ...] = ()
        self._looks_at = ""
        self._nets: dict[str, Any] = {}
        self._prompts: OrderedDict[tuple[object, ...], Any] = OrderedDict()
        self._placed = ""
        self.prompts_reused = 0
        apply_plan(pipeline, plan, None, device)
        self._remember_prompts(pipeline)

    @property
    def family(self) -> Family:
        """Of the model."""
        return self.weights.family

    def pipeline(self, task: Task, nets: tuple[str, ...] = ()) -> Any:
        """Return the pipeline of a task; all tasks share the same weights.

        Args:
            task: What is to be done.
            nets: Sources of the ControlNets it takes, if any.

        Raises:
            GenerationFailed: The model cannot do it.
        """
        wanted = self.family.tasks.get(task)
        if wanted is None:
            raise GenerationFailed(
                f"{self.weights.name} cannot do {task!r}; take another model"
            )
        key = "+".join((wanted, *nets))
        if key not in self._tasks:
            made = getattr(import_module("diffusers"), wanted)
            more: dict[str, Any] = {}
            if nets:
                loaded = [self._net(one) for one in nets]
                more["controlnet"] = loaded[0] if len(loaded) == 1 else loaded
            try:
                pipeline = made.from_pipe(self._base, **more)
            except ValueError as error:
                raise GenerationFailed(
                    f"{self.weights.name} cannot do {task!r}; take another model ({error})"
                ) from error
            pipeline.set_progress_bar_config(disable=True)
            self._remember_prompts(pipeline)
            self._tasks[key] = pipeline
        if self.plan.offload != "none" and self._placed != key:
            place(self._tasks[key], self.plan, self.device)
            self._placed = key
        return self._tasks[key]

    def _net(self, source: str) -> Any:
        if source not in self._nets:
            torch, diffusers = import_module("torch"), import_module("diffusers")
            try:
                net = getattr(diffusers, self.family.control_net).from_pretrained(
                    source,
                    local_files_only=True,
                    use_safetensors=True,
                    dtype=getattr(torch, self.plan.precision),
                )
            except (OSError, ValueError, TypeError) as error:
                raise NotReady(f"no ControlNet can be loaded from {source}; {error}") from error
            self._nets[source] = net.to(self.device if self.plan.offload == "none" else "cpu")
        return self._nets[source]

    def wear(self, adapters: tuple[Adapter, ...]) -> None:
        """Load exactly these LoRA weights, stacked in their order; none takes all off.

        Raises:
            GenerationFailed: One cannot be loaded, or the model takes none.
        """
        if adapters == self._worn:
            return
        self._take_off()
        if not adapters:
            return
        if not hasattr(self._base, "load_lora_weights"):
            raise GenerationFailed(f"{self.weights.name} takes no LoRA; leave adapters out")
        names = [f"adapter_{number}" for number in range(len(adapters))]
        try:
            for name, adapter in zip(names, adapters, strict=True):
                self._base.load_lora_weights(
                    adapter.source, adapter_name=name, local_files_only=True,
                    use_safetensors=True,
                )  # fmt: skip
            self._base.set_adapters(names, [one.weight for one in adapters])
        except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
            if is_out_of_memory(error):
                raise
            self._take_off()
            wanted = ", ".join(one.source for one in adapters)
            raise GenerationFailed(
                f"{wanted} cannot be worn by {self.weights.name}; use LoRA weights made for "
                f"{self.family.title} ({error})"
            ) from error
        self._worn = adapters
        self._prompts.clear()

    def _take_off(self) -> None:
        if hasattr(self._base, "unload_lora_weights"):
            self._base.unload_lora_weights()
        self._worn = ()
        self._prompts.clear()

    def look_at(self, source: str) -> None:
        """Load an IP-Adapter, or take it off with an empty source.

        Raises:
            NotReady: It cannot be loaded.
        """
        if source == self._looks_at:
            return
        if self._looks_at:
            self._base.unload_ip_adapter()
            self._tasks = {type(self._base).__name__: self._base}
            self._looks_at = ""
        if source:
            try:
                self._base.load_ip_adapter(
                    source, subfolder="", weight_name="ip_adapter.safetensors",
                    image_encoder_folder="image_encoder", local_files_only=True,
                )  # fmt: skip
            except (OSError, ValueError, KeyError) as error:
                raise NotReady(
                    f"no IP-Adapter can be loaded from {source}; it must hold "
                    f"ip_adapter.safetensors and image_encoder ({error})"
                ) from error
            self._tasks = {type(self._base).__name__: self._base}
            self._looks_at = source

    def run(
        self, work: Callable[[MemoryPlan], T], orders: int, ticket: Ticket
    ) -> tuple[T, tuple[str, ...]]:
        """Return what the work makes, stepping down as often as memory runs out, and notes.

        Raises:
            GenerationFailed: Memory runs out even with the smallest plan.
        """
        notes: list[str] = []
        while True:
            try:
                made = work(self.plan)
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
            else:
                self.plan = self._with_full_scale()
                return made, tuple(notes)
            release(self.device)
            lower = step_down(self.plan, self.device, orders)
            if lower is None:
                self.plan = self._with_full_scale()
                raise GenerationFailed(
                    f"{self.weights.name} ran out of memory on {self.device} even with "
                    f"{self.plan.says}; close other programs or order something smaller"
                )
            plan, said = lower
            self._lay_out(plan)
            notes.append(f"ran out of memory, went on with {said}")
            ticket.step(0.05, notes[-1])

    def _lay_out(self, plan: MemoryPlan) -> None:
        apply_plan(self._base, plan, self.plan, self.device)
        if plan.precision != self.plan.precision:
            torch = import_module("torch")
            for net in self._nets.values():
                net.to(getattr(torch, plan.precision))
            self._prompts.clear()
        self.plan, self._placed = plan, ""

    def _with_full_scale(self) -> MemoryPlan:
        kept = self.plan
        return MemoryPlan(
            precision=kept.precision, offload=kept.offload, packed=kept.packed, tiled=kept.tiled
        )

    def _remember_prompts(self, pipeline: Any) -> None:
        """Let a pipeline read each prompt once: its text encoders may be the larger half."""
        encode = getattr(pipeline, "encode_prompt", None)
        if encode is None:
            return
        _clean_without_ftfy(pipeline)
        name = type(pipeline).__name__

        def remembered(*given: Any, **named: Any) -> Any:
            key = _key_of(name, given, named)
            if key is None:
                return encode(*given, **named)
            if key in self._prompts:
                self._prompts.move_to_end(key)
                self.prompts_reused += 1
            else:
                self._prompts[key] = encode(*given, **named)
                if len(self._prompts) > _PROMPTS_KEPT:
                    self._prompts.popitem(last=False)
            return self._prompts[key]

        pipeline.encode_prompt = remembered


def _clean_without_ftfy(pipeline: Any) -> None:
    """Let pipelines clean their prompts where the optional package ftfy is not installed.

    Some of diffusers 0.42.1 call it although they only imported it if it was there.
    """
    module = sys.modules[type(pipeline).__module__]
    if hasattr(module, "basic_clean") and not hasattr(module, "ftfy"):
        vars(module)["ftfy"] = SimpleNamespace(fix_text=str)


def _key_of(
    name: str, given: tuple[Any, ...], named: dict[str, Any]
) -> tuple[object, ...] | None:
    """Return what a call depends on, or None when it depends on more than plain values."""
    key: list[object] = [name]
    for label, value in [*enumerate(given), *sorted(named.items())]:
        parts = value if isinstance(value, (list, tuple)) else (value,)
        if not all(
            one is None
            or isinstance(one, (str, int, float, bool))
            or type(one).__name__ in ("device", "dtype")
            for one in parts
        ):
            return None
        key += [label, type(value).__name__, *map(str, parts)]
    return tuple(key)
