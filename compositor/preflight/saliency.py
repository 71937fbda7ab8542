"""What a picture is about: the drawn subject's silhouette, else where a photo draws the eye.

Masks are arrays (height, width), 0–1, of the trim at `scale` pixels per px.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compositor.document import AssetStore
from compositor.drawing.draw import render
from compositor.geometry import Box
from compositor.layout.bounds import item_bounds
from compositor.layout.frame import Frame, FrameGroup, FrameImage, FrameItem, walk_items
from compositor.preflight.ink import Look

__all__ = ["Subject", "salience", "subject_of"]

Mask = NDArray[np.float64]

_MASK_PX = 360.0
_FLAT = 0.01
_GROUND_FROM = 0.5
"""A subject that fills more of the page than this is a ground, not a subject."""
_PHOTO_FROM = 0.2
"""Part of the page from which a photo is what the page is about."""


@dataclass(frozen=True)
class Subject:
    """What the picture is about.

    Attributes:
        mask: How much each place belongs to it.
        scale: Pixels of the mask per px.
        layer: Id of the item it was found in.
        is_drawn: Whether the mask is a silhouette; else it is a guess from the pixels.
    """

    mask: Mask
    scale: float
    layer: str
    is_drawn: bool

    def at(self, places: NDArray[np.intp], scale: float) -> Mask:
        """Return the mask at places that are pixels of a picture at that scale."""
        height, width = self.mask.shape
        found = np.floor((places + 0.5) * (self.scale / scale)).astype(np.intp)
        columns = np.clip(found[:, 0], 0, width - 1)
        rows = np.clip(found[:, 1], 0, height - 1)
        return np.asarray(self.mask[rows, columns])


def subject_of(frame: Frame, assets: AssetStore, look: Look) -> Subject | None:
    """Return the subject of a page; None when there is only a ground.

    Drawn pictures keep every subject in a group with role `visual`, below the group of the
    whole picture. A photo has no layers: there the eye is modelled instead.
    """
    drawn = [item.id for item in _drawn_subjects(frame.items)]
    scale = min(1.0, _MASK_PX / max(frame.size))
    if drawn:
        pixels = render(frame, assets.read, scale=scale, only=frozenset(drawn))
        mask = (pixels[..., 3] >= 128).astype(np.float64)
        if not mask.any() or mask.mean() > _GROUND_FROM:
            return None
        return Subject(mask, scale, drawn[0], is_drawn=True)
    page = Box(0, 0, *frame.size)
    photos = [
        (item_bounds(item, transform).intersection(page).area, item.id)
        for item, transform in walk_items(frame.items)
        if isinstance(item, FrameImage) and item.role in ("visual", "other")
    ]
    area, layer = max(photos, default=(0.0, ""))
    if area < _PHOTO_FROM * page.area:
        return None
    found = salience(look.behind)
    return Subject(found, found.shape[1] / frame.size.width, layer, is_drawn=False)


def _drawn_subjects(items: tuple[FrameItem, ...]) -> list[FrameItem]:
    """The innermost groups with role `visual` that have no such group inside."""
    found: list[FrameItem] = []
    for item in items:
        if not isinstance(item, FrameGroup):
            continue
        inner = _drawn_subjects(item.children)
        if inner:
            found += inner
        elif item.role == "visual" and _is_a_thing(item):
            found.append(item)
    return found


def _is_a_thing(group: FrameGroup) -> bool:
    """Whether a group draws something of its own and brings no ground of its own."""
    draws = any(not isinstance(child, FrameGroup) for child in group.children)
    return draws and all(child.role != "background" for child in group.children)


def salience(pixels: NDArray[np.uint8], longest: int = 64) -> Mask:
    """Return where the eye goes in a picture, 0–1, on a small grid of the same shape.

    The spectral residual finds what is unusual; color far from the picture's mean and a
    mild pull to the middle join it.

    Source: X. Hou and L. Zhang, Saliency Detection: A Spectral Residual Approach, CVPR 2007,
    https://doi.org/10.1109/CVPR.2007.383267
    """
    small = _shrunk(pixels[..., :3].astype(np.float64) / 255, longest)
    gray = small @ np.array([0.299, 0.587, 0.114])
    if float(np.ptp(small)) < _FLAT:
        return np.zeros_like(gray)
    spectrum = np.fft.fft2(gray)
    amplitude = np.log(np.abs(spectrum) + 1e-9)
    residual = amplitude - _blurred(amplitude, 1)
    sharp = np.abs(np.fft.ifft2(np.exp(residual + 1j * np.angle(spectrum)))) ** 2
    unusual = _scaled(_blurred(np.asarray(sharp, dtype=np.float64), 2))
    far = small - small.mean(axis=(0, 1))
    colorful = _scaled(_blurred(np.sqrt((far**2).sum(axis=2)), 1))
    height, width = gray.shape
    y, x = np.mgrid[0:height, 0:width]
    middle = np.exp(-(((x / width - 0.5) / 0.45) ** 2 + ((y / height - 0.47) / 0.45) ** 2) / 2)
    return _scaled((0.55 * unusual + 0.45 * colorful) * (0.5 + 0.5 * middle))


def _shrunk(picture: Mask, longest: int) -> Mask:
    """Return block means; sides become at most `longest`."""
    height, width = picture.shape[:2]
    step = max(1, -(-max(height, width) // longest))
    rows, columns = max(1, height // step), max(1, width // step)
    kept = picture[: rows * step, : columns * step]
    if kept.shape[0] < step or kept.shape[1] < step:
        return picture
    return np.asarray(kept.reshape(rows, step, columns, step, -1).mean(axis=(1, 3)))


def _blurred(picture: Mask, radius: int) -> Mask:
    """Return box means over (2 · radius + 1) squares, edges repeated."""
    side = 2 * radius + 1
    padded = np.pad(picture, radius, mode="edge")
    sums = np.cumsum(np.cumsum(padded, axis=0), axis=1)
    sums = np.pad(sums, ((1, 0), (1, 0)))
    found = (
        sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    )
    return np.asarray(found / side**2)


def _scaled(picture: Mask) -> Mask:
    low, high = float(picture.min()), float(picture.max())
    if high - low < 1e-9:
        return np.zeros_like(picture)
    return np.asarray((picture - low) / (high - low))
