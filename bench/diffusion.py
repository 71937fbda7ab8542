"""What the wrapper around diffusers costs, and what painting together gains.

On a tiny SDXL with random weights, one thread, so that what is measured is the house's code
and not the model. Direct calls and orders take turns; both encode the picture as PNG and
make no use of remembered prompts unless said. The least of all rounds counts: what else
a shared machine does can only add to it. Run: python -m bench.diffusion
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from diffusers import StableDiffusionXLPipeline

from bench.tiny_models import build
from compositor.document import AssetStore
from generators.base import Ticket
from generators.diffusion.image import DiffusionImages
from generators.diffusion.pixels import png_of
from generators.order import ImageOrder
from generators.provider_settings import LocalModel, ProviderSettings

__all__ = ["measure"]

_SIDE = 64
_FEW, _MANY = 4, 10
"""Steps of an order: more steps weigh more beside what the wrapper does once."""


def measure(rounds: int) -> dict[str, float]:
    """Return CPU milliseconds: direct, ordered, ordered again, 4 singles, a batch of 4."""
    torch.set_num_threads(1)
    ticket = Ticket(assets=AssetStore())
    with tempfile.TemporaryDirectory() as folder:
        place = build("sdxl", Path(folder))
        pipeline = StableDiffusionXLPipeline.from_pretrained(place, use_safetensors=True)
        pipeline.set_progress_bar_config(disable=True)
        model = LocalModel(source=str(place), device="cpu")
        paints = DiffusionImages(ProviderSettings(diffusion=model))

        def direct(seed: int) -> bytes:
            out = pipeline(
                f"a pear, {seed}", height=_SIDE, width=_SIDE, num_inference_steps=_MANY,
                guidance_scale=5.0, negative_prompt=" ",
                generator=torch.Generator("cpu").manual_seed(seed),
            )  # fmt: skip
            return png_of(out.images[0])

        def order(words: str, seed: int, steps: int) -> ImageOrder:
            return ImageOrder(prompt=words, width=_SIDE, height=_SIDE, seed=seed, steps=steps)

        def ordered(seed: int) -> bytes:
            return paints.fill(order(f"a pear, {seed}", seed, _MANY), ticket).data

        def known(seed: int) -> bytes:
            return paints.fill(order("a pear", seed, _MANY), ticket).data

        def some(seed: int) -> list[ImageOrder]:
            return [order(f"{seed} pears", 4 * seed + k, _FEW) for k in range(4)]

        def singles(seed: int) -> Any:
            return [paints.fill(one, ticket) for one in some(seed)]

        def batch(seed: int) -> Any:
            return paints.fill_all(some(seed), ticket)

        cases: dict[str, Callable[[int], Any]] = {
            "direct": direct, "ordered": ordered, "known prompt": known,
            "4 singles": singles, "batch of 4": batch,
        }  # fmt: skip
        assert direct(0) == ordered(0), "the wrapper changes the picture"
        times: dict[str, list[float]] = {name: [] for name in cases}
        for number in range(-2, rounds):
            for shift in range(len(cases)):
                name = list(cases)[(number + shift) % len(cases)]
                began = time.process_time()
                cases[name](number + 100)
                if number >= 0:
                    times[name].append(1000 * (time.process_time() - began))
    return {name: min(taken) for name, taken in times.items()}


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    found = measure(parser.parse_args().rounds)
    for name, taken in found.items():
        print(f"{name:14} {taken:8.1f} CPU ms")
    print(f"wrapper overhead {100 * (found['ordered'] / found['direct'] - 1):+.1f} %")
    print(f"a known prompt   {100 * (found['known prompt'] / found['direct'] - 1):+.1f} %")
    print(f"batch of 4       {found['4 singles'] / found['batch of 4']:.2f} × the throughput")


if __name__ == "__main__":
    main()
