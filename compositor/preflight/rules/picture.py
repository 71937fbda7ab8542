"""The page as a picture: words off the subject, few colors, enough tones, well filled."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from compositor.geometry import Box
from compositor.preflight.finding import Finding
from compositor.preflight.measured import Fault, MeasuredPage
from compositor.preflight.placed import PlacedText
from compositor.preflight.remedy import Recompose

__all__ = ["color_and_tone", "fill", "subject_overlap"]

Grid = NDArray[np.float64]


def subject_overlap(page: MeasuredPage) -> Iterator[Finding]:
    """Yield text that stands on what the picture is about."""
    return iter(())


def color_and_tone(page: MeasuredPage) -> Iterator[Finding]:
    return iter(())


def fill(page: MeasuredPage) -> Iterator[Finding]:
    return iter(())
