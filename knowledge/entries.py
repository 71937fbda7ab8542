"""Style and Industry: one entry of the design knowledge each, and how to get them.

Ranges are OKLCH: lightness 0–1, chroma, hue in degrees clockwise; a hue range may wrap past
360, and [0, 360] means any hue.
"""

from functools import lru_cache
from typing import Literal

from pydantic import Field

from compositor.document.frozen import Frozen, Share
from knowledge.tables import table, unknown

__all__ = [
    "Industry",
    "IndustryColors",
    "OklchRange",
    "RoleColor",
    "Style",
    "StylePalette",
    "StyleType",
    "industries",
    "industry",
    "style",
    "styles",
]

Confidence = Literal["A", "B", "C", "D"]
Span = tuple[float, float]


class OklchRange(Frozen):
    """The box a palette role may be sampled from."""

    L: Span
    C: Span
    H: Span


class RoleColor(Frozen):
    """A palette role: its central color and the range around it."""

    oklch: tuple[float, float, float]
    range: OklchRange
    on: str = ""
    """Hex of the text color to place on it; empty when none is placed."""


class StylePalette(Frozen):
    """Roles bg, ink, primary, accent and sometimes accent2, and how much area each gets."""

    roles: dict[str, RoleColor]
    area_ratio: dict[str, float]


class StyleType(Frozen):
    """Families in order of preference, and how to set them."""

    latin: tuple[str, ...]
    cjk: tuple[str, ...]
    direction: str


class Style(Frozen):
    """One visual style."""

    id: str
    name_en: str
    name_zh: str
    synonyms_en: tuple[str, ...]
    synonyms_zh: tuple[str, ...]
    family: str
    mood: tuple[str, ...]
    palette: StylePalette
    type: StyleType
    shape_language: str
    texture: str
    motifs: tuple[str, ...]
    archetypes: tuple[str, ...]
    logo_types: tuple[str, ...]
    dos: tuple[str, ...]
    donts: tuple[str, ...]
    params: dict[str, Share]
    confidence: Confidence
    cultural_risk: str = ""


class IndustryColors(Frozen):
    """What a trade usually wears."""

    use: str
    avoid: str
    palette: dict[str, RoleColor]


class Tone(Frozen):
    """How a trade speaks."""

    en: str
    zh: str


class Industry(Frozen):
    """One trade: its motifs, colors, styles and words."""

    id: str
    name_en: str
    name_zh: str
    synonyms_en: tuple[str, ...]
    synonyms_zh: tuple[str, ...]
    motifs: tuple[str, ...]
    avoid_motifs: tuple[str, ...]
    colors: IndustryColors
    styles: tuple[str, ...]
    logo_types: tuple[str, ...]
    archetypes: tuple[str, ...]
    tone: Tone
    headline_patterns: dict[Literal["en", "zh"], tuple[str, ...]]
    """Slots in braces are filled with facts of the brief only, or the pattern is dropped."""
    tagline_patterns: tuple[Tone, ...]
    selling_point_patterns: tuple[Tone, ...]
    compliance: tuple[str, ...] = Field(default=())
    confidence: Confidence


@lru_cache(maxsize=1)
def styles() -> dict[str, Style]:
    """Return all styles by id, in the order of the table."""
    return {row["id"]: Style.model_validate(row) for row in table("styles")["styles"]}


@lru_cache(maxsize=1)
def industries() -> dict[str, Industry]:
    """Return all industries by id, in the order of the table."""
    rows = table("industries")["industries"]
    return {row["id"]: Industry.model_validate(row) for row in rows}


def style(style_id: str) -> Style:
    """Return one style.

    Raises:
        UnknownEntry: No style has that id.

    >>> style("y2k").name_zh
    '千禧复古未来'
    """
    found = styles().get(style_id)
    if found is None:
        raise unknown("style", style_id, styles())
    return found


def industry(industry_id: str) -> Industry:
    """Return one industry.

    Raises:
        UnknownEntry: No industry has that id.

    >>> industry("pet_food").name_en
    'Pet food'
    """
    found = industries().get(industry_id)
    if found is None:
        raise unknown("industry", industry_id, industries())
    return found
