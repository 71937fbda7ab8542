"""A tiny Shap-E, with the table of surfaces that the real one keeps among its weights."""

from __future__ import annotations

import itertools

import torch
from diffusers import HeunDiscreteScheduler, PriorTransformer, ShapEPipeline
from diffusers.pipelines.shap_e import ShapERenderer
from diffusers.pipelines.shap_e.renderer import _create_flat_edge_indices
from transformers import CLIPTextModelWithProjection

from bench.tiny_models.readers import clip_config, clip_tokenizer

__all__ = ["shap_e"]


def shap_e() -> ShapEPipeline:
    """Return Shap-E from words."""
    tokenizer = clip_tokenizer()
    prior = PriorTransformer(
        num_attention_heads=2,
        attention_head_dim=16,
        embedding_dim=16,
        num_embeddings=32,
        embedding_proj_dim=16,
        time_embed_dim=64,
        num_layers=1,
        clip_embed_dim=32,
        additional_embeddings=0,
        time_embed_act_fn="gelu",
        norm_in_type="layer",
        encoder_hid_proj_type=None,
        added_emb_type=None,
    )
    renderer = ShapERenderer(
        param_shapes=((8, 93), (8, 8), (8, 8), (8, 8)),
        d_latent=16,
        d_hidden=8,
        n_output=12,
        background=(0.1, 0.1, 0.1),
    )
    renderer.mesh_decoder.cases, renderer.mesh_decoder.masks = _marching_cubes()
    return ShapEPipeline(
        prior=prior,
        text_encoder=CLIPTextModelWithProjection(clip_config(tokenizer)),
        tokenizer=tokenizer,
        scheduler=HeunDiscreteScheduler(
            beta_schedule="exp",
            num_train_timesteps=1024,
            prediction_type="sample",
            use_karras_sigmas=True,
            clip_sample=True,
            clip_sample_range=1.0,
        ),
        shap_e_renderer=renderer,
    )


def _marching_cubes() -> tuple[torch.Tensor, torch.Tensor]:
    """Return triangles for each of the 256 ways a cube's corners lie inside, and which count.

    One fan around the middle of all edges that are crossed: plain, but closed enough.
    """
    corners = torch.tensor(list(itertools.product((0.0, 1.0), repeat=3)))
    bits = (corners @ torch.tensor([1.0, 2.0, 4.0])).long()
    ends: list[tuple[int, int]] = []
    for axis in range(3):
        low = [number for number in range(8) if corners[number, axis] == 0]
        ends += [(number, number + (4, 2, 1)[axis]) for number in low]
    order = _create_flat_edge_indices(torch.zeros(1, 3, dtype=torch.long), (2, 2, 2))[0]
    cases = torch.zeros(256, 5, 3, dtype=torch.long)
    masks = torch.zeros(256, 5, dtype=torch.bool)
    for case in range(1, 255):
        inside = (case >> bits) & 1
        crossed = [
            local
            for local, edge in enumerate(order.tolist())
            if inside[ends[edge][0]] != inside[ends[edge][1]]
        ]
        middles = torch.stack([corners[list(ends[order[one]])].mean(0) for one in crossed])
        away = corners[inside == 0].mean(0) - corners[inside == 1].mean(0)
        across = torch.linalg.cross(away + 1e-3, torch.tensor([0.3, 0.5, 0.8]))
        along = torch.linalg.cross(away + 1e-3, across)
        rays = middles - middles.mean(0)
        turns = torch.atan2(rays @ along / along.norm(), rays @ across / across.norm())
        ring = [crossed[int(one)] for one in turns.argsort()]
        for number, pair in enumerate(itertools.pairwise(ring[1:])):
            if number < 5:
                cases[case, number] = torch.tensor([ring[0], *pair])
                masks[case, number] = True
    return cases, masks
