"""Tiny models: real diffusers pipelines with random weights, a few hundred kilobytes each.

They load and run like their large kin, in a fraction of a second on one core; what they
paint is noise. Tests and measurements build them; nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from diffusers import ControlNetModel, StableDiffusionPipeline, UNet2DConditionModel
from peft import LoraConfig
from peft.utils import get_peft_model_state_dict

from bench.tiny_models.films import wan, wan_i2v
from bench.tiny_models.meshes import shap_e
from bench.tiny_models.pictures import klein, qwen_layered, sd15, sdxl, z_image

__all__ = ["TINY", "build", "control_net", "lora"]

TINY: dict[str, Callable[[], Any]] = {
    "sd15": sd15,
    "sdxl": sdxl,
    "klein": klein,
    "z-image": z_image,
    "qwen-layered": qwen_layered,
    "wan": wan,
    "wan-i2v": wan_i2v,
    "shap-e": shap_e,
}
"""Name → its builder, with random weights that are the same every time."""


def build(name: str, folder: Path) -> Path:
    """Write a tiny model into a folder and return it; a second call finds it there."""
    target = folder / name
    if not (target / "model_index.json").exists():
        torch.manual_seed(0)
        pipeline = TINY[name]()
        pipeline.set_progress_bar_config(disable=True)
        pipeline.save_pretrained(target, safe_serialization=True)
    return target


def lora(model: Path, folder: Path, seed: int = 1) -> Path:
    """Write random LoRA weights for a tiny Stable Diffusion model and return their folder."""
    target = folder / f"lora-{seed}"
    if not target.exists():
        torch.manual_seed(seed)
        pipeline = StableDiffusionPipeline.from_pretrained(model, use_safetensors=True)
        wanted = LoraConfig(
            r=2, lora_alpha=16, init_lora_weights=False, target_modules=["to_q", "to_v"]
        )
        pipeline.unet.add_adapter(wanted)
        layers = get_peft_model_state_dict(pipeline.unet)
        pipeline.save_lora_weights(target, unet_lora_layers=layers)
    return target


def control_net(model: Path, folder: Path) -> Path:
    """Write a random ControlNet for a tiny Stable Diffusion model and return its folder."""
    target = folder / "control"
    if not target.exists():
        torch.manual_seed(2)
        unet = UNet2DConditionModel.from_pretrained(
            model, subfolder="unet", use_safetensors=True
        )
        net = ControlNetModel.from_unet(unet, conditioning_embedding_out_channels=(4, 8))
        with torch.no_grad():  # a new ControlNet says nothing until it has learned something
            for weights in net.controlnet_mid_block.parameters():
                weights.normal_(0, 0.5)
        net.save_pretrained(target, safe_serialization=True)
    return target
