"""Provider: whoever fills an order with finished bytes, on this machine or on another.

A generator composes a layered picture and may order material for it; a provider (a local
model, a ComfyUI server, a video service) makes that material and knows no layers.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from compositor.document.asset import Provenance
from compositor.document.frozen import Frozen
from generators.base import Readiness, Ticket
from generators.order import Ability, Order

__all__ = ["Delivery", "Offer", "Provider", "Receipt"]

Kind = Literal["image", "video", "mesh"]


class Offer(Frozen):
    """What a provider can do, as far as it is known without asking it."""

    kind: Kind
    abilities: frozenset[Ability]
    model: str = ""
    license: str = ""
    """SPDX identifier or the license's own name; empty when nobody said."""
    is_commercial: bool | None = None
    """Whether what it makes may be sold; None when nobody said."""
    is_remote: bool = False
    """Whether orders leave this machine."""
    needs_gpu: bool = False
    is_reproducible: bool = True
    """Whether the same order gives the same bytes."""
    cost: Annotated[float, Field(ge=0)] = 0.0
    """US dollars for one order, about."""
    seconds: Annotated[float, Field(ge=0)] = 0.0
    """For one order of usual size, about; 0 when nobody knows."""
    quality: Annotated[int, Field(ge=0, le=100)] = 50
    """A rank among providers of one kind, for routing."""
    prompts: Literal["sentences", "tags"] = "sentences"
    """How it likes to be told what to paint."""
    is_slow_here: bool = False
    """Whether it would take minutes on this machine; then only who asks for it gets it."""


class Receipt(Frozen):
    """What an order took. It differs from run to run, so documents do not hold it."""

    seconds: Annotated[float, Field(ge=0)] = 0.0
    cost: Annotated[float, Field(ge=0)] = 0.0
    """US dollars."""
    peak_bytes: Annotated[int, Field(ge=0)] = 0
    """Memory on the device; 0 when nobody measured."""
    notes: tuple[str, ...] = ()
    """What was done otherwise than asked: ``ran out of memory, went on with tiles``."""
    is_kept: bool = False
    """Whether it was made before and only fetched."""
    is_whole: bool = True
    """Whether it is as good as asked; what had to be made smaller is not kept for later."""


class Delivery(Frozen):
    """A filled order."""

    data: bytes
    media_type: Literal["image/png", "image/jpeg", "image/webp", "video/mp4", "video/webm",
                        "model/gltf-binary"]  # fmt: skip
    provenance: Provenance
    receipt: Receipt = Receipt()


class Provider(ABC):
    """Fills orders.

    Attributes:
        name: As in `PROVIDERS`.
        summary: One sentence.
    """

    name: ClassVar[str]
    summary: ClassVar[str]

    @abstractmethod
    def probe(self) -> Readiness:
        """Return whether it can work here, quickly and without loading anything heavy."""

    @abstractmethod
    def offer(self) -> Offer:
        """Return what it can do; as quick as `probe`."""

    @abstractmethod
    def fill(self, order: Order, ticket: Ticket) -> Delivery:
        """Return the material.

        Raises:
            NotReady: `probe` says no.
            GenerationFailed: The order cannot be filled; the message says what to change.
            GenerationCancelled: The caller asked to stop; nothing is left running.
        """

    def identity(self, order: Order) -> str:
        """Return what besides the order decides the bytes: weights, versions, the device."""
        del order
        return self.offer().model

    def fill_all(self, orders: Sequence[Order], ticket: Ticket) -> tuple[Delivery, ...]:
        """Return the material of many orders, in their order, each as if made alone.

        A provider that gains by it overrides this and fills orders of one shape together.
        """
        return tuple(self.fill(order, ticket) for order in orders)
