"""A painted picture is set for the page, told about, and kept when the page changes."""

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from compositor.document import AssetStore, ImageLayer
from compositor.document.asset import Provenance
from compositor.geometry import Box
from generators import choose_generator, load_generator
from generators import roster as roster_module
from generators.base import PictureRequest, Readiness, Subject, Ticket
from generators.errors import NotReady
from generators.order import ImageOrder, Order
from generators.painted import lettering
from generators.provider import Delivery, Offer, Provider, Receipt
from generators.provider_settings import ProviderSettings
from generators.roster import Roster
from knowledge import resolve_theme

CALM = Box(0.0, 0.0, 1.0, 0.3)


class Noise(Provider):
    """Fills an order with loud noise, so that copy needs a veil."""

    name = "noise"
    summary = "Noise."
    offered = Offer(kind="image", abilities=frozenset({"text"}), model="noise-1", license="MIT")

    def __init__(self, settings: ProviderSettings) -> None:
        self.settings = settings
        self.orders: list[ImageOrder] = []

    def probe(self) -> Readiness:
        """Return that it is ready."""
        return Readiness(ready=True)

    def offer(self) -> Offer:
        """Return what the class says."""
        return self.offered

    def fill(self, order: Order, ticket: Ticket) -> Delivery:
        """Return noise."""
        assert isinstance(order, ImageOrder)
        ticket.step(0.5, "making noise")
        self.orders.append(order)
        drawn = np.random.default_rng(order.seed).integers(
            0, 255, (order.height, order.width, 3), np.uint8
        )
        held = io.BytesIO()
        Image.fromarray(drawn).save(held, "PNG", compress_level=1)
        return Delivery(
            data=held.getvalue(),
            media_type="image/png",
            provenance=Provenance(
                source=self.name, seed=order.seed, model="noise-1", license="MIT"
            ),
            receipt=Receipt(notes=("ran out of memory, went on with tiles",)),
        )


class Cloud(Noise):
    """The same, elsewhere."""

    name = "cloud"
    offered = Offer(
        kind="image", abilities=frozenset({"text"}), is_remote=True, quality=90, model="cloud-9"
    )


class Slow(Noise):
    """The same, for those who can wait."""

    name = "slow"
    offered = Offer(kind="image", abilities=frozenset({"text"}), is_slow_here=True)


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> Any:
    def listing(*kinds: type[Provider]) -> Roster:
        here = {__name__: __import__("sys").modules[__name__]}
        monkeypatch.setattr(roster_module, "import_module", here.__getitem__)
        names = {one.name: f"{__name__}:{one.__name__}" for one in kinds}
        monkeypatch.setattr(roster_module, "PROVIDERS", names)
        return Roster(ProviderSettings(allow_remote=True))

    return listing


def request(**more: Any) -> PictureRequest:
    theme = resolve_theme(("luxury",), "fragrance", (), seed=1)
    return PictureRequest.model_validate(
        {
            "theme": theme, "width": 240, "height": 320, "calm": (CALM,),
            "hero_box": Box(0.5, 0.5, 0.4, 0.4), "effort": "draft",
            "subjects": (Subject(noun="perfume bottle"),), **more,
        }
    )  # fmt: skip


def test_the_picture_is_one_layer_veiled_where_copy_stands(listed: Any) -> None:
    ticket = Ticket(assets=AssetStore())
    made = load_generator("painted", listed(Noise)).make(request(), ticket)
    first, veil = made.layer.children[:2]
    assert isinstance(first, ImageLayer)
    assert first.focus == pytest.approx((0.7, 0.7))
    assert (first.role, veil.role) == ("visual", "scrim")
    assert made.facts["calm_veil"] == 0.88
    assert made.facts["provider"] == "noise"
    assert made.facts["why"] == "noise is the only one that can"
    assert made.assets[first.asset].provenance.license == "MIT"
    assert "went on with tiles" in made.says
    assert "nobody checked it for letters" in made.says
    again = load_generator("painted", listed(Noise)).make(request(), ticket)
    assert again.layer == made.layer


def test_the_picture_is_kept_when_the_page_changes(listed: Any) -> None:
    ticket = Ticket(assets=AssetStore())
    made = load_generator("painted", listed(Noise)).make(request(), ticket)
    asset = made.assets[str(made.facts["asset"])]
    wide = request(width=640, height=200, painted=asset)
    cropped = load_generator("painted", None).make(wide, ticket)
    layer = cropped.layer.children[0]
    assert isinstance(layer, ImageLayer)
    assert layer.asset == asset.sha256
    assert layer.box == Box(0, 0, 640, 200)
    assert cropped.facts["asset"] == asset.sha256


def test_letters_are_painted_over_when_somebody_can_read(
    listed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def read(picture: Image.Image) -> list[tuple[str, float]]:
        seen.append(picture.width)
        return [("SALE", 0.9)] if len(seen) == 1 else [("i", 0.99), ("blur", 0.2)]

    monkeypatch.setitem(lettering.READERS, "json", read)
    roster = listed(Noise)
    made = load_generator("painted", roster).make(request(seed=7), Ticket(assets=AssetStore()))
    assert [one.seed for one in roster.provider("noise").orders] == [7, 8]
    assert "letters were found (SALE); json found no letters" in str(made.facts["notes"])


def test_a_subject_that_cannot_be_cut_out_melts_into_the_page(listed: Any) -> None:
    made = load_generator("painted", listed(Noise)).make(
        request(kind="hero"), Ticket(assets=AssetStore())
    )
    layer = made.layer.children[0]
    assert layer.mask is not None
    assert not made.facts["is_cut_out"]


@pytest.mark.parametrize(
    ("change", "chosen", "says"),
    [
        ({}, "painted", "it is ready here"),
        ({"medium": "vector"}, "art", "is to be vector"),
        ({"treatment": "doodle"}, "art", "leaves doodle pictures to the pen"),
        ({"printed": ("AURA",)}, "art", "paints no words"),
        ({"kind": "hero"}, "art", "makes no hero that stands alone"),
    ],
)
def test_auto_paints_only_what_painting_is_better_at(
    change: dict[str, Any], chosen: str, says: str, listed: Any
) -> None:
    generator, why = choose_generator(request(**change), listed(Noise))
    assert generator.name == chosen
    assert says in why


def test_auto_leaves_a_slow_machine_alone(listed: Any) -> None:
    generator, why = choose_generator(request(), listed(Slow))
    assert generator.name == "art"
    assert "would take minutes here with slow" in why


def test_media_say_where_it_may_be_painted(listed: Any) -> None:
    roster = listed(Noise, Cloud)
    painted = load_generator("painted", roster)
    ticket = Ticket(assets=AssetStore())
    assert painted.make(request(), ticket).facts["provider"] == "cloud"
    here = painted.make(request(medium="diffusion"), ticket)
    assert (here.facts["provider"], here.facts["medium"]) == ("noise", "diffusion")
    away = painted.make(request(medium="remote"), ticket)
    assert (away.facts["provider"], away.facts["medium"]) == ("cloud", "remote")
    with pytest.raises(NotReady, match="noise is on this machine"):
        load_generator("painted", listed(Noise)).make(request(medium="remote"), ticket)


def test_nothing_at_all_says_what_each_lacks(tmp_path: Path) -> None:
    del tmp_path
    probed = load_generator("painted").probe()
    assert not probed.ready
    assert any(said.startswith("diffusion: ") for said in probed.missing)
