"""A session before the camera: one job from passes to finished layers, or a turntable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generators.mesh.studio.develop import (
    Light,
    encoded,
    robust_mean,
    shadow_layer,
    tone_mapped,
    uncovered,
)
from generators.mesh.studio.job import Floats, Job
from generators.mesh.studio.tracing.engine import mi
from generators.mesh.studio.tracing.guides import guides_of
from generators.mesh.studio.tracing.passes import (
    beauty_passes,
    coverage_of,
    denoised,
    shadow_of,
)
from generators.mesh.studio.tracing.scene import World, built

__all__ = ["photograph", "turntable"]

_PREVIEW_PX = 256
Say = Callable[..., None]


def photograph(job: Job, say: Say) -> dict[str, NDArray[Any]]:
    """Return the layers wanted, uint8 at the size asked for.

    beauty is RGB, or RGBA when nothing stands behind; object and shadow are RGBA with straight
    alpha; albedo and normal are RGB.

    Args:
        job: What to trace.
        say: Takes progress and previews.
    """
    say("progress", 0.02, "building the set")
    world = built(job)
    is_layered = "object" in job.wants
    share = 0.70 if is_layered else 0.82
    say("progress", 0.06, "looking at surfaces")
    guides = guides_of(world, job)
    passes: list[Light] = []
    for light in beauty_passes(world, job):
        passes.append(np.nan_to_num(light, nan=0.0, posinf=8.0, neginf=0.0) * job.exposure)
        done = len(passes) / job.passes
        say("progress", 0.10 + share * done, f"light, pass {len(passes)} of {job.passes}")
        if len(passes) < job.passes:
            say("preview", _preview(robust_mean(passes)))
    clean = denoised(robust_mean(passes), guides)
    layers: dict[str, NDArray[Any]] = {}
    if is_layered:
        say("progress", 0.84, "parting object and shadow")
        layers = _apart(job, world, clean, say)
    if job.paper is not None:
        layers["beauty"] = _on_paper(job, layers)
    elif "transparent" in job.wants:
        layers["beauty"] = _on_nothing(layers)
    else:
        layers["beauty"] = encoded(_sized(tone_mapped(clean), job.size), job.seed)
    if "guides" in job.wants:
        layers["albedo"] = encoded(_sized(guides.albedo, job.size), job.seed)
        facing = np.clip(guides.normal / 2 + 0.5, 0, 1)
        layers["normal"] = np.round(_sized(facing, job.size) * 255).astype(np.uint8)
    say("preview", _thumbnail(layers["beauty"]))
    return layers


def turntable(job: Job, angles: tuple[float, ...], say: Say) -> None:
    """Say one frame after another: the set is loaded once, only the subjects turn.

    Args:
        job: The first frame.
        angles: Of every frame, degrees.
        say: Takes ("frame", number, pixels).
    """
    world = built(job)
    held = mi.traverse(world.whole)
    keys = [
        key
        for key in held.keys()  # noqa: SIM118 - not a dict
        if key.startswith("subject") and key.endswith(("vertex_positions", "vertex_normals"))
    ]
    rest = {key: np.array(held[key], np.float64).reshape(-1, 3) for key in keys}
    for number, angle in enumerate(angles):
        spin = _spin(float(np.radians(angle)), job.pivot)
        for key in keys:
            moved = spin if key.endswith("positions") else spin[:3, :3]
            held[key] = _turned(rest[key], moved).astype(np.float32).ravel()
        held.update()
        placed = {
            name: surface.moved(spin) if part.role == "subject" else surface
            for part, (name, surface) in zip(job.parts, world.surfaces.items(), strict=True)
        }
        guides = guides_of(replace(world, surfaces=placed), job)
        clean = denoised(robust_mean(list(beauty_passes(world, job))), guides)
        pixels = encoded(_sized(tone_mapped(clean), job.size), job.seed)
        say("frame", number, pixels)
        say("progress", (number + 1) / len(angles), f"frame {number + 1} of {len(angles)}")


def _spin(turn: float, pivot: Floats) -> Floats:
    """Return the matrix that turns about the upright axis through the pivot."""
    cosine, sine = np.cos(turn), np.sin(turn)
    spin = np.eye(4)
    spin[:2, :2] = [[cosine, -sine], [sine, cosine]]
    spin[:2, 3] = pivot[:2] - spin[:2, :2] @ pivot[:2]
    return spin


def _turned(points: Floats, matrix: Floats) -> Floats:
    turned: Floats = points @ matrix[:3, :3].T
    return turned + matrix[:3, 3] if matrix.shape == (4, 4) else turned


def _apart(job: Job, world: World, clean: Light, say: Say) -> dict[str, NDArray[Any]]:
    coverage = coverage_of(world, job)
    alone = tone_mapped(uncovered(clean, coverage))
    say("progress", 0.88, "shadow on the floor")
    kept = shadow_of(world, job, lambda: say("progress", 0.93, "shadow on the floor"))
    straight = _sized(
        np.concatenate([alone * coverage[..., None], coverage[..., None]], 2), job.size
    )
    alpha = np.clip(straight[..., 3:], 0, 1)
    color = straight[..., :3] / np.maximum(alpha, 1e-3)
    pixels = np.concatenate(
        [encoded(color, job.seed), np.round(alpha * 255).astype(np.uint8)], axis=2
    )
    pixels[pixels[..., 3] == 0] = 0
    return {"object": pixels, "shadow": shadow_layer(_sized(kept, job.size))}


def _on_paper(job: Job, layers: dict[str, NDArray[Any]]) -> NDArray[np.uint8]:
    assert job.paper is not None
    paper = job.paper
    ground = (
        np.where(paper <= 0.0031308, 12.92 * paper, 1.055 * paper ** (1 / 2.4) - 0.055) * 255
    )
    shade = layers["shadow"].astype(np.float64)
    alpha = shade[..., 3:] / 255
    under = ground * (1 - alpha) + ground * shade[..., :3] / 255 * alpha
    over = layers["object"].astype(np.float64)
    share = over[..., 3:] / 255
    return np.round(over[..., :3] * share + under * (1 - share)).astype(np.uint8)


def _on_nothing(layers: dict[str, NDArray[Any]]) -> NDArray[np.uint8]:
    shade = layers["shadow"].astype(np.float64)
    over = layers["object"].astype(np.float64)
    top, low = over[..., 3:] / 255, shade[..., 3:] / 255
    alpha = top + low * (1 - top)
    color = (over[..., :3] * top + shade[..., :3] * low * (1 - top)) / np.maximum(alpha, 1e-6)
    return np.round(np.concatenate([color, alpha * 255], axis=2)).astype(np.uint8)


def _sized(light: Light, size: tuple[int, int]) -> Light:
    """Return the picture at the size asked for; drafts are traced smaller."""
    if (light.shape[1], light.shape[0]) == size:
        return light
    bands = [
        np.asarray(
            Image.fromarray(np.ascontiguousarray(light[..., band])).resize(
                size, Image.Resampling.BICUBIC
            )
        )
        for band in range(light.shape[2])
    ]
    return np.stack(bands, axis=2)


def _preview(light: Light) -> NDArray[np.uint8]:
    factor = max(1, max(light.shape[:2]) // _PREVIEW_PX)
    rows, columns = light.shape[0] // factor, light.shape[1] // factor
    small = light[: rows * factor, : columns * factor]
    mean = small.reshape(rows, factor, columns, factor, 3).mean(axis=(1, 3))
    return encoded(tone_mapped(np.asarray(mean, np.float32)), 0)


def _thumbnail(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    picture = Image.fromarray(pixels)
    picture.thumbnail((_PREVIEW_PX, _PREVIEW_PX))
    return np.asarray(picture)
