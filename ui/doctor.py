"""What this machine can do: every optional part, what it lacks, and the command that helps."""

from __future__ import annotations

import platform
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from agent.chat_model import ChatModel
from agent.errors import ChatModelFailed
from compositor.errors import DesignError
from compositor.typography.fonts import default_fonts
from generators import GENERATORS, load_generator
from generators.base import Readiness
from generators.roster import Roster
from ui.settings import Settings

__all__ = ["diagnose"]

_LIBRARIES = (
    "skia-python",
    "uharfbuzz",
    "pyvips",
    "pikepdf",
    "langgraph",
    "openai",
    "pydantic",
)


def diagnose(settings: Settings) -> dict[str, Any]:
    """Return the state of the machine as plain JSON.

    Every part has: name, ready, says (what is missing and the command that gets it).
    """
    roster = Roster(settings.providers)
    parts = [
        _drawing(), _fonts(), *_generators(roster), *_providers(roster), _studio(),
        *_photographs(settings), _language_model(settings),
    ]  # fmt: skip
    return {
        "python": platform.python_version(),
        "libraries": {name: _version(name) for name in _LIBRARIES},
        "parts": parts,
        "fonts": _families(),
    }


_WORKS = {"image": "pictures", "video": "films", "mesh": "meshes"}


def _part(name: str, says: str, *, ready: bool) -> dict[str, Any]:
    return {"name": name, "ready": ready, "says": says}


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def _drawing() -> dict[str, Any]:
    try:
        probe = import_module("compositor.canvas.skia_library").probe()
    except (ImportError, DesignError) as error:
        return _part("drawing", str(error), ready=False)
    return _part("drawing", probe or "Skia draws", ready=not probe)


def _fonts() -> dict[str, Any]:
    try:
        families = default_fonts().families()
    except DesignError as error:
        return _part("fonts", str(error), ready=False)
    return _part("fonts", f"{len(families)} families", ready=True)


def _families() -> list[dict[str, str]]:
    try:
        fonts = default_fonts()
    except DesignError:
        return []
    entries = [fonts.entry(family) for family in fonts.families()]
    return [{"family": entry.family, "license": entry.licence} for entry in entries]


def _generators(roster: Roster) -> list[dict[str, Any]]:
    found = []
    for name in GENERATORS:
        generator = load_generator(name, roster)
        readiness = generator.probe()
        says = generator.summary if readiness.ready else _lacks(readiness)
        found.append(_part(f"generator {name}", says, ready=readiness.ready))
    return found


def _providers(roster: Roster) -> list[dict[str, Any]]:
    found = []
    for name in roster.names:
        try:
            provider = roster.provider(name)
            readiness, offer = provider.probe(), provider.offer()
        except (ImportError, AttributeError, TypeError, DesignError) as error:
            found.append(_part(f"provider {name}", f"does not load: {error}", ready=False))
            continue
        says = _lacks(readiness)
        if readiness.ready:
            terms = f", {offer.license}" if offer.license else ""
            says = f"{_WORKS[offer.kind]} with {offer.model or 'its own model'}{terms}"
            if offer.is_commercial is False and not roster.settings.allow_noncommercial:
                says += "; refused for commercial work, DANQING_NONCOMMERCIAL=yes allows it"
            if offer.is_remote and not roster.settings.allow_remote:
                says += "; asked only with --pictures remote or DANQING_REMOTE=yes"
            if offer.is_slow_here:
                says += "; slow here without a graphics card, so only when asked for"
        found.append(_part(f"provider {name}", says, ready=readiness.ready))
    return found


def _lacks(readiness: Readiness) -> str:
    """Return what is missing and the command that brings it."""
    lacks = f"lacks {', '.join(readiness.missing)}" if readiness.missing else "not ready"
    return f"{lacks}; {readiness.command}" if readiness.command else lacks


def _studio() -> dict[str, Any]:
    readiness = import_module("generators.mesh.studio.readiness").probe()
    lacks = f"lacks {', '.join(readiness.missing)}" if readiness.missing else ""
    if readiness.ready:
        return _part("3D studio", "; ".join(filter(None, ("renders", lacks))), ready=True)
    return _part("3D studio", f"{lacks}; {readiness.command}", ready=False)


def _photographs(settings: Settings) -> list[dict[str, Any]]:
    probe = import_module("generators.photo.readiness").probe
    found = []
    for name, does in (("cutout", "cuts out"), ("enlarge", "enlarges")):
        readiness = probe(name, settings.models)
        lacks = f"lacks {', '.join(readiness.missing)}; {readiness.command}"
        said = does if not readiness.missing else f"{does}, but {lacks}"
        found.append(
            _part(f"photo {name}", said if readiness.ready else lacks, ready=readiness.ready)
        )
    return found


def _language_model(settings: Settings) -> dict[str, Any]:
    if settings.llm is None:
        return _part(
            "language model",
            "not configured, the rules planner is used; set DANQING_LLM_URL and "
            "DANQING_LLM_MODEL (and DANQING_LLM_KEY) to any OpenAI-compatible server",
            ready=False,
        )
    try:
        ChatModel(settings.llm).probe()
    except ChatModelFailed as error:
        return _part("language model", str(error), ready=False)
    return _part("language model", f"{settings.llm.model} answers", ready=True)
