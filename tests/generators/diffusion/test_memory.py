"""When memory runs out the real pipeline steps down by itself, and says so."""

import doctest
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from generators.base import Ticket
from generators.diffusion import memory
from generators.diffusion.image import DiffusionImages
from generators.diffusion.memory import MemoryPlan, first_plan, step_down
from generators.diffusion.pool import pool_of
from generators.errors import GenerationFailed
from generators.order import ImageOrder
from generators.provider_settings import LocalModel, ProviderSettings

PEAR = ImageOrder(prompt="a pear", width=64, height=48, steps=2, seed=3)
Fail = Callable[[int], None]


def provider(folder: Path) -> DiffusionImages:
    model = LocalModel(source=str(folder), device="cpu")
    return DiffusionImages(ProviderSettings(diffusion=model))


def failing(times: int) -> tuple[Any, list[int]]:
    """Make the loaded model's denoiser run out of memory so many times."""
    torch = import_module("torch")
    pool = pool_of("cpu")
    resident = pool._kept[pool.keys[-1]]
    left = [times]

    def hook(module: Any, inputs: Any) -> None:
        del module, inputs
        if left[0]:
            left[0] -= 1
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB")

    return resident._base.unet.register_forward_pre_hook(hook), left


def test_the_plans_in_the_docstring_are_the_plans() -> None:
    assert doctest.testmod(memory).failed == 0


@pytest.mark.parametrize(
    ("free", "plan"),
    [(40, "bfloat16"), (16, "bfloat16, parts offloaded, tiles"),
     (10, "bfloat16, parts offloaded, 8-bit weights, tiles"),
     (6, "bfloat16, blocks offloaded, tiles")],
)  # fmt: skip
def test_a_smaller_card_gets_a_smaller_plan(free: int, plan: str) -> None:
    parts = {"transformer": 6_000_000_000, "text_encoder": 4_000_000_000}
    assert first_plan(parts, "cuda", free << 30).says == plan


@pytest.mark.parametrize("device", ["cuda", "cpu", "mps"])
def test_stepping_down_ends(device: str) -> None:
    plan: MemoryPlan | None = MemoryPlan(precision="float32")
    said: list[str] = []
    while plan is not None and (lower := step_down(plan, device, 4)) is not None:
        plan, what = lower
        said.append(what)
    assert said[:2] == ["tiles", "one picture at a time"]
    assert len(said) == len(set(said)) <= 8


def test_out_of_memory_steps_down_and_the_receipt_says_how(tiny: Any, ticket: Ticket) -> None:
    paints = provider(tiny("sd15"))
    before = paints.fill(PEAR, ticket)
    assert before.receipt.notes == ()
    hook, left = failing(2)
    told: list[str] = []
    made = paints.fill(PEAR, replace(ticket, progress=lambda _, says: told.append(says)))
    hook.remove()
    assert left == [0]
    assert made.receipt.notes == (
        "ran out of memory, went on with tiles",
        "ran out of memory, went on with half precision",
    )
    assert made.receipt.notes[0] in told
    assert made.receipt.is_whole
    assert made.provenance.parameters["memory"] == "bfloat16, tiles"


def test_the_last_resort_is_a_smaller_picture_then_a_sentence(
    tiny: Any, ticket: Ticket
) -> None:
    paints = provider(tiny("sd15"))
    paints.fill(PEAR, ticket)
    hook, _ = failing(3)
    made = paints.fill(PEAR, ticket)
    hook.remove()
    assert not made.receipt.is_whole
    assert "75%" in made.receipt.notes[-1]
    hook, _ = failing(99)
    with pytest.raises(GenerationFailed, match="ran out of memory on cpu even with"):
        paints.fill(PEAR, ticket)
    hook.remove()
    assert paints.fill(PEAR, ticket).receipt.is_whole


def test_many_orders_go_on_one_by_one(tiny: Any, ticket: Ticket) -> None:
    paints = provider(tiny("sdxl"))
    paints.fill(PEAR, ticket)
    hook, _ = failing(2)
    orders = [PEAR.model_copy(update={"seed": seed}) for seed in range(3)]
    made = paints.fill_all(orders, ticket)
    hook.remove()
    assert made[0].receipt.notes[-1].endswith("one picture at a time")
    assert len({one.data for one in made}) == 3


def test_a_real_fault_is_not_taken_for_a_lack_of_memory(tiny: Any, ticket: Ticket) -> None:
    paints = provider(tiny("sd15"))
    paints.fill(PEAR, ticket)
    unet = pool_of("cpu")._kept[pool_of("cpu").keys[-1]]._base.unet

    def broken(module: Any, inputs: Any) -> None:
        del module, inputs
        raise RuntimeError("mat1 and mat2 shapes cannot be multiplied")

    hook = unet.register_forward_pre_hook(broken)
    with pytest.raises(RuntimeError, match="mat1"):
        paints.fill(PEAR, ticket)
    hook.remove()


def test_weights_rest_in_eight_bits_and_still_paint(tiny: Any, ticket: Ticket) -> None:
    paints = provider(tiny("klein"))
    whole = paints.fill(PEAR, ticket)
    resident = pool_of("cpu")._kept[pool_of("cpu").keys[-1]]
    packed = replace(resident.plan, packed=True)
    memory.apply_plan(resident._base, packed, resident.plan, "cpu")
    resident.plan = packed
    made = paints.fill(PEAR, ticket)
    assert "8-bit weights" in str(made.provenance.parameters["memory"])
    assert made.data != whole.data
