"""Studio pictures: finished layers as pixels and as PNG files, with what is known of them."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generators.base import Fact

__all__ = ["StudioPicture", "png_of"]


@dataclass(frozen=True, eq=False)
class StudioPicture:
    """What the studio made.

    Attributes:
        layers: beauty always (RGB, or RGBA when transparent); object and shadow (RGBA, straight
            alpha; multiply the shadow, lay the object over it normally) when layered.
        facts: variant, mitsuba, wall_s, cpu_s, spp, from_cache, digest …
    """

    layers: dict[str, NDArray[np.uint8]]
    facts: dict[str, Fact] = field(default_factory=dict)

    @property
    def beauty(self) -> NDArray[np.uint8]:
        """The picture itself."""
        return self.layers["beauty"]

    def png(self, layer: str = "beauty") -> bytes:
        """Return a layer as a PNG file."""
        return png_of(self.layers[layer])


def png_of(pixels: NDArray[np.uint8]) -> bytes:
    """Return pixels as a PNG file; the same pixels give the same bytes."""
    held = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(held, "PNG", compress_level=4)
    return held.getvalue()
