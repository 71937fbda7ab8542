"""The subject of a brief in a short phrase, and the client's own words for the trade."""

import re
from functools import cache
from typing import Any, Final

from agent.reading.nouns import SpannedNoun
from agent.reading.vocabulary import load_table

__all__ = ["descriptor_of", "subject_of"]

_LONGEST: Final = 40
_SUBJECT_LABELS: Final = frozenset(
    {
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
    }
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
    lead = re.match(_cues()["request"], text, re.IGNORECASE)
    rest = text[lead.end() :] if lead else text
    clause = re.split(r"[，。；！？,.;!?:：\n]|(?<=[\u4e00-\u9fff])\s", rest.strip())[0].strip()
    return clause[:_LONGEST] or text.strip()[:_LONGEST]


def descriptor_of(text: str, folded: str) -> str:
    """Return the brief's words for the trade, such as 台湾茶叶 or pet-food; may be empty."""
    for pattern in _cues()["trade"]:
        for match in re.finditer(pattern, folded):
            start, end = match.span("trade")
            lead = re.match(_cues()["not_trade"], folded[start:end])
            start += lead.end() if lead else 0
            if end - start >= 2:
                return text[start:end].strip()
    return ""


@cache
def _cues() -> dict[str, Any]:
    cues: dict[str, Any] = load_table("cues")["subjects"]
    return cues
