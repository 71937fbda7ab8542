"""One order at a time on a device, first come first served, the last models kept warm."""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generators.base import Ticket
from generators.diffusion.image import DiffusionImages
from generators.diffusion.pool import WarmPool, pool_of
from generators.errors import GenerationCancelled
from generators.order import ImageOrder
from generators.provider_settings import LocalModel, ProviderSettings

PEAR = ImageOrder(prompt="a pear", width=64, height=48, steps=2, seed=3)


def settings(folder: Any) -> ProviderSettings:
    return ProviderSettings(diffusion=LocalModel(source=str(folder), device="cpu"))


def test_a_model_is_loaded_once_and_reads_a_prompt_once(tiny: Any, ticket: Ticket) -> None:
    told: list[str] = []
    watched = replace(ticket, progress=lambda _, says: told.append(says))
    for _ in range(3):
        DiffusionImages(settings(tiny("sd15"))).fill(PEAR, watched)
    assert sum("loading" in says for says in told) == 1
    pool = pool_of("cpu")
    assert pool._kept[pool.keys[0]].prompts_reused == 2


def test_tasks_share_the_weights(tiny: Any, ticket: Ticket) -> None:
    paints = DiffusionImages(settings(tiny("sd15")))
    with paints.borrowed(ticket) as resident:
        text, image = resident.pipeline("text"), resident.pipeline("image")
        assert type(image).__name__ == "StableDiffusionImg2ImgPipeline"
        assert text.unet is image.unet
        assert resident.pipeline("image") is image


class _Small:
    """Stands in the pool where only the queue matters."""


def test_who_comes_first_is_served_first_and_who_waits_may_leave(ticket: Ticket) -> None:
    pool = WarmPool("cpu")
    load: Callable[[], Any] = _Small
    served: list[int] = []
    entered, leave = threading.Event(), threading.Event()

    def first() -> None:
        with pool.borrow("a", 1, load, ticket):
            entered.set()
            leave.wait(10)
            served.append(0)

    def later(number: int) -> None:
        with pool.borrow("a", 1, load, ticket):
            served.append(number)

    threads = [threading.Thread(target=first)]
    threads[0].start()
    assert entered.wait(10)
    for number in (1, 2, 3):
        threads.append(threading.Thread(target=later, args=(number,)))
        threads[-1].start()
        while len(pool._waiting) <= number:
            entered.wait(0.001)
    told: list[str] = []
    impatient = replace(
        ticket, progress=lambda _, says: told.append(says), cancelled=lambda: bool(told)
    )
    with pytest.raises(GenerationCancelled), pool.borrow("a", 1, load, impatient):
        served.append(9)
    assert told == ["waiting for cpu: 4 ahead"]
    leave.set()
    for thread in threads:
        thread.join(10)
    assert served == [0, 1, 2, 3]
    assert not pool._waiting


def test_the_model_used_longest_ago_makes_room(ticket: Ticket) -> None:
    pool = WarmPool("cpu")
    load: Callable[[], Any] = _Small
    for key in "abcda":
        with pool.borrow(key, 1, load, ticket):
            pass
    assert pool.keys == ("b", "c", "d", "a")
    with pool.borrow("e", 1, load, ticket):
        pass
    assert pool.keys == ("c", "d", "a", "e")
    with pool.borrow("f", 1 << 60, load, ticket):
        pass
    assert pool.keys == ("f",)
