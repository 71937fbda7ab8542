"""Shadows of a cut-out on a ground that is not there yet: contact, soft, cast, reflected.

Each is a layer of its own, as large as the canvas, to be laid under the product: shadows are
black with an alpha, a reflection is the product's mirror image with an alpha.
"""

from __future__ import annotations

from typing import Annotated, Literal

import cv2
import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from compositor.document.frozen import Frozen, Share

__all__ = ["Shadow", "ShadowKind", "shadow_layer"]

ShadowKind = Literal["none", "contact", "soft", "cast", "reflected"]
"""contact: a dark line where it stands. soft: contact and a wide pool of shade, as under a
softbox. cast: leaning away from a lamp. reflected: a mirror image, as on acrylic."""

Canvas = NDArray[np.uint8]
Map = NDArray[np.float32]


class Shadow(Frozen):
    """How a product stands on its ground."""

    kind: ShadowKind = "soft"
    strength: Share = 0.55
    """Darkness where it is darkest, or presence of a reflection."""
    angle: Annotated[float, Field(ge=-80, le=80)] = 35.0
    """Of a cast shadow: degrees to the right of straight back; the lamp is opposite."""
    length: Annotated[float, Field(gt=0, le=2)] = 0.5
    """Of a cast shadow or a reflection, in heights of the product."""


def shadow_layer(product: Canvas, shadow: Shadow) -> Canvas:
    """Return the layer to lay under a product.

    Args:
        product: (h, w, 4) straight alpha, where it stands on the canvas.
        shadow: Which, and how strong.
    """
    matte = np.asarray(product[..., 3] / 255, np.float32)
    if shadow.kind == "none" or not (matte > 0.5).any():
        return np.zeros_like(product)
    if shadow.kind == "reflected":
        return _reflection(product, shadow)
    dark = _contact(matte)
    if shadow.kind == "soft":
        dark = np.maximum(dark * 0.9, _pool(matte))
    elif shadow.kind == "cast":
        dark = np.maximum(dark, _cast(matte, shadow))
    layer = np.zeros_like(product)
    layer[..., 3] = np.round(np.clip(dark * shadow.strength, 0, 1) * 255).astype(np.uint8)
    return layer


def _foot(matte: Map) -> tuple[int, int, int, int]:
    """Return left, right, top and bottom of the product, px."""
    rows, columns = np.nonzero(matte > 0.5)
    return int(columns.min()), int(columns.max()), int(rows.min()), int(rows.max())


def _standing(matte: Map) -> Map:
    """Return, per column, how nearly the product touches the ground there, 0–1."""
    _left, _right, top, bottom = _foot(matte)
    reach = max(3.0, (bottom - top) * 0.06)
    solid = matte > 0.5
    lowest = matte.shape[0] - 1 - np.argmax(solid[::-1], axis=0)
    near = 1 - np.clip((bottom - lowest) / reach, 0, 1)
    return np.where(solid.any(axis=0), near, 0).astype(np.float32)


def _contact(matte: Map) -> Map:
    _left, _right, top, bottom = _foot(matte)
    thick = max(1.5, (bottom - top) * 0.012)
    line = np.zeros_like(matte)
    row = min(matte.shape[0] - 1, bottom)
    low = max(0, row - int(thick))
    line[low : row + int(thick) + 1] = _standing(matte)[None, :]
    return _evened(line, thick * 1.4, thick * 0.9)


def _pool(matte: Map) -> Map:
    """Return shade under a large soft lamp: the foot's ellipse, wider the softer."""
    left, right, top, bottom = _foot(matte)
    wide, tall = right - left + 1, bottom - top + 1
    deep = max(2.0, min(0.09 * wide, 0.12 * tall))
    rows, columns = np.mgrid[0 : matte.shape[0], 0 : matte.shape[1]]
    standing = _standing(matte)
    weight = standing.sum() or 1.0
    middle = float((standing * np.arange(len(standing))).sum() / weight)
    touch = max(float(weight), wide * 0.35)
    inner = ((columns - middle) / (touch * 0.52)) ** 2 + ((rows - bottom) / deep) ** 2
    outer = ((columns - middle) / (touch * 0.85)) ** 2 + (
        (rows - bottom - deep * 0.2) / (deep * 2.4)
    ) ** 2
    dark = 0.62 * np.exp(-1.6 * inner) + 0.38 * np.exp(-1.3 * outer)
    return np.asarray(dark, np.float32)


def _cast(matte: Map, shadow: Shadow) -> Map:
    """Return the matte laid down along the ground, softer the farther it reaches."""
    _left, _right, top, bottom = _foot(matte)
    tall = bottom - top + 1
    lie = shadow.length * 0.5
    shear = -np.tan(np.radians(shadow.angle)) * lie
    move = np.array([[1, shear, -shear * bottom], [0, lie, bottom * (1 - lie)]], np.float32)
    size = (matte.shape[1], matte.shape[0])
    laid = cv2.warpAffine(matte, move, size, flags=cv2.INTER_LINEAR)
    sharp = np.asarray(cv2.GaussianBlur(laid, (0, 0), max(0.6, tall * 0.008)), np.float32)
    soft = np.asarray(cv2.GaussianBlur(laid, (0, 0), max(1.2, tall * 0.04)), np.float32)
    rows = np.arange(matte.shape[0], dtype=np.float32)[:, None]
    far = np.clip((bottom - rows) / max(1.0, tall * lie), 0, 1)
    return np.asarray((sharp * (1 - far) + soft * far) * (1 - 0.65 * far), np.float32)


def _reflection(product: Canvas, shadow: Shadow) -> Canvas:
    matte = np.asarray(product[..., 3] / 255, np.float32)
    _left, _right, top, bottom = _foot(matte)
    tall = bottom - top + 1
    height = product.shape[0]
    layer = np.zeros_like(product)
    count = min(int(tall * min(1.0, shadow.length)), height - bottom - 1)
    if count < 1:
        return layer
    mirrored = product[bottom - count + 1 : bottom + 1][::-1]
    fade = (1 - np.arange(count) / max(1.0, tall * shadow.length)).clip(0, 1) ** 1.6
    alpha = mirrored[..., 3] / 255 * fade[:, None] * shadow.strength
    layer[bottom + 1 : bottom + 1 + count, :, :3] = mirrored[..., :3]
    layer[bottom + 1 : bottom + 1 + count, :, 3] = np.round(alpha * 255)
    soft = cv2.GaussianBlur(layer, (0, 0), max(0.6, tall * 0.004))
    return np.asarray(soft, np.uint8)


def _evened(dark: Map, wide: float, tall: float) -> Map:
    found = cv2.GaussianBlur(dark, (0, 0), sigmaX=wide, sigmaY=tall)
    top = float(found.max())
    return np.asarray(found / top if top > 0 else found, np.float32)
