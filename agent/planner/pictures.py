"""What a brief says about its picture: drawn or in 3D, and what is printed on products."""

from __future__ import annotations

import re

from agent.brief import Brief
from generators.base import Medium

__all__ = ["asked_medium", "printed_texts"]

_IN_3D = re.compile(
    r"(?<![a-z0-9])3-?d(?![a-z0-9])|c4d|立体|三维|渲染|建模|\brender(?:ed|ing|s)?\b|blender"
    r"|product (?:shot|photo|photography)|产品摄影|静物摄影|棚拍",
    re.IGNORECASE,
)
_DRAWN = re.compile(
    r"插画|插图|扁平|线稿|线描|矢量|手绘|flat (?:illustration|design|style)|vector art"
    r"|\billustrat(?:ion|ed|ions)\b|line[- ]?(?:art|drawing)|hand[- ]?drawn",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"(?:不要|不用|别用|无需|非|\bno|\bnot|\bwithout|\bavoid)\s*(?:an?\s+|any\s+)?$",
    re.IGNORECASE,
)

_NAME_LENGTH = 18
"""A quoted text up to this length is taken for a name where the brief names no brand."""


def asked_medium(brief: Brief) -> Medium:
    """Return what the brief asks for; auto where it asks for nothing or for both."""
    solid, drawn = _is_asked(_IN_3D, brief.text), _is_asked(_DRAWN, brief.text)
    if solid == drawn:
        return "auto"
    return "3d" if solid else "vector"


def _is_asked(words: re.Pattern[str], text: str) -> bool:
    return any(not _REFUSED.search(text[: match.start()]) for match in words.finditer(text))


def printed_texts(brief: Brief) -> tuple[str, ...]:
    """Return what stands on a product, exact, the brand first; never anything invented."""
    brand = tuple(filter(None, (brief.brand.latin, brief.brand.zh)))
    if not brand:
        brand = tuple(text for text in brief.texts_at("any") if len(text) <= _NAME_LENGTH)[:1]
    texts = (*brand, *brief.texts_at("on_product"), brief.descriptor)
    return tuple(dict.fromkeys(text for text in texts if text))[:4]
