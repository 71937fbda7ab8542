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
from compositor.saliency import saliency

__all__ = ["Subject", "subject_of"]

Mask = NDArray[np.float64]

_MASK_PX = 360.0
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
    found = saliency(look.behind)
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
