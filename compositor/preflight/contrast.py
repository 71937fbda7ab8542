"""Contrast of text with the pixels that really lie behind it.

Pixels are an array of straight RGBA, uint8, shape (height, width, 4), of the page drawn
without its text, bleed not included, at `scale` pixels per px.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compositor.color import Color
from compositor.color.contrast import relative_luminance
from compositor.document import LinearGradient, Paint, RadialGradient, SolidPaint, SweepGradient
from compositor.geometry import Size
from compositor.preflight.placed import PlacedText

__all__ = ["Behind", "contrast_behind", "needed_contrast", "paint_colors"]

Pixels = NDArray[np.uint8]

_WORST_SHARE = 5.0
"""Percentile taken as the worst place; the design rules' text_on_photo."""


@dataclass(frozen=True)
class Behind:
    """What lies behind the text of a page."""

    pixels: Pixels
    scale: float

    def luminances(self, text: PlacedText) -> NDArray[np.float64]:
        """Return relative luminance, 0–1, at a grid of places under every line."""
        height, width = self.pixels.shape[:2]
        samples: list[NDArray[np.float64]] = []
        for _, (a, b, _, d) in text.lines:
            across = int(np.clip(np.hypot(b.x - a.x, b.y - a.y) * self.scale / 2, 4, 240))
            down = int(np.clip(np.hypot(d.x - a.x, d.y - a.y) * self.scale / 2, 3, 60))
            u, v = np.meshgrid(
                (np.arange(across) + 0.5) / across, (np.arange(down) + 0.5) / down
            )
            x = (a.x + u * (b.x - a.x) + v * (d.x - a.x)) * self.scale
            y = (a.y + u * (b.y - a.y) + v * (d.y - a.y)) * self.scale
            columns = np.clip(x, 0, width - 1).astype(int)
            rows = np.clip(y, 0, height - 1).astype(int)
            samples.append(_luminance(self.pixels[rows, columns]))
        return np.concatenate([sample.ravel() for sample in samples])


def _luminance(pixels: Pixels) -> NDArray[np.float64]:
    """Source: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    channels = pixels[..., :3].astype(np.float64) / 255
    linear = np.where(
        channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4
    )
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]), dtype=np.float64)


def contrast_behind(color: Color, luminances: NDArray[np.float64]) -> float:
    """Return the WCAG ratio of a color with its background at the worst twentieth of it."""
    own = relative_luminance(color)
    lighter = np.maximum(luminances, own) + 0.05
    darker = np.minimum(luminances, own) + 0.05
    return float(np.percentile(lighter / darker, _WORST_SHARE))


def paint_colors(paint: Paint) -> tuple[Color, ...]:
    """Return the colors a text paint shows; none when it is a picture."""
    if isinstance(paint, SolidPaint):
        return (paint.color,)
    if isinstance(paint, (LinearGradient, RadialGradient, SweepGradient)):
        return tuple(stop.color for stop in paint.stops)
    return ()


def needed_contrast(text: PlacedText, page: Size) -> float:
    """Return the WCAG ratio a text needs: 3 when large or a label on a product, else 4.5.

    Large is 24 px, or 18.66 px bold, where the page is seen 1080 px wide or less: on bigger
    pages sizes are scaled to that before they are compared.

    Source: https://www.w3.org/TR/WCAG22/#contrast-minimum
    """
    seen = min(1.0, 1080 / page.shorter) * text.transform.mean_scale
    size = text.item.block.size_px * seen
    weights = [run.face.weight for line in text.item.block.lines for run in line.runs]
    bold = bool(weights) and min(weights) >= 700
    large = size >= 24 or (bold and size >= 18.66)
    return 3.0 if large or text.item.role == "label" else 4.5
