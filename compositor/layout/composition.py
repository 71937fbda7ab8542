"""Composition: what a page is made of, and where its parts go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from compositor.document import GroupLayer
from compositor.geometry import Size
from compositor.layout.archetypes import Archetype, Geometry
from compositor.layout.safe_area import NOTHING_COVERED, SafeArea, live_size, moved_inside
from compositor.layout.theme import Theme
from compositor.layout.variation import PLAIN, Variation
from compositor.typography.bidi import base_level

__all__ = ["WHOLE", "Composition", "Crop", "Picture", "filled", "page_geometry", "page_unit"]


class Crop(NamedTuple):
    """Which part of a picture its box shows."""

    zoom: float = 1.0
    """1 covers the box; more comes nearer."""
    x: float = 0.5
    y: float = 0.5
    """The point, in fractions of the picture, that is kept as near the middle as may be."""


WHOLE = Crop()


@dataclass(frozen=True)
class Picture:
    """A drawing in a box of its own, origin top left, px."""

    layer: GroupLayer
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Composition:
    """What a page is made of.

    Attributes:
        theme: Colors and type.
        archetype: Where things go.
        size: Trim, px.
        copy: Text by slot.
        language: BCP 47 of the copy.
        medium: screen, print or sign: which smallest sizes hold.
        bleed: Art beyond the trim, px.
        picture: Fills the archetype's picture box.
        mark: Stands before the brand name.
        page_id: Also begins every layer id.
        headline_scale: Part of the archetype's largest headline to start from.
        is_mirrored: Left and right exchanged.
        safe: What the platform covers; words and subject keep clear of it.
        extra_lines: Lines the headline may take beyond the archetype's, for longer languages.
        variation: How the archetype is varied.
        crop: Which part of the picture shows.
        is_loud: Banners only: words should rather leave the page than the headline shrink.
    """

    theme: Theme
    archetype: Archetype
    size: Size
    copy: dict[str, str]
    language: str
    medium: Literal["screen", "print", "sign"] = "screen"
    bleed: float = 0.0
    picture: Picture | None = None
    mark: Picture | None = None
    page_id: str = "page-1"
    headline_scale: float = 1.0
    is_mirrored: bool = False
    safe: SafeArea = NOTHING_COVERED
    extra_lines: int = 0
    variation: Variation = PLAIN
    crop: Crop = WHOLE
    is_loud: bool = False

    @property
    def live(self) -> Size:
        """The page as large as the safe area makes it."""
        return live_size(self.size, self.safe)

    @property
    def is_leftward(self) -> bool:
        """Whether the language runs from right to left."""
        return base_level("", self.language) == 1


def page_unit(size: Size) -> float:
    """Return what type sizes are parts of, px: the shorter side."""
    return size.shorter


def page_geometry(what: Composition) -> Geometry:
    """Return where things go, in fractions of the page, inside the safe area."""
    geometry = what.archetype.geometry(
        what.live,
        filled(what.copy),
        is_mirrored=what.is_mirrored,
        is_leftward=what.is_leftward,
        variation=what.variation,
    )
    return moved_inside(geometry, what.safe)


def filled(copy: dict[str, str]) -> tuple[str, ...]:
    """Return the slots that have words."""
    return tuple(slot for slot, text in copy.items() if text)
