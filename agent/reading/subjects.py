"""The subject of a brief in a short phrase, and the client's own words for the trade."""

import re
from typing import Final

from agent.reading.nouns import SpannedNoun
from agent.reading.vocabulary import Span

__all__ = ["descriptor_of", "subject_of"]

_LONGEST: Final = 40
_REQUEST: Final = re.compile(
    r"^\s*(?:(?:hi|hello|hey|你好|您好)[\s,，!！]*)?(?:请|麻烦|帮忙|帮我们|帮我|给我们|给我|我们?想要|我们?需要|我们?想|我们?要|需要|想要)?"
    r"(?:设计|做|画|制作|生成|来)?(?:一下)?(?:[一两三1-9]?(?:个|张|款|组|套|幅|份))?"
    r"|^\s*(?:please\s+)?(?:can you\s+|could you\s+|i need\s+|we need\s+|i want\s+|we want\s+|looking for\s+)?"
    r"(?:design|create|make|draw|generate)?\s*(?:me\s+|us\s+)?(?:an?|the|our|some)?\s+",
    re.IGNORECASE,
)
_SUBJECT_LABELS: Final = (
    "主体",
    "subject",
    "产品",
    "product",
    "画面",
    "画面内容",
    "主图",
    "项目",
    "project",
    "主题",
)
_TRADE: Final = (
    re.compile(
        r"(?:一个|一家|一款|某|为|给)?(?P<trade>[\u4e00-\u9fff]{2,8}?)(?:品牌|公司|店铺)(?:的|设计|做|包|，|。|$|logo|标志|海报)"
    ),
    re.compile(
        r"\b(?:an?|our|new|the|for)\s+(?:new\s+|small\s+|local\s+|modern\s+|premium\s+)?(?P<trade>(?:[a-z]+[\s-]){0,2}[a-z]+)\s+"
        r"(?:brand|company|startup|shop|store|label|business|studio)\b"
    ),
)
_NOT_TRADE: Final = re.compile(
    r"(?:设计|一个|我们|全套|他们|这个|新的?|知名|年轻|高端|自己的|国产)+"
)


def subject_of(
    text: str,
    folded: str,
    nouns: list[SpannedNoun],
    instructions: tuple[tuple[str, str], ...],
) -> str:
    """Return what the design is about, in the brief's own words."""
    for label, value in instructions:
        if label in _SUBJECT_LABELS and value:
            return value[:_LONGEST]
    if nouns:
        written = [text[slice(*span)] for _, span in nouns[:3]]
        joint = "、" if any(ord(character) > 0x2E80 for character in "".join(written)) else ", "
        return joint.join(written)[: _LONGEST * 2]
    trade = descriptor_of(text, folded)
    if trade:
        return trade
    lead = _REQUEST.match(text)
    rest = text[lead.end() :] if lead else text
    clause = re.split(r"[，。；！？,.;!?\n]", rest.strip())[0].strip()
    return clause[:_LONGEST] or text.strip()[:_LONGEST]


def descriptor_of(text: str, folded: str, skip: tuple[Span, ...] = ()) -> str:
    """Return the brief's words for the trade, such as 台湾茶叶 or pet-food; may be empty."""
    del skip
    for pattern in _TRADE:
        for match in pattern.finditer(folded):
            start, end = match.span("trade")
            lead = _NOT_TRADE.match(folded, start, end)
            start = lead.end() if lead else start
            if end - start >= 2:
                return text[start:end].strip()
    return ""
