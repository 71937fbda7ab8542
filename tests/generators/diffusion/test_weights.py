"""What lies in a folder is recognized, and what could run code or is forbidden is refused."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from compositor.document import AssetStore
from generators.base import Ticket
from generators.diffusion.families import families, family_of
from generators.diffusion.image import DiffusionImages
from generators.diffusion.weights import find_weights
from generators.errors import NotReady
from generators.order import ImageOrder
from generators.provider_settings import LocalModel, ProviderSettings
from generators.roster import Need, Roster

PEAR = ImageOrder(prompt="a pear", width=64, height=48, steps=2)


def test_a_folder_says_what_it_is(tiny: Any) -> None:
    found = find_weights(LocalModel(source=str(tiny("sdxl"))))
    assert (found.family.name, found.native_px) == ("sdxl", 64)
    assert set(found.parts) == {"unet", "vae", "text_encoder", "text_encoder_2"}
    assert 50_000 < found.parameters < 500_000


def test_the_revision_follows_the_weights(tiny: Any, tmp_path: Path) -> None:
    copy = shutil.copytree(tiny("sd15"), tmp_path / "copy")
    model = LocalModel(source=str(copy))
    before = find_weights(model).revision
    assert before == find_weights(LocalModel(source=str(tiny("sd15")))).revision
    weights = copy / "unet" / "diffusion_pytorch_model.safetensors"
    changed = bytearray(weights.read_bytes())
    changed[-1] ^= 1
    weights.write_bytes(changed)
    assert find_weights(model).revision != before


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        ("index", "names no pipeline"),
        ("code", "holds code"),
        ("pickle", "no .safetensors weights"),
        ("cut", "cut short"),
    ],
)
def test_what_is_damaged_or_could_run_code_is_refused(
    spoil: str, says: str, tiny: Any, tmp_path: Path
) -> None:
    copy = shutil.copytree(tiny("sd15"), tmp_path / "copy")
    if spoil == "index":
        (copy / "model_index.json").write_text("{")
    if spoil == "code":
        (copy / "unet" / "my_unet.py").write_text("print('hello')")
    if spoil == "pickle":
        for one in copy.rglob("*.safetensors"):
            one.rename(one.with_suffix(".bin"))
    if spoil == "cut":
        one = next(iter(copy.rglob("*.safetensors")))
        one.write_bytes(one.read_bytes()[:40])
    with pytest.raises(NotReady, match=says):
        find_weights(LocalModel(source=str(copy)))


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("/no/such/folder", "there is no model at"),
        ("nobody/nothing", "hf download nobody/nothing"),
        ("weights.ckpt", "there is no model"),
    ],
)
def test_nothing_is_fetched_unasked(source: str, says: str) -> None:
    with pytest.raises(NotReady, match=says):
        find_weights(LocalModel(source=source))


def test_families_that_share_a_class_are_told_apart() -> None:
    klein = "Flux2KleinPipeline"
    small, large = (family_of(klein, {}, size) for size in (8 * 10**9, 18 * 10**9))
    assert small is not None
    assert large is not None
    assert (small.is_commercial, large.is_commercial) == (True, False)
    dev = family_of("FluxPipeline", {"guidance_embeds": True})
    schnell = family_of("FluxPipeline", {"guidance_embeds": False})
    assert dev is not None
    assert schnell is not None
    assert (dev.name, schnell.name) == ("flux-dev", "flux-schnell")
    assert family_of("NobodyKnowsPipeline") is None


def test_every_class_of_the_table_is_in_diffusers() -> None:
    diffusers = pytest.importorskip("diffusers")
    named = {
        name
        for family in families().values()
        for name in (*family.tasks.values(), *family.also, family.control_net)
        if name
    }
    assert not [name for name in sorted(named) if not hasattr(diffusers, name)]


def test_licenses_are_asked_for_and_noncommercial_models_refused(tiny: Any) -> None:
    source = str(tiny("sd15"))
    stability = LocalModel(source=source, family="sd3.5")
    asked = DiffusionImages(ProviderSettings(diffusion=stability)).probe()
    assert "Stability community" in asked.missing[0]
    assert asked.command == "set DANQING_ACCEPT_LICENSES=sd3.5"
    accepted = ProviderSettings(diffusion=stability, accepted_licenses=("sd3.5",))
    assert DiffusionImages(accepted).probe().ready
    dev = ProviderSettings(diffusion=LocalModel(source=source, family="flux-dev"))
    ticket = Ticket(assets=AssetStore())
    with pytest.raises(NotReady, match="not for commercial use"):
        Roster(dev).route(PEAR, ticket, Need(provider="diffusion"))
    allowed = dev.model_copy(update={"allow_noncommercial": True})
    assert Roster(allowed).route(PEAR, ticket).provider.name == "diffusion"


def test_without_anything_the_probe_says_what_to_do() -> None:
    bare = DiffusionImages(ProviderSettings()).probe()
    assert bare.missing == ("a model",)
    assert "DANQING_DIFFUSION_MODEL=PATH" in bare.command


def test_a_class_nobody_knows_is_tried_and_refused_in_a_sentence(
    tiny: Any, tmp_path: Path
) -> None:
    folder = tmp_path / "other"
    shutil.copytree(tiny("sd15"), folder)
    index = json.loads((folder / "model_index.json").read_text())
    (folder / "model_index.json").write_text(json.dumps({**index, "_class_name": "Unheard"}))
    paints = DiffusionImages(ProviderSettings(diffusion=LocalModel(source=str(folder))))
    assert paints.offer().is_commercial is None
    with pytest.raises(NotReady, match="other cannot be loaded"):
        paints.fill(PEAR, Ticket(assets=AssetStore()))


def test_a_model_for_films_paints_no_pictures(tiny: Any) -> None:
    films = DiffusionImages(ProviderSettings(diffusion=LocalModel(source=str(tiny("wan")))))
    assert films.probe().missing == ("a model for pictures (wan makes films)",)


def test_what_was_made_is_kept_until_weights_or_adapters_change(
    tiny: Any, tmp_path: Path
) -> None:
    copy = shutil.copytree(tiny("sd15"), tmp_path / "copy")
    settings = ProviderSettings(
        diffusion=LocalModel(source=str(copy), device="cpu"), cache=tmp_path / "cache"
    )
    ticket = Ticket(assets=AssetStore())
    first, _ = Roster(settings).fill(PEAR, ticket)
    again, _ = Roster(settings).fill(PEAR, ticket)
    assert again.receipt.is_kept
    assert again.data == first.data
    weights = copy / "unet" / "diffusion_pytorch_model.safetensors"
    changed = bytearray(weights.read_bytes())
    changed[-2] ^= 8
    weights.write_bytes(changed)
    (copy / "model_index.json").touch()
    assert not Roster(settings).fill(PEAR, ticket)[0].receipt.is_kept
