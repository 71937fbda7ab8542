"""Prices: a large integer, its currency and decimals small and raised to the top of it."""

from __future__ import annotations

import re
from typing import Final, Literal

from compositor.document.paint import Paint
from compositor.document.text import FontChoice, TextRun
from compositor.typography.features import figure_features
from compositor.typography.fonts import FontSet

__all__ = ["price_runs"]

_CURRENCY_SHARE: Final = 0.5
_DECIMAL_SHARE: Final = 0.5
_UNIT_SHARE: Final = 0.34
_LABEL_SHARE: Final = 0.34
_OLD_SHARE: Final = 0.42
"""Sizes as shares of the integer's. Source: the house's design rules, `price`."""

_TRACKING_EM: Final = -0.015
_BESIDE_EM: Final = 0.06
"""Air between the large integer and what stands small beside it, in em of the small."""

_PRICE: Final = re.compile(
    r"(?P<currency>(?:US\$|HK\$|NT\$|R\$|RMB|CNY|USD|EUR|GBP|JPY|AED|[$£€¥￥₩₹]) ?)?"
    r"(?P<integer>\d{1,3}(?:[,  ]\d{3})+|\d+)"
    r"(?P<decimal>[.,]\d{1,2}(?!\d))?"
    r"(?P<after> ?[$£€¥₩₹%](?![\d]))?"
)


def price_runs(
    text: str,
    *,
    font: FontChoice,
    size: float,
    paint: Paint,
    fonts: FontSet,
    style: Literal["raised", "level", "old"] = "raised",
) -> tuple[TextRun, ...]:
    """Return a price as runs; together their text is exactly `text`.

    The first amount is set large. What is before it is a label, what follows a unit. A text
    without an amount comes back as one run.

    Args:
        text: Such as ``￥1,299.00`` or ``到手价￥99.9起``.
        font: Faces; figures are tabular and lining where they can be.
        size: Em size of the integer, px.
        paint: Of all parts.
        fonts: Where the faces come from.
        style: raised lifts currency and decimals to the top of the figures; level leaves
            them on the baseline; old sets all of it small and struck through.
    """
    face = fonts.faces_for(font, size)[0]
    base = TextRun(
        text=text,
        font=font,
        size=size,
        paint=paint,
        tracking=_TRACKING_EM,
        features=figure_features(face, "tabular"),
    )
    if style == "old":
        small = round(size * _OLD_SHARE, 2)
        light = font.model_copy(update={"weight": min(font.weight, 500)})
        struck = {"size": small, "font": light, "tracking": 0.0, "decoration": "line-through"}
        return (base.model_copy(update=struck),)
    match = _PRICE.search(text)
    if match is None:
        return (base,)
    lift = face.cap_height if style == "raised" else 0.0

    def part(words: str, share: float, *, raised: bool, tracking: float) -> list[TextRun]:
        if not words:
            return []
        shift = lift * (1 / share - 1) if raised else 0.0
        changes = {
            "text": words,
            "size": round(size * share, 2),
            "baseline_shift": round(shift, 4),
            "tracking": tracking,
        }
        return [base.model_copy(update=changes)]

    whole = match["integer"]
    return (
        *part(text[: match.start()], _LABEL_SHARE, raised=False, tracking=0.0),
        *part(match["currency"] or "", _CURRENCY_SHARE, raised=True, tracking=_BESIDE_EM),
        base.model_copy(update={"text": whole}),
        *part(match["decimal"] or "", _DECIMAL_SHARE, raised=True, tracking=0.0),
        *part(match["after"] or "", _CURRENCY_SHARE, raised=True, tracking=0.0),
        *part(text[match.end() :], _UNIT_SHARE, raised=False, tracking=0.0),
    )
