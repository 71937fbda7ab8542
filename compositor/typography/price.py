"""Prices: a large integer, its currency and decimals small and raised to the top of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from compositor.document.paint import Paint
from compositor.document.text import FontChoice, TextRun
from compositor.typography.features import figure_features
from compositor.typography.fonts import FontSet

__all__ = ["amounts_in", "price_runs"]

_CURRENCY_SHARE: Final = 0.5
_DECIMAL_SHARE: Final = 0.5
_SIGN_SHARE: Final = 0.5
"""Of what belongs to the figures without being money: %, 折, 万."""
_UNIT_SHARE: Final = 0.34
_LABEL_SHARE: Final = 0.34
_OLD_SHARE: Final = 0.42
_OTHER_SHARE: Final = 0.5
"""Sizes as shares of the integer's; the last of a further amount after the first. Source:
the house's design rules, `price`."""

_PLAIN_SHARE: Final = 0.8
"""Parts that would come out this large or larger are left at the size of the integer."""

_TRACKING_EM: Final = -0.015
_BESIDE_EM: Final = 0.06
"""Air between the large integer and what stands small beside it, in em of the small."""

_CODES: Final = r"(?:US\$|HK\$|NT\$|R\$|RMB|CNY|USD|EUR|GBP|JPY|AED|[$£€¥￥₩₹])"
_FIGURES: Final = r"(?:\d{1,3}(?:[,  ]\d{3})+|\d+)"
_AMOUNT: Final = re.compile(
    rf"(?P<currency>{_CODES} ?)?"
    rf"(?P<integer>{_FIGURES}[kK]?(?:[-–~～至]{_FIGURES}[kK]?)?)"
    r"(?P<decimal>[.,]\d{1,2}(?!\d))?"
    r"(?P<sign> ?[%折万])?"
    r"(?P<after> ?[$£€¥₩₹](?!\d))?"
)
_UNIT: Final = re.compile(r" ?(?:元|块|圆|起|/|／|off\b|per\b|each\b|RMB|CNY|USD|EUR|GBP|AED)")
_OLD: Final = re.compile(
    r"(?:原价|原價|市场价|市場價|门市价|划线价|日常价|[Ww]as|RRP|[Rr]eg(?:ular|\.))"
    rf"\s?[:：]?\s?{_CODES}?\s?{_FIGURES}(?:[.,]\d{{1,2}})?(?:\s?(?:元|{_CODES}))?"
)
_OFFER: Final = re.compile(r"满.*[减送]|[买買].*[送赠贈]|\d+\s?for\s?\d+", re.IGNORECASE)
"""Terms whose figures all weigh the same: none of them is the price."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """One amount of money, or one discount, and where its parts lie in the text."""

    match: re.Match[str]
    is_marked: bool

    def part(self, name: str) -> str:
        return self.match[name] or ""


def amounts_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where amounts of money stand: figures with a currency, a unit or a discount.

    >>> amounts_in("拿铁￥28，满300减50")
    ((2, 5),)
    """
    return tuple(a.match.span() for a in _amounts(text) if a.is_marked)


def price_runs(
    text: str,
    *,
    font: FontChoice,
    size: float,
    paint: Paint,
    fonts: FontSet,
    style: Literal["raised", "level", "old"] = "raised",
    smallest: float = 0.0,
) -> tuple[TextRun, ...]:
    """Return a price as runs; together their text is exactly `text`.

    The first amount is set large. What is before it is a label, what follows a unit; a
    further amount is half as large, and one called the old price is struck through. A text
    without an amount, or with terms such as 满300减50, comes back as one run.

    Args:
        text: Such as ``￥1,299.00`` or ``到手价￥99.9起``.
        font: Faces; figures are tabular and lining where they can be.
        size: Em size of the integer, px.
        paint: Of all parts.
        fonts: Where the faces come from.
        style: raised lifts currency and decimals to the top of the figures; level leaves
            them on the baseline; old sets all of it small and struck through.
        smallest: Em size that no part falls below, px.
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
    parts = _Parts(base, face.cap_height if style == "raised" else 0.0, smallest)
    if style == "old":
        return (parts.struck(text),)
    amount = _leading_amount(text)
    if amount is None:
        return (base,)
    whole = amount.part("integer")
    decimal, sign = amount.part("decimal"), amount.part("sign")
    if sign or not whole.replace(",", "").isdigit():
        # Of a discount or a range the decimals are figures like the others.
        whole, decimal = whole + decimal, ""
    start, end = amount.match.span()
    return (
        *parts.words(text[:start], _LABEL_SHARE),
        *parts.small(amount.part("currency"), _CURRENCY_SHARE, tracking=_BESIDE_EM),
        base.model_copy(update={"text": whole}),
        *parts.small(decimal, _DECIMAL_SHARE),
        *parts.small(sign, _SIGN_SHARE, raised=sign.strip() == "%"),
        *parts.small(amount.part("after"), _CURRENCY_SHARE),
        *parts.words(text[end:], _UNIT_SHARE),
    )


@dataclass(frozen=True)
class _Parts:
    """Makes the runs beside the integer.

    Attributes:
        base: The integer's run.
        lift: Height of its figures in em, to which small parts are raised; 0 leaves them.
        smallest: Px that no part falls below.
    """

    base: TextRun
    lift: float
    smallest: float

    def small(
        self, words: str, share: float, *, raised: bool = True, tracking: float = 0.0
    ) -> list[TextRun]:
        """Return a part at a share of the integer's size, or nothing for no words."""
        if not words:
            return []
        share = max(share, self.smallest / self.base.size)
        if share >= _PLAIN_SHARE:
            return [self.base.model_copy(update={"text": words})]
        shift = self.lift * (1 / share - 1) if raised else 0.0
        changes = {
            "text": words,
            "size": round(self.base.size * share, 2),
            "baseline_shift": round(shift, 4),
            "tracking": tracking,
        }
        return [self.base.model_copy(update=changes)]

    def words(self, text: str, share: float) -> list[TextRun]:
        """Return what stands before or after the first amount."""
        found: list[TextRun] = []
        at = 0
        for match in _OLD.finditer(text):
            found += self._rest(text[at : match.start()], share)
            found.append(self.struck(match[0]))
            at = match.end()
        return found + self._rest(text[at:], share)

    def struck(self, words: str) -> TextRun:
        """Return an old price: small, lighter, struck through."""
        share = min(1.0, max(_OLD_SHARE, self.smallest / self.base.size))
        font = self.base.font
        light = font.model_copy(update={"weight": min(font.weight, 500)})
        changes = {
            "text": words,
            "size": round(self.base.size * share, 2),
            "font": light,
            "tracking": 0.0,
            "decoration": "line-through",
        }
        return self.base.model_copy(update=changes)

    def _rest(self, text: str, share: float) -> list[TextRun]:
        larger = _OTHER_SHARE if amounts_in(text) else share
        return self.small(text, larger, raised=False)


def _amounts(text: str) -> list[_Amount]:
    found = []
    for match in _AMOUNT.finditer(text):
        marks = match["currency"] or match["after"] or match["sign"]
        is_marked = bool(marks) or bool(_UNIT.match(text, match.end()))
        found.append(_Amount(match, is_marked or match[0] == text.strip()))
    return found


def _leading_amount(text: str) -> _Amount | None:
    """Return the amount to set large: the first that is money or a discount, and not old."""
    if _OFFER.search(text):
        return None
    old = [match.span() for match in _OLD.finditer(text)]
    for amount in _amounts(text):
        start = amount.match.start()
        if amount.is_marked and not any(first <= start < last for first, last in old):
            return amount
    return None
