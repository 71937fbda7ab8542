"""PNG, JPEG and WebP, one file per page, encoded by libvips. sRGB profile, no time stamps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pyvips
from numpy.typing import NDArray

from compositor.canvas.raster import is_opaque, pixel_size
from compositor.drawing import render
from compositor.export.base import Export, ExportRequest, written
from compositor.units import PX_PER_INCH

__all__ = ["encode_png", "write_jpeg", "write_png", "write_webp"]

_OPAQUE = 255


def write_png(request: ExportRequest) -> tuple[Export, ...]:
    """Write page-N.png: lossless, transparent where the page is."""
    return _write(request, "png", encode_png)


def write_jpeg(request: ExportRequest) -> tuple[Export, ...]:
    """Write page-N.jpg: quality 92, full color resolution, transparency on white."""
    return _write(request, "jpg", _encode_jpeg)


def write_webp(request: ExportRequest) -> tuple[Export, ...]:
    """Write page-N.webp: quality 90, transparent where the page is."""
    return _write(request, "webp", _encode_webp)


def encode_png(pixels: NDArray[np.uint8], scale: float = 1.0) -> bytes:
    """Return RGBA pixels as a PNG file; alpha is left out when nothing shows through.

    Args:
        pixels: (height, width, 4), straight alpha.
        scale: Pixels per px, kept in the file as resolution.
    """
    # Filter "sub" at level 2: within 3 % of the smallest file, in half the time of level 4.
    data: bytes = _picture(pixels, scale).pngsave_buffer(
        compression=2, filter="sub", profile="srgb", keep="icc"
    )
    return data


def _encode_jpeg(pixels: NDArray[np.uint8], scale: float) -> bytes:
    picture = _picture(pixels, scale)
    if picture.hasalpha():
        picture = picture.flatten(background=[_OPAQUE] * 3)
    data: bytes = picture.jpegsave_buffer(
        Q=92, subsample_mode="off", optimize_coding=True, profile="srgb", keep="icc"
    )
    return data


def _encode_webp(pixels: NDArray[np.uint8], scale: float) -> bytes:
    data: bytes = _picture(pixels, scale).webpsave_buffer(
        Q=90, smart_subsample=True, profile="srgb", keep="icc"
    )
    return data


def _picture(pixels: NDArray[np.uint8], scale: float) -> Any:
    height, width = pixels.shape[:2]
    held = pyvips.Image.new_from_memory(
        np.ascontiguousarray(pixels).data, width, height, 4, "uchar"
    )
    kept = held.extract_band(0, n=3) if is_opaque(pixels) else held
    per_mm = scale * PX_PER_INCH / 25.4
    return kept.copy(interpretation="srgb", xres=per_mm, yres=per_mm)


def _write(
    request: ExportRequest,
    suffix: str,
    encode: Callable[[NDArray[np.uint8], float], bytes],
) -> tuple[Export, ...]:
    for frame in request.frames:
        pixel_size(frame.size, request.scale)
    made: list[Export] = []
    for number, frame in enumerate(request.frames, start=1):
        pixels = render(frame, request.read_asset, request.scale, hide_text=request.hide_text)
        made.append(
            written(
                request.folder / f"page-{number}.{suffix}",
                encode(pixels, request.scale),
                suffix,
                (pixels.shape[1], pixels.shape[0]),
            )
        )
    return tuple(made)
