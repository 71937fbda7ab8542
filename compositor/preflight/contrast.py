"""Contrast of text with the pixels that really lie behind its ink: WCAG ratio and APCA Lc.

Colors are arrays (n, 3), sRGB, 0–255.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compositor.color import Color
from compositor.geometry import Size
from compositor.preflight.ink import InkSample
from compositor.preflight.placed import PlacedText

__all__ = [
    "Standing",
    "apca_lc",
    "luminance",
    "needed_contrast",
    "needed_lc",
    "standing",
    "viewed_px",
    "wcag_ratio",
    "worst_lc",
    "worst_ratio",
]

Channels = NDArray[np.float64]

_WORST_SHARE = 5.0
"""Percentile taken as the worst place; the design rules' text_on_photo."""
_VIEWED_PX = 1080.0
"""Shorter side that a page is seen at; smaller pages are seen as they are."""


@dataclass(frozen=True)
class Standing:
    """How a text stands out.

    Attributes:
        worst: Contrast at the worst twentieth of its ink.
        usual: Contrast that half of its ink exceeds.
        share: Part of its ink below what is needed, 0–1.
    """

    worst: float
    usual: float
    share: float


def luminance(pixels: NDArray[np.generic]) -> Channels:
    """Return relative luminance, 0–1, of sRGB channels 0–255.

    Source: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    """
    channels = pixels[..., :3].astype(np.float64) / 255
    linear = np.where(
        channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4
    )
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]), dtype=np.float64)


def wcag_ratio(front: Channels, behind: Channels) -> Channels:
    """Return the WCAG ratio, 1–21, at every pixel."""
    one, two = luminance(front) + 0.05, luminance(behind) + 0.05
    return np.asarray(np.maximum(one, two) / np.minimum(one, two))


def apca_lc(front: Channels, behind: Channels) -> Channels:
    """Return the size of APCA's Lc, 0–108, at every pixel.

    Source: https://github.com/Myndex/SAPC-APCA (constants 0.98G-4g)
    """
    text, ground = _screen_luminance(front), _screen_luminance(behind)
    dark_text = (ground**0.56 - text**0.57) * 1.14
    light_text = (text**0.62 - ground**0.65) * 1.14
    score = np.where(ground > text, dark_text, light_text)
    return np.where(score < 0.1, 0.0, (score - 0.027) * 100)


def _screen_luminance(pixels: Channels) -> Channels:
    found = (pixels[..., :3] / 255) ** 2.4 @ np.array([0.2126729, 0.7151522, 0.0721750])
    return np.asarray(found + np.maximum(0.022 - found, 0.0) ** 1.414)


def standing(sample: InkSample, needed: float, *, by_apca: bool = False) -> Standing:
    """Return how a text's ink stands out; a letter reads by its fill or by its outline."""
    measure = apca_lc if by_apca else wcag_ratio
    best = np.max([measure(front, sample.behind) for front in sample.fronts], axis=0)
    short = float(np.mean(best < needed - 0.005))
    worst, usual = np.percentile(best, (_WORST_SHARE, 50.0))
    return Standing(float(worst), float(usual), short)


def worst_lc(color: Color, behind: Channels) -> float:
    """Return the APCA Lc of a color at the worst twentieth of the pixels behind it."""
    front = np.array([channel * 255 for channel in color.srgb])
    return float(np.percentile(apca_lc(front[None, :], behind), _WORST_SHARE))


def worst_ratio(color: Color, behind: Channels) -> float:
    """Return the WCAG ratio of a color at the worst twentieth of the pixels behind it."""
    front = np.array([channel * 255 for channel in color.srgb])
    return float(np.percentile(wcag_ratio(front[None, :], behind), _WORST_SHARE))


def viewed_px(size_px: float, page: Size) -> float:
    """Return how large a length is where the page is seen 1080 px wide or less."""
    return size_px * min(1.0, _VIEWED_PX / page.shorter)


def _is_bold(text: PlacedText) -> bool:
    weights = [run.face.weight for line in text.item.block.lines for run in line.runs]
    return bool(weights) and min(weights) >= 700


def needed_contrast(text: PlacedText, page: Size) -> float:
    """Return the WCAG ratio a text needs: 3 when large or a label on a product, else 4.5.

    Large is 24 px, or 18.66 px bold, where the page is seen 1080 px wide or less: on bigger
    pages sizes are scaled to that before they are compared.

    Source: https://www.w3.org/TR/WCAG22/#contrast-minimum
    """
    size = viewed_px(text.size_px, page)
    large = size >= 24 or (_is_bold(text) and size >= 18.66)
    return 3.0 if large or text.item.role == "label" else 4.5


def needed_lc(text: PlacedText, page: Size) -> float:
    """Return the APCA Lc a text needs: 45 for headlines, 60 below 36 px, 75 for small text.

    Source: contrast.apca_note of the design rules; sizes from
    https://git.apcacontrast.com/documentation/APCA_in_a_Nutshell
    """
    size = viewed_px(text.size_px, page) * (1.5 if _is_bold(text) else 1.0)
    if size >= 36:
        return 45.0
    return 60.0 if size >= 24 else 75.0
