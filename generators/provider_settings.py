"""Provider settings: where models, servers and keys are, as the door read them.

Keys are `SecretStr`: they never show in logs, plans, documents or caches.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr

from compositor.document.frozen import Frozen

__all__ = ["LocalModel", "ProviderSettings", "Server"]


class LocalModel(Frozen):
    """Weights on this machine, or a hub id that may be fetched."""

    source: str
    """A folder in the diffusers layout, a single ``.safetensors`` file, or a hub id."""
    family: str = ""
    """A preset by name; empty reads it from the model itself."""
    may_fetch: bool = False
    """Whether a hub id may be downloaded; nothing is ever fetched without being told."""
    device: str = "auto"
    controls: dict[str, str] = Field(default_factory=dict)
    """Folders of ControlNets by what they keep: canny, depth, pose, scribble, tile."""
    ip_adapter: str = ""
    """A folder with ``ip_adapter.safetensors`` and its ``image_encoder``."""


class Server(Frozen):
    """A server and how to speak to it."""

    url: str
    model: str = ""
    key: SecretStr = SecretStr("")
    secret: SecretStr = SecretStr("")
    """The second half of a key pair."""
    seconds: float = 600.0
    """The longest wait for one order."""
    cost: float = 0.0
    """US dollars for one order, as the contract says."""


class ProviderSettings(Frozen):
    """Everything providers may be told; what is None is not set up."""

    diffusion: LocalModel | None = None
    video_model: LocalModel | None = None
    mesh_model: LocalModel | None = None
    openai_images: Server | None = None
    comfyui: Server | None = None
    workflow: Path | None = None
    """A ComfyUI workflow in API format, or a folder of them."""
    kling: Server | None = None
    tripo: Server | None = None
    mesh_server: Server | None = None
    """Speaks the Hunyuan3D contract."""
    allow_remote: bool = False
    allow_noncommercial: bool = False
    accepted_licenses: tuple[str, ...] = ()
    """Families whose terms were read and accepted."""
    cache: Path | None = None
    """Where deliveries are kept; None keeps none."""
