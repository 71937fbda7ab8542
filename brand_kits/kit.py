"""BrandKit: what a brand allows: names, look, its mark, clear space and minimum size."""

from __future__ import annotations

from compositor.document import GroupLayer
from compositor.document.frozen import Frozen
from compositor.layout.theme import Theme

__all__ = ["BrandKit", "LogoRules"]


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
    rings_name: bool = False
    """Whether the mark itself carries the name, so that the wordmark steps back."""
    rules: LogoRules = LogoRules()

    @property
    def has_name(self) -> bool:
        """Whether there is a wordmark at all."""
        return bool(self.name_latin or self.name_zh)

    @property
    def name(self) -> str:
        """The name to speak of the brand by; may be empty."""
        return self.name_zh or self.name_latin
