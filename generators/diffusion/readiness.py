"""Readiness: what is missing on this machine before a local model can work."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from generators.base import Readiness
from generators.diffusion.weights import Weights, find_weights
from generators.errors import NotReady
from generators.provider_settings import LocalModel, ProviderSettings

__all__ = ["INSTALL", "missing_packages", "readiness_of", "require"]

INSTALL = "pip install 'danqing[diffusion]'"
_WORKS = {"image": "pictures", "video": "films", "mesh": "meshes"}
_PACKAGES = ("torch", "diffusers", "transformers", "accelerate", "safetensors", "peft")


def missing_packages(names: Sequence[str] = _PACKAGES) -> tuple[str, ...]:
    """Return which packages are not installed, without importing any."""
    return tuple(name for name in names if find_spec(name) is None)


def readiness_of(
    model: LocalModel | None, settings: ProviderSettings, kind: str, variable: str
) -> Readiness:
    """Return whether a local model can work, or exactly what to do.

    Args:
        model: As set; None when nothing is.
        settings: For the licenses that were accepted.
        kind: image, video or mesh.
        variable: The setting that names the model.
    """
    missing = list(missing_packages())
    command = INSTALL if missing else ""
    try:
        weights = None if model is None else find_weights(model)
    except NotReady as error:
        what, _, cure = str(error).partition("; ")
        return Readiness(ready=False, missing=(*missing, what), command=command or cure)
    if weights is None:
        cure = f"set {variable}=PATH to a folder in the diffusers layout"
        both = " and ".join(filter(None, (command, cure)))
        return Readiness(ready=False, missing=(*missing, "a model"), command=both)
    objection, cure = _objection(weights, settings, kind)
    if objection:
        return Readiness(ready=False, missing=(*missing, objection), command=command or cure)
    return Readiness(ready=not missing, missing=tuple(missing), command=command)


def require(readiness: Readiness, name: str) -> None:
    """Go on only if ready.

    Raises:
        NotReady: It is not; the message says what to do.
    """
    if not readiness.ready:
        lacking = ", ".join(readiness.missing)
        raise NotReady(f"{name} lacks {lacking}; {readiness.command}".rstrip("; "))


def _objection(weights: Weights, settings: ProviderSettings, kind: str) -> tuple[str, str]:
    family = weights.family
    if family.kind != kind:
        return (
            f"a model for {_WORKS[kind]} ({weights.name} makes {_WORKS[family.kind]})",
            "name another one",
        )
    if family.terms and family.name not in settings.accepted_licenses:
        return (
            f"your acceptance of the {family.license} license ({family.terms})",
            f"set DANQING_ACCEPT_LICENSES={family.name}",
        )
    return "", ""
