"""Provider settings from the environment: models, servers, keys, and what is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from compositor.document import AssetStore
from compositor.errors import InvalidValue
from generators.base import Medium, Ticket
from generators.diffusion.families import families
from generators.order import ImageOrder
from generators.provider_settings import LocalModel, ProviderSettings
from generators.roster import Need, Roster
from ui.servers import order_cache, read_servers

__all__ = ["Painting", "painting_of", "read_providers", "with_model"]

_YES = ("1", "yes", "true", "on")
_NO = ("", "0", "no", "false", "off")


def read_providers(env: Mapping[str, str]) -> ProviderSettings:
    """Return what an environment says of providers.

    Raises:
        InvalidValue: A variable holds something else than it should; the message names it.
    """
    servers = read_servers(env)
    workflow = env.get("DANQING_COMFYUI_WORKFLOW", "")
    try:
        return ProviderSettings(
            diffusion=_model(env, "DANQING_DIFFUSION_MODEL", "DANQING_DIFFUSION_FAMILY"),
            video_model=_model(env, "DANQING_VIDEO_MODEL", ""),
            mesh_model=_model(env, "DANQING_MESH_MODEL", ""),
            **servers,
            workflow=Path(workflow) if workflow else None,
            allow_remote=_flag(env, "DANQING_REMOTE"),
            allow_noncommercial=_flag(env, "DANQING_NONCOMMERCIAL"),
            accepted_licenses=_accepted(env),
            cache=order_cache(env, has_servers=bool(servers)),
        )
    except ValidationError as error:
        first = error.errors()[0]
        raise InvalidValue(f"a provider setting cannot be used: {first['msg']}") from error


def with_model(
    settings: ProviderSettings, model: str, *, remote: bool = False
) -> ProviderSettings:
    """Return settings with what a command line adds: a local model, leave to ask services."""
    changed: dict[str, object] = {}
    if model:
        base = settings.diffusion or LocalModel(source=model)
        same = base.source == model
        changed["diffusion"] = base.model_copy(
            update={"source": model, "family": base.family if same else ""}
        )
    if remote:
        changed["allow_remote"] = True
    return settings.model_copy(update=changed)


@dataclass(frozen=True, kw_only=True)
class Painting:
    """How the pictures of a run are made.

    Attributes:
        pictures: As asked; a model alone asks for diffusion.
        roster: Who may be asked for painted material.
        painter: Who paints and with which model, to tell one run from another.
    """

    pictures: Medium
    roster: Roster
    painter: str


def painting_of(settings: ProviderSettings, pictures: Medium, model: str) -> Painting:
    """Return how pictures are made with these settings and what a command line adds.

    Raises:
        NotReady: A model or a service is to paint, and none can; the message says what each
            lacks.
    """
    is_remote = pictures == "remote"
    wanted: Medium = "diffusion" if model and pictures == "auto" else pictures
    roster = Roster(with_model(settings, model, remote=is_remote))
    painter = ""
    if wanted in ("diffusion", "remote"):
        order, ticket = ImageOrder(prompt="a picture"), Ticket(assets=AssetStore())
        need = Need(local_only=not is_remote, remote_only=is_remote)
        route = roster.route(order, ticket, need)
        painter = f"{route.provider.name} {route.offer.model}".strip()
    return Painting(pictures=wanted, roster=roster, painter=painter)


def _model(env: Mapping[str, str], variable: str, family: str) -> LocalModel | None:
    source = env.get(variable, "")
    if not source:
        return None
    asked = env.get(family, "") if family else ""
    if asked and asked not in families():
        raise InvalidValue(f"{family} is {asked!r}; choose from {', '.join(families())}")
    controls: dict[str, str] = {}
    for pair in filter(None, env.get("DANQING_CONTROLNETS", "").split(",")):
        kind, _, place = pair.partition("=")
        if not place:
            raise InvalidValue(
                f"DANQING_CONTROLNETS holds {pair!r}; write canny=PATH,depth=PATH"
            )
        controls[kind.strip()] = place.strip()
    return LocalModel(
        source=source,
        family=asked,
        may_fetch=_flag(env, "DANQING_DIFFUSION_FETCH"),
        device=env.get("DANQING_DEVICE", "") or "auto",
        controls=controls,
        ip_adapter=env.get("DANQING_IP_ADAPTER", ""),
    )


def _accepted(env: Mapping[str, str]) -> tuple[str, ...]:
    named = [part.strip() for part in env.get("DANQING_ACCEPT_LICENSES", "").split(",")]
    unknown = sorted({one for one in named if one} - set(families()))
    if unknown:
        known = ", ".join(name for name, one in families().items() if one.terms)
        raise InvalidValue(f"DANQING_ACCEPT_LICENSES names {unknown[0]!r}; choose from {known}")
    return tuple(one for one in named if one)


def _flag(env: Mapping[str, str], name: str) -> bool:
    said = env.get(name, "").strip().lower()
    if said not in (*_YES, *_NO):
        raise InvalidValue(f"{name} is {said!r}; it must be yes or no")
    return said in _YES
