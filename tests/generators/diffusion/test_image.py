"""Pictures from real pipelines: saved, loaded from a folder, run on the processor."""

import io
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from compositor.document import AssetStore
from compositor.document.asset import Provenance
from generators.base import Ticket
from generators.diffusion.image import DiffusionImages
from generators.errors import GenerationCancelled, GenerationFailed
from generators.order import Adapter, Control, ImageOrder
from generators.provider import Delivery
from generators.provider_settings import LocalModel, ProviderSettings

PEAR = ImageOrder(prompt="a pear", width=64, height=48, steps=2, seed=3)


def provider(folder: Path, **more: Any) -> DiffusionImages:
    model = LocalModel.model_validate({"source": str(folder), "device": "cpu", **more})
    return DiffusionImages(ProviderSettings(diffusion=model))


def pixels(made: Delivery) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(made.data)) as read:
        return np.asarray(read)


def kept(store: AssetStore, picture: Image.Image) -> str:
    held = io.BytesIO()
    picture.save(held, "PNG")
    return store.add(held.getvalue(), Provenance(source="import")).sha256


def noise(width: int, height: int, mode: str = "RGB") -> Image.Image:
    drawn = np.random.default_rng(5).integers(0, 255, (height, width, len(mode)), np.uint8)
    return Image.fromarray(drawn)


@pytest.mark.parametrize("name", ["sd15", "sdxl", "klein", "z-image"])
def test_every_family_paints_with_progress_and_repeats_itself(
    name: str, tiny: Any, ticket: Ticket
) -> None:
    told: list[tuple[float, str]] = []
    watched = replace(ticket, progress=lambda share, says: told.append((share, says)))
    paints = provider(tiny(name))
    assert paints.probe().ready
    first = paints.fill(PEAR, watched)
    assert pixels(first).shape == (48, 64, 3)
    assert first.provenance.model == name
    assert len(first.provenance.revision) == 16
    assert first.provenance.seed == 3
    assert [share for share, _ in told] == sorted(share for share, _ in told)
    assert (0.5, "painting, step 1 of 2") in told
    assert paints.fill(PEAR, ticket).data == first.data
    assert paints.fill(PEAR.model_copy(update={"seed": 4}), ticket).data != first.data


def test_cancelled_at_step_one_stops_there_and_leaves_the_pool_usable(
    tiny: Any, ticket: Ticket
) -> None:
    paints = provider(tiny("sd15"))
    before = paints.fill(PEAR, ticket).data
    steps: list[str] = []
    stopping = replace(
        ticket,
        progress=lambda _, says: steps.append(says),
        cancelled=lambda: any("step 1" in says for says in steps),
    )
    with pytest.raises(GenerationCancelled, match="step 2"):
        paints.fill(PEAR.model_copy(update={"steps": 6}), stopping)
    assert not any("step 2" in says for says in steps)
    assert paints.fill(PEAR, ticket).data == before


def test_lora_changes_the_picture_stacks_and_comes_off(
    tiny: Any, models: Path, ticket: Ticket
) -> None:
    bench = import_module("bench.tiny_models")
    first, second = (str(bench.lora(tiny("sd15"), models, seed)) for seed in (1, 2))
    paints = provider(tiny("sd15"))
    bare = paints.fill(PEAR, ticket).data
    worn = PEAR.model_copy(update={"adapters": (Adapter(source=first),)})
    both = PEAR.model_copy(
        update={"adapters": (Adapter(source=first), Adapter(source=second, weight=0.5))}
    )
    made = {paints.fill(order, ticket).data for order in (worn, both)}
    assert len(made | {bare}) == 3
    assert paints.fill(PEAR, ticket).data == bare
    missing = PEAR.model_copy(update={"adapters": (Adapter(source="/no/such/lora"),)})
    with pytest.raises(GenerationFailed, match="cannot be worn"):
        paints.fill(missing, ticket)
    assert paints.fill(PEAR, ticket).data == bare


@pytest.mark.parametrize("name", ["sd15", "klein", "z-image"])
def test_inpainting_leaves_every_byte_outside_the_mask(
    name: str, tiny: Any, ticket: Ticket
) -> None:
    picture, mask = noise(70, 54), Image.new("L", (70, 54), 0)
    mask.paste(255, (20, 10, 44, 30))
    order = ImageOrder(
        prompt="a pear",
        image=kept(ticket.assets, picture),
        mask=kept(ticket.assets, mask),
        strength=1.0,
        steps=2,
    )
    made = pixels(provider(tiny(name)).fill(order, ticket))
    inside = np.asarray(mask) > 0
    np.testing.assert_array_equal(made[~inside], np.asarray(picture)[~inside])
    assert (made[inside] != np.asarray(picture)[inside]).any()


def test_inpainting_keeps_alpha_outside_the_mask(tiny: Any, ticket: Ticket) -> None:
    picture, mask = noise(64, 64, "RGBA"), Image.new("L", (64, 64), 0)
    mask.paste(255, (0, 0, 20, 20))
    order = ImageOrder(
        prompt="a pear",
        image=kept(ticket.assets, picture),
        mask=kept(ticket.assets, mask),
        steps=2,
    )
    made = pixels(provider(tiny("sd15")).fill(order, ticket))
    np.testing.assert_array_equal(made[20:], np.asarray(picture)[20:])


def test_outpainting_grows_the_canvas_around_untouched_pixels(
    tiny: Any, ticket: Ticket
) -> None:
    picture = noise(48, 40)
    order = ImageOrder(
        prompt="a field", image=kept(ticket.assets, picture), margins=(8, 0, 16, 4), steps=2
    )
    made = pixels(provider(tiny("sd15")).fill(order, ticket))
    assert made.shape == (44, 72, 3)
    np.testing.assert_array_equal(made[:40, 8:56], np.asarray(picture))


def test_a_picture_to_start_from_is_left_behind_by_strength(tiny: Any, ticket: Ticket) -> None:
    order = PEAR.model_copy(update={"image": kept(ticket.assets, noise(64, 48))})
    paints = provider(tiny("sd15"))
    nothing = pixels(paints.fill(order.model_copy(update={"strength": 0.0}), ticket))
    np.testing.assert_array_equal(nothing, np.asarray(noise(64, 48)))
    little = paints.fill(order.model_copy(update={"strength": 0.2}), ticket)
    much = paints.fill(order.model_copy(update={"strength": 0.9}), ticket)
    assert little.data != much.data


def test_references_reach_a_model_that_takes_pictures(tiny: Any, ticket: Ticket) -> None:
    shown = kept(ticket.assets, noise(64, 64)), kept(ticket.assets, noise(80, 64))
    paints = provider(tiny("klein"))
    made = {
        paints.fill(PEAR.model_copy(update={"references": shown[:count]}), ticket).data
        for count in (0, 1, 2)
    }
    assert len(made) == 3


def test_control_keeps_edges_and_needs_weights(tiny: Any, models: Path, ticket: Ticket) -> None:
    net = import_module("bench.tiny_models").control_net(tiny("sd15"), models)
    shape = Image.new("L", (64, 48), 20)
    shape.paste(230, (16, 12, 48, 36))
    order = PEAR.model_copy(
        update={"control": (Control(kind="canny", image=kept(ticket.assets, shape)),)}
    )
    bare = provider(tiny("sd15"))
    assert "control" not in bare.offer().abilities
    with pytest.raises(GenerationFailed, match="cannot do control"):
        bare.fill(order, ticket)
    guided = provider(tiny("sd15"), controls={"canny": str(net)})
    assert guided.fill(order, ticket).data != guided.fill(PEAR, ticket).data


def test_enlarging_gives_more_pixels_of_the_same_picture(tiny: Any, ticket: Ticket) -> None:
    soft = Image.linear_gradient("L").resize((60, 40)).convert("RGB")
    order = ImageOrder(image=kept(ticket.assets, soft), scale=2, steps=2, strength=0.05)
    made = pixels(provider(tiny("sd15")).fill(order, ticket))
    assert made.shape == (80, 120, 3)


def test_a_layered_model_cuts_out_with_alpha_and_others_say_they_cannot(
    tiny: Any, ticket: Ticket
) -> None:
    order = ImageOrder(
        prompt="a poster",
        image=kept(ticket.assets, noise(48, 64)),
        transparent=True,
        steps=1,
        guidance=1.0,
        effort="draft",
    )
    with pytest.raises(GenerationFailed, match="cannot do transparent"):
        provider(tiny("sd15")).fill(order, ticket)
    made = provider(tiny("qwen-layered")).fill(order, ticket)
    assert pixels(made).shape == (64, 48, 4)


def test_orders_of_one_shape_are_painted_together_each_as_if_alone(
    tiny: Any, ticket: Ticket
) -> None:
    paints = provider(tiny("sdxl"))
    orders = [
        PEAR.model_copy(update={"prompt": words, "seed": seed})
        for seed, words in enumerate(("a pear", "two pears", "a plum"))
    ]
    orders.append(PEAR.model_copy(update={"width": 48}))
    told: list[str] = []
    watched = replace(ticket, progress=lambda _, says: told.append(says))
    together = paints.fill_all(orders, watched)
    assert sum("step 2 of 2" in says for says in told) == 2
    for order, made in zip(orders, together, strict=True):
        alone = pixels(paints.fill(order, ticket)).astype(int)
        assert np.abs(pixels(made).astype(int) - alone).max() <= 1
        assert made.provenance.seed == order.seed
