"""Things the brief wants to be seen, with the colors and qualities written before them."""

import re
from functools import cache
from typing import Final

from agent.brief import SubjectNoun
from agent.reading.admission import is_han
from agent.reading.colors import color_vocabulary
from agent.reading.vocabulary import Hit, Span, Vocabulary, load_table

__all__ = ["SpannedNoun", "find_nouns", "industries_of_nouns"]

SpannedNoun = tuple[SubjectNoun, Span]
"""A noun and the span of it together with its attributes."""

_OPENS_NOUN: Final = frozenset("只朵颗座片棵条匹尾轮束枝株艘把张幅的和与及有以画是枚盏色、")
_CLOSES_NOUN: Final = frozenset("的和与及、为在形元素图案插剪品牌店馆饮香与形logo")
_QUALITY: Final = re.compile(
    r"(?:卷毛|小|大|老|年轻|可爱的?|毛茸茸的?|胖乎乎的?|胖|慵懒的?|戴眼镜的?|奔跑的?|飞翔的?|"
    r"curly|fluffy|tiny|little|big|old|sleepy|smiling|running|flying|chubby|cute|wild|single|golden|fresh)"
    r"[\s-]*$"
)
_NUMBER_BEFORE: Final = re.compile(r"\d\s?$")


def find_nouns(text: str, folded: str, skip: tuple[Span, ...]) -> list[SpannedNoun]:
    """Return the things named, in reading order, each once."""
    rows = {row["id"]: row for row in load_table("nouns")}
    found: dict[str, SpannedNoun] = {}
    for hit in _vocabulary().find(folded, skip):
        if hit.id in found or not _stands_alone(folded, hit):
            continue
        attributes, start = _attributes(text, folded, hit.start)
        noun = SubjectNoun(
            id=hit.id,
            zh=rows[hit.id]["zh"][0],
            en=rows[hit.id]["en"][0],
            written=text[hit.start : hit.end],
            attributes=attributes,
        )
        found[hit.id] = (noun, (start, hit.end))
    return list(found.values())


def industries_of_nouns(nouns: list[SpannedNoun]) -> list[str]:
    """Return the industries the things belong to, in reading order."""
    industries = {row["id"]: row["industry"] for row in load_table("nouns")}
    listed = [industries[noun.id] for noun, _ in nouns if industries[noun.id]]
    return list(dict.fromkeys(listed))


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary({row["id"]: [*row["zh"], *row["en"]] for row in load_table("nouns")})


def _stands_alone(folded: str, hit: Hit) -> bool:
    """Whether a one-character Chinese word is a word here, and not a part of another."""
    if hit.end - hit.start > 1 or not is_han(folded[hit.start]):
        return True
    before = folded[hit.start - 1] if hit.start else ""
    after = folded[hit.end] if hit.end < len(folded) else ""
    if before.isdigit():
        return False
    opens = not is_han(before) if before else True
    closes = not is_han(after) if after else True
    return (opens or before in _OPENS_NOUN) and (closes or after in _CLOSES_NOUN)


def _attributes(text: str, folded: str, start: int) -> tuple[tuple[str, ...], int]:
    """Return the colors and qualities that stand right before, and where they begin."""
    found: list[str] = []
    window = 24
    while True:
        head = folded[max(0, start - window) : start]
        bare = re.sub(r"(?:的|[\s-])+$", "", head)
        colors = [hit for hit in color_vocabulary().find(bare) if hit.end == len(bare)]
        quality = _QUALITY.search(bare)
        if colors:
            begin = start - len(head) + colors[-1].start
            found.insert(0, text[begin : begin + colors[-1].end - colors[-1].start])
        elif quality and len(quality.group()) > 1:
            begin = start - len(head) + quality.start()
            found.insert(0, text[begin : begin + len(quality.group().rstrip())])
        else:
            return tuple(found), start
        start = begin
