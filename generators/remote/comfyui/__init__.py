"""ComfyUI: any workflow saved in API format becomes a provider of pictures, films or meshes."""

from __future__ import annotations

from generators.remote.comfyui.provider import ComfyImages, ComfyMeshes, ComfyVideos
from generators.remote.comfyui.workflow import Workflow, read_workflows

__all__ = ["ComfyImages", "ComfyMeshes", "ComfyVideos", "Workflow", "read_workflows"]
