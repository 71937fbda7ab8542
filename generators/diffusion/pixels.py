"""Pixels: pictures from bytes and back, fitted to what a model can paint."""

from __future__ import annotations

import io
import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generators.errors import GenerationFailed

__all__ = [
    "composited",
    "fitted",
    "opened",
    "outset",
    "padded",
    "png_of",
    "size_to_paint",
    "tiles_of",
    "upscaled",
]

Picture = Image.Image


def opened(data: bytes, mode: str = "RGB") -> Picture:
    """Return a stored picture in a mode; what is clear becomes white where there is no alpha.

    Raises:
        GenerationFailed: The bytes are no picture.
    """
    try:
        with Image.open(io.BytesIO(data)) as read:
            read.load()
            if mode == "RGB" and (
                read.mode in ("RGBA", "LA", "PA") or "transparency" in read.info
            ):
                clear = read.convert("RGBA")
                ground = Image.new("RGBA", clear.size, "white")
                return Image.alpha_composite(ground, clear).convert("RGB")
            return read.convert(mode)
    except (OSError, Image.DecompressionBombError) as error:
        raise GenerationFailed(
            f"a picture of the order cannot be read ({error}); store it as PNG, JPEG or WebP"
        ) from error


def png_of(picture: Picture) -> bytes:
    """Return a picture as a PNG file; the same pixels give the same bytes."""
    held = io.BytesIO()
    picture.save(held, "PNG", compress_level=3)
    return held.getvalue()


def size_to_paint(
    wanted: tuple[int, int], multiple: int, least: float, most: float, scale: float = 1.0
) -> tuple[int, int]:
    """Return the sides a model paints a picture at: its shape, in an area the model knows.

    >>> size_to_paint((1080, 1440), 16, 524288, 1048576)
    (896, 1184)
    >>> size_to_paint((64, 64), 8, 524288, 1048576)
    (728, 728)
    """
    width, height = wanted
    area = width * height
    factor = math.sqrt(min(max(area, least), most) / area) * scale
    return (
        max(multiple, round(width * factor / multiple) * multiple),
        max(multiple, round(height * factor / multiple) * multiple),
    )


def fitted(picture: Picture, size: tuple[int, int]) -> Picture:
    """Return a picture in exactly that size, its shape kept, its overhang cut off evenly."""
    if picture.size == size:
        return picture
    width, height = size
    factor = max(width / picture.width, height / picture.height)
    kept = (width / factor, height / factor)
    left, top = (picture.width - kept[0]) / 2, (picture.height - kept[1]) / 2
    box = (left, top, left + kept[0], top + kept[1])
    return picture.resize(size, Image.Resampling.LANCZOS, box=box)


def padded(picture: Picture, multiple: int) -> Picture:
    """Return a picture grown at right and foot, mirrored, to sides that are multiples."""
    width, height = (-(-side // multiple) * multiple for side in picture.size)
    if (width, height) == picture.size:
        return picture
    pixels = np.asarray(picture)
    after = [(0, height - picture.height), (0, width - picture.width)]
    after += [(0, 0)] * (pixels.ndim - 2)
    return Image.fromarray(np.pad(pixels, after, mode="symmetric"))


def outset(picture: Picture, margins: tuple[int, int, int, int]) -> tuple[Picture, Picture]:
    """Return a picture on a larger canvas that continues its edges, and the mask of the new.

    Args:
        picture: RGB.
        margins: px at left, top, right, bottom.
    """
    left, top, right, bottom = margins
    pixels = np.asarray(picture)
    grown = np.pad(pixels, ((top, bottom), (left, right), (0, 0)), mode="edge")
    mask = np.full(grown.shape[:2], 255, np.uint8)
    mask[top : top + picture.height, left : left + picture.width] = 0
    return Image.fromarray(grown), Image.fromarray(mask)


def composited(original: Picture, painted: Picture, mask: Picture) -> Picture:
    """Return the original with the painted where the mask is white.

    Where the mask is black every byte is the original's; gray mixes the two.
    """
    below = np.asarray(original)
    above = np.asarray(painted.convert(original.mode))
    share = np.asarray(mask.convert("L"), np.float32)[..., None] / 255
    mixed = np.rint(below * (1 - share) + above * share).astype(np.uint8)
    return Image.fromarray(np.where(share == 0, below, mixed), original.mode)


def tiles_of(size: tuple[int, int], tile: int, overlap: int) -> list[tuple[int, int, int, int]]:
    """Return boxes (left, top, right, bottom) that cover a size and overlap, row by row.

    >>> tiles_of((100, 40), 64, 16)
    [(0, 0, 64, 40), (36, 0, 100, 40)]
    """
    return [
        (x, y, min(x + tile, size[0]), min(y + tile, size[1]))
        for y in _starts(size[1], tile, overlap)
        for x in _starts(size[0], tile, overlap)
    ]


def _starts(side: int, tile: int, overlap: int) -> list[int]:
    if side <= tile:
        return [0]
    count = math.ceil((side - overlap) / (tile - overlap))
    return [round(number * (side - tile) / (count - 1)) for number in range(count)]


def upscaled(
    picture: Picture, scale: int, tile: int, refine: Callable[[Picture, float], Picture]
) -> Picture:
    """Return a picture enlarged, then refined tile by tile, the seams faded into one another.

    Args:
        picture: RGB.
        scale: Of the sides.
        tile: Side of a tile, px.
        refine: Returns a tile repainted; told the share of tiles done before it.
    """
    size = (picture.width * scale, picture.height * scale)
    large = picture.resize(size, Image.Resampling.LANCZOS)
    boxes = tiles_of(size, tile, tile // 4)
    total = np.zeros((size[1], size[0], 3), np.float32)
    weights = np.zeros((size[1], size[0], 1), np.float32)
    for number, (left, top, right, bottom) in enumerate(boxes):
        made = refine(large.crop((left, top, right, bottom)), number / len(boxes))
        weight = _ramp(bottom - top)[:, None, None] * _ramp(right - left)[None, :, None]
        place = np.s_[top:bottom, left:right]
        total[place] += np.asarray(made.convert("RGB"), np.float32) * weight
        weights[place] += weight
    return Image.fromarray(np.rint(total / weights).clip(0, 255).astype(np.uint8))


def _ramp(length: int) -> NDArray[np.float32]:
    """Return weights that are highest in the middle and never zero."""
    middle = np.arange(length, dtype=np.float32) + 0.5
    ramp: NDArray[np.float32] = np.minimum(middle, length - middle) / length
    return ramp
