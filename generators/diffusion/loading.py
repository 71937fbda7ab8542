"""Loading: weights from a folder, a file or the hub become a resident model."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from generators.diffusion.memory import MemoryPlan, first_plan, free_bytes
from generators.diffusion.resident import Resident
from generators.diffusion.weights import Weights
from generators.errors import NotReady

__all__ = ["fetch", "load_resident", "planned"]


def planned(weights: Weights, device: str) -> MemoryPlan:
    """Return how weights will lie on a device, by what is free."""
    torch = import_module("torch")
    has_bfloat16 = not device.startswith("cuda") or torch.cuda.is_bf16_supported()
    return first_plan(weights.parts, device, free_bytes(device), has_bfloat16=has_bfloat16)


def fetch(source: str) -> None:
    """Bring a model from the hub into its cache; only where that was allowed.

    Raises:
        NotReady: It cannot be had.
    """
    try:
        _quiet().DiffusionPipeline.download(source, use_safetensors=True)
    except (OSError, ValueError) as error:
        first = str(error).strip().partition("\n")[0]
        raise NotReady(
            f"{source} cannot be fetched; check the name, the network and whether its terms "
            f"must be accepted on the hub: {first}"
        ) from error


def load_resident(weights: Weights, device: str) -> Resident:
    """Return the model, loaded.

    Raises:
        NotReady: The folder is damaged, or made for another version; the message says which.
    """
    torch, diffusers = import_module("torch"), _quiet()
    plan = planned(weights, device)
    more: dict[str, Any] = {"dtype": getattr(torch, plan.precision)}
    more |= dict.fromkeys(weights.family.unneeded)
    if weights.variant:
        more["variant"] = weights.variant
    try:
        if weights.file is not None:
            made = getattr(diffusers, weights.class_name)
            pipeline = made.from_single_file(str(weights.file), local_files_only=True, **more)
        else:
            pipeline = diffusers.DiffusionPipeline.from_pretrained(
                str(weights.folder), local_files_only=True, use_safetensors=True, **more
            )
    except (OSError, ValueError, TypeError, AttributeError, ImportError, KeyError) as error:
        first = str(error).strip().partition("\n")[0]
        raise NotReady(
            f"{weights.name} cannot be loaded; fetch it again, or install what it asks for: "
            f"{first}"
        ) from error
    pipeline.set_progress_bar_config(disable=True)
    return Resident(pipeline, weights, device, plan)


def _quiet() -> Any:
    """Return diffusers, told to speak only of errors; what matters is said in receipts."""
    transformers = import_module("transformers")
    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    diffusers = import_module("diffusers")
    diffusers.utils.logging.set_verbosity_error()
    diffusers.utils.logging.disable_progress_bar()
    return diffusers
