"""Orders: what a provider of pictures, films or meshes is asked for.

Material an order starts from lies in the asset store and is named by its SHA-256, so an
order is plain JSON and its digest covers every byte that goes in.
"""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Literal

from pydantic import Field, model_validator

from compositor.document.asset import Sha256
from compositor.document.frozen import Frozen, Share
from generators.base import Effort

__all__ = [
    "Ability",
    "Adapter",
    "Control",
    "ImageOrder",
    "MeshOrder",
    "Order",
    "VideoOrder",
    "digest_of",
]

Ability = Literal[
    "text",
    "image",
    "mask",
    "outpaint",
    "control",
    "reference",
    "adapter",
    "transparent",
    "upscale",
    "negative",
    "first_frame",
    "last_frame",
]
"""What an order needs and a provider offers. text: from a prompt. image: from a picture and
a strength. mask: repaints only what the mask shows. outpaint: adds around a picture. control:
keeps edges, depth or pose. reference: keeps a subject or look. adapter: LoRA weights.
transparent: real alpha. upscale: more pixels. negative: knows what to avoid. first_frame,
last_frame: a film from or to a picture."""

Seed = Annotated[int, Field(ge=0, lt=2**31)]
Px = Annotated[int, Field(ge=16, le=8192)]
Prompt = Annotated[str, Field(max_length=4000)]


class Control(Frozen):
    """A picture whose structure is kept."""

    kind: Literal["canny", "depth", "pose", "scribble", "tile"]
    image: Sha256
    weight: Annotated[float, Field(ge=0, le=2)] = 1.0


class Adapter(Frozen):
    """LoRA weights: a folder, a ``.safetensors`` file or a hub id."""

    source: Annotated[str, Field(min_length=1)]
    weight: Annotated[float, Field(ge=-2, le=2)] = 1.0


class ImageOrder(Frozen):
    """One picture."""

    kind: Literal["image"] = "image"
    prompt: Prompt = ""
    negative: Prompt = ""
    width: Px = 1024
    height: Px = 1024
    image: Sha256 | None = None
    """The picture to start from, to repaint or to enlarge."""
    strength: Share = 0.6
    """How far a picture may be left behind: 0 keeps it, 1 only takes its size."""
    mask: Sha256 | None = None
    """White is painted anew, black stays as it is, byte for byte."""
    margins: tuple[int, int, int, int] = (0, 0, 0, 0)
    """px to add around `image`: left, top, right, bottom."""
    scale: Literal[1, 2, 3, 4] = 1
    """More than 1 enlarges `image`; `width` and `height` are then not used."""
    control: tuple[Control, ...] = ()
    references: Annotated[tuple[Sha256, ...], Field(max_length=10)] = ()
    adapters: Annotated[tuple[Adapter, ...], Field(max_length=8)] = ()
    transparent: bool = False
    steps: Annotated[int, Field(ge=1, le=200)] | None = None
    """None takes what the model is made for."""
    guidance: Annotated[float, Field(ge=0, le=30)] | None = None
    effort: Effort = "standard"
    seed: Seed = 0

    @model_validator(mode="after")
    def _check(self) -> ImageOrder:
        if not self.prompt and self.image is None:
            raise ValueError("say what to paint with a prompt, or give a picture to start from")
        starts = self.mask is not None or self.scale > 1 or any(self.margins)
        if starts and self.image is None:
            raise ValueError("a mask, margins and a scale need the picture they belong to")
        if any(side < 0 or side > 4096 for side in self.margins):
            raise ValueError(f"margins are {self.margins}; each must be 0 to 4096 px")
        return self

    @property
    def needs(self) -> frozenset[Ability]:
        """What a provider must be able to do."""
        found: set[Ability] = set()
        if self.scale > 1:
            found.add("upscale")
        elif any(self.margins):
            found.add("outpaint")
        elif self.mask is not None:
            found.add("mask")
        elif self.image is not None:
            found.add("image")
        else:
            found.add("text")
        if self.control:
            found.add("control")
        if self.references:
            found.add("reference")
        if self.adapters:
            found.add("adapter")
        if self.transparent:
            found.add("transparent")
        return frozenset(found)

    @property
    def inputs(self) -> tuple[str, ...]:
        """The assets it starts from."""
        named = (self.image, self.mask, *(c.image for c in self.control), *self.references)
        return tuple(one for one in named if one)


class VideoOrder(Frozen):
    """One film, without sound."""

    kind: Literal["video"] = "video"
    prompt: Prompt = ""
    negative: Prompt = ""
    width: Px = 832
    height: Px = 480
    seconds: Annotated[float, Field(gt=0, le=60)] = 5.0
    fps: Annotated[int, Field(ge=1, le=60)] = 24
    first: Sha256 | None = None
    last: Sha256 | None = None
    steps: Annotated[int, Field(ge=1, le=200)] | None = None
    guidance: Annotated[float, Field(ge=0, le=30)] | None = None
    seed: Seed = 0

    @model_validator(mode="after")
    def _check(self) -> VideoOrder:
        if not self.prompt and self.first is None:
            raise ValueError("say what happens with a prompt, or give the first frame")
        if self.last is not None and self.first is None:
            raise ValueError("a last frame needs a first one")
        return self

    @property
    def needs(self) -> frozenset[Ability]:
        """What a provider must be able to do."""
        found: set[Ability] = {"text" if self.first is None else "first_frame"}
        if self.last is not None:
            found.add("last_frame")
        return frozenset(found)

    @property
    def inputs(self) -> tuple[str, ...]:
        """The assets it starts from."""
        return tuple(one for one in (self.first, self.last) if one)


class MeshOrder(Frozen):
    """One mesh, from words or from pictures of a thing."""

    kind: Literal["mesh"] = "mesh"
    prompt: Prompt = ""
    images: Annotated[tuple[Sha256, ...], Field(max_length=6)] = ()
    """The front first."""
    textured: bool = True
    faces: Annotated[int, Field(ge=100, le=500_000)] = 40_000
    """At most."""
    steps: Annotated[int, Field(ge=1, le=200)] | None = None
    guidance: Annotated[float, Field(ge=0, le=30)] | None = None
    seed: Seed = 0

    @model_validator(mode="after")
    def _check(self) -> MeshOrder:
        if not self.prompt and not self.images:
            raise ValueError("say what the thing is with a prompt, or give a picture of it")
        return self

    @property
    def needs(self) -> frozenset[Ability]:
        """What a provider must be able to do."""
        return frozenset({"image"} if self.images else {"text"})

    @property
    def inputs(self) -> tuple[str, ...]:
        """The assets it starts from."""
        return self.images


Order = ImageOrder | VideoOrder | MeshOrder


def digest_of(order: Order, *also: str) -> str:
    """Return the SHA-256 of an order and of whatever else decides the result."""
    text = json.dumps([order.model_dump(mode="json"), *also], sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
