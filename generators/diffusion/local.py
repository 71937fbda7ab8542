"""LocalProvider: what the providers of pictures, films and meshes on this machine share."""

from __future__ import annotations

import json
import time
from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Any, ClassVar

from compositor.document.asset import Provenance
from generators.base import Effort, Readiness, Ticket
from generators.diffusion.families import Family, families
from generators.diffusion.loading import fetch, load_resident, planned
from generators.diffusion.memory import device_name, guess_device
from generators.diffusion.pool import pool_of
from generators.diffusion.readiness import readiness_of, require
from generators.diffusion.resident import Resident
from generators.diffusion.running import generators_of, run_pipeline
from generators.diffusion.weights import Weights, find_weights
from generators.errors import GenerationFailed, NotReady
from generators.order import Order
from generators.provider import Kind, Offer, Provider, Receipt
from generators.provider_settings import LocalModel, ProviderSettings

__all__ = ["LocalProvider"]

_SMALL = 200_000_000
"""Parameters up to which a model is quick without a graphics card."""


class LocalProvider(Provider):
    """Fills orders with a diffusers pipeline on this machine.

    Attributes:
        kind: What it makes.
        variable: The setting that names its model.
    """

    kind: ClassVar[Kind]
    variable: ClassVar[str]

    def __init__(self, settings: ProviderSettings) -> None:
        self.settings = settings
        self._found: tuple[int, Weights] | None = None
        self._is_ready = False

    @property
    @abstractmethod
    def model(self) -> LocalModel | None:
        """The setting."""

    def probe(self) -> Readiness:
        """Return whether packages, weights and license are there, and what to do if not."""
        return readiness_of(self.model, self.settings, self.kind, self.variable)

    def offer(self) -> Offer:
        """Return what the model's family can do; with no model, what any of its kind can."""
        try:
            weights = self.weights()
        except NotReady:
            able = [one.abilities() for one in families().values() if one.kind == self.kind]
            return Offer(kind=self.kind, abilities=frozenset().union(*able))
        family = weights.family
        model = self.model or LocalModel(source="")
        on_card = guess_device(model.device) != "cpu"
        return Offer(
            kind=family.kind,
            abilities=family.abilities(
                controls=bool(model.controls), ip_adapter=bool(model.ip_adapter)
            ),
            model=f"{weights.name}@{weights.revision}" if weights.revision else weights.name,
            license=family.license,
            is_commercial=family.is_commercial,
            needs_gpu=weights.parameters > _SMALL,
            seconds=family.seconds if on_card else 60 * family.seconds,
            quality=family.quality,
            prompts=family.prompts,
            is_slow_here=not on_card,
        )

    def identity(self, order: Order) -> str:
        """Return weights, versions, device and the files an order names."""
        weights, model = self.weights(), self.model or LocalModel(source="")
        named = [model.ip_adapter, *model.controls.values()]
        named += [one.source for one in getattr(order, "adapters", ())]
        stamps = [_stamp(Path(one)) for one in named if one]
        versions = [_version("torch"), _version("diffusers"), _version("transformers")]
        return json.dumps([weights.name, weights.revision, model.device, versions, stamps])

    def weights(self) -> Weights:
        """Return what the setting points at, read again only when its index changed.

        Raises:
            NotReady: Nothing usable is there.
        """
        if self.model is None:
            raise NotReady(f"{self.name} has no model; set {self.variable}")
        index = Path(self.model.source) / "model_index.json"
        changed = index.stat().st_mtime_ns if index.is_file() else 0
        if self._found is None or self._found[0] != changed or not changed:
            self._found = (changed, find_weights(self.model))
        return self._found[1]

    @contextmanager
    def borrowed(self, ticket: Ticket) -> Iterator[Resident]:
        """Give the loaded model, waiting for the device if another order is on it.

        Raises:
            NotReady: It cannot be loaded.
            GenerationCancelled: The ticket asked to stop.
        """
        if not self._is_ready:
            require(self.probe(), self.name)
            self._is_ready = True
        weights = self.weights()
        device = device_name("auto" if self.model is None else self.model.device)
        per = 4 if device == "cpu" else 2
        key = json.dumps(
            [str(weights.folder or weights.file or weights.name), weights.revision]
        )

        def load() -> Resident:
            if self.model is not None and weights.folder is None and weights.file is None:
                ticket.step(0.0, f"fetching {weights.name}")
                fetch(weights.name)
                ticket.step(0.02, f"loading {weights.name}")
                return load_resident(find_weights(self.model), device)
            ticket.step(0.02, f"loading {weights.name}")
            return load_resident(weights, device)

        with pool_of(device).borrow(key, per * weights.parameters, load, ticket) as resident:
            yield resident

    def steps_and_guidance(
        self, family: Family, order: Any, effort: Effort = "standard"
    ) -> tuple[int, float | None]:
        """Return what the order says, or what the family is made for."""
        steps = order.steps or family.steps_for(effort)
        guidance = family.guidance if order.guidance is None else order.guidance
        return steps, guidance

    def called(
        self,
        resident: Resident,
        pipeline: Any,
        arguments: dict[str, Any],
        ticket: Ticket,
        *,
        seeds: tuple[int, ...],
        doing: str = "painting",
    ) -> Any:
        """Return a pipeline's output, its own complaints turned into the house's.

        Raises:
            GenerationFailed: The pipeline refuses the order.
        """
        generators = generators_of(seeds)
        given = {**arguments, "generator": generators if len(seeds) > 1 else generators[0]}
        try:
            return run_pipeline(pipeline, given, ticket, doing=doing)
        except (ValueError, TypeError) as error:
            raise GenerationFailed(
                f"{resident.weights.name} refuses the order: {error}; change it, or take "
                "another model"
            ) from error

    def provenance(
        self, resident: Resident, order: Order, parameters: dict[str, str | int | float | bool]
    ) -> Provenance:
        """Return where the material comes from, enough to make it again."""
        weights = resident.weights
        return Provenance(
            source=self.name,
            seed=order.seed,
            license=weights.family.license,
            model=weights.name,
            revision=weights.revision,
            inputs=order.inputs,
            parameters={
                **parameters,
                "device": resident.device,
                "memory": resident.plan.says,
                "torch": _version("torch"),
                "diffusers": _version("diffusers"),
            },
        )

    def receipt(
        self, resident: Resident, started: float, notes: tuple[str, ...], *, is_whole: bool
    ) -> Receipt:
        """Return what it took since `started`, on the monotonic clock."""
        peak = 0
        if resident.device.startswith("cuda"):
            peak = import_module("torch").cuda.max_memory_allocated(resident.device)
        seconds = round(time.monotonic() - started, 3)
        return Receipt(seconds=seconds, peak_bytes=peak, notes=notes, is_whole=is_whole)

    def plan_says(self) -> str:
        """Return how the model would lie in memory here; loads torch."""
        device = device_name("auto" if self.model is None else self.model.device)
        return f"{device}, {planned(self.weights(), device).says}"


@lru_cache(maxsize=16)
def _version(package: str) -> str:
    """Return the version of an installed package; reading it takes milliseconds."""
    return installed_version(package)


def _stamp(path: Path) -> str:
    """Return what tells a file or folder from its later states."""
    if not path.exists():
        return str(path)
    listed = sorted(path.rglob("*.safetensors")) if path.is_dir() else [path]
    stats = [(one.name, one.stat().st_size, one.stat().st_mtime_ns) for one in listed]
    return f"{path.name} {stats}"
