"""Servers from the environment: addresses, keys, patience and prices."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import SecretStr

from compositor.errors import InvalidValue
from generators.provider_settings import Server

__all__ = ["order_cache", "read_servers"]

_OPENAI = "https://api.openai.com/v1"
_KLING = "https://api-singapore.klingai.com"
_TRIPO = "https://api.tripo3d.ai/v2/openapi"


def read_servers(env: Mapping[str, str]) -> dict[str, Server]:
    """Return the servers that are set up, by the field of `ProviderSettings`.

    Raises:
        InvalidValue: A variable holds something else than it should; the message names it.
    """
    found: dict[str, Server] = {}
    has_images = env.get("DANQING_IMAGES_MODEL") or env.get("DANQING_IMAGES_KEY")
    if has_images or env.get("DANQING_IMAGES_URL"):
        # OpenAI's own key goes to nobody else
        own = "" if env.get("DANQING_IMAGES_URL") else env.get("OPENAI_API_KEY", "")
        key = env.get("DANQING_IMAGES_KEY", "") or own
        found["openai_images"] = _server(env, "IMAGES", _OPENAI, key)
    if env.get("DANQING_COMFYUI_URL"):
        found["comfyui"] = _server(env, "COMFYUI", "", env.get("DANQING_COMFYUI_KEY", ""))
    if env.get("DANQING_KLING_ACCESS_KEY"):
        kling = _server(env, "KLING", _KLING, env["DANQING_KLING_ACCESS_KEY"])
        secret = SecretStr(env.get("DANQING_KLING_SECRET_KEY", ""))
        found["kling"] = kling.model_copy(update={"secret": secret})
    if env.get("DANQING_TRIPO_KEY"):
        found["tripo"] = _server(env, "TRIPO", _TRIPO, env["DANQING_TRIPO_KEY"])
    if env.get("DANQING_MESH_URL"):
        found["mesh_server"] = _server(env, "MESH", "", env.get("DANQING_MESH_KEY", ""))
    return found


def order_cache(env: Mapping[str, str], *, has_servers: bool) -> Path | None:
    """Return where deliveries and open orders are kept.

    Whoever pays a service gets a place without asking: a process that ends between order and
    delivery must find its order again.
    """
    folder = env.get("DANQING_CACHE", "")
    if folder or not has_servers:
        return Path(folder) if folder else None
    caches = env.get("XDG_CACHE_HOME", "")
    home = env.get("HOME", "")
    if caches:
        return Path(caches) / "danqing"
    return Path(home) / ".cache" / "danqing" if home else None


def _server(env: Mapping[str, str], name: str, url: str, key: str) -> Server:
    address = env.get(f"DANQING_{name}_URL", "") or url
    if not _is_address(address):
        raise InvalidValue(
            f"DANQING_{name}_URL is {address!r}; it must be http:// or https:// and a host"
        )
    return Server(
        url=address,
        model=env.get(f"DANQING_{name}_MODEL", ""),
        key=SecretStr(key),
        seconds=_number(env, f"DANQING_{name}_SECONDS", 600.0, least=1.0),
        cost=_number(env, f"DANQING_{name}_COST", 0.0, least=0.0),
    )


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _number(env: Mapping[str, str], name: str, default: float, *, least: float) -> float:
    text = env.get(name, "").strip()
    if not text:
        return default
    if not text.isascii() or not text.replace(".", "", 1).isdigit() or float(text) < least:
        raise InvalidValue(f"{name} is {text!r}; it must be a number, {least:g} or more")
    return float(text)
