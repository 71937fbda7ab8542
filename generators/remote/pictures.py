"""Pictures on their way out and back: prepared for a service, fitted to what was ordered."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageOps, UnidentifiedImageError

from compositor.document import AssetStore
from generators.errors import GenerationFailed
from generators.order import ImageOrder
from generators.remote.material import media_type_of

__all__ = ["Prepared", "as_base64", "finished", "png_of", "prepared", "with_alpha_mask"]


@dataclass(frozen=True)
class Prepared:
    """What of an order is made of pixels.

    Attributes:
        image: PNG to start from, with its margins; None starts from nothing.
        mask: PNG of one channel, white where it is painted anew; None repaints all of it.
        size: px of the result, width and height.
    """

    image: bytes | None
    mask: bytes | None
    size: tuple[int, int]


def prepared(order: ImageOrder, assets: AssetStore) -> Prepared:
    """Return the pixels of an order; margins become a larger picture and a mask."""
    if order.image is None:
        return Prepared(None, None, (order.width, order.height))
    image = _opened(assets.read(order.image))
    if order.scale > 1:
        size = (image.width * order.scale, image.height * order.scale)
        return Prepared(_png(image), None, size)
    mask = None
    if order.mask is not None:
        mask = _opened(assets.read(order.mask)).convert("L")
        if mask.size != image.size:
            raise GenerationFailed(
                f"the mask is {mask.width} × {mask.height} px, its picture {image.width} × "
                f"{image.height}; make them the same size"
            )
    if any(order.margins):
        left, top, right, bottom = order.margins
        size = (image.width + left + right, image.height + top + bottom)
        wider = Image.new("L", size, 255)
        wider.paste(mask if mask is not None else Image.new("L", image.size, 0), (left, top))
        canvas = Image.new("RGBA", size, (128, 128, 128, 0))
        canvas.paste(image, (left, top))
        image, mask = canvas, wider
    return Prepared(_png(image), None if mask is None else _png(mask), image.size)


def finished(data: bytes, given: Prepared) -> tuple[bytes, tuple[str, ...]]:
    """Return a result at the size ordered, untouched outside the mask, and what was done.

    A result that already is as it should be comes back byte for byte.
    """
    notes: list[str] = []
    made = _opened(data)
    if made.size != given.size:
        width, height = given.size
        notes.append(f"came as {made.width} × {made.height} px, fitted to {width} × {height}")
        made = ImageOps.fit(made, given.size, Image.Resampling.LANCZOS)
    if given.mask is not None and given.image is not None:
        before, mask = _opened(given.image), _opened(given.mask).convert("L")
        if before.mode == "RGBA" and not _is_clear(before):
            before = before.convert("RGB")
        if any(mask.getextrema()):
            made = Image.composite(made.convert(before.mode), before, mask)
        else:
            made = before
        if before.mode == "RGBA" and not _is_clear(made):
            made = made.convert("RGB")
    elif not notes:
        return data, ()
    return _png(made), tuple(notes)


def with_alpha_mask(image: bytes, mask: bytes) -> bytes:
    """Return a PNG that is clear where the mask is white, as services ask for it."""
    picture = _opened(image).convert("RGBA")
    picture.putalpha(ImageOps.invert(_opened(mask).convert("L")))
    return _png(picture)


def png_of(data: bytes) -> bytes:
    """Return any picture as PNG; a PNG comes back as it is."""
    return data if media_type_of(data) == "image/png" else _png(_opened(data))


def as_base64(data: bytes) -> str:
    """Return bytes as the text JSON carries."""
    return base64.b64encode(data).decode("ascii")


def _opened(data: bytes) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(data))
        picture.load()
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise GenerationFailed(
            f"a picture of {len(data)} bytes cannot be read: {error}"
        ) from error
    mode: Literal["RGB", "RGBA", "L"] = "RGB"
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        mode = "RGBA"
    elif picture.mode == "L":
        mode = "L"
    return picture if picture.mode == mode else picture.convert(mode)


def _is_clear(picture: Image.Image) -> bool:
    """Return whether any pixel of an RGBA picture lets something through."""
    low, _ = picture.getchannel("A").getextrema()
    return int(low) < 255  # type: ignore[arg-type]  # one channel has one pair


def _png(picture: Image.Image) -> bytes:
    held = io.BytesIO()
    picture.save(held, "PNG", compress_level=6)
    return held.getvalue()
