"""The photo and the grain, drawn by code: a lit vase on a table, and noise that tiles."""

from __future__ import annotations

import io
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

__all__ = ["grain_png", "photo_jpeg"]

PHOTO_SIDE_PX = 1000
GRAIN_SIDE_PX = 256


@lru_cache(maxsize=1)
def photo_jpeg() -> bytes:
    """Return the photo: 1000 × 1000, JPEG of quality 90."""
    side = PHOTO_SIDE_PX
    rows = np.linspace(0, 1, side)[:, None]
    columns = np.linspace(0, 1, side)[None, :]
    wall = _mix((246, 217, 196), (185, 86, 47), rows * np.ones_like(columns))
    light = np.exp(-(((columns - 0.35) / 0.5) ** 2 + ((rows - 0.2) / 0.5) ** 2))
    picture = Image.fromarray(np.clip(wall + 60 * light[..., None], 0, 255).astype(np.uint8))

    shadow = Image.new("L", (side, side))
    ImageDraw.Draw(shadow).ellipse((240, 800, 800, 900), fill=120)
    shadow = shadow.filter(ImageFilter.GaussianBlur(30))
    picture.paste((64, 21, 5), mask=shadow)

    vase = Image.new("L", (side, side))
    pen = ImageDraw.Draw(vase)
    pen.ellipse((280, 420, 720, 880), fill=255)
    pen.polygon([(420, 180), (580, 180), (640, 480), (360, 480)], fill=255)
    glaze = np.interp(
        np.linspace(0, 1, side), [0.25, 0.38, 0.5, 0.65, 0.75], [0.1, 0.5, 1, 0.4, 0]
    )
    body = _mix((14, 59, 67), (191, 239, 228), np.ones((side, 1)) * glaze[None, :])
    picture.paste(Image.fromarray(body.astype(np.uint8)), mask=vase)

    texture = np.random.default_rng(7).normal(0, 5, (side, side, 1))
    grainy = np.clip(np.asarray(picture, np.float64) + texture, 0, 255).astype(np.uint8)
    file = io.BytesIO()
    Image.fromarray(grainy).save(file, "JPEG", quality=90)
    return file.getvalue()


@lru_cache(maxsize=1)
def grain_png() -> bytes:
    """Return the grain: 256 × 256 gray noise."""
    noise = np.random.default_rng(1).normal(128, 46, (GRAIN_SIDE_PX, GRAIN_SIDE_PX))
    plane = np.clip(noise, 0, 255).astype(np.uint8)
    file = io.BytesIO()
    Image.fromarray(plane).convert("RGB").save(file, "PNG")
    return file.getvalue()


def _mix(
    start: tuple[int, int, int], end: tuple[int, int, int], share: NDArray[np.float64]
) -> NDArray[np.float64]:
    first, last = np.array(start, np.float64), np.array(end, np.float64)
    mixed: NDArray[np.float64] = first + (last - first) * share[..., None]
    return mixed
