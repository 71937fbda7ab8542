"""Staging: a cut-out set on a canvas of another size, kept apart from shadow and ground."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from compositor.geometry import Box
from generators.errors import GenerationFailed
from generators.photo.cutout import Cutout
from generators.photo.shadows import Shadow, shadow_layer

__all__ = ["Staged", "stage"]

Canvas = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Staged:
    """Three layers of one size, the lowest first.

    Attributes:
        ground: (h, w, 4); empty when the ground stays transparent.
        shadow: (h, w, 4) straight alpha.
        product: (h, w, 4) straight alpha.
        is_exact: Whether the product's pixels are the photograph's own, not resampled.
    """

    ground: Canvas
    shadow: Canvas
    product: Canvas
    is_exact: bool

    @property
    def whole(self) -> Canvas:
        """All of it flattened, (h, w, 4); opaque when there is a ground."""
        flat = self.ground
        for layer in (self.shadow, self.product):
            flat = _over(flat, layer)
        return flat


def stage(
    cutout: Cutout,
    *,
    size: tuple[int, int] | None = None,
    ground: Canvas | tuple[int, int, int] | None = None,
    box: Box | None = None,
    shadow: Shadow | None = None,
) -> Staged:
    """Return a product on another ground.

    Args:
        cutout: The product.
        size: Width and height of the canvas, px; None keeps the photograph's own, and then
            the product stays where and as it is, byte for byte.
        ground: A picture (cropped to fill), a color, or None for nothing.
        box: Where the product's visible part goes, in fractions; it is scaled to fit and stands
            on the lower edge. None takes 80 % of the canvas.
        shadow: How it stands; None takes a soft one.

    Raises:
        GenerationFailed: The canvas cannot be made.
    """
    if size is not None and not all(16 <= side <= 8192 for side in size):
        raise GenerationFailed(f"a canvas of {size} px cannot be made; use 16 to 8192")
    is_exact = size is None and box is None
    product = cutout.pixels if is_exact else _fitted(cutout, size, box)
    height, width = product.shape[:2]
    return Staged(
        ground=_ground(ground, width, height),
        shadow=shadow_layer(product, shadow or Shadow()),
        product=product,
        is_exact=is_exact,
    )


def _fitted(cutout: Cutout, size: tuple[int, int] | None, box: Box | None) -> Canvas:
    photo_height, photo_width = cutout.pixels.shape[:2]
    width, height = size or (photo_width, photo_height)
    place = box or Box(0.1, 0.1, 0.8, 0.8)
    left, top, right, bottom = cutout.box
    shown = cutout.pixels[top:bottom, left:right]
    scale = min(place.width * width / shown.shape[1], place.height * height / shown.shape[0])
    new_width = max(1, min(width, round(shown.shape[1] * scale)))
    new_height = max(1, min(height, round(shown.shape[0] * scale)))
    sized = _resized(shown, new_width, new_height)
    x = round((place.x + place.width / 2) * width - new_width / 2)
    y = round((place.y + place.height) * height) - new_height
    x, y = int(np.clip(x, 0, width - new_width)), int(np.clip(y, 0, height - new_height))
    canvas = np.zeros((height, width, 4), np.uint8)
    canvas[y : y + new_height, x : x + new_width] = sized
    return canvas


def _resized(pixels: Canvas, width: int, height: int) -> Canvas:
    """Return pixels at another size, colors weighted by alpha so that no fringe appears."""
    way = cv2.INTER_AREA if width < pixels.shape[1] else cv2.INTER_CUBIC
    alpha = pixels[..., 3:].astype(np.float32) / 255
    spread = np.dstack([pixels[..., :3] * alpha, alpha[..., 0] * 255]).astype(np.float32)
    sized = np.clip(cv2.resize(spread, (width, height), interpolation=way), 0, 255)
    share = sized[..., 3:] / 255
    colors = np.where(share > 0, sized[..., :3] / np.maximum(share, 1e-4), 0)
    made = np.dstack([np.clip(colors, 0, 255), sized[..., 3]])
    return np.round(made).astype(np.uint8)


def _ground(ground: Canvas | tuple[int, int, int] | None, width: int, height: int) -> Canvas:
    made = np.zeros((height, width, 4), np.uint8)
    if ground is None:
        return made
    made[..., 3] = 255
    if isinstance(ground, tuple):
        made[..., :3] = ground
        return made
    scale = max(width / ground.shape[1], height / ground.shape[0])
    wide, tall = round(ground.shape[1] * scale), round(ground.shape[0] * scale)
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    sized = cv2.resize(
        ground[..., :3], (max(wide, width), max(tall, height)), interpolation=way
    )
    x, y = (sized.shape[1] - width) // 2, (sized.shape[0] - height) // 2
    made[..., :3] = sized[y : y + height, x : x + width]
    return made


def _over(below: Canvas, above: Canvas) -> Canvas:
    a, b = above[..., 3:] / 255, below[..., 3:] / 255
    alpha = a + b * (1 - a)
    colors = (above[..., :3] * a + below[..., :3] * b * (1 - a)) / np.maximum(alpha, 1e-6)
    made = np.dstack([colors, alpha * 255])
    # Where the upper layer is solid its bytes go through untouched.
    return np.where(above[..., 3:] == 255, above, np.round(made).astype(np.uint8))
