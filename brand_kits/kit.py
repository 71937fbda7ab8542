"""BrandKit: what a brand allows: names, look, its mark, clear space and minimum size."""

from __future__ import annotations

from pydantic import Field

from compositor.document import FontChoice, GroupLayer, Shape
from compositor.document.frozen import BoxField, Frozen
from compositor.layout.theme import Theme

__all__ = ["BrandKit", "DrawnName", "LockupSetting", "LogoRules"]


class DrawnName(Frozen):
    """The name as outlines of its own, in units of the drawing, ink from x = 0."""

    shapes: tuple[Shape, ...]
    """Bottom first, filled; those after the first carry the idea and take the spark's paint."""
    says: str
    """Exactly what it says, a text line for each drawn line."""
    line_boxes: tuple[BoxField, ...]
    """Ink of each line."""
    cap: float
    """Height of the leading line's capitals, or of its Chinese characters."""
    font: FontChoice
    """Face of the live text that lies over it, unseen."""
    concept: str = ""


class LogoRules(Frozen):
    """How the logo may be used. Source: design rules, logo commons."""

    clear_of_mark: float = 0.25
    """Free space around, as a part of the mark's height; the larger of the two counts."""
    clear_of_cap: float = 0.5
    """The same as a part of the wordmark's cap height."""
    min_mark_px: float = 16.0
    min_mark_mm: float = 5.0
    min_lockup_px: float = 72.0
    """Narrowest lockup, width."""
    min_lockup_mm: float = 18.0


class LockupSetting(Frozen):
    """What a brand changes about the usual proportions of its lockups."""

    gap: float = Field(ge=0.3, le=3, default=1.0)
    """Between mark and name, times the usual."""
    name_size: float = Field(ge=0.5, le=2, default=1.0)
    """Of the name beside its mark, times the usual."""
    size: float = Field(ge=0.4, le=1.3, default=1.0)
    """Of the logo on a presentation page, times the usual."""
    name_first: bool = False
    """The name left of the mark, or above it."""
    has_tagline: bool = True


class BrandKit(Frozen):
    """A brand, as far as drawing it needs."""

    name_latin: str = ""
    name_zh: str = ""
    tagline: str = ""
    language: str = "zh-Hans"
    theme: Theme
    mark: GroupLayer
    """In a box of `mark_side` × `mark_side`, origin top left; paints carry tokens."""
    mark_side: float = 96.0
    stroke_u: float = 5.0
    """The mark's dominant stroke, in the units of its box."""
    spark_is_hole: bool = False
    """Whether the spark shows the ground in one color: it lies in a hole of the mark."""
    is_detailed: bool = False
    """Whether the mark needs more size beside its name than a plain sign does."""
    can_turn: bool = False
    """Whether the mark has no up and down, so that a pattern may turn it."""
    wordmark: DrawnName | None = None
    """The name drawn by hand, as it were; None sets it in the style's face."""
    rings_name: bool = False
    """Whether the mark itself carries the name, so that the wordmark steps back."""
    rules: LogoRules = LogoRules()
    lockup: LockupSetting = LockupSetting()

    @property
    def has_name(self) -> bool:
        """Whether there is a wordmark at all."""
        return bool(self.name_latin or self.name_zh)

    @property
    def name(self) -> str:
        """The name to speak of the brand by; may be empty."""
        return self.name_zh or self.name_latin
