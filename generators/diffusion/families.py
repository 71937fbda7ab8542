"""Families: what is known of each kind of model before it is loaded.

The table stands in ``families.json``: classes by task, usual steps and guidance, license and
what the model can be asked for. A model is recognized by the class its own index names.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from compositor.document.frozen import Frozen
from generators.base import Effort
from generators.order import Ability
from generators.provider import Kind

__all__ = ["Family", "Task", "families", "family_of"]

Task = Literal["text", "image", "mask", "control", "control_image", "first_frame", "last_frame"]
_EFFORTS: tuple[Effort, ...] = ("draft", "standard", "final")


class Family(Frozen):
    """One kind of model."""

    name: str = ""
    title: str
    kind: Kind = "image"
    hub: str = ""
    """Where the weights are published; nothing is fetched from there unasked."""
    license: str = ""
    terms: str = ""
    """What must be accepted before use; empty when nothing must."""
    is_commercial: bool | None = None
    tasks: dict[Task, str]
    """The pipeline class for each task."""
    also: tuple[str, ...] = ()
    """More classes by which the family is recognized."""
    control_net: str = ""
    """The class of its ControlNets."""
    transformer: dict[str, bool] = Field(default_factory=dict)
    """What the transformer's settings must say for a model to belong here."""
    transformer_below: int = 0
    """Bytes its transformer stays below; 0 when that tells nothing."""
    steps: Annotated[tuple[int, ...], Field(min_length=3, max_length=3)] = (20, 30, 40)
    """For a draft, for screens and for print."""
    guidance: float | None = None
    guidance_knob: Literal["guidance_scale", "true_cfg_scale"] = "guidance_scale"
    multiple: int = 16
    """Sides are multiples of it, px."""
    pixels: int = 1024 * 1024
    """The largest area it paints well, px."""
    prompts: Literal["sentences", "tags"] = "sentences"
    references: Literal["none", "pictures", "ip_adapter"] = "none"
    has_strength: bool = False
    """Whether it can keep a picture in part, by strength."""
    has_negative: bool = False
    is_layered: bool = False
    """Whether it takes a picture apart into layers with alpha."""
    unneeded: tuple[str, ...] = ()
    """Parts that are not loaded: they would only describe pictures that come without words."""
    adapters: bool = True
    fps: int = 24
    every: int = 1
    """Films have a multiple of it and one frame."""
    frames: int = 0
    """Most frames of a film."""
    quality: int = 50
    seconds: float = 0.0
    """For one order on a large graphics card, about."""

    def steps_for(self, effort: Effort) -> int:
        """Return the usual number of steps."""
        return self.steps[_EFFORTS.index(effort)]

    def abilities(
        self, *, controls: bool = False, ip_adapter: bool = False
    ) -> frozenset[Ability]:
        """Return what it can be asked for, with the ControlNets and IP-Adapter at hand."""
        holds: dict[Ability, bool] = {
            "text": "text" in self.tasks,
            "image": "image" in self.tasks,
            "mask": "mask" in self.tasks,
            "outpaint": "mask" in self.tasks,
            "control": controls and "control" in self.tasks,
            "reference": self.references == "pictures"
            or (self.references == "ip_adapter" and ip_adapter),
            "adapter": self.adapters and self.kind == "image",
            "transparent": self.is_layered,
            "upscale": self.has_strength and "image" in self.tasks,
            "negative": self.has_negative,
            "first_frame": "first_frame" in self.tasks,
            "last_frame": "last_frame" in self.tasks,
        }
        return frozenset(name for name, can in holds.items() if can)


@lru_cache(maxsize=1)
def families() -> dict[str, Family]:
    """Return the table by name, in the order in which models are recognized."""
    text = (files("generators.diffusion") / "families.json").read_text("utf-8")
    read = TypeAdapter(dict[str, Family]).validate_json(text)
    return {name: one.model_copy(update={"name": name}) for name, one in read.items()}


def family_of(
    class_name: str, transformer: dict[str, object] | None = None, transformer_bytes: int = 0
) -> Family | None:
    """Return the family of a model, or None when the class is in no family.

    Args:
        class_name: The pipeline class its index names.
        transformer: The settings of its transformer.
        transformer_bytes: Of its transformer's weights; 0 when unknown.
    """
    said = transformer or {}
    for family in families().values():
        if class_name not in {*family.tasks.values(), *family.also}:
            continue
        if any(said.get(key) != value for key, value in family.transformer.items()):
            continue
        if family.transformer_below and transformer_bytes >= family.transformer_below:
            continue
        return family
    return None
