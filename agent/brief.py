"""Brief: what the client wants, as typed fields; nothing in it is invented.

Every text here was cut from the brief itself, so it can be set on the page as it stands.
Sizes are px at 96 per inch.
"""

from typing import Literal, get_args

from pydantic import Field, model_validator

from compositor.document.frozen import Frozen
from compositor.layout.manner import Manner

__all__ = [
    "KINDS",
    "AskedColor",
    "BrandName",
    "Brief",
    "ColorRole",
    "Deliverable",
    "Fact",
    "FactKind",
    "Kind",
    "Language",
    "NounKind",
    "RequiredText",
    "SubjectNoun",
    "TextPlace",
]

Language = Literal["zh-Hans", "en"]

Kind = Literal["logo", "poster", "vi_sheet"]

KINDS: tuple[Kind, ...] = get_args(Kind)

TextPlace = Literal[
    "any",
    "brand",
    "headline",
    "subhead",
    "tagline",
    "body",
    "cta",
    "on_product",
    "price",
    "discount",
    "date",
    "time",
    "place",
    "contact",
    "meta",
    "caption",
    "legal",
]

FactKind = Literal[
    "date",
    "time",
    "place",
    "price",
    "phone",
    "url",
    "email",
    "handle",
    "discount",
    "quantity",
    "topic",
]
"""A topic is what a poster announces: Summer sale, 少儿编程夏令营招生."""

NounKind = Literal["thing", "person", "place", "atmosphere"]

ColorRole = Literal["primary", "secondary", "accent", "background", "ink", "any"]


class Deliverable(Frozen):
    """One thing to hand over."""

    kind: Kind
    width_px: float = Field(gt=0)
    height_px: float = Field(gt=0)
    label: str = ""
    """The client's word for it: 包装风海报, business card."""
    use: str = "general"
    """What it is for, when the word says more than the kind: packaging, banner, menu …"""
    spec: str = ""
    """Asset specification that its word or its size names, such as ig.story or print.a4."""


class RequiredText(Frozen):
    """A text that must appear, character for character."""

    text: str = Field(min_length=1)
    where: TextPlace = "any"


class BrandName(Frozen):
    """The name in each script; empty where the brief gives none."""

    latin: str = ""
    zh: str = ""

    @property
    def is_given(self) -> bool:
        """Whether the brief names a brand at all."""
        return bool(self.latin or self.zh)


class SubjectNoun(Frozen):
    """A thing the brief wants to be seen."""

    id: str
    """Canonical: cat, cat_food_bag, dappled_light."""
    zh: str
    en: str
    written: str
    """The brief's own word."""
    attributes: tuple[str, ...] = ()
    """Colors and qualities written right before it: white, curly."""
    kind: NounKind = "thing"
    """An atmosphere lights a picture and a place lies behind it; neither is its hero."""
    implied: bool = False
    """Whether the brief does not name it, but its subject, occasion or trade suggests it."""


class AskedColor(Frozen):
    """A color the client named."""

    name: str
    """As written."""
    hex: str = Field(pattern=r"^#[0-9A-F]{6}$")
    role: ColorRole = "any"


class Fact(Frozen):
    """A date, price, place … exactly as written."""

    kind: FactKind
    text: str = Field(min_length=1)


class Brief(Frozen):
    """What the client wants."""

    text: str
    """The original words."""
    languages: tuple[Language, ...] = Field(min_length=1)
    """Of the copy, leading language first; two mean bilingual."""
    subject: str = ""
    """A short phrase in the brief's own words."""
    nouns: tuple[SubjectNoun, ...] = ()
    brand: BrandName = BrandName()
    descriptor: str = ""
    """The client's own words for the trade (台湾茶, pet food); may stand under a logo."""
    deliverables: tuple[Deliverable, ...] = Field(min_length=1)
    required_texts: tuple[RequiredText, ...] = ()
    must_nots: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    """Style ids, first asked first."""
    industry: str = ""
    occasion: str = ""
    """wedding, recruitment, sale, opening … when the brief is about an event."""
    moods: tuple[str, ...] = ()
    """elegant, calm, playful, sporty, techy, warm …"""
    colors: tuple[AskedColor, ...] = ()
    avoid_colors: tuple[AskedColor, ...] = ()
    manner: Manner = Manner()
    """How the page is to be set: space, scale of type, edges, sides."""
    audience: str = ""
    facts: tuple[Fact, ...] = ()
    brand_kit: str = ""
    """Path or name; empty when none was given."""
    attachments: tuple[str, ...] = ()
    variants: int = Field(default=1, ge=1, le=12)
    notes: tuple[str, ...] = ()
    """How each thing was read, one sentence each; the plan's reasons quote them."""

    @model_validator(mode="after")
    def _texts_come_from_the_brief(self) -> "Brief":
        for required in self.required_texts:
            if required.text not in self.text:
                raise ValueError(f"required text {required.text!r} is not in the brief")
        return self

    @property
    def language(self) -> Language:
        """The leading language."""
        return self.languages[0]

    @property
    def is_bilingual(self) -> bool:
        """Whether the copy stands in two languages."""
        return len(self.languages) > 1

    @property
    def noun_ids(self) -> tuple[str, ...]:
        """Canonical ids of the nouns the brief names; the implied ones are left out."""
        return tuple(noun.id for noun in self.nouns if not noun.implied)

    @property
    def topic(self) -> str:
        """What the poster announces, in the client's words; empty when it says none."""
        return next((fact.text for fact in self.facts if fact.kind == "topic"), "")

    @property
    def is_wordless(self) -> bool:
        """Whether the client wants no text that the brief does not give."""
        return any(
            what.strip().lower()
            in {"文字", "字", "任何文字", "文案", "text", "words", "any text", "copy"}
            or what.lower().startswith("text except")
            for what in self.must_nots
        )

    def color_at(self, role: ColorRole) -> str:
        """Return the hex of the first color asked for in a role; empty when there is none."""
        return next((color.hex for color in self.colors if color.role == role), "")

    def texts_at(self, *places: TextPlace) -> tuple[str, ...]:
        """Return the required texts meant for any of these places."""
        return tuple(text.text for text in self.required_texts if text.where in places)
