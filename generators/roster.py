"""The roster: which provider fills an order, and why that one.

Add a provider by writing one module and adding one line to `PROVIDERS`; another package adds
one with an entry point in the group ``danqing.providers``. Modules are imported on first use.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points
from typing import Literal

from generators.base import Ticket
from generators.delivery_cache import DeliveryCache
from generators.errors import NotReady, UnknownGenerator
from generators.order import Order, digest_of
from generators.provider import Delivery, Offer, Provider
from generators.provider_settings import ProviderSettings

__all__ = ["PROVIDERS", "Need", "Roster", "Route"]

PROVIDERS: dict[str, str] = {
    "diffusion": "generators.diffusion.image:DiffusionImages",
    "diffusion_video": "generators.diffusion.video:DiffusionVideo",
    "shap_e": "generators.diffusion.mesh:DiffusionMesh",
    "openai_images": "generators.remote.openai_images:OpenAIImages",
    "comfyui": "generators.remote.comfyui:ComfyImages",
    "comfyui_video": "generators.remote.comfyui:ComfyVideos",
    "comfyui_mesh": "generators.remote.comfyui:ComfyMeshes",
    "kling": "generators.remote.kling:Kling",
    "tripo": "generators.remote.tripo:Tripo",
    "mesh_server": "generators.remote.mesh_server:MeshServer",
}
"""Name → ``module:Class``; the class takes `ProviderSettings`."""

GROUP = "danqing.providers"


@dataclass(frozen=True, kw_only=True)
class Need:
    """What matters beside what the order says of itself.

    Attributes:
        prefers: What decides between providers that all can.
        local_only: Whether nothing may leave this machine.
        remote_only: Whether a service must do it.
        reproducible: Whether the same order must give the same bytes.
        provider: One by name; empty leaves the choice open.
    """

    prefers: Literal["quality", "speed", "cost"] = "quality"
    local_only: bool = False
    remote_only: bool = False
    reproducible: bool = False
    provider: str = ""


@dataclass(frozen=True, kw_only=True)
class Route:
    """The choice.

    Attributes:
        provider: Who fills the order.
        offer: What it said of itself.
        why: Half a sentence.
        passed: Who was passed over, and for what reason, one sentence each.
    """

    provider: Provider
    offer: Offer
    why: str
    passed: tuple[str, ...]


class Roster:
    """All providers under one set of settings.

    Args:
        settings: Where models, servers and keys are.
    """

    def __init__(self, settings: ProviderSettings | None = None) -> None:
        self.settings = settings or ProviderSettings()
        self._listed = dict(PROVIDERS) | {
            point.name: point.value for point in sorted(entry_points(group=GROUP))
        }
        self._loaded: dict[str, Provider] = {}
        folder = self.settings.cache
        self._cache = DeliveryCache(folder) if folder is not None else None

    @property
    def names(self) -> tuple[str, ...]:
        """Every provider that is listed, ready or not."""
        return tuple(self._listed)

    def provider(self, name: str) -> Provider:
        """Return a provider.

        Raises:
            UnknownGenerator: None has that name; the message lists those that do.
        """
        if name not in self._listed:
            listed = ", ".join(self._listed) or "none"
            raise UnknownGenerator(f"no provider named {name!r}; there are {listed}")
        if name not in self._loaded:
            module_name, class_name = self._listed[name].split(":")
            made: Provider = getattr(import_module(module_name), class_name)(self.settings)
            self._loaded[name] = made
        return self._loaded[name]

    def route(self, order: Order, ticket: Ticket, need: Need | None = None) -> Route:
        """Return the provider that suits an order best, and the reasons.

        Raises:
            UnknownGenerator: The one asked for does not exist.
            NotReady: None can; the message says what each lacks.
        """
        need = need or Need()
        names = (need.provider,) if need.provider else self.names
        passed: list[str] = []
        able: list[tuple[str, Offer]] = []
        for name in names:
            provider = self.provider(name)
            objection = self._objection(provider, order, ticket, need)
            if objection:
                passed.append(f"{name} {objection}")
            else:
                able.append((name, provider.offer()))
        if not able:
            said = "; ".join(passed) or "none is listed"
            raise NotReady(f"no provider can make this {order.kind}: {said}")
        name, offer = min(able, key=lambda one: (*_rank(one[1], need), one[0]))
        why = f"{name} was asked for" if need.provider else _reason(name, len(able), need)
        return Route(provider=self.provider(name), offer=offer, why=why, passed=tuple(passed))

    def fill(
        self, order: Order, ticket: Ticket, need: Need | None = None
    ) -> tuple[Delivery, Route]:
        """Return the material, made now or kept from before, and who was chosen.

        Raises:
            NotReady: No provider can.
            GenerationFailed: The order cannot be filled.
            GenerationCancelled: The ticket asked to stop.
        """
        route = self.route(order, ticket, need)
        digest = digest_of(order, route.provider.name, route.provider.identity(order))
        kept = self._cache.read(digest) if self._cache is not None else None
        if kept is not None:
            ticket.progress(1.0, "made before")
            return kept, route
        made = route.provider.fill(order, ticket)
        if self._cache is not None and made.receipt.is_whole:
            self._cache.write(digest, made)
        return made, route

    def _objection(self, provider: Provider, order: Order, ticket: Ticket, need: Need) -> str:
        """Return why a provider will not do, or nothing."""
        offer = provider.offer()
        if offer.kind != order.kind:
            return f"makes no {order.kind}"
        lacking = sorted(order.needs - offer.abilities)
        readiness = provider.probe()
        cost, seconds = ticket.budget.cost, ticket.budget.seconds
        objections = (
            (
                not readiness.ready,
                f"lacks {', '.join(readiness.missing)}; {readiness.command}".rstrip("; "),
            ),
            (bool(lacking), f"cannot do {', '.join(lacking)}"),
            (
                offer.is_remote and (need.local_only or not self.settings.allow_remote),
                "is remote, and nothing may leave this machine",
            ),
            (need.remote_only and not offer.is_remote, "is on this machine"),
            (
                offer.is_commercial is False and not self.settings.allow_noncommercial,
                f"is not for commercial use ({offer.license})",
            ),
            (need.reproducible and not offer.is_reproducible, "does not repeat itself"),
            (cost is not None and offer.cost > cost, f"costs about ${offer.cost:.2f}"),
            (
                seconds is not None and offer.seconds > seconds,
                f"takes about {offer.seconds:.0f} s",
            ),
        )
        return next((said for holds, said in objections if holds), "")


def _rank(offer: Offer, need: Need) -> tuple[float, ...]:
    if need.prefers == "speed":
        return (offer.seconds or math.inf, -offer.quality, offer.cost)
    if need.prefers == "cost":
        return (offer.cost, -offer.quality, offer.seconds)
    return (-offer.quality, offer.cost, offer.seconds)


def _reason(name: str, able: int, need: Need) -> str:
    if able == 1:
        return f"{name} is the only one that can"
    best = {"quality": "best", "speed": "quickest", "cost": "cheapest"}[need.prefers]
    return f"{name} is the {best} of the {able} that can"
