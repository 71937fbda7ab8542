"""Clutter: small text over lit windows, rays or a pattern gets a calm ground of its own.

Contrast alone does not tell: each letter may stand out while none can be read, because what
lies behind has details of their size. A calm ground is a fade from the near edge of the page,
or a plate where a fade would hide the subject.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from compositor.color import Color
from compositor.document import (
    AssetStore,
    Document,
    Layer,
    LinearGradient,
    Page,
    Shape,
    SolidPaint,
    Stop,
    VectorLayer,
)
from compositor.document.document import walk
from compositor.geometry import Box
from compositor.geometry.shapes import rectangle, rounded_rectangle
from compositor.layout.frame import Frame
from compositor.preflight.contrast import luminance
from compositor.preflight.ink import Look
from compositor.preflight.placed import PlacedText, placed_texts
from compositor.preflight.subject import subject_of

__all__ = ["CLUTTERED", "calmed", "clutter"]

CLUTTERED: Final = 0.024
"""Detail behind small text from which it is hard to read: see `clutter`. Measured on sixty
posters: smooth skies and flat grounds have 0.02 at most, lit windows and rays 0.025 to 0.06."""
_SMALL: Final = 0.055
"""Em size, in parts of the shorter side, from which letters are larger than such details."""
_ROUND_EM: Final = 0.6
"""What is averaged for the calm version of a ground, in em each way."""
_AROUND_EM: Final = 0.25
_NEAR_EM: Final = 2.4
"""Texts nearer than this share a ground."""
_PAD_EM: Final = 0.75
_SOLID, _SOLIDEST = 0.86, 0.97
"""Opacities of a calm ground."""
_FADE_FROM: Final = 0.62
"""A fade comes from the edge of the page that is nearer, when words stand this far out."""
_MOST_HIDDEN: Final = 0.2
"""Part of the subject that a fade may hide."""


@dataclass(frozen=True)
class _Place:
    """Texts that share a ground, and the box around them, px of the page."""

    texts: tuple[PlacedText, ...]
    box: Box
    em: float
    detail: float

    @property
    def opacity(self) -> float:
        """How solid a ground has to be so that half of what is allowed shows through."""
        return min(_SOLIDEST, max(_SOLID, 1 - 0.5 * CLUTTERED / self.detail))


def clutter(look: Look, text: PlacedText) -> float:
    """Return how much detail lies behind a text: of lightness, 0–1, root mean square.

    Args:
        look: The page without its text.
        text: Where the letters stand; what is smaller than about an em counts as detail.
    """
    em = text.size_px * look.scale
    box, pad = text.ink, _AROUND_EM * em
    left, top = int(max(0.0, box.x * look.scale - pad)), int(max(0.0, box.y * look.scale - pad))
    right = int(box.right * look.scale + pad) + 1
    bottom = int(box.bottom * look.scale + pad) + 1
    pixels = look.behind[top:bottom, left:right]
    if min(pixels.shape[:2]) < 2:
        return 0.0
    lightness = np.cbrt(luminance(pixels))
    calm = _averaged(lightness, max(2, round(_ROUND_EM * em)))
    return float(np.sqrt(np.mean((lightness - calm) ** 2)))


def calmed(
    document: Document, index: int, frame: Frame, look: Look, assets: AssetStore, ground: Color
) -> Document:
    """Return the document with calm grounds under the cluttered texts of a page.

    Args:
        document: The composed design.
        index: Of the page.
        frame: The page, laid out.
        look: The page without its text.
        assets: Pictures.
        ground: Color of the grounds.
    """
    short = min(frame.size)
    texts = [
        text
        for text in placed_texts(frame)
        if text.item.role not in ("label", "cta") and text.size_px < _SMALL * short
    ]
    if not any(clutter(look, text) >= CLUTTERED for text in texts):
        return document
    page = document.pages[index]
    subject = subject_of(frame, assets, look)
    grounds: list[Layer] = []
    for place in _places(texts, look):
        fade = _fade(place, page, ground, len(grounds))
        hides = 0.0
        if fade is not None and subject is not None and subject.is_drawn:
            hides = _hidden(subject.mask, _zone(place, page), subject.scale)
        if fade is None or hides > _MOST_HIDDEN or _on_panel(place, page):
            grounds.append(_plate(place, page, ground, len(grounds)))
        else:
            grounds.append(fade)
    return _under_words(document, index, frame, grounds)


def _averaged(values: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    """Return the mean around every pixel, so far each way."""
    padded = np.pad(values, reach, mode="edge")
    sums = np.cumsum(np.cumsum(np.pad(padded, ((1, 0), (1, 0))), axis=0), axis=1)
    size = 2 * reach + 1
    total = sums[size:, size:] - sums[:-size, size:] - sums[size:, :-size]
    return np.asarray((total + sums[:-size, :-size]) / size**2)


def _places(texts: list[PlacedText], look: Look) -> list[_Place]:
    """Group the texts: each cluttered one with all that stand near it."""
    groups: list[list[PlacedText]] = []
    for text in texts:
        near = [group for group in groups if any(_is_near(text, other) for other in group)]
        merged = [text, *(other for group in near for other in group)]
        groups = [group for group in groups if group not in near] + [merged]
    found = []
    for group in groups:
        detail = max(clutter(look, text) for text in group)
        if detail < CLUTTERED:
            continue
        box = group[0].ink
        for text in group:
            box = box.union(text.ink)
        found.append(_Place(tuple(group), box, max(text.size_px for text in group), detail))
    return found


def _is_near(one: PlacedText, two: PlacedText) -> bool:
    reach = _NEAR_EM * max(one.size_px, two.size_px)
    across = max(one.ink.x - two.ink.right, two.ink.x - one.ink.right)
    down = max(one.ink.y - two.ink.bottom, two.ink.y - one.ink.bottom)
    return across < 2 * reach and down < reach


def _zone(place: _Place, page: Page) -> Box:
    """Return where a fade is nearly solid: from the words to the nearer edge."""
    if place.box.center.y > page.height / 2:
        top = place.box.y - place.em
        return Box(0, top, page.width, page.height - top)
    return Box(0, 0, page.width, place.box.bottom + place.em)


def _fade(place: _Place, page: Page, ground: Color, number: int) -> VectorLayer | None:
    is_low = place.box.y > _FADE_FROM * page.height
    is_high = place.box.bottom < (1 - _FADE_FROM) * page.height
    if not is_low and not is_high:
        return None
    zone, out = _zone(place, page), page.bleed
    soft = 0.16 * page.height
    if is_low:
        box = Box(-out, zone.y - soft, page.width + 2 * out, zone.height + soft + out)
        start, end = box.y, box.bottom
    else:
        box = Box(-out, -out, page.width + 2 * out, zone.height + soft + out)
        start, end = box.bottom, box.y
    solid_at = min(0.9, soft / box.height)
    offsets = (0.0, 0.55 * solid_at, solid_at, 1.0)
    solid = place.opacity
    stops = tuple(
        Stop(offset=offset, color=ground.with_opacity(opacity), token="ground")
        for offset, opacity in zip(offsets, (0.0, 0.55 * solid, solid, solid), strict=True)
    )
    paint = LinearGradient(x1=0, y1=start, x2=0, y2=end, stops=stops)
    return _ground_layer(page, number, Shape(path=rectangle(box), fill=paint))


def _plate(place: _Place, page: Page, ground: Color, number: int) -> VectorLayer:
    pad = _PAD_EM * place.em
    box = place.box.inset(-pad).intersection(page.box)
    fill = SolidPaint(color=ground.with_opacity(max(place.opacity, 0.92)), token="ground")
    path = rounded_rectangle(box, 0.3 * pad)
    return _ground_layer(page, number, Shape(path=path, fill=fill))


def _ground_layer(page: Page, number: int, shape: Shape) -> VectorLayer:
    return VectorLayer(
        id=f"{page.id}-calm-{number + 1}", name="calm ground", role="scrim", shapes=(shape,)
    )


def _hidden(mask: NDArray[np.float64], zone: Box, scale: float) -> float:
    """Return the part of the subject that lies in a zone."""
    total = float(mask.sum())
    rows = slice(max(0, int(zone.y * scale)), max(0, int(zone.bottom * scale)))
    columns = slice(max(0, int(zone.x * scale)), max(0, int(zone.right * scale)))
    return float(mask[rows, columns].sum()) / total if total else 0.0


def _on_panel(place: _Place, page: Page) -> bool:
    """Whether a field of color lies where a fade would: it would be dulled."""
    zone = _zone(place, page)
    return any(
        isinstance(layer, VectorLayer)
        and layer.role == "background"
        and any(not s.path.bounds.intersection(zone).is_empty for s in layer.shapes)
        for layer in page.layers
    )


def _under_words(
    document: Document, index: int, frame: Frame, grounds: list[Layer]
) -> Document:
    """Return the document with the grounds below the first layer that holds words."""
    page = document.pages[index]
    words = {text.item.id for text in placed_texts(frame) if text.item.role != "label"}
    first = next(
        place
        for place, layer in enumerate(page.layers)
        if any(inner.id in words for inner in walk((layer,)))
    )
    layers = (*page.layers[:first], *grounds, *page.layers[first:])
    pages = list(document.pages)
    pages[index] = page.model_copy(update={"layers": layers})
    return document.model_copy(update={"pages": tuple(pages)})
