"""Development: linear light becomes a picture; numpy only.

Arrays are (height, width, channels) of float32 linear light until `encoded`, then uint8 sRGB.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["encoded", "robust_mean", "shadow_layer", "tone_mapped", "uncovered"]

Light = NDArray[np.floating[Any]]


def robust_mean(passes: list[Light]) -> Light:
    """Return the mean of the passes, with single bright sparks held to what the others saw."""
    stack = np.stack(passes)
    if len(passes) < 3:
        return np.asarray(stack.mean(axis=0), np.float32)
    luminance = stack @ np.array([0.2126, 0.7152, 0.0722], np.float32)
    limit = 2.5 * np.median(luminance, axis=0) + 0.5
    share = np.minimum(1.0, limit / np.maximum(luminance, 1e-6))
    return np.asarray((stack * share[..., None]).mean(axis=0), np.float32)


def tone_mapped(light: Light) -> Light:
    """Return light under the curve that leaves colors below 0.8 as they are.

    Source:
        https://github.com/KhronosGroup/ToneMapping/tree/main/PBR_Neutral
    """
    start, desaturation = 0.8 - 0.04, 0.15
    color = np.maximum(light, 0)
    least = color.min(axis=2, keepdims=True)
    color = color - np.where(least < 0.08, least - 6.25 * least * least, 0.04)
    peak = color.max(axis=2, keepdims=True)
    room = 1 - start
    pressed = 1 - room * room / np.maximum(peak + room - start, 1e-6)
    scaled = color * pressed / np.maximum(peak, 1e-6)
    gray = 1 - 1 / (desaturation * (peak - pressed) + 1)
    high = scaled * (1 - gray) + pressed * gray
    return np.asarray(np.where(peak < start, color, high), np.float32)


def encoded(light: Light, seed: int) -> NDArray[np.uint8]:
    """Return sRGB; half a step of even noise keeps wide gradients from banding."""
    light = np.clip(light, 0, 1)
    srgb = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    rng = np.random.default_rng([seed, 255])
    noise = rng.random(light.shape[:2], np.float32)[..., None] - 0.5
    steps: NDArray[np.uint8] = np.clip(np.round(srgb * 255 + noise), 0, 255).astype(np.uint8)
    return steps


def uncovered(light: Light, coverage: Light) -> Light:
    """Return the light of the objects alone, straight, without what the backdrop adds at edges.

    Where an object covers part of a pixel, the pixel is their mixture; what the backdrop is
    there is known from beside it.

    Args:
        light: (h, w, 3) of the whole picture.
        coverage: (h, w) share of each pixel that objects cover.
    """
    share = coverage[..., None]
    behind = _spread(light, (coverage < 1e-3).astype(np.float32))
    alone = np.maximum(light - (1 - share) * behind, 0) / np.maximum(share, 1e-3)
    # a thin cover divides by next to nothing: there the color comes from further inside
    inside = _spread(alone, np.where(share > 0.02, share**6, 0)[..., 0])
    trust = np.clip((share - 0.35) / 0.5, 0, 1)
    peak = np.maximum(inside.max(axis=2, keepdims=True), 0.02) * 4
    return np.asarray(np.minimum(alone, peak) * trust + inside * (1 - trust), np.float32)


def shadow_layer(kept: Light) -> NDArray[np.uint8]:
    """Return RGBA to be multiplied with (or laid over) what lies below.

    Args:
        kept: (h, w, 3) share of light that is left, linear; 1 is no shadow.
    """
    ratio = np.clip(kept, 0, 1) ** (1 / 2.2)
    alpha = 1 - ratio.min(axis=2, keepdims=True)
    color = np.where(alpha > 1e-4, (ratio - (1 - alpha)) / np.maximum(alpha, 1e-4), 0)
    straight = np.clip(np.concatenate([color, alpha], axis=2), 0, 1)
    layer: NDArray[np.uint8] = np.round(straight * 255).astype(np.uint8)
    return layer


def _spread(light: Light, known: Light) -> Light:
    """Return light everywhere, carried on from where it is known, wider and wider."""
    found = light * known[..., None]
    weight = known.copy()
    levels: list[tuple[Light, Light]] = [(found, weight)]
    while min(levels[-1][1].shape) > 2:
        levels.append(_halved(*levels[-1]))
    color = levels[-1][0] / np.maximum(levels[-1][1][..., None], 1e-6)
    for here, weight in reversed(levels[:-1]):
        wide = _doubled(color, here.shape[:2])
        trust = np.clip(weight, 0, 1)[..., None]
        own = here / np.maximum(weight[..., None], 1e-6)
        color = own * trust + wide * (1 - trust)
    return np.asarray(color, np.float32)


def _halved(light: Light, weight: Light) -> tuple[Light, Light]:
    rows, columns = weight.shape[0] % 2, weight.shape[1] % 2
    light = np.pad(light, ((0, rows), (0, columns), (0, 0)))
    weight = np.pad(weight, ((0, rows), (0, columns)))
    light = light[::2, ::2] + light[1::2, ::2] + light[::2, 1::2] + light[1::2, 1::2]
    weight = weight[::2, ::2] + weight[1::2, ::2] + weight[::2, 1::2] + weight[1::2, 1::2]
    over = np.maximum(weight, 1.0)
    return light / over[..., None], weight / over


def _doubled(light: Light, shape: tuple[int, ...]) -> Light:
    rows = np.minimum(np.arange(shape[0]) // 2, light.shape[0] - 1)
    columns = np.minimum(np.arange(shape[1]) // 2, light.shape[1] - 1)
    wide: Light = light[rows[:, None], columns[None, :]]
    return wide
