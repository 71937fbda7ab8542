"""Running: one call of a pipeline, with progress, and a stop that leaves nothing behind."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

from generators.base import Ticket

__all__ = ["generators_of", "run_pipeline", "takes"]

Step = Callable[..., Any]


@lru_cache(maxsize=64)
def takes(kind: Any) -> frozenset[str]:
    """Return the names of what a pipeline class can be called with."""
    return frozenset(inspect.signature(kind.__call__).parameters)


def generators_of(seeds: Sequence[int]) -> list[Any]:
    """Return a random generator for each seed; on the processor, so every device agrees."""
    torch = import_module("torch")
    return [torch.Generator("cpu").manual_seed(seed) for seed in seeds]


def run_pipeline(
    pipeline: Any,
    arguments: dict[str, Any],
    ticket: Ticket,
    *,
    span: tuple[float, float] = (0.1, 0.9),
    doing: str = "painting",
) -> Any:
    """Return the pipeline's output; arguments it does not know are left out.

    Args:
        pipeline: A diffusers pipeline.
        arguments: By name.
        ticket: Told of every step, asked before it.
        span: Shares of the whole that the call begins and ends at.
        doing: What the progress lines say.

    Raises:
        GenerationCancelled: The ticket asked to stop; hooks and memory are freed, and the same
            call gives the same result afterwards.
    """
    kind: Any = type(pipeline)
    known = takes(kind)
    given = {name: value for name, value in arguments.items() if name in known}
    low, high = span

    def tell(done: int, total: int) -> None:
        share = low + (high - low) * min(1.0, done / max(1, total))
        ticket.step(share, f"{doing}, step {min(done, total)} of {total}")

    ticket.step(low, doing)
    if "callback_on_step_end" in known:

        def after_step(_: Any, step: int, __: Any, tensors: dict[str, Any]) -> dict[str, Any]:
            # what is left over when strength skips the first steps shows in the timesteps
            tell(step + 1, pipeline.num_timesteps)
            return tensors

        given["callback_on_step_end"] = after_step
        return _whole(pipeline, given, None)
    return _whole(pipeline, given, tell)


def _whole(
    pipeline: Any, given: dict[str, Any], tell: Callable[[int, int], None] | None
) -> Any:
    """Call it; without a callback of its own, count the steps of its scheduler."""
    is_done = False
    if tell is not None:
        own: Step = pipeline.scheduler.step
        count = 0

        def counted(*tensors: Any, **named: Any) -> Any:
            nonlocal count
            made = own(*tensors, **named)
            count += 1
            tell(count, len(pipeline.scheduler.timesteps))
            return made

        pipeline.scheduler.step = counted
    try:
        made = pipeline(**given)
        is_done = True
    finally:
        if tell is not None:
            del pipeline.scheduler.step
        if not is_done:
            pipeline.maybe_free_model_hooks()
    return made
