"""Names of shops without quotation marks: the words right before 咖啡馆, 书店, 民宿."""

import re
from functools import cache
from typing import Final

from agent.reading.colors import color_vocabulary
from agent.reading.vocabulary import load_table
from knowledge.vocabulary import find_phrases

__all__ = ["is_own_name", "lead_length", "shop_words"]

_LONGEST: Final = 5
_LEAD: Final = re.compile(
    r"^.*(?:落款|那家|这家|的|设计|制作|做|画|我们的|我们|新开的|一家|一个|叫|开了?家?|为|给|帮)"
)


def is_own_name(stem: str) -> bool:
    """Whether the words before a kind of shop are a name and not a description.

    >>> is_own_name("山野集"), is_own_name("社区"), is_own_name("亲子度假")
    (True, False, False)
    """
    if not 2 <= len(stem) <= _LONGEST or re.search(r"[的了]", stem):
        return False
    return len(_uncommon(stem)) > 0


def lead_length(stem: str) -> int:
    """Return how much of the words is the request: 设计一个 before the name."""
    lead = _LEAD.match(stem)
    return lead.end() if lead else 0


@cache
def shop_words() -> str:
    """Return a pattern of the kinds of shops, the longest first."""
    words: list[str] = load_table("names")["shop_words_zh"]
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _uncommon(stem: str) -> str:
    """Return what is left of the words without everyday and trade words."""
    rest = _common().sub("", stem)
    for found in find_phrases(rest):
        if found.end - found.start > 1:
            rest = rest.replace(rest[found.start : found.end], "", 1)
            break
    for hit in color_vocabulary().find(rest)[:1]:
        rest = rest[: hit.start] + rest[hit.end :]
    return rest


@cache
def _common() -> re.Pattern[str]:
    table = load_table("names")
    words = [
        *table["common_zh"],
        *(word for word in table["generic_zh"] if len(word) > 1),
        *(word for listed in load_table("moods").values() for word in listed if len(word) > 1),
    ]
    ordered = sorted({word for word in words if not word.isascii()}, key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, ordered)))
