"""Orders, routing and the delivery cache, with providers that really fill orders."""

import io
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pydantic import ValidationError

from compositor.document import AssetStore
from compositor.document.asset import Provenance
from generators import roster as roster_module
from generators.base import Budget, Readiness, Ticket
from generators.delivery_cache import DeliveryCache
from generators.errors import NotReady, UnknownGenerator
from generators.order import ImageOrder, MeshOrder, Order, VideoOrder, digest_of
from generators.provider import Delivery, Offer, Provider
from generators.provider_settings import ProviderSettings
from generators.roster import Need, Roster


class Painter(Provider):
    """Fills a picture with one color that the seed decides."""

    name = "painter"
    summary = "One color."
    filled: ClassVar[list[str]] = []
    offered: ClassVar[Offer] = Offer(
        kind="image", abilities=frozenset({"text", "image"}), quality=60, seconds=30
    )

    def __init__(self, settings: ProviderSettings) -> None:
        self.settings = settings

    def probe(self) -> Readiness:
        """Return that it is ready."""
        return Readiness(ready=True)

    def offer(self) -> Offer:
        """Return what the class says."""
        return self.offered

    def fill(self, order: Order, ticket: Ticket) -> Delivery:
        """Return one color."""
        assert isinstance(order, ImageOrder)
        ticket.step(0.5, "painting")
        self.filled.append(self.name)
        held = io.BytesIO()
        color = (order.seed % 256, len(order.prompt) % 256, 90)
        Image.new("RGB", (order.width, order.height), color).save(held, "PNG")
        return Delivery(
            data=held.getvalue(),
            media_type="image/png",
            provenance=Provenance(source=self.name, seed=order.seed, inputs=order.inputs),
        )


class Sketcher(Painter):
    """Quick, remote and cheap to look at, not to pay."""

    name = "sketcher"
    offered = Offer(
        kind="image",
        abilities=frozenset({"text"}),
        quality=90,
        seconds=2,
        cost=0.04,
        is_remote=True,
        is_reproducible=False,
    )


class Unsold(Painter):
    """May not be used for work that is sold."""

    name = "unsold"
    offered = Offer(
        kind="image",
        abilities=frozenset({"text"}),
        quality=99,
        license="some-nc",
        is_commercial=False,
    )


class Absent(Painter):
    """Lacks its weights."""

    name = "absent"

    def probe(self) -> Readiness:
        """Return what is missing."""
        return Readiness(ready=False, missing=("weights",), command="fetch weights")


@pytest.fixture(autouse=True)
def _listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        roster_module,
        "PROVIDERS",
        {one.name: f"{__name__}:{one.__name__}" for one in (Unsold, Absent, Sketcher, Painter)},
    )
    found = {f"{__name__}": __import__("sys").modules[__name__]}
    monkeypatch.setattr(roster_module, "import_module", found.__getitem__)
    Painter.filled.clear()


def ticket(budget: Budget | None = None) -> Ticket:
    return Ticket(assets=AssetStore(), budget=budget or Budget())


def test_what_may_not_leave_or_be_sold_is_passed_over_and_said() -> None:
    route = Roster().route(ImageOrder(prompt="a pear"), ticket())
    assert route.provider.name == "painter"
    assert route.why == "painter is the only one that can"
    said = "; ".join(route.passed)
    assert "unsold is not for commercial use (some-nc)" in said
    assert "absent lacks weights; fetch weights" in said
    assert "sketcher is remote" in said


def test_permission_opens_the_better_and_a_need_decides() -> None:
    settings = ProviderSettings(allow_remote=True, allow_noncommercial=True)
    order = ImageOrder(prompt="a pear")

    def chosen(need: Need, budget: Budget | None = None) -> str:
        return Roster(settings).route(order, ticket(budget), need).provider.name

    assert chosen(Need()) == "unsold"
    assert chosen(Need(prefers="speed")) == "sketcher"
    assert chosen(Need(provider="sketcher")) == "sketcher"
    assert chosen(Need(local_only=True, prefers="cost")) == "unsold"
    assert chosen(Need(), Budget(cost=0.01)) == "unsold"
    with pytest.raises(NotReady, match=r"sketcher costs about \$0.04"):
        chosen(Need(provider="sketcher"), Budget(cost=0.01))
    with pytest.raises(NotReady, match="does not repeat itself"):
        chosen(Need(provider="sketcher", reproducible=True))
    with pytest.raises(NotReady, match="takes about 30 s"):
        chosen(Need(provider="painter"), Budget(seconds=5))
    with pytest.raises(UnknownGenerator, match="there are unsold, absent, sketcher, painter"):
        chosen(Need(provider="brush"))


def test_abilities_are_needed_one_by_one() -> None:
    with pytest.raises(NotReady, match="painter cannot do mask"):
        Roster().route(ImageOrder(image="0" * 64, mask="1" * 64), ticket())
    with pytest.raises(NotReady, match="painter makes no mesh"):
        Roster().route(MeshOrder(prompt="a pear"), ticket())


def test_nothing_is_made_twice(tmp_path: Path) -> None:
    settings = ProviderSettings(cache=tmp_path)
    order = ImageOrder(prompt="a pear", width=32, height=32, seed=7)
    first, _ = Roster(settings).fill(order, ticket())
    again, _ = Roster(settings).fill(order, ticket())
    assert Painter.filled == ["painter"]
    assert again.data == first.data
    assert again.receipt.is_kept
    Roster(settings).fill(order.model_copy(update={"seed": 8}), ticket())
    assert len(Painter.filled) == 2


def test_a_damaged_entry_is_made_anew(tmp_path: Path) -> None:
    settings = ProviderSettings(cache=tmp_path)
    order = ImageOrder(prompt="a pear", width=32, height=32)
    first, route = Roster(settings).fill(order, ticket())
    digest = digest_of(order, route.provider.name, route.offer.model)
    (tmp_path / digest / "material").write_bytes(b"half")
    assert DeliveryCache(tmp_path).read(digest) is None
    again, _ = Roster(settings).fill(order, ticket())
    assert again.data == first.data
    assert not list(tmp_path.glob(".part-*"))


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({}, "say what to paint"),
        ({"mask": "0" * 64, "prompt": "x"}, "need the picture"),
        ({"prompt": "x", "width": 30_000}, "8192"),
        ({"prompt": "x", "image": "0" * 64, "margins": (-1, 0, 0, 0)}, "0 to 4096"),
        ({"prompt": "x", "strength": float("nan")}, "strength"),
    ],
)
def test_bad_orders_say_what_to_do(asked: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        ImageOrder.model_validate(asked)


def test_films_and_meshes_know_their_needs() -> None:
    assert VideoOrder(prompt="x").needs == {"text"}
    assert VideoOrder(first="0" * 64, last="1" * 64).needs == {"first_frame", "last_frame"}
    assert MeshOrder(images=("0" * 64,)).needs == {"image"}
    with pytest.raises(ValidationError, match="needs a first one"):
        VideoOrder(prompt="x", last="1" * 64)


@given(st.integers(0, 2**31 - 1), st.text(min_size=1, max_size=40))
def test_every_difference_is_another_digest(seed: int, prompt: str) -> None:
    order = ImageOrder(prompt=prompt, seed=seed)
    assert digest_of(order) == digest_of(ImageOrder.model_validate(order.model_dump()))
    assert digest_of(order) != digest_of(order.model_copy(update={"width": 512}))
    assert digest_of(order) != digest_of(order, "another model")
