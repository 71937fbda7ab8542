"""Artwork: pictures made ready to be printed on a mesh, at the sharpness the camera sees."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generators.mesh.mesh import Mesh
from generators.mesh.studio.framing import projected
from generators.mesh.studio.job import Floats, Lens

__all__ = ["fitted", "picture_of"]

Pixels = NDArray[np.uint8]


def picture_of(pixels: NDArray[np.uint8]) -> Pixels:
    """Return any (height, width, 3 or 4) raster as RGBA."""
    if pixels.shape[2] == 4:
        return np.ascontiguousarray(pixels)
    opaque = np.full((*pixels.shape[:2], 1), 255, np.uint8)
    return np.concatenate([pixels, opaque], axis=2)


def fitted(pixels: Pixels, mesh: Mesh, lens: Lens, texels_per_px: float) -> Pixels:
    """Return the artwork reduced to what the lens can see of it, never enlarged.

    A tracer samples textures at points: artwork far finer than the picture would come out as
    noise, and fine type would be lost in it. Reducing it well beforehand is the mip map.

    Args:
        pixels: RGBA.
        mesh: What it is printed on, in the world, with uv.
        lens: The camera.
        texels_per_px: How many texels one px of the picture should see.
    """
    across, down = _px_per_unit(mesh, lens)
    height, width = pixels.shape[:2]
    asked = (
        min(width, max(8, round(across * texels_per_px))),
        min(height, max(8, round(down * texels_per_px))),
    )
    if asked[0] >= width and asked[1] >= height:
        return pixels
    alpha = pixels[..., 3:].astype(np.float32) / 255
    premultiplied = np.concatenate([pixels[..., :3] * alpha, alpha * 255], axis=2)
    bands = [
        np.asarray(
            Image.fromarray(premultiplied[..., band]).resize(asked, Image.Resampling.LANCZOS)
        )
        for band in range(4)
    ]
    small = np.clip(np.stack(bands, axis=2), 0, 255)
    covered = np.maximum(small[..., 3:], 1e-3) / 255
    color = np.clip(small[..., :3] / covered, 0, 255)
    return np.round(np.concatenate([color, small[..., 3:]], axis=2)).astype(np.uint8)


def _px_per_unit(mesh: Mesh, lens: Lens) -> tuple[float, float]:
    """Return how many px one unit of u and of v cover where the mesh is seen largest."""
    assert mesh.uv is not None
    flat = projected(mesh.vertices, lens)
    corners, prints = flat[mesh.faces], mesh.uv[mesh.faces]
    seen = np.stack([corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]], axis=1)
    laid = np.stack([prints[:, 1] - prints[:, 0], prints[:, 2] - prints[:, 0]], axis=1)
    area = laid[:, 0, 0] * laid[:, 1, 1] - laid[:, 0, 1] * laid[:, 1, 0]
    usable = np.abs(area) > 1e-12
    if not usable.any():
        return 1e9, 1e9
    seen, laid, area = seen[usable], laid[usable], area[usable]
    by_u = (seen[:, 0] * laid[:, 1, 1:] - seen[:, 1] * laid[:, 0, 1:]) / area[:, None]
    by_v = (seen[:, 1] * laid[:, 0, :1] - seen[:, 0] * laid[:, 1, :1]) / area[:, None]
    weight = np.abs(area)
    return _largest(by_u, weight), _largest(by_v, weight)


def _largest(rates: Floats, weight: Floats) -> float:
    """Return the rate that 95 % of the surface stays below, so that no sliver decides."""
    lengths = np.hypot(rates[:, 0], rates[:, 1])
    order = np.argsort(lengths)
    share = np.cumsum(weight[order]) / weight.sum()
    return float(lengths[order][np.searchsorted(share, 0.95)])
