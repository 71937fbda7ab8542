"""Tiny pipelines that film: Wan from words and from pictures."""

from __future__ import annotations

from typing import Any

from diffusers import (
    AutoencoderKLWan,
    FlowMatchEulerDiscreteScheduler,
    WanImageToVideoPipeline,
    WanPipeline,
    WanTransformer3DModel,
)
from transformers import UMT5Config, UMT5EncoderModel

from bench.tiny_models.readers import t5_tokenizer

__all__ = ["wan", "wan_i2v"]


def wan() -> WanPipeline:
    """Return Wan from words."""
    return WanPipeline(**_wan_parts(16))


def wan_i2v() -> WanImageToVideoPipeline:
    """Return Wan from a first frame, or between two."""
    # latents, the mask of what is given, and the latents of what is given
    return WanImageToVideoPipeline(**_wan_parts(16 + 4 + 16))


def _wan_parts(channels: int) -> dict[str, Any]:
    tokenizer = t5_tokenizer()
    reader = UMT5EncoderModel(
        UMT5Config(
            vocab_size=len(tokenizer),
            d_model=32,
            d_kv=8,
            d_ff=37,
            num_layers=1,
            num_heads=2,
            pad_token_id=0,
            eos_token_id=1,
        )
    )
    vae = AutoencoderKLWan(
        base_dim=3,
        z_dim=16,
        dim_mult=[1, 1, 1, 1],
        num_res_blocks=1,
        temperal_downsample=[False, True, True],
    )
    transformer = WanTransformer3DModel(
        patch_size=(1, 2, 2),
        num_attention_heads=2,
        attention_head_dim=12,
        in_channels=channels,
        out_channels=16,
        text_dim=32,
        freq_dim=256,
        ffn_dim=32,
        num_layers=2,
        cross_attn_norm=True,
        qk_norm="rms_norm_across_heads",
        rope_max_seq_len=32,
    )
    return {
        "tokenizer": tokenizer,
        "text_encoder": reader,
        "vae": vae,
        "transformer": transformer,
        "scheduler": FlowMatchEulerDiscreteScheduler(shift=7.0),
    }
