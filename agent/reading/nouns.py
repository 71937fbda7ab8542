"""Things the brief wants to be seen, with the colors and qualities written before them."""

import re
from functools import cache
from typing import Any, Final

from agent.brief import SubjectNoun
from agent.reading.admission import is_han
from agent.reading.colors import color_vocabulary
from agent.reading.vocabulary import Hit, Span, Vocabulary, load_table

__all__ = ["SpannedNoun", "find_nouns", "industries_of_nouns", "noun_rows"]

SpannedNoun = tuple[SubjectNoun, Span]
"""A noun and the span of it together with its attributes."""

_OPENS_NOUN: Final = frozenset(
    "白黑红黄蓝绿粉灰金银橘只朵颗座片棵条匹尾轮束枝株艘把张幅的和与及有以画是枚盏色、"
)
_CLOSES_NOUN: Final = frozenset("里中的和与及、为在形元素图案插剪品牌店馆饮香与形logo")
_QUALITY: Final = re.compile(
    r"(?:卷毛|小|大|老|年轻|可爱的?|毛茸茸的?|胖乎乎的?|胖|慵懒的?|戴眼镜的?|奔跑的?|飞翔的?|"
    r"curly|fluffy|tiny|little|big|old|sleepy|smiling|running|flying|chubby|cute|wild|single|golden|fresh)"
    r"[\s-]*$"
)
_RANKS: Final = {"thing": 0, "person": 2, "place": 2, "atmosphere": 3}
_CONTAINERS: Final = frozenset({"gift", "parcel", "basket"})
_FOR: Final = re.compile(r"(?:给|为|面向|适合|\bfor|\bages?|山里的?|\bour)\s*$")
_FOR_AFTER: Final = re.compile(
    r"(?:'s|’s)?\s(?:coding|camp|club|class|party|wear|room|bookshop|school|dental|clinic|art|"
    r"play|swim|dance|yoga|music|science|workshop|birthday|menu|store|shop|brand|day|festival)|"
    r"(?:牙科|编程|美术|书|绘本|餐|摄影|教育|英语|医院|剧|乐园|节|房|用品|服装|座椅|友好|游泳|舞蹈|走)"
)


def find_nouns(text: str, folded: str, skip: tuple[Span, ...]) -> list[SpannedNoun]:
    """Return the things named, each once, in reading order within their rank.

    Things lead; then packs and gifts, which hold the thing, then people and places, then
    atmosphere. Words that only say whom it is for are left out.
    """
    rows = noun_rows()
    found: dict[str, SpannedNoun] = {}
    colors = color_vocabulary().find(folded)
    for hit in _vocabulary().find(folded, skip):
        if any(c.start <= hit.start and hit.end < c.end for c in colors):
            continue
        if hit.id in found or not _stands_alone(folded, hit):
            continue
        kind = rows[hit.id].get("kind", "thing")
        if kind == "person" and _is_audience(folded, hit):
            continue
        attributes, start = _attributes(text, folded, hit.start)
        noun = SubjectNoun(
            id=hit.id,
            zh=rows[hit.id]["zh"][0],
            en=rows[hit.id]["en"][0],
            written=text[hit.start : hit.end],
            attributes=attributes,
            kind=kind,
        )
        found[hit.id] = (noun, (start, hit.end))
    return sorted(found.values(), key=lambda item: _rank(item[0]))


def _rank(noun: SubjectNoun) -> int:
    if noun.id in _CONTAINERS:
        return 1
    return _RANKS[noun.kind]


def _is_audience(folded: str, hit: Hit) -> bool:
    """Whether a word for people says whom it is for: kids coding camp, 儿童牙科."""
    before, after = folded[max(0, hit.start - 12) : hit.start], folded[hit.end :]
    return bool(_FOR.search(before) or _FOR_AFTER.match(after))


@cache
def noun_rows() -> dict[str, dict[str, Any]]:
    """Return the table of nouns by id."""
    return {row["id"]: row for row in load_table("nouns")}


def industries_of_nouns(nouns: list[SpannedNoun]) -> list[str]:
    """Return the industries the things belong to, in reading order."""
    rows = noun_rows()
    listed = [rows[noun.id]["industry"] for noun, _ in nouns if rows[noun.id]["industry"]]
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
