"""What write_copy is asked: the words and wishes of a brief for one deliverable."""

from typing import Literal

from pydantic import Field

from compositor.document.frozen import Frozen

__all__ = ["GivenFact", "GivenText", "TextWhere", "WriteCopyArguments"]

TextWhere = Literal[
    "any", "brand", "headline", "subhead", "tagline", "body", "cta", "on_product", "price",
    "discount", "date", "time", "place", "contact", "meta", "caption", "legal",
]  # fmt: skip


class GivenText(Frozen):
    """A text that must appear, character for character."""

    text: str = Field(min_length=1)
    where: TextWhere = "any"


class GivenFact(Frozen):
    """A fact of the brief; used only as written."""

    kind: str
    text: str = Field(min_length=1)


class WriteCopyArguments(Frozen):
    """What the brief says, for one deliverable."""

    deliverable: Literal["logo", "poster", "vi_sheet"]
    use: str = Field(default="general", description="packaging, banner, menu … or general")
    languages: tuple[Literal["zh-Hans", "en"], ...] = Field(default=("zh-Hans",), min_length=1)
    subject: str = ""
    nouns: tuple[str, ...] = Field(default=(), description="canonical nouns, such as cat")
    industry: str = ""
    occasion: str = ""
    styles: tuple[str, ...] = Field(default=(), description="style ids, leading one first")
    moods: tuple[str, ...] = ()
    brand_latin: str = ""
    brand_zh: str = ""
    descriptor: str = Field(default="", description="the client's words for the trade")
    given: dict[str, str] = Field(
        default_factory=dict, description="texts already put in slots"
    )
    required: tuple[GivenText, ...] = ()
    facts: tuple[GivenFact, ...] = ()
    is_wordless: bool = Field(
        default=False, description="write no line the brief does not give"
    )
    is_only: bool = Field(
        default=False, description="no other deliverable carries the required texts"
    )
    is_tight: bool = Field(
        default=False, description="the page has few lines: short texts share one"
    )
