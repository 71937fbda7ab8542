"""The words of the poster, another set for every round, so that nothing is set twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["Words", "words_of_round"]

_HEADLINES: Final = (
    ("秋日陶语", "Autumn Ceramics"),
    ("春山煎茶", "A Spring Mountain"),
    ("夏夜听风", "Summer Night Wind"),
    ("冬窑初雪", "First Kiln Snow"),
)
_SENTENCES: Final = (
    "设计不仅仅是外观和感觉，设计就是产品如何运作。",
    "“留白”是呼吸，《字体》是声音；",
    "2025 年，全新 Minimal Ceramics 系列（限量版）正式发布，",
    "每一件都在 Jingdezhen 手工拉坯，",
    "欢迎到店体验，也可以预约 90 分钟的工作坊。",
)


@dataclass(frozen=True)
class Words:
    """What the poster says in one round."""

    headline: str
    display: str
    body: str
    issue: str
    price: str
    brand: str = "LUMEN STUDIO"
    vertical: str = "手作温度，四季有光。"
    call: str = "立即预订 →"
    site: str = "lumen.example / ceramics"
    ring: str = "LIMITED EDITION · HANDMADE IN JINGDEZHEN · "


def words_of_round(number: int) -> Words:
    """Return the words of a round; the headline comes back after four, the body never."""
    headline, display = _HEADLINES[number % len(_HEADLINES)]
    start = number % len(_SENTENCES)
    body = "".join((*_SENTENCES[start:], *_SENTENCES[:start]))
    return Words(
        headline=headline,
        display=display,
        body=f"第 {number} 回。{body}",
        issue=f"No. {number:02} — 2025",
        price=f"{299 + number}",
    )
