"""Calm: how quiet a picture is where copy will stand, measured on its pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from compositor.color import Color
from compositor.document import (
    Asset,
    AssetStore,
    Document,
    GroupLayer,
    Layer,
    Page,
    TextLayer,
    solid,
)
from compositor.drawing import render
from compositor.geometry import Box
from compositor.layout.lay_out import lay_out
from compositor.typography.fonts import default_fonts

__all__ = ["EDGE_LIMIT", "SPREAD_LIMIT", "Calm", "measured_calm"]

EDGE_LIMIT = 0.030
"""Mean lightness step from pixel to pixel at 320 px width above which copy is disturbed."""

SPREAD_LIMIT = 0.075
"""Standard deviation of lightness (0–1) above which one text color cannot serve a box."""

_PROBE_PX = 320


@dataclass(frozen=True, kw_only=True)
class Calm:
    """What lies in the calm boxes.

    Attributes:
        edge: Mean of the lightness gradient, 0–1, worst box.
        spread: Standard deviation of lightness, 0–1, worst box.
        color: Mean color of all boxes.
    """

    edge: float
    spread: float
    color: Color

    @property
    def is_calm(self) -> bool:
        """Whether copy can stand here."""
        return self.edge <= EDGE_LIMIT and self.spread <= SPREAD_LIMIT


def measured_calm(
    layers: Sequence[Layer],
    size: tuple[float, float],
    boxes: Sequence[Box],
    ground: Color,
    assets: tuple[AssetStore, dict[str, Asset]],
) -> Calm:
    """Return how quiet the layers are inside boxes given in px; text is left out."""
    width, height = size
    page = Page(
        id="calm-probe",
        width=width,
        height=height,
        background=solid(ground),
        layers=tuple(kept for kept in map(_textless, layers) if kept is not None),
    )
    document = Document(pages=(page,), assets=assets[1])
    frame = lay_out(document, default_fonts(), assets[0])[0]
    scale = min(1.0, _PROBE_PX / width)
    pixels = render(frame, assets[0].read, scale)[..., :3].astype(np.float64) / 255
    worst_edge = worst_spread = 0.0
    means: list[npt.NDArray[np.float64]] = []
    for box in boxes:
        part = _cut(pixels, box, scale)
        if part.shape[0] < 3 or part.shape[1] < 3:
            continue
        light = part @ np.array([0.299, 0.587, 0.114])
        down, across = np.gradient(light)
        worst_edge = max(worst_edge, float(np.hypot(down, across).mean()))
        worst_spread = max(worst_spread, float(light.std()))
        means.append(part.reshape(-1, 3).mean(axis=0))
    mean = np.mean(means, axis=0) if means else np.array(ground.srgb)
    color = Color.from_srgb((float(mean[0]), float(mean[1]), float(mean[2])))
    return Calm(edge=worst_edge, spread=worst_spread, color=color)


def _cut(pixels: npt.NDArray[np.float64], box: Box, scale: float) -> npt.NDArray[np.float64]:
    rows, columns = pixels.shape[:2]
    left, right = max(0, round(box.x * scale)), min(columns, round(box.right * scale))
    top, bottom = max(0, round(box.y * scale)), min(rows, round(box.bottom * scale))
    return pixels[top:bottom, left:right]


def _textless(layer: Layer) -> Layer | None:
    if isinstance(layer, TextLayer):
        return None
    if isinstance(layer, GroupLayer):
        kept = [child for child in map(_textless, layer.children) if child is not None]
        return layer.model_copy(update={"children": tuple(kept)})
    return layer
