"""Manner: how a client wants a page set, and how well a page keeps to it.

It says nothing of style: how much stays empty, how large the title is, which edge the rows
keep, on which side words, picture and logo stand, whether the title is on the plain ground.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from compositor.document import Page
from compositor.document.frozen import Frozen
from compositor.geometry import Box
from compositor.layout.score import PageText

__all__ = ["AS_STYLED", "Build", "Manner", "Side", "kept"]

Side = Literal["left", "right", "top", "bottom"]

_EMPTY = (0.45, 0.74)
"""Empty part of the page: nothing is kept of an airy wish below, all of it above."""
_HUGE = (0.12, 0.55)
"""Part of the page that a huge title covers."""
_BUSY = 0.5
"""What an empty page is worth that lines run across."""
_SMALL = (0.05, 0.14)
"""Size of a small title in parts of the page's width, all kept below, nothing above."""


class Manner(Frozen):
    """What the client said of the setting; empty fields leave the choice to the style."""

    space: Literal["", "airy", "full"] = ""
    scale: Literal["", "huge", "small"] = ""
    """Of the title."""
    align: Literal["", "left", "center", "right"] = ""
    words: tuple[Side, ...] = ()
    """Where the title stands."""
    picture: tuple[Side, ...] = ()
    logo: tuple[Side, ...] = ()
    is_wordy: bool = False
    """Nothing but words: no picture at all."""
    is_plain: bool = False
    """The ground was asked for: the title stands on it and on no panel."""

    @property
    def is_given(self) -> bool:
        """Whether the client wished anything of the setting."""
        return self != AS_STYLED


AS_STYLED = Manner()
"""Everything is left to the style."""


@dataclass(frozen=True)
class Build:
    """What a page is built of beside its words.

    Attributes:
        hero: Where the subject stands; None when nothing is shown.
        covered: Area of the subject and of fields of color, px².
        is_busy: Whether lines or slashes run across the page.
        on_ground: Whether the title stands on the page's own ground.
    """

    hero: Box | None
    covered: float
    is_busy: bool
    on_ground: bool


def kept(manner: Manner, texts: Sequence[PageText], page: Page, build: Build) -> float:
    """Return how well a page keeps to the manner, 0–1; 1 when nothing was wished.

    Args:
        manner: As wished.
        texts: Of the page, set.
        page: The composed page.
        build: What the page is built of.
    """
    title = next((text for text in texts if text.layer.role == "headline"), None)
    brand = next((text for text in texts if text.layer.role == "logo"), None)
    parts: list[float] = []
    if manner.space:
        covered = sum(text.ink.area for text in texts) + build.covered
        airy = _between(1 - covered / page.box.area, *_EMPTY)
        airy *= _BUSY if build.is_busy else 1.0
        parts.append(airy if manner.space == "airy" else 1 - airy)
    if manner.scale == "huge" and title is not None:
        parts.append(_between(title.block.ink.area / page.box.area, *_HUGE))
    if manner.scale == "small" and title is not None:
        parts.append(1 - _between(title.block.size_px / page.width, *_SMALL))
    if manner.align and texts:
        parts.append(sum(text.layer.align == manner.align for text in texts) / len(texts))
    if manner.is_plain:
        parts.append(1.0 if build.on_ground else 0.0)
    stands = (
        (manner.words, title.ink if title else None),
        (manner.picture, build.hero),
        (manner.logo, brand.ink if brand else None),
    )
    for sides, box in stands:
        if box is not None:
            parts.extend(_on_side(side, box, page) for side in sides)
    return sum(parts) / len(parts) if parts else 1.0


def _on_side(side: Side, box: Box, page: Page) -> float:
    """How far toward a side a box stands: 0 beyond the middle, 1 clearly on that side."""
    across = (box.center.x - page.box.x) / page.width
    down = (box.center.y - page.box.y) / page.height
    at = {"left": 1 - across, "right": across, "top": 1 - down, "bottom": down}[side]
    return _between(at, 0.5, 0.64)


def _between(value: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (value - low) / (high - low)))
