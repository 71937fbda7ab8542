"""Enlarging: more pixels, by Real-ESRGAN where its weights are, by Lanczos where not.

Sources: X. Wang et al., Real-ESRGAN, ICCV Workshops 2021, https://arxiv.org/abs/2107.10833; run
with ncnn, https://github.com/Tencent/ncnn
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from generators.base import Ticket
from generators.errors import GenerationFailed

__all__ = ["enlarged"]

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]

_MODEL_SCALE = 4
_TILE_PX = 192
_PAD_PX = 12
_MAX_SIDE_PX = 16_384


def enlarged(
    pixels: Pixels,
    scale: Literal[2, 3, 4],
    ticket: Ticket,
    weights: tuple[Path, ...] = (),
) -> tuple[Pixels, str]:
    """Return a picture `scale` times as large, and how it was done.

    Opacity is enlarged on its own, by Lanczos.

    Args:
        pixels: (h, w, 3 or 4) sRGB.
        scale: How many times.
        ticket: Progress and the wish to stop.
        weights: The ``.param`` and ``.bin`` files of a four-times model; empty does without.

    Raises:
        GenerationFailed: The result would be too large, or the weights cannot be read.
        GenerationCancelled: The ticket asked to stop.
    """
    height, width = pixels.shape[:2]
    if max(height, width) * scale > _MAX_SIDE_PX:
        raise GenerationFailed(
            f"{width} × {height} px times {scale} is over {_MAX_SIDE_PX}; enlarge it less"
        )
    size = (width * scale, height * scale)
    colors = np.ascontiguousarray(pixels[..., :3])
    if weights:
        made = _by_net(colors, weights, ticket)
        if scale != _MODEL_SCALE:
            made = np.asarray(cv2.resize(made, size, interpolation=cv2.INTER_AREA), np.uint8)
        how = weights[0].stem
    else:
        ticket.step(0.2, "enlarging")
        made = np.asarray(cv2.resize(colors, size, interpolation=cv2.INTER_LANCZOS4), np.uint8)
        how = "lanczos"
    if pixels.shape[2] == 4:
        alpha = cv2.resize(pixels[..., 3], size, interpolation=cv2.INTER_LANCZOS4)
        made = np.dstack([made, alpha])
    ticket.progress(1.0, "done")
    return made, how


def _by_net(pixels: Pixels, weights: tuple[Path, ...], ticket: Ticket) -> Pixels:
    net = _net(weights)
    height, width = pixels.shape[:2]
    around = ((_PAD_PX, _PAD_PX), (_PAD_PX, _PAD_PX), (0, 0))
    wide = np.pad(pixels.astype(np.float32) / 255, around, mode="symmetric")
    made = np.empty((height * _MODEL_SCALE, width * _MODEL_SCALE, 3), np.uint8)
    places = list(_tiles(height, width))
    pad = _PAD_PX * _MODEL_SCALE
    for number, (top, left, bottom, right) in enumerate(places):
        ticket.step(number / len(places), f"enlarging part {number + 1} of {len(places)}")
        tile = wide[top : bottom + 2 * _PAD_PX, left : right + 2 * _PAD_PX]
        told = net(np.ascontiguousarray(tile.transpose(2, 0, 1)))
        inner = told[:, pad : told.shape[1] - pad, pad : told.shape[2] - pad]
        place = np.s_[
            top * _MODEL_SCALE : bottom * _MODEL_SCALE,
            left * _MODEL_SCALE : right * _MODEL_SCALE,
        ]
        made[place] = np.round(np.clip(inner.transpose(1, 2, 0), 0, 1) * 255).astype(np.uint8)
    return made


def _tiles(height: int, width: int) -> Iterator[tuple[int, int, int, int]]:
    for top in range(0, height, _TILE_PX):
        for left in range(0, width, _TILE_PX):
            yield top, left, min(height, top + _TILE_PX), min(width, left + _TILE_PX)


def _net(weights: tuple[Path, ...]) -> Callable[[Floats], Floats]:
    try:
        import ncnn  # noqa: PLC0415 - optional beside Lanczos
    except ImportError as error:
        raise GenerationFailed(
            "ncnn is missing: pip install 'danqing[photo]', or enlarge without weights"
        ) from error
    held = ncnn.Net()
    held.opt.use_vulkan_compute = False
    held.opt.num_threads = 2
    held.opt.use_fp16_arithmetic = False
    param = next((path for path in weights if path.suffix == ".param"), None)
    binary = next((path for path in weights if path.suffix == ".bin"), None)
    if param is None or binary is None or held.load_param(str(param)):
        raise GenerationFailed("the weights need a .param and a .bin file; fetch them again")
    if held.load_model(str(binary)):
        raise GenerationFailed(f"{binary.name} cannot be read; fetch it again")

    def run(tile: Floats) -> Floats:
        pass_through = held.create_extractor()
        pass_through.input("data", ncnn.Mat(tile))
        failed, told = pass_through.extract("output")
        if failed:
            raise GenerationFailed(f"{binary.name} does not fit this picture; fetch it again")
        return np.asarray(np.array(told), np.float32)

    return run
