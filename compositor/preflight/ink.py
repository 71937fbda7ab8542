"""Where glyph ink really lies: its pixels, as painted and as they are behind it.

Pixels are an array of straight RGBA, uint8, shape (height, width, 4), bleed not included,
at `scale` pixels per px.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from compositor.color import Color
from compositor.document import AssetStore, LinearGradient, RadialGradient, SweepGradient
from compositor.document.paint import Paint, SolidPaint
from compositor.drawing.draw import render
from compositor.layout.frame import Frame, FrameGroup, FrameItem, FrameText
from compositor.preflight.placed import PlacedText, Quad

__all__ = ["LOOK_PX", "InkSample", "Look", "look_at", "paint_colors"]

Pixels = NDArray[np.uint8]
Channels = NDArray[np.float64]

LOOK_PX = 800.0
"""Longer side of the pictures that are measured: about what an eye takes in of a page."""
_INK = 0.4
"""Opacity from which a pixel of the text, relative to its darkest, counts as ink."""
_MOST = 12_000
"""Pixels of a text that are looked at; more add nothing to a percentile."""


@dataclass(frozen=True)
class InkSample:
    """Pixels of one text.

    Attributes:
        fronts: Colors of the ink as painted, opacity included: one array (n, 3), 0–255,
            for every layer of paint a letter has (fill, outline); a letter reads when any
            of them stands out.
        behind: The same places without the text, (n, 3), 0–255.
        places: Column and row of each pixel, (n, 2).
    """

    fronts: tuple[Channels, ...]
    behind: Channels
    places: NDArray[np.intp]


@dataclass(frozen=True)
class Look:
    """A page seen without its text, and its text seen alone.

    Attributes:
        behind: The page without text.
        text: The text on a transparent sheet, effects left out.
        scale: Pixels per px.
        opacities: Of every text, groups around it included, by layer id.
    """

    behind: Pixels
    text: Pixels
    scale: float
    opacities: dict[str, float]

    def sample(self, text: PlacedText) -> InkSample | None:
        """Return the ink of a text; None when none of it shows."""
        turn = 1.0 if text.transform.determinant >= 0 else -1.0
        found = [self._ink_in(quad, turn) for _, quad in text.lines]
        places = np.concatenate(found) if found else np.zeros((0, 2), np.intp)
        if not len(places):
            return None
        places = places[:: max(1, len(places) // _MOST)]
        columns, rows = places[:, 0], places[:, 1]
        behind = self.behind[rows, columns, :3].astype(np.float64)
        painted = self.text[rows, columns, :3].astype(np.float64)
        opacity = self.opacities.get(text.item.id, 1.0)
        return InkSample(tuple(_fronts(text, painted, behind, opacity)), behind, places)

    def _ink_in(self, quad: Quad, turn: float) -> NDArray[np.intp]:
        height, width = self.text.shape[:2]
        xs = [point.x * self.scale for point in quad]
        ys = [point.y * self.scale for point in quad]
        left, right = max(0, int(min(xs))), min(width, int(max(xs)) + 1)
        top, bottom = max(0, int(min(ys))), min(height, int(max(ys)) + 1)
        if left >= right or top >= bottom:
            return np.zeros((0, 2), np.intp)
        alpha = self.text[top:bottom, left:right, 3].astype(np.float64)
        rows, columns = np.nonzero(alpha >= max(_INK * float(alpha.max()), 8.0))
        x, y = columns + left + 0.5, rows + top + 0.5
        inside = np.ones(len(x), bool)
        for i in range(4):
            ax, ay, bx, by = xs[i], ys[i], xs[(i + 1) % 4], ys[(i + 1) % 4]
            side = turn * ((bx - ax) * (y - ay) - (by - ay) * (x - ax))
            inside &= side >= -1.5 * np.hypot(bx - ax, by - ay)
        return np.stack([columns + left, rows + top], axis=1)[inside]


def look_at(frame: Frame, assets: AssetStore, longest_px: float = LOOK_PX) -> Look:
    """Return a frame seen without its text, and its text alone, at most that many pixels."""
    scale = min(1.0, longest_px / max(frame.size))
    opacities = dict(_opacities(frame.items, 1.0))
    bare = replace(frame, items=_bare(frame.items))
    return Look(
        render(frame, assets.read, scale=scale, hide_text=True),
        render(bare, assets.read, scale=scale, only=frozenset(opacities)),
        scale,
        opacities,
    )


def _opacities(items: tuple[FrameItem, ...], around: float) -> Iterator[tuple[str, float]]:
    for item in items:
        opacity = around * item.opacity
        if isinstance(item, FrameText):
            yield item.id, opacity
        elif isinstance(item, FrameGroup):
            yield from _opacities(item.children, opacity)


def _bare(items: tuple[FrameItem, ...]) -> tuple[FrameItem, ...]:
    """The text items, with the groups around them, free of shadows, fading and blending."""
    found: list[FrameItem] = []
    for item in items:
        plain = replace(item, effects=(), opacity=1.0, blend="normal")
        if isinstance(plain, FrameText):
            found.append(plain)
        elif isinstance(plain, FrameGroup):
            children = _bare(plain.children)
            if children:
                found.append(replace(plain, children=children))
    return tuple(found)


def _fronts(
    text: PlacedText, painted: Channels, behind: Channels, opacity: float
) -> Iterator[Channels]:
    """Colors of fill and outline at every pixel; a gradient is taken as it was painted."""
    runs = [run for line in text.item.block.lines for run in line.runs]
    paints: list[Paint] = [run.paint for run in runs]
    strokes: list[Paint] = [run.stroke.paint for run in runs if run.stroke is not None]
    for layer in (paints, strokes):
        if not layer:
            continue
        solids = sorted({_rgba(p) for p in layer if isinstance(p, SolidPaint)})
        if len(solids) < 1 or any(not isinstance(p, SolidPaint) for p in layer):
            yield painted * opacity + behind * (1 - opacity)
            continue
        known = np.array(solids, dtype=np.float64)
        distance = ((painted[:, None, :] - known[None, :, :3]) ** 2).sum(axis=2)
        nearest = known[distance.argmin(axis=1)]
        alpha = nearest[:, 3:] / 255 * opacity
        yield nearest[:, :3] * alpha + behind * (1 - alpha)


def _rgba(paint: SolidPaint) -> tuple[int, int, int, int]:
    color = paint.color
    red, green, blue = (round(channel * 255) for channel in color.srgb)
    return red, green, blue, color.alpha


def paint_colors(paint: Paint) -> tuple[Color, ...]:
    """Return the colors a text paint shows; none when it is a picture."""
    if isinstance(paint, SolidPaint):
        return (paint.color,)
    if isinstance(paint, (LinearGradient, RadialGradient, SweepGradient)):
        return tuple(stop.color for stop in paint.stops)
    return ()
