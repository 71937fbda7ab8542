"""Sizes and rules of deliverables: 238 specifications, and the everyday words for them.

Sizes handed out are px at 96 per inch, the unit of documents; specifications keep the unit
their publisher uses.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal, NamedTuple

from pydantic import Field

from compositor.document.frozen import Frozen
from compositor.units import MAX_PAGE_PX, px_from_mm
from knowledge.tables import table, unknown
from knowledge.vocabulary import simplified

__all__ = ["AssetSpec", "DeliverableSize", "Medium", "asset_set", "asset_spec", "size_for"]

Medium = Literal["screen", "print", "sign"]

_PRINTED = frozenset({"print", "stationery", "packaging", "legal"})
_SIGN_FROM_MM = 1400.0
"""Long side from which a print is a sign, seen from some meters away."""

_LANDSCAPE = ("横版", "横向", "横屏", "landscape", "horizontal")


class AssetSpec(Frozen):
    """One deliverable of one platform or trade."""

    id: str
    group: str
    platform: str
    name_en: str
    name_zh: str
    width: float | None = None
    height: float | None = None
    """In `unit`; None where the format has no size of its own."""
    unit: Literal["px", "mm"]
    aspect: str = ""
    ratio: float | None = None
    formats: tuple[str, ...] = ()
    preferred_format: str = ""
    max_bytes: int | None = None
    color: str = ""
    background: dict[str, Any] = Field(default_factory=dict)
    text_policy: str = ""
    content_rules: tuple[dict[str, str], ...] = ()
    safe_area: dict[str, Any] = Field(default_factory=dict)
    alternatives: tuple[tuple[float, float], ...] = ()
    bleed_mm: float = 0.0
    safe_mm: float = 0.0
    dpi: int | None = None
    notes: str = ""
    details: dict[str, Any] = Field(default_factory=dict)
    """What few specifications have, under the publisher's own names."""
    confidence: Literal["A", "B", "C", "D"]
    """A official, B several sources, C convention, D check before upload."""
    sources: tuple[str, ...]


class DeliverableSize(NamedTuple):
    """The page of a deliverable.

    Attributes:
        width: px.
        height: px.
        medium: Where it is seen.
        bleed: px beyond each edge; 0 on screens.
        spec: Id of the specification it comes from; empty for a house size.
    """

    width: float
    height: float
    medium: Medium
    bleed: float
    spec: str = ""


def asset_spec(spec_id: str) -> AssetSpec:
    """Return one specification.

    Raises:
        UnknownEntry: No specification has that id.

    >>> asset_spec("stationery.card_cn").width
    90.0
    """
    found = _specs().get(spec_id)
    if found is None:
        raise unknown("asset specification", spec_id, _specs())
    return found


def asset_set(set_id: str) -> tuple[str, ...]:
    """Return the specification ids of a ready set, such as ``social_kit_cn``.

    Raises:
        UnknownEntry: No set has that id.
    """
    sets = table("asset_specs")["sets"]
    if set_id not in sets:
        raise unknown("asset set", set_id, sets)
    return tuple(sets[set_id])


def size_for(words: str) -> DeliverableSize:
    """Return the page for a specification id, or for everyday words in Chinese or English.

    The longest known words win: a poster for Instagram stories is a story.

    Raises:
        UnknownEntry: Nothing in the words names a deliverable.

    >>> size_for("小红书封面")[:2]
    (1242.0, 1660.0)
    """
    if words.strip() in _specs():
        return _page(_specs()[words.strip()])
    plain = simplified(words)
    found = _longest_name(plain)
    if found is None:
        raise unknown("deliverable size", words, _names())
    target = _names()[found]
    page = _page(_specs()[target]) if isinstance(target, str) else _house_page(target)
    if page.width < page.height and any(word in plain for word in _LANDSCAPE):
        return page._replace(width=page.height, height=page.width)
    return page


def _longest_name(plain: str) -> str | None:
    """Return the longest name that stands in the text as whole words, or None."""
    padded = f" {plain} "
    best: str | None = None
    for name in _names():
        if (best is None or len(name) > len(best)) and _stands_in(name, padded):
            best = name
    return best


def _stands_in(name: str, padded: str) -> bool:
    start = padded.find(name)
    while start >= 0:
        before, after = padded[start - 1], padded[start + len(name)]
        joined_left = _is_latin(name[0]) and _is_latin(before)
        joined_right = _is_latin(name[-1]) and _is_latin(after) and after != "s"
        if not joined_left and not joined_right:
            return True
        start = padded.find(name, start + 1)
    return False


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _page(spec: AssetSpec) -> DeliverableSize:
    if spec.width is None or spec.height is None:
        raise unknown("size of asset specification", spec.id, _names())
    if spec.unit == "px":
        return DeliverableSize(spec.width, spec.height, "screen", 0.0, spec.id)
    width, height = px_from_mm(spec.width), px_from_mm(spec.height)
    scale = min(1.0, MAX_PAGE_PX / max(width, height))
    large = max(spec.width, spec.height) >= _SIGN_FROM_MM
    medium: Medium = "sign" if large else "print" if spec.group in _PRINTED else "screen"
    return DeliverableSize(
        round(width * scale, 3),
        round(height * scale, 3),
        medium,
        round(px_from_mm(spec.bleed_mm) * scale, 3),
        spec.id,
    )


def _house_page(size: dict[str, Any]) -> DeliverableSize:
    return DeliverableSize(
        float(size["width"]), float(size["height"]), size["medium"], float(size["bleed"])
    )


@lru_cache(maxsize=1)
def _specs() -> dict[str, AssetSpec]:
    rows = table("asset_specs")["specs"]
    return {row["id"]: AssetSpec.model_validate(row) for row in rows}


@lru_cache(maxsize=1)
def _names() -> dict[str, str | dict[str, Any]]:
    """Return what each everyday name stands for: a specification id or a house size."""
    names: dict[str, str | dict[str, Any]] = {}
    for spec in _specs().values():
        if spec.width is not None and spec.height is not None:
            for name in (spec.name_zh, spec.name_en, spec.id):
                if spec.platform not in ("display",) and len(name) > 1:
                    names.setdefault(simplified(name), spec.id)
    for target, aliases in table("size_names")["names"].items():
        names.update({simplified(alias): target for alias in aliases})
    for size in table("size_names")["house"]:
        names.update({simplified(alias): size for alias in size["names"]})
    return names
