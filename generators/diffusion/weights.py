"""Weights: what lies in a model folder, read without loading anything heavy.

Only the diffusers layout with ``.safetensors`` weights is taken: pickled weights and Python
files in a model folder could run code, so they are refused.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from generators.diffusion.families import Family, families, family_of
from generators.errors import NotReady
from generators.provider_settings import LocalModel

__all__ = ["Weights", "find_weights"]

_HUB_ID = re.compile(r"^[\w.-]+/[\w.-]+$")
_WHOLE_BYTES = 1 << 20
"""Files up to this size are digested whole; of larger ones the head (names, shapes), the
size and the tail are."""

_UNKNOWN = Family(
    title="a model of no known family",
    tasks={"image": "AutoPipelineForImage2Image", "mask": "AutoPipelineForInpainting"},
    has_strength=True,
)
"""Diffusers finds the classes for it, if there are any."""


@dataclass(frozen=True, kw_only=True)
class Weights:
    """A model that can be loaded, or fetched.

    Attributes:
        name: What to call it.
        family: Of the table, or a guess from its index.
        folder: Where it lies; None when it must be fetched first.
        file: A single file instead of a folder.
        class_name: The pipeline class its index names.
        revision: Digest of its index and weights, or the hub's commit.
        parts: Number of parameters of each part.
        variant: ``fp16`` where only such weights are there.
        native_px: Side of the pictures it was trained on; 0 when it does not say.
    """

    name: str
    family: Family
    folder: Path | None = None
    file: Path | None = None
    class_name: str = ""
    revision: str = ""
    parts: dict[str, int]
    variant: str = ""
    native_px: int = 0

    @property
    def parameters(self) -> int:
        """Of all parts."""
        return sum(self.parts.values())


def find_weights(model: LocalModel) -> Weights:
    """Return what a setting points at.

    Raises:
        NotReady: Nothing usable is there; the message says what to do.
    """
    place = Path(model.source).expanduser()
    if place.is_dir():
        return _of_folder(place.resolve(), place.name, model.family)
    if place.is_file():
        return _of_file(place.resolve(), model.family)
    if _HUB_ID.fullmatch(model.source):
        cached = _cached(model.source)
        if cached is not None:
            return _of_folder(cached, model.source, model.family, commit=cached.name)
        if model.may_fetch:
            return Weights(
                name=model.source, family=_family_of_hub(model.source, model.family), parts={}
            )
        raise NotReady(
            f"{model.source} is not on this machine; run `hf download {model.source}`, or "
            "allow fetching with DANQING_DIFFUSION_FETCH=yes"
        )
    raise NotReady(f"there is no model at {model.source}; give a folder that holds one")


def _of_file(file: Path, asked: str) -> Weights:
    if file.suffix != ".safetensors":
        raise NotReady(f"{file.name} may run code; only .safetensors files are loaded")
    family = families().get(asked)
    if family is None:
        raise NotReady(
            f"{file.name} does not say what it is; name its family with "
            f"DANQING_DIFFUSION_FAMILY, one of {', '.join(families())}"
        )
    return Weights(
        name=file.stem,
        family=family,
        file=file,
        class_name=next(iter(family.tasks.values())),
        revision=_digest([file]),
        parts={"all": _parameters(file)},
    )


def _of_folder(folder: Path, name: str, asked: str, commit: str = "") -> Weights:
    index = _json(folder / "model_index.json")
    class_name = index.get("_class_name")
    if not isinstance(class_name, str):
        raise NotReady(
            f"{folder} holds no model: its model_index.json names no pipeline; give a folder "
            "in the diffusers layout"
        )
    code = next(iter(sorted(folder.rglob("*.py"))), None)
    if code is not None:
        raise NotReady(f"{folder} holds code ({code.name}), which is never run; remove it")
    listed = sorted(folder.rglob("*.safetensors"))
    plain = [one for one in listed if ".fp16." not in one.name]
    weights = plain or listed
    if not weights:
        raise NotReady(
            f"{folder} holds no .safetensors weights; others are not loaded, they may run code"
        )
    parts: dict[str, int] = {}
    for one in weights:
        if one.parent != folder:
            part = one.parent.name
            parts[part] = parts.get(part, 0) + _parameters(one)
    transformer = _json(folder / "transformer" / "config.json")
    family = _named(asked) or family_of(
        class_name, transformer, 2 * parts.get("transformer", 0)
    )
    if family is None:
        tasks = {"text": class_name, **_UNKNOWN.tasks}
        family = _UNKNOWN.model_copy(update={"title": class_name, "tasks": tasks})
    side = _json(folder / "vae" / "config.json").get("sample_size", 0)
    return Weights(
        name=name,
        family=family,
        folder=folder,
        class_name=class_name,
        revision=commit or _digest([folder / "model_index.json", *weights]),
        parts=parts,
        variant="" if plain else "fp16",
        native_px=side if isinstance(side, int) else 0,
    )


def _named(asked: str) -> Family | None:
    if asked and asked not in families():
        raise NotReady(f"no family {asked!r}; there are {', '.join(families())}")
    return families().get(asked)


def _family_of_hub(source: str, asked: str) -> Family:
    named = _named(asked) or next(
        (one for one in families().values() if one.hub == source), None
    )
    if named is None:
        raise NotReady(
            f"{source} is in no family that is known; name one with DANQING_DIFFUSION_FAMILY: "
            f"{', '.join(families())}"
        )
    return named


def _cached(source: str) -> Path | None:
    """Return the folder of a hub model that was fetched before."""
    try:
        hub = import_module("huggingface_hub")
    except ImportError:
        return None
    found = hub.try_to_load_from_cache(source, "model_index.json")
    return Path(found).parent if isinstance(found, str) else None


def _json(path: Path) -> dict[str, Any]:
    try:
        read = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


def _parameters(path: Path) -> int:
    """Return how many numbers a safetensors file holds, from its head.

    Source: https://huggingface.co/docs/safetensors/index#format
    """
    return _counted(path, path.stat().st_size, path.stat().st_mtime_ns)


@lru_cache(maxsize=512)
def _counted(path: Path, size: int, changed: int) -> int:
    del changed
    with path.open("rb") as opened:
        length = int.from_bytes(opened.read(8), "little")
        if length > size:
            raise NotReady(f"{path} is cut short; fetch it again")
        try:
            head = json.loads(opened.read(length))
        except ValueError as error:
            raise NotReady(f"{path} is no safetensors file; fetch it again") from error
    total = 0
    for name, entry in head.items():
        if name != "__metadata__":
            count = 1
            for side in entry["shape"]:
                count *= side
            total += count
    return total


def _digest(paths: list[Path]) -> str:
    whole = hashlib.sha256()
    for path in paths:
        stat = path.stat()
        whole.update(_digested(path, stat.st_size, stat.st_mtime_ns))
    return whole.hexdigest()[:16]


@lru_cache(maxsize=512)
def _digested(path: Path, size: int, changed: int) -> bytes:
    del changed
    with path.open("rb") as opened:
        found = hashlib.sha256(f"{path.name} {size}".encode())
        found.update(opened.read(_WHOLE_BYTES))
        if size > _WHOLE_BYTES:
            opened.seek(max(_WHOLE_BYTES, size - _WHOLE_BYTES))
            found.update(opened.read(_WHOLE_BYTES))
    return found.digest()
