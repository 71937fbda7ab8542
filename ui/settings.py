"""Settings: the only place that reads the environment.

Every variable begins with ``DANQING_``; ``OPENAI_API_KEY`` and ``OPENAI_BASE_URL`` are
honored too, because every OpenAI-compatible server documents them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from pydantic import SecretStr

from agent.chat_model import ChatSettings
from compositor.document.frozen import Frozen
from compositor.errors import InvalidValue
from generators.provider_settings import ProviderSettings
from ui.providers import read_providers

__all__ = ["Settings", "read_settings"]


class Settings(Frozen):
    """What the environment says.

    Keys are `SecretStr`: they never show in logs, plans or documents.
    """

    llm: ChatSettings | None = None
    """The language model, or None when none is configured."""
    font_folders: tuple[str, ...] = ()
    """More folders of font files."""
    font_packages: tuple[str, ...] = ()
    """More importable packages that hold font files."""
    models: Path = Path()
    """Where fetched weights are kept."""
    cutout_model: Path | None = None
    """A salient-object net of one's own, in ONNX."""
    providers: ProviderSettings = ProviderSettings()
    """Models, servers and keys of those who paint, film and model."""


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of an environment, by default the process's own.

    Raises:
        InvalidValue: A variable holds something else than it should; the message names it.
    """
    env = os.environ if environment is None else environment
    url = env.get("DANQING_LLM_URL", env.get("OPENAI_BASE_URL", ""))
    key = env.get("DANQING_LLM_KEY", env.get("OPENAI_API_KEY", ""))
    model = env.get("DANQING_LLM_MODEL", "")
    llm = None
    if model and (url or key):
        if url and not url.startswith(("http://", "https://")):
            raise InvalidValue(
                f"the model server's address is {url!r}; it must begin with http:// or https://"
            )
        llm = ChatSettings(
            base_url=url,
            model=model,
            api_key=SecretStr(key),
            seconds=_count(env, "DANQING_LLM_SECONDS", 120),
            tokens=_count(env, "DANQING_LLM_TOKENS", 20000),
        )
    folders = env.get("DANQING_FONTS", "").split(os.pathsep)
    packages = env.get("DANQING_FONT_PACKAGES", "").split(",")
    return Settings(
        llm=llm,
        font_folders=tuple(part for part in folders if part),
        font_packages=tuple(part.strip() for part in packages if part.strip()),
        models=Path(env.get("DANQING_MODELS", "") or Path.home() / ".cache/danqing/models"),
        cutout_model=_file(env, "DANQING_CUTOUT_MODEL"),
        providers=read_providers(env),
    )


def _file(env: Mapping[str, str], name: str) -> Path | None:
    text = env.get(name, "")
    if text and not Path(text).is_file():
        raise InvalidValue(f"{name} is {text!r}; it must be a file")
    return Path(text) if text else None


def _count(env: Mapping[str, str], name: str, default: int) -> int:
    text = env.get(name, "") or str(default)
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise InvalidValue(f"{name} is {text!r}; it must be a whole number, 1 or more")
    return int(text)
