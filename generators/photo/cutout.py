"""Cut-outs: a product freed of its ground, its own pixels untouched."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from generators.base import Fact, Ticket
from generators.errors import GenerationFailed
from generators.photo.matting import matte_of, trimap_of, unmixed
from generators.photo.subject import Click, find_subject

__all__ = ["Cutout", "cut_out"]

MAX_SIDE_PX = 8192


@dataclass(frozen=True, eq=False)
class Cutout:
    """A product without its ground.

    Attributes:
        pixels: (h, w, 4) sRGB, straight alpha, as large as the photograph.
        facts: finder, share, soft_px, solid_px, solid_sha256, is_untouched.
    """

    pixels: NDArray[np.uint8]
    facts: dict[str, Fact]

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of what shows, px."""
        rows, columns = np.nonzero(self.pixels[..., 3] > 8)
        return (
            int(columns.min()),
            int(rows.min()),
            int(columns.max()) + 1,
            int(rows.max()) + 1,
        )


def cut_out(
    pixels: NDArray[np.uint8],
    ticket: Ticket,
    *,
    click: Click | None = None,
    model: Path | None = None,
) -> Cutout:
    """Return the subject of a photograph.

    Args:
        pixels: (h, w, 3) sRGB.
        ticket: Progress and the wish to stop.
        click: A place on the product, in fractions of width and height.
        model: A salient-object net in ONNX (U-2-Net, ISNet, BiRefNet); None works without.

    Raises:
        GenerationFailed: It is no picture, too large, or nothing stands out.
        GenerationCancelled: The ticket asked to stop.
    """
    _check(pixels, click)
    ticket.step(0.05, "looking for the product")
    found = find_subject(pixels, click, model)
    ticket.step(0.3, "drawing its edge")
    trimap = trimap_of(found.likelihood)
    if not (trimap == 1).any():
        trimap = np.where(found.likelihood > 0.5, 1.0, trimap).astype(np.float32)
    matte = matte_of(pixels, trimap)
    ticket.step(0.85, "freeing its colors")
    colors = unmixed(pixels, matte)
    alpha = np.round(matte * 255).astype(np.uint8)
    solid = alpha == 255
    before, after = _digest(pixels, solid), _digest(colors, solid)
    if before != after:
        raise GenerationFailed("pixels inside the product changed; nothing was written")
    made = np.dstack([colors, alpha])
    made[alpha == 0] = 0
    ticket.progress(1.0, "done")
    return Cutout(
        made,
        {
            "finder": found.how,
            "share": round(float(matte.mean()), 4),
            "soft_px": int(((alpha > 0) & ~solid).sum()),
            "solid_px": int(solid.sum()),
            "solid_sha256": after,
            "is_untouched": True,
        },
    )


def _check(pixels: NDArray[np.uint8], click: Click | None) -> None:
    if pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.dtype != np.uint8:
        raise GenerationFailed("a photograph is (height, width, 3) of uint8; convert it to RGB")
    if min(pixels.shape[:2]) < 16 or max(pixels.shape[:2]) > MAX_SIDE_PX:
        height, width = pixels.shape[:2]
        raise GenerationFailed(
            f"the photograph is {width} × {height} px; each side must be 16 to {MAX_SIDE_PX}"
        )
    if click is not None and not all(0 <= value < 1 for value in click):
        raise GenerationFailed(
            f"the click is at {click}; give fractions of width and height, 0 to 1"
        )


def _digest(pixels: NDArray[np.uint8], where: NDArray[np.bool_]) -> str:
    return hashlib.sha256(np.ascontiguousarray(pixels[where]).tobytes()).hexdigest()
