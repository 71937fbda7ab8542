"""Brand: what ideas are derived from; and Proposal: an idea somebody else had."""

from __future__ import annotations

from zlib import crc32

from pydantic import Field

from compositor.document.frozen import Frozen

__all__ = ["Brand", "Proposal"]


class Proposal(Frozen):
    """A concept from outside, such as a model's: still to be read, judged and compared."""

    motif: str = Field(min_length=1, max_length=40, description="what is seen, one noun")
    reason_en: str = Field(min_length=8, max_length=300, description="why, for this brand only")
    reason_zh: str = Field(min_length=4, max_length=200, description="the same in Chinese")
    sketch: tuple[str, ...] = Field(
        min_length=2, max_length=24, description="lines of the sketch notation"
    )


class Brand(Frozen):
    """What the designer knows of a brand."""

    name_latin: str = Field(default="", max_length=80)
    name_zh: str = Field(default="", max_length=40)
    industry: str = ""
    text: str = Field(default="", max_length=4000)
    """The brief's own words; values are read from them."""
    nouns: tuple[str, ...] = ()
    """Things the brief wants to see, English or Chinese, most wanted first."""
    must_nots: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    language: str = "en"
    wants_lines: bool = False
    prefers: tuple[str, ...] = ()
    """Constructions the brief or a planner asks for."""
    proposals: tuple[Proposal, ...] = ()

    @property
    def name(self) -> str:
        """The name in the brief's language; empty when the brand has none yet."""
        first, second = self.name_latin, self.name_zh
        if self.language.startswith("zh"):
            first, second = second, first
        return first or second

    @property
    def is_chinese(self) -> bool:
        """Whether reasons are written in Chinese."""
        return self.language.startswith("zh")

    @property
    def own_number(self) -> int:
        """A number that belongs to this name: two brands of a trade choose differently."""
        basis = "|".join((self.name_latin.lower(), self.name_zh, *self.nouns)) or self.text
        return crc32(basis.encode())
